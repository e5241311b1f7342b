"""Copy or public words: the decision on each passage that two reports share.

Run length decides nothing by itself: public words run long, and real copying may be two runs of seven words. What
counts is how much of a reporter's own wording two reports have in common: rare words outside of quotations, posts,
statements, names and stock phrases.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.lang.public import STOCK
from stemma.model import Copy, Shared, SharedPassage, Span, Variant
from stemma.trace.columns import I64, Matches, Table, keyed, matches
from stemma.trace.columns import Shared as Pairs
from stemma.trace.pieces import Edges, Pieces, edges, marks, pieces
from stemma.trace.public import TELLING
from stemma.trace.settings import TraceSettings

PHRASE = TELLING.index("phrase") + 1
BY_NAME: tuple[Shared, ...] = tuple(sorted(TELLING))
"""Of two kinds with as many words the first by name is that of a piece."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Pieces with their evidence of copied prose, and the public kind that most of their other words have.

    `evidence` sums the weights of a piece's words of prose, `whole` those of all pieces of its pair, where each
    distinct word counts once, since a phrase of the topic comes again and again.
    """

    evidence: NDArray[np.float64]
    whole: NDArray[np.float64]
    prose: I64
    public: I64
    kind: I64

    def copied(self, using: TraceSettings) -> NDArray[np.bool_]:
        """Whether each piece is copied prose, once the evidence of all that its two reports share is known.

        In a pair that surely copies, plain sentences are copied too; in one that just reaches the mark, names and
        phrases may still be what any two reports share.
        """
        plain = (self.prose > self.public) & (self.whole >= 2 * using.enough)
        told: NDArray[np.bool_] = (self.whole >= using.enough) & ((self.evidence >= using.enough_of_a_piece) | plain)
        return told


def copies_of(shared: Pairs, words: Table, kinds: NDArray[np.int8], using: TraceSettings) -> Iterator[Copy]:
    """What each pair of reports shares, decided; `kinds` are the public words, as `spread` gives them."""
    at = marks(words.witnesses)
    own = np.concatenate(([0], np.cumsum(words.inside & (kinds == 0))))
    stock = near_stock_phrases(words)
    for block in shared.blocks():
        found = matches(words, block)
        cut = pieces(words, block, found)
        judged = judge(words, found, cut, kinds, stock, using)
        yield from _records(block, words, own, cut, judged, judged.copied(using), edges(words, at, found, cut))


# --- evidence -----------------------------------------------------------------------------------------


def judge(
    words: Table,
    found: Matches,
    cut: Pieces,
    kinds: NDArray[np.int8],
    stock: NDArray[np.bool_],
    using: TraceSettings,
) -> Judged:
    """Weigh the pieces; `stock` tells the words near phrases that reporters share without copying."""
    piece = np.repeat(np.arange(cut.size.size), cut.size)
    match = np.repeat(cut.first - (np.cumsum(cut.size) - cut.size), cut.size) + np.arange(piece.size)
    a, b, run = found.a[match], found.b[match], found.run[match]
    # The kind that says more of where words come from: one report gives as a quote what the other gives as a post.
    kind = np.maximum(kinds[a], kinds[b]).astype(np.int64)
    kind[(kind == 0) & in_stock_phrases(words, cut, piece, a, stock)] = PHRASE
    prose = kind == 0
    weight = np.zeros(piece.size)
    parted = (np.diff(piece) != 0) | (np.diff(run) != 0) | np.diff(prose)
    stretch = np.cumsum(np.append(True, parted)[: piece.size])
    weight[prose] = weighed(words, kinds, stretch[prose], a[prose], b[prose], using)
    total = cut.size.size
    by_kind = np.stack(
        [np.bincount(piece[kind == TELLING.index(name) + 1], minlength=total) for name in BY_NAME], axis=1
    )
    evidence = summed(piece, weight, total)
    telling = evidence[piece] >= using.enough_of_a_piece
    pairs = int(cut.pair.max(initial=-1)) + 1
    whole = evidence_of_pairs(cut.pair[piece[telling]], words.form[a[telling]], weight[telling], pairs)
    return Judged(
        evidence=evidence,
        whole=whole[cut.pair],
        prose=np.bincount(piece[prose], minlength=total),
        public=by_kind.sum(axis=1),
        kind=np.argmax(by_kind, axis=1),
    )


def weighed(
    words: Table,
    kinds: NDArray[np.int8],
    stretch: I64,
    a: I64,
    b: I64,
    using: TraceSettings,
) -> NDArray[np.float64]:
    """How much each matched word of prose speaks for copying: from 0 to 1, more in the frame of a quotation.

    They stand in unbroken stretches, numbered rising by `stretch`; those of short ones count nothing.
    """
    first = np.flatnonzero(np.append(True, np.diff(stretch) != 0)[: a.size])
    size = np.diff(np.append(first, a.size))
    last = first + size - 1
    in_frame = framed(words, kinds, a[first], a[last]) & framed(words, kinds, b[first], b[last])
    factor = np.where(in_frame, using.frame_factor, 1.0) * (size >= using.shortest_run)
    name = words.counted[a] | (words.named[a] & words.named[b])
    weight: NDArray[np.float64] = np.repeat(factor, size) * np.where(
        name, words.rare[a] * using.name_weight, words.rare[a]
    )
    return weight


def framed(words: Table, kinds: NDArray[np.int8], first: I64, last: I64) -> NDArray[np.bool_]:
    """Whether public words of the same report stand right before and right behind the words from `first` to `last`."""
    before, after = first - 1, np.minimum(last + 1, words.report.size - 1)
    inside = (before >= 0) & (last + 1 < words.report.size)
    inside &= (words.report[before] == words.report[first]) & (words.report[after] == words.report[first])
    told: NDArray[np.bool_] = inside & (kinds[before] > 0) & (kinds[after] > 0)
    return told


def near_stock_phrases(words: Table) -> NDArray[np.bool_]:
    """Whether each word begins in a phrase that reporters share without copying."""
    near = np.zeros(words.start.size, np.bool_)
    for number, witness in enumerate(words.witnesses):
        for phrase in STOCK.finditer(witness.text):
            first, end = words.word_at(np.array([number, number]), np.array(phrase.span())).tolist()
            near[first:end] = True
    return near


def in_stock_phrases(words: Table, cut: Pieces, piece: I64, a: I64, near: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether each matched word begins in such a phrase that its piece holds as a whole."""
    told = np.zeros(a.size, np.bool_)
    begins = np.cumsum(cut.size) - cut.size
    for i in np.unique(piece[near[a]]).tolist():
        rows = slice(begins[i], begins[i] + cut.size[i])
        place = words.start[a[rows]]
        text = words.witnesses[int(words.report[a[begins[i]]])].text
        for phrase in STOCK.finditer(text, *cut.a[i].tolist()):
            told[rows] |= (phrase.start() <= place) & (place < phrase.end())
    return told


