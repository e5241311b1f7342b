"""The figures of a story with their sources: each figure once, with the reports that give it, by what is counted."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Annotations, Attribution, Place, Quantity, Span, Story
from stemma.present.quoting import Around, around, sentence_at
from stemma.present.wordings import Twins, Wording, same, wording

UNITS = {"percent": "%", "count": ""}
"""Units that are not written as they are."""

EXACT = 2**53
"""From here on a number is shown with its digits that are known, not with all."""

LOOKED_AT = 24
"""Attributions before a figure that may hold it: speech within speech is not deeper."""


@dataclass(frozen=True, slots=True)
class Giving:
    """One report's giving of a figure; `line` is its sentence, `giver` the attribution that holds it, if any."""

    place: Place
    line: str
    around: Around
    quantity: Quantity
    giver: Attribution | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, of what, and who gives it, a sentence each; `value` is written out with its unit.

    `word` stands for a value that no report puts in figures, as "dozens" for the 24 that it is counted as.
    """

    value: str
    word: str
    of: str
    change: str
    period: tuple[str, str] | None
    hedges: tuple[str, ...]
    reports: tuple[str, ...]
    givings: tuple[Giving, ...]

    @property
    def counts(self) -> bool:
        """Whether it is a number of something, and no rate or measure of it."""
        return self.givings[0].quantity.unit == "count"

    @property
    def sentences(self) -> list[list[Giving]]:
        """The givings by the words of their sentences."""
        by: dict[str, list[Giving]] = {}
        for giving in self.givings:
            by.setdefault(giving.line, []).append(giving)
        return list(by.values())


@dataclass(frozen=True, slots=True)
class Counted:
    """Figures of the same: `name` is what is counted, or the unit."""

    name: str
    figures: tuple[Figure, ...]

    @property
    def reports(self) -> int:
        """How many reports give one of them."""
        return len({report for figure in self.figures for report in figure.reports})


class FiguresView:
    """The figures of a story, by what is counted, most reports first."""

    def __init__(self, story: Story, twins: Twins, most: int) -> None:
        givers = {notes.report.id: Givers(notes) for notes in story.reports}
        figures = [_figure(held, givers) for held in _joined(story, twins)]
        kept = sorted(figures, key=lambda figure: -len(figure.reports))[:most]
        self.count = len(figures)
        self.left_out = len(figures) - len(kept)
        self.groups = _grouped(kept)


def amount(quantity: Quantity) -> str:
    """The value of a figure with its unit, in digits.

    >>> amount(Quantity(span=Span(0, 1), value=1.6e9, unit="USD"))
    '1,600,000,000 USD'
    """
    unit = UNITS.get(quantity.unit, quantity.unit)
    high = f" to {_number(quantity.high)}" if quantity.high is not None else ""
    return f"{_number(quantity.value)}{high} {unit}".rstrip()


def _number(value: float) -> str:
    if abs(value) < EXACT and value == int(value):
        return f"{int(value):,}"
    return f"{value:,.12g}" if abs(value) < EXACT else f"{value:.6g}"


def _joined(story: Story, twins: Twins) -> Iterator[list[Wording[Quantity]]]:
    """The figures that are one: equal in value, unit and what is counted, or else in one sentence that reports share.

    "12 people" of one report and "12 dead" of another may be two figures: only shared words make them one.
    """
    held: dict[tuple[object, ...], list[Wording[Quantity]]] = defaultdict(list)
    for notes in story.reports:
        seen: Counter[tuple[object, ...]] = Counter()
        for quantity in notes.quantities:
            span = sentence_at(notes, quantity.span) or quantity.span
            key = (quantity.value, quantity.high, quantity.unit, quantity.change)
            # "12 cars and 12 lorries" of one sentence are two figures in each report that has it.
            held[key].append(wording(quantity, notes, (span,), str(seen[*key, span])))
            seen[*key, span] += 1
    for wordings in held.values():
        by: dict[str, list[Wording[Quantity]]] = {}
        for group in same(wordings, twins):
            names = [of for one in group.all if (of := counted(one.item.of))]
            head = next((name for name in names if name in by), names[0] if names else group.first.line)
            by.setdefault(head, []).extend(group.all)
        yield from by.values()


def counted(of: str | None) -> str:
    """What is counted, so that "jobs" and "job" are one.

    >>> counted("New jobs"), counted(None)
    ('new job', '')
    """
    return " ".join(re.sub(r"(?<=[a-z]{2})s$", "", word) for word in (of or "").casefold().split())


def _figure(held: Sequence[Wording[Quantity]], givers: Mapping[str, "Givers"]) -> Figure:
    first = held[0].item
    names = Counter(one.item.of for one in held if one.item.of)
    return Figure(
        value=amount(first),
        word=_word(held, givers),
        of=max(names, key=lambda name: names[name]) if names else "",
        change=first.change or "",
        period=next((one.item.period for one in held if one.item.period), None),
        hedges=tuple(dict.fromkeys(one.item.hedge for one in held if one.item.hedge)),
        reports=tuple(dict.fromkeys(one.report for one in held)),
        givings=tuple(_giving(one, givers[one.report]) for one in held),
    )


def _word(held: Sequence[Wording[Quantity]], givers: Mapping[str, "Givers"]) -> str:
    """The word that is the whole figure in each report that gives it, or nothing."""
    written = {givers[one.report].notes.report.text[slice(*one.item.span)].casefold() for one in held}
    hedges = {(one.item.hedge or "").casefold() for one in held}
    return held[0].item.hedge or "" if written == hedges and len(hedges) == 1 else ""


def _giving(one: Wording[Quantity], givers: "Givers") -> Giving:
    span = one.item.span
    return Giving(
        place=Place(report=one.report, span=span),
        line=one.line,
        around=around(givers.notes, span),
        quantity=one.item,
        giver=givers.of(span),
    )


class Givers:
    """Who gives what stands in a report: the attributions by the words that they hold."""

    def __init__(self, notes: Annotations) -> None:
        self.notes = notes
        self._parts = sorted(
            ((part, said) for said in notes.attributions for part in said.content), key=lambda p: (p[0], p[1].id)
        )

    def of(self, span: Span) -> Attribution | None:
        """The attribution to which a place belongs: the shortest one that holds it."""
        after = bisect_right(self._parts, span.start, key=lambda part: part[0].start)
        near = self._parts[max(0, after - LOOKED_AT) : after]
        held = [(part.end - part.start, said.id, said) for part, said in near if span.end <= part.end]
        return min(held, key=lambda found: found[:2])[2] if held else None


def _grouped(figures: Sequence[Figure]) -> list[Counted]:
    """Figures by what is counted; "people killed" stands with "people", what has no name by its unit."""
    single = {key for figure in figures if len((key := counted(figure.of)).split()) == 1}
    by: dict[tuple[bool, str], list[Figure]] = {}
    for figure in figures:
        words = counted(figure.of).split()
        head = next((word for word in words if word in single), " ".join(words))
        unit = figure.value.rpartition(" ")[2] if not head else ""
        by.setdefault((not head, head or ("" if unit[:1].isdigit() else unit)), []).append(figure)
    groups = [
        Counted(_heading(head, held) if not unnamed else head, tuple(sorted(held, key=_order)))
        for (unnamed, head), held in by.items()
    ]
    named = [not unnamed for unnamed, _ in by]
    ranked = sorted(
        zip(named, groups, strict=True), key=lambda g: (not g[0], -g[1].reports, -len(g[1].figures), g[1].name)
    )
    return [group for _, group in ranked]


def _heading(head: str, figures: Sequence[Figure]) -> str:
    """What is counted, as a report writes it."""
    return next((f.of for f in figures if counted(f.of) == head), figures[0].of)


def _order(figure: Figure) -> tuple[int, float]:
    return -len(figure.reports), -figure.givings[0].quantity.value
