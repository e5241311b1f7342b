"""What a language engine finds in running text: sentences, tags, trees, names, attributions.

    python benchmarks/engine.py --treebanks FOLDER [--engine english|spacy:PIPELINE] [--file PATH] [--json FILE]

FOLDER holds `gum`, `ewt` and `pud`; `--file` is an engine file in place of the one that ships. Prints Markdown. The
gold standards are laid out in two ways:

- `paragraphs`: as in the CoNLL 2018 shared task, each paragraph of a treebank is one (where it has none, a document);
- `groups`: as in the trial of 2026, several paragraphs in one, at most eight sentences (EWT: five, PUD: one).
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # neither `benchmarks` nor `training` is installed

from benchmarks.engine_gold import GoldSet, Layout, gold_sets
from benchmarks.engine_scores import Scores, name_scores, speech_scores, total, tree_scores
from stemma.text.engine import Engine
from stemma.text.engines import engine_for

TREES = ("sentences", "tokens", "upos", "xpos", "feats", "lemmas", "uas", "las", "uas_words", "las_words")
NAMES = ("names_sure", "names", "names_anywhere", "PERSON", "ORG", "PLACE")
SPEECH = ("cues", "sources", "sources_by_tree", "cues_characters", "sources_characters", "contents_characters")


def score(engine: Engine, of: GoldSet) -> Scores:
    """The counts of an engine on one set."""

    def counts() -> Iterator[Scores]:
        for gold in of.golds:
            found = engine.parse(gold.text, gold.paragraphs)
            yield {
                **tree_scores(found, gold.parse),
                **(name_scores(found, gold.parse, gold.uncertain) if of.named else {}),
                **(speech_scores(found, gold.parse) if of.attributed else {}),
            }

    return total(counts())


def table(scored: Sequence[tuple[GoldSet, Scores]], keys: Sequence[str], *, with_parts: bool = False) -> str:
    """Rows of F1 in percent; with precision and recall in brackets where asked for."""

    def cell(scores: Scores, key: str) -> str:
        if key not in scores:
            return ""
        count = scores[key]
        parts = f" ({100 * count.precision:.1f}, {100 * count.recall:.1f})" if with_parts else ""
        return f"{100 * count.f1:.1f}{parts}"

    rows = [["on", *(key.replace("_", " ") for key in keys)], ["---"] * (len(keys) + 1)]
    rows += [[of.name, *(cell(scores, key) for key in keys)] for of, scores in scored if keys[0] in scores]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def as_json(scored: Sequence[tuple[GoldSet, Scores]]) -> dict[str, dict[str, dict[str, float]]]:
    """The same figures with what they come from."""
    return {
        of.name: {
            key: {
                **count._asdict(),
                "precision": round(count.precision, 4),
                "recall": round(count.recall, 4),
                "f1": round(count.f1, 4),
            }
            for key, count in scores.items()
        }
        for of, scores in scored
    }


def chosen_engine(name: str, file: Path | None) -> Engine:
    """The engine of that name, or the one that the file holds."""
    if file is not None:
        from stemma.text.english import English

        return English.load(file)
    engine = engine_for(name, "en")
    if engine is None:
        raise SystemExit(f"{name} does not read English")
    return engine


def main() -> None:
    """Print the tables, and write the figures where asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--engine", default="english")
    parser.add_argument("--file", type=Path)
    parser.add_argument("--layout", choices=get_args(Layout), action="append")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    engine = chosen_engine(arguments.engine, arguments.file)
    report(engine, arguments.treebanks, arguments.layout or get_args(Layout), arguments.json)


def report(engine: Engine, treebanks: Path, layouts: Sequence[Layout], written: Path | None) -> None:
    """Print the tables of an engine, and write the figures where asked for."""
    figures: dict[str, object] = {"engine": engine.identity}
    print(f"Engine {engine.identity}, F1 in percent; names with (precision, recall).")
    for layout in layouts:
        scored = [(of, score(engine, of)) for of in gold_sets(treebanks, layout)]
        print(f"\nLaid out in {layout}:\n\n{table(scored, TREES)}\n")
        print(f"{table(scored, NAMES, with_parts=True)}\n\n{table(scored, SPEECH)}")
        figures[layout] = as_json(scored)
    if written:
        written.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
