"""Whom a nominal source stands for: an office, an institution, a publication; the unnamed stay unresolved."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.annotate.entities import Found
from stemma.annotate.named import POSSESSIVE, Named
from stemma.annotate.offices import Office
from stemma.annotate.referents import SPEAKER, Number, Referent, Referents
from stemma.annotate.titles import Holders
from stemma.lang import offices_en
from stemma.lang.agencies import AGENCIES
from stemma.model import Entity, Mention, Role
from stemma.text.personal_names import plain

_INDEFINITE = frozenset(("a", "an", "another", "one", "some"))
_DEFINITE = frozenset(("the", "this", "that"))
_OWNERS = frozenset(("his", "her", "its", "their"))
_FROM = frozenset(("from", "by", "of"))
_OUTLETS = frozenset(agency.name for agency in AGENCIES)
_MOST = 100
"""Names with one word in common that are looked at for one nominal at most."""
_MODIFIERS_NEAR = 6
"""Words before a name among which "Singapore" tells that "the Singapore-based firm" is it."""


class Nominal(NamedTuple):
    """What a nominal was taken for; the entity is None for the unnamed."""

    entity: str | None
    number: Number
    because: str


class Nominals:
    """The nominal sources of one report, taken in the order of the text; `roles` are offices that people gain."""

    def __init__(self, found: Found, referents: Referents) -> None:
        self.found = found
        self.reading = found.reading
        self.referents = referents
        self.holders = Holders(found, referents)
        self.roles: dict[str, list[Role]] = {}
        self.documents: dict[str, Entity] = {}
        """Name in small letters -> a document that is a source."""
        self.papers: list[Mention] = []
        self.utterances: dict[str, str] = {}
        """Kind of publication ("statement") -> the entity that published the last one."""
        self.unnamed: dict[str, int] = {}
        """Main word of a nominal that stayed unnamed -> where it was last."""
        self._by_word: dict[str, list[str]] = {}
        for id, entity in found.entities.items():
            if entity.kind in ("organisation", "place"):
                for part in dict.fromkeys(self._parts(entity)):
                    self._by_word.setdefault(part, []).append(id)

    def resolve(self, first: int, after: int, head: int, named: Sequence[Named]) -> Nominal:
        """Whom the nominal at tokens `[first, after)` with main word `head` stands for."""
        word = self.reading.lower[head]
        article = self._article(first, head)
        if word in offices_en.DOCUMENTS:
            return self._publication(first, after, head, article, named)
        if self._is_age(first, after):
            return self._by_age(first)
        plural = self.reading.parse.xpos[head] in ("NNS", "NNPS")
        if word == "police" and article != "the":
            return Nominal(None, "many", "the report does not name them")
        if word in offices_en.INSTITUTIONS | offices_en.FIRMS | offices_en.MEDIA and not plural:
            return self._institution(first, head, article)
        if plural or word in offices_en.GROUPS:
            return Nominal(None, "many", "the report does not name them")
        if self.found.offices.is_head(head) or word in offices_en.OFFICES | offices_en.HUMANS:
            return self._person(head, article)
        if word in offices_en.MOVEMENTS:
            return self._institution(first, head, article)
        return Nominal(None, "thing" if word not in offices_en.KIN else "one", "the report does not name the speaker")

    def _article(self, first: int, head: int) -> str:
        """ "a", "the" or nothing: whether the nominal brings somebody in or takes somebody up."""
        for i in range(max(0, first - 1), head + 1):
            word = self.reading.lower[i]
            if i == first - 1 and word not in ("the", "a", "an"):
                continue
            if word in _INDEFINITE:
                return "a"
            if word in _DEFINITE or word in _OWNERS or word in POSSESSIVE:
                return "the"
        return ""

    # --- people ---------------------------------------------------------------------------------

    def _person(self, head: int, article: str) -> Nominal:
        word = self.reading.lower[head]
        if self.found.offices.is_head(head):
            office = self.found.offices.office(head)
        else:
            office = Office(head, head, head + 1, word, None, article == "the")
        if article == "the" and (again := self._unnamed_before(head, office)) is not None:
            return again
        taken = self.holders.holder(office, article == "a")
        if taken.entity is None:
            self.unnamed[word] = head
        elif taken.role is not None:
            self.roles.setdefault(taken.entity, []).append(taken.role)
        return Nominal(taken.entity, "one", taken.because)

    def _unnamed_before(self, head: int, office: Office) -> Nominal | None:
        """ "the spokesman" after "a spokesman" whom nothing named: the same nobody, if no one else came between."""
        word = self.reading.lower[head]
        before = self.unnamed.get(word)
        if before is None:
            return None
        other = self.holders.holder(office, False).entity
        latest = self.referents.latest(other, head) if other is not None else None
        if latest is not None and latest > before:
            return None
        self.unnamed[word] = head
        return Nominal(None, "one", f"the report brings in this {word} without a name")

    def _is_age(self, first: int, after: int) -> bool:
        words = self.reading.lower[first:after]
        return words[-1].endswith("-year-old") or (words[-1] == "old" and "year" in words)

    def _by_age(self, first: int) -> Nominal:
        """ "the 45-year-old": who was given that age, or the one person in view."""
        age = next((w for w in self.reading.words[first : first + 4] if w[:1].isdigit()), "")[:2]
        for name in self.found.names:
            behind = self.reading.words[name.after : name.after + 2]
            if name.kind == "person" and behind == [",", age]:
                return Nominal(self.found.ids[name], "one", f"the report gives the age {age}")
        choice = self.referents.choose(first, "one")
        return Nominal(choice.referent.entity if choice.referent else None, "one", choice.because)

    # --- institutions ---------------------------------------------------------------------------

    def _institution(self, first: int, head: int, article: str) -> Nominal:
        word = self.reading.lower[head]
        if article == "a":
            return Nominal(None, "thing", "the report brings it in without a name")
        modifiers = {
            plain(w)
            for w in self.reading.words[first:head]
            if w[:1].isupper() and w.lower() not in _DEFINITE and w.lower() not in _OWNERS
        }
        special = any(
            self.reading.parse.upos[i] == "NOUN" and self.reading.words[i].islower() for i in range(first, head)
        )
        fits = {id: rank for rank, id in self._organisations(word, modifiers, head) if rank > (1 if special else 0)}
        best = max(fits.values(), default=0)
        likely = [id for id, rank in fits.items() if rank == best]
        if best == 1 or len(likely) > 1:
            choice = self.referents.choose(head, "thing", among=frozenset(likely))
            likely = [choice.referent.entity] if choice.referent and choice.referent.entity else []
        if not likely:
            return Nominal(None, "thing", f"the report names no {word} that fits, or several")
        return Nominal(likely[0], "thing", f"“the {word}” takes up {self.found.entities[likely[0]].name}")

    def _organisations(self, word: str, modifiers: set[str], head: int) -> Iterator[tuple[int, str]]:
        """The organisations named before token `head`: how well each fits, and its id."""
        for id in dict.fromkeys([*self._by_word.get(word, ())[:_MOST], *self._before(head)]):
            entity = self.found.entities.get(id)
            if entity is None or entity.kind not in ("organisation", "place") or not self.referents.places(id, head):
                continue
            names = set(self._parts(entity))
            rank = self._rank(word, names, entity.name, entity.kind)
            if rank and modifiers:
                rank = rank + 2 if modifiers & (names | self._words_before(id, head)) else 0
            yield rank, id

    def _parts(self, entity: Entity) -> Iterator[str]:
        """The words of the names of an entity."""
        for form in (entity.name, *entity.aliases):
            for part in form.replace("’", "'").replace("-", " ").split():
                yield plain(part)

    def _before(self, head: int) -> Iterator[str]:
        for referent, _ in self.referents.before(head):
            if referent.entity is not None and referent.number == "thing":
                yield referent.entity

    def _words_before(self, id: str, head: int) -> set[str]:
        """Words shortly before the places that name an entity: "Singapore" of "Singapore-based Acme"."""
        near = (
            self.reading.words[max(0, at - _MODIFIERS_NEAR) : at] for at in self.referents.places(id, head)[-_MOST:]
        )
        return {plain(word) for words in near for word in words}

    def _rank(self, word: str, names: set[str], name: str, kind: str) -> int:
        """How well a common noun takes up a name: by the same word (2), by its sort (1), or not at all."""
        last = plain(name.replace("-", " ").split()[-1])
        if word in names:
            return 2
        if kind == "place":
            return 0
        if word == "agency":
            return 1 if last in offices_en.AGENCIES_BY_NAME else 0
        if word in offices_en.MEDIA:
            return 1 if name in _OUTLETS or last in offices_en.MEDIA_NAMES else 0
        known_sort = last in offices_en.INSTITUTIONS and last not in offices_en.FIRMS
        if word in offices_en.FIRMS:
            return 0 if known_sort or name in _OUTLETS or last in offices_en.MEDIA_NAMES else 1
        if word in offices_en.MOVEMENTS:
            return 0 if known_sort else 1
        return 0

    # --- publications ---------------------------------------------------------------------------

    def _publication(self, first: int, after: int, head: int, article: str, named: Sequence[Named]) -> Nominal:
        """ "the statement": whoever made it; "a release from the zoo": the zoo; "leaked papers": nobody."""
        word = self.reading.lower[head].removesuffix("s")
        if word + "s" not in offices_en.UTTERANCES and word not in offices_en.UTTERANCES:
            return self._document(first, after, head)
        owner = self._owner(first, after, head, named)
        if owner is not None:
            self.utterances[word] = owner
            return Nominal(owner, "thing", f"it is the {word} of {self.found.entities[owner].name}")
        if article == "the" and word in self.utterances:
            owner = self.utterances[word]
            return Nominal(owner, "thing", f"“the {word}” is that of {self.found.entities[owner].name}")
        goes_on = article == "the" and word in offices_en.STATEMENTS
        if goes_on and (spoke := self._spoke_last(head)) is not None and spoke.entity is not None:
            self.utterances[word] = spoke.entity
            return Nominal(spoke.entity, spoke.number, f"“the {word}” goes on from who spoke last")
        return Nominal(None, "thing", "the report does not tell who published it")

    def _document(self, first: int, after: int, head: int) -> Nominal:
        """A paper that speaks for itself: one whose owner is named ("Ruritania's trade figures") is a source."""
        owned = any(
            i + 1 < head and self.reading.words[i + 1] in POSSESSIVE and self.reading.words[i][:1].isupper()
            for i in range(first, head)
        )
        if not owned:
            return Nominal(None, "thing", "the report does not tell who speaks in it")
        start = first + (self.reading.lower[first] in _DEFINITE)
        name = self.reading.between(start, head + 1)
        entity = self.documents.get(name.lower())
        if entity is None:
            id = f"e{len(self.found.entities) + len(self.documents) + 1}"
            entity = self.documents[name.lower()] = Entity(id=id, kind="document", name=name)
        self.papers.append(Mention(span=self.reading.span(start, head + 1), kind="document", entity=entity.id))
        return Nominal(entity.id, "thing", "a document is the source")

    def _owner(self, first: int, after: int, head: int, named: Sequence[Named]) -> str | None:
        """The entity that a publication is from: "X's statement", "a statement by the ministry"."""
        for name in named:
            owns = name.after < after and self.reading.words[name.after] in POSSESSIVE and name.first < head
            behind = [w for w in self.reading.lower[head + 1 : name.first] if w != "the"] if name.first > head else []
            if owns or (len(behind) == 1 and behind[0] in _FROM) or name.after == head:
                return self.found.ids[name]
        possessor = next((i - 1 for i in range(first + 1, head) if self.reading.words[i] in POSSESSIVE), None)
        if possessor is not None and self.reading.lower[possessor] in offices_en.INSTITUTIONS | offices_en.FIRMS:
            return self._institution(first, possessor, "the").entity
        for i in range(head + 1, min(after, head + 2)):
            if self.reading.lower[i] in _FROM and i + 1 < after:
                inner = self.reading.head_of(i + 1, after)
                if self.reading.lower[inner] in offices_en.INSTITUTIONS | offices_en.FIRMS:
                    return self._institution(i + 1, inner, "the").entity
        return None

    def _spoke_last(self, head: int) -> Referent | None:
        """Who spoke last before token `head`, in its paragraph or the one before."""
        for referent, _ in self.referents.before(head):
            if self.reading.paragraph(head) - self.reading.paragraph(referent.token) > 1:
                return None
            if referent.weight >= SPEAKER:
                return referent
        return None
