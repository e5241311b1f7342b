"""Whom an office without a name stands for: "the top diplomat" is the person whom the report calls foreign minister."""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from stemma.annotate.entities import Found
from stemma.annotate.offices import Office
from stemma.annotate.referents import Referents
from stemma.lang import names_en, offices_en
from stemma.model import Entity, Role
from stemma.text.personal_names import gender_of, plain

_AHEAD = 3
"""Paragraphs within which a report names "a spokesman" whom it brings in without a name."""
_MOST = 40
"""People who are looked at for one office at most, on each side of it."""
_STEM = 4
"""Letters in which "Iranian" and "Iran", "ministry" and "minister" agree."""


class Taken(NamedTuple):
    """The entity that an office stands for, or None, and why; `role` is an office that the person gains by it."""

    entity: str | None
    because: str
    role: Role | None = None


class Holders:
    """The people of one report who hold an office, to be asked for by title."""

    def __init__(self, found: Found, referents: Referents) -> None:
        self.found = found
        self.referents = referents
        self.first: dict[str, int] = {}
        """Id of a person -> where the report first names the person."""
        self._by_head: dict[str, list[tuple[int, str]]] = {}
        """Main word of a title -> who holds such an office: first place in the report and id, in order."""
        for name in found.names:
            id = found.ids[name]
            if name.kind == "person" and id is not None and id not in self.first:
                self.first[id] = name.first
                for head in dict.fromkeys(_words(role.title)[-1:] for role in found.entities[id].roles):
                    self._by_head.setdefault("".join(head), []).append((name.first, id))
        self._people = sorted((token, id) for id, token in self.first.items())

    def holder(self, office: Office, indefinite: bool) -> Taken:
        """The person who holds `office` by this report; None where nobody does, or two do.

        `indefinite` is for "a spokesman", whom only what follows can name.
        """
        if indefinite:
            return self._named_later(office)
        fits = [
            (rank, _place(self.referents, id, office.first), id)
            for id in self._candidates(office)
            if self._may_be(id, office)
            if (rank := max((_fit(office.title, office.of, role) for role in self.found.entities[id].roles), default=0))
        ]
        if not fits:
            return Taken(None, f"the report names no {office.title.lower()} that fits")
        fits.sort(key=lambda fit: (-fit[0], -fit[1]))
        if len(fits) > 1 and fits[0][:2] == fits[1][:2]:
            return Taken(None, f"the report names more than one {office.title.lower()}")
        entity = self.found.entities[fits[0][2]]
        return Taken(fits[0][2], f"the report calls {entity.name} {_called(entity, office)}")

    def _candidates(self, office: Office) -> list[str]:
        """The people with an office of that main word or of one that it takes up, the nearest ones in long lists."""
        words = _words(office.title)
        heads = {form[-1] for form in (words, *_synonyms(words)) if form}
        if words[-1:] == ("leader",):
            heads |= {_words(title)[-1] for title in offices_en.LEADERS}
        near: list[tuple[int, str]] = []
        for head in sorted(heads):
            holders = self._by_head.get(head, [])
            at = bisect_left(holders, (office.head, ""))
            near.extend(holders[max(0, at - _MOST) : at + _MOST])
        return list(dict.fromkeys(id for _, id in near))

    def _may_be(self, id: str, office: Office) -> bool:
        gender = gender_of(office.title.split()[-1])
        return not gender or self.referents.genders.get(id, "") in ("", gender)

    def _named_later(self, office: Office) -> Taken:
        """The person whom the next paragraphs name in this office, or let speak first in the next sentence."""
        reading = self.found.reading
        paragraph = reading.paragraph(office.head)
        at = bisect_left(self._people, (office.after, ""))
        for token, id in self._people[at : at + _MOST]:
            if reading.paragraph(token) > paragraph + _AHEAD:
                break
            entity = self.found.entities[id]
            if not self._may_be(id, office):
                continue
            if any(_fit(office.title, office.of, role) or _shorter(role, office) for role in entity.roles):
                return Taken(id, f"the report goes on to call {entity.name} {office.title.lower()}")
            if not entity.roles and self._speaks_next(office, token):
                role = Role(title=office.title, of=office.of)
                return Taken(id, f"the next sentence brings in {entity.name}, who comments", role)
        return Taken(None, f"the report does not name this {office.title.lower()}")

    def _speaks_next(self, office: Office, first: int) -> bool:
        """Whether a name opens the sentence after the office's as subject of a verb of comment."""
        reading = self.found.reading
        if reading.sentence[first] != reading.sentence[office.head] + 1 or reading.quoted[first]:
            return False
        if office.title.lower().split()[-1] not in offices_en.OFFICES:
            return False
        verb = reading.parse.heads[reading.top_of(first)]
        return reading.is_subject(first) and verb >= 0 and reading.parse.lemmas[verb].lower() in offices_en.COMMENTS


def _called(entity: Entity, office: Office) -> str:
    title = next((role.title for role in entity.roles if _fit(office.title, office.of, role)), office.title)
    return title


def _place(referents: Referents, id: str, token: int) -> int:
    latest = referents.latest(id, token)
    return -1 if latest is None else latest


def _fit(title: str, of: str | None, role: Role) -> int:
    """How well an office takes up a role: 0 not at all, 1 by its title, 2 by of what, too."""
    if not _same_title(title, role.title):
        return 0
    if of is None:
        return 1
    if role.of is None:
        return 1
    return 2 if _same_thing(of, role.of) else 0


def _shorter(role: Role, office: Office) -> bool:
    """Whether a role named later leaves out words of the office: "a zoo spokesman", then "the spokesman, X"."""
    full, short = _words(office.title), _words(role.title)
    kept = full[-1:] == short[-1:] and set(short) < set(full) and not (set(full) - set(short)) & offices_en.RANKS_BELOW
    return kept and (role.of is None or office.of is None or _same_thing(role.of, office.of))


def _same_title(title: str, held: str) -> bool:
    """Whether "spokesman" takes up "chief spokeswoman", "the premier" a prime minister; a deputy is another office."""
    asked, has = _words(title), _words(held)
    if {*asked} & offices_en.RANKS_BELOW != {*has} & offices_en.RANKS_BELOW:
        return False
    if asked[-1:] == ("leader",) and " ".join(has) in offices_en.LEADERS:
        return True
    forms = {asked, *_synonyms(asked)}
    return any(form == has or (form[-1:] == has[-1:] and set(form) <= set(has)) for form in forms if form)


@lru_cache(maxsize=1024)
def _words(title: str) -> tuple[str, ...]:
    words = (word.strip(",.") for word in title.lower().replace("-", " ").split())
    return tuple(
        "spokesperson" if word in ("spokesman", "spokeswoman") else word
        for word in words
        if word not in offices_en.FORMER
    )


@lru_cache(maxsize=1024)
def _synonyms(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    phrase = " ".join(words)
    groups = (group for group in offices_en.SAME_OFFICE if phrase in group)
    return tuple(_words(other) for group in groups for other in sorted(group))


def _same_thing(a: str, b: str) -> bool:
    """Whether two "of" phrases share a word: "Iran" and "Iranian government"."""
    return bool(_stems(a) & _stems(b))


def _stems(phrase: str) -> set[str]:
    return {
        plain(word)[:_STEM]
        for word in phrase.replace("’", "'").split()
        if word.lower() not in names_en.ARTICLES and word.lower() not in names_en.INNER
    }
