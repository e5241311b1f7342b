"""Months and their days, in words and in figures."""

from stemma.lang import times_en as en
from stemma.lang.calendar import MONTHS
from stemma.text.timex_numbers import Number, day_of_month, ordinal, year
from stemma.text.timex_readings import Step
from stemma.text.timex_tokens import Tokens
from stemma.text.timex_units import Dated, Until, month_name, year_tail


def iso(t: Tokens, i: int) -> Dated | None:
    """2018-01-05 and 2018/01/05."""
    sign = t.low[i + 1]
    if len(t.low[i]) != 4 or sign not in ("-", "/") or t.low[i + 3] != sign:
        return None
    parts = (t.low[i], t.low[i + 2], t.low[i + 4])
    if not all(t.joined(i + k) for k in range(4)) or not all(p.isdigit() and len(p) <= 2 for p in parts[1:]):
        return None
    return _numeric(int(parts[0]), int(parts[1]), int(parts[2]), i + 5)


def dotted(t: Tokens, i: int) -> Dated | None:
    """5.1.2018, and 25/1/2018 or 1/25/2018 where only one order makes a date; 9/11."""
    sign = t.low[i + 1]
    if sign not in (".", "/") or len(t.low[i]) > 2 or not t.joined(i) or not t.joined(i + 1):
        return None
    if i > 0 and t.joined(i - 1) and t.before(i) not in '([“"’-':
        return None
    second, third = t.low[i + 2], t.low[i + 4]
    if not second.isdigit() or len(second) > 2:
        return None
    a, b = int(t.low[i]), int(second)
    if t.low[i + 3] != sign or not t.joined(i + 2) or not t.joined(i + 3):
        nine_eleven = (a, b, sign) == (9, 11, "/") and not (t.joined(i + 2) and t.low[i + 3] in "/.%")
        return (
            Dated((Step("year", "is", 2001), Step("month", "is", 9), Step("day", "is", 11)), i + 3)
            if nine_eleven
            else None
        )
    if not third.isdigit() or len(third) != 4:
        return None
    if sign == "." or a > 12 or a == b:
        return _numeric(int(third), b, a, i + 5)
    return _numeric(int(third), a, b, i + 5) if b > 12 else None


def _numeric(year: int, month: int, day: int, after: int) -> Dated | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2999):
        return None
    return Dated((Step("year", "is", year), Step("month", "is", month), Step("day", "is", day)), after)


def month_first(t: Tokens, i: int, definite: bool = False) -> Dated | None:
    """January 5, Jan. 5-7, 2018, January 2018, January last year, January."""
    month = month_name(t, i)
    if month is None:
        return None
    named = Step("month", "is", month.number)
    at = t.skip(month.after, "the") if t.low[month.after + 1].isdigit() else month.after
    day = day_of_month(t, at)
    if day is not None and t.low[day.after] not in ("%", "percent", "million", "billion", "people", "per"):
        return _tailed((named, Step("day", "is", int(day.value or 0))), _last_day(t, day.after, named), day.after, t)
    if _has_failed_day(t, i):  # like 31 February, it is read whole, for no calendar to have it
        return _tailed((named, Step("day", "is", 0)), None, month.after, t)
    if (found := _months_on(t, i, named, month.after)) is not None:
        return found
    tail = year_tail(t, month.after)
    if tail is not None:
        return tail._replace(steps=(*tail.steps, named))
    return Dated((named,), month.after) if _is_month(t, i, month.after) else None


def _has_failed_day(t: Tokens, i: int) -> bool:
    """Whether a number before a month is none of its days, so that the whole is no date: "the 45th of May"."""
    at = i - 1
    if t.before(at + 1) == "of" and t.before(at) in en.ORDINAL_ENDS:
        at -= 1
    ends = t.before(at + 1) in en.ORDINAL_ENDS
    number = t.before(at + 1 - ends)
    return number.isdecimal() and len(number) <= 3 and not 1 <= int(number) <= 31


