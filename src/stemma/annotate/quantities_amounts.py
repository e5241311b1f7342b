"""Amounts: a number with its unit, or the two numbers of a range."""

from typing import NamedTuple

from stemma.annotate.quantities_numbers import STARTS, Number, read_number
from stemma.annotate.quantities_units import Money, Unit, unit_after, unit_before
from stemma.annotate.quantities_words import HYPHENS, Words
from stemma.lang import quantities_en as en
from stemma.lang import units

_YEARS = (1000.0, 2100.0)
_RANGE_WORDS = frozenset(("to", "or", "and"))


class Amount(NamedTuple):
    """A number with its unit, or a range of two; `first` and `after` take in both."""

    first: int
    after: int
    number: Number
    unit: Unit | None
    high: float | None = None
    score: bool = False
    """Two numbers joined by a hyphen that are no range."""

    @property
    def value(self) -> float:
        """The number in its unit; of a range, the lower end."""
        return self.number.value * (self.unit.factor if self.unit else 1.0)


def read_amount(words: Words, i: int, money: Money) -> Amount | None:
    """The number at token `i` with its unit, and with the upper end of its range."""
    low = _single(words, i, money)
    if low is None or _follows_number(words, low.first):
        return None
    return _range(words, low, money) or _whole(words, low)


def _single(words: Words, i: int, money: Money) -> Amount | None:
    number = read_number(words, i)
    if number is None:
        return None
    unit = unit_before(words, number, money)
    if unit is not None and number.letter:
        scale = en.LETTER_MAGNITUDES[number.letter]
        number = number._replace(value=number.value * scale, after=number.after + 1, scaled=True, letter="")
    following = unit_after(words, number, money)
    if unit is None and following is None and number.letter:
        scaled = with_letter(words, number)
        if (following := unit_after(words, scaled, money)) is not None:
            number = scaled
    if unit is None and _is_magnitude(words, number.first):
        first = number.first - 1 - (words.low[number.first - 1] == "of")
        return Amount(first, number.after, number, Unit("magnitude", "measure", first, number.after))
    if unit is None and following is not None:
        number = number._replace(letter="")
        return _with_parts(
            words, Amount(_signed_first(words, number), following.after, _signed(words, number), following)
        )
    if unit is None:
        return Amount(number.first, number.after, number, None)
    after = number.after
    if following is not None and following.kind == "money" and following.name == unit.name:
        after = following.after
    if words.is_word(after) and words.glued(after - 1):
        return None
    return Amount(unit.first, after, number, unit)


def _follows_number(words: Words, first: int) -> bool:
    """Whether a hyphen joins the amount to a number before it: a telephone number, a code."""
    return words.raw[first - 1] in HYPHENS and words.hyphen(first - 1) and words.raw[first - 2][-1:].isdigit()


def _is_magnitude(words: Words, first: int) -> bool:
    k = first - 1
    return words.low[k] == "magnitude" or (words.low[k] == "of" and words.low[k - 1] == "magnitude")


def _is_negative(words: Words, number: Number) -> bool:
    k = number.first - 1
    if words.low[k] == "minus":
        return words.low[k - 1] != "or"
    return words.raw[k] in ("-", "−", "–") and words.glued(k) and not words.glued(k - 1)


def _signed(words: Words, number: Number) -> Number:
    return number._replace(value=-number.value) if _is_negative(words, number) else number


def _signed_first(words: Words, number: Number) -> int:
    return number.first - _is_negative(words, number)


def _with_parts(words: Words, amount: Amount) -> Amount:
    """Feet with their inches: "5 feet 3 inches", "6-foot-4"; the value is in the smaller measure."""
    if amount.unit is None or amount.unit.name not in units.PARTS:
        return amount
    part, many = units.PARTS[amount.unit.name]
    joined = words.hyphen(amount.after)
    j = amount.after + joined
    if words.raw[j].isdigit() and len(words.raw[j]) <= 2 and float(words.raw[j]) < many:
        written = units.MEASURES.get((words.low[j + 1],)) or (words.raw[j + 1] == "in" and words.glued(j) and "inch")
        if written == part or joined:
            value = amount.number.value * many + float(words.raw[j])
            after = j + 2 if written == part else j + 1
            unit = amount.unit._replace(name=part, after=after)
            return amount._replace(number=amount.number._replace(value=value), unit=unit, after=after)
    return amount


