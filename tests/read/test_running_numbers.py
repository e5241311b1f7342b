"""Running lines whose own words hold the mark that stands for a number."""

import io
from importlib import import_module
from pathlib import Path

import pytest

from stemma.model import Problem, Report
from stemma.read import read
from stemma.read.draft import Draft
from stemma.read.reports import report_from

PAGES = "Ruritania Monthly Report\n\n" + "\n\n".join(
    f"The council of Strelsau met for the {word} time and voted on the harbour dues again.\n{line}"
    for word, line in zip(
        ("first", "second", "third", "fourth", "fifth"),
        (*("3 RURITANIA Review March 2031", "4 RURITANIA Review March 2031"), *["# RURITANIA Review March 2031"] * 3),
        strict=True,
    )
)


def test_a_mask_in_the_text_is_no_number() -> None:
    (report,) = read(["-"], stdin=io.BytesIO(PAGES.encode()))
    assert isinstance(report, Report)
    assert "harbour dues" in report.text


def test_an_error_of_the_reader_stops_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a reader overlooks, the rest of the pile is read, and the input is named."""

    def breaks(draft: Draft, uri: str, sha256: str) -> Report:
        if "bad" in uri:
            raise ValueError("overlooked")
        return report_from(draft, uri, sha256)

    monkeypatch.setattr(import_module("stemma.read.inputs"), "report_from", breaks)
    (tmp_path / "bad.txt").write_text("The ferry sank on Sunday, the coastguard said.", encoding="utf-8")
    (tmp_path / "good.txt").write_text("The ferry was raised on Monday, the owners said.", encoding="utf-8")
    rows = '{"id": "bad", "text": "The bridge is shut."}\n{"id": "fine", "text": "The bridge is open again."}\n'
    (tmp_path / "rows.jsonl").write_text(rows, encoding="utf-8")
    found = list(read([tmp_path]))
    assert len([item for item in found if isinstance(item, Report)]) == 2
    problems = [item for item in found if isinstance(item, Problem)]
    assert sorted(Path(p.input).name for p in problems) == ["bad.txt", "rows.jsonl:1"]
    assert all("overlooked" in p.reason and "report it" in p.reason for p in problems)
