"""The times of one report, counted from the day that it was published."""

from collections.abc import Sequence

from stemma.model import Report, Span, Time
from stemma.text.engine import Parse
from stemma.text.timex import concerns_iran, expressions, written_on
from stemma.text.timex import times as on_the_calendar


def times(report: Report, paragraphs: Sequence[Span], parse: Parse | None = None) -> tuple[Time, ...]:
    """The time expressions in the `paragraphs` of a report, with TIMEX3 values, sorted and disjoint.

    What hangs on the day of publication stays open where the report has none ("XXXX-WXX-3" for "Wednesday"): `settle`
    may learn that day from the other reports of the story.
    """
    found = expressions(report.text, paragraphs, language=report.language, parse=parse)
    return on_the_calendar(found, written_on(report.published), iranian=concerns_iran(report.text))
