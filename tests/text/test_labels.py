"""Labels: the best legal sequences, and lemmas by script."""

from itertools import product as all_of

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from stemma.text.labels import gelu, lemma_of, product, runs

SCORES = st.integers(1, 5).flatmap(
    lambda n: arrays(np.float64, (n, 5), elements=st.integers(-2, 2).map(float) | st.floats(-9, 9))
)


def is_legal(labels: tuple[int, ...]) -> bool:
    pairs = zip((0, *labels), labels, strict=False)
    return all(label in (0, 1, 3) or before in (label - 1, label) for before, label in pairs)


@given(SCORES)
def test_no_legal_sequence_is_better(scores: NDArray[np.float64]) -> None:
    labels = [0] * len(scores)
    for kind, first, after in runs(scores, [0]):
        labels[first:after] = [2 * kind + 1, *[2 * kind + 2] * (after - first - 1)]
    best = max(
        sum(scores[i, label] for i, label in enumerate(other))
        for other in all_of(range(5), repeat=len(scores))
        if is_legal(other)
    )
    assert sum(scores[i, label] for i, label in enumerate(labels)) == pytest.approx(best, abs=1e-6)


@pytest.mark.parametrize(
    ("labels", "starts", "wanted"),
    [
        pytest.param([0, 1, 2, 2, 0], [0], [(0, 1, 4)], id="a run"),
        pytest.param([1, 1, 2], [0], [(0, 0, 1), (0, 1, 3)], id="two that touch"),
        pytest.param([1, 3, 4], [0], [(0, 0, 1), (1, 1, 3)], id="two kinds"),
        pytest.param([1, 2, 2, 0], [0, 2], [(0, 0, 2), (0, 2, 3)], id="none leaves its sentence"),
        pytest.param([0, 0], [0], [], id="none"),
    ],
)
def test_runs(labels: list[int], starts: list[int], wanted: list[tuple[int, int, int]]) -> None:
    scores = np.zeros((len(labels), 5))
    scores[np.arange(len(labels)), labels] = 4
    # What begins a run is the second best everywhere, for those that cannot go on.
    scores[:, 1] += 2
    assert list(runs(scores, starts)) == wanted


@pytest.mark.parametrize(
    ("script", "word", "lemma"),
    [
        ("L0", "The", "the"),
        ("K0", "Anna", "Anna"),
        ("L1", "Talks", "talk"),
        ("L3y", "Cities", "city"),
        ("K1", "Lions", "Lion"),
        ("=be", "Were", "be"),
        ("=", "x", ""),
        ("L9", "it", ""),
        ("K2\n", "abc", "a\n"),
    ],
)
def test_lemmas(script: str, word: str, lemma: str) -> None:
    assert lemma_of(script)(word) == lemma


@pytest.mark.parametrize("script", ["", "M1", "L", "Lx", "-"])
def test_what_is_no_script_is_refused(script: str) -> None:
    with pytest.raises(ValueError, match="no lemma script"):
        lemma_of(script)


@given(st.integers(1, 70))
def test_products_in_parts_are_products(rows: int) -> None:
    chance = np.random.default_rng(rows)
    left, right = chance.normal(size=(rows, 7)), chance.normal(size=(7, 3))
    assert np.allclose(product(left, right), left @ right)


def test_gelu() -> None:
    assert gelu(np.array([-9.0, 0.0, 1.0, 9.0])) == pytest.approx([0, 0, 0.8413, 9], abs=1e-3)
