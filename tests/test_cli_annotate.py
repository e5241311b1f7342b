"""The verb annotate: what it prints, writes and returns."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from stemma.cli import main
from stemma.text import engines
from tests.present.small_engine import SmallEngine

TOLD = (
    "Ferry to sail again\n\nAnna Moss said the Merle would sail on Sunday. “It took 34 days,” she said to the port.\n"
)
OTHER = "Lamp lit\n\nThe lamp of the north pier was lit again on Monday after nine weeks, the harbour office said.\n"
GERMAN = "Fähre läuft aus\n\nDie Fähre läuft am Sonntag wieder aus. „Endlich“, sagte die Kapitänin der Zeitung.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with some reports, and a small engine in place of the trained one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("stemma.text.english.English", SmallEngine)
    engines._loaded.cache_clear()
    (tmp_path / "told.txt").write_text(TOLD, encoding="utf-8")
    (tmp_path / "german.txt").write_text(GERMAN, encoding="utf-8")
    lines = [json.dumps({"id": name, "text": text}) for name, text in (("a", TOLD), ("b", OTHER))]
    (tmp_path / "two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    yield tmp_path
    engines._loaded.cache_clear()


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(main, ["annotate", *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_it_prints_sentences_with_what_was_found() -> None:
    result = run("told.txt", "--layer", "names", "--layer", "tags")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "[Anna [Moss|source]|person] [said|cue] the Merle would sail on Sunday." in result.stdout
    assert "read by small/1" in result.stdout
    assert "\x1b" not in result.stdout


def test_a_layer_can_be_chosen() -> None:
    assert "B-PERSON" in run("told.txt", "--layer", "tokens").stdout
    assert "B-PERSON" not in run("told.txt").stdout
    both = run("told.txt", "--layer", "names", "--layer", "arcs").stdout
    assert "|person]" in both
    assert "root VERB" in both


def test_standard_input_is_read() -> None:
    assert "|person]" in run("-", "--layer", "names", stdin=TOLD.encode()).stdout


def test_files_are_written() -> None:
    result = run("told.txt", "--html", "a.html", "--json", "a.json", "--conllu", "a.conllu")
    assert result.stdout == "Wrote a.html, a.json, a.conllu: 1 report.\n"
    assert Path("a.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["reports"][0]["engine"] == "small/1"
    assert Path("a.conllu").read_text(encoding="utf-8").startswith("# newdoc id = ")


@pytest.mark.parametrize(("option", "start"), [("--html", "<!doctype"), ("--json", "{"), ("--conllu", "# newdoc")])
def test_one_of_them_may_be_standard_output(option: str, start: str) -> None:
    assert run("told.txt", option, "-").stdout.startswith(start)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--html", "-", "--json", "-"), "--html and --json can't both write to standard output"),
        (("--html", "a", "--conllu", "./a"), "--html and --conllu both name a: give two files"),
        (("--json", "told.txt"), "--json told.txt is one of the inputs"),
        (("--json", "no/where.json"), "there is no folder no"),
        (("--layer", "nerves"), "'nerves' is not one of"),
        (("--engine", "latin"), "there is no engine latin"),
        (("--report", "9"), "there is no report 9: give its id, or its number from 1 to 1"),
    ],
)
def test_a_wrong_call_is_refused(arguments: tuple[str, ...], words: str) -> None:
    result = run("told.txt", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_table_of_names_is_read_and_its_errors_name_the_line() -> None:
    Path("names.tsv").write_text("# ours\norganisation\tMerle\n", encoding="utf-8")
    [before] = json.loads(run("told.txt", "--json", "-").stdout)["reports"]
    [after] = json.loads(run("told.txt", "--names", "names.tsv", "--json", "-").stdout)["reports"]
    assert "Merle" not in {entity["name"] for entity in before["entities"]}
    assert "Merle" in {entity["name"] for entity in after["entities"]}
    Path("names.tsv").write_text("organisation\tMerle\nboat\tMerle\n", encoding="utf-8")
    for wrong, words in (("names.tsv", "names.tsv, line 2: must be a kind"), ("no.tsv", "no.tsv: cannot be read")):
        result = run("told.txt", "--names", wrong)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr


def test_one_of_several_reports_is_chosen_by_number_or_id() -> None:
    every = json.loads(run("two.jsonl", "--json", "-").stdout)["reports"]
    assert [entry["uri"] for entry in every] == ["two.jsonl#a", "two.jsonl#b"]
    for wanted in ("2", every[1]["id"]):
        [entry] = json.loads(run("two.jsonl", "--report", wanted, "--json", "-").stdout)["reports"]
        assert entry["uri"] == "two.jsonl#b"
    both = run("two.jsonl", "--report", "2", "--report", "1").stdout
    assert both.startswith(f"   1  {every[0]['id']}  Ferry to sail again")


def test_another_language_is_said_kept_and_shown_but_not_parsed() -> None:
    result = run("german.txt", "told.txt", "--json", "-")
    assert result.exit_code == 0
    assert result.stderr == (
        "stemma: german.txt: no engine read it: its language is de, which english doesn't read; "
        "only quotations, dates in figures and amounts with a sign are read by rules\n"
    )
    german, told = json.loads(result.stdout)["reports"]
    assert (german["language"], german["parse"]) == ("de", None)
    assert [german["text"][slice(*q["span"])] for q in german["quotations"]] == ["„Endlich“"]
    assert told["parse"] is not None
    assert run("german.txt", "--layer", "quotations").stdout.count("„Endlich“|quotation") == 1


def test_without_an_engine_the_rules_alone_are_shown() -> None:
    result = run("told.txt", "--engine", "none", "--layer", "quotations")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "read by no engine (none was asked for)" in result.stdout
    assert "[“It took 34 days,”|quotation]" in result.stdout


def test_what_cannot_be_read_is_named_and_the_rest_goes_on() -> None:
    result = run("empty.txt", "told.txt", "--layer", "names")
    assert result.exit_code == 1
    assert "stemma: empty.txt: " in result.stderr
    assert "|person]" in result.stdout
    assert run("empty.txt").exit_code == 2
    assert run("missing.txt").exit_code == 2


def test_a_paragraph_in_another_language_is_shown_and_not_parsed(folder: Path) -> None:
    told = f"{TOLD}Anna Moss said that nobody on board had been hurt, and that they all wanted to go home.\n"
    other = (
        "die Fähre war am dienstag wieder auf see, und niemand wurde verletzt, als sie dort auf grund lief. "
        "„Das war alles“, hieß es.\n"
    )
    (folder / "mixed.txt").write_text(f"{told}\n{other}\n{told[21:]}", encoding="utf-8")
    [entry] = json.loads(run("mixed.txt", "--json", "-").stdout)["reports"]
    [found] = entry["other_languages"]
    assert (found["language"], entry["text"][slice(*found["span"])]) == ("de", other.strip())
    assert "„Das war alles“" in [entry["text"][slice(*quotation["span"])] for quotation in entry["quotations"]]
    starts = entry["parse"]["tokens"]["start"]
    assert [start for start in starts if found["span"][0] <= start < found["span"][1]] == []
    assert "hieß es.|de]" in run("mixed.txt").stdout
    run("mixed.txt", "--html", "page.html")
    assert '<span class="m languages-paragraph"' in (folder / "page.html").read_text(encoding="utf-8")
