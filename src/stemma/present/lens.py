"""The edit lens: edits of shared copy, the same change of words told once, whichever outlets made it."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Annotations, Edit, EditKind, Place
from stemma.text.frequency import background
from stemma.text.words import words

SMALL = 0.1
"""Weight of meaning (0 to 1) up to which a word is small: "the", "with", "which", "also"."""

CONTEXT = 48
"""Characters shown to either side of the words that differ: about eight words."""

KINDS: dict[EditKind, str] = {
    "figure": "figure changed",
    "polarity": "sense turned",
    "reattributed": "attribution changed",
    "reworded": "reworded",
    "cut": "cut",
    "added": "added",
    "moved": "moved",
}
"""How each kind of edit is called on the page."""

SIGNS: dict[EditKind, str] = {
    "figure": "#",
    "polarity": "±",
    "reattributed": "“”",
    "reworded": "≈",
    "cut": "−",
    "added": "+",
    "moved": "↕",
}
"""A sign for each kind, beside its name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One wording at a place, in its context, and the places that have it, one for each report."""

    before: str
    words: str
    after: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The readings of one place in shared copy, two or more; `small` where only small words differ.

    Kind, weight and reasons are those of its weightiest edit.
    """

    kind: EditKind
    weight: float
    readings: tuple[Reading, ...]
    because: tuple[str, ...]
    small: bool = False

    @property
    def reports(self) -> int:
        """How many reports have one of the readings."""
        return len({place.report for reading in self.readings for place in reading.places})


def changes(edits: Iterable[Edit], reports: Mapping[str, Annotations]) -> list[Change]:
    """The edits at one place joined, and those with the same words on both sides; weightiest first.

    Edits are at one place where they share the words of a report: what three outlets print at one spot is one change
    with three readings, not three changes of two. Moves are no readings and stay apart.
    """
    ranked = sorted(edits, key=lambda e: (-e.weight, e.kind, e.a.report, e.a.span, e.b.report, e.b.span))
    leader = list(range(len(ranked)))

    def first(n: int) -> int:
        while leader[n] != n:
            leader[n] = n = leader[leader[n]]
        return n

    seen: dict[Hashable, int] = {}
    for n, edit in enumerate(ranked):
        for key in _keys(edit, reports):
            one, other = sorted((first(n), first(seen.setdefault(key, n))))
            leader[other] = one
    groups: dict[int, list[Edit]] = {}
    for n, edit in enumerate(ranked):
        groups.setdefault(first(n), []).append(edit)
    return sorted((_change(group, reports) for group in groups.values()), key=lambda change: -change.weight)


def _keys(edit: Edit, reports: Mapping[str, Annotations]) -> list[Hashable]:
    """What edits of one change have in common: a place, or the words on both sides."""
    words = sorted(_folded(place, reports) for place in (edit.a, edit.b))
    around = sorted(_around(place, reports) for place in (edit.a, edit.b)) if not all(words) else ()
    keys: list[Hashable] = [(edit.kind, *words, *around)]
    if edit.kind != "moved":
        keys += [place for place in (edit.a, edit.b) if place.span.end > place.span.start]
    return keys


def _change(group: list[Edit], reports: Mapping[str, Annotations]) -> Change:
    heaviest = group[0]
    held: dict[str, list[Place]] = {}
    # Where the folded words do not differ (moves, capitals), the two sides are the readings.
    alike = all(_folded(edit.a, reports) == _folded(edit.b, reports) for edit in group)
    for edit in group:
        for side, place in (("a", edit.a), ("b", edit.b)):
            held.setdefault(side if alike else _folded(place, reports), []).append(place)
    readings = tuple(_reading(places, reports) for places in held.values())
    small = heaviest.kind == "reworded" and _small([reading.words for reading in readings])
    return Change(heaviest.kind, heaviest.weight, readings, heaviest.because, small)


def _small(readings: Sequence[str]) -> bool:
    """Whether the readings differ in small words alone: articles, prepositions, auxiliaries."""
    each = [{text[s:e].casefold() for s, e in words(text)} for text in readings]
    differing = set[str]().union(*each) - each[0].intersection(*each)
    return all(background().weight(word) <= SMALL for word in differing)


def _folded(place: Place, reports: Mapping[str, Annotations]) -> str:
    return " ".join(_words(place, reports).casefold().split())


def _reading(places: Iterable[Place], reports: Mapping[str, Annotations]) -> Reading:
    chosen = list({place.report: place for place in reversed(list(places))}.values())[::-1]
    text, (start, end) = reports[chosen[0].report].report.text, chosen[0].span
    return Reading(
        before=_clipped_left(text[max(0, start - CONTEXT) : start], start > CONTEXT),
        words=text[start:end],
        after=_clipped_right(text[end : end + CONTEXT], end + CONTEXT < len(text)),
        places=tuple(chosen),
    )


def _clipped_left(text: str, cut: bool) -> str:
    """Context from its last line break on, at a whole word."""
    if "\n" in text:
        return text.rsplit("\n", 1)[1]
    return "… " + text.split(" ", 1)[-1] if cut and " " in text else text


def _clipped_right(text: str, cut: bool) -> str:
    if "\n" in text:
        return text.split("\n", 1)[0]
    return text.rsplit(" ", 1)[0] + " …" if cut and " " in text else text


def _words(place: Place, reports: Mapping[str, Annotations]) -> str:
    return reports[place.report].report.text[place.span.start : place.span.end]


def _around(place: Place, reports: Mapping[str, Annotations]) -> str:
    """The words before a place: cuts of the same word in two places are two changes."""
    text = reports[place.report].report.text[: place.span.start]
    return " ".join(text[-CONTEXT:].casefold().split()[-2:])
