"""Datelines: "MOSCOW (AP) —", "BEIJING, Jan. 3 (Xinhua) --", "LONDON/PARIS (Reuters) -", "(Reuters) -"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.lang.agencies import NAMELESS
from stemma.lang.calendar import MONTHS
from stemma.lang.page_words import NO_PLACES
from stemma.model import Span
from stemma.read.lines import Line
from stemma.read.unknown_wires import is_wire_by_form
from stemma.read.wires import agency_called

# A dateline stands before the lead: behind a title, a byline, some captions.
_FIRST_LINES = 12

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = rf"(?:(?i:{_MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?i:{_MONTH})\.?)(?:,?\s+(?:19|20)\d\d)?"
_BRACKETS = re.compile(r"[(\[](?P<names>[^()\[\]\n]{1,60})[)\]]")
_DASH = re.compile(r"\s*(?:--+|[—–])|\s+[-_](?=\s)|\s*[-_]?\s*$")
_DATED = re.compile(rf"(?P<place>.*?)(?:^|,?\s+)(?P<day>{_DAY})$")
_LONGEST_PLACE = 90


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline; `names` is what its brackets hold, and where."""

    text: str
    names: str | None = None
    names_span: Span | None = None


def dateline_of(lines: Sequence[Line]) -> Dateline | None:
    """The dateline among the first of `lines`, which hold no furniture.

    >>> from stemma.read.lines import lines_of
    >>> story = "Bridge reopens\\nOSTRAVA, Jan. 3 (Xinhua) -- The bridge is open."
    >>> dateline_of(lines_of(story)).text
    'OSTRAVA, Jan. 3 (Xinhua)'
    """
    for line in lines[:_FIRST_LINES]:
        if found := _with_brackets(line) or _with_dash(line.text):
            return found
    return None


def _with_brackets(line: Line) -> Dateline | None:
    match = _BRACKETS.search(line.text, 0, _LONGEST_PLACE + 62)
    if match is None or match.start() > _LONGEST_PLACE:
        return None
    place = line.text[: match.start()].strip()
    dash = bool(_DASH.match(line.text, match.end()))
    names = match["names"]
    # CNN sets no dash: "London (CNN)The bridge".
    capitals = not dash and names != "CNN"
    unknown = dash and bool(place) and is_wire_by_form(names)
    if (
        not (_is_credit(names) or unknown)
        or not _is_place(place, capitals=capitals)
        or not (dash or place or names == "CNN")
    ):
        return None
    if not dash and not line.text[match.end() :].lstrip()[:1].isupper():
        return None
    start = line.first + match.start("names")
    return Dateline(line.text[: match.end()], names, Span(start, start + len(names)))


def _with_dash(line: str) -> Dateline | None:
    """A place in capitals, a dash and the start of a sentence: "BERLIN — A ship"."""
    match = re.match(rf"(.{{2,{_LONGEST_PLACE}}}?)(?:\s*(?:--|—|–)|\s-)\s+(?=[\"“‘'«]|[^\W\d_])", line)
    if match is None:
        return None
    follows = line[match.end() : match.end() + 2]
    if not _is_place(match[1], capitals=True) or follows[:1].islower() or follows.isupper():
        return None
    return Dateline(match[1].rstrip(" ,"))


def _is_credit(names: str) -> bool:
    parts = [part.strip() for part in re.split(r"[/,;&|]|\band\b|\s[-–—]\s", names)]
    return all(
        agency_called(part) or all(word.casefold() in NAMELESS for word in part.split()) for part in parts if part
    )


def _is_place(text: str, *, capitals: bool) -> bool:
    """Whether `text` has the form of places, with or without a day behind; nothing is a place too."""
    if dated := _DATED.match(text):
        text = dated["place"]
    text = text.strip(" ,")
    if not text:
        return dated is not None or not capitals
    if re.search(r"[.!?:;\"“”()\[\]]\s+\S+\s+\S+\s+\S", text) or re.search(r"[\d:;!?\"“”—]", text):
        return False
    first = re.split(r"[,/]", text)[0].split()
    if not first or len(first) > 4 or first[0].casefold() in NO_PLACES or agency_called(text):
        return False
    if all(word.upper() == word and word[0].isalpha() for word in first) and len("".join(first)) > 1:
        return len(text.split()) <= 12
    return not capitals and len(text.split()) <= 6 and all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", text))
