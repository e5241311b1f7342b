"""Edits joined by their place and their words."""

import pytest

from stemma.model import Annotations, Edit, Place, Span
from stemma.present.lens import KINDS, SIGNS, changes
from tests.present.sample import Draft, Line, annotated

TEXT = "The bridge at Orsay carried 40 carts a day, the warden said."


def reports(*texts: str) -> dict[str, Annotations]:
    lines: list[list[Line]] = [[("", "own", text)] for text in texts]
    return {chr(ord("a") + n): annotated(Draft(f"Outlet {n}", None, line)) for n, line in enumerate(lines)}


def place(report: str, span: tuple[int, int]) -> Place:
    return Place(report=report, span=Span(*span))


def test_the_same_change_in_two_outlets_is_told_once() -> None:
    pile = reports(TEXT, TEXT.replace("40", "14"), TEXT.replace("40", "14"))
    edits = [Edit(kind="figure", a=place("a", (28, 30)), b=place(other, (28, 30)), weight=0.9) for other in "bc"]
    (change,) = changes(edits, pile)
    assert [reading.words for reading in change.readings] == ["40", "14"]
    assert [p.report for p in change.readings[0].places] == ["a"]
    assert [p.report for p in change.readings[1].places] == ["b", "c"]
    assert (change.readings[0].before, change.readings[0].after) == (
        "The bridge at Orsay carried ",
        " carts a day, the warden said.",
    )


def test_the_same_change_seen_from_the_other_side_is_the_same_change() -> None:
    pile = reports(TEXT, TEXT.replace("40", "14"), TEXT)
    edits = [
        Edit(kind="figure", a=place("a", (28, 30)), b=place("b", (28, 30)), weight=0.9),
        Edit(kind="figure", a=place("b", (28, 30)), b=place("c", (28, 30)), weight=0.9),
    ]
    (change,) = changes(edits, pile)
    assert {p.report for p in change.readings[0].places} == {"a", "c"}


def test_weightiest_first_and_missing_words_are_told_apart_by_their_place() -> None:
    pile = reports(TEXT, "The bridge carried 40 carts, the warden said.")
    edits = [
        Edit(kind="cut", a=place("a", (36, 42)), b=place("b", (27, 27)), weight=0.2),
        Edit(kind="cut", a=place("a", (10, 19)), b=place("b", (10, 10)), weight=0.3),
    ]
    found = changes(edits, pile)
    assert [tuple(reading.words for reading in c.readings) for c in found] == [(" at Orsay", ""), (" a day", "")]


def test_three_wordings_of_one_place_are_one_change() -> None:
    pile = reports(TEXT, TEXT.replace("40", "14"), TEXT.replace("40", "41"))
    edits = [
        Edit(kind="figure", a=place(a, (28, 30)), b=place(b, (28, 30)), weight=weight)
        for a, b, weight in (("a", "b", 0.9), ("a", "c", 0.8), ("b", "c", 0.8))
    ]
    (change,) = changes(edits, pile)
    assert [reading.words for reading in change.readings] == ["40", "14", "41"]
    assert (change.reports, change.weight) == (3, 0.9)


@pytest.mark.parametrize(
    ("mine", "theirs", "small"),
    [("that carried", "which carried", True), ("the carts", "these carts", True), ("carried", "bore", False)],
)
def test_an_exchange_of_small_words_is_known(mine: str, theirs: str, small: bool) -> None:
    pile = reports(f"The bridge {mine} by night.", f"The bridge {theirs} by night.")
    edit = Edit(
        kind="reworded", a=place("a", (11, 11 + len(mine))), b=place("b", (11, 11 + len(theirs))), weight=0.7
    )  # fmt: skip
    (change,) = changes([edit], pile)
    assert change.small is small


def test_a_move_keeps_its_two_places() -> None:
    pile = reports(TEXT, TEXT)
    (change,) = changes([Edit(kind="moved", a=place("a", (0, 20)), b=place("b", (0, 20)), weight=0.1)], pile)
    assert [p.report for reading in change.readings for p in reading.places] == ["a", "b"]


def test_each_kind_has_a_name_and_a_sign() -> None:
    assert list(KINDS) == list(SIGNS)
    assert len(set(SIGNS.values())) == len(SIGNS)
