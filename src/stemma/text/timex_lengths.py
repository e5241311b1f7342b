"""Lengths of time and what is counted by them: "nine months", "two days later", "every Friday", "twice a week"."""

from typing import Literal, NamedTuple

from stemma.lang import times_en as en
from stemma.lang.calendar import MONTHS
from stemma.text.timex_dates import date
from stemma.text.timex_moments import moment
from stemma.text.timex_numbers import amount, half_more, ordinal
from stemma.text.timex_readings import Fixed, Length, Moment, Reading, Repeated, Step, Unit
from stemma.text.timex_resolve import length_value
from stemma.text.timex_tokens import Tokens


class Counted(NamedTuple):
    """A reading and the token after it."""

    reading: Reading
    after: int


class _Amount(NamedTuple):
    number: float | None
    unit: Unit
    after: int
    article: bool = False


_UNITS: dict[str, Unit] = {
    "century": "century",
    "decade": "decade",
    "year": "year",
    "quarter": "quarter",
    "month": "month",
    "week": "week",
    "fortnight": "week",
    "weekend": "weekend",
    "day": "day",
    "hour": "hour",
    "minute": "minute",
    "second": "second",
}
_TOWARDS = {"last": "past", "past": "past", "previous": "past", "next": "future", "coming": "future", "recent": "past"}
# What lets "a year" be a length and not a rate ("$3 a year").
_LONGEST_WALK = 1_000
# "20 year deal" lacks its hyphen; "2018 day five" is something else.
_MOST_WITH_SINGULAR = 100
LENGTH_WORDS = (
    frozenset(en.NUMBERS)
    | frozenset(en.AGAIN)
    | frozenset(f"{day}s" for day in en.WEEKDAY_NUMBERS if day.endswith("day"))
    | en.OPEN_UNITS
    | en.LENGTH_STARTS
)
"""The words that a length or a repetition may begin with, besides figures."""


def counted(t: Tokens, i: int) -> Counted | None:
    """A length, a repetition, or a moment counted by a length, at token `i`."""
    if (found := _repeated(t, i)) is not None:
        return found
    turned = _turned_length(t, i)
    if turned is not None:
        return turned
    found_amount = _amount(t, i)
    if found_amount is None:
        return _distance(t, i) or _year_to(t, i)
    return _moved(t, i, found_amount) or _distance(t, i) or _length(t, i, found_amount)


# --- amounts ------------------------------------------------------------------------------------


def _amount(t: Tokens, i: int) -> _Amount | None:
    """A number and a unit: "nine months", "a 25-year", "two and a half hours", "for years"."""
    at = i
    if t.low[at] in en.OPEN_UNITS and t.before(at) in en.BEFORE_OPEN_LENGTHS and not t.capital(at):
        return _Amount(None, _UNITS[en.UNITS[t.low[at]]], at + 1)
    number = amount(t, at)
    if number is None or (t.low[at].isdigit() and i > 0 and t.joined(i - 1) and t.before(i) not in '([“"’-~'):
        return None
    hyphen = t.low[number.after] == "-"
    place = number.after + hyphen
    place = (
        place + 1 if t.low[place] in ("more", "full", "straight", "consecutive", "long", "calendar", "solid") else place
    )
    name = en.UNITS.get(t.low[place])
    if name is None or name in ("season", "quarter") or _is_name(t, i, place):
        return None
    plural = t.low[place].endswith("s")
    single = number.value == 1 or (number.value is not None and number.value < 1)
    if not plural and not single and not hyphen and name in ("second", "minute"):
        return None
    if t.low[place] == "second" and not hyphen:
        return None  # "a second term"
    if not plural and not hyphen and (number.value or 0) > _MOST_WITH_SINGULAR:
        return None
    after = place + 1
    value = number.value
    if name == "fortnight":
        value = 2 * value if value is not None else None
    if value is not None and number.value is not None and t.low[after] == "and":
        more = half_more(t, after, value)
        value, after = more.value, more.after
    after = _apostrophe(t, after)
    if _is_age(t, i, after):
        return None
    article = t.low[i] in ("a", "an") and number.after == i + 1
    return _Amount(value, _UNITS[name], after, article)


def _apostrophe(t: Tokens, i: int) -> int:
    """Past the sign in "three years’ time"; the word "time" is told apart by the caller."""
    return i + 1 if t.low[i] == "’" and t.joined(i - 1) and not t.joined(i) else i


def _is_name(t: Tokens, first: int, unit: int) -> bool:
    """Whether capitals make a name of it, as in wars that are called by their length."""
    if not t.capital(unit):
        return False
    return t.capital(unit + 1) or (t.capital(first) and first > 0)


def _is_age(t: Tokens, first: int, after: int) -> bool:
    at = t.skip(after, "-")
    if t.low[at] in en.AGES or t.matches(after, ("of", "age")):
        return True
    return t.before(first) in ("aged", "age") or t.matches(after, ("his", "senior"))


