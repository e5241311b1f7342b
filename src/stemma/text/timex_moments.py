"""Moments: dates with their shades, parts of the day and clock times."""

from dataclasses import replace
from typing import Literal, NamedTuple

from stemma.lang import times_en as en
from stemma.text.timex_clock import Clock, clock
from stemma.text.timex_dates import DATE_WORDS, date
from stemma.text.timex_readings import Moment, Step, Unit
from stemma.text.timex_tokens import Tokens
from stemma.text.timex_units import Dated

Shade = Literal["", "early", "mid", "late"]


class Read(NamedTuple):
    """A moment and the token after it."""

    moment: Moment
    after: int


_WORDS_OF: tuple[tuple[Shade, frozenset[str]], ...] = (("early", en.EARLY), ("mid", en.MIDDLE), ("late", en.LATE))
_SHADES: dict[str, Shade] = {word: shade for shade, words in _WORDS_OF for word in sorted(words)}
_BARE_UNITS: dict[str, Unit] = {
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "weekend": "weekend",
}
MOMENT_WORDS = (
    DATE_WORDS
    | frozenset(_SHADES)
    | frozenset(en.CLOCK_WORDS)
    | frozenset(["the", "earlier", "later", "overnight", "morning", "afternoon", "evening", "night", "weekend"])
    | frozenset(word for word, n in en.NUMBERS.items() if 1 <= n <= 12)
)


def moment(t: Tokens, i: int) -> Read | None:
    """The longest moment at token `i`."""
    return _clock_first(t, i) or _part_first(t, i) or _shaded(t, i) or _plain(t, i)


def _plain(t: Tokens, i: int) -> Read | None:
    """A date, with the part of the day or the clock time that follows it."""
    found = date(t, i)
    if found is None or found.after <= i:
        return None
    return _with_day_time(t, _built(found), found.after, found.is_day)


def _built(found: Dated) -> Moment:
    return Moment(
        steps=found.steps,
        until=found.until,
        anchor=found.anchor,
        sense=found.sense,
        part=found.part,
        fiscal=found.fiscal,
        iranian=found.iranian,
    )


def _with_day_time(t: Tokens, found: Moment, after: int, is_day: bool) -> Read:
    """The day with what follows: "Wednesday morning", "yesterday at 5 p.m.", "Friday, 10:00 GMT"."""
    if not is_day:
        return Read(found, after)
    if not found.part and (part := _part(t, after)) is not None:
        found, after = replace(found, part=part.name), part.after
    at = t.skip(after, ",")
    links = 0
    while t.low[at] in en.CLOCK_LINKS and links < 3:
        at, links = at + 1, links + 1
    timed = clock(t, at) if t.low[at].isdigit() or t.low[at] in en.CLOCK_WORDS else None
    if timed is not None and (links or timed.sure) and not (t.low[at] in en.CLOCK_WORDS and not links):
        return Read(_at_clock(found, timed), timed.after)
    return Read(found, after)


class _Part(NamedTuple):
    name: str
    after: int


def _part(t: Tokens, i: int) -> _Part | None:
    """A part of the day after a day: "morning", "early morning", "late at night"."""
    at = t.skip(i, "early", "late", "mid")
    at = t.skip(at, "-") if at > i else at
    at = t.skip(at, "in", "at", "during") if t.low[at + 1] in ("the", "night") else at
    at = t.skip(at, "the") if at > i else at
    name = en.PARTS.get(t.low[at])
    if name is None or (t.capital(at) and t.capital(at + 1) and t.low[at + 1] in ("football", "live", "post", "star")):
        return None
    return _Part(name, at + 1)


def _at_clock(found: Moment, timed: Clock) -> Moment:
    """The moment at a clock time; a part of the day tells which half an unsure hour lies in."""
    time = timed.time
    hour = int(time[:2])
    if not timed.sure and hour < 12 and (found.part in ("AF", "EV") or (found.part == "NI" and hour > 5)):
        time = f"{hour + 12:02d}{time[2:]}"
    return replace(found, part="", clock=time, offset=timed.offset)


def _clock_first(t: Tokens, i: int) -> Read | None:
    """5 p.m. on Friday, 11pm local time on Thursday evening, noon Sunday, 10:30 GMT."""
    timed = clock(t, i)
    if timed is None:
        return None
    after = timed.after
    at = t.skip(t.skip(after, ","), "on", "of")
    if t.low[at] == "in" and t.low[at + 1] == "the":
        part = en.PARTS.get(t.low[at + 2])
        if part is not None:
            return Read(_at_clock(Moment(steps=(), anchor="mentioned", part=part), timed), at + 3)
    day = date(t, at)
    if day is not None and day.is_day and day.steps[-1].how != "nth":
        found = _built(day)
        after = day.after
        if not found.part and (part_after := _part(t, after)) is not None:
            found, after = replace(found, part=part_after.name), part_after.after
        return Read(_at_clock(found, timed), after)
    if t.low[i] in en.CLOCK_WORDS and t.before(i) not in en.BEFORE_CLOCKS:
        return None
    if not timed.sure and t.before(i) not in (
        "at",
        "around",
        "about",
        "by",
        "until",
        "from",
        "to",
        "before",
        "after",
        "since",
    ):
        return None
    return Read(_at_clock(Moment(steps=(), anchor="mentioned"), timed), after)


