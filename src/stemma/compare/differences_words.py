"""Words of assertions: how much meaning they carry, and where those of two assertions stand for each other."""

import math
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from stemma.compare.differences_reading import Reading, Word
from stemma.model import Span

MOST_ALIGNED = 120
"""How many words of an assertion are aligned: longer ones are no clauses."""
NAME = 0.4
"""What a name weighs beside a rare word: reports name people more and less fully without changing the meaning."""
PER_WORD = 2.5
"""How many words of full weight take away two thirds of what is missing to 1."""


class Replaced(NamedTuple):
    """Words of one assertion that stand at the place of other words of another; one side may be empty.

    `anchored`: words that carry meaning, and that both have, stand right before and right behind them.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    anchored: bool = False


def heaviness(words: Sequence[Word]) -> float:
    """How much meaning words carry together, from 0 to 1; names count less."""
    carried = sum(min(NAME, w.weight) if w.form[0].isupper() else w.weight for w in words)
    return 1 - math.exp(-carried / PER_WORD)


def blocks(a: Reading, b: Reading) -> list[Replaced]:
    """Runs of words between words that both assertions have in one order.

    Two runs with a single common word between them are one: "civil war" stands for "war by foreign hands".
    """
    left, right = a.words[:MOST_ALIGNED], b.words[:MOST_ALIGNED]
    matcher = SequenceMatcher(None, [w.stem for w in left], [w.stem for w in right], autojunk=False)
    runs: list[tuple[int, int, int, int]] = []
    for tag, i, j, k, n in matcher.get_opcodes():
        if tag == "equal":
            continue
        if runs and i - runs[-1][1] == 1 and one_each(runs[-1], (i, j, k, n)):
            i, k = runs[-1][0], runs[-1][2]
            runs.pop()
        runs.append((i, j, k, n))
    return [
        Replaced(left[i:j], right[k:n], i > 0 and j < len(left) and left[i - 1].carries and left[j].carries)
        for i, j, k, n in runs
    ]


def one_each(run: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    """Whether one of two runs has words on one side only, and the other run has some on the other side."""
    sides = [(j > i, n > k) for i, j, k, n in (run, other)]
    return sorted(sides) == [(False, True), (True, False)]


def stretch(words: Sequence[Word]) -> Span:
    """From the first to the last of some words."""
    return Span(words[0].span.start, words[-1].span.end)


def likeness(a: Reading, b: Reading) -> float:
    """Which part of the words that carry meaning two assertions have in common, of the one that has more."""
    mine, theirs = {w.stem for w in a.content}, {w.stem for w in b.content}
    return len(mine & theirs) / max(len(mine), len(theirs), 1)


def share_of_words(a: Reading, b: Reading) -> float:
    """Which part of the words that carry meaning two assertions have in common, of the one that has fewer."""
    mine, theirs = {w.stem for w in a.content}, {w.stem for w in b.content}
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0