def _length(t: Tokens, i: int, found: _Amount) -> Counted | None:
    if found.article and t.before(i) not in en.BEFORE_ONE_UNIT and t.low[found.after] not in en.AFTER_ONE_UNIT:
        return None
    if found.article and t.before(i) == "of" and t.low[found.after] in ("of", "in"):
        return None
    reading = Length(number=found.number, unit=found.unit)
    return _bounded(t, reading, found.after)


def _bounded(t: Tokens, reading: Length, after: int) -> Counted:
    """The length with the moment that it ends or begins with, where the text tells."""
    word = t.low[after]
    if reading.number is None or (word not in en.ENDING and word not in en.BEGINNING):
        return Counted(reading, after)
    at = t.skip(after + 1, "in", "on", "at")
    found = moment(t, at)
    if found is None or found.moment.part or found.moment.clock or found.moment.until:
        return Counted(reading, after)
    if word in en.ENDING:
        months = reading.unit in ("month", "week", "year", "quarter") and t.low[after] in (
            "to",
            "through",
            "until",
            "till",
        )
        if not months and word not in ("ending", "ended"):
            return Counted(reading, after)
        return Counted(Length(number=reading.number, unit=reading.unit, ends=found.moment), found.after)
    if word == "from" and found.moment.steps[0].how != "is":
        return Counted(reading, after)
    return Counted(Length(number=reading.number, unit=reading.unit, begins=found.moment), found.after)


def _year_to(t: Tokens, i: int) -> Counted | None:
    """The year to March, the year ended June 30."""
    at = t.skip(i, "the")
    if t.low[at] not in ("year", "quarter") or at == i or t.low[at + 1] not in ("ended", "ending", "to"):
        return None
    unit: Unit = "year" if t.low[at] == "year" else "quarter"
    found = _bounded(t, Length(number=1, unit=unit), at + 1)
    return found if isinstance(found.reading, Length) and found.reading.ends else None


def _turned_length(t: Tokens, i: int) -> Counted | None:
    """The past year, the last two weeks, the next 20 years, recent months."""
    at = t.skip(i, "the")
    definite = at > i
    towards = _TOWARDS.get(t.low[at])
    if towards is None:
        return None
    inner = at + 1
    unit = en.UNITS.get(t.low[inner])
    if unit is not None:
        return _turned_unit(t, at, inner, unit, definite)
    number = amount(t, inner)
    if number is None or t.low[inner] in ("a", "an"):
        return None
    place = number.after + (t.low[number.after] == "-")
    place += t.low[place] in ("full", "straight", "consecutive", "calendar")
    unit = en.UNITS.get(t.low[place])
    if unit is None or unit in ("season", "quarter") or _is_age(t, i, place + 1):
        return None
    return Counted(Length(number=number.value, unit=_UNITS[unit], towards=_as_towards(towards)), place + 1)


def _turned_unit(t: Tokens, at: int, inner: int, unit: str, definite: bool) -> Counted | None:
    if unit not in _UNITS or t.low[inner + 1] == "of":
        return None
    plural = t.low[inner].endswith("s")
    towards = _as_towards(_TOWARDS[t.low[at]])
    if plural and t.low[at] in ("recent", "coming", "past", "last", "next", "previous"):
        return Counted(Length(number=None, unit=_UNITS[unit], towards=towards), inner + 1)
    lasting = definite and t.low[at] in ("last", "past") and unit not in ("second", "minute", "weekend")
    return Counted(Length(number=1, unit=_UNITS[unit], towards=towards), inner + 1) if lasting else None


def _as_towards(word: str) -> Literal["past", "future"]:
    return "past" if word == "past" else "future"


# --- moments counted from another -----------------------------------------------------------------


def _moved(t: Tokens, i: int, found: _Amount) -> Counted | None:
    """Two years ago, a week later, two days after Christmas, in three days’ time."""
    word, after = t.low[found.after], found.after + 1
    number = found.number
    if word == "time" and t.low[found.after - 1] == "’" and t.before(i) == "in":
        step = _step(number, found.unit)
        return Counted(Moment(steps=(step._replace(how="shift"),)), after) if step else None
    if number is None and word == "ago":
        return Counted(Fixed(value="PAST_REF"), after)
    if number is None or found.unit in ("hour", "minute", "second"):
        return None
    step = _step(number, found.unit)
    if step is None:
        return None
    if word == "ago":
        back = Step(step.unit, "shift", -step.number)
        return Counted(Moment(steps=(back,)), after)
    if word in ("earlier", "later") or (word in ("before", "afterwards", "afterward") and not t.low[after].isalpha()):
        sign = -1 if word in ("earlier", "before") else 1
        return Counted(Moment(steps=(step._replace(number=sign * step.number),), anchor="mentioned"), after)
    if word in ("before", "after", "from"):
        return _from_date(t, after, step._replace(number=-step.number if word == "before" else step.number))
    return None


def _step(number: float | None, unit: Unit) -> Step | None:
    """The step on by an amount, None where it is open, broken, or beyond the calendar."""
    if number is None or number > _LONGEST_WALK:
        return None
    if number != int(number):
        if unit == "year":
            number, unit = number * 12, "month"
        elif unit in ("decade", "century"):
            number, unit = number * (10 if unit == "decade" else 100), "year"
        if number != int(number):
            return None
    factor = {"decade": 10, "century": 100}.get(unit, 1)
    return Step("year" if factor > 1 else unit, "move", int(number) * factor)


