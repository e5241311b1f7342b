"""The lists of speech, times, figures and people in a real browser: each entry leads to its very words."""

from collections.abc import Callable

import pytest

from tests.present.browsing import Visit

MARKED = "CSS.highlights.has('words') ? [...CSS.highlights.get('words')][0].toString() : null"


@pytest.mark.parametrize("key", ["click", "Enter"])
def test_an_utterance_leads_to_its_words_and_back(visit: Callable[..., Visit], key: str) -> None:
    opened = visit("spoken")
    link = opened.page.locator("#said-0 .words .cite", has_text="14 drums").first
    if key == "click":
        link.click()
    else:
        link.focus()
        opened.page.keyboard.press(key)
    sentence = opened.page.locator(":target")
    assert sentence.is_visible()
    assert opened.page.evaluate(MARKED) == link.inner_text()
    assert link.inner_text() in sentence.inner_text()
    opened.page.keyboard.press("b")
    opened.page.locator("#said-0 .words .cite:focus").wait_for()


def test_every_entry_leads_to_the_words_that_it_shows(visit: Callable[..., Visit]) -> None:
    opened = visit("spoken")
    opened.open_all()
    for section in ("said", "timeline", "figures", "people"):
        links = opened.page.locator(f"#{section}-0 .cite")
        assert links.count() > 0
        for n in range(links.count()):
            # The words that stand out in a sentence are the entry's, all words where none do.
            shown = links.nth(n).evaluate("node => (node.querySelector('b') || node).textContent")
            links.nth(n).evaluate("node => node.click()")
            marked = opened.page.evaluate(MARKED)
            assert marked
            assert links.nth(n).locator("xpath=ancestor::*[contains(@class, 'words')]").count() == 0 or (
                marked in shown or shown.startswith(marked)
            )


def test_a_span_is_marked_across_characters_of_two_units(visit: Callable[..., Visit]) -> None:
    opened = visit("spoken")
    opened.page.evaluate("""() => {
        const link = document.querySelector('#said-0 .cite');
        const text = document.getElementById(link.hash.slice(1)).closest('.text');
        text.prepend('\\u{1F6A2}\\u{1F6A2} ');
        const [start, end] = link.dataset.at.split(' ').map(Number);
        link.dataset.at = `${start + 3} ${end + 3}`;
        link.click();
    }""")
    assert opened.page.evaluate(MARKED) == opened.page.locator("#said-0 .cite").first.inner_text()


def test_another_link_takes_the_mark_away(visit: Callable[..., Visit]) -> None:
    opened = visit("spoken")
    opened.page.locator("#figures-0 .cite").first.click()
    assert opened.page.evaluate(MARKED)
    opened.page.locator("#people-0 a[href*='-w']").first.click()
    assert opened.page.evaluate(MARKED) is None
    assert opened.page.locator(".fact:target").is_visible()


def test_lists_filter_by_words_and_report(visit: Callable[..., Visit]) -> None:
    opened = visit("spoken")
    section = opened.page.locator("#said-0")
    every = section.locator(".item").count()
    section.locator(".by-words").fill("crane guard")
    shown = section.locator(".item:not([hidden])")
    assert 0 < shown.count() < every
    assert all("crane" in text for text in shown.all_inner_texts())
    assert opened.status() == f"{shown.count()} entries shown"
    section.locator(".by-report").select_option(label="Coast Radio")
    assert shown.count() == 1
    assert section.locator(".group:visible").count() == 1
    section.locator(".by-report").select_option("")
    section.locator(".by-words").fill("")
    assert shown.count() == every


def test_what_a_filter_opened_folds_again(visit: Callable[..., Visit]) -> None:
    opened = visit("spoken")
    section = opened.page.locator("#said-0")
    official = section.locator(".item", has_text="pump")
    assert not official.is_visible()
    section.locator(".by-words").fill("pump")
    assert official.is_visible()
    section.locator(".by-words").fill("")
    assert not official.is_visible()


def test_show_all_opens_and_folds_a_list(visit: Callable[..., Visit]) -> None:
    opened = visit("voices")
    section = opened.page.locator("#said-0")
    assert section.locator("details:not([open])").count() > 0
    section.locator(".unfold").click()
    assert section.locator("details:not([open])").count() == 0
    section.locator(".unfold").click()
    assert section.locator("details[open]").count() == 0


def test_sixty_reports_make_a_short_list(visit: Callable[..., Visit]) -> None:
    section = visit("voices").page.locator("#said-0")
    assert section.locator(".item").count() == 7
    section.locator(".by-words").fill("drums")
    assert section.locator(".item:not([hidden])").count() > 0
    assert section.evaluate("node => node.offsetHeight") < 2500


def test_it_reads_without_script_and_on_paper(visit: Callable[..., Visit]) -> None:
    opened = visit("spoken", script=False)
    assert opened.page.locator("#said-0 .words").first.is_visible()
    assert opened.page.locator("#said-0 .tools").is_hidden()
    folded = opened.page.locator("#said-0 .item", has_text="pump")
    assert not folded.is_visible()
    opened.page.emulate_media(media="print")
    assert folded.is_visible()
    number = "node => getComputedStyle(node, '::after').content"
    assert "§" in opened.page.locator("#said-0 .by .cite").first.evaluate(number)
