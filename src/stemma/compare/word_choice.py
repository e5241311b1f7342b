"""How each report names the same person, group or act: names with what is said beside them, and labels of one kind.

Words in quotation marks are a speaker's, not the report's, and are left out. Labels of one kind need not be of one
referent; the table says so.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.compare.differences_names import known, plain
from stemma.compare.differences_reading import Word, merged, stem, word_at
from stemma.compare.wording import charged, kinds
from stemma.errors import check_ranges
from stemma.lang.loaded_en import DESCRIBED_BY, DESCRIBING, LABELS, PLAIN
from stemma.lang.public import NUMBERS, REPORTING
from stemma.model import Annotations, Entity, Mention, Naming, Span, Story, WordChoice
from stemma.text.words import words

MOST_BEFORE = 5
"""How many words before a name may describe it: "the Islamist terror group …"."""
JUDGED, DESCRIBED, RENAMED, LABELLED, LABELS_JUDGE = 0.8, 0.5, 0.4, 0.3, 0.7
"""What a row weighs: an entity with words that judge, with other descriptions, with other names alone; labels, and
labels of which some judge."""

_DESCRIBING = frozenset(map(stem, DESCRIBING)) | {stem(word) for kind in DESCRIBED_BY for word in LABELS[kind]}


_ACRONYM, _ROOT = 4, 4
_GENITIVE = ("'s", "’s")
_VERBS_END = ("ed", "ing", *_GENITIVE)
"""How words end that stand before a name and hardly describe it: "backed", "greeting", "the group's"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChoiceSettings:
    """How long the table of word choice is."""

    most_rows: int = 30
    """How many entities and kinds it lists, the heaviest first."""

    def __post_init__(self) -> None:
        """Refuse a table without rows."""
        check_ranges("compare", self, {"most_rows": (1, 10_000)})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """Words that a report uses once, and whether they judge or describe."""

    report: str
    span: Span
    key: str
    judges: bool
    describes: bool


class _Text:
    """The words of one report outside of quotations, sorted, with those that stand before a place."""

    def __init__(self, notes: Annotations) -> None:
        self.notes = notes
        text = notes.report.text
        quoted = tuple(merged(sorted(quotation.span for quotation in notes.quotations)))
        self.words: list[Word] = []
        for start, end in notes.sentences:
            for word in words(text[start:end]):
                span = Span(start + word.start, start + word.end)
                if not inside(quoted, span.start):
                    self.words.append(word_at(text, span))
        self._starts = [word.span.start for word in self.words]

    def described(self, mention: Span) -> Span | None:
        """A name with the words before it that describe it; None for a name that is quoted."""
        at = bisect_left(self._starts, mention.start)
        if at == len(self.words) or self.words[at].span.start != mention.start:
            return None
        first = at
        while first and at - first < MOST_BEFORE and self._describes(first - 1, nearest=first == at):
            first -= 1
        return Span(self.words[first].span.start, mention.end)

    def between(self, start: int, end: int) -> list[Word]:
        """The words that begin from one place up to another."""
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _describes(self, place: int, *, nearest: bool) -> bool:
        """Whether a word right before others describes them; the nearest one must be a word for people or groups."""
        word, following = self.words[place], self.words[place + 1]
        if self.notes.report.text[word.span.end : following.span.start] not in (" ", "-"):
            return False
        if word.folded in DESCRIBING or (word.stem in _DESCRIBING and not word.folded.endswith(_GENITIVE)):
            return True
        if word.folded.endswith(_VERBS_END) or word.folded in NUMBERS or word.folded in REPORTING:
            return False
        return charged(word) or (not nearest and word.carries)


def word_choice(story: Story, using: WordChoiceSettings | None = None) -> tuple[WordChoice, ...]:
    """The table of how a story's reports name the same, where they differ; heaviest rows first.

    Takes time linear in the length of the reports.
    """
    using = using or WordChoiceSettings()
    texts = [_Text(notes) for notes in story.reports]
    rows = [*_named(story.entities, texts), *_labelled(texts)]
    rows.sort(key=lambda row: (-row.weight, -len(row.namings), row.of, row.entity or ""))
    return tuple(rows[: using.most_rows])


# --- names ------------------------------------------------------------------------------------------


