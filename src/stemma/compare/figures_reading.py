"""What a figure of an assertion says: its value in base units, how far it holds, what it counts, what befell them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stemma.compare.differences_reading import Reading, stem
from stemma.lang.hedges_en import ABOUT, FURTHER, LEAST, MOST, OUTCOME_NOUNS, OUTCOMES, OVER, UNDER
from stemma.lang.quantities_en import TOLL, VAGUE
from stemma.lang.scales import SCALES
from stemma.model import Quantity, Span

Bound = Literal["exact", "least", "over", "most", "under", "about", "vague"]

_BEFORE = 30
_STEMMED_OUTCOMES = {stem(noun): outcome for noun, outcome in OUTCOME_NOUNS.items()} | {"lives": "killed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity as it is compared: `value` and `high` in the base unit of its `kind`, with what it counts.

    `above` is the next value that is as round.
    """

    span: Span
    kind: str
    value: float
    high: float
    above: float
    bound: Bound
    outcome: str | None
    noun: str
    per: bool
    change: bool
    alternate: int | None

    @property
    def moving(self) -> bool:
        """Whether it is of a kind that grows or moves while reports are written: tolls, prices."""
        return self.outcome is not None or self.change


def figures(reading: Reading) -> list[Figure]:
    """The figures of an assertion, those in words that count vaguely included."""
    found: list[Figure] = []
    for quantity in reading.quantities:
        found.append(figure(quantity, reading, found))
    taken = [f.span for f in found]
    for word in reading.words:
        covered = any(span.start <= word.span.start < span.end for span in taken)
        if word.folded in VAGUE and not covered:
            value = VAGUE[word.folded]
            found.append(
                Figure(
                    span=word.span,
                    kind="count",
                    value=value,
                    high=value,
                    above=value,
                    bound="vague",
                    outcome=None,
                    noun="",
                    per=False,
                    change=False,
                    alternate=None,
                )
            )
    return found


def figure(quantity: Quantity, reading: Reading, before: Sequence[Figure]) -> Figure:
    """A quantity in its base unit; `alternate` is the figure before it that it gives in another unit."""
    kind, scale = SCALES.get(quantity.unit, (quantity.unit, 1.0))
    of = (quantity.of or "").casefold()
    words = of.split()
    gap = reading.notes.report.text[before[-1].span.end : quantity.span.start] if before else ""
    converted = bool(before) and gap.strip() in ("(", "[") and (kind != "count")
    if further(reading, quantity.span):
        kind = f"further {kind}"
    noun = next((stem(w) for w in reversed(words) if w not in TOLL), "")
    return Figure(
        span=quantity.span,
        kind=kind,
        value=quantity.value * scale,
        high=(quantity.high if quantity.high is not None else quantity.value) * scale,
        above=next_round(quantity.value) * scale,
        bound=bound(quantity.hedge),
        outcome=outcome(words),
        noun=noun,
        per="per" in words,
        change=quantity.change is not None,
        alternate=len(before) - 1 if converted else None,
    )


def further(reading: Reading, span: Span) -> bool:
    """Whether a figure counts others than those counted before: "another 1,000"."""
    text = reading.notes.report.text
    before = text[max(0, span.start - _BEFORE) : span.start].split()[-1:]
    return any(word.casefold() in FURTHER for word in (*before, *text[span.start : span.end].split()[:1]))


def bound(hedge: str | None) -> Bound:
    """What a hedge does to a figure."""
    plain = (hedge or "").casefold()
    named: tuple[tuple[Bound, frozenset[str]], ...] = (
        ("least", LEAST),
        ("over", OVER),
        ("most", MOST),
        ("under", UNDER),
        ("about", ABOUT),
        ("vague", frozenset(VAGUE)),
    )
    return next((name for name, words in named if plain in words), "exact")


def outcome(words: Sequence[str]) -> str | None:
    """What befell those who are counted, None where nothing is said."""
    for word in reversed(words):
        if (found := TOLL.get(word)) is not None:
            return OUTCOMES.get(found, found)
        if (found := _STEMMED_OUTCOMES.get(stem(word), _STEMMED_OUTCOMES.get(word))) is not None:
            return found
    return None


def next_round(value: float) -> float:
    """The next number that is as round: who says "more than 30" would say "more than 40" of 41.

    >>> next_round(30), next_round(270), next_round(2)
    (40.0, 280.0, 3.0)
    """
    if value <= 0 or value != int(value):
        return value
    step = 1
    while value % (10 * step) == 0:
        step *= 10
    return float(value + step)