def _part_first(t: Tokens, i: int) -> Read | None:
    """The morning of 5 May, the early hours of Friday, overnight, the early hours of the morning."""
    at = t.skip(i, "the")
    shaded = t.skip(at, "early", "late", "small", "wee")
    early = t.low[at] != "late"
    if t.low[shaded] == "hours" and shaded > at:
        return _hours(t, i, shaded + 1, "MO" if early else "NI")
    part = en.PARTS.get(t.low[shaded])
    if part is None:
        return None
    after = shaded + 1
    of = (
        t.skip(after, "of", "on", "to", "from")
        if t.low[shaded] != "overnight"
        else t.skip(after, "on", "to", "from", "into")
    )
    linked = of > after or t.low[shaded] == "overnight"
    day = date(t, of) if linked else None
    if day is not None and day.is_day:
        return Read(replace(_built(day), part=part), day.after)
    if t.low[shaded] == "overnight" and t.low[after] not in (
        "stay",
        "success",
        "train",
        "flight",
        "bus",
        "rate",
        "trip",
    ):
        return Read(Moment(steps=(), anchor="mentioned", part="NI"), after) if not t.capital(shaded) or i == 0 else None
    if shaded > at and part == "MO" and at > i:
        return Read(Moment(steps=(), anchor="mentioned", part="MO"), after)
    return None


def _hours(t: Tokens, i: int, after: int, part: str) -> Read | None:
    """What follows "the early hours": of Friday, of Friday morning, of the morning, nothing."""
    if t.low[after] in ("of", "on"):
        day = date(t, after + 1)
        if day is not None and day.is_day:
            later = _part(t, day.after)
            return Read(replace(_built(day), part=part), later.after if later else day.after)
        at = t.skip(after + 1, "the")
        if en.PARTS.get(t.low[at]) == "MO":
            return Read(Moment(steps=(), anchor="mentioned", part=part), at + 1)
        return None
    return Read(Moment(steps=(), anchor="mentioned", part=part), after) if t.low[i] == "the" else None


def _shaded(t: Tokens, i: int) -> Read | None:
    """Early Wednesday, late on Thursday, late November, mid-2017, the end of last year, earlier this week."""
    word = t.low[i]
    if word in ("earlier", "later"):
        return _comparative(t, i)
    at = t.skip(i, "the")
    at = t.skip(at, "very")
    shade = _SHADES.get(t.low[at], "")
    if not shade:
        return None
    if t.low[at] in en.EDGES:
        return _edge(t, at, shade)
    inner = t.skip(at + 1, "-")
    inner = t.skip(inner, "in", "on", "into")
    if t.low[at + 1] == "-" and t.low[at + 2] == "to" and t.low[at + 3] == "-" and t.low[at + 4] in ("late", "mid"):
        inner = t.skip(at + 5, "-")
    found = date(t, inner) if inner > at else None
    if found is None:
        return _bare(t, inner, shade) if t.low[inner - 1] == "in" else None
    if not found.is_day:
        return Read(replace(_built(found), shade=shade), found.after)
    part = "MO" if shade == "early" else "NI" if shade == "late" else ""
    read = _with_day_time(t, _built(found), found.after, True)
    if read.moment.part or read.moment.clock or not part:
        return read
    return Read(replace(read.moment, part=part), read.after)


def _edge(t: Tokens, at: int, shade: Shade) -> Read | None:
    """The end of last year, the middle of 2017, the beginning of the month."""
    if t.low[at + 1] not in ("of", "to") or (t.low[at + 1] == "to" and t.low[at] != "start"):
        return _early_or_mid(t, at, shade)
    inner = at + 2
    if (bare := _bare(t, inner, shade)) is not None:
        return bare
    found = date(t, inner)
    if found is None or found.is_day:
        return None
    return Read(replace(_built(found), shade=shade), found.after)


def _bare(t: Tokens, i: int, shade: Shade) -> Read | None:
    """The year, the month: those of the report."""
    unit = _BARE_UNITS.get(t.low[i + 1])
    if t.low[i] != "the" or unit is None or t.low[i + 2] in ("of", "’"):
        return None
    return Read(Moment(steps=(Step(unit, "shift", 0),), shade=shade), i + 2)


def _early_or_mid(t: Tokens, at: int, shade: Shade) -> Read | None:
    """End-2017, end December: without "of"."""
    hyphen = t.low[at + 1] == "-"
    if t.low[at] != "end":
        return None
    found = date(t, at + 1 + hyphen)
    plain = (
        found is not None
        and not found.is_day
        and found.steps[-1].unit in ("year", "month")
        and found.steps[0].how == "is"
    )
    return Read(replace(_built(found), shade=shade), found.after) if found is not None and plain else None


def _comparative(t: Tokens, i: int) -> Read | None:
    """Earlier this week, later that year, earlier in the day, earlier on Wednesday."""
    at = t.skip(i + 1, "on", "in")
    if t.low[at] == "the" and at > i + 1 and t.low[at + 1] in (*_BARE_UNITS, "day"):
        name = t.low[at + 1]
        unit: Unit = _BARE_UNITS.get(name, "day")
        if t.low[at + 2] == "of":
            return None
        return Read(Moment(steps=(Step(unit, "shift", 0),), anchor="mentioned" if unit == "day" else "report"), at + 2)
    found = date(t, at)
    if found is None or (found.steps[0].how == "is" and found.steps[0].unit in ("decade", "century")):
        return None
    return _with_day_time(t, _built(found), found.after, found.is_day)
