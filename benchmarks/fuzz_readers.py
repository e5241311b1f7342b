"""Throws broken input at the readers and keeps what makes one fall over, break a law or take long.

    nice .venv/bin/python benchmarks/fuzz_readers.py --minutes 30 --keep /tmp/found

Where atheris is installed (`pip install atheris` into an environment of its own; it is no dependency), `--atheris`
lets libFuzzer choose the mutations by the code that they reach; else they are drawn at random from `--seed`.
"""

import argparse
import io
import random
import resource
import sys
import time
import traceback
from collections import Counter
from hashlib import sha256
from pathlib import Path

if "--atheris" in sys.argv:
    import atheris

    with atheris.instrument_imports(include=["stemma"]):
        from stemma.model import Problem, Report
        from stemma.read import ReadSettings, read
        from stemma.read.inputs import OWN_ERROR
else:
    from stemma.model import Problem, Report
    from stemma.read import ReadSettings, read
    from stemma.read.inputs import OWN_ERROR

ROOT = Path(__file__).parent.parent
SEEDS = (ROOT / "examples" / "reports", ROOT / "tests" / "read" / "samples")
# Small bounds, so that the bounds themselves are reached.
USING = ReadSettings(max_bytes=1_000_000, max_html_bytes=500_000, max_pages=50)
SLOW_SECONDS = 5.0
LONGEST_SEED = 60_000


def check(data: bytes) -> None:
    """Read `data` as standard input twice; raises what falls over and AssertionError where a law is broken."""
    found = list(read(["-"], USING, stdin=io.BytesIO(data)))
    assert found == list(read(["-"], USING, stdin=io.BytesIO(data))), "two readings differ"
    for report in found:
        if not isinstance(report, Report):
            assert not isinstance(report, Problem) or OWN_ERROR not in report.reason, report
            continue
        end = 0
        for span in report.furniture:
            assert end <= span.start < span.end <= len(report.text), "furniture is out of place"
            end = span.end
        for credit in report.credits:
            assert credit.span is None or 0 <= credit.span.start < credit.span.end <= len(report.text)
        assert any(letter.isalnum() for letter in report.text), "a report without words"
        report.text.encode()


def mutated(draw: random.Random, seeds: list[bytes]) -> bytes:
    """A seed with some of its bytes changed, cut out, repeated, or replaced by a part of another seed."""
    data = bytearray(draw.choice(seeds))
    for _ in range(draw.choice((1, 1, 2, 3, 5, 8, 20))):
        start = draw.randrange(len(data) + 1)
        end = min(len(data), start + draw.choice((0, 1, 2, 8, 40, 300, 3_000)))
        match draw.randrange(6):
            case 0:
                data[start:end] = b""
            case 1:
                data[start:end] = bytes(draw.randrange(256) for _ in range(end - start))
            case 2:
                data[start:start] = data[start:end] * draw.choice((1, 2, 30))
            case 3:
                other = draw.choice(seeds)
                cut = draw.randrange(len(other) + 1)
                data[start:end] = other[cut : cut + draw.choice((8, 100, 2_000))]
            case 4:
                data[start:end] = draw.choice(
                    (b"\0", b"\xff\xfe", b"\r", b"\n\n", b"<", b">", b'"', b"{", b"]]>", b"\x0c")
                )
            case 5 if start < len(data):
                data[start] ^= 1 << draw.randrange(8)
    return bytes(data[: USING.max_bytes])


class Findings:
    """What fell over, one file for each place in the code that did."""

    def __init__(self, keep: Path) -> None:
        self.keep = keep
        self.places: Counter[str] = Counter()
        keep.mkdir(parents=True, exist_ok=True)

    def tried(self, data: bytes) -> None:
        """Check `data` and keep it if it is the first that falls over where it does."""
        start = time.process_time()
        try:
            check(data)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            self._add(f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {str(error)[:80]}", data)
        if (took := time.process_time() - start) > SLOW_SECONDS:
            self._add(f"slow: {took:.0f} s", data)

    def _add(self, place: str, data: bytes) -> None:
        self.places[place] += 1
        if self.places[place] == 1:
            name = sha256(data).hexdigest()[:12]
            (self.keep / name).write_bytes(data)
            print(f"{name}: {place}", flush=True)


def seeds_of(folders: tuple[Path, ...]) -> list[bytes]:
    """The seeds: every file that these folders hold, cut where it is long."""
    return [p.read_bytes()[:LONGEST_SEED] for folder in folders for p in sorted(folder.glob("**/*")) if p.is_file()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--atheris", action="store_true")
    options = parser.parse_args()
    findings = Findings(options.keep)
    seeds = seeds_of(SEEDS)
    if options.atheris:
        guided(findings, seeds, options.minutes, options.keep, options.seed)
        return
    draw = random.Random(options.seed)
    tries = 0
    while time.process_time() < options.minutes * 60:
        findings.tried(mutated(draw, seeds))
        tries += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{tries} inputs, {time.process_time() / 60:.1f} minutes of CPU, {peak:.0f} MB, {dict(findings.places)}")


def guided(findings: Findings, seeds: list[bytes], minutes: float, keep: Path, seed: int) -> None:
    """The same with libFuzzer's choice of mutations; it ends the process itself."""
    corpus = keep / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(data)
    arguments = [sys.argv[0], str(corpus), f"-max_total_time={minutes * 60:.0f}", f"-seed={seed + 1}"]
    atheris.Setup([*arguments, "-max_len=60000", "-rss_limit_mb=4000", "-timeout=60"], findings.tried)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
