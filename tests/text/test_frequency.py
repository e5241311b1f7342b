"""How common words are said to be."""

import math

import pytest

from stemma.text.frequency import Background, background

TABLE = Background(documents=99, frequency={"the": 99, "harbour": 9, "pilot": 1})


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        pytest.param("the", 0.0, id="in every document"),
        pytest.param("harbour", math.log(10), id="in one of ten"),
        pytest.param("pilot", math.log(50), id="in one"),
        pytest.param("quern", math.log(100), id="in none: the rarest, yet finite"),
        pytest.param("", math.log(100), id="no word"),
        pytest.param("harbour's", math.log(10), id="a possessive is its noun"),
        pytest.param("harbour’s", math.log(10), id="with a curly apostrophe too"),
        pytest.param("pilot’", math.log(50), id="an apostrophe at the end"),
    ],
)
def test_rarity(word: str, wanted: float) -> None:
    assert TABLE.rarity(word) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("common", "rare"),
    [("the", "government"), ("government", "harbour"), ("said", "retorted"), ("of", "zyxt"), ("it's", "harbour")],
)
def test_the_shipped_table_orders_words_as_a_reader_would(common: str, rare: str) -> None:
    assert background().rarity(common) < background().rarity(rare)


def test_the_shipped_table_is_sound() -> None:
    known = background()
    assert known.documents > 0
    assert all(0 < n <= known.documents for n in known.frequency.values())
    assert all(word == word.casefold() and word.strip() == word != "" for word in known.frequency)
    assert all(known.rarity(word) >= 0 for word in known.frequency)


def test_the_table_is_read_once() -> None:
    assert background() is background()
