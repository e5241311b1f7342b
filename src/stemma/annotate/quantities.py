"""Figures: money, percent, measures and counts, by a grammar over the words of each sentence.

A number is a figure where its unit stands beside it, or where the words around it tell what it counts. Dates, times,
ages, ranks, scores and names that hold a number are none. A number that stands alone takes the unit of the figure
before it only where it is its change, or where it is written with a magnitude after an amount of money.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from stemma.annotate.quantities_context import (
    Hedge,
    Periods,
    change_sign,
    figure_of,
    hedge_after,
    hedge_before,
    is_level,
    noun_phrase,
    number_of,
    written_change,
)
from stemma.annotate.quantities_counts import Analysed, counted, toll_after, toll_before
from stemma.annotate.quantities_numbers import STARTS, Number, read_number
from stemma.annotate.quantities_signs import figures_in_signs
from stemma.annotate.quantities_units import Money, Unit, unit_after, unit_before
from stemma.annotate.quantities_words import HYPHENS, Words, words_of
from stemma.lang import calendar, units
from stemma.lang import quantities_en as en
from stemma.model import Quantity, Span, Time
from stemma.text.engine import Parse

_YEARS = (1000.0, 2100.0)
_LIKELY_YEARS = (1900.0, 2100.0)
_NEAR_SENTENCES = 2
_RANGE_WORDS = frozenset(("to", "or", "and"))


def quantities(
    text: str,
    sentences: Sequence[Span],
    times: Sequence[Time] = (),
    parse: Parse | None = None,
    language: str = "en",
) -> tuple[Quantity, ...]:
    """The figures in `sentences` of `text`, sorted and disjoint.

    `times` are those of the same text: no count overlaps one, and they give the periods. A `parse` finds what is
    counted where the words alone may mislead. English is read in full; of other languages, only numbers beside a
    percent sign, a currency symbol or an ISO 4217 code. Values are finite. Takes time linear in the length of the text.

    >>> text = "The dam cost about $1.6bn, up 41% on the first plan. The flood killed 34 and left two villages dry."
    >>> for q in quantities(text, [Span(0, 52), Span(53, len(text))]):
    ...     print(text[q.span.start : q.span.end], q.value, q.unit, q.of, q.change, sep=" | ")
    about $1.6bn | 1600000000.0 | USD | dam | +41%
    41% | 41.0 | percent | None | +41%
    34 | 34.0 | count | people killed | None
    two villages | 2.0 | count | villages | None
    """
    if language.split("-")[0].lower() != "en":
        return figures_in_signs(text, sentences)
    reading = _Reading(text, times, parse)
    for sentence in sentences:
        reading.read(sentence)
    return tuple(reading.found)


class _Amount(NamedTuple):
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
        return self.number.value * (self.unit.factor if self.unit else 1.0)


class _Reading:
    """The figures of one text, sentence by sentence, with what later ones lean on."""

    def __init__(self, text: str, times: Sequence[Time], parse: Parse | None) -> None:
        self.text = text
        self.periods = Periods(text, times)
        self.analysed = Analysed(parse) if parse is not None else None
        self.money = Money(text)
        self.found: list[Quantity] = []
        self.sentence = 0
        self.begun = 0
        """How many figures were found before this sentence."""
        self.last_money: tuple[str, int] | None = None

    def read(self, sentence: Span) -> None:
        """Find the figures of the next sentence."""
        self.sentence += 1
        self.begun = len(self.found)
        words = words_of(self.text, sentence)
        i = 0
        while i < words.count:
            word = words.low[i]
            if not "0" <= word[0] <= "9" and word not in STARTS:
                i += 1
                continue
            amount = _amount(words, i, self.money)
            if amount is None:
                i += 1
                continue
            i = max(i + 1, amount.after, self._figure(words, amount))

    def _figure(self, words: Words, amount: _Amount) -> int:
        """Take in the figure that `amount` is, if it is one; the token to go on with."""
        if amount.score or _is_dated(words, amount) or _is_lasting(words, amount):
            return amount.after
        hedge = hedge_before(words, amount.first)
        if hedge is not None and _is_place(hedge, amount):
            hedge = None
        if amount.unit is None:
            return self._count(words, amount, hedge)
        first, after = amount.first, amount.after
        trailing = hedge_after(words, after)
        if trailing is not None:
            after = trailing[1]
        self._add(
            words,
            amount,
            unit=amount.unit.name,
            of=figure_of(words, hedge.first if hedge else first, after, amount.unit) or self._converted(words, first),
            hedge=hedge or trailing,
            after=after,
        )
        if amount.unit.kind == "money":
            self.last_money = (amount.unit.name, self.sentence)
        return after

    def _converted(self, words: Words, first: int) -> str | None:
        """What the figure before the bracket that opens right before token `first` is of."""
        if words.low[first - 1] == "(" and len(self.found) > self.begun:
            return self.found[-1].of
        return None

    # --- counts ---------------------------------------------------------------------------------

    def _count(self, words: Words, amount: _Amount, hedge: Hedge | None) -> int:
        number = amount.number
        if _is_named(words, number) or self.periods.overlap(words.starts[number.first], words.ends[number.after - 1]):
            return amount.after
        trailing = hedge_after(words, amount.after)
        begun = hedge.first if hedge else amount.first
        if _is_rated(words, amount) or (number.value % 1 and not number.scaled):
            return amount.after
        at = number._replace(first=amount.first, after=trailing[1] if trailing else amount.after)
        if number.letter:
            at = _with_letter(words, at)
        if number.value == 1.0 and number.spelled and hedge is None and words.low[begun - 1] in en.BEFORE_ONE:
            return amount.after
        counting = at if amount.high is None else at._replace(value=amount.high)
        things = counted(words, counting, self.analysed)
        if things is not None and number.spelled is False and hedge is None and _is_year(words, number):
            return amount.after
        if things is None:
            return self._bare(words, amount, hedge, trailing)
        of = things.of
        outcome = toll_before(words, begun - 1)
        if outcome is None or outcome == "left":
            outcome = toll_after(words, things.after)
        if outcome is not None and outcome not in of.lower().split():
            of = f"{of} {outcome}"
        amount = amount._replace(number=number._replace(value=at.value))
        self._add(words, amount, unit="count", of=of, hedge=hedge or trailing, after=things.after)
        return things.after

    def _bare(self, words: Words, amount: _Amount, hedge: Hedge | None, trailing: tuple[str, int] | None) -> int:
        """A number without a noun: a figure where the words around it tell of what."""
        number = amount.number
        after = trailing[1] if trailing else amount.after
        if number.letter or words.hyphen(after) or (words.is_word(after) and words.glued(after - 1)):
            return amount.after
        begun = hedge.first if hedge else amount.first
        told = self._told(words, amount, begun, after)
        if told is not None:
            unit, of = told
        elif number.scaled and not number.vague and self.last_money and self._is_near(self.last_money[1]):
            unit = self.last_money[0]
            of = figure_of(words, begun, after, Unit(unit, "money", amount.first, after))
        elif _stands_alone(words, amount, hedge, begun):
            unit, of = "count", number_of(words, begun - 1)
        else:
            return amount.after
        self._add(words, amount, unit=unit, of=of, hedge=hedge or trailing, after=after)
        return after

    def _told(self, words: Words, amount: _Amount, begun: int, after: int) -> tuple[str, str | None] | None:
        """Unit and thing of a bare number, by a toll, "of the", a verb of change or "the number of"; else None."""
        low, number = words.low, amount.number
        outcome = toll_before(words, begun - 1)
        if (outcome is None or outcome == "left") and low[after] != ",":
            outcome = toll_after(words, after)
        if outcome is not None and outcome != "left":
            return "count", f"people {outcome}"
        if low[after] == "of" and low[after + 1] in en.AMONG and number.value != 1.0:
            return "count", self._among(words, after)
        if low[after] == "who" and not number.spelled:
            return "count", "people"
        last = self.found[-1] if len(self.found) > self.begun else None
        sign = change_sign(words, begun, after, None)
        if sign is not None and last is not None and last.unit != "percent" and not number.spelled:
            return last.unit, last.of
        if low[begun - 1] in ("to", "at", "reached", "is", "was", "hit") and not number.spelled:
            of = number_of(words, begun - 1)
            return ("count", of) if of is not None else None
        if low[begun - 1] == "of" and low[begun - 2] in en.GROUP_NOUNS and not _is_year(words, number):
            return "count", low[begun - 2] if low[begun - 2] not in ("total", "maximum", "minimum") else None
        return None

    def _among(self, words: Words, after: int) -> str | None:
        if words.low[after + 1] in ("whom", "which", "them", "us", "you"):
            return self.found[-1].of if len(self.found) > self.begun else None
        j = after + 2
        for at in range(j, j + 4):
            number = read_number(words, at) if words.low[at][:1].isdigit() or words.low[at] in STARTS else None
            if number is not None:
                things = counted(words, number, self.analysed)
                return things.of if things else None
        return noun_phrase(words, j)

    def _is_near(self, sentence: int) -> bool:
        return self.sentence - sentence <= _NEAR_SENTENCES

    # --- records --------------------------------------------------------------------------------

    def _add(
        self,
        words: Words,
        amount: _Amount,
        *,
        unit: str,
        of: str | None,
        hedge: Hedge | tuple[str, int] | None,
        after: int,
    ) -> None:
        first = hedge.first if isinstance(hedge, Hedge) else amount.first
        factor = amount.unit.factor if amount.unit else 1.0
        value, high = amount.number.value * factor, None if amount.high is None else amount.high * factor
        if not math.isfinite(value) or (high is not None and not math.isfinite(high)):
            return
        if amount.number.vague and hedge is None:
            hedge = words.between(amount.number.first, amount.number.after).lower(), 0
        sign = None if is_level(words, first) else change_sign(words, first, after, amount.unit)
        change = written_change(sign, value, unit) if sign is not None else None
        if change is not None and words.low[first - 1] in ("up", "down"):
            self._change_host(words, first - 1, change)
        end = words.ends[after - 1]
        self.found.append(
            Quantity(
                span=Span(words.starts[first], end),
                value=value,
                high=high,
                unit=unit,
                of=of,
                hedge=hedge[0] if hedge is not None else None,
                period=self.periods.after(end),
                change=change,
            )
        )

    def _change_host(self, words: Words, k: int, change: str) -> None:
        """Give the figure before ", up 41%" that change."""
        if words.low[k - 1] not in (",", "(", "—", "–", "-") or len(self.found) == self.begun:
            return
        host = self.found[-1]
        if host.unit != "percent" and host.change is None:
            self.found[-1] = replace(host, change=change)


# --- amounts ------------------------------------------------------------------------------------


def _amount(words: Words, i: int, money: Money) -> _Amount | None:
    """The number at token `i` with its unit, and with the upper end of its range."""
    low = _single(words, i, money)
    if low is None or _follows_number(words, low.first):
        return None
    return _range(words, low, money) or _whole(words, low)


def _single(words: Words, i: int, money: Money) -> _Amount | None:
    number = read_number(words, i)
    if number is None:
        return None
    unit = unit_before(words, number, money)
    if unit is not None and number.letter:
        scale = en.LETTER_MAGNITUDES[number.letter]
        number = number._replace(value=number.value * scale, after=number.after + 1, scaled=True, letter="")
    following = unit_after(words, number, money)
    if unit is None and following is None and number.letter:
        scaled = _with_letter(words, number)
        if (following := unit_after(words, scaled, money)) is not None:
            number = scaled
    if unit is None and _is_magnitude(words, number.first):
        first = number.first - 1 - (words.low[number.first - 1] == "of")
        return _Amount(first, number.after, number, Unit("magnitude", "measure", first, number.after))
    if unit is None and following is not None:
        number = number._replace(letter="")
        return _with_parts(
            words, _Amount(_signed_first(words, number), following.after, _signed(words, number), following)
        )
    if unit is None:
        return _Amount(number.first, number.after, number, None)
    after = number.after
    if following is not None and following.kind == "money" and following.name == unit.name:
        after = following.after
    if words.is_word(after) and words.glued(after - 1):
        return None
    return _Amount(unit.first, after, number, unit)


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


def _with_parts(words: Words, amount: _Amount) -> _Amount:
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


def _whole(words: Words, amount: _Amount) -> _Amount | None:
    """The amount, unless letters stand right behind it, as in a name."""
    if (
        amount.unit is None
        and words.is_word(amount.after)
        and words.glued(amount.after - 1)
        and not amount.number.letter
    ):
        return None
    return amount


def _range(words: Words, low: _Amount, money: Money) -> _Amount | None:
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


def _borrowed(low: _Amount, high: _Amount) -> _Amount | None:
    """The first amount of "fell by 3 million to 40 million tonnes", which has the unit of the second."""
    if low.unit is not None or high.unit is None or not low.number.scaled or high.unit.first < high.number.first:
        return None
    return low._replace(unit=high.unit._replace(first=low.first, after=low.after))


def _upper(words: Words, j: int, money: Money) -> _Amount | None:
    """The amount whose first token is `j`, its symbol included."""
    for at in range(j, j + 3):
        word = words.low[at]
        if "0" <= word[:1] <= "9" or word in STARTS:
            found = _single(words, at, money)
            return found if found is not None and found.first == j and _whole(words, found) else None
        if words.is_word(at) and at > j and word not in ("a", "half"):
            return None
    return None


def _joined(words: Words, low: _Amount, high: _Amount, hyphen: bool, j: int) -> _Amount | None:
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
    return _Amount(low.first, high.after, number, unit, high=second.value)


def _is_code(words: Words, low: _Amount, high: _Amount) -> bool:
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


# --- what is no figure --------------------------------------------------------------------------


def _is_place(hedge: Hedge, amount: _Amount) -> bool:
    """Whether the hedge is rather an adverb or a preposition: "over two candidates"."""
    small = amount.number.spelled and amount.value < 10 and not amount.number.scaled
    return hedge.words in en.PLACE_HEDGES and small and amount.unit is None


def _is_dated(words: Words, amount: _Amount) -> bool:
    """Whether the number stands beside a month or between the colons of a clock time."""
    number = amount.number
    if number.spelled or amount.unit is not None:
        return False
    before = number.first - 1 - (words.low[number.first - 1] == ".")
    for at in (before, amount.after):
        if words.low[at] in calendar.MONTHS and words.raw[at][0].isupper():
            return number.value <= 31 or number.value in range(int(_YEARS[0]), int(_YEARS[1]))
    return False


def _is_lasting(words: Words, amount: _Amount) -> bool:
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


def _is_year(words: Words, number: Number) -> bool:
    return (
        _LIKELY_YEARS[0] <= number.value < _LIKELY_YEARS[1] and words.raw[number.first].isdigit() and not number.scaled
    )


def _is_rated(words: Words, amount: _Amount) -> bool:
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


def _is_named(words: Words, number: Number) -> bool:
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


def _stands_alone(words: Words, amount: _Amount, hedge: Hedge | None, begun: int) -> bool:
    """Whether a number without any noun is a figure all the same: a hedged or a large one."""
    number = amount.number
    if words.low[begun - 1] in en.NOT_FIGURES_AFTER or number.vague or _is_year(words, number):
        return False
    following = words.low[amount.after]
    if words.is_word(amount.after) and following not in en.STOPS and following not in calendar.WEEKDAYS:
        return False
    if number.scaled or "," in words.raw[number.first]:
        return True
    if hedge is None or amount.high is not None:
        return False
    return hedge.words not in en.PLACE_HEDGES or (number.value >= 10 and not number.spelled)


def _with_letter(words: Words, number: Number) -> Number:
    """The number scaled by the letter right behind it, which then must be one of a count: "5m people"."""
    scale = en.LETTER_MAGNITUDES[number.letter]
    return number._replace(value=number.value * scale, after=number.after + 1, scaled=True)