def evidence_of_pairs(pair: I64, form: I64, weight: NDArray[np.float64], total: int) -> NDArray[np.float64]:
    """The evidence of each of `total` pairs: the highest weight of each distinct word, summed in their order.

    Given are the words of pieces that are evidence by themselves: scattered names and phrases make no copy together.
    """
    if not pair.size:
        return np.zeros(total)
    distinct, first, which = np.unique(keyed(pair, form), return_index=True, return_inverse=True)
    best = np.zeros(distinct.size)
    np.maximum.at(best, which, weight)
    order = np.argsort(first)
    return summed(pair[first[order]], best[order], total)


def summed(group: I64, weight: NDArray[np.float64], total: int = 0) -> NDArray[np.float64]:
    """The sums of the weights of each group, in their order: the last digit must not depend on the machine."""
    return np.bincount(group, weight, total).astype(np.float64, copy=False)


# --- records ------------------------------------------------------------------------------------------


def _records(
    block: Pairs,
    words: Table,
    own: I64,
    cut: Pieces,
    judged: Judged,
    copied: NDArray[np.bool_],
    beside: tuple[Edges, Edges],
) -> Iterator[Copy]:
    """The pairs of a block as records."""
    spans = [_with_edges(span, side, copied, beside) for side, span in (("a", cut.a), ("b", cut.b))]
    covered = [
        _covered(words, own, len(block.pairs), cut.pair[copied], block.pairs[cut.pair[copied], side], span[copied])
        for side, span in enumerate(spans)
    ]
    found = _passages(block, cut, judged, copied, beside, spans)
    ends = np.searchsorted(cut.pair, np.arange(len(block.pairs)), side="right").tolist()
    prose = [int(own[end] - own[start]) for start, end in _extents(words)]
    start = 0
    for (left, right), end, in_a, in_b in zip(block.pairs.tolist(), ends, *covered, strict=True):
        yield Copy(
            a=words.witnesses[left].id,
            b=words.witnesses[right].id,
            share_a=_part(in_a, prose[left]),
            share_b=_part(in_b, prose[right]),
            passages=tuple(next(found) for _ in range(start, end)),
        )
        start = end


