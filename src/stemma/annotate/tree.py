"""The dependency trees of one parse, as the annotators walk them."""

from collections.abc import Iterable, Iterator, Sequence

from stemma.model import Span
from stemma.text.engine import Parse, Run

SUBJECTS = frozenset(("nsubj", "nsubj:outer", "csubj", "csubj:outer"))
PASSIVE_SUBJECTS = frozenset(("nsubj:pass", "csubj:pass"))
_ALL_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))


class Tree:
    """A parse with what is looked up again and again: words in lower case, children, and the reach of subtrees.

    `first[i]` and `after[i]` bound the tokens at or below token i; a subtree may have gaps between them. `sentence[i]`
    is the number of the sentence of token i, `subject[i]` its first subject, or -1. Built in time linear in the number
    of tokens.
    """

    def __init__(self, text: str, parse: Parse) -> None:
        self.text = text
        self.parse = parse
        self.words = [text[start:end].lower() for start, end in parse.spans]
        size = len(parse)
        self.children: list[list[int]] = [[] for _ in range(size)]
        self.subject = [-1] * size
        for i, head in enumerate(parse.heads):
            if head >= 0:
                self.children[head].append(i)
                if self.subject[head] < 0 and parse.relations[i] in _ALL_SUBJECTS:
                    self.subject[head] = i
        self.first = list(range(size))
        self.after = list(range(1, size + 1))
        self.sentence = [0] * size
        for number, run in enumerate(parse.sentences):
            self._measure(number, run)

    def __len__(self) -> int:
        return len(self.words)

    def _measure(self, number: int, run: Run) -> None:
        heads = self.parse.heads
        order = [i for i in range(*run) if heads[i] < 0]
        for i in order:  # grows: each token behind its head
            order.extend(self.children[i])
        for i in reversed(order):
            self.sentence[i] = number
            if (head := heads[i]) >= 0:
                self.first[head] = min(self.first[head], self.first[i])
                self.after[head] = max(self.after[head], self.after[i])

    def reach(self, i: int) -> Run:
        """The tokens from the first to the last one at or below token i."""
        return Run(self.first[i], self.after[i])

    def bounds(self, i: int) -> Run:
        """The sentence of token i."""
        return self.parse.sentences[self.sentence[i]]

    def kids(self, i: int, *relations: str) -> Iterator[int]:
        """The children of token i that stand in one of `relations` to it, in order."""
        taken = self.parse.relations
        return (child for child in self.children[i] if taken[child] in relations)

    def kid(self, i: int, *relations: str) -> int | None:
        """The first child of token i in one of `relations`."""
        return next(self.kids(i, *relations), None)

    def marked(self, i: int, *words: str) -> bool:
        """Whether a word of `words` introduces token i: "that", "as", "by"."""
        return any(self.words[child] in words for child in self.kids(i, "mark", "case", "advmod"))

    def span(self, run: Run) -> Span:
        """Where the tokens of a run lie in the text; the run is not empty."""
        return Span(self.parse.spans[run.first].start, self.parse.spans[run.after - 1].end)

    def is_word(self, i: int) -> bool:
        """Whether token i has a letter or a digit."""
        return any(map(str.isalnum, self.words[i]))

    def trimmed(self, run: Run) -> Run:
        """`run` without the tokens at its ends that are no words; empty where there is none."""
        first, after = run
        while first < after and not self.is_word(first):
            first += 1
        while after > first and not self.is_word(after - 1):
            after -= 1
        return Run(first, after)


def without(run: Run, holes: Iterable[Run]) -> list[Run]:
    """What is left of a run where `holes` are cut out of it, in order."""
    left = []
    at = run.first
    for first, after in sorted(holes):
        if first > at and at < run.after:
            left.append(Run(at, min(first, run.after)))
        at = max(at, after)
    if at < run.after:
        left.append(Run(at, run.after))
    return left


def cut(runs: Iterable[Run], holes: Iterable[Run]) -> list[Run]:
    """What is left of `runs` where `holes` are cut out of them, in order; takes time linear but for the sorting."""
    gaps = sorted(holes)
    left: list[Run] = []
    at = 0
    for run in sorted(runs):
        while at < len(gaps) and gaps[at].after <= run.first:
            at += 1
        inside = at
        while inside < len(gaps) and gaps[inside].first < run.after:
            inside += 1
        left.extend(without(run, gaps[at:inside]))
    return left


def covered(i: int, runs: Sequence[Run]) -> bool:
    """Whether token i lies in one of `runs`."""
    return any(first <= i < after for first, after in runs)
