"""How far two assertions go: all or some, done or possible, whom a group takes in, on what condition."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.compare.differences_reading import Reading, Word, stem
from stemma.compare.differences_words import share_of_words
from stemma.lang.loaded_en import ALL, APPARENT, CONDITIONS, POSSIBLE, REGARDLESS, SOME, WIDER
from stemma.model import Difference, DifferenceRelation, Span

ALIKE = 0.4
"""Share of words in common from which words that say how far a statement goes may be held against each other."""


class _Contrast(NamedTuple):
    one: frozenset[str]
    other: frozenset[str]
    relation: DifferenceRelation
    weight: float
    because: str


_CONTRASTS = (
    _Contrast(ALL, SOME, "unclear", 0.5, "one says all, the other some"),
    _Contrast(
        frozenset(map(stem, REGARDLESS)),
        frozenset(map(stem, CONDITIONS)),
        "contradiction",
        0.6,
        "one makes a condition of what the other does without",
    ),
)
_WIDER = {stem(wide): frozenset(map(stem, narrow)) for wide, narrow in WIDER.items()}


def scope_differences(a: Reading, b: Reading) -> Iterator[Difference]:
    """Where one assertion goes further than the other; at most one."""
    found = contrast(a, b) or wider(a, b) or possible(a, b)
    if found is not None:
        yield found


def contrast(a: Reading, b: Reading) -> Difference | None:
    """Words of the two that exclude each other."""
    for one, other, relation, weight, why in _CONTRASTS:
        for left, right in ((one, other), (other, one)):
            x, y = having(a.words, left), having(b.words, right)
            if x and y and not having(a.words, right) and not having(b.words, left):
                return scoped(a, x.span, b, y.span, relation, weight, why)
    return None


def wider(a: Reading, b: Reading) -> Difference | None:
    """A group beside one that is part of it: "people" beside "civilians"."""
    for wide, narrow in sorted(_WIDER.items()):
        whole = frozenset({wide})
        for first, second in ((whole, narrow), (narrow, whole)):
            x, y = having(a.words, first), having(b.words, second)
            if x and y and not having(a.words, second) and not having(b.words, first):
                return scoped(a, x.span, b, y.span, "unclear", 0.35, "one names a part of the group of the other")
    return None


def possible(a: Reading, b: Reading) -> Difference | None:
    """What one says is so, the other only that it may be, or seems."""
    if share_of_words(a, b) < ALIKE:
        return None
    doubts = POSSIBLE | APPARENT
    x, y = having(a.words, doubts), having(b.words, doubts)
    if (x is None) == (y is None):
        return None
    first, second = (x.span if x else a.whole), (y.span if y else b.whole)
    return scoped(a, first, b, second, "unclear", 0.4, "one says that it may be or seems so, the other that it is")


def having(words: Sequence[Word], wanted: frozenset[str]) -> Word | None:
    """The first of the words that is wanted, by itself or by its stem."""
    return next((w for w in words if (w.folded in wanted or w.stem in wanted) and w.form != "May"), None)


def scoped(
    a: Reading, first: Span, b: Reading, second: Span, relation: DifferenceRelation, weight: float, why: str
) -> Difference:
    """A difference of scope."""
    return Difference(
        kind="scope",
        relation=relation,
        between=(a.place, b.place),
        spans=(first, second),
        weight=weight,
        because=(why,),
    )
