"""The quotations of a report in tokens: what lies in which, where they stand, and whether they can be speech."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from stemma.annotate.tree import Tree
from stemma.model import Quotation, Span
from stemma.text.engine import Run

_STOPS = frozenset(".,!?…—–-")
_MARKS = "\"'`“”„‟‘’‚‛«»‹›「」『』＂〝〞〟"
_FEWEST = 4
"""Words of a quotation that may stand for speech of its own without a stop inside of its marks."""


class Quotes:
    """The outermost quotations in tokens.

    `quoted[i]` is the number of the one that token i lies in, or -1; `paragraph[i]` is the number of token i's
    paragraph, and `paragraphs` are the tokens of each.
    """

    def __init__(self, tree: Tree, quotations: Sequence[Quotation], paragraphs: Sequence[Span]) -> None:
        self.tree = tree
        spans = tree.parse.spans
        self.quoted = [-1] * len(tree)
        self.runs: list[Run] = []
        i = 0
        for quotation in quotations:
            while i < len(spans) and spans[i].end <= quotation.span.start:
                i += 1
            first = i
            while i < len(spans) and spans[i].start < quotation.span.end:
                self.quoted[i] = len(self.runs)
                i += 1
            if i > first:
                self.runs.append(Run(first, i))
        self.paragraph = _numbered(spans, paragraphs)
        self.paragraphs = _runs(self.paragraph)
        self._after = [run.after for run in self.runs]
        self._words, self._marked = [0], [0]
        for i, k in enumerate(self.quoted):
            self._words.append(self._words[-1] + tree.is_word(i))
            self._marked.append(self._marked[-1] + (k >= 0 and tree.is_word(i)))
        self._ends = [self._last(run) for run in self.runs]
        self._speaks = [self._is_speech(k) for k in range(len(self.runs))]

    def _last(self, run: Run) -> str:
        at = run.after - 1
        while at > run.first and self.tree.words[at].strip(_MARKS) == "":
            at -= 1
        return self.tree.words[at].strip(_MARKS)[-1:]

    def _is_speech(self, k: int) -> bool:
        upos = self.tree.parse.upos
        if sum(map(self.tree.is_word, range(*self.runs[k]))) >= _FEWEST:
            return any(upos[i] in ("VERB", "AUX") for i in range(*self.runs[k])) or self._stopped(k)
        return self._stopped(k) and self.leads(k)

    def _stopped(self, k: int) -> bool:
        return self._ends[k] != "" and self._ends[k] in _STOPS

    def end(self, k: int) -> str:
        """The last character of quotation k inside of its marks."""
        return self._ends[k]

    def speaks(self, k: int) -> bool:
        """Whether quotation k can be speech of its own: no title, no single words."""
        return self._speaks[k]

    def says(self, k: int) -> bool:
        """Whether quotation k has a verb."""
        return any(self.tree.parse.upos[i] in ("VERB", "AUX") for i in range(*self.runs[k]))

    def leads(self, k: int) -> bool:
        """Whether quotation k begins a sentence of the report, or stands behind a colon."""
        return self.begins(k) or self.tree.words[self.runs[k].first - 1] == ":"

    def begins(self, k: int) -> bool:
        """Whether quotation k begins a sentence of the report."""
        first = self.runs[k].first
        if first == self.tree.bounds(first).first or self.paragraph[first - 1] != self.paragraph[first]:
            return True
        before = first - 1
        while before > 0 and self.tree.words[before].strip(_MARKS) == "":
            before -= 1
        return self.tree.words[before][-1:] in (".", "!", "?")

    def within(self, runs: Iterable[Run]) -> list[int]:
        """The numbers of the quotations that share a token with `runs`, in order."""
        found: dict[int, None] = {}
        for first, after in runs:
            k = bisect_right(self._after, first)
            while k < len(self.runs) and self.runs[k].first < after:
                found[k] = None
                k += 1
        return list(found)

    def parts(self, run: Run) -> list[Run]:
        """A run, cut where a paragraph ends."""
        found = []
        for number in range(self.paragraph[run.first], self.paragraph[run.after - 1] + 1):
            first, after = self.paragraphs[number]
            part = Run(max(first, run.first), min(after, run.after))
            if part.first < part.after:
                found.append(part)
        return found

    def words(self, runs: Iterable[Run]) -> tuple[int, int]:
        """How many words `runs` hold, and how many of them lie in quotations."""
        words = marked = 0
        for first, after in runs:
            words += self._words[after] - self._words[first]
            marked += self._marked[after] - self._marked[first]
        return words, marked


def _runs(numbers: Sequence[int]) -> list[Run]:
    """The tokens of each paragraph, by its number; empty where it has none."""
    runs = [Run(0, 0)] * (numbers[-1] + 1 if numbers else 0)
    for i, number in enumerate(numbers):
        first, after = runs[number]
        runs[number] = Run(first if after else i, i + 1)
    return runs


def _numbered(spans: Sequence[Span], paragraphs: Sequence[Span]) -> list[int]:
    """The number of the paragraph that each token lies in."""
    numbers, number = [], 0
    for span in spans:
        while number + 1 < len(paragraphs) and paragraphs[number].end <= span.start:
            number += 1
        numbers.append(number)
    return numbers
