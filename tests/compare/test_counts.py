"""How many independent texts carry a statement."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.compare.counts import Texts, outlets, text_origins
from stemma.model import Assertion, Lineage, OriginKind, Span
from tests.compare.telling import Teller, lineage_of, named, origin, story_of

WIRE = "The pier at Corvey gave way under a crowd of anglers"
ELSE = "Divers searched the harbour until dusk"
KINDS: tuple[OriginKind, ...] = ("own", "inferred", "credited", "addition")


def tellers(*outlets: str) -> dict[str, Teller]:
    """Reports that make no statement yet."""
    return {outlet: Teller(outlet) for outlet in outlets}


def test_copied_prose_is_one_text_whoever_carries_it() -> None:
    told = tellers("Gull", "Tern", "Skua")
    said = [(t, t.says(WIRE)) for t in told.values()]
    lineage = lineage_of(origin("o1", *said, kind="inferred"))
    count = text_origins(story_of(list(told.values())), lineage, [a for _, a in said])
    assert (count.low, count.high) == (1, 1)
    assert count.because == ("Gull, Tern and Skua: one text, copied",)


def test_own_words_of_reports_that_copy_nothing_are_texts_for_certain() -> None:
    told = tellers("Gull", "Tern")
    a, b = (t.says(WIRE) for t in told.values())
    lineage = lineage_of(origin("o1", (told["Gull"], a)), origin("o2", (told["Tern"], b)))
    count = text_origins(story_of(list(told.values())), lineage, [a, b])
    assert (count.low, count.high) == (2, 2)
    assert count.because == ("Gull and Tern: in words of their own",)


def test_own_words_of_a_report_that_copies_elsewhere_may_be_no_text_apart() -> None:
    told = tellers("Gull", "Tern")
    copied = [(t, t.says(WIRE)) for t in told.values()]
    own = told["Tern"].says("Part of a jetty fell into the water")
    lineage = lineage_of(origin("o1", *copied, kind="inferred"), origin("o2", (told["Tern"], own)))
    story = story_of(list(told.values()))
    count = text_origins(story, lineage, [copied[0][1], own])
    assert (count.low, count.high) == (1, 2)
    assert any("Tern copies elsewhere" in why for why in count.because)


def test_two_reports_that_copy_one_text_elsewhere_may_both_have_it_from_there() -> None:
    told = tellers("Gull", "Tern")
    copied = [(t, t.says(WIRE)) for t in told.values()]
    own = [t.says(ELSE) for t in told.values()]
    lineage = lineage_of(
        origin("o1", *copied, kind="inferred"),
        *(origin(f"o{n}", (t, a)) for n, (t, a) in enumerate(zip(told.values(), own, strict=True), 2)),
    )
    count = text_origins(story_of(list(told.values())), lineage, own)
    assert (count.low, count.high) == (1, 2)


def test_two_texts_of_one_agency_may_be_one() -> None:
    told = tellers("Gull", "Tern")
    a, b = (t.says(WIRE) for t in told.values())
    lineage = lineage_of(
        origin("o1", (told["Gull"], a), kind="credited", label="Coast Wire"),
        origin("o2", (told["Tern"], b), kind="credited", label="Coast Wire"),
    )
    count = text_origins(story_of(list(told.values())), lineage, [a, b])
    assert (count.low, count.high) == (1, 2)
    assert "several texts are credited to Coast Wire" in count.because


@pytest.mark.parametrize(("with_text", "expected"), [(True, (1, 1)), (False, (1, 2))])
def test_an_addition_is_a_text_only_where_there_is_none(with_text: bool, expected: tuple[int, int]) -> None:
    told = tellers("Gull", "Tern", "Skua")
    a, b, c = (t.says(WIRE) for t in told.values())
    lineage = lineage_of(
        origin("o1", (told["Gull"], a), kind="addition"),
        origin("o2", (told["Tern"], b), kind="addition"),
        origin("o3", (told["Skua"], c)),
    )
    count = text_origins(story_of(list(told.values())), lineage, [a, b, c] if with_text else [a, b])
    assert (count.low, count.high) == expected


def test_a_retelling_may_depend_on_the_outlet_that_it_cites_if_its_text_is_among_them() -> None:
    told = tellers("www.nytimes.com", "Tern", "Skua")
    first, second, third = (t.says(WIRE) for t in told.values())
    told["Tern"].says("a rail had rusted through", by="New York Times")
    lineage = lineage_of(
        *(origin(f"o{n}", pair) for n, pair in enumerate(zip(told.values(), (first, second, third), strict=True), 1))
    )
    story = story_of(list(told.values()), [named("New York Times", "organisation")])
    count = text_origins(story, lineage, [first, second, third])
    assert (count.low, count.high) == (2, 3)
    assert "Tern cites New York Times, whose text is among them" in count.because
    apart = text_origins(story, lineage, [second, third])
    assert (apart.low, apart.high) == (2, 2)


def test_words_in_no_origin_are_carried_by_one_text() -> None:
    gull = Teller("Gull")
    said = gull.says(WIRE)
    assert text_origins(story_of([gull]), lineage_of(), [said]).because == ("no text of the lineage has these words",)


def test_the_origin_of_words_is_that_of_most_of_them() -> None:
    gull = Teller("Gull")
    a, b = gull.says(WIRE), gull.says("It rained")
    texts = Texts(story_of([gull]), lineage_of(origin("o1", (gull, a)), origin("o2", (gull, b))))
    assert texts.origin_of("Gull", [Span(a.spans[0].start, b.spans[0].end)]) == "o1"
    assert texts.origin_of("Gull", b.spans) == "o2"
    assert texts.origin_of("Tern", b.spans) is None
    assert texts.origin_of("Gull", [Span(10_000, 10_001)]) is None


def test_many_outlets_are_a_number() -> None:
    reports = [Teller(name).notes.report for name in ("Gull", "Tern", "Skua", "Crake")]
    assert outlets(reports[:3]) == "Gull, Tern and Skua"
    assert outlets(reports) == "4 reports"
    assert outlets([replace(reports[0], outlet=None)]) == "Gull.txt"


@st.composite
def mosaics(draw: st.DrawFn) -> tuple[list[Teller], Lineage, list[Assertion]]:
    """Reports of up to five outlets, each with a statement that lies in one of a few origins."""
    told = [Teller(f"Outlet {n}") for n in range(draw(st.integers(1, 5)))]
    places: dict[int, list[tuple[Teller, Assertion]]] = {}
    assertions = []
    for teller in told:
        for _ in range(draw(st.integers(1, 3))):
            said = teller.says(WIRE)
            assertions.append(said)
            places.setdefault(draw(st.integers(0, 4)), []).append((teller, said))
    kinds = {n: draw(st.sampled_from(KINDS)) for n in places}
    made = [
        origin(f"o{n}", *held, kind=kinds[n], label=f"Wire {n % 2}" if kinds[n] == "credited" else None)
        for n, held in places.items()
    ]
    return told, lineage_of(*made), assertions


@given(mosaics(), st.randoms(use_true_random=False))
def test_a_count_is_a_range_and_does_not_hang_on_the_order(
    made: tuple[list[Teller], Lineage, list[Assertion]], shuffled: random.Random
) -> None:
    told, lineage, assertions = made
    texts = Texts(story_of(told), lineage)
    count = texts.count(assertions)
    assert 1 <= count.low <= count.high <= len(lineage.origins)
    assert count.because
    mixed = list(assertions)
    shuffled.shuffle(mixed)
    again = texts.count(mixed)
    assert (again.low, again.high) == (count.low, count.high)


@given(mosaics())
def test_more_assertions_never_make_fewer_texts_possible(made: tuple[list[Teller], Lineage, list[Assertion]]) -> None:
    told, lineage, assertions = made
    texts = Texts(story_of(told), lineage)
    kinds = {o.id: o.kind for o in lineage.origins}
    prose = [a for a in assertions if kinds[texts.origin_of(a.report, a.spans) or ""] != "addition"]
    counts = [texts.count(prose[:n]).high for n in range(1, len(prose) + 1)]
    assert counts == sorted(counts)
