"""Many small alignments at once: each step of the dynamic programme is done for thousands of places together."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.reuse.words import Words

I64 = NDArray[np.int64]
I32 = NDArray[np.int32]

BITS = 12
"""A cell's number: six bits for each side. Score and cell are packed into one number, so that one maximum does both."""
CELL = (1 << BITS) - 1
NEVER = -(1 << 28)
OPENS = 2 << BITS
"""What a difference costs, and what each word of its longer side adds."""
EXTENDS = 1 << BITS

SIZES = np.array([1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 63])
AT_ONCE = 4096


@dataclass(frozen=True, slots=True)
class Places:
    """Two stretches of words to align, each row one: `a_size` words from row `a` on against `b_size` from `b` on."""

    a: I64
    a_size: I64
    b: I64
    b_size: I64


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs of equal words: of which place, and how many words from its beginning they stand on either side."""

    place: I64
    a: I64
    b: I64


def aligned(words: Words, places: Places, *, step: int = 1, whole: bool = True) -> Matches:
    """The best alignment of each place: its equal words in order of place and position.

    With `step` -1 both sides are read backwards. A `whole` place is aligned from end to end; otherwise it is left
    where going on costs more than it gains. Matching words earn their weight, more so in a row, since every
    difference costs: a lone "of the" in the midst of other words is not worth the two differences around it.
    """
    found = [_batch(words, places, chosen, shape, step, whole) for chosen, shape in _batches(places)]
    if not found:
        nothing = np.empty(0, np.int64)
        return Matches(nothing, nothing, nothing)
    place, a, b = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.lexsort((a, place))
    return Matches(place[order], a[order], b[order])


def _batches(places: Places) -> Iterator[tuple[I64, tuple[int, int]]]:
    """Places of about equal size together, in portions."""
    worth = np.flatnonzero((places.a_size > 0) & (places.b_size > 0))
    height = np.searchsorted(SIZES, places.a_size[worth])
    width = np.searchsorted(SIZES, places.b_size[worth])
    shape = height * SIZES.size + width
    order = np.argsort(shape, kind="stable")
    worth, shape = worth[order], shape[order]
    kinds, first = np.unique(shape, return_index=True)
    begins = np.append(first, shape.size)
    for kind, begin, end in zip(kinds.tolist(), begins[:-1].tolist(), begins[1:].tolist(), strict=True):
        size = (int(SIZES[kind // SIZES.size]), int(SIZES[kind % SIZES.size]))
        for at in range(begin, end, AT_ONCE):
            yield worth[at : min(end, at + AT_ONCE)], size


def _batch(
    words: Words, places: Places, chosen: I64, shape: tuple[int, int], step: int, whole: bool
) -> tuple[I64, I64, I64]:
    last = len(words) - 1
    a, b = places.a[chosen], places.b[chosen]
    a_size, b_size = places.a_size[chosen], places.b_size[chosen]
    rows = np.clip(a + step * np.arange(shape[0])[:, None], 0, last)
    columns = np.clip(b + step * np.arange(shape[1])[:, None], 0, last)
    equal = _Equal(words, rows, columns)
    before, cell = _fill(equal, shape, a_size, b_size, whole)
    # From the last match of the best alignment back to the first.
    steps: list[tuple[I64, I64, I64]] = []
    which = np.flatnonzero((cell > 0) & (cell < CELL))
    cell = cell[which]
    while which.size:
        i, j = (cell >> (BITS // 2)) - 1, (cell & 63) - 1
        steps.append((which, i, j))
        cell = before[i, j, which].astype(np.int64)
        which, cell = which[cell > 0], cell[cell > 0]
    if not steps:
        nothing = np.empty(0, np.int64)
        return nothing, nothing, nothing
    which, i, j = (np.concatenate(column) for column in zip(*steps, strict=True))
    inside = (i < a_size[which]) & (j < b_size[which])
    which, i, j = which[inside], i[inside], j[inside]
    true = words.hashes[a[which] + step * i] == words.hashes[b[which] + step * j]
    return chosen[which[true]], i[true], j[true]


class _Equal:
    """Which words of the two sides are equal, by half of their hash (checked in full afterwards), and what it earns."""

    def __init__(self, words: Words, rows: I64, columns: I64) -> None:
        self._rows = words.hashes[rows].astype(np.uint32)
        self._columns = words.hashes[columns].astype(np.uint32)
        self._earns = words.weight[rows].astype(np.int32) << BITS

    def row(self, i: int) -> tuple[NDArray[np.bool_], I32]:
        return self._rows[i] == self._columns, self._earns[i]


def _fill(
    equal: _Equal, shape: tuple[int, int], a_size: I64, b_size: I64, whole: bool
) -> tuple[NDArray[np.int16], I64]:
    """For each match its best predecessor, and the last match of the best alignment (0 or all ones: none).

    Two scores a cell: `match` ends there in a pair of equal words, `other` in a difference. Each is packed with the
    cell of the last match on the way there; of equals the later cell wins, which keeps differences short.
    """
    height, width = shape
    count = a_size.size
    before = np.empty((height, width, count), np.int16)
    cells = np.arange(width + 1, dtype=np.int32)[:, None]
    match = np.full((width + 1, count), NEVER, np.int32)
    match[0] = 0
    other = np.broadcast_to(-OPENS - EXTENDS * cells, (width + 1, count)).astype(np.int32)
    other[0] = NEVER
    opened = np.maximum(other, match - OPENS)
    # Left where it began, unless something is gained: the cell of all ones stands for no match at all.
    best = np.full(count, CELL, np.int32)
    for i in range(height):
        way = np.maximum(match[:-1], other[:-1])
        cell = way & CELL
        before[i] = cell
        same, earns = equal.row(i)
        way -= cell
        way += earns
        way += ((i + 1) << (BITS // 2)) + cells[1:]
        match[0] = NEVER
        np.copyto(match[1:], NEVER)
        np.copyto(match[1:], way, where=same)
        other[0] = opened[0] - EXTENDS
        np.maximum(opened[:-1], opened[1:], out=other[1:])
        other[1:] -= EXTENDS
        np.maximum(other, match - OPENS, out=opened)
        for j in range(1, width + 1):
            from_left = opened[j - 1] - EXTENDS
            np.maximum(other[j], from_left, out=other[j])
            np.maximum(opened[j], from_left, out=opened[j])
        if whole:
            ends = np.flatnonzero(a_size == i + 1)
            at = b_size[ends]
            best[ends] = np.maximum(match[at, ends], other[at, ends])
        else:
            np.maximum(best, match[1:].max(axis=0), out=best)
    return before, (best & CELL).astype(np.int64)
