from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.text.words import words

TABLE: dict[str, list[str]] = {
    "": [],
    " \n—": [],
    "Iran's trade": ["Iran's", "trade"],
    "don’t ‘go’ the boys’ way": ["don’t", "go", "the", "boys", "way"],
    "co-operation, 1,600.5 or 41%": ["co", "operation", "1,600.5", "or", "41"],
    "at 12:47, 3rd": ["at", "12:47", "3rd"],
    "snake_case": ["snake", "case"],
    "naïve cafe\u0301": ["naïve", "cafe\u0301"],
    "हिन्दी में": ["हिन्दी", "में"],
    "وَصَلَ": ["وَصَلَ"],
    "می\u200cخواهم": ["می\u200cخواهم"],
    "他走了2次": ["他", "走", "了", "2", "次"],
    "Straße ΣΊΣΥΦΟΣ": ["Straße", "ΣΊΣΥΦΟΣ"],
}


@pytest.mark.parametrize(("text", "wanted"), TABLE.items())
def test_words(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == wanted


@given(st.text(max_size=100))
def test_words_are_sorted_disjoint_and_cover_letters(text: str) -> None:
    found = words(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for span in found for i in range(*span)}
    assert {i for i, char in enumerate(text) if char.isalpha() or char.isdecimal()} <= covered
