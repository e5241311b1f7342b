"""What the words around a figure tell of it: hedges, change, the period, and what it is a figure of."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from stemma.annotate.quantities_units import Unit, rate
from stemma.annotate.quantities_words import Words
from stemma.lang import calendar
from stemma.lang import quantities_en as en
from stemma.model import Time

_HEDGES = frozenset(tuple(hedge.split()) for hedge in en.HEDGES)
_LONGEST_HEDGE = max(map(len, _HEDGES))
_TRAILING = tuple(tuple(hedge.split()) for hedge in en.TRAILING_HEDGES)
_MOST_WORDS = 5
_MOST_BACK = 14
_STOP_MARKS = frozenset(".;:!?")
# What stands between a figure and the period it holds for. The stretch is cut to a few characters before it is matched.
_LINK = re.compile(rf"\s*,?\s*(?:(?:{'|'.join(sorted(en.PERIOD_LINKS))})\s+)?(?:the\s+)?", re.IGNORECASE)
_MOST_LINK = 16

Sign = Literal["+", "-"]


class Hedge(NamedTuple):
    """A hedge as the report writes it, and its first token."""

    words: str
    first: int


def hedge_before(words: Words, first: int) -> Hedge | None:
    """The hedge that ends right before token `first`."""
    for length in range(min(_LONGEST_HEDGE, first), 0, -1):
        if tuple(words.low[first - length : first]) in _HEDGES:
            return Hedge(words.between(first - length, first).lower(), first - length)
    return None


def hedge_after(words: Words, after: int) -> tuple[str, int] | None:
    """The hedge that begins at token `after`, and the token after it: "or more", "+"."""
    if words.low[after] == "+" and words.glued(after - 1):
        return "+", after + 1
    for hedge in _TRAILING:
        if tuple(words.low[after : after + len(hedge)]) == hedge:
            return " ".join(hedge), after + len(hedge)
    return None


# --- change -------------------------------------------------------------------------------------


def change_sign(words: Words, first: int, after: int, unit: Unit | None) -> str | None:
    """ "+" or "-" where tokens `[first, after)` are the amount of a change, by the words around them; else None."""
    low, k = words.low, first - 1
    rated = unit is not None and unit.name in ("percent", "percentage point", "basis point")
    for _ in range(3):
        if low[k] == "by" or low[k] not in en.CHANGE_LINKS:
            break
        k -= 1
    if low[k] == "by":
        return _nearest_change(words, k) if rated or low[k - 1] in en.CHANGES else None
    if low[k] == "of" and low[k - 1] in en.AFTER_CHANGES:
        return en.CHANGES[low[k - 1]]
    if low[k] in en.CHANGES and low[k] not in en.COMPARED_ONLY:
        moved = unit is not None and unit.kind == "measure" and not rated and low[k] in en.MOVES
        phrasal = low[k] in ("up", "down") and low[k - 1] in en.UP_AFTER
        share = rated and low[after] == "of"
        return None if moved or phrasal or share else en.CHANGES[low[k]]
    following = low[after]
    if following in en.AFTER_CHANGES and (rated or (unit is not None and following not in en.COMPARED_ONLY)):
        return en.CHANGES[following]
    return None


def _nearest_change(words: Words, k: int) -> str | None:
    for at in range(k - 1, max(-1, k - _MOST_BACK), -1):
        if words.low[at] in en.CHANGES:
            return en.CHANGES[words.low[at]]
        if words.low[at] in _STOP_MARKS:
            return None
    return None


def is_level(words: Words, first: int) -> bool:
    """Whether the figure that begins at token `first` is where something rose or fell to."""
    return words.low[first - 1] in ("to", "at")


def written_change(sign: str, value: float, unit: str) -> str:
    """The change as a record holds it.

    >>> written_change("+", 41.0, "percent"), written_change("-", 3200000.0, "count")
    ('+41%', '-3200000')
    """
    amount = str(int(value)) if value.is_integer() else repr(value)
    ending = {"percent": "%", "percentage point": " percentage points", "basis point": " basis points"}.get(unit, "")
    return f"{sign}{amount}{ending}"


# --- period -------------------------------------------------------------------------------------


class Periods:
    """The times of a report, looked up by where they begin."""

    def __init__(self, text: str, times: Sequence[Time]) -> None:
        self.text = text
        self.times = sorted(times, key=lambda time: time.span)
        self.starts = [time.span.start for time in self.times]
        self.reach = 0
        self.ends: list[int] = []
        for time in self.times:
            self.reach = max(self.reach, time.span.end)
            self.ends.append(self.reach)

    def overlap(self, start: int, end: int) -> bool:
        """Whether `[start, end)` shares a character with a time."""
        i = bisect_left(self.starts, end)
        return i > 0 and self.ends[i - 1] > start

    def after(self, end: int) -> tuple[str, str] | None:
        """The interval of the time that follows a figure which ends at `end`, where it is said to hold for it."""
        i = bisect_left(self.starts, end)
        if i == len(self.starts) or self.starts[i] - end > _MOST_LINK:
            return None
        time = self.times[i]
        if time.begin is None or time.end is None or not _LINK.fullmatch(self.text, end, time.span.start):
            return None
        return time.begin, time.end


# --- what a figure is of ------------------------------------------------------------------------


def figure_of(words: Words, first: int, after: int, unit: Unit) -> str | None:
    """What an amount, a share or a measure is one of, as far as the words next to it tell."""
    low, j = words.low, _past_brackets(words, after)
    per = None
    if (end := rate(words, j)) is not None:
        per, j = f"per {words.low[end - 1]}", end
        if low[j] in en.RATE_NOUNS:  # "per Qualcomm share"
            per, j = words.between(end - 2, j + 1), j + 1
    named = _following(words, first, j, unit) or _preceding(words, first)
    return " ".join(part for part in (named, per) if part) or None


def _past_brackets(words: Words, j: int) -> int:
    if words.low[j] != "(":
        return j
    return next((at + 1 for at in range(j, j + _MOST_WORDS + 3) if words.low[at : at + 1] == [")"]), j)


def _following(words: Words, first: int, j: int, unit: Unit) -> str | None:
    low = words.low
    if low[j] == "worth" and low[j + 1] == "of":
        j += 1
    if low[j] in en.AFTER_CHANGES and low[j + 1] in ("in", "of"):
        return noun_phrase(words, j + 2)
    if low[j] == "of" or (unit.kind == "money" and low[j] in en.OF_MONEY):
        return noun_phrase(words, j + 1)
    if unit.kind == "money" and low[j] == "to" and low[j + 1] in en.DETERMINERS:
        return noun_phrase(words, j + 1)
    before = low[first - 1]
    if before in en.DETERMINERS or before.endswith(("'s", "’s")) or words.hyphen(unit.first - 1):
        return noun_phrase(words, j)
    return None


def _preceding(words: Words, first: int) -> str | None:
    """The noun phrase that "of" or a verb of size joins to the figure: "a bill of", "trade stood at"."""
    low, k = words.low, first - 1
    for _ in range(2):
        if low[k] in ("a", "another", "the", "by", "to", "at", "up", "down"):
            k -= 1
    if low[k] == "of":
        return _phrase_before(words, k - 1)
    if low[k] in en.LEVEL_VERBS or low[k] in en.CHANGES:
        while low[k] in en.AUXILIARIES or low[k] in en.LEVEL_VERBS or low[k] in en.CHANGES:
            k -= 1
        return _phrase_before(words, k)
    return None


def noun_phrase(words: Words, j: int) -> str | None:
    """The noun phrase that begins at token `j`, without its determiners; None where there is none or it is a time."""
    while words.low[j] in en.DETERMINERS:
        j += 1
    end = j
    while end < j + 2 * _MOST_WORDS and (words.hyphen(end) or _in_phrase(words, end)):
        end += 1
    end -= words.hyphen(end - 1)
    if end == j or words.low[j] in calendar.MONTHS or words.low[end - 1] in en.TIME_NOUNS:
        return None
    return words.between(j, end)


def _phrase_before(words: Words, k: int) -> str | None:
    begin = k + 1
    while begin > max(0, k + 1 - _MOST_WORDS) and _in_phrase(words, begin - 1):
        begin -= 1
    return words.between(begin, k + 1) if begin <= k else None


def _in_phrase(words: Words, j: int) -> bool:
    word = words.low[j]
    return (
        words.is_word(j)
        and word not in en.STOPS
        and word not in en.TOLL
        and word not in en.LEVEL_VERBS
        and not word.endswith("ly")
    )


def number_of(words: Words, k: int) -> str | None:
    """What "the number of" names, before a verb that gives its size and token `k`."""
    for at in range(k, max(0, k - _MOST_BACK), -1):
        if words.low[at] in _STOP_MARKS:
            return None
        if words.low[at] == "of" and words.low[at - 1] in en.COUNTING_NOUNS:
            return noun_phrase(words, at + 1)
    return None
