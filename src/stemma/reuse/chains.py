"""From exact runs to passages: runs that follow one another on both sides are chained, gaps between them aligned."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.reuse.align import Places, aligned
from stemma.reuse.runs import Runs
from stemma.reuse.settings import ReuseSettings
from stemma.reuse.words import Words

I64 = NDArray[np.int64]
Flags = NDArray[np.bool_]

LOOK_BACK = 8
"""How many runs before it a run may follow: stray runs of stock phrases lie between two that belong together."""

OVERLAP = 4
"""Words by which a run may reach into the one before: around an edit, a repeated word belongs to both."""

ROUNDS = 3
"""How often a passage that grew by nearly the whole reach is let grow again."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Equal words in a row, chain by chain and in order: `size` words from row `a` and from row `b` on."""

    chain: I64
    a: I64
    b: I64
    size: I64

    def __len__(self) -> int:
        return int(self.a.size)

    def take(self, which: I64 | Flags) -> "Blocks":
        """The chosen rows."""
        return Blocks(self.chain[which], self.a[which], self.b[which], self.size[which])


def chains(found: Runs, words: Words, using: ReuseSettings) -> Blocks:
    """The runs and what agrees between and around them; a chain is one passage, as yet however short."""
    linked = _linked(found, words, using)
    filled = _filled(linked, words, using)
    longer = filled
    for step in (1, -1):
        longer = _extended(longer, words, using, step)
    return longer


def joined(blocks: Blocks) -> Blocks:
    """The same blocks in order, neighbours without a gap made one."""
    if not len(blocks):
        return blocks
    blocks = blocks.take(np.argsort(blocks.chain * (blocks.a.max() + 1) + blocks.a))
    begins = np.ones(len(blocks), np.bool_)
    a_end, b_end = blocks.a + blocks.size, blocks.b + blocks.size
    begins[1:] = (blocks.chain[1:] != blocks.chain[:-1]) | (blocks.a[1:] != a_end[:-1]) | (blocks.b[1:] != b_end[:-1])
    starts = np.flatnonzero(begins)
    return Blocks(blocks.chain[starts], blocks.a[starts], blocks.b[starts], np.add.reduceat(blocks.size, starts))


def _linked(found: Runs, words: Words, using: ReuseSettings) -> Blocks:
    """Each run with its chain: a run follows the nearest one before it, if it is the nearest after that."""
    count = len(found)
    a_stretch, b_stretch = words.stretch(found.a), words.stretch(found.b)
    ahead = np.full(count, np.iinfo(np.int64).max)
    behind = ahead.copy()
    before = np.full(count, -1, np.int64)
    after = np.full(count, -1, np.int64)
    for back in range(1, min(LOOK_BACK, count - 1) + 1):
        p, r = slice(None, -back), slice(back, None)
        a_gap = found.a[r] - (found.a[p] + found.size[p])
        b_gap = found.b[r] - (found.b[p] + found.size[p])
        near = (a_stretch[r] == a_stretch[p]) & (b_stretch[r] == b_stretch[p])
        near &= np.maximum(a_gap, b_gap) <= using.gap
        near &= np.minimum(a_gap, b_gap) > -np.minimum(OVERLAP + 1, np.minimum(found.size[p], found.size[r]))
        which = np.flatnonzero(near)
        cost = np.abs(a_gap[which]) + np.abs(b_gap[which]) + 2 * np.abs(a_gap[which] - b_gap[which])
        later, earlier = which + back, which
        better = cost < ahead[later]
        ahead[later[better]], before[later[better]] = cost[better], earlier[better]
        better = cost < behind[earlier]
        behind[earlier[better]], after[earlier[better]] = cost[better], later[better]
    own = np.arange(count)
    mutual = (before >= 0) & (after[before] == own)
    root = np.where(mutual, before, own)
    while True:
        further = root[root]
        if np.array_equal(further, root):
            break
        root = further
    # A run that reaches into the one before it gives way.
    previous = before[mutual]
    a, b, size = found.a.copy(), found.b.copy(), found.size.copy()
    into = np.maximum(
        found.a[previous] + found.size[previous] - a[mutual], found.b[previous] + found.size[previous] - b[mutual]
    )
    into = np.maximum(into, 0)
    a[mutual] += into
    b[mutual] += into
    size[mutual] -= into
    order = np.argsort(root * (a.max(initial=0) + 1) + a)
    return Blocks(root[order], a[order], b[order], size[order])


