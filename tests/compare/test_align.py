"""Statements: clauses of different reports that state the same, each clause in one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.compare import CompareSettings
from stemma.compare.align import align
from stemma.compare.alike import Alike
from stemma.compare.assertions import stated
from stemma.compare.clauses import clauses, is_number, stem
from stemma.compare.linking import linked
from stemma.compare.statements import statements
from stemma.errors import SettingsError
from stemma.model import (
    Annotations,
    Attribution,
    Copy,
    Lineage,
    Origin,
    Place,
    Report,
    SharedPassage,
    Span,
    Statement,
    Story,
    Unit,
)

NOTHING = Lineage(copies=(), origins=(), descents=())
MEANINGS = 40
"""Vectors: a word has a direction of its own, by its place in the alphabet of words met."""


def notes(id: str, *sentences: str, published: str | None = None) -> Annotations:
    """A report whose sentences are of one clause each; words of three letters or less have no content."""
    text = " ".join(sentences)
    found, units, at = [], [], 0
    for number, sentence in enumerate(sentences):
        start = at
        at += len(sentence) + 1
        found.append(Span(start, start + len(sentence)))
        terms = tuple(word.lower() for word in sentence.strip(".").split() if len(word) > 3)
        units.append(
            Unit(
                spans=(Span(start, start + len(sentence.rstrip("."))),),
                sentence=number,
                predicate=Span(start, start + 1),
                lemma=terms[0] if terms else "",
                terms=terms,
                vector=meaning(terms),
            )
        )
    report = Report(
        id=id, uri=f"{id}.txt", text=text, language="en", sha256="", reader="test", published=published, title=id
    )
    return Annotations(report=report, sentences=tuple(found), units=tuple(units))


def meaning(terms: tuple[str, ...]) -> bytes:
    vector = np.zeros(384)
    for term in terms:
        vector[sum(map(ord, term)) * 7919 % 384] += 1
    return bytes(np.rint(vector * (127 / max(1.0, float(np.linalg.norm(vector))))).astype(np.int8))


def told(story: Story, found: tuple[Statement, ...]) -> list[list[str]]:
    texts = {one.report.id: one.report.text for one in story.reports}
    return [
        [
            f"{a.report}: {' | '.join(texts[a.report][start:end] for start, end in a.spans)}"
            for a in statement.assertions
        ]
        for statement in found
    ]


FERRY = "The ferry Nordvik sank near Brask harbour with forty passengers aboard."
BRIDGE = "Engineers closed the railway bridge because of cracks in two pillars."
PRICE = "Herring prices doubled at the morning auction in Holm."


def test_the_same_words_are_one_statement_and_others_are_none() -> None:
    story = Story(id="s", reports=(notes("a", FERRY, BRIDGE), notes("b", PRICE, FERRY)))
    assert told(story, align(story, NOTHING)) == [
        [f"a: {FERRY[:-1]}", f"b: {FERRY[:-1]}"],
        [f"a: {BRIDGE[:-1]}"],
        [f"b: {PRICE[:-1]}"],
    ]


def test_a_report_by_itself_states_what_it_states() -> None:
    story = Story(id="s", reports=(notes("a", FERRY, BRIDGE),))
    assert told(story, align(story, NOTHING)) == [[f"a: {FERRY[:-1]}"], [f"a: {BRIDGE[:-1]}"]]
    assert align(Story(id="s", reports=()), NOTHING) == ()
    assert align(Story(id="s", reports=(notes("a"), notes("b"))), NOTHING) == ()


def test_reused_words_are_one_statement_though_nothing_else_tells() -> None:
    a, b = notes("a", "It did so."), notes("b", PRICE, "It did so.")
    where = Span(len(PRICE) + 1, len(PRICE) + 11)
    passage = SharedPassage(a=Span(0, 10), b=where, shared="quote", words=3)
    lineage = replace(NOTHING, copies=(Copy(a="a", b="b", share_a=0, share_b=0, passages=(passage,)),))
    story = Story(id="s", reports=(a, b))
    assert ["a: It did so", "b: It did so"] in told(story, align(story, lineage))
    assert ["a: It did so"] in told(story, align(story, NOTHING))


def test_words_at_another_place_of_a_passage_are_other_words() -> None:
    a, b = notes("a", "It did so.", "He ran on."), notes("b", "It did so.", "He ran on.")
    passage = SharedPassage(a=Span(0, 21), b=Span(0, 21), shared="copy", words=6)
    lineage = replace(NOTHING, copies=(Copy(a="a", b="b", share_a=1, share_b=1, passages=(passage,)),))
    story = Story(id="s", reports=(a, b))
    assert told(story, align(story, lineage)) == [
        ["a: It did so", "b: It did so"],
        ["a: He ran on", "b: He ran on"],
    ]


def test_the_origin_is_the_one_that_has_most_of_the_words() -> None:
    origins = (
        Origin(id="o1", kind="own", passages=(Place(report="a", span=Span(0, len(FERRY))),)),
        Origin(id="o2", kind="own", passages=(Place(report="a", span=Span(len(FERRY) + 1, 200)),)),
    )
    story = Story(id="s", reports=(notes("a", FERRY, BRIDGE),))
    found = align(story, replace(NOTHING, origins=origins))
    assert [statement.assertions[0].origin for statement in found] == ["o1", "o2"]


def test_an_assertion_has_its_frame_and_neighbours_are_one() -> None:
    text = "Police in Holm said on Monday that the ferry sank and drifted away."
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in ("the ferry sank", "drifted away")]
    said = Attribution(
        id="a1", content=(Span(spans[0].start, spans[1].end),), kind="indirect", source=Span(0, 14), cue=Span(15, 19)
    )
    units = tuple(
        Unit(spans=(s,), sentence=0, predicate=s, lemma="x", terms=("ferry", "sank"), attribution="a1") for s in spans
    )
    report = Report(id="a", uri="a.txt", text=text, language="en", sha256="", reader="test")
    one = Annotations(report=report, sentences=(Span(0, len(text)),), attributions=(said,), units=units)
    other = notes("b", "The ferry sank.")
    passage = SharedPassage(a=spans[0], b=Span(0, 14), shared="copy", words=3)
    again = SharedPassage(a=spans[1], b=Span(0, 14), shared="copy", words=3)
    lineage = replace(NOTHING, copies=(Copy(a="a", b="b", share_a=1, share_b=1, passages=(passage, again)),))
    story = Story(id="s", reports=(one, other))
    assert told(story, align(story, lineage)) == [[f"a: {text[:-1]}", "b: The ferry sank"]]
    assert stated(said, (Span(0, len(text) - 1),)) == said.content
    assert stated(None, (Span(3, 5),)) == (Span(3, 5),)


# --- laws ------------------------------------------------------------------------------------------

SENTENCES = st.lists(st.sampled_from([FERRY, BRIDGE, PRICE, "The ferry sank.", "Two pillars had cracks."]), max_size=6)


@given(st.lists(SENTENCES, max_size=4))
def test_each_clause_is_in_one_statement_whatever_the_order(given: list[list[str]]) -> None:
    reports = [notes(f"r{i}", *sentences, published=f"2031-05-0{i + 1}") for i, sentences in enumerate(given)]
    story = Story(id="s", reports=tuple(reports))
    found = align(story, NOTHING)
    held = sorted((a.report, span) for statement in found for a in statement.assertions for span in a.spans)
    assert held == sorted((one.report.id, span) for one in reports for unit in one.units for span in unit.spans)
    assert len({statement.id for statement in found}) == len(found)
    backwards = align(Story(id="s", reports=tuple(reversed(reports))), NOTHING)
    assert {frozenset(s.assertions) for s in backwards} == {frozenset(s.assertions) for s in found}


def test_a_statement_keeps_its_id_when_later_reports_come() -> None:
    early = notes("b", FERRY, BRIDGE, published="2031-05-07")
    late = notes("a", PRICE, FERRY, published="2031-05-08T10:00:00")
    before = {s.id for s in align(Story(id="s", reports=(early,)), NOTHING)}
    after = {s.id for s in align(Story(id="s", reports=(late, early)), NOTHING)}
    assert before < after


def test_statements_have_counts() -> None:
    story = Story(id="s", reports=(notes("a", FERRY), notes("b", FERRY)))
    assert [(len(s.assertions), s.sources.high > 0) for s in statements(story, NOTHING)] == [(2, True)]


def test_thousands_of_alike_clauses_end() -> None:
    reports = tuple(notes(f"r{i:02}", *[FERRY] * 100) for i in range(20))
    story = Story(id="s", reports=reports)
    found = align(story, NOTHING, CompareSettings(most_alike=5))
    assert sum(len(a.spans) for s in found for a in s.assertions) == 2_000


def test_engines_without_vectors_align_by_words() -> None:
    plain = [
        replace(one, units=tuple(replace(u, vector=b"") for u in one.units))
        for one in (notes("a", FERRY), notes("b", FERRY, PRICE))
    ]
    story = Story(id="s", reports=tuple(plain))
    assert clauses(story).vectors.shape == (3, 0)
    assert sorted(len(s.assertions) for s in align(story, NOTHING)) == [1, 2]


# --- parts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reports", "pairs", "groups"),
    [
        ([0, 1], [Alike(0, 1, 0.5)], [[0, 1]]),
        ([0, 1], [Alike(0, 1, 0.1)], [[0], [1]]),
        # A chain: the weak link does not join what is unlike.
        ([0, 1, 2], [Alike(0, 1, 0.9), Alike(1, 2, 0.3)], [[0, 1], [2]]),
        # One says what two say elsewhere: the two of one report need not be alike.
        ([0, 1, 1], [Alike(0, 1, 0.9), Alike(0, 2, 0.8)], [[0, 1, 2]]),
        ([], [], []),
    ],
    ids=["joined", "apart", "chain", "one to many", "none"],
)
def test_average_link(reports: list[int], pairs: list[Alike], groups: list[list[int]]) -> None:
    assert linked(reports, pairs, 0.2) == groups


def test_stems_and_numbers() -> None:
    assert stem("") == ""
    assert stem("1100") == "1100"
    assert is_number("34") and is_number(stem("fifteen")) and not is_number("ferry")


def test_settings_refuse_what_makes_no_sense() -> None:
    with pytest.raises(SettingsError, match="same_statement is 0"):
        CompareSettings(same_statement=0)
