"""How many distinct sources stand behind a statement."""

import random
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.compare.counts import Texts
from stemma.compare.sources import Sources, single_source, sources
from stemma.compare.voices import related, terms_of, voice
from stemma.model import Annotations, Attribution, Count, Entity, Mention, Span, Statement
from tests.compare.telling import Teller, lineage_of, named, origin, story_of

FELL = "the pier gave way"
MINISTRY = "Norwegian foreign ministry"
PEOPLE = (
    named("Ada Quill", "person", ("harbour master", "Corvey")),
    named("Bruno Vane", "person", ("spokesman", "Harbour Union")),
    named("Cora Lind", "person", ("prime minister", "Norway")),
    named("Dora Mint", "person"),
    named("Norwegian foreign ministry", "organisation"),
    named("Harbour Union", "organisation"),
    named("Reuters", "organisation"),
    named("BBC", "organisation"),
    named("Norwegian government", "organisation"),
    named("Inquest file", "document"),
    named("Ana Ruiz", "person", ("mayor", "Corvey")),
    named("Ana Ruiz Soto", "person", ("Mayor", None)),
    named("Ana Ruiz Vega", "person"),
)


@dataclass(frozen=True)
class Case:
    """Who says a statement, one report each: a name, or in small letters a description; None in its own voice."""

    why: str
    who: tuple[str | None, ...]
    low: int
    high: int


CASES = (
    Case("one person, named by all", ("Ada Quill", "Ada Quill", "Ada Quill"), 1, 1),
    Case("two people are two", ("Ada Quill", "Dora Mint"), 2, 2),
    Case("a spokesman and his union are one", ("Bruno Vane", "Harbour Union"), 1, 1),
    Case("an unnamed spokesman is his ministry", (MINISTRY, "a foreign ministry spokesman in Oslo"), 1, 1),
    Case("a ministry without its country is the only one", (MINISTRY, "the foreign ministry"), 1, 1),
    Case("an official of a ministry may speak for it", ("a foreign ministry official", MINISTRY), 1, 2),
    Case("ministries of two countries are two", ("Norwegian foreign ministry", "the Danish foreign ministry"), 2, 2),
    Case("police and a ministry are two", ("Norwegian foreign ministry", "local police"), 2, 2),
    Case("a government may be meant by its minister", ("Cora Lind", "Norwegian government"), 1, 2),
    Case("a name that goes on, in the same office", ("Ana Ruiz", "Ana Ruiz Soto"), 1, 1),
    Case("a name that goes on, of whom no more is told", ("Ana Ruiz", "Ana Ruiz Vega"), 1, 2),
    Case("two names that begin alike", ("Ana Ruiz Soto", "Ana Ruiz Vega"), 2, 2),
    Case("words that tell nothing may be anybody's", ("Harbour Union", "the latest update"), 1, 2),
    Case("a board may be of any body with a name", ("Harbour Union", "the board"), 1, 2),
    Case("the police are of no union", ("Harbour Union", "the police"), 2, 2),
    Case("officials may be anybody's", ("Ada Quill", "officials", "officials"), 1, 3),
    Case("officials of another country are others", ("Norwegian foreign ministry", "Danish officials"), 2, 2),
    Case("a witness may be a named person", ("a witness", "Dora Mint"), 1, 2),
    Case("a witness is no ministry", ("a witness", "Norwegian foreign ministry"), 2, 2),
    Case("two media are two, though what they rest on is unknown", ("Reuters", "BBC"), 2, 2),
    Case("a medium is no ministry", ("Reuters", "Norwegian foreign ministry"), 2, 2),
    Case("a document may be by anybody", ("Inquest file", "Ada Quill"), 1, 2),
    Case("own voice adds one whom nobody knows", ("Ada Quill", None), 1, 2),
    Case("own voices alone are one source for certain", (None, None, None), 1, 3),
)  # fmt: skip


def told(who: tuple[str | None, ...], entities: tuple[Entity, ...] = PEOPLE) -> tuple[Count, tuple[str, ...]]:
    """The count of sources where each of several reports gives the same statement to somebody."""
    names = {entity.name for entity in entities}
    tellers = [Teller(f"Outlet {n}") for n in range(len(who))]
    said = [
        t.says(FELL, by=one if one in names else None, described=one if one is not None and one not in names else None)
        for t, one in zip(tellers, who, strict=True)
    ]
    lineage = lineage_of(*(origin(f"o{n}", pair) for n, pair in enumerate(zip(tellers, said, strict=True))))
    return sources(story_of(tellers, entities), lineage, said)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_sources_are_a_range(case: Case) -> None:
    count, _ = told(case.who)
    assert (count.low, count.high) == (case.low, case.high), count.because


