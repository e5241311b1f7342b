"""Furniture: what stands in a text but isn't prose. It is found and marked, never taken out.

Prose that is lost costs more than furniture that is missed, so a line is marked only for what it says, or for where
it stands among lines that are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from stemma.lang import page_words as words
from stemma.lang.agencies import AGENCIES, PICTURE_AGENCIES
from stemma.model import Span
from stemma.read.dates import is_labelled, is_stamp
from stemma.read.lines import Line, ends_sentence
from stemma.read.wires import listed_agencies

Kind = Literal[
    "running",
    "share",
    "related",
    "sign-up",
    "cookies",
    "advert",
    "notice",
    "caption",
    "byline",
    "stamp",
    "teaser",
    "echo",
]

# Two sentences; a longer line is prose unless it starts like nothing that a reporter writes.
_LONGEST = 400
_LONGEST_CAPTION = 700
# Stamps and bylines stand at the ends of a text; dates further in are headings of a chronology.
_HEAD_LINES, _FOOT_LINES = 8, 4
# Headlines that a list under "Read more" may hold.
_MOST_HEADLINES = 6
_MOST_CAPTIONS = 3
_LONGEST_HEADLINE = 160
# In the development reports six in ten runs of four words part captions, which cut and reword a little, from headings.
_ECHO, _FEWEST_RUNS = 0.6, 5
_WORD = re.compile(r"\w+")
_FULL_STOP = re.compile(r"\.[\"'”’)]?$")


def _starts(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_STARTS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("share", _starts(words.SHARE)),
    ("sign-up", _starts(words.SIGN_UP)),
    ("cookies", _starts(words.COOKIES)),
    ("advert", _starts(words.ADVERTS)),
    ("notice", _starts(words.NOTICES)),
    ("related", _starts(words.RELATED)),
    ("caption", _starts(words.CAPTION_STARTS)),
    ("teaser", _starts(words.TEASERS)),
)
_LONG_STARTS = _starts(words.LONG_STARTS)
_CAPTION_ENDS = _starts(words.CAPTION_ENDS)

_WIRES = "|".join(re.escape(alias) for agency in AGENCIES for alias in agency.aliases)
_PICTURES = "|".join(map(re.escape, PICTURE_AGENCIES))
# "(Jane Doe/AP)", "(Ministry via AP, File)", "(AP Photo/Jane Doe)", "… REUTERS/Jane Doe", "Jane Doe/EPA"
_PICTURE_CREDIT = re.compile(
    rf"\((?!(?:{_WIRES})(?:[/,] ?(?:{_WIRES}))*\))[^()]{{2,80}}(?:/|\bvia )\s?(?:The )?"
    rf"(?:{_WIRES}|{_PICTURES})(?:, ?[^()]{{2,20}})?\)(?: \([^()]{{2,40}}\))?$"
    rf"|[(\[](?:{_WIRES}) (?:file )?(?:Photo|photo|PHOTO|Image|Video|Graphic)[^()]{{0,60}}[)\]]$"
    rf"|\((?:{_PICTURES})[^()]{{0,30}}\)$"
    rf"|\b(?:REUTERS|AFP|AP|EPA)/\s?[A-Z][\w.'’ -]{{2,40}}(?:/(?:File Photo|File|Pool|Handout))?$"
    rf"|(?:^|\. )[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}}/(?:{_WIRES}|{_PICTURES})$"
)
# "Getty Images The crowd in the square": an agency, then a caption that no full stop ends.
_CAPTION_PREFIX = re.compile(
    rf"(?:AP:Associated Press|PA:Press Association|Getty - Contributor|Splash News|{_PICTURES}"
    r"|Reuters|AFP|EPA|AP) [A-Z]"
)
_BRACKETED = re.compile(r"\[[^\[\]]{8,200}\]$")
_ADDRESSES = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_VIDEO_CLOSE = re.compile(r"CLOSE [A-Z]")
_READ_MORE_HEAD = re.compile(r"(?:read more|related|more|see also|read also|more from .{2,40})\s*:?$", re.IGNORECASE)
_VIDEO_HEAD = re.compile(r"scroll (?:down|below) for video", re.IGNORECASE)

_ROLE = re.compile(
    r"(?:staff|senior|chief|special|foreign|political|diplomatic|business|science)?\s?-?"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|staff|contributors?|bureau)\b",
    re.IGNORECASE,
)


def furniture_kinds(lines: Sequence[Line], running: Iterable[Span] = (), title: str | None = None) -> dict[Span, Kind]:
    """The lines that are furniture, each with its kind; `running` are spans that the layout told, `title` what
    stands above the text.

    If nothing would be left as prose, nothing is marked: a text of one word is a text.
    """
    told = sorted(running)
    starts = [span.start for span in told]
    kinds: dict[Span, Kind] = {}
    for position, line in enumerate(lines):
        before = bisect_right(starts, line.span.start)
        if before and line.span.end <= told[before - 1].end:
            kinds[line.span] = "running"
        elif kind := _kind_of(line.text, position, len(lines)):
            kinds[line.span] = kind
    _mark_neighbours(lines, kinds)
    _mark_echoes(lines, kinds, title)
    return kinds if len(kinds) < len(lines) else {}


def merged(text: str, marked: Mapping[Span, Kind]) -> tuple[Span, ...]:
    """The marked lines as sorted, disjoint spans; lines with only blanks between them are one."""
    spans: list[Span] = []
    for span in sorted(marked):
        if spans and not text[spans[-1].end : span.start].strip():
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return tuple(spans)


def byline_of(line: str) -> str | None:
    """The names that a bare byline holds.

    >>> byline_of("By Jane Doe and Bo Ek, Staff writers")
    'Jane Doe and Bo Ek, Staff writers'
    >>> byline_of("By Monday the river had risen.") is None
    True
    """
    if len(line) > 140 or line[:3].casefold() != "by ":
        return None
    names = line[3:].strip()
    tokens = re.sub(r"[|,/:]", " ", _ADDRESSES.sub(" ", names)).split()
    if not 1 <= len(tokens) <= 14 or (ends_sentence(names) and not names.endswith(("Jr.", "Sr."))):
        return None
    if not all(token[0].isupper() or token in words.NAME_PARTICLES or _ROLE.match(token) for token in tokens):
        return None
    return names if tokens[0].casefold() != "the" or len(tokens) > 2 else None


def _kind_of(text: str, position: int, count: int) -> Kind | None:
    at_ends = position < _HEAD_LINES or position >= count - _FOOT_LINES
    if len(text) > _LONGEST:
        if _LONG_STARTS.match(text):
            return "sign-up"
        return "caption" if len(text) <= _LONGEST_CAPTION and _is_caption(text) else None
    folded = text.casefold().strip(" \t:.…·•|»›>-–—_+*#[]()")
    if not folded:
        return "notice"
    if folded in words.WHOLE_LINES:
        return "related" if folded.startswith(("read", "related", "more")) else "share"
    if kind := next((kind for kind, pattern in _STARTS if pattern.match(text)), None):
        return kind
    if _is_caption(text):
        return "caption"
    if at_ends and byline_of(text):
        return "byline"
    if is_stamp(text) and (at_ends or is_labelled(text)):
        return "stamp"
    if position >= max(1, count - _FOOT_LINES) and listed_agencies(text):
        return "byline"
    return _kind_of_link(text)


def _kind_of_link(text: str) -> Kind | None:
    if _BRACKETED.match(text):
        return "related"
    if _VIDEO_CLOSE.match(text):
        return "caption"
    address = _ADDRESSES.search(text) if "@" in text else None
    if address and len(text.split()) <= 8 and not text.endswith((".", "!", "?")):
        return "notice"
    return None


def _is_caption(text: str) -> bool:
    tail = text[-160:]
    if _PICTURE_CREDIT.search(tail) or _CAPTION_ENDS.search(tail):
        return True
    return bool(_CAPTION_PREFIX.match(text)) and not ends_sentence(text)


def _mark_neighbours(lines: Sequence[Line], kinds: dict[Span, Kind]) -> None:
    """Headlines under a closing "Read more:", captions under "Scroll down for video", points under a teaser."""
    for position, line in enumerate(lines):
        rest = lines[position + 1 : position + _MOST_HEADLINES + 2] if line.span in kinds else ()
        if not rest:
            continue
        if _READ_MORE_HEAD.match(line.text):
            if len(rest) <= _MOST_HEADLINES and _are_headlines([other for other in rest if other.span not in kinds]):
                kinds.update((other.span, kinds.get(other.span, "related")) for other in rest)
        elif _VIDEO_HEAD.match(line.text) or kinds[line.span] == "teaser":
            for other in rest[:_MOST_CAPTIONS]:
                if ends_sentence(other.text) or not _is_headline(other):
                    break
                kinds.setdefault(other.span, "caption")


def _mark_echoes(lines: Sequence[Line], kinds: dict[Span, Kind], title: str | None) -> None:
    """Captions, pull quotes and the like without a cue: lines that end no sentence and say again what prose says.

    A first line that is the title again is one too. Without a title the first line may be it, and stays.
    """
    prose = [line for line in lines if line.span not in kinds]
    said = {run for line in prose if ends_sentence(line.text) for run in _runs(line.text)}
    for position, line in enumerate(prose):
        if ends_sentence(line.text) or len(line.text) > _LONGEST:
            continue
        runs = _runs(line.text)
        again = len(runs) >= _FEWEST_RUNS and sum(run in said for run in runs) >= _ECHO * len(runs)
        if position == 0:
            again = title is not None and _WORD.findall(line.text.casefold()) == _WORD.findall(title.casefold())
        if again:
            kinds[line.span] = "echo"


def _runs(text: str) -> list[tuple[str, ...]]:
    """The runs of four words of a line."""
    words = _WORD.findall(text.casefold())
    return list(zip(words, words[1:], words[2:], words[3:], strict=False))


def _is_headline(line: Line) -> bool:
    return len(line.text) <= _LONGEST_HEADLINE and not _FULL_STOP.search(line.text)


def _are_headlines(lines: Sequence[Line]) -> bool:
    """Whether these closing lines are a list of headlines, some of which are sentences themselves."""
    short = all(len(line.text) <= _LONGEST_HEADLINE for line in lines)
    return short and 2 * sum(map(_is_headline, lines)) >= len(lines)
