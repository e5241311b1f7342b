"""Whose voice an assertion is, as far as a report tells, and whether two voices may be one source.

Names tell people apart; bodies are told apart by the words for them, whether a report names the body ("the Foreign
Ministry"), its spokesman, or somebody unnamed of it ("a foreign ministry official"). Countries count by what they are
called anywhere: "in Berlin" is "German".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from stemma.lang import offices_en, sources_en, speech_en
from stemma.model import Annotations, Attribution, Entity, Span
from stemma.text.gazetteer import Gazetteer, gazetteer
from stemma.text.outlets import agency_of
from stemma.text.personal_names import part_of, plain

Sort = Literal["person", "body", "outlet", "human", "document", "somebody"]
"""A named person; an institution or its unnamed spokesman; a medium; a person without a name; a document; anybody,
such as an official of whom no more is known than the institution."""

LONGEST = 24
"""Words of a description that are looked at."""
LONGEST_FRAME = 120
"""Characters before a statement in which its issuer stands."""
LONGEST_QUOTE = 400
"""Words of a quotation that are compared."""
SAME_QUOTE = 5
"""Quoted words in a row from which two quotations are one."""

_WORD = re.compile(r"[^\W_](?:[\w.’'-]*[^\W_])?")
_NAMED_SO = re.compile(r"[^\W\d_]")
_ISSUED = re.compile(
    rf"(?P<who>[^\W_][^,.;:()\n]{{1,60}}?)\s+(?:(?:has|had|have|later|also)\s+)*(?:{'|'.join(sources_en.ISSUED)})\s*$"
)
_BODY = offices_en.INSTITUTIONS | offices_en.NAMED_INSTITUTIONS | sources_en.AMONG
_DOCUMENT = offices_en.DOCUMENTS | speech_en.DOCUMENTS
_COMMON = _BODY | sources_en.FIELDS | sources_en.GOVERNMENT


@dataclass(frozen=True, slots=True)
class Terms:
    """What tells an institution from another: countries, proper names, and common nouns ("foreign", "ministry")."""

    countries: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.countries or self.names or self.nouns)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose voice an assertion is: `called` is the name, or the report's words. `speaks_for` marks a body's spokesman.

    `terms` are those of the body, or of the offices that a person holds. `quoted` are the words in quotation marks.
    """

    report: str
    origin: str
    sort: Sort
    called: str
    terms: Terms
    entity: Entity | None = None
    speaks_for: bool = False
    denies: bool = False
    quoted: tuple[str, ...] = ()

    @property
    def rank(self) -> int:
        """How surely it is told from others: named people first."""
        return ("person", "body", "outlet", "human", "document", "somebody").index(self.sort)


def voice(
    said: Attribution, notes: Annotations, origin: str, spans: Iterable[Span], entities: Mapping[str, Entity]
) -> Voice | None:
    """Whose voice an attribution gives the words of `spans` to; None where it tells nothing of the speaker."""
    entity = entities.get(said.speaker or "") or (entities.get(said.via or "") if not said.described else None)
    called = entity.name if entity else _called(said, notes.report.text)
    if not entity and (issuer := _issuer(said, notes, called)):
        entity, called = _mentioned(notes, issuer, entities), notes.report.text[slice(*issuer)]
        called = entity.name if entity else called
    if not called:
        return None
    sort, terms, speaks_for = _known(entity) if entity else _described(called)
    return Voice(
        report=notes.report.id,
        origin=origin,
        sort=sort,
        called=called,
        terms=terms,
        entity=entity,
        speaks_for=speaks_for,
        denies=said.negated,
        quoted=tuple(_quoted(notes, spans)),
    )


def _called(said: Attribution, text: str) -> str:
    if said.described:
        return " ".join(said.described.split())
    return " ".join(text[slice(*said.source)].split()) if said.source else ""


def _issuer(said: Attribution, notes: Annotations, called: str) -> Span | None:
    """Who issued a statement that is said to say something, in the words before it: "The police issued a statement"."""
    if said.source is None or _head(list(_words(called))) not in offices_en.UTTERANCES:
        return None
    start = max((s.start for s in notes.sentences if s.start <= said.source.start), default=0)
    start = max(start, said.source.start - LONGEST_FRAME)
    found = _ISSUED.search(notes.report.text, start, said.source.start)
    return Span(*found.span("who")) if found else None


