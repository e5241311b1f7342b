"""The page in a real browser: Debian's chromium, wide and narrow, light and dark, by keyboard, under attack."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.present.browsing import PILES, Scheme, Visit

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.mark.parametrize("name", PILES)
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_scrolls_sideways(visit: Callable[..., Visit], name: str, width: int) -> None:
    opened = visit(name, width)
    for _ in range(2):
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        opened.open_all()


@pytest.mark.parametrize(
    ("name", "scheme", "width"),
    [
        ("couple", "dark", 1280),
        ("dozen", "light", 1280),
        ("dozen", "dark", 390),
        ("crowd", "light", 390),
        ("spoken", "light", 1280),
        ("spoken", "dark", 390),
        ("pile", "light", 1280),
        ("pile", "dark", 1280),
        ("pile", "light", 390),
    ],
)
def test_no_violation_of_wcag(visit: Callable[..., Visit], name: str, scheme: Scheme, width: int) -> None:
    opened = visit(name, width, scheme)
    if name == "pile":
        opened.open_all()
        opened.page.locator("#find").fill("ferry")
        opened.page.locator("#find").press("Enter")
    elif name != "crowd":
        opened.open_all()
    result = Axe().run(opened.page, options=WCAG)
    assert result.violations_count == 0, result.generate_report()


def test_the_schemes_differ(visit: Callable[..., Visit]) -> None:
    colours = [
        visit("couple", scheme=scheme).page.evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert colours[0] != colours[1]


def test_it_reads_without_script(visit: Callable[..., Visit]) -> None:
    opened = visit("dozen", script=False)
    assert opened.page.locator(".pair").first.is_visible()
    assert opened.page.locator("svg.tree").first.is_visible()
    assert opened.page.locator(".swap").first.is_hidden()
    opened.page.locator("#texts-0 .report summary").first.click()
    assert opened.page.locator("#texts-0 .text").first.is_visible()


def test_tab_goes_through_the_page_in_its_order_and_skips_to_the_comparison(visit: Callable[..., Visit]) -> None:
    opened = visit("dozen")
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.className") == "skip"
    places = []
    for _ in range(40):
        opened.page.keyboard.press("Tab")
        places.append(
            opened.page.evaluate(
                "[...document.querySelectorAll('*')].indexOf(document.activeElement)"
            )
        )  # fmt: skip
    assert places == sorted(set(places))


def test_j_and_k_step_through_the_edits(visit: Callable[..., Visit]) -> None:
    opened = visit("couple")
    edits = opened.page.locator(".pair .edit")
    assert edits.count() == 4
    for key, place in (("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
        opened.page.keyboard.press(key)
        assert edits.nth(place).evaluate("node => node === document.activeElement")
        assert opened.status() == f"edit {place + 1} of 4"


def test_help_opens_and_letters_can_be_switched_off(visit: Callable[..., Visit]) -> None:
    opened = visit("couple")
    opened.page.keyboard.press("?")
    assert opened.page.locator("#help").is_visible()
    opened.page.locator("#keys").focus()
    opened.page.keyboard.press("Space")
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#help").is_hidden()
    opened.page.keyboard.press("j")
    assert opened.status() == ""


def test_arrows_move_along_a_bar_and_enter_leads_to_the_sentence(visit: Callable[..., Visit]) -> None:
    opened = visit("couple")
    tiles = opened.page.locator(".mosaic").last.locator(".t")
    tiles.first.focus()
    opened.page.keyboard.press("ArrowRight")
    assert tiles.nth(1).evaluate("node => node === document.activeElement")
    assert "eleven lorries" in opened.status()
    opened.page.keyboard.press("Enter")
    sentence = opened.page.locator(":target")
    assert sentence.is_visible()
    assert "eleven lorries" in sentence.inner_text()


def test_any_two_reports_can_be_read_side_by_side(visit: Callable[..., Visit]) -> None:
    opened = visit("dozen")
    side = opened.page.locator("#side-0")
    before = side.locator(".line").all_inner_texts()
    side.locator(".swap").click()
    assert side.locator(".line").all_inner_texts() != before
    side.locator(".pick-a").select_option(label="Harbour Gazette")
    side.locator(".pick-b").select_option(label="Coast Radio")
    assert side.locator(".head").inner_text().split("\n") == ["Harbour Gazette", "Coast Radio"]
    faced = side.locator(".line:not(.head)", has_text="Two lifeboats")
    assert faced.locator("[role=cell]").count() == 2
    assert faced.locator(".none").count() == 0
    side.locator(".pick-a").select_option(label="Strand Weekly")
    assert "no wording that these two share" in side.locator(".facts").inner_text()


@pytest.mark.parametrize("name", ["dozen", "crowd"])
def test_script_and_server_draw_the_same_rows(visit: Callable[..., Visit], name: str) -> None:
    opened = visit(name)
    side = opened.page.locator("#side-0")
    outline = "node => [...node.querySelectorAll('*')].map((n) => [n.tagName, n.className, n.textContent.trim()])"
    drawn = side.locator(".pair").evaluate(outline)
    side.locator(".swap").click()
    assert side.locator(".pair").evaluate(outline) != drawn
    side.locator(".swap").click()
    assert side.locator(".pair").evaluate(outline) == drawn


def test_edits_filter_by_kind_and_report(visit: Callable[..., Visit]) -> None:
    opened = visit("dozen")
    lens = opened.page.locator("#edits-0")
    every = lens.locator(".change").count()
    lens.locator(".by-kind").select_option("figure")
    shown = lens.locator(".change:not([hidden])")
    assert 0 < shown.count() < every
    assert set(shown.evaluate_all("nodes => nodes.map((node) => node.dataset.kind)")) == {"figure"}
    lens.locator(".by-report").select_option(label="Mainland Mail")
    assert all("Mainland Mail" in text for text in shown.all_inner_texts())


def test_an_edge_leads_to_its_reasons(visit: Callable[..., Visit]) -> None:
    opened = visit("dozen")
    opened.page.locator("svg.tree .edge").first.dispatch_event("click")
    row = opened.page.locator("tr:focus")
    assert "credit line; same order" in row.inner_text()


def test_pointing_at_a_text_leaves_its_sentences_in_colour(visit: Callable[..., Visit]) -> None:
    opened = visit("dozen")
    opened.page.locator("#from-0 .key li.o0").hover()
    faint = opened.page.locator("#from-0 .mosaic .t").evaluate_all(
        "tiles => tiles.filter((tile) => getComputedStyle(tile).opacity < 1).map((tile) => tile.className)"
    )
    assert faint
    assert not [name for name in faint if "o0" in name.split()]


def test_numbers_lead_to_their_evidence_and_back(visit: Callable[..., Visit]) -> None:
    opened = visit("dozen")
    numbers = opened.page.locator(".story[open] .strip a")
    for n in range(numbers.count()):
        numbers.nth(n).click()
        target = opened.page.locator(":target")
        assert target.is_visible()
        assert target.locator("a[href*='-s'], details").count() > 0 or target.locator("..").locator("a").count() > 0
        opened.page.locator("#back").click()
        opened.page.locator(f".story[open] .strip div:nth-child({n + 1}) a:focus").wait_for()
    assert opened.page.locator("#back").is_hidden()


def test_an_edit_leads_to_its_row_side_by_side_and_back(visit: Callable[..., Visit]) -> None:
    opened = visit("dozen")
    change = opened.page.locator("#edits-0 > .changes > .change", has_text="on board").first
    change.locator(".beside").click()
    line = opened.page.locator("#side-0 .line:focus")
    line.wait_for()
    assert [mark in line.inner_text() for mark in change.locator("mark").all_inner_texts()[:2]] == [True, True]
    opened.page.keyboard.press("b")
    opened.page.locator(".change .beside:focus").wait_for()


def test_the_browsers_own_way_back_returns_to_the_link(visit: Callable[..., Visit]) -> None:
    opened = visit("dozen")
    opened.page.locator("#edits-0 .change small a").first.click()
    assert opened.page.locator(".s:target").is_visible()
    opened.page.go_back()
    opened.page.locator(".change small a:focus").wait_for()


def test_paper_shows_all_that_the_filters_show(visit: Callable[..., Visit]) -> None:
    opened = visit("pile")
    opened.page.locator("[data-by=heavy]").check()
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    stories = opened.page.locator(".story:not([hidden])")
    assert stories.count() == 1
    assert stories.locator("details:not([open])").count() == 0
    assert stories.locator(".text").count() == 7
    assert opened.page.locator(".story[hidden] > noscript").count() == 3
    opened.page.emulate_media(media="print")
    assert opened.page.locator("#found").inner_text() == "1 story and 0 reports on their own"
    assert not opened.page.locator("#find").is_visible()
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator(".story[open]").count() == 0


def test_paper_without_script_shows_what_is_folded(visit: Callable[..., Visit]) -> None:
    opened = visit("dozen", script=False)
    folded = opened.page.locator("#texts-0 .text").first
    assert not folded.is_visible()
    opened.page.emulate_media(media="print")
    assert opened.page.locator(".index-tools").count() == 0
    assert folded.is_visible()


def test_a_story_of_sixty_is_drawn_in_groups_that_fold(visit: Callable[..., Visit]) -> None:
    opened = visit("crowd")
    groups = opened.page.locator(".group")
    assert groups.locator("> summary").all_inner_texts() == [
        "α Northgate, credited: 36 reports",
        "β unseen text, no agreed credit: 18 reports",
        "Own prose only: 6 reports",
    ]
    rows = groups.first.locator("svg .row")
    assert rows.count() == 36
    assert groups.first.locator("svg .branch").count() == 1
    boxes = [box for n in range(5) if (box := rows.nth(n).bounding_box())]
    assert all(after["y"] - before["y"] >= 24 for before, after in pairwise(boxes))
    assert opened.page.locator(".row text").first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= 12
    groups.first.locator("> summary").click()
    assert not rows.first.is_visible()


def test_a_link_into_a_closed_story_opens_it(visit: Callable[..., Visit]) -> None:
    opened = visit("dozen")
    closed = opened.page.locator("details.story:not([open])").first
    name = closed.get_attribute("id")
    opened.page.locator(f".contents a[href='#{name}']").click()
    assert opened.page.locator(f"#{name}").get_attribute("open") is not None


def test_hostile_words_stay_words(visit: Callable[..., Visit]) -> None:
    opened = visit("hostile")
    opened.open_all()
    assert opened.page.title() == "▯enoemos <b onclick=x> · Stemma"
    assert opened.page.locator("main script:not(.pairs), main img, [onclick], [onload]").count() == 0
    assert opened.page.locator(".ctl").first.is_visible()
    assert "{{ 7 * 7 }}" in opened.page.locator(".text").first.inner_text()
    turned = opened.page.evaluate("/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.innerHTML)")
    assert turned is False
