"""The drawing of the family tree."""

from itertools import pairwise

import pytest

from stemma.model import Descent
from stemma.present.tree import CIRCLE, WIDE_MOST, Limb, by_parent, depths, rows, tree


def line(parent: str, child: str, directed: bool = True) -> Descent:
    return Descent(parent=parent, child=child, directed=directed, confidence=0.5, because=())


def names(count: int) -> list[str]:
    return [f"r{n:02d}" for n in range(count)]


@pytest.mark.parametrize(
    ("descents", "expected"),
    [
        pytest.param([], {"a": 0, "b": 0, "c": 0}, id="no lines"),
        pytest.param([line("x", "a"), line("x", "b")], {"a": 0, "b": 0, "c": 0}, id="witnesses are not reports"),
        pytest.param([line("a", "b"), line("b", "c")], {"a": 0, "b": 1, "c": 2}, id="a chain"),
        pytest.param([line("a", "c"), line("a", "b"), line("b", "c")], {"a": 0, "b": 1, "c": 2}, id="longest line"),
        pytest.param([line("a", "b", directed=False)], {"a": 0, "b": 0, "c": 0}, id="undetermined is level"),
    ],
)
def test_depth_is_the_longest_line_of_reports(descents: list[Descent], expected: dict[str, int]) -> None:
    assert depths(["a", "b", "c"], descents) == expected


def test_children_stand_below_their_parents() -> None:
    drawing = tree(["w"], ["a", "b", "c"], [line("w", "a"), line("w", "b"), line("a", "c"), line("w", "c")])
    assert drawing is not None
    y = {node.id: node.y for node in drawing.nodes}
    assert y["w"] < y["a"] == y["b"] < y["c"]
    assert all(0 <= node.x <= drawing.width and 0 <= node.y <= drawing.height for node in drawing.nodes)


def test_boxes_of_a_level_do_not_meet() -> None:
    reports = names(WIDE_MOST)
    drawing = tree(["w"], reports, [line("w", r) for r in reports])
    assert drawing is not None
    xs = sorted(node.x for node in drawing.nodes if node.kind == "report")
    assert min(b - a for a, b in pairwise(xs)) > 156


def test_too_many_reports_are_drawn_as_rows() -> None:
    reports = names(60)
    descents = [line("w", r) for r in reports[:40]] + [line(reports[0], reports[50], directed=False)]
    assert tree(["w"], reports, descents) is None
    drawing = rows(["w"], reports, descents)
    ys = sorted(node.y for node in drawing.nodes if node.kind == "report")
    assert len(ys) == 60
    assert min(b - a for a, b in pairwise(ys)) >= 24
    assert len(drawing.edges) == 41


def test_rows_keep_families_together() -> None:
    descents = [line("w", "d"), line("v", "a"), line("w", "b"), line("d", "c")]
    assert by_parent(["w", "v"], ["a", "b", "c", "d", "e"], descents) == ["b", "d", "a", "c", "e"]


def test_a_branch_stands_between_its_origin_and_its_reports() -> None:
    descents = [line("w", r) for r in "abcd"]
    limb = Limb("branch 0", "w", ("b", "d"))
    reports = by_parent(["w"], list("abcd"), descents, [limb])
    assert reports == ["b", "d", "a", "c"]
    drawing = tree(["w"], reports, descents, [limb])
    assert drawing is not None
    y = {node.id: node.y for node in drawing.nodes}
    assert y["w"] < y["branch 0"] < y["b"] == y["a"]
    assert [(edge.number, edge.parent, edge.child) for edge in drawing.edges[:1]] == [(None, "w", "branch 0")]
    x, ring_y = next((node.x, node.y) for node in drawing.nodes if node.id == "branch 0")
    from_ring = {edge.child for edge in drawing.edges if edge.path.startswith(f"M{x:g} {ring_y + CIRCLE:g}")}
    assert from_ring == {"b", "d"}


def test_rows_give_a_branch_its_column_and_leave_out_what_leads_elsewhere() -> None:
    descents = [line("w", "a"), line("w", "b"), line("v", "b"), line("a", "z")]
    drawing = rows(["w"], ["a", "b"], descents, [Limb("branch 0", "w", ("a",))])
    x = {node.id: node.x for node in drawing.nodes}
    assert x["w"] < x["branch 0"] < x["a"]
    assert [edge.number for edge in drawing.edges] == [None, 0, 1]
    assert [knot[0] for knot in drawing.knots] == [x["branch 0"], x["w"]]


def test_branches_that_share_a_middle_stand_side_by_side() -> None:
    descents = [line(w, r) for w in "wv" for r in "ab"]
    drawing = tree(["w", "v"], ["a", "b"], descents, [Limb("1", "w", ("a", "b")), Limb("2", "v", ("a", "b"))])
    assert drawing is not None
    left, right = sorted(node.x for node in drawing.nodes if node.kind == "branch")
    assert right - left > 28
    assert right < drawing.width