def _mentioned(notes: Annotations, span: Span, entities: Mapping[str, Entity]) -> Entity | None:
    """The last entity that words mention."""
    held = (m.entity or "" for m in notes.mentions if span.start <= m.span.start and m.span.end <= span.end)
    return next((entities[id] for id in reversed(list(held)) if id in entities), None)


def _known(entity: Entity) -> tuple[Sort, Terms, bool]:
    """What is known of somebody with a name."""
    if entity.kind == "document":
        return "document", Terms(), False
    if entity.kind != "person":
        medium = entity.kind == "organisation" and _is_medium(entity)
        return ("outlet" if medium else "body"), terms_of(entity.name), False
    held = [f"{role.title} {role.of or ''}" for role in entity.roles if not set(_words(role.title)) & offices_en.FORMER]
    speaks_for = bool(held) and all(set(_words(title)) & sources_en.SPOKES for title in held)
    return "person", terms_of(" ".join(held)), speaks_for


def _is_medium(entity: Entity) -> bool:
    last = plain(entity.name.split()[-1]) if entity.name.split() else ""
    return last in offices_en.MEDIA_NAMES or any(agency_of(name) for name in (entity.name, *entity.aliases))


def _described(called: str) -> tuple[Sort, Terms, bool]:
    """What a description without a name tells."""
    words = list(_words(called))[:LONGEST]
    head = _head(words)
    terms = terms_of(called)
    spokes = bool(set(words) & sources_en.SPOKES)
    if head in _DOCUMENT:
        return "document", terms, False
    if spokes or head in sources_en.UNNAMED:
        return ("body" if spokes and terms else "somebody"), terms, spokes
    if any(noun in _BODY for noun in terms.nouns):
        return "body", terms, False
    if {head, head.removesuffix("s")} & (offices_en.HUMANS | offices_en.GROUPS | offices_en.KIN):
        return "human", terms, False
    return "somebody", Terms(), False


def _head(words: list[str]) -> str:
    """The noun that a description has at its head: the last word before "of" and the like that tells something."""
    cut = next((n for n, word in enumerate(words) if n and word in sources_en.CUT_AT | sources_en.GOES_ON), len(words))
    return next((word for word in reversed(words[:cut]) if word not in sources_en.SAYS_LITTLE), "")


def terms_of(words: str) -> Terms:
    """The words that tell an institution from another, without those that say little.

    >>> terms_of("a German foreign ministry spokesman") == terms_of("the foreign ministry in Berlin")
    True
    """
    table = gazetteer()
    tokens = [match.group().removesuffix("'s").removesuffix("’s") for match in _WORD.finditer(words)][:LONGEST]
    countries: list[str] = []
    names: list[str] = []
    nouns: list[str] = []
    n = 0
    while n < len(tokens):
        taken, country = _country(tokens[n : n + 3], table)
        if country:
            countries.append(country)
            n += taken
            continue
        word = tokens[n]
        folded = sources_en.OFFICE_OF.get(word.lower(), word.lower())
        n += 1
        if folded in sources_en.CUT_AT and n > 1:
            break
        if folded in sources_en.SAYS_LITTLE | sources_en.SPOKES | sources_en.UNNAMED | offices_en.HONORIFICS:
            continue
        if folded in _COMMON or word.islower():
            nouns.append(folded)
        elif _NAMED_SO.match(word):
            names.append(plain(word))
    return Terms(_sorted(countries), _sorted(names), _sorted(nouns))


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(words)))


def _country(tokens: list[str], table: Gazetteer) -> tuple[int, str]:
    """How many of the words name or stand for a country, and its name; 0 where none do."""
    for length in range(len(tokens), 0, -1):
        name = " ".join(tokens[:length])
        if (people := table.adjectives.get(name)) is not None and people.kind == "country":
            return length, people.name
        known = table.capitals.get(name) or table.names.get(name)
        if known is not None and known.kind == "country":
            return length, known.name
    return 0, ""


def _words(text: str) -> Iterator[str]:
    return (match.group().lower().removesuffix("'s").removesuffix("’s") for match in _WORD.finditer(text))


def _quoted(notes: Annotations, spans: Iterable[Span]) -> Iterator[str]:
    text = notes.report.text
    for span in spans:
        for mark in notes.quotations:
            start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
            if start < end:
                yield from list(_words(text[start:end]))[:LONGEST_QUOTE]


