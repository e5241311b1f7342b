"""The main path: read, annotate, find reuse, group, trace, compare.

`annotate` maps over reports, `trace` and `compare` over stories, so these can run on several processes; `reuse` and
`group` alone see the whole pile. Whatever the order of the inputs and the number of processes, the same comparison
comes out: the pile is sorted by report id before anything looks across it, and `trace` is given the passages of its
own story only.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar

import msgspec

from stemma.annotate import AnnotateSettings, annotate
from stemma.compare import CompareSettings
from stemma.compare import compare as account_of
from stemma.errors import SettingsError
from stemma.group import GroupSettings, group
from stemma.model import Account, Annotations, Comparison, Duplicate, Note, Passages, Problem, Report, Story
from stemma.partition import Case, apart
from stemma.processes import Workers
from stemma.read import ReadSettings, read, repeated_furniture
from stemma.reuse import ReuseSettings, reuse
from stemma.trace import TraceSettings, trace

Found = Report | Problem | Duplicate | Note
"""What reading gives."""

_T = TypeVar("_T")
# Parts of the work handed to each process: more of them even out slow ones, fewer cost less talk.
_PARTS_PER_JOB = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of each stage."""

    read: ReadSettings = field(default_factory=ReadSettings)
    annotate: AnnotateSettings = field(default_factory=AnnotateSettings)
    reuse: ReuseSettings = field(default_factory=ReuseSettings)
    group: GroupSettings = field(default_factory=GroupSettings)
    trace: TraceSettings = field(default_factory=TraceSettings)
    compare: CompareSettings = field(default_factory=CompareSettings)


class Progress(Protocol):
    """Is told how far a stage is: `done` of `total`, or of nobody knows how many where `total` is None."""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Take note."""


def compare(
    inputs: Iterable[str | Path],
    using: Settings | None = None,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> Comparison:
    """Read the inputs (files, folders, `-` for standard input) and compare the reports in them.

    An input that can't be read is named under `errors`; the others are compared all the same. The result does not
    depend on the order of `inputs` nor on `jobs`, the number of processes. With more than one, a script that calls
    this needs `if __name__ == "__main__":`.

    >>> comparison = compare(["no such file.txt"])
    >>> [problem.input for problem in comparison.errors]
    ['no such file.txt']
    """
    using = using or Settings()
    found = read(sorted(inputs, key=str), using.read, stdin)
    return compare_reports(found, using, jobs=jobs, progress=progress)


def compare_reports(
    found: Iterable[Found],
    using: Settings | None = None,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Comparison:
    """Compare reports that were read before; see `compare`."""
    using = using or Settings()
    if jobs < 1:
        raise SettingsError(f"jobs is {jobs}, must be at least 1")
    tell = progress or _silent
    pile = _Pile.of(_counted(found, tell))
    with Workers(jobs) as workers:
        work = _Work(using, jobs, workers, tell)
        notes = work.annotated(pile.reports)
        tell("reuse", 0, 1)
        shared = reuse(pile.reports, using.reuse)
        tell("reuse", 1, 1)
        tell("group", 0, 1)
        stories = group(notes, shared, using.group)
        tell("group", 1, 1)
        accounts = work.accounts(stories, shared)
    return Comparison(
        reports=tuple(notes),
        accounts=tuple(sorted(accounts, key=_first_to_read)),
        errors=pile.errors,
        duplicates=pile.duplicates,
        notes=pile.notes,
    )


def _first_to_read(account: Account) -> tuple[int, int, str]:
    """The order of stories: those with most copying reports first, then those with most reports."""
    copying = {report for copy in account.lineage.copies if copy.relation is not None for report in (copy.a, copy.b)}
    return -len(copying), -len(account.story.reports), account.story.id


def _silent(stage: str, done: int, total: int | None) -> None:
    """Progress that nobody watches."""


def _counted(found: Iterable[Found], tell: Progress) -> Iterator[Found]:
    count = 0
    for count, item in enumerate(found, 1):
        yield _sound(item)
        tell("read", count, None)
    tell("read", count, count)


def _sound(item: Found) -> Found:
    """The item with a "?" for each character that UTF-8 can't hold: file names may be any bytes."""
    changed: dict[str, Any] = {}
    for name in item.__slots__:
        value = getattr(item, name)
        if isinstance(value, str) and (sound := value.encode("utf-8", "replace").decode("utf-8")) != value:
            changed[name] = sound
    return replace(item, **changed) if changed else item


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pile:
    """What was read, sorted, each report once."""

    reports: tuple[Report, ...]
    errors: tuple[Problem, ...]
    duplicates: tuple[Duplicate, ...]
    notes: tuple[Note, ...]

    @classmethod
    def of(cls, found: Iterable[Found]) -> "_Pile":
        items = list(found)
        reports: dict[str, Report] = {}
        duplicates = [item for item in items if isinstance(item, Duplicate)]
        for report in sorted((i for i in items if isinstance(i, Report)), key=lambda r: (r.id, r.uri)):
            if report.id in reports:
                duplicates.append(Duplicate(input=report.uri, of=reports[report.id].uri))
            else:
                reports[report.id] = report
        problems = [item for item in items if isinstance(item, Problem)]
        return cls(
            reports=tuple(repeated_furniture(reports.values())),
            errors=tuple(sorted(problems, key=lambda p: (p.input, p.reason))),
            duplicates=tuple(sorted(duplicates, key=lambda d: (d.input, d.of))),
            notes=tuple(sorted((i for i in items if isinstance(i, Note)), key=lambda n: (n.input, n.reason))),
        )


