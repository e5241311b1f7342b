"""The laws of the whole path, on piles of reports that copy, cut, quote and add at random."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Account, Comparison, Lineage, Passage, Report, SharedPassage, Span
from stemma.pipeline import Settings, compare_reports
from stemma.present.exchange import dumps
from stemma.reuse import reuse

SENTENCES = [
    "The ferry Halcyon ran onto rocks off Port Ansel at dawn on Sunday with 214 passengers on board.",
    "Fishing boats brought all of them ashore within nine hours while the tide rose around the broken hull.",
    "“We saw the light too late and nobody had told us that it was out,” said the master, Ida Lund.",
    "The harbour office had been warned twice since January that the lamp on the breakwater failed in rain.",
    "Growers in the Lower Merrow valley lost half of their vines to a late frost, their union wrote.",
    "The union asked the province for a fund that would pay for smoke pots before another cold night.",
    "“This valley has fed you for two hundred years, and now we ask you to stand by it,” the union said.",
    "A library in Elm Cross lends out ladders now, and the neighbours queue for them every Saturday.",
    "Dr. Obi of the U.S. Geological Survey put the quake at 5.2; it was felt at 9 a.m. in Elko, Nev.",
    "Паром «Зимородок» сел на камни у входа в гавань, и рыбаки до полудня сняли с него двести человек.",
    "渡轮在港口外触礁，渔船在中午之前把全部乘客送上了岸。",
    "Share this story",
    "‘Never again!’ she cried. Nobody answered 😀.",
]


@st.composite
def texts(draw: st.DrawFn) -> str:
    chosen = draw(st.lists(st.integers(0, len(SENTENCES) - 1), min_size=1, max_size=7))
    edits = draw(st.randoms(use_true_random=False))
    return draw(st.sampled_from(["\n", " ", "\n\n"])).join(_edited(SENTENCES[i], edits) for i in chosen)


def _edited(sentence: str, edits: random.Random) -> str:
    words = sentence.split(" ")
    kept = [word for word in words if edits.random() > 0.04]
    return " ".join("some" if edits.random() < 0.04 else word for word in kept) or sentence


@st.composite
def piles(draw: st.DrawFn) -> list[Report]:
    found = []
    for number, text in enumerate(draw(st.lists(texts(), min_size=1, max_size=7))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4, unique=True)))
        found.append(
            Report(
                id=f"r{number}",
                uri=f"r{number}.txt",
                text=text,
                language="en",
                sha256="0" * 64,
                reader="test",
                outlet=draw(st.sampled_from(["The Gull", "The Tern", None])),
                published=draw(st.sampled_from(["2026-03-11", "2026-03-12T09:00:00", None])),
                furniture=tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)),
            )
        )
    return found


def lies_inside(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)


def accounts_with_texts(comparison: Comparison) -> Iterator[tuple[Account, dict[str, str]]]:
    for account in comparison.accounts:
        yield account, {note.report.id: note.report.text for note in account.story.reports}


@settings(max_examples=60, deadline=None)
@given(piles())
def test_each_report_is_in_exactly_one_story(pile: list[Report]) -> None:
    comparison = compare_reports(pile)
    told = [note.report.id for account in comparison.accounts for note in account.story.reports]
    assert sorted(told) == sorted(report.id for report in pile)


@settings(max_examples=60, deadline=None)
@given(piles())
def test_spans_lie_inside_the_text(pile: list[Report]) -> None:
    comparison = compare_reports(pile)
    for note in comparison.reports:
        spans = [*note.sentences, *(quotation.span for quotation in note.quotations), *note.report.furniture]
        assert all(lies_inside(span, note.report.text) for span in spans)
    for account, text in accounts_with_texts(comparison):
        for copy in account.lineage.copies:
            for passage in copy.passages:
                assert lies_inside(passage.a, text[copy.a])
                assert lies_inside(passage.b, text[copy.b])
                assert_variants_lie_inside(passage)
        for place in [
            *(place for origin in account.lineage.origins for place in origin.passages),
            *(place for edit in account.lineage.edits for place in (edit.a, edit.b)),
        ]:
            assert lies_inside(place.span, text[place.report])


def assert_variants_lie_inside(passage: Passage | SharedPassage) -> None:
    for variant in passage.variants:
        assert passage.a.start <= variant.a.start <= variant.a.end <= passage.a.end
        assert passage.b.start <= variant.b.start <= variant.b.end <= passage.b.end
    for before, after in pairwise(passage.variants):
        assert before.a.end <= after.a.start
        assert before.b.end <= after.b.start


@settings(max_examples=60, deadline=None)
@given(piles())
def test_passages_equal_the_slices_they_claim(pile: list[Report]) -> None:
    """Between its variants a passage reads the same on both sides, but for case, marks and spaces."""
    text = {report.id: report.text for report in pile}
    shared = reuse(sorted(pile, key=lambda report: report.id), Settings().reuse)
    for a, b in shared.pairs():
        for passage in shared.between(a, b):
            assert_variants_lie_inside(passage)
            assert common(text[a], passage, "a") == common(text[b], passage, "b")


def common(text: str, passage: Passage, side: str) -> list[str]:
    """The letters and digits of one side, in the pieces that its variants leave."""
    pieces = []
    span: Span = getattr(passage, side)
    at = span.start
    for variant in (*passage.variants, None):
        cut = getattr(variant, side) if variant else Span(span.end, span.end)
        pieces.append("".join(filter(str.isalnum, text[at : cut.start].casefold())))
        at = cut.end
    return pieces


@settings(max_examples=60, deadline=None)
@given(piles())
def test_the_lineage_is_acyclic(pile: list[Report]) -> None:
    for account in compare_reports(pile).accounts:
        assert not has_cycle(account.lineage)


def has_cycle(lineage: Lineage) -> bool:
    """Whether the directed descents lead back to where they start; Kahn's algorithm."""
    arrows = {(descent.parent, descent.child) for descent in lineage.descents if descent.directed}
    while arrows:
        children = {child for _, child in arrows}
        kept = {(parent, child) for parent, child in arrows if parent in children}
        if kept == arrows:
            return True
        arrows = kept
    return False


