"""Sentences: a table of what ends one and what doesn't, and the laws that hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.text.sentences import sentences

BREAK = "|"
"""Marks in a row of the table where a sentence has to end; white space after it is left out of both."""

TABLE = {
    # abbreviations before a name, a number, a month
    "title": "Gen. Mora met Sen. Ida Lund and Dr. Obi.| Nobody spoke.",
    "several titles": "Drs. Ash and Mr. Pell agreed.| Mrs. Pell did not.",
    "title words that are common words": "He called his rep.| The agent came.",
    "latin": "Some fruit, e.g. Braeburn apples, rotted.| See cf. Annex 2.",
    "versus": "It is Lund vs. Mora now.",
    "country within": "The U.S. Senate met.| So did the U.N. council.",
    "country at the end": "They left the U.S.| The ship had sailed.",
    "state": "A quake hit Elko, Nev. on Friday.| It was weak.",
    "dateline with a state": "AVON, Calif. — Fire spread.| Rain fell.",
    "month and day": "It opened on Jan. 5 and shut on Sept. 30.| Then rain fell.",
    "number": "Room No. 5 burned.| They asked him and he said no.| Rooms were lost.",
    "page": "See p. 12 for more.| P. 13 is blank.",
    "company": "Bolt Inc. Chief Ana Roe quit.| She left Bolt Inc.| The shares fell.",
    "initials": "J. K. Marsh and A. B. C. Dole won.| George W. Hale lost.",
    "degree": "Ada Poe, Ph.D. Fellow, spoke.",
    "clock and day": "It began at 5 p.m. Monday.| It ended at 9 a.m. EST.| Ships left at 6 p.m.| Crowds cheered.",
    "decimals": "It rose 2.5 points to 41.7.| Version 3.10.2 is out.",
    "number of a list": "1. Wash the pan.|\n2. Dry it.",
    # ellipses
    "dots within": "We waited ... and waited.| Then we left…| Nobody came.",
    "spaced dots": "He read on . . . and on.| She slept.",
    # marks
    "question and exclamation": "Why now?| Nobody knows!| They wait.",
    "brand": "Shares of Yahoo! and of Bolt rose.",
    "several marks": "What?!| They left.",
    "stop inside brackets": "(He left early.)| She stayed.",
    "footnote": "The bridge fell.[12]| It was old.",
    # quotations
    "inner stops": "“We will go.| We must.| Why wait?” she asked.",
    "stop then closing mark": "He called it “a farce.”| She laughed.",
    "closing mark then stop": "He called it 'a farce'.| She laughed.",
    "question then speaker in lower case": "“Who is it?” he asked.| Nobody spoke.",
    "exclamation then named speaker": "“Get out!” Ana Roe shouted.| They ran.",
    "quoted question then a new sentence": "She asked, “Who is it?”| The door opened.",
    "straight marks": 'He said, "It is done."| "It is not," she said.',
    "typewriter marks": "He said, ``It is done.''| They left.",
    # a lost space
    "glued after a quotation": "It is done, “and well.”|The mayor left.",
    "glued words": "The bridge fell.|The mayor left.",
    "glued names are no sentences": "Try v2.Com or the file notes.txt now.",
    # what a sentence may begin with
    "digit": "It was late.| 25 people slept.",
    "bullet": "It was late.| • Many slept.",
    "handle": "It was late.| @harbour wrote again.",
    "small letter brand": "Sales fell.| iPhones stayed.",
    "address after a stop": "It is out. pic.example.org/x",
    # other scripts
    "chinese": "他走了。|她留下了！|为什么？",
    "chinese quotation": "他说：“我走了。”|她留下了。",
    "arabic": "هل وصل؟| نعم وصل.| ثم غادر.",
    "urdu": "وہ آیا۔| پھر چلا گیا۔",
    "hindi": "वह आया।| फिर चला गया।",
    "russian": "Он пришёл.| Она ушла.",
    # lines
    "headline": "Fire at the Docks|\nA fire broke out.| It spread.",
    "paragraphs": "A fire broke out|\nIt spread",
    "blank line with spaces": "and then| \n \t\nwe left",
    "break before lower case": "Rich, poor and idle\nmen came.|\nAll left.",
    "no break before an address": "See the video|\nhttps://example.org/a",
    "dateline on a line of its own": "PORT ANSEL (Dispatches) —\nThe Halcyon sank.",
    "line end after an abbreviation": "The fleet of the U.S.|\nThe fleet of Norway",
    "carriage returns": "Fire at the Docks|\r\nA fire broke out.",
}


@pytest.mark.parametrize("marked", TABLE.values(), ids=TABLE.keys())
def test_sentences_end_where_they_should(marked: str) -> None:
    text = marked.replace(BREAK, "")
    assert [text[start:end] for start, end in sentences(text)] == [part.strip() for part in marked.split(BREAK)]


def test_marks_alone_are_no_sentence() -> None:
    text = "* * *\n—\nFire. . . .\n!"
    assert [text[start:end] for start, end in sentences(text)] == ["Fire. . . ."]


def test_hard_wrapped_lines_are_joined_and_the_headline_is_not() -> None:
    text = (
        "Ferry Aground\n"
        "\n"
        "The ferry Halcyon ran onto the rocks off Port Ansel on\n"
        "Sunday with 214 people on board. Nobody was hurt, but the\n"
        "Coast Guard needed nine hours to bring all of them to the\n"
        "shore. Captain Ida Lund said that she had warned the port\n"
        "Authority twice about the missing light on the breakwater.\n"
        "\n"
        "An inquiry begins on Monday.\n"
    )
    found = [" ".join(text[start:end].split()) for start, end in sentences(text)]
    assert found == [
        "Ferry Aground",
        "The ferry Halcyon ran onto the rocks off Port Ansel on Sunday with 214 people on board.",
        "Nobody was hurt, but the Coast Guard needed nine hours to bring all of them to the shore.",
        "Captain Ida Lund said that she had warned the port Authority twice about the missing light on the breakwater.",
        "An inquiry begins on Monday.",
    ]


def test_skipped_spans_cut_sentences() -> None:
    text = "It began on Page 7 Monday and ended."
    assert sentences(text, [Span(12, 18)]) == (Span(0, 11), Span(19, 36))


def test_ten_thousand_words_without_an_end_are_one_sentence() -> None:
    text = "word " * 10_000
    assert sentences(text) == (Span(0, len(text) - 1),)


WORDS = ["Mr.", "U.S.", "p.m.", "word", "Word", "5", "No.", "J.", "é", "e\u0301", "你", "𝔄", "👍"]
MARKS = ["“", "”", '"', "'", "’", ".", "...", "?", "!", "。", ",", "—", "(", ")"]
SPACES = [" ", "\n", "\n\n", "\r\n", "\u2028", "\x0c", "\u00a0", "\x1c"]
PIECES = st.sampled_from([*WORDS, *MARKS, *SPACES])
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80)


@st.composite
def skipped(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    return text, [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


@given(skipped())
def test_laws(case: tuple[str, list[Span]]) -> None:
    text, skip = case
    found = sentences(text, skip)
    left_out = {i for span in skip for i in range(*span)}
    covered: set[int] = set()
    for span in found:
        inside = text[span.start : span.end]
        assert inside
        assert inside == inside.strip()
        assert not covered & set(range(*span))
        covered |= set(range(*span))
    assert list(found) == sorted(found)
    assert not covered & left_out
    assert {i for i, char in enumerate(text) if char.isalnum()} - left_out <= covered
