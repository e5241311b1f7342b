"""What a format's reader takes from the bytes, before anything is looked for in the words."""

from dataclasses import dataclass

from stemma.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The text of one report and what its format says about it.

    `authors` are names as the page's metadata gives them; `furniture` is what the layout tells, as whole lines.
    """

    text: str
    reader: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    retrieved: str | None = None
    authors: tuple[str, ...] = ()
    furniture: tuple[Span, ...] = ()
    container: str | None = None
