"""What a time expression says by itself, before anybody knows the day it was written on.

A moment is a walk from larger to smaller: "July this year" is the year of the report, then its month 7; "two days
after Christmas" is December, its day 25, then two days on. `timex_calendar` makes the walk.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Unit = Literal[
    "century",
    "decade",
    "year",
    "half",
    "season",
    "quarter",
    "month",
    "week",
    "weekend",
    "day",
    "weekday",
    "easter",
    "hour",
    "minute",
    "second",
]
"""Units of the calendar. As steps, a `weekday` is a day by its name and `easter` a day by its distance from Easter."""

Sense = Literal["", "past", "future", "near"]
"""Which of several like times is meant: the last one, the next one, the nearest; "" where nothing tells."""

How = Literal["is", "last", "next", "this", "nth", "shift", "move"]


class Step(NamedTuple):
    """One step of a walk to a moment.

    `is`: the unit of that number: year 2014, decade 199, century 19, month 7, season 1 (summer), weekday 0 (Monday),
    easter -2 (Good Friday). `last`, `next`, `this`: the same strictly before, strictly after or around the anchor.
    `nth`: the unit of that number within where the walk stands, counted from 1, or from the end by -1; a weekday needs
    `which`. `shift`: the unit that holds the anchor, or where the walk stands, and that many on. `move`: that many
    units on from there, without a change of grain.
    """

    unit: Unit
    how: How
    number: int
    which: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A DATE, or with `part` or `clock` a TIME.

    `anchor` says what the walk starts from: the report's day or the time that was mentioned before. `until` holds the
    walk to the last part of a range ("May 3-5"). `part` has TIMEX3's letters ("MO"), `clock` hours and minutes,
    `offset` their zone. `shade` is a part of the period ("late November"). `bound` says which end is open.
    `fiscal` years begin on days that only their keepers know; `iranian` ones are numbered by the Iranian calendar.
    """

    steps: tuple[Step, ...]
    until: tuple[Step, ...] = ()
    anchor: Literal["report", "mentioned"] = "report"
    sense: Sense = ""
    part: str = ""
    clock: str = ""
    offset: str = ""
    shade: Literal["", "early", "mid", "late"] = ""
    bound: Literal["", "since", "until"] = ""
    fiscal: bool = False
    iranian: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A DURATION: `number` of units (None: some). `towards` says whether it ends or begins with the anchor.

    `ends` and `begins` are moments that the text gives for its ends: "nine months ending in late December".
    """

    number: float | None
    unit: Unit
    towards: Literal["", "past", "future"] = ""
    iranian: bool = False
    ends: Moment | None = None
    begins: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """A SET, with its value: "P1W", "XXXX-WXX-5"."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A DATE whose value needs no calendar of ours: a year with its era, "BC0776", "0079"; PAST_REF."""

    value: str


Reading = Moment | Length | Repeated | Fixed


class Expression(NamedTuple):
    """A time expression: characters `[start, end)` of the text, and what they say."""

    start: int
    end: int
    reading: Reading
