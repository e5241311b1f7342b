"""How many distinct speakers or documents stand behind a statement: the second of its two counts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.compare.counts import Texts, outlets
from stemma.compare.voices import Voice, may_be_one, one_quotation, surely_one, voice
from stemma.model import Annotations, Assertion, Attribution, Count, Lineage, Statement, Story

COMPARED = 48
"""Sources of a statement that are compared in pairs; of more, `low` rests on the surest of them."""
NAMED, SHOWN = 4, 6
"""Sources that a reason names, and words of a quotation that it shows."""


def sources(story: Story, lineage: Lineage, assertions: Sequence[Assertion]) -> tuple[Count, tuple[str, ...]]:
    """How many distinct sources stand behind a statement, and the ids of the entities among them.

    `high` counts each that no report shows to be another: a body and its spokesman are one, as are the same words of a
    quotation, whoever they are given to, and a speaker whom copied prose names. A report that makes the statement in
    its own voice alone adds one to `high`, whom nobody knows, once for each text. `low` counts those of whom no two
    can be one: "officials" may be the ministry. Who denies it is none, unless all do. For many statements of a story,
    `Sources` does it once.

    >>> sources(Story(id="s", reports=()), Lineage(copies=(), origins=(), descents=()), ())
    (Count(low=0, high=0, because=()), ())
    """
    return Sources(story, Texts(story, lineage)).count(assertions)


def single_source(statement: Statement) -> bool:
    """Whether several reports make a statement that leads back to one source for certain: circular reporting."""
    return statement.sources.high == 1 and len({assertion.report for assertion in statement.assertions}) > 1


@dataclass(slots=True)
class _Source:
    """Voices that are one source for certain."""

    voices: list[Voice]
    because: list[str]

    @property
    def first(self) -> Voice:
        return min(self.voices, key=lambda v: (v.rank, v.entity is None, -len(v.called), v.called, v.report))

    @property
    def reports(self) -> list[str]:
        return list(dict.fromkeys(v.report for v in self.voices))


class Sources:
    """The speakers of a story's reports. Built once, in time linear in their number."""

    def __init__(self, story: Story, texts: Texts) -> None:
        self._texts = texts
        self._notes: dict[str, Annotations] = {notes.report.id: notes for notes in story.reports}
        self._entities = {entity.id: entity for entity in story.entities}
        self._said: dict[tuple[str, str], Attribution] = {
            (notes.report.id, said.id): said for notes in story.reports for said in notes.attributions
        }

    def count(self, assertions: Sequence[Assertion]) -> tuple[Count, tuple[str, ...]]:
        """How many sources stand behind a statement, and who; see `sources`."""
        if not assertions:
            return Count(low=0, high=0), ()
        heard: list[Voice] = []
        own: list[tuple[str, str]] = []
        for assertion in assertions:
            origin = self._texts.origin_of(assertion.report, assertion.spans) or assertion.origin
            found = self._voice(assertion, origin)
            if found is not None:
                heard.append(found)
            else:
                own.append((assertion.report, origin))
        behind = [one for one in heard if not one.denies] or heard
        held = _joined(behind, self._texts)
        silent = self._silent(own, heard)
        apart = _apart(held)
        high = max(1, len(held) + len(silent))
        count = Count(
            low=max(1, len(apart)),
            high=high,
            because=(
                *dict.fromkeys(self._reasons(held, apart, silent, high, {a.report for a in assertions})),
                *dict.fromkeys(f"{one.called} denies it" for one in heard if one.denies and one not in behind),
            ),
        )
        return count, _entities(held)

    def _voice(self, assertion: Assertion, origin: str) -> Voice | None:
        said = self._said.get((assertion.report, assertion.attribution or ""))
        notes = self._notes.get(assertion.report)
        if said is None or notes is None:
            return None
        return voice(said, notes, origin, assertion.spans, self._entities)

    def _silent(self, own: Iterable[tuple[str, str]], heard: Sequence[Voice]) -> dict[str, list[str]]:
        """Texts that make the statement in their own voice alone -> the reports that carry them."""
        told = {v.report for v in heard}
        texts = {v.origin for v in heard}
        silent: dict[str, list[str]] = defaultdict(list)
        for report, origin in own:
            copied = self._texts.is_copied(origin)
            if report not in told and not (copied and origin in texts):
                silent[origin if copied else report].append(report)
        return dict(silent)

    def _reasons(
        self,
        held: Sequence[_Source],
        apart: Sequence[_Source],
        silent: dict[str, list[str]],
        high: int,
        reports: set[str],
    ) -> Iterable[str]:
        if held:
            names = [source.first.called for source in held]
            more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
            yield f"given to {', '.join(names[:NAMED])}{more}"
        if high == 1 and len(reports) > 1 and held:
            yield f"all {len(reports)} reports lead to one source: {held[0].first.called}"
        for source in held:
            yield from dict.fromkeys(source.because)
        for source in held:
            if all(source is not other for other in apart) and len(apart) < len(held):
                near = next((o for o in apart if _may(source, o)), None)
                if near is not None:
                    yield f"“{source.first.called}” and “{near.first.called}” may be one"
        for carried in silent.values():
            whose = "its" if len(set(carried)) == 1 else "their"
            yield f"{self._outlets(carried)}: in {whose} own voice, which may have any source"

    def _outlets(self, reports: Iterable[str]) -> str:
        return outlets(self._notes[report].report for report in dict.fromkeys(reports) if report in self._notes)


