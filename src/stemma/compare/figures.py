"""Figures of two assertions: which of them count the same thing, and whether they agree.

A figure is read as what it allows: "at least 30" allows 34, "about 850" does not allow 1,000. Equal figures are taken
away first, so that of "21 of the 276" and "21 of more than 200" the second numbers are held against each other.
"""

from collections.abc import Iterator, Mapping, Sequence

from stemma.compare.differences_reading import Reading, stem
from stemma.compare.differences_time import Order, order
from stemma.compare.figures_reading import Figure, figures
from stemma.lang.loaded_en import GENERIC
from stemma.lang.scales import SCALES
from stemma.model import Difference, DifferenceRelation

ROUNDING = 0.015
"""How far apart, relative to the greater, two figures are one: conversions of measures are rounded."""
NEAR = 0.1
"""How far "about" reaches."""
CLOSE = 1.2
"""How many times a figure an upper bound may be and still be said of it: "up to 32" of 30."""
FAR_VAGUE = 50.0
"""How many times its number a vague word may stand for ("hundreds": 200 to 10,000)."""
RATIO_OF_ROLE, RATIO_OF_NOUN, RATIO_OF_PEOPLE, RATIO_OF_AMOUNT = 20.0, 5.0, 3.0, 1.6
"""Up to how many times one another figures may be and still count the same thing: what befell people at large, things
of one name, people against people of a kind, amounts and measures."""

MANY = 10
"""Counts from which two that are near each other are of one thing, whatever it is called: small ones meet by chance."""

_GENERIC = frozenset(map(stem, GENERIC)) | {"", "citizen", "women", "men", "children"}
_PERCENT = "percent"


def figure_differences(a: Reading, b: Reading) -> Iterator[Difference]:
    """Where the figures of two assertions differ."""
    left, right = figures(a), figures(b)
    pairs = differing(left, right)
    between = order(a.published, b.published)
    for x, y in pairs:
        found = verdict(x, y, between, same_report=a.report == b.report)
        if found is not None:
            relation, weight, why = found
            yield Difference(
                kind="figure",
                relation=relation,
                between=(a.place, b.place),
                spans=(x.span, y.span),
                weight=weight,
                because=(why,),
            )


# --- which figures count the same thing -------------------------------------------------------------


