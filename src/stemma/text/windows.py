"""Windows: the stretches of a text that the encoder reads at once.

A window holds whole paragraphs as far as they fit. A longer paragraph is cut at the end of a sentence where there is a
sure one, and else into windows that overlap: where to pass from one to the next is then left to whoever reads them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.model import Span
from stemma.text import forms
from stemma.text.tokens import tokens
from stemma.text.wordpiece import WordPiece

MOST_WORDS = 150
MOST_SUB_WORDS = 250
"""Without the marks of beginning and end; at twice that many the encoder has no places left."""
_MOST_OF_ONE_WORD = 200
_LEAST = 20
"""Words of a window that a sure end of a sentence may not cut short."""
_OVERLAP = 40
_ENDS = frozenset(".!?")
_CLOSERS = frozenset("\"'”’»)]") | {"''"}
_OPENERS = frozenset("\"“‘'«([")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text in columns; `opens` are the indices of those that begin a paragraph."""

    spans: list[Span]
    forms: list[str]
    codes: list[int]
    pieces: list[tuple[int, ...]]
    opens: list[int]


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens `[first, after)`; where the window before it goes on beyond `first`, the two overlap."""

    first: int
    after: int


def words(text: str, paragraphs: Sequence[Span], wordpiece: WordPiece) -> Words:
    """The tokens of the paragraphs of `text`."""
    found = Words([], [], [], [], [])
    for paragraph in paragraphs:
        before, end = forms.OPENING, -1
        opens = len(found.spans)
        for span in tokens(text, paragraph):
            start = span.start
            if end >= 0:
                before = forms.GLUED if start == end else forms.SPACED
            end = span.end
            word = text[start:end]
            found.forms.append(word)
            found.codes.append(forms.code(word, before))
            found.spans.append(span)
        if len(found.spans) > opens:
            found.opens.append(opens)
    found.pieces.extend(map(wordpiece.ids, found.forms))
    return found


def windows(read: Words) -> Iterator[Window]:
    """The windows of a text, in order; together they hold each token at least once."""
    first = after = size = 0
    for start, end in pairwise([*read.opens, len(read.forms)]):
        length = _sub_words(read, start, end)
        if end - first > MOST_WORDS or size + length > MOST_SUB_WORDS:
            if after > first:
                yield Window(first, after)
            first, size = start, 0
            if end - start > MOST_WORDS or length > MOST_SUB_WORDS:
                for window in _cut(read, start, end):
                    if window.after < end:
                        yield window
                    else:
                        first, length = window.first, _sub_words(read, window.first, end)
        after = end
        size += length
    if after > first:
        yield Window(first, after)


def sub_words(pieces: tuple[int, ...]) -> tuple[int, ...]:
    """Those of a word that are read."""
    return pieces[:_MOST_OF_ONE_WORD]


def _sub_words(read: Words, start: int, end: int) -> int:
    return sum(min(len(pieces), _MOST_OF_ONE_WORD) for pieces in read.pieces[start:end])


def _cut(read: Words, start: int, end: int) -> Iterator[Window]:
    """The windows of a paragraph that is too long for one."""
    while start < end:
        full = _full(read, start, end)
        if full == end:
            yield Window(start, end)
            return
        sure = next((at for at in range(full, start + _LEAST, -1) if _surely_begins(read, at)), None)
        if sure is not None:
            yield Window(start, sure)
            start = sure
        else:
            yield Window(start, full)
            # Of a few words, each of many sub-words, none is read twice.
            start = full - _OVERLAP if full - start > 2 * _OVERLAP else full


def _full(read: Words, start: int, end: int) -> int:
    """Where a window that begins at `start` is full."""
    size = 0
    for at in range(start, min(end, start + MOST_WORDS)):
        size += min(len(read.pieces[at]), _MOST_OF_ONE_WORD)
        if size > MOST_SUB_WORDS:
            return at
    return min(end, start + MOST_WORDS)


def _surely_begins(read: Words, at: int) -> bool:
    """Whether a sentence begins at a token, as marks and capitals say."""
    word = read.forms[at]
    if read.codes[at] // forms.FORMS != forms.SPACED or not (word[0].isupper() or word[0] in _OPENERS):
        return False
    stop = at - 1
    while stop > at - 4 and stop > 0 and read.forms[stop] in _CLOSERS:
        stop -= 1
    # After `“Who?”` the speaker may follow, in the same sentence.
    return read.forms[stop] == "." or (stop == at - 1 and read.forms[stop] in _ENDS)