def _part(covered: int, own: int) -> float:
    return round(covered / own, 4) if own else 0.0


def _extents(words: Table) -> list[tuple[int, int]]:
    ends = np.searchsorted(words.report, np.arange(len(words.witnesses)), side="right").tolist()
    return list(zip([0, *ends], ends, strict=False))


def _with_edges(span: I64, side: str, copied: NDArray[np.bool_], beside: tuple[Edges, Edges]) -> I64:
    """The spans of the pieces, copied ones with the edges that they have."""
    head, tail = beside
    starts = np.where(copied & head.present, getattr(head, side)[:, 0], span[:, 0])
    ends = np.where(copied & tail.present, getattr(tail, side)[:, 1], span[:, 1])
    return np.stack([starts, ends], axis=1)


def _covered(words: Table, own: I64, pairs: int, pair: I64, report: I64, spans: I64) -> list[int]:
    """For each pair: how many words of the report's own prose lie in the given spans, each counted once."""
    first, end = words.word_at(report, spans[:, 0]), words.word_at(report, spans[:, 1])
    order = np.lexsort((first, pair))
    pair, first, end = pair[order], first[order], end[order]
    reached = np.maximum.accumulate(keyed(pair, end)) - keyed(pair, np.zeros_like(pair)) if pair.size else end
    begin = first.copy()
    same = np.flatnonzero(np.diff(pair) == 0) + 1
    begin[same] = np.maximum(first[same], reached[same - 1])
    counts = np.where(end > begin, own[end] - own[np.minimum(begin, end)], 0)
    covered: list[int] = np.bincount(pair, counts, pairs).astype(np.int64).tolist()
    return covered


def _passages(
    block: Pairs,
    cut: Pieces,
    judged: Judged,
    copied: NDArray[np.bool_],
    beside: tuple[Edges, Edges],
    spans: list[I64],
) -> Iterator[SharedPassage]:
    """The pieces as records, in order."""
    variants = block.of.variants
    columns = (
        spans[0].tolist(),
        spans[1].tolist(),
        copied.tolist(),
        judged.kind.tolist(),
        cut.size.tolist(),
        cut.variants.tolist(),
        judged.prose.tolist(),
        judged.evidence.tolist(),
        _edge_variants(copied, beside[0]),
        _edge_variants(copied, beside[1]),
    )
    for a, b, is_copy, kind, size, (low, high), prose, evidence, head, tail in zip(*columns, strict=True):
        places = variants[low:high].tolist() if high > low else ()
        inner = [Variant(a=Span(s, e), b=Span(t, f)) for s, e, t, f in places]
        because = f"{prose} of {size} shared words are outside of quotations and phrases"
        yield SharedPassage(
            a=Span(*a),
            b=Span(*b),
            shared="copy" if is_copy else BY_NAME[kind],
            words=size,
            variants=(*head, *inner, *tail),
            because=(because, f"evidence {evidence:.1f}") if is_copy or prose else (because,),
        )


def _edge_variants(copied: NDArray[np.bool_], edge: Edges) -> list[tuple[Variant, ...]]:
    """For each piece its edge as a variant, or none."""
    made: list[tuple[Variant, ...]] = [()] * copied.size
    for i in np.flatnonzero(copied & edge.present).tolist():
        made[i] = (Variant(a=Span(*edge.a[i].tolist()), b=Span(*edge.b[i].tolist())),)
    return made
