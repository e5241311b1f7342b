"""How often the count of independent texts behind a statement agrees with a reader's.

    python benchmarks/text_origins.py NEWS-EVENTS.jsonl [--cases]

The statements are those of `gold/text_origins.json` (its README says how they were judged), each event's reports one
story. A count agrees exactly where both ends of its range are the gold's; it is within where it says nothing that the
gold excludes, and overcounts where its `low` is above the gold's `high`. `--cases` lists what does not agree. Prints
Markdown; needs a minute.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import stemma
from stemma.compare.counts import Texts
from stemma.model import Assertion, Count, Report, Span, Story
from stemma.settle import settle

GOLD = Path(__file__).parent / "gold" / "text_origins.json"


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement of an event with the reader's range, and the range that is counted."""

    event: int
    low: int
    high: int
    reports: int
    found: Count

    @property
    def exact(self) -> bool:
        """Whether both ends agree."""
        return (self.low, self.high) == (self.found.low, self.found.high)

    @property
    def within(self) -> bool:
        """Whether the range lies in the reader's."""
        return self.low <= self.found.low and self.found.high <= self.high

    @property
    def overlaps(self) -> bool:
        """Whether the ranges have a number in common."""
        return self.low <= self.found.high and self.found.low <= self.high

    @property
    def overcounted(self) -> bool:
        """Whether more texts are counted for certain than there can be."""
        return self.found.low > self.high


def judged(event: Mapping[str, Any], reports: Mapping[str, Report]) -> Iterator[Judged]:
    """The statements of an event, counted."""
    own = [_sound(row, reports) for row in event["reports"]]
    notes = sorted((stemma.annotate(report) for report in own), key=lambda note: note.report.id)
    story = settle(Story(id=f"event {event['event']}", reports=tuple(notes)))
    texts = Texts(story, stemma.trace(story, stemma.reuse([note.report for note in notes])))
    for row in event["statements"]:
        places = [(own[k].id, Span(start, end)) for k, start, end in row["assertions"]]
        said = [Assertion(report=report, spans=(span,), origin="") for report, span in places]
        yield Judged(event["event"], row["low"], row["high"], len({report for report, _ in places}), texts.count(said))


def _sound(row: Mapping[str, str], reports: Mapping[str, Report]) -> Report:
    report = reports[row["id"]]
    if not sha256(report.text.encode("utf-8")).hexdigest().startswith(row["sha256"]):
        raise SystemExit(f"report {row['id']} has another text than the one that was judged")
    return report


def table(found: list[Judged]) -> Iterator[str]:
    """The lines of a table: by how sure the reader was."""
    yield "| statements | number | exact | within | overlap | overcounted |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, part in (
        ("one text", [j for j in found if j.high == 1]),
        ("several texts", [j for j in found if j.low == j.high > 1]),
        ("a range", [j for j in found if j.low < j.high]),
        ("all", found),
    ):
        sums = [sum(getattr(j, what) for j in part) for what in ("exact", "within", "overlaps", "overcounted")]
        yield f"| {name} | {len(part)} | {' | '.join(map(str, sums))} |"


def main() -> None:
    """Count the texts of each statement and print how often that agrees."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--cases", action="store_true", help="list what does not agree")
    options = parser.parse_args()
    read = [item for item in stemma.read([options.corpus]) if isinstance(item, Report)]
    reports = {report.uri.rpartition("#")[2]: report for report in read}
    events = json.loads(GOLD.read_text(encoding="utf-8"))["events"]
    found = [one for event in events for one in judged(event, reports)]
    print("\n".join(table(found)))
    if options.cases:
        for one in found:
            if not one.exact:
                ranges = f"{one.low}-{one.high}, counted {one.found.low}-{one.found.high}"
                print(f"\nevent {one.event}, {one.reports} reports: {ranges}: {'; '.join(one.found.because)}")


if __name__ == "__main__":
    main()
