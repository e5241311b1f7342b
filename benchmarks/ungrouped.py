"""Of all pairs that are called copies in a pile that was not grouped: how many tell different events.

    python benchmarks/ungrouped.py PILE.jsonl

PILE has `id` and `event` beside the fields of a report. The whole pile is traced as one story, so nothing but the
decision between copy and public words keeps reports of different events apart.
"""

import json
import sys
from pathlib import Path

import stemma
from stemma.model import Report, Story
from stemma.read import repeated_furniture


def main() -> None:
    """Print the pairs called copies, and the part of different events."""
    path = Path(sys.argv[1])
    with path.open(encoding="utf-8") as lines:
        event = {str(row["id"]): row["event"] for row in map(json.loads, lines)}
    reports = repeated_furniture([item for item in stemma.read([path]) if isinstance(item, Report)])
    notes = tuple(stemma.annotate(report) for report in sorted(reports, key=lambda report: report.id))
    lineage = stemma.trace(Story(id="pile", reports=notes), stemma.reuse([note.report for note in notes]))
    of = {note.report.id: event[note.report.uri.rpartition("#")[2]] for note in notes}
    pairs = [(copy.a, copy.b) for copy in lineage.copies if copy.relation is not None]
    apart = [pair for pair in pairs if of[pair[0]] != of[pair[1]]]
    print(f"{len(pairs)} pairs called copies, {len(apart)} of different events ({len(apart) / max(1, len(pairs)):.1%})")
    for a, b in apart:
        print("   ", of[a], "|", of[b])


if __name__ == "__main__":
    main()
