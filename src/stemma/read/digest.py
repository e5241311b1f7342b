"""Digests: a country report or bulletin whose items stand under numbered headlines, "2.5 Bridge opens again".

Books, laws and studies number their chapters too, so a digest must look like one in four ways: it calls itself a
periodical and names its month, its numbers rise, its headlines are headlines, and prose stands under them.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from stemma.lang.calendar import MONTHS
from stemma.lang.page_words import SERIES
from stemma.model import Span
from stemma.read.draft import Draft
from stemma.read.lines import Line, lines_of
from stemma.read.running import running_lines

_HEADING = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,2})\.?\s+(?P<title>[^\W\d_].*|[\"“‘'«]\S.*)$")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_PERIOD = re.compile(rf"\b(?:{_MONTH})\.?,?\s+(?:\d{{1,2}},?\s+)?(?:19|20)\d\d\b", re.IGNORECASE)
_SERIES = re.compile(SERIES, re.IGNORECASE)
_LEADER = re.compile(r"(?:\.{3,}|…|\s{3,}|\s)\s*\d{1,3}$")
_LONGEST_HEADING = 160
_FIRST_LINES = 12
# Chapters are called "Introduction" and "Key findings"; headlines of news run to eight words and more.
_FEWEST_WORDS_OF_HEADLINES = 5
_FEWEST_WORDS = 40


@dataclass(frozen=True, slots=True)
class _Heading:
    line: Line
    number: tuple[int, ...]
    title: str


def items_of(draft: Draft) -> list[Draft]:
    """The items of a digest; none where `draft` is no digest or holds one item only."""
    lines = lines_of(draft.text)
    running = sorted({*draft.furniture, *running_lines(lines)})
    apart = set(running)
    body = [line for line in lines if line.span not in apart]
    headings = _rising([heading for line in body if (heading := _heading(line))])
    name = _name(draft, lines, apart)
    if len(headings) < 2 or name is None:
        return []
    parts, furniture = _parts(draft, body, headings)
    full = [heading for heading, part, prose in parts if prose]
    if len(full) < 2 or median(len(heading.title.split()) for heading in full) < _FEWEST_WORDS_OF_HEADLINES:
        return []
    return [_item(draft, heading, part, (*running, *furniture), name) for heading, part, prose in parts if prose]


def _heading(line: Line) -> _Heading | None:
    match = _HEADING.match(line.text)
    if match is None or len(line.text) > _LONGEST_HEADING or line.text.endswith((".", ",", ";", ":")):
        return None
    if _LEADER.search(line.text) and not re.search(r"(?:19|20)\d\d$", line.text):
        return None
    return _Heading(line, tuple(map(int, match["number"].split("."))), match["title"])


def _rising(headings: Sequence[_Heading]) -> list[_Heading]:
    """The headings if their numbers rise throughout; of a table of contents before them, nothing."""
    for first in range(len(headings)):
        rest = headings[first:]
        if all(a.number < b.number for a, b in pairwise(rest)):
            return list(rest)
    return []


def _name(draft: Draft, lines: Sequence[Line], running: set[Span]) -> str | None:
    """What a periodical calls itself, with its month: in its title, its first lines or its running heads."""
    own = [line.text for line in lines if line.span in running] + [line.text for line in lines[:_FIRST_LINES]]
    for words in (*([draft.title] if draft.title else []), *own):
        if len(words) <= _LONGEST_HEADING and _SERIES.search(words) and _PERIOD.search(words):
            return re.sub(r"^\d{1,4}\s+|\s+\d{1,3}$|\s*\b(?:https?://|www\.)\S+", "", words).strip() or None
    return None


def _parts(
    draft: Draft, body: Sequence[Line], headings: Sequence[_Heading]
) -> tuple[list[tuple[_Heading, Span, bool]], list[Span]]:
    """Each heading with what stands under it and whether that is prose; an empty section's heading joins the next."""
    parts: list[tuple[_Heading, Span, bool]] = []
    furniture: list[Span] = []
    waiting: int | None = None
    starts = [line.span.start for line in body]
    ends = [heading.line.span.start for heading in headings[1:]] + [len(draft.text)]
    for heading, end in zip(headings, ends, strict=True):
        start = heading.line.span.start
        under = body[bisect_left(starts, heading.line.span.end) : bisect_left(starts, end)]
        words = sum(len(line.text.split()) for line in under)
        if not words:
            furniture.append(heading.line.span)
            waiting = start if waiting is None else waiting
            continue
        parts.append((heading, Span(start if waiting is None else waiting, end), words >= _FEWEST_WORDS))
        waiting = None
    return parts, furniture


def _item(draft: Draft, heading: _Heading, part: Span, furniture: Sequence[Span], name: str) -> Draft:
    text = draft.text[part.start : part.end].rstrip()
    end = part.start + len(text)
    inside = [
        Span(s.start - part.start, s.end - part.start)
        for s in sorted(furniture)
        if part.start <= s.start and s.end <= end
    ]
    return replace(draft, text=text, title=heading.title, furniture=tuple(dict.fromkeys(inside)), container=name)
