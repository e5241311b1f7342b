"""The sentences and quotations of one report."""

from dataclasses import dataclass

from stemma.annotate.quotations import quotations
from stemma.model import Annotations, Report
from stemma.text.paragraphs import paragraphs
from stemma.text.sentences import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotateSettings:
    """How reports are annotated."""

    single_quotes: bool = True
    """Whether single marks count as quotation marks; turn it off for text full of stray apostrophes."""


def annotate(report: Report, using: AnnotateSettings | None = None) -> Annotations:
    """The report with its sentences and quotations, both outside of its furniture.

    >>> report = Report(id="r", uri="a.txt", text="It sank. “All are safe,” she said.", language="en",
    ...                 sha256="", reader="example")
    >>> notes = annotate(report)
    >>> [report.text[start:end] for start, end in notes.sentences]
    ['It sank.', '“All are safe,” she said.']
    >>> notes.quotations[0].span
    Span(start=9, end=24)
    """
    using = using or AnnotateSettings()
    text, furniture = report.text, report.furniture
    return Annotations(
        report=report,
        sentences=sentences(text, furniture),
        quotations=quotations(text, paragraphs(text, furniture), singles=using.single_quotes),
    )
