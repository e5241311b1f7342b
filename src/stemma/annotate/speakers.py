"""Who speaks: the entity that the source of an attribution stands for.

A source is a name, a pronoun, an office or another nominal, or missing where a quotation goes on. Sources are taken in
the order of the text, since who spoke last is who "he" is. What the report does not tell stays unresolved, with the
report's own words in `described`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from stemma.annotate.attribution import Attributed
from stemma.annotate.entities import Found
from stemma.annotate.named import POSSESSIVE, Named
from stemma.annotate.nominals import Nominals
from stemma.annotate.referents import SPEAKER, Number, Referent, Referents
from stemma.annotate.said import GOES_ON
from stemma.lang import offices_en
from stemma.lang import speech_en as en
from stemma.model import Attribution, Entity, Mention, Span
from stemma.text.personal_names import gender_of

_HE, _SHE = frozenset(("he", "him", "his")), frozenset(("she", "her", "hers"))
_IT, _THEY = frozenset(("it", "its")), frozenset(("they", "them", "their"))
_FIRST = frozenset(("i", "me", "my", "we", "us", "our", "myself", "ourselves"))
_GOES_ON = 2
"""Paragraphs over which a quotation without a source is its predecessor's."""


class Speaker(NamedTuple):
    """Who a source is: an entity, or the report's own words for the unnamed, with the reasons."""

    entity: str | None = None
    described: str | None = None
    because: tuple[str, ...] = ()


class Resolved(NamedTuple):
    """Attributions with their speakers, and entities and mentions with what the search for speakers added."""

    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]


def resolve(found: Found, attributed: Sequence[Attributed]) -> Resolved:
    """The attributions with `speaker`, `described` and `via`; takes time linear in the length of the report."""
    return _Resolver(found, attributed).resolved()


