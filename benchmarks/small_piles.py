"""Whether grouping holds in piles of two and three reports, where the pile itself tells nothing of common words.

    python benchmarks/small_piles.py PILE.jsonl

PILE has `id` and `event` beside the fields of a report. Draws piles at random (fixed seed): of one event, and of two.
"""

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import stemma
from stemma.model import Annotations, Report
from stemma.read import repeated_furniture

DRAWS = 6
PAIRS = 300


def is_one_story(notes: Sequence[Annotations]) -> bool:
    """Whether the reports come out as one story."""
    return len(stemma.group(notes, stemma.reuse([note.report for note in notes]))) == 1


def main() -> None:
    """Print how many piles of one event are one story, and how many of two are."""
    path = Path(sys.argv[1])
    with path.open(encoding="utf-8") as lines:
        event = {str(row["id"]): row["event"] for row in map(json.loads, lines)}
    reports = repeated_furniture([item for item in stemma.read([path]) if isinstance(item, Report)])
    by_event: dict[str, list[Annotations]] = {}
    for note in (stemma.annotate(report) for report in sorted(reports, key=lambda report: report.id)):
        by_event.setdefault(event[note.report.uri.rpartition("#")[2]], []).append(note)
    events = sorted(name for name, notes in by_event.items() if len(notes) > 1)
    chance = random.Random(5)
    for size in (2, 3):
        piles = [chance.sample(by_event[e], min(size, len(by_event[e]))) for e in events for _ in range(DRAWS)]
        print(f"one event, piles of {size}: {sum(map(is_one_story, piles))} of {len(piles)} are one story")
    mixed = [[chance.choice(by_event[e]) for e in chance.sample(events, 2)] for _ in range(PAIRS)]
    print(f"two events, piles of 2: {sum(map(is_one_story, mixed))} of {len(mixed)} are one story")


if __name__ == "__main__":
    main()
