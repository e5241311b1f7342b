"""The quote ledger: each utterance once, and what every report of the story made of it.

Two reports tell one utterance where the same words stand in quotation marks, or in a passage that the lineage holds
for public words: whole, in part, or with some of them replaced; or where one retells in its own words what another
quotes of the same speaker. A repeat is a small fault, words put into the wrong mouth are a grave one: each wording
must agree with the fullest of its utterance, nothing is closed transitively, and what is doubtful stays apart.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from stemma.compare.voices import Voice, may_be_one, surely_one, voice
from stemma.lang.public import NEGATION, NUMBERS
from stemma.model import (
    Annotations,
    Attribution,
    Entity,
    Lineage,
    Span,
    Story,
    Telling,
    TellingChange,
    Unit,
    Utterance,
)

SHORTEST, SHORTEST_ALTERED, SHORTEST_ELSEWHERE = 3, 4, 7
"""Quoted words in common from which those of one speaker are one utterance, with others among them, and those of
speakers who are not known to be one."""
KEPT = 0.75
"""Part (0 to 1) of the shorter wording's words that the longer one has, in order, where words were replaced."""
RETOLD, RETOLD_TERMS = 0.7, 4
"""Part (0 to 1) of a retelling's telling words that the other wording has, and how many these are at least."""
NEAR, NEAR_TERMS, MEANT = 0.35, 3, 0.72
"""The same where the meanings are close, too, and the cosine from which two clauses' are: among the clauses of one
speaker in twelve events, all seven pairs above these three were one utterance."""
GRAM, COMMON, COMPARED = 3, 60, 16
"""Words in a row that make a candidate; wordings that may have them; candidates that one is compared with."""
LONGEST = 600
"""Words of a wording that are compared; of a longer quotation the first of them stand for it."""

_WORD = re.compile(r"[^\W_](?:[\w.’'-]*[^\W_])?")
_BRACKETS = re.compile(r"[\[(][^\])]{1,80}[\])]")
_CUT = re.compile(r"…|\.\s?\.\s?\.")


def ledger(story: Story, lineage: Lineage) -> tuple[Utterance, ...]:
    """The utterances that a story's reports tell, by the time of the earliest telling.

    Takes time linear in the number of quoted words, since a wording is compared with few candidates.

    >>> ledger(Story(id="s", reports=()), Lineage(copies=(), origins=(), descents=()))
    ()
    """
    order = {n.report.id: (n.report.published or "9999", n.report.id) for n in story.reports}
    said = list(_said(story, lineage))
    held = _Held()
    for wording in sorted((w for w in said if w.quoted), key=lambda w: (-len(w.quoted), order[w.report], w.start)):
        held.take(wording)
    for wording in sorted((w for w in said if not w.quoted), key=lambda w: (-len(w.words), order[w.report], w.start)):
        held.retell(wording)
    made = [_utterance(group, order) for group in held.all]
    return tuple(sorted(made, key=lambda u: (order[u.tellings[0].report], u.tellings[0].spans)))


@dataclass(frozen=True)
class _Wording:
    """One report's words for what somebody said: `quoted` are those in marks, folded, `words` all of them."""

    said: Attribution
    report: str
    who: Voice | None
    quoted: tuple[str, ...]
    words: tuple[str, ...]
    units: tuple[Unit, ...]
    brackets: bool
    cut: bool
    named: bool
    """Whether the report names who speaks at these very words: no pronoun, no words for an office."""

    @property
    def start(self) -> int:
        return self.said.content[0].start

    @property
    def speaker(self) -> str:
        """Whose words they are: an entity's id, or what the report calls somebody without a name; empty for nobody."""
        return self.said.speaker or (self.who.called.casefold() if self.who is not None else "")

    @cached_property
    def terms(self) -> frozenset[str]:
        """Lemmas of the words that tell something."""
        return frozenset(term for unit in self.units for term in unit.terms)

    @cached_property
    def vectors(self) -> NDArray[np.float32]:
        """The meanings of its clauses, each times 127, one to a row."""
        held = [unit.vector for unit in self.units[:COMPARED] if unit.vector]
        return np.frombuffer(b"".join(held), dtype=np.int8).reshape(len(held), -1 if held else 0).astype(np.float32)


@dataclass
class _Group:
    """Wordings of one utterance, with what each makes of the fullest, which is `all[0]`."""

    all: list[_Wording]
    changes: list[tuple[TellingChange, tuple[str, ...]]]
    terms: frozenset[str] = field(default_factory=frozenset)

    @property
    def first(self) -> _Wording:
        return self.all[0]


