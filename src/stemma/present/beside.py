"""Two reports side by side: which sentences face each other, and which of their words differ."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.model import Annotations, Copy, Shared, SharedPassage, Span
from stemma.present.shown import has_words

LEAST_OVERLAP = 0.25
"""Part of the shorter sentence that two sentences must share to face each other: less is a phrase in passing."""

CHANGED, EXTRA, PUBLIC, GAP = range(4)
"""Kinds of mark: reworded; without a match inside a matched sentence; public words; words missing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one report to be marked in the reading of a pair."""

    start: int
    end: int
    kind: int


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that face each other, by their numbers; one side is empty where nothing faces the other.

    `shared` is what the row's wording is held to be; `None` where nothing is shared.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    shared: Shared | None = None
    moved: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Two reports aligned by sentence: rows in the order of a, `back` the same rows in the order of b."""

    rows: tuple[Row, ...]
    back: tuple[int, ...]
    a: tuple[Mark, ...]
    b: tuple[Mark, ...]


def align(pair: Copy, a: Annotations, b: Annotations, alike: tuple[Sequence[str], Sequence[str]] = ((), ())) -> Beside:
    """The two reports of a pair, sentence by sentence.

    `alike` may give each sentence of a and of b a key: neighbours that nothing faces share a row where keys agree.
    """
    faced = _faced(pair.passages, a.sentences, b.sentences)
    marks_a = _marks(a, [(p.a, p.shared) for p in pair.passages], _changes(pair, 0), {i for i, _ in faced})
    marks_b = _marks(b, [(p.b, p.shared) for p in pair.passages], _changes(pair, 1), {j for _, j in faced})
    groups = [
        (left, right, _shared(left, right, faced)) for left, right in _components(sorted(faced))
    ]  # fmt: skip
    moved = _moved([right[0] for _, right, _ in groups])
    matched = [
        Row(
            a=left,
            b=right,
            shared=shared,
            moved=n in moved,
            changed=_touched(left, a, marks_a) or _touched(right, b, marks_b),
        )
        for n, (left, right, shared) in enumerate(groups)
    ]
    rows = _joined(_with_unmatched(matched, len(a.sentences), len(b.sentences)), alike)
    return Beside(rows=tuple(rows), back=tuple(_order_of_b(rows)), a=tuple(marks_a), b=tuple(marks_b))


def bridges(passage: SharedPassage) -> Iterator[tuple[Span, Span]]:
    """The runs on both sides of a passage that lie between its variants, in order."""
    a, b = passage.a.start, passage.b.start
    for variant in sorted(passage.variants, key=lambda v: (v.a.start, v.b.start)):
        yield Span(a, max(a, variant.a.start)), Span(b, max(b, variant.b.start))
        a, b = max(a, variant.a.end), max(b, variant.b.end)
    yield Span(a, max(a, passage.a.end)), Span(b, max(b, passage.b.end))


def overlapping(sentences: Sequence[Span], span: Span) -> range:
    """The numbers of the sentences that the span touches."""
    first = bisect_right(sentences, span.start, key=lambda s: s.end)
    last = first
    while last < len(sentences) and sentences[last].start < span.end:
        last += 1
    return range(first, last)


def _faced(
    passages: Sequence[SharedPassage], a: Sequence[Span], b: Sequence[Span]
) -> dict[tuple[int, int], dict[Shared, int]]:
    """The pairs of sentences that face each other: each is the best match of at least one of the two."""
    weights: dict[tuple[int, int], dict[Shared, int]] = defaultdict(lambda: defaultdict(int))
    for passage in passages:
        for left, right in bridges(passage):
            for i, j, length in _meet(left, right, a, b):
                weights[i, j][passage.shared] += length
    best_a: dict[int, tuple[int, int]] = {}
    best_b: dict[int, tuple[int, int]] = {}
    for (i, j), kinds in sorted(weights.items()):
        weight = sum(kinds.values())
        if weight < LEAST_OVERLAP * min(a[i].end - a[i].start, b[j].end - b[j].start):
            continue
        best_a[i] = max(best_a.get(i, (0, 0)), (weight, -j))
        best_b[j] = max(best_b.get(j, (0, 0)), (weight, -i))
    chosen = {(i, -j) for i, (_, j) in best_a.items()} | {(-i, j) for j, (_, i) in best_b.items()}
    return {pair: weights[pair] for pair in sorted(chosen)}


