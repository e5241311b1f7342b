"""Tokens for the grammar of times: words, runs of digits, single signs."""

import re
from collections.abc import Sequence

_TOKEN = re.compile(r"[^\W0-9_]+|[0-9]+|[^\w\s]")
_APOSTROPHES = {"'": "’", "‘": "’", "`": "’", "ʼ": "’"}
_DASHES = {"–": "-", "—": "—", "‐": "-", "‑": "-", "−": "-", "‒": "-"}
_SIGNS = _APOSTROPHES | _DASHES
_PAD = 8
# A word that is longer has no entry in any list; its lower case is never asked for.
_LONGEST_WORD = 30


class Tokens:
    """The tokens of one paragraph, in columns.

    `low` are the words in lower case, with one sign for all apostrophes and one for all hyphens; past either end it
    reads as "". `start` and `end` are places in the text.
    """

    __slots__ = ("count", "end", "low", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        found = list(_TOKEN.finditer(text, start, end))
        self.text = text
        self.count = len(found)
        self.start: list[int] = [m.start() for m in found]
        self.end: list[int] = [m.end() for m in found]
        words: list[str] = [m.group() for m in found]
        self.low: list[str] = [
            (_SIGNS.get(w, w) if len(w) == 1 and not w.isalnum() else w.lower()) if len(w) <= _LONGEST_WORD else "…"
            for w in words
        ]
        self.low.extend([""] * _PAD)

    def raw(self, i: int) -> str:
        """Token `i` as it is written; "" past either end."""
        return self.text[self.start[i] : self.end[i]] if 0 <= i < self.count else ""

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return 0 <= i < self.count and self.text[self.start[i]].isupper()

    def joined(self, i: int) -> bool:
        """Whether nothing stands between tokens `i` and `i + 1`."""
        return i >= 0 and i + 1 < self.count and self.end[i] == self.start[i + 1]

    def before(self, i: int) -> str:
        """The lower-case token before `i`; "" at the beginning."""
        return self.low[i - 1] if i > 0 else ""

    def matches(self, i: int, words: Sequence[str]) -> bool:
        """Whether the tokens from `i` on are these words."""
        return all(i + k < self.count and self.low[i + k] == word for k, word in enumerate(words))

    def skip(self, i: int, *words: str) -> int:
        """The token after `i` where it is one of `words`, else `i`."""
        return i + 1 if self.low[i] in words else i
