"""A report with all that was found in it, layer by layer: what `stemma annotate` shows, in whichever form.

A layer is a list of findings of one sort. A finding has its parts, which are spans with a role each (the source, the
cue and the content of an attribution), a label that stands beside the words, and facts for whoever looks closer.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from stemma.model import Annotations, Attribution, Entity, Event, Quantity, Report, Span, Time
from stemma.text.engine import Parse, Run


class Part(NamedTuple):
    """Words with a role in a finding."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that was found in a report: `facts` are pairs of a name and a value."""

    label: str
    parts: tuple[Part, ...]
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def span(self) -> Span:
        """The first of its parts' spans."""
        return min(part.span for part in self.parts)

    def tag(self, part: Part) -> str:
        """What stands beside the words of a part; nothing where the words of another one say it."""
        if len(self.parts) == 1:
            return self.label
        return "" if part.role == "event" else f"{self.label} {part.role}"


@dataclass(frozen=True, kw_only=True)
class Annotated:
    """One report as it was read: by whom, and what came out.

    `paragraphs` are those outside of furniture; `parse` is what the `engine` (its identity) made of them. Where none
    read it, `parse` and `engine` are None, and `why_none` says why. `foreign` are paragraphs in another language than
    the report, with theirs: no engine read these.
    """

    notes: Annotations
    paragraphs: tuple[Span, ...]
    parse: Parse | None = None
    engine: str | None = None
    why_none: str = ""
    foreign: tuple[tuple[Span, str], ...] = ()

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.notes.report

    @cached_property
    def words(self) -> int:
        """Words outside of furniture, as white space parts them."""
        return sum(len(self.report.text[start:end].split()) for start, end in self.paragraphs)

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences as the engine cut them, and as the rules did where no engine read."""
        return self._cut[0]

    @property
    def runs(self) -> tuple[Run | None, ...]:
        """For each of the sentences its words in `parse`, or None where no engine read it."""
        return self._cut[1]

    @cached_property
    def _cut(self) -> tuple[tuple[Span, ...], tuple[Run | None, ...]]:
        if self.parse is None:
            return self.notes.sentences, (None,) * len(self.notes.sentences)
        parse, places = self.parse, [span for span, _ in self.foreign]
        both: list[tuple[Span, Run | None]] = [(_span(parse, run), run) for run in parse.sentences]
        both += [(s, None) for s in self.notes.sentences if any(p.start <= s.start < p.end for p in places)]
        both.sort(key=lambda item: item[0])
        return tuple(span for span, _ in both), tuple(run for _, run in both)

    @cached_property
    def findings(self) -> dict[str, tuple[Finding, ...]]:
        """The findings of each layer that has some, in the order of `LAYERS`; each layer's sorted by place."""
        found = {layer.name: tuple(layer.findings(self)) for layer in LAYERS}
        return {name: tuple(sorted(some, key=lambda f: f.span)) for name, some in found.items() if some}


def blocks_of(reading: Annotated) -> Iterator[tuple[Span, range | None]]:
    """The paragraphs with the numbers of their sentences, and the furniture, in the order of the text."""
    furniture = set(reading.report.furniture)
    at = 0
    for span in sorted((*reading.paragraphs, *reading.report.furniture)):
        if span in furniture:
            yield span, None
            continue
        first = at
        while at < len(reading.sentences) and reading.sentences[at].start < span.end:
            at += 1
        yield span, range(first, at)


@dataclass(frozen=True, slots=True)
class Layer:
    """A sort of finding: its name, its title, what it is, and how it is drawn from a reading."""

    name: str
    title: str
    about: str
    findings: Callable[[Annotated], Iterator[Finding]]


def _span(parse: Parse, run: Run | tuple[int, int]) -> Span:
    first, after = run
    return Span(parse.spans[first].start, parse.spans[after - 1].end)


def _names(reading: Annotated) -> Iterator[Finding]:
    if parse := reading.parse:
        for name in parse.names:
            kind = _NAME_KINDS[name.kind]
            yield Finding(label=kind, parts=(Part(kind, _span(parse, (name.first, name.after))),))


def _tags(reading: Annotated) -> Iterator[Finding]:
    if parse := reading.parse:
        for role, runs in (("source", parse.sources), ("cue", parse.cues), ("content", parse.contents)):
            for run in runs:
                yield Finding(label=role, parts=(Part(role, _span(parse, run)),))


def _languages(reading: Annotated) -> Iterator[Finding]:
    for span, language in reading.foreign:
        yield Finding(label=language, parts=(Part("paragraph", span),))


def _quotations(reading: Annotated) -> Iterator[Finding]:
    for quotation in reading.notes.quotations:
        label = "" if quotation.closed else "never closed"
        yield Finding(label=label, parts=(Part("quotation", quotation.span),), facts=_facts(closed=quotation.closed))


