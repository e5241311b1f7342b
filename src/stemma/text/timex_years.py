"""Years, decades and centuries; seasons, quarters and halves; years of other calendars."""

from stemma.lang import times_en as en
from stemma.lang.calendar import MONTHS
from stemma.text.timex_numbers import bare_year, year
from stemma.text.timex_readings import Fixed, Step
from stemma.text.timex_tokens import Tokens
from stemma.text.timex_units import (
    Dated,
    last_year,
    year_tail,
)


def years(t: Tokens, i: int) -> Dated | None:
    """2014, 2011-14, the 1990s."""
    word = t.low[i]
    if len(word) != 4:
        return None
    tail = t.skip(i + 1, "’")
    if word.endswith("0") and t.low[tail] == "s" and t.joined(i) and 1000 <= int(word) <= 2090:
        return _decade_or_century(int(word), tail + 1)
    found = bare_year(t, i)
    if found is None:
        return _old_range(t, i)
    first = int(found.value or 0)
    steps = (Step("year", "is", first),)
    if (last := last_year(t, found.after, first)) is not None:
        return Dated(steps, last.after, last.steps)
    if t.low[found.after] == "q" and t.joined(found.after) and t.low[found.after + 1] in ("1", "2", "3", "4"):
        return Dated((*steps, Step("quarter", "is", int(t.low[found.after + 1]))), found.after + 2)
    return Dated(steps, found.after)


def of_an_era(t: Tokens, i: int) -> Fixed | None:
    """776 BC, AD 79, 500 CE: a year of up to four figures with its era."""
    word = t.low[i]
    if len(word) > 4 or not word.isdigit() or int(word) == 0:
        return None
    era = t.low[i + 1]
    if era in ("bc", "bce") and t.raw(i + 1).isupper():
        return Fixed(value=f"BC{int(word):04d}")
    after = era in ("ad", "ce") and t.raw(i + 1).isupper()
    return Fixed(value=f"{int(word):04d}") if after or (t.before(i) == "ad" and t.raw(i - 1) == "AD") else None