def _filled(blocks: Blocks, words: Words, using: ReuseSettings) -> Blocks:
    """The chains with what agrees in their gaps; cut in two where a gap is worded too differently."""
    if not len(blocks):
        return blocks
    same = blocks.chain[1:] == blocks.chain[:-1]
    at = np.flatnonzero(same)
    a, b = (blocks.a + blocks.size)[at], (blocks.b + blocks.size)[at]
    a_size, b_size = blocks.a[at + 1] - a, blocks.b[at + 1] - b
    # Longest runs are longest: two single words between them differ.
    worth = (a_size > 0) & (b_size > 0) & ((a_size > 1) | (b_size > 1))
    places = Places(a, np.where(worth, a_size, 0), b, b_size)
    found = aligned(words, places)
    agree = np.bincount(found.place, minlength=at.size)
    bridged = np.minimum(a_size, b_size) - agree <= using.rewrite + agree
    cut = np.ones(len(blocks), np.bool_)
    cut[at + 1] = ~bridged
    chain = np.cumsum(cut) - 1
    kept = bridged[found.place]
    place, i, j = found.place[kept], found.a[kept], found.b[kept]
    return joined(
        Blocks(
            np.concatenate([chain, chain[at[place]]]),
            np.concatenate([blocks.a, a[place] + i]),
            np.concatenate([blocks.b, b[place] + j]),
            np.concatenate([blocks.size, np.ones(place.size, np.int64)]),
        )
    )


def _extended(blocks: Blocks, words: Words, using: ReuseSettings, step: int) -> Blocks:
    """The chains with what agrees beyond their last words, or with `step` -1 before their first."""
    if not len(blocks) or not using.reach:
        return blocks
    a_edge, b_edge, a_room, b_room = _room(blocks, words, using, step)
    parts = [blocks]
    growing = np.arange(a_edge.size)
    for _ in range(ROUNDS):
        places = Places(
            a_edge[growing],
            np.clip(a_room[growing], 0, using.reach),
            b_edge[growing],
            np.clip(b_room[growing], 0, using.reach),
        )
        found = aligned(words, places, step=step, whole=False)
        if not found.place.size:
            break
        chain = growing[found.place]
        ones = np.ones(chain.size, np.int64)
        parts.append(Blocks(chain, a_edge[chain] + step * found.a, b_edge[chain] + step * found.b, ones))
        # `found` is in order: a chain's last match is where it has come to.
        last = np.flatnonzero(np.append(found.place[1:] != found.place[:-1], True))
        growing = chain[last]
        a_gain, b_gain = found.a[last] + 1, found.b[last] + 1
        a_edge[growing] += step * a_gain
        b_edge[growing] += step * b_gain
        a_room[growing] -= a_gain
        b_room[growing] -= b_gain
        growing = growing[np.maximum(a_gain, b_gain) * 2 > using.reach]
        if not growing.size:
            break
    return joined(Blocks(*(np.concatenate([getattr(p, name) for p in parts]) for name in ("chain", "a", "b", "size"))))


def _room(blocks: Blocks, words: Words, using: ReuseSettings, step: int) -> tuple[I64, I64, I64, I64]:
    """For each chain the rows beyond its edge, and how many there are before the next chain or the end of the prose."""
    first = np.flatnonzero(np.append(True, blocks.chain[1:] != blocks.chain[:-1]))
    last = np.append(first[1:], len(blocks)) - 1
    strong = np.add.reduceat(blocks.size, first) >= using.least
    pair = (words.report[blocks.a[first]].astype(np.int64) << 32) | words.report[blocks.b[first]]
    edges, rooms = [], []
    for rows in (blocks.a, blocks.b):
        begin, end = rows[first], rows[last] + blocks.size[last]
        stretch = words.stretch(begin)
        if step > 0:
            edge = end
            limit = words.stops[stretch]
            rooms.append(_until_next(pair, edge, begin, strong, limit) - edge)
        else:
            edge = begin - 1
            limit = np.where(stretch > 0, words.stops[stretch - 1], -1)
            rooms.append(edge + _until_next(pair, -edge, -(end - 1), strong, -limit))
        edges.append(edge)
    return edges[0], edges[1], rooms[0], rooms[1]


def _until_next(pair: I64, edge: I64, begin: I64, strong: Flags, limit: I64) -> I64:
    """For each chain the first row from its edge on that belongs to a longer chain of its pair, at most its limit."""
    _, number = np.unique(pair, return_inverse=True)
    low = min(int(begin.min()), int(edge.min()))
    span = max(int(begin.max()), int(edge.max())) - low + 2
    keys = np.sort(number[strong] * span + (begin[strong] - low))
    if not keys.size:
        return limit
    at = np.searchsorted(keys, number * span + (edge - low))
    next_key = keys[np.minimum(at, keys.size - 1)]
    there = (at < keys.size) & (next_key // span == number)
    return np.where(there, np.minimum(next_key % span + low, limit), limit)
