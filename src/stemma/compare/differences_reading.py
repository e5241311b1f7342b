"""What one assertion says, ready to be held against another: its words, figures, dates, names and speaker."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, Protocol, TypeVar

from stemma.compare.assertions import stated
from stemma.compare.voices import Voice, voice
from stemma.lang.public import NUMBERS
from stemma.model import Annotations, Assertion, Attribution, Mention, Quantity, Span, Story, Time
from stemma.text.frequency import background
from stemma.text.words import words

_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT = 3
MOST_WORDS = 400
"""How many words of an assertion are looked at: far more than a clause has, for text without an end."""
LONGEST_DENIAL = 1_000
"""How many characters a denial may have."""
CARRIES = 0.12
"""Weight from which a word counts as one that carries meaning."""


class Spanned(Protocol):
    """Anything that has a place in a text."""

    @property
    def span(self) -> Span:
        """Its place."""
        ...


_S = TypeVar("_S", bound=Spanned)


class Word(NamedTuple):
    """A word of an assertion: its place, itself as written, its stem, and how much meaning it carries (0 to 1)."""

    span: Span
    form: str
    stem: str
    weight: float

    @property
    def carries(self) -> bool:
        """Whether it carries meaning."""
        return self.weight >= CARRIES

    @property
    def folded(self) -> str:
        """The word in small letters."""
        return self.form.casefold()


class Denied(NamedTuple):
    """Words that somebody denies by the words of `cue`."""

    span: Span
    cue: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One assertion of a statement, `place` among them.

    `words` are those outside of the frame that attributes it, at most `MOST_WORDS`; `content` those of them that carry
    meaning.
    """

    place: int
    assertion: Assertion
    notes: Annotations
    words: tuple[Word, ...]
    content: tuple[Word, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    mentions: tuple[Mention, ...]
    said: Attribution | None
    voice: Voice | None = None
    denied: tuple[Denied, ...] = ()

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.assertion.report

    @property
    def published(self) -> str | None:
        """When its report was published, as far as it is known."""
        return self.notes.report.published

    @property
    def whole(self) -> Span:
        """The first run of its words."""
        return self.assertion.spans[0]

    def text(self, span: Span) -> str:
        """The words of a span of its report."""
        return self.notes.report.text[span.start : span.end]

    @property
    def signature(self) -> tuple[object, ...]:
        """What readings that say the same in the same words, by the same speaker, have in common."""
        said = self.said
        cue = self.text(said.cue).casefold() if said is not None and said.cue is not None else ""
        speaker = (said.speaker, said.described, said.negated, cue) if said is not None else None
        times = tuple((time.begin, time.value) for time in self.times)
        return tuple(word.folded for word in self.words), speaker, times


class Readings:
    """Makes readings of the assertions of one story; what it looks up in each report is sorted once."""

    def __init__(self, story: Story) -> None:
        self._notes = {notes.report.id: notes for notes in story.reports}
        self._frames: dict[str, tuple[Span, ...]] = {}
        self._said: dict[str, dict[str, Attribution]] = {}
        self._denied: dict[str, tuple[Denied, ...]] = {}
        self._entities = {entity.id: entity for entity in story.entities}

    def of(self, assertions: Sequence[Assertion]) -> list[Reading]:
        """The readings of a statement's assertions, in their order."""
        return [self._reading(place, assertion) for place, assertion in enumerate(assertions)]

    def _reading(self, place: int, assertion: Assertion) -> Reading:
        notes = self._notes[assertion.report]
        said = self._attributions(notes).get(assertion.attribution or "")
        heard = voice(said, notes, assertion.origin, assertion.spans, self._entities) if said is not None else None
        spans = stated(said, assertion.spans)
        found = tuple(islice(self._words(notes, spans), MOST_WORDS))
        return Reading(
            place=place,
            assertion=assertion,
            notes=notes,
            words=found,
            content=tuple(word for word in found if word.carries),
            quantities=tuple(inside(notes.quantities, spans)),
            times=tuple(inside(notes.times, spans)),
            mentions=tuple(inside(notes.mentions, spans)),
            said=said,
            voice=heard,
            denied=tuple(self._denials(notes, spans)),
        )

    def _words(self, notes: Annotations, spans: Sequence[Span]) -> Iterator[Word]:
        frames = self._framing(notes)
        for start, end in spans:
            for word in words(notes.report.text[start:end]):
                span = Span(start + word.start, start + word.end)
                at = bisect_left(frames, (span.end,))
                if not (at and frames[at - 1].end > span.start):
                    yield word_at(notes.report.text, span)

    def _framing(self, notes: Annotations) -> tuple[Span, ...]:
        """Words that say who says something, merged."""
        if notes.report.id not in self._frames:
            spans = [span for said in notes.attributions for span in (said.source, said.cue) if span is not None]
            self._frames[notes.report.id] = tuple(merged(sorted(spans)))
        return self._frames[notes.report.id]

    def _denials(self, notes: Annotations, spans: Sequence[Span]) -> Iterator[Denied]:
        """What somebody denies within some spans; contents far longer than a clause are passed over."""
        if notes.report.id not in self._denied:
            self._denied[notes.report.id] = tuple(
                sorted(
                    Denied(content, said.cue)
                    for said in notes.attributions
                    if said.negated and said.cue is not None
                    for content in said.content
                )
            )
        denials = self._denied[notes.report.id]
        for start, end in spans:
            at = bisect_left(denials, start - LONGEST_DENIAL, key=lambda denial: denial.span.start)
            while at < len(denials) and denials[at].span.start < end:
                if denials[at].span.end > start:
                    yield denials[at]
                at += 1

    def _attributions(self, notes: Annotations) -> dict[str, Attribution]:
        if notes.report.id not in self._said:
            self._said[notes.report.id] = {said.id: said for said in notes.attributions}
        return self._said[notes.report.id]


def word_at(text: str, span: Span) -> Word:
    """The word at a place of a text; numbers carry no meaning of their own."""
    form = text[span.start : span.end]
    counts = form[0].isdigit() or form.casefold() in NUMBERS
    return Word(span, form, stem(form), 0.0 if counts else background().weight(form))


def inside(items: Sequence[_S], spans: Sequence[Span]) -> Iterator[_S]:
    """Those of the items, sorted by their place, that begin inside of one of the spans."""
    for span in spans:
        at = bisect_left(items, span.start, key=lambda item: item.span.start)
        while at < len(items) and items[at].span.start < span.end:
            yield items[at]
            at += 1


def merged(spans: Sequence[Span]) -> Iterator[Span]:
    """Sorted spans, with those that overlap made one."""
    last: Span | None = None
    for span in spans:
        if last is not None and span.start < last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without its inflection, roughly: what "freed", "frees" and "free" have in common.

    >>> stem("Swapped"), stem("swaps"), stem("released") == stem("release")
    ('swap', 'swap', True)
    """
    plain = _POSSESSIVE.sub("", word.casefold())
    if len(plain) <= _SHORT or not plain.isalpha():
        return plain
    for ending, instead in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if plain.endswith(ending) and not plain.endswith("ss") and len(plain) - len(ending) >= _SHORT - 1:
            plain = plain[: -len(ending)] + instead
            break
    if len(plain) > _SHORT and plain[-1] == plain[-2] and plain[-1] not in "aeiouls":
        plain = plain[:-1]
    return plain[:-1] if plain.endswith("e") and len(plain) > _SHORT else plain
