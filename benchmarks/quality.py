"""Run the product on the development corpora and score it: the figures of `benchmarks/README.md`.

    python benchmarks/quality.py --corpora CORPORA --scorers EVAL [--keep FOLDER]

CORPORA holds `news-events` and `raisi-moscow`, EVAL the scorers `score_*.py` (README.md says where both come from).
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def stemma(*arguments: str) -> None:
    """Run the command line of this checkout."""
    subprocess.run([sys.executable, "-m", "stemma", *arguments], check=True)


def score(scorer: Path, *arguments: str) -> dict[str, object]:
    """The figures that a scorer prints on its last line."""
    done = subprocess.run([sys.executable, str(scorer), *arguments], check=True, capture_output=True, text=True)
    found: dict[str, object] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def main() -> None:
    """Compare both corpora, score what comes out, print one table a scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--scorers", type=Path, required=True)
    parser.add_argument("--keep", type=Path, help="keep the JSON in this folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder: Path = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        pile, pair = options.corpora / "news-events", options.corpora / "raisi-moscow"
        articles, gold = str(pile / "news-events.dev.jsonl"), pile / "gold"
        dev, moscow = str(folder / "dev.json"), str(folder / "moscow.json")
        stemma("compare", articles, "--json", dev)
        stemma("compare", *(str(pair / name) for name in ("dispatch.txt", "country-report-page.txt")), "--json", moscow)
        runs = {
            "score_moscow.py": ("--gold", str(pair / "gold.json"), "--pred", moscow),
            "score_lineage.py": ("--gold", str(gold / "lineage.dev.json"), "--pred", dev, "--texts", articles),
            "score_copies.py": ("--gold", str(gold / "known-copies.dev.tsv"), "--pred", dev),
            "score_stories.py": ("--gold", articles, "--pred", dev),
        }
        for name, arguments in runs.items():
            print(name)
            for figure, value in score(options.scorers / name, *arguments).items():
                print(f"    {figure:22} {value}")


if __name__ == "__main__":
    main()
