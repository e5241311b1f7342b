"""Trees: always trees, and the best ones."""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from stemma.text.trees import ROOT, heads

Matrix = NDArray[np.float64]


def matrices(most: int) -> st.SearchStrategy[Matrix]:
    # Few values, so that ties and circles are common.
    numbers = st.integers(-3, 3).map(float) | st.floats(-1e4, 1e4, allow_nan=False)
    return st.integers(1, most).flatmap(lambda n: arrays(np.float64, (n, n + 1), elements=numbers))


def is_tree(found: list[int]) -> bool:
    if found.count(ROOT) != 1:
        return False
    for node in range(len(found)):
        seen = {node}
        while (node := found[node]) != ROOT:
            if node in seen:
                return False
            seen.add(node)
    return True


def score(found: list[int], scores: Matrix) -> float:
    return float(sum(scores[i, head + 1] for i, head in enumerate(found)))


def all_trees(count: int) -> Iterator[list[int]]:
    return (list(found) for found in product(range(ROOT, count), repeat=count) if is_tree(list(found)))


@given(matrices(12), st.data())
@settings(deadline=None)
def test_each_sentence_is_a_tree_by_itself(scores: Matrix, data: st.DataObject) -> None:
    count = len(scores)
    starts = [0, *sorted(data.draw(st.sets(st.integers(1, count - 1)) if count > 1 else st.just(set())))]
    found = heads(scores, starts).tolist()
    for start, end in zip(starts, [*starts[1:], count], strict=True):
        own = [head - start if head != ROOT else ROOT for head in found[start:end]]
        assert all(head == ROOT or 0 <= head < end - start for head in own)
        assert is_tree(own)


@given(matrices(4))
@settings(deadline=None)
def test_no_tree_with_one_root_is_better(scores: Matrix) -> None:
    found = heads(scores, [0]).tolist()
    best = max(score(other, scores) for other in all_trees(len(scores)))
    assert score(found, scores) == pytest.approx(best, abs=1e-6)


@given(matrices(8), st.data())
@settings(deadline=None)
def test_sentences_do_not_disturb_each_other(scores: Matrix, data: st.DataObject) -> None:
    count = len(scores)
    cut = data.draw(st.integers(1, count))
    alone = heads(scores[:cut, : cut + 1], [0])
    assert heads(scores, [0, cut] if cut < count else [0])[:cut].tolist() == alone.tolist()


@pytest.mark.parametrize(
    ("scores", "wanted"),
    [
        pytest.param([[0.0, 0.0]], [ROOT], id="one word"),
        pytest.param([[5, 0, 1], [0, 5, 0]], [ROOT, 0], id="greedy heads are a tree"),
        pytest.param([[1, 0, 9], [2, 9, 0]], [1, ROOT], id="a circle is opened where it costs least"),
        pytest.param([[9, 0, 1], [8, 1, 0]], [ROOT, 0], id="of two roots the better one stays"),
        pytest.param(
            [[0, 0, 9, 0, 0], [0, 9, 0, 3, 0], [0, 0, 0, 0, 9], [4, 0, 0, 9, 0]],
            [1, 2, 3, ROOT],
            id="two circles, one hanging from the other",
        ),
    ],
)
def test_heads(scores: list[list[float]], wanted: list[int]) -> None:
    assert heads(np.array(scores, np.float32), [0]).tolist() == wanted


def test_a_long_chain_of_circles_is_a_tree_in_the_end() -> None:
    count = 150
    scores = np.zeros((count, count + 1))
    for i in range(count):
        scores[i, 1 + (i ^ 1)] = 10  # pairs that point to each other
    assert is_tree(heads(scores, [0]).tolist())
