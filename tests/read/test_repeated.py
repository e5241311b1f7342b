import random

from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Report
from stemma.read import repeated_furniture
from stemma.read.draft import Draft
from stemma.read.reports import report_from

STORIES = (
    "The old bridge over the Morra was opened again on Tuesday, the minister of works Ada Rill said in Ostravia.",
    "Doctors at the clinic in Kelden have delivered quadruplets for the second time, their colleague Bo Ek reports.",
    "A painting stolen from the Halvard gallery turned up behind wardrobes, its owner Inga Thorsen told the police.",
)
SLOGAN = "Your morning cup of news since 1903"


def report(text: str, outlet: str = "Morra Gull") -> Report:
    return report_from(Draft(text=text, reader="text/1", outlet=outlet), "a.txt", "0")


def furniture(reports: list[Report]) -> list[list[str]]:
    return [[item.text[start:end] for start, end in item.furniture] for item in repeated_furniture(reports)]


def with_line(line: str, stories: tuple[str, ...] = STORIES) -> list[Report]:
    return [report(f"{story[:40]}\n{line}\n{story}") for story in stories]


def test_a_line_under_three_stories_of_one_outlet() -> None:
    assert furniture(with_line(SLOGAN)) == [[SLOGAN]] * 3
    assert furniture([report(f"{story}\n{number} min read") for number, story in enumerate(STORIES, 3)]) == [
        ["3 min read"],
        ["4 min read"],
        ["5 min read"],
    ]


def test_two_stories_or_three_outlets_are_too_few() -> None:
    assert furniture(with_line(SLOGAN)[:2]) == [[], []]
    apart = [report(f"{story}\n{SLOGAN}", outlet) for story, outlet in zip(STORIES, "ABC", strict=True)]
    assert furniture(apart) == [[], [], []]


def test_background_of_one_story_stays_prose() -> None:
    updates = tuple(
        f"{STORIES[0]} By {hour} in the morning the first lorries had crossed." for hour in ["six", "seven", "eight"]
    )
    assert furniture(with_line("It had been closed since its middle pier gave way.", updates)) == [[], [], []]


def test_long_lines_and_quotations_stay_prose() -> None:
    assert furniture(with_line("The paper " + "and its many readers " * 8 + "are glad.")) == [[], [], []]
    assert furniture(with_line("“No comment.”")) == [[], [], []]


def test_a_report_that_holds_nothing_else_keeps_it() -> None:
    reports = [*with_line(SLOGAN), report(SLOGAN)]
    assert furniture(reports)[3] == []


@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_decides_nothing(draw: random.Random) -> None:
    reports = [*with_line(SLOGAN), *with_line(SLOGAN, STORIES[:1]), report("Alone\nNothing else.")]
    marked = {item.id: item for item in repeated_furniture(reports)}
    draw.shuffle(reports)
    assert {item.id: item for item in repeated_furniture(reports)} == marked
