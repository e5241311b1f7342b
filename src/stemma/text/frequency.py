"""How common words are in open English text."""

import math
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

COMMON, RARE = 2.0, 5.0
"""Rarities (nats) up to which a word carries nothing, and from which it carries all that a word can."""

_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Background:
    """Document frequencies of common words in `documents` chunks of 300 words."""

    documents: int
    frequency: dict[str, int]

    def rarity(self, word: str) -> float:
        """Inverse document frequency in nats, from 0 (in every chunk) to about 6 (in none).

        `word` is folded; the table counts a possessive ("the city's"), and so "it's", as the word without it.
        """
        plain = _POSSESSIVE.sub("", word)
        return math.log((self.documents + 1) / (self.frequency.get(plain, 0) + 1))

    def weight(self, word: str) -> float:
        """How much meaning a word carries, in any case: from 0 for one in every text to 1 for a rare one."""
        return min(1.0, max(0.0, (self.rarity(word.casefold()) - COMMON) / (RARE - COMMON)))


@cache
def background() -> Background:
    """The shipped table of English (see `training/word_frequencies.py`)."""
    head, *rows = files("stemma.lang").joinpath("en_words.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows)
    return Background(int(head.split("\t")[1]), {word: int(n) for word, n in pairs})
