"""What the page shows of the whole pile: the index of its stories, what was read, how, and with which settings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from inspect import cleandoc
from itertools import chain
from typing import Any

from stemma.model import Comparison, Note
from stemma.present.report_view import ReportView, name_of, span_of_days
from stemma.present.shown import plain
from stemma.present.view import PageSettings, StoryView

FEW_STORIES = 3
"""In a pile with at most so many stories the first one is open from the start."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports have something in common."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Stage:
    """The settings of one stage: what they are for, and each with its value."""

    name: str
    purpose: str
    values: tuple[tuple[str, str], ...]


class PileView:
    """The pile as the page shows it: stories in the order of the index, then reports on their own."""

    def __init__(self, comparison: Comparison, using: PageSettings, settings: object | None) -> None:
        self.comparison = comparison
        self.using = using
        views = [
            StoryView(account, len(account.story.reports) == len(comparison.reports), using)
            for account in comparison.accounts
        ]
        self.told = sorted((s for s in views if len(s.reports) > 1), key=_copying_first)
        self.alone = sorted((s for s in views if len(s.reports) == 1), key=lambda s: (s.title.casefold(), s.anchor))
        self.stages = stages(settings, using)

    @property
    def single(self) -> bool:
        """Whether the pile is one story, so that there is nothing to choose from."""
        return len(self.told) == 1 and not self.alone

    @property
    def opened(self) -> bool:
        """Whether the first story is open from the start."""
        return len(self.told) <= FEW_STORIES

    @cached_property
    def views(self) -> dict[str, ReportView]:
        """Each report by its id."""
        return {i: view for story in self._stories for i, view in story.view.items()}

    @property
    def _stories(self) -> list[StoryView]:
        return [*self.told, *self.alone]

    @property
    def days(self) -> str:
        """The days on which the reports appeared."""
        return span_of_days(list(self.views.values()))

    @property
    def words(self) -> int:
        """Words outside of furniture."""
        return sum(view.words for view in self.views.values())

    @cached_property
    def outlets(self) -> list[Tally]:
        """Outlets, or files where none is known, in alphabetical order."""
        names = Counter(name_of(view.report) for view in self.views.values())
        return [Tally(name, names[name]) for name in sorted(names, key=lambda name: (name.casefold(), name))]

    @property
    def unnamed(self) -> int:
        """Reports whose outlet is not known."""
        return sum(not view.report.outlet for view in self.views.values())

    @cached_property
    def languages(self) -> list[Tally]:
        """Languages, most reports first."""
        return _counted(view.report.language or "unknown" for view in self.views.values())

    @property
    def readers(self) -> list[Tally]:
        """The readers that took the texts from the bytes, with their versions."""
        return _counted(view.report.reader for view in self.views.values())

    @property
    def bases(self) -> list[Tally]:
        """Where the publication times come from."""
        return _counted(view.report.published_basis for view in self.views.values())

    @property
    def containers(self) -> list[Tally]:
        """What held several reports together: feeds, digests, mail clippings."""
        return _counted(view.report.container for view in self.views.values() if view.report.container)

    @property
    def inputs(self) -> int:
        """Files that reports were read from."""
        return len({view.report.uri.partition("#")[0] for view in self.views.values()})

    @property
    def notes(self) -> Sequence[Note]:
        """What was passed over."""
        return self.comparison.notes

    def uri(self, report: str) -> str:
        """Where a report was read, given its id or already that."""
        return self.views[report].report.uri if report in self.views else report

    @cached_property
    def _number(self) -> tuple[dict[str, int], dict[str, int]]:
        """Outlets and languages by their numbers in the index."""
        outlets, languages = ({t.name: n for n, t in enumerate(tallies)} for tallies in (self.outlets, self.languages))
        return outlets, languages

    @property
    def index(self) -> dict[str, Any]:
        """What the script searches, filters and sorts by; it reads titles and texts on the page."""
        return {
            "outlets": [plain(tally.name) for tally in self.outlets],
            "entries": [self._entry(story) for story in self._stories],
        }

    def _entry(self, story: StoryView) -> list[Any]:
        outlets, languages = self._number
        days = sorted(view.day for view in story.reports if view.day)
        several = len(story.reports) > 1
        return [
            story.anchor if several else story.reports[0].anchor,
            len(story.reports),
            *story.lineage.texts,
            len(story.copying),
            len(story.heavy),
            days[0] if days else "",
            days[-1] if days else "",
            sorted({outlets[name_of(view.report)] for view in story.reports}),
            sorted({languages[view.report.language or "unknown"] for view in story.reports}),
            "\n".join(plain(view.title) for view in story.reports),
        ]


def stages(settings: object | None, using: PageSettings) -> list[Stage]:
    """The settings of each stage as a table: `settings` is a record with a record of settings for each stage."""
    records: dict[str, object] = {"page": using}
    if is_dataclass(settings):
        records = {field.name: getattr(settings, field.name) for field in fields(settings)} | records
    return [Stage(name, cleandoc(record.__doc__ or ""), tuple(_values(record))) for name, record in records.items()]


def _values(record: object, prefix: str = "") -> list[tuple[str, str]]:
    """The names and values of a record's fields; those of records within it are dotted."""
    if not is_dataclass(record):
        return []
    return list(
        chain.from_iterable(
            _values(value, f"{prefix}{field.name}.")
            if is_dataclass(value := getattr(record, field.name))
            else [(prefix + field.name, _written(value))]
            for field in fields(record)
        )
    )


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Mapping | tuple | list):
        return ", ".join(str(item) for item in (value.items() if isinstance(value, Mapping) else value)) or "none"
    return str(value)


def _counted(names: Any) -> list[Tally]:
    count: Counter[str] = Counter(names)
    return [Tally(name, count[name]) for name in sorted(count, key=lambda name: (-count[name], name))]


def _copying_first(story: StoryView) -> tuple[int, int, str, str]:
    """Most reports with copied prose first; then by size and title."""
    return (-len(story.copying), -len(story.reports), story.title.casefold(), story.anchor)
