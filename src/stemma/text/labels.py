"""From scores to labels: runs of tokens, lemmas, relations."""

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Indices = NDArray[np.intp]

_SCRIPT = re.compile(r"([KL])(\d+)(.*)", re.DOTALL)
_IMPOSSIBLE = -1e9
_ROWS = 16


def runs(scores: Floats, starts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The (kind, first, after) of each run in the best sequence of BIO labels.

    Columns of `scores` are O, then B and I of each kind, which count from 0. The best sequence is that of Viterbi
    (1967) in which an I follows a B or an I of its kind. Segments begin at `starts`, which begin with 0: no run leaves
    its segment.
    """
    labels = scores.argmax(1)
    before = np.concatenate([[0], labels[:-1]])
    before[list(starts)] = 0
    goes_on = (labels > 0) & (labels % 2 == 0)
    broken = goes_on & (before != labels) & (before != labels - 1)
    if broken.any():
        ends = [*starts[1:], len(scores)]
        for start, end in zip(starts, ends, strict=True):
            if broken[start:end].any():
                labels[start:end] = _viterbi(scores[start:end])
    for first in np.flatnonzero(labels % 2).tolist():
        after = first + 1
        while after < len(labels) and labels[after] == labels[first] + 1:
            after += 1
        yield int(labels[first]) // 2, first, after


def _viterbi(scores: Floats) -> Indices:
    count, size = scores.shape
    legal = np.zeros((size, size))
    for inside in range(2, size, 2):
        legal[:, inside] = _IMPOSSIBLE
        legal[inside - 1 : inside + 1, inside] = 0
    best = scores[0] + legal[0]
    came_from = np.zeros((count, size), np.intp)
    for at in range(1, count):
        ways = best[:, None] + legal
        came_from[at] = ways.argmax(0)
        best = ways.max(0) + scores[at]
    labels = np.zeros(count, np.intp)
    labels[-1] = best.argmax()
    for at in range(count - 1, 0, -1):
        labels[at - 1] = came_from[at, labels[at]]
    return labels


def lemma_of(script: str) -> Callable[[str], str]:
    """The function from a word to its lemma that a script stands for.

    `=be` is the lemma itself. `L3y` takes the word in small letters, cuts three and adds "y"; `K` keeps its letters.

    >>> lemma_of("L3y")("Studies"), lemma_of("K1")("Lions"), lemma_of("=be")("is")
    ('study', 'Lion', 'be')
    """
    if script.startswith("="):
        whole = script[1:]
        return lambda word: whole
    match = _SCRIPT.fullmatch(script)
    if not match:
        raise ValueError(f"{script!r} is no lemma script")
    cut, ending = int(match[2]), match[3]
    if match[1] == "K":
        return lambda word: word[: max(0, len(word) - cut)] + ending
    return lambda word: word.lower()[: max(0, len(word) - cut)] + ending


def gelu(x: Floats) -> Floats:
    """The activation of the label layer, in the form with tanh (Hendrycks and Gimpel 2016)."""
    found: Floats = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))
    return found


def product(rows: Floats, weights: Floats) -> Floats:
    """`rows @ weights`, for small matrices.

    A few rows at a time: from some size on, the library below NumPy wakes threads of its own, which then wait for more
    work on all cores. That takes 300 times as long as the product, and slows down whatever else runs.
    """
    return np.concatenate([rows[at : at + _ROWS] @ weights for at in range(0, len(rows), _ROWS)])
