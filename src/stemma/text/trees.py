"""Trees from arc scores: the best dependency tree of a sentence, with exactly one root.

Greedy heads are the best tree wherever they are a tree; elsewhere the best one is found by the algorithm of Chu and Liu
(1965) and Edmonds (1967). What can go wrong where that has several roots: Stanojević and Cohen, "A Root of the Problem"
(EMNLP 2021).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]
Heads = NDArray[np.intp]

ROOT = -1

_TRIED = 4


def heads(scores: Scores, starts: Sequence[int]) -> Heads:
    """The head of each word of several sentences, `ROOT` for the root of each.

    `scores[i, 1 + j]` says how well word j would do as head of word i, `scores[i, 0]` how well i as root. A sentence
    begins at each of `starts`, which is sorted and begins with 0; no arc leaves its sentence. Takes time quadratic in
    the number of words where greedy heads are trees, cubic in the length of those sentences where they are none.
    """
    count = len(scores)
    sentence = np.zeros(count, np.intp)
    sentence[list(starts)[1:]] = 1
    sentence = sentence.cumsum()
    allowed = np.empty((count, count + 1), bool)
    allowed[:, 0] = True
    np.equal(sentence[:, None], sentence[None, :], out=allowed[:, 1:])
    allowed[np.arange(count), np.arange(1, count + 1)] = False
    greedy = np.where(allowed, scores, -np.inf).argmax(1)
    for number in _broken(greedy, sentence, len(starts)):
        start = starts[number]
        end = starts[number + 1] if number + 1 < len(starts) else count
        own = np.concatenate([scores[start:end, :1], scores[start:end, start + 1 : end + 1]], 1)
        best = _tree(own)
        greedy[start:end] = np.where(best == ROOT, 0, best + start + 1)
    found: Heads = greedy - 1
    return found


def _broken(greedy: Heads, sentence: Heads, count: int) -> list[int]:
    """The sentences whose greedy heads are no tree with one root."""
    roots = np.bincount(sentence[greedy == 0], minlength=count)
    reached = np.concatenate([[0], greedy])
    # Each step doubles the way towards the root: what does not arrive is in a circle or hangs from one.
    for _ in range(len(greedy).bit_length()):
        reached = reached[reached]
    lost = np.bincount(sentence[reached[1:] != 0], minlength=count)
    broken: list[int] = np.flatnonzero((roots != 1) | (lost != 0)).tolist()
    return broken


def _tree(scores: Scores) -> Heads:
    """The best tree of one sentence with exactly one root."""
    count = len(scores)
    weights = np.full((count + 1, count + 1), -np.inf)
    weights[1:] = scores
    np.fill_diagonal(weights, -np.inf)
    best = _arborescence(weights)
    if (best[1:] == 0).sum() > 1:
        best = _with_one_root(weights)
    found: Heads = best[1:] - 1
    return found


def _with_one_root(weights: NDArray[np.float64]) -> Heads:
    """The heaviest tree in which one word alone hangs from node 0.

    The most promising words are tried as the root, until no other can do better: no tree is heavier than the best heads
    of all its words. Should these few not settle it, a penalty on each arc from node 0 does, which outweighs all else:
    the heaviest tree then has the fewest roots, that is one. It makes for many circles, and takes longer.
    """
    single = weights.copy()
    single[1:, 0] = -np.inf
    inner = single[1:].max(1)
    bounds = inner.sum() - inner + weights[1:, 0]
    best, most = np.zeros(len(weights), np.intp), -np.inf
    for root in (1 + np.argsort(-bounds, kind="stable")[:_TRIED]).tolist():
        if bounds[root - 1] <= most:
            return best
        tried = single.copy()
        tried[root] = -np.inf
        tried[root, 0] = weights[root, 0]
        found = _arborescence(tried)
        weight = tried[np.arange(1, len(found)), found[1:]].sum()
        if weight > most:
            best, most = found, weight
    real = weights[np.isfinite(weights)]
    single[1:, 0] = weights[1:, 0] - (real.max() - real.min() + 1) * len(weights)
    return _arborescence(single)


def _arborescence(weights: NDArray[np.float64]) -> Heads:
    """The head of each node in the heaviest tree from node 0; `weights[node, head]`, none of node 0."""
    best: Heads = weights.argmax(1)
    best[0] = 0
    circle = _circle(best)
    if circle is None:
        return best
    inside = np.zeros(len(weights), bool)
    inside[circle] = True
    rest = np.flatnonzero(~inside)
    of_circle, of_rest = weights[circle], weights[rest]
    gain = of_circle[:, rest] - of_circle[np.arange(len(circle)), best[circle]][:, None]
    enters = gain.argmax(0)
    leaving = of_rest[:, circle]
    leaves = leaving.argmax(1)
    merged = len(rest)
    smaller = np.full((merged + 1, merged + 1), -np.inf)
    smaller[:merged, :merged] = of_rest[:, rest]
    smaller[merged, :merged] = gain.max(0)
    smaller[:merged, merged] = leaving.max(1)
    smaller[0] = -np.inf
    found = _arborescence(smaller)
    for node in range(1, merged):
        best[rest[node]] = circle[leaves[node]] if found[node] == merged else rest[found[node]]
    best[circle[enters[found[merged]]]] = rest[found[merged]]
    return best


def _circle(heads: Heads) -> Heads | None:
    """The nodes of one circle among `heads`, None where they are a tree from node 0."""
    seen = [0] * len(heads)
    seen[0] = -1
    for start in range(1, len(heads)):
        node = start
        while not seen[node]:
            seen[node] = start
            node = int(heads[node])
        if seen[node] == start:
            circle = [node]
            while (node := int(heads[node])) != circle[0]:
                circle.append(node)
            return np.array(circle)
    return None
