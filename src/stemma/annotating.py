"""What `stemma annotate` shows: the reports of some inputs, each read by an engine as far as one reads its language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from stemma.annotate.report import AnnotateSettings, analyse
from stemma.errors import StemmaError
from stemma.model import Duplicate, Note, Problem, Report
from stemma.present.layers import Annotated
from stemma.read import read, repeated_furniture
from stemma.text.engines import NONE
from stemma.text.language import UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The reports that were read, in their order, and what there is to say of the inputs."""

    reports: tuple[Report, ...]
    errors: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()


def reports_of(inputs: Iterable[str | Path], stdin: BinaryIO | None = None) -> Found:
    """The reports that `inputs` hold, each once, with the furniture that they tell of each other."""
    items = list(read(inputs, stdin=stdin))
    again = [item for item in items if isinstance(item, Duplicate)]
    repeats = (Note(input=item.input, reason="left out, the same report was read before") for item in again)
    return Found(
        reports=tuple(repeated_furniture(item for item in items if isinstance(item, Report))),
        errors=tuple(item for item in items if isinstance(item, Problem)),
        notes=(*(item for item in items if isinstance(item, Note)), *repeats),
    )


def chosen(reports: Sequence[Report], wanted: Sequence[str]) -> tuple[Report, ...]:
    """The reports with the given ids or numbers, counted from 1; all, where none is given.

    Raises `StemmaError` where there is no such report.
    """
    if not wanted:
        return tuple(reports)
    places = {report.id: place for place, report in enumerate(reports)}
    places |= {str(number): number - 1 for number in range(1, len(reports) + 1)}
    if missing := [name for name in wanted if name not in places]:
        count = len(reports)
        raise StemmaError(f"there is no report {missing[0]}: give its id, or its number from 1 to {count}")
    return tuple(reports[place] for place in sorted({places[name] for name in wanted}))


def reading_of(report: Report, engine: str, names: str | None = None) -> Annotated:
    """The report as the engine of that name reads it; see `stemma.text.engines`. `names` is a file of further names.

    Where the report is in another language, or nobody can tell in which, no engine reads it: sentences and quotations
    are found by rules all the same. So it is with single paragraphs that are surely in another language than theirs.
    Raises `StemmaError` where there is no such engine, or it can't be loaded, or
    where the file has another form.
    """
    found = analyse(report, AnnotateSettings(engine=engine, names=names))
    if found.engine is None:
        return Annotated(notes=found.notes, paragraphs=found.paragraphs, why_none=_why_none(engine, report.language))
    return Annotated(
        notes=found.notes,
        paragraphs=found.paragraphs,
        parse=found.parse,
        engine=found.engine.identity,
        foreign=found.foreign,
    )


def _why_none(engine: str, language: str) -> str:
    if engine == NONE:
        return "none was asked for"
    if language == UNKNOWN:
        return "nobody can tell its language (too little text, or more than one), and nothing is guessed"
    by_rules = "only quotations, dates in figures and amounts with a sign are read by rules"
    return f"its language is {language}, which {engine} doesn't read; {by_rules}"
