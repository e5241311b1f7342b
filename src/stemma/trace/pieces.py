"""Shared passages cut at sentence ends: the pieces on which copy or public words is decided, in columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.trace.alignment import Witness
from stemma.trace.columns import I64, Matches, Shared, Table, keyed, variant_rows

SMALLEST_PIECE = 3
"""Fewer matched words at a sentence's edge belong to the neighbouring piece, or to nothing."""

SMALLEST_WITH_EDGES = 8
"""Matched words from which the words beside a piece are read as other readings of the same place."""
WIDEST_EDGE = 10
"""Words on a side; longer ones are another clause, not another wording."""
CLAUSE_MARK = re.compile(r"[,;:.!?()\[\]“”\"«»–—…]| - | -- ")


@dataclass(frozen=True, slots=True)
class Pieces:
    """What one sentence of a shares with one sentence of b, in the order of the passages.

    Piece i has the matched words `first[i]:first[i] + size[i]` and the variants `variants[i, 0]:variants[i, 1]` of the
    pile. `a` and `b` are spans, a row each.
    """

    pair: I64
    first: I64
    size: I64
    a: I64
    b: I64
    variants: I64


def pieces(words: Table, shared: Shared, found: Matches) -> Pieces:
    """The passages cut where either report ends a sentence."""
    sentence_a, sentence_b = words.sentence[found.a], words.sentence[found.b]
    changes = [np.diff(column) != 0 for column in (found.row, sentence_a, sentence_b)]
    first = np.flatnonzero(np.append(True, changes[0] | changes[1] | changes[2])[: found.a.size])
    size = np.diff(np.append(first, found.a.size))
    first, size = first[size >= SMALLEST_PIECE], size[size >= SMALLEST_PIECE]
    last = first + size - 1
    span_a = np.stack([words.start[found.a[first]], words.end[found.a[last]]], axis=1)
    span_b = np.stack([words.start[found.b[first]], words.end[found.b[last]]], axis=1)
    inner = variants_within(shared, found.row[first], span_a, span_b)
    return Pieces(found.pair[first], first, size, span_a, span_b, inner)


def variants_within(shared: Shared, row: I64, span_a: I64, span_b: I64) -> I64:
    """The rows of the variants that lie inside of both spans, of the passage in each row; they follow one another."""
    of = shared.of
    kept = variant_rows(of, shared.rows)
    changes = of.variants[kept].astype(np.int64)
    counts = (of.offsets[shared.rows + 1] - of.offsets[shared.rows]).astype(np.int64)
    place = np.repeat(np.arange(shared.rows.size), counts)
    low, high = np.zeros(row.size, np.int64), np.full(row.size, kept.size)
    for span, side in ((span_a, 0), (span_b, 2)):
        starts, ends = keyed(place, changes[:, side]), keyed(place, changes[:, side + 1])
        low = np.maximum(low, np.searchsorted(starts, keyed(row, span[:, 0]), side="left"))
        high = np.minimum(high, np.searchsorted(ends, keyed(row, span[:, 1]), side="right"))
    # From places among the kept variants to rows of the pile's.
    shift = of.offsets[shared.rows[row]] - (np.cumsum(counts) - counts)[row]
    return np.stack([low + shift, np.maximum(low, high) + shift], axis=1)


# --- edges --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edges:
    """Other readings at the head or the tail of pieces: which have one, and its spans."""

    present: NDArray[np.bool_]
    a: I64
    b: I64


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks that part clauses, report after report: keys of their starts and ends."""

    starts: I64
    ends: I64


def marks(witnesses: Sequence[Witness]) -> Marks:
    """The marks that part clauses in the texts of the given reports."""
    found = [(n, *m.span()) for n, w in enumerate(witnesses) for m in CLAUSE_MARK.finditer(w.text)]
    columns = np.array(found, np.int64).reshape(-1, 3)
    return Marks(keyed(columns[:, 0], columns[:, 1]), keyed(columns[:, 0], columns[:, 2]))


def edges(words: Table, at: Marks, found: Matches, cut: Pieces) -> tuple[Edges, Edges]:
    """The clauses before and behind each piece in its sentences, where both reports word them differently.

    What an outlet changes at the end of a sentence ("a war by …" for "civil war") has no shared words behind it that
    would make a variant of it.
    """
    heads, tails = [], []
    for matched, span in ((found.a, cut.a), (found.b, cut.b)):
        word = matched[cut.first]
        report, sentence = words.report[word], sentence_bounds(words, word)
        heads.append(clause_before(words, at, report, sentence[:, 0], span[:, 0]))
        tails.append(clause_after(words, at, report, span[:, 1], sentence[:, 1]))
    long = cut.size >= SMALLEST_WITH_EDGES
    head, tail = (
        Edges(long & is_edit(count_a) & is_edit(count_b), span_a, span_b)
        for (count_a, span_a), (count_b, span_b) in (heads, tails)
    )
    return head, tail


def sentence_bounds(words: Table, word: I64) -> I64:
    """The span of the sentence of each word."""
    sentences = [w.note.sentences or ((0, 0),) for w in words.witnesses]
    bounds = np.array([span for of in sentences for span in of], np.int64).reshape(-1, 2)
    counts = np.array([len(of) for of in sentences], np.int64)
    first = np.cumsum(counts) - counts
    report = words.report[word]
    found: I64 = bounds[first[report] + words.sentence[word] % counts[report]]
    return found


def clause_after(words: Table, at: Marks, report: I64, place: I64, end: I64) -> tuple[I64, I64]:
    """The words from each place to the next mark that parts clauses, or to the end: how many, and their spans."""
    limit = keyed(report, end)
    mark = np.searchsorted(at.starts, keyed(report, place))
    stop = np.minimum(limit, np.append(at.starts, np.iinfo(np.int64).max)[mark])
    first = words.word_at(report, place)
    return spans_of(words, first, np.searchsorted(words.keys, stop), place)


def clause_before(words: Table, at: Marks, report: I64, start: I64, place: I64) -> tuple[I64, I64]:
    """The words from the last mark that parts clauses, or from the start, to each place: how many, and their spans."""
    limit = keyed(report, start)
    mark = np.searchsorted(at.ends, keyed(report, place), side="right")
    starts, ends = np.append(-1, at.starts)[mark], np.append(-1, at.ends)[mark]
    begin = np.where(starts >= limit, ends, limit)
    return spans_of(words, np.searchsorted(words.keys, begin), words.word_at(report, place), place)


def spans_of(words: Table, first: I64, end: I64, place: I64) -> tuple[I64, I64]:
    """How many words there are from `first` to `end`, and what they span; nothing is an empty span at the place."""
    count = np.maximum(end - first, 0)
    some = count > 0
    spans = np.stack([place, place], axis=1)
    spans[some, 0], spans[some, 1] = words.start[first[some]], words.end[end[some] - 1]
    return count, spans


def is_edit(count: I64) -> NDArray[np.bool_]:
    """Whether there are words, and few enough to be a reading of one place."""
    few: NDArray[np.bool_] = (count > 0) & (count <= WIDEST_EDGE)
    return few
