"""The whole path over `examples/reports`: what `examples/README.md` says of them is what comes out."""

import json
import runpy
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from stemma.model import Account, Annotations, Comparison, Edit, Lineage, Place, Report, Span
from stemma.pipeline import compare

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "examples" / "reports"
GOLD: dict[str, Any] = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))
SARVANE = GOLD["stories"]["sarvane"]
ENNOR = GOLD["stories"]["ennor"]


def name_of(report: Report) -> str:
    return Path(report.uri).name


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare([REPORTS])


@pytest.fixture(scope="module")
def notes(comparison: Comparison) -> dict[str, Annotations]:
    return {name_of(note.report): note for note in comparison.reports}


@pytest.fixture(scope="module")
def ids(notes: dict[str, Annotations]) -> dict[str, str]:
    return {name: note.report.id for name, note in notes.items()}


def account_of(comparison: Comparison, names: list[str]) -> Account:
    found = [
        account
        for account in comparison.accounts
        if sorted(name_of(note.report) for note in account.story.reports) == sorted(names)
    ]
    assert len(found) == 1, [[name_of(n.report) for n in a.story.reports] for a in comparison.accounts]
    return found[0]


@pytest.fixture(scope="module")
def sarvane(comparison: Comparison) -> Lineage:
    return account_of(comparison, SARVANE["reports"]).lineage


@pytest.fixture(scope="module")
def ennor(comparison: Comparison) -> Lineage:
    return account_of(comparison, ENNOR["reports"]).lineage


# --- what is read -------------------------------------------------------------------------------


def test_all_are_read(comparison: Comparison, notes: dict[str, Annotations]) -> None:
    assert comparison.errors == ()
    assert comparison.duplicates == ()
    assert sorted(notes) == sorted(GOLD["reports"])


@pytest.mark.parametrize("name", sorted(GOLD["reports"]))
def test_head_of_the_report(name: str, notes: dict[str, Annotations]) -> None:
    report, gold = notes[name].report, GOLD["reports"][name]
    if "outlet" in gold:
        assert (report.outlet, report.published) == (gold["outlet"], gold["published"])
    agencies = {credit.name for credit in report.credits}
    assert bool(agencies) == gold["credits_the_agency"], agencies
    assert agencies <= set(SARVANE["agency"])


def test_furniture_is_nobodys_sentence(notes: dict[str, Annotations]) -> None:
    sentences = [note.report.text[start:end] for note in notes.values() for start, end in note.sentences]
    for words in GOLD["furniture"]:
        assert not [sentence for sentence in sentences if words in sentence]


def test_two_stories(comparison: Comparison, sarvane: Lineage, ennor: Lineage) -> None:
    assert len(comparison.accounts) == 2


# --- the shooting: one wire text, one independent report ------------------------------------------


def pairs_that_share(lineage: Lineage, ids: dict[str, str], kinds: set[str]) -> set[frozenset[str]]:
    names = {id: name for name, id in ids.items()}
    return {
        frozenset((names[copy.a], names[copy.b]))
        for copy in lineage.copies
        if any(passage.shared in kinds for passage in copy.passages)
    }


def test_each_two_of_the_five_share_copied_prose(sarvane: Lineage, ids: dict[str, str]) -> None:
    assert pairs_that_share(sarvane, ids, {"copy"}) == set(map(frozenset, combinations(SARVANE["from_the_agency"], 2)))


def test_the_address_is_public_words(sarvane: Lineage, ids: dict[str, str]) -> None:
    public = pairs_that_share(sarvane, ids, {"quote", "statement"})
    assert public >= set(map(frozenset, SARVANE["public_words"]))


def text_at(place: Place, notes: dict[str, Annotations], ids: dict[str, str]) -> str:
    note = next(notes[name] for name, id in ids.items() if id == place.report)
    return note.report.text[place.span.start : place.span.end]


def normal(text: str) -> str:
    """Line ends and hyphens at line ends are the page's, quotation marks the printer's."""
    return " ".join(text.replace("’", "'").split())


def kind_of_origin(name: str, words: str, lineage: Lineage, notes: dict[str, Annotations]) -> str:
    """The kind of the one origin that holds the sentence with these words."""
    report = notes[name].report
    sentences = [s for s in notes[name].sentences if normal(words) in normal(report.text[s.start : s.end])]
    assert len(sentences) == 1, (name, words)
    kinds = [
        origin.kind
        for origin in lineage.origins
        for place in origin.passages
        if place.report == report.id and overlap(place.span, sentences[0])
    ]
    assert len(kinds) == 1, (name, words, kinds)
    return kinds[0]


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def test_one_credited_origin_behind_the_five(sarvane: Lineage, ids: dict[str, str]) -> None:
    credited = [origin for origin in sarvane.origins if origin.kind == "credited"]
    assert len(credited) == 1
    assert credited[0].label in SARVANE["agency"]
    assert {place.report for place in credited[0].passages} == {ids[name] for name in SARVANE["from_the_agency"]}
    assert descendants(credited[0].id, sarvane) == {ids[name] for name in SARVANE["from_the_agency"]}


def descendants(parent: str, lineage: Lineage) -> set[str]:
    children = {descent.child for descent in lineage.descents if descent.parent == parent}
    return children.union(*(descendants(child, lineage) for child in children))


