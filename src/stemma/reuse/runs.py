"""Runs of words that two reports share exactly: from hashed shingles, by sorting, without a look at any pair twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stemma.reuse.settings import ReuseSettings
from stemma.reuse.words import U64, Words, mixed

I64 = NDArray[np.int64]
Flags = NDArray[np.bool_]

REPEATS = 4
"""A shingle that a report repeats is followed up at its first places only: "ha ha ha" would meet itself at each."""

LONGEST_GROWTH = 32
"""Steps of `STEP` words by which a run is grown at either end: bounds the time on texts that repeat one word."""

STEP = 8

GROWN_AT_ONCE = 1 << 14
IN_CACHE = 1 << 15
PORTION = 1 << 17
AT_ONCE = 1 << 22
"""Pairs of places looked at in one go: bounds the memory."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Row i says: the `size` words from row `a` on are those from row `b` on, in an earlier and a later report."""

    a: I64
    b: I64
    size: I64

    def __len__(self) -> int:
        return int(self.a.size)

    def take(self, which: I64 | Flags | slice) -> "Runs":
        """The chosen rows."""
        return Runs(self.a[which], self.b[which], self.size[which])


def runs(words: Words, using: ReuseSettings) -> Runs:
    """Every longest run of at least `using.shingle` words that two reports share, pair by pair in order of place."""
    n = using.shingle
    if len(words) <= n:
        nothing = np.empty(0, np.int64)
        return Runs(nothing, nothing, nothing)
    rows, groups = _postings(words, n, using)
    followed = np.zeros(len(words) + 1, np.bool_)
    followed[rows] = True
    lone = mixed(rows.astype(np.uint64) ^ np.uint64(0xA0761D6478BD642F))
    # What stands before and after a shingle; where the neighbouring shingle is not followed up, something unique:
    # a pair of places begins a run exactly if these differ.
    before = np.where(followed[rows - 1], words.hashes[rows - 1], lone)
    after = np.where(followed[rows + 1], words.hashes[np.minimum(rows + n, len(words) - 1)], ~lone)
    del lone, followed
    heads, tails = [], []
    for columns in _columns_by_size(groups):
        heads += _differing(rows[columns], before[columns], words)
        tails += _differing(rows[columns], after[columns], words)
    head, tail = _sorted_keys(heads), _sorted_keys(tails)
    parts = [_from_keys(head[part], tail[part], words, n) for part in portions(head >> np.uint64(32), PORTION)]
    whole = Runs(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("a", "b", "size")))
    return _in_order(whole, words)


def portions(keys: NDArray[Any], size: int) -> list[slice]:
    """Slices of about `size` rows that never part rows of the same key; `keys` come in groups. At least one slice."""
    edges = np.append(np.flatnonzero(keys[1:] != keys[:-1]) + 1, keys.size)
    cuts = np.unique(edges[np.searchsorted(edges, np.arange(size, keys.size, size))])
    cuts = np.unique(np.concatenate([[0], cuts, [keys.size]]))
    if cuts.size == 1:
        return [slice(0, 0)]
    return [slice(begin, end) for begin, end in pairwise(cuts.tolist())]


def _from_keys(head: U64, tail: U64, words: Words, n: int) -> Runs:
    """The runs between heads and tails, at their full length."""
    low = np.uint64(0xFFFFFFFF)
    a = (head & low).astype(np.int64)
    b = a + (head >> np.uint64(32)).astype(np.int64)
    size = (tail & low).astype(np.int64) - a + n
    return _grown(Runs(a, b, size), words)


