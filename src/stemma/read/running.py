"""Running heads and feet in a text that was taken from pages: by repetition with masked digits, and by their form."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from stemma.lang.calendar import MONTHS, WEEKDAYS
from stemma.lang.page_words import SERIES, TITLE_PARTICLES
from stemma.model import Span
from stemma.read.dates import is_stamp, normalised
from stemma.read.lines import Line, ends_sentence

_EDGE_LINES = 3
_LONGEST = 120
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

_BARE_NUMBER = re.compile(r"[-–—|\s\[(]*(?:\d{1,4}|[ivxl]{1,6})[-–—|\s\])]*$")
_NUMBERED = re.compile(
    r"(?:page|pages|pg\.?|pp?\.?|seite|página|pagina|стр\.?)\s*\d{1,4}(?:\s*(?:of|/|von|de)\s*\d{1,4})?(?P<rest>.*)$",
    re.IGNORECASE,
)
_NUMBERED_END = re.compile(
    r"(?P<rest>.*?)[\s|·•–—-]+(?:page|pg\.?|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE
)
_NUMBER_AT_EDGE = re.compile(r"\d{1,4}(?:\s*\||\s*[-–—])?\s+\S|.*\S\s+(?:\|\s*|[-–—]\s*)?\d{1,4}$")
_ADDRESS = re.compile(
    r"\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|info|news|eu|gov|int|co\.\w\w)\b", re.IGNORECASE
)
_HOST = re.compile(r"(?<!\S)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?(?!\S)")
_IN_SERIES = re.compile(SERIES, re.IGNORECASE)
_DAY = re.compile(rf"\b(?:\d{{1,2}}\s+(?:{_MONTH})|(?:{_MONTH})\.?\s+\d{{1,2}}),?\s+(?:19|20)\d\d\b", re.IGNORECASE)
_MOST_NAME_WORDS = 10
_NO_NAME = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b|\bpage\b|\d+", re.IGNORECASE)
_DATED = re.compile(rf"\b(?:\d{{1,2}}\s+)?(?:{_MONTH})\.?\s+(?:\d{{1,2}},?\s+)?(?:19|20)\d\d\b", re.IGNORECASE)


def running_lines(lines: Sequence[Line]) -> list[Span]:
    """The running heads and feet among the lines of one text, in order.

    Lines at the very top and bottom are told by their form, one after the other; further in only what comes again
    with rising numbers is taken for one.
    """
    found = {line.span for line in _edge(lines)}
    found.update(line.span for line in _edge(lines[::-1]))
    found.update(_repeated(lines))
    return sorted(found)


def is_running(line: str) -> bool:
    """Whether a line has the form of a running head or foot.

    >>> is_running("7 RURITANIA Country Report March 2021 www.example.com")
    True
    >>> is_running("12 killed as ferry sinks, March 2018 report says")
    False
    """
    if len(line) > _LONGEST:
        return False
    if _BARE_NUMBER.match(line):
        return True
    if (numbered := _NUMBERED.match(line) or _NUMBERED_END.match(line)) is not None:
        return _is_label(numbered["rest"]) and len(numbered["rest"].split()) <= 8
    if not _NUMBER_AT_EDGE.match(line) or not _is_label(line):
        return False
    dated = bool(_DATED.search(line))
    return bool(_ADDRESS.search(line)) or (dated and bool(_IN_SERIES.search(line)))


class Masthead(NamedTuple):
    """What papers print on each page: their name, and the day."""

    name: str | None
    day: str


def masthead_of(line: str) -> Masthead | None:
    """The masthead that a line in the margin of a page is, if it is one.

    >>> masthead_of("The Morra Gull Thursday, 23 April 2026")
    Masthead(name='The Morra Gull', day='2026-04-23')
    >>> masthead_of("Bridge opens on 23 April 2026") is None
    True
    """
    day = _DAY.search(line)
    if day is None or len(line) > _LONGEST or not _is_label(line) or len(line.split()) > _MOST_NAME_WORDS:
        return None
    rest = _HOST.sub(" ", _ADDRESS.sub(" ", f"{line[: day.start()]} {line[day.end() :]}"))
    name = " ".join(_NO_NAME.sub(" ", rest).split()).strip(" ,|·•–—-")
    found = normalised(day[0])
    return Masthead(name or None, found) if found else None


def masked(line: str) -> str:
    """`line` with its numbers masked: what a running line has in common with those of other pages.

    >>> masked("Page 11 - Report 2022")
    'Page # - Report #'
    """
    return _DIGITS.sub("#", " ".join(line.split()))


def _edge(lines: Sequence[Line]) -> list[Line]:
    found = []
    for line in lines[:_EDGE_LINES]:
        if not is_running(line.text):
            break
        found.append(line)
    return found if len(found) < len(lines) else []


def _is_label(text: str) -> bool:
    """Whether the words are those of a title or name: none but small ones in lower case, and no sentence."""
    bare = _HOST.sub(" ", _ADDRESS.sub(" ", text))
    return not ends_sentence(bare) and all(
        word in TITLE_PARTICLES or not word[0].isalpha() or not word[0].islower() for word in bare.split()
    )


def _repeated(lines: Sequence[Line]) -> list[Span]:
    """Short lines that come three times or more, alike but for numbers, the first of which rises each time."""
    # With how many numbers they have: a line may hold the mark of the mask itself.
    alike: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in lines:
        if (
            len(line.text) <= _LONGEST
            and any(map(str.isdigit, line.text))
            and not ends_sentence(line.text)
            and not is_stamp(line.text)
        ):
            alike[masked(line.text), len(_DIGITS.findall(line.text))].append(line)
    found: list[Span] = []
    for (key, _), group in alike.items():
        # "Day 1", "Day 2" are headings.
        if len(group) < 3 or len(_LETTERS.findall(key)) < 3 or not _is_label(key):
            continue
        numbers = [[int(digits[:9]) for digits in _DIGITS.findall(line.text)] for line in group]
        columns = zip(*numbers, strict=True)
        if any(all(a < b for a, b in pairwise(column)) for column in columns):
            found.extend(line.span for line in group)
    return found
