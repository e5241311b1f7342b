"""The annotated page as bytes: whole, inert, deterministic; every layer, and only layers that are there."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from stemma.model import Quotation
from stemma.present.annotated import LISTED, page
from stemma.present.layers import LAYERS, Annotated
from stemma.present.shown import plain
from tests.present.annotated_sample import HEAD, LEAD, full, long, place, read_by_small, report, several, unread

VOID = {"meta", "input", "br", "img", "link", "hr"}
PILES = {"full": [full()], "several": several(), "unread": [unread(report())], "nothing": []}


class Outline(HTMLParser):
    """Ids, links and attributes of a page, its paragraphs without tags and numbers, and whether its tags close."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[tuple[str, str]] = []
        self.paragraphs: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in values.items()]
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if tag == "a" else []
        if tag == "p" and any(css == "text" for _, css in self.open):
            self.paragraphs.append("")
        if tag not in VOID:
            self.open.append((tag, values.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        inside = [tag for tag, _ in self.open]
        notes = {css for tag, css in self.open if tag in ("sup", "a")}
        if "p" in inside and not notes and any(css == "text" for _, css in self.open):
            self.paragraphs[-1] += data


def shown(pile: list[Annotated]) -> Outline:
    return Outline(page(pile).decode("utf-8"))


@pytest.mark.parametrize("pile", PILES.values(), ids=PILES)
def test_tags_close_ids_are_unique_and_links_arrive(pile: list[Annotated]) -> None:
    found = shown(pile)
    assert found.open == []
    assert len(found.ids) == len(set(found.ids))
    assert [link for link in found.links if not link.startswith("#") or link[1:] not in found.ids] == []


@pytest.mark.parametrize("pile", PILES.values(), ids=PILES)
def test_the_page_asks_nothing_of_the_network(pile: list[Annotated]) -> None:
    html = page(pile).decode("utf-8")
    found = shown(pile)
    assert any("default-src 'none'" in value for tag, _, value in found.attributes if tag == "meta")
    loading = {"src", "srcset", "action", "formaction", "poster", "data", "background", "ping", "xlink:href"}
    assert [a for a in found.attributes if a[1] in loading or a[1].startswith("on")] == []
    assert "@import" not in html
    assert not re.search(r"url\((?!#)", html)


@pytest.mark.parametrize("pile", PILES.values(), ids=PILES)
def test_each_paragraph_is_in_the_page_as_it_was_read(pile: list[Annotated]) -> None:
    expected = [plain(a.report.text[slice(*span)]) for a in pile for span in a.paragraphs]
    assert shown(pile).paragraphs == expected


def test_the_same_readings_give_the_same_page() -> None:
    assert page(several()) == page(several())


@pytest.mark.parametrize(
    ("layer", "words", "tag"),
    [
        ("names", "Moss", "person"),
        ("mentions", "she", "person: Anna Moss"),
        ("times", "Tuesday", "2031-03-04"),
        ("quantities", "people", "1,200 people"),
        ("tags", "told", "cue"),
        ("attributions", "denied", "#3 cue"),
        ("events", "sail", "travel predicate"),
        ("quotations", "nobody", ""),
    ],
)
def test_each_layer_marks_its_words_and_says_what_they_are(layer: str, words: str, tag: str) -> None:
    html = page([full()]).decode("utf-8")
    assert f'id="on-{layer}"' in html
    piece = rf'<span class="m [^"]*\b{layer}-\w+[^"]*" data-f="[\d ]+">{words}</span>'
    assert re.search(piece, html)
    if tag:
        assert re.search(
            rf'{piece}</span>(?:<sup[^>]*>[^<]*</sup>)*<sup class="tag tag-{layer} [^"]*">{tag}</sup>', html
        )


def test_a_layer_without_findings_has_no_switch() -> None:
    html = page([unread(report("Nobody said a word about the lamps of the pier."))]).decode("utf-8")
    assert re.findall(r'id="on-(\w+)"', html) == ["sentences"]
    assert {layer.name for layer in LAYERS} - {"languages"} <= set(
        re.findall(r'id="on-(\w+)"', page([full()]).decode("utf-8"))
    )


@pytest.mark.parametrize(("layer", "on"), [("names", False), ("tags", False), ("mentions", True), ("tokens", False)])
def test_what_rules_made_something_of_starts_switched_off(layer: str, on: bool) -> None:
    html = page([full()]).decode("utf-8")
    assert (f'id="on-{layer}" data-layer="{layer}" checked' in html) == on
    alone = page([read_by_small(report())]).decode("utf-8")
    assert 'id="on-names" data-layer="names" checked' in alone


def test_the_page_says_who_read_it_and_how_long_it_is() -> None:
    html = page([full()]).decode("utf-8")
    assert "<dt>read by</dt><dd>small/1</dd>" in html
    words = len(full().report.text.removeprefix(HEAD).split())
    assert f"<dt>words, page furniture left out</dt><dd>{words}</dd>" in html
    assert "<dt>read by</dt><dd>no engine: its language is de</dd>" in page([unread(report())]).decode("utf-8")


def test_the_script_is_told_what_the_engine_said() -> None:
    html = page([full()]).decode("utf-8")
    [held] = re.findall(r'<script type="application/json" class="columns">(.*?)</script>', html)
    data = json.loads(held)
    parse = full().parse
    assert parse is not None
    assert [data["texts"][n] for n in data["lemma"]] == list(parse.lemmas)
    assert [data["texts"][n] for n in data["deprel"]] == list(parse.relations)
    assert data["head"] == list(parse.heads)
    assert html.count('<span class="w">') == len(parse)
    assert len(data["findings"]) == sum(len(found) for found in full().findings.values())
    assert "Attributions: #3, kind indirect, described the crew, denies yes" in data["findings"]


def test_reports_but_the_first_wait_closed() -> None:
    html = page(several()).decode("utf-8")
    assert html.count('<details class="report"') == 4
    assert html.count("<noscript>\n<dl") + html.count("<noscript><dl") == 3
    assert re.findall(r'<details class="report" id="(r\d)" open>', html) == ["r1"]


def test_a_long_list_says_that_it_is_cut() -> None:
    sample = full()
    many = tuple(Quotation(span=place(LEAD)) for _ in range(LISTED + 1))
    cut = replace(sample, notes=replace(sample.notes, quotations=many))
    html = page([cut]).decode("utf-8")
    assert f"The first {LISTED} of {LISTED + 1}" in html


def test_a_page_over_a_long_report_grows_with_it_alone() -> None:
    short, twice = len(page([long(2_500)])), len(page([long(5_000)]))
    assert twice < 2 * short
    assert twice < 3_000_000
