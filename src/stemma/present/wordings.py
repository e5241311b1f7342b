"""Which findings of different reports are one because their words are: for lists that tell each thing once.

Two wordings are one where they are equal; where one quotes part of what the other quotes; or where nearly all words
are common and those that differ are no number, no negation and no other name. Where the lineage holds the two for
one passage, more words may differ, since a text that was edited is still that text. A repeat is a small fault, words
put into the wrong mouth are a grave one: so nothing is closed transitively (each wording is one with the fullest of
its group, not with any of it), and wordings of different parties never are. docs/decisions/0012 has the reasons.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from rapidfuzz import fuzz

from stemma.lang.public import NEGATION, NUMBERS
from stemma.model import Annotations, Copy, Place, SharedPassage, Span
from stemma.text.words import words

LEAST, LEAST_ALONE = 2, 5
"""Words from which equal wordings of one known party are one, and those of whom no party is known."""

NEARLY, EDITED = 0.85, 0.6
"""Parts (0 to 1) of the longer wording's words that the other has too: anywhere, and in a shared passage."""

SAME_SPELLING = 80.0
"""Similarity (0 to 100) from which two words are one in two spellings."""

GRAM, COMMON = 3, 40
"""Words in a row that make a candidate, if no more than so many wordings have them: stock phrases do not."""

COMPARED = 12
"""Candidates that a wording is compared with, those with most words in common first."""

LOOKED_AT = 24
"""Wordings before a place that may reach into it: speech within speech begins before it."""

OTHER_WORDS = 64
"""Pairs of words that may be spellings of each other, above which the wordings are taken for two."""

_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")

_T = TypeVar("_T")


