"""Make `src/stemma/lang/en_words.tsv`: in how many chunks of 300 words of open English text a word occurs.

    python training/word_frequencies.py --gum PATH/TO/treebanks/gum

A pile of two reports cannot tell rare words from common ones; this table can. It counts the training documents of
GUM's openly licensed genres (see NOTICE); words of a single chunk are left out. Deterministic.
"""

import argparse
from collections import Counter
from pathlib import Path

from stemma.group.vectors import TERM, term

CHUNK = 300
TABLE = Path(__file__).parents[1] / "src" / "stemma" / "lang" / "en_words.tsv"


def words_of(path: Path) -> list[str]:
    """The terms of one CoNLL-U document, from its `# text = ` lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    text = " ".join(line[len("# text = ") :] for line in lines if line.startswith("# text = "))
    return [term(word) for word in TERM.findall(text)]


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gum", type=Path, required=True, help="folder with GUM_*.conllu and train.txt")
    folder: Path = parser.parse_args().gum
    names = (folder / "train.txt").read_text(encoding="utf-8").split()
    count: Counter[str] = Counter()
    chunks = 0
    for name in sorted(names):
        words = words_of(folder / f"{name}.conllu")
        for start in range(0, len(words), CHUNK):
            count.update(set(words[start : start + CHUNK]))
            chunks += 1
    rows = [f"{word}\t{n}" for word, n in sorted(count.items()) if n > 1]
    TABLE.write_text(f"# chunks\t{chunks}\n" + "\n".join(rows) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
