"""Dates meet only as the days that they stand for."""

import pytest

from tests.compare.differing import found, notes, relations

# 2031-05-07 is a Wednesday.
WEDNESDAY, NEXT_MONDAY = "2031-05-07", "2031-05-12"

CASES: tuple[tuple[str, str, str, str, str, list[str]], ...] = (
    ("this week and last week, a week later", "It sank this week.", WEDNESDAY, "It sank last week.", NEXT_MONDAY, []),
    ("a weekday and its date", "It sank on Monday.", WEDNESDAY, "It sank on May 5.", NEXT_MONDAY, []),
    ("this week and last week", "It sank this week.", WEDNESDAY, "It sank last week.", WEDNESDAY, ["contradiction"]),
    ("two months", "It was cleared last month.", WEDNESDAY, "It was cleared this month.", WEDNESDAY, ["contradiction"]),
    ("two years", "It was sold last year.", WEDNESDAY, "It was sold in 2028.", WEDNESDAY, ["contradiction"]),
    ("a month and its day", "They vote next month.", WEDNESDAY, "They vote on June 6.", WEDNESDAY, ["precision"]),
    (
        "about an hour",
        "It sank at 11:30 pm on May 5.",
        WEDNESDAY,
        "It sank at 11 pm on May 5.",
        WEDNESDAY,
        ["contradiction"],
    ),
    ("minutes apart", "It sank at 11:10 pm on May 5.", WEDNESDAY, "It sank at 11 pm on May 5.", WEDNESDAY, []),
    (
        "copied with its words",
        "It sails from Brask next month.",
        "2031-04-30",
        "It sails from Brask next month.",
        WEDNESDAY,
        [],
    ),
    ("the same words", "It sails next month.", "2031-04-30", "Orlo opens its yard next month.", WEDNESDAY, ["unclear"]),
    ("a year and its month", "It sank this year.", WEDNESDAY, "It sank in March.", WEDNESDAY, []),
    ("two happenings", "It was built in April 2014.", WEDNESDAY, "It sank on Monday.", WEDNESDAY, []),
    ("years ago", "It was built two years ago.", WEDNESDAY, "It was built in June 2029.", WEDNESDAY, []),
    ("nothing known", "It sank recently.", WEDNESDAY, "It sank on Monday.", WEDNESDAY, []),
)


@pytest.mark.parametrize(
    ("one", "first", "other", "second", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_dates(one: str, first: str, other: str, second: str, wanted: list[str]) -> None:
    assert relations("date", notes("a", one, first), notes("b", other, second)) == wanted


def test_an_hour_before_midnight_is_a_clock_time() -> None:
    one = notes("a", "It sank an hour before midnight.", WEDNESDAY)
    other = notes("b", "It sank at 9 pm.", WEDNESDAY)
    for _, left, right in found("date", one, other):
        assert left.startswith("an hour before")
        assert right == "9 pm"
