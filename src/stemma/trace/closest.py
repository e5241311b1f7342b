"""Which pairs of a story are traced: all, or in a huge story those that share most.

A thousand near-copies are half a million pairs, and nobody reads a lineage of these. What is needed is that each report
meets the reports that it shares most words with, that the story stays connected, and that one report meets all others.
"""

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from stemma.model import Passages
from stemma.trace.columns import I64, Shared


def shared_pairs(ids: tuple[str, ...], of: Passages) -> Shared:
    """The pairs among `ids`, which are sorted, that share passages; sorted."""
    story_number = np.full(len(of.ids), -1, np.int64)
    here = []
    for i, id in enumerate(ids):
        place = bisect_left(of.ids, id)
        if place < len(of.ids) and of.ids[place] == id:
            story_number[place] = i
            here.append(place)
    # Rows are sorted by their left report, so that those of a story are found without a look at the others.
    first = np.searchsorted(of.left, here, side="left").tolist()
    last = np.searchsorted(of.left, here, side="right").tolist()
    rows = np.concatenate([np.arange(0), *(np.arange(i, j) for i, j in zip(first, last, strict=True))])
    rows = rows[story_number[of.right[rows]] >= 0]
    pairs = np.stack([story_number[of.left[rows]], story_number[of.right[rows]]], axis=1)
    begins = np.flatnonzero(np.append(True, np.any(pairs[1:] != pairs[:-1], axis=1))[: rows.size])
    return Shared(of, pairs[begins], np.append(begins, rows.size), rows)


def closest(shared: Shared, reports: int, most: int) -> Shared:
    """At most about `most` of the pairs: of each report those that share most words, and what keeps all connected.

    The bound is kept but for the pairs that join the story (one less than it has reports) and those of the report that
    shares most with all others, which is the base that they are read against.
    """
    if len(shared.pairs) <= most:
        return shared
    left, right = shared.pairs[:, 0], shared.pairs[:, 1]
    words = np.add.reduceat(shared.of.words[shared.rows], shared.firsts[:-1], dtype=np.int64)
    total = np.bincount(left, words, reports) + np.bincount(right, words, reports)
    hub = int(np.argmax(total))
    order = np.lexsort((right, left, -words))
    chosen = (left == hub) | (right == hub)
    chosen |= strongest(left, right, order, reports, max(1, most // reports))
    chosen[joining(left, right, order, reports)] = True
    return part(shared, np.flatnonzero(chosen))


def strongest(left: I64, right: I64, order: I64, reports: int, each: int) -> NDArray[np.bool_]:
    """The pairs that are among the first `each` in `order` of one of their reports."""
    rank = np.empty(order.size, np.int64)
    rank[order] = np.arange(order.size)
    chosen = np.zeros(order.size, np.bool_)
    report = np.concatenate((left, right))
    pair = np.concatenate((np.arange(left.size), np.arange(left.size)))
    by_report = np.lexsort((rank[pair], report))
    starts = np.searchsorted(report[by_report], np.arange(reports))
    place = np.arange(by_report.size) - starts[report[by_report]]
    chosen[pair[by_report[place < each]]] = True
    return chosen


def joining(left: I64, right: I64, order: I64, reports: int) -> list[int]:
    """The pairs of the strongest tree over all reports (Kruskal 1956), or of trees where some share nothing."""
    lead = list(range(reports))
    kept: list[int] = []
    for pair, a, b in zip(order.tolist(), left[order].tolist(), right[order].tolist(), strict=True):
        while lead[a] != a:
            lead[a] = a = lead[lead[a]]
        while lead[b] != b:
            lead[b] = b = lead[lead[b]]
        if a != b:
            lead[max(a, b)] = min(a, b)
            kept.append(pair)
            if len(kept) == reports - 1:
                break
    return kept


def part(shared: Shared, pairs: I64) -> Shared:
    """Some of the pairs, with their rows."""
    counts = np.diff(shared.firsts)[pairs]
    firsts = np.concatenate(([0], np.cumsum(counts)))
    rows = shared.rows[np.arange(firsts[-1]) + np.repeat(shared.firsts[pairs] - firsts[:-1], counts)]
    return Shared(shared.of, shared.pairs[pairs], firsts, rows)
