"""One report as the page shows it: its name, dates, shares, and its text in pieces."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from textwrap import wrap

from stemma.model import Annotations, Report, Span
from stemma.present.origins import Witness
from stemma.present.shown import plain, short

SHORT_LABEL, BOX_LINE, LONG_LABEL = 24, 20, 60
"""Characters of a report's name in a row of a drawing, on a line of a box, and elsewhere."""

MANY_PIECES = 200
"""More sentences than this can't be told apart in a bar."""

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's text: a sentence, furniture, or what lies between; `css` names its origin."""

    span: Span
    anchor: str
    css: str
    furniture: bool = False
    public: bool = False


@dataclass(frozen=True, kw_only=True)
class ReportView:
    """One report as the page shows it.

    `number` tells apart reports of one outlet within a story, 0 where there is one. `shares` are the parts (0 to 1)
    of its sentences by origin; for each sentence `elsewhere` counts the other reports that share wording with it and
    `origin` is the id of the origin that holds most of it.
    """

    notes: Annotations
    number: int
    pieces: tuple[Piece, ...]
    shares: tuple[tuple[Witness, float], ...]
    elsewhere: tuple[int, ...]
    origin: tuple[str, ...]

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.notes.report

    @property
    def mark(self) -> str:
        """The number as it follows the name."""
        return f" ({self.number})" if self.number else ""

    @property
    def label(self) -> str:
        """What the page calls the report."""
        return short(name_of(self.report), LONG_LABEL) + self.mark

    @property
    def anchor(self) -> str:
        """The id of the report on the page."""
        return anchor_of(self.report)

    @cached_property
    def words(self) -> int:
        """Words outside of furniture."""
        return sum(len(self.report.text[s:e].split()) for s, e in self.notes.sentences)

    @property
    def short(self) -> str:
        """The label at a length that fits a drawing, its number kept."""
        return short(name_of(self.report), SHORT_LABEL - len(self.mark)) + self.mark

    @property
    def lines(self) -> list[str]:
        """The label on one or two lines that fit a box of the drawing, its number kept."""
        # A no-break space keeps the number beside the name's last word.
        mark = self.mark.replace(" ", "\u00a0")
        first, *rest = wrap(short(name_of(self.report), 2 * BOX_LINE) + mark, BOX_LINE, break_on_hyphens=False)
        if len(rest) < 2:
            return [first, *rest]
        return [first, short(" ".join(rest).removesuffix(mark), BOX_LINE - len(mark)) + mark]

    @property
    def title(self) -> str:
        """The report's headline, or its first words."""
        return self.report.title or short(self.report.text[:200], 80) or "(no text)"

    @property
    def day(self) -> str:
        """The day of publication as far as it is known."""
        return (self.report.published or "")[:10]

    @property
    def written(self) -> str:
        """The day of publication in words."""
        return written_day(self.day)

    @property
    def published(self) -> str:
        """The time of publication in words, as precise as it is known."""
        return " ".join([self.written, *(self.report.published or "")[11:].split()])

    @property
    def language(self) -> str:
        """The language tag where it is one that a browser knows, or nothing."""
        return self.report.language if re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", self.report.language) else ""

    @property
    def pick(self) -> str:
        """Shares of the text by origin, in words: `62 % α, 38 % own`."""
        return ", ".join(f"{percent(share)} {w.letter or w.origin.kind}" for w, share in self.shares)

    @property
    def debts(self) -> str:
        """Shares of the text by unseen text: `47 % β, 22 % α`."""
        owed = [f"{percent(share)} {w.letter}" for w, share in self.shares if w.letter]
        return ", ".join(owed) or "own prose only"

    def runs(self, witness: Witness) -> list[tuple[int, int]]:
        """The first and last number of each run of sentences that an origin holds."""
        found: list[tuple[int, int]] = []
        for n, origin in enumerate(self.origin):
            if origin != witness.origin.id:
                continue
            if found and found[-1][1] == n - 1:
                found[-1] = (found[-1][0], n)
            else:
                found.append((n, n))
        return found

    @property
    def alike(self) -> list[str]:
        """A key for each sentence: its origin and the number of reports that share it."""
        styles = [piece.css for piece in self.pieces if piece.anchor and not piece.furniture]
        return [f"{css} {count}" for css, count in zip(styles, self.elsewhere, strict=True)]

    @cached_property
    def tiles(self) -> list[Piece]:
        """The pieces of the mosaic: a sentence each, or in a long report a run of sentences that look alike."""
        pieces = [piece for piece in self.pieces if piece.anchor]
        if len(pieces) <= MANY_PIECES:
            return pieces
        runs = [list(run) for _, run in groupby(pieces, key=lambda p: (p.css, p.furniture, p.public))]
        return [replace(run[0], span=Span(run[0].span.start, run[-1].span.end)) for run in runs]

    def anchor_at(self, place: int) -> str:
        """The anchor of the piece of text at a place, or that of the report."""
        n = bisect_right(self.pieces, place, key=lambda piece: piece.span.start) - 1
        piece = self.pieces[n] if n >= 0 else None
        return piece.anchor if piece and piece.anchor and place < piece.span.end else self.anchor

    @property
    def mass(self) -> int:
        """Characters of the sentences and the furniture: the width of the report in the mosaic."""
        return sum(self.width(piece) for piece in self.tiles)

    def width(self, piece: Piece) -> int:
        """The characters of a piece: its width in the mosaic."""
        return piece.span.end - piece.span.start


