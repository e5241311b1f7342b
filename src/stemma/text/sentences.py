"""Sentences, by rules: a paragraph is cut after each stop that ends one.

A stop ends a sentence where white space follows and what comes next can begin one; what stands before a full stop (an
abbreviation, an initial, the number of a list) may forbid it. The words that decide are data, in `stemma.lang.en`.
"""

import re
from collections.abc import Iterator, Sequence

from stemma.lang import en
from stemma.model import Span
from stemma.text.paragraphs import paragraphs, trimmed

_CLOSERS = "\"'”’»›)\\]}」』）】"
_STOP = re.compile(
    rf"(?P<wide>[。！？｡]+[{_CLOSERS}]*)"
    rf"|(?P<stop>\.(?:[ \u00a0]\.){{2,}}|[.!?…؟۔।॥]+)(?P<close>(?:[{_CLOSERS}]|\[\d{{1,3}}\])*)"
    rf"(?=(?P<space>\s)|$|(?P<glued>[“«‘\"]?[^\W\d_]))"
)
_SKIPPED = re.compile(r"[\s\"'“”„‘’«»‹›()\[\]{}*•\-–—_`¿¡]*")
_NEXT_WORD = re.compile(r"[^\W_]+(?:\.[^\W_](?!\w))*")
_TOKEN = re.compile(r"[^\W_](?:[\w.’'&-]*[^\W_])?$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
# The longest abbreviation has fewer letters; looking no farther back keeps the time linear.
_REACH = 24
_LOOKS_AHEAD = 80
_NAME_WORDS = 5


def sentences(text: str, skip: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The sentences of `text` outside of `skip`, which is sorted and disjoint.

    They are sorted and disjoint, have no white space at their ends, and together cover every letter and digit outside
    of `skip`. A headline ends with its line, a quotation of several sentences is cut at its inner stops, and a dateline
    stays with its sentence. Takes time linear in the length of the text.

    >>> text = "Gen. A. B. Moss spoke at 5 p.m. Friday. “It rose 2.5 points. Why?” he asked."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Gen. A. B. Moss spoke at 5 p.m. Friday.', '“It rose 2.5 points.', 'Why?” he asked.']
    """
    found: list[Span] = []
    for paragraph in paragraphs(text, skip):
        found.extend(_cut(text, paragraph))
    return tuple(found)


def _cut(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _ends(text, stop, start, paragraph.end):
            sentence = trimmed(text, Span(start, stop.end()))
            if _has_words(text, sentence):
                yield sentence
            start = stop.end()
    rest = trimmed(text, Span(start, paragraph.end))
    if _has_words(text, rest):
        yield rest


def _has_words(text: str, span: Span) -> bool:
    return any(map(str.isalnum, text[span.start : span.end]))


def _ends(text: str, stop: re.Match[str], start: int, end: int) -> bool:
    """Whether the stop ends the sentence that begins at `start`."""
    if stop["wide"]:
        return True
    if stop["glued"]:
        return _ends_unspaced(text, stop)
    skipped = _SKIPPED.match(text, stop.end(), end)
    at = skipped.end() if skipped else stop.end()
    if at >= end:
        return True
    if text[at].islower() and not text[at + 1 : at + 2].isupper():
        return False
    if stop["stop"] in ("!", "?") and stop["close"]:
        return not _speaker_follows(text, at, end)
    if stop["stop"] == ".":
        return _full_stop_ends(text, stop, start, at, end)
    return True


def _ends_unspaced(text: str, stop: re.Match[str]) -> bool:
    """Whether a space was lost after the stop, as pages do where two elements meet: `he said.”The talks`."""
    following = text[stop.end() : stop.end() + 3].lstrip('“«‘"')
    before = text[max(0, stop.start() - 3) : stop.start()]
    return (
        len(before) == 3
        and all(c.isalpha() and not c.isupper() for c in before)
        and following[:1].isupper()
        and (following[1:2].islower() or bool(stop["close"]))
    )


def _speaker_follows(text: str, at: int, end: int) -> bool:
    """Whether `Anna Moss said` follows a quotation that ends in "!" or "?"."""
    ahead = text[at : min(end, at + _LOOKS_AHEAD)].split()[:_NAME_WORDS]
    for number, word in enumerate(ahead):
        if word.rstrip(".,:;") in en.SAYING:
            return number > 0
        if not word[0].isupper():
            return False
    return False


def _full_stop_ends(text: str, stop: re.Match[str], start: int, at: int, end: int) -> bool:
    before = text[max(start, stop.start() - _REACH) : stop.start()]
    token = _TOKEN.search(before)
    if not token or stop["close"]:
        return True
    word = token.group()
    small = word.lower()
    match = _NEXT_WORD.match(text, at, min(end, at + _REACH))
    following = match.group() if match else ""
    if word.isdecimal() and len(word) <= 2 and not text[start : stop.start() - len(word)].strip():
        return False  # the number of a list: "1. Foo"
    if small in en.LINKS or (small in en.TITLES and word[0].isupper()):
        return False
    if small in en.NUMBERED and following[:1].isdigit():
        return False
    if small in en.CLOCK:
        return following.lower() not in en.AFTER_CLOCK
    if (small in en.SHORTENED and word[0].isupper()) or _INITIALS.fullmatch(word):
        return following.lower() in en.STARTERS and following[:1].isupper()
    return True
