"""Clock times: "5 a.m.", "17:30 GMT", "noon", with their zones."""

from typing import NamedTuple

from stemma.lang import times_en as en
from stemma.lang.calendar import VAGUE_ZONES, ZONES
from stemma.text.timex_tokens import Tokens

_HALVES = {"am": 0, "pm": 12}


class Clock(NamedTuple):
    """A time of day as "HH:MM", with the offset of its zone where one is told, and the token after it.

    `sure` is false for an hour that may lie in either half of the day: "at 8", "4:30".
    """

    time: str
    offset: str
    after: int
    sure: bool = True


def clock(t: Tokens, i: int) -> Clock | None:
    """The clock time at token `i`."""
    word = t.low[i]
    if word in en.CLOCK_WORDS:
        return _zoned(t, i + 1, en.CLOCK_WORDS[word])
    if word.isdigit():
        return _figures(t, i) or _military(t, i)
    hour = en.NUMBERS.get(word, 0)
    if 1 <= hour <= 12:
        if _oclock(t, i + 1):
            return _zoned(t, i + 4, f"{hour:02d}:00", sure=False)
        if half := _half(t, i + 1):
            return _zoned(t, half.after, f"{hour % 12 + half.shift:02d}:00")
    return None


class _Half(NamedTuple):
    shift: int
    after: int


def _half(t: Tokens, i: int) -> _Half | None:
    """ "am", "p.m." and their kin."""
    if t.low[i] in _HALVES:
        return _Half(_HALVES[t.low[i]], i + 1)
    if t.low[i] in ("a", "p") and t.matches(i + 1, (".", "m")) and t.joined(i) and t.joined(i + 1):
        after = i + 3
        # The stop after the "m" belongs to the time, even where it ends the sentence, too.
        after += t.low[after] == "." and t.joined(after - 1)
        return _Half(_HALVES[t.low[i] + "m"], after)
    return None


def _oclock(t: Tokens, i: int) -> bool:
    return t.matches(i, ("o", "’", "clock"))


def _figures(t: Tokens, i: int) -> Clock | None:
    hour_word = t.low[i]
    if len(hour_word) > 2 or (t.before(i) in "$€£#" and t.before(i)):
        return None
    hour, minute, after = int(hour_word), 0, i + 1
    sign = t.low[after]
    split = sign in (":", ".") and t.joined(i) and t.joined(after) and _minutes(t.low[after + 1])
    if split:
        minute, after = int(t.low[after + 1]), after + 2
        if t.low[after] == ":" and t.joined(after) and _minutes(t.low[after + 1]):
            after += 2
    if (half := _half(t, after)) and 1 <= hour <= 12:
        return _zoned(t, half.after, f"{hour % 12 + half.shift:02d}:{minute:02d}")
    if not split and _oclock(t, after) and hour <= 24:
        return _zoned(t, after + 3, f"{hour:02d}:00", sure=hour > 12)
    if not split and 1 <= hour <= 12 and t.before(i) in ("at", "around", "about") and t.matches(after, ("in", "the")):
        part = en.PARTS.get(t.low[after + 2])
        if part in ("MO", "AF", "EV", "NI"):
            late = part in ("AF", "EV") or (part == "NI" and hour > 5)
            return Clock(f"{hour % 12 + 12 * late:02d}:00", "", after + 3)
    if not split or hour > 24 or _part_of_longer(t, i, after):
        return None
    found = _zoned(t, after, f"{hour:02d}:{minute:02d}", sure=hour > 12 or hour == 0)
    placed = t.before(i) in en.BEFORE_CLOCKS or found.after > after or t.low[after] in ("hours", "hrs", "h")
    return found if placed and (sign == ":" or found.after > after) else None


def _part_of_longer(t: Tokens, i: int, after: int) -> bool:
    """Whether the figures belong to a score, a ratio, a version: 3:16-18, 1.20.4."""
    tied_before = i > 0 and t.joined(i - 1) and t.before(i) in ".,:/"
    return tied_before or (t.joined(after - 1) and t.low[after] in ("%", ":", "/") and bool(t.low[after]))


def _minutes(word: str) -> bool:
    return len(word) == 2 and word.isdigit() and int(word) < 60


def _military(t: Tokens, i: int) -> Clock | None:
    """Four figures before a zone or "hours": "1730 GMT"."""
    word = t.low[i]
    if len(word) != 4 or int(word[:2]) > 24 or int(word[2:]) > 59:
        return None
    found = _zoned(t, i + 1, f"{word[:2]}:{word[2:]}")
    if found.after > i + 1:
        return found
    return found._replace(after=i + 2) if t.low[i + 1] in ("hours", "hrs") and t.before(i) in en.BEFORE_CLOCKS else None


def _zoned(t: Tokens, i: int, time: str, *, sure: bool = True) -> Clock:
    """The clock time with the zone that follows it: "GMT", "local time", "Eastern Daylight Time", "(ET)"."""
    at = t.skip(i, "(")
    word = t.low[at]
    offset, after = "", i
    if word in ZONES and (len(word) > 1 or t.raw(at) == "Z"):
        offset, after = ZONES[word], at + 1
        offset = "Z" if offset == "+00:00" else offset
    elif word in VAGUE_ZONES and t.raw(at).isupper():
        after = at + 1
    elif t.low[at + 1] == "time" and (word in en.ZONE_WORDS or t.capital(at)):
        after = at + 2
    elif word in en.ZONE_WORDS and t.low[at + 1] in ("standard", "daylight") and t.low[at + 2] == "time":
        after = at + 3
    if after > i and at > i:
        after = t.skip(after, ")")
    return Clock(time, offset, after, sure)
