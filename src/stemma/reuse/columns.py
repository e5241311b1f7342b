"""From chains to the record: which chains are passages, their spans and variants, and identical reports put back in."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.model import Passages
from stemma.reuse.chains import Blocks
from stemma.reuse.edges import ends
from stemma.reuse.settings import ReuseSettings
from stemma.reuse.words import Words

I64 = NDArray[np.int64]
Flags = NDArray[np.bool_]

SURE = 12
"""Shared words from which on a passage stands beside a longer one that has the same words of one report."""


@dataclass(frozen=True, slots=True)
class Table:
    """Passages in columns, with `variants` rows in groups of `count`; left and right number the reports compared."""

    left: I64
    right: I64
    spans: NDArray[np.int32]
    words: I64
    count: I64
    variants: NDArray[np.int32]

    def take(self, which: I64) -> "Table":
        """The chosen rows in that order, with their variants."""
        begins = np.cumsum(self.count) - self.count
        count = self.count[which]
        rows = np.repeat(begins[which], count) + within(count)
        return Table(
            self.left[which], self.right[which], self.spans[which], self.words[which], count, self.variants[rows]
        )


def table(blocks: Blocks, words: Words) -> Table:
    """Each chain as a passage."""
    first, last = ends(blocks)
    a_end, b_end = blocks.a + blocks.size, blocks.b + blocks.size
    spans = np.stack(
        [
            words.start[blocks.a[first]],
            words.end[a_end[last] - 1],
            words.start[blocks.b[first]],
            words.end[b_end[last] - 1],
        ],
        axis=1,
    )
    gap = np.flatnonzero(blocks.chain[1:] == blocks.chain[:-1])
    variants = np.concatenate(
        [_between(words, a_end[gap], blocks.a[gap + 1]), _between(words, b_end[gap], blocks.b[gap + 1])], axis=1
    )
    total = np.add.reduceat(blocks.size, first) if len(blocks) else blocks.size
    return Table(
        left=words.report[blocks.a[first]].astype(np.int64),
        right=words.report[blocks.b[first]].astype(np.int64),
        spans=spans.astype(np.int32),
        words=total,
        count=last - first,
        variants=variants.astype(np.int32),
    )


def stacked(tables: Sequence[Table]) -> Table:
    """The rows of all tables, one after another."""
    names = ("left", "right", "spans", "words", "count", "variants")
    return Table(*(np.concatenate([getattr(part, name) for part in tables]) for name in names))


def within(counts: I64) -> I64:
    """0, 1, .. count - 1 for each count: the place of each element in its group."""
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)


def _between(words: Words, begin: I64, end: I64) -> NDArray[np.int32]:
    """The characters of the words [begin, end); where there are none, the place after the word before."""
    close = words.end[end - 1]
    return np.stack([np.where(end > begin, words.start[begin], close), close], axis=1)


def substantial(blocks: Blocks, words: Words, using: ReuseSettings) -> Blocks:
    """The chains that are long enough for a passage, and are not part of a longer one."""
    if not len(blocks):
        return blocks
    first, last = ends(blocks)
    counts = last - first + 1
    total = np.add.reduceat(blocks.size, first)
    enough = (total >= using.least) & (np.maximum.reduceat(blocks.size, first) >= using.run)
    blocks = blocks.take(np.repeat(enough, counts))
    if not len(blocks):
        return blocks
    first, last = ends(blocks)
    counts, total = last - first + 1, total[enough]
    pair = (words.report[blocks.a[first]].astype(np.int64) << 32) | words.report[blocks.b[first]]
    inside = [_contained(pair, rows[first], rows[last] + blocks.size[last], total) for rows in (blocks.a, blocks.b)]
    told_again = (inside[0] & inside[1]) | ((inside[0] | inside[1]) & (total < SURE))
    return blocks.take(np.repeat(~told_again, counts))


def _contained(pair: I64, begin: I64, end: I64, total: I64) -> Flags:
    """Which chains lie, on one side, inside a longer chain of their pair that begins no later."""
    order = np.lexsort((-total, -end, begin, pair))
    fresh = np.append(True, pair[order][1:] != pair[order][:-1])
    shift = np.cumsum(fresh) * np.int64(int(end.max()) + 1)
    reach = np.maximum.accumulate(end[order] + shift)
    covered = np.zeros(order.size, np.bool_)
    covered[1:] = ~fresh[1:] & (end[order][1:] + shift[1:] <= reach[:-1])
    result = np.empty(order.size, np.bool_)
    result[order] = covered
    return result


def passages(found: Table, ids: Sequence[str]) -> Passages:
    """The record, its rows in order."""
    found = found.take(np.lexsort((found.spans[:, 2], found.spans[:, 0], found.right, found.left)))
    offsets = np.zeros(found.count.size + 1, np.int64)
    np.cumsum(found.count, out=offsets[1:])
    return Passages(
        ids=tuple(ids),
        left=found.left.astype(np.int32),
        right=found.right.astype(np.int32),
        a_start=np.ascontiguousarray(found.spans[:, 0]),
        a_end=np.ascontiguousarray(found.spans[:, 1]),
        b_start=np.ascontiguousarray(found.spans[:, 2]),
        b_end=np.ascontiguousarray(found.spans[:, 3]),
        words=found.words.astype(np.int32),
        offsets=offsets,
        variants=found.variants,
        index=_index(found, ids),
    )


def _index(found: Table, ids: Sequence[str]) -> dict[tuple[str, str], tuple[int, int]]:
    fresh = (np.diff(found.left, prepend=-1) != 0) | (np.diff(found.right, prepend=-1) != 0)
    begins = np.flatnonzero(fresh)
    ends = np.append(begins[1:], found.left.size)
    rows = zip(found.left[begins].tolist(), found.right[begins].tolist(), begins.tolist(), ends.tolist(), strict=False)
    return {(ids[left], ids[right]): (begin, end) for left, right, begin, end in rows}
