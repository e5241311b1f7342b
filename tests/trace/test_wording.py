"""What an exchange of words does."""

import pytest

from stemma.trace.wording import classed

KINDS = {
    "a negation comes": ("may take", "may not take", "polarity"),
    "a prefix turns the word round": ("disturbed", "undisturbed", "polarity"),
    "two negations are none": ("will not get disturbed", "will be undisturbed", "reworded"),
    "a word that begins with un": ("united", "", "cut"),
    "a number for a number": ("eleven lorries", "thirty lorries", "figure"),
    "a vague number for a number": ("dozens", "34", "figure"),
    "a number that is only added": ("", "eleven", "added"),
    "who said it goes": ("officials said", "", "reattributed"),
    "a word of saying that judges": ("said", "claimed", "reattributed"),
    "another word of saying": ("said", "added", "reworded"),
    "spelling": ("defence", "defense", "reworded"),
}


@pytest.mark.parametrize(("left", "right", "kind"), KINDS.values(), ids=KINDS)
def test_kind(left: str, right: str, kind: str) -> None:
    assert classed(left.split(), right.split())[0] == kind


def test_what_may_belong_to_another_clause_turns_nothing_round() -> None:
    assert classed(["no", "reaction"], ["at", "least"], turns=False)[0] == "reworded"


def test_where_both_say_who_said_it_nobody_is_lost() -> None:
    assert classed(["telling", "followers"], ["stating"], speaks=False)[0] == "reworded"


def test_meaning_outweighs_style_and_style_outweighs_spelling() -> None:
    weights = [
        classed(["may", "take"], ["may", "not", "take"])[1],
        classed(["protesters"], ["foreign-backed", "rioters"])[1],
        classed(["big"], ["large"])[1],
        classed(["defence"], ["defense"])[1],
    ]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)
