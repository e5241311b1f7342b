"""Where the assertions of one statement differ, of what kind, and how they stand to each other.

Assertions of the same words by the same speaker are one reading, shown by the first of them; each reading is held
against each other one. Within one report only figures, dates and denials count: a report that contradicts itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from stemma.compare.dates import date_differences
from stemma.compare.differences_attribution import attribution_differences, stance
from stemma.compare.differences_names import name_differences
from stemma.compare.differences_reading import Reading, Readings, stem
from stemma.compare.differences_scope import scope_differences
from stemma.compare.differences_words import share_of_words
from stemma.compare.figures import figure_differences
from stemma.compare.polarity import polarity_differences
from stemma.compare.wording import wording_differences
from stemma.errors import check_ranges
from stemma.model import Assertion, Difference, Lineage, Story

THIN, SAME = 0.15, 0.5
"""Shares of words in common below which a contradiction is unclear, and from which a report contradicts itself."""
JUDGED = ("figure", "date", "polarity")
"""Kinds of which none is left out, and each is shown for each pair of readings that differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceSettings:
    """Which differences are worth showing."""

    least_weight: float = 0.2
    """What a difference of wording must weigh: below it are differences of style."""
    most_readings: int = 40
    """How many readings of one statement are held against each other, the first in time."""
    most_wordings: int = 12
    """How many differences of wording, and as many of each other kind that is not judged, a statement shows."""

    def __post_init__(self) -> None:
        """Refuse what is out of range."""
        check_ranges(
            "compare",
            self,
            {"least_weight": (0.0, 1.0), "most_readings": (2, 1_000), "most_wordings": (1, 10_000)},
        )


class Differences:
    """Finds the differences within statements of one story; what all of them need is looked up once."""

    def __init__(self, story: Story, using: DifferenceSettings | None = None) -> None:
        self._using = using or DifferenceSettings()
        self._readings = Readings(story)

    def of(self, assertions: Sequence[Assertion]) -> tuple[Difference, ...]:
        """The differences of one statement, heaviest first."""
        readings = self._readings.of(assertions)
        attributing = sorted({r.report for r in readings if r.said is not None})
        found: list[Difference] = []
        for a, b in pairs(readings, self._using.most_readings):
            found += between(a, b, attributing)
        return shown(once(found, readings), self._using)


def differences(
    story: Story, lineage: Lineage, assertions: Sequence[Assertion], using: DifferenceSettings | None = None
) -> tuple[Difference, ...]:
    """The differences of one statement of `story`, heaviest first; for many of them make one `Differences`."""
    return Differences(story, using).of(assertions)


def pairs(readings: Sequence[Reading], most: int) -> Iterator[tuple[Reading, Reading]]:
    """Pairs of readings that are not the same words by the same speaker; of two reports wherever there are such."""
    same: dict[tuple[object, ...], list[Reading]] = {}
    for reading in readings:
        same.setdefault(reading.signature, []).append(reading)
    for left, right in combinations(list(same.values())[:most], 2):
        choices = ((a, b) for a in left for b in right if a.report != b.report)
        yield next(choices, (left[0], right[0]))


def between(a: Reading, b: Reading, attributing: Sequence[str]) -> Iterator[Difference]:
    """All differences of two readings; within one report only that it contradicts itself."""
    common = share_of_words(a, b)
    for difference in (*figure_differences(a, b), *date_differences(a, b), *polarity_differences(a, b)):
        clear = difference.relation != "contradiction" or common >= THIN
        if a.report != b.report:
            yield difference if clear else thin(difference)
        elif difference.relation == "contradiction" and common >= SAME:
            yield difference
    if a.report != b.report:
        yield from name_differences(a, b)
        yield from attribution_differences(a, b, attributing)
        yield from scope_differences(a, b)
        yield from wording_differences(a, b)


def thin(difference: Difference) -> Difference:
    """A contradiction between assertions that have few words in common, and may be of two things."""
    because = (*difference.because, "few words in common")
    return replace(difference, relation="unclear", weight=round(difference.weight / 2, 3), because=because)


def once(found: Sequence[Difference], readings: Sequence[Reading]) -> list[Difference]:
    """The differences without those that say the same again, but for the kinds judged."""
    kept: list[Difference] = []
    seen: set[tuple[object, ...]] = set()
    for difference in found:
        contrast = difference.kind, contrasted(difference, readings)
        if difference.kind in JUDGED or contrast not in seen:
            seen.add(contrast)
            kept.append(difference)
    return kept


def contrasted(difference: Difference, readings: Sequence[Reading]) -> object:
    """What a difference holds against what: speakers, or words whatever their forms."""
    a, b = (readings[place] for place in difference.between)
    if difference.kind == "attribution":
        return stance(a, b)
    texts = (a.text(difference.spans[0]), b.text(difference.spans[1]))
    return frozenset(" ".join(map(stem, text.split())) for text in texts)


def shown(found: Sequence[Difference], using: DifferenceSettings) -> tuple[Difference, ...]:
    """The differences that are worth showing, heaviest first; each pair of words once."""
    ordered = sorted(found, key=lambda d: (-d.weight, d.kind, d.between, d.spans, d.relation))
    kept: list[Difference] = []
    count: dict[str, int] = {}
    for difference in ordered:
        if difference.kind == "wording" and difference.weight < using.least_weight:
            continue
        count[difference.kind] = count.get(difference.kind, 0) + 1
        if difference.kind in JUDGED or count[difference.kind] <= using.most_wordings:
            kept.append(difference)
    return tuple(kept)