# --- whether two may be one ----------------------------------------------------------------------


def one_body(a: Voice, b: Voice) -> bool:
    """Whether two are one body for certain, as far as words tell: it, its spokesman, or, in one report, one of it."""
    bodies = {a.sort, b.sort} <= {"body", "somebody"} and "body" in (a.sort, b.sort)
    if not bodies or not (a.sort == b.sort or a.report == b.report):
        return False
    same = (a.terms.names, a.terms.nouns) == (b.terms.names, b.terms.nouns) and bool(a.terms.names or a.terms.nouns)
    return same and (not a.terms.countries or not b.terms.countries or a.terms.countries == b.terms.countries)


def surely_one(a: Voice, b: Voice) -> str | None:
    """Why two voices are one source for certain, as far as names and words for bodies tell; None where they don't."""
    if a.entity is not None and b.entity is not None and a.entity.id == b.entity.id:
        return f"the same name: {a.called}"
    if a.sort == b.sort == "person" and _longer(_name(a), _name(b)) and _offices(a) & _offices(b):
        return f"one name, and one office: {a.called} and {b.called}"
    if one_body(a, b):
        return f"one body: “{b.called}” and “{a.called}”" if a.called != b.called else f"one body: “{a.called}”"
    person, body = (a, b) if a.sort == "person" else (b, a)
    mine, theirs = person.terms, body.terms
    told = person.sort == "person" and body.sort == "body" and person.speaks_for and bool(mine.names or mine.nouns)
    if told and (mine.names, mine.nouns) == (theirs.names, theirs.nouns):
        return f"{person.called} speaks for {body.called}"
    return None


def may_be_one(a: Voice, b: Voice) -> bool:
    """Whether two voices may be one source as far as the reports tell."""
    sorts = {a.sort, b.sort}
    if "document" in sorts:
        return True
    if "outlet" in sorts:
        return sorts == {"outlet"} and bool(set(a.terms.names) & set(b.terms.names))
    if sorts == {"person"}:
        mine, theirs = _name(a), _name(b)
        return part_of(mine, theirs) or part_of(theirs, mine) or _longer(mine, theirs)
    if a.entity is not None and b.entity is not None and sorts == {"body"} and _proper(a.entity) & _proper(b.entity):
        return True
    if "human" in sorts:
        return "body" not in sorts or bool(set(a.terms.nouns) & set(b.terms.nouns))
    return related(a.terms, b.terms)


def _name(person: Voice) -> tuple[str, ...]:
    return tuple(plain(word) for word in person.called.split())


def _longer(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name goes on where the other ends, as with a mother's name: "Ana Ruiz", "Ana Ruiz Soto"."""
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and long[: len(short)] == short


def _offices(person: Voice) -> set[str]:
    return {role.title.casefold() for role in person.entity.roles} if person.entity else set()


def _proper(entity: Entity) -> set[str]:
    """The proper nouns of all names of a body."""
    return {name for called in (entity.name, *entity.aliases) for name in terms_of(called).names}


def related(a: Terms, b: Terms) -> bool:
    """Whether what is told of two bodies lets them be one, or one be part of the other."""
    if not a or not b:
        return True
    if a.countries and b.countries and not set(a.countries) & set(b.countries):
        return False
    if a.names and b.names:
        return bool(set(a.names) & set(b.names))
    for one, other in ((a, b), (b, a)):
        if one.names and not _another(other):
            return True
        if one.names and not one.nouns:
            return False
    mine, theirs = set(a.nouns) & _COMMON, set(b.nouns) & _COMMON
    if not mine or not theirs or (mine | theirs) & sources_en.GOVERNMENT:
        return True
    return mine <= theirs or theirs <= mine


def _another(body: Terms) -> bool:
    """Whether what is told of a body makes it another than one that has a name: "the police", but not "the firm"."""
    return bool(body.countries) or not set(body.nouns) <= sources_en.TAKES_UP


def one_quotation(a: Voice, b: Voice) -> bool:
    """Whether what two are quoted with is one quotation, whole or in part."""
    short, long = sorted((a.quoted, b.quoted), key=len)
    return len(short) >= SAME_QUOTE and f" {' '.join(short)} " in f" {' '.join(long)} "