@dataclass(frozen=True)
class Wording(Generic[_T]):
    """Words of a report with the finding that they belong to; `party` is who said them, or what must agree.

    `spans` are the words, `quoted` those of them that stand in quotation marks.
    """

    item: _T
    report: str
    spans: tuple[Span, ...]
    party: str | None
    words: tuple[str, ...]
    quoted: tuple[str, ...] = ()

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words without regard to capitals."""
        return tuple(map(_fold, self.words))

    @cached_property
    def line(self) -> str:
        """The folded words on one line, a space to each side of each."""
        return f" {' '.join(self.folded)} "

    @cached_property
    def quote(self) -> str:
        """The quoted words, folded, on one line."""
        return f" {' '.join(map(_fold, self.quoted))} " if self.quoted else ""


@dataclass
class Same(Generic[_T]):
    """Wordings that are one: `first` is the fullest."""

    first: Wording[_T]
    all: list[Wording[_T]] = field(default_factory=list)

    @property
    def reports(self) -> list[str]:
        """The reports that have it."""
        return list(dict.fromkeys(wording.report for wording in self.all))


def wording(
    item: _T, notes: Annotations, spans: Sequence[Span], party: str | None, *, speech: bool = False
) -> Wording[_T]:
    """The words of some spans of a report; of `speech`, a quotation that two have in common makes them one."""
    text = notes.report.text
    marks = [quotation.span for quotation in notes.quotations] if speech else []
    quoted = [part for span in spans for part in _within(span, marks)]
    return Wording(
        item=item,
        report=notes.report.id,
        spans=tuple(spans),
        party=party,
        words=tuple(_words(text, spans)),
        quoted=tuple(_words(text, quoted)),
    )


def same(wordings: Iterable[Wording[_T]], twins: "Twins") -> list[Same[_T]]:
    """The wordings in groups that are one, in the order in which their first ones came.

    Those without a party join one that is known where no second party has the same words, and each other. Linear in
    the number of words, since a wording is compared with few candidates.
    """
    held = list(wordings)
    order = {id(w): n for n, w in enumerate(held)}
    ranked = sorted(held, key=lambda w: (w.party is None, -len(w.words), order[id(w)]))
    groups = _Groups[_T](twins)
    for one in ranked:
        groups.take(one)
    for group in groups.all:
        group.all.sort(key=lambda w: order[id(w)])
    return sorted(groups.all, key=lambda group: order[id(group.all[0])])


class _Groups(Generic[_T]):
    def __init__(self, twins: "Twins") -> None:
        self.all: list[Same[_T]] = []
        self.twins = twins
        self.by_line: dict[tuple[str | None, str], Same[_T]] = {}
        self.by_gram: dict[str, list[Same[_T]]] = defaultdict(list)
        self.at: dict[str, list[tuple[Span, Same[_T]]]] = defaultdict(list)

    def take(self, one: Wording[_T]) -> None:
        group = self.by_line.get((one.party, one.line)) if _enough(one) else None
        if group is None:
            group = self._found(one)
        if group is None:
            group = Same(first=one)
            self.all.append(group)
            for gram in dict.fromkeys(_grams(one)):
                self.by_gram[gram].append(group)
        group.all.append(one)
        self.by_line.setdefault((one.party, one.line), group)
        for span in one.spans:
            insort(self.at[one.report], (span, group), key=_start)

    def _found(self, one: Wording[_T]) -> Same[_T] | None:
        copied = self._copied(one)
        near = [group for group in self._near(one) if id(group) not in copied]
        fits = [
            group
            for group in (*copied.values(), *near)
            if _enough(one) and alike(group.first, one, copied=id(group) in copied)
        ]
        own = [group for group in fits if group.first.party == one.party]
        if own or one.party is not None:
            return own[0] if own else None
        return fits[0] if len({group.first.party for group in fits}) == 1 else None

    def _near(self, one: Wording[_T]) -> list[Same[_T]]:
        """Groups with rare runs of words in common, most of them first."""
        count: Counter[int] = Counter()
        groups: dict[int, Same[_T]] = {}
        for gram in dict.fromkeys(_grams(one)):
            held = self.by_gram.get(gram, ())
            if len(held) > COMMON:
                continue
            for group in held:
                if one.party in (None, group.first.party):
                    groups[id(group)] = group
                    count[id(group)] += 1
        place = {id(group): n for n, group in enumerate(groups.values())}
        ranked = sorted(groups, key=lambda g: (-count[g], -len(groups[g].first.words), groups[g].first.line, place[g]))
        return [groups[g] for g in ranked[:COMPARED]]

    def _copied(self, one: Wording[_T]) -> dict[int, Same[_T]]:
        """Groups that hold the very place which a shared passage sets beside the wording."""
        found: dict[int, Same[_T]] = {}
        for span in one.spans:
            for place in self.twins.of(one.report, span):
                held = self.at.get(place.report, [])
                after = bisect_left(held, place.span.end, key=_start)
                for there, group in held[max(0, after - LOOKED_AT) : after]:
                    if there.end > place.span.start and one.party in (None, group.first.party):
                        found[id(group)] = group
        return found


def alike(one: Wording[_T], other: Wording[_T], *, copied: bool = False) -> bool:
    """Whether two wordings are one; `copied` where a shared passage holds both."""
    return one.line == other.line or _quotes_the_same(one, other) or _nearly(one.words, other.words, copied)


def _nearly(one: Sequence[str], other: Sequence[str], copied: bool = False) -> bool:
    common = Counter(map(_fold, one)) & Counter(map(_fold, other))
    if common.total() < (EDITED if copied else NEARLY) * max(len(one), len(other)):
        return False
    mine, theirs = _without(one, common), _without(other, common)
    if any(map(_turns, (*mine, *theirs))) or (_names(mine) and _names(theirs)):
        return False
    if copied or not mine or not theirs:
        return True
    return len(mine) * len(theirs) <= OTHER_WORDS and all(_akin(word, theirs) for word in mine)


def _quotes_the_same(one: Wording[_T], other: Wording[_T]) -> bool:
    short, long = sorted((one, other), key=lambda w: len(w.quoted))
    return len(short.quoted) >= LEAST_ALONE and (short.quote in long.quote or _nearly(short.quoted, long.quoted))


def _start(held: tuple[Span, Same[_T]]) -> int:
    return held[0].start


def _enough(one: Wording[_T]) -> bool:
    return len(one.words) >= (LEAST_ALONE if one.party is None else LEAST)


def _grams(one: Wording[_T]) -> Iterator[str]:
    lines = one.folded
    if len(lines) < GRAM:
        yield one.line
    for n in range(len(lines) - GRAM + 1):
        yield " ".join(lines[n : n + GRAM])


def _without(tokens: Sequence[str], common: Counter[str]) -> list[str]:
    left, found = Counter(common), []
    for word in tokens:
        if left[folded := _fold(word)] > 0:
            left[folded] -= 1
        else:
            found.append(word)
    return found


def _turns(word: str) -> bool:
    """Whether a word that only one side has may turn what is said, or count it otherwise."""
    folded = _fold(word)
    return folded in NEGATION or folded in NUMBERS or folded.endswith("n't") or any(c.isdigit() for c in folded)


def _names(tokens: Sequence[str]) -> bool:
    return any(word[0].isupper() and len(word) > 1 for word in tokens)


def _akin(word: str, others: Sequence[str]) -> bool:
    return any(fuzz.ratio(_fold(word), _fold(other)) >= SAME_SPELLING for other in others)


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'")


def _words(text: str, spans: Iterable[Span]) -> Iterator[str]:
    for span in spans:
        part = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), text[slice(*span)])
        yield from (part[start:end] for start, end in words(part))


def _within(span: Span, marks: Sequence[Span]) -> Iterator[Span]:
    """The parts of a span that lie in the marked ones, which are sorted."""
    for mark in marks[max(0, bisect_right(marks, span) - 1) :]:
        if mark.start >= span.end:
            return
        if mark.end > span.start:
            yield Span(max(mark.start, span.start), min(mark.end, span.end))


class Twins:
    """Where the words of a report stand in the reports that share its passages."""

    def __init__(self, copies: Iterable[Copy]) -> None:
        held: dict[str, list[tuple[Span, str, SharedPassage, bool]]] = defaultdict(list)
        for pair in copies:
            for passage in pair.passages:
                if passage.shared != "phrase":
                    held[pair.a].append((passage.a, pair.b, passage, True))
                    held[pair.b].append((passage.b, pair.a, passage, False))
        self._held: Mapping[str, list[tuple[Span, str, SharedPassage, bool]]] = {
            report: sorted(passages, key=lambda p: (p[0], p[1])) for report, passages in held.items()
        }
        self._longest = {
            report: max(span.end - span.start for span, *_ in passages) for report, passages in held.items()
        }

    def of(self, report: str, span: Span) -> Iterator[Place]:
        """The places in other reports that shared passages set beside most of a span."""
        held = self._held.get(report, [])
        first = bisect_right(held, span.start - self._longest.get(report, 0), key=lambda p: p[0].start)
        for mine, other, passage, forth in held[max(0, first - 1) :]:
            if mine.start >= span.end:
                return
            start, end = max(mine.start, span.start), min(mine.end, span.end)
            if 2 * (end - start) >= span.end - span.start:
                yield Place(report=other, span=Span(_beside(start, passage, forth), _beside(end, passage, forth)))


def _beside(place: int, passage: SharedPassage, forth: bool) -> int:
    """Where a place of one side of a passage lies in the other."""
    here, there = (passage.a, passage.b) if forth else (passage.b, passage.a)
    moved = there.start - here.start
    for variant in passage.variants:
        mine, theirs = (variant.a, variant.b) if forth else (variant.b, variant.a)
        if mine.end > place:
            break
        moved += (theirs.end - theirs.start) - (mine.end - mine.start)
    return min(max(place + moved, there.start), there.end)
