"""The page as bytes: whole, inert, deterministic, of a sane size."""

import json
import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser

import pytest

from stemma.errors import SettingsError
from stemma.model import Comparison, Note
from stemma.present.html import page
from stemma.present.pile_view import PileView
from stemma.present.report_view import name_of, written_day
from stemma.present.shown import markup, plain
from stemma.present.view import PageSettings
from tests.present.invented import couple, crowd, dozen, ferry, hostile, library
from tests.present.sample import Draft, Line, Plan, comparison

VOID = {"meta", "input", "br", "img", "link", "hr"}
PILES = {"couple": couple(), "dozen": dozen(), "hostile": hostile(), "empty": Comparison(reports=(), accounts=())}


class Outline(HTMLParser):
    """Ids, links, tags and texts of a page, and whether its tags close in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.texts: dict[str, str] = {}
        self.inside: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in values.items()]
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values["href"])
        if tag not in VOID:
            self.open.append(tag)
        if values.get("class") == "text":
            self.inside = values["id"].removeprefix("t-")
            self.texts[self.inside] = ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "div":
            self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside is not None:
            self.texts[self.inside] += data


def outline(comparison: Comparison) -> Outline:
    return Outline(page(comparison).decode("utf-8"))


@pytest.mark.parametrize("pile", PILES.values(), ids=PILES)
def test_tags_close_ids_are_unique_and_links_arrive(pile: Comparison) -> None:
    found = outline(pile)
    assert found.open == []
    assert len(found.ids) == len(set(found.ids))
    missing = [link for link in found.links if not link.startswith("#") or link[1:] not in found.ids]
    assert missing == []


@pytest.mark.parametrize("pile", PILES.values(), ids=PILES)
def test_the_page_asks_nothing_of_the_network(pile: Comparison) -> None:
    html = page(pile).decode("utf-8")
    assert any("default-src 'none'" in value for tag, _, value in outline(pile).attributes if tag == "meta")
    loading = {"src", "srcset", "action", "formaction", "poster", "data", "background", "ping", "xlink:href"}
    assert [a for a in outline(pile).attributes if a[1] in loading or a[1].startswith("on")] == []
    assert "@import" not in html
    assert not re.search(r"url\((?!#)", html)


@pytest.mark.parametrize("pile", PILES.values(), ids=PILES)
def test_each_text_is_in_the_page_as_it_was_read(pile: Comparison) -> None:
    texts = list(outline(pile).texts.values())
    assert sorted(texts) == sorted(plain(notes.report.text) for notes in pile.reports)


def test_the_same_comparison_gives_the_same_page_in_any_order() -> None:
    pile = dozen()
    turned = replace(pile, reports=pile.reports[::-1], accounts=pile.accounts[::-1])
    assert page(pile) == page(dozen()) == page(turned)


def test_numbers_stand_first() -> None:
    html = page(dozen()).decode("utf-8")
    words = sum(len(n.report.text[s:e].split()) for n in dozen().reports for s, e in n.sentences)
    numbers = re.findall(r"<dt>([^<]*)</dt><dd>(?:<a href=\"#[^\"]+\">)?([^<]*)<", html)
    assert numbers[:4] == [
        ("reports read", "12"),
        ("stories told by several reports", "2"),
        ("reports on their own", "2"),
        ("words, page furniture left out", str(words)),
    ]  # fmt: skip
    assert ("independent texts behind them", "2–4") in numbers
    assert ("unseen texts behind several reports", "2") in numbers
    assert ("reports with copied prose", "6") in numbers


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("2 inputs could not be read, 1 duplicate left out", id="what failed"),
        pytest.param("has no text layer", id="why it failed"),
        pytest.param("direction undetermined", id="an arrow without a head"),
        pytest.param("Public words shared, no copying claimed", id="public words"),
        pytest.param("<bdi>blog-of-the-strait</bdi>", id="a report without an outlet goes by its file"),
        pytest.param("shares its slip of the pen", id="a reason"),
        pytest.param("no counterpart in this story of 7", id="no counterpart, and among how many"),
        pytest.param("that no other report in this pile of 12 tells", id="alone, and among how many"),
    ],
)
def test_the_page_says(words: str) -> None:
    assert words in page(dozen()).decode("utf-8")


def test_what_is_not_there_is_not_claimed() -> None:
    html = page(couple()).decode("utf-8")
    assert "could not be read" not in html
    assert "Public words shared" not in html
    assert "no counterpart in this pile of 2" in html


def test_size_grows_with_the_reports_and_not_with_their_pairs() -> None:
    small, large = (len(page(crowd(size))) for size in (15, 60))
    assert large < 4.6 * small


def test_a_long_report_has_fewer_tiles_than_sentences() -> None:
    lines: list[Line] = [("", "own", f"Sentence {n} of a log that nobody shares.") for n in range(900)]
    pile = comparison(Plan(drafts=[Draft("Log", "Log", lines), Draft("Note", "Note", lines[:2])], texts=(2, 2)))
    html = page(pile).decode("utf-8")
    assert html.count('class="s own"') == 902
    assert html.count('class="t own"') < 10


def test_data_holds_no_words_of_reports() -> None:
    html = page(hostile()).decode("utf-8")
    (data,) = re.findall(r'<script type="application/json" class="pairs">(.*?)</script>', html, re.S)
    reports, pairs = json.loads(data)
    assert len(reports) == 2
    assert len(pairs) == 1
    assert "owned" not in data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b & \"c\"", "a &lt; b &amp; &#34;c&#34;"),
        ("\u202eabc", '<span class="ctl" data-u="RLO">▯</span>abc'),
        ("\u2066x\u2069", '<span class="ctl" data-u="LRI">▯</span>x<span class="ctl" data-u="PDI">▯</span>'),
        ("nul\x00 cr\r bell\x07", "nul␀ cr␍ bell␇"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("tab\tand\nline", "tab\tand\nline"),
    ],
)  # fmt: skip
def test_control_characters_become_visible_one_for_one(text: str, expected: str) -> None:
    assert str(markup(text)) == expected
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("day", "written"), [("2031-03-09", "9 March 2031"), ("2031-03", "2031-03"), ("2031", "2031"), ("", "")]
)
def test_days_are_written_out_where_they_are_whole(day: str, written: str) -> None:
    assert written_day(day) == written


@pytest.mark.parametrize("wrong", [{"heavy": 1.5}, {"partners": 0}, {"edits": 0}])
def test_settings_out_of_range_are_refused(wrong: dict[str, float]) -> None:
    (name,) = wrong
    with pytest.raises(SettingsError, match=f"'{name}'"):
        PageSettings(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outlet", "lines"),
    [
        ("Coast Radio", ["Coast Radio (1)"]),
        ("The Calder Ledger", ["The Calder", "Ledger (1)"]),
        ("Evening Correspondent of the Northern Sound", ["Evening", "Correspondent o…(1)"]),
        ("W" * 50, ["W" * 20, "W" * 15 + "…(1)"]),
    ],
)
def test_long_outlet_names_take_two_lines_of_a_box(outlet: str, lines: list[str]) -> None:
    line: Line = ("w1", "wire", "The ferry came in late.")
    pile = PileView(
        comparison(Plan(drafts=[Draft(outlet, "a", [line]), Draft(outlet, "b", [line, line])])), PageSettings(), None
    )
    (story,) = pile.told
    found = next(view.lines for view in story.reports if view.number == 1)
    assert [text.replace("\u00a0", " ").replace("… ", "…") for text in found] == lines
    assert max(map(len, found)) <= 21


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("pile/harbour-note.txt", "harbour-note"),
        ("C:\\pile\\note.html", "note"),
        ("pile.jsonl#r7", "pile#r7"),
        (".hidden", ".hidden"),
        ("-#3", "-#3"),
        ("v1.2 of the log", "v1.2 of the log"),
    ],
)
def test_a_report_without_an_outlet_goes_by_its_file_without_suffix(uri: str, name: str) -> None:
    line: Line = ("", "own", "The ferry came in late.")
    (notes,) = comparison(Plan(drafts=[Draft(None, None, [line], uri=uri)])).reports
    assert name_of(notes.report) == name


def test_stories_with_copying_come_first() -> None:
    one: list[Line] = [("", "own", f"Sentence {n} of its own.") for n in range(3)]
    apart = Plan(drafts=[Draft(f"Paper {n}", "Apart", one[n : n + 1]) for n in range(3)])
    pile = PileView(comparison(apart, library(), ferry()), PageSettings(), None)
    assert [len(story.copying) for story in pile.told] == [6, 2, 0]


def test_only_the_first_stories_of_a_small_pile_stand_outside_of_noscript() -> None:
    small = page(dozen()).decode("utf-8")
    assert small.index('id="side-0"') < small.index("<noscript>") < small.index('id="side-1"')
    large = page(comparison(*(plan() for plan in (ferry, library, pier, quay)))).decode("utf-8")
    assert large.index("<noscript>") < large.index('id="side-0"')


def pier() -> Plan:
    lines: list[Line] = [("p9", "a", "The lamp of the north pier was lit again, the keeper said.")]
    return Plan(drafts=[Draft(f"Pier {n}", "Pier", lines) for n in "ab"], origins={"a": ("inferred", None)})


def quay() -> Plan:
    lines: list[Line] = [("k9", "a", "Two cranes were sold to a yard on the far shore last week.")]
    return Plan(drafts=[Draft(f"Quay {n}", "Quay", lines) for n in "ab"], origins={"a": ("inferred", None)})


@dataclass(frozen=True)
class Limits:
    """How much is too much."""

    most: int = 2_000


@dataclass(frozen=True)
class Stages:
    """Settings of two stages."""

    reading: Limits = Limits()
    guessing: bool = True


def test_the_pile_states_what_was_read_and_its_settings() -> None:
    pile = replace(
        dozen(),
        notes=(Note(input="pile/feed.xml", reason="2 of its 9 items hold fewer than 20 words"),),
    )
    section = page(pile, settings=Stages()).decode("utf-8").split('id="pile"')[1]
    for words in (
        "12 from 12 files",
        "What failed: 2",
        "has no text layer",
        "What was passed over: 1",
        "2 of its 9 items",
        "Duplicates left out: 1",
        "How much is too much.",
        "<code>most</code></dt><dd>2,000",
        "<code>heavy</code></dt><dd>0.5",
    ):
        assert words in section, words


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("2 reports agree against others in 2 places", id="why a branch"),
        pytest.param("α₁", id="a branch by its name"),
        pytest.param("same outlet", id="two reports of one outlet"),
        pytest.param(">sentences 1–3</a>", id="an origin by its sentences"),
    ],
)
def test_claims_show_their_evidence(words: str) -> None:
    plan = ferry()
    plan.drafts[4].outlet = "The Sellick Times"
    assert words in page(comparison(plan)).decode("utf-8")


def test_each_number_and_line_leads_to_its_evidence() -> None:
    html = page(dozen()).decode("utf-8")
    numbers = re.findall(r"</dt><dd>(<a href|0<)", html.split('class="story entry"')[1])
    assert numbers[:5] == ["<a href"] * 5
    rows = re.findall(r'<tr id="[^"]+-e\d+".*?</tr>', html, re.S)
    assert len(rows) > 10
    assert all(row.split("<td>")[-1].count("<a ") for row in rows)
