"""Paragraphs: lines, joined where a line break only wraps a sentence.

News text comes in three shapes: a paragraph on each line, paragraphs hard-wrapped at some width and parted by blank
lines, and a mixture with a stray break inside a sentence. A break is a wrap where

- the text is wrapped at a width, and the next word would not have fitted on the line, or
- the line stops in mid-sentence (no terminal mark) and the next one goes on in lower case, or
- the line ends in a comma or a dash, as a dateline on a line of its own does.

A blank line and a skipped span always end a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from stemma.model import Span

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[^\S\n\r\v\f\x85\u2028\u2029]*[\n\r\v\f\x85\u2028\u2029]")
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？؟۔।॥][\"'”’»)\]]*$")
_HANGS = re.compile(r"\w\W{0,3}(?:,|[—–]|\s-{1,2})$")
_FIRST_WORD = re.compile(r"\S{1,30}")
_ADDRESS = re.compile(r"[\w-]+[.:/@][\w/]")
# Widths at which people and programs wrap: below lie lists of headlines, above lie paragraphs.
_NARROWEST, _WIDEST = 30, 130
# A line of proportional type holds more or fewer characters than its neighbours; measured on two-column PDF text.
_RAGGED = 0.8
_WRAPPED_LINES = 5


def paragraphs(text: str, skip: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The paragraphs of `text` outside of `skip`: sorted, disjoint, without white space at their ends.

    `skip` is sorted and disjoint. Takes time linear in the length of the text.

    >>> text = "A ferry ran\\naground on Sunday.\\nNobody was hurt."
    >>> [text[start:end] for start, end in paragraphs(text)]
    ['A ferry ran\\naground on Sunday.', 'Nobody was hurt.']
    """
    lines = [line for piece in gaps(len(text), skip) for line in _lines(text, piece)]
    width = _width([line.end - line.start for line in lines])
    edges = [span.start for span in skip]
    joined = lines[:1]
    edge = 0
    for before, line in pairwise(lines):
        while edge < len(edges) and edges[edge] < before.end:
            edge += 1
        apart = edge < len(edges) and edges[edge] < line.start
        if not apart and _goes_on(text, before, line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def gaps(length: int, skip: Sequence[Span]) -> Iterator[Span]:
    """What lies between the sorted spans of `skip` in a text of `length` characters."""
    at = 0
    for span in skip:
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < length:
        yield Span(at, length)


def trimmed(text: str, span: Span) -> Span:
    """`span` without the white space at its ends; empty where it holds nothing else."""
    inside = text[span.start : span.end]
    start = span.end - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))


def _lines(text: str, piece: Span) -> Iterator[Span]:
    for match in _LINE.finditer(text, piece.start, piece.end):
        line = trimmed(text, Span(*match.span()))
        if line.end > line.start:
            yield line


def _width(lengths: list[int]) -> int:
    """The width that the text is wrapped at; 0 where it is not wrapped."""
    if len(lengths) < _WRAPPED_LINES:
        return 0
    width = sorted(lengths)[int(len(lengths) * 0.95)]
    if not _NARROWEST <= width <= _WIDEST or max(lengths) > 2 * width:
        return 0
    full = sum(length >= _RAGGED * width for length in lengths)
    return width if full >= max(_WRAPPED_LINES - 2, 0.4 * len(lengths)) else 0


def _goes_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the break between two lines wraps one paragraph."""
    if _BLANK.search(text, line.end, following.start):
        return False
    word = _FIRST_WORD.match(text, following.start, following.end)
    first = word.group() if word else ""
    if width and line.end - line.start + 1 + min(len(first), 15) > _RAGGED * width + 5:
        return True
    tail = text[max(line.start, line.end - 8) : line.end]
    if _HANGS.search(tail):
        return True
    return first[:1].islower() and not _ADDRESS.match(first) and not _ENDS_SENTENCE.search(tail)
