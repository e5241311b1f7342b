"""A browser for each module, the pages once for all."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from stemma.present.html import page
from tests.present.browsing import ARGUMENTS, PILES, Scheme, Visit


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium")
    if found is None:
        pytest.fail("needs Debian's chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    for name, pile in PILES.items():
        (folder / f"{name}.html").write_bytes(page(pile()))
    return {name: folder / f"{name}.html" for name in PILES}


@pytest.fixture
def visit(browser: Browser, files: dict[str, Path]) -> Iterator[Callable[..., Visit]]:
    visits: list[Visit] = []

    def start(name: str, width: int = 1280, scheme: Scheme = "light", script: bool = True) -> Visit:
        visits.append(Visit(browser, files[name], width, scheme, script))
        return visits[-1]

    yield start
    for one in visits:
        one.context.close()
        assert one.complaints == []
        assert [url for url in one.asked if not url.startswith("file:")] == []
