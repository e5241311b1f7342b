"""Clauses that meet in shared passages: the same words are the same statement, whoever copied whom."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from stemma.compare.alike import Alike
from stemma.compare.clauses import Clause, Clauses
from stemma.model import Copy, Lineage, SharedPassage, Span

_CERTAIN = 1.0


def reused(given: Clauses, lineage: Lineage, least: float) -> Iterator[Alike]:
    """Pairs of clauses of which at least the share `least` of both lies at one place of a shared passage."""
    own: dict[str, list[int]] = {}
    for row, clause in enumerate(given.rows):
        own.setdefault(clause.notes.report.id, []).append(row)
    for copy in lineage.copies:
        yield from _between(given.rows, own.get(copy.a, []), own.get(copy.b, []), copy, least)


def _between(
    rows: Sequence[Clause], left: Sequence[int], right: Sequence[int], copy: Copy, least: float
) -> Iterator[Alike]:
    near_left, near_right = _Near([rows[a] for a in left]), _Near([rows[b] for b in right])
    for passage in copy.passages:
        places = _Places(passage)
        for a in left[near_left.of(passage.a)]:
            there = places.there(Span(max(_start(rows[a]), passage.a.start), min(_end(rows[a]), passage.a.end)))
            for b in right[near_right.of(there)]:
                share = min(_inside(rows[a], passage.a) / _length(rows[a]), _inside(rows[b], there) / _length(rows[b]))
                if share >= least:
                    yield Alike(min(a, b), max(a, b), _CERTAIN)


class _Near:
    """Which clauses of a report, sorted by their first words, may have words in a span; found without a walk."""

    def __init__(self, own: Sequence[Clause]) -> None:
        self._starts = [_start(clause) for clause in own]
        self._longest = max((_end(clause) - _start(clause) for clause in own), default=0)

    def of(self, span: Span) -> slice:
        return slice(bisect_left(self._starts, span.start - self._longest), bisect_right(self._starts, span.end))


class _Places:
    """Where the words of a passage in its left report stand in its right one."""

    def __init__(self, passage: SharedPassage) -> None:
        self._left = [passage.a.start]
        self._right = [passage.b.start]
        for variant in passage.variants:
            self._left += variant.a
            self._right += variant.b
        self._left.append(passage.a.end)
        self._right.append(passage.b.end)

    def there(self, span: Span) -> Span:
        return Span(self._of(span.start), self._of(span.end))

    def _of(self, place: int) -> int:
        k = min(max(1, bisect_left(self._left, place)), len(self._left) - 1)
        before, after = self._left[k - 1 : k + 1]
        start, end = self._right[k - 1 : k + 1]
        return start + round((place - before) * (end - start) / (after - before)) if after > before else end


def _start(clause: Clause) -> int:
    return clause.unit.spans[0].start


def _end(clause: Clause) -> int:
    return clause.unit.spans[-1].end


def _length(clause: Clause) -> int:
    return sum(end - start for start, end in clause.unit.spans)


def _inside(clause: Clause, place: Span) -> int:
    return sum(max(0, min(end, place.end) - max(start, place.start)) for start, end in clause.unit.spans)