def _whole(words: Words, amount: Amount) -> Amount | None:
    """The amount, unless letters stand right behind it, as in a name."""
    if (
        amount.unit is None
        and words.is_word(amount.after)
        and words.glued(amount.after - 1)
        and not amount.number.letter
    ):
        return None
    return amount


def _range(words: Words, low: Amount, money: Money) -> Amount | None:
    """The range that `low` is the lower end of; two numbers joined by a hyphen that are none are a score."""
    j = low.after
    hyphen = words.raw[j] in HYPHENS or words.raw[j] == "—"
    if not hyphen and words.low[j] not in _RANGE_WORDS:
        return None
    if hyphen and words.glued(j - 1) != words.glued(j):
        return None
    between = "between" in words.low[max(0, low.first - 4) : low.first]
    if words.low[j] == "and" and not between:
        return None
    high = _upper(words, j + 1, money)
    if high is None:
        return None
    joined = _joined(words, low, high, hyphen, j)
    if joined is not None:
        return joined
    if low.unit is not None or high.unit is not None:
        return _borrowed(low, high) if words.low[j] == "to" else None
    falling = words.low[j] == "to" and low.value > high.value and not _tells_change(words, low.first)
    score = falling or (hyphen and words.glued(j))
    return low._replace(after=high.after, score=True) if score else None


def _borrowed(low: Amount, high: Amount) -> Amount | None:
    """The first amount of "fell by 3 million to 40 million tonnes", which has the unit of the second."""
    if low.unit is not None or high.unit is None or not low.number.scaled or high.unit.first < high.number.first:
        return None
    return low._replace(unit=high.unit._replace(first=low.first, after=low.after))


def _upper(words: Words, j: int, money: Money) -> Amount | None:
    """The amount whose first token is `j`, its symbol included."""
    for at in range(j, j + 3):
        word = words.low[at]
        if "0" <= word[:1] <= "9" or word in STARTS:
            found = _single(words, at, money)
            return found if found is not None and found.first == j and _whole(words, found) else None
        if words.is_word(at) and at > j and word not in ("a", "half"):
            return None
    return None


def _joined(words: Words, low: Amount, high: Amount, hyphen: bool, j: int) -> Amount | None:
    """Lower and upper end as one amount, where they are of one unit and in order."""
    first, second = low.number, high.number
    prefixed = low.unit is not None and low.unit.first < first.first
    if low.unit is not None and high.unit is not None and low.unit.name != high.unit.name:
        return None
    if low.unit is not None and high.unit is None and not prefixed:
        return None
    if words.low[j] == "to" and _tells_change(words, low.first) and (high.unit is None or low.unit is not None):
        return None
    if words.low[j] == "to" and "by" in words.low[max(0, low.first - 2) : low.first] and first.scaled and second.scaled:
        return None
    if words.low[j] == "or" and low.unit is not None:
        return None
    value = first.value
    if second.scaled and not first.scaled and first.value < second.coefficient and second.coefficient:
        value *= second.value / second.coefficient
    tight = hyphen and words.low[high.after] in en.SCORE_NOUNS
    if not value < second.value or tight or (low.unit is None and high.unit is None and _is_code(words, low, high)):
        return None
    unit = high.unit or low.unit
    number = second._replace(value=value, first=first.first, spelled=first.spelled)
    return Amount(low.first, high.after, number, unit, high=second.value)


def _is_code(words: Words, low: Amount, high: Amount) -> bool:
    """Whether two numbers are years, or part of a longer row of numbers."""
    first, second = low.number, high.number
    years = all(_YEARS[0] <= n.value < _YEARS[1] and n.after - n.first == 1 and not n.scaled for n in (first, second))
    grouped = "," in words.raw[first.first] or "," in words.raw[second.first]
    chained = words.hyphen(high.after) and words.raw[high.after + 1][:1].isdigit()
    return (years and not grouped and not first.spelled) or chained


def _tells_change(words: Words, first: int) -> bool:
    """Whether the amounts after token `first` are where something stood before and after a change."""
    near = words.low[max(0, first - 8) : first]
    if "from" in near[-3:]:
        return any(word in en.CHANGES and word not in en.COMPARED_ONLY for word in near)
    return any(word in en.CHANGES and word not in en.COMPARED_ONLY for word in near[-2:])


def with_letter(words: Words, number: Number) -> Number:
    """The number scaled by the letter right behind it, which then must be one of a count: "5m people"."""
    scale = en.LETTER_MAGNITUDES[number.letter]
    return number._replace(value=number.value * scale, after=number.after + 1, scaled=True)
