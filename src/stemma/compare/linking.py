"""Groups of clauses by average link: two groups become one where their pairs, on the average, state the same.

The mean over all pairs of different reports stops chains: one weak link between two groups joins nothing. Pairs that
nobody scored count as 0. Clauses of one report may meet in a group, as one sentence can say what two say elsewhere, but
their own likeness is no reason for it.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from stemma.compare.alike import Alike


@dataclass(slots=True)
class _Group:
    rows: list[int]
    reports: Counter[int]
    near: dict[int, float] = field(default_factory=dict)
    """Sums of probabilities, by the number of the other group."""


def linked(reports: Sequence[int], pairs: Iterable[Alike], least: float) -> list[list[int]]:
    """Rows in groups, each row in one, sorted; `reports` says of each row which report it is of.

    Groups are joined best first, while the mean probability of their pairs is `least` or more. Takes time in proportion
    to the number of pairs, times the logarithm of it.
    """
    groups = {row: _Group([row], Counter([report])) for row, report in enumerate(reports)}
    heap: list[tuple[float, int, int]] = []
    for a, b, probability in pairs:
        groups[a].near[b] = groups[b].near[a] = probability
        if probability >= least:
            heap.append((-probability, a, b))
    heapq.heapify(heap)
    number = len(groups)
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups:
            continue
        joined = _joined(groups.pop(a), groups.pop(b), a, b)
        for other, total in sorted(joined.near.items()):
            near = groups[other].near
            near.pop(a, None)
            near.pop(b, None)
            near[number] = total
            if (mean := total / _pairs(joined, groups[other])) >= least:
                heapq.heappush(heap, (-mean, number, other))
        groups[number] = joined
        number += 1
    return sorted(sorted(group.rows) for group in groups.values())


def _joined(one: _Group, other: _Group, a: int, b: int) -> _Group:
    if len(one.near) < len(other.near):
        one, other, a, b = other, one, b, a
    near = one.near
    near.pop(b)
    for k, total in other.near.items():
        if k != a:
            near[k] = near.get(k, 0.0) + total
    return _Group(one.rows + other.rows, one.reports + other.reports, near)


def _pairs(one: _Group, other: _Group) -> int:
    """How many pairs of rows of different reports two groups have."""
    small, large = sorted((one.reports, other.reports), key=len)
    same = sum(count * large[report] for report, count in small.items())
    return max(1, one.reports.total() * other.reports.total() - same)
