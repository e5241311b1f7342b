"""Take the picture of the README: the page over the six example reports of the shooting at Sarvane.

    uv run python scripts/picture.py

Needs Debian's chromium, as the tests do.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from stemma import compare, page

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "examples" / "reports"
SARVANE = (
    "calder-ledger-1.html",
    "calder-ledger-2.html",
    "dispatch24.html",
    "metro-lantern.pdf",
    "orvenia-today.txt",
    "sounder.txt",
)
TARGET = ROOT / "docs" / "pictures" / "page.png"
SIZE = ViewportSize(width=1200, height=1150)


def main() -> None:
    """Compare, open the page in a browser and save what its first screen shows."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_bytes(page(compare([REPORTS / name for name in SARVANE])))
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tab = browser.new_page(viewport=SIZE, color_scheme="light")
        tab.goto(file.as_uri())
        tab.screenshot(path=TARGET)
        browser.close()


if __name__ == "__main__":
    main()
