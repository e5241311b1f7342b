"""The documents keep their word: commands exist, links lead somewhere, every verb is documented."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from stemma.cli import main

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    page for place in ("*.md", "docs/**/*.md", "examples/*.md", "benchmarks/*.md") for page in ROOT.glob(place)
)
GUIDES = [ROOT / "README.md", *sorted(ROOT.glob("docs/guide/*.md"))]
LINK = re.compile(r"\]\((?!https?://)([^)\s]+)\)")
CODE = re.compile(r"^    (\S.*)$|`([^`\n]+)`", re.MULTILINE)
PLACEHOLDER = re.compile(r"(?<!\w)@\w+@")
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def commands(page: Path) -> list[list[str]]:
    """The `stemma ...` commands of a page, split into words."""
    found = []
    for block, inline in CODE.findall(page.read_text(encoding="utf-8")):
        words = shlex.split((block or inline).replace("'", ""), comments=True)
        if words and Path(words[0]).name == "stemma" and len(words) > 1:
            found.append(words[1:])
    return found


def verbs() -> dict[str, click.Command]:
    assert isinstance(main, click.Group)
    return dict(main.commands)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        path, _, anchor = target.partition("#")
        linked = (page.parent / path) if path else page
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_nothing_is_left_to_be_filled_in(page: Path) -> None:
    assert PLACEHOLDER.findall(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", GUIDES, ids=name)
def test_commands_exist_with_their_options(page: Path) -> None:
    found = commands(page)
    assert found
    for verb, *arguments in found:
        assert verb in verbs(), verb
        known = {option for parameter in verbs()[verb].params for option in parameter.opts} | {"--help"}
        assert {word for word in arguments if word.startswith("-") and word != "-"} <= known, arguments


def test_every_verb_is_in_a_guide_and_has_an_example() -> None:
    documented = {words[0] for page in GUIDES for words in commands(page)}
    assert documented >= set(verbs())
    for verb, command in verbs().items():
        assert f"stemma {verb}" in command.get_help(click.Context(command, info_name=f"stemma {verb}")), verb


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = sorted(ROOT.glob("docs/*/*.md"))
    assert pages
    assert [page for page in pages if page.relative_to(ROOT / "docs").as_posix() not in index] == []


@pytest.mark.parametrize("target", re.findall(r"`make (\w+)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
def test_make_targets_exist(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", [ROOT / "docs/guide/programmer.md", ROOT / "docs/guide/researcher.md"], ids=name)
def test_python_of_the_guides_runs(page: Path, tmp_path: Path) -> None:
    """The blocks of a page, in their order, in a folder where its command was run."""
    blocks = PYTHON.findall(page.read_text(encoding="utf-8"))
    assert blocks
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    make = [sys.executable, "-m", "stemma", "compare", "examples/reports", "--json", "report.json"]
    subprocess.run(make, cwd=tmp_path, check=True, capture_output=True)
    script = [sys.executable, "-W", "error", "-c", "\n".join(blocks)]
    ran = subprocess.run(script, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip()
