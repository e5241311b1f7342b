"""Printed lines joined to paragraphs, over columns and pages, with line-end hyphens undone."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from stemma.lang.page_words import COMPOUND_STARTS
from stemma.read.lines import ends_sentence
from stemma.text.frequency import background


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
    words = _whole_words(body)
    distance = _usual_distance(body)
    height = median(line.height for line in body) if body else 1.0
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
        elif current and _goes_on(current[-1], line, distance, height, edges):
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


def _goes_on(
    before: PrintedLine, line: PrintedLine, distance: float, height: float, edges: dict[tuple[int, int], float]
) -> bool:
    """Whether `line` continues the paragraph that `before` ends; `distance` and `height` are those of usual lines."""
    if before.hyphen:
        return True
    if abs(before.height - line.height) > _SAME_HEIGHT * before.height or _ITEM.match(line.text):
        return False
    step = before.bottom - line.bottom
    if before.page != line.page or step < -0.5 * before.height:
        return not ends_sentence(before.text) and (line.text[:1].islower() or _is_full(before, edges))
    if step < 0.5 * before.height:
        return True
    # Larger letters, those of a title, stand further apart.
    if step > distance * _WIDER * max(1.0, before.height / height):
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


def _whole_words(lines: Sequence[PrintedLine]) -> Counter[str]:
    """How often each word stands in the lines, and each part of a compound, without the halves of words cut at ends."""
    words: Counter[str] = Counter()
    cut = False
    for line in lines:
        found = [word.casefold() for word in _WORD.findall(line.text)]
        whole = found[cut : len(found) - line.hyphen]
        words.update(whole)
        words.update(part for word in whole if "-" in word for part in word.split("-"))
        cut = line.hyphen
    return words


def _keeps_hyphen(before: str, behind: str, words: Counter[str]) -> bool:
    """Whether the hyphen belongs to the word: "US-backed", "self-defence", "long-term" where that stands elsewhere."""
    first, second = _WORD.findall(before[-60:])[-1:], _WORD.match(behind)
    if not first or second is None or not before[-1].islower() or not behind[0].islower():
        return True
    # "self-de-" and "fence": only the last part of what is a compound already is cut.
    halves = [first[0].casefold().rpartition("-")[2], second[0].casefold().partition("-")[0]]
    whole, cut = words["".join(halves)], words["-".join(halves)]
    if whole or cut:
        return cut > whole
    known = background().frequency
    if "".join(halves) in known:
        return False
    # What neither the document nor the language has as one word is two, if both halves are words.
    return halves[0] in COMPOUND_STARTS or all(len(half) > 2 and (half in known or words[half]) for half in halves)
