"""The edit lens: what outlets cut, added, moved, re-attributed or reworded in copy that they share.

For each origin its fullest witness is the base, and every other report of it is read against the base: so sixty
reports give fifty-nine comparisons. Wording that changes meaning comes first; spelling comes last.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from stemma.model import Copy, Edit, EditKind, Origin, SharedPassage, Span, Variant
from stemma.trace.alignment import Witness
from stemma.trace.edit import edit, form
from stemma.trace.origins import carriers
from stemma.trace.public import Words
from stemma.trace.speakers import OTHER_SPEAKER, other_speaker, unattributed, unmarked
from stemma.trace.wording import BASE_WEIGHT, at_least, classed, reports

WORDS_FOR_A_FRAME = 3
"""Words that may stand for "officials said"; where both reports have more, they say different things."""


def edits(
    copies: Sequence[Copy], origins: Sequence[Origin], witnesses: Mapping[str, Witness], marked: Mapping[str, Words]
) -> tuple[Edit, ...]:
    """All edits of a story, heaviest first; `marked` holds the words that each report itself gives as somebody's."""
    by_pair = {(copy.a, copy.b): copy for copy in copies}
    found: list[Edit] = []
    for origin in origins:
        if len(carriers(origin)) < 2:
            continue
        base, *others = by_fullness(origin)
        for other in others:
            copy = seen_from(base, other, by_pair)
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


def seen_from(base: str, other: str, by_pair: Mapping[tuple[str, str], Copy]) -> Copy | None:
    """What two reports share, with `base` as the first of them; none where they share nothing."""
    if (copy := by_pair.get((base, other))) is not None or (copy := by_pair.get((other, base))) is None:
        return copy
    return turned(copy)


def turned(copy: Copy) -> Copy:
    """The same copy seen from its other side."""
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
            yield reworded(variant, passage, a, b)
    yield from unmarked(passages, a, b, marked)
    yield from unattributed(copied, a, b)
    yield from moved(copied, a, b)
    yield from cut_and_added(passages, a, b)


def reworded(variant: Variant, passage: SharedPassage, a: Witness, b: Witness) -> Edit:
    """One place where two readings differ, classed by what the words do."""
    if other_speaker(variant, a, b):
        why = "another name beside the word of saying"
        return edit("reattributed", a, variant.a, b, variant.b, OTHER_SPEAKER, why)
    # At the edge of what is shared the words may belong to clauses that have nothing to do with each other.
    inside = passage.a.start < variant.a.start and variant.a.end < passage.a.end
    left, right = form(a, variant.a), form(b, variant.b)
    short = min(len(left), len(right)) <= WORDS_FOR_A_FRAME
    speaks = inside and short and not (attributed(a, variant.a) and attributed(b, variant.b))
    kind, weight, because = classed(left, right, turns=inside, speaks=speaks)
    return edit(kind, a, variant.a, b, variant.b, weight, because)


def attributed(of: Witness, span: Span) -> bool:
    """Whether the sentence of a span says that somebody said it."""
    number = of.sentence_at(span.start)
    return number >= 0 and reports(form(of, of.note.sentences[number]))


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
    """Whole sentences between two copied ones, or behind the last, that only one of the reports has anywhere.

    Behind the last one only where one report ends with it: two reports that both go on are two texts from there on.
    """
    shared_a = {a.sentence_at(p.a.start) for p in passages}
    shared_b = {b.sentence_at(p.b.start) for p in passages}
    copied = sorted((p for p in passages if p.shared == "copy"), key=lambda p: (p.a, p.b))
    ends = [(a.sentence_at(p.a.start), b.sentence_at(p.b.start)) for p in copied[1:]]
    if mostly_shared(a, shared_a) or mostly_shared(b, shared_b):
        ends.append((len(a.note.sentences), len(b.note.sentences)))
    for before, (end_a, end_b) in zip(copied, ends, strict=False):
        only_a = [n for n in range(a.sentence_at(before.a.end - 1) + 1, end_a) if n not in shared_a]
        only_b = [n for n in range(b.sentence_at(before.b.end - 1) + 1, end_b) if n not in shared_b]
        if only_a and not only_b:
            place = Span(before.b.end, before.b.end)
            for span, count in stretches(only_a, a):
                yield edit("cut", a, span, b, place, *whole_sentences("cut", form(a, span), count))
        if only_b and not only_a:
            place = Span(before.a.end, before.a.end)
            for span, count in stretches(only_b, b):
                yield edit("added", a, place, b, span, *whole_sentences("added", form(b, span), count))


def mostly_shared(of: Witness, shared: Set[int]) -> bool:
    """Whether a report has most of its sentences in common with another."""
    return 2 * len(shared) >= len(of.note.sentences)


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
    spoken = reports(words)
    because = f"{count} whole sentence{'s' if count > 1 else ''}" + (" with words of a speaker" if spoken else "")
    return at_least(kind, 0.5 if spoken else 0.35), because
