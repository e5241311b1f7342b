"""Inputs in portions: what several processes read apart is what one reads."""

import io
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from stemma.model import Problem, Report
from stemma.read import Portion, ReadSettings, portions, read, read_portions

USING = ReadSettings()
LINES = [
    json.dumps({"id": f"n{n}", "outlet": f"gull{n}.example", "text": f"Lamp {n} on the pier went out. " * 400})
    for n in range(120)
]
"""About 1.4 MB: more than two portions."""


def content(*bad: int) -> bytes:
    """The lines, with broken ones at the given places."""
    return "\n".join("{broken" if n in bad else line for n, line in enumerate(LINES)).encode("utf-8")


def cut(found: Iterable[object]) -> list[Portion]:
    return [item for item in found if isinstance(item, Portion)]


def test_many_lines_are_cut_and_read_the_same(tmp_path: Path) -> None:
    path = tmp_path / "pile.jsonl"
    path.write_bytes(content(3, 119))
    found = cut(portions([path], USING))
    assert len(found) > 2
    whole = list(read([path]))
    assert [item for portion in found for item in read_portions([portion], USING)] == whole
    assert sum(isinstance(item, Report) for item in whole) == 118
    assert [item.input for item in whole if isinstance(item, Problem)] == [f"{path}:4", f"{path}:120"]


def test_lines_of_standard_input_are_cut_too() -> None:
    found = cut(portions(["-"], USING, io.BytesIO(content())))
    assert len(found) > 2
    assert sum(1 for _ in read_portions(found, USING)) == 120


@pytest.mark.parametrize("name", ["small.jsonl", "report.txt", "page.html"])
def test_other_files_are_whole(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(LINES[0], encoding="utf-8")
    [portion] = cut(portions([path], USING))
    assert (portion.lines, portion.size) == ((), path.stat().st_size)


def test_what_is_missing_is_a_problem(tmp_path: Path) -> None:
    [problem] = portions([tmp_path / "none.txt"], USING)
    assert isinstance(problem, Problem)
    assert "no such file" in problem.reason


def test_a_file_that_goes_away_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The lamp on the pier went out.", encoding="utf-8")
    found = list(portions([path], USING))
    path.unlink()
    [problem] = read_portions(found, USING)
    assert isinstance(problem, Problem)