# --- stages that map, in this process or on several -----------------------------------------------


@dataclass(frozen=True, slots=True)
class _Work:
    using: Settings
    jobs: int
    workers: Workers
    tell: Progress

    def annotated(self, reports: Sequence[Report]) -> list[Annotations]:
        if self._alone(reports):
            tasks = ([annotate(report, self.using.annotate)] for report in reports)
            return self._gathered("annotate", tasks, len(reports))
        parts = _parts(reports, lambda report: len(report.text), self.jobs * _PARTS_PER_JOB)
        payloads = [msgspec.json.encode((part, self.using.annotate)) for part in parts]
        results = (
            msgspec.json.decode(result, type=list[Annotations])
            for result in self.workers.map(_annotate_there, payloads)
        )
        return self._gathered("annotate", results, len(reports))

    def accounts(self, stories: Sequence[Story], shared: Passages) -> tuple[Account, ...]:
        tracing, comparing = self.using.trace, self.using.compare
        if self._alone(stories):
            tasks = ([_account(story, own, tracing, comparing)] for story, own in apart(stories, shared))
            return tuple(self._gathered("trace", tasks, len(stories)))
        cases = [Case.of(story, own) for story, own in apart(stories, shared)]
        parts = _parts(cases, lambda case: len(case.story.reports) ** 2, self.jobs * _PARTS_PER_JOB)
        payloads = [msgspec.json.encode((part, tracing, comparing)) for part in parts]
        results = (
            msgspec.json.decode(result, type=list[Account]) for result in self.workers.map(_account_there, payloads)
        )
        accounts = self._gathered("trace", results, len(stories))
        # The stories come back as copies: keep the ones that are here already.
        return tuple(replace(account, story=story) for account, story in zip(accounts, stories, strict=True))

    def _alone(self, items: Sequence[object]) -> bool:
        return self.jobs == 1 or len(items) < 2

    def _gathered(self, stage: str, parts: Iterable[list[_T]], total: int) -> list[_T]:
        gathered: list[_T] = []
        self.tell(stage, 0, total)
        for part in parts:
            gathered.extend(part)
            self.tell(stage, len(gathered), total)
        return gathered


def _parts(items: Sequence[_T], weigh: Callable[[_T], int], most: int) -> list[list[_T]]:
    """`items` in order, cut into at most about `most` parts of like weight."""
    enough = sum(map(weigh, items)) / most
    parts: list[list[_T]] = []
    weight = 0
    for item in items:
        if not parts or weight >= enough:
            parts.append([])
            weight = 0
        parts[-1].append(item)
        weight += weigh(item)
    return parts


def _annotate_there(payload: bytes) -> bytes:
    reports, using = msgspec.json.decode(payload, type=tuple[list[Report], AnnotateSettings])
    return msgspec.json.encode([annotate(report, using) for report in reports])


def _account_there(payload: bytes) -> bytes:
    cases, tracing, comparing = msgspec.json.decode(payload, type=tuple[list[Case], TraceSettings, CompareSettings])
    return msgspec.json.encode([_account(case.story, case.passages(), tracing, comparing) for case in cases])


def _account(story: Story, shared: Passages, tracing: TraceSettings, comparing: CompareSettings) -> Account:
    return account_of(story, trace(story, shared, tracing), comparing)
