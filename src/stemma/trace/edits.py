"""The edit lens: what outlets cut, added, moved, re-attributed or reworded in copy that they share.

For each origin its fullest witness is the base, and every other report of it is read against the base: so sixty
reports give fifty-nine comparisons. Wording that changes meaning comes first; spelling comes last.
"""

import math
from collections import Counter
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
    copies: Sequence[Copy], origins: Sequence[Origin], witnesses: Mapping[str, Witness], marked: Mapping[str, Words]
) -> tuple[Edit, ...]:
    """All edits of a story, heaviest first; `marked` holds the words that each report itself gives as somebody's."""
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
                found += between(copy.passages, witnesses[base], witnesses[other], marked)
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


def between(passages: Sequence[SharedPassage], a: Witness, b: Witness, marked: Mapping[str, Words]) -> Iterator[Edit]:
    """The edits between two reports that share copy."""
    copied = [passage for passage in passages if passage.shared == "copy"]
    for passage in copied:
        for variant in passage.variants:
            yield reworded(variant, a, b)
    for passage in passages:
        yield from unmarked(passage, a, b, marked)
    yield from unattributed(copied, a, b)
    yield from moved(copied, a, b)
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


def unmarked(passage: SharedPassage, a: Witness, b: Witness, marked: Mapping[str, Words]) -> Iterator[Edit]:
    """Somebody's words between marks in one report, without marks or announcement in the other."""
    marked_a, marked_b = marked_words(a, passage.a, marked), marked_words(b, passage.b, marked)
    if passage.words >= LOST_MARKS and (marked_a == 0) != (marked_b == 0) and max(marked_a, marked_b) >= LOST_MARKS:
        where = "second" if marked_a else "first"
        because = f"{max(marked_a, marked_b)} words that one report gives as somebody's are the {where} report's own"
        yield edit("reattributed", a, passage.a, b, passage.b, 0.95, because)


def marked_words(of: Witness, span: Span, marked: Mapping[str, Words]) -> int:
    """How many words of a span the report itself marks as somebody's."""
    return sum(marked[of.id].kind_at(w.start) is not None for w in of.words_in(span))


def unattributed(passages: Sequence[SharedPassage], a: Witness, b: Witness) -> Iterator[Edit]:
    """Words beside a shared sentence that say who said it, where the other report gives the sentence as its own.

    Nothing shared stands behind such words, so no variant shows them.
    """
    for number_a, number_b, found in whole_pairs(passages, a, b):
        sentence_a, sentence_b = a.note.sentences[number_a], b.note.sentences[number_b]
        said_a, said_b = reports(form(a, sentence_a)), reports(form(b, sentence_b))
        if said_a and not said_b:
            for words, place in said_beside(a, sentence_a, [(p.a, p.b) for p in found]):
                yield edit("reattributed", a, words, b, place, *who_said("first", form(a, words)))
        elif said_b and not said_a:
            for words, place in said_beside(b, sentence_b, [(p.b, p.a) for p in found]):
                yield edit("reattributed", a, place, b, words, *who_said("second", form(b, words)))


def whole_pairs(
    passages: Sequence[SharedPassage], a: Witness, b: Witness
) -> Iterator[tuple[int, int, list[SharedPassage]]]:
    """Sentences that share passages with one sentence of the other report only: none of them was cut in two."""
    found: dict[tuple[int, int], list[SharedPassage]] = {}
    for passage in passages:
        found.setdefault((a.sentence_at(passage.a.start), b.sentence_at(passage.b.start)), []).append(passage)
    times_a, times_b = Counter(n for n, _ in found), Counter(n for _, n in found)
    for (number_a, number_b), shared in found.items():
        if times_a[number_a] == times_b[number_b] == 1:
            yield number_a, number_b, shared


def said_beside(of: Witness, sentence: Span, shared: Sequence[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """What a sentence has before and behind its shared spans, where that says who said it; the place it lacks there."""
    (first, other_first), (last, other_last) = min(shared), max(shared, key=lambda pair: pair[0].end)
    for rest, place in (
        (Span(sentence.start, first.start), other_first.start),
        (Span(last.end, sentence.end), other_last.end),
    ):
        words = of.words_in(rest)
        if reports(form(of, rest)):
            yield Span(words[0].start, words[-1].end), Span(place, place)


def who_said(only: str, words: Sequence[str]) -> tuple[float, str]:
    """Weight and reason of words that say who said it."""
    return at_least("reattributed", heaviness(words)), f"only the {only} report says who said it"


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
    """Whole sentences between two copied ones that only one of the reports has, there or elsewhere."""
    shared_a = {a.sentence_at(p.a.start) for p in passages}
    shared_b = {b.sentence_at(p.b.start) for p in passages}
    copied = sorted((p for p in passages if p.shared == "copy"), key=lambda p: (p.a, p.b))
    for before, after in pairwise(copied):
        between_a = range(a.sentence_at(before.a.end - 1) + 1, a.sentence_at(after.a.start))
        between_b = range(b.sentence_at(before.b.end - 1) + 1, b.sentence_at(after.b.start))
        only_a = [n for n in between_a if n not in shared_a]
        only_b = [n for n in between_b if n not in shared_b]
        if only_a and not only_b:
            place = Span(before.b.end, before.b.end)
            for span, count in stretches(only_a, a):
                yield edit("cut", a, span, b, place, *whole_sentences("cut", form(a, span), count))
        if only_b and not only_a:
            place = Span(before.a.end, before.a.end)
            for span, count in stretches(only_b, b):
                yield edit("added", a, place, b, span, *whole_sentences("added", form(b, span), count))


def stretches(numbers: Sequence[int], of: Witness) -> Iterator[tuple[Span, int]]:
    """Spans of sentences that follow one another, with how many they are."""
    sentences = of.note.sentences
    start = 0
    for i, number in enumerate(numbers):
        if i + 1 == len(numbers) or numbers[i + 1] != number + 1:
            yield Span(sentences[numbers[start]].start, sentences[number].end), i + 1 - start
            start = i + 1


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