def _postings(words: Words, n: int, using: ReuseSettings) -> tuple[I64, I64]:
    """The places of the shingles worth following up, shingle by shingle, and where each shingle's places begin."""
    hashes = _shingles(words.hashes, n)
    shift = np.uint64(max(1, int(hashes.size).bit_length()))
    keys = hashes >> shift
    keys <<= shift
    keys |= np.arange(hashes.size, dtype=np.uint64)
    keys.sort()
    same = (keys[1:] ^ keys[:-1]) < np.uint64(1) << shift
    member = np.zeros(keys.size, np.bool_)
    member[1:] = same
    member[:-1] |= same
    first = np.ones(keys.size, np.bool_)
    first[1:] = ~same
    first = first[member]
    rows = (keys[member] & ((np.uint64(1) << shift) - np.uint64(1))).astype(np.int64)
    del keys, same, member
    full = hashes[rows]
    # The sort saw a part of each hash: where the rest differs, two shingles fell together, and both are let go.
    clash = np.zeros(rows.size, np.bool_)
    clash[1:] = (full[1:] != full[:-1]) & ~first[1:]
    keep = ~_any_of_group(clash, first)
    rows, first, full = rows[keep], first[keep], full[keep]
    rows, first, full = _few_repeats(rows, first, full, words)
    keep = _worth_following(rows, first, full, words, using)
    rows, first = rows[keep], first[keep]
    return rows, np.append(np.flatnonzero(first), rows.size)


def _shingles(hashes: U64, n: int) -> U64:
    """The hash of the `n` words that begin at each place, in stretches that stay in the caches."""
    total = np.zeros(hashes.size - n + 1, np.uint64)
    for begin in range(0, total.size, IN_CACHE):
        part = total[begin : begin + IN_CACHE]
        for k in range(n):
            part *= np.uint64(0xD1342543DE82EF95)
            part += hashes[begin + k : begin + k + part.size]
        mixed(part)
    return total


def _any_of_group(flags: Flags, first: Flags) -> Flags:
    """For each row whether any row of its group is flagged."""
    if not flags.any():
        return np.zeros(flags.size, np.bool_)
    starts = np.flatnonzero(first)
    sizes = np.diff(np.append(starts, flags.size))
    return np.repeat(np.logical_or.reduceat(flags, starts), sizes)


def _few_repeats(rows: I64, first: Flags, full: U64, words: Words) -> tuple[I64, Flags, U64]:
    """The same groups with at most `REPEATS` places in each report."""
    if not rows.size:
        return rows, first, full
    report = words.report[rows]
    fresh = first.copy()
    fresh[1:] |= report[1:] != report[:-1]
    begin = np.flatnonzero(fresh)
    rank = np.arange(rows.size) - np.repeat(begin, np.diff(np.append(begin, rows.size)))
    keep = rank < REPEATS
    return rows[keep], first[keep], full[keep]


def _worth_following(rows: I64, first: Flags, full: U64, words: Words, using: ReuseSettings) -> Flags:
    """Which places start comparisons: shingles of several reports, but of few, or else a sample of a mass copy."""
    if not rows.size:
        return np.zeros(0, np.bool_)
    report = words.report[rows]
    fresh = first.copy()
    fresh[1:] |= report[1:] != report[:-1]
    starts = np.flatnonzero(first)
    sizes = np.diff(np.append(starts, rows.size))
    spread = np.repeat(np.add.reduceat(fresh.astype(np.int64), starts), sizes)
    keep = (spread >= 2) & (spread <= using.common)
    wide = np.flatnonzero(spread > using.common)
    if wide.size:
        mass = np.bincount(report[wide])[report[wide]] >= using.mass
        # The wider a shingle is spread, the fewer of its kind are followed, so that each costs about the same;
        # runs are then grown to their full length.
        sampled = (full[wide] % np.uint64(1024)).astype(np.int64) * spread[wide] < 1024 * using.common
        keep[wide] = mass & sampled & (spread[wide] <= using.widest)
    return keep


