"""Where passages end: not on a lone word by chance."""

import numpy as np
from numpy.typing import NDArray

from stemma.reuse.chains import Blocks
from stemma.reuse.words import Words

I64 = NDArray[np.int64]
Flags = NDArray[np.bool_]


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
