"""Quotations and who speaks them: the cue beside the marks, or the speaker before who goes on."""

from collections.abc import Iterable, Sequence

from stemma.annotate.said import Said
from stemma.annotate.sources import nominal
from stemma.annotate.tree import SUBJECTS, Tree, covered
from stemma.model import Quotation, Span
from stemma.text.engine import Run

_ENDS = frozenset((",", ".", "!", "?", "…", "...", "—", "–", "--", "-"))
_FEWEST = 4
"""Words of a quotation that may stand for speech of its own without a stop inside of its marks."""
_ASIDE = 8
"""Tokens between a quotation and an unlisted verb that reports it."""


class Quotes:
    """The quotations of a report in tokens, and the paragraph of each token."""

    def __init__(self, tree: Tree, quotations: Sequence[Quotation], paragraphs: Sequence[Span]) -> None:
        self.tree = tree
        spans = tree.parse.spans
        self.quoted = [-1] * len(tree)
        self.runs: list[Run] = []
        self.closed: list[bool] = []
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
                self.closed.append(quotation.closed)
        self.paragraph = _numbered(spans, paragraphs)

    def words(self, k: int) -> int:
        """The number of words of quotation k."""
        return sum(map(self.tree.is_word, range(*self.runs[k])))

    def inner_end(self, k: int) -> str:
        """The last token of quotation k before its closing mark."""
        first, after = self.runs[k]
        last = after - 2 if self.closed[k] else after - 1
        return self.tree.words[last] if last > first else ""

    def speaks(self, k: int) -> bool:
        """Whether quotation k is a sentence or more, no title and no single words."""
        if self.inner_end(k) in _ENDS and self.words(k) > 1:
            return True
        upos = self.tree.parse.upos
        return self.words(k) >= _FEWEST and any(upos[i] in ("VERB", "AUX") for i in range(*self.runs[k]))

    def leads(self, k: int) -> bool:
        """Whether quotation k begins a sentence."""
        first = self.runs[k].first
        if first == self.tree.bounds(first).first:
            return True
        before = first - 1
        return self.paragraph[before] != self.paragraph[first] or self.tree.words[before] in (
            ".",
            "!",
            "?",
            "”",
            '"',
            ":",
        )


def _numbered(spans: Sequence[Span], paragraphs: Sequence[Span]) -> list[int]:
    """The number of the paragraph that each token lies in."""
    numbers, number = [], 0
    for span in spans:
        while number + 1 < len(paragraphs) and paragraphs[number].end <= span.start:
            number += 1
        numbers.append(number)
    return numbers


def with_quotations(tree: Tree, quotes: Quotes, found: Iterable[Said]) -> list[Said]:
    """The attributions of `found` with the quotations that belong to them, and those of quotations by themselves.

    A quotation belongs to the content that it overlaps, to the cue beside its marks, to an unlisted verb there
    ("“…,” she shrugged"), or to whoever spoke just before it.
    """
    said = [_grown(quotes, s) for s in sorted(found, key=lambda s: s.head)]
    taken = _taken(quotes, said)
    said = [_beside(tree, quotes, s, taken) for s in said]
    for k in range(len(quotes.runs)):
        if not taken[k] and quotes.speaks(k) and (new := _unlisted(tree, quotes, k)):
            said.append(new)
            taken[k] = True
    said = sorted((s for s in said if s.content), key=lambda s: (s.content[0].first, s.head))
    return _going_on(tree, quotes, said, taken)


