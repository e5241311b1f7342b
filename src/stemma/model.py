"""The records that the stages hand on: frozen, slotted, without sets, without behaviour of a stage.

A `Span` is the only evidence there is: `[start, end)` in code points of one report's unchanged text.
Every finding carries its reasons. `present.exchange` turns these records into the exchange format.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Span(NamedTuple):
    """`[start, end)` in Unicode code points of one report's text."""

    start: int
    end: int


# --- read ---------------------------------------------------------------------------------------

PublishedBasis = Literal["metadata", "text", "story", "none"]
"""Where a publication time comes from; `story` means inferred from another report of the story."""

CreditBasis = Literal["dateline", "byline", "text", "metadata", "address"]
"""Where a report credits another: its dateline, byline, body, page metadata or address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A wire or outlet that the report itself credits, in words (`span`) or in its address (no span)."""

    name: str
    basis: CreditBasis
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text from one outlet, as the reader took it from the bytes; `text` is never edited afterwards.

    `id` hashes outlet (or address) and text: the same copy in two outlets is two reports.
    `uri` is where it was read: the path as given, `FILE#ID` or `FILE#NUMBER` for one of several in a file.
    `container` names what held it together with other reports: a feed, a digest, a live blog; else None.
    `published` is ISO 8601 as far as it is known: a date, a local time, or a time with its zone.
    `furniture` are page heads and feet, captions, share bars and the like: sorted, disjoint, shown, never analysed.
    """

    id: str
    uri: str
    text: str
    language: str
    sha256: str
    reader: str
    published_basis: PublishedBasis = "none"
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    retrieved: str | None = None
    credits: tuple[Credit, ...] = ()
    furniture: tuple[Span, ...] = ()
    container: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An input that could not be read, and why."""

    input: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """An input that holds a report which was read before: same outlet or address, same text."""

    input: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something about an input that is no failure: what was passed over there, and why."""

    input: str
    reason: str


# --- annotate -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks, marks included; `closed` is false where the closing mark is missing."""

    span: Span
    closed: bool = True


