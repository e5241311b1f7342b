"""Public words that one report marks and another does not are public in both."""

from collections.abc import Mapping, Sequence

from stemma.model import Passage, Shared, Span
from stemma.trace.alignment import Matched, Witness, matched_words
from stemma.trace.public import Words, disjoint

Pairs = Mapping[tuple[str, str], Sequence[Passage]]

SHORTEST = 4
"""Fewer marked words in a row are a label or a title between marks, not somebody's sentence."""
ROUNDS = 2
"""From the report with marks to one without, and on to one that shares words with that one only."""


def spread(public: Mapping[str, Words], shared: Pairs, witnesses: Mapping[str, Witness]) -> dict[str, Words]:
    """The public words of each report, with those that other reports of the story mark as public."""
    known = dict(public)
    for _ in range(ROUNDS):
        more: dict[str, list[tuple[Span, Shared]]] = {}
        for (a, b), passages in shared.items():
            for passage in passages:
                matched = list(matched_words(passage, witnesses[a], witnesses[b]))
                carry(matched, known[a], known[b], more.setdefault(b, []), forth=True)
                carry(matched, known[b], known[a], more.setdefault(a, []), forth=False)
        known = {id: joined(words, more.get(id, [])) for id, words in known.items()}
    return known


def carry(
    matched: Sequence[Matched], giver: Words, taker: Words, found: list[tuple[Span, Shared]], forth: bool
) -> None:
    """Add to `found` the spans of the taker whose counterparts are public in the giver only."""
    row: list[Span] = []
    kind: Shared = "quote"
    for match in (*matched, None):
        here = None
        if match is not None:
            mine, theirs = (match.a, match.b) if forth else (match.b, match.a)
            here = giver.kind_at(mine.start)
        if here is not None and match is not None:
            kind = here
            row.append(theirs)
            continue
        if len(row) >= SHORTEST and any(taker.kind_at(span.start) is None for span in row):
            found.append((Span(row[0].start, row[-1].end), kind))
        row = []


def joined(words: Words, more: Sequence[tuple[Span, Shared]]) -> Words:
    """Own public words, and those of others where they leave room."""
    own = list(zip(words.spans, words.kinds, strict=True))
    free: list[tuple[Span, Shared]] = []
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
