"""The units of a story's reports in columns, with the facts by which two of them can be told apart."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemma.lang.clauses_en import NUMBERS
from stemma.model import Annotations, Quantity, Span, Story, Time, Unit

Floats = NDArray[np.float32]
_FLOOR = 0.3
"""What a word in every clause of the story counts, in nats of inverse frequency."""
_NUMBER = 1.4
"""What a number counts beside another word as rare: two clauses with the same one are seldom of two things."""
_SHRUNK = 20.0
"""Units that the mean of a story's vectors is weighed against: the mean of a few says nothing of their topic."""
_SHORTEST_STEM, _LONGEST_STEM = 4, 6


class Figure(NamedTuple):
    """A quantity as far as two of them can be compared: what is counted, in which unit, how many."""

    unit: str
    of: str
    low: float
    high: float


class Days(NamedTuple):
    """From the first to the last day of a time, as ISO dates."""

    begin: str
    end: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A unit with its report, and the facts inside of it."""

    notes: Annotations
    unit: Unit
    report: int
    """The place of the report in the story."""
    terms: tuple[str, ...]
    """The stems of its terms."""
    people: frozenset[str]
    """The people that it names, as entities of the story."""
    figures: tuple[Figure, ...]
    days: tuple[Days, ...]
    speaker: str | None
    """Who says it, as an entity of the story; None where the report does not tell, or says it itself."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """All clauses of a story, by report and place; rows of the columns are the clauses.

    `weights` are tf-idf weights of length 1 by stem; `vectors` are meanings of length 1, without what all of the story
    has in common. `sentence` numbers the sentences, `around` are their vectors.
    """

    rows: tuple[Clause, ...]
    report: NDArray[np.int32]
    weights: tuple[Mapping[str, float], ...]
    vectors: Floats
    sentence: NDArray[np.int32]
    around: Floats

    def __len__(self) -> int:
        return len(self.rows)


def clauses(story: Story) -> Clauses:
    """The clauses of a story's reports."""
    rows = tuple(chain.from_iterable(_of_report(notes, place) for place, notes in enumerate(story.reports)))
    rarity = _rarity(rows)
    vectors = _apart(_vectors(rows))
    sentence = _sentences(rows)
    around = np.zeros((int(sentence.max(initial=-1)) + 1, vectors.shape[1]), np.float32)
    np.add.at(around, sentence, vectors)
    return Clauses(
        rows=rows,
        report=np.array([row.report for row in rows], np.int32),
        weights=tuple(_weighted(row.terms, rarity) for row in rows),
        vectors=vectors,
        sentence=sentence,
        around=_unit_length(around),
    )


def stem(lemma: str) -> str:
    """The beginning of a lemma, without what lemmatisers get wrong: a last e, a last letter that is doubled.

    >>> stem("kill") == stem("kille"), stem("ram") == stem("ramm"), stem("explosion") == stem("explosive")
    (True, True, True)
    """
    if len(lemma) > _SHORTEST_STEM and lemma.endswith("e"):
        lemma = lemma[:-1]
    if len(lemma) >= _SHORTEST_STEM and lemma[-1] == lemma[-2] and lemma.isalpha():
        lemma = lemma[:-1]
    return lemma[:_LONGEST_STEM] if lemma.isalpha() else lemma


def is_number(term: str) -> bool:
    """Whether a stem is a number, in digits or in words."""
    return term[:1].isdigit() or term in _NUMBERS


_NUMBERS = frozenset(map(stem, sorted(NUMBERS)))


def _of_report(notes: Annotations, place: int) -> Iterator[Clause]:
    mentions = _Inside([mention.span for mention in notes.mentions])
    times = _Inside([time.span for time in notes.times])
    quantities = _Inside([quantity.span for quantity in notes.quantities])
    speakers = {attribution.id: attribution.speaker for attribution in notes.attributions}
    for unit in notes.units:
        named = [notes.mentions[k] for k in mentions.of(unit)]
        yield Clause(
            notes=notes,
            unit=unit,
            report=place,
            terms=tuple(filter(None, map(stem, unit.terms))),
            people=frozenset(m.entity for m in named if m.entity is not None and m.kind == "person"),
            figures=tuple(_figure(notes.quantities[k]) for k in quantities.of(unit)),
            days=tuple(_days(notes.times[k]) for k in times.of(unit) if notes.times[k].begin),
            speaker=speakers.get(unit.attribution or ""),
        )


class _Inside:
    """Which of some sorted spans lie in a unit."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._order = sorted(range(len(spans)), key=lambda k: spans[k])
        self._spans = [spans[k] for k in self._order]
        self._starts = [span.start for span in self._spans]

    def of(self, unit: Unit) -> Iterator[int]:
        for start, end in unit.spans:
            for k in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
                if self._spans[k].end <= end:
                    yield self._order[k]


def _figure(quantity: Quantity) -> Figure:
    counted = (quantity.of or "").lower().split()
    high = quantity.value if quantity.high is None else quantity.high
    return Figure(quantity.unit, stem(counted[-1]) if counted else "", quantity.value, high)


def _days(time: Time) -> Days:
    return Days(time.begin or "", time.end or time.begin or "")


def _rarity(rows: Sequence[Clause]) -> dict[str, float]:
    """How much each stem tells in the story.

    How rare it is in English at large says nothing more: weighing by it lost 2 to 5 points of average precision.
    """
    often = Counter(chain.from_iterable(sorted({*row.terms}) for row in rows))
    every = 1 + len(rows)
    return {
        term: (math.log(every / (1 + count)) + _FLOOR) * (_NUMBER if is_number(term) else 1)
        for term, count in often.items()
    }


def _weighted(terms: Sequence[str], rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {term: (1 + math.log(often)) * rarity[term] for term, often in Counter(terms).items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def _vectors(rows: Sequence[Clause]) -> Floats:
    """The vectors, of length 1; all of length 0 where some reports were read by an engine that has none."""
    width = {len(row.unit.vector) for row in rows}
    if len(width) != 1:
        return np.zeros((len(rows), 0), np.float32)
    joined = np.frombuffer(b"".join(row.unit.vector for row in rows), np.int8)
    return _unit_length(joined.reshape(len(rows), -1).astype(np.float32))


def _apart(vectors: Floats) -> Floats:
    """Vectors without what all of the story has in common, so that its topic makes no two clauses alike."""
    common = vectors.sum(axis=0) / np.float32(len(vectors) + _SHRUNK)
    return _unit_length(np.where(vectors.any(axis=1, keepdims=True), vectors - common, vectors))


def _unit_length(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: Floats = vectors / np.maximum(lengths, np.float32(1e-9))
    return found


def _sentences(rows: Sequence[Clause]) -> NDArray[np.int32]:
    """The number of each row's sentence."""
    numbers: dict[tuple[int, int], int] = {}
    return np.array([numbers.setdefault((row.report, row.unit.sentence), len(numbers)) for row in rows], np.int32)
