"""The command: what it prints, writes and returns, and that bad input never ends in a traceback."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click
import jsonschema
import pytest
from click.testing import CliRunner, Result

from stemma.cli import main
from stemma.model import Comparison
from stemma.present import exchange
from stemma.present.exchange import schema

ROOT = Path(__file__).parents[1]
FERRY = (
    "The ferry Halcyon ran onto rocks off Port Ansel at dawn on Sunday with 214 passengers on board, the port said. "
    "Fishing boats brought all of them ashore within nine hours while the tide rose around the broken hull.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two good reports and some bad inputs, made the working folder."""
    monkeypatch.chdir(tmp_path)
    good = tmp_path / "good"
    good.mkdir()
    (good / "gull.txt").write_text("Ferry aground\n\n" + FERRY, encoding="utf-8")
    (good / "tern.txt").write_text("A bad year at sea\n\n" + FERRY.replace("214", "241"), encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 40)
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(main, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def program(*arguments: str, **more: object) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "stemma", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


# --- compare --------------------------------------------------------------------------------------


def test_without_an_output_it_prints_a_summary(folder: Path) -> None:
    result = run("compare", "good")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("2 reports, 1 story told by more than one.")
    assert "a text without an agreed credit, in: " in result.stdout
    assert '"214"' in result.stdout
    assert '"241"' in result.stdout


def test_page_and_json_are_written(folder: Path) -> None:
    result = run("compare", "good", "-o", "report.html", "--json", "report.json")
    assert result.exit_code == 0
    assert result.stdout == "Wrote report.html and report.json: 2 reports in 1 story.\n"
    assert (folder / "report.html").read_bytes().lstrip().lower().startswith(b"<!doctype html>")
    found = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    jsonschema.validate(found, schema())
    assert [report["uri"] for report in sorted(found["reports"], key=lambda r: str(r["uri"]))] == [
        str(Path("good/gull.txt")),
        str(Path("good/tern.txt")),
    ]
    assert sorted(path.name for path in folder.iterdir()) == [
        "empty.txt",
        "good",
        "noise.bin",
        "report.html",
        "report.json",
    ]


def test_json_to_standard_output_is_json_alone(folder: Path) -> None:
    result = run("compare", "good", "--json", "-")
    assert json.loads(result.stdout)["stemma"] == "1"


def test_page_to_standard_output_is_a_page_alone(folder: Path) -> None:
    result = run("compare", "good", "-o", "-")
    assert result.stdout.lstrip().lower().startswith("<!doctype html>")


def test_processes_change_no_byte(folder: Path) -> None:
    run("compare", "good", "--json", "one.json")
    run("compare", "good", "--json", "two.json", "--jobs", "2")
    assert (folder / "one.json").read_bytes() == (folder / "two.json").read_bytes()


def test_standard_input_is_read(folder: Path) -> None:
    result = run("compare", "-", "good/tern.txt", "--json", "-", stdin=("Ferry aground\n\n" + FERRY).encode())
    assert result.exit_code == 0
    assert sorted(report["uri"] for report in json.loads(result.stdout)["reports"])[0] == "-"


def test_a_bad_input_is_named_and_the_others_go_on(folder: Path) -> None:
    result = run("compare", "missing.txt", "empty.txt", "noise.bin", "good", "--json", "-")
    assert result.exit_code == 1
    assert [line.split(": ")[:2] for line in result.stderr.splitlines()] == [
        ["stemma", "empty.txt"],
        ["stemma", "missing.txt"],
        ["stemma", "noise.bin"],
    ]
    found = json.loads(result.stdout)
    assert len(found["reports"]) == 2
    assert [error["input"] for error in found["errors"]] == ["empty.txt", "missing.txt", "noise.bin"]


def test_nothing_to_read_is_said(folder: Path) -> None:
    result = run("compare", "missing.txt", "-o", "report.html", "--json", "report.json")
    assert result.exit_code == 2
    assert "nothing could be read" in result.stderr
    assert not (folder / "report.html").exists()
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["errors"][0]["input"] == "missing.txt"


WRONG_CALLS = {
    "no input": (["compare"], "INPUT"),
    "an input without a name": (["compare", "good", ""], "empty name"),
    "unknown verb": (["divine", "good"], "divine"),
    "unknown option": (["compare", "good", "--speed"], "--speed"),
    "no process": (["compare", "good", "--jobs", "0"], "--jobs"),
    "two outputs to one place": (["compare", "good", "-o", "-", "--json", "-"], "standard output"),
    "two outputs to one file": (["compare", "good", "-o", "x.html", "--json", "./x.html"], "give two files"),
    "folder missing": (["compare", "good", "-o", "out/report.html"], "make it first"),
    "output is a folder": (["compare", "good", "--json", "good"], "is a folder"),
    "page over an input": (
        ["compare", "good/gull.txt", "-o", "good/../good/gull.txt"],
        "-o good/../good/gull.txt is one of the inputs: give another name",
    ),
    "facts over an input": (["compare", "good", "empty.txt", "--json", "empty.txt"], "--json empty.txt is one of the"),
}


@pytest.mark.parametrize(("arguments", "said"), WRONG_CALLS.values(), ids=WRONG_CALLS.keys())
def test_a_wrong_call_is_explained(folder: Path, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_failed_write_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "report.json").write_text("old", encoding="utf-8")

    def full(comparison: Comparison) -> Iterator[bytes]:
        yield b"{"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exchange, "chunks", full)
    result = run("compare", "good", "--json", "report.json")
    assert result.exit_code == 2
    assert result.stderr == "stemma: report.json: No space left on device\n"
    assert (folder / "report.json").read_text(encoding="utf-8") == "old"
    assert not list(folder.glob(".*"))


