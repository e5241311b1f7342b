"""One entity for all reports of a story that mean the same one, and the reasons for it.

Reports of one happening name the same few people and bodies: "Ada M. Quill" here is "Ada Quill" there, a surname alone
is the one bearer's, "IEB" is the board that another report spells out. Namesakes stay apart: what any report keeps
apart is never joined, no more are people of other genders or in one office of two countries, and a name that two
could bear joins neither.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from stemma.lang import offices_en
from stemma.model import Annotations, Attribution, Entity, Event, Mention, Role, Story
from stemma.text.gazetteer import Gazetteer, gazetteer
from stemma.text.personal_names import gender_of, given_gender, part_of, plain

_ALIKE = 0.86
"""Jaro-Winkler similarity (Winkler 1990) from which on two spellings of a name are one, if an office is shared.

Transliterations ("Gadhafi", "Gaddafi") lie above it, other names of the same length mostly below.
"""
_MOST = 200
"""Entities with one word in common that are compared at most, so that a list of namesakes stays cheap."""
_LONGEST_TITLE = 20
"""Characters before a name in which a title is sought."""


class _Node(NamedTuple):
    """One entity of one report."""

    report: int
    entity: Entity

    told: str = ""
    """The gender that titles tell: "male", "female" or nothing."""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(plain(word) for word in self.entity.name.split())


class _Profile(NamedTuple):
    """What tells one person from another: genders, and the countries whose offices they hold, by office."""

    genders: frozenset[str] = frozenset()
    offices: tuple[tuple[str, frozenset[str]], ...] = ()

    def excludes(self, other: "_Profile") -> bool:
        """Whether the two cannot be one: of other genders, or in the same office of another country."""
        held = dict(self.offices)
        return len(self.genders | other.genders) > 1 or any(
            held[office].isdisjoint(countries) for office, countries in other.offices if office in held
        )

    def with_all(self, other: "_Profile") -> "_Profile":
        """The profile of one who is both."""
        held = dict(self.offices)
        for office, countries in other.offices:
            held[office] = held.get(office, frozenset()) | countries
        return _Profile(self.genders | other.genders, tuple(sorted(held.items(), key=lambda item: item[0])))


def with_entities(story: Story, table: Path | None = None) -> Story:
    """The story with entities whose ids hold in all of its reports, each with all that they tell of it.

    `table` is a file of further names, in the form of `lang/places_en.tsv`. Every report keeps the entities that it
    mentions, now as the story knows them. Takes time linear in the number of entities, but for names in common.
    Raises SettingsError where the file has another form.
    """
    nodes = [node for i, notes in enumerate(story.reports) for node in _nodes(i, notes)]
    joined = _Joining(nodes, gazetteer(table))
    joined.join()
    records, ids = _records(story, nodes, joined)
    reports = tuple(_renamed(notes, i, ids, records) for i, notes in enumerate(story.reports))
    return replace(story, reports=reports, entities=tuple(records.values()))


def _nodes(report: int, notes: Annotations) -> Iterator[_Node]:
    told: dict[str, set[str]] = {}
    for mention in notes.mentions:
        if mention.kind == "person" and mention.entity is not None:
            before = notes.report.text[max(0, mention.span.start - _LONGEST_TITLE) : mention.span.start].split()
            if before and before[-1].lower().rstrip(".") in offices_en.HONORIFICS:
                told.setdefault(mention.entity, set()).add(gender_of(before[-1]))
    for entity in notes.entities:
        genders = told.get(entity.id, set()) | {gender_of(word) for role in entity.roles for word in role.title.split()}
        genders.discard("")
        yield _Node(report, entity, genders.pop() if len(genders) == 1 else "")


class _Joining:
    """Which entities of a story's reports are one."""

    def __init__(self, nodes: Sequence[_Node], table: Gazetteer) -> None:
        self.nodes = nodes
        self.table = table
        self.parent = list(range(len(nodes)))
        self.reports: list[set[int]] = [{node.report} for node in nodes]
        self.because: dict[int, list[str]] = {}
        self.titles = [{_office(role) for role in node.entity.roles} for node in nodes]
        titled = {node.words for node in nodes if node.told}
        self.profiles = [self._profile(node, titled) for node in nodes]

    def _profile(self, node: _Node, titled: Container[tuple[str, ...]]) -> _Profile:
        """What a report tells of a person; a given name tells a gender where no title before the whole name does."""
        if node.entity.kind != "person":
            return _Profile()
        words = node.words
        gender = node.told or (given_gender(words[0]) if len(words) > 1 and words not in titled else "")
        offices = {
            _office(role): frozenset((known.name,))
            for role in node.entity.roles
            if role.of and (known := self.table.names.get(role.of)) is not None and known.kind == "country"
        }
        return _Profile(
            frozenset((gender,) if gender else ()), tuple(sorted(offices.items(), key=lambda held: held[0]))
        )

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def unite(self, i: int, j: int, why: str) -> None:
        """Join two entities with all that were joined to them, unless a report or what it tells keeps any apart."""
        a, b = sorted((self.root(i), self.root(j)))
        if a == b or not self.reports[a].isdisjoint(self.reports[b]) or self._conflict(a, b):
            return
        self.parent[b] = a
        self.reports[a] |= self.reports[b]
        self.profiles[a] = self.profiles[a].with_all(self.profiles[b])
        self.titles[a] |= self.titles[b]
        self.because.setdefault(a, []).extend([*self.because.pop(b, []), why])

    def join(self) -> None:
        """The surest evidence first, so that it cannot be shut out by weaker one."""
        people = [i for i, node in enumerate(self.nodes) if node.entity.kind == "person"]
        things = [i for i, node in enumerate(self.nodes) if node.entity.kind != "person"]
        self._join_equal(things)
        self._join_other_names(things)
        self._join_short_institutions(things)
        self._join_equal_people(people)
        self._join_longer_people(people)
        self._join_spellings(people)
        self._join_surnames(people)

    # --- things ---------------------------------------------------------------------------------

    def _join_equal(self, things: Sequence[int]) -> None:
        seen: dict[tuple[str, str], int] = {}
        for i in things:
            entity = self.nodes[i].entity
            first = seen.setdefault((_sort(entity), self._key(entity.name)), i)
            self.unite(first, i, f"the same name, “{entity.name}”")

    def _key(self, name: str) -> str:
        """A name as it is compared: as the table calls it, with countries for their adjectives."""
        if (known := self.table.names.get(name)) is not None:
            return known.name
        words = [word for word in name.replace("’s", "").replace("'s", "").split() if plain(word) != "the"]
        return " ".join(self._country(words)) or name

    def _country(self, words: Sequence[str]) -> Iterator[str]:
        i = 0
        while i < len(words):
            pair = " ".join(words[i : i + 2])
            known = (
                self.table.adjectives.get(pair) or self.table.adjectives.get(words[i]) or self.table.names.get(words[i])
            )
            if known is not None and known.kind == "country" and len(words) > 1:
                yield known.name.lower()
                i += 2 if pair in self.table.adjectives else 1
            else:
                yield plain(words[i])
                i += 1

    def _join_other_names(self, things: Sequence[int]) -> None:
        """A report that says "Energy Board (EB)" tells what "EB" is in the others, if no other body is called so."""
        bearers: dict[tuple[str, str], list[int]] = {}
        for i in things:
            entity = self.nodes[i].entity
            for name in dict.fromkeys((entity.name, *entity.aliases)):
                bearers.setdefault((_sort(entity), self._key(name)), []).append(i)
        for (_, name), group in bearers.items():
            full = {self._key(self.nodes[i].entity.name) for i in group} - {name}
            if len(full) == 1:
                for i in group[1:]:
                    self.unite(group[0], i, f"a report calls it “{self._called(group, name)}”, too")

    def _called(self, group: Sequence[int], key: str) -> str:
        names = (name for i in group for name in (self.nodes[i].entity.name, *self.nodes[i].entity.aliases))
        return next(name for name in names if self._key(name) == key)

    def _join_short_institutions(self, things: Sequence[int]) -> None:
        """ "the Foreign Ministry" is the only foreign ministry that the story names."""
        by_last: dict[str, list[int]] = {}
        for i in things:
            if self.nodes[i].entity.kind == "organisation":
                by_last.setdefault(self._key(self.nodes[i].entity.name).split()[-1], []).append(i)
        for i in things:
            words = self._key(self.nodes[i].entity.name).split()
            if self.nodes[i].entity.kind != "organisation" or len(words) < 2:
                continue
            near = by_last.get(words[-1], ())[:_MOST]
            longer = [j for j in near if _ends_in(self._key(self.nodes[j].entity.name).split(), words)]
            if longer and len({self.root(j) for j in longer}) == 1:
                self.unite(longer[0], i, f"the only “{self.nodes[i].entity.name}” that the story tells more of")

    # --- people ---------------------------------------------------------------------------------

    def _join_equal_people(self, people: Sequence[int]) -> None:
        seen: dict[tuple[str, ...], list[int]] = {}
        for i in people:
            if len(self.nodes[i].words) > 1:
                seen.setdefault(self.nodes[i].words, []).append(i)
        for group in seen.values():
            for alike in self._compatible(group):
                for i in alike[1:]:
                    self.unite(alike[0], i, f"the same full name, “{self.nodes[i].entity.name}”")

    def _compatible(self, group: Sequence[int]) -> Iterator[list[int]]:
        """The parts of a group that bears one name, none of which could be of two who exclude each other."""
        profiles: dict[_Profile, list[int]] = {}
        for i in group:
            profiles.setdefault(self.profiles[self.root(i)], []).append(i)
        several = list(profiles)[:_MOST]
        parts: dict[frozenset[_Profile], list[int]] = {}
        for profile in several:
            against = frozenset(other for other in several if profile.excludes(other))
            parts.setdefault(against, []).extend(profiles[profile])
        for against, part in parts.items():
            roots = {self.root(i) for i in part}
            reports = [report for root in sorted(roots) for report in self.reports[root]]
            if (against or len(parts) == 1) and len(set(reports)) == len(reports):
                yield sorted(part)

    def _join_longer_people(self, people: Sequence[int]) -> None:
        """ "Ada Quill" is "Ada M. Quill" where no other name of the story could be shortened so."""
        by_last = self._by_last(people)
        shorter: dict[int, list[int]] = {}
        for i in people:
            words = self.nodes[i].words
            if len(words) < 2:
                continue
            longer = [
                j
                for j in by_last.get(words[-1], ())[:_MOST]
                if len(self.nodes[j].words) > len(words) and part_of(words, self.nodes[j].words)
            ]
            if longer and len({self.root(j) for j in longer}) == 1:
                shorter.setdefault(longer[0], []).append(i)
        for full, short in shorter.items():
            for i in self._fellows(full, short):
                why = f"“{self.nodes[i].entity.name}” leaves out words of “{self.nodes[full].entity.name}”"
                self.unite(full, i, why)

    def _fellows(self, full: int, short: Sequence[int]) -> list[int]:
        """Those of the shorter names that are surely the full one's."""
        parts = self._compatible(list(dict.fromkeys((full, *short))))
        return [i for part in parts if full in part for i in part if i != full]

    def _join_spellings(self, people: Sequence[int]) -> None:
        """Two spellings of a full name, if both are said to hold the same office."""
        by_office: dict[tuple[str, str], list[int]] = {}
        for i in people:
            if len(self.nodes[i].words) > 1:
                for role in self.nodes[i].entity.roles:
                    if role.of:
                        by_office.setdefault((_office(role), role.of.lower()), []).append(i)
        for (title, of), group in by_office.items():
            for at, i in enumerate(group[:_MOST]):
                for j in group[:at]:
                    if _spelled_alike(self.nodes[i].words, self.nodes[j].words):
                        self.unite(j, i, f"names spelled alike, and both {title} of {of}")

    def _join_surnames(self, people: Sequence[int]) -> None:
        """A name of one word is the only person's of the story who bears it; an office decides between two."""
        bearers: dict[str, list[int]] = {}
        for i in people:
            for word in dict.fromkeys(self._short_forms(i)):
                bearers.setdefault(word, []).append(i)
        short: dict[str, list[int]] = {}
        for i in people:
            if len(self.nodes[i].words) == 1:
                short.setdefault(self.nodes[i].words[0], []).append(i)
        for word, group in short.items():
            full = [j for j in bearers[word][:_MOST] if len(self.nodes[j].words) > 1]
            if full:
                self._join_to_full(full, group)
                continue
            for alike in self._compatible(group):
                for i in alike[1:]:
                    self.unite(alike[0], i, f"the same name, “{self.nodes[i].entity.name}”")

    def _join_to_full(self, full: Sequence[int], short: Sequence[int]) -> None:
        """Join each bearer of a surname to the one person whom it can be; who can be none is a rival to all."""
        roots = list({self.root(j): j for j in full}.values())
        of: dict[int, list[int]] = {}
        rivals = []
        for i in short:
            possible = [j for j in roots if not self._conflict(i, j)]
            if not possible:
                rivals.append(i)
            if len(possible) > 1:
                possible = [j for j in possible if self._same_office(i, j)]
            if len(possible) == 1:
                of.setdefault(possible[0], []).append(i)
        for j, group in of.items():
            for i in self._fellows(j, [*group, *rivals]):
                self.unite(j, i, f"the only one in the story called {self.nodes[i].entity.name}")

    def _short_forms(self, i: int) -> Iterator[str]:
        words = self.nodes[i].words
        yield words[-1]
        if len(words) > 1 and words[0] in offices_en.SURNAMES_IN_FRONT:
            yield words[0]

    def _by_last(self, people: Sequence[int]) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i in people:
            found.setdefault(self.nodes[i].words[-1], []).append(i)
        return found

    def _same_office(self, i: int, j: int) -> bool:
        return not self.titles[i].isdisjoint(self.titles[self.root(j)])

    def _conflict(self, i: int, j: int) -> bool:
        """Whether two people, with all who were found to be the same, cannot be one."""
        return self.profiles[self.root(i)].excludes(self.profiles[self.root(j)])


