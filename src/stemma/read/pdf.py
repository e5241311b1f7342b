"""PDF by pdfium: its lines in reading order, joined to paragraphs, with running heads and feet told by their place."""

import ctypes
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from stemma.errors import ReadError
from stemma.model import Span
from stemma.read.draft import Draft
from stemma.read.lines import ends_sentence
from stemma.read.paragraphs import PrintedLine, joined_paragraphs
from stemma.read.running import is_running, masked, masthead_of
from stemma.text.decode import tidy

READER = f"pdf.pdfium/{version('pypdfium2')}"

# pdfium writes a hyphen at the end of a line as one of these, and no line end behind it.
_HYPHENS = frozenset("\x02\ufffe")
# Heads and feet stand in the outer eighths of a page, at the same height from page to page.
_MARGIN = 0.125
_SAME_PLACE = 6.0
_MOST_EDGE_LINES = 4
_LONGEST_RUNNING = 160
_JUNK_TITLE = re.compile(
    r"microsoft (?:word|powerpoint)|untitled|\.(?:docx?|indd|pdf|qxp|pages|odt|typ)$", re.IGNORECASE
)


def read_pdf(data: bytes, name: str, max_pages: int) -> Draft:
    """The draft of a PDF. Raises `ReadError` for one with a password, without text, or damaged."""
    document = _opened(data, name)
    try:
        count = len(document)
        if count > max_pages:
            raise ReadError(name, f"it has {count} pages, more than the {max_pages} that are read; split it")
        pages = [list(_lines_of_page(document, number)) for number in range(count)]
        title = document.get_metadata_value("Title")
        heights = [document.get_page_size(number)[1] for number in range(count)]
    except pdfium.PdfiumError as error:
        raise ReadError(name, f"this PDF is damaged ({error}); print it to a new PDF, or get it again") from None
    finally:
        document.close()
    if not any(letter.isalnum() for page in pages for line in page for letter in line.text):
        raise ReadError(name, "this PDF holds no text, only pictures; run text recognition (OCR) over it first")
    return _draft(pages, _running(pages, heights), title)


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD or "password" in str(error).casefold():
            raise ReadError(name, "this PDF wants a password; save a copy without one") from None
        raise ReadError(name, "this PDF is damaged; print it to a new PDF, or get it again") from None


def _lines_of_page(document: pdfium.PdfDocument, number: int) -> Iterator[PrintedLine]:
    page = document[number]
    textpage = page.get_textpage()
    try:
        letters = [pdfium_c.FPDFText_GetUnicode(textpage, index) for index in range(textpage.count_chars())]
        start = 0
        for index, code in enumerate([*letters, 10]):
            if code in (10, 13):
                yield from _line(textpage, letters, start, index, number)
                start = index + 1
            elif chr(code) in _HYPHENS:
                yield from _line(textpage, letters, start, index + 1, number)
                start = index + 1
    finally:
        textpage.close()
        page.close()


class _Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float


def _line(
    textpage: pdfium.PdfTextPage, letters: Sequence[int], start: int, end: int, page: int
) -> Iterator[PrintedLine]:
    """The printed line of these characters, if there is a visible one."""
    words = "".join(map(chr, letters[start:end]))
    hyphen = words[-1:] in _HYPHENS and words != words[-1:]
    text = _whole_characters(words[:-1] if hyphen else words).strip()
    seen = [index for index in range(start, end) if not chr(letters[index]).isspace()]
    if not text or not seen:
        return
    # The hyphen's own box is that of the next line's first letter in some files.
    first, last = _box(textpage, seen[0]), _box(textpage, seen[-2] if hyphen and len(seen) > 1 else seen[-1])
    yield PrintedLine(
        text=text,
        left=first.left,
        bottom=min(first.bottom, last.bottom),
        right=last.right,
        top=max(first.top, last.top),
        page=page,
        hyphen=hyphen,
    )


def _box(textpage: pdfium.PdfTextPage, index: int) -> _Box:
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box))
    return _Box(box.left, box.bottom, box.right, box.top)


def _whole_characters(words: str) -> str:
    """`words` with surrogate pairs made characters, tidied; a ligature or a mark stays what the file says."""
    return tidy(words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).replace("\n", " ")


def _running(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> frozenset[PrintedLine]:
    """Lines at the edge of a page that come again at the same place of another, or whose form tells them."""
    edges = [_edge_lines(page, height) for page, height in zip(pages, heights, strict=True)]
    places: defaultdict[str, list[PrintedLine]] = defaultdict(list)
    for page in edges:
        for line in page:
            places[masked(line.text)].append(line)
    found = set()
    for page, height in zip(edges, heights, strict=True):
        for line in page:
            again = any(
                other.page != line.page and abs(other.bottom - line.bottom) <= _SAME_PLACE
                for other in places[masked(line.text)]
            )
            # The last line of a page may end the same sentence again; outside of the margins no head or foot does.
            if (again and (_in_margin(line, height) or not ends_sentence(line.text))) or (
                (is_running(line.text) or masthead_of(line.text)) and _in_margin(line, height)
            ):
                found.add(line)
    return frozenset(found)


def _edge_lines(page: Sequence[PrintedLine], height: float) -> list[PrintedLine]:
    """Those in the margins and the outermost ones, which narrow margins leave inside."""
    short = [line for line in page if len(line.text) <= _LONGEST_RUNNING]
    ordered = sorted(short, key=lambda line: -line.top)
    edges = [line for line in (*ordered[:_MOST_EDGE_LINES], *ordered[-_MOST_EDGE_LINES:]) if _in_margin(line, height)]
    return list(dict.fromkeys([*edges, *ordered[:1], *ordered[-1:]]))


def _in_margin(line: PrintedLine, height: float) -> bool:
    return line.bottom > height * (1 - _MARGIN) or line.top < height * _MARGIN


def _draft(pages: Sequence[Sequence[PrintedLine]], running: frozenset[PrintedLine], title: str) -> Draft:
    texts, spans, end = [], [], 0
    for paragraph in joined_paragraphs(pages, running):
        if paragraph.running:
            spans.append(Span(end, end + len(paragraph.text)))
        texts.append(paragraph.text)
        end += len(paragraph.text) + 1
    title = " ".join(tidy(title).split())
    return Draft(
        text="\n".join(texts),
        reader=READER,
        title=title if title and not _JUNK_TITLE.search(title) else None,
        furniture=tuple(spans),
    )
