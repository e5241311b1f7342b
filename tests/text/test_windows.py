"""Windows: what is read at once."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Span
from stemma.text import forms
from stemma.text.paragraphs import paragraphs
from stemma.text.windows import MOST_SUB_WORDS, MOST_WORDS, Window, sub_words, windows, words
from stemma.text.wordpiece import WordPiece

WORDPIECE = WordPiece(["[UNK]", "the", "ferry", "left", ".", "a", "##a", "-", "He"])


def cut(text: str) -> list[Window]:
    return list(windows(words(text, paragraphs(text), WORDPIECE)))


def paragraph(count: int, stop: str = "") -> str:
    return " ".join(["the"] * (count - len(stop))) + stop


def test_columns_of_words() -> None:
    text = "The ferry\nleft. No\n\n \nAnna-"
    read = words(text, [Span(0, 19), Span(19, 22), Span(22, 27)], WORDPIECE)
    assert read.forms == ["The", "ferry", "left", ".", "No", "Anna", "-"]
    before = [code // forms.FORMS for code in read.codes]
    assert before == [forms.OPENING, *[forms.SPACED] * 2, forms.GLUED, forms.SPACED, forms.OPENING, forms.GLUED]
    assert read.opens == [0, 5]


@pytest.mark.parametrize(
    ("lengths", "wanted"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([10], [(0, 10)], id="one"),
        pytest.param([60, 60, 60], [(0, 120), (120, 180)], id="whole paragraphs as they fit"),
        pytest.param([150, 1], [(0, 150), (150, 151)], id="full"),
        pytest.param([10, 200, 10], [(0, 10), (10, 160), (120, 220)], id="a long one overlaps itself"),
        pytest.param([400], [(0, 150), (110, 260), (220, 370), (330, 400)], id="a very long one"),
    ],
)
def test_paragraphs_are_packed(lengths: list[int], wanted: list[tuple[int, int]]) -> None:
    text = "\n\n".join(paragraph(length) for length in lengths)
    assert [(window.first, window.after) for window in cut(text)] == wanted


@pytest.mark.parametrize(
    ("end", "is_cut"),
    [
        (". The", True),
        (".” The", True),
        ("! The", True),
        (". “The", True),
        (". the", False),
        ("!” The", False),
        (" Mr. The", False),
        (", The", False),
        (".the", False),
    ],
)
def test_a_long_paragraph_is_cut_where_a_sentence_surely_ends(end: str, is_cut: bool) -> None:
    text = f"{paragraph(99)} ferry{end} {paragraph(99)}"
    found = cut(text)
    if is_cut:
        assert found[0].after == found[1].first < MOST_WORDS - 20
    else:
        assert found[1].first == found[0].after - 40 == MOST_WORDS - 40


@given(st.lists(st.sampled_from(["a", "a" * 30, "a" * 100, "-" * 150, "-" * 300, ".", "He", "\n\n"]), max_size=400))
@settings(deadline=None)
def test_windows_hold_all_and_fit(chosen: list[str]) -> None:
    text = " ".join(chosen)
    read = words(text, paragraphs(text), WORDPIECE)
    found = list(windows(read))
    assert [w.first for w in found[:1]] == [0] * bool(read.forms) and [w.after for w in found[-1:]] == [
        len(read.forms)
    ] * bool(read.forms)
    for before, window in pairwise(found):
        assert before.first < window.first <= before.after < window.after or window.first == before.after
    for window in found:
        size = sum(len(sub_words(pieces)) for pieces in read.pieces[window.first : window.after])
        assert 0 < window.after - window.first <= MOST_WORDS and size <= MOST_SUB_WORDS
    assert sum(window.after - window.first for window in found) <= 2 * len(read.forms)
