"""The edit lens: what outlets changed in copy that they share, with what changes meaning first."""

import pytest

from stemma.model import Edit
from tests.trace.stories import BELL, OWN, QUOTE, WALL, read_in, told, traced

TURNED = {"cut": "added", "added": "cut"}


def edits_between(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[Edit, tuple[str, str, str]]]:
    """The edits, each with its kind and both wordings, as seen from the left report."""
    reports = (told("A", *left), told("B", *right))
    found = []
    for edit in traced(*reports).edits:
        kind, here, there = read_in(reports, edit)
        if edit.a.report == "B":
            kind, here, there = TURNED.get(kind, kind), there, here
        found.append((edit, (kind, here, there)))
    return found


CHANGES = {
    "another figure": ("eleven parked", "seventeen parked", ("figure", "eleven", "seventeen")),
    "a figure made vague": ("eleven parked", "dozens of parked", ("figure", "eleven", "dozens of")),
    "a figure in digits": ("forty metres", "90 metres", ("figure", "forty", "90")),
    "a negation comes": ("which may take", "which may not take", ("polarity", "", "not")),
    "a negation goes": ("but found nobody beneath", "and found somebody beneath", ("polarity", "nobody", "somebody")),
    "framing": ("flattened bakery", "pulverised bakery", ("reworded", "flattened", "pulverised")),
    "the end of a sentence": (
        "under clay.",
        "beneath wet sand and stones.",
        ("reworded", "under clay", "beneath wet sand and stones"),
    ),
    "words cut": ("a pair of sniffer dogs", "sniffer dogs", ("cut", "a pair of", "")),
    "words added": ("parked lorries", "unlawfully parked lorries", ("added", "", "unlawfully")),
}


@pytest.mark.parametrize(("old", "new", "wanted"), CHANGES.values(), ids=CHANGES)
def test_kind_of_a_change(old: str, new: str, wanted: tuple[str, str, str]) -> None:
    found = [shown for _, shown in edits_between(WALL, tuple(s.replace(old, new) for s in WALL))]
    assert any(kind == wanted[0] and wanted[1] in here and wanted[2] in there for kind, here, there in found), found


ORDER = {
    "framing before style": (("gave way", "was brought down by sabotage"), ("and a pair of", "and two")),
    "framing before spelling": (("certify", "hallow"), ("gymnasium", "gymnasiums")),
    "style before spelling": (("a school gymnasium", "a village hall"), ("metres", "meters")),
    "a figure before style": (("eleven", "thirty"), ("handed out", "gave away")),
    "a negation before style": (("may take", "may not take"), ("handed out", "gave away")),
    "who said it before style": (
        ("Engineers had twice cautioned", "Campaigners claimed that engineers had twice cautioned"),
        ("handed out", "gave away"),
    ),
}


@pytest.mark.parametrize(("heavy", "light"), ORDER.values(), ids=ORDER)
def test_order_of_edits(heavy: tuple[str, str], light: tuple[str, str]) -> None:
    changed = tuple(s.replace(*heavy).replace(*light) for s in WALL)
    found = [there for _, (_, _, there) in edits_between(WALL, changed)]
    first = next(i for i, there in enumerate(found) if any(w in there for w in heavy[1].split() if w not in heavy[0]))
    last = next(i for i, there in enumerate(found) if any(w in there for w in light[1].split() if w not in light[0]))
    assert first < last


def test_nothing_changed_gives_no_edits() -> None:
    assert edits_between(WALL, WALL) == []


def test_a_cut_sentence() -> None:
    found = [shown for _, shown in edits_between(WALL, (*WALL[:2], *WALL[3:]))]
    assert found == [("cut", WALL[2], "")]


def test_an_added_sentence() -> None:
    found = [shown for _, shown in edits_between(WALL, (*WALL[:2], BELL[1], *WALL[2:]))]
    assert found == [("added", "", BELL[1])]


def test_a_moved_sentence() -> None:
    changed = (WALL[4], *WALL[:4], WALL[5])
    found = [shown for _, shown in edits_between(WALL, changed)]
    assert [kind for kind, _, _ in found] == ["moved"]
    assert found[0][1].startswith("Villagers slept")


def test_a_dropped_speaker_makes_words_the_outlets_own_and_comes_first() -> None:
    line = "the slope had been sound for sixty years and no expert could have foreseen its failure in a dry week"
    kept = (*WALL[:3], f"{line.capitalize()}, quarry director Tobias Fenn insisted.", *WALL[3:])
    dropped = (*WALL[:3], f"{line.capitalize()}.", *(s.replace("handed out", "gave away") for s in WALL[3:]))
    (first, shown), *_ = edits_between(kept, dropped)
    assert first.kind in ("reattributed", "cut")
    assert any("insisted" in words for words in shown[1:])


def test_lost_quotation_marks_come_first() -> None:
    marked = (*WALL[:3], f"{QUOTE}, recalled Odile Marrin.", *WALL[3:])
    bare = (*WALL[:3], f"{QUOTE[1:-1]}.", *(s.replace("eleven", "thirty") for s in WALL[3:]))
    (first, _), *_ = edits_between(marked, bare)
    assert first.kind == "reattributed"


def test_public_words_are_not_in_the_lens() -> None:
    """Two outlets that translate a speech differently have edited no copy."""
    found = edits_between(
        (*OWN["Gull"], f"{QUOTE}, Odile Marrin recalled."),
        (*OWN["Tern"], QUOTE.replace("groan", "moan") + ", the cook told us."),
    )
    assert found == []


def test_each_report_is_read_against_the_fullest() -> None:
    reports = [told("A", *WALL[:3]), told("B", *WALL), told("C", *WALL[:4])]
    assert all("B" in (edit.a.report, edit.b.report) for edit in traced(*reports).edits)
