"""How fast the English engine reads on one core, how much memory it takes, and how both grow on text without a stop.

    python benchmarks/engine_speed.py reports.jsonl --reports 1000
    python benchmarks/engine_speed.py reports.jsonl --engine some/english.onnx --growth

Each line of the file holds a report with its `text`. Words are the engine's tokens; speed is by processor time, of a
process that reads one report after the other; loading includes the import of ONNX Runtime. `--growth` reads texts of
1,000 to 100,000 words without a full stop, each in a process of its own.
"""

import argparse
import json
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

MEGABYTE = 1e6
GROWTH = (1_000, 3_000, 10_000, 30_000, 100_000)
SENTENCE = (
    "and then the harbour pilot of Port Ansel told the crew that the old ferry had left for the island with timber "
)


def texts(reports: Path, most: int) -> Iterator[str]:
    """The first `most` texts of a file of reports, from its beginning again where it has fewer."""
    with reports.open(encoding="utf-8") as lines:
        found = [str(json.loads(line)["text"]) for line in lines if line.strip()]
    for number in range(most or len(found)):
        yield found[number % len(found)]


def read(read_texts: Iterator[str], engine_file: Path | None, threads: int) -> str:
    """Load the engine, read the texts, and say how long it took."""
    clock = time.process_time()
    from stemma.text.english import English
    from stemma.text.paragraphs import paragraphs

    imported = time.process_time() - clock
    clock, started = time.process_time(), time.perf_counter()
    engine = English.load(engine_file, threads)
    loaded, waited, held = time.process_time() - clock, time.perf_counter() - started, memory()
    number = words = sentences = 0
    clock = time.process_time()
    for text in read_texts:
        parse = engine.parse(text, paragraphs(text))
        number, words, sentences = number + 1, words + len(parse), sentences + len(parse.sentences)
    spent = time.process_time() - clock
    return (
        f"{number:,} texts, {words:,} words, {sentences:,} sentences: {words / spent:,.0f} words per CPU second "
        f"({spent:.1f} s); importing Stemma took {imported:.2f} s of CPU, loading the engine {loaded:.2f} s "
        f"({waited:.2f} s by the clock); "
        f"memory {held / MEGABYTE:.0f} MB after loading, {memory() / MEGABYTE:.0f} MB at most"
    )


def memory() -> int:
    """The highest memory of this process in bytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def without_stop(words: int) -> str:
    """A text of so many words, all in one paragraph and without a full stop."""
    own = SENTENCE.split()
    return " ".join(own[number % len(own)] for number in range(words))


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--reports", dest="most", type=int, default=0, help="how many reports to read; 0 for all once")
    parser.add_argument("--engine", type=Path, help="another engine file than the one that Stemma brings along")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--growth", action="store_true", help="read texts without a stop, too")
    parser.add_argument("--without-stop", type=int, help="read one text of so many words in this process, 0: the file")
    given = parser.parse_args()
    if given.without_stop is not None:
        words = given.without_stop
        chosen = iter([without_stop(words)]) if words else texts(given.reports, given.most)
        print(read(chosen, given.engine, given.threads))
        return
    print(f"{platform.machine()}, Python {platform.python_version()}, {given.threads} thread(s)", flush=True)
    for words in (0, *(GROWTH if given.growth else ())):
        subprocess.run([sys.executable, __file__, *sys.argv[1:], "--without-stop", str(words)], check=True)


if __name__ == "__main__":
    main()