class _Resolver:
    def __init__(self, found: Found, attributed: Sequence[Attributed]) -> None:
        self.found = found
        self.reading = found.reading
        self.attributed = attributed
        self.referents = Referents(found)
        self.nominals = Nominals(found, self.referents)
        self.by_first = {name.first: name for name in found.names}
        self.speakers: dict[str, Speaker] = {}
        self.sources: dict[Span, Speaker] = {}
        self.around = _enclosing([one.attribution for one in attributed])

    def resolved(self) -> Resolved:
        order = sorted(self.attributed, key=lambda a: (_place(a), a.attribution.content[0], a.attribution.id))
        # "I" is whoever speaks the quotation around it, so the others come first.
        ours = [one for one in order if self._is_first_person(one)]
        self._take([one for one in order if not self._is_first_person(one)])
        for one in ours:
            self.speakers[one.attribution.id] = self._first_person(one)
        records = tuple(self._filled(one, self.around.get(one.attribution.id)) for one in self.attributed)
        entities = tuple(self._with_roles(entity) for entity in self.found.entities.values())
        mentions = {*self.found.records().mentions, *self.nominals.papers}
        documents = self.nominals.documents.values()
        return Resolved(records, (*entities, *documents), tuple(sorted(mentions, key=_in_order)))

    def _is_first_person(self, one: Attributed) -> bool:
        source = one.attribution.source
        return source is not None and self.reading.text[source.start : source.end].lower() in _FIRST

    def _first_person(self, one: Attributed) -> Speaker:
        """Who "I" or "we" is: whoever speaks around it, or else whoever wrote the report."""
        outer = self.around.get(one.attribution.id)
        if outer is not None:
            inside = self.speakers.get(outer.id, Speaker())
            return inside._replace(because=("“I” in a quotation is its speaker",))
        source = one.attribution.source
        assert source is not None  # asked only where there is one
        words = self.reading.text[source.start : source.end]
        return Speaker(None, words, (f"“{words.lower()}” outside of quotations is whoever wrote the report",))

    def _take(self, order: Sequence[Attributed]) -> None:
        """Find the speakers of attributions, given in the order of the text."""
        last: Attributed | None = None
        for one in order:
            if one.attribution.source is not None or one.antecedent is not None:
                self.speakers[one.attribution.id] = self._speaker(one)
            else:
                self.speakers[one.attribution.id] = self._going_on(one, last)
            last = one

    def _filled(self, one: Attributed, around: Attribution | None) -> Attribution:
        speaker = self.speakers[one.attribution.id]
        because = (*one.attribution.because, *speaker.because)
        via = None
        if one.via is not None:
            via = self._source(one.via).entity
        elif around is not None and self._passes_on(around, one.attribution):
            outer = self.speakers[around.id].entity
            if outer not in (None, speaker.entity):
                via = outer
                because = (*because, "inside of what another speaker is reported to say")
        return replace(one.attribution, speaker=speaker.entity, described=speaker.described, via=via, because=because)

    def _passes_on(self, outer: Attribution, inner: Attribution) -> bool:
        """Whether `outer` is the report of `inner`, and does not merely stand around it."""
        if outer.cue is None or outer.source is None:
            return False
        cue = self.reading.text[outer.cue.start : outer.cue.end].lower().split()
        within = any(start <= outer.source.start < end for start, end in inner.content)
        return not within and bool(cue) and cue[0] in offices_en.PASSES_ON

    def _with_roles(self, entity: Entity) -> Entity:
        gained = self.nominals.roles.get(entity.id, ())
        return replace(entity, roles=(*entity.roles, *gained)) if gained else entity

    # --- one source -----------------------------------------------------------------------------

    def _speaker(self, one: Attributed) -> Speaker:
        span = one.antecedent or one.attribution.source
        assert span is not None  # asked only where there is one
        return self._source(span)

    def _source(self, span: Span) -> Speaker:
        """Who the words of `span` are; the same words at the same place are looked up once."""
        if span not in self.sources:
            self.sources[span] = self._looked_up(span)
        return self.sources[span]

    def _looked_up(self, span: Span) -> Speaker:
        first, after = self.reading.tokens(span)
        if first == after:
            return Speaker(described=self.reading.text[span.start : span.end])
        while first < after and self.reading.in_dateline(first):
            first += 1
        if first == after:
            return Speaker(because=("a dateline names no speaker",))
        span = self.reading.span(first, after)
        if self._is_turn(first, after):
            return Speaker(because=("the transcript does not name who asks or answers",))
        head = self.reading.head_of(first, after)
        if after - first == 1 and self.reading.parse.upos[first] == "PRON":
            return self._pronoun(first, span)
        named = self._names_in(first, after)
        chosen = self._named_head(named, first, after, head)
        if chosen is not None:
            return self._of_name(chosen, named, span, head)
        taken = self.nominals.resolve(first, after, head, named)
        many: Number = taken.number
        self.referents.add_speaker(head, taken.entity, many, span, gender_of(self.reading.words[head]))
        described = None if taken.entity else self.reading.between(first, after)
        return Speaker(taken.entity, described, (taken.because,) if taken.because else ())

    def _is_turn(self, first: int, after: int) -> bool:
        """Whether a source only says that somebody asks or answers: "Q:"."""
        behind = self.reading.words[after : after + 1]
        return after - first == 1 and self.reading.lower[first] in en.TURNS and behind in ([":"], ["."])

    def _names_in(self, first: int, after: int) -> list[Named]:
        return [name for i in range(first, min(after, first + 200)) if (name := self.by_first.get(i)) is not None]

    def _named_head(self, named: Sequence[Named], first: int, after: int, head: int) -> Named | None:
        """The name that a source is about: its head, or what stands beside the head for the same person."""
        reading = self.reading
        free = [name for name in named if not self._owns(name)]
        for name in free:
            if name.first <= head < name.after:
                return name
        for name in free:
            if self._is_sort_of(name, head):
                return name
        people = [name for name in free if name.kind == "person"]
        for name in people:
            at = reading.head_of(name.first, name.after)
            if reading.parse.heads[at] == head and reading.parse.relations[at] in ("appos", "flat", "nmod:desc"):
                return name
        for name in people:
            if name.first == first and name.after < after and reading.words[name.after] in (",", "(", "–", "—"):
                return name
            before = name.first - 1
            ends = name.after == after or reading.words[name.after] in (",", "(", "–", "—") or name.after > head
            joins = reading.parse.upos[before] in ("NOUN", "PROPN") or reading.words[before] == ","
            if ends and before >= first and joins and before >= head:
                return name
        return None

    def _is_sort_of(self, name: Named, head: int) -> bool:
        """Whether the main word only says what sort of thing a name is: "the Acme news agency", "the daily Acme"."""
        reading = self.reading
        word = reading.lower[head]
        if name.kind in ("person", "place"):
            return False
        if name.first == head + 1:
            return word in offices_en.SORTS | offices_en.FIRMS | offices_en.INSTITUTIONS
        return word in offices_en.SORTS and name.after <= head and reading.lower[name.after : head] in ([], ["news"])

    def _owns(self, name: Named) -> bool:
        return name.after < len(self.reading) and self.reading.words[name.after] in POSSESSIVE

    def _of_name(self, chosen: Named, named: Sequence[Named], span: Span, head: int) -> Speaker:
        """The speaker whom a name tells; two names joined by "and" or "or" are no one speaker."""
        reading = self.reading
        words = " ".join(reading.text[span.start : span.end].split())
        joined = [name for name in named if name is not chosen and self._is_joined(name, chosen)]
        entity = self.found.ids[chosen]
        if joined:
            self.referents.add_speaker(head, None, "many", span)
            return Speaker(None, words, ("more than one speaker is named",))
        if entity is None:
            return Speaker(None, words, ("more than one bearer of the name is meant nearby",))
        country = self._for_government(chosen)
        if country is not None:
            self.referents.add_speaker(head, country, "thing", span)
            return Speaker(country, None, (f"“{words}” stands for a government",))
        record = self.found.entities[entity]
        self.referents.add_speaker(head, entity, "one" if chosen.kind == "person" else "thing", span)
        doubts = record.because if chosen.kind == "person" and self._is_short(chosen, record) else ()
        return Speaker(entity, None, doubts)

    def _is_joined(self, name: Named, chosen: Named) -> bool:
        """Whether two names are joined by "and" or "or" as equals."""
        heads, relations = self.reading.parse.heads, self.reading.parse.relations
        at = self.reading.head_of(name.first, name.after)
        joined = relations[at] == "conj" and chosen.first <= heads[at] < chosen.after
        return joined and not self._owns(name)

    def _is_short(self, name: Named, record: Entity) -> bool:
        return name.after - name.first < len(record.name.split())

    def _for_government(self, name: Named) -> str | None:
        """The country's entity where a capital speaks for it."""
        if name.known is None or name.known.kind != "capital":
            return None
        return next((id for id, entity in self.found.entities.items() if entity.name == name.known.country), None)

    # --- pronouns -------------------------------------------------------------------------------

    def _pronoun(self, token: int, span: Span) -> Speaker:
        word = self.reading.lower[token]
        number: Number | None = "one" if word in _HE | _SHE else "thing" if word in _IT else None
        if word in _THEY:
            number = "many"
        if number is None:
            return Speaker(None, self.reading.words[token], ())
        gender = "male" if word in _HE else "female" if word in _SHE else ""
        choice = self.referents.choose(token, number, gender)
        if choice.referent is None:
            return Speaker(None, None, (choice.because,))
        taken = choice.referent
        if self._is_mere_place(taken):
            return Speaker(None, None, (f"doubt: “{word.lower()}” may take up a place, which does not speak",))
        self.referents.add_speaker(token, taken.entity, taken.number, taken.words, gender)
        described = None
        if taken.entity is None:
            described = " ".join(self.reading.text[taken.words.start : taken.words.end].split())
        because = choice.because
        if gender and not taken.gender and not because.startswith("doubt"):
            because = f"doubt: {because}; the report does not tell whether “{word}” fits"
        return Speaker(taken.entity, described, (because,))

    def _is_mere_place(self, taken: Referent) -> bool:
        """Whether a pronoun is given to a country or a place for no better reason than that it was named."""
        entity = self.found.entities.get(taken.entity or "")
        return entity is not None and entity.kind == "place" and taken.weight < SPEAKER

    # --- quotations that go on ------------------------------------------------------------------

    def _going_on(self, one: Attributed, last: Attributed | None) -> Speaker:
        """The speaker before, where a quotation without a source follows on another; nobody in "it was reported"."""
        if GOES_ON not in one.attribution.because:
            return Speaker(because=("the sentence does not tell who",))
        if last is None or last.attribution.id not in self.speakers:
            return Speaker()
        here, there = self.reading.tokens(one.attribution.content[0]), self._end_of(last)
        if here[0] >= len(self.reading) or there >= len(self.reading):
            return Speaker()
        if abs(self.reading.paragraph(here[0]) - self.reading.paragraph(there)) > _GOES_ON:
            return Speaker()
        before = self.speakers[last.attribution.id]
        return before._replace(because=("goes on from what the same speaker said before",))

    def _end_of(self, one: Attributed) -> int:
        ends = [self.reading.tokens(span)[0] for span in (*one.attribution.content, one.attribution.source) if span]
        return max(ends)


