"""Which text each sentence comes from, whose it is called, and which arrows are drawn."""

import pytest

from stemma.model import Credit, Lineage, Origin, Report
from stemma.model import CreditBasis as Basis
from tests.trace.stories import BELL, OWN, WALL, arrows, copying, origin_at, told, traced

GULL, TERN, SKUA = OWN["Gull"], OWN["Tern"], OWN["Skua"]


def credit(name: str = "Reuters", basis: Basis = "dateline") -> tuple[Credit, ...]:
    return (Credit(name=name, basis=basis),)


def shared_origins(lineage: Lineage) -> list[Origin]:
    return [origin for origin in lineage.origins if origin.kind in ("credited", "inferred")]


def carriers(origin: Origin) -> set[str]:
    return {place.report for place in origin.passages}


# --- a report is a mosaic -------------------------------------------------------------------------


def test_never_closed_over_a_report() -> None:
    """B shares one text with A and another with C: two origins, and A and C have nothing to do with one another."""
    a, b, c = told("A", *WALL[:3], *GULL), told("B", *WALL[:3], *BELL), told("C", *BELL, *SKUA)
    lineage = traced(a, b, c)
    assert copying(lineage) == {("A", "B"), ("B", "C")}
    wall, bell = origin_at(lineage, b, WALL[0]), origin_at(lineage, b, BELL[0])
    assert wall.id != bell.id
    assert carriers(wall) == {"A", "B"}
    assert carriers(bell) == {"B", "C"}
    assert origin_at(lineage, a, GULL[0]).kind == origin_at(lineage, c, SKUA[0]).kind == "own"


def test_sentences_that_the_same_reports_carry_are_one_text() -> None:
    a, b = told("A", WALL[0], *GULL, WALL[3]), told("B", WALL[3], *TERN, WALL[0])
    lineage = traced(a, b)
    assert origin_at(lineage, a, WALL[0]).id == origin_at(lineage, b, WALL[3]).id


def test_a_text_cut_to_different_parts_is_one_where_parts_meet() -> None:
    a, b, c = told("A", *WALL), told("B", *WALL[:4], *TERN), told("C", *WALL[2:], *SKUA)
    lineage = traced(a, b, c)
    assert len({origin_at(lineage, a, sentence).id for sentence in WALL}) == 1


# --- what is left of a report ---------------------------------------------------------------------

REST = {
    "nothing left": ((), None),
    "one sentence is an addition": (SKUA[:1], "addition"),
    "two sentences are an addition": (SKUA[:2], "addition"),
    "three are prose of its own": (SKUA[:3], "own"),
}


@pytest.mark.parametrize(("rest", "kind"), REST.values(), ids=REST)
def test_what_a_copying_report_has_besides(rest: tuple[str, ...], kind: str | None) -> None:
    a, b = told("A", *WALL), told("B", *WALL, *rest)
    lineage = traced(a, b)
    kinds = sorted(origin.kind for origin in lineage.origins)
    assert kinds == sorted(["inferred", *([kind] if kind else [])])
    if rest:
        assert {origin_at(lineage, b, sentence).kind for sentence in rest} == {kind}


@pytest.mark.parametrize("rest", [GULL[:1], GULL[:2]], ids=len)
def test_a_short_report_that_copies_nothing_is_no_addition(rest: tuple[str, ...]) -> None:
    assert [origin.kind for origin in traced(told("A", *rest), told("B", *TERN)).origins] == ["own", "own"]


# --- credit ---------------------------------------------------------------------------------------


def test_one_credit_names_the_text_for_all_that_carry_it() -> None:
    reports = [told("A", *WALL[:4], credits=credit()), told("B", *WALL[1:5]), told("C", *WALL[:5])]
    lineage = traced(*reports)
    (origin,) = shared_origins(lineage)
    assert (origin.kind, origin.label) == ("credited", "Reuters")
    assert any("A credits Reuters" in reason for reason in origin.because)
    hung = {(d.parent, d.child, d.directed) for d in lineage.descents}
    assert hung == {(origin.id, "A", True), (origin.id, "B", True), (origin.id, "C", True)}
    sure = {d.child: d.confidence for d in lineage.descents}
    assert sure["A"] > sure["B"]


def test_no_credit_names_nobody_and_points_nowhere() -> None:
    lineage = traced(told("A", *WALL[:4]), told("B", *WALL[1:5]), told("C", *WALL[:5]))
    (origin,) = shared_origins(lineage)
    assert (origin.kind, origin.label) == ("inferred", None)
    assert {(d.parent, d.child, d.directed) for d in lineage.descents} == {
        (origin.id, "A", False),
        (origin.id, "B", False),
        (origin.id, "C", False),
    }


