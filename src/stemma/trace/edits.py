"""The edit lens: what outlets cut, added, moved, re-attributed or reworded in copy that they share.

For each origin its fullest witness is the base, and every other report of it is read against the base: so sixty
reports give fifty-nine comparisons. Wording that changes meaning comes first; spelling comes last.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from stemma.lang.public import NEGATION, NUMBERS, REPORTING
from stemma.model import Copy, Edit, EditKind, Origin, Place, SharedPassage, Span, Variant
from stemma.text.frequency import background
from stemma.trace.alignment import Witness
from stemma.trace.decide import COMMON, RARE
from stemma.trace.public import Words

SAME_SPELLING = 80.0
"""Similarity (0 to 100) from which two words are one in two spellings, as "defence" and "defense" are."""
LOST_MARKS = 5
"""So many matched words between marks in one report and without marks in the other are a lost quotation."""

SPELLING = 0.02
ONE_SIDED = 0.6
"""What words without a counterpart weigh beside words that replace others."""
NAME = 0.4
"""What a name weighs beside a rare word: reports name people more and less fully without changing the meaning."""

BASE_WEIGHT: Mapping[EditKind, float] = {
    "polarity": 0.9,
    "figure": 0.85,
    "reattributed": 0.75,
    "reworded": 0.1,
    "cut": 0.1,
    "added": 0.1,
    "moved": 0.05,
}
"""Where each kind begins in the order; the rarity of the words concerned does the rest."""


def edits(
    copies: Sequence[Copy], origins: Sequence[Origin], witnesses: Mapping[str, Witness], public: Mapping[str, Words]
) -> tuple[Edit, ...]:
    """All edits of a story, heaviest first."""
    by_pair = {(copy.a, copy.b): copy for copy in copies}
    found: list[Edit] = []
    for origin in origins:
        if origin.kind not in ("credited", "inferred"):
            continue
        base, *others = by_fullness(origin)
        for other in others:
            copy = by_pair.get((base, other))
            copy = copy or turned(by_pair.get((other, base)))
            if copy is not None:
                passages = [p for p in copy.passages if p.shared == "copy"]
                found += between(passages, witnesses[base], witnesses[other], public)
    unique = {(e.kind, e.a, e.b): e for e in found}
    return tuple(sorted(unique.values(), key=lambda e: (-e.weight, e.a.report, e.b.report, e.a.span, e.b.span, e.kind)))


def by_fullness(origin: Origin) -> list[str]:
    """The reports of an origin, the one with most of its text first."""
    size: dict[str, int] = {}
    for place in origin.passages:
        size[place.report] = size.get(place.report, 0) + place.span.end - place.span.start
    return sorted(size, key=lambda report: (-size[report], report))


def turned(copy: Copy | None) -> Copy | None:
    """The same copy seen from its other side."""
    if copy is None:
        return None
    passages = tuple(
        SharedPassage(
            a=p.b,
            b=p.a,
            shared=p.shared,
            words=p.words,
            variants=tuple(Variant(a=v.b, b=v.a) for v in p.variants),
            because=p.because,
        )
        for p in sorted(copy.passages, key=lambda p: (p.b, p.a))
    )
    return Copy(a=copy.b, b=copy.a, share_a=copy.share_b, share_b=copy.share_a, passages=passages)


def between(passages: Sequence[SharedPassage], a: Witness, b: Witness, public: Mapping[str, Words]) -> Iterator[Edit]:
    """The edits between two reports that share copy."""
    for passage in passages:
        for variant in passage.variants:
            yield reworded(variant, a, b)
        yield from unmarked(passage, a, b, public)
    yield from moved(passages, a, b)
    yield from cut_and_added(passages, a, b)


def reworded(variant: Variant, a: Witness, b: Witness) -> Edit:
    """One place where two readings differ, classed by what the words do."""
    kind, weight, because = classed(form(a, variant.a), form(b, variant.b))
    return edit(kind, a, variant.a, b, variant.b, weight, because)


def form(of: Witness, span: Span) -> list[str]:
    """The words of a span, as written."""
    return [of.text[w.start : w.end] for w in of.words_in(span)]


def classed(left: Sequence[str], right: Sequence[str]) -> tuple[EditKind, float, str]:
    """Kind, weight and reason of the change from `left` to `right`."""
    in_left, in_right = [w.casefold() for w in left], [w.casefold() for w in right]
    gone = [w for w in left if w.casefold() not in in_right]
    come = [w for w in right if w.casefold() not in in_left]
    weight = heaviness([w for w in gone if not akin(w, come)] + [w for w in come if not akin(w, gone)])
    if negated(gone) != negated(come):
        return "polarity", at_least("polarity", weight), "a negation comes or goes"
    if numbers(gone) and numbers(come):
        return "figure", at_least("figure", weight), "another number"
    if reports(gone) != reports(come):
        return "reattributed", at_least("reattributed", weight), "words that say who said it come or go"
    if left and right and fuzz.ratio(" ".join(in_left), " ".join(in_right)) >= SAME_SPELLING:
        return "reworded", SPELLING, "spelling"
    if left and right:
        return "reworded", at_least("reworded", weight), "other words at the same place"
    kind: EditKind = "cut" if left else "added"
    return kind, at_least(kind, ONE_SIDED * weight), f"words only in {'the first' if left else 'the second'}"


def negated(words: Sequence[str]) -> bool:
    """Whether an odd number of the words turns a sentence round."""
    return sum(w.casefold() in NEGATION or w.casefold().endswith(("n't", "n’t")) for w in words) % 2 == 1


def numbers(words: Sequence[str]) -> bool:
    """Whether one of the words is a number, in digits or letters, exact or vague."""
    return any(w[0].isdigit() or w.casefold() in NUMBERS for w in words)


def reports(words: Sequence[str]) -> bool:
    """Whether one of the words says that somebody said something."""
    return any(w.casefold() in REPORTING for w in words)


def akin(word: str, others: Sequence[str]) -> bool:
    """Whether one of the others is the word in another form, as "shored" is of "shore"."""
    folded = word.casefold()
    return any(folded[:4] == w[:4] and fuzz.ratio(folded, w) >= SAME_SPELLING for w in map(str.casefold, others))


def at_least(kind: EditKind, weight: float) -> float:
    """The weight of a kind, raised by the words concerned."""
    return round(BASE_WEIGHT[kind] + (1 - BASE_WEIGHT[kind]) * weight, 3)


def heaviness(words: Sequence[str]) -> float:
    """How much meaning words carry, from 0 to 1: each rare word takes away a third of what is missing."""
    carried = sum(NAME if w[0].isupper() else rarity(w) for w in words)
    return 1 - math.exp(-carried / 2.5)


def rarity(word: str) -> float:
    """From 0 for a function word to 1 for a rare one."""
    return min(1.0, max(0.0, (background().rarity(word.casefold()) - COMMON) / (RARE - COMMON)))


def unmarked(passage: SharedPassage, a: Witness, b: Witness, public: Mapping[str, Words]) -> Iterator[Edit]:
    """Somebody's words between marks in one report, without marks or announcement in the other."""
    marked_a, marked_b = quoted_words(a, passage.a, public), quoted_words(b, passage.b, public)
    if passage.words >= LOST_MARKS and (marked_a == 0) != (marked_b == 0) and max(marked_a, marked_b) >= LOST_MARKS:
        where = "second" if marked_a else "first"
        because = f"{max(marked_a, marked_b)} words that one report gives as somebody's are the {where} report's own"
        yield edit("reattributed", a, passage.a, b, passage.b, 0.95, because)


