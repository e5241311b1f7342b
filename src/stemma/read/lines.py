"""A text as its lines, each knowing where it stands."""

from typing import NamedTuple

from stemma.model import Span


class Line(NamedTuple):
    """One line that isn't blank: its span without the line end, and its words without blanks around them.

    `first` is the place of the first word in the text.
    """

    span: Span
    text: str
    first: int


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that aren't blank, in order.

    >>> [line.span for line in lines_of("One\\n\\nTwo")]
    [Span(start=0, end=3), Span(start=5, end=8)]
    """
    lines = []
    start = 0
    for content in text.split("\n"):
        if stripped := content.strip():
            indent = len(content) - len(content.lstrip())
            lines.append(Line(Span(start, start + len(content)), stripped, start + indent))
        start += len(content) + 1
    return lines


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as prose ends: with a full stop, question or exclamation mark, quoted or not.

    >>> ends_sentence("He said “no.”"), ends_sentence("Talks in Ostrava")
    (True, False)
    """
    bare = text.rstrip("\"'”’»)] \t")
    return bare.endswith((".", "!", "?", "…", "。", "！", "？", "؟", "।", "։", "።")) or bare.endswith((",", ";"))
