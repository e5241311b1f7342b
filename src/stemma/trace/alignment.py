"""Shared passages, word by word and cut at sentence ends: the pieces on which copy or public words is decided."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stemma.model import Annotations, Passage, Span, Variant
from stemma.text.words import words

SMALLEST_PIECE = 3
"""Fewer matched words at a sentence's edge belong to the neighbouring piece, or to nothing."""

SMALLEST_WITH_EDGES = 8
"""Matched words from which the words beside a piece are read as other readings of the same place."""
WIDEST_EDGE = 10
"""Words on a side; longer ones are another clause, not another wording."""
CLAUSE_MARK = re.compile(r"[,;:.!?()\[\]“”\"«»–—…]| - | -- ")


@dataclass(frozen=True, slots=True)
class Witness:
    """One report of a story, with its words and sentences at hand for look-up."""

    note: Annotations
    words: tuple[Span, ...]
    word_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]

    @property
    def id(self) -> str:
        """The report's id."""
        return self.note.report.id

    @property
    def text(self) -> str:
        """The report's text."""
        return self.note.report.text

    def words_in(self, span: Span) -> Sequence[Span]:
        """The word tokens that begin inside `span`."""
        return self.words[bisect_left(self.word_starts, span.start) : bisect_left(self.word_starts, span.end)]

    def word_before(self, place: int) -> Span | None:
        """The last word that begins before `place`."""
        i = bisect_left(self.word_starts, place)
        return self.words[i - 1] if i else None

    def word_after(self, place: int) -> Span | None:
        """The first word that begins at `place` or later."""
        i = bisect_left(self.word_starts, place)
        return self.words[i] if i < len(self.words) else None

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that begins at or last before `place`; -1 before the first."""
        return bisect_right(self.sentence_starts, place) - 1


def witness(note: Annotations) -> Witness:
    """A report made ready for look-up."""
    tokens = words(note.report.text)
    return Witness(note, tokens, tuple(w.start for w in tokens), tuple(s.start for s in note.sentences))


@dataclass(frozen=True, slots=True)
class Matched:
    """One word that both reports have at this place of a passage; `run` numbers unbroken stretches."""

    a: Span
    b: Span
    run: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What one sentence of a shares with one sentence of b."""

    a: Span
    b: Span
    sentence_a: int
    sentence_b: int
    matched: tuple[Matched, ...]
    variants: tuple[Variant, ...]


def matched_words(passage: Passage, a: Witness, b: Witness) -> Iterator[Matched]:
    """The words of a passage that lie outside of its variants, paired in order."""
    at_a, at_b = passage.a.start, passage.b.start
    edges = [
        *((v.a, v.b) for v in passage.variants),
        (Span(passage.a.end, passage.a.end), Span(passage.b.end, passage.b.end)),
    ]
    for run, (gap_a, gap_b) in enumerate(edges):
        left, right = a.words_in(Span(at_a, gap_a.start)), b.words_in(Span(at_b, gap_b.start))
        for i, word in enumerate(left):
            if right:
                yield Matched(word, right[i if len(left) == len(right) else i * len(right) // len(left)], run)
        at_a, at_b = gap_a.end, gap_b.end


def pieces(passage: Passage, a: Witness, b: Witness) -> list[Piece]:
    """The passage cut where either report ends a sentence."""
    groups: list[tuple[tuple[int, int], list[Matched]]] = []
    for match in matched_words(passage, a, b):
        key = (a.sentence_at(match.a.start), b.sentence_at(match.b.start))
        if groups and groups[-1][0] == key:
            groups[-1][1].append(match)
        else:
            groups.append((key, [match]))
    kept = [(key, found) for key, found in groups if len(found) >= SMALLEST_PIECE]
    return [piece_of(key, found, passage.variants) for key, found in kept]


def piece_of(key: tuple[int, int], found: list[Matched], variants: Sequence[Variant]) -> Piece:
    """A piece from its matched words, with the variants that lie between them."""
    span_a, span_b = Span(found[0].a.start, found[-1].a.end), Span(found[0].b.start, found[-1].b.end)
    inner = tuple(v for v in variants if within(v.a, span_a) and within(v.b, span_b))
    return Piece(span_a, span_b, *key, tuple(found), inner)


def with_edges(piece: Piece, a: Witness, b: Witness) -> Piece:
    """The piece with the clauses before and behind it in its sentences, where both reports word them differently.

    What an outlet changes at the end of a sentence ("a war by …" for "civil war") has no shared words behind it that
    would make a variant of it.
    """
    if len(piece.matched) < SMALLEST_WITH_EDGES:
        return piece
    sentence_a, sentence_b = a.note.sentences[piece.sentence_a], b.note.sentences[piece.sentence_b]
    tail = Variant(a=clause_after(a, piece.a.end, sentence_a.end), b=clause_after(b, piece.b.end, sentence_b.end))
    head = Variant(
        a=clause_before(a, sentence_a.start, piece.a.start), b=clause_before(b, sentence_b.start, piece.b.start)
    )
    variants, span_a, span_b = piece.variants, piece.a, piece.b
    if is_edit(head, a, b):
        variants, span_a, span_b = (head, *variants), Span(head.a.start, span_a.end), Span(head.b.start, span_b.end)
    if is_edit(tail, a, b):
        variants, span_a, span_b = (*variants, tail), Span(span_a.start, tail.a.end), Span(span_b.start, tail.b.end)
    return replace(piece, a=span_a, b=span_b, variants=variants)


def clause_after(of: Witness, place: int, end: int) -> Span:
    """The words from `place` to the next mark that parts clauses, or to `end`."""
    mark = CLAUSE_MARK.search(of.text, place, end)
    found = of.words_in(Span(place, mark.start() if mark else end))
    return Span(found[0].start, found[-1].end) if found else Span(place, place)


def clause_before(of: Witness, start: int, place: int) -> Span:
    """The words from the last mark that parts clauses, or from `start`, to `place`."""
    for mark in CLAUSE_MARK.finditer(of.text, start, place):
        start = mark.end()
    found = of.words_in(Span(start, place))
    return Span(found[0].start, found[-1].end) if found else Span(place, place)


def is_edit(variant: Variant, a: Witness, b: Witness) -> bool:
    """Whether both sides have words and few enough to be readings of one place."""
    return 0 < len(a.words_in(variant.a)) <= WIDEST_EDGE and 0 < len(b.words_in(variant.b)) <= WIDEST_EDGE


def within(inner: Span, outer: Span) -> bool:
    """Whether `inner` lies inside of `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end
