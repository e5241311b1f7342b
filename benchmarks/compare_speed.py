"""How fast `stemma.compare` is on a whole pile, and how much memory it takes, in a fresh process for each run.

    python benchmarks/generate.py --treebanks FOLDER --out pile.jsonl --reports 10000
    python benchmarks/compare_speed.py pile.jsonl --jobs 1 2

With several numbers of processes it also says whether the results are the same bytes.
"""

import argparse
import hashlib
import os
import platform
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from stemma.pipeline import compare
from stemma.present.exchange import chunks

STAGES = ("read", "annotate", "reuse", "group", "trace")


@dataclass(slots=True)
class Clock:
    """When each stage began and last told of itself, by the clock and by this process's own processor time."""

    begun: dict[str, tuple[float, float]] = field(default_factory=dict)
    told: dict[str, tuple[float, float]] = field(default_factory=dict)

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Take note of the time."""
        now = time.perf_counter(), time.process_time()
        self.begun.setdefault(stage, now)
        self.told[stage] = now


def measure(pile: Path, jobs: int) -> str:
    """Compare the pile in this process, print the figures, and return the hash of the result."""
    clock = Clock()
    clock("read", 0, None)
    comparison = compare([pile], jobs=jobs, progress=clock)
    clock("write", 0, None)
    digest = hashlib.sha256()
    size = 0
    for chunk in chunks(comparison):
        digest.update(chunk)
        size += len(chunk)
    clock("write", 1, None)
    copies = sum(len(account.lineage.copies) for account in comparison.accounts)
    print(f"jobs {jobs}: {len(comparison.reports):,} reports, {len(comparison.accounts):,} stories, {copies:,} pairs")
    for stage in (*STAGES, "write"):
        (wall, cpu), (wall_end, cpu_end) = clock.begun[stage], clock.told[stage]
        print(f"  {stage:<9}{wall_end - wall:7.1f} s, of which this process worked {cpu_end - cpu:6.1f} s")
    wall = clock.told["write"][0] - clock.begun["read"][0]
    print(f"  whole    {wall:7.1f} s; processor time {processor_time():.1f} s in all; peak memory {memory()}")
    print(f"  JSON     {size / 1e6:7.1f} MB, sha256 {digest.hexdigest()[:16]}")
    return digest.hexdigest()


def processor_time() -> float:
    """Seconds of processor time of this process and of those that it started and that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def memory() -> str:
    """The highest memory of this process and of the largest one that it started."""
    try:
        import resource
    except ImportError:  # Windows
        return "unknown"
    unit = 1 if sys.platform == "darwin" else 1024
    own, other = (resource.getrusage(who).ru_maxrss * unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return f"{own / 1e9:.2f} GB" + (f" and {other / 1e9:.2f} GB in the largest worker" if other else "")


def main() -> None:
    """Measure each number of processes in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pile", type=Path)
    parser.add_argument("--jobs", type=int, nargs="+", default=[2])
    given = parser.parse_args()
    if len(given.jobs) == 1:
        measure(given.pile, given.jobs[0])
        return
    print(f"{platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    hashes = set()
    for jobs in given.jobs:
        command = [sys.executable, __file__, str(given.pile), "--jobs", str(jobs)]
        run = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
        print(run.stdout, end="")
        hashes.add(run.stdout.rsplit(" ", 1)[1].strip())
    print("the same bytes" if len(hashes) == 1 else "DIFFERENT BYTES")


if __name__ == "__main__":
    main()
