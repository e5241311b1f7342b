"""Figures: which count the same thing, which agree, and whether time or a mistake stands between them."""

import pytest

from stemma.compare.differences import differences
from stemma.compare.figures_reading import next_round
from stemma.model import Assertion, Story
from tests.compare.differing import NO_LINEAGE, found, notes, relations

MORNING, NOON, EVENING = "2031-05-02T08:00:00", "2031-05-02T12:10:00", "2031-05-02T19:30:00"

AGREE = (
    ("The flood killed at least 30 people.", "The flood killed 34 people."),
    ("The flood killed some 30 people.", "The flood killed 30 people."),
    ("The flood killed up to 32 people.", "The flood killed 32 people."),
    ("The pipe is 10 miles long.", "The pipe is 16 km long."),
    ("The pipe is 10 miles (16 km) long.", "The pipe is 16 kilometres long."),
    ("The yard costs $3.5 billion.", "The yard costs 3.5 billion dollars."),
    ("The flood killed 12 people and injured 40 others.", "The flood injured 40 people and killed 12 people."),
)


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_figures_that_agree_are_no_difference(one: str, other: str) -> None:
    assert relations("figure", notes("a", one, MORNING), notes("b", other, EVENING)) == []


OTHER_THINGS = (
    ("The flood killed 12 people.", "The flood injured 40 people."),
    ("The firm pays $70 a share.", "The firm pays $9 billion."),
    ("The firm has 400 workers.", "The pipe is 400 km long."),
    ("Two pilots were killed.", "Twelve passengers were killed."),
    ("It has 1,000 troops.", "Another 1,000 troops wait offshore."),
    ("Scores escaped.", "Millions watched."),
)


@pytest.mark.parametrize(("one", "other"), OTHER_THINGS)
def test_figures_of_other_things_are_not_held_against_each_other(one: str, other: str) -> None:
    assert relations("figure", notes("a", one, MORNING), notes("b", other, EVENING)) == []


DIFFER = (
    ("dozens beside a number", "Dozens of people were killed.", "34 people were killed.", "precision"),
    ("more than beside a number", "More than 80 people were killed.", "84 people were killed.", "precision"),
    (
        "more than the figure",
        "The yard costs about $121 billion.",
        "The yard costs more than $121 billion.",
        "precision",
    ),
    ("what does not change", "The yard costs $105 billion.", "The yard costs $103 billion.", "contradiction"),
    ("two that are not exact", "It has about 850 soldiers.", "It has nearly 1,000 troops.", "unclear"),
    ("a length in two units", "The pipe is 10 miles long.", "The pipe is 20 km long.", "contradiction"),
    ("a price that moves", "Shares of Orlo fell 3 percent.", "Shares of Orlo fell 5 percent.", "update"),
    ("a toll that grows", "The flood killed two people.", "The flood killed six people.", "update"),
    ("a bound in round numbers", "The tower is over 200 feet tall.", "The tower is 229 feet tall.", "precision"),
    ("two vague numbers", "Dozens of the girls escaped.", "Of the 276 girls, scores escaped.", "precision"),
    (
        "beside others",
        "It has 1,000 soldiers.",
        "It has 850 troops and another 1,000 from 20 countries.",
        "unclear",
    ),
    ("beyond the lower bound", "The flood killed at least two people.", "The flood killed six people.", "update"),
)


@pytest.mark.parametrize(("one", "other", "relation"), [d[1:] for d in DIFFER], ids=[d[0] for d in DIFFER])
def test_figures_that_differ(one: str, other: str, relation: str) -> None:
    assert relations("figure", notes("a", one, MORNING), notes("b", other, EVENING)) == [relation]


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (MORNING, EVENING, "update"),
        (EVENING, MORNING, "unclear"),
        (MORNING, "2031-05-02T08:40:00", "contradiction"),
        ("2031-05-02", "2031-05-02", "update"),
        ("2031-05-02", "2031-05-03", "update"),
        (None, EVENING, "update"),
        ("2031-05-02T08:00:00+02:00", "2031-05-02T06:30:00+00:00", "contradiction"),
    ],
)
def test_time_decides_between_update_and_contradiction(first: str | None, second: str | None, relation: str) -> None:
    two = notes("a", "The flood killed 2 people.", first)
    assert relations("figure", two, notes("b", "The flood killed 6 people.", second)) == [relation]


def test_a_report_that_contradicts_itself() -> None:
    told = notes("a", "The flood in Brask killed 2 people. The Brask flood killed 6 people.", MORNING)
    halves = [Assertion(report="a", spans=(span,), origin="o") for span in told.sentences]
    [difference] = differences(Story(id="s", reports=(told,)), NO_LINEAGE, halves)
    assert (difference.kind, difference.relation, difference.between) == ("figure", "contradiction", (0, 1))


def test_figures_of_assertions_with_few_words_in_common_are_unclear() -> None:
    one = notes("a", "The yard costs $105 billion.", NOON)
    other = notes("b", "Orlo pays $103 billion for its rival Velm.", NOON)
    assert relations("figure", one, other) == ["unclear"]


def test_equal_figures_are_taken_away_before_others_are_held_against_each_other() -> None:
    one = notes("a", "The guards freed 21 of the 276 girls.", NOON)
    other = notes("b", "The guards freed 21 of the more than 200 girls.", NOON)
    assert [spans[1:] for spans in found("figure", one, other)] == [("276 girls", "more than 200 girls")]


def test_the_next_round_number_is_as_round() -> None:
    assert [next_round(value) for value in (2, 30, 84, 270, 20_000, 1.5, 0)] == [3, 40, 85, 280, 30_000, 1.5, 0]
