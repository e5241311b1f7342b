"""Sentences that face each other, and the words marked in them."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Annotations, Comparison, Copy, SharedPassage, Span, Variant
from stemma.present.beside import CHANGED, EXTRA, GAP, align, bridges, paint
from tests.present.invented import crowd, ferry
from tests.present.sample import Draft, Line, annotated, shared

ONE: Line = ("w1", "wire", "The mill at Orsay Bridge burned down on the night before the fair.")
TWO: Line = ("w2", "wire", "No one was hurt, and the miller slept through it, a neighbour told us.")
THREE: Line = ("w3", "wire", "The fair went on as planned with fewer loaves.")
OWN: Line = ("", "own", "We have asked the baker for a word.")


def facing(left: list[Line], right: list[Line]) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    one, two = Draft("Left", "Mill", left), Draft("Right", "Fire", right)
    a, b = annotated(one), annotated(two)
    pair = shared(one, a, two, b)
    assert pair is not None
    return [(row.a, row.b, row.moved) for row in align(pair, a, b).rows]


@pytest.mark.parametrize(
    ("left", "right", "rows"),
    [
        pytest.param([ONE, TWO], [ONE, TWO], [((0,), (0,), False), ((1,), (1,), False)], id="the same"),
        pytest.param([ONE], [OWN, ONE], [((), (0,), False), ((0,), (1,), False)], id="a lone sentence first"),
        pytest.param([ONE], [ONE, OWN], [((0,), (0,), False), ((), (1,), False)], id="a lone sentence last"),
        pytest.param([ONE, OWN], [ONE], [((0,), (0,), False), ((1,), (), False)], id="cut in b"),
        pytest.param(
            [ONE, TWO, THREE],
            [THREE, ONE, TWO],
            [((0,), (1,), False), ((1,), (2,), False), ((2,), (0,), True)],
            id="moved to the front",
        ),
    ],
)
def test_sentences_face_each_other(
    left: list[Line], right: list[Line], rows: list[tuple[tuple[int, ...], tuple[int, ...], bool]]
) -> None:
    assert facing(left, right) == rows


def test_a_sentence_split_in_two_faces_both_halves() -> None:
    joined = annotated(Draft("Left", "Mill", [("x", "o", "The mill burned down at dawn and nobody in town was hurt.")]))
    halves = annotated(
        Draft("Right", "Mill", [("x", "o", "The mill burned down at dawn."), ("y", "o", "Nobody in town was hurt.")])
    )
    left, right = joined.report.text, halves.report.text
    passage = SharedPassage(
        a=Span(0, len(left)),
        b=Span(0, len(right)),
        shared="copy",
        words=10,
        variants=(Variant(a=Span(28, 38), b=Span(28, 36)),),
    )
    pair = Copy(a=joined.report.id, b=halves.report.id, share_a=1, share_b=1, passages=(passage,))
    rows = align(pair, joined, halves).rows
    assert [(row.a, row.b, row.changed) for row in rows] == [((0,), (0, 1), True)]


@pytest.mark.parametrize("comparison", [crowd(12), crowd(3)])
def test_every_sentence_stands_in_one_row(comparison: Comparison) -> None:
    story = comparison.accounts[0]
    notes = {one.report.id: one for one in story.story.reports}
    for pair in story.lineage.copies:
        found = align(pair, notes[pair.a], notes[pair.b])
        assert sorted(n for row in found.rows for n in row.a) == list(range(len(notes[pair.a].sentences)))
        assert sorted(n for row in found.rows for n in row.b) == list(range(len(notes[pair.b].sentences)))
        assert sorted(found.back) == list(range(len(found.rows)))
        in_order = [n for number in found.back for n in found.rows[number].b[:1]]
        assert in_order == sorted(in_order)


def test_marks_tell_changed_words_from_lone_ones_and_from_missing_ones() -> None:
    drafts = ferry().drafts
    gazette, mail = annotated(drafts[0]), annotated(drafts[1])
    pair = shared(drafts[0], gazette, drafts[1], mail)
    assert pair is not None
    found = align(pair, gazette, mail)
    changed = [gazette.report.text[m.start : m.end] for m in found.a if m.kind == CHANGED]
    assert "34" in changed
    assert "live shellfish for the mainland market." in changed
    assert [m for m in found.b if m.kind == GAP], "words that the copy cut leave a gap"
    assert not [m for m in found.a if m.kind == EXTRA]


def test_bridges_are_the_runs_between_variants() -> None:
    passage = SharedPassage(
        a=Span(5, 30),
        b=Span(0, 26),
        shared="copy",
        words=4,
        variants=(Variant(a=Span(20, 22), b=Span(15, 18)), Variant(a=Span(10, 10), b=Span(5, 6))),
    )
    assert list(bridges(passage)) == [
        (Span(5, 10), Span(0, 5)),
        (Span(10, 20), Span(6, 15)),
        (Span(22, 30), Span(18, 26)),
    ]


def test_paint_loses_no_character() -> None:
    text = "The \U0001f6a2 sailed on Tuesday, “at last”, said the crew."
    layers = [(4, 5, "chg"), (2, 9, "pub"), (24, 33, "said"), (12, 12, "gap"), (40, 400, "ext")]
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            assert "".join(run for run, _ in paint(text, Span(start, end), layers)) == text[start:end]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Copy, Annotations, Annotations]:
    """Two texts cut into sentences anyhow, with passages anywhere, even across each other."""
    sides = []
    for name in "ab":
        text = " ".join(draw(st.lists(st.sampled_from(["one", "two.", "\U0001f6a2"]), min_size=1, max_size=30)))
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)) | {0, len(text)})
        notes = annotated(Draft(name, name, [("", "own", text)]))
        sides.append(replace(notes, sentences=tuple(Span(s, e) for s, e in pairwise(cuts))))

    def span(side: Annotations) -> Span:
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(side.report.text))] * 2)))
        return Span(start, end)

    passages = tuple(
        SharedPassage(
            a=span(sides[0]),
            b=span(sides[1]),
            shared=draw(st.sampled_from(["copy", "quote"])),
            words=1,
            variants=tuple(Variant(a=span(sides[0]), b=span(sides[1])) for _ in range(draw(st.integers(0, 2)))),
        )
        for _ in range(draw(st.integers(0, 4)))
    )
    return Copy(a="a", b="b", share_a=0.5, share_b=0.5, passages=passages), sides[0], sides[1]


@given(pairs())
def test_whatever_the_passages_no_sentence_is_lost_or_told_twice(
    case: tuple[Copy, Annotations, Annotations],
) -> None:
    found = align(*case)
    _, a, b = case
    assert sorted(n for row in found.rows for n in row.a) == list(range(len(a.sentences)))
    assert sorted(n for row in found.rows for n in row.b) == list(range(len(b.sentences)))
    assert sorted(found.back) == list(range(len(found.rows)))
    assert all(0 <= mark.start <= mark.end <= len(a.report.text) for mark in found.a)
