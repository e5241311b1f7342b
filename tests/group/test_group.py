"""Reports of one happening come into one story, and nothing else does."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.annotate import annotate
from stemma.errors import SettingsError
from stemma.group import GroupSettings, group
from stemma.group.split import SplitLimits
from stemma.model import Report, Span, Story
from stemma.reuse import reuse
from tests.group.piles import ABOUT, about, names, stories_of, written

WIRE = ABOUT["wall 1"][1]
BELL = ABOUT["bell 1"][1]

PILES: dict[str, tuple[list[str], list[list[str]]]] = {
    "nothing": ([], []),
    "one report": (["budget"], [["budget"]]),
    "two of one happening": (["wall 1", "wall 2"], [["wall 1", "wall 2"]]),
    "a day later, the same happening": (["wall 1", "wall 3"], [["wall 1", "wall 3"]]),
    "the same topic, another happening": (["other wall", "wall 1"], [["other wall"], ["wall 1"]]),
    "two unrelated": (["bell 1", "budget"], [["bell 1"], ["budget"]]),
    "everything": (
        list(ABOUT),
        [["bell 1", "bell 2"], ["budget"], ["other wall"], ["wall 1", "wall 2", "wall 3"]],
    ),
}


@pytest.mark.parametrize(("pile", "wanted"), PILES.values(), ids=PILES)
@pytest.mark.parametrize("titles", [True, False], ids=["titles", "no titles"])
def test_stories(pile: list[str], wanted: list[list[str]], titles: bool) -> None:
    assert names(stories_of(about(*pile, titles=titles))) == wanted


def test_a_bridge_does_not_join_two_stories() -> None:
    """A round-up is like both, yet the stories stay apart: links are not closed over a report."""
    round_up = written("round-up", "The week", f"{WIRE.split('. ')[0]}. {BELL.split('. ')[0]}.", "2031-03-07")
    found = names(stories_of([*about("wall 1", "wall 2", "wall 3", "bell 1", "bell 2"), round_up]))
    (wall,) = (story for story in found if "wall 1" in story)
    (bell,) = (story for story in found if "bell 1" in story)
    assert wall != bell
    assert {"wall 2", "wall 3"} <= set(wall)
    assert "bell 2" in bell
    assert sum("round-up" in story for story in found) == 1


def test_a_chain_of_likeness_is_no_story() -> None:
    """Each report shares a third of its words with the next; the first and the last have nothing in common."""
    roots = ("brine", "gable", "thrush", "ember", "quoin", "sedge", "tallow", "plinth", "wicker")
    matters = [" ".join(f"{root}{n}" for root in roots) + "." for n in range(25)]
    pile = [written(f"r{n:02}", None, " ".join(matters[2 * n : 2 * n + 3])) for n in range(12)]
    found = names(stories_of(pile))
    assert len(found) > 1
    assert not any({"r00", "r11"} <= set(story) for story in found)


@pytest.mark.parametrize(
    "edited",
    [
        pytest.param(WIRE, id="word for word"),
        pytest.param(WIRE.upper(), id="in capitals"),
        pytest.param(WIRE.replace("collapsed", "crumbled").replace("closed", "barred"), id="reworded here and there"),
        pytest.param(" ".join(reversed(WIRE.split(". "))), id="in another order"),
        pytest.param(WIRE[: len(WIRE) // 2], id="cut to half"),
        pytest.param(WIRE + " " + ABOUT["wall 3"][1], id="with as much added"),
    ],
)
@pytest.mark.parametrize("day", [None, "2031-03-04", "2029-11-30"], ids=["no date", "same day", "long before"])
def test_copies_are_together(edited: str, day: str | None) -> None:
    """Whatever titles and dates say: copying is the best evidence that two reports tell one story."""
    others = about("bell 1", "bell 2", "budget", "other wall")
    pile = [written("a", None, WIRE, "2031-03-04"), written("b", "Letters to the editor", edited, day), *others]
    (story,) = (found for found in names(stories_of(pile)) if "a" in found)
    assert story == ["a", "b"]


def test_copies_without_any_known_word() -> None:
    text = "Qarra velu tinn osk moravel, di hant kulevra s tinn. Borru velu hant: qarra moravel di osk kulevra!"
    pile = [written("a", None, text), written("b", None, text), *about("budget")]
    assert names(stories_of(pile)) == [["a", "b"], ["budget"]]


# --- links ----------------------------------------------------------------------------------------


def test_links_tell_why() -> None:
    (story,) = stories_of(about("wall 1", "wall 2", "wall 3"))
    assert len(story.links) == len(story.reports) - 1
    for link in story.links:
        assert link.a < link.b
        assert 0 < link.score <= 1
        assert any("lirrow" in reason for reason in link.because)
        assert any(reason.startswith("published: 2031-03-0") for reason in link.because)


def test_links_name_shared_passages_and_leave_unknown_dates_out() -> None:
    (story,) = stories_of([written("a", None, WIRE), written("b", None, WIRE + " " + BELL)])
    (link,) = story.links
    assert any("passages" in reason for reason in link.because)
    assert not any(reason.startswith("published") for reason in link.because)


def test_no_links_inside_a_story_of_one() -> None:
    assert [story.links for story in stories_of(about("bell 1", "budget"))] == [(), ()]


# --- degenerate piles -----------------------------------------------------------------------------

THIN: dict[str, list[str]] = {
    "no text": ["", ""],
    "one word": ["Lirrow", "Lirrow"],
    "different words": ["Lirrow", "Oskerry", "Karsk"],
    "function words": ["the of and", "the of and", "and of the"],
    "no letters": ["12 34", "— …", "!"],
    "no capitals": [WIRE.lower(), WIRE.lower()],
    "scripts": ["दीवार गिर गई", "昨夜山上的旧墙倒塌了", "انهار الجدار القديم"],
    "one word over and over": ["wall " * 5000, "wall " * 5000],
}


@pytest.mark.parametrize("texts", THIN.values(), ids=THIN)
def test_thin_piles(texts: list[str]) -> None:
    pile = [written(f"r{n}", None, text) for n, text in enumerate(texts)]
    check_laws(pile, stories_of(pile))


def test_furniture_joins_nothing() -> None:
    notice = "Subscribe to the island courier for storm warnings, tide tables and recipes from every parish kitchen. "
    pile = [
        replace(report, text=notice + report.text, furniture=(Span(0, len(notice)),))
        for report in about("bell 1", "budget", "wall 1")
    ]
    assert len(stories_of(pile)) == 3


def test_the_notes_decide_what_is_grouped_and_passages_of_others_are_nothing() -> None:
    pile = about("wall 1", "wall 2", "bell 1")
    notes = [annotate(report) for report in pile[:2]]
    assert group(notes, reuse(pile)) == group(notes, reuse(pile[:2]))


# --- laws -----------------------------------------------------------------------------------------


def check_laws(reports: list[Report], stories: tuple[Story, ...]) -> None:
    """Each report is in one story; stories and reports are sorted; links are inside of a story and hold it together."""
    found = names(stories)
    assert sorted(id for story in found for id in story) == sorted(report.id for report in reports)
    assert all(story == sorted(story) for story in found)
    assert all(one[0] < other[0] for one, other in pairwise(found))
    assert len({story.id for story in stories}) == len(stories)
    for story, ids in zip(stories, found, strict=True):
        for link in story.links:
            assert {link.a, link.b} <= set(ids)
            assert 0 <= link.score <= 1
            assert link.because


@st.composite
def pile_of_reports(draw: st.DrawFn) -> list[Report]:
    sentences = [s for _, text, _ in ABOUT.values() for s in text.split(". ")]
    lines = st.lists(st.sampled_from(sentences), max_size=5)
    texts = draw(st.lists(lines, max_size=9))
    days = [draw(st.sampled_from((None, "2031-03-04", "2031-03", "2030-01-01T10:00:00Z"))) for _ in texts]
    titles = [draw(st.sampled_from((None, "", *(title for title, _, _ in ABOUT.values())))) for _ in texts]
    rows = zip(texts, days, titles, strict=True)
    return [written(f"r{n}", title, ". ".join(text), day) for n, (text, day, title) in enumerate(rows)]


@settings(deadline=None, max_examples=60)
@given(pile_of_reports(), st.randoms(use_true_random=False))
def test_laws_of_grouping(pile: list[Report], chance: Random) -> None:
    stories = stories_of(pile)
    check_laws(pile, stories)
    order = list(pile)
    chance.shuffle(order)
    assert stories_of(order) == stories


def test_the_same_reports_get_the_same_story_id_in_another_pile() -> None:
    alone = stories_of(about("bell 1", "bell 2"))
    beside = stories_of(about("bell 1", "bell 2", "budget"))
    assert alone[0].id == beside[0].id


@pytest.mark.parametrize(
    ("field", "build"),
    [
        ("threshold", lambda: GroupSettings(threshold=0.0)),
        ("threshold", lambda: GroupSettings(threshold=1.5)),
        ("threshold", lambda: GroupSettings(threshold=-1.0)),
        ("same_title", lambda: GroupSettings(same_title=-0.1)),
        ("same_title", lambda: GroupSettings(same_title=1.1)),
        ("shared_weight", lambda: GroupSettings(shared_weight=-0.1)),
        ("shared_weight", lambda: GroupSettings(shared_weight=1.1)),
        ("shortest_title", lambda: GroupSettings(shortest_title=0)),
        ("lead_words", lambda: GroupSettings(lead_words=-1)),
        ("title_weight", lambda: GroupSettings(title_weight=0)),
        ("lead_weight", lambda: GroupSettings(lead_weight=0)),
        ("longest_vector", lambda: GroupSettings(longest_vector=0)),
        ("most_common", lambda: GroupSettings(most_common=0)),
        ("limits: contrast", lambda: GroupSettings(limits=SplitLimits(contrast=1.1))),
        ("limits: alike", lambda: GroupSettings(limits=SplitLimits(alike=-0.1))),
        ("limits: alike_apart", lambda: GroupSettings(limits=SplitLimits(alike_apart=1.1))),
        ("limits: alike_apart", lambda: GroupSettings(limits=SplitLimits(alike=0.3, alike_apart=0.2))),
        ("limits: largest", lambda: GroupSettings(limits=SplitLimits(largest=-1))),
    ],
)
def test_settings_refuse_what_makes_no_sense(field: str, build: Callable[[], GroupSettings]) -> None:
    with pytest.raises(SettingsError, match=f"group.*{field}"):
        build()
