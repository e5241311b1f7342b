"""Intervals of the calendar: what holds a day, what comes after, how TIMEX3 writes it."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from stemma.text.timex_readings import Unit

# From the finest to the coarsest.
_ORDER: tuple[Unit, ...] = (
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)
_RANK: dict[Unit, int] = {unit: rank for rank, unit in enumerate(_ORDER)} | {"weekday": 3, "easter": 3}
_MONTHS: dict[Unit, int] = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
_DAYS: dict[Unit, int] = {"day": 1, "weekday": 1, "weekend": 7, "week": 7}
_SEASONS = ("SP", "SU", "FA", "WI")


class Interval(NamedTuple):
    """Days of the calendar, both included, and the unit that they are named by."""

    begin: date
    end: date
    unit: Unit


def finer(unit: Unit, than: Unit) -> bool:
    """Whether `unit` is shorter than the other."""
    return _RANK[unit] < _RANK[than]


def holding(unit: Unit, day: date) -> Interval:
    """The unit of the calendar that holds `day`; seasons are those of meteorologists in the north.

    Raises ValueError where it leaves the years 1 to 9999.
    """
    if unit in _DAYS:
        if unit == "day" or unit == "weekday":
            return Interval(day, day, "day")
        monday = _later(day, -day.weekday())
        return Interval(monday if unit == "week" else _later(monday, 5), _later(monday, 6), unit)
    months = _MONTHS[unit]
    count = day.year * 12 + day.month - 1
    phase = 2 if unit == "season" else 12 if unit == "century" else 0  # centuries begin with the year 1
    return _months(unit, (count - phase) // months * months + phase)


def shifted(interval: Interval, unit: Unit, number: int) -> Interval:
    """The interval `number` units on, in its own grain. Raises ValueError out of the years 1 to 9999."""
    if unit in _DAYS:
        return holding(interval.unit, _later(interval.begin, number * _DAYS[unit]))
    if interval.unit in _DAYS:
        day = months_on(interval.begin, number * _MONTHS[unit])
        return holding(interval.unit, day)
    count = interval.begin.year * 12 + interval.begin.month - 1 + number * _MONTHS[unit]
    return holding(interval.unit, _first(count))


def months_on(day: date, months: int) -> date:
    """The same day of a later month, or its last day."""
    first = _first(day.year * 12 + day.month - 1 + months)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def days_on(day: date, unit: Unit, number: float) -> date | None:
    """The day some units on; None for units shorter than a day. Raises ValueError out of the years 1 to 9999."""
    if unit in _DAYS:
        return _later(day, round(number * _DAYS[unit]))
    return months_on(day, round(number * _MONTHS[unit])) if unit in _MONTHS else None


def quarter_of(year: int, number: int) -> Interval:
    """A quarter of a year, from 1."""
    return _months("quarter", year * 12 + 3 * (number - 1))


def half_of(year: int, number: int) -> Interval:
    """A half of a year, from 1."""
    return _months("half", year * 12 + 6 * (number - 1))


def season_of(year: int, number: int) -> Interval:
    """A season by its number from spring, 0; the winter of a year begins in its December."""
    return _months("season", year * 12 + 2 + 3 * number)


def month_of(year: int, number: int) -> Interval:
    """A month, from 1."""
    return _months("month", year * 12 + number - 1)


def decade_of(number: int) -> Interval:
    """A decade by its first three digits: 199 for the 1990s."""
    return _months("decade", max(number, 0) * 120 if number else 12)


def century_of(number: int) -> Interval:
    """A century by its ordinal: 19 is 1801 to 1900."""
    return _months("century", (number - 1) * 1200 + 12)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def value(interval: Interval) -> str:
    """TIMEX3's value of a unit of the calendar."""
    year = interval.begin.year
    month = interval.begin.month
    match interval.unit:
        case "century":
            return f"{(year - 1) // 100:02d}"
        case "decade":
            return f"{year // 10:03d}"
        case "year":
            return f"{year:04d}"
        case "half":
            return f"{year:04d}-H{(month + 5) // 6}"
        case "season":
            return f"{year:04d}-{_SEASONS[month // 3 - 1]}"
        case "quarter":
            return f"{year:04d}-Q{(month + 2) // 3}"
        case "month":
            return f"{year:04d}-{month:02d}"
        case "week" | "weekend":
            iso = interval.begin.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if interval.unit == "weekend" else "")
        case _:
            return interval.begin.isoformat()


def iranian_year(number: int) -> Interval:
    """A year of the Iranian calendar by the rule of 33 years, which holds from 1178 to 1633."""
    return Interval(_iranian_new_year(number), _later(_iranian_new_year(number + 1), -1), "year")


def iranian_month(year: int, number: int) -> Interval:
    """A month of the Iranian calendar, from 1: six of 31 days, five of 30, and the rest."""
    begin = _later(_iranian_new_year(year), 31 * (number - 1) - max(0, number - 7))
    end = _iranian_new_year(year + 1) if number == 12 else _later(begin, 31 if number <= 6 else 30)
    return Interval(begin, _later(end, -1), "month")


def iranian_month_at(day: date) -> tuple[int, int]:
    """Year and month of the Iranian calendar that hold a day."""
    year = day.year - 621 if day >= _iranian_new_year(day.year - 621) else day.year - 622
    return year, next(m for m in range(12, 0, -1) if iranian_month(year, m).begin <= day)


def _iranian_new_year(number: int) -> date:
    years = range(min(number, 1400), max(number, 1400))
    leaps = sum((25 * year + 11) % 33 < 8 for year in years)
    days = 365 * (number - 1400) + (leaps if number > 1400 else -leaps)
    return _later(date(2021, 3, 21), days)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise ValueError("out of the calendar") from error


def _first(months: int) -> date:
    """The first day of a month, counted from January of the year 0."""
    return date(months // 12, months % 12 + 1, 1)


def _months(unit: Unit, first: int) -> Interval:
    last = first + _MONTHS[unit] - 1
    end = _first(last)
    return Interval(_first(first), end.replace(day=monthrange(end.year, end.month)[1]), unit)
