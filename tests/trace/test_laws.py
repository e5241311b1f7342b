"""What holds of every lineage: over stories mixed at random from a bank of sentences, and over hostile reports."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Credit, Lineage, Report, Span
from stemma.reuse import reuse
from stemma.trace import trace
from tests.trace.stories import BELL, OWN, QUOTE, WALL, copying, kinds, story_of, told, traced

POST = "Keep off the slope tonight, neighbours: our diggers need room to swing. — Lirrow Parish (@lirrow) March 4, 2031"
BANK = (
    *WALL,
    *BELL,
    *OWN["Gull"],
    *OWN["Tern"],
    f"{QUOTE}, recalled the pastry cook Odile Marrin.",
    f"Asked what it sounded like, the cook replied: {QUOTE}.",
    QUOTE[1:-1] + ".",
    POST,
    "Morrow Stone said in a statement:",
    "Morrow Stone did not respond to requests for comment.",
    *(s.replace("eleven", "thirty").replace("found nobody", "found somebody") for s in WALL[:3]),
)
STAMPS = (
    None,
    "2031-03-04",
    "2031-03-04T06:00:00",
    "2031-03-04T09:00:00+02:00",
    "2031-03-08T10:00:00Z",
    "2031-01-02",
    "2031",
    "soon",
)
CREDITS = (
    (),
    (Credit(name="Reuters", basis="dateline"),),
    (Credit(name="Xinhua", basis="text"), Credit(name="Reuters", basis="text")),
    (Credit(name="The Tern", basis="text"),),
    (Credit(name="The Gull", basis="byline"),),
)


@st.composite
def report_lists(draw: st.DrawFn) -> list[Report]:
    """One to five reports, each of some sentences of the bank in any order and in any paragraphs."""
    reports = []
    for number in range(draw(st.integers(1, 5))):
        lines = draw(st.lists(st.sampled_from(BANK), max_size=7))
        text = "".join(line + draw(st.sampled_from((" ", "\n", "\n\n"))) for line in lines)
        reports.append(
            told(
                draw(st.sampled_from(("The Gull", "The Tern", "reuters.com"))),
                text,
                published=draw(st.sampled_from(STAMPS)),
                credits=draw(st.sampled_from(CREDITS)),
                id=f"r{number}",
                furniture=[Span(0, len(lines[0]))] if draw(st.booleans()) and lines else [],
            )
        )
    return reports


def renamed(lineage: Lineage, reports: dict[str, Report]) -> tuple[set[object], set[object], tuple[int, int]]:
    """What must not depend on ids: copies, the kind and credit of each sentence's origin, the count of texts.

    `reports` gives for each id the report under the name to be compared by.
    """
    copies: set[object] = {
        (frozenset({(reports[c.a].id, p.a), (reports[c.b].id, p.b)}), p.shared)
        for c in lineage.copies
        for p in c.passages
    }
    kinds: set[object] = {
        (reports[place.report].id, point, origin.kind, origin.label)
        for origin in lineage.origins
        for place in origin.passages
        for point in range(*place.span)
        if not reports[place.report].text[point].isspace()
    }
    return copies, kinds, lineage.texts


@settings(deadline=None, max_examples=60)
@given(report_lists())
def test_laws_of_a_lineage(reports: list[Report]) -> None:
    lineage = traced(*reports)
    assert lineage == traced(*reversed(reports))


@settings(deadline=None, max_examples=60)
@given(report_lists())
def test_ids_decide_nothing(reports: list[Report]) -> None:
    """Ids hash the text, so their order is chance: copies, origins and counts are the same under other ids."""
    there = [replace(report, id=f"q{9 - number}") for number, report in enumerate(reports)]
    back = {new.id: old for new, old in zip(there, reports, strict=True)}
    same = {report.id: report for report in reports}
    assert renamed(traced(*there), back) == renamed(traced(*reports), same)


@settings(deadline=None, max_examples=30)
@given(report_lists())
def test_a_report_alone_shares_nothing(reports: list[Report]) -> None:
    lineage = traced(reports[0])
    assert lineage.copies == ()
    assert lineage.edits == ()
    assert all(origin.kind in ("own", "credited") for origin in lineage.origins)


@settings(deadline=None, max_examples=60)
@given(report_lists())
def test_the_rest_of_the_pile_is_nothing_to_a_story(reports: list[Report]) -> None:
    """`trace` is given the passages of the whole pile, and looks at those of its story only."""
    stranger = told("The Skua", *WALL, *BELL, QUOTE, id="zz")
    story = story_of(reports)
    assert trace(story, reuse([*reports, stranger])) == trace(story, reuse(reports))


# --- hostile reports ------------------------------------------------------------------------------

PADDED = " ".join(f"{word}{number}" for number in range(500) for word in ("brine", "gable", "thrush", "ember", "quoin"))
HINDI = "कल रात पहाड़ी की पुरानी दीवार गिर गई और गाँव के नीचे खड़े ग्यारह ट्रक कीचड़ में दब गए। लोग डर कर स्कूल में सोए।"
CHINESE = "昨夜山上的旧墙倒塌了，十一辆卡车被埋在泥土之下。村民们在学校的体育馆里过夜，志愿者分发热汤和毛毯。"
ARABIC = "انهار الجدار القديم فوق القرية قبل الفجر ودفن إحدى عشرة شاحنة تحت الطين. نام الناس في المدرسة تلك الليلة."

HOSTILE: dict[str, Sequence[Sequence[str]]] = {
    "nothing but a quotation": ([QUOTE], [QUOTE], [f"{QUOTE}, said the cook."]),
    "no text": ([""], [""], [WALL[0]]),
    "no words": (["— … —"], ["!!!"], ["—"]),
    "one word": (["Lirrow"], ["Lirrow"], ["Landslip"]),
    "three thousand quotation marks": (["“ " * 1500 + WALL[0] + " ”" * 1500], [WALL[0]], ['"' * 3000]),
    "marks that never close": ([f"“{WALL[0]} {WALL[1]}"], [f"“{WALL[0]} {WALL[1]}"], [WALL[0]]),
    "one sentence of thousands of words": ([PADDED], [PADDED], [PADDED[:9000]]),
    "one word thousands of times": (["wall " * 4000], ["wall " * 3000], ["wall"]),
    "a sentence that repeats itself": ([WALL[0]] * 40, [WALL[0]] * 30, [WALL[0]]),
    "signatures only": (["(@a) — (@b) — b (@c)\n" * 30], ["— b (@c)"], ["pic.twitter.com/x"]),
    "announcements only": (["He said:\n" * 200], ["He said:\n" * 100], ["said:"]),
    "Devanagari": ([HINDI], [HINDI], [HINDI[:60]]),
    "Chinese": ([CHINESE], [CHINESE], [CHINESE[:30]]),
    "Arabic": ([ARABIC], [ARABIC], [ARABIC[:60]]),
    "control characters": (["\x00\x0b" + WALL[0] + "\u2028" + WALL[1]], [WALL[0] + "\x85" + WALL[1]], ["\ufeff"]),
}


@pytest.mark.parametrize("texts", HOSTILE.values(), ids=HOSTILE)
def test_hostile(texts: Sequence[Sequence[str]]) -> None:
    traced(*(told(f"outlet {n}", *paragraphs) for n, paragraphs in enumerate(texts)))


@pytest.mark.parametrize("text", [HINDI, CHINESE, ARABIC], ids=["Devanagari", "Chinese", "Arabic"])
def test_copies_in_scripts_without_capitals(text: str) -> None:
    lineage = traced(told("A", text), told("B", text))
    assert copying(lineage) == {("A", "B")}
    assert lineage.texts == (1, 1)


def test_no_capitals() -> None:
    """Names can't be told without capitals, copied prose can."""
    small = [" ".join(WALL).lower(), " ".join((*OWN["Gull"], *WALL[1:4])).lower(), " ".join(OWN["Tern"]).lower()]
    lineage = traced(*(told(name, text) for name, text in zip("ABC", small, strict=True)))
    assert copying(lineage) == {("A", "B")}


def test_a_report_of_one_quotation_that_all_have_is_no_copy() -> None:
    lineage = traced(told("A", QUOTE), told("B", *OWN["Gull"], f"{QUOTE}, one cook told us."))
    assert kinds(lineage, "A", "B") == {"quote"}
    assert copying(lineage) == set()


def test_sixty_reports_of_one_wire() -> None:
    """One text, each outlet with a cut or a sentence of its own."""
    reports = []
    for number in range(60):
        cut = [s for i, s in enumerate((*WALL, *BELL)) if i != number % 9]
        own = [f"Outlet {number} stands {number} leagues from there."] if number % 3 == 0 else []
        credits = CREDITS[1] if number == 7 else ()
        reports.append(told(f"outlet {number:02}", *cut, *own, credits=credits))
    lineage = traced(*reports)
    assert len(copying(lineage)) == 60 * 59 // 2
    (shared,) = (origin for origin in lineage.origins if origin.kind in ("credited", "inferred"))
    assert shared.label == "Reuters"
    assert lineage.texts == (1, 1)
