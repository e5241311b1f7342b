"""Tokens of English, as in the Penn Treebank and in Universal Dependencies' English corpora.

Clitics, marks and units are tokens of their own (`did|n't`, `Anna|'s`, `5|%`), words with hyphens are parted but for
prefixes that are no words (`well|-|known`, `co-founder`), and an abbreviation keeps its full stop.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache, partial

from stemma.lang import en, en_tokens
from stemma.model import Span

_CHUNK = re.compile(r"\S+")
_NUMBERED = re.compile(r"\W?(?i:nos?|art|arts|figs?|sec|pp?|vols?|ch)\.$")
"""What keeps its full stop where a number follows."""
_ENUMERATOR = re.compile(r"(?:\d{1,2}\.(?:\d{1,2}\.)*|[(\[]?(?:\d{1,2}|[A-Za-z])[)\]])$")
"""The number of a list or of a heading."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_CLITIC = re.compile(r"(?<=\w)(?:(?i:n['’]t)|['’](?i:s|re|ve|ll|d|m))$")
_CLITIC_ALONE = re.compile(rf"['’](?i:s|re|ve|ll|d|m|{'|'.join(sorted(en.ELISIONS))}|\d\ds?)$")
_ADDRESS = re.compile(
    r"(?i:https?://|www\.|doi:)\S|[\w.+-]+@[\w-]+\.\w|[@#]\w+$"
    r"|[\w-]+(?:\.[\w-]+)*\.(?i:com|org|net|gov|edu|int|info|io|tv|eu|uk|ru|ir|de|fr)(?:/|$)"
)
_TELEPHONE = re.compile(r"(?:\d{3}-)?\d{3}-\d{4}$")
_INSIDE = re.compile(
    r"(?<=[^\W_])-(?=[^\W_])|(?<=[^\W\d_]\.)-(?=[^\W_])|-{2,}|[—–…]+|\.{3,}|(?<=[^\W\d_])/(?=[^\W\d_])|[\"“”()\[\]]"
    r"|(?<=[a-z])[.,](?=[A-Z][a-z])|(?<=[^\W_])[;:!?](?=[^\W\d_])|(?<=[^\W_]),(?=[^\W\d_])|(?<=[^\W\d_]),(?=[^\W_])"
    r"|(?<=\d),(?=\d{1,2}(?!\d))"
)
_ABBREVIATED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\.?")
_MEASURE = re.compile(r"(\d[\d.,:]*)(?:%|°[CF]?|[ap]\.?m\.?|km²?|kg|mm|cm|m|ft|lbs?|mph|bn|tn|k?Hz|[KMG]B)$")
_PRICE = re.compile(r"(?:US|C|A|HK|NZ|R|S)?[$£€¥](?=\d)")
_OPENERS = "([{<\"“‘«'’`¿¡*_—–…$£€¥"
_CLOSERS = ")]}>\"”’»'`,;:!?…*_—–%°"
_ENDS = '.,;:!?)"”'
_TOGETHER = (".…", "-", "—", "–")
"""Marks that are one token where they follow each other."""
_JOINER = "\u200d"
_COLOURS = "🏻🏼🏽🏾🏿"
_LONGEST_CACHED = 40
_REACH = 24
"""Characters in which an abbreviation or a measure fits: looking no farther keeps the time linear."""

_span = partial(tuple.__new__, Span)


def tokens(text: str, within: Span | None = None) -> list[Span]:
    """The tokens of `text`, or of its paragraph `within`: sorted, disjoint, without white space.

    They cover everything but white space. Takes time linear in the length of the text.

    >>> text = "Anna's well-known co-founder didn't pay $5m (or 3%) in the U.S."
    >>> "|".join(text[start:end] for start, end in tokens(text))
    "Anna|'s|well|-|known|co-founder|did|n't|pay|$|5|m|(|or|3|%|)|in|the|U.S."
    """
    start, end = within or (0, len(text))
    found: list[Span] = []
    numbered = -1
    for match in _CHUNK.finditer(text, start, end):
        at, after = match.span()
        if numbered == len(found) and text[at].isdigit():
            found[-2:] = [_span((found[-2].start, found[-1].end))]
        chunk = match.group()
        if at == start and _ENUMERATOR.match(chunk):
            found.append(_span((at, after)))
            continue
        before = at
        for edge in _edges(chunk) if len(chunk) <= _LONGEST_CACHED else _cut(chunk):
            found.append(_span((before, at + edge)))
            before = at + edge
        if chunk[-1] == "." and _NUMBERED.match(chunk) and found[-1].end - found[-1].start == 1:
            numbered = len(found)
    return found


def _cut(chunk: str) -> tuple[int, ...]:
    """The ends of the tokens of a chunk without white space."""
    if chunk.isalpha() and chunk.isascii() and chunk.lower() not in en_tokens.CONTRACTIONS:
        return (len(chunk),)
    if chunk in en_tokens.FACES:
        return (len(chunk),)
    if not any(map(str.isalnum, chunk)):
        return tuple(_runs(chunk, 0, len(chunk)))
    first, last = _core(chunk)
    return (*_runs(chunk, 0, first), *_core_edges(chunk, first, last), *_runs(chunk, last, len(chunk)))


_edges = lru_cache(1 << 16)(_cut)


def _runs(chunk: str, start: int, end: int) -> Iterator[int]:
    """The ends of the marks between two places: each by itself, but dots, dashes and doubled quotation marks."""
    while start < end:
        mark = chunk[start]
        together = next((marks for marks in _TOGETHER if mark in marks), "")
        after = start + 1
        while after < end and (chunk[after] in together or _is_joined(chunk, after)):
            after += 1
        if mark in "'`" and chunk[after : after + 1] == mark and after < end:
            after += 1
        yield after
        start = after


def _is_joined(chunk: str, at: int) -> bool:
    """Whether a character only changes the one before it, as colours and joiners do in pictures."""
    return chunk[at] > "\x7f" and (
        chunk[at - 1] == _JOINER or chunk[at] in _COLOURS or unicodedata.category(chunk[at]) in ("Mn", "Me", "Cf")
    )


def _core(chunk: str) -> tuple[int, int]:
    """What is left of a chunk, which has a letter or digit, when marks are taken from both of its sides."""
    first, last = 0, len(chunk)
    while last - first > 1 and _opens(chunk, first, last):
        first += 1
    if _ADDRESS.match(chunk, first):
        return first, max(first + 1, len(chunk.rstrip(".,;:!?)>]}\"'”’…")))
    while last - first > 1 and _closes(chunk, first, last):
        last -= 1
    return first, last


def _opens(chunk: str, first: int, last: int) -> bool:
    """Whether the mark at `first` stands before a word."""
    mark, following = chunk[first], chunk[first + 1]
    if mark in "'’":
        return not _CLITIC_ALONE.match(chunk[first : min(last, first + _REACH)].rstrip(_ENDS))
    if mark == "#":
        return not following.isalpha()
    if mark == "-":
        return not following.isdigit()
    return mark in _OPENERS or (mark == "." and following == ".") or (mark == "." and chunk[first - 1 : first] == ".")


def _closes(chunk: str, first: int, last: int) -> bool:
    """Whether the mark at `last - 1` stands after a word."""
    mark = chunk[last - 1]
    if mark == ".":
        dots = chunk[last - 2] == "." or chunk[last : last + 2] == ".."
        return dots or not _is_abbreviation(chunk[max(first, last - _REACH) : last - 1])
    return mark in _CLOSERS or (mark == "-" and last - first > 2)


def _is_abbreviation(word: str) -> bool:
    """Whether a full stop after `word` belongs to it."""
    small = word.lower().lstrip("0123456789:.,")
    if small in en_tokens.ABBREVIATIONS or (small in en_tokens.ABBREVIATIONS_WITH_CAPITAL and word[0].isupper()):
        return True
    return bool(_INITIALS.fullmatch(word))


def _core_edges(chunk: str, first: int, last: int) -> Iterator[int]:
    """The ends of the tokens of a word with hyphens, clitics, units and prices."""
    core = chunk[first:last]
    start = 0
    if not _is_one(core):
        for match in _INSIDE.finditer(core):
            if match.start() > 0 and match.end() < len(core) and not _is_prefix(core, start, match):
                yield from (first + start + edge for edge in _word_edges(core[start : match.start()]))
                yield first + match.end()
                start = match.end()
    yield from (first + start + edge for edge in _word_edges(core[start:]))


def _is_one(core: str) -> bool:
    """Whether nothing inside of a word parts it."""
    if _ADDRESS.match(core):
        return True
    return len(core) <= _REACH and bool(_ABBREVIATED.fullmatch(core) or _TELEPHONE.match(core))


def _is_prefix(core: str, start: int, hyphen: re.Match[str]) -> bool:
    prefix = core[: hyphen.start()]
    return (
        start == 0
        and hyphen.group() == "-"
        and len(prefix) < _REACH
        and prefix.lower() in en_tokens.PREFIXES
        and (len(prefix) == 1 or not prefix.isupper())
    )


def _word_edges(word: str) -> Iterator[int]:
    """The ends of the tokens of a word without hyphens."""
    if not word:
        return
    if whole := en_tokens.CONTRACTIONS.get(word.lower()):
        yield whole
    elif clitic := _CLITIC.search(word, max(0, len(word) - 5)):
        yield clitic.start()
    elif measure := _MEASURE.match(word[: _REACH + 1]):
        yield measure.end(1)
    elif price := _PRICE.match(word):
        yield price.end()
    yield len(word)