def _grown(quotes: Quotes, said: Said) -> Said:
    """The content with the whole of each quotation that it ends in."""
    if not said.content:
        return said
    runs = list(said.content)
    for first, after in said.content:
        for i in (first, after - 1):
            if (k := quotes.quoted[i]) >= 0 and not covered(said.head, [quotes.runs[k]]):
                runs.append(quotes.runs[k])
    return said._replace(content=merged(runs))


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs in order, joined where they touch or overlap."""
    out: list[Run] = []
    for run in sorted(runs):
        if out and run.first <= out[-1].after:
            out[-1] = Run(out[-1].first, max(out[-1].after, run.after))
        else:
            out.append(run)
    return tuple(out)


def _taken(quotes: Quotes, said: Iterable[Said]) -> list[bool]:
    taken = [False] * len(quotes.runs)
    for s in said:
        for first, after in s.content:
            for i in range(first, after):
                if (k := quotes.quoted[i]) >= 0:
                    taken[k] = True
    return taken


def _beside(tree: Tree, quotes: Quotes, said: Said, taken: list[bool]) -> Said:
    """An attribution with the free quotations before and behind its clause."""
    if not said.quotes:
        return said
    if said.content and said.because != ("verb of saying: object",):
        return said
    found = []
    before = _before(tree, quotes, said)
    if before is not None and not taken[before]:
        found.append(before)
    behind = _behind(tree, quotes, said)
    if behind is not None and not taken[behind]:
        found.append(behind)
    if not found:
        return said
    for k in found:
        taken[k] = True
    return said._replace(content=merged(quotes.runs[k] for k in found), because=("quotation beside its cue",))


def _before(tree: Tree, quotes: Quotes, said: Said) -> int | None:
    """The quotation that ends where the clause of the cue begins."""
    start = said.head
    if said.source is not None and said.source.first < start and said.source.after <= start:
        start = said.source.first
    at = start - 1
    while (
        at >= 0
        and quotes.quoted[at] < 0
        and (not tree.is_word(at) or (tree.parse.upos[at] in ("ADV", "CCONJ", "AUX") and at > start - 4))
    ):
        at -= 1
    if at < 0 or quotes.paragraph[at] != quotes.paragraph[said.head]:
        return None
    k = quotes.quoted[at]
    if k < 0:
        return None
    full_stop = quotes.inner_end(k) == "." or tree.words[quotes.runs[k].after - 1] == "."
    return None if full_stop else k


def _behind(tree: Tree, quotes: Quotes, said: Said) -> int | None:
    """The quotation that the cue leads to."""
    bounds = tree.bounds(said.head)
    at = said.head + 1
    while at < len(tree) and quotes.quoted[at] < 0:
        if at >= bounds.after:
            if tree.words[at - 1] != ":" or quotes.quoted[at] < 0:
                return None
            break
        if tree.words[at] == ";" or (tree.parse.upos[at] == "VERB" and tree.parse.relations[at] in ("conj", "ccomp")):
            return None
        at += 1
    if at >= len(tree) or quotes.quoted[at] < 0:
        return None
    k = quotes.quoted[at]
    lead = tree.words[at - 1]
    if at > bounds.after or (at == bounds.after and lead != ":"):
        return None
    return k if lead in (",", ":", "that") or quotes.speaks(k) or at == said.head + 1 else None


def _unlisted(tree: Tree, quotes: Quotes, k: int) -> Said | None:
    """A verb that is none of saying and yet reports the quotation before it: "“It sank,” she shrugged"."""
    after = quotes.runs[k].after
    if quotes.inner_end(k) not in (",", "!", "?", "—", "–") or after >= len(tree):
        return None
    end = min(tree.bounds(after).after if quotes.quoted[after] < 0 else after, after + _ASIDE)
    for at in range(after, end):
        if quotes.quoted[at] >= 0:
            return None
        if tree.parse.upos[at] != "VERB":
            continue
        subject = tree.kid(at, *SUBJECTS)
        if subject is None or quotes.quoted[subject] >= 0 or subject < after:
            return None
        source = nominal(tree, subject, at)
        return Said(at, Run(at, at + 1), source, (quotes.runs[k],), ("verb beside a quotation",))
    return None


def _going_on(tree: Tree, quotes: Quotes, said: list[Said], taken: list[bool]) -> list[Said]:
    """The attributions with the quotations that go on without a source."""
    ends = [(max(s.head, s.content[-1].after - 1, -1), n) for n, s in enumerate(said)]
    ends.sort()
    at = 0
    last: int | None = None
    for k, run in enumerate(quotes.runs):
        while at < len(ends) and ends[at][0] < run.first:
            last = ends[at][1]
            at += 1
        if taken[k] or not quotes.speaks(k) or not quotes.leads(k) or last is None:
            continue
        s = said[last]
        if _follows(tree, quotes, max(s.head, s.content[-1].after - 1), run.first):
            because = (
                s.because
                if s.because[-1:] == ("goes on without a source",)
                else (*s.because, "goes on without a source")
            )
            said[last] = s._replace(content=merged((*s.content, run)), because=because)
            taken[k] = True
    return said


def _follows(tree: Tree, quotes: Quotes, end: int, start: int) -> bool:
    """Whether no sentence of the reporter's own stands between the end of speech and the next quotation."""
    gap = tree.sentence[start] - tree.sentence[end]
    apart = quotes.paragraph[start] - quotes.paragraph[end]
    return gap <= 1 and apart <= 1
