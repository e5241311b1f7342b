"""Copied prose or public words: what a passage that two reports share is taken for."""

import pytest

from stemma.model import Report, Span
from tests.trace.stories import BELL, OWN, QUOTE, WALL, copy_between, copying, kinds, told, traced

GULL, TERN = OWN["Gull"], OWN["Tern"]
FRAME = "said pastry cook Odile Marrin, brushing plaster dust from her apron beside the shuttered counter."
POST = (
    "Crews are working through the night to clear the Lirrow slope. Please keep away and let the diggers pass freely."
)
SIGNED = f"{POST} — Lirrow Parish (@lirrowparish) March 4, 2031"
STATEMENT = (
    "We deeply regret the distress caused by this sudden failure and shall cooperate with every inspector "
    "who wishes to examine our drains, pumps and ledgers in the coming weeks."
)
NAMES = "Odile Marrin, Tobias Fenn, Ruth Calloway, Piers Antonelli, Hanna Wick and Joss Underhill"


def pair(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[Report, Report]:
    return told("Gull", *left), told("Tern", *right)


COPIED = {
    "a whole text": (WALL, WALL),
    "one copied sentence among own prose": ((*GULL, WALL[1]), (WALL[1], *TERN)),
    "two runs of seven words, each edited around": (
        (
            *GULL,
            "Late last night, volunteers ladled soup and handed out blankets to all who came.",
            "Surveyors certify the slope, which may take a fortnight, on Monday.",
        ),
        (
            "In the hall volunteers ladled soup and handed out blankets.",
            *TERN,
            "The bypass reopens once surveyors certify the slope, which may take a fortnight.",
        ),
    ),
    "words replaced here and there": (
        WALL[:3],
        (
            WALL[0].replace("gave way", "collapsed"),
            WALL[1].replace("cautioned", "warned"),
            WALL[2].replace("gear", "devices"),
        ),
    ),
    "the order of sentences turned round": (WALL[:3], tuple(reversed(WALL[:3]))),
    "case and punctuation count for nothing": (WALL[:2], tuple(s.upper().replace(",", " –") for s in WALL[:2])),
    "a quote with the distinctive frame around it": (
        (*GULL, f"{QUOTE[:-1]},” {FRAME}"),
        (*TERN, f"{QUOTE[:-1]},” {FRAME}"),
    ),
    "prose behind a post in a text without line breaks": (
        (" ".join((*GULL, SIGNED, *WALL, *BELL)),),
        (" ".join((*TERN, SIGNED, *WALL, *BELL)),),
    ),
    "prose in one paragraph with a shared quote": (
        (*GULL, f"{WALL[1]} {QUOTE}, one of them said."),
        (*TERN, f"{WALL[1]} {QUOTE}, one of them said."),
    ),
}


@pytest.mark.parametrize(("left", "right"), COPIED.values(), ids=COPIED)
def test_copied(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    lineage = traced(*pair(left, right))
    assert copying(lineage) == {("Gull", "Tern")}
    copy = copy_between(lineage, "Gull", "Tern")
    assert copy is not None
    assert copy.share_a > 0
    assert copy.share_b > 0


PUBLIC = {
    "a bare quote in two frames of one's own": (
        (*GULL, f"{QUOTE}, Odile Marrin recalled."),
        (f"The cook, Odile Marrin, put it like this: {QUOTE}.", *TERN),
        {"quote"},
    ),
    "a quote and who said it": (
        (*GULL, f"{QUOTE}, said Odile Marrin."),
        (*TERN, f"{QUOTE}, said Odile Marrin."),
        {"quote"},
    ),
    "the same quote in straight and in curly marks": (
        (*GULL, f"{QUOTE}, Odile Marrin recalled."),
        (*TERN, QUOTE.replace("“", '"').replace("”", '"') + ", the cook told us."),
        {"quote"},
    ),
    "an embedded post with its signature": ((*GULL, SIGNED), (*TERN, SIGNED), {"post"}),
    "a post, with a signature in one and with marks in the other": (
        (*GULL, SIGNED),
        (*TERN, f"“{POST}” the parish tweeted at dusk."),
        {"post"},
    ),
    "a post pasted without marks by one, quoted by the other": (
        (*GULL, POST),
        (*TERN, f"“{POST}” the parish tweeted at dusk."),
        {"post"},
    ),
    "words pasted without marks by one, quoted by the other": (
        (*GULL, STATEMENT),
        (*TERN, f"“{STATEMENT}” Morrow Stone told its neighbours."),
        {"quote"},
    ),
    "a statement that both announce": (
        (*GULL, "Morrow Stone said in a statement:", STATEMENT),
        (*TERN, "In full, the firm's statement reads:", STATEMENT),
        {"statement"},
    ),
    "a statement that only one announces": (
        (*GULL, "Morrow Stone said in a statement:", STATEMENT),
        (*TERN, STATEMENT),
        {"statement"},
    ),
    "a post that one announces and another pastes": (
        (*GULL, "The parish council wrote on Facebook:", POST),
        (*TERN, POST),
        {"post"},
    ),
    "a list of names": (
        (*GULL, f"The cats belong to {NAMES}."),
        (f"We spoke with {NAMES} about the flood.", *TERN),
        {"phrase"},
    ),
    "a stock phrase": (
        (*GULL, "Morrow Stone did not immediately respond to a request for comment."),
        (*TERN, "The quarry did not immediately respond to a request for comment."),
        {"phrase"},
    ),
    "an office and its holder": (
        (*GULL, "The Minister of State for Roads and Inland Waterways Sir Edmund Pell came by noon."),
        (*TERN, "Asked later, Minister of State for Roads and Inland Waterways Sir Edmund Pell shrugged."),
        {"phrase"},
    ),
}


@pytest.mark.parametrize(("left", "right", "wanted"), PUBLIC.values(), ids=PUBLIC)
def test_public(left: tuple[str, ...], right: tuple[str, ...], wanted: set[str]) -> None:
    lineage = traced(*pair(left, right))
    assert kinds(lineage, "Gull", "Tern") <= wanted
    assert copying(lineage) == set()
    assert {origin.kind for origin in lineage.origins} == {"own"}
    assert lineage.descents == ()
    assert lineage.edits == ()
    assert lineage.texts == (2, 2)


def test_what_is_public_is_listed_and_called_so() -> None:
    lineage = traced(*pair(*PUBLIC["a bare quote in two frames of one's own"][:2]))
    assert kinds(lineage, "Gull", "Tern") == {"quote"}


def test_marks_in_a_third_report_make_words_public_in_the_two_without() -> None:
    lineage = traced(
        told("Gull", *GULL, STATEMENT),
        told("Skua", *OWN["Skua"], f"“{STATEMENT}” the firm told its neighbours."),
        told("Tern", *TERN, STATEMENT),
    )
    assert copying(lineage) == set()


def test_own_prose_shares_nothing() -> None:
    lineage = traced(told("Gull", *GULL), told("Tern", *TERN), told("Skua", *OWN["Skua"]))
    assert lineage.copies == ()
    assert lineage.texts == (3, 3)
    assert {origin.kind for origin in lineage.origins} == {"own"}


def test_furniture_is_no_ground_for_a_copy() -> None:
    notice = "Sign up for the morning letter and never miss how our islands wake, quarrel, bake and sail."
    body = {"Gull": GULL, "Tern": TERN}
    reports = [told(name, notice, *paragraphs, furniture=[_span(notice)]) for name, paragraphs in sorted(body.items())]
    lineage = traced(*reports)
    assert copying(lineage) == set()


def test_a_copied_sentence_beside_a_public_one_leaves_it_public() -> None:
    lineage = traced(*pair((*WALL[:2], STATEMENT), (*WALL[:2], *BELL, "The firm's statement reads:", STATEMENT)))
    copy = copy_between(lineage, "Gull", "Tern")
    assert copy is not None
    text = pair((*WALL[:2], STATEMENT), ())[0].text
    by_kind = {text[p.a.start : p.a.end].split()[0]: p.shared for p in copy.passages}
    assert by_kind["A"] == "copy"
    assert by_kind["We"] == "statement"


def _span(text: str) -> Span:
    return Span(0, len(text))
