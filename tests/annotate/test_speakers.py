"""Whom the sources of attributions stand for, and who stays unresolved."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.annotate.attribution import Attributed
from stemma.annotate.entities import find
from stemma.annotate.report import annotate
from stemma.annotate.said import GOES_ON
from stemma.annotate.speakers import Resolved, resolve
from stemma.model import Attribution, Span
from tests.annotate.parsed import report, samples
from tests.annotate.test_entities import WORDS, wild_parse


def resolved(sample: str, *said: Attributed) -> Resolved:
    return resolve(find(*samples()[sample]), said)


def speakers(sample: str, *said: Attributed) -> list[str | None]:
    result = resolved(sample, *said)
    names = {entity.id: entity.name for entity in result.entities}
    return [names[a.speaker] if a.speaker else None for a in result.attributions]


def goes_on(said: Attributed) -> Attributed:
    """What was said, as a quotation that follows on another."""
    return said._replace(attribution=replace(said.attribution, because=(GOES_ON,)))


@pytest.mark.parametrize(
    ("sample", "source", "content", "speaker"),
    [
        ("ministry", "A Harbour Ministry spokesman", "ferry line", "Pavel Orlin"),
        ("ministry", "Prime Minister Elsa Brandt", "welcomed the plan", "Elsa Brandt"),
        ("ministry", "The premier", "bring jobs", "Elsa Brandt"),
        ("ministry", "The ministry", "tickets", "Harbour Ministry"),
        ("firm", "the Singapore-based Quillon", "offer for Tessera", "Quillon Holdings Inc."),
        ("firm", "Marta Quillon Reyes, chief executive of Quillon Holdings", "fair price", "Marta Quillon Reyes"),
        ("firm", "The carmaker", "it had time", "Tessera Motors"),
        ("firm", "He", "offer was low", "Tan Weng"),
        ("family", "Hartwell", "seen it himself", "Peter Hartwell"),
        ("family", "The 45-year-old", "the wall", "Anna Hartwell"),
        ("treaty", "The IFB", "quotas would fall", "International Fisheries Board"),
        ("treaty", "Iceland's catch figures", "stocks have shrunk", "Iceland's catch figures"),
        ("treaty", "The board", "all was open", "International Fisheries Board"),
        ("trip", "The top diplomat", "talks went well", "Karim Dalal"),
    ],
)
def test_a_source_is_resolved(sample: str, source: str, content: str, speaker: str) -> None:
    assert speakers(sample, samples()[sample].said(source, content)) == [speaker]


@pytest.mark.parametrize(
    ("sample", "source", "content"),
    [
        ("firm", "the spokeswoman", "We will not be rushed"),
        ("treaty", "Officials", "talks would go on"),
        ("trip", "Dalal and Zhao", "they would meet again"),
    ],
)
def test_whom_the_report_does_not_tell_stays_unresolved_in_its_own_words(
    sample: str, source: str, content: str
) -> None:
    (attribution,) = resolved(sample, samples()[sample].said(source, content)).attributions
    assert (attribution.speaker, attribution.described) == (None, source)
    assert attribution.because


def test_a_quotation_that_goes_on_has_the_speaker_before_it() -> None:
    sample = samples()["ministry"]
    said = (sample.said("he", "We are ready"), goes_on(sample.said(None, "The ships have arrived")))
    assert speakers("ministry", *said) == ["Pavel Orlin", "Pavel Orlin"]


def test_a_quotation_without_any_source_has_no_speaker() -> None:
    assert speakers("ministry", samples()["ministry"].said(None, "The ships have arrived")) == [None]


def test_a_statement_is_that_of_who_made_it() -> None:
    sample = samples()["treaty"]
    said = (sample.said("The board", "all was open"), sample.said("The statement", "more talks"))
    assert speakers("treaty", *said) == ["International Fisheries Board"] * 2


def test_an_office_brought_in_without_a_name_is_given_to_who_comments_next() -> None:
    sample = samples()["ministry"]
    result = resolved("ministry", sample.said("A Harbour Ministry spokesman", "ferry line"))
    roles = {entity.name: [(role.title, role.of) for role in entity.roles] for entity in result.entities}
    assert roles["Pavel Orlin"] == [("spokesman", "Harbour Ministry")]


def test_through_whom_words_came_is_kept_apart_from_who_said_them() -> None:
    sample = samples()["treaty"]
    result = resolved("treaty", sample.said("Tehran", "would not sign", via="the foreign ministry in Vienna"))
    names = {entity.id: entity.name for entity in result.entities}
    (attribution,) = result.attributions
    assert (names[attribution.speaker or ""], names[attribution.via or ""]) == ("Tehran", "foreign ministry in Vienna")


def test_a_document_that_speaks_is_mentioned() -> None:
    result = resolved("treaty", samples()["treaty"].said("Iceland's catch figures", "stocks"))
    document = next(entity for entity in result.entities if entity.kind == "document")
    assert document.id in {mention.entity for mention in result.mentions}


def test_the_first_person_of_a_quotation_is_its_speaker() -> None:
    sample = samples()["trip"]
    outer = sample.said("Dalal", "I am glad")
    assert speakers("trip", outer, sample.said("I", "am glad")) == ["Karim Dalal", "Karim Dalal"]


def test_the_order_in_which_attributions_are_given_does_not_matter() -> None:
    sample = samples()["ministry"]
    said = [sample.said("he", "We are ready"), sample.said("The premier", "bring jobs")]
    said.append(goes_on(sample.said(None, "The ships")))
    forward = resolved("ministry", *said).attributions
    assert resolved("ministry", *reversed(said)).attributions == tuple(reversed(forward))


# --- whole reports, read by the shipped engine --------------------------------------------------


def by_name(text: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """The name of the speaker of each attribution, the words in its stead, and the reasons."""
    notes = annotate(report(text))
    names = {entity.id: entity.name for entity in notes.entities}
    return [(names.get(a.speaker or ""), a.described, a.because) for a in notes.attributions]


@pytest.mark.parametrize(
    "passive",
    [
        "It was reported that four men had died.",
        "The vessel is said to have left an hour late.",
        "The captain was told that the pumps had failed.",
        "Moss has been called a liar.",
    ],
)
def test_a_passive_that_names_nobody_is_not_the_speaker_before(passive: str) -> None:
    first, second = by_name(f"Anna Moss said the ferry sank. {passive}")
    assert first[0] == "Anna Moss"
    assert second[:2] == (None, None)
    assert "the sentence does not tell who" in second[2]


def test_a_place_that_was_only_named_does_not_speak() -> None:
    ((speaker, described, because),) = by_name("Norway is a small country. It said that the port was closed.")
    assert (speaker, described) == (None, None)
    assert because[-1].startswith("doubt: ")


def test_the_writers_of_a_report_are_no_entity_of_it() -> None:
    ((speaker, described, because),) = by_name("We asked the port why the ferry had left late.")
    assert (speaker, described) == (None, "We")
    assert because[-1] == "“we” outside of quotations is whoever wrote the report"


def test_a_pronoun_whose_gender_nothing_supports_is_doubted() -> None:
    ((speaker, _, because),) = by_name("President Anselm Drago left for Velm. She said that the ferry was late.")
    assert speaker == "Anselm Drago"
    assert because[-1].startswith("doubt: ")


def test_turns_of_a_transcript_are_nobody_by_name() -> None:
    turns = by_name("Q: Did the ferry leave late?\nA: It left an hour late.\nQ: Why did it?\nA: The crew was tired.")
    assert [turn[:2] for turn in turns] == [(None, None)] * 4
    assert all(turn[2][-1] == "the transcript does not name who asks or answers" for turn in turns)


@given(st.lists(WORDS, min_size=2, max_size=40), st.data())
def test_whatever_the_words_speakers_are_listed_entities(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    parse = wild_parse(words, data)
    places = st.tuples(st.integers(0, len(words) - 1), st.integers(0, len(words) - 1)).map(sorted)
    said = []
    for number, (first, last) in enumerate(data.draw(st.lists(places, max_size=6))):
        span = Span(parse.spans[first].start, parse.spans[last].end)
        source = span if data.draw(st.booleans()) else None
        said.append(Attributed(Attribution(id=f"a{number}", content=(span,), kind="indirect", source=source)))
    result = resolve(find(report(text), parse, (Span(0, len(text)),)), said)
    ids = {entity.id for entity in result.entities}
    assert {a.speaker for a in result.attributions} | {a.via for a in result.attributions} <= ids | {None}
    assert [a.id for a in result.attributions] == [one.attribution.id for one in said]
