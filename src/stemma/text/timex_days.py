"""Days by their names: weekdays, feasts, today; and what is turned to by name ("last August")."""

from typing import Literal

from stemma.lang import times_en as en
from stemma.text.timex_months import day_first, iso, month_first
from stemma.text.timex_numbers import day_of_month, year
from stemma.text.timex_readings import Step
from stemma.text.timex_tokens import Tokens
from stemma.text.timex_units import (
    Dated,
    MonthName,
    month_name,
    turned_unit,
    year_tail,
)


def weekday(t: Tokens, i: int, definite: bool) -> Dated | None:
    """Wednesday; Wednesday, January 19; Friday of last week."""
    word, after = t.low[i], i + 1
    full = word.endswith("day")
    if not (t.capital(i) or full) or t.before(i) in en.WEEKDAY_NAME_BEFORE:
        return None
    if t.low[after] in en.WEEKDAY_NAME_AFTER and t.capital(after):
        return None
    if not full and t.low[after] == "." and t.joined(i):
        after += 1
    number = en.WEEKDAY_NUMBERS[word]
    comma = t.skip(t.skip(after, ","), "the")
    dated = month_first(t, comma) or (day_first(t, comma) if t.low[comma].isdigit() else None) or iso(t, comma)
    if dated is not None and dated.is_day:
        return dated._replace(steps=(*dated.steps, Step("weekday", "is", number)))
    if not full and t.before(i) not in ("on", "last", "next", "this", "by", "until", "late", "early"):
        return None
    of = t.skip(after, "of")
    week = turned_unit(t, t.skip(of, "the"), t.low[of] == "the")
    if week is not None and week.steps[-1].unit == "week":
        return week._replace(steps=(*week.steps, Step("weekday", "is", number)))
    return Dated((Step("weekday", "is", number),), after)


def _feasts() -> dict[str, list[tuple[tuple[str, ...], tuple[Step, ...]]]]:
    """The feasts by their first words, longer names before shorter ones."""
    found: list[tuple[tuple[str, ...], tuple[Step, ...]]] = []
    for name, (month, day) in en.FIXED_FEASTS.items():
        found.append((tuple(name.split()), (Step("month", "is", month), Step("day", "is", day))))
    for name, (month, number, which) in en.WEEKDAY_FEASTS.items():
        found.append((tuple(name.split()), (Step("month", "is", month), Step("weekday", "nth", number, which))))
    for name, days in en.EASTER_FEASTS.items():
        found.append((tuple(name.split()), (Step("easter", "is", days),)))
    by_word: dict[str, list[tuple[tuple[str, ...], tuple[Step, ...]]]] = {}
    for words, steps in sorted(found, key=lambda item: (-len(item[0]), item[0])):
        by_word.setdefault(words[0], []).append((words, steps))
    return by_word


FEASTS = _feasts()


def feast(t: Tokens, i: int, definite: bool) -> Dated | None:
    """Christmas 2017, New Year’s Eve, Good Friday, Thanksgiving."""
    for words, steps in FEASTS[t.low[i]]:
        if t.matches(i, words) and t.capital(i):
            after = i + len(words)
            tail = year_tail(t, after)
            if tail is not None:
                return tail._replace(steps=(*tail.steps, *steps))
            return Dated(steps, after, sense="near")
    return None


def year_then_feast(t: Tokens, i: int) -> Dated | None:
    """The 2015 New Year’s Eve."""
    found = year(t, i)
    if found is None or t.low[found.after] not in FEASTS:
        return None
    inner = feast(t, found.after, False)
    return inner and inner._replace(steps=(Step("year", "is", int(found.value or 0)), *inner.steps[-2:]), sense="")


def today(t: Tokens, i: int, definite: bool) -> Dated | None:
    """Yesterday, today, tomorrow, tonight; not the newspaper."""
    word = t.low[i]
    named = t.capital(i) and t.capital(i - 1) and t.low[i - 1].isalpha()
    if definite or (named and (t.before(i) == "usa" or not t.raw(i).isupper())):
        return None
    part = "NI" if word == "tonight" else ""
    return Dated((Step("day", "shift", en.DAYS_FROM_TODAY[word]),), i + 1, part=part)


def turned(t: Tokens, i: int, definite: bool) -> Dated | None:
    """Last week, next summer, this morning, that year, the following Monday, the same day."""
    return turned_unit(t, i, definite) or _turned_name(t, i, definite)


def _turned_name(t: Tokens, i: int, definite: bool) -> Dated | None:
    """A weekday, a month, a season, a part of the day or a feast, turned to: last August, this morning."""
    word = t.low[i]
    how: Literal["last", "next", "this"] = "last" if word in en.LAST else "next" if word in en.NEXT else "this"
    anchor: Literal["report", "mentioned"] = "report"
    if word in ("previous", "preceding", "following", "that", "same") or (word == "next" and definite):
        anchor = "mentioned"
    at = t.skip(i + 1, "past", "coming") if word == "this" else i + 1
    if at > i + 1:
        how = "last" if t.low[at - 1] == "past" else "next"
    target = t.low[at]
    if target in en.WEEKDAY_NUMBERS and (t.capital(at) or target.endswith("day")):
        return Dated((Step("weekday", how, en.WEEKDAY_NUMBERS[target]),), at + 1, anchor=anchor)
    if target == "weekend" and at > i + 1:
        return Dated((Step("weekend", "shift", -1 if how == "last" else 1),), at + 1)
    if (month := month_name(t, at)) is not None:
        return _turned_month(t, month, how, anchor)
    if target in en.SEASONS:
        return Dated((Step("season", how, en.SEASONS[target]),), at + 1, anchor=anchor)
    if target in en.PARTS and not target.endswith("s") and word != "past":
        number = -1 if word == "last" else 1 if how == "next" else 0
        return Dated((Step("day", "shift", number),), at + 1, anchor=anchor, part=en.PARTS[target])
    if target in FEASTS and (inner := feast(t, at, definite)):
        return inner._replace(steps=(inner.steps[0]._replace(how=how), *inner.steps[1:]), sense="")
    return None


def _turned_month(
    t: Tokens, month: MonthName, how: Literal["last", "next", "this"], anchor: Literal["report", "mentioned"]
) -> Dated:
    named = Step("month", how, month.number)
    if day := day_of_month(t, month.after):
        return Dated((named, Step("day", "is", int(day.value or 0))), day.after, anchor=anchor)
    return Dated((named,), month.after, anchor=anchor)