def test_entities_are_those_who_speak_most_told_first() -> None:
    _, entities = told(("Dora Mint", "Ada Quill", "a witness", "Ada Quill"))
    assert entities == ("Ada Quill", "Dora Mint")


def test_reasons_name_who_it_is_given_to_and_what_may_be_one() -> None:
    count, _ = told(("Ada Quill", "officials", None))
    assert count.because == (
        "given to Ada Quill, officials",
        "“officials” and “Ada Quill” may be one",
        "Outlet 2: in its own voice, which may have any source",
    )


def test_circular_reporting_is_named() -> None:
    count, entities = told(("Ada Quill", "Ada Quill", "Ada Quill"))
    assert "all 3 reports lead to one source: Ada Quill" in count.because
    tellers = [Teller("Gull"), Teller("Tern")]
    said = tuple(t.says(FELL, by="Ada Quill") for t in tellers)
    statement = Statement(id="x", assertions=said, text_origins=Count(low=2, high=2), sources=count, entities=entities)
    assert single_source(statement)
    assert not single_source(Statement(id="x", assertions=said[:1], text_origins=count, sources=count))
    wider, _ = told(("Ada Quill", None))
    assert not single_source(Statement(id="x", assertions=said, text_origins=count, sources=wider))


def test_a_report_that_names_who_said_it_elsewhere_adds_no_source_of_its_own() -> None:
    gull, tern = Teller("Gull"), Teller("Tern")
    said = [gull.says(FELL), gull.says(FELL, by="Ada Quill"), tern.says(FELL, by="Ada Quill")]
    count, _ = sources(story_of([gull, tern], PEOPLE), lineage_of(), said)
    assert (count.low, count.high) == (1, 1)


def test_who_is_said_to_deny_it_does_not_stand_behind_it() -> None:
    gull, tern = Teller("Gull"), Teller("Tern")
    said = [gull.says(FELL, by="Ada Quill"), tern.says(FELL, by="Dora Mint", negated=True)]
    count, entities = sources(story_of([gull, tern], PEOPLE), lineage_of(), said)
    assert (count.low, count.high, entities) == (1, 1, ("Ada Quill",))
    assert "Dora Mint denies it" in count.because
    denied, _ = sources(story_of([gull, tern], PEOPLE), lineage_of(), said[1:])
    assert (denied.low, denied.high) == (1, 1)


def test_a_body_and_one_of_it_are_one_within_a_report() -> None:
    gull = Teller("Gull")
    said = [gull.says(FELL, described="the military"), gull.says(FELL, described="a military source")]
    count, _ = sources(story_of([gull]), lineage_of(), said)
    assert (count.low, count.high) == (1, 1)
    assert told(("the military", "a military source"))[0].high == 2


@pytest.mark.parametrize(
    ("frame", "called"),
    [
        ("The harbour police issued", "The harbour police"),
        ("Later that day Harbour Union had put out", "Harbour Union"),
        ("It rained; a bell rang:", "a statement"),
    ],
)
def test_who_issued_a_statement_is_its_source(frame: str, called: str) -> None:
    text = f"{frame} a statement saying that the pier gave way."
    start = text.index("a statement")
    said = Attribution(
        id="a0", content=(Span(start + 19, len(text) - 1),), kind="indirect", source=Span(start, start + 11)
    )
    mentions = [
        Mention(span=Span(at, at + len("Harbour Union")), kind="organisation", entity="Harbour Union")
        for at in [text.find("Harbour Union")]
        if at >= 0
    ]
    report = replace(Teller("Gull").notes.report, text=text)
    notes = Annotations(report=report, sentences=(Span(0, len(text)),), attributions=(said,), mentions=tuple(mentions))
    found = voice(said, notes, "", said.content, {entity.id: entity for entity in PEOPLE})
    assert found is not None
    assert found.called == called


