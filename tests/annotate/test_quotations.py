"""Quotations: [[ and ]] mark in each row what has to come out; ]> marks the end of an unclosed one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.annotate import AnnotateSettings, annotate
from stemma.annotate.quotations import quotations
from stemma.model import Report, Span
from stemma.text.paragraphs import paragraphs

TABLE = {
    "curly": "He said [[“we go,”]] and [[“stay”]].",
    "straight": 'He said [["we go,"]] and [["stay"]].',
    "typewriter": "[[``We go,'']] he said. [[''Stay'']]",
    "curly opened, straight closed": 'He said [[“we go"]] twice.',
    "pairs of single curly marks": "He said [[‘‘we go’’]] twice.",
    "guillemets": "[[«Oui, merci»]], dit-il. [[‹Non›]]",
    "guillemets with spaces": "[[« Oui, merci »]], dit-il.",
    "guillemets inwards": "Er sagte [[»nein, danke«]] und ging.",
    "low and high": "Er sagte: [[„Ja, gut“]] und ging, [[„nein“]].",
    "low and high, polish": "Powiedział: [[„tak”]] i poszedł.",
    "high on both sides": "[[”Ja, gärna”]], sa hon.",
    "corner brackets": "[[『「あ」い』]]と[[「う」]]",
    "single curly": "[[‘We don’t know,’]] he said.",
    "single straight": "[['We don't know,']] he said. It's the boys' [['thing']].",
    # nesting: only the outermost
    "single in double": "[[“She said ‘go’ to us”]] and [[‘left’]].",
    "double in single": "[[‘She said “go” to us,’]] he said.",
    "same marks nested": "[[“She said “go” to us”]] twice.",
    "straight in curly": '[[“The "new" port”]] opened.',
    # apostrophes are no marks
    "possessives": "The ministers' talks and the workers’ strike ended.",
    "possessive inside": "[[‘The ministers’ talks are over,’]] he said.",
    "elisions": "Rock 'n' roll of the '90s, 'tis said, got ’em.",
    "years": "The class of '98 and the ’50s.",
    "plural possessive after a quotation": "[['Fighters']] and the ministers' talks",
    "feet and inches": 'He is 6\'2" tall and said [["yes"]].',
    # something is missing
    "no closing mark": "He said: [[“We will go.]>",
    "no closing mark, straight": 'The [["dogs"]] and the [["cats]>',
    "closing mark misplaced": 'He said [["we go. "]]he said so.',
    "next one opens": '[["We go, he said.]> [["They came,"]] she said.',
    "next one opens, curly": "[[“We go, he said.]> [[“They came,”]] she said.",
    "opening mark for a closing one": "He said [[“we go.“]] They left.",
    "closing mark alone": "We go,” he said, and left”.",
    "bread crumbs": "Home » News » World",
    "lone straight single mark": "He said 'we go and left.",
    "marks alone": 'It said [[“”]] or [[""]] here.',
}


def report(text: str, furniture: tuple[Span, ...] = ()) -> Report:
    return Report(id="r", uri="r.txt", text=text, language="en", sha256="", reader="test", furniture=furniture)


def marked(text: str) -> str:
    found = quotations(text, paragraphs(text))
    for quotation in reversed(found):
        start, end = quotation.span
        text = f"{text[:start]}[[{text[start:end]}{']]' if quotation.closed else ']>'}{text[end:]}"
    return text


@pytest.mark.parametrize("wanted", TABLE.values(), ids=TABLE.keys())
def test_one_paragraph(wanted: str) -> None:
    assert marked(re.sub(r"\[\[|\]\]|\]>", "", wanted)) == wanted


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "‘’", "''"])
def test_marks_opened_again_in_each_paragraph_and_closed_once(opening: str, closing: str) -> None:
    spoken = f"[[{opening}We will go.]>\n[[{opening}We will not wait.]>\n[[{opening}Not now.{closing}]]"
    wanted = f"She said:\n{spoken}\nAll left."
    text = re.sub(r"\[\[|\]\]|\]>", "", wanted)
    assert marked(text) == wanted


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = "He said: “We go.\nThey stayed.\n”"
    assert [q.span for q in quotations(text, paragraphs(text))] == [Span(9, 16)]


def test_a_quotation_goes_on_over_a_wrapped_line() -> None:
    text = "He said “we will\ngo home” and left."
    assert [text[q.span.start : q.span.end] for q in quotations(text, paragraphs(text))] == ["“we will\ngo home”"]


def test_furniture_holds_no_quotation_and_cuts_them() -> None:
    text = "She said: “It is late. “Share” Now go.” All left."
    start = text.index("“Share”")
    found = annotate(report(text, (Span(start, start + 7),))).quotations
    assert [(text[q.span.start : q.span.end], q.closed) for q in found] == [("“It is late.", False)]


def test_single_marks_can_be_left_alone() -> None:
    notes = annotate(report("‘Go,’ he said. “Stay.”"), AnnotateSettings(single_quotes=False))
    assert [q.span for q in notes.quotations] == [Span(15, 22)]


MARKED_TEXT = st.text(alphabet="ab. ,s5\n“”\"'’‘`«»„‚()—「」", max_size=80)


@given(MARKED_TEXT)
def test_laws(text: str) -> None:
    within = paragraphs(text)
    found = quotations(text, within)
    at = 0
    for quotation in found:
        start, end = quotation.span
        assert at <= start < end
        assert any(p.start <= start and end <= p.end for p in within)
        assert text[start:end] == text[start:end].strip()
        at = end