def quoted_words(of: Witness, span: Span, public: Mapping[str, Words]) -> int:
    """How many words of a span the report itself marks as somebody's."""
    return sum(public[of.id].kind_at(w.start) is not None for w in of.words_in(span))


def moved(passages: Sequence[SharedPassage], a: Witness, b: Witness) -> Iterator[Edit]:
    """Sentences that stand elsewhere in the order of the other report (those outside of the longest common order)."""
    ordered = sorted(passages, key=lambda p: (p.a, p.b))
    keep = longest_rising([p.b.start for p in ordered])
    for i, passage in enumerate(ordered):
        if i not in keep:
            yield edit("moved", a, passage.a, b, passage.b, BASE_WEIGHT["moved"], "another place in the order")


def longest_rising(values: Sequence[int]) -> set[int]:
    """The places of a longest rising subsequence, in quadratic time of the few passages that two reports share."""
    best: list[tuple[int, int]] = []
    for i, value in enumerate(values):
        length, before = max(((best[j][0], j) for j in range(i) if values[j] <= value), default=(0, -1))
        best.append((length + 1, before))
    place = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    kept: set[int] = set()
    while place >= 0:
        kept.add(place)
        place = best[place][1]
    return kept


def cut_and_added(passages: Sequence[SharedPassage], a: Witness, b: Witness) -> Iterator[Edit]:
    """Whole sentences between two shared ones that only one of the reports has."""
    ordered = sorted(passages, key=lambda p: (p.a, p.b))
    for before, after in pairwise(ordered):
        last_a, last_b = a.sentence_at(before.a.end - 1), b.sentence_at(before.b.end - 1)
        next_a, next_b = a.sentence_at(after.a.start), b.sentence_at(after.b.start)
        only_a, only_b = next_a - last_a - 1, next_b - last_b - 1
        if only_a > 0 and only_b == 0:
            span = Span(a.note.sentences[last_a + 1].start, a.note.sentences[next_a - 1].end)
            place = Span(before.b.end, before.b.end)
            yield edit("cut", a, span, b, place, *whole_sentences("cut", form(a, span), only_a))
        if only_b > 0 and only_a == 0:
            span = Span(b.note.sentences[last_b + 1].start, b.note.sentences[next_b - 1].end)
            place = Span(before.a.end, before.a.end)
            yield edit("added", a, place, b, span, *whole_sentences("added", form(b, span), only_b))


def whole_sentences(kind: EditKind, words: Sequence[str], count: int) -> tuple[float, str]:
    """Weight and reason of whole sentences that one report has and the other has not."""
    attributed = reports(words)
    because = f"{count} whole sentence{'s' if count > 1 else ''}" + (" with words of a speaker" if attributed else "")
    return at_least(kind, 0.5 if attributed else 0.35), because


def edit(kind: EditKind, a: Witness, span_a: Span, b: Witness, span_b: Span, weight: float, because: str) -> Edit:
    """An edit record."""
    return Edit(
        kind=kind,
        a=Place(report=a.id, span=span_a),
        b=Place(report=b.id, span=span_b),
        weight=weight,
        because=(because,),
    )
