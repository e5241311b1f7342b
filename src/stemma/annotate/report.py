"""What one report says by itself, layer by layer: sentences, quotations, entities, times, figures, attributions."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from stemma.annotate.attribution import attributions
from stemma.annotate.entities import find
from stemma.annotate.quantities import quantities
from stemma.annotate.quotations import quotations
from stemma.annotate.speakers import resolve
from stemma.annotate.times import times
from stemma.annotate.units import units
from stemma.model import Annotations, Report, Span
from stemma.text.engine import Engine, Parse
from stemma.text.engines import ENGLISH, engine_for
from stemma.text.language import foreign_paragraphs
from stemma.text.paragraphs import gaps, paragraphs
from stemma.text.sentences import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotateSettings:
    """How reports are annotated."""

    engine: str = ENGLISH
    """The language engine: "english", "spacy:NAME", or "none" for sentences, quotations, times and figures by rules."""
    single_quotes: bool = True
    """Whether single marks count as quotation marks; turn it off for text full of stray apostrophes."""
    names: str | None = None
    """A file of further countries, places and institutions, in the form of `lang/places_en.tsv`."""


class Analysis(NamedTuple):
    """The annotations of a report, and what they were made from; `parse` is None where no engine read it.

    `foreign` are paragraphs in another language than the report, with theirs, which the engine was not given.
    """

    notes: Annotations
    paragraphs: tuple[Span, ...]
    engine: Engine | None
    parse: Parse | None
    foreign: tuple[tuple[Span, str], ...] = ()


def annotate(report: Report, using: AnnotateSettings | None = None) -> Annotations:
    """The report with all that it says by itself, outside of its furniture.

    Raises SettingsError where there is no such engine, and EngineError where it can't be loaded.

    >>> report = Report(id="r", uri="a.txt", text="It sank. “All are safe,” said Anna Moss.", language="en",
    ...                 sha256="", reader="example")
    >>> notes = annotate(report)
    >>> [report.text[start:end] for start, end in notes.sentences]
    ['It sank.', '“All are safe,” said Anna Moss.']
    >>> said = notes.attributions[0]
    >>> report.text[slice(*said.source)], said.kind
    ('Anna Moss', 'direct')
    """
    return analyse(report, using).notes


def analyse(report: Report, using: AnnotateSettings | None = None) -> Analysis:
    """Like `annotate`, with the parse that the annotations were made from."""
    using = using or AnnotateSettings()
    blocks = tuple(paragraphs(report.text, report.furniture))
    engine = engine_for(using.engine, report.language)
    if engine is None:
        return Analysis(_by_rules(report, blocks, using), blocks, None, None)
    foreign = foreign_paragraphs(report.text, blocks, report.language)
    left_out = {span for span, _ in foreign}
    parse = engine.parse(report.text, [span for span in blocks if span not in left_out])
    return Analysis(_by_parse(report, blocks, parse, sorted(left_out), using), blocks, engine, parse, foreign)


def _by_rules(report: Report, blocks: tuple[Span, ...], using: AnnotateSettings) -> Annotations:
    """What can be told without an engine: of languages that it doesn't know, of that which rules suffice for."""
    text = report.text
    cut = sentences(text, report.furniture)
    when = times(report, blocks)
    return Annotations(
        report=report,
        sentences=cut,
        quotations=quotations(text, blocks, singles=using.single_quotes),
        times=when,
        quantities=quantities(text, cut, when, language=report.language),
    )


def _by_parse(
    report: Report, blocks: tuple[Span, ...], parse: Parse, unread: Sequence[Span], using: AnnotateSettings
) -> Annotations:
    """The annotations by a parse of all `blocks` but those that are `unread`, which rules cut into sentences."""
    text = report.text
    cut = tuple(
        Span(parse.spans[first].start, parse.spans[after - 1].end)
        for first, after in parse.sentences
        if any(c.isalnum() for c in text[parse.spans[first].start : parse.spans[after - 1].end])
    )
    if unread:
        cut = tuple(sorted((*cut, *sentences(text, tuple(gaps(len(text), unread))))))
    quoted = quotations(text, blocks, singles=using.single_quotes)
    found = find(report, parse, blocks, table=Path(using.names) if using.names else None)
    resolved = resolve(found, attributions(text, parse, quoted, blocks))
    when = times(report, blocks, parse)
    return Annotations(
        report=report,
        sentences=cut,
        quotations=quoted,
        entities=resolved.entities,
        mentions=resolved.mentions,
        times=when,
        quantities=quantities(text, cut, when, parse, report.language),
        attributions=resolved.attributions,
        units=units(text, parse, resolved.attributions),
    )
