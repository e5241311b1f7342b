"""Reports as short vectors of weighted words.

Weights are tf-idf (Spärck Jones 1972) with the document frequencies of the pile and of a background of open English
text together, so that a pile of two reports knows its common words too.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.model import Annotations, Report
from stemma.text.frequency import background

TERM = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s?$")


def term(word: str) -> str:
    """The form under which a word is counted: folded, without its possessive."""
    return POSSESSIVE.sub("", word.casefold())


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sparse unit vectors, one a report: entries `offsets[i]:offsets[i + 1]` of `terms` and `weights`, terms rising."""

    vocabulary: tuple[str, ...]
    offsets: NDArray[np.int64]
    terms: NDArray[np.int32]
    weights: NDArray[np.float64]


def term_counts(note: Annotations, title_weight: int, lead_weight: int, lead_words: int) -> Counter[str]:
    """How often each term occurs outside of furniture; those of title and lead count more than once."""
    words = [term(word) for start, end in note.sentences for word in TERM.findall(note.report.text, start, end)]
    counts = Counter(words)
    for word in words[:lead_words]:
        counts[word] += lead_weight - 1
    for word in title_words(note.report):
        counts[word] += title_weight
    return counts


def title_words(report: Report) -> list[str]:
    """The terms of a report's title."""
    return [term(word) for word in TERM.findall(report.title or "")]


def title_counts(note: Annotations, shortest: int) -> Counter[str]:
    """How often each term occurs in the title; none for a title of fewer terms, such as the name of a section."""
    words = title_words(note.report)
    return Counter(words if len(words) >= shortest else ())


def vectors(counts: Sequence[Counter[str]], longest: int) -> Vectors:
    """The `longest` heaviest terms of each report, weighted by (1 + log tf) · idf and scaled to length 1."""
    known = background()
    frequency: Counter[str] = Counter()
    for count in counts:
        frequency.update(count.keys())
    total = len(counts) + known.documents + 1
    idf = {w: max(0.0, math.log(total / (n + known.frequency.get(w, 0) + 0.5))) for w, n in frequency.items()}
    vocabulary = tuple(sorted(frequency))
    number = {word: i for i, word in enumerate(vocabulary)}
    terms: list[int] = []
    weights: list[float] = []
    offsets = [0]
    for count in counts:
        weighed = ((idf[word] * (1 + math.log(n)), word) for word, n in count.items())
        kept = sorted(((w, word) for w, word in weighed if w > 0), key=lambda x: (-x[0], x[1]))[:longest]
        norm = math.sqrt(math.fsum(w * w for w, _ in kept)) or 1.0
        entries = sorted((number[word], w / norm) for w, word in kept)
        terms += [t for t, _ in entries]
        weights += [w for _, w in entries]
        offsets.append(len(terms))
    return Vectors(vocabulary, np.array(offsets), np.array(terms, np.int32), np.array(weights, np.float64))