def _named(entities: Sequence[Entity], texts: Sequence[_Text]) -> Iterator[WordChoice]:
    uses: dict[str, list[_Use]] = {}
    for text in texts:
        for mention in text.notes.mentions:
            if mention.entity is not None and (use := _use(text, mention)) is not None:
                uses.setdefault(mention.entity, []).append(use)
    for entity in entities:
        found = uses.get(entity.id, [])
        if (weight := _differing(found)) is not None:
            because = "names and descriptions differ" if weight > RENAMED else "names differ"
            yield WordChoice(
                of=entity.name,
                entity=entity.id,
                namings=_namings(found),
                weight=weight,
                because=(because,),
            )


def _use(text: _Text, mention: Mention) -> _Use | None:
    span = text.described(mention.span)
    if span is None:
        return None
    before = text.between(span.start, mention.span.start)
    return _Use(
        report=text.notes.report.id,
        span=span,
        key=plain(text.notes.report.text[span.start : span.end]),
        judges=any(map(charged, before)),
        describes=bool(before),
    )


def _differing(uses: Sequence[_Use]) -> float | None:
    """What a row of an entity weighs; None where all reports name it alike, or only more and less fully."""
    by_report: dict[str, set[str]] = {}
    for use in uses:
        by_report.setdefault(use.report, set()).add(use.key)
    if len(by_report) < 2 or all(keys == next(iter(by_report.values())) for keys in by_report.values()):
        return None
    if any(use.judges for use in uses):
        return JUDGED
    if any(use.describes for use in uses):
        return DESCRIBED
    names = sorted({use.key for use in uses}, key=len)
    return RENAMED if any(not _short_of(name, names[-1]) for name in names) else None


def _short_of(name: str, longest: str) -> bool:
    """Whether a name is a part of another, or another form of it: a people's, a genitive's."""
    pairs = list(zip(name.split(), longest.split(), strict=False))
    if len(name.split()) == len(longest.split()) and all(p[:_ROOT] == q[:_ROOT] for p, q in pairs):
        return True
    return name in longest or _roots(name) <= _roots(longest) or _roots(longest) <= _roots(name)


def _roots(name: str) -> frozenset[str]:
    """The words of a name, a people's as that of its country: "Iranian government" and "Iran's government" are one."""
    whole = known(name.upper() if len(name) <= _ACRONYM else name.title())
    words = [name] if whole is not None else [word.removesuffix("'s").removesuffix("’s") for word in name.split()]
    found = [known(word.title()) or known(word.upper()) for word in words]
    return frozenset(place.name if place else stem(word) for place, word in zip(found, words, strict=True))


# --- labels -----------------------------------------------------------------------------------------


def _labelled(texts: Sequence[_Text]) -> Iterator[WordChoice]:
    uses: dict[str, list[_Use]] = {}
    for text in texts:
        named = tuple(merged(sorted(mention.span for mention in text.notes.mentions)))
        for word in text.words:
            for kind in kinds(word):
                if kind not in PLAIN and not inside(named, word.span.start):
                    use = _Use(
                        report=text.notes.report.id,
                        span=word.span,
                        key=word.stem,
                        judges=charged(word),
                        describes=False,
                    )
                    uses.setdefault(kind, []).append(use)
    for kind, found in sorted(uses.items()):
        if len(set(_favourites(found).values())) > 1:
            weight = LABELS_JUDGE if len({use.judges for use in found}) == 2 else LABELLED
            because = ("words of one kind, perhaps not for the same",)
            yield WordChoice(of=kind, namings=_namings(found), weight=weight, because=because)


def _favourites(uses: Sequence[_Use]) -> Mapping[str, str]:
    """The words that each report uses most."""
    count: dict[str, dict[str, int]] = {}
    for use in uses:
        own = count.setdefault(use.report, {})
        own[use.key] = own.get(use.key, 0) + 1
    return {report: min(own, key=lambda key: (-own[key], key)) for report, own in count.items()}


def _namings(uses: Iterable[_Use]) -> tuple[Naming, ...]:
    places: dict[tuple[str, str], list[Span]] = {}
    for use in uses:
        places.setdefault((use.report, use.key), []).append(use.span)
    ordered = sorted(places.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1]))
    return tuple(Naming(report=report, spans=tuple(spans)) for (report, _), spans in ordered)


def inside(spans: Sequence[Span], place: int) -> bool:
    """Whether a place lies in one of the spans, which are sorted and disjoint."""
    at = bisect_left(spans, place + 1, key=lambda span: span.start)
    return at > 0 and spans[at - 1].end > place
