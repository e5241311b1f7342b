"""The people of a story: their offices and names as the reports give them, and where each report first names them."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from stemma.model import Entity, Place, Role, Story
from stemma.present.said_view import Speaker
from stemma.present.timeline_view import written_period


@dataclass(frozen=True, slots=True)
class Naming:
    """How often a report mentions somebody, and where first."""

    first: Place
    count: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the reports name; `speaker` is what they are said to have said."""

    entity: Entity
    namings: tuple[Naming, ...]
    speaker: Speaker | None

    @property
    def mentions(self) -> int:
        """How often all reports mention them."""
        return sum(naming.count for naming in self.namings)

    @property
    def offices(self) -> list[str]:
        """Offices and tasks as the reports give them."""
        return [office(role) for role in self.entity.roles]


class PeopleView:
    """The people whom the reports of a story name, those that most reports name first."""

    def __init__(self, story: Story, speakers: Mapping[str, Speaker], most: int) -> None:
        count: dict[str, Counter[str]] = defaultdict(Counter)
        first: dict[tuple[str, str], Place] = {}
        for notes in story.reports:
            for mention in sorted(notes.mentions, key=lambda m: m.span):
                if mention.entity:
                    count[mention.entity][notes.report.id] += 1
                    first.setdefault(
                        (mention.entity, notes.report.id), Place(report=notes.report.id, span=mention.span)
                    )
        people = [
            Person(
                entity=entity,
                namings=tuple(Naming(first[entity.id, report], number) for report, number in count[entity.id].items()),
                speaker=speakers.get(entity.id),
            )
            for entity in story.entities
            if entity.kind == "person" and entity.id in count
        ]
        people.sort(key=lambda p: (-len(p.namings), -p.mentions, p.entity.name.casefold(), p.entity.id))
        self.count = len(people)
        self.people = people[:most]
        self.left_out = len(people) - len(self.people)


def office(role: Role) -> str:
    """An office in words, with its body and time as far as they are told.

    >>> office(Role(title="foreign minister", of="Iran", begin="2013"))
    'foreign minister of Iran, from 2013'
    """
    of = f" of {role.of}" if role.of else ""
    when = f", {written_period(role.begin, role.end)}" if role.begin or role.end else ""
    return f"{role.title}{of}{when}"
