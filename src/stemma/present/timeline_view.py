"""The days that a story's reports speak of and those on which they appeared, in order."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from stemma.model import Annotations, Dating, Place, Report, Story, Time
from stemma.present.quoting import Around, around, sentence_at
from stemma.present.report_view import MONTHS, written_day
from stemma.present.wordings import Same, Twins, Wording, same, wording

FEW_DAYS = 14
"""Entries of a timeline that are shown in full; in a longer one, runs told by one report each are folded."""

OPEN = "9999-12-31~"
"""Sorts after every day."""

PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
"""Parts of a day as TIMEX3 writes them, in words."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that speaks of a time, and where the reports have it; `clock` is the time of day."""

    around: Around
    clock: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or a period: what the reports tell of it, and which of them appeared on it."""

    begin: str | None
    end: str | None
    tellings: tuple[Telling, ...]
    published: tuple[Report, ...] = ()

    @property
    def precise(self) -> bool:
        """Whether it is a single day."""
        return self.begin is not None and self.begin == self.end

    @property
    def written(self) -> str:
        """The day or period in words."""
        return written_period(self.begin, self.end)

    @property
    def reports(self) -> int:
        """How many reports speak of it."""
        return len({place.report for telling in self.tellings for place in telling.places})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbours on the timeline; `folded` where each is told by one report alone and there are many."""

    moments: tuple[Moment, ...]
    folded: bool


class TimelineView:
    """The timeline of a story, the times that hang on a missing date, and the dates that were changed."""

    def __init__(self, story: Story, twins: Twins, most: int) -> None:
        notes = {one.report.id: one for one in story.reports}
        told = same(_wordings(story.reports), twins)
        kept = sorted(told, key=lambda group: -len(group.reports))[:most]
        self.count = len(told)
        self.left_out = len(told) - len(kept)
        self.moments = _moments(kept, notes)
        self.undated = [_telling(group, notes) for group in kept if not _dated(group.first.item)]
        self.unpublished = [one.report for one in story.reports if not one.report.published]
        self.datings: tuple[Dating, ...] = story.datings

    @property
    def speaks(self) -> bool:
        """Whether there is more to show than when reports appeared."""
        return bool(self.datings or self.undated or any(moment.tellings for moment in self.moments))

    @property
    def stretches(self) -> list[Stretch]:
        """The moments in order, runs of little weight folded where there are many."""
        if len(self.moments) <= FEW_DAYS:
            return [Stretch(tuple(self.moments), False)]
        runs = [tuple(run) for _, run in groupby(self.moments, key=lambda m: m.reports < 2 and not m.published)]
        return [Stretch(run, len(run) > 1 and run[0].reports < 2 and not run[0].published) for run in runs]


def written_period(begin: str | None, end: str | None) -> str:
    """A day or period in words, as ISO dates with both ends included give it.

    >>> written_period("2031-03-01", "2031-03-31"), written_period("2031-01-01", "2031-12-31")
    ('March 2031', '2031')
    >>> written_period("2031-03-01", "2031-03-04"), written_period(None, "2031-03-04")
    ('1 March 2031 to 4 March 2031', 'until 4 March 2031')
    """
    if begin is None or end is None:
        return f"until {written_day(end or '')}" if begin is None else f"from {written_day(begin)}"
    if begin == end:
        return written_day(begin)
    if begin[:4] == end[:4] and (begin[4:], end[4:]) == ("-01-01", "-12-31"):
        return begin[:4]
    if begin[:7] == end[:7] and begin.endswith("-01") and end[8:] == _last(begin):
        return f"{MONTHS[int(begin[5:7]) - 1]} {begin[:4]}"
    return f"{written_day(begin)} to {written_day(end)}"


def _last(day: str) -> str:
    """The number of the last day of a day's month, or nothing where it is no day of a calendar."""
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-\d\d", day) or day < "0001":
        return ""
    return str(monthrange(int(day[:4]), int(day[5:7]))[1])


def _dated(time: Time) -> bool:
    return time.begin is not None or time.end is not None


def _hangs(time: Time) -> bool:
    """Whether a time lacks its date: a day or an hour, not a length of time, nor a "now" or "recently"."""
    return time.type in {"DATE", "TIME"} and not time.value.endswith("_REF")


def _wordings(reports: Iterable[Annotations]) -> Iterator[Wording[Time]]:
    for notes in reports:
        for time in notes.times:
            if _dated(time) or _hangs(time):
                span = sentence_at(notes, time.span) or time.span
                party = f"{time.begin}/{time.end}" if _dated(time) else time.value
                yield wording(time, notes, (span,), party)


def _moments(groups: Sequence[Same[Time]], notes: Mapping[str, Annotations]) -> list[Moment]:
    told: dict[tuple[str | None, str | None], list[Same[Time]]] = {}
    for group in groups:
        if _dated(time := group.first.item):
            told.setdefault((time.begin, time.end), []).append(group)
    appeared: dict[tuple[str | None, str | None], list[Report]] = {}
    for one in sorted((one.report for one in notes.values()), key=lambda r: (r.published or "", r.id)):
        if one.published:
            day = one.published[:10]
            appeared.setdefault((day, day), []).append(one)
    return [
        Moment(
            begin=begin,
            end=end,
            tellings=tuple(_telling(group, notes) for group in sorted(told.get((begin, end), ()), key=_by_the_clock)),
            published=tuple(appeared.get((begin, end), ())),
        )
        for begin, end in sorted({**told, **appeared}, key=_in_time)
    ]


def _in_time(period: tuple[str | None, str | None]) -> tuple[str, str]:
    """Longer periods before the days in them."""
    begin, end = period
    turned = "".join(chr(ord("9") - int(c)) if c.isdigit() and c.isascii() else c for c in end or OPEN)
    return (begin or end or ""), turned


def _by_the_clock(group: Same[Time]) -> tuple[str, int]:
    return group.first.item.value if "T" in group.first.item.value else "", -len(group.reports)


def _telling(group: Same[Time], notes: Mapping[str, Annotations]) -> Telling:
    first = group.first
    places = {(one.report, one.spans): Place(report=one.report, span=one.item.span) for one in reversed(group.all)}
    return Telling(
        around=around(notes[first.report], first.item.span),
        clock=clock(first.item.value),
        places=tuple(reversed(places.values())),
    )


def clock(value: str) -> str:
    """The time of day of a TIMEX3 value, in words where it is a part of the day.

    >>> clock("2031-03-04T09:00"), clock("2031-03-04TMO"), clock("2031-03-04")
    ('09:00', 'morning', '')
    """
    part = value.partition("T")[2]
    return PARTS.get(part, part if part[:1].isdigit() else "")
