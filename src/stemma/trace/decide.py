"""Copy or public words: the decision on each passage that two reports share.

Run length decides nothing by itself: public words run long, and real copying may be two runs of seven words. What
counts is how much of a reporter's own wording two reports have in common: rare words outside of quotations, posts,
statements, names and stock phrases.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.lang.public import REPORTING, STOCK
from stemma.model import Copy, Passage, Shared, SharedPassage, Span
from stemma.text.frequency import background
from stemma.trace.alignment import Matched, Piece, Witness, pieces, with_edges
from stemma.trace.public import Words
from stemma.trace.settings import TraceSettings

COMMON, RARE = 2.0, 5.0
"""Inverse document frequencies (nats) up to which a word is no evidence, and from which it is full evidence."""

TELLING: tuple[Shared, ...] = ("phrase", "quote", "statement", "post")
"""Kinds of public words, from the one that tells least of where they come from to that which tells most."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece with its evidence of copied prose, and the public kind that most of its other words have."""

    piece: Piece
    weights: tuple[tuple[str, float], ...]
    prose: int
    public: int
    kind: Shared

    @property
    def evidence(self) -> float:
        """The summed weights of the piece's words of prose."""
        return sum(weight for _, weight in self.weights)


def judged_pieces(
    passages: Iterable[Passage], a: Witness, b: Witness, public: Mapping[str, Words], using: TraceSettings
) -> list[Judged]:
    """The pieces of all passages that two reports share, judged one by one."""
    return [judge(piece, a, b, public, using) for passage in passages for piece in pieces(passage, a, b)]


def judge(piece: Piece, a: Witness, b: Witness, public: Mapping[str, Words], using: TraceSettings) -> Judged:
    """Weigh one piece."""
    kinds: list[Shared] = []
    weights: list[tuple[str, float]] = []
    prose = 0
    stock = stock_spans(a.text, piece.a)
    for stretch in prose_stretches(piece.matched, public[a.id], public[b.id], stock, kinds):
        prose += len(stretch)
        if len(stretch) >= using.shortest_run:
            factor = using.frame_factor if framed(stretch, (a, public[a.id]), (b, public[b.id])) else 1.0
            weights += [(folded(word.a, a), factor * weight(word, a, b, using)) for word in stretch]
    kind = max(sorted(set(kinds)), key=kinds.count) if kinds else "phrase"
    return Judged(piece, tuple(weights), prose, len(kinds), kind)


def framed(stretch: Sequence[Matched], *sides: tuple[Witness, Words]) -> bool:
    """Whether the stretch stands between two parts of a quotation that both reports break at the same places."""
    spans = (Span(stretch[0].a.start, stretch[-1].a.end), Span(stretch[0].b.start, stretch[-1].b.end))
    for span, (of, public) in zip(spans, sides, strict=True):
        before, after = of.word_before(span.start), of.word_after(span.end)
        if before is None or after is None:
            return False
        if public.kind_at(before.start) is None or public.kind_at(after.start) is None:
            return False
    return True


def folded(span: Span, of: Witness) -> str:
    """The word at a span, folded."""
    return of.text[span.start : span.end].casefold()


def evidence_of(judged: Iterable[Judged]) -> float:
    """The evidence of a pair: each distinct word once, since a phrase of the topic comes again and again."""
    best: dict[str, float] = {}
    for one in judged:
        for form, weight in one.weights:
            best[form] = max(weight, best.get(form, 0.0))
    return sum(best.values())


def prose_stretches(
    matched: Sequence[Matched], in_a: Words, in_b: Words, stock: Sequence[Span], kinds: list[Shared]
) -> list[list[Matched]]:
    """Unbroken stretches of matched words that are public in neither report; the kinds of the others go to `kinds`."""
    stretches: list[list[Matched]] = []
    going = -1
    for word in matched:
        kind = most_telling(in_a.kind_at(word.a.start), in_b.kind_at(word.b.start))
        if kind is None and any(s.start <= word.a.start < s.end for s in stock):
            kind = "phrase"
        if kind is not None:
            kinds.append(kind)
            going = -1
        elif going == word.run:
            stretches[-1].append(word)
        else:
            stretches.append([word])
            going = word.run
    return stretches


def most_telling(first: Shared | None, second: Shared | None) -> Shared | None:
    """The kind that says more of where words come from: one report gives as a quote what the other gives as a post."""
    if first is None or second is None:
        return first or second
    return max(first, second, key=TELLING.index)


def stock_spans(text: str, span: Span) -> list[Span]:
    """The stock phrases in a span."""
    return [Span(*match.span()) for match in STOCK.finditer(text, span.start, span.end)]


def weight(word: Matched, a: Witness, b: Witness, using: TraceSettings) -> float:
    """How much one matched word of prose speaks for copying, from 0 to 1."""
    left, right = a.text[word.a.start : word.a.end], b.text[word.b.start : word.b.end]
    if left.casefold() in REPORTING:
        return 0.0
    rare = background().weight(left)
    if left[0].isdigit() or (left[0].isupper() and right[0].isupper()):
        return rare * using.name_weight
    return rare


def shared_passage(judged: Judged, whole: float, a: Witness, b: Witness, using: TraceSettings) -> SharedPassage:
    """The piece as what it is, once the evidence of all that its two reports share is known.

    In a pair that surely copies, plain sentences are copied too; in one that just reaches the mark, names and phrases
    may still be what any two reports share.
    """
    copied = whole >= using.enough and (
        judged.evidence >= using.enough_of_a_piece or (judged.prose > judged.public and whole >= 2 * using.enough)
    )
    shared: Shared = "copy" if copied else judged.kind
    piece = with_edges(judged.piece, a, b) if copied else judged.piece
    return SharedPassage(
        a=piece.a,
        b=piece.b,
        shared=shared,
        words=len(piece.matched),
        variants=piece.variants,
        because=reasons(judged, copied),
    )


def reasons(judged: Judged, copied: bool) -> tuple[str, ...]:
    """The figures behind the decision on one piece."""
    of = f"{judged.prose} of {len(judged.piece.matched)} shared words are outside of quotations and phrases"
    return (of, f"evidence {judged.evidence:.1f}") if copied or judged.prose else (of,)


def copy_of(
    a: Witness, b: Witness, judged: Sequence[Judged], public: Mapping[str, Words], using: TraceSettings
) -> Copy:
    """What two reports share, decided."""
    whole = evidence_of(judged)
    found = tuple(shared_passage(j, whole, a, b, using) for j in judged)
    spans = [(p.a, p.b) for p in found if p.shared == "copy"]
    return Copy(
        a=a.id,
        b=b.id,
        share_a=share(a, [s for s, _ in spans], public[a.id]),
        share_b=share(b, [s for _, s in spans], public[b.id]),
        passages=found,
    )


def share(of: Witness, spans: Iterable[Span], public: Words) -> float:
    """The part of a report's own prose, in words, that lies in the given spans."""
    own = {w.start for s in of.note.sentences for w in of.words_in(s) if public.kind_at(w.start) is None}
    covered = {w.start for s in spans for w in of.words_in(s)} & own
    return round(len(covered) / len(own), 4) if own else 0.0
