"""Origins: which text each sentence of each report descends from.

A report is a mosaic, so origins are found sentence by sentence and never closed over a report: two units of copied
sentences have one origin where the same two reports carry both.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from stemma.model import Copy, Descent, Origin, OriginKind, Place, Report, Span
from stemma.trace.alignment import Witness
from stemma.trace.credit import Claim, best_claim, house, whole_claim
from stemma.trace.sets import Sets
from stemma.trace.settings import TraceSettings

TITLE_WORD = re.compile(r"[^\W_]+")
MOST_CARRIERS = 50
"""Reports of a unit up to which each pair of them is looked up; with more it is faster to look through the units."""
SHORTEST_SENTENCE = 4
"""Words; shorter lines of a page are headings, names and dates."""

Kin = tuple[frozenset[str], tuple[str, ...]]
"""The reports that carry a unit, and the agencies that they name where these are several."""
Sentence = tuple[str, int]
"""A report's id and the number of one of its sentences."""


def copied_sentences(
    copies: Sequence[Copy], witnesses: Mapping[str, Witness], using: TraceSettings
) -> dict[Sentence, list[Sentence]]:
    """Sentences that descend from a shared text, each with its counterparts.

    They are mainly copied; or they are shared public words with copied prose beside them in both reports, such as the
    quotations of an article that was copied as a whole.
    """
    found: dict[Sentence, list[Sentence]] = defaultdict(list)
    for copy in copies:
        a, b = witnesses[copy.a], witnesses[copy.b]
        words: Counter[tuple[int, int]] = Counter()
        public: Counter[tuple[int, int]] = Counter()
        for passage in copy.passages:
            pair = (a.sentence_at(passage.a.start), b.sentence_at(passage.b.start))
            (words if passage.shared == "copy" else public)[pair] += passage.words
        linked = {pair for pair, n in words.items() if mainly(a, pair[0], n, using) and mainly(b, pair[1], n, using)}
        both_ends = max(copy.share_a, copy.share_b) < using.mostly_copied
        for x, y in sorted(linked | carried_along(linked, sorted(public), both_ends)):
            found[a.id, x].append((b.id, y))
            found[b.id, y].append((a.id, x))
    return dict(found)


def carried_along(
    linked: Set[tuple[int, int]], candidates: Sequence[tuple[int, int]], both_ends: bool
) -> set[tuple[int, int]]:
    """The candidates that stand next to linked sentences in both reports, or in a row of such.

    With `both_ends` the row must have linked sentences before and behind it; without, on one side.
    """
    after, before = set(linked), set(linked)
    for x, y in candidates:
        if (x - 1, y - 1) in after:
            after.add((x, y))
    for x, y in reversed(candidates):
        if (x + 1, y + 1) in before:
            before.add((x, y))
    return ((after & before) if both_ends else (after | before)) - set(linked)


def mainly(of: Witness, sentence: int, matched: int, using: TraceSettings) -> bool:
    """Whether so many matched words make a sentence a copied one."""
    total = max(1, len(of.words_in(of.note.sentences[sentence])))
    return matched >= using.sentence_share * total or (matched >= using.sentence_words and 4 * matched >= total)


def units(counterparts: Mapping[Sentence, Sequence[Sentence]]) -> list[list[Sentence]]:
    """Sets of sentences of different reports that descend from one sentence."""
    sets: Sets[Sentence] = Sets()
    for here, others in counterparts.items():
        for there in others:
            sets.join(here, there)
    members: dict[Sentence, list[Sentence]] = defaultdict(list)
    for sentence in sorted(counterparts):
        members[sets.find(sentence)].append(sentence)
    return [found for _, found in sorted(members.items())]