def _entities(held: Sequence[_Source]) -> tuple[str, ...]:
    ranked = sorted(held, key=lambda source: -len(source.reports))
    return tuple(dict.fromkeys(v.entity.id for source in ranked for v in source.voices if v.entity is not None))


def _joined(heard: Sequence[Voice], texts: Texts) -> list[_Source]:
    """The voices gathered to sources that are one for certain, in the order in which they are heard.

    By keys first, so that a speaker whom thousands name costs little; then those left are compared in pairs.
    """
    by_key: dict[tuple[str, ...], _Source] = {}
    found: list[_Source] = []
    for one in heard:
        keys = list(_keys(one, texts))
        source = next((by_key[key] for key in keys if key in by_key), None)
        if source is None:
            source = _Source([], [])
            found.append(source)
        source.voices.append(one)
        for key in keys:
            by_key.setdefault(key, source)
    return _merged(found)


def _keys(one: Voice, texts: Texts) -> Iterable[tuple[str, ...]]:
    """What two voices must have in common to be one without being compared."""
    words = one.called.casefold()
    if one.entity is not None:
        yield "entity", one.entity.id
    else:
        yield "report", one.report, words
        if texts.is_copied(one.origin):
            yield "origin", one.origin, words


def _merged(found: Sequence[_Source]) -> list[_Source]:
    """Sources that are one body or give one quotation, joined; each is compared with at most so many."""
    kept: list[_Source] = []
    for source in found:
        for other in kept[:COMPARED]:
            if (why := _one(source, other)) is not None:
                other.voices.extend(source.voices)
                other.because.extend((*source.because, why))
                break
        else:
            kept.append(source)
    return kept


def _one(a: _Source, b: _Source) -> str | None:
    """Why two are one source for certain, if they are; two people never are because both speak for one body."""
    pairs = [(mine, theirs) for mine in a.voices[:COMPARED] for theirs in b.voices[:COMPARED]]
    for mine, theirs in pairs:
        if one_quotation(mine, theirs):
            return f"the same quotation: “{' '.join(min(mine.quoted, theirs.quoted, key=len)[:SHOWN])} …”"
    people = {v.entity.id for v in (*a.voices, *b.voices) if v.entity is not None and v.sort == "person"}
    if len(people) > 1:
        pairs = [(mine, theirs) for mine, theirs in pairs if mine.sort == theirs.sort == "person"]
    return next((why for mine, theirs in pairs if (why := surely_one(mine, theirs)) is not None), None)


def _may(a: _Source, b: _Source) -> bool:
    return any(may_be_one(x, y) for x in a.voices[:COMPARED] for y in b.voices[:COMPARED])


def _apart(held: Sequence[_Source]) -> list[_Source]:
    """Sources of whom no two can be one: the surest first, then those in most reports."""
    ranked = sorted(held, key=lambda s: (s.first.rank, -len(s.reports), s.first.called))[:COMPARED]
    apart: list[_Source] = []
    for source in ranked:
        if not any(_may(source, other) for other in apart):
            apart.append(source)
    return apart
