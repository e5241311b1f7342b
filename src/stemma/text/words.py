"""Word tokens of any script."""

import re
import unicodedata
from functools import partial

from stemma.model import Span

# `\w` knows no combining marks, without which a Hindi or a vowelled Arabic word falls to pieces.
_MARKS = "".join(c for c in map(chr, range(0x300, 0x1E000)) if unicodedata.category(c) in ("Mn", "Mc"))
_JOINERS = "\u00ad\u200c\u200d\u2060"
# Scripts that write words without spaces: each character counts as a word.
_IDEOGRAPH = "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_LETTERS = rf"(?:[^\W\d_{_IDEOGRAPH}]|[{_MARKS}{_JOINERS}])"
_WORD = re.compile(
    rf"\d+(?:[.,:]\d+)*(?:{_LETTERS}+)?|[{_IDEOGRAPH}][{_MARKS}]*|{_LETTERS}(?:{_LETTERS}|\d)*(?:['’]{_LETTERS}+)*"
)


# What `Span(*pair)` does, without the detour over Python code: texts have millions of words.
_span = partial(tuple.__new__, Span)


def words(text: str) -> tuple[Span, ...]:
    """The word tokens of `text`: letters with their marks and inner apostrophes, numbers with their separators.

    Hyphens part words, and so does an underscore; characters of scripts without spaces are words of their own.

    >>> text = "Iran's trade rose 1.6-fold."
    >>> [text[start:end] for start, end in words(text)]
    ["Iran's", 'trade', 'rose', '1.6', 'fold']
    """
    return tuple(map(_span, (match.span() for match in _WORD.finditer(text))))