@pytest.mark.parametrize("basis", ["dateline", "byline", "address", "metadata"])
def test_a_whole_credit_covers_what_nobody_else_carries(basis: Basis) -> None:
    a, b = told("A", *WALL[:3], *GULL, credits=credit(basis=basis)), told("B", *WALL[:3], *TERN)
    lineage = traced(a, b)
    assert origin_at(lineage, a, GULL[0]).label == "Reuters"
    assert origin_at(lineage, a, GULL[0]).id == origin_at(lineage, a, WALL[0]).id
    assert origin_at(lineage, b, TERN[0]).kind == "own"


def test_a_credit_in_the_text_may_be_for_a_part_only() -> None:
    a, b = told("A", *WALL[:3], *GULL, credits=credit(basis="text")), told("B", *WALL[:3], *TERN)
    lineage = traced(a, b)
    assert origin_at(lineage, a, WALL[0]).label == "Reuters"
    assert origin_at(lineage, a, GULL[0]).kind == "own"


def test_a_whole_credit_covers_a_report_that_shares_with_nobody() -> None:
    a, b = told("A", *GULL, credits=credit()), told("B", *TERN)
    lineage = traced(a, b)
    assert (origin_at(lineage, a, GULL[0]).kind, origin_at(lineage, a, GULL[0]).label) == ("credited", "Reuters")
    assert [(d.child, d.directed) for d in lineage.descents] == [("A", True)]


def test_two_reports_that_credit_one_wire_and_share_nothing_are_two_texts_at_most() -> None:
    lineage = traced(told("A", *GULL, credits=credit()), told("B", *TERN, credits=credit()))
    assert lineage.texts == (1, 2)
    assert any("Reuters" in reason for reason in lineage.because)


def test_equal_support_for_two_names_gives_none() -> None:
    lineage = traced(told("A", *WALL, credits=credit("Reuters")), told("B", *WALL, credits=credit("Xinhua")))
    (origin,) = shared_origins(lineage)
    assert origin.label is None
    assert origin.kind == "inferred"


def test_most_credits_win() -> None:
    reports = [told(n, *WALL, credits=credit(w)) for n, w in (("A", "Xinhua"), ("B", "Reuters"), ("C", "Reuters"))]
    (origin,) = shared_origins(traced(*reports))
    assert origin.label == "Reuters"


def test_the_page_of_the_wire_itself_speaks_for_the_credit() -> None:
    lineage = traced(told("reuters.com", *WALL), told("B", *WALL, credits=credit()))
    (origin,) = shared_origins(lineage)
    assert (origin.kind, origin.label) == ("credited", "Reuters")


# --- arrows from report to report -----------------------------------------------------------------

EARLY, LATE = "2031-03-04T06:00:00+00:00", "2031-03-04T15:00:00+00:00"
LONG_BEFORE = "2031-02-20T06:00:00+00:00"


def stamped(outlet: str, *text: str, at: str | None = None, crediting: str | None = None, id: str = "") -> Report:
    credits = credit(crediting, "text") if crediting else ()
    return told(outlet, *text, published=at, credits=credits, id=id or outlet)


