"""The annotated page in a real browser: layers, words, arcs and addresses, wide and narrow, light and dark."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from stemma.present.annotated import page
from stemma.present.layers import Annotated
from tests.present.annotated_sample import full, long, several
from tests.present.browsing import Scheme, Visit

PILES: dict[str, Callable[[], Sequence[Annotated]]] = {
    "full": lambda: [full()],
    "several": several,
    "long": lambda: [long(5_000)],
}
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("annotated")
    for name, pile in PILES.items():
        (folder / f"{name}.html").write_bytes(page(pile()))
    return {name: folder / f"{name}.html" for name in PILES}


@pytest.fixture
def look(browser: Browser, annotated: dict[str, Path]) -> Iterator[Open]:
    visits: list[Visit] = []

    def start(name: str, width: int = 1280, scheme: Scheme = "light", script: bool = True) -> Visit:
        visits.append(Visit(browser, annotated[name], width, scheme, script))
        return visits[-1]

    yield start
    for one in visits:
        one.context.close()
        assert one.complaints == []
        assert [url for url in one.asked if not url.startswith("file:")] == []


@pytest.mark.parametrize("name", PILES)
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_scrolls_sideways(look: Open, name: str, width: int) -> None:
    opened = look(name, width)
    for key in ("j", "c"):
        opened.page.keyboard.press(key)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("name", "scheme", "width"), [("full", "light", 1280), ("full", "dark", 390), ("several", "dark", 1280)]
)
def test_no_violation_of_wcag(look: Open, name: str, scheme: Scheme, width: int) -> None:
    opened = look(name, width, scheme)
    opened.open_all()
    for box in opened.page.locator("[data-layer]").all():
        box.check()
    opened.page.keyboard.press("j")
    opened.page.locator(".arcs summary").click()
    opened.page.locator(".w").first.hover()
    result = Axe().run(opened.page, options=WCAG)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("script", [True, False])
def test_a_switch_shows_and_hides_its_layer(look: Open, script: bool) -> None:
    opened = look("full", script=script)
    tag = opened.page.locator(".tag-times")
    word = opened.page.locator(".times-time").first
    line = "node => getComputedStyle(node).backgroundImage.includes('gradient')"
    assert tag.is_visible()
    assert word.evaluate(line)
    opened.page.locator("#on-times").uncheck()
    assert not tag.is_visible()
    opened.page.locator("#on-mentions").uncheck()
    assert not word.evaluate(line)


def test_the_address_keeps_layers_and_place(look: Open, browser: Browser) -> None:
    opened = look("full")
    opened.page.locator("#on-times").uncheck()
    opened.page.locator("#on-names").check()
    opened.page.locator("#r1-s3 .n").click()
    url = opened.page.url
    assert url.endswith(
        "#r1-s3&layers=names,mentions,quantities,attributions,quotations,events,furniture,sentences,arcs"
    )
    again = browser.new_page()
    again.goto(url)
    assert not again.locator("#on-times").is_checked()
    assert again.locator("#on-names").is_checked()
    assert again.locator("#r1-s3.here").count() == 1
    again.locator("#on-times").check()
    again.locator("#on-names").uncheck()
    assert again.url.endswith("#r1-s3")
    again.close()


def test_a_word_says_what_it_is_when_pointed_at(look: Open) -> None:
    opened = look("full")
    opened.page.locator(".w", has_text="told").hover()
    told = opened.page.locator("#word").inner_text()
    assert told.splitlines()[:2] == ["told", "lemma told"]
    assert "VERB NN" in told
    assert "Attributions: #1, kind indirect, speaker Anna Moss, because frame: told X that" in told
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#word").inner_text() == ""


def test_by_keyboard_to_sentences_words_and_arcs(look: Open) -> None:
    opened = look("full")
    press = opened.page.keyboard.press
    press("j")
    assert opened.status() == "sentence 1"
    assert opened.page.locator(".arcs g[data-place]").count() == opened.page.locator("#r1-s1 .w").count()
    press("ArrowRight")
    press("ArrowRight")
    assert opened.status().startswith("Moss, lemma Moss, PROPN NNP, Number=Sing, ")
    assert opened.page.locator(".arcs g.on text:not(.rel):not(.pos)").text_content() == "Moss"
    press("j")
    assert opened.status() == "sentence 2"
    assert opened.page.locator(".arcs").count() == 1
    press("k")
    press("Escape")
    assert opened.page.locator(".arcs").count() == 0
    opened.page.locator("#r1-s2 .n").focus()
    press("Enter")
    opened.page.locator(".arcs .scroll").focus()
    press("ArrowRight")
    assert opened.page.locator(".arcs g.on").count() == 1
    opened.page.locator("#keys").evaluate("node => { node.checked = false; }")
    press("j")
    assert opened.page.locator("#r1-s2.here").count() == 1


def test_the_arcs_are_a_table_too(look: Open) -> None:
    opened = look("full")
    opened.page.locator("#r1-s2 .n").click()
    opened.page.locator(".arcs summary").click()
    rows = opened.page.locator(".arcs tbody tr")
    # The table is drawn once the browser has told that its part is open.
    expect(rows).to_have_count(opened.page.locator("#r1-s2 .w").count())
    assert rows.nth(1).locator("td").all_inner_texts()[:4] == ["2", "It", "It", "PROPN NNP"]


def test_close_up_each_word_shows_what_the_engine_said(look: Open) -> None:
    opened = look("full")
    opened.page.keyboard.press("c")
    under = "node => getComputedStyle(node, '::after').content"
    assert opened.page.locator(".w").nth(1).evaluate(under) == r'"Moss\aPROPN NNP\aNumber=Sing"'.replace(r"\a", r"\a ")
    opened.page.keyboard.press("c")
    assert opened.page.locator(".w").nth(1).evaluate(under) == "none"


def test_a_finding_of_a_list_leads_to_its_words(look: Open) -> None:
    opened = look("full")
    opened.page.locator(".list-attributions summary").click()
    opened.page.locator(".list-attributions a", has_text="The crew").click()
    assert opened.page.locator(".s.here").get_attribute("id") == "r1-s4"
    assert " ".join(opened.page.locator(".w.at").all_inner_texts()) == "The crew denied that a lamp had failed"


def test_a_closed_report_opens_with_its_words(look: Open) -> None:
    opened = look("several")
    opened.page.locator(".index a").nth(3).click()
    assert opened.page.locator("#r4").get_attribute("open") is not None
    assert opened.page.locator("#r4-s1 .w", has_text="Moss").is_visible()
    assert opened.page.locator("#r4 script:not(.columns), #r4 b[onclick]").count() == 0
    assert "{{ 7 * 7 }}" in opened.page.locator("#r4 .text").inner_text()


def test_without_script_every_report_is_there(look: Open) -> None:
    opened = look("several", script=False)
    opened.page.locator("#r4 > summary").click()
    assert opened.page.locator("#r4 .text").is_visible()
    assert opened.page.locator("#word").is_hidden()


def test_five_thousand_words_stay_usable(look: Open) -> None:
    opened = look("long")
    opened.page.keyboard.press("c")
    opened.page.evaluate("location.hash = 'r1-s290'")
    opened.page.locator(".arcs").wait_for()
    assert opened.page.locator("#r1-s290.here").is_visible()
    opened.page.locator("#on-names").uncheck()
    assert not opened.page.locator(".tag-names").first.is_visible()
