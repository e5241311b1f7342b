"""Annotated reports on a terminal: what is in brackets, what is below, wrapped and plain."""

import io
import re

import pytest
from rich.console import Console

from stemma.present.annotated_terminal import CHOICES, show
from stemma.present.layers import Annotated
from tests.present.annotated_sample import full, long, read_by_small, report, several, unread


def printed(pile: list[Annotated], *layers: str, width: int = 100, terminal: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=terminal, color_system="standard" if terminal else None)
    show(console, pile, layers)
    return out.getvalue()


def test_the_head_says_who_read_it_and_what_was_found() -> None:
    lines = printed([full()]).splitlines()
    assert lines[0] == "r1.txt  r1"
    assert lines[1] == "  Ferry to sail again"
    assert lines[2] == "  37 words, 4 sentences; language en; read by small/1"
    assert lines[3] == (
        "  found: names 2, mentions 3, times 1, quantities 2, tags 4, attributions 3, quotations 2, events 1"
    )
    assert "read by no engine (its language is de)" in printed([unread(report())])


@pytest.mark.parametrize(
    ("layer", "line"),
    [
        ("names", "   1  [Anna Moss|person] told reporters on Tuesday that the Merle would sail again."),
        ("mentions", "   2  “It took 34 days,” [she|person: Anna Moss] said."),
        ("times", "   1  Anna Moss told reporters on [Tuesday|2031-03-04] that the Merle would sail again."),
        ("quantities", "   2  “It took [34 days|34 day],” she said."),
        ("tags", "   1  Anna [Moss|source] [told|cue] reporters on Tuesday that the Merle would sail again."),
        ("quotations", "   2  [“It took 34 days,”|quotation] she said."),
        ("furniture", "      [Share this page|furniture]"),
        (
            "attributions",
            "      → #3  source “The crew”  cue “denied”  content “that a lamp had failed”  kind: indirect",
        ),
        ("events", "      → travel  predicate “sail”  event “the Merle would sail again”  mode: planned"),
        ("arcs", "        Tuesday  dep PROPN"),
    ],
)
def test_each_layer_on_its_own(layer: str, line: str) -> None:
    lines = printed([full()], layer).splitlines()
    assert [told for told in lines if told.startswith(line)], lines


def test_a_part_that_goes_on_in_the_next_sentence_is_marked_in_both() -> None:
    lines = printed([full()], "quotations").splitlines()
    assert lines[-3].endswith("and [“nobody was hurt.|never closed]")
    assert lines[-2] == "   4  [The crew denied that a lamp had failed.|never closed]"


def test_words_as_a_table() -> None:
    lines = printed([full()], "tokens").splitlines()
    head = next(n for n, line in enumerate(lines) if line.lstrip().startswith("id "))
    assert lines[head].split() == ["id", "form", "lemma", "upos", "xpos", "feats", "head", "deprel", "name"]
    assert lines[head + 1].split()[:6] == ["1", "Anna", "Anna", "PROPN", "NNP", "Number=Sing"]
    assert lines[head + 1].split()[-1] == "B-PERSON"


def test_the_raw_tags_stand_in_where_rules_found_nothing() -> None:
    assert "|cue]" in printed([read_by_small(report())])
    assert "|cue]" not in printed([full()])
    assert "→ #1" in printed([full()])


def test_several_reports_have_an_index() -> None:
    lines = printed(list(several())).splitlines()
    assert lines[0].startswith("   1  r1  Ferry to sail again  (37 words, 4 sentences)")
    assert [line.split()[1] for line in lines[:4]] == ["r1", "r2", "r3", "r4"]


def test_a_terminal_wraps_with_a_hanging_indent_and_a_pipe_does_not() -> None:
    narrow = printed([full()], "names", width=40, terminal=True).split("\n")
    assert "\x1b[" in "".join(narrow)
    plain = printed([full()], "names", width=40).splitlines()
    assert max(map(len, plain)) > 60
    assert "\x1b" not in "".join(plain)
    bare = re.sub(r"\x1b\[[\d;]*m", "", printed([full()], "names", width=40, terminal=True)).splitlines()
    first = next(n for n, line in enumerate(bare) if line.startswith("   1  "))
    assert bare[first + 1].startswith("      ") and bare[first + 1].strip()
    assert max(map(len, bare[first : first + 3])) <= 40


@pytest.mark.parametrize("layer", CHOICES)
def test_nothing_a_report_holds_commands_the_terminal(layer: str) -> None:
    hostile = report("Anna Moss said \x1b[31mred\x1b[0m and [bold]loud[/bold] \u202eback. \x07", "r9", "\x1b[2J\x07")
    told = printed([read_by_small(hostile)], layer)
    assert not set(told) & {"\x1b", "\x07", "\u202e"}
    assert "[bold]loud" in told or layer in ("names", "tokens", "arcs")


@pytest.mark.parametrize("layer", CHOICES)
def test_a_sentence_without_end_is_printed(layer: str) -> None:
    assert printed([read_by_small(report("lamp " * 3_000))], layer).count("lamp") >= 3_000
    assert printed([long(200)], layer).count("Tarn Holm") >= 1
