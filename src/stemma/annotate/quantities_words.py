"""The tokens of one sentence, as the grammar of figures reads them."""

import re
from dataclasses import dataclass
from functools import cached_property

from stemma.model import Span

# Digits with their separators; letters with stops ("U.S."); a word with its apostrophes; any other character by itself.
_TOKEN = re.compile(
    r"[0-9]+(?:[.,\u00a0\u202f\u2009][0-9]+)*|(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\s]",
)
# Blank tokens at the end, so that looking a few tokens ahead, or (by Python's negative indices) back, finds nothing.
_ROOM = 16
HYPHENS = frozenset("-‐‑–")
_TITLE_CASE = 0.7


@dataclass(frozen=True)
class Words:
    """A sentence in tokens: as written (`raw`), in lower case (`low`), and where they lie in the text.

    The columns are followed by blanks: any index from -16 up to 15 beyond the end may be looked at.
    """

    text: str
    count: int
    raw: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]

    def glued(self, i: int) -> bool:
        """Whether token `i + 1` follows token `i` without white space."""
        return self.ends[i] == self.starts[i + 1]

    def hyphen(self, i: int) -> bool:
        """Whether token `i` is a hyphen inside of a compound."""
        return self.raw[i] in HYPHENS and self.glued(i - 1) and self.glued(i)

    def is_word(self, i: int) -> bool:
        """Whether token `i` begins with a letter."""
        return self.low[i][:1].isalpha()

    def between(self, first: int, after: int) -> str:
        """The text of tokens `[first, after)` with single spaces."""
        return " ".join(self.text[self.starts[first] : self.ends[after - 1]].split())

    @cached_property
    def title_case(self) -> bool:
        """Whether most long words have a capital, as in a headline, so that a capital says nothing."""
        long = [word for word in self.raw if len(word) > 3 and word[0].isalpha()]
        return sum(word[0].isupper() for word in long) > _TITLE_CASE * len(long)


def words_of(text: str, sentence: Span) -> Words:
    """The tokens of `sentence`; takes time linear in its length."""
    raw: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        raw.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    count = len(raw)
    raw.extend([""] * _ROOM)
    starts.extend([-1] * _ROOM)
    ends.extend([-2] * _ROOM)
    return Words(text=text, count=count, raw=raw, low=[word.lower() for word in raw], starts=starts, ends=ends)
