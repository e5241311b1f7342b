"""Which words of a report are public: quoted, posted or stated by somebody, not the reporter's own prose.

Public words often carry no marks: one outlet embeds a post, another pastes a statement. They are known by their marks,
by the signature of a post, by the line that announces them, and by other reports that do mark them (`spread`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stemma.lang import public as frames
from stemma.model import Annotations, Shared, Span

_END = 1 << 60
"""Beyond every text: the last of all places with one start."""
TELLING: tuple[Shared, ...] = ("phrase", "quote", "statement", "post")
"""Kinds of public words, from the one that tells least of where they come from to that which tells most."""

LONGEST_POST = 300
"""Characters of a post with its signature: 280 and a date."""
PROSE_LINE = re.compile(r"^(?=[^\n]{60})[^\n#@]*[.”\"]\s*$", re.MULTILINE)
"""A line of a full sentence and more, without the marks of posts: prose that stands before one."""
LONGEST_POST_LINE = 120
"""A line before a signature belongs to the post only where it is short; prose paragraphs are longer."""


@dataclass(frozen=True, slots=True)
class Words:
    """Public words of one report: disjoint spans, sorted, with the kind of each."""

    spans: tuple[Span, ...]
    kinds: tuple[Shared, ...]

    def kind_at(self, place: int) -> Shared | None:
        """What the character at `place` belongs to, if to public words."""
        i = bisect_right(self.spans, (place, _END)) - 1
        return self.kinds[i] if i >= 0 and place < self.spans[i].end else None


def public_words(note: Annotations) -> Words:
    """The words that the report itself marks as somebody's."""
    text = note.report.text
    found: list[tuple[Span, Shared]] = []
    for quotation in note.quotations:
        found.append((quotation.span, kind_of_quotation(note, quotation.span)))
    found += [(span, "post") for span in posts(text)]
    found += announced(text)
    return disjoint(found)


def kind_of_quotation(note: Annotations, span: Span) -> Shared:
    """Whether a quotation is from a post, from a statement, or said."""
    start, end = sentence_around(note.sentences, span)
    around = note.report.text[start : span.start] + " " + note.report.text[span.end : end]
    if frames.POSTED.search(around):
        return "post"
    return "statement" if frames.STATED.search(around) else "quote"


def sentence_around(sentences: Sequence[Span], span: Span) -> Span:
    """From the start of the sentence where `span` begins to the end of that where it ends."""
    first = max(0, bisect_right(sentences, (span.start, _END)) - 1)
    last = max(first, bisect_right(sentences, (max(span.start, span.end - 1), _END)) - 1)
    if not sentences:
        return span
    return Span(min(sentences[first].start, span.start), max(sentences[last].end, span.end))


def posts(text: str) -> Iterator[Span]:
    """Embedded posts: the line with the signature, and short lines before it that fit into one post."""
    for match in frames.SIGNATURE.finditer(text):
        end = line_end(text, match.end())
        start = text.rfind("\n", 0, match.start()) + 1
        if end - start > 2 * LONGEST_POST:  # a text without line breaks
            start, end = sentence_start(text, start, match.start()), match.end()
        while start > 0:
            before = text.rfind("\n", 0, start - 1) + 1
            if start - 1 - before > LONGEST_POST_LINE or end - before > LONGEST_POST:
                break
            if PROSE_LINE.search(text, before, start - 1):
                break
            start = before
        yield Span(start, end)


def sentence_start(text: str, start: int, place: int) -> int:
    """Where the last `LONGEST_POST` characters before `place` begin a sentence."""
    floor = max(start, place - LONGEST_POST)
    stop = text.find(". ", floor, place)
    return stop + 2 if stop >= 0 else floor


def line_end(text: str, place: int) -> int:
    """The end of the line that holds `place`."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def stated(note: Annotations) -> Iterator[tuple[Span, Shared]]:
    """Sentences that give a written statement without marks: "according to a press release from …"."""
    for sentence in note.sentences:
        if frames.STATED_WITHOUT_MARKS.search(note.report.text, sentence.start, sentence.end):
            yield sentence, "statement"


def announced(text: str) -> Iterator[tuple[Span, Shared]]:
    """The paragraph after one that ends in "said in a statement:", "tweeted:" and the like."""
    start = 0
    kind: Shared | None = None
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            if kind is not None:
                yield Span(start, end), kind
            kind = announces(line)
        start = end + 1


def announces(line: str) -> Shared | None:
    """What a line that ends in a colon says the next one is."""
    if not line.rstrip().endswith(":"):
        return None
    if frames.ANNOUNCED_POST.search(line):
        return "post"
    return "statement" if frames.ANNOUNCED_STATEMENT.search(line) else None


def disjoint(found: Iterable[tuple[Span, Shared]]) -> Words:
    """Sorted and without overlaps: what begins first goes first, later ones keep what is left of them."""
    spans: list[Span] = []
    kinds: list[Shared] = []
    for span, kind in sorted(found):
        start = max(span.start, spans[-1].end) if spans else span.start
        if start < span.end:
            spans.append(Span(start, span.end))
            kinds.append(kind)
    return Words(tuple(spans), tuple(kinds))