def _meet(left: Span, right: Span, a: Sequence[Span], b: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """(sentence of a, sentence of b, characters in common) along a run that both sides share."""
    if left.end <= left.start or right.end <= right.start:
        return
    scale = (right.end - right.start) / (left.end - left.start)
    for i in overlapping(a, left):
        start = right.start + round((max(left.start, a[i].start) - left.start) * scale)
        end = right.start + round((min(left.end, a[i].end) - left.start) * scale)
        for j in overlapping(b, Span(start, end)):
            yield i, j, max(0, min(end, b[j].end) - max(start, b[j].start))


def _components(links: Sequence[tuple[int, int]]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The links joined into groups of sentences that face each other, in the order of a."""
    group_of: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in links:
        left, right = group_of.setdefault((0, i), [(0, i)]), group_of.setdefault((1, j), [(1, j)])
        if left is not right:
            left.extend(right)
            group_of.update(dict.fromkeys(right, left))
    groups = {id(group): group for group in group_of.values()}.values()
    sides = [
        (tuple(sorted(n for side, n in group if side == 0)), tuple(sorted(n for side, n in group if side == 1)))
        for group in groups
    ]
    return sorted(sides)


def _shared(
    left: tuple[int, ...], right: tuple[int, ...], faced: dict[tuple[int, int], dict[Shared, int]]
) -> Shared | None:
    """The kind that most of a row's wording is of."""
    total: dict[Shared, int] = defaultdict(int)
    for i in left:
        for j in right:
            for kind, weight in faced.get((i, j), {}).items():
                total[kind] += weight
    return max(sorted(total), key=lambda kind: total[kind], default=None)


def _moved(order: Sequence[int]) -> set[int]:
    """The places that break the longest rising run of the order: what stands elsewhere in b."""
    tails: list[int] = []
    before: list[int] = []
    for n, value in enumerate(order):
        at = bisect_right([order[t] for t in tails], value)
        before.append(tails[at - 1] if at else -1)
        tails[at : at + 1] = [n]
    kept, n = set(), tails[-1] if tails else -1
    while n >= 0:
        kept.add(n)
        n = before[n]
    return set(range(len(order))) - kept


def _with_unmatched(matched: Sequence[Row], count_a: int, count_b: int) -> list[Row]:
    """All sentences: a's in their order, each lone sentence of b after the row that holds the one before it."""
    lone_a = set(range(count_a)) - {i for row in matched for i in row.a}
    rows = sorted([*matched, *(Row(a=(i,), b=()) for i in lone_a)], key=lambda row: row.a)
    lone_b = set(range(count_b)) - {j for row in matched for j in row.b}
    after: dict[int, list[Row]] = defaultdict(list)
    anchor = -1
    holder = {j: n for n, row in enumerate(rows) for j in row.b}
    for j in range(count_b):
        if j in lone_b:
            after[anchor].append(Row(a=(), b=(j,)))
        else:
            anchor = holder[j]
    result = list(after[-1])
    for n, row in enumerate(rows):
        result += [row, *after[n]]
    return result


def _joined(rows: Sequence[Row], alike: tuple[Sequence[str], Sequence[str]]) -> list[Row]:
    """The rows with neighbours joined that nothing faces, on the same side and of the same key."""

    def key(row: Row) -> tuple[bool, str] | None:
        keys = alike[0] if row.a else alike[1]
        return (bool(row.a), keys[(row.a or row.b)[0]]) if keys and not (row.a and row.b) else None

    result: list[Row] = []
    for row in rows:
        if result and (name := key(row)) and name == key(result[-1]):
            result[-1] = Row(a=result[-1].a + row.a, b=result[-1].b + row.b)
        else:
            result.append(row)
    return result


def _order_of_b(rows: Sequence[Row]) -> list[int]:
    """The numbers of the rows in the order of b; a lone row of a follows the row before it."""
    keys, last = [], -1
    for n, row in enumerate(rows):
        last = row.b[0] if row.b else last
        keys.append((last, n))
    return [n for _, n in sorted(keys)]


def _changes(pair: Copy, side: int) -> list[Span]:
    return [(v.a, v.b)[side] for passage in pair.passages for v in passage.variants]


def _marks(
    notes: Annotations, passages: Sequence[tuple[Span, Shared]], changes: Sequence[Span], faced: set[int]
) -> list[Mark]:
    marks = [Mark(s, e, CHANGED if e > s else GAP) for s, e in changes]
    marks += [Mark(s, e, PUBLIC) for (s, e), shared in passages if shared != "copy"]
    covered = sorted(span for span, _ in passages)
    for n in sorted(faced):
        marks += [
            Mark(s, e, EXTRA) for s, e in _uncovered(notes.sentences[n], covered) if has_words(notes.report.text[s:e])
        ]
    return sorted(set(marks), key=lambda m: (m.start, m.end, m.kind))


def _uncovered(sentence: Span, covered: Sequence[Span]) -> Iterator[Span]:
    place = sentence.start
    for start, end in covered:
        if start >= sentence.end:
            break
        if start > place:
            yield Span(place, start)
        place = max(place, end)
    if place < sentence.end:
        yield Span(place, sentence.end)


def _touched(numbers: Sequence[int], notes: Annotations, marks: Sequence[Mark]) -> bool:
    spans = [notes.sentences[n] for n in numbers]
    return any(mark.kind != PUBLIC and mark.start < end and mark.end > start for mark in marks for start, end in spans)


def paint(text: str, span: Span, layers: Sequence[tuple[int, int, str]]) -> list[tuple[str, str]]:
    """The text of the span in runs, each with the names of the layers over it; a layer without length is a run too.

    >>> paint("one two three", Span(0, 13), [(4, 7, "mark"), (4, 13, "said"), (3, 3, "gap")])
    [('one', ''), ('', 'gap'), (' ', ''), ('two', 'mark said'), (' three', 'said')]
    """
    inside = [(max(s, span.start), min(e, span.end), name) for s, e, name in layers if s < span.end and e > span.start]
    points = sorted({(s, name) for s, e, name in layers if s == e and span.start < s < span.end})
    cuts = sorted(
        {span.start, span.end, *(s for s, _, _ in inside), *(e for _, e, _ in inside), *(p for p, _ in points)}
    )
    runs = []
    for start, end in pairwise(cuts):
        runs += [("", name) for place, name in points if place == start]
        names = dict.fromkeys(name for s, e, name in inside if s <= start and e >= end and s < e)
        runs.append((text[start:end], " ".join(names)))
    return runs
