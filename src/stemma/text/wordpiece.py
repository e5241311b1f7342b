"""Sub-words: WordPiece as BERT's uncased models were trained with it (Devlin et al. 2019).

A word is cleaned, brought into small letters without accents, parted at punctuation and ideographs, and each part is
cut into the longest pieces that the vocabulary has, from left to right.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

UNKNOWN = "[UNK]"
_GOES_ON = "##"
_LONGEST_PART = 100
"""Characters of a part, as in BERT: a longer one is unknown."""
_LONGEST_WORD = 2_000
"""Characters of a word that are looked at: nothing that is written as one word is longer."""
_CACHED = 1 << 16
_LONGEST_CACHED = 40

_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class WordPiece:
    """The sub-words of words, by one vocabulary.

    `vocabulary` holds the pieces in the order of their numbers; pieces that go on a word begin with "##".
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers[UNKNOWN]
        self._longest = max(map(len, vocabulary))
        self._cached = lru_cache(_CACHED)(self._ids)

    def ids(self, word: str) -> tuple[int, ...]:
        """The numbers of the sub-words of `word`, at least one; takes time linear in the length of the word."""
        if len(word) <= _LONGEST_CACHED:
            return self._cached(word)
        return self._ids(word[:_LONGEST_WORD])

    def _ids(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        for part in _parts(_plain(word)):
            found.extend(self._pieces(part))
        return tuple(found) or (self._unknown,)

    def _pieces(self, part: str) -> list[int]:
        if (whole := self._numbers.get(part)) is not None:
            return [whole]
        if len(part) > _LONGEST_PART:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = _GOES_ON if start else ""
            for end in range(min(len(part), start + self._longest), start, -1):
                if (number := self._numbers.get(prefix + part[start:end])) is not None:
                    break
            else:
                return [self._unknown]
            found.append(number)
            start = end
        return found


def _plain(word: str) -> str:
    """`word` in small letters, without accents and characters that are not seen."""
    if word.isascii() and word.isprintable():
        return word.lower()
    seen = "".join(" " if c.isspace() else c for c in word if not _is_unseen(c))
    bare = "".join(c for c in unicodedata.normalize("NFD", seen) if unicodedata.category(c) != "Mn")
    # Letter by letter: a sigma at the end of a word is to BERT one like any other.
    return "".join(map(str.lower, bare))


def _is_unseen(c: str) -> bool:
    # Characters that are not assigned stay: what they are depends on the version of Unicode.
    return c == "\ufffd" or (c not in "\t\n\r" and unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs"))


def _parts(word: str) -> Iterator[str]:
    """Runs between punctuation, and each mark and each ideograph by itself."""
    if word.isalnum() and word.isascii():
        yield word
        return
    start = 0
    for at, c in enumerate(word):
        space = c.isspace()
        if space or _is_mark(c) or _is_ideograph(c):
            if at > start:
                yield word[start:at]
            if not space:
                yield c
            start = at + 1
    if len(word) > start:
        yield word[start:]


def _is_mark(c: str) -> bool:
    return c in _ASCII_MARKS or (c > "\x7f" and unicodedata.category(c).startswith("P"))


def _is_ideograph(c: str) -> bool:
    return c >= "\u3400" and any(low <= ord(c) <= high for low, high in _IDEOGRAPHS)
