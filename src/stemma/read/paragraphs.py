"""Printed lines joined to paragraphs, over columns and pages, with line-end hyphens undone."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from stemma.read.lines import ends_sentence


class PrintedLine(NamedTuple):
    """A printed line: its words, its box in points from the page's lower left corner, its page.

    `hyphen` tells that a hyphen at its end, which `text` lacks, cuts its last word.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    page: int
    hyphen: bool

    @property
    def height(self) -> float:
        """The height of its letters in points, at least 1."""
        return max(self.top - self.bottom, 1.0)


class Paragraph(NamedTuple):
    """The words of a paragraph on one line; `running` marks heads and feet of pages."""

    text: str
    running: bool


# Distances in line heights, or as factors of the usual line distance; set on typst pages in one to three columns.
_SAME_HEIGHT = 0.15
_WIDER = 1.2
_INDENT = 0.8
_SHORT = 2.0
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ITEM = re.compile(r"[•▪●◦‣–-]\s|\(?\d{1,2}[.)]\s")


def joined_paragraphs(pages: Sequence[Sequence[PrintedLine]], running: frozenset[PrintedLine]) -> list[Paragraph]:
    """The paragraphs of all pages in reading order.

    A paragraph that goes on over a page break stays whole: the foot and the head between its parts come behind it.
    """
    body = [line for page in pages for line in page if line not in running]
    words = Counter(word.casefold() for line in body for word in _WORD.findall(line.text))
    distance = _usual_distance(body)
    edges = _right_edges(body)
    paragraphs: list[Paragraph] = []
    current: list[PrintedLine] = []
    waiting: list[PrintedLine] = []

    def close() -> None:
        if current:
            paragraphs.append(Paragraph(_joined(current, words), False))
        paragraphs.extend(Paragraph(line.text, True) for line in waiting)
        current.clear()
        waiting.clear()

    for line in (line for page in pages for line in _heads_first(page, running)):
        if line in running:
            waiting.append(line)
        elif current and _goes_on(current[-1], line, distance, edges):
            current.append(line)
        else:
            close()
            current.append(line)
    close()
    return paragraphs


def _heads_first(page: Sequence[PrintedLine], running: frozenset[PrintedLine]) -> list[PrintedLine]:
    """The page's lines with its heads before and its feet behind the body, wherever the file has them."""
    body = [line for line in page if line not in running]
    middle = median(line.bottom for line in body) if body else 0.0
    edge = sorted((line for line in page if line in running), key=lambda line: (-line.top, line.left))
    return [
        *(line for line in edge if line.bottom >= middle),
        *body,
        *(line for line in edge if line.bottom < middle),
    ]


def _goes_on(before: PrintedLine, line: PrintedLine, distance: float, edges: dict[tuple[int, int], float]) -> bool:
    """Whether `line` continues the paragraph that `before` ends."""
    if before.hyphen:
        return True
    if abs(before.height - line.height) > _SAME_HEIGHT * before.height or _ITEM.match(line.text):
        return False
    step = before.bottom - line.bottom
    if before.page != line.page or step < -0.5 * before.height:
        return not ends_sentence(before.text) and (line.text[:1].islower() or _is_full(before, edges))
    if step < 0.5 * before.height:
        return True
    if step > distance * _WIDER:
        return False
    if ends_sentence(before.text):
        indented = line.left - before.left > _INDENT * line.height
        return _is_full(before, edges) and not indented
    return True


def _is_full(line: PrintedLine, edges: dict[tuple[int, int], float]) -> bool:
    return line.right > edges[_column(line)] - _SHORT * line.height


def _column(line: PrintedLine) -> tuple[int, int]:
    """The page and the part of it, in steps of an inch, in which a line starts."""
    return line.page, int(line.left // 72)


def _right_edges(lines: Iterable[PrintedLine]) -> dict[tuple[int, int], float]:
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        edges[_column(line)] = max(edges.get(_column(line), 0.0), line.right)
    return edges


def _usual_distance(lines: Sequence[PrintedLine]) -> float:
    """The usual distance of two lines of a paragraph, foot to foot."""
    steps = [
        a.bottom - b.bottom
        for a, b in pairwise(lines)
        if a.page == b.page and 0.5 * a.height < a.bottom - b.bottom < 3 * a.height
    ]
    return median(steps) if steps else 15.0


def _joined(lines: Sequence[PrintedLine], words: Counter[str]) -> str:
    text = ""
    hyphen = False
    for line in lines:
        if hyphen:
            text += ("-" if _keeps_hyphen(text, line.text, words) else "") + line.text
        else:
            text += (" " if text else "") + line.text
        hyphen = line.hyphen
    return text + ("-" if hyphen else "")


def _keeps_hyphen(before: str, behind: str, words: Counter[str]) -> bool:
    """Whether the hyphen belongs to the word: "US-backed", or "long-term" where the document has that elsewhere."""
    first, second = _WORD.findall(before[-60:])[-1:], _WORD.match(behind)
    if not first or second is None or not before[-1].islower() or not behind[0].islower():
        return True
    whole, cut = (first[0] + second[0]).casefold(), f"{first[0]}-{second[0]}".casefold()
    return words[cut] > words[whole]
