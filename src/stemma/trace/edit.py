"""Edit records, and the words of a span."""

from stemma.model import Edit, EditKind, Place, Span
from stemma.trace.alignment import Witness


def form(of: Witness, span: Span) -> list[str]:
    """The words of a span, as written."""
    return [of.text[w.start : w.end] for w in of.words_in(span)]


def edit(kind: EditKind, a: Witness, span_a: Span, b: Witness, span_b: Span, weight: float, because: str) -> Edit:
    """An edit record."""
    return Edit(
        kind=kind,
        a=Place(report=a.id, span=span_a),
        b=Place(report=b.id, span=span_b),
        weight=weight,
        because=(because,),
    )
