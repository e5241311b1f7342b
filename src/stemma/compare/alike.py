"""How likely two clauses of different reports state the same: words, meaning, and the facts that they hold.

Half tf-idf and half the engine's vectors find the candidates; what else is known of both (actors, figures, days, who
speaks, whether it is denied, the sentences around) decides, in one logistic model with few weights.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemma.compare.clauses import Clause, Clauses, Floats

_ROWS = 128
"""Rows that are multiplied at once: a few megabytes for a story of ten thousand clauses."""


class Alike(NamedTuple):
    """Two clauses, by their rows, and the probability that they state the same."""

    a: int
    b: int
    probability: float


class Pair(NamedTuple):
    """What speaks for and against two clauses' stating the same, each from 0 to 1 or from -1 to 1."""

    words: float
    """The cosine of their words by tf-idf."""
    meaning: float
    """The cosine of their vectors, without what all of the story has in common."""
    around: float
    """The same of the sentences that they stand in."""
    length: float
    """How long the shorter one is: two words in common are less of two words than of ten."""
    leads: float
    """Whether both stand at the beginnings of their reports, where all tell the news."""
    same_speaker: float
    other_people: float
    """Whether both name people, and none of them in common."""
    same_figure: float
    other_days: float
    other_polarity: float


WEIGHTS = Pair(
    words=8.4,
    meaning=4.0,
    around=3.3,
    length=1.5,
    leads=1.4,
    same_speaker=1.0,
    other_people=-1.3,
    same_figure=1.8,
    other_days=-1.0,
    other_polarity=-1.0,
)
BIAS = -6.85
"""Fitted on pairs of clauses of 29 events (589 of sentences that say the same in the sense of
`benchmarks/gold/statement_pairs.json`, 550 of clauses), with a penalty on large weights, and rounded. Tried without
gain: names other than people, figures for another thing, words of the sentences around, products of these."""


def alike(given: Clauses, least: float, most_of_one: int) -> Iterator[Alike]:
    """Pairs of clauses of different reports that may state the same, at most `most_of_one` for each clause.

    `least` is the mean of the two cosines, of words and of meaning, from which two clauses are looked at.
    """
    for a, found in _candidates(given, least, most_of_one):
        for b, words, meaning in found:
            yield Alike(a, b, probability(pair(given, a, b, words, meaning)))


def probability(found: Pair) -> float:
    """The probability that a pair states the same."""
    return 1 / (1 + math.exp(-BIAS - sum(map(float.__mul__, WEIGHTS, found))))


def _candidates(given: Clauses, least: float, most_of_one: int) -> Iterator[tuple[int, list[tuple[int, float, float]]]]:
    """For each clause those behind it, of other reports, with the cosines of words and of meaning."""
    postings = _postings(given.weights)
    count = len(given)
    for start in range(0, count, _ROWS):
        rows = slice(start, min(count, start + _ROWS))
        meaning = given.vectors[rows] @ given.vectors.T
        words = _products(given.weights[rows], postings, count)
        score = (words + (meaning if given.vectors.shape[1] else words)) / 2
        score[given.report[rows, None] == given.report[None, :]] = 0
        for k, a in enumerate(range(rows.start, rows.stop)):
            score[k, : a + 1] = 0
            near = np.flatnonzero(score[k] >= least)
            if len(near) > most_of_one:
                near = np.sort(near[np.argsort(-score[k, near], kind="stable")[:most_of_one]])
            columns = (near.tolist(), words[k, near].tolist(), meaning[k, near].tolist())
            yield a, list(zip(*columns, strict=True))


def _postings(weights: Sequence[Mapping[str, float]]) -> dict[str, tuple[NDArray[np.int64], Floats]]:
    """For each stem the clauses that have it, and its weight in each."""
    found: dict[str, tuple[list[int], list[float]]] = {}
    for row, own in enumerate(weights):
        for term, weight in own.items():
            rows, values = found.setdefault(term, ([], []))
            rows.append(row)
            values.append(weight)
    return {term: (np.array(rows), np.array(values, np.float32)) for term, (rows, values) in found.items()}


def _products(
    weights: Sequence[Mapping[str, float]], postings: Mapping[str, tuple[NDArray[np.int64], Floats]], count: int
) -> Floats:
    products = np.zeros((len(weights), count), np.float32)
    for row, own in enumerate(weights):
        for term, weight in own.items():
            rows, values = postings[term]
            products[row, rows] += np.float32(weight) * values
    return products


_LEADS = 3
_LONG = 8.0


def pair(given: Clauses, a: int, b: int, words: float, meaning: float) -> Pair:
    """What speaks for and against rows `a` and `b`, whose cosines are known."""
    one, other = given.rows[a], given.rows[b]
    s, t = int(given.sentence[a]), int(given.sentence[b])
    short = min(len({*one.terms}), len({*other.terms}))
    return Pair(
        words=words,
        meaning=meaning,
        around=float(given.around[s] @ given.around[t]),
        length=min(short, _LONG) / _LONG,
        leads=float(one.unit.sentence < _LEADS and other.unit.sentence < _LEADS),
        same_speaker=float(one.speaker is not None and one.speaker == other.speaker),
        other_people=float(bool(one.people) and bool(other.people) and one.people.isdisjoint(other.people)),
        same_figure=float(any(f.low == g.low and f.unit == g.unit for f in one.figures for g in other.figures)),
        other_days=_other_days(one, other),
        other_polarity=float(one.unit.negated != other.unit.negated),
    )


def _other_days(one: Clause, other: Clause) -> float:
    """Whether both tell days, and none of one meets any of the other."""
    if not one.days or not other.days:
        return 0.0
    return float(not any(d.begin <= e.end and e.begin <= d.end for d in one.days for e in other.days))