def test_a_failed_start_of_a_write_names_the_file_that_was_given(folder: Path) -> None:
    name = "a" * 250
    result = run("compare", "good", "--json", name)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"stemma: {name}: ")


def test_an_input_is_not_lost_to_an_output(folder: Path) -> None:
    before = (folder / "good" / "gull.txt").read_bytes()
    run("compare", "good/gull.txt", "-o", str(folder / "good" / "gull.txt"))
    assert (folder / "good" / "gull.txt").read_bytes() == before


def test_more_processes_than_help_are_not_started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(*inputs: object, jobs: int, **more: object) -> Comparison:
        asked.append(jobs)
        return Comparison(reports=(), accounts=())

    monkeypatch.setattr("stemma.cli.compare", counted)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    for jobs in ("1", "6", "7", "100000"):
        run("compare", "good", "--jobs", jobs)
    assert asked == [1, 6, 6, 6]


def test_its_own_page_is_no_report(folder: Path) -> None:
    run("compare", "good", "-o", "good/report.html")
    again = run("compare", "good")
    assert again.exit_code == 0
    assert again.stdout.startswith("2 reports, ")
    assert again.stderr == "stemma: good: passed over 1 file that holds no reports (1 made by Stemma)\n"
    named = run("read", "good/report.html")
    assert named.exit_code == 2
    assert named.stderr == "stemma: good/report.html: this is a page that Stemma made, no report\n"


def test_reports_cannot_command_the_terminal(folder: Path) -> None:
    (folder / "good" / "gull.txt").write_text("\x1b[31mFerry\x07 aground\n\n" + FERRY, encoding="utf-8")
    for verb in ("compare", "read"):
        result = run(verb, "good")
        assert result.exit_code == 0
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", result.stdout)


def test_one_report_is_fine(folder: Path) -> None:
    result = run("compare", "good/gull.txt")
    assert result.exit_code == 0
    assert "1 report with no other report of the same story in this pile." in result.stdout


# --- read -----------------------------------------------------------------------------------------


