"""What an exchange of words does to a text: from a negation that comes or goes down to another spelling."""

import math
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from stemma.lang.public import LOADED, NEGATION, NUMBERS, REPORTING
from stemma.model import EditKind
from stemma.text.frequency import background

SAME_SPELLING = 80.0
"""Similarity (0 to 100) from which two words are one in two spellings, as "defence" and "defense" are."""
SPELLING = 0.02
ONE_SIDED = 0.6
"""What words without a counterpart weigh beside words that replace others."""
NAME = 0.4
"""What a name weighs beside a rare word: reports name people more and less fully without changing the meaning."""

BASE_WEIGHT: Mapping[EditKind, float] = {
    "polarity": 0.9,
    "figure": 0.85,
    "reattributed": 0.75,
    "reworded": 0.1,
    "cut": 0.1,
    "added": 0.1,
    "moved": 0.05,
}
"""Where each kind begins in the order; the rarity of the words concerned does the rest."""
OTHER_SAYING = 0.6
"""Where a change from "said" to "claimed" begins."""


def names_another(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether both sides have names and none in common."""
    names = [{w.casefold() for w in side if w[0].isupper()} for side in (left, right)]
    return bool(names[0]) and bool(names[1]) and not names[0] & names[1]


def classed(
    left: Sequence[str], right: Sequence[str], *, turns: bool = True, speaks: bool = True
) -> tuple[EditKind, float, str]:
    """Kind, weight and reason of the change from `left` to `right`.

    Without `turns` a negation, and without `speaks` a word of saying, is a word as any other: where they may belong
    to another clause, or where both sentences say who said it.
    """
    in_left, in_right = [w.casefold() for w in left], [w.casefold() for w in right]
    gone = [w for w in left if w.casefold() not in in_right]
    come = [w for w in right if w.casefold() not in in_left]
    weight = heaviness([w for w in gone if not akin(w, come)] + [w for w in come if not akin(w, gone)])
    if turns and negated(gone, in_right) != negated(come, in_left):
        return "polarity", at_least("polarity", weight), "a negation comes or goes"
    if numbers(gone) and numbers(come):
        return "figure", at_least("figure", weight), "another number"
    if speaks and reports(gone) != reports(come):
        return "reattributed", at_least("reattributed", weight), "words that say who said it come or go"
    if reports(gone) and reports(come) and loaded(gone) != loaded(come):
        return "reattributed", round(OTHER_SAYING + (1 - OTHER_SAYING) * weight, 3), "a word of saying that judges"
    if left and right and fuzz.ratio(" ".join(in_left), " ".join(in_right)) >= SAME_SPELLING:
        return "reworded", SPELLING, "spelling"
    if left and right:
        return "reworded", at_least("reworded", weight), "other words at the same place"
    kind: EditKind = "cut" if left else "added"
    return kind, at_least(kind, ONE_SIDED * weight), f"words only in {'the first' if left else 'the second'}"


def negated(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether an odd number of the words turns a sentence round; "undisturbed" does beside another's "disturbed"."""
    folded = [w.casefold() for w in words]
    plain = sum(w in NEGATION or w.endswith(("n't", "n’t")) for w in folded)
    prefixed = sum(w.startswith("un") and len(w) > 5 and any(o.startswith(w[2:6]) for o in others) for w in folded)
    return (plain + prefixed) % 2 == 1


def numbers(words: Sequence[str]) -> bool:
    """Whether one of the words is a number, in digits or letters, exact or vague."""
    return any(w[0].isdigit() or w.casefold() in NUMBERS for w in words)


def reports(words: Sequence[str]) -> bool:
    """Whether one of the words says that somebody said something."""
    return any(w.casefold() in REPORTING for w in words)


def loaded(words: Sequence[str]) -> bool:
    """Whether one of the words of saying judges what is said."""
    return any(w.casefold() in LOADED for w in words)


def akin(word: str, others: Sequence[str]) -> bool:
    """Whether one of the others is the word in another form, as "shored" is of "shore"."""
    folded = word.casefold()
    return any(folded[:4] == w[:4] and fuzz.ratio(folded, w) >= SAME_SPELLING for w in map(str.casefold, others))


def at_least(kind: EditKind, weight: float) -> float:
    """The weight of a kind, raised by the words concerned."""
    return round(BASE_WEIGHT[kind] + (1 - BASE_WEIGHT[kind]) * weight, 3)


def heaviness(words: Sequence[str]) -> float:
    """How much meaning words carry, from 0 to 1: each rare word takes away a third of what is missing."""
    carried = sum(NAME if w[0].isupper() else background().weight(w) for w in words)
    return 1 - math.exp(-carried / 2.5)
