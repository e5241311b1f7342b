"""Whom an office without a name stands for: "the top diplomat" is the person whom the report calls foreign minister."""

from collections.abc import Iterable
from typing import NamedTuple

from stemma.annotate.entities import Found
from stemma.annotate.offices import Office
from stemma.annotate.people import plain
from stemma.annotate.referents import Referents, gender_of
from stemma.lang import names_en, offices_en
from stemma.model import Entity, Role

_AHEAD = 3
"""Paragraphs within which a report names "a spokesman" whom it brings in without a name."""
_STEM = 4
"""Letters in which "Iranian" and "Iran", "ministry" and "minister" agree."""


class Taken(NamedTuple):
    """The entity that an office stands for, or None, and why; `role` is an office that the person gains by it."""

    entity: str | None
    because: str
    role: Role | None = None


def holder(found: Found, referents: Referents, office: Office, indefinite: bool) -> Taken:
    """The person who holds `office` by this report; None where nobody does, or two do.

    `indefinite` is for "a spokesman", whom only what follows can name.
    """
    if indefinite:
        return _named_later(found, referents, office)
    gender = gender_of(office.title.split()[-1])
    fits = [
        (rank, id)
        for id, entity in found.entities.items()
        if entity.kind == "person" and not (gender and referents.genders.get(id) not in ("", None, gender))
        if (rank := max((_fit(office.title, office.of, role) for role in entity.roles), default=0)) > 0
    ]
    if not fits:
        return Taken(None, f"the report names no {office.title.lower()} that fits")
    latest = [(rank, _place(referents, id, office.first), id) for rank, id in fits]
    latest.sort(key=lambda fit: (-fit[0], -fit[1]))
    if len(latest) > 1 and latest[0][:2] == latest[1][:2]:
        return Taken(None, f"the report names more than one {office.title.lower()}")
    name = found.entities[latest[0][2]].name
    return Taken(latest[0][2], f"the report calls {name} {_called(found.entities[latest[0][2]], office)}")


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


def _same_title(title: str, held: str) -> bool:
    """Whether "spokesman" takes up "chief spokeswoman", "the premier" a prime minister; a deputy is another office."""
    asked, has = _words(title), _words(held)
    if {*asked} & offices_en.RANKS_BELOW != {*has} & offices_en.RANKS_BELOW:
        return False
    if asked[-1:] == ("leader",) and " ".join(has) in offices_en.LEADERS:
        return True
    forms = {asked, *_synonyms(asked)}
    return any(form == has or (form[-1:] == has[-1:] and set(form) <= set(has)) for form in forms if form)


def _words(title: str) -> tuple[str, ...]:
    words = (word.strip(",.") for word in title.lower().replace("-", " ").split())
    return tuple(
        "spokesperson" if word in ("spokesman", "spokeswoman") else word
        for word in words
        if word not in offices_en.FORMER
    )


def _synonyms(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    phrase = " ".join(words)
    for group in offices_en.SAME_OFFICE:
        if phrase in group:
            yield from (_words(other) for other in sorted(group))


def _same_thing(a: str, b: str) -> bool:
    """Whether two "of" phrases share a word: "Iran" and "Iranian government"."""
    return bool(_stems(a) & _stems(b))


def _stems(phrase: str) -> set[str]:
    return {
        plain(word)[:_STEM]
        for word in phrase.replace("’", "'").split()
        if word.lower() not in names_en.ARTICLES and word.lower() not in names_en.INNER
    }


def _named_later(found: Found, referents: Referents, office: Office) -> Taken:
    """The person whom the next paragraphs name in this office, or let speak first in the next sentence."""
    reading = found.reading
    paragraph = reading.paragraph(office.head)
    gender = gender_of(office.title.split()[-1])
    seen: set[str] = set()
    for name in found.names:
        id = found.ids[name]
        if name.kind != "person" or id is None or id in seen:
            continue
        seen.add(id)
        if name.first < office.after:
            continue
        if reading.paragraph(name.first) > paragraph + _AHEAD:
            break
        if gender and referents.genders.get(id) not in ("", None, gender):
            continue
        entity = found.entities[id]
        if any(_fit(office.title, office.of, role) for role in entity.roles):
            return Taken(id, f"the report goes on to call {entity.name} {office.title.lower()}")
        if not entity.roles and _speaks_next(found, office, name.first, name.after):
            role = Role(title=office.title, of=office.of)
            return Taken(id, f"the next sentence brings in {entity.name}, who comments", role)
    return Taken(None, f"the report does not name this {office.title.lower()}")


def _speaks_next(found: Found, office: Office, first: int, after: int) -> bool:
    """Whether a name opens the sentence after the office's as subject of a verb of comment."""
    reading = found.reading
    if reading.sentence[first] != reading.sentence[office.head] + 1 or reading.quoted[first]:
        return False
    if office.title.lower().split()[-1] not in offices_en.OFFICES:
        return False
    head = reading.head_of(first, after)
    verb = reading.parse.heads[head]
    return reading.is_subject(head) and verb >= 0 and reading.parse.lemmas[verb].lower() in offices_en.COMMENTS
