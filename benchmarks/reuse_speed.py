"""Speed, memory and recall of `stemma.reuse`, and of datasketch with difflib beside it, on one core.

    python benchmarks/generate.py --treebanks FOLDER --out pile.jsonl
    python benchmarks/reuse_speed.py pile.jsonl [--peer-reports 4000] [--peer-pairs 300]

Reading is excluded: the reports are in memory before the clock starts. The peers do what is usually put together for
the job: MinHash and LSH of datasketch find candidate pairs, difflib aligns the words of each. Both are slow, so they
get the first `--peer-reports` reports and a sample of `--peer-pairs` candidate pairs; the rates printed are for that
subset, and the rate end to end adds the alignment of all pairs that they found, at the rate of the sample.
"""

import argparse
import difflib
import json
import os
import platform
import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from datasketch import MinHash, MinHashLSH

from stemma.model import Report
from stemma.reuse import reuse

SHINGLE = 5
WORD = re.compile(r"\w+(?:['’]\w+)*")
Gold = dict[tuple[str, str], tuple[float, float]]
"""(id, id), sorted -> the higher and the lower substitution rate of the two."""


def read(path: Path) -> list[Report]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Report(id=row["id"], uri=row["id"], text=row["text"], language="en", sha256="", reader="benchmark")
        for row in rows
    ]


def read_gold(path: Path, ids: set[str]) -> Gold:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = {(min(a, b), max(a, b)): (float(high), float(low)) for a, b, _, high, low in rows}
    return {pair: rates for pair, rates in pairs.items() if ids.issuperset(pair)}


def one_core() -> str:
    """Pin this process to one core where the system allows it."""
    if sys.platform == "linux":
        core = max(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {core})
        return f"pinned to core {core}"
    return "not pinned: the system has no way that Python knows"


def peak() -> float:
    """The most memory that this process has held so far, in GB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1e9 if sys.platform == "darwin" else 1e6)


def timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """What the work returns, and its seconds by the clock and on the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, time.perf_counter() - wall, time.process_time() - cpu


def recall(found: set[tuple[str, str]], gold: Gold) -> str:
    kinds = {
        "all": list(gold),
        "one side at 12 %": [pair for pair, (high, _) in gold.items() if high >= 0.12],
        "both at 12 %": [pair for pair, (_, low) in gold.items() if low >= 0.12],
    }
    parts = []
    for name, pairs in kinds.items():
        hits = sum(pair in found for pair in pairs)
        parts.append(f"{name} {hits / len(pairs):.5f} of {len(pairs)}" if pairs else f"{name} -")
    return ", ".join(parts)


def measure_stemma(reports: list[Report], gold: Gold) -> None:
    before = peak()
    found, wall, cpu = timed(lambda: reuse(reports))
    count = len(reports)
    print(f"stemma.reuse on {count} reports, {sum(len(r.text) for r in reports) / 1e6:.1f} M characters")
    print(
        f"  {count / wall:.0f} reports/s by the clock ({wall:.2f} s), {count / cpu:.0f} by processor time ({cpu:.2f} s)"
    )
    print(f"  {len(found)} passages of {len(found.index)} pairs, {len(found.variants)} variants")
    print(f"  recall: {recall(set(found.pairs()), gold)}")
    chance = sum(pair not in gold for pair in found.pairs())
    print(f"  pairs that are not in the gold (frames and closing lines in common): {chance}")
    print(f"  peak memory {peak():.2f} GB, of which {before:.2f} before the start (reports, libraries)")


def minhashes(reports: list[Report]) -> dict[str, MinHash]:
    shingles = []
    for report in reports:
        words = WORD.findall(report.text.lower())
        shingles.append([" ".join(words[i : i + SHINGLE]).encode() for i in range(len(words) - SHINGLE + 1)])
    made = MinHash.bulk(shingles, num_perm=128)
    return {report.id: hashes for report, hashes in zip(reports, made, strict=True)}


def candidates(hashes: dict[str, MinHash]) -> set[tuple[str, str]]:
    index = MinHashLSH(threshold=0.1, num_perm=128)
    for name, value in hashes.items():
        index.insert(name, value)
    return {(name, other) for name, value in hashes.items() for other in index.query(value) if name < other}


def align(a: list[str], b: list[str]) -> int:
    """Words in common by difflib, with the operations between them."""
    blocks = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return sum(end - begin for kind, begin, end, _, _ in blocks.get_opcodes() if kind == "equal")


def measure_peers(reports: list[Report], gold: Gold, sample: int) -> None:
    print(f"datasketch MinHashLSH (128 permutations, 5 words, threshold 0.1) and difflib on {len(reports)} reports")
    hashes, wall, _ = timed(lambda: minhashes(reports))
    pairs, more, _ = timed(lambda: candidates(hashes))
    lsh = wall + more
    print(f"  candidates alone: {len(reports) / lsh:.0f} reports/s ({lsh:.1f} s), {len(pairs)} pairs, no passages")
    print(f"  recall: {recall(pairs, gold)}")
    text = {report.id: WORD.findall(report.text.lower()) for report in reports}
    chosen = random.Random(1).sample(sorted(pairs), min(sample, len(pairs)))
    _, wall, _ = timed(lambda: [align(text[a], text[b]) for a, b in chosen])
    per_pair = wall / len(chosen)
    print(f"  difflib: {1 / per_pair:.0f} pairs/s over {len(chosen)} of them")
    total = lsh + per_pair * len(pairs)
    print(f"  end to end with all pairs aligned: {len(reports) / total:.0f} reports/s")
    found, wall, _ = timed(lambda: reuse(reports))
    print(f"  stemma.reuse on the same reports: {len(reports) / wall:.0f} reports/s, {len(found.index)} pairs")
    print(f"  recall: {recall(set(found.pairs()), gold)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pile", type=Path, help="JSON lines written by generate.py")
    parser.add_argument("--gold", type=Path, help="default: PILE with .gold.tsv")
    parser.add_argument("--peer-reports", type=int, default=4000, help="0 leaves the peers out")
    parser.add_argument("--peer-pairs", type=int, default=300)
    given = parser.parse_args()
    print(f"{platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}, {one_core()}")
    reports = read(given.pile)
    gold_path = given.gold or given.pile.with_suffix(".gold.tsv")
    measure_stemma(reports, read_gold(gold_path, {report.id for report in reports}))
    if given.peer_reports:
        some = sorted(reports, key=lambda report: report.id)[: given.peer_reports]
        measure_peers(some, read_gold(gold_path, {report.id for report in some}), given.peer_pairs)


if __name__ == "__main__":
    main()
