"""How the page of a pile behaves in a browser: load, search, opening a story, scrolling, printing.

    python benchmarks/generate.py --treebanks FOLDER --reports 200 --out derived.jsonl
    python benchmarks/page_speed.py news.jsonl derived.jsonl [--rounds 5] [--throttle 1]

Compares the inputs, writes the page to a temporary file and measures it in Debian's chromium without a GPU, each round
in a fresh browser. Times are milliseconds, the median of the rounds with the worst one behind it. `--throttle 4` slows
the processor down as a cheap laptop or a phone would be.
"""

import argparse
import os
import platform
import statistics
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from stemma import compare, page

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WORDS = ("police", "a government statement", "water", "zebra crossing", "the")

LOADED = """() => {
  const load = performance.getEntriesByType("navigation")[0];
  const paint = performance.getEntriesByType("paint").find((entry) => entry.name === "first-contentful-paint");
  const nodes = document.querySelectorAll("*").length;
  return [load.domContentLoadedEventEnd, load.loadEventEnd, paint ? paint.startTime : NaN, nodes];
}"""
# A search is over when the browser has drawn its result, not when the handler returns.
SEARCH = """(words) => new Promise((done) => {
  const find = document.getElementById("find");
  const start = performance.now();
  find.value = words;
  find.dispatchEvent(new Event("input"));
  const handled = performance.now() - start;
  requestAnimationFrame(() => setTimeout(() => done([handled, performance.now() - start])));
})"""
OPEN = """(story) => new Promise((done) => {
  const summary = document.querySelectorAll(".story > summary")[story];
  summary.scrollIntoView();
  const start = performance.now();
  summary.click();
  const nodes = () => summary.parentElement.querySelectorAll("*").length;
  requestAnimationFrame(() => setTimeout(() => done([performance.now() - start, nodes()])));
})"""
SCROLL = """() => new Promise((done) => {
  const frames = [];
  let last = performance.now();
  const step = (now) => {
    frames.push(now - last);
    last = now;
    scrollBy({ top: 240, behavior: "instant" });
    const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    if (!end && frames.length < 400) requestAnimationFrame(step);
    else done([frames.length, frames.filter((frame) => frame > 50).length, Math.max(...frames)]);
  };
  scrollTo({ top: 0, behavior: "instant" });
  requestAnimationFrame(step);
})"""
PRINT = """() => {
  const start = performance.now();
  dispatchEvent(new Event("beforeprint"));
  document.documentElement.getBoundingClientRect();
  return [performance.now() - start, document.querySelectorAll("*").length];
}"""


def visited(browser: Browser, file: Path, throttle: float) -> Page:
    """The page, loaded in a fresh context."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    tab.goto(file.as_uri())
    return tab


def measure(tab: Page, figures: dict[str, list[float]]) -> None:
    """One round over an open page."""

    def note(*named: tuple[str, float]) -> None:
        for name, value in named:
            figures[name].append(value)

    content, load, paint, nodes = tab.evaluate(LOADED)
    note(("first paint", paint), ("DOMContentLoaded", content), ("load", load), ("DOM nodes after load", nodes))
    cold, cold_drawn = tab.evaluate(SEARCH, "harbour")
    note(("first search, at once after load: handler", cold), ("first search, until drawn", cold_drawn))
    tab.wait_for_timeout(1500)
    for words in WORDS:
        handled, drawn = tab.evaluate(SEARCH, words)
        note(("search: handler", handled), ("search: until drawn", drawn))
    tab.evaluate(SEARCH, "")
    frames, slow, worst = tab.evaluate(SCROLL)
    note(
        ("index scrolled: frames", frames), ("index scrolled: frames over 50 ms", slow), ("index: longest frame", worst)
    )
    took, nodes = tab.evaluate(OPEN, 0)
    note(("first story opened, until drawn", took), ("nodes of that story", nodes))
    frames, slow, worst = tab.evaluate(SCROLL)
    note(
        ("story scrolled: frames", frames), ("story scrolled: frames over 50 ms", slow), ("story: longest frame", worst)
    )
    took, nodes = tab.evaluate(PRINT)
    note(("all unfolded for print", took), ("DOM nodes then", nodes))


def main() -> None:
    """Compare, render, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--throttle", type=float, default=1)
    given = parser.parse_args()
    comparison = compare(given.inputs)
    start = time.perf_counter()
    html = page(comparison)
    rendered = time.perf_counter() - start
    figures: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_bytes(html)
        for _ in range(given.rounds):
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
            version = browser.version
            measure(visited(browser, file, given.throttle), figures)
            browser.close()
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    print(f"{len(comparison.reports)} reports, {len(comparison.accounts)} stories, {len(html) / 1e6:.1f} MB")
    print(f"rendered in {rendered:.1f} s; chromium {version}, {platform.machine()}, load average {load}")
    print("| what | median | worst |\n| --- | --- | --- |")
    for name, values in figures.items():
        print(f"| {name} | {statistics.median(values):,.0f} | {max(values):,.0f} |")


if __name__ == "__main__":
    main()