def _from_date(t: Tokens, at: int, step: Step) -> Counted | None:
    found = date(t, at)
    if found is None or found.until or found.part or not found.is_day:
        return None
    reading = Moment(steps=(*found.steps, step), anchor=found.anchor, sense=found.sense)
    return Counted(reading, found.after)


def _distance(t: Tokens, i: int) -> Counted | None:
    """The day before yesterday, the day after Christmas, the night before, the year before."""
    at = t.skip(i, "the", "a")
    if at == i:
        return None
    word, turn = t.low[at], t.low[at + 1]
    if turn not in ("before", "after") or word not in ("day", "night", "week", "month", "year", "weekend"):
        return None
    sign = -1 if turn == "before" else 1
    if t.low[at + 2] in ("yesterday", "tomorrow"):
        return Counted(Moment(steps=(Step("day", "shift", 2 * sign),)), at + 3) if word == "day" else None
    unit: Unit = "day" if word == "night" else _UNITS[word]
    part = "NI" if word == "night" else ""
    if unit == "day" and (found := date(t, at + 2)) and found.is_day:
        return Counted(
            Moment(steps=(*found.steps, Step("day", "move", sign)), sense=found.sense, part=part), found.after
        )
    if t.low[at + 2].isalnum():
        return None
    return Counted(Moment(steps=(Step(unit, "shift", sign),), anchor="mentioned", part=part), at + 2)


# --- repetitions ----------------------------------------------------------------------------------


def _repeated(t: Tokens, i: int) -> Counted | None:
    word = t.low[i]
    if word in ("every", "each"):
        return _every(t, i)
    if word in en.AGAIN:
        return _adverb(t, i)
    if word == "weekends" and t.before(i) in ("on", "at", "and"):
        return Counted(Repeated(value="XXXX-WXX-WE"), i + 1)
    if word.endswith("days") and word[:-1] in en.WEEKDAY_NUMBERS and t.capital(i):
        return Counted(Repeated(value=f"XXXX-WXX-{en.WEEKDAY_NUMBERS[word[:-1]] + 1}"), i + 1)
    times = i + 1 if word in ("once", "twice") else 0
    if not times and (number := amount(t, i)) and t.low[number.after] == "times" and word not in ("a", "an"):
        times = number.after + 1
    if not times or t.low[times] not in en.PER:
        return None
    unit = en.UNITS.get(t.low[times + 1])
    if unit is None or unit == "season":
        return _every(t, times)
    return Counted(Repeated(value=length_value(1, _UNITS[unit])), times + 2)


def _every(t: Tokens, i: int) -> Counted | None:
    """Every day, each year, every other week, every four years, every Friday, every summer morning."""
    at = i + 1
    number: float = 1
    if t.low[at] in ("other", "second") or (t.low[at] == "single"):
        number, at = (1 if t.low[at] == "single" else 2), at + 1
    elif (nth := ordinal(t, at)) is not None and nth.value:
        number, at = nth.value, nth.after
    elif (counted := amount(t, at)) is not None and t.low[at] not in ("a", "an"):
        if counted.value is None:
            return None
        number, at = counted.value, counted.after
    word = t.low[at]
    unit = en.UNITS.get(word)
    if unit is not None and unit != "season":
        factor = 2 if unit == "fortnight" else 1
        return Counted(Repeated(value=length_value(number * factor, _UNITS[unit])), at + 1)
    return _every_named(word, at)


def _every_named(word: str, at: int) -> Counted | None:
    single = word[:-1] if word.endswith("days") else word
    if single in en.WEEKDAY_NUMBERS and single.endswith("day"):
        return Counted(Repeated(value=f"XXXX-WXX-{en.WEEKDAY_NUMBERS[single] + 1}"), at + 1)
    if word in MONTHS and word not in ("may", "march", "mar", "jan", "dec"):
        return Counted(Repeated(value=f"XXXX-{MONTHS[word]:02d}"), at + 1)
    if word in en.SEASONS:
        return Counted(Repeated(value="XXXX-" + ("SP", "SU", "FA", "WI")[en.SEASONS[word]]), at + 1)
    if word in en.PARTS:
        return Counted(Repeated(value=f"XXXX-XX-XXT{en.PARTS[word]}"), at + 1)
    return None


def _adverb(t: Tokens, i: int) -> Counted | None:
    """Annually, daily: where no noun follows that they would describe."""
    word, following = t.low[i], t.low[i + 1]
    ends = not following.isalpha() or following in (
        "in",
        "on",
        "at",
        "to",
        "for",
        "by",
        "and",
        "or",
        "from",
        "since",
        "with",
    )
    if t.capital(i) or not (ends or word == "annually") or t.before(i) in ("a", "the", "-", "its", "’", "s"):
        return None
    return Counted(Repeated(value=en.AGAIN[word]), i + 1)
