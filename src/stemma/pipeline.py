"""The main path: read, annotate, find reuse, group, settle, trace, compare.

`annotate` maps over reports; `settle`, `trace` and `compare` map over stories: these can run on several processes.
`reuse` and `group` alone see the whole pile. Whatever the order of the inputs and the number of processes, the same
comparison comes out: the pile is sorted by report id before anything looks across it, and `trace` is given the passages
of its own story only.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol, TypeVar

import msgspec

from stemma.annotate import AnnotateSettings, annotate
from stemma.compare import CompareSettings
from stemma.compare import compare as account_of
from stemma.errors import SettingsError
from stemma.group import GroupSettings, group
from stemma.model import Account, Annotations, Comparison, Duplicate, Note, Passages, Problem, Report, Story
from stemma.partition import Case, apart
from stemma.processes import Workers, rare_collections
from stemma.read import Portion, ReadSettings, portions, read_portions, repeated_furniture, without_repeats
from stemma.reuse import ReuseSettings, reuse
from stemma.settle import SettleSettings, settle
from stemma.trace import TraceSettings, trace

Found = Report | Problem | Duplicate | Note
"""What reading gives."""

_T = TypeVar("_T")
# Parts of the work handed to each process: more of them even out slow ones, fewer cost less talk.
_PARTS_PER_JOB = 16
# Bytes of inputs that are handed to a process at once, and those that a small file counts for.
_PART_OF_INPUTS, _SMALL_FILE = 512 * 1024, 16 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of each stage."""

    read: ReadSettings = field(default_factory=ReadSettings)
    annotate: AnnotateSettings = field(default_factory=AnnotateSettings)
    reuse: ReuseSettings = field(default_factory=ReuseSettings)
    group: GroupSettings = field(default_factory=GroupSettings)
    settle: SettleSettings = field(default_factory=SettleSettings)
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
    with _at_work(using, jobs, progress) as work:
        return work.comparison(work.read(sorted(inputs, key=str), stdin))


