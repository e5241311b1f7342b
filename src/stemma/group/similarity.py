"""How alike reports are: weighted words of title, lead and body, and the passages that they share."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.group.vectors import Vectors
from stemma.model import Annotations, Passages

FAINT = 0.04
"""Products below this count as nothing: any two reports have common words, and there are millions of such pairs."""


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
    """Dot products of all pairs from `FAINT` up, as (pair keys `left * n + right`, rising; products).

    A term of more than `most_common` reports is left out. Row by row, so that memory holds the result and one row.
    """
    n = vectors.offsets.size - 1
    report = np.repeat(np.arange(n), np.diff(vectors.offsets))
    order = np.lexsort((report, vectors.terms))
    by_term, weight_by_term = report[order], vectors.weights[order]
    count = np.bincount(vectors.terms, minlength=len(vectors.vocabulary))
    starts = np.concatenate(([0], np.cumsum(count)))
    keys: list[NDArray[np.int64]] = [np.empty(0, np.int64)]
    products: list[NDArray[np.float64]] = [np.empty(0)]
    for i in range(n):
        row = slice(vectors.offsets[i], vectors.offsets[i + 1])
        terms = vectors.terms[row]
        kept = (count[terms] > 1) & (count[terms] <= most_common)
        terms, weights = terms[kept], vectors.weights[row][kept]
        if not terms.size:
            continue
        lengths = count[terms]
        # The postings of all terms of the row, one after the other.
        place = np.repeat(starts[terms] - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        place += np.arange(place.size)
        weight = np.repeat(weights, lengths) * weight_by_term[place]
        product = np.bincount(by_term[place], weights=weight, minlength=n).astype(np.float64, copy=False)
        near = i + 1 + np.flatnonzero(product[i + 1 :] >= FAINT).astype(np.int64)
        keys.append(i * n + near)
        products.append(product[near])
    return np.concatenate(keys), np.concatenate(products)


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
