"""Tokens: a table by habit of writing, and the laws that hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.text.tokens import tokens

TABLE = {
    # clitics
    "negation": "did|n't| ca|n’t| WAS|N'T",
    "possessives": "Anna|'s| crew|’s| dogs|'",
    "pronouns": "I|'m| you|'re| she|’ll| we|'d| they|'ve",
    "names with an apostrophe": "O'Hara| rock'n'roll",
    "elisions": "'em| ’90s| 'twas",
    "written as one": "can|not| gon|na",
    # hyphens, dashes, slashes
    "compounds": "well|-|known| 12|-|hour| Tokyo|-|based",
    "prefixes": "co-founder| pre-war| e-mail| anti-Nazi",
    "capitals are no prefix": "UN|-|led| U.S.|-|made",
    "ranges": "10|-|15| 5|–|6| May|–|June",
    "telephone": "555-1234| 202-555-1234",
    "dashes": "ferry|—|late|—|left| ferry|--|late| --| –",
    "negative": "-5",
    "slash": "and|/|or| 24/7| km|/|h",
    # full stops
    "end": "He| left|.",
    "abbreviations": "Mr.| Gen.| Inc.| U.S.| e.g.| J.| K.| Ph.D.",
    "abbreviation and full stop": "Jr.|.",
    "small words": "ill|.| sat|.",
    "states": "Calif.| Nev.",
    "number follows": "No.| 5| pp.| 3",
    "none follows": "He| said| no|.| They| left|.",
    "dots": "...| well|...| ...|and| etc|...| ….",
    "lost space": "said|.|The| said|,|The",
    "decimals": "2.5| 3.10.2| 1,000,000",
    "lists of numbers": "1|,|2| [|3|,|14|]",
    # marks
    "quotation marks": "“|It|’s| late|,|”| '|no|'| \"|yes|\"| ``|a|''",
    "brackets": "(|a|)| [|b|]| (|c|)|.",
    "questions": "Why|?|!| Now|!",
    "faces": ":)| :-(",
    # money, measures
    "money": "$|5|m| US$|5| £|3.2|bn| €|4",
    "percent": "5|%| 2.5|%|.",
    "clock": "5|pm| 6:30|a.m.",
    "pictures": "🏴‍☠️|👍🏽| ☀️|!",
    "measures": "12|km| 3|°C| 90|mph",
    # addresses
    "web": "https://a.org/b-c?d=e|.| www.a.org| (|http://b.org/x|)| a.com",
    "mail and handles": "a.b@c.org| @port| #ferry| #|5",
    # others
    "letters and marks": "R&D| AT&T",
    "no words": "\u200b| 🏴‍☠️| \x01",
}


@pytest.mark.parametrize("written", [pytest.param(row, id=name) for name, row in TABLE.items()])
def test_tokens(written: str) -> None:
    text = "So " + written.replace("|", "")
    wanted = ["So", *written.replace("|", " ").split()]
    assert [text[start:end] for start, end in tokens(text)] == wanted


@pytest.mark.parametrize("first", ["1.", "2.3.", "(a)", "b)", "12)"])
def test_a_number_of_a_list_begins_a_paragraph(first: str) -> None:
    text = f"{first} Wash"
    assert [text[start:end] for start, end in tokens(text)] == [first, "Wash"]


@given(st.text() | st.text(alphabet="a1.'-,/ no5$%\"\u00a0—", max_size=80))
def test_tokens_cover_all_but_white_space(text: str) -> None:
    found = tokens(text)
    assert all(start < end for start, end in found)
    assert [at for span in found for at in range(*span)] == [at for at, c in enumerate(text) if not c.isspace()]


@given(st.text(alphabet="a1.' no5\n", max_size=40), st.data())
def test_a_part_is_read_by_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert tokens(text, Span(start, end)) == [Span(start + a, start + b) for a, b in tokens(text[start:end])]


@pytest.mark.parametrize(
    "mark", [".", "'", "-", "a-", "a.", ")(", "1,", "@", "a/", "a@", "$", "n't", "'s", "…a", "a.b@"]
)
def test_chunks_of_any_length(mark: str) -> None:
    text = mark * 20_000
    assert sum(end - start for start, end in tokens(text)) == len(text)