@pytest.mark.parametrize(("name", "words"), SARVANE["wire_sentences"])
def test_sentence_of_the_wire(name: str, words: str, sarvane: Lineage, notes: dict[str, Annotations]) -> None:
    assert kind_of_origin(name, words, sarvane, notes) == "credited"


@pytest.mark.parametrize(("name", "words"), SARVANE["additions"])
def test_addition(name: str, words: str, sarvane: Lineage, notes: dict[str, Annotations]) -> None:
    assert kind_of_origin(name, words, sarvane, notes) == "addition"


def test_independent_report_is_all_its_own(sarvane: Lineage, ids: dict[str, str]) -> None:
    independent = {ids[name] for name in SARVANE["independent"]}
    kinds = {o.kind for o in sarvane.origins for place in o.passages if place.report in independent}
    assert kinds == {"own"}


def test_no_report_is_called_a_parent_wrongly(sarvane: Lineage, ids: dict[str, str]) -> None:
    names = {id: name for name, id in ids.items()}
    arrows = [
        [names[descent.parent], names[descent.child]]
        for descent in sarvane.descents
        if descent.parent in names and descent.directed
    ]
    assert all(arrow in SARVANE["report_parents"] for arrow in arrows)


def test_two_texts_behind_six_reports(sarvane: Lineage) -> None:
    low, high = sarvane.texts
    fewest, most = SARVANE["texts"]
    assert low == fewest
    assert fewest <= high <= most


# --- the edit lens ------------------------------------------------------------------------------


def sides_of(edit: Edit, notes: dict[str, Annotations], ids: dict[str, str]) -> dict[str, str]:
    names = {id: name for name, id in ids.items()}
    return {names[place.report]: text_at(place, notes, ids) for place in (edit.a, edit.b)}


def shows(gold: dict[str, Any], edit: Edit, notes: dict[str, Annotations], ids: dict[str, str]) -> bool:
    """Whether the edit lies between the two reports (or one of several with the same wording) and has the words."""
    sides = sides_of(edit, notes, ids)
    if edit.kind not in gold["kinds"] or len(sides) != 2:
        return False
    one, other = sides.items()
    return any(
        all(name in as_list(names) and normal(words) in normal(text) for (name, text), (names, words) in paired)
        for paired in ([(one, gold["a"]), (other, gold["b"])], [(one, gold["b"]), (other, gold["a"])])
    )


def as_list(names: str | list[str]) -> list[str]:
    return [names] if isinstance(names, str) else names


@pytest.mark.parametrize("gold", SARVANE["edits"], ids=lambda gold: gold["what"])
def test_edit_is_shown(
    gold: dict[str, Any], sarvane: Lineage, notes: dict[str, Annotations], ids: dict[str, str]
) -> None:
    assert [edit for edit in sarvane.edits if shows(gold, edit, notes, ids)]


def test_what_both_have_is_neither_cut_nor_added(
    sarvane: Lineage, notes: dict[str, Annotations], ids: dict[str, str]
) -> None:
    one, other, beginnings = SARVANE["in_both"]
    for edit in sarvane.edits:
        sides = sides_of(edit, notes, ids)
        if edit.kind in ("cut", "added") and sides.keys() == {one, other}:
            assert not [words for words in beginnings if words in "".join(sides.values())], sides


def is_spelling(edit: Edit, notes: dict[str, Annotations], ids: dict[str, str]) -> bool:
    words = sorted(normal(text).lower().strip(" ,.") for text in sides_of(edit, notes, ids).values())
    return any(words == sorted(pair) for pair in SARVANE["spellings"])


def test_telling_edits_rank_above_spelling(
    sarvane: Lineage, notes: dict[str, Annotations], ids: dict[str, str]
) -> None:
    spelling = [edit.weight for edit in sarvane.edits if is_spelling(edit, notes, ids)]
    telling = [gold for gold in SARVANE["edits"] if gold["what"] in SARVANE["telling"]]
    weights = {
        gold["what"]: max(edit.weight for edit in sarvane.edits if shows(gold, edit, notes, ids)) for gold in telling
    }
    assert min(weights.values()) > max(spelling, default=0.0), weights


# --- the apology: one speech, six texts ---------------------------------------------------------


def test_a_shared_speech_is_no_copying(ennor: Lineage, ids: dict[str, str]) -> None:
    assert pairs_that_share(ennor, ids, {"copy"}) == set()
    every_pair = set(map(frozenset, combinations(ENNOR["reports"], 2)))
    assert pairs_that_share(ennor, ids, {"quote", "statement", "post"}) == every_pair


def test_six_texts(ennor: Lineage, ids: dict[str, str]) -> None:
    assert list(ennor.texts) == ENNOR["texts"]
    assert {origin.kind for origin in ennor.origins} == {"own"}
    assert [descent for descent in ennor.descents if descent.parent in ids.values()] == []


# --- the files ----------------------------------------------------------------------------------


def test_pdfs_are_those_of_their_sources() -> None:
    made = runpy.run_path(str(ROOT / "examples" / "make_pdf.py"))
    sources = made["sources"]()
    assert [source.stem for source in sources] == ["corran-herald", "metro-lantern"]
    for source in sources:
        assert made["pdf_of"](source) == (REPORTS / f"{source.stem}.pdf").read_bytes()
