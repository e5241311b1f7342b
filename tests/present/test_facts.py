"""Who said what, when, how much, in which office: each thing once, and nothing put into another's mouth."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Annotations, Copy, Quotation, Report, SharedPassage, Span, Time, Variant
from stemma.present.facts_view import FactsView
from stemma.present.html import page
from stemma.present.timeline_view import FEW_DAYS, TimelineView, written_period
from stemma.present.wordings import Same, Twins, alike, same, wording
from tests.present.spoken import spoken

NOBODY = Twins(())


def facts(copies: int = 1, most: int = 400) -> FactsView:
    return FactsView(spoken(copies).accounts[0], most)


def notes(text: str, name: str = "r") -> Annotations:
    report = Report(id=name, uri=f"{name}.txt", text=text, language="en", sha256="", reader="text/1")
    marks, start = [], text.find("“")
    while start >= 0:
        end = text.index("”", start) + 1
        marks.append(Quotation(span=Span(start, end)))
        start = text.find("“", end)
    return Annotations(report=report, sentences=(Span(0, len(text)),), quotations=tuple(marks))


def grouped(*told: tuple[str | None, str], twins: Twins = NOBODY) -> list[Same[str]]:
    """Groups of texts, each of a report of its own and of a party."""
    return same(
        (
            wording(text, notes(text, f"r{n}"), (Span(0, len(text)),), party, speech=True)
            for n, (party, text) in enumerate(told)
        ),
        twins,
    )  # fmt: skip


def parted(groups: Sequence[Same[str]]) -> list[list[str]]:
    return [[one.report for one in group.all] for group in groups]


LONG = "the quay will stay shut until the last of the drums is out of the water and the crane has been seen to"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("“We are in shock”", "we are in shock,", True, id="marks and capitals"),
        pytest.param("the U.S. envoy leaves at noon", "the US envoy leaves at noon", True, id="initials"),
        pytest.param(LONG, LONG.replace("drums", "drum"), True, id="a spelling"),
        pytest.param(LONG, LONG.replace("until", "till"), False, id="another word"),
        pytest.param(LONG, LONG.replace("will stay", "will not stay"), False, id="a negation"),
        pytest.param(LONG, LONG.replace("the drums", "14 drums"), False, id="a number"),
        pytest.param(LONG.replace("crane", "Merle"), LONG.replace("crane", "Heron"), False, id="another name"),
        pytest.param(
            "“Nobody was on the quay when it burned. We saw to that.”", "“Nobody was on the quay”", True, id="a part"
        ),
        pytest.param("it was “a bad night for us all” there", "she had “a bad night for us all”", True, id="one quote"),
        pytest.param("nobody was on the quay", "nobody was on the quay when it burned", False, id="unquoted part"),
        pytest.param("gates shut", "gates open", False, id="few words"),
    ],
)
def test_words_that_are_one(one: str, other: str, expected: bool) -> None:
    first, second = (wording(None, notes(text), (Span(0, len(text)),), "e1", speech=True) for text in (one, other))
    assert alike(first, second) is expected
    assert alike(second, first) is expected
    assert len(grouped(("e1", one), ("e1", other))) == (1 if expected else 2)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param([("e1", LONG), ("e2", LONG)], [["r0"], ["r1"]], id="two speakers"),
        pytest.param([("e1", LONG), (None, LONG)], [["r0", "r1"]], id="unresolved with the one who is named"),
        pytest.param([(None, LONG), ("e1", LONG), ("e2", LONG)], [["r0"], ["r1"], ["r2"]], id="two could be meant"),
        pytest.param([(None, LONG), (None, LONG)], [["r0", "r1"]], id="both unresolved"),
        pytest.param([(None, "no word yet"), (None, "no word yet")], [["r0"], ["r1"]], id="too few words"),
        pytest.param([("e1", "no word yet"), ("e1", "no word yet")], [["r0", "r1"]], id="few words of one speaker"),
    ],
)
def test_whose_words_are_one(told: list[tuple[str | None, str]], expected: list[list[str]]) -> None:
    assert parted(grouped(*told)) == expected


def test_a_shared_passage_makes_edited_words_one_but_no_other_figure() -> None:
    old = "the quay burned for six hours before help came from the mainland"
    for new, expected in ((old.replace("came", "arrived at last"), 1), (old.replace("six", "nine"), 2)):
        passage = SharedPassage(a=Span(0, len(old)), b=Span(0, len(new)), shared="copy", words=9)
        twins = Twins([Copy(a="r0", b="r1", share_a=1, share_b=1, passages=(passage,))])
        assert len(grouped(("e1", old), ("e1", new), twins=twins)) == expected
        assert len(grouped(("e1", old), ("e1", new))) == 2


def test_places_are_mapped_through_variants() -> None:
    passage = SharedPassage(
        a=Span(10, 50), b=Span(100, 145), shared="copy", words=8, variants=(Variant(a=Span(20, 22), b=Span(110, 117)),)
    )
    twins = Twins([Copy(a="x", b="y", share_a=1, share_b=1, passages=(passage,))])
    assert [place.span for place in twins.of("x", Span(30, 40))] == [Span(125, 135)]
    assert [place.span for place in twins.of("y", Span(125, 135))] == [Span(30, 40)]
    assert list(twins.of("x", Span(49, 90))) == []


@given(st.lists(st.tuples(st.sampled_from(["e1", "e2", None]), st.text("ab no14 ", max_size=30)), max_size=12))
def test_nothing_is_lost_and_no_two_parties_are_joined(told: list[tuple[str | None, str]]) -> None:
    groups = grouped(*told)
    assert sorted(one.report for group in groups for one in group.all) == sorted(f"r{n}" for n in range(len(told)))
    assert all(len({one.party for one in group.all} - {None}) < 2 for group in groups)
    assert parted(groups) == parted(grouped(*told))


def test_thousands_of_alike_wordings_are_compared_with_few() -> None:
    many = [("e1", f"the last of the drums is out of the water on pier {n}") for n in range(3000)]
    assert len(grouped(*many)) == 3000


def test_each_utterance_once_with_its_reports() -> None:
    said = facts().said
    orr, lund, board = (said.of[i] for i in ("e1", "e2", "e3"))
    told = {u.versions[0].words: u for speaker in (orr, lund, board) for u in speaker.utterances}
    quote = next(u for words, u in told.items() if words.startswith("“We will not open"))
    assert len(quote.reports) == 2
    assert {t.source for version in quote.versions for t in version.tellings} == {"Mira Orr", "the harbour master"}
    assert sorted(u.negated for u in orr.utterances) == [False, True]
    denial = next(u for u in orr.utterances if u.negated)
    assert denial.doubts == ["doubt: “Orr” takes up who was last named"]
    assert len(lund.utterances) == 2
    assert [speaker.called for speaker in said.unnamed] == ["an official who asked not to be named"]
    assert said.untold == []
    assert {t.via for u in board.utterances for v in u.versions for t in v.tellings} == {"", "Peder Lund"}


def test_many_copies_make_no_more_utterances() -> None:
    assert facts(20).said.count == facts().said.count
    assert facts(20).figures.count == facts().figures.count


def test_lists_are_cut_and_say_so() -> None:
    cut = facts(most=2)
    assert sum(len(speaker.utterances) for speaker in cut.said.all) == 2
    assert cut.said.left_out == cut.said.count - 2
    assert sum(len(group.figures) for group in cut.figures.groups) == 2


def test_figures_stand_once_by_what_they_count() -> None:
    groups = facts().figures.groups
    drums = groups[0]
    assert drums.name == "drums"
    assert [(f.value, f.of, f.hedges, len(f.reports)) for f in drums.figures] == [
        ("14", "drums", ("at least",), 2),
        ("15", "drums of foam", (), 1),
    ]
    givers = [giving.giver.speaker if giving.giver else None for f in drums.figures for giving in f.givings]
    assert givers == ["e3", "e3", None]
    assert [(group.name, group.figures[0].value, group.figures[0].change) for group in groups[1:]] == [
        ("%", "40 %", "+40%")
    ]


def test_days_come_in_order_with_what_appeared() -> None:
    line = facts().timeline
    assert [(m.written, m.precise, len(m.tellings), len(m.published)) for m in line.moments] == [
        ("March 2031", False, 1, 0),
        ("4 March 2031", True, 2, 0),
        ("5 March 2031", True, 0, 2),
    ]
    assert [(told.clock, told.around.words) for told in line.undated] == [("21:00", "9 p.m. on Thursday")]
    assert [report.outlet for report in line.unpublished] == ["Post"]
    assert [dating.stamped for dating in line.datings] == ["2030-01-01"]


def test_a_long_timeline_folds_what_one_report_tells() -> None:
    (account,) = spoken().accounts
    times = tuple(
        Time(span=Span(n, n + 1), type="DATE", value=day, begin=day, end=day)
        for n in range(2 * FEW_DAYS)
        if (day := f"2030-01-{n + 1:02}")
    )
    reports = (replace(account.story.reports[0], times=times), *account.story.reports[1:])
    line = TimelineView(replace(account.story, reports=reports), NOBODY, 400)
    assert [stretch.folded for stretch in line.stretches].count(True) == 1
    assert [m for stretch in line.stretches for m in stretch.moments] == line.moments


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        ("2031-02-01", "2031-02-28", "February 2031"),
        ("2032-02-01", "2032-02-28", "1 February 2032 to 28 February 2032"),
        ("0001-01-01", "0001-01-31", "January 0001"),
        ("9999-12-01", "9999-12-31", "December 9999"),
        ("2031-13-01", "2031-13-31", "2031-13-01 to 2031-13-31"),
        ("2031-03-01", None, "from 1 March 2031"),
    ],
)
def test_periods_in_words(begin: str, end: str | None, expected: str) -> None:
    assert written_period(begin, end) == expected


def test_people_with_offices_and_where_they_are_named() -> None:
    found = facts()
    people = found.people.people
    assert [(p.entity.name, p.mentions, len(p.namings)) for p in people] == [("Peder Lund", 2, 2), ("Mira Orr", 2, 1)]
    assert people[1].offices == ["harbour master of Tarn Holm"]
    assert people[1].speaker is found.said.of["e1"]


def test_empty_sections_are_left_out() -> None:
    pile = spoken()
    (account,) = pile.accounts
    bare = tuple(
        replace(n, attributions=(), mentions=(), times=(), quantities=()) for n in account.story.reports
    )  # fmt: skip
    story = replace(account.story, reports=bare, entities=(), datings=())
    html = page(replace(pile, reports=bare, accounts=(replace(account, story=story),))).decode("utf-8")
    for name in ("said-0", "timeline-0", "figures-0", "people-0"):
        assert f'"{name}"' not in html
        assert f'"{name}"' in page(pile).decode("utf-8")