def texts(found: Sequence[Sequence[Sentence]], authors: Mapping[str, str | None]) -> list[list[Sentence]]:
    """Units gathered to texts: two units are of one text where two reports carry both.

    `authors` names the agency of each report that has one. A unit whose reports have different ones, an advertisement
    perhaps or a statement, joins only its like: it must not tie the texts of two agencies together.
    """
    sets: Sets[Sentence] = Sets()
    whole: dict[Kin, Sentence] = {}
    carried: dict[tuple[tuple[str, ...], str, str], Sentence] = {}
    for unit in found:
        reports = frozenset(report for report, _ in unit)
        names = tuple(sorted({name for report in reports if (name := authors[report]) is not None}))
        sets.join(whole.setdefault((reports, names if len(names) > 1 else ()), unit[0]), unit[0])
    for (reports, names), first in whole.items():
        if len(reports) <= MOST_CARRIERS:
            for a, b in combinations(sorted(reports), 2):
                sets.join(carried.setdefault((names, a, b), first), first)
        else:
            for (others, their_names), other in whole.items():
                if names == their_names and len(reports & others) >= 2:
                    sets.join(first, other)
    gathered: dict[Sentence, list[Sentence]] = defaultdict(list)
    for unit in found:
        gathered[sets.find(unit[0])] += unit
    return [sorted(text) for _, text in sorted(gathered.items())]


def author_name(report: Report) -> str | None:
    """The agency whose text a report says it is, or the outlet that others credit as one."""
    claim = whole_claim(report)
    return claim.name if claim is not None else house(report)


def origins(
    story: str,
    copies: Sequence[Copy],
    arrows: Sequence[Descent],
    witnesses: Mapping[str, Witness],
    using: TraceSettings,
) -> tuple[Origin, ...]:
    """The origins of a story: shared ones by size, then what is left of each report.

    A text that `arrows` lead back to one report of the pile is that report's own.
    """
    authors = {id: author_name(w.note.report) for id, w in witnesses.items()}
    shared = texts(units(copied_sentences(copies, witnesses, using)), authors)
    shared.sort(key=lambda text: (-len({r for r, _ in text}), -len(text), text))
    taken = {sentence for text in shared for sentence in text}
    parts = [named(text, arrows, witnesses) for text in shared]
    for report in sorted(witnesses):
        rest = [(report, n) for n in range(len(witnesses[report].note.sentences)) if (report, n) not in taken]
        if rest:
            place_rest(report, rest, parts, witnesses, using)
    return tuple(part.origin(f"{story}.o{n}", witnesses) for n, part in enumerate(parts, 1))


@dataclass(slots=True)
class _Part:
    sentences: list[Sentence]
    kind: OriginKind
    claim: Claim | None
    because: list[str]
    author: str | None = None
    """The report of the pile whose own text it is."""

    def origin(self, id: str, witnesses: Mapping[str, Witness]) -> Origin:
        """The part as a record, neighbouring sentences joined."""
        return Origin(
            id=id,
            kind=self.kind,
            label=self.claim.name if self.claim else None,
            passages=tuple(places(sorted(self.sentences), witnesses)),
            because=tuple(self.because),
        )


def named(text: Sequence[Sentence], arrows: Sequence[Descent], witnesses: Mapping[str, Witness]) -> _Part:
    """A text that several reports carry, with its kind, credit and reasons."""
    reports = sorted({report for report, _ in text})
    because = [f"{len(reports)} reports carry {len(text)} sentences of it"]
    texts = {report: witnesses[report].note.report for report in reports}
    agencies = Counter(name for report in texts.values() if (name := author_name(report)) is not None).most_common(2)
    if len(agencies) > 1 and 2 * agencies[1][1] > agencies[0][1]:
        names = " and ".join(sorted(name for name, _ in agencies))
        return _Part(list(text), "inferred", None, [*because, f"its reports credit {names}"])
    claim = best_claim(parts_of(text, witnesses), texts)
    author = author_of(reports, arrows)
    if claim is None and author is not None:
        own = witnesses[author].note.report
        return _Part(list(text), "own", None, [*because, f"the others have it from {own.outlet or own.uri}"], author)
    if claim is None:
        credited = any(report.credits for report in texts.values())
        reason = "no credit covers it for certain" if credited else "no report credits it"
        return _Part(list(text), "inferred", None, [*because, reason])
    return _Part(list(text), "credited", claim, [*because, *claim.because])


