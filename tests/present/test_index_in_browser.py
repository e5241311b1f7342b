"""The index of a pile in a real browser: search, filters, order, keys, addresses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.present.browsing import Visit

SHOWN = ".entry:not([hidden]) > summary :is(h3, bdi)"


def test_a_story_is_found_by_words_of_its_reports(visit: Callable[..., Visit]) -> None:
    opened = visit("pile")
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("treasurer CROWNS")
    shown = opened.page.locator(".entry:not([hidden])")
    assert shown.count() == 1
    assert shown.inner_text().startswith("Reading room to close")
    assert "treasurer" in shown.locator(".hit-text").inner_text()
    assert opened.page.locator("#found").inner_text() == "1 story and 0 reports on their own"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator(".entry:not([hidden])").count() == 9
    assert opened.page.locator(".hit-text").count() == 0
    opened.page.keyboard.type("confidence undetermined")
    assert opened.page.locator("#nothing").is_visible()


def test_a_closed_story_is_one_node_until_it_opens(visit: Callable[..., Visit]) -> None:
    opened = visit("pile")
    before = opened.page.locator("*").count()
    assert before < 500
    opened.page.locator(".entry summary", has_text="Ferry runs aground").click()
    assert opened.page.locator(".story[open] svg.tree .box").count() == 7
    assert opened.page.locator("*").count() > before + 500


@pytest.mark.parametrize(
    ("choose", "titles"),
    [
        pytest.param("copying", ["Ferry runs aground", "Reading room to close", "Dock", "Quay"], id="has copying"),
        pytest.param("heavy", ["Ferry runs aground"], id="heavy edits"),
        pytest.param("one", ["Dock", "Quay"], id="may be one text"),
        pytest.param("several", ["Ferry runs aground", "Reading room to close", "Dock", "Quay"], id="several reports"),
    ],
)
def test_the_index_filters_by_what_was_found(visit: Callable[..., Visit], choose: str, titles: list[str]) -> None:
    opened = visit("pile")
    opened.page.locator(f"[data-by={choose}]").check()
    shown = opened.page.locator(SHOWN).all_inner_texts()
    assert [text[: len(title)] for text, title in zip(shown, titles, strict=True)] == titles
    opened.page.locator("#clear").click()
    assert opened.page.locator(SHOWN).count() == 9


def test_the_index_filters_by_outlet_language_and_date(visit: Callable[..., Visit]) -> None:
    opened = visit("pile")
    shown = opened.page.locator(SHOWN)
    opened.page.locator("[data-by=outlet]").select_option(label="Valley Courier (1)")
    assert shown.all_inner_texts() == ["Reading room to close"]
    opened.page.locator("[data-by=outlet]").select_option("")
    opened.page.locator("[data-by=language]").select_option(label="nb (1)")
    assert shown.all_inner_texts() == ["Pier Notes 3"]
    opened.page.locator("[data-by=language]").select_option("")
    opened.page.locator("[data-by=from]").fill("2031-03-14")
    opened.page.locator("[data-by=to]").fill("2031-04-30")
    assert shown.all_inner_texts() == ["Ferry runs aground off Tarn Holm"]


@pytest.mark.parametrize(
    ("order", "first"),
    [("reports", "Ferry"), ("texts", "Ferry"), ("newest", "Reading"), ("oldest", "Ferry"), ("copying", "Ferry")],
)
def test_the_index_sorts(visit: Callable[..., Visit], order: str, first: str) -> None:
    opened = visit("pile")
    opened.page.locator("#order").select_option("texts")
    assert opened.page.locator(SHOWN).first.inner_text() in {"Dock", "Quay"}
    opened.page.locator("#order").select_option(order)
    if order != "texts":
        assert opened.page.locator(SHOWN).first.inner_text().startswith(first)


def test_the_index_by_keyboard(visit: Callable[..., Visit]) -> None:
    opened = visit("pile")
    press = opened.page.keyboard.press
    title = "document.activeElement.querySelector('h3').textContent"
    press("j")
    assert opened.page.evaluate(title).startswith("Ferry")
    press("j")
    assert opened.page.evaluate(title).startswith("Reading room")
    press("Enter")
    story = opened.page.locator(".story[open]")
    assert story.count() == 1
    press("Tab")
    press("j")
    assert opened.status() == "edit 1 of 2"
    press("Escape")
    assert story.count() == 0
    assert opened.page.evaluate(title).startswith("Reading room")
    press("k")
    assert opened.page.evaluate(title).startswith("Ferry")
    press("/")
    opened.page.keyboard.type("crane")
    press("Enter")
    assert opened.page.evaluate(title) == "Quay"


@pytest.mark.parametrize("part", ["story", "report", "sentence", "reasons"])
def test_an_address_opens_what_it_points_into(
    browser: Browser, files: dict[str, Path], visit: Callable[..., Visit], part: str
) -> None:
    opened = visit("pile")
    opened.page.locator(".entry summary", has_text="Reading room").click()
    report = opened.page.locator(".story[open] .report").nth(1)
    story = opened.page.locator(".story[open]").get_attribute("id")
    anchor = report.get_attribute("id")
    at = {"story": story, "report": anchor, "sentence": f"{anchor}-s1", "reasons": f"{story}-e0"}[part]
    other = browser.new_page(reduced_motion="reduce")
    other.goto(f"{files['pile'].as_uri()}#{at}")
    assert other.locator(f"#{at}").is_visible()
    assert other.locator(".story[open]").count() == 1
    other.close()
