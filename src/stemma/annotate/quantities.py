"""Figures: money, percent, measures and counts, by a grammar over the words of each sentence.

A number is a figure where its unit stands beside it, or where the words around it tell what it counts. Dates, times,
ages, ranks, scores and names that hold a number are none. A number that stands alone takes the unit of the figure
before it only where it is its change, or where it is written with a magnitude after an amount of money.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from stemma.annotate.quantities_amounts import Amount, read_amount, with_letter
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
from stemma.annotate.quantities_numbers import STARTS, read_number
from stemma.annotate.quantities_signs import figures_in_signs
from stemma.annotate.quantities_units import Money, Unit
from stemma.annotate.quantities_vetoes import is_dated, is_lasting, is_named, is_place, is_rated, is_year, stands_alone
from stemma.annotate.quantities_words import Words, words_of
from stemma.lang import quantities_en as en
from stemma.model import Quantity, Span, Time
from stemma.text.engine import Parse

_NEAR_SENTENCES = 2


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
            amount = read_amount(words, i, self.money)
            if amount is None:
                i += 1
                continue
            i = max(i + 1, amount.after, self._figure(words, amount))

    def _figure(self, words: Words, amount: Amount) -> int:
        """Take in the figure that `amount` is, if it is one; the token to go on with."""
        if amount.score or is_dated(words, amount) or is_lasting(words, amount):
            return amount.after
        hedge = hedge_before(words, amount.first)
        if hedge is not None and is_place(hedge, amount):
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

    def _count(self, words: Words, amount: Amount, hedge: Hedge | None) -> int:
        number = amount.number
        if is_named(words, number) or self.periods.overlap(words.starts[number.first], words.ends[number.after - 1]):
            return amount.after
        trailing = hedge_after(words, amount.after)
        begun = hedge.first if hedge else amount.first
        if is_rated(words, amount) or (number.value % 1 and not (number.scaled or number.letter)):
            return amount.after
        at = number._replace(first=amount.first, after=trailing[1] if trailing else amount.after)
        if number.letter:
            at = with_letter(words, at)
        if number.value == 1.0 and number.spelled and hedge is None and words.low[begun - 1] in en.BEFORE_ONE:
            return amount.after
        counting = at if amount.high is None else at._replace(value=amount.high)
        things = counted(words, counting, self.analysed)
        if things is not None and number.spelled is False and hedge is None and is_year(words, number):
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

    def _bare(self, words: Words, amount: Amount, hedge: Hedge | None, trailing: tuple[str, int] | None) -> int:
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
        elif stands_alone(words, amount, hedge, begun):
            unit, of = "count", number_of(words, begun - 1)
        else:
            return amount.after
        self._add(words, amount, unit=unit, of=of, hedge=hedge or trailing, after=after)
        return after

    def _told(self, words: Words, amount: Amount, begun: int, after: int) -> tuple[str, str | None] | None:
        """Unit and thing of a bare number, by a toll, "of the", a verb of change or "the number of"; else None."""
        low, number = words.low, amount.number
        outcome = toll_before(words, begun - 1)
        if (outcome is None or outcome == "left") and low[after] != ",":
            outcome = toll_after(words, after)
        if outcome == "left":
            outcome = None
        if low[after] == "of" and low[after + 1] in en.AMONG and number.value != 1.0:
            of = self._among(words, after)
            return "count", f"{of or 'people'} {outcome}" if outcome else of
        if outcome is not None:
            return "count", f"people {outcome}"
        if low[after] == "who" and not number.spelled:
            return "count", "people"
        last = self.found[-1] if len(self.found) > self.begun else None
        sign = change_sign(words, begun, after, None)
        if sign is not None and last is not None and last.unit != "percent" and not number.spelled:
            return last.unit, last.of
        if low[begun - 1] in ("to", "at", "reached", "is", "was", "hit") and not number.spelled:
            of = number_of(words, begun - 1)
            return ("count", of) if of is not None else None
        if low[begun - 1] == "of" and low[begun - 2] in en.GROUP_NOUNS and not is_year(words, number):
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
        amount: Amount,
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
