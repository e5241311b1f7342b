"""Dates: what names a day, a month, a year, a season, absolutely or from where the report stands."""

from collections.abc import Callable
from typing import NamedTuple

from stemma.lang import times_en as en
from stemma.lang.calendar import MONTHS
from stemma.text.timex_days import FEASTS, feast, today, turned, weekday, year_then_feast
from stemma.text.timex_months import day_first, dotted, iso, month_first, nth_of_month
from stemma.text.timex_numbers import ordinal
from stemma.text.timex_readings import Step, Unit
from stemma.text.timex_tokens import Tokens
from stemma.text.timex_units import (
    RELATIVE_UNITS,
    TURNS,
    Dated,
)
from stemma.text.timex_years import (
    decade_word,
    fiscal_year,
    iranian_month,
    iranian_year,
    part_of_year,
    season,
    short_quarter,
    short_year,
    year_end,
    year_named,
    years,
)


def date(t: Tokens, i: int) -> Dated | None:
    """The date at token `i`; an article before it is passed over."""
    at = t.skip(i, "the")
    return inside(t, at) or _named(t, at, at > i)


def _named(t: Tokens, i: int, definite: bool) -> Dated | None:
    """A date that is not told by its place in a larger one."""
    word = t.low[i]
    if word.isdigit():
        return _in_figures(t, i, definite)
    if definite and word in _ORDINALS and (day := day_first(t, i)) is not None:
        return day
    for kind in _KINDS.get(word, ()):
        if (found := kind(t, i, definite)) is not None:
            return found
    return None


def _in_figures(t: Tokens, i: int, definite: bool) -> Dated | None:
    """The date that begins with the figures at token `i`."""
    found = iso(t, i) or dotted(t, i) or day_first(t, i) or ordered(t, i, definite)
    if found is None and definite:
        found = nth_of_month(t, i)
    return found or year_then_feast(t, i) or years(t, i)


class _Place(NamedTuple):
    """Which one is counted, -1 for the last, and the token after that word."""

    number: int
    after: int


def _place(t: Tokens, i: int) -> _Place | None:
    if t.low[i] in ("last", "final"):
        return _Place(-1, i + 1)
    found = ordinal(t, i)
    return _Place(int(found.value or 0), t.skip(found.after, "-")) if found else None


def ordered(t: Tokens, i: int, definite: bool) -> Dated | None:
    """The third quarter, the first half of 2017, the 19th century."""
    place = _place(t, i)
    if place is None or place.number < 1:
        return None
    word = t.low[place.after]
    if word == "century":
        return Dated((Step("century", "is", place.number),), place.after + 1) if place.number <= 21 else None
    if word not in ("quarter", "half") or place.number > (4 if word == "quarter" else 2):
        return None
    unit: Unit = "quarter" if word == "quarter" else "half"
    return part_of_year(t, place.after, Step(unit, "is", place.number), definite)


def inside(t: Tokens, i: int) -> Dated | None:
    """What is counted inside of a larger date: the second Monday of March, the last day of the year."""
    place = _place(t, i)
    if place is None or t.low[place.after + 1] not in ("of", "in"):
        return None
    word = t.low[place.after]
    if word in en.WEEKDAY_NUMBERS:
        inner = Step("weekday", "nth", en.WEEKDAY_NUMBERS[word], place.number)
    elif word in ("day", "week", "weekend", "month", "quarter"):
        inner = Step(RELATIVE_UNITS[word], "nth", place.number)
    else:
        return None
    outer = _whole(t, place.after + 2)
    return outer._replace(steps=(*outer.steps, inner)) if outer and not outer.is_day and not outer.until else None


def _whole(t: Tokens, i: int) -> Dated | None:
    """What something is a part of: a date, or "the year", "the month" for those of the report."""
    at = t.skip(i, "the")
    if at > i and t.low[at] in RELATIVE_UNITS:
        return Dated((Step(RELATIVE_UNITS[t.low[at]], "shift", 0),), at + 1)
    return _named(t, at, at > i)


# The first words of ordinals: "twenty" for "twenty-first".
_ORDINALS = frozenset(en.ORDINALS) | frozenset(word for word, n in en.NUMBERS.items() if n >= 20)
_Kind = Callable[[Tokens, int, bool], Dated | None]


def _kinds() -> dict[str, tuple[_Kind, ...]]:
    """The words that begin a date, and what each may begin."""
    kinds: dict[str, list[_Kind]] = {}
    # Of two kinds that begin with one word the longer reading comes first.
    table: tuple[tuple[_Kind, tuple[str, ...]], ...] = (
        (feast, tuple(FEASTS)),
        (weekday, tuple(en.WEEKDAY_NUMBERS)),
        (month_first, tuple(MONTHS)),
        (ordered, (*en.ORDINALS, "last", "final", *(word for word, n in en.NUMBERS.items() if n >= 20))),
        (turned, tuple(sorted(TURNS))),
        (today, tuple(en.DAYS_FROM_TODAY)),
        (season, tuple(en.SEASONS)),
        (decade_word, tuple(en.DECADE_WORDS)),
        (short_quarter, ("q", "h")),
        (fiscal_year, ("fiscal", "financial", "fy")),
        (year_named, ("year",)),
        (year_end, ("year",)),
        (iranian_year, tuple(sorted(en.IRANIAN_WORDS))),
        (iranian_month, tuple(en.IRANIAN_MONTHS)),
        (short_year, ("’",)),
    )
    for kind, words in table:
        for word in words:
            kinds.setdefault(word, []).append(kind)
    return {word: tuple(found) for word, found in kinds.items()}


_KINDS = _kinds()


DATE_WORDS = frozenset(_KINDS)
"""The words that a date may begin with, besides figures and "the"."""
