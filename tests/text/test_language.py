"""The language of a text: told where there is evidence, unknown where there is none, never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.text.language import UNKNOWN, foreign_paragraphs, language_of

ENGLISH = "The ferry was at sea again, and the harbour office said that nobody on board was hurt when they hit rocks."
GERMAN = "die Fähre war am dienstag wieder auf see, und niemand wurde verletzt, als sie auf grund lief, teilte man mit."
FRENCH = "le bac a repris la mer mardi et personne n’a été blessé lorsqu’il s’est échoué, ont déclaré les autorités."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(ENGLISH, "en", id="English"),
        pytest.param(ENGLISH.upper(), "en", id="English in capitals"),
        pytest.param(GERMAN, "de", id="German"),
        pytest.param(FRENCH, "fr", id="French"),
        pytest.param("De veerboot was dinsdag terug op zee en niemand raakte gewond, zei de haven.", "nl", id="Dutch"),
        pytest.param(
            "Паром во вторник снова вышел в море, и никто не пострадал, сообщили в порту.", "ru", id="Russian"
        ),
        pytest.param("این کشتی روز سه‌شنبه دوباره به دریا رفت و کسی آسیب ندید.", "fa", id="Persian"),
        pytest.param("渡轮周二重新出海,港口方面表示没有人受伤。", "zh", id="Chinese"),
        pytest.param("Bridge", UNKNOWN, id="a word"),
        pytest.param("", UNKNOWN, id="nothing"),
        pytest.param("Ferry to sail again", UNKNOWN, id="a short headline"),
        pytest.param("Anna Moss, Pavel Moravec, Peter Brown, Alice Cooper, Teo Halvard", UNKNOWN, id="names"),
        pytest.param("Ministr zayavil, chto parom vernulsya v more", UNKNOWN, id="transliterated Russian"),
        pytest.param("vazir goft ke kashti dobare be darya raft", UNKNOWN, id="transliterated Persian"),
        pytest.param("for (int i = 0; i < n; i++) { x[i] = f(i); }\nreturn x;\n#include <vector>", UNKNOWN, id="code"),
        pytest.param('{"id": 12, "values": [1, 2, 3], "href": "/a/b", "enabled": true}', UNKNOWN, id="JSON"),
        pytest.param("https://gull.example/a/b?c=d www.gull.example/story.html @port #ferry", UNKNOWN, id="addresses"),
        pytest.param("th frry ws bck t s n tsdy nd th prt sd nbdy ws hrt", UNKNOWN, id="no vowels"),
        pytest.param("a" * 10_000, UNKNOWN, id="one letter"),
        pytest.param("⛴️🌊 ⚓ 🚢🚢 😀😀😀", UNKNOWN, id="emoji"),
        pytest.param("12 34 56,78 1,200 18:00 2031-03-04 +41 %", UNKNOWN, id="figures"),
        pytest.param("Rovers 10 8 1 1 22 9 25\nUnited 10 7 2 1 19 8 23\nCity 10 6 2 2 15 9 20", UNKNOWN, id="a table"),
    ],
)
def test_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        ([GERMAN, *[ENGLISH] * 4], "en"),
        ([ENGLISH, *[GERMAN] * 4], "de"),
        ([ENGLISH, GERMAN], UNKNOWN),
        ([ENGLISH, GERMAN, FRENCH], UNKNOWN),
        (["Anna Moss, Pavel Moravec, Teo Halvard, Ilsa Orsic, Peter Brown", ENGLISH], "en"),
    ],
)
def test_a_report_has_the_language_of_most_of_it_or_none(lines: list[str], language: str) -> None:
    assert language_of("\n".join(lines)) == language
    assert language_of(" ".join(lines)) == language


def test_only_long_paragraphs_that_are_surely_in_another_language_are_told() -> None:
    names = "Anna Moss, Pavel Moravec, Teo Halvard, Ilsa Orsic, Peter Brown, Alice Cooper, Radomir Teck, Pavla Drago"
    parts = [ENGLISH, GERMAN, GERMAN[:60], FRENCH, names, "1 2 3 " * 40]
    spans, at = [], 0
    for part in parts:
        spans.append(Span(at, at + len(part)))
        at += len(part) + 1
    text = "\n".join(parts)
    assert foreign_paragraphs(text, spans, "en") == ((spans[1], "de"), (spans[3], "fr"))
    assert foreign_paragraphs(text, spans, "de") == ((spans[0], "en"), (spans[3], "fr"))
    assert foreign_paragraphs(text, spans, UNKNOWN) == ()


@given(st.text(max_size=300))
def test_whatever_the_text_there_is_an_answer_and_always_the_same(text: str) -> None:
    assert language_of(text) == language_of(text)
    assert language_of(text).isalpha()
    assert foreign_paragraphs(text, [Span(0, len(text))], language_of(text)) == foreign_paragraphs(
        text, [Span(0, len(text))], language_of(text)
    )


def test_a_long_passage_in_another_language_leaves_a_report_its_own() -> None:
    english = "The harbour was closed on Friday after the storm. Two people were hurt, the police told reporters."
    german = (
        "Die Polizei teilte am Freitag mit, dass zwei Menschen verletzt wurden und der Hafen noch bis zum Ende der "
        "kommenden Woche geschlossen bleibt, weil die Mauer unter dem Wasser an vielen Stellen beschädigt ist."
    )
    more = "It will be opened again when the wall is mended, she added. The talks go on until the end of the week."
    assert language_of(f"{english}\n\n{german}\n\n{more}") == "en"
