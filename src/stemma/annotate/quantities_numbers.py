"""Numbers in figures and in words, and what looks like one and is part of something else."""

import math
import re
from typing import NamedTuple

from stemma.annotate.quantities_words import HYPHENS, Words
from stemma.lang import currencies
from stemma.lang import quantities_en as en

_PLAIN = re.compile(
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
)
_SEPARATORS = str.maketrans("", "", ",\u00a0\u202f\u2009")
# Longer runs of digits are account numbers and hashes, or beyond what anybody counts.
_MOST_DIGITS = 30
_MAY_PRECEDE = frozenset("([{\"'“”‘’«»—–-−‐‑+±~≈<>≤≥") | currencies.SYMBOLS.keys()
_PARTS_NAMES = frozenset("#@_=*&\\/:^|")
_HUNDREDS = {"hundred": 100.0, "dozen": 12.0, **en.MAGNITUDES}
_SMALL = {**en.ONES, **en.TENS}
_HALVES = {"half": 0.5, "quarter": 0.25}
_SEVERAL = frozenset(("several", "few", "couple", "many"))
STARTS = frozenset((*_SMALL, *_HUNDREDS, *en.VAGUE, *en.FRACTIONS))
"""Words, besides digits, at which a number is read."""


class Number(NamedTuple):
    """A number in tokens `[first, after)`: `coefficient` is what stands before its magnitude.

    `letter` is a single letter right behind the digits that may be a magnitude or a measure; `value` leaves it out.
    """

    first: int
    after: int
    value: float
    coefficient: float
    scaled: bool = False
    spelled: bool = False
    vague: bool = False
    letter: str = ""


def read_number(words: Words, i: int) -> Number | None:
    """The number that token `i` belongs to, which no token before `i` begins except "a", "half" and the like."""
    word = words.low[i]
    number = _digits(words, i) if "0" <= word[:1] <= "9" else _spelled(words, i)
    return number if number is not None and math.isfinite(number.value) else None


# --- digits -------------------------------------------------------------------------------------


def _digits(words: Words, i: int) -> Number | None:
    raw = words.raw[i]
    if len(raw) > _MOST_DIGITS or not _PLAIN.fullmatch(raw) or (raw[0] == "0" and raw[1:2].isdigit()):
        return None
    value, first = float(raw.translate(_SEPARATORS)), i
    if words.low[i - 1] == "." and words.glued(i - 1):
        if words.glued(i - 2) or not raw.isdigit():
            return None
        value, first = float(f".{raw}"), i - 1
    elif _part_of_something(words, i):
        return None
    return _scaled(words, Number(first=first, after=i + 1, value=value, coefficient=value))


def _part_of_something(words: Words, i: int) -> bool:
    """Whether digits belong to a name, a code, a date in figures, a telephone number or the like."""
    before, after = words.raw[i - 1], words.raw[i + 1]
    if words.glued(i - 1):
        if before[-1:].isalpha() or before[-1:] == ".":
            if before.lower() not in currencies.PREFIXES and before not in currencies.CODES and before != "c.":
                return True
        elif before not in _MAY_PRECEDE or (
            before in HYPHENS and words.glued(i - 2) and words.raw[i - 2][-1:].isalpha()
        ):
            return True
    elif before[:1].isdigit():
        return True
    if words.glued(i):
        return after in _PARTS_NAMES or (after in "'’′″" and after != "" and words.glued(i + 1))
    return after[:1].isdigit()


def _scaled(words: Words, number: Number) -> Number:
    """The number with the magnitude that follows it."""
    value, j, scaled = number.value, number.after, False
    if words.raw[j] in en.FRACTIONS and words.glued(j - 1):
        value, j = value + en.FRACTIONS[words.raw[j]], j + 1
    if words.low[j : j + 3] == ["and", "a", "half"]:
        value, j = value + 0.5, j + 3
    coefficient, least = value, math.inf
    while True:
        at = j + 1 if words.hyphen(j) else j
        word = words.low[at]
        scale = _HUNDREDS.get(word) or (en.SHORT_MAGNITUDES.get(word) if not scaled else None)
        if scale is None or (scale >= least and word not in ("crore", "crores", "trillion")):
            break
        value, j, scaled, least = value * scale, at + 1, True, scale
        if words.raw[j] == "." and word in en.SHORT_MAGNITUDES and words.glued(j - 1) and words.is_word(j + 1):
            j += 1
    letter = words.low[j] if not scaled and words.glued(j - 1) and words.low[j] in en.LETTER_MAGNITUDES else ""
    if not scaled and coefficient == number.value:
        j = number.after
    return number._replace(value=value, after=j, coefficient=coefficient, scaled=scaled, letter=letter)


# --- words --------------------------------------------------------------------------------------


