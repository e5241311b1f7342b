"""What all dates share: the names of months, years that go on a date, units turned to ("last year")."""

from typing import Literal, NamedTuple

from stemma.lang import times_en as en
from stemma.lang.calendar import MONTHS
from stemma.text.timex_numbers import year_after_date
from stemma.text.timex_readings import Sense, Step, Unit
from stemma.text.timex_tokens import Tokens


class Dated(NamedTuple):
    """The steps to a date and the token after it."""

    steps: tuple[Step, ...]
    after: int
    until: tuple[Step, ...] = ()
    anchor: Literal["report", "mentioned"] = "report"
    sense: Sense = ""
    part: str = ""
    fiscal: bool = False
    iranian: bool = False

    @property
    def is_day(self) -> bool:
        """Whether the steps end at a day."""
        last = self.steps[-1] if self.steps else None
        return last is not None and (last.unit in ("day", "weekday", "easter")) and not self.until


RELATIVE_UNITS: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}


TURNS = en.LAST | en.NEXT | en.SAME | en.THAT


class Until(NamedTuple):
    """The steps to the last part of a range, and the token after it."""

    steps: tuple[Step, ...]
    after: int


class MonthName(NamedTuple):
    """A month by its number, and the token after its name."""

    number: int
    after: int


def month_name(t: Tokens, i: int) -> MonthName | None:
    """The name of a month; of those that are other words too, only where they are written as a name."""
    word = t.low[i]
    number = MONTHS.get(word)
    if number is None or not (t.capital(i) or word in en.LOWER_CASE_MONTHS):
        return None
    after = i + 1
    if len(word) <= 4 and word not in ("may", "june", "july") and t.low[after] == "." and t.joined(i):
        after += 1
    return MonthName(number, after)


def year_tail(t: Tokens, i: int) -> Dated | None:
    """The year that goes on a month, a season or a feast: ", 2018", "of 2018", "this year", "of last year", "’18"."""
    at = t.skip(i, ",")
    if found := year_after_date(t, at):
        # A comma behind the year belongs to the sentence.
        return Dated((Step("year", "is", int(found.value or 0)),), found.after)
    if t.low[i] == "’" and t.joined(i) and len(t.low[i + 1]) == 2 and t.low[i + 1].isdigit():
        short = int(t.low[i + 1])
        return Dated((Step("year", "is", short + (2000 if short < 40 else 1900)),), i + 2)
    at = t.skip(i, "of", "in")
    if at > i and (found := year_after_date(t, at)):
        return Dated((Step("year", "is", int(found.value or 0)),), found.after)
    definite = t.low[at] == "the"
    turned = turned_unit(t, at + definite, definite)
    return turned if turned and turned.steps[-1].unit == "year" else None


def last_year(t: Tokens, i: int, first: int) -> Until | None:
    """The second year of "2011-14" and "2016/17", written at token `i`."""
    if t.low[i] not in ("-", "/") or not t.low[i + 1].isdigit():
        return None
    if t.low[i] == "/" and not (t.joined(i - 1) and t.joined(i)):
        return None
    word = t.low[i + 1]
    last = first // 100 * 100 + int(word) if len(word) == 2 else int(word) if len(word) == 4 else 0
    ends = t.low[i + 2] not in ("-", "/") or not t.joined(i + 1)
    return Until((Step("year", "is", last),), i + 2) if first < last <= min(first + 600, 2099) and ends else None


def turned_unit(t: Tokens, i: int, definite: bool) -> Dated | None:
    """A unit of the calendar, turned to: last year, this week, the next day, that month."""
    word = t.low[i]
    if word not in TURNS:
        return None
    fiscal = t.low[i + 1] in ("fiscal", "financial")
    at = i + 1 + fiscal
    unit = RELATIVE_UNITS.get(t.low[at])
    if unit is None or (fiscal and unit != "year"):
        return None
    if unit == "day" and word in ("this", "last", "past", "current"):
        return None
    if word in ("last", "past") and definite and not fiscal:
        return None  # "the last year" is a length
    mentioned = (
        word in ("previous", "preceding", "following", "that", "same") or (word == "next" and definite) or unit == "day"
    )
    number = -1 if word in en.LAST else 1 if word in en.NEXT else 0
    if word == "same" and t.low[at + 1] in ("last", "a", "in", "of", "the"):
        return None
    if word == "past" and unit not in ("week", "weekend", "month", "year"):
        return None
    return Dated((Step(unit, "shift", number),), at + 1, anchor="mentioned" if mentioned else "report", fiscal=fiscal)
