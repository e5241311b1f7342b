"""Who said what: attributions from quotation marks and from the frames of words of saying.

Quotations come from their marks, cues and clauses from the parse. What lies inside of a quotation is its speaker's, and
is not searched for further sources.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from stemma.annotate.frames import spoken
from stemma.annotate.lines import transcript
from stemma.annotate.nested import nested
from stemma.annotate.nominal import nominals
from stemma.annotate.quoted import with_quotations
from stemma.annotate.quotes import Quotes
from stemma.annotate.reading import datelines
from stemma.annotate.said import Said
from stemma.annotate.tree import Tree
from stemma.annotate.unsaid import really_said
from stemma.model import Attribution, Quotation, Span, SpeechKind
from stemma.text.engine import Parse, Run

_DIRECT = 0.9
"""The share of words between marks from which on content is direct speech."""


class Attributed(NamedTuple):
    """An attribution whose speaker is yet to be found, with the words that help to find it.

    `antecedent` is what a relative pronoun as source stands for ("who"); `via` names through whom the words came.
    """

    attribution: Attribution
    antecedent: Span | None = None
    via: Span | None = None


def attributions(
    text: str, parse: Parse, quotations: Sequence[Quotation], paragraphs: Sequence[Span]
) -> tuple[Attributed, ...]:
    """Who said what, in the order of the text, without speakers. Takes time linear in the length of the text.

    `quotations` and `paragraphs` are those of the text, sorted.
    """
    tree = Tree(text, parse)
    quotes = Quotes(tree, quotations, paragraphs)
    scripted = transcript(tree, quotes)
    theirs = _with(quotes.quoted, scripted)
    found = [*spoken(tree, theirs), *nominals(tree, theirs)]
    happened = really_said(tree, quotes, with_quotations(tree, quotes, found, scripted))
    said = [*scripted, *nested(tree, happened)]
    opened = datelines(text, paragraphs)
    records = (_record(tree, quotes, s, opened) for s in said)
    return tuple(_numbered(record for record in records if record is not None))


def _with(quoted: Sequence[int], scripted: Sequence[Said]) -> Sequence[int]:
    """`quoted`, with what a transcript gives to its speakers: nothing in it is searched for sources."""
    if not scripted:
        return quoted
    theirs = list(quoted)
    for said in scripted:
        for first, after in said.content:
            theirs[first:after] = [0] * (after - first)
    return theirs


def _numbered(records: Iterable[Attributed]) -> Iterator[Attributed]:
    ordered = sorted(records, key=lambda r: (r.attribution.content[0], r.attribution.cue or Span(0, 0)))
    for number, (attribution, antecedent, via) in enumerate(ordered, 1):
        yield Attributed(replace(attribution, id=f"a{number}"), antecedent, via)


def _record(tree: Tree, quotes: Quotes, said: Said, opened: Mapping[int, int]) -> Attributed | None:
    runs = [_behind_dateline(tree, part, opened) for run in said.content for part in quotes.parts(run)]
    content = tuple(span for run in runs if (span := _bare(tree, quotes, run)) is not None)
    if not content:
        return None
    return Attributed(
        Attribution(
            id="",
            content=content,
            kind=_kind(quotes, said.content),
            source=tree.span(said.source) if said.source else None,
            cue=tree.span(said.cue) if said.cue else None,
            negated=said.negated,
            because=said.because,
        ),
        tree.span(said.antecedent) if said.antecedent else None,
        tree.span(said.via) if said.via else None,
    )


def _behind_dateline(tree: Tree, run: Run, opened: Mapping[int, int]) -> Run:
    """A run without the dateline that it begins with; `opened` tells where the dateline at a character ends."""
    first, after = run
    end = opened.get(tree.parse.spans[first].start, 0)
    while first < after and tree.parse.spans[first].start < end:
        first += 1
    return Run(first, after)


def _bare(tree: Tree, quotes: Quotes, run: Run) -> Span | None:
    """The span of a run, without stops and commas at its ends; marks of quotations stay."""
    first, after = run
    while first < after and quotes.quoted[first] < 0 and not tree.is_word(first):
        first += 1
    while after > first and quotes.quoted[after - 1] < 0 and not tree.is_word(after - 1):
        after -= 1
    return tree.span(Run(first, after)) if first < after else None


def _kind(quotes: Quotes, content: Iterable[Run]) -> SpeechKind:
    words, marked = quotes.words(content)
    if not marked:
        return "indirect"
    return "direct" if marked >= _DIRECT * words else "mixed"
