"""Who and what one report names: its mentions, and the entities that they stand for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from stemma.annotate.institutions import Groups, grouped
from stemma.annotate.mentions import names
from stemma.annotate.named import Named
from stemma.annotate.offices import Office, Offices
from stemma.annotate.people import People
from stemma.annotate.reading import Reading
from stemma.model import Entity, Mention, MentionKind, Report, Role, Span
from stemma.text.engine import Parse
from stemma.text.gazetteer import Gazetteer, gazetteer


class Entities(NamedTuple):
    """The entities of one report, in the order in which it names them, and where it does."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]


class Found(NamedTuple):
    """What `resolve` needs to know beside the records: the reading, its names and their offices."""

    reading: Reading
    table: Gazetteer
    offices: Offices
    names: tuple[Named, ...]
    ids: dict[Named, str | None]
    entities: dict[str, Entity]

    def records(self) -> Entities:
        """The entities and mentions as records."""
        spans = ((self.reading.span(name.first, name.after), name) for name in self.names)
        return Entities(
            tuple(self.entities.values()),
            tuple(Mention(span=span, kind=name.kind, entity=self.ids[name]) for span, name in spans),
        )


def entities(report: Report, parse: Parse, paragraphs: Sequence[Span], *, table: Path | None = None) -> Entities:
    """The entities of a report and their mentions; takes time linear in its length.

    `paragraphs` are those that were parsed. `table` is a file of further names, in the form of `lang/places_en.tsv`.
    Ids hold within the report. Raises SettingsError where the file has another form.
    """
    return find(report, parse, paragraphs, table=table).records()


def find(report: Report, parse: Parse, paragraphs: Sequence[Span], *, table: Path | None = None) -> Found:
    """Like `entities`, with all that the search for speakers takes up."""
    reading = Reading(report.text, parse, paragraphs)
    known = gazetteer(table)
    found = names(reading, known)
    offices = Offices(reading, known, found)
    held = {name: tuple(offices.of_person(name)) for name in found if name.kind == "person"}
    people = People(reading, held)
    people.gather(found)
    groups = grouped(reading, known, [name for name in found if name.kind != "person"])
    ids, records = _numbered(reading, found, people, groups, held)
    return Found(reading, known, offices, tuple(found), ids, records)


def _numbered(
    reading: Reading,
    found: Sequence[Named],
    people: People,
    groups: Groups,
    held: dict[Named, tuple[Office, ...]],
) -> tuple[dict[Named, str | None], dict[str, Entity]]:
    """An id for each name, and the entities by id in the order of their first mention."""
    members: dict[tuple[str, int], list[Named]] = {}
    for name in found:
        key = people.of[name] if name.kind == "person" else groups.of[name]
        if key is not None:
            members.setdefault(("person" if name.kind == "person" else "thing", key), []).append(name)
    ids: dict[Named, str | None] = dict.fromkeys(found)
    records: dict[str, Entity] = {}
    for number, ((sort, key), named) in enumerate(members.items(), 1):
        id = f"e{number}"
        ids.update(dict.fromkeys(named, id))
        if sort == "person":
            roles = _roles(office for name in named for office in held[name])
            because = tuple(doubt for doubt in (people.doubts.get(key),) if doubt)
            records[id] = _entity(reading, id, named, roles=roles, because=because)
        else:
            records[id] = _entity(reading, id, named, name=groups.names.get(key), because=groups.because.get(key, ()))
    return ids, records


def _entity(
    reading: Reading,
    id: str,
    named: Sequence[Named],
    *,
    name: str | None = None,
    roles: tuple[Role, ...] = (),
    because: tuple[str, ...] = (),
) -> Entity:
    forms = Counter(reading.between(n.first, n.after) for n in named)
    # Counters keep the order of the text: of the longest forms, the first one given.
    fullest = name or max(forms, key=lambda form: (len(form.split()), not form.isupper(), len(form)))
    return Entity(
        id=id,
        kind=_kind(named),
        name=fullest,
        aliases=tuple(sorted(set(forms) - {fullest})),
        roles=roles,
        because=because,
    )


def _kind(named: Sequence[Named]) -> MentionKind:
    kinds = Counter(name.kind for name in named)
    return max(sorted(kinds), key=lambda kind: kinds[kind])


def _roles(offices: Iterable[Office]) -> tuple[Role, ...]:
    """Each office once, with "of" where any place tells it."""
    found: dict[str, Role] = {}
    for office in offices:
        key = office.title.lower()
        if key not in found or (found[key].of is None and office.of is not None):
            found[key] = office.role
    return tuple(found.values())
