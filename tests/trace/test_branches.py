"""Branches: reports of one text that agree in odd places against the others."""

from collections.abc import Sequence

from tests.trace.stories import WALL, told, traced

ODD = (("before dawn", "ahead of dawn"), ("a fortnight", "two weeks"), ("handed out", "gave away"), ("found", "saw"))
"""Readings that no editor would choose for their sense."""


def reworded(*changes: tuple[str, str]) -> tuple[str, ...]:
    """The text with other readings at some places."""
    text = "\n".join(WALL)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return tuple(text.split("\n"))


def branches(**texts: Sequence[str]) -> set[tuple[str, ...]]:
    """The branches among reports with the given texts, as sorted ids."""
    return {branch.reports for branch in traced(*(told(name, *text) for name, text in texts.items())).branches}


def test_two_that_share_odd_readings_against_two() -> None:
    found = branches(A=WALL, B=(*WALL, "The road opened again on Monday."), C=reworded(*ODD[:3]), D=reworded(*ODD))
    assert found in ({("A", "B")}, {("C", "D")})


def test_readings_are_the_places_of_the_fullest_witness() -> None:
    reports = [told(name, *text) for name, text in zip("ABCD", (WALL, WALL, *[reworded(*ODD[:3])] * 2), strict=True)]
    (branch,) = traced(*reports).branches
    text = {report.id: report.text for report in reports}
    told_there = [text[place.report][place.span.start : place.span.end] for place in branch.readings]
    assert len(told_there) == 3
    assert any("fortnight" in words or "two weeks" in words for words in told_there)
    assert branch.because == ("2 reports agree against others in 3 places",)


def test_of_three_two_that_agree() -> None:
    assert branches(A=WALL, B=WALL, C=reworded(*ODD)) == {("A", "B")}


def test_one_that_edits_alone_makes_no_branch_of_the_rest() -> None:
    assert branches(A=WALL, B=WALL, C=WALL, D=reworded(*ODD)) == set()


def test_edits_of_different_reports_make_no_branch_of_what_is_left() -> None:
    edited = {name: reworded(change) for name, change in zip("CDE", ODD, strict=False)}
    assert branches(A=WALL, B=WALL, **edited) == set()


def test_what_a_report_lacks_says_nothing() -> None:
    assert branches(A=WALL, B=WALL, C=WALL[:2], D=reworded(*ODD[1:])) == set()


def test_one_or_two_readings_may_be_chance() -> None:
    assert branches(A=WALL, B=WALL, C=reworded(*ODD[:2]), D=reworded(*ODD[:2])) == set()
