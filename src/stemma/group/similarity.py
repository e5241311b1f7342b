"""How alike reports are: weighted words of title, lead and body, and the passages that they share."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.group.vectors import Vectors
from stemma.model import Annotations, Passages

BLOCK = 4_000_000
"""Pairs that are summed at once: bounds memory at about 100 MB."""


@dataclass(frozen=True, slots=True)
class Similarities:
    """Pairs `left < right` of report numbers with a score above 0, sorted by (left, right).

    `words` is the cosine of the reports' vectors, `titles` that of their titles' vectors; `shared` is the part (0 to 1)
    of the shorter report that shared passages cover.
    """

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    words: NDArray[np.float64]
    titles: NDArray[np.float64]
    shared: NDArray[np.float64]


def cosines(vectors: Vectors, most_common: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Dot products of all pairs with a common term, as (pair keys `left * n + right`, sorted; products).

    A term of more than `most_common` reports joins nothing by itself: it would cost the square of their number.
    """
    n = vectors.offsets.size - 1
    report = np.repeat(np.arange(n), np.diff(vectors.offsets))
    order = np.lexsort((report, vectors.terms))
    terms, report, weights = vectors.terms[order], report[order], vectors.weights[order]
    bounds = np.flatnonzero(np.diff(terms, prepend=-1, append=-1))
    keys: list[NDArray[np.int64]] = [np.empty(0, np.int64)]
    products: list[NDArray[np.float64]] = [np.empty(0)]
    waiting = 0
    for start, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        if not 2 <= end - start <= most_common:
            continue
        i, j = np.triu_indices(end - start, 1)
        keys.append(report[start:end][i] * n + report[start:end][j])
        products.append(weights[start:end][i] * weights[start:end][j])
        waiting += i.size
        if waiting > BLOCK:
            key, product = summed(np.concatenate(keys), np.concatenate(products))
            keys, products, waiting = [key], [product], 0
    return summed(np.concatenate(keys), np.concatenate(products))


def summed(keys: NDArray[np.int64], values: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The values of equal keys added up, keys rising."""
    unique, place = np.unique(keys, return_inverse=True)
    return unique, np.bincount(place, weights=values, minlength=unique.size).astype(np.float64, copy=False)


def shared_parts(
    notes: Sequence[Annotations], lengths: Sequence[int], shared: Passages
) -> dict[tuple[int, int], float]:
    """For each pair of report numbers that shares passages: the part of the shorter one's words in them."""
    number = {note.report.id: i for i, note in enumerate(notes)}
    parts: dict[tuple[int, int], float] = {}
    for (a, b), (start, end) in shared.index.items():
        if a in number and b in number:
            pair = tuple(sorted((number[a], number[b])))
            words = int(shared.words[start:end].sum())
            parts[pair[0], pair[1]] = min(1.0, words / max(1, min(lengths[pair[0]], lengths[pair[1]])))
    return parts


def similarities(
    notes: Sequence[Annotations],
    lengths: Sequence[int],
    bodies: Vectors,
    titles: Vectors,
    shared: Passages,
    most_common: int,
) -> Similarities:
    """All pairs with a common weighty word or a shared passage."""
    n = max(1, len(notes))
    parts = shared_parts(notes, lengths, shared)
    measured = (
        cosines(bodies, most_common),
        cosines(titles, most_common),
        (np.array([a * n + b for a, b in parts], np.int64), np.array(list(parts.values()), np.float64)),
    )
    keys = np.unique(np.concatenate([found for found, _ in measured]))
    columns = []
    for found, values in measured:
        column = np.zeros(keys.size)
        column[np.searchsorted(keys, found)] = values
        columns.append(column)
    return Similarities(keys // n, keys % n, *columns)
