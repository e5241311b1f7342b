"""How likely two clauses of different reports state the same: words, meaning, and the facts that they hold.

Half tf-idf and half the engine's vectors find the candidates; what else is known of both (actors, figures, days, who
speaks, whether it is denied, the sentences around) decides, in one logistic model with few weights.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from stemma.compare.clauses import Clause, Clauses, Floats

_ROWS = 128
"""Rows that are multiplied at once: a few megabytes for a story of ten thousand clauses."""


class Alike(NamedTuple):
    """Two clauses, by their rows, and the probability that they state the same."""

    a: int
    b: int
    probability: float


class Pair(NamedTuple):
    """What speaks for and against two clauses' stating the same, each from -1 to 1."""

    words: float
    meaning: float
    apart: float
    sentence_words: float
    sentence_apart: float
    length: float
    leads: float
    same_speaker: float
    other_people: float
    other_names: float
    same_figure: float
    other_figure: float
    other_days: float
    other_polarity: float


WEIGHTS = Pair(
    words=5.0,
    meaning=2.0,
    apart=6.0,
    sentence_words=1.5,
    sentence_apart=0.5,
    length=2.0,
    leads=0.8,
    same_speaker=1.0,
    other_people=-1.0,
    other_names=-0.5,
    same_figure=0.5,
    other_figure=-0.5,
    other_days=-0.5,
    other_polarity=-1.0,
)
BIAS = -9.5


def alike(given: Clauses, least: float, most_of_one: int) -> Iterator[Alike]:
    """Pairs of clauses of different reports that may state the same, at most `most_of_one` for each clause.

    `least` is the mean of the two cosines, of words and of meaning, from which two clauses are looked at.
    """
    for a, found in _candidates(given, least, most_of_one):
        for b, words, meaning, apart in found:
            yield Alike(a, b, probability(pair(given, a, b, words, meaning, apart)))


def probability(found: Pair) -> float:
    """The probability that a pair states the same."""
    return 1 / (1 + math.exp(-BIAS - sum(map(float.__mul__, WEIGHTS, found))))


def _candidates(
    given: Clauses, least: float, most_of_one: int
) -> Iterator[tuple[int, list[tuple[int, float, float, float]]]]:
    """For each clause those behind it, of other reports, with the cosines of words, meaning and meaning apart."""
    postings = _postings(given.weights)
    count = len(given)
    for start in range(0, count, _ROWS):
        rows = slice(start, min(count, start + _ROWS))
        meaning, apart = given.vectors[rows] @ given.vectors.T, given.apart[rows] @ given.apart.T
        words = _products(given.weights[rows], postings, count)
        score = (words + (meaning if given.vectors.shape[1] else words)) / 2
        score[given.report[rows, None] == given.report[None, :]] = 0
        for k, a in enumerate(range(rows.start, rows.stop)):
            score[k, : a + 1] = 0
            near = np.flatnonzero(score[k] >= least)
            if len(near) > most_of_one:
                near = np.sort(near[np.argsort(-score[k, near], kind="stable")[:most_of_one]])
            columns = (near.tolist(), words[k, near].tolist(), meaning[k, near].tolist(), apart[k, near].tolist())
            yield a, list(zip(*columns, strict=True))


def _postings(weights: Sequence[Mapping[str, float]]) -> dict[str, tuple[np.ndarray, Floats]]:
    """For each stem the clauses that have it, and its weight in each."""
    found: dict[str, tuple[list[int], list[float]]] = {}
    for row, own in enumerate(weights):
        for term, weight in own.items():
            rows, values = found.setdefault(term, ([], []))
            rows.append(row)
            values.append(weight)
    return {term: (np.array(rows), np.array(values, np.float32)) for term, (rows, values) in found.items()}


def _products(
    weights: Sequence[Mapping[str, float]], postings: Mapping[str, tuple[np.ndarray, Floats]], count: int
) -> Floats:
    products = np.zeros((len(weights), count), np.float32)
    for row, own in enumerate(weights):
        for term, weight in own.items():
            rows, values = postings[term]
            products[row, rows] += np.float32(weight) * values
    return products


_LEADS = 3
_LONG = 8.0


def pair(given: Clauses, a: int, b: int, words: float, meaning: float, apart: float) -> Pair:
    """What speaks for and against rows `a` and `b`, whose cosines are known."""
    one, other = given.rows[a], given.rows[b]
    s, t = int(given.sentence[a]), int(given.sentence[b])
    short = min(len({*one.terms}), len({*other.terms}))
    return Pair(
        words=words,
        meaning=meaning,
        apart=apart,
        sentence_words=_dot(given.weights_of[s], given.weights_of[t]),
        sentence_apart=float(given.vectors_of[s] @ given.vectors_of[t]),
        length=min(short, _LONG) / _LONG,
        leads=float(one.unit.sentence < _LEADS and other.unit.sentence < _LEADS),
        same_speaker=float(one.speaker is not None and one.speaker == other.speaker),
        other_people=_disjoint(one.people, other.people),
        other_names=_disjoint(one.others, other.others),
        same_figure=float(any(f.low == g.low and f.unit == g.unit for f in one.figures for g in other.figures)),
        other_figure=_other_figure(one, other),
        other_days=_other_days(one, other),
        other_polarity=float(one.unit.negated != other.unit.negated),
    )


def _dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b.get(term, 0.0) for term, weight in a.items())


def _disjoint(a: frozenset[str], b: frozenset[str]) -> float:
    return float(bool(a) and bool(b) and a.isdisjoint(b))


def _other_figure(one: Clause, other: Clause) -> float:
    """Whether both have figures, and none of one counts the same as any of the other."""
    if not one.figures or not other.figures:
        return 0.0
    return float(not any(f.unit == g.unit and f.of == g.of for f in one.figures for g in other.figures))


def _other_days(one: Clause, other: Clause) -> float:
    """Whether both tell days, and none of one meets any of the other."""
    if not one.days or not other.days:
        return 0.0
    return float(not any(d.begin <= e.end and e.begin <= d.end for d in one.days for e in other.days))