class _Held:
    """The utterances so far, looked up by runs of their words and by who speaks."""

    def __init__(self) -> None:
        self.all: list[_Group] = []
        self._by_gram: dict[tuple[str, ...], list[_Group]] = defaultdict(list)
        self._by_term: dict[tuple[str, str], list[_Group]] = defaultdict(list)
        self._by_words: dict[tuple[str, tuple[str, ...]], _Group] = {}

    def take(self, one: _Wording) -> None:
        """Add words in quotation marks, longest first."""
        for group in self._near(one):
            change = _quotes(one, group.first)
            if change is not None:
                group.all.append(one)
                group.changes.append(change)
                return
        group = self._new(one, "whole")
        for gram in dict.fromkeys(_grams(one.quoted)):
            self._by_gram[gram].append(group)

    def retell(self, one: _Wording) -> None:
        """Add words without quotation marks: to the one utterance that they retell, or as one of their own."""
        same = self._by_words.get((one.speaker, one.words)) if one.speaker and not one.said.negated else None
        best = [same] if same else [group for group in self._akin(one) if _retells(one, group)]
        if len(best) == 1:
            best[0].all.append(one)
            best[0].changes.append(("paraphrased", (f"{len(one.terms & best[0].terms)} telling words in common",)))
        else:
            self._new(one, "paraphrased")

    def _new(self, one: _Wording, change: TellingChange) -> _Group:
        group = _Group([one], [(change, ())], one.terms)
        self.all.append(group)
        for term in sorted(group.terms) if one.speaker else ():
            self._by_term[one.speaker, term].append(group)
        if len(one.words) >= SHORTEST_ALTERED and not one.said.negated:
            self._by_words.setdefault((one.speaker, one.words), group)
        return group

    def _near(self, one: _Wording) -> list[_Group]:
        grams = dict.fromkeys(_grams(one.quoted))
        return _most_common(self._by_gram[gram] for gram in grams if gram in self._by_gram)

    def _akin(self, one: _Wording) -> list[_Group]:
        keys = ((one.speaker, term) for term in sorted(one.terms))
        return _most_common(self._by_term[key] for key in keys if key in self._by_term)


def _most_common(lists: Iterable[Sequence[_Group]]) -> list[_Group]:
    """The groups that are in most of the lists, those that are too long left out."""
    count: Counter[int] = Counter()
    groups: dict[int, _Group] = {}
    for held in lists:
        if len(held) <= COMMON:
            for group in held:
                groups[id(group)] = group
                count[id(group)] += 1
    place = {key: n for n, key in enumerate(groups)}
    return [groups[key] for key in sorted(groups, key=lambda key: (-count[key], place[key]))[:COMPARED]]


# --- what reports say that was said --------------------------------------------------------------


def _said(story: Story, lineage: Lineage) -> Iterator[_Wording]:
    entities = {entity.id: entity for entity in story.entities}
    public = _public(lineage)
    for notes in story.reports:
        marks = [quotation.span for quotation in notes.quotations]
        for said in notes.attributions:
            if said.content:
                quoted = _parts(said.content, marks) or _parts(said.content, public.get(notes.report.id, ()))
                yield _wording(said, notes, quoted, entities)


def _is_named(said: Attribution, text: str, entities: Mapping[str, Entity]) -> bool:
    entity = entities.get(said.speaker or "")
    if said.source is None or entity is None:
        return False
    names = {word for name in (entity.name, *entity.aliases) for word in _words(name) if len(word) > 2}
    return not names.isdisjoint(_words(text[slice(*said.source)]))


def _public(lineage: Lineage) -> dict[str, list[Span]]:
    """The places of posts and statements that reports share without quotation marks."""
    found: dict[str, list[Span]] = defaultdict(list)
    for copy in lineage.copies:
        for passage in copy.passages:
            if passage.shared in ("post", "statement"):
                found[copy.a].append(passage.a)
                found[copy.b].append(passage.b)
    return {report: _joined(spans) for report, spans in found.items()}


def _wording(said: Attribution, notes: Annotations, quoted: Sequence[Span], entities: Mapping[str, Entity]) -> _Wording:
    text = notes.report.text
    raw = " ".join(text[slice(*span)] for span in quoted)
    return _Wording(
        said=said,
        report=notes.report.id,
        who=voice(said, notes, "", (), entities),
        quoted=tuple(_words(_BRACKETS.sub(" ", raw)))[:LONGEST],
        words=tuple(word for span in said.content for word in _words(text[slice(*span)]))[:LONGEST],
        units=tuple(_units(said, notes)),
        brackets=_BRACKETS.search(raw) is not None,
        cut=_CUT.search(raw) is not None,
        named=_is_named(said, text, entities),
    )


def _parts(content: Iterable[Span], marked: Sequence[Span]) -> list[Span]:
    """The parts of what was said that lie in marked spans, which are sorted."""
    return _joined(
        Span(max(mark.start, span.start), min(mark.end, span.end))
        for span in content
        for mark in marked[max(0, bisect_left(marked, span) - COMPARED) : bisect_left(marked, Span(span.end, 0))]
        if mark.end > span.start
    )


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans without what a former one has."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _words(text: str) -> Iterator[str]:
    return (match.group().casefold().replace("’", "'") for match in _WORD.finditer(text))


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + GRAM]) for n in range(len(words) - GRAM + 1))


