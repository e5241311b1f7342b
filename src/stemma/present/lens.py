"""The edit lens: edits of shared copy, the same change of words told once, whichever outlets made it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stemma.model import Annotations, Edit, EditKind, Place

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


@dataclass(frozen=True, slots=True)
class Reading:
    """One wording at a place, in its context, and the places that have it, one for each report."""

    before: str
    words: str
    after: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Two readings of one place in shared copy."""

    kind: EditKind
    weight: float
    a: Reading
    b: Reading
    because: tuple[str, ...]


def changes(edits: Iterable[Edit], reports: Mapping[str, Annotations]) -> list[Change]:
    """The edits with the same words on both sides joined, weightiest first."""
    groups: dict[tuple[str, ...], list[tuple[Edit, Place, Place]]] = {}
    for edit in sorted(edits, key=lambda e: (-e.weight, e.kind, e.a.report, e.a.span, e.b.report, e.b.span)):
        a, b = edit.a, edit.b
        words = [" ".join(_words(place, reports).casefold().split()) for place in (a, b)]
        if all(words) and (edit.kind, words[1], words[0], "") in groups:
            a, b, words = b, a, words[::-1]
        around = _around(a, reports) if not all(words) else ""
        groups.setdefault((edit.kind, *words, around), []).append((edit, a, b))
    found = [_change(group, reports) for group in groups.values()]
    return sorted(found, key=lambda c: -c.weight)


def _change(group: list[tuple[Edit, Place, Place]], reports: Mapping[str, Annotations]) -> Change:
    heaviest = group[0][0]
    return Change(
        kind=heaviest.kind,
        weight=heaviest.weight,
        a=_reading([a for _, a, _ in group], reports),
        b=_reading([b for _, _, b in group], reports),
        because=heaviest.because,
    )


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
