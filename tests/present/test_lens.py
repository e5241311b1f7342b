"""Edits joined by their words."""

from stemma.model import Annotations, Edit, Place, Span
from stemma.present.lens import changes
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
    assert (change.a.words, change.b.words) == ("40", "14")
    assert [p.report for p in change.a.places] == ["a"]
    assert [p.report for p in change.b.places] == ["b", "c"]
    assert (change.a.before, change.a.after) == ("The bridge at Orsay carried ", " carts a day, the warden said.")


def test_the_same_change_seen_from_the_other_side_is_the_same_change() -> None:
    pile = reports(TEXT, TEXT.replace("40", "14"), TEXT)
    edits = [
        Edit(kind="figure", a=place("a", (28, 30)), b=place("b", (28, 30)), weight=0.9),
        Edit(kind="figure", a=place("b", (28, 30)), b=place("c", (28, 30)), weight=0.9),
    ]
    (change,) = changes(edits, pile)
    assert {p.report for p in change.a.places} == {"a", "c"}


def test_weightiest_first_and_missing_words_are_told_apart_by_their_place() -> None:
    pile = reports(TEXT, "The bridge carried 40 carts, the warden said.")
    edits = [
        Edit(kind="cut", a=place("a", (36, 42)), b=place("b", (27, 27)), weight=0.2),
        Edit(kind="cut", a=place("a", (10, 19)), b=place("b", (10, 10)), weight=0.3),
    ]
    found = changes(edits, pile)
    assert [(c.a.words, c.b.words) for c in found] == [(" at Orsay", ""), (" a day", "")]
