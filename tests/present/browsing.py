"""The pages that the browser's tests visit, and a visit: what a page complained of and asked of the network."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from stemma.model import Comparison
from tests.present.invented import couple, crowd, dozen, ferry, hostile, library
from tests.present.sample import Draft, Line, Plan, comparison
from tests.present.spoken import spoken

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PILES: dict[str, Callable[[], Comparison]] = {
    "couple": couple,
    "dozen": dozen,
    "crowd": lambda: crowd(60),
    "hostile": hostile,
    "spoken": spoken,
    "voices": lambda: spoken(20),
    "pile": lambda: comparison(ferry(), library(), quay(), dock(), *(lone(n) for n in range(5))),
}
Scheme = Literal["light", "dark"]


class Visit:
    """An open page, with whatever it complained of and asked of the network."""

    def __init__(
        self, browser: Browser, file: Path, width: int = 1280, scheme: Scheme = "light", script: bool = True
    ) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())

    def open_all(self) -> None:
        self.page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")

    def status(self) -> str:
        return self.page.locator("#status").inner_text()


def lone(number: int) -> Plan:
    line: Line = ("", "own", f"Lamp {number} of the north pier was lit again.")
    language = "nb" if number == 3 else "en"
    return Plan(drafts=[Draft(f"Pier Notes {number}", f"Lamp {number}", [line], language=language)])


def pair(name: str, sentence: str) -> Plan:
    lines: list[Line] = [("k9", "a", sentence)]
    return Plan(drafts=[Draft(f"{name} {n}", name, lines) for n in "ab"], origins={"a": ("inferred", None)})


def quay() -> Plan:
    return pair("Quay", "Two cranes were sold to a yard on the far shore last week.")


def dock() -> Plan:
    return pair("Dock", "The dry dock stays shut until the pump has been mended.")
