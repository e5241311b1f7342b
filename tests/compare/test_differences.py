"""Laws of all differences: the same words make none, order changes nothing, hostile text ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.compare.differences import DifferenceSettings
from stemma.compare.differences_reading import stem
from stemma.compare.differences_time import order
from stemma.errors import SettingsError
from stemma.model import Annotations
from tests.compare.differing import between, notes

PARTS = (
    "The flood", "at least 30 people", "34 civilians", "dozens", "killed", "did not kill", "rebels", "terrorists",
    "on Monday", "last week", "$3.5 billion", "all", "some of", "the ferry", "may", "rose 3 percent", "fell", "Brask",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map(lambda parts: " ".join(parts) + ".")


@given(TEXTS)
def test_the_same_words_differ_in_nothing(text: str) -> None:
    assert between(notes("a", text, "2031-05-07"), notes("b", text, "2031-05-07")) == ()


@given(TEXTS, TEXTS)
def test_differences_lie_in_their_reports_and_are_told_once(one: str, other: str) -> None:
    told = notes("a", one, "2031-05-07"), notes("b", other, "2031-05-09T10:00:00")
    found = between(*told)
    assert len(set(found)) == len(found)
    assert [d.weight for d in found] == sorted((d.weight for d in found), reverse=True)
    for difference in found:
        assert difference.because
        assert difference.between == (0, 1)
        assert 0 < difference.weight <= 1
        for place, span in zip(difference.between, difference.spans, strict=True):
            assert 0 <= span.start < span.end <= len(told[place].report.text)


@given(TEXTS, TEXTS)
def test_the_order_of_two_reports_changes_no_judged_kind(one: str, other: str) -> None:
    a, b = notes("a", one, "2031-05-07"), notes("b", other, "2031-05-07")

    def kinds(*told: Annotations) -> list[str]:
        return sorted({d.kind for d in between(*told) if d.kind in ("figure", "polarity")})

    assert kinds(a, b) == kinds(b, a)


HOSTILE = (
    "word " * 10_000,
    "w" * 100_000,
    "not " * 5_000,
    "5 people killed " * 2_000,
    "“" * 5_000,
    "Monday " * 3_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:8].strip() for text in HOSTILE])
def test_text_without_an_end_ends(text: str) -> None:
    found = between(notes("a", text, "2031-05-07"), notes("b", text + "more", "2031-05-07"))
    assert all(d.spans for d in found)


def test_only_so_many_readings_are_held_against_each_other() -> None:
    told = [notes(f"{i:02}", f"The flood killed {i} people.", "2031-05-07") for i in range(10, 30)]
    found = between(*told, using=DifferenceSettings(most_readings=3))
    assert {place for d in found for place in d.between} == {0, 1, 2}


def test_copies_are_one_reading_shown_by_the_first() -> None:
    told = [notes(str(i), f"The flood killed {i // 3 + 2} people.", "2031-05-07") for i in range(6)]
    assert [d.between for d in between(*told) if d.kind == "figure"] == [(0, 3)]


@pytest.mark.parametrize(("name", "value"), [("least_weight", 1.5), ("most_readings", 1), ("most_wordings", 0)])
def test_settings_out_of_range_are_refused(name: str, value: float) -> None:
    with pytest.raises(SettingsError, match=name):
        DifferenceSettings(**{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("free", "freed"), True),
        (("swap", "swapped", "swapping", "swaps"), True),
        (("release", "released", "releases"), True),
        (("city", "cities"), True),
        (("militant", "militants", "Militant’s"), True),
        (("boss", "boat"), False),
        (("kill", "kiln"), False),
    ],
)
def test_stems(words: tuple[str, ...], same: bool) -> None:
    assert (len(set(map(stem, words))) == 1) == same


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (None, "2031-05-07", "unknown"),
        ("2031-05-07", "2031-05-07T12:00:00", "one day"),
        ("2031-05-08", "2031-05-07T12:00:00", "first later"),
        ("2031-05-07T11:00:00Z", "2031-05-07T12:00:00+01:00", "one hour"),
        ("2031-05-07T11:00:00", "2031-05-07T13:00:00", "second later"),
        ("2031-05-07T11:00:00Z", "2031-05-07T11:30:00", "one hour"),
        ("2031-05-07Tbroken", "2031-05-07T11:30:00", "unknown"),
    ],
)
def test_order_of_publication(first: str | None, second: str | None, wanted: str) -> None:
    assert order(first, second) == wanted
