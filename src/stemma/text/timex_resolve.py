"""From a reading to the calendar: the walk of its steps, its value, its interval."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from stemma.model import TimeType
from stemma.text import timex_calendar as calendar
from stemma.text.timex_calendar import Interval, finer, holding, shifted
from stemma.text.timex_readings import Fixed, Length, Moment, Reading, Repeated, Sense, Step, Unit

# A day without a year that comes so soon after the report is ahead, even where no word says so; one that comes within
# the tolerance is ahead even where the verb looks back: stamps are a day off before a year is.
_SOON = timedelta(days=31)
_TOLERANCE = timedelta(days=2)
# A day that has just passed is not the one of the next year, even where the verb looks ahead: "is to run from May 3".
_JUST, _LONG = timedelta(days=14), timedelta(days=180)
_LETTERS: dict[Unit, str] = {
    "century": "Y",
    "decade": "Y",
    "year": "Y",
    "half": "M",
    "quarter": "M",
    "season": "M",
    "month": "M",
    "week": "W",
    "weekend": "WE",
    "day": "D",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
_FACTORS: dict[Unit, int] = {"century": 100, "decade": 10, "half": 6, "quarter": 3, "season": 3}
# What a fraction of a unit is counted in.
_PARTS: dict[Unit, tuple[int, Unit]] = {
    "year": (12, "month"),
    "month": (30, "day"),
    "week": (7, "day"),
    "day": (24, "hour"),
    "hour": (60, "minute"),
    "minute": (60, "second"),
}


class Resolved(NamedTuple):
    """A reading on the calendar: TIMEX3's type and value, and the days that bound it, as far as they are known.

    `interval` is where a later expression may count from: "that year", "the day before".
    """

    type: TimeType
    value: str
    begin: date | None = None
    end: date | None = None
    interval: Interval | None = None


class _NoSuchDay(ValueError):
    """31 February, or a year out of the calendar."""


def resolve(reading: Reading, report: Interval | None, mentioned: Interval | None = None) -> Resolved | None:
    """What a reading means in a report of a day; None where there is no such time.

    `report` is the day the report was written on, or the month or year where no more is known; None leaves what hangs
    on it open ("XXXX-01-19"). `mentioned` is what "that year" and "the day before" count from; `report` where it is
    None.
    """
    try:
        match reading:
            case Moment():
                return _moment(reading, report, mentioned)
            case Length():
                return _length(reading, report, mentioned)
            case Repeated():
                return Resolved("SET", reading.value)
            case Fixed():
                return Resolved("DATE", reading.value)
    except ValueError:
        return None


# --- moments ------------------------------------------------------------------------------------


def _moment(reading: Moment, report: Interval | None, mentioned: Interval | None) -> Resolved:
    anchor = (mentioned or report) if reading.anchor == "mentioned" else report
    if reading.iranian:
        found: Interval | None = _iranian(reading.steps)
    elif reading.steps:
        found = _walk(reading.steps, anchor, reading.sense)
    else:
        found = anchor if anchor and anchor.unit == "day" else None
    if reading.part or reading.clock:
        return _time(reading, found)
    if found is None:
        return Resolved("DATE", _masked(reading))
    named = calendar.value(found)
    if reading.iranian:
        named = f"{found.begin.isoformat()}/{found.end.isoformat()}" if found.begin < found.end else named
    if reading.fiscal:
        return Resolved("DATE", "FY" + named)
    begin, end = _shaded(found, reading.shade)
    if reading.until:
        last = _walk(reading.until, anchor, reading.sense)
        if last is None or last.begin < found.begin:
            raise _NoSuchDay
        named, end = f"{named}/{calendar.value(last)}", last.end
    if reading.bound == "since":
        return Resolved("DATE", named, begin=begin, interval=found)
    if reading.bound == "until":
        return Resolved("DATE", named, end=end, interval=found)
    return Resolved("DATE", named, begin, end, found)


def _time(reading: Moment, found: Interval | None) -> Resolved:
    suffix = "T" + (f"{reading.clock}{reading.offset}" if reading.clock else reading.part)
    if found is None or found.unit != "day":
        day = _masked(reading) if reading.steps and found is None else ""
        return Resolved("TIME", day + suffix, interval=found)
    return Resolved("TIME", calendar.value(found) + suffix, found.begin, found.end, found)


def _shaded(interval: Interval, shade: str) -> tuple[date, date]:
    """Begin and end, cut to the first, second or last third; months are cut after the 10th and the 20th."""
    begin, end = interval.begin, interval.end
    if not shade or begin == end:
        return begin, end
    third = ("early", "mid", "late").index(shade)
    if interval.unit == "month":
        return begin + timedelta(days=10 * third), end if third == 2 else begin + timedelta(days=10 * third + 9)
    if interval.unit == "year":
        first = calendar.month_of(begin.year, 4 * third + 1)
        return first.begin, calendar.month_of(begin.year, 4 * third + 4).end
    days = (end - begin).days + 1
    low = begin + timedelta(days=days * third // 3)
    return low, begin + timedelta(days=days * (third + 1) // 3 - 1)


def _walk(steps: Sequence[Step], anchor: Interval | None, sense: Sense) -> Interval | None:
    """Where the steps lead; None where the anchor is unknown or too coarse for them."""
    first, *rest = steps
    if first.how == "is" and (start := _absolute(first)):
        return _onwards(start, rest)
    if anchor is not None and anchor.unit == "month" and first.unit == "day" and first.how == "is":
        return _onwards(_inside(anchor, first), rest)
    if anchor is None or finer(first.unit, anchor.unit):
        _check(steps)
        return None
    if first.how in ("shift", "move"):
        if first.how == "move":
            grain = anchor if first.unit == "weekend" or anchor.unit != "day" else holding(first.unit, anchor.begin)
            return _onwards(shifted(grain, first.unit, first.number), rest)
        return _onwards(shifted(holding(first.unit, anchor.begin), first.unit, first.number), rest)
    return _chosen(_candidates(first, rest, anchor), anchor, first, sense)


def _absolute(step: Step) -> Interval | None:
    if step.unit == "year":
        return holding("year", date(step.number, 1, 1))
    if step.unit == "decade":
        return calendar.decade_of(step.number)
    return calendar.century_of(step.number) if step.unit == "century" else None


def _onwards(at: Interval, steps: Iterable[Step]) -> Interval:
    for step in steps:
        at = _inside(at, step)
    return at


def _inside(at: Interval, step: Step) -> Interval:
    """One step on from a known interval."""
    year = at.begin.year
    if step.how == "shift":
        return shifted(holding(step.unit, at.begin), step.unit, step.number)
    if step.how == "move":
        return shifted(at, step.unit, step.number)
    if step.how == "nth":
        return _nth(at, step)
    match step.unit:
        case "month":
            return calendar.month_of(year, step.number)
        case "quarter":
            return calendar.quarter_of(year, step.number)
        case "half":
            return calendar.half_of(year, step.number)
        case "season":
            return calendar.season_of(year, step.number)
        case "easter":
            return holding("day", calendar.easter(year) + timedelta(days=step.number))
        case "day":
            return holding("day", at.begin.replace(day=step.number))
        case "weekday" if at.unit == "day":
            return at
        case "weekday":
            return holding("day", at.begin + timedelta(days=(step.number - at.begin.weekday()) % 7))
        case _:
            raise _NoSuchDay


def _nth(at: Interval, step: Step) -> Interval:
    """The first, second or last unit in an interval."""
    if step.unit == "weekday":
        if step.which < 0:
            back = (at.end.weekday() - step.number) % 7 + 7 * (-step.which - 1)
            day = at.end - timedelta(days=back)
        else:
            day = at.begin + timedelta(days=(step.number - at.begin.weekday()) % 7 + 7 * (step.which - 1))
        found = holding("day", day)
    elif step.number < 0:
        found = shifted(holding(step.unit, at.end), step.unit, step.number + 1)
    else:
        first = holding(step.unit, at.begin)
        if first.begin < at.begin and step.unit != "week":
            first = shifted(first, step.unit, 1)
        found = shifted(first, step.unit, step.number - 1)
    if found.begin > at.end or found.end < at.begin:
        raise _NoSuchDay
    return found


def _candidates(first: Step, rest: Sequence[Step], anchor: Interval) -> list[Interval]:
    """The like times around the anchor, in order: the same day of this year, of the one before, of the one after."""
    surroundings: Unit = {"weekday": "week", "day": "month"}.get(first.unit, "year")  # type: ignore[assignment]
    here = holding(surroundings, anchor.begin)
    step = first._replace(how="is")

    def at(shifts: Iterable[int]) -> list[Interval]:
        found = []
        for shift in shifts:
            try:
                found.append(_onwards(_inside(shifted(here, surroundings, shift), step), rest))
            except ValueError:
                continue
        return found

    _check([first, *rest])
    near = at((-2, -1, 0, 1, 2))
    return near or at((-8, -7, -6, -5, -4, -3, 3, 4, 5, 6, 7, 8))


def _chosen(found: list[Interval], anchor: Interval, first: Step, sense: Sense) -> Interval:
    """The one of several like times that a report means."""
    if not found:
        raise _NoSuchDay
    if first.how == "last":
        return _last(found, lambda x: x.end < anchor.begin)
    if first.how == "next":
        return _first(found, lambda x: x.begin > anchor.end)
    if first.how == "this":
        return _this(found, anchor, first, sense)
    ahead = _first(found, lambda x: x.end >= anchor.begin)
    behind = _last(found, lambda x: x.begin <= anchor.end)
    yearly = first.unit not in ("weekday", "day")
    wait = ahead.begin - anchor.end
    if sense == "future":
        return behind if yearly and anchor.begin - behind.end <= _JUST and wait > _LONG else ahead
    if sense == "near":
        return ahead if wait < anchor.begin - behind.end else behind
    return ahead if yearly and wait <= (_TOLERANCE if sense == "past" else _SOON) else behind


def _this(found: list[Interval], anchor: Interval, first: Step, sense: Sense) -> Interval:
    around = [x for x in found if x.begin <= anchor.begin <= x.end]
    if around:
        return around[0]
    unit: Unit = "week" if first.unit == "weekday" else "year"
    here = holding(unit, anchor.begin)
    of_year = [x for x in found if x.end >= here.begin and x.begin <= here.end]
    if unit == "year" and len(of_year) == 2:  # a year holds the end of one winter and the beginning of another
        wanted = "future" if anchor.begin - of_year[0].end > of_year[1].begin - anchor.end else "past"
        return of_year[(sense if sense in ("past", "future") else wanted) == "future"]
    inside = _first(found, lambda x: x.begin >= here.begin)
    if unit == "week" and sense == "future" and inside.end < anchor.begin:
        return _first(found, lambda x: x.begin > anchor.end)
    if unit == "week" and sense == "past" and inside.begin > anchor.end:
        return _last(found, lambda x: x.end < anchor.begin)
    return inside


def _first(found: list[Interval], wanted: Callable[[Interval], bool]) -> Interval:
    return next((x for x in found if wanted(x)), found[-1])


def _last(found: list[Interval], wanted: Callable[[Interval], bool]) -> Interval:
    return next((x for x in reversed(found) if wanted(x)), found[0])


def _check(steps: Sequence[Step]) -> None:
    """Refuse a day that no year has."""
    month = next((s.number for s in steps if s.unit == "month" and s.how != "shift"), None)
    day = next((s.number for s in steps if s.unit == "day" and s.how == "is"), None)
    if month is not None and day is not None:
        date(2000, month, day)


def _masked(reading: Moment) -> str:
    """The value where the day of the report is not known: X for what hangs on it."""
    known = {step.unit: step.number for step in reading.steps if step.how in ("is", "last", "next", "this")}
    until = {step.unit: step.number for step in reading.until if step.how == "is"}
    if until:
        return f"{_masked(replace(reading, until=()))}/{_masked(replace(reading, steps=reading.until, until=()))}"
    if "month" in known:
        return f"XXXX-{known['month']:02d}" + (f"-{known['day']:02d}" if "day" in known else "")
    if "day" in known:
        return f"XXXX-XX-{known['day']:02d}"
    if "weekday" in known:
        return f"XXXX-WXX-{known['weekday'] + 1}"
    if "season" in known:
        return "XXXX-" + ("SP", "SU", "FA", "WI")[known["season"]]
    if "quarter" in known:
        return f"XXXX-Q{known['quarter']}"
    if "half" in known:
        return f"XXXX-H{known['half']}"
    forms = {
        "day": "XXXX-XX-XX",
        "week": "XXXX-WXX",
        "weekend": "XXXX-WXX-WE",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
    }
    return forms.get(reading.steps[-1].unit, "XXXX") if reading.steps else "XXXX-XX-XX"


def _iranian(steps: Sequence[Step]) -> Interval:
    known = {step.unit: step.number for step in steps}
    if "month" not in known:
        return calendar.iranian_year(known["year"])
    month = calendar.iranian_month(known["year"], known["month"])
    if "day" not in known:
        return month
    day = month.begin + timedelta(days=known["day"] - 1)
    if day > month.end:
        raise _NoSuchDay
    return holding("day", day)


# --- lengths ------------------------------------------------------------------------------------


def _length(reading: Length, report: Interval | None, mentioned: Interval | None) -> Resolved:
    value = length_value(reading.number, reading.unit)
    if reading.number is None or reading.unit in ("hour", "minute", "second"):
        return Resolved("DURATION", value)
    begin: date | None = None
    end: date | None = None
    given = reading.ends or reading.begins
    interval: Interval | None = None
    if given is not None:
        found = _moment(given, report, mentioned)
        interval = found.interval
        if reading.ends is not None and found.end is not None:
            begin, end = _ending(reading, found.end)
        elif found.begin is not None and reading.begins is not None:
            begin = found.begin
            end = _back_a_day(calendar.days_on(begin, reading.unit, reading.number))
    elif reading.towards and report is not None and report.unit == "day":
        signed = -reading.number if reading.towards == "past" else reading.number
        other = calendar.days_on(report.begin, reading.unit, signed)
        begin, end = (other, report.end) if reading.towards == "past" else (report.begin, other)
    return Resolved("DURATION", value, begin, end, interval)


def _ending(reading: Length, end: date) -> tuple[date | None, date]:
    assert reading.number is not None
    if reading.iranian and reading.unit == "month" and reading.ends is not None and reading.ends.shade == "late":
        # Months of the Iranian calendar end about the 20th: "nine months ending in late December".
        year, month = calendar.iranian_month_at(end.replace(day=15))
        count = year * 12 + month - round(reading.number)
        last = calendar.iranian_month(year, month)
        return calendar.iranian_month(count // 12, count % 12 + 1).begin, last.end
    after = end + timedelta(days=1)
    return calendar.days_on(after, reading.unit, -reading.number), end


def _back_a_day(day: date | None) -> date | None:
    return day - timedelta(days=1) if day is not None else None


def length_value(number: float | None, unit: Unit) -> str:
    """TIMEX3's value of a length: "P9M", "PT90M", "PXY".

    >>> length_value(1.5, "hour"), length_value(2, "decade"), length_value(None, "year")
    ('PT90M', 'P20Y', 'PXY')
    """
    if number is None:
        return ("PT" if unit in ("hour", "minute", "second") else "P") + "X" + _LETTERS[unit]
    number *= _FACTORS.get(unit, 1)
    unit = {"century": "year", "decade": "year", "half": "month", "quarter": "month", "season": "month"}.get(unit, unit)  # type: ignore[assignment]
    while number != int(number) and unit in _PARTS:
        factor, unit = _PARTS[unit]
        number = round(number * factor, 2)
    written = f"{number:.10g}" if number != int(number) else str(int(number))
    return ("PT" if unit in ("hour", "minute", "second") else "P") + written + _LETTERS[unit]