def differing(left: Sequence[Figure], right: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Pairs of figures that seem to count the same and do not agree; each figure at most once."""
    free_left, free_right = dict(enumerate(left)), dict(enumerate(right))
    for i, x in enumerate(left):
        same = (j for j, y in free_right.items() if equal(x, y))
        if (j := next(same, None)) is not None:
            for free, figures_, place in ((free_left, left, i), (free_right, right, j)):
                take(free, figures_, place)
    ranked = sorted(
        (-likeness(x, y), i, j)
        for i, x in free_left.items()
        for j, y in free_right.items()
        if comparable(x, y, alone=no_other(x, free_right, y) and no_other(y, free_left, x))
    )
    pairs = []
    for _, i, j in ranked:
        if i in free_left and j in free_right:
            pairs.append((left[i], right[j]))
            take(free_left, left, i)
            take(free_right, right, j)
    return pairs


def no_other(figure: Figure, free: Mapping[int, Figure], one: Figure) -> bool:
    """Whether no figure but `one` is left that may count what `figure` does, by its size."""
    return not any(f is not one and f.kind == figure.kind and within(f, figure, RATIO_OF_PEOPLE) for f in free.values())


def take(free: dict[int, Figure], figures: Sequence[Figure], place: int) -> None:
    """Take a figure away, with what gives it in another unit."""
    free.pop(place, None)
    for other, f in enumerate(figures):
        if f.alternate == place or figures[place].alternate == other:
            free.pop(other, None)


def equal(x: Figure, y: Figure) -> bool:
    """Whether two figures give the same number of what may be the same."""
    if x.kind != y.kind or (x.outcome and y.outcome and x.outcome != y.outcome):
        return False
    return one_value(x, y) and verdict(x, y, "unknown") is None


def one_value(x: Figure, y: Figure) -> bool:
    """Whether two figures of one kind have the same value; measures may be rounded when they are converted."""
    tolerance = ROUNDING if x.kind in _MEASURED else 1e-9
    pairs = ((x.value, y.value), (x.high, y.high))
    return all(abs(v - w) <= tolerance * max(abs(v), abs(w)) for v, w in pairs)


def likeness(x: Figure, y: Figure) -> float:
    """How likely two figures count the same thing: what befell whom, then how near they are."""
    same = 4.0 * (x.outcome is not None and x.outcome == y.outcome) + 2.0 * named_alike(x.noun, y.noun)
    return same + min(abs(x.value), abs(y.value)) / (max(abs(x.value), abs(y.value)) or 1.0)


def comparable(x: Figure, y: Figure, *, alone: bool) -> bool:
    """Whether two figures may count the same thing; `alone`: no other of their size is left in either assertion."""
    if x.kind != y.kind:
        return False
    if x.kind == "count":
        return countable(x, y, alone=alone)
    if x.kind == _PERCENT and x.change and y.change:
        return True
    return x.per == y.per and within(x, y, RATIO_OF_AMOUNT)


def countable(x: Figure, y: Figure, *, alone: bool) -> bool:
    """Whether two counts may be of the same: people at large, of one name, or of one fate."""
    if x.outcome and y.outcome and x.outcome != y.outcome:
        return False
    if x.bound == y.bound == "vague":
        return within(x, y, FAR_VAGUE)
    if "vague" in (x.bound, y.bound):
        return alone or (x.outcome is not None and x.outcome == y.outcome)
    alike = named_alike(x.noun, y.noun)
    generic = (x.noun in _GENERIC) + (y.noun in _GENERIC)
    many = min(x.value, y.value) >= MANY
    if x.outcome and x.outcome == y.outcome:
        limit = RATIO_OF_ROLE if alike or generic == 2 else RATIO_OF_PEOPLE if generic else 1.0
    elif alike:
        limit = RATIO_OF_NOUN
    elif generic:
        limit = RATIO_OF_PEOPLE if alone and many else RATIO_OF_AMOUNT if many else 1.0
    else:
        limit = RATIO_OF_AMOUNT if alone and many else 1.0
    return limit > 1.0 and within(x, y, limit)


def named_alike(noun: str, other: str) -> bool:
    """Whether two nouns are one, or one holds the other: "schoolgirl" and "girl"."""
    return bool(noun and other) and (noun.endswith(other) or other.endswith(noun))


def within(x: Figure, y: Figure, ratio: float) -> bool:
    """Whether the greater is at most so many times the smaller."""
    low, high = sorted((abs(x.value), abs(y.value)))
    return high <= ratio * low


_MEASURED = frozenset(kind for kind, _ in SCALES.values())


# --- whether they agree --------------------------------------------------------------------------------

Verdict = tuple[DifferenceRelation, float, str]


def verdict(x: Figure, y: Figure, between: Order, *, same_report: bool = False) -> Verdict | None:
    """How two figures of the same thing stand to each other; None where they agree."""
    if x.kind != y.kind:
        return "unclear", 0.3, "figures in units that cannot be converted"
    if x.bound == "vague" or y.bound == "vague":
        return of_vague(x, y)
    if one_value(x, y):
        if (x.bound == "over") != (y.bound == "over"):
            return "precision", 0.3, "one says the figure, the other more than it"
        return None
    low, high = (x, y) if x.value <= y.value else (y, x)
    if low.bound == "least" and high.bound == "exact" and high.value < low.above:
        return None
    if (why := allowed(low, high)) is not None:
        return "precision", 0.4, why
    if same_report:
        return "contradiction", 0.9, "the same report gives two figures"
    if x.moving and y.moving:
        return development(x, y, between)
    return conflict(x, y, between)


def allowed(low: Figure, high: Figure) -> str | None:
    """Why one of two figures, the smaller first, allows the other; None where it does not."""
    if (high.high > high.value or low.high > low.value) and high.value <= low.high:
        return "one figure lies in the range of the other"
    below = high.value < low.above
    if low.bound in ("least", "over") and below and high.bound not in ("most", "under"):
        return "one figure is a lower bound that the other meets"
    reach = CLOSE if high.bound == "most" else 1 + NEAR if high.bound == "under" else 0.0
    if low.value * reach >= high.value:
        return "one figure is an upper bound that the other meets"
    near = high.value - low.value <= NEAR * high.value and not money_like(high)
    return "one figure is about the other" if near and "about" in (low.bound, high.bound) else None


def money_like(x: Figure) -> bool:
    """Whether a figure is an amount, of which a tenth is much."""
    return len(x.kind) == 3 and x.kind.isupper()


def of_vague(x: Figure, y: Figure) -> Verdict | None:
    """A figure of which one or both are words: "dozens" beside 34."""
    if x.bound == y.bound:
        return None if x.value == y.value else ("precision", 0.3, "two vague numbers")
    vague, given = (x, y) if x.bound == "vague" else (y, x)
    if vague.value <= given.value <= FAR_VAGUE * vague.value:
        return "precision", 0.4, "one counts vaguely what the other counts"
    return "unclear", 0.5, "a number outside of what the vague one allows"


def development(x: Figure, y: Figure, between: Order) -> Verdict:
    """Two figures of what grows or moves while reports are written."""
    if between == "one hour" and x.bound == "exact" == y.bound:
        return "contradiction", 0.9, "two figures, published within an hour"
    later = {"first later": x, "second later": y}.get(between)
    if x.change and y.change:
        return "update", 0.6, "a price that moves"
    if later is None:
        return "update", 0.7, "a count that grows while reports are written"
    earlier = y if later is x else x
    if later.value > earlier.value:
        return "update", 0.75, "the later report counts more"
    return "unclear", 0.75, "the later report counts fewer"


def conflict(x: Figure, y: Figure, between: Order) -> Verdict:
    """Two figures of what does not change."""
    if (x.bound == "about" and y.bound in ("about", "under", "over")) or (
        y.bound == "about" and x.bound in ("under", "over")
    ):
        return "unclear", 0.6, "two figures that are not exact"
    if x.outcome == "held" or (between == "unknown" and x.moving):
        return "unclear", 0.6, "figures that may be of different times"
    return "contradiction", 0.85, "two figures of the same thing"