def _decade_or_century(number: int, after: int) -> Dated:
    """The 1900s are a hundred years, the 2000s and the 1910s ten."""
    if number % 100 == 0 and number < 2000:
        return Dated((Step("century", "is", number // 100 + 1),), after)
    return Dated((Step("decade", "is", number // 10),), after)


def _old_range(t: Tokens, i: int) -> Dated | None:
    """1715-1774: two years of which neither would do alone."""
    found = year(t, i)
    if found is None or (i > 0 and t.joined(i - 1) and t.before(i) not in "(["):
        return None
    first = int(found.value or 0)
    last = last_year(t, found.after, first) if first >= 1500 else None
    return Dated((Step("year", "is", first),), last.after, last.steps) if last else None


def short_year(t: Tokens, i: int, definite: bool) -> Dated | None:
    """’98 and the ’90s."""
    word = t.low[i + 1]
    if not t.joined(i) or len(word) != 2 or not word.isdigit() or (i > 0 and t.joined(i - 1)):
        return None
    full = int(word) + (2000 if int(word) < 30 else 1900)
    if t.low[i + 2] == "s" and t.joined(i + 1) and word.endswith("0"):
        return Dated((Step("decade", "is", full // 10),), i + 3)
    after_in = t.before(i) in ("in", "since", "of", "from", "until", "by") or t.before(i) in MONTHS
    return Dated((Step("year", "is", full),), i + 2) if after_in and not definite else None


def decade_word(t: Tokens, i: int, definite: bool) -> Dated | None:
    """The sixties: those of the twentieth century."""
    ends_age = t.before(i) in ("his", "her", "their", "my", "your")
    if (not definite and t.before(i) not in ("early", "mid", "late", "-", "roaring", "swinging")) or ends_age:
        return None
    return Dated((Step("decade", "is", 190 + en.DECADE_WORDS[t.low[i]]),), i + 1)


def season(t: Tokens, i: int, definite: bool) -> Dated | None:
    """Summer 2017, the summer of last year, in the winter."""
    named = Step("season", "is", en.SEASONS[t.low[i]])
    tail = year_tail(t, i + 1)
    if tail is not None:
        return tail._replace(steps=(*tail.steps, named))
    placed = definite and t.before(i - 1) in ("in", "over", "during", "since", "by", "until", "throughout")
    if not placed or t.low[i] in ("fall",) or t.low[i + 1] in ("of", "palace", "olympics", "games", "’"):
        return None
    return Dated((named,), i + 1)


def part_of_year(t: Tokens, at: int, inner: Step, definite: bool) -> Dated | None:
    """A quarter or a half of a year that is named, or else of the last year that has it."""
    after = at + 1
    of = t.skip(after, "of", "in", ",")
    fiscal = t.low[of] in ("fiscal", "fy")
    if tail := year_tail(t, of + fiscal) or (year_tail(t, after) if of == after else None):
        return tail._replace(steps=(*tail.steps, inner))
    if of > after and t.low[of] == "the" and t.low[of + 1] == "year":
        return Dated((Step("year", "shift", 0), inner), of + 2)
    if t.low[after] in ("of", "century", "final", "finals", "hour") or inner.unit == "half":
        return None
    sporting = t.low[after] in ("touchdown", "goal", "lead") or t.low[after].endswith("point")
    return None if sporting else Dated((inner,), after)


def short_quarter(t: Tokens, i: int, definite: bool) -> Dated | None:
    """Q3 2017, Q3, H1 2017."""
    number = t.low[i + 1]
    top = 4 if t.low[i] == "q" else 2
    if not t.joined(i) or number not in ("1", "2", "3", "4")[:top] or not t.capital(i):
        return None
    inner = Step("quarter" if t.low[i] == "q" else "half", "is", int(number))
    at = t.skip(i + 2, "of")
    if tail := year_tail(t, at):
        return tail._replace(steps=(*tail.steps, inner))
    return Dated((inner,), i + 2) if inner.unit == "quarter" else None


def fiscal_year(t: Tokens, i: int, definite: bool) -> Dated | None:
    """Fiscal 2018, FY2018, fiscal year 2017-18."""
    at = t.skip(i + 1, "year")
    found = year(t, at)
    if found is None or (t.low[i] == "financial" and at == i + 1):
        return None
    number, after = int(found.value or 0), found.after
    last = last_year(t, after, number)
    if last is not None:
        number, after = last.steps[0].number, last.after
    return Dated((Step("year", "is", number),), after, fiscal=True)


def year_named(t: Tokens, i: int, definite: bool) -> Dated | None:
    """The year 2014; the Iranian year 1400."""
    found = year(t, i + 1)
    if found is None or t.before(i) in ("fiscal", "financial"):
        return None
    return Dated((Step("year", "is", int(found.value or 0)),), found.after)


def iranian_year(t: Tokens, i: int, definite: bool) -> Dated | None:
    """The Iranian year 1400, the Iranian calendar year 1400."""
    at = t.skip(i + 1, "calendar", "solar", "fiscal")
    at = t.skip(t.skip(at, "year"), "of")
    found = year(t, at)
    return _iranian(found.after, int(found.value or 0)) if found and at > i + 1 else None


def iranian_month(t: Tokens, i: int, definite: bool) -> Dated | None:
    """10 Mehr 1400 is read from its month: Mehr 1400."""
    found = year(t, i + 1)
    if found is None or not t.capital(i):
        return None
    month = Step("month", "is", en.IRANIAN_MONTHS[t.low[i]])
    return _iranian(found.after, int(found.value or 0), month)


def _iranian(after: int, number: int, *steps: Step) -> Dated | None:
    if not 1178 <= number <= 1633:
        return None
    return Dated((Step("year", "is", number), *steps), after, iranian=True)


def year_end(t: Tokens, i: int, definite: bool) -> Dated | None:
    """Year-end and the year's end."""
    if t.low[i + 1] == "-" and t.low[i + 2] == "end":
        after = i + 3
    elif t.low[i + 1] == "end" and t.before(i) in ("by", "at", "until", "before"):
        after = i + 2
    elif t.matches(i + 1, ("’", "s", "end")):
        after = i + 4
    else:
        return None
    return Dated((Step("year", "shift", 0),), after)
