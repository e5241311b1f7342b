"""The main path: what is read, in which order, on how many processes."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from stemma import pipeline
from stemma.errors import SettingsError, StemmaError
from stemma.model import Comparison, Duplicate, Problem, Report
from stemma.partition import Case, apart
from stemma.pipeline import compare, compare_reports
from stemma.present.exchange import dumps
from stemma.processes import Workers
from stemma.reuse import reuse

FERRY = (
    "The ferry Halcyon ran onto rocks off Port Ansel at dawn on Sunday with 214 passengers on board, the port said. "
    "Fishing boats brought all of them ashore within nine hours while the tide rose around the broken hull."
)
VINES = (
    "Growers in the Lower Merrow valley lost half of their vines to a late frost this week, their union wrote. "
    "It asked the province for a fund that would pay for smoke pots before another cold night comes in May."
)


def report(id: str, text: str, outlet: str | None = None) -> Report:
    return Report(id=id, uri=f"{id}.txt", text=text, language="en", sha256="0" * 64, reader="test", outlet=outlet or id)


PILE = [
    report("a", FERRY + "\nNobody at the Gull had seen anything like it in forty years of writing about ships."),
    report("b", "A summer of accidents has begun.\n" + FERRY.replace("214", "241")),
    report("c", VINES),
    report("d", "Cold nights, cold comfort.\n" + VINES),
    report("e", "A library in Elm Cross lends out ladders now, and neighbours queue for them."),
]


def stories(comparison: Comparison) -> list[list[str]]:
    return sorted([note.report.id for note in account.story.reports] for account in comparison.accounts)


def test_reports_that_share_prose_are_one_story() -> None:
    comparison = compare_reports(PILE)
    assert stories(comparison) == [["a", "b"], ["c", "d"], ["e"]]
    assert [note.report.id for note in comparison.reports] == ["a", "b", "c", "d", "e"]
    ferry = next(account for account in comparison.accounts if len(account.story.reports) == 2)
    assert ferry.lineage.copies


def test_order_and_number_of_processes_change_nothing() -> None:
    alone = dumps(compare_reports(PILE))
    assert dumps(compare_reports(reversed(PILE))) == alone
    assert dumps(compare_reports(PILE, jobs=2)) == alone


def test_a_report_given_twice_is_a_duplicate() -> None:
    again = replace(PILE[0], uri="z.txt")
    comparison = compare_reports([*PILE, again, Problem(input="x.pdf", reason="it has a password")])
    assert comparison.duplicates == (Duplicate(input="z.txt", of="a.txt"),)
    assert comparison.errors == (Problem(input="x.pdf", reason="it has a password"),)
    assert len(comparison.reports) == len(PILE)


@pytest.mark.parametrize("jobs", [1, 2])
def test_names_that_are_no_text_are_carried_all_the_same(jobs: int) -> None:
    """File names may be bytes that UTF-8 can't hold; Python gives them as lone surrogates."""
    odd = [replace(of, uri=f"{of.id}\udcff.txt") for of in PILE]
    comparison = compare_reports([*odd, Problem(input="x\udcff", reason="empty")], jobs=jobs)
    assert [note.report.uri for note in comparison.reports] == ["a?.txt", "b?.txt", "c?.txt", "d?.txt", "e?.txt"]
    assert b'"x?"' in dumps(comparison)


def test_nothing_gives_nothing() -> None:
    assert compare_reports([]) == Comparison(reports=(), accounts=())


def test_one_report_is_a_story_of_one() -> None:
    comparison = compare_reports(PILE[:1])
    assert stories(comparison) == [["a"]]
    assert comparison.accounts[0].lineage.texts == (1, 1)


def test_files_in_any_order_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = []
    for of in PILE:
        Path(of.uri).write_text(of.text, encoding="utf-8")
        names.append(of.uri)
    Path("again.txt").write_text(PILE[0].text, encoding="utf-8")
    names += ["again.txt", "missing.txt"]
    content = dumps(compare(names))
    assert dumps(compare(reversed(names))) == content
    assert dumps(compare([Path(name) for name in names])) == content
    found = json.loads(content)
    assert [error["input"] for error in found["errors"]] == ["missing.txt"]


def test_reading_on_several_processes_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [json.dumps({"id": of.id, "outlet": of.outlet, "text": of.text}) for of in PILE]
    filler = [json.dumps({"outlet": f"{n}.example", "text": f"Lamp {n} went out. " * 3000}) for n in range(20)]
    Path("pile.jsonl").write_text("\n".join([*lines, "{broken", *filler, *lines]), encoding="utf-8")
    Path("note.txt").write_text(PILE[0].text, encoding="utf-8")
    names = ["pile.jsonl", "note.txt", "missing.txt"]
    content = dumps(compare(names))
    assert dumps(compare(names, jobs=2)) == content
    found = json.loads(content)
    assert sorted(error["input"] for error in found["errors"]) == ["missing.txt", "pile.jsonl:6"]
    assert len(found["duplicates"]) == len(lines)


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int | None]] = []
    compare_reports(PILE, progress=lambda stage, done, total: told.append((stage, done, total)))
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == ["read", "annotate", "reuse", "group", "trace"]
    last = {stage: (done, total) for stage, done, total in told}
    assert last == {"read": (5, 5), "annotate": (5, 5), "reuse": (1, 1), "group": (1, 1), "trace": (3, 3)}


def test_at_least_one_process_works() -> None:
    with pytest.raises(SettingsError, match="jobs is 0"):
        compare_reports([], jobs=0)


def _end_at_once(payload: bytes) -> bytes:
    os._exit(int(payload))


def test_a_process_that_dies_is_a_clear_error() -> None:
    with pytest.raises(StemmaError, match="fewer jobs"), Workers(1) as workers:
        list(workers.map(_end_at_once, [b"9"]))


def test_each_story_has_its_own_passages_and_they_travel() -> None:
    comparison = compare_reports(PILE)
    shared = reuse([note.report for note in comparison.reports], pipeline.Settings().reuse)
    wanted = {("a", "b"): shared.between("a", "b"), ("c", "d"): shared.between("c", "d")}
    assert all(wanted.values())
    found = {}
    for story, own in apart([account.story for account in comparison.accounts], shared):
        there = Case.of(story, own).passages()
        for passages in (own, there):
            assert passages.ids == tuple(note.report.id for note in story.reports)
            for pair in passages.pairs():
                assert passages.between(*pair) == wanted[pair]
        assert list(own.pairs()) == list(there.pairs())
        found.update(dict.fromkeys(own.pairs(), True))
    assert list(found) == sorted(wanted)