def compare_reports(
    found: Iterable[Found],
    using: Settings | None = None,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Comparison:
    """Compare reports that were read before; see `compare`."""
    with _at_work(using, jobs, progress) as work:
        return work.comparison(found)


@contextmanager
def _at_work(using: Settings | None, jobs: int, progress: Progress | None) -> Iterator["_Work"]:
    if jobs < 1:
        raise SettingsError(f"jobs is {jobs}, must be at least 1")
    with rare_collections(), Workers(jobs) as workers:
        yield _Work(using or Settings(), jobs, workers, progress or _silent)


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


# --- the stages, those that map in this process or on several -------------------------------------


class _Within(NamedTuple):
    """The settings of the stages that work on one story."""

    settle: SettleSettings
    trace: TraceSettings
    compare: CompareSettings


@dataclass(frozen=True, slots=True)
class _Work:
    using: Settings
    jobs: int
    workers: Workers
    tell: Progress

    def comparison(self, found: Iterable[Found]) -> Comparison:
        pile = _Pile.of(_counted(found, self.tell))
        notes = self.annotated(pile.reports)
        self.tell("reuse", 0, 1)
        shared = reuse(pile.reports, self.using.reuse)
        self.tell("reuse", 1, 1)
        self.tell("group", 0, 1)
        stories = group(notes, shared, self.using.group)
        self.tell("group", 1, 1)
        accounts = self.accounts(stories, shared)
        settled = {note.report.id: note for account in accounts for note in account.story.reports}
        return Comparison(
            reports=tuple(settled.get(note.report.id, note) for note in notes),
            accounts=tuple(sorted(accounts, key=_first_to_read)),
            errors=pile.errors,
            duplicates=pile.duplicates,
            notes=pile.notes,
        )

    def read(self, inputs: Iterable[str | Path], stdin: BinaryIO | None) -> Iterator[Found]:
        ahead = portions(inputs, self.using.read, stdin)
        first = list(islice(ahead, 2))
        found = chain(first, ahead)
        return without_repeats(
            read_portions(found, self.using.read) if self._alone(first) else self._read_by_workers(found)
        )

    def _read_by_workers(self, found: Iterable[Portion | Problem | Note]) -> Iterator[Report | Problem | Note]:
        failed: list[Problem | Note] = []
        parts = _parts(_put_aside(found, failed), lambda portion: portion.size + _SMALL_FILE, _PART_OF_INPUTS)
        payloads = (msgspec.json.encode((part, self.using.read)) for part in parts)
        for result in self.workers.map(_read_there, payloads):
            reports, problems, notes = msgspec.json.decode(result, type=tuple[list[Report], list[Problem], list[Note]])
            yield from reports
            yield from problems
            yield from notes
        yield from failed

    def annotated(self, reports: Sequence[Report]) -> list[Annotations]:
        if self._alone(reports):
            tasks = ([annotate(report, self.using.annotate)] for report in reports)
            return self._gathered("annotate", tasks, len(reports))
        parts = _parts(reports, lambda report: len(report.text), self._share(len(r.text) for r in reports))
        payloads = (msgspec.json.encode((part, self.using.annotate)) for part in parts)
        results = (
            msgspec.json.decode(result, type=list[Annotations])
            for result in self.workers.map(_annotate_there, payloads)
        )
        return self._gathered("annotate", results, len(reports))

    def accounts(self, stories: Sequence[Story], shared: Passages) -> Sequence[Account]:
        own = apart(stories, shared)
        if self._alone(stories):
            tasks = ([_account(story, passages, self._within)] for story, passages in own)
            return self._gathered("trace", tasks, len(stories))
        cases = (Case.of(story, passages) for story, passages in own)
        parts = _parts(cases, lambda case: _pairs(case.story), self._share(map(_pairs, stories)))
        payloads = (msgspec.json.encode((part, self._within)) for part in parts)
        results = (
            msgspec.json.decode(result, type=list[Account]) for result in self.workers.map(_account_there, payloads)
        )
        return self._gathered("trace", results, len(stories))

    @property
    def _within(self) -> _Within:
        return _Within(self.using.settle, self.using.trace, self.using.compare)

    def _alone(self, items: Sequence[object]) -> bool:
        return self.jobs == 1 or len(items) < 2

    def _share(self, weights: Iterable[int]) -> float:
        return sum(weights) / (self.jobs * _PARTS_PER_JOB)

    def _gathered(self, stage: str, parts: Iterable[list[_T]], total: int) -> list[_T]:
        gathered: list[_T] = []
        self.tell(stage, 0, total)
        for part in parts:
            gathered.extend(part)
            self.tell(stage, len(gathered), total)
        return gathered


def _parts(items: Iterable[_T], weigh: Callable[[_T], int], enough: float) -> Iterator[list[_T]]:
    """`items` in order, in parts that weigh enough."""
    part: list[_T] = []
    weight = 0
    for item in items:
        part.append(item)
        weight += weigh(item)
        if weight >= enough:
            yield part
            part, weight = [], 0
    if part:
        yield part


def _put_aside(found: Iterable[Portion | Problem | Note], failed: list[Problem | Note]) -> Iterator[Portion]:
    for item in found:
        if isinstance(item, Problem | Note):
            failed.append(item)
        else:
            yield item


def _pairs(story: Story) -> int:
    return len(story.reports) ** 2


def _read_there(payload: bytes) -> bytes:
    given, using = msgspec.json.decode(payload, type=tuple[list[Portion], ReadSettings])
    found = [_sound(item) for item in read_portions(given, using)]
    return msgspec.json.encode([[item for item in found if isinstance(item, kind)] for kind in (Report, Problem, Note)])


def _annotate_there(payload: bytes) -> bytes:
    reports, using = msgspec.json.decode(payload, type=tuple[list[Report], AnnotateSettings])
    return msgspec.json.encode([annotate(report, using) for report in reports])


def _account_there(payload: bytes) -> bytes:
    cases, using = msgspec.json.decode(payload, type=tuple[list[Case], _Within])
    return msgspec.json.encode([_account(case.story, case.passages(), using) for case in cases])


def _account(story: Story, shared: Passages, using: _Within) -> Account:
    settled = settle(story, using.settle)
    return account_of(settled, trace(settled, shared, using.trace), using.compare)
