"""How well scores rank pairs: average precision, best F1, and how sure a difference between two rankings is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Pairs in the order of their scores, highest first.

    `order` are their numbers, `hits` those that ought to come first. Pairs of one score, the last of which is marked
    in `last_of_score`, are found together or not at all, so that no order among them can help.
    """

    order: Ints
    last_of_score: Bools
    hits: Bools

    @classmethod
    def of(cls, scores: Floats, same: Bools) -> "Ranking":
        """The ranking of pairs by `scores`; `same` marks those to be found."""
        order = np.argsort(-scores, kind="stable")
        ranked = scores[order]
        return cls(order, np.append(ranked[1:] != ranked[:-1], True)[: len(ranked)], same[order])

    def average_precision(self, weights: Floats | None = None) -> float:
        """The mean, over the pairs to be found, of the precision at which each is found; 0 where there are none.

        `weights` says how often each pair is counted (by its number, not by its rank).
        """
        precision, recall = self._curve(weights)
        return float((np.diff(recall, prepend=0.0) * precision).sum())

    def best_f1(self) -> float:
        """The F1 of the best threshold: an optimistic figure, as the threshold is chosen on what it is measured on."""
        precision, recall = self._curve(None)
        both = precision + recall
        return float(np.divide(2 * precision * recall, both, out=np.zeros_like(both), where=both > 0).max(initial=0.0))

    def _curve(self, weights: Floats | None) -> tuple[Floats, Floats]:
        counted = np.ones(len(self.order)) if weights is None else weights[self.order]
        taken = np.cumsum(counted)[self.last_of_score]
        found = np.cumsum(counted * self.hits)[self.last_of_score]
        precision = np.divide(found, taken, out=np.zeros_like(found), where=taken > 0)
        total = found[-1] if len(found) else 0.0
        return precision, found / total if total else np.zeros_like(found)


def interval(a: Ranking, b: Ranking, groups: Ints, draws: int, seed: int = 5) -> tuple[float, float]:
    """The 95 % bootstrap interval of `a`'s average precision less `b`'s, whole groups of pairs drawn with replacement.

    Pairs of one event share sentences, so that events are drawn and not pairs (Efron & Tibshirani 1993). `groups` are
    numbers from 0, one a pair.
    """
    random = np.random.default_rng(seed)
    count = int(groups.max()) + 1
    differences = np.empty(draws)
    for draw in range(draws):
        weights = np.bincount(random.integers(0, count, count), minlength=count).astype(np.float64)[groups]
        differences[draw] = a.average_precision(weights) - b.average_precision(weights)
    low, high = np.quantile(differences, (0.025, 0.975))
    return float(low), float(high)
