"""Where reports make a statement: its clauses as assertions, each with the words that say who says it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from stemma.compare.clauses import Clause
from stemma.compare.counts import Texts
from stemma.model import Annotations, Assertion, Attribution, Span

NO_DATE = "9999"
_FARTHEST = 60
"""Characters between a clause and the end of the words that frame it: "told reporters in Paris on Monday that"."""


def assertions(rows: Sequence[Clause], texts: Texts) -> tuple[Assertion, ...]:
    """The clauses of a statement, sorted by `in_time`, as assertions; neighbours within a sentence are one."""
    return tuple(
        _assertion(clauses, texts)
        for _, of_sentence in groupby(rows, key=lambda row: (row.report, row.unit.sentence, row.unit.attribution))
        for clauses in _neighbours(list(of_sentence))
    )


def stated(said: Attribution | None, spans: Sequence[Span]) -> tuple[Span, ...]:
    """What is said in `spans` of an assertion, without the words that say who says it."""
    if said is None:
        return tuple(spans)
    parts = (
        Span(max(span.start, content.start), min(span.end, content.end)) for span in spans for content in said.content
    )
    return tuple(sorted(part for part in parts if part.start < part.end)) or tuple(spans)


def in_time(row: Clause) -> tuple[str, str, tuple[Span, ...], Span]:
    """The order of clauses: by time of publication, then by report and place."""
    report = row.notes.report
    return report.published or NO_DATE, report.id, row.unit.spans, row.unit.predicate


def _neighbours(rows: Sequence[Clause]) -> Iterator[list[Clause]]:
    """Clauses of one sentence in runs, with no word that is not theirs between them."""
    run: list[Clause] = []
    for row in rows:
        if run and not _meet(run[-1], row):
            yield run
            run = []
        run.append(row)
    yield run


def _meet(one: Clause, other: Clause) -> bool:
    between = one.notes.report.text[one.unit.spans[-1].end : other.unit.spans[0].start]
    return one.unit.spans[-1].end <= other.unit.spans[0].start and _is_joint(between)


def _is_joint(words: str) -> bool:
    return sum(map(str.isalnum, words)) <= len("and")


def _assertion(clauses: Sequence[Clause], texts: Texts) -> Assertion:
    first = clauses[0]
    notes, attribution = first.notes, first.unit.attribution
    spans = list(_joined(notes, sorted(span for clause in clauses for span in clause.unit.spans)))
    said = next((one for one in notes.attributions if one.id == attribution), None)
    if said is not None:
        spans = _framed(notes, said, spans)
    return Assertion(
        report=notes.report.id,
        spans=tuple(spans),
        origin=texts.origin_of(notes.report.id, spans) or "",
        attribution=attribution,
    )


def _joined(notes: Annotations, spans: Iterable[Span]) -> Iterator[Span]:
    """Spans with those made one that have no word between them."""
    last: Span | None = None
    for span in spans:
        if last is not None and _is_joint(notes.report.text[last.end : span.start]):
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _framed(notes: Annotations, said: Attribution, spans: Sequence[Span]) -> list[Span]:
    """`spans` with the source and the cue, where these stand beside the first or the last of them."""
    frame = [part for part in (said.source, said.cue) if part is not None]
    if not frame:
        return list(spans)
    start, end = min(part.start for part in frame), max(part.end for part in frame)
    text, found = notes.report.text, list(spans)
    first, last = found[0], found[-1]
    if end <= first.start and _beside(text, end, first.start):
        found[0] = Span(start, first.end)
    elif start >= last.end and _beside(text, last.end, start):
        found[-1] = Span(last.start, end)
    return found


def _beside(text: str, start: int, end: int) -> bool:
    """Whether the frame and what it frames are of one sentence, with a few words between them."""
    between = text[start:end]
    return end - start <= _FARTHEST and not any(mark in between for mark in (".", "\n", ";", "?", "!"))