def _mentions(reading: Annotated) -> Iterator[Finding]:
    entities = {entity.id: entity for entity in reading.notes.entities}
    for mention in reading.notes.mentions:
        entity = entities.get(mention.entity or "")
        told = entity.name if entity else ""
        label = f"{mention.kind}: {told}" if told and told != _words(reading, mention.span) else mention.kind
        facts = (("entity", mention.entity or "not told"), *(_entity_facts(entity) if entity else ()))
        yield Finding(label=label, parts=(Part(mention.kind, mention.span),), facts=facts)


def _entity_facts(entity: Entity) -> tuple[tuple[str, str], ...]:
    roles = "; ".join(f"{role.title}{f' of {role.of}' if role.of else ''}" for role in entity.roles)
    return _facts(
        name=entity.name, kind=entity.kind, aliases=", ".join(entity.aliases), roles=roles, because=entity.because
    )


def _times(reading: Annotated) -> Iterator[Finding]:
    for time in reading.notes.times:
        yield Finding(label=time.value, parts=(Part("time", time.span),), facts=_time_facts(time))


def _time_facts(time: Time) -> tuple[tuple[str, str], ...]:
    return _facts(type=time.type, value=time.value, begin=time.begin, end=time.end)


def _quantities(reading: Annotated) -> Iterator[Finding]:
    for quantity in reading.notes.quantities:
        label = _amount(quantity)
        facts = _facts(
            value=number(quantity.value),
            high=number(quantity.high) if quantity.high is not None else None,
            unit=quantity.unit,
            of=quantity.of,
            hedge=quantity.hedge,
            period=" to ".join(quantity.period) if quantity.period else None,
            change=quantity.change,
        )
        yield Finding(label=label, parts=(Part("quantity", quantity.span),), facts=facts)


def _amount(quantity: Quantity) -> str:
    value, high = (None if n is None else number(n, ",") for n in (quantity.value, quantity.high))
    counted = f" of {quantity.of}" if quantity.of else ""
    unit = quantity.of if quantity.unit == "count" and quantity.of else quantity.unit + counted
    return f"{value}{f' to {high}' if high else ''} {unit}".rstrip()


def number(value: float, thousands: str = "") -> str:
    """A number in full, without an exponent and without digits that say nothing.

    >>> number(1200000.0), number(1200000.0, ","), number(0.5)
    ('1200000', '1,200,000', '0.5')
    """
    return f"{value:{thousands}.0f}" if abs(value) < 1e15 and value == int(value) else repr(value)


def _attributions(reading: Annotated) -> Iterator[Finding]:
    names = {entity.id: entity.name for entity in reading.notes.entities}
    for place, said in enumerate(reading.notes.attributions, 1):
        parts = [Part("source", said.source)] if said.source else []
        parts += [Part("cue", said.cue)] if said.cue else []
        parts += [Part("content", span) for span in said.content]
        if parts:
            yield Finding(label=f"#{place}", parts=tuple(parts), facts=_attribution_facts(said, names))


def _attribution_facts(said: Attribution, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return _facts(
        kind=said.kind,
        speaker=names.get(said.speaker or "", said.speaker),
        described=said.described,
        via=names.get(said.via or "", said.via),
        denies=said.negated or None,
        because=said.because,
    )


def _events(reading: Annotated) -> Iterator[Finding]:
    names = {entity.id: entity.name for entity in reading.notes.entities}
    names |= {said.id: f"#{place}" for place, said in enumerate(reading.notes.attributions, 1)}
    for event in reading.notes.events:
        parts = (Part("predicate", event.predicate), Part("event", event.span))
        yield Finding(label=event.type, parts=parts, facts=_event_facts(event, names))


def _event_facts(event: Event, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return _facts(
        mode=event.mode,
        actors=", ".join(names.get(actor, actor) for actor in event.actors),
        targets=", ".join(names.get(target, target) for target in event.targets),
        date=event.date,
        attribution=names.get(event.attribution or "", event.attribution),
    )


def _facts(**values: str | bool | tuple[str, ...] | None) -> tuple[tuple[str, str], ...]:
    """The values that are there, as text, by their names."""
    return tuple((name, _fact(value)) for name, value in values.items() if value not in (None, "", ()))


def _fact(value: str | bool | tuple[str, ...] | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _words(reading: Annotated, span: Span) -> str:
    return " ".join(reading.report.text[span.start : span.end].split())


_NAME_KINDS = {"PERSON": "person", "ORG": "organisation", "PLACE": "place"}

LAYERS = (
    Layer("names", "Names", "proper names, as the engine tags them", _names),
    Layer("mentions", "Mentions", "words that stand for an entity", _mentions),
    Layer("times", "Times", "time expressions with their TIMEX3 values", _times),
    Layer("quantities", "Quantities", "figures with unit, and what they count", _quantities),
    Layer("tags", "Speech tags", "cue, source and content, as the engine tags them", _tags),
    Layer("attributions", "Attributions", "who said what, by the rules", _attributions),
    Layer("quotations", "Quotations", "words between quotation marks", _quotations),
    Layer("events", "Events", "who does what to whom", _events),
    Layer("languages", "Other languages", "paragraphs that the engine can't read", _languages),
)
"""The layers of findings, in the order in which they are listed."""