MentionKind = Literal["person", "organisation", "place", "agreement", "document", "event", "other"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
SpeechKind = Literal["direct", "indirect", "mixed"]
EventMode = Literal["actual", "planned", "denied", "conditional", "reported"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or a task as a report gives it: "foreign minister" of "Iran"; `begin` and `end` are ISO dates."""

    title: str
    of: str | None = None
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that reports name: `name` is the fullest name, `aliases` are the others, sorted."""

    id: str
    kind: MentionKind
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for an entity; `entity` is its id, or None where the report does not tell which."""

    span: Span
    kind: MentionKind
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression with its TIMEX3 `type` and `value`; `begin` and `end` are ISO dates, both included."""

    span: Span
    type: TimeType
    value: str
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure: `unit` is an ISO 4217 code, "percent", "count" or a measure; `of` says what is counted.

    Of a range, `value` is the lower and `high` the upper end. `hedge` keeps the report's word ("about", "at least").
    `period` holds ISO dates, both included, and `change` a signed rate or amount ("+41%").
    """

    span: Span
    value: float
    unit: str
    high: float | None = None
    of: str | None = None
    hedge: str | None = None
    period: tuple[str, str] | None = None
    change: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said what, by one report: `content` is given to `source`, words of the report, by the words of `cue`.

    `speaker` is the entity that the source stands for, None where the report does not tell; `described` keeps the
    report's own words for a speaker without a name. `via` is the entity through whom the words came. `negated` says
    that the speaker denies the content. `because` holds the method, and doubts.
    """

    id: str
    content: tuple[Span, ...]
    kind: SpeechKind
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None
    described: str | None = None
    via: str | None = None
    negated: bool = False
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens in a report: who does what to whom, and whether it is told as done."""

    span: Span
    predicate: Span
    type: str
    mode: EventMode
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    date: str | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A clause that is worth comparing with those of other reports: what one report says in one go.

    `spans` are its words, without the frame that attributes them; `sentence` is the place of its sentence among the
    report's. `attribution` is the id of the innermost attribution that it is content of. `predicate` is the word that
    heads it, `lemma` that word's lemma, `negated` whether it is denied there. `terms` are the lemmas of its content
    words, in order. `vector` is its meaning: 384 signed bytes, the unit vector times 127; empty where there is none.
    """

    spans: tuple[Span, ...]
    sentence: int
    predicate: Span
    lemma: str
    terms: tuple[str, ...]
    attribution: str | None = None
    negated: bool = False
    vector: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """What one report says by itself, before it meets the others.

    `sentences` are sorted, disjoint, outside of furniture, and cover every letter and digit outside of it.
    """

    report: Report
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...] = ()
    entities: tuple[Entity, ...] = ()
    """Who and what the report names; ids hold within the report."""
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    units: tuple[Unit, ...] = ()


# --- reuse --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A place where two readings of one passage differ; an empty span is a place where words are missing."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Wording that two reports share: evidence, not yet lineage.

    `words` counts the word tokens that both sides have in common, in order.
    """

    a: Span
    b: Span
    words: int
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages shared across a pile, in columns; `between` and `pairs` give them as records.

    `ids` are the pile's report ids, sorted. Rows are sorted by (`left`, `right`, `a_start`, `b_start`), and
    `left < right` are indices into `ids`. Variants of row i are rows `offsets[i]:offsets[i + 1]` of `variants`,
    each (a start, a end, b start, b end).
    """

    ids: tuple[str, ...]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    a_start: NDArray[np.int32]
    a_end: NDArray[np.int32]
    b_start: NDArray[np.int32]
    b_end: NDArray[np.int32]
    words: NDArray[np.int32]
    offsets: NDArray[np.int64]
    variants: NDArray[np.int32]
    index: dict[tuple[str, str], tuple[int, int]] = field(repr=False)
    """(id, id) in the order of `ids` -> the half-open range of its rows."""

    def __len__(self) -> int:
        return int(self.left.size)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The pairs of ids that share a passage, each in the order of `ids`."""
        return iter(self.index)

    def between(self, a: str, b: str) -> list[Passage]:
        """The passages that reports `a` and `b` share, seen from `a`; none where they share nothing."""
        if (rows := self.index.get((a, b))) is not None:
            return [self._passage(row) for row in range(*rows)]
        if (rows := self.index.get((b, a))) is not None:
            return [swapped(self._passage(row)) for row in range(*rows)]
        return []

    def among(self, reports: Iterable[str]) -> Iterator[tuple[str, str, list[Passage]]]:
        """(a, b, passages) for each pair of the given reports that shares some."""
        wanted = sorted(reports)
        for i, a in enumerate(wanted):
            for b in wanted[i + 1 :]:
                if found := self.between(a, b):
                    yield a, b, found

    def _passage(self, row: int) -> Passage:
        changes = self.variants[self.offsets[row] : self.offsets[row + 1]].tolist()
        return Passage(
            a=Span(int(self.a_start[row]), int(self.a_end[row])),
            b=Span(int(self.b_start[row]), int(self.b_end[row])),
            words=int(self.words[row]),
            variants=tuple(Variant(a=Span(s, e), b=Span(t, f)) for s, e, t, f in changes),
        )


def swapped(passage: Passage) -> Passage:
    """The same passage seen from its other side."""
    return Passage(
        a=passage.b,
        b=passage.a,
        words=passage.words,
        variants=tuple(Variant(a=v.b, b=v.a) for v in passage.variants),
    )


# --- group --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two reports were put in one story."""

    a: str
    b: str
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """Why a report of a story has another publication time than it came with, or still none.

    `stamped` is the time it came with; `published` and `basis` are what the story makes of it.
    """

    report: str
    stamped: str | None
    published: str | None
    basis: PublishedBasis
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of the same happening, sorted by id, with the links that joined them.

    `datings` are the reports whose publication time `settle` changed, sorted by report. `entities` are what its reports
    name, merged across them by `settle`: from then on, mentions and attributions of its reports hold their ids, which
    no other story of a pile has.
    """

    id: str
    reports: tuple[Annotations, ...]
    links: tuple[Link, ...] = ()
    datings: tuple[Dating, ...] = ()
    entities: tuple[Entity, ...] = ()


# --- trace --------------------------------------------------------------------------------------

Shared = Literal["copy", "quote", "post", "statement", "phrase"]
"""What a shared passage is: `copy` claims copied prose, all others are public words and claim nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """A passage with the decision on what it is, and the reasons for it."""

    a: Span
    b: Span
    shared: Shared
    words: int
    variants: tuple[Variant, ...] = ()
    because: tuple[str, ...] = ()


Relation = Literal["copy", "same-outlet", "versions", "syndication"]
"""What two copying reports are to each other: of one outlet, two versions of one agency's story, outlet and credited
outlet, or none of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What two reports share. `share_a` is the part (0 to 1) of a's own prose that b has too, in copied passages.

    `relation` is `None` where they share public words only.
    """

    a: str
    b: str
    share_a: float
    share_b: float
    passages: tuple[SharedPassage, ...]
    relation: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A span of one report of a story."""

    report: str
    span: Span


OriginKind = Literal["credited", "inferred", "own", "addition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A text that passages descend from.

    `credited`: a witness that a report names; `inferred`: one that no report names; `own`: a report's independent
    prose; `addition`: a sentence or two that a report with copied prose adds, which no count takes for a text.
    """

    id: str
    kind: OriginKind
    passages: tuple[Place, ...]
    label: str | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """`child` has words from `parent`, an origin or a report; where direction can't be told, `directed` is false."""

    parent: str
    child: str
    directed: bool
    confidence: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Reports below one origin that agree in their readings against others that have it.

    `readings` are the places of the origin's fullest witness where they do; empty spans where words are missing there.
    """

    origin: str
    reports: tuple[str, ...]
    readings: tuple[Place, ...]
    because: tuple[str, ...]


EditKind = Literal["reworded", "cut", "added", "moved", "reattributed", "figure", "polarity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A difference between two reports in copied prose: what the edit lens shows.

    `weight` (0 to 1) ranks: wording that changes meaning comes first. An empty span is a place where words are missing.
    """

    kind: EditKind
    a: Place
    b: Place
    weight: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The family tree of a story's reports: an acyclic graph with unseen witnesses.

    Each sentence outside of furniture lies in exactly one origin.
    """

    copies: tuple[Copy, ...]
    origins: tuple[Origin, ...]
    descents: tuple[Descent, ...]
    branches: tuple[Branch, ...] = ()
    edits: tuple[Edit, ...] = ()
    texts: tuple[int, int] = (0, 0)
    """Independent texts behind the story: low assumes that what may be dependent is, high that it isn't."""
    because: tuple[str, ...] = ()
    pairs_left_out: int = 0
    """Pairs that share passages and were not traced, as the story has too many: others connect their reports."""


# --- compare ------------------------------------------------------------------------------------


DifferenceKind = Literal["figure", "date", "name", "polarity", "attribution", "scope", "wording"]
DifferenceRelation = Literal["contradiction", "update", "precision", "framing", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many there are: `low` assumes that what may be dependent is, `high` that it isn't; with the reasons."""

    low: int
    high: int
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """Where a report makes a statement: `origin` is the text origin of these words in the story's lineage.

    `attribution` is the id of the attribution, of that report, through which it makes the statement; None where it
    speaks in its own voice.
    """

    report: str
    spans: tuple[Span, ...]
    origin: str
    attribution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Where two assertions of a statement differ: `between` are their places, `spans` the words of each.

    `weight` (0 to 1) ranks: what changes the meaning most comes first.
    """

    kind: DifferenceKind
    relation: DifferenceRelation
    between: tuple[int, int]
    spans: tuple[Span, Span]
    weight: float = 0.0
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one report or several state: the same proposition, with what they make of it.

    `assertions` are sorted by time of publication, then by report and place; `id` comes from the first of them.
    `entities` are the speakers that the count of `sources` rests on.
    """

    id: str
    assertions: tuple[Assertion, ...]
    text_origins: Count
    sources: Count
    entities: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    because: tuple[str, ...] = ()


TellingChange = Literal["whole", "trimmed", "altered", "paraphrased"]
"""What a report makes of an utterance: all of its words, fewer of them, other words inside of the quotation marks
(brackets among them), or words of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one report tells an utterance: `spans` are its words for it, `attribution` is that of the report.

    `change` is against the fullest wording that the story's reports have. `other_speaker` says that the report gives
    the words to somebody else than most do.
    """

    report: str
    attribution: str
    spans: tuple[Span, ...]
    change: TellingChange
    other_speaker: bool = False
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Something that somebody said once, with all the reports that tell it, the earliest first.

    `speaker` is the entity that most of them give it to, None where none is known; `described` are then their words for
    who spoke. `fullest` is the place in `tellings` of the fullest wording. A report that tells it in parts has several.
    """

    tellings: tuple[Telling, ...]
    fullest: int
    speaker: str | None = None
    described: str | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What one report calls somebody or something: `spans` are all places where it uses these words."""

    report: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChoice:
    """How the reports of a story name one entity, or one kind of thing that need not be one thing.

    `of` is the entity's name or the kind ("armed person"), `entity` the entity's id, None for a kind. `namings` are
    sorted by report, within it by how often the words are used. `weight` (0 to 1) ranks: words that judge come first.
    """

    of: str
    namings: tuple[Naming, ...]
    entity: str | None = None
    weight: float = 0.0
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The finished comparison of one story."""

    story: Story
    title: str
    lineage: Lineage
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A pile, compared: every report that was read, every input that failed, an account of each story."""

    reports: tuple[Annotations, ...]
    accounts: tuple[Account, ...]
    errors: tuple[Problem, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    notes: tuple[Note, ...] = ()