def _units(said: Attribution, notes: Annotations) -> Iterator[Unit]:
    """The clauses that begin in what was said."""
    for span in said.content:
        for unit in notes.units[bisect_left(notes.units, span.start, key=_start) :]:
            if _start(unit) >= span.end:
                break
            yield unit


def _start(unit: Unit) -> int:
    return unit.spans[0].start


# --- which are one -------------------------------------------------------------------------------


def _quotes(one: _Wording, full: _Wording) -> tuple[TellingChange, tuple[str, ...]] | None:
    """What a report made of the words that another has in full; None where these are not its words."""
    same_speaker = one.who is not None and full.who is not None and surely_one(one.who, full.who) is not None
    if len(one.quoted) < (SHORTEST if same_speaker else SHORTEST_ELSEWHERE) or one.said.negated != full.said.negated:
        return None
    if one.quoted == full.quoted and not one.brackets:
        return "whole", ()
    common = LCSseq.similarity(one.quoted, full.quoted)
    if _row(one.quoted, full.quoted) or (one.cut and common == len(one.quoted)):
        return ("altered", ("brackets",)) if one.brackets else ("trimmed", ())
    if common < KEPT * len(one.quoted) or common < (SHORTEST_ALTERED if same_speaker else SHORTEST_ELSEWHERE):
        return None
    other, lost = _without(one.quoted, full.quoted), _without(full.quoted, one.quoted)
    if any(_denies(word) for word in (*other, *lost)) or any(word in NUMBERS or word[0].isdigit() for word in other):
        return None
    if not one.brackets and not full.brackets and not same_speaker:
        return None
    return "altered", (f"other words: {', '.join(other[:4])}" if other else "words are left out or moved",)


def _row(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether words stand in a row in others."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _without(words: Sequence[str], others: Sequence[str]) -> list[str]:
    left = Counter(words) - Counter(others)
    return sorted(left)


def _denies(word: str) -> bool:
    return word in NEGATION or word.endswith("n't")


def _retells(one: _Wording, group: _Group) -> bool:
    """Whether a retelling says what a quotation says: most of its telling words, none that turns it."""
    full = group.first
    if one.said.negated != full.said.negated or one.report == full.report:
        return False
    common = len(one.terms & full.terms)
    near = common >= NEAR_TERMS and common >= NEAR * len(one.terms) and _meaning(one, full) >= MEANT
    if not near and (common < RETOLD_TERMS or common < RETOLD * len(one.terms)):
        return False
    mine, theirs = set(one.words), set(full.words)
    turned = any(_denies(word) for word in mine ^ theirs)
    return not turned and not any(word in NUMBERS or word[0].isdigit() for word in mine - theirs)


def _meaning(one: _Wording, full: _Wording) -> float:
    """The greatest cosine (-1 to 1) of a clause of one wording and a clause of another; 0 without vectors."""
    if not one.vectors.size or not full.vectors.size:
        return 0.0
    return float((one.vectors @ full.vectors.T).max()) / 127**2


# --- records -------------------------------------------------------------------------------------


def _utterance(group: _Group, order: Mapping[str, tuple[str, str]]) -> Utterance:
    """The group as a record: what most say of who spoke, and who says otherwise."""
    speaker = _speaker(group)
    main = next((w.who for w in group.all if w.named and w.said.speaker == speaker), None)
    tellings = [
        (
            Telling(
                report=wording.report,
                attribution=wording.said.id,
                spans=wording.said.content,
                change=change,
                other_speaker=wording.named and _elsewhere(wording.who, main),
                because=because,
            ),
            wording is group.first,
        )
        for wording, (change, because) in zip(group.all, group.changes, strict=True)
    ]
    tellings.sort(key=lambda told: (order[told[0].report], told[0].spans))
    return Utterance(
        tellings=tuple(told for told, _ in tellings),
        fullest=next(n for n, (_, first) in enumerate(tellings) if first),
        speaker=speaker,
        described=None if speaker else next((w.who.called for w in group.all if w.who is not None), None),
        negated=group.first.said.negated,
    )


def _speaker(group: _Group) -> str | None:
    """The entity to whom most reports give it; of equals the one of the fullest wording."""
    count = Counter(w.said.speaker for w in group.all if w.said.speaker is not None)
    return max(count, key=lambda id: (count[id], -[w.said.speaker for w in group.all].index(id)), default=None)


def _elsewhere(who: Voice | None, main: Voice | None) -> bool:
    """Whether words are given to somebody who cannot be the speaker, nor a medium that passes them on.

    Both must be named where the words stand: who "he" is, is too often a guess to accuse anybody by it.
    """
    if who is None or main is None or "outlet" in (who.sort, main.sort):
        return False
    return surely_one(who, main) is None and not may_be_one(who, main)