def _columns_by_size(groups: I64) -> Iterator[I64]:
    """Groups of equal size side by side, as (size, number) indices of places, in bounded portions."""
    sizes = np.diff(groups)
    for size in np.unique(sizes).tolist():
        begins = groups[:-1][sizes == size]
        portion = max(1, AT_ONCE // (size * size))
        for at in range(0, begins.size, portion):
            yield np.arange(size)[:, None] + begins[None, at : at + portion]


def _differing(rows: I64, beside: U64, words: Words) -> list[U64]:
    """The pairs of places in different reports whose neighbours differ, as (distance, place) in one number each."""
    found = []
    for k in range(rows.shape[0] - 1):
        where, which = np.nonzero(beside[k + 1 :] != beside[k])
        a, b = rows[k, which], rows[where + k + 1, which]
        other = words.report[a] != words.report[b]
        a, b = a[other], b[other]
        found.append((b - a).astype(np.uint64) << np.uint64(32) | a.astype(np.uint64))
    return found


def _sorted_keys(parts: list[U64]) -> U64:
    """Heads and tails of runs, each so sorted, belong together one by one: runs of one distance do not overlap."""
    keys = np.concatenate(parts) if parts else np.empty(0, np.uint64)
    keys.sort()
    return keys


def _grown(found: Runs, words: Words) -> Runs:
    """The runs at their full length, where shingles that were not followed up had cut them short."""
    h = words.hashes
    beyond = np.minimum(found.b + found.size, len(words) - 1)
    short = (h[found.a - 1] == h[found.b - 1]) | (h[found.a + found.size] == h[beyond])
    if not short.any():
        return found
    a, b, size = found.a[short], found.b[short], found.size[short]
    ahead = _common(h, a + size, b + size, 1)
    behind = _common(h, a - 1, b - 1, -1)
    a, b, size = a - behind, b - behind, size + ahead + behind
    whole = found.take(~short)
    a, b, size = (np.concatenate(both) for both in ((whole.a, a), (whole.b, b), (whole.size, size)))
    order = np.lexsort((-size, a, b - a))
    a, b, size = a[order], b[order], size[order]
    end = a + size
    # Runs of one distance that touch or overlap are one run; the stops between reports keep all others apart.
    distance = b - a
    reach = np.maximum.accumulate(end + distance * np.int64(len(words) + 1)) - distance * np.int64(len(words) + 1)
    begins = np.ones(a.size, np.bool_)
    begins[1:] = (distance[1:] != distance[:-1]) | (a[1:] > reach[:-1])
    starts = np.flatnonzero(begins)
    return Runs(a[starts], b[starts], np.maximum.reduceat(end, starts) - a[starts])


def _common(h: U64, a: I64, b: I64, step: int) -> I64:
    """How many words agree from rows a and b on, forwards or backwards, up to a bound."""
    portions = range(0, a.size, GROWN_AT_ONCE)
    parts = [_common_of(h, a[at : at + GROWN_AT_ONCE], b[at : at + GROWN_AT_ONCE], step) for at in portions]
    return np.concatenate(parts)


def _common_of(h: U64, a: I64, b: I64, step: int) -> I64:
    count = np.zeros(a.size, np.int64)
    open_ = np.arange(a.size)
    offsets = np.arange(STEP) * step
    for _ in range(LONGEST_GROWTH):
        at = (count[open_] * step)[:, None] + offsets
        left, right = a[open_, None] + at, b[open_, None] + at
        legal = (np.minimum(left, right) >= 0) & (np.maximum(left, right) < h.size)
        same = legal & (h[np.clip(left, 0, h.size - 1)] == h[np.clip(right, 0, h.size - 1)])
        agreed = np.where(same.all(axis=1), STEP, same.argmin(axis=1))
        count[open_] += agreed
        open_ = open_[agreed == STEP]
        if not open_.size:
            break
    return count


def _in_order(found: Runs, words: Words) -> Runs:
    """Pair by pair, and by place in the earlier report: its rows are in the order of the reports."""
    key = words.report[found.b] * np.int64(len(words)) + found.a
    return found.take(np.argsort(key, kind="stable"))
