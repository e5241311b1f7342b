"""Public words that one report marks and another does not are public in both."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.model import Shared as Kind
from stemma.model import Span
from stemma.trace.columns import I64, Matches, Shared, Table, matches
from stemma.trace.public import TELLING, Words, disjoint

SHORTEST = 4
"""Fewer marked words in a row are a label or a title between marks, not somebody's sentence."""
ROUNDS = 2
"""From the report with marks to one without, and on to one that shares words with that one only."""


def spread(public: Mapping[str, Words], shared: Shared, words: Table) -> NDArray[np.int8]:
    """The kind of public words that each word belongs to, by its own report's marks or by another's of the story."""
    known = dict(public)
    kinds = words.kinds(known)
    for _ in range(ROUNDS):
        more: dict[int, set[tuple[Span, Kind]]] = {}
        for block in shared.blocks():
            found = matches(words, block)
            for giver, taker in ((found.a, found.b), (found.b, found.a)):
                for report, span, kind in carried(found, giver, taker, kinds, words):
                    more.setdefault(report, set()).add((span, kind))
        if not more:
            break
        for report, spans in more.items():
            id = words.witnesses[report].id
            known[id] = joined(known[id], sorted(spans))
        kinds = words.kinds(known)
    return kinds


def carried(
    found: Matches, giver: I64, taker: I64, kinds: NDArray[np.int8], words: Table
) -> Iterator[tuple[int, Span, Kind]]:
    """The report and the span of the taker's words whose counterparts are public in the giver only, and their kind."""
    marked = np.flatnonzero(kinds[giver])
    if not marked.size:
        return
    # Rows of matched words that follow one another in one passage and are all public in the giver.
    breaks = np.flatnonzero((np.diff(marked) != 1) | (np.diff(found.row[marked]) != 0)) + 1
    firsts = np.concatenate(([0], breaks))
    lasts = np.concatenate((breaks, [marked.size])) - 1
    lacking = np.add.reduceat(kinds[taker[marked]] == 0, firsts, dtype=np.int64)
    told = (lasts - firsts + 1 >= SHORTEST) & (lacking > 0)
    first, last = marked[firsts[told]], marked[lasts[told]]
    yield from zip(
        words.report[taker[first]].tolist(),
        map(Span, words.start[taker[first]].tolist(), words.end[taker[last]].tolist()),
        (TELLING[kind - 1] for kind in kinds[giver[last]].tolist()),
        strict=True,
    )


def joined(words: Words, more: Sequence[tuple[Span, Kind]]) -> Words:
    """Own public words, and those of others where they leave room."""
    own = list(zip(words.spans, words.kinds, strict=True))
    free: list[tuple[Span, Kind]] = []
    for span, kind in more:
        at = span.start
        for taken in words.spans:
            if taken.end <= at or taken.start >= span.end:
                continue
            if at < taken.start:
                free.append((Span(at, taken.start), kind))
            at = max(at, taken.end)
        if at < span.end:
            free.append((Span(at, span.end), kind))
    return disjoint([*own, *free])