def test_own_voice_in_copied_prose_counts_once_and_not_where_the_text_names_its_source() -> None:
    tellers = [Teller("Gull"), Teller("Tern"), Teller("Skua")]
    silent = [(t, t.says(FELL)) for t in tellers[:2]]
    story = story_of(tellers, PEOPLE)
    one, _ = sources(story, lineage_of(origin("o1", *silent, kind="inferred")), [a for _, a in silent])
    assert (one.low, one.high) == (1, 1)
    named_in_it = (tellers[2], tellers[2].says(FELL, by="Ada Quill"))
    story = story_of(tellers, PEOPLE)
    lineage = lineage_of(origin("o1", *silent, named_in_it, kind="inferred"))
    with_name, _ = sources(story, lineage, [a for _, a in (*silent, named_in_it)])
    assert (with_name.low, with_name.high) == (1, 1)


def test_the_same_words_of_a_copied_text_for_who_speaks_are_one() -> None:
    tellers = [Teller("Gull"), Teller("Tern")]
    said = [(t, t.says(FELL, described="a person with knowledge of it")) for t in tellers]
    copied, _ = sources(story_of(tellers), lineage_of(origin("o1", *said, kind="inferred")), [a for _, a in said])
    own = lineage_of(*(origin(f"o{n}", pair) for n, pair in enumerate(said)))
    apart, _ = sources(story_of(tellers), own, [a for _, a in said])
    assert ((copied.low, copied.high), (apart.low, apart.high)) == ((1, 1), (1, 2))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("“it went down like a lift with its cable cut”", "“it went down like a lift with its cable cut”", (1, 1)),
        ("“it went down like a lift with its cable cut”", "“like a lift with its cable cut”", (1, 1)),
        ("“it went down like a lift with its cable cut”", "“it just went down”", (2, 2)),
        ("“it went down”", "“it went down”", (2, 2)),
    ],
)
def test_one_quotation_is_one_source_whoever_it_is_given_to(first: str, second: str, expected: tuple[int, int]) -> None:
    gull, tern = Teller("Gull"), Teller("Tern")
    said = [gull.says(first, by="Ada Quill", kind="direct"), tern.says(second, by="Dora Mint", kind="direct")]
    count, _ = sources(story_of([gull, tern], PEOPLE), lineage_of(), said)
    assert (count.low, count.high) == expected


def test_two_spokesmen_of_one_body_are_two_people_who_may_be_one_source() -> None:
    people = (*PEOPLE, named("Emil Roth", "person", ("spokesman", "Harbour Union")))
    count, _ = told(("Bruno Vane", "Harbour Union", "Emil Roth"), people)
    assert (count.low, count.high) == (1, 2)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the police in Oslo", "Norwegian police", True),
        ("Norwegian police", "Danish police", False),
        ("the military", "a military source", True),
        ("the military", "the finance ministry", False),
        ("the presidency", "the government", True),
        ("the presidency", "the military", False),
        ("Harbour Union", "Anglers Club", False),
        ("Harbour Union", "the military", False),
        ("", "Harbour Union", True),
    ],
)
def test_words_for_bodies_tell_whether_they_may_be_one(one: str, other: str, expected: bool) -> None:
    assert related(terms_of(one), terms_of(other)) is expected
    assert related(terms_of(other), terms_of(one)) is expected


WHO = st.lists(
    st.sampled_from((*(e.name for e in PEOPLE), "officials", "a witness", "local police", "the Danish police", None)),
    min_size=1,
    max_size=9,
)


@given(WHO, st.randoms(use_true_random=False))
def test_a_count_of_sources_is_a_range_and_does_not_hang_on_the_order(
    who: list[str | None], shuffled: random.Random
) -> None:
    count, entities = told(tuple(who))
    assert 1 <= count.low <= count.high <= len(who)
    assert len(set(entities)) == len(entities)
    mixed = list(who)
    shuffled.shuffle(mixed)
    again, _ = told(tuple(mixed))
    assert again.high == count.high


def test_a_crowd_of_speakers_is_counted() -> None:
    people = tuple(named(f"Person {chr(65 + n // 26)}{chr(97 + n % 26)}son") for n in range(300))
    tellers = [Teller(f"Outlet {n}") for n in range(300)]
    said = [t.says(FELL, by=p.name) for t, p in zip(tellers, people, strict=True)]
    story = story_of(tellers, people)
    count, entities = Sources(story, Texts(story, lineage_of())).count(said)
    assert (count.high, len(entities)) == (300, 300)
    assert 1 < count.low <= 300
