"""Reports with the same text: compared once, and put back into the result."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.model import Report
from stemma.reuse.columns import Table, stacked, within
from stemma.reuse.settings import ReuseSettings
from stemma.reuse.words import Words

I64 = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Twins:
    """`firsts` are the reports to compare; `members` has all reports of each, `sizes` many, in order."""

    firsts: list[Report]
    members: I64
    sizes: I64


def twins(reports: Sequence[Report]) -> Twins:
    """Reports in classes of the same text and furniture, in the order of their texts.

    Which of two reports comes first can decide between two alignments that are equally good. Ids must not: so
    all comparing is done in this order, and ids come in again with `spread`.
    """
    classes: dict[tuple[str, tuple[tuple[int, int], ...]], list[int]] = {}
    for i, report in enumerate(reports):
        classes.setdefault((report.text, report.furniture), []).append(i)
    groups = [classes[key] for key in sorted(classes)]
    return Twins(
        firsts=[reports[group[0]] for group in groups],
        members=np.array([i for group in groups for i in group], np.int64),
        sizes=np.array([len(group) for group in groups], np.int64),
    )


def spread(found: Table, same: Twins, words: Words, using: ReuseSettings) -> Table:
    """What was found between classes, told of each pair of their members; and what members of a class share: all."""
    begins = np.cumsum(same.sizes) - same.sizes
    if int(same.sizes.max(initial=1)) > 1:
        found = stacked([found, _selves(same, words, using)])
    a, b = same.sizes[found.left], same.sizes[found.right]
    many = a * b
    rows = np.repeat(np.arange(many.size), many)
    at = within(many)
    left = same.members[begins[found.left[rows]] + at // b[rows]]
    right = same.members[begins[found.right[rows]] + at % b[rows]]
    inner = found.left[rows] == found.right[rows]
    keep = ~inner | (left < right)
    rows, left, right = rows[keep], left[keep], right[keep]
    told = found.take(rows)
    turned = left > right
    spans, variants = told.spans.copy(), told.variants.copy()
    spans[turned] = spans[turned][:, [2, 3, 0, 1]]
    of = np.repeat(turned, told.count)
    variants[of] = variants[of][:, [2, 3, 0, 1]]
    return Table(np.minimum(left, right), np.maximum(left, right), spans, told.words, told.count, variants)


def _selves(same: Twins, words: Words, using: ReuseSettings) -> Table:
    """One passage for each stretch of prose of a class of several: from its first word to its last."""
    begin = np.append(0, words.stops[:-1] + 1)
    size = words.stops - begin
    of = words.report[words.stops].astype(np.int64)
    keep = (size >= max(using.least, using.run)) & (same.sizes[of] > 1)
    begin, end, of = begin[keep], words.stops[keep] - 1, of[keep]
    side = np.stack([words.start[begin], words.end[end]], axis=1)
    return Table(
        left=of,
        right=of,
        spans=np.concatenate([side, side], axis=1),
        words=size[keep],
        count=np.zeros(of.size, np.int64),
        variants=np.empty((0, 4), np.int32),
    )
