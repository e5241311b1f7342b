"""Numbers that are no figures: dates, ages, shares in words, names; and those that are without a noun."""

import math

from stemma.annotate.quantities_amounts import Amount
from stemma.annotate.quantities_context import Hedge, hedge_before
from stemma.annotate.quantities_numbers import Number
from stemma.annotate.quantities_words import Words
from stemma.lang import calendar
from stemma.lang import quantities_en as en

_YEARS = (1000.0, 2100.0)
_LIKELY_YEARS = (1900.0, 2100.0)


def is_place(hedge: Hedge, amount: Amount) -> bool:
    """Whether the hedge is rather an adverb or a preposition: "over two candidates"."""
    small = amount.number.spelled and amount.value < 10 and not amount.number.scaled
    return hedge.words in en.PLACE_HEDGES and small and amount.unit is None


def is_dated(words: Words, amount: Amount) -> bool:
    """Whether the number stands beside a month or between the colons of a clock time."""
    number = amount.number
    if number.spelled or amount.unit is not None:
        return False
    before = number.first - 1 - (words.low[number.first - 1] == ".")
    for at in (before, amount.after):
        if words.low[at] in calendar.MONTHS and words.raw[at][0].isupper():
            return number.value <= 31 or number.value in range(int(_YEARS[0]), int(_YEARS[1]))
    return False


def is_lasting(words: Words, amount: Amount) -> bool:
    """Whether the number counts time: "20-minute", "three full days", "33-year-old", "5am"."""
    if amount.unit is not None:
        return False
    j = amount.after + words.hyphen(amount.after)
    for at in range(j, j + 3):
        if words.low[at] in en.TIME_NOUNS:
            return True
        if words.low[at] not in en.TIME_WORD_PARTS and not words.hyphen(at):
            return False
    return False


def is_year(words: Words, number: Number) -> bool:
    """Whether four digits may well be a year of our time."""
    return (
        _LIKELY_YEARS[0] <= number.value < _LIKELY_YEARS[1] and words.raw[number.first].isdigit() and not number.scaled
    )


def is_rated(words: Words, amount: Amount) -> bool:
    """Whether the number is part of "six in 10", "nine out of ten" or "photo 4 of 8"."""
    low, k, j = words.low, amount.first - 1, amount.after
    if low[k] == "of" and low[k - 1][:1].isdigit() and low[k - 2] in en.NAME_NOUNS:
        return True
    if k > 0 and (low[k] == "in" or low[k - 1 : k + 1] == ["out", "of"]):
        before = low[k - 1 if low[k] == "in" else k - 2]
        number = float(before) if before.isdigit() and len(before) < 4 else float(en.ONES.get(before, math.inf))
        return number < amount.value and (amount.value <= 10 or amount.value in (20, 100, 1000))
    ahead = j + 1 if low[j] == "in" else j + 2 if low[j : j + 2] == ["out", "of"] else None
    if ahead is None:
        return False
    after = low[ahead]
    return (after.isdigit() or after in en.ONES) and low[ahead + 1] not in en.TIME_NOUNS and amount.value < 10


def is_named(words: Words, number: Number) -> bool:
    """Whether the number belongs to a name before it: "Case 1000", "Falcon 9", "the Chicago Seven", "No. 5"."""
    first = number.first
    raw = words.raw[first]
    if number.spelled:
        inside = first > 0 and words.is_word(first - 1) and not words.title_case
        return inside and raw[:1].isupper() and not raw.isupper()
    if number.scaled or "," in raw:
        return False
    k = first - 1
    if words.low[k] == "." and words.low[k - 1] in ("no", "nos", "fig", "vol", "art", "sec", "p", "pp"):
        return True
    if k < 0 or not words.is_word(k) or words.low[k] in en.STOPS:
        return False
    if words.low[k] in en.NAME_NOUNS and words.low[first + 1] != "of":
        return True
    if not words.raw[k][0].isupper() or k == 0 or words.title_case or words.low[k] in en.TOLL:
        return False
    return hedge_before(words, first) is None and words.low[k] not in calendar.WEEKDAYS


def stands_alone(words: Words, amount: Amount, hedge: Hedge | None, begun: int) -> bool:
    """Whether a number without any noun is a figure all the same: a hedged or a large one."""
    number = amount.number
    if words.low[begun - 1] in en.NOT_FIGURES_AFTER or number.vague or is_year(words, number):
        return False
    following = words.low[amount.after]
    if words.is_word(amount.after) and following not in en.STOPS and following not in calendar.WEEKDAYS:
        return False
    if number.scaled or "," in words.raw[number.first]:
        return True
    if hedge is None or amount.high is not None or hedge.words in en.AGE_HEDGES:
        return False
    return hedge.words not in en.PLACE_HEDGES or (number.value >= 10 and not number.spelled)