@settings(max_examples=60, deadline=None)
@given(piles())
def test_each_sentence_is_in_exactly_one_origin(pile: list[Report]) -> None:
    for account in compare_reports(pile).accounts:
        origins = account.lineage.origins
        assert len({origin.id for origin in origins}) == len(origins)
        for note in account.story.reports:
            for sentence in note.sentences:
                holding = [
                    origin.id
                    for origin in origins
                    if any(
                        place.report == note.report.id
                        and place.span.start < sentence.end
                        and sentence.start < place.span.end
                        for place in origin.passages
                    )
                ]
                assert len(holding) == 1
                assert covers(account, holding[0], note.report.id, sentence)


def covers(account: Account, origin: str, report: str, sentence: Span) -> bool:
    places = [p.span for o in account.lineage.origins if o.id == origin for p in o.passages if p.report == report]
    return any(span.start <= sentence.start and sentence.end <= span.end for span in places)


@settings(max_examples=60, deadline=None)
@given(piles())
def test_counts_are_ranges(pile: list[Report]) -> None:
    for account in compare_reports(pile).accounts:
        low, high = account.lineage.texts
        assert 0 <= low <= high
        assert bool(high) == any(note.sentences for note in account.story.reports)


@settings(max_examples=60, deadline=None)
@given(piles(), st.randoms(use_true_random=False))
def test_the_order_of_inputs_changes_nothing(pile: list[Report], order: random.Random) -> None:
    content = dumps(compare_reports(pile))
    shuffled = list(pile)
    order.shuffle(shuffled)
    assert dumps(compare_reports(shuffled)) == content


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_number_of_processes_changes_nothing(jobs: int) -> None:
    chance = random.Random(7)
    pile = [
        Report(
            id=f"r{number:02}",
            uri=f"r{number:02}.txt",
            text="\n".join(_edited(sentence, chance) for sentence in chance.sample(SENTENCES, 5)),
            language="en",
            sha256="0" * 64,
            reader="test",
        )
        for number in range(24)
    ]
    assert dumps(compare_reports(pile, jobs=jobs)) == dumps(compare_reports(pile))
