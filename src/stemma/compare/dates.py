"""Dates of two assertions: "this week" and "last week" meet only as the days that they stand for."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Literal

from stemma.compare.differences_reading import Reading
from stemma.compare.differences_words import likeness
from stemma.model import Difference, DifferenceRelation, Span, Time

Grain = Literal["minute", "day", "week", "month", "year", "span"]

_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_LENGTH = re.compile(r"PT(\d{1,4})([HM])")
_NEAR_MINUTES = 20
"""Clock times this near are one: reports round."""
_SPAN_DAYS = 40
"""Days between two times of one grain beyond which they are of two happenings rather than one in dispute."""
_YEARS_APART = 3
COPIED = 0.6
"""Share of words in common from which one report has the words of the other, and their dates with them."""


def date_differences(a: Reading, b: Reading) -> Iterator[Difference]:
    """Where the dates of two assertions differ."""
    left, right = dated(moved(a)), dated(moved(b))
    for x in tuple(left):
        if (y := next((y for y in right if agree(x, y)), None)) is not None:
            left.remove(x)
            right.remove(y)
            if undated(a, x) != undated(b, y) and numbered(a, x) != numbered(b, y):
                yield difference(a, x.span, b, y.span, "precision", 0.3, "one gives the day only by its name")
    ranked = sorted((-nearness(x, y), i, j) for i, x in enumerate(left) for j, y in enumerate(right))
    used: set[tuple[str, int]] = set()
    alone = len(left) == 1 == len(right)
    for _, i, j in ranked:
        rough = ago(a, left[i]) or ago(b, right[j])
        if ("a", i) in used or ("b", j) in used or rough:
            continue
        if (found := verdict(left[i], right[j], alone=alone)) is not None:
            used |= {("a", i), ("b", j)}
            relation, weight, why = found
            if relative(a, left[i]) == relative(b, right[j]) != "":
                if likeness(a, b) >= COPIED:
                    continue
                relation, weight, why = "unclear", 0.3, "the same words, counted from two days of publication"
            yield difference(a, left[i].span, b, right[j].span, relation, weight, why)


def difference(
    a: Reading, first: Span, b: Reading, second: Span, relation: DifferenceRelation, weight: float, why: str
) -> Difference:
    """A difference of dates."""
    return Difference(
        kind="date",
        relation=relation,
        between=(a.place, b.place),
        spans=(first, second),
        weight=weight,
        because=(why,),
    )


def dated(times: Iterable[Time]) -> list[Time]:
    """Times that stand for days of the calendar, each only once."""
    found: list[Time] = []
    for time in times:
        known = time.type in ("DATE", "TIME") and time.begin and time.end and grain(time) != "span"
        if known and all((t.begin, t.end, t.value) != (time.begin, time.end, time.value) for t in found):
            found.append(time)
    return found


def moved(reading: Reading) -> Iterator[Time]:
    """The times of an assertion; "an hour before midnight" counts as the clock time that it stands for."""
    before: Time | None = None
    for time in reading.times:
        length = _LENGTH.fullmatch(before.value) if before is not None and before.type == "DURATION" else None
        clock = _CLOCK.search(time.value)
        if before is None or length is None or clock is None:
            before = time
            yield time
            continue
        link = reading.notes.report.text[before.span.end : time.span.start].strip().casefold()
        start, before = before.span.start, time
        if link in ("before", "after") and time.begin:
            minutes = int(length[1]) * (60 if length[2] == "H" else 1)
            at = datetime.fromisoformat(f"{time.begin}T{clock[1]}:{clock[2]}") if int(clock[1]) < 24 else None
            if at is not None:
                at += timedelta(minutes=-minutes if link == "before" else minutes)
                day = at.date().isoformat()
                value = at.isoformat(timespec="minutes")
                yield Time(span=Span(start, time.span.end), type="TIME", value=value, begin=day, end=day)
        else:
            yield time


def undated(reading: Reading, time: Time) -> bool:
    """Whether a time is known only because other reports of the story tell when its report was published."""
    return reading.notes.report.published_basis == "story" and not numbered(reading, time)


def numbered(reading: Reading, time: Time) -> bool:
    """Whether a time is given with a number."""
    return any(c.isdigit() for c in reading.text(time.span))


def relative(reading: Reading, time: Time) -> str:
    """The words of a time that counts from the day of publication; none for one that names its day or year."""
    return "" if numbered(reading, time) else reading.text(time.span).casefold()


def ago(reading: Reading, time: Time) -> bool:
    """Whether a time is counted back in years or months, which says no more than about when it was."""
    return grain(time) in ("year", "month") and reading.text(time.span).casefold().endswith("ago")


def grain(time: Time) -> Grain:
    """How exactly a time is given."""
    value = time.value
    if time.type == "TIME" and _CLOCK.search(value):
        return "minute"
    if "-W" in value:
        return "week" if time.type != "TIME" else "day"
    parts = value.split("T")[0].split("-")
    if len(parts) == 3:
        return "day"
    if len(parts) == 2:
        return "month" if parts[1].isdigit() else "span"
    return "year" if len(parts) == 1 and value.isdigit() and len(value) == 4 else "span"


def agree(x: Time, y: Time) -> bool:
    """Whether two times are one, or one a part of the day that the other is."""
    if grain(x) == "minute" == grain(y):
        return minutes_apart(x, y) <= _NEAR_MINUTES
    return (x.begin, x.end) == (y.begin, y.end)


def nearness(x: Time, y: Time) -> float:
    """How likely two times are of one happening: of one grain, then near each other."""
    return (1000.0 if grain(x) == grain(y) else 0.0) - days_apart(x, y)


def verdict(x: Time, y: Time, *, alone: bool) -> tuple[DifferenceRelation, float, str] | None:
    """How two times that are not one stand to each other; None where they need not be of the same."""
    fine, other = grain(x), grain(y)
    if fine == "minute" == other:
        return ("contradiction", 0.7, "two times of the day") if days_apart(x, y) <= 1 else None
    if fine != other:
        if overlap(x, y):
            rough = "year" in (fine, other)
            return None if rough else ("precision", 0.35, "one time is given more exactly")
        near = {fine, other} <= {"day", "week"} and alone and days_apart(x, y) <= 7
        return ("contradiction", 0.6, "a day outside of the week that the other gives") if near else None
    limit = _YEARS_APART * 366 if fine == "year" else _SPAN_DAYS
    if alone and days_apart(x, y) <= limit:
        return "contradiction", 0.8, f"two {fine}s that do not overlap"
    return None


def overlap(x: Time, y: Time) -> bool:
    """Whether two times have a day in common."""
    return (x.begin or "") <= (y.end or "") and (y.begin or "") <= (x.end or "")


def days_apart(x: Time, y: Time) -> int:
    """Days between the beginnings of two times; very many where one has none that the calendar knows."""
    try:
        return abs((date.fromisoformat(x.begin or "") - date.fromisoformat(y.begin or "")).days)
    except ValueError:
        return 10**6


def minutes_apart(x: Time, y: Time) -> int:
    """Minutes between two clock times of their days."""
    clocks = [int(found[1]) * 60 + int(found[2]) for time in (x, y) if (found := _CLOCK.search(time.value)) is not None]
    return days_apart(x, y) * 24 * 60 + abs(clocks[0] - clocks[1])
