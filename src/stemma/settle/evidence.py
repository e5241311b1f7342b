"""What the text of a report tells about the day that it was written on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from stemma.lang.calendar import MONTHS
from stemma.model import Annotations, Report, Span
from stemma.text.paragraphs import paragraphs
from stemma.text.timex import expressions
from stemma.text.timex_calendar import Interval, holding
from stemma.text.timex_readings import Expression, Moment, Step
from stemma.text.timex_resolve import resolve

# A page head that names its issue: "Country report, Feb 2022", "XRptFeb22".
_ISSUE = re.compile(
    r"(?<![A-Z])(?P<month>" + "|".join(sorted((m.capitalize() for m in MONTHS), key=len, reverse=True)) + r")"
    r"[ _.-]{0,2}(?P<year>(?:19|20)\d\d|\d\d)(?![\d,.:])"
)
_LONGEST_HEAD = 200
_DAY_UNITS = frozenset(("day", "weekday", "easter"))
# Stamps are a day off where zones differ.
_SLACK = timedelta(days=1)


class Mention(NamedTuple):
    """A day that a report names without its year, and the words."""

    moment: Moment
    words: str


class Doubt(NamedTuple):
    """Why a stamp can hardly be right, and the day that the text puts in its place, where it does."""

    reason: str
    day: date | None = None
    sure: bool = False
    """Whether the text contradicts the stamp by this alone."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The time expressions of one report, sorted by what they tell of its own day."""

    report: Report
    found: tuple[Expression, ...]
    mentions: tuple[Mention, ...]
    """Days named without a year, each once."""
    full: tuple[Mention, ...]
    """Days named with their year."""


def evidence(note: Annotations, most: int) -> Evidence:
    """What one report tells; of its days without a year, the first `most`."""
    report = note.report
    found = expressions(report.text, paragraphs(report.text, report.furniture), language=report.language)
    mentions: dict[tuple[Step, ...], Mention] = {}
    full: dict[tuple[Step, ...], Mention] = {}
    for expression in found:
        moment = expression.reading
        if not isinstance(moment, Moment) or not moment.steps or moment.until or moment.iranian:
            continue
        mention = Mention(replace(moment, part="", clock="", bound=""), report.text[expression.start : expression.end])
        first, last = moment.steps[0], moment.steps[-1]
        if (
            last.unit not in _DAY_UNITS
            or moment.anchor != "report"
            or any(s.how in ("shift", "move") for s in moment.steps)
        ):
            continue
        (full if first.unit == "year" else mentions).setdefault(moment.steps, mention)
    return Evidence(report, found, tuple(mentions.values())[:most], tuple(full.values())[:most])


def day_of(mention: Mention, written: Interval | None) -> date | None:
    """The day that a mention means in a report of a day; None where it tells none."""
    found = resolve(mention.moment, written)
    return found.interval.begin if found and found.interval and found.interval.unit == "day" else None


def doubts(told: Evidence, written: date, dateline_days: int) -> list[Doubt]:
    """Why a report was not written on a day that it may be stamped with."""
    here = holding("day", written)
    found = [_ahead_of_stamp(mention, written) for mention in told.full]
    found += [_behind_stamp(mention, here) for mention in told.mentions]
    found += [_wrong_weekday(mention, here) for mention in told.mentions]
    found.append(_dateline(told.report, here, dateline_days))
    return [doubt for doubt in found if doubt is not None]


def _ahead_of_stamp(mention: Mention, written: date) -> Doubt | None:
    """The text looks back to a day after its stamp."""
    day = day_of(mention, None)
    if day is None or mention.moment.sense != "past" or day <= written + _SLACK:
        return None
    return Doubt(f"the text looks back to {mention.words}, after its stamp", day)


def _behind_stamp(mention: Mention, here: Interval) -> Doubt | None:
    """The text looks ahead to a day before its stamp."""
    if mention.moment.sense != "future" or mention.moment.steps[0].unit not in ("month", "easter"):
        return None
    day = day_of(mention, here)
    if day is None or day >= here.begin - _SLACK:
        return None
    return Doubt(f"the text looks ahead to {mention.words}, before its stamp")


def _wrong_weekday(mention: Mention, here: Interval) -> Doubt | None:
    """A weekday and a date that don't go together in the year of the stamp."""
    steps = mention.moment.steps
    if steps[-1].unit != "weekday" or steps[-1].how != "is" or not any(s.unit == "day" for s in steps):
        return None
    day = day_of(mention, here)
    if day is None or day.weekday() == steps[-1].number:
        return None
    return Doubt(f"{mention.words} is no {day.strftime('%A')}, as it would be by the stamp")


def _dateline(report: Report, here: Interval, most: int) -> Doubt | None:
    """A dateline whose day lies well before the stamp."""
    line = (report.dateline or "")[:_LONGEST_HEAD]
    for expression in expressions(line, (Span(0, len(line)),)) if line else ():
        if not isinstance(expression.reading, Moment) or expression.reading.steps[-1:] == ():
            continue
        moment = replace(expression.reading, sense="past")
        day = day_of(Mention(moment, line[expression.start : expression.end]), here)
        if day is not None and moment.steps[0].unit in ("year", "month") and here.begin - day > timedelta(days=most):
            return Doubt(f"the dateline says {line[expression.start : expression.end]}", day, sure=True)
    return None


def issue(report: Report) -> str | None:
    """The month that a page head or foot names: "2022-02"."""
    named = set()
    for start, end in report.furniture:
        for match in _ISSUE.finditer(report.text, start, min(end, start + _LONGEST_HEAD)):
            year = int(match["year"])
            year += 0 if year > 99 else 2000 if year < 50 else 1900
            named.add(f"{year:04d}-{MONTHS[match['month'].lower()]:02d}")
    return named.pop() if len(named) == 1 else None


def days_around(days: Sequence[date], reach: int) -> list[date]:
    """All days at most `reach` from one of `days`, sorted."""
    found: set[date] = set()
    for day in days:
        low, high = max(day.toordinal() - reach, 1), min(day.toordinal() + reach, date.max.toordinal())
        found.update(map(date.fromordinal, range(low, high + 1)))
    return sorted(found)