def _sort(entity: Entity) -> str:
    """Kinds that slip into one another count as one: a country is a place and an actor."""
    return "body" if entity.kind in ("place", "organisation") else "text"


def _ends_in(words: Sequence[str], end: Sequence[str]) -> bool:
    return len(words) > len(end) and list(words[-len(end) :]) == list(end)


def _office(role: Role) -> str:
    words = (word for word in role.title.lower().split() if word not in offices_en.FORMER)
    return " ".join("spokesperson" if word in ("spokesman", "spokeswoman") else word for word in words)


def _spelled_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names are alike in their first and in their last words."""
    ends = ((a[0], b[0]), (a[-1], b[-1]))
    return all(JaroWinkler.similarity(x, y) >= _ALIKE for x, y in ends)


# --- records -------------------------------------------------------------------------------------


def _records(
    story: Story, nodes: Sequence[_Node], joined: _Joining
) -> tuple[dict[str, Entity], dict[tuple[int, str], str]]:
    """The story's entities by id, and the id that each report's own id leads to."""
    members: dict[int, list[_Node]] = {}
    for i, node in enumerate(nodes):
        members.setdefault(joined.root(i), []).append(node)
    records: dict[str, Entity] = {}
    ids: dict[tuple[int, str], str] = {}
    for root, group in members.items():
        id = f"{story.reports[group[0].report].report.id}.{group[0].entity.id}"
        ids.update({(node.report, node.entity.id): id for node in group})
        records[id] = _merged(id, [node.entity for node in group], joined.because.get(root, ()))
    return records, ids


def _merged(id: str, group: Sequence[Entity], because: Sequence[str]) -> Entity:
    """One entity of all that the reports tell: the fullest name that most of them use, all names, all offices."""
    names = [entity.name for entity in group]
    name = max(dict.fromkeys(names), key=lambda n: (len(n.split()), names.count(n), not n.isupper(), len(n)))
    kinds = [entity.kind for entity in group]
    roles: dict[str, Role] = {}
    for role in (role for entity in group for role in entity.roles):
        key = _office(role)
        if key not in roles or (roles[key].of is None and role.of is not None):
            roles[key] = role
    return Entity(
        id=id,
        kind=max(dict.fromkeys(kinds), key=kinds.count),
        name=name,
        aliases=tuple(sorted({*names, *(alias for entity in group for alias in entity.aliases)} - {name})),
        roles=tuple(roles.values()),
        because=tuple(dict.fromkeys([*(why for entity in group for why in entity.because), *because])),
    )


def _renamed(
    notes: Annotations, report: int, ids: Mapping[tuple[int, str], str], records: Mapping[str, Entity]
) -> Annotations:
    """The report with the story's ids for its own."""

    def new(id: str | None) -> str | None:
        return None if id is None else ids.get((report, id), id)

    def mention(held: Mention) -> Mention:
        return replace(held, entity=new(held.entity))

    def attribution(held: Attribution) -> Attribution:
        return replace(held, speaker=new(held.speaker), via=new(held.via))

    def event(held: Event) -> Event:
        actors = tuple(ids.get((report, id), id) for id in held.actors)
        return replace(held, actors=actors, targets=tuple(ids.get((report, id), id) for id in held.targets))

    kept = dict.fromkeys(ids[report, entity.id] for entity in notes.entities)
    return replace(
        notes,
        entities=tuple(records[id] for id in kept),
        mentions=tuple(map(mention, notes.mentions)),
        attributions=tuple(map(attribution, notes.attributions)),
        events=tuple(map(event, notes.events)),
    )