ARROWS: dict[str, tuple[Report, Report, set[tuple[str, str]]]] = {
    "times alone": (stamped("A", *WALL, at=EARLY), stamped("B", *WALL, at=LATE), set()),
    "times and containment alone": (stamped("A", *WALL, at=EARLY), stamped("B", *WALL[:3], at=LATE), set()),
    "credit and containment": (stamped("A", *WALL), stamped("B", *WALL[:4], crediting="A"), {("A", "B")}),
    "credit and containment, against the order of names": (
        stamped("A", *WALL[:4], crediting="B"),
        stamped("B", *WALL),
        {("B", "A")},
    ),
    "credit, containment and times that agree": (
        stamped("A", *WALL, at=EARLY),
        stamped("B", *WALL[:4], at=LATE, crediting="A"),
        {("A", "B")},
    ),
    "credit for a small part of the prose": (
        stamped("A", *WALL[:1], *GULL),
        stamped("B", WALL[0], *BELL, *TERN, *SKUA, crediting="A"),
        set(),
    ),
    "times that contradict the credit": (
        stamped("A", *WALL, at=LATE),
        stamped("B", *WALL[:4], at=LONG_BEFORE, crediting="A"),
        set(),
    ),
    "each credits the other": (stamped("A", *WALL, crediting="B"), stamped("B", *WALL, crediting="A"), set()),
    "an outlet takes up its own earlier report": (
        stamped("Gull", *WALL[:4], at=EARLY, id="A"),
        stamped("Gull", *WALL, *SKUA, at=LATE, id="B"),
        {("A", "B")},
    ),
    "the later one bears the first id": (
        stamped("Gull", *WALL, *SKUA, at=LATE, id="A"),
        stamped("Gull", *WALL[:4], at=EARLY, id="B"),
        {("B", "A")},
    ),
    "one outlet, no times": (stamped("Gull", *WALL[:4], id="A"), stamped("Gull", *WALL, id="B"), set()),
    "one outlet, nothing shared": (
        stamped("Gull", *GULL, at=EARLY, id="A"),
        stamped("Gull", *TERN, at=LATE, id="B"),
        set(),
    ),
    "dates without times on one day": (
        stamped("Gull", *WALL[:4], at="2031-03-04", id="A"),
        stamped("Gull", *WALL, at="2031-03-04", id="B"),
        set(),
    ),
    "a stamp that knows the month only": (
        stamped("Gull", *WALL[:4], at="2031-02", id="A"),
        stamped("Gull", *WALL, at=LATE, id="B"),
        set(),
    ),
    "a stamp that is no time": (
        stamped("A", *WALL[:4], at="yesterday", crediting="B"),
        stamped("B", *WALL, at="2031-02-31"),
        {("B", "A")},
    ),
    "a stamp with a zone and one without, days apart": (
        stamped("Gull", *WALL[:4], at="2031-03-01T09:00:00", id="A"),
        stamped("Gull", *WALL, at=LATE, id="B"),
        {("A", "B")},
    ),
}


@pytest.mark.parametrize(("left", "right", "wanted"), ARROWS.values(), ids=ARROWS)
def test_arrows(left: Report, right: Report, wanted: set[tuple[str, str]]) -> None:
    assert arrows(traced(left, right)) == wanted


def test_an_arrow_takes_the_place_of_the_line_to_an_unseen_text() -> None:
    lineage = traced(stamped("A", *WALL), stamped("B", *WALL[:4], crediting="A"))
    (arrow,) = (d for d in lineage.descents if d.parent == "A")
    assert arrow.directed
    assert any("credits A" in reason for reason in arrow.because)
    assert not any(d.child == "B" and d.parent != "A" for d in lineage.descents)


def test_each_of_three_versions_of_one_outlet_is_from_the_one_before() -> None:
    times = (EARLY, "2031-03-04T09:00:00+00:00", LATE)
    reports = [stamped("Gull", *WALL[: 4 + n], at=time, id="CBA"[n]) for n, time in enumerate(times)]
    assert arrows(traced(*reports)) == {("C", "B"), ("B", "A")}


def test_a_ring_of_credits_is_broken() -> None:
    """Three that credit one another in a ring can't all be right: one arrow goes, none runs in a circle."""
    ring = [stamped(name, *WALL, crediting=other) for name, other in (("A", "B"), ("B", "C"), ("C", "A"))]
    assert len(arrows(traced(*ring))) == 2


# --- independent texts ----------------------------------------------------------------------------

TEXTS: dict[str, tuple[list[Report], tuple[int, int]]] = {
    "one report": ([told("A", *GULL)], (1, 1)),
    "two copies": ([told("A", *WALL), told("B", *WALL)], (1, 1)),
    "two of their own": ([told("A", *GULL), told("B", *TERN)], (2, 2)),
    "a copy with an addition": ([told("A", *WALL), told("B", *WALL, SKUA[0])], (1, 1)),
    "a copy with prose of its own": ([told("A", *WALL), told("B", *WALL, *SKUA)], (1, 2)),
    "both with prose of their own": ([told("A", *WALL, *GULL), told("B", *WALL, *SKUA)], (1, 3)),
    "copies and one apart": ([told("A", *WALL), told("B", *WALL), told("C", *SKUA)], (2, 2)),
    "two texts in two pairs": (
        [told("A", *WALL), told("B", *WALL), told("C", *BELL), told("D", *BELL)],
        (2, 2),
    ),
}


@pytest.mark.parametrize(("reports", "wanted"), TEXTS.values(), ids=TEXTS)
def test_range_of_independent_texts(reports: list[Report], wanted: tuple[int, int]) -> None:
    lineage = traced(*reports)
    assert lineage.texts == wanted
    assert (lineage.because != ()) == (wanted[0] != wanted[1])


def test_no_reports_have_no_texts() -> None:
    lineage = traced()
    assert (lineage.copies, lineage.origins, lineage.descents, lineage.texts) == ((), (), (), (0, 0))