def parts_of(text: Sequence[Sentence], witnesses: Mapping[str, Witness]) -> dict[str, float]:
    """For each report that carries a text: the part of its words in it."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for report, number in text:
        numbers[report].append(number)
    return {
        report: length(of, found) / max(1, length(of, range(len(of.note.sentences))))
        for report, found in sorted(numbers.items())
        for of in (witnesses[report],)
    }


def author_of(reports: Sequence[str], arrows: Sequence[Descent]) -> str | None:
    """The one of the reports from which arrows among them lead to all others, if there is one."""
    parent = {arrow.child: arrow.parent for arrow in arrows if {arrow.child, arrow.parent} <= set(reports)}
    roots = [report for report in reports if report not in parent]
    return roots[0] if len(roots) == 1 and len(reports) > 1 else None


def place_rest(
    report: str, rest: list[Sentence], parts: list[_Part], witnesses: Mapping[str, Witness], using: TraceSettings
) -> None:
    """Put the sentences that a report shares with nobody where they belong."""
    note = witnesses[report].note
    mine = [part for part in parts if any(r == report for r, _ in part.sentences)]
    claim = whole_claim(note.report)
    author = author_name(note.report)
    left = length(witnesses[report], [n for _, n in rest])
    whole = max(1, length(witnesses[report], range(len(note.sentences))))
    same = [part for part in mine if part.author == report or (part.claim is not None and part.claim.name == author)]
    if same and (claim is None or left <= (1 - using.one_text) * whole):
        most = max(same, key=lambda part: sum(r == report for r, _ in part.sentences))
        most.sentences += rest
    elif claim is not None and (same or not mine):
        parts.append(_Part(rest, "credited", claim, ["no other report of this pile carries it", *claim.because]))
    elif mine and 2 * left < whole and sum(is_prose(witnesses[report], n) for _, n in rest) <= using.addition_sentences:
        parts.append(_Part(rest, "addition", None, [f"{counted(len(rest))} beside copied prose"]))
    else:
        parts.append(_Part(rest, "own", None, [f"no other report of this pile carries these {counted(len(rest))}"]))


def counted(sentences: int) -> str:
    """A number of sentences, in words for readers."""
    return "one sentence" if sentences == 1 else f"{sentences} sentences"


def length(of: Witness, sentences: Iterable[int]) -> int:
    """The words of sentences."""
    return sum(len(of.words_in(of.note.sentences[n])) for n in sentences)


def is_prose(of: Witness, sentence: int) -> bool:
    """Whether a sentence is one of the body: not the headline, nor a line of a few words such as an outlet's name."""
    span = of.note.sentences[sentence]
    words = [of.text[w.start : w.end].casefold() for w in of.words_in(span)]
    title = [w.casefold() for w in TITLE_WORD.findall(of.note.report.title or "")]
    return len(words) >= SHORTEST_SENTENCE and "".join(TITLE_WORD.findall(" ".join(words))) not in "".join(title)


def carriers(origin: Origin) -> list[str]:
    """The reports that carry an origin, sorted."""
    return sorted({place.report for place in origin.passages})


def places(sentences: Sequence[Sentence], witnesses: Mapping[str, Witness]) -> list[Place]:
    """The places of sentences; neighbours with only white space between them are one place."""
    found: list[Place] = []
    for report, number in sentences:
        span = witnesses[report].note.sentences[number]
        last = found[-1] if found else None
        if last and last.report == report and not witnesses[report].text[last.span.end : span.start].strip():
            found[-1] = Place(report=report, span=Span(last.span.start, span.end))
        else:
            found.append(Place(report=report, span=span))
    return found
