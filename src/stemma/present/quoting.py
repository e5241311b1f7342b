"""Words of a report in the sentence around them."""

from bisect import bisect_right
from dataclasses import dataclass

from stemma.model import Annotations, Span

SIDE = 110
"""Characters of the sentence shown to either side."""


@dataclass(frozen=True, slots=True)
class Around:
    """Words of a report, and what stands before and after them in their sentence."""

    before: str
    words: str
    after: str


def sentence_at(notes: Annotations, span: Span) -> Span | None:
    """The sentence in which a span begins."""
    n = bisect_right(notes.sentences, (span.start, len(notes.report.text) + 1)) - 1
    return notes.sentences[n] if n >= 0 and span.start < notes.sentences[n].end else None


def around(notes: Annotations, span: Span, side: int = SIDE) -> Around:
    """The words at a span within their sentence, cut at a word on either side where it is long."""
    text = notes.report.text
    start, end = sentence_at(notes, span) or span
    before = text[max(start, span.start - side) : span.start]
    after = text[span.end : max(span.end, min(end, span.end + side))]
    if span.start - start > side:
        before = "… " + (before.partition(" ")[2] or before)
    if end - span.end > side:
        after = (after.rpartition(" ")[0] or after) + " …"
    return Around(before, text[slice(*span)], after)