def _is_month(t: Tokens, i: int, after: int) -> bool:
    """Whether a month without a number beside it is one: names of people and other words are told by what is before."""
    word, before = t.low[i], t.before(i)
    if word not in en.AMBIGUOUS_MONTHS:
        return True
    if t.low[after - 1] == "." and after > i + 1:
        return True
    if before == "," or before == "-":
        return t.before(i - 1) in MONTHS
    if before not in en.BEFORE_DATES or (before in ("that", "as", "than", "the") and word in ("may", "march")):
        return False
    person = (
        t.capital(after)
        and t.low[after] not in MONTHS
        and before in ("by", "to", "of", "for", "from", "and", "the", "as")
    )
    return not (person or (before == "the" and word != "june"))


def _months_on(t: Tokens, i: int, named: Step, at: int) -> Dated | None:
    """May-June 2018, one expression of two months."""
    if t.low[at] != "-" or (last := month_name(t, at + 1)) is None or not t.joined(at):
        return None
    until = Step("month", "is", last.number)
    tail = year_tail(t, last.after)
    if tail is not None:
        return tail._replace(steps=(*tail.steps, named), until=(*tail.steps, until))
    return Dated((named,), last.after, (until,)) if until.number > named.number else None


def _last_day(t: Tokens, i: int, month: Step) -> Until | None:
    """The second half of "May 3-5" and of "May 30-June 2"."""
    if t.low[i] != "-":
        return None
    if day := day_of_month(t, i + 1):
        return Until((month, Step("day", "is", int(day.value or 0))), day.after)
    other = month_name(t, i + 1)
    if other is None or (day := day_of_month(t, other.after)) is None:
        return None
    return Until((Step("month", "is", other.number), Step("day", "is", int(day.value or 0))), day.after)


def _tailed(steps: tuple[Step, ...], until: Until | None, after: int, t: Tokens) -> Dated:
    """Month and day with the year that may follow."""
    after = until.after if until else after
    last = until.steps if until else ()
    tail = year_tail(t, after)
    if tail is None:
        return Dated(steps, after, last)
    return tail._replace(steps=(*tail.steps, *steps), until=(*tail.steps, *last) if last else ())


def day_first(t: Tokens, i: int) -> Dated | None:
    """5 January 2018, the 5th of January, 3-5 May, 3 to 5 May."""
    day = day_of_month(t, i) or _day_in_words(t, i)
    if day is None or not 1 <= int(day.value or 0) <= 31:
        return None
    first, at = int(day.value or 0), day.after
    last = None
    if t.low[at] in ("-", "to", "and") and (second := day_of_month(t, at + 1)):
        last, at = second, second.after
    at = t.skip(at, "of")
    at = t.skip(at, "-") if t.joined(at - 1) else at
    month = month_name(t, at)
    if month is None or (t.low[at] in ("may", "march") and not t.capital(at)):
        return None
    named = Step("month", "is", month.number)
    steps = (named, Step("day", "is", first))
    until = Until((named, Step("day", "is", int(last.value or 0))), month.after) if last else None
    after = t.skip(month.after, "-") if t.joined(month.after - 1) and year(t, month.after + 1) else month.after
    found = _tailed(steps, until and until._replace(after=after), after, t)
    return found if found.after > after else found._replace(after=month.after)


def _day_in_words(t: Tokens, i: int) -> Number | None:
    """The day of "the first of March", but not of "the first of March's floods"."""
    found = ordinal(t, i)
    if found is None or t.low[i].isdigit() or t.low[found.after] != "of":
        return None
    month = month_name(t, found.after + 1)
    return found if month is not None and t.low[month.after] != "’" else None


def nth_of_month(t: Tokens, i: int) -> Dated | None:
    """The 21st: a day of the month that the text speaks of."""
    found = ordinal(t, i)
    if found is None or t.before(i - 1) not in ("on", "by", "until", "till", "since", "from", "to", "before", "after"):
        return None
    after = t.low[found.after]
    if (after and after not in en.AFTER_DAY_NUMBERS) or not 1 <= int(found.value or 0) <= 31:
        return None
    return Dated((Step("day", "is", int(found.value or 0)),), found.after, anchor="mentioned")