def test_read_shows_what_was_read(folder: Path) -> None:
    result = run("read", "good/gull.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith(str(Path("good/gull.txt")) + "\n")
    assert "The ferry Halcyon ran onto rocks" in result.stdout


def test_read_marks_furniture() -> None:
    result = run("read", str(ROOT / "examples" / "reports"))
    assert result.exit_code == 0
    assert "[furniture: " in result.stdout


def test_read_gives_json_lines(folder: Path) -> None:
    result = run("read", "good", "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(lines) == 2
    for line in lines:
        jsonschema.validate({**EMPTY, "reports": [line]}, schema())


EMPTY = {"stemma": "1", "errors": [], "reports": [], "entities": [], "stories": []}


def test_read_names_bad_input(folder: Path) -> None:
    assert run("read", "missing.txt", "good").exit_code == 1
    result = run("read", "missing.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("stemma: missing.txt: ")


# --- demo, schema, help ---------------------------------------------------------------------------


def test_demo_compares_the_examples_and_says_which_file_to_open(folder: Path) -> None:
    result = run("demo", "--output", "shown/here")
    assert (result.exit_code, result.stderr) == (0, "")
    shown = folder / "shown" / "here"
    assert f"Open this file in a browser: {(shown / 'report.html').resolve()}" in result.stdout
    examples = {path.name: path.read_bytes() for path in (ROOT / "examples" / "reports").iterdir() if path.is_file()}
    assert {path.name: path.read_bytes() for path in (shown / "reports").iterdir()} == examples
    found = json.loads((shown / "report.json").read_text(encoding="utf-8"))
    assert len(found["reports"]) == 12
    assert found["reports"][0]["uri"].startswith("shown")
    assert run("demo", "--output", "shown/here").exit_code == 0


def test_schema_prints_the_schema() -> None:
    assert json.loads(run("schema").stdout) == schema()


def test_version() -> None:
    assert run("--version").stdout == f"stemma, version {version('stemma-news')}\n"


@pytest.mark.parametrize("verb", ["annotate", "compare", "read", "demo", "schema"])
def test_help_has_an_example(verb: str) -> None:
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert re.search(rf"Examples?:\n\s+stemma {verb}", result.stdout)


def test_every_verb_is_tested_here() -> None:
    assert isinstance(main, click.Group)
    assert sorted(main.commands) == ["annotate", "compare", "demo", "read", "schema"]


def test_without_an_engine_nobody_speaks_but_copies_are_found(folder: Path) -> None:
    read, rules = (
        json.loads(run("compare", "good", "--engine", name, "--json", "-").stdout) for name in ("english", "none")
    )
    assert any(report["mentions"] for report in read["reports"])
    assert not any(report["mentions"] or report["attributions"] for report in rules["reports"])
    assert rules["stories"][0]["lineage"]["copies"] and not rules["stories"][0]["statements"]


def test_an_engine_that_there_is_not_is_refused(folder: Path) -> None:
    result = run("compare", "good", "--engine", "latin")
    assert result.exit_code == 2
    assert "there is no engine latin" in result.stderr


# --- as a program ---------------------------------------------------------------------------------


def test_python_m_stemma_is_the_same_program(folder: Path) -> None:
    ran = program("compare", "good", "missing.txt")
    assert ran.returncode == 1
    assert ran.stdout.decode().startswith("2 reports, 1 story")
    assert ran.stderr.decode().startswith("stemma: missing.txt: ")
    assert ran.stderr.decode().count("\n") == 1


def test_no_bars_in_a_pipe(folder: Path) -> None:
    ran = program("compare", "good", "--json", "-")
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("verb", [["schema"], ["read", "good"], ["compare", "good", "--json", "-"]])
def test_a_reader_that_goes_away_is_no_failure(folder: Path, verb: list[str]) -> None:
    out, into = os.pipe()
    os.close(out)
    command = [sys.executable, "-m", "stemma", *verb]
    ran = subprocess.run(command, stdout=into, stderr=subprocess.PIPE, check=False)
    os.close(into)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_an_interrupt_ends_it_quietly(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("stemma.cli.compare", interrupted)
    result = run("compare", "good")
    assert (result.exit_code, result.stdout) == (130, "")
    assert result.stderr.strip() == "stemma: interrupted"
