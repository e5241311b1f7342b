"""What one assertion denies of the other, and what only sounds like it."""

import pytest

from stemma.compare.differences import differences
from stemma.model import Annotations, Assertion, Span, Story
from tests.compare.differing import NO_LINEAGE, asserted, found, notes, relations, said

CASES: tuple[tuple[str, str, str, list[str]], ...] = (
    ("negated", "The girls were exchanged for prisoners.", "The girls were not exchanged.", ["contradiction"]),
    ("failed", "The council approved the bridge.", "The council failed to approve the bridge.", ["contradiction"]),
    ("nobody", "Workers of the mill were hurt.", "No workers of the mill were hurt.", ["contradiction"]),
    (
        "opposites",
        "The council approved the Brask bridge plan.",
        "The council rejected the Brask bridge plan.",
        ["contradiction"],
    ),
    ("up and down", "Shares of Orlo rose slightly.", "Shares of Orlo fell.", ["update"]),
    ("up and down by figures", "Orlo gave up gains to fall 3 percent.", "Orlo edged up 0.2 percent.", ["update"]),
    ("negation inside of a word", "All workers were unharmed.", "No workers of the mill were hurt.", []),
    ("either way", "The dam will burst.", "The dam will (or won't) burst.", []),
    ("beyond a dash", "The dam burst at dawn.", "The dam - Moss was never sure - burst at dawn.", []),
    (
        "of other things",
        "The old dam above Brask burst after a storm.",
        "The council did not burst into song over a budget for roads, schools and bridges.",
        [],
    ),
    ("both negated", "The mill did not burn.", "The mill never burned.", []),
    ("another word negated", "The mill burned, not the school.", "The mill burned at dawn.", []),
    ("no opposites of one thing", "Orlo opened a school.", "Brask closed its borders to foreign ships.", []),
)


@pytest.mark.parametrize(("one", "other", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_polarity(one: str, other: str, wanted: list[str]) -> None:
    assert relations("polarity", notes("a", one), notes("b", other)) == wanted
    assert relations("polarity", notes("a", other), notes("b", one)) == wanted


def denial(cue: str) -> Annotations:
    text = f"The minister {cue} that the girls were exchanged."
    return said(notes("b", text), "The minister", cue, "the girls were exchanged", negated=True)


def test_a_denial_turns_all_of_its_content() -> None:
    assert relations("polarity", notes("a", "The girls were exchanged."), denial("denied")) == ["contradiction"]


def test_a_denial_inside_of_an_assertion() -> None:
    text = "Guards swapped the girls, but Moss denied that the girls were exchanged."
    told = said(notes("b", text), "Moss", "denied", "the girls were exchanged", negated=True)
    whole = Assertion(report="b", spans=(Span(0, len(text)),), origin="o")
    one = notes("a", "The girls were exchanged.")
    found = differences(Story(id="s", reports=(one, told)), NO_LINEAGE, [asserted(one), whole])
    assert [d.relation for d in found if d.kind == "polarity"] == ["contradiction"]


def test_who_turns_something_down_denies_nothing() -> None:
    assert relations("polarity", notes("a", "The girls were exchanged."), denial("rejected")) == []


def test_the_spans_hold_the_negation() -> None:
    [(_, left, right)] = found("polarity", notes("a", "The dam burst."), notes("b", "The dam did not burst."))
    assert (left, right) == ("burst", "not burst")
