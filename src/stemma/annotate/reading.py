"""One report as the annotators of names and speakers read it: the columns of its parse, and what follows from them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from stemma.annotate.quotations import quotations
from stemma.model import Span
from stemma.text.engine import Parse

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer"))


_LONGEST_DATELINE = 90
# A place in capitals, or one with a source in brackets, and then a dash.
_DATELINE = re.compile(
    r"(?:(?:[A-Z]{3,}|[A-Z]\.)(?![a-z])[^—–\n]{0,60}?|[A-Z][^—–()\n]{1,40}\([^()\n]{1,30}\))\s*(?:[—–]|--|-(?=\s))"
)


def datelines(text: str, paragraphs: Iterable[Span]) -> dict[int, int]:
    """Start of a paragraph that opens with a dateline ("KABUL, Afghanistan —") -> where the dateline ends."""
    found = {}
    for start, end in paragraphs:
        if match := _DATELINE.match(text, start, min(end, start + _LONGEST_DATELINE)):
            found[start] = match.end()
    return found


class Reading:
    """The words of a report with their sentences, paragraphs and quotations; built once, in linear time."""

    def __init__(self, text: str, parse: Parse, paragraphs: Sequence[Span]) -> None:
        self.text = text
        self.parse = parse
        self.paragraphs = paragraphs
        self.words = [text[start:end] for start, end in parse.spans]
        self.lower = [word.lower() for word in self.words]
        self.starts = [span.start for span in parse.spans]

    def __len__(self) -> int:
        return len(self.words)

    # --- places ---------------------------------------------------------------------------------

    def span(self, first: int, after: int) -> Span:
        """The characters of tokens `[first, after)`."""
        return Span(self.parse.spans[first].start, self.parse.spans[after - 1].end)

    def between(self, first: int, after: int) -> str:
        """The text of tokens `[first, after)`, line ends as spaces."""
        start, end = self.span(first, after)
        return " ".join(self.text[start:end].split())

    def tokens(self, span: Span) -> tuple[int, int]:
        """The tokens that begin inside of `span`, as a run; an empty run where none does."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def touches(self, i: int) -> bool:
        """Whether no white space parts token `i` from the one before it."""
        return self.parse.spans[i - 1].end == self.parse.spans[i].start

    def tokens_until(self, first: int, end: int) -> int | None:
        """The token after the run that begins with `first` and ends at character `end`; None where none ends there."""
        after = bisect_left(self.starts, end, first)
        return after if after > first and self.parse.spans[after - 1].end == end else None

    def has_letter(self, i: int) -> bool:
        """Whether token `i` has a letter or a digit."""
        return any(map(str.isalnum, self.words[i]))

    @cached_property
    def tagged(self) -> bytearray:
        """For each token: whether it is part of a name by the tagger."""
        flags = bytearray(len(self))
        for name in self.parse.names:
            flags[name.first : name.after] = b"\x01" * (name.after - name.first)
        return flags

    @cached_property
    def _shouted(self) -> bytearray:
        flags = bytearray(len(self.parse.sentences))
        for i, (first, after) in enumerate(self.parse.sentences):
            letters = [word for word in self.words[first:after] if word.isalpha()]
            flags[i] = len(letters) > 3 and sum(map(str.isupper, letters)) > 0.7 * len(letters)
        return flags

    def shouts(self, i: int) -> bool:
        """Whether the sentence of token `i` is written in capitals, so that they tell no name."""
        return bool(self._shouted[self.sentence[i]])

    @cached_property
    def sentence(self) -> list[int]:
        """For each token: the index of its sentence."""
        found: list[int] = []
        for i, run in enumerate(self.parse.sentences):
            found.extend([i] * (run.after - run.first))
        return found

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph(self, i: int) -> int:
        """The index of the paragraph of token `i`."""
        return bisect_right(self._paragraph_starts, self.starts[i]) - 1

    @cached_property
    def quoted(self) -> bytearray:
        """For each token: whether it lies in a quotation."""
        flags = bytearray(len(self))
        for quotation in quotations(self.text, self.paragraphs):
            first, after = self.tokens(quotation.span)
            flags[first:after] = b"\x01" * (after - first)
        return flags

    @cached_property
    def _datelines(self) -> dict[int, int]:
        return datelines(self.text, self.paragraphs)

    def in_dateline(self, i: int) -> bool:
        """Whether token `i` is part of a dateline: "KABUL, Afghanistan —"."""
        start = self.paragraphs[self.paragraph(i)].start if self.paragraphs else 0
        return self.starts[i] < self._datelines.get(start, 0)

    # --- syntax ---------------------------------------------------------------------------------

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for i, head in enumerate(self.parse.heads):
            found.setdefault(head, []).append(i)
        return found

    def children(self, i: int) -> Sequence[int]:
        """The dependents of token `i`, in order."""
        return self._children.get(i, ())

    def head_of(self, first: int, after: int) -> int:
        """The token of `[first, after)` that governs the others: the first whose own head lies outside."""
        heads = self.parse.heads
        return next((i for i in range(first, after) if not first <= heads[i] < after), first)

    def top_of(self, i: int) -> int:
        """The token that stands for token `i` in its clause: the first of names joined by "and", of a name, a title."""
        relations, heads = self.parse.relations, self.parse.heads
        for _ in range(4):
            if relations[i] not in ("conj", "appos", "flat", "nmod:desc", "compound"):
                break
            i = heads[i]
        return i

    def is_subject(self, i: int) -> bool:
        """Whether token `i` heads a subject, or is joined to one by "and"."""
        return self.parse.relations[self.top_of(i)] in _SUBJECTS

    def run_left(self, i: int) -> Iterator[int]:
        """The tokens before `i` in its sentence, nearest first."""
        first = self.parse.sentences[self.sentence[i]].first
        return iter(range(i - 1, first - 1, -1))

    def end(self, i: int) -> int:
        """The index after the last token of the sentence of token `i`."""
        return self.parse.sentences[self.sentence[i]].after