def _spelled(words: Words, i: int) -> Number | None:
    word = words.low[i]
    if word in en.FRACTIONS:
        scaled = _scaled(words, Number(i, i + 1, en.FRACTIONS[word], en.FRACTIONS[word]))
        return scaled if scaled.scaled and not words.raw[i - 1][:1].isdigit() else None
    if word in _SMALL:
        if words.glued(i - 1) and words.raw[i - 1] in HYPHENS and words.raw[i - 2][-1:].isalnum():
            return None
        number = _sum(words, i, i, 0.0)
    elif word in _HUNDREDS and (begun := _unit_before(words, i)) is not None:
        first, value = begun
        if words.low[first] in ("several", "few", "couple", "many") or words.low[first : first + 2] == ["a", "few"]:
            return Number(first, i + 1, value * _HUNDREDS[word], value, scaled=True, spelled=True, vague=True)
        number = _sum(words, first, i, value)
    elif word in en.VAGUE:
        number = _vague(words, i)
    else:
        return None
    if number is None or _ranked(words, number.after):
        return None
    return number


def _ranked(words: Words, j: int) -> bool:
    """Whether what follows makes of the number a rank or a fraction: "twenty-first", "two thirds"."""
    at = j + 1 if words.hyphen(j) else j
    return words.low[at] in en.ORDINALS


def _unit_before(words: Words, i: int) -> tuple[int, float] | None:
    """Where a number begins whose first magnitude is token `i`, and how many of it there are: "half a million"."""
    low = words.low
    k = i - 1 - words.hyphen(i - 1)
    before = low[k]
    if before in ("half", "quarter"):
        return (k - (low[k - 1] == "a"), _HALVES[before]) if low[k - 1] != "a" or before == "half" else (k - 1, 0.25)
    if before in _SEVERAL and not words.hyphen(i - 1):
        return (k - 1 if low[k - 1] == "a" else k), 2.0
    if before == "of" and low[k - 1] == "couple":
        return k - 1, 2.0
    if before not in ("a", "an"):
        return None
    if low[k - 1] == "half":
        return k - 1, 0.5
    if low[k - 1] == "of":
        if low[k - 2] == "quarter":
            return (k - 3 if low[k - 3] == "a" else k - 2), 0.25
        return None if low[k - 2] in en.ORDINALS else (k, 1.0)
    return k, 1.0


def _sum(words: Words, first: int, i: int, group: float) -> Number | None:
    """The number in words from token `i` on; `group` is what was read of it before."""
    low, joins = words.low, "between" not in words.low[max(0, first - 3) : first]
    total, least, room, j, coefficient = 0.0, math.inf, 1000.0, i, group
    while True:
        at = j + 1 if j > i and words.hyphen(j) else j
        if joins and at > i and low[at] == "and" and _goes_on(words, at + 1, room):
            at += 1
        word = low[at]
        if word in _SMALL and _SMALL[word] < room and (_SMALL[word] or not group):
            group += _SMALL[word]
            room = 10.0 if word in en.TENS else 0.0
        elif word == "hundred" and 0 < group < 100:
            group, room = group * 100, 100.0
        elif word == "dozen" and 0 < group < 100:
            total, group, j = total + group * 12, 0.0, at + 1
            break
        elif word in en.MAGNITUDES and group > 0 and en.MAGNITUDES[word] < least:
            coefficient = group if not total else coefficient
            least = en.MAGNITUDES[word]
            total, group, room = total + group * least, 0.0, 1000.0
        elif word == "point" and at > i and not least < math.inf and low[at + 1] in en.ONES:
            decimals, at = _decimals(words, at + 1)
            group, room = group + decimals, 0.0
        else:
            break
        j = at + 1
        if room == 0.0 and low[j : j + 3] == ["and", "a", "half"] and low[j + 3] in en.MAGNITUDES:
            group, j = group + 0.5, j + 3
    if least < math.inf and low[j : j + 3] == ["and", "a", "half"]:
        total, j = total + least / 2, j + 3
    value = total + group
    scaled = least < math.inf
    return Number(first, j, value, coefficient if scaled else value, scaled=scaled, spelled=True) if j > i else None


def _goes_on(words: Words, i: int, room: float) -> bool:
    """Whether "and" before token `i` joins it to the number: "two hundred and five"."""
    word = words.low[i]
    if word not in _SMALL or room not in (100.0, 1000.0) or _SMALL[word] == 0:
        return False
    j = i + 1
    if word in en.TENS and words.low[j + words.hyphen(j)] in en.ONES:
        j += words.hyphen(j) + 1
    return words.low[j] != "hundred" and (room == 100.0 or words.low[j] not in en.MAGNITUDES)


def _decimals(words: Words, i: int) -> tuple[float, int]:
    """The decimals in words from token `i` on, and the last of their tokens."""
    figures = ""
    while words.low[i] in en.ONES and en.ONES[words.low[i]] < 10 and len(figures) < 9:
        figures += str(en.ONES[words.low[i]])
        i += 1
    return float(f"0.{figures}"), i - 1


def _vague(words: Words, i: int) -> Number:
    """Plural number words: "dozens", "tens of thousands"; the value is the least that they can mean."""
    value, j = en.VAGUE[words.low[i]], i + 1
    if words.low[j] == "of" and (greater := en.VAGUE.get(words.low[j + 1], 0.0)) > value:
        value, j = value * greater / 2, j + 2
    return Number(i, j, value, value, scaled=value >= 1e3, spelled=True, vague=True)
