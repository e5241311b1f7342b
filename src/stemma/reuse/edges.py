"""Where passages end: not on a lone word by chance, and not in the middle of a clause that is soon over."""

import numpy as np
from numpy.typing import NDArray

from stemma.reuse.chains import Blocks, room
from stemma.reuse.settings import ReuseSettings
from stemma.reuse.words import Words

I64 = NDArray[np.int64]
Flags = NDArray[np.bool_]

SURE = 12
"""Shared words from which on the rest of a clause is taken in: the ends of a mere phrase say nothing."""

SHORTER = 4
"""The most words that the shorter side may have in the rest of a clause."""


def ends(blocks: Blocks) -> tuple[I64, I64]:
    """The first and the last block of each chain."""
    if not len(blocks):
        return blocks.a, blocks.a
    first = np.flatnonzero(np.append(True, blocks.chain[1:] != blocks.chain[:-1]))
    return first, np.append(first[1:], len(blocks)) - 1


def trimmed(blocks: Blocks, words: Words) -> Blocks:
    """The chains without a single word at either end, across the end of a clause on both sides: that is chance."""
    first, last = ends(blocks)
    long = last > first
    head, tail = first[long], last[long]
    lone = blocks.size == 1
    drop = np.zeros(len(blocks), np.bool_)
    drop[head] = lone[head] & _apart(words, blocks, head)
    drop[tail] |= lone[tail] & _apart(words, blocks, tail - 1)
    return blocks.take(~drop)


def _apart(words: Words, blocks: Blocks, at: I64) -> Flags:
    """Whether a clause ends between these blocks and their next ones, on both sides."""
    apart = np.ones(at.size, np.bool_)
    for rows in (blocks.a, blocks.b):
        begin, end = rows[at] + blocks.size[at], rows[at + 1]
        crossed = np.zeros(at.size, np.bool_)
        for k in range(int((end - begin).max(initial=-1)) + 1):
            crossed |= words.opens[np.minimum(begin + k, end)]
        apart &= crossed
    return apart


def completed(blocks: Blocks, words: Words, using: ReuseSettings) -> Blocks:
    """The chains carried to the end of a clause that each side words in its own way.

    Such an end is a block without words, so that what lies before it is a variant like any other.
    """
    if not len(blocks) or not using.edge:
        return blocks
    first, last = ends(blocks)
    sure = np.add.reduceat(blocks.size, first) >= SURE
    parts, ranks = [blocks], [3 * np.arange(len(blocks)) + 1]
    for step in (1, -1):
        a_edge, b_edge, a_room, b_room = room(blocks, words, using.least, step)
        a_rest = _rest(words, a_edge, step, using.edge)
        b_rest = _rest(words, b_edge, step, using.edge)
        worth = sure & (np.maximum(a_rest, b_rest) > 0) & (np.minimum(a_rest, b_rest) <= SHORTER)
        worth &= (a_rest <= np.minimum(a_room, using.edge)) & (b_rest <= np.minimum(b_room, using.edge))
        at = np.flatnonzero(worth)
        # Rows count from the first word beyond the edge; backwards that is the word before the passage.
        a, b = a_edge[at] + step * a_rest[at], b_edge[at] + step * b_rest[at]
        behind = 1 if step < 0 else 0
        ranks.append(3 * (first if step < 0 else last)[at] + step + 1)
        parts.append(Blocks(blocks.chain[first[at]], a + behind, b + behind, np.zeros(at.size, np.int64)))
    every = Blocks(*(np.concatenate([getattr(p, name) for p in parts]) for name in ("chain", "a", "b", "size")))
    return every.take(np.argsort(np.concatenate(ranks)))


def _rest(words: Words, edge: I64, step: int, most: int) -> I64:
    """Words from the edge to the end of the clause, forwards or backwards; more than `most` if there are more."""
    rest = np.full(edge.size, most + 1)
    last = len(words) - 1
    for k in range(most, -1, -1):
        at = np.clip(edge + k if step > 0 else edge + 1 - k, 0, last)
        rest[words.opens[at]] = k
    return rest