def span_of_days(reports: Sequence[ReportView]) -> str:
    """The first and last day on which the reports appeared, as far as it is known."""
    days = sorted({view.day for view in reports if view.day})
    if not days:
        return "no dates known"
    first, last = written_day(days[0]), written_day(days[-1])
    return first if first == last else f"{first} to {last}"


def written_day(day: str) -> str:
    """An ISO day in words, or as it is where it is not a whole day.

    >>> written_day("2031-03-09")
    '9 March 2031'
    """
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    if not (number.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12):
        return day
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def name_of(report: Report) -> str:
    """The outlet, or the file where none is known."""
    return (report.outlet or "").removeprefix("www.") or _file_name(report.uri)


def _file_name(uri: str) -> str:
    """The file's name without its suffix; one of several reports in a file keeps its mark."""
    file, mark, part = uri.partition("#")
    name = re.split(r"[/\\]", file)[-1]
    return plain((re.sub(r"(?<=.)\.[A-Za-z0-9]{1,5}$", "", name) + mark + part) or uri)


def slug(name: str) -> str:
    """The text as part of an id."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name)


def anchor_of(report: Report) -> str:
    """The id of a report on the page."""
    return "r-" + slug(report.id)


def percent(part: float) -> str:
    """A part (0 to 1) in words.

    >>> percent(0.624), percent(0.001)
    ('62 %', 'under 1 %')
    """
    return "under 1 %" if 0 < part < 0.01 else f"{100 * part:.0f} %"


def cut_up(notes: Annotations, style: Mapping[int, Witness], public: set[int]) -> tuple[Piece, ...]:
    """The whole text in order, cut at sentences and furniture; `public` numbers the sentences with public words."""
    anchor = anchor_of(notes.report)
    parts = [(span, n, False) for n, span in enumerate(notes.sentences)]
    parts += [(span, n, True) for n, span in enumerate(notes.report.furniture)]
    pieces, place = [], 0
    for span, n, furniture in sorted(parts):
        if span.start > place:
            pieces.append(Piece(Span(place, span.start), "", ""))
        if furniture:
            pieces.append(Piece(span, f"{anchor}-f{n}", "fu", furniture=True))
        else:
            w = style.get(n)
            pieces.append(Piece(span, f"{anchor}-s{n}", w.css if w else "", public=n in public))
        place = max(place, span.end)
    if place < len(notes.report.text):
        pieces.append(Piece(Span(place, len(notes.report.text)), "", ""))
    return tuple(pieces)
