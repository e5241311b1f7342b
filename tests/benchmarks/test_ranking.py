import numpy as np
import pytest
from benchmarks.ranking import Ranking, interval
from hypothesis import given
from hypothesis import strategies as st


def ranking(scores: list[float], same: list[int]) -> Ranking:
    return Ranking.of(np.array(scores, np.float64), np.array(same, np.bool_))


@pytest.mark.parametrize(
    ("scores", "same", "precision", "f1"),
    [
        ([0.9, 0.8, 0.1], [1, 1, 0], 1.0, 1.0),
        ([0.9, 0.8, 0.1], [0, 1, 0], 1 / 2, 2 / 3),
        ([0.9, 0.8, 0.7, 0.1], [1, 0, 1, 0], (1 + 2 / 3) / 2, 4 / 5),
        # Pairs of one score are found together, wherever they stand.
        ([0.5, 0.5, 0.5, 0.5], [1, 0, 0, 0], 1 / 4, 2 / 5),
        ([0.5, 0.5, 0.5, 0.5], [0, 0, 0, 1], 1 / 4, 2 / 5),
        ([0.9, 0.8], [0, 0], 0.0, 0.0),
    ],
)
def test_average_precision_and_best_f1(scores: list[float], same: list[int], precision: float, f1: float) -> None:
    found = ranking(scores, same)
    assert found.average_precision() == pytest.approx(precision)
    assert found.best_f1() == pytest.approx(f1)


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.integers(0, 3)), min_size=1, max_size=30))
def test_a_weight_counts_a_pair_as_often(pairs: list[tuple[int, bool, int]]) -> None:
    scores, same, weights = (list(column) for column in zip(*pairs, strict=True))
    repeated = [(score, hit) for score, hit, weight in pairs for _ in range(weight)]
    weighted = ranking(scores, same).average_precision(np.array(weights, np.float64))
    plain = ranking([score for score, _ in repeated], [hit for _, hit in repeated]).average_precision()
    assert weighted == pytest.approx(plain)


def test_the_interval_of_a_better_ranking_lies_above_zero() -> None:
    same = np.tile([True, False, False, True, False], 12)
    groups = np.repeat(np.arange(12), 5)
    noise = np.random.default_rng(1).random(len(same))
    good, bad = Ranking.of(same + noise * 0.9, same), Ranking.of(noise, same)
    low, high = interval(good, bad, groups, draws=200)
    assert 0 < low < good.average_precision() - bad.average_precision() < high
    assert interval(good, good, groups, draws=20) == (0.0, 0.0)
    assert interval(good, bad, groups, draws=200) == (low, high)