def _in_order(mention: Mention) -> tuple[Span, str]:
    return mention.span, mention.entity or ""


def _place(one: Attributed) -> int:
    """Where an attribution stands in the order of the text: at its source, or else at its content."""
    span = one.antecedent or one.attribution.source or one.attribution.content[0]
    return span.start


def _enclosing(attributions: Sequence[Attribution]) -> Mapping[str, Attribution]:
    """For each attribution whose source stands inside of another's content: the innermost such other."""
    contents = sorted(
        (span.start, -span.end, attribution.id) for attribution in attributions for span in attribution.content
    )
    sources = sorted(
        (attribution.source.start, attribution.source.end, attribution.id)
        for attribution in attributions
        if attribution.source is not None
    )
    by_id = {attribution.id: attribution for attribution in attributions}
    around: dict[str, Attribution] = {}
    open_spans: list[tuple[int, str]] = []
    at = 0
    for start, end, id in sources:
        while at < len(contents) and contents[at][0] <= start:
            open_spans.append((-contents[at][1], contents[at][2]))
            at += 1
        while open_spans and open_spans[-1][0] < end:
            open_spans.pop()
        other = next((held for limit, held in reversed(open_spans[-8:]) if limit >= end and held != id), None)
        if other is not None:
            around[id] = by_id[other]
    return around
