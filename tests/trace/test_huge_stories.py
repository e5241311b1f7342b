"""A story of very many pairs is traced by those that share most; the others are counted, and nothing falls apart."""

import sys

import numpy as np
import pytest

from stemma.model import Copy, Report
from stemma.reuse import reuse
from stemma.trace import TraceSettings, trace
from stemma.trace.closest import closest, shared_pairs
from tests.trace.stories import BELL, OWN, WALL, story_of, told, traced

COPIES: list[Report] = [
    told(f"Copy{n:02}", *WALL[: 6 - n % 3], f"Clerk {n} of office {n * 7} added line {n * 31} to ledger {n * 113}.")
    for n in range(20)
]
"""Twenty copies of one text, each cut and added to in its own way: 190 pairs."""


def connected(copies: tuple[Copy, ...], reports: int) -> bool:
    """Whether every report can be reached from every other over the pairs."""
    reached: dict[str, set[str]] = {}
    for copy in copies:
        joined = reached.get(copy.a, {copy.a}) | reached.get(copy.b, {copy.b})
        for id in joined:
            reached[id] = joined
    return len(reached) == reports and all(len(group) == reports for group in reached.values())


@pytest.mark.parametrize("most", [1, 19, 40, 100, 189])
def test_pairs_are_left_out_and_counted(most: int) -> None:
    lineage = traced(*COPIES, using=TraceSettings(most_pairs=most))
    assert lineage.pairs_left_out > 0
    assert lineage.pairs_left_out + len(lineage.copies) == 190
    # What keeps the story connected and the pairs of its base come on top.
    assert len(lineage.copies) <= max(most, 20) + 19 + 19
    assert connected(lineage.copies, 20)


@pytest.mark.parametrize("most", [1, 40, 190])
def test_the_copied_text_stays_one_origin(most: int) -> None:
    lineage = traced(*COPIES, using=TraceSettings(most_pairs=most))
    [origin] = [origin for origin in lineage.origins if origin.kind == "inferred"]
    assert {place.report for place in origin.passages} == {report.id for report in COPIES}


def test_nothing_is_left_out_up_to_the_limit() -> None:
    assert traced(*COPIES, using=TraceSettings(most_pairs=190)).pairs_left_out == 0


def test_pairs_that_are_traced_say_the_same_as_without_a_limit() -> None:
    whole = {(copy.a, copy.b): copy for copy in traced(*COPIES).copies}
    some = traced(*COPIES, using=TraceSettings(most_pairs=40)).copies
    assert [whole[copy.a, copy.b] for copy in some] == list(some)


def test_two_texts_that_share_nothing_stay_apart() -> None:
    bells = [told(f"Bell{n}", *BELL) for n in range(5)]
    lineage = traced(*COPIES, *bells, using=TraceSettings(most_pairs=10))
    carried = [{place.report for place in o.passages} for o in lineage.origins if o.kind == "inferred"]
    assert sorted(map(len, carried)) == [5, 20]


def test_of_each_report_the_strongest_pairs_stay() -> None:
    reports = [told("Long", *WALL), told("Most", *WALL), told("Some", *WALL[:3]), told("Less", *WALL[:2], *OWN["Tern"])]
    passages = reuse(reports)
    all_pairs = shared_pairs(tuple(sorted(report.id for report in reports)), passages)
    assert len(all_pairs.pairs) == 6
    names = sorted(report.id for report in reports)
    kept = {(names[a], names[b]) for a, b in closest(all_pairs, 4, 4).pairs.tolist()}
    assert ("Long", "Most") in kept
    assert ("Less", "Some") not in kept


def test_passages_of_other_stories_are_not_looked_at() -> None:
    """The passages may be those of a whole pile."""
    bells = [told(f"Bell{n}", *BELL) for n in range(3)]
    story = story_of(COPIES[:5])
    pairs = {(copy.a, copy.b) for copy in trace(story, reuse([*COPIES, *bells])).copies}
    assert pairs == {(a.id, b.id) for i, a in enumerate(COPIES[:5]) for b in COPIES[i + 1 : 5]}


@pytest.mark.parametrize("at_once", [1, 100, 700])
def test_the_size_of_blocks_changes_nothing(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = traced(*COPIES)
    monkeypatch.setattr(sys.modules["stemma.trace.columns"], "AT_ONCE", at_once)
    assert traced(*COPIES) == whole


def test_blocks_hold_every_pair_once() -> None:
    passages = reuse(COPIES)
    pairs = shared_pairs(tuple(report.id for report in COPIES), passages)
    blocks = list(pairs.blocks())
    assert np.array_equal(np.concatenate([block.pairs for block in blocks]), pairs.pairs)
    assert np.array_equal(np.concatenate([block.rows for block in blocks]), pairs.rows)
