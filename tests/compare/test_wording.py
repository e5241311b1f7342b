"""Wordings: labels that take a side come first, then words of degree; names, scope and speakers."""

import pytest

from stemma.compare.differences import DifferenceSettings
from stemma.model import Difference, Entity
from tests.compare.differing import between, found, named, notes, relations, said


def heaviest(one: str, other: str) -> Difference:
    return next(d for d in between(notes("a", one), notes("b", other)) if d.kind == "wording")


FRAMING = (
    ("whole labels", "The lake towns rebuilt after a devastating civil war.",
     "The lake towns rebuilt after a devastating war on the valley by foreign-backed terrorists.",
     "civil war", "war on the valley by foreign-backed terrorists"),
    ("labels in other sentences", "The guards shot three rebels at dawn.",
     "Three terrorists died when troops opened fire.",
     "rebels", "terrorists"),
    ("a judgement before a word that both have", "The group sank the ferry Halcyon.",
     "The terror group sank the ferry Halcyon.",
     "group", "terror group"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other", "left", "right"), [f[1:] for f in FRAMING], ids=[f[0] for f in FRAMING])
def test_words_that_judge_are_framing(one: str, other: str, left: str, right: str) -> None:
    told = notes("a", one), notes("b", other)
    assert ("framing", left, right) in found("wording", *told)


def test_labels_that_judge_outweigh_words_of_degree_and_these_other_words() -> None:
    judged = heaviest("The guards shot three rebels.", "The guards shot three terrorists.")
    degree = heaviest("The fire did massive damage to the mill.", "The fire did heavy damage to the mill.")
    other = heaviest(
        "The Halcyon crew hauled the trawler northwards.", "The Halcyon crew hauled the schooner northwards."
    )
    assert judged.weight > degree.weight > other.weight > 0


STYLE = (
    ("spelling", "The guards defended the harbour wall.", "The guards defended the harbor wall."),
    ("little words", "The guards stood on the wall.", "The guards stood at the wall."),
    ("another form", "The guards shored up the wall.", "The guards were shoring up the wall."),
)


@pytest.mark.parametrize(("one", "other"), [s[1:] for s in STYLE], ids=[s[0] for s in STYLE])
def test_style_is_left_out(one: str, other: str) -> None:
    assert relations("wording", notes("a", one), notes("b", other)) == []


def test_each_contrast_is_shown_once() -> None:
    words = (("rebels", "dawn"), ("terrorists", "noon"), ("terrorist", "dusk"))
    told = [notes(when, f"The guards shot three {word} at {when}.") for word, when in words]
    assert relations("wording", *told).count("framing") == 1


def test_at_most_so_many_wordings() -> None:
    words = ("rebels", "terrorists", "fighters", "gunmen", "insurgents", "extremists")
    told = [notes(str(i), f"The guards shot three {word}.") for i, word in enumerate(words)]
    shown = between(*told, using=DifferenceSettings(most_wordings=3))
    assert len([d for d in shown if d.kind == "wording"]) == 3
    assert shown[0].relation == "framing"


def test_a_verb_that_judges_what_is_said() -> None:
    plain = said(notes("a", "Moss said the dam was safe."), "Moss", "said", "the dam was safe")
    judging = said(notes("b", "Moss claimed the dam was safe."), "Moss", "claimed", "the dam was safe")
    assert found("wording", plain, judging) == [("framing", "Moss said", "Moss claimed")]


# --- speakers --------------------------------------------------------------------------------------------


def spoken(id: str, source: str) -> str:
    return f"{source} said the dam was safe."


def test_own_voice_beside_a_speaker() -> None:
    own = notes("a", "The dam was safe.")
    given = said(notes("b", "The mayor said the dam was safe."), "The mayor", "said", "the dam was safe")
    assert found("attribution", own, given) == [("unclear", "The dam was safe.", "The mayor said")]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The foreign ministry", "The provincial police", True),
        ("The foreign ministry", "A foreign ministry spokesman", False),
        ("The foreign ministry", "The foreign ministry", False),
    ],
)
def test_speakers_differ_where_they_cannot_be_one(one: str, other: str, differ: bool) -> None:
    told = [said(notes(id, spoken(id, who)), who, "said", "the dam was safe") for id, who in (("a", one), ("b", other))]
    assert bool(relations("attribution", *told)) == differ


def test_one_quotation_given_to_two_speakers_is_a_contradiction() -> None:
    words = "“the dam will hold for a hundred years”"
    told = [
        said(notes(id, f"{who} said {words}."), who, "said", words)
        for id, who in (("a", "The foreign ministry"), ("b", "The provincial police"))
    ]
    assert relations("attribution", *told) == ["contradiction"]


def test_a_report_that_attributes_elsewhere_is_no_difference() -> None:
    given = said(notes("b", "Brask. The mayor said the dam was safe."), "The mayor", "said", "the dam was safe")
    assert relations("attribution", given, given) == []


# --- scope -----------------------------------------------------------------------------------------------

SCOPE = (
    ("all and some", "All ferries of the line were sold.", "Some ferries of the line were sold.", "unclear"),
    ("people and civilians", "Ten people died at the ford.", "Ten civilians died at the ford.", "unclear"),
    ("may be and is", "The dam burst after the storm.", "The dam may have burst after the storm.", "unclear"),
    ("on a condition", "The offer stands regardless of the vote.", "The offer hinges on the vote.", "contradiction"),
)


@pytest.mark.parametrize(("one", "other", "relation"), [s[1:] for s in SCOPE], ids=[s[0] for s in SCOPE])
def test_scope(one: str, other: str, relation: str) -> None:
    assert relations("scope", notes("a", one), notes("b", other)) == [relation]


@pytest.mark.parametrize("other", ["In May the dam burst after the storm.", "The dam burst after the storm."])
def test_no_scope(other: str) -> None:
    assert relations("scope", notes("a", "The dam burst after the storm."), notes("b", other)) == []


# --- names -----------------------------------------------------------------------------------------------


def test_names_at_one_place() -> None:
    one = named(notes("a", "The school lies in the town of Brask."), e1="Brask")
    other = named(notes("b", "The school lies in the town of Orlo, upstream."), e2="Orlo")
    assert relations("name", one, other) == []
    one = named(notes("a", "The Brask airstrikes hit the mill."), e1="Brask")
    other = named(notes("b", "The Orlo airstrikes hit the mill."), e2="Orlo")
    assert found("name", one, other) == [("unclear", "Brask", "Orlo")]


def test_one_country_in_two_words_is_no_difference() -> None:
    one = named(notes("a", "The American airstrikes hit the mill."), e1="American")
    other = named(notes("b", "The US airstrikes hit the mill."), e2="US")
    assert relations("name", one, other) == []


def test_one_name_in_two_spellings() -> None:
    one = named(notes("a", "It sank off Karabek."), e1="Karabek")
    other = named(notes("b", "It sank off Karabeq."), e1="Karabeq")
    [difference] = [
        d for d in between(one, other, entities=[Entity(id="e1", kind="place", name="Karabek")]) if d.kind == "name"
    ]
    assert (difference.relation, difference.because) == ("unclear", ("one name in two spellings",))
