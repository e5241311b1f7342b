"""Comparisons built by hand over invented reports, one for each thing that the page can show.

A sentence is `(key, origin, text)`. Sentences of two reports with the same key make one shared passage, whose
variants are the words that differ; `KINDS` says which keys are public words, all others are copied prose.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from stemma.model import (
    Account,
    Annotations,
    Branch,
    Comparison,
    Copy,
    Credit,
    Descent,
    Duplicate,
    Edit,
    EditKind,
    Lineage,
    Link,
    Origin,
    OriginKind,
    Place,
    Problem,
    Quotation,
    Report,
    Shared,
    SharedPassage,
    Span,
    Story,
    Variant,
)

Line = tuple[str, str, str]
KINDS: dict[str, Shared] = {"q": "quote", "p": "post", "s": "statement", "f": "phrase"}
POLAR = {"failed", "passed", "not"}
WEIGHT: dict[EditKind, float] = {
    "figure": 0.95,
    "polarity": 0.9,
    "reattributed": 0.85,
    "reworded": 0.4,
    "cut": 0.3,
    "added": 0.3,
    "moved": 0.15,
}


@dataclass
class Draft:
    """A report to be built."""

    outlet: str | None
    title: str | None
    lines: Sequence[Line]
    head: str = ""
    credits: tuple[str, ...] = ()
    published: str | None = None
    byline: str | None = None
    uri: str = ""
    language: str = "en"


@dataclass
class Plan:
    """A story to be built: drafts, the kind and label of each origin, arrows between outlets, branches of an origin."""

    drafts: list[Draft]
    origins: dict[str, tuple[OriginKind, str | None]] = field(default_factory=dict)
    arrows: list[tuple[int, int, bool]] = field(default_factory=list)
    texts: tuple[int, int] = (1, 1)
    branches: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)


def ident(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def annotated(draft: Draft) -> Annotations:
    text = ""
    furniture: tuple[Span, ...] = ()
    if draft.head:
        text, furniture = draft.head + "\n\n", (Span(0, len(draft.head)),)
    sentences = []
    for number, (_, _, sentence) in enumerate(draft.lines):
        if number:
            text += "\n\n" if number % 3 == 0 else " "
        sentences.append(Span(len(text), len(text) + len(sentence)))
        text += sentence
    report = Report(
        id=ident(f"{draft.outlet}{draft.uri}{text}"),
        uri=draft.uri or f"pile/{(draft.outlet or 'unknown').lower().replace(' ', '-')}.txt",
        text=text,
        language=draft.language,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        reader="text/1",
        published=draft.published,
        published_basis="metadata" if draft.published else "none",
        outlet=draft.outlet,
        title=draft.title,
        byline=draft.byline,
        credits=tuple(
            Credit(name=name, basis="dateline", span=Span(text.index(name), text.index(name) + len(name)))
            if name in text
            else Credit(name=name, basis="address")
            for name in draft.credits
        ),
        furniture=furniture,
    )
    return Annotations(report=report, sentences=tuple(sentences), quotations=tuple(quotations(text)))


def quotations(text: str) -> list[Quotation]:
    found, start = [], text.find("“")
    while start >= 0:
        end = text.find("”", start)
        found.append(Quotation(span=Span(start, end + 1)))
        start = text.find("“", end)
    return found


def words(text: str, at: int) -> list[Span]:
    spans, place = [], at
    for word in text.split(" "):
        spans.append(Span(place, place + len(word)))
        place += len(word) + 1
    return spans


def variants(one: str, at: int, two: str, other: int) -> list[Variant]:
    """The runs of words that differ between two sentences that begin at `at` and `other`."""
    mine, theirs = words(one, at), words(two, other)
    matcher = SequenceMatcher(None, one.split(" "), two.split(" "), autojunk=False)

    def cover(spans: list[Span], i: int, j: int, end: int) -> Span:
        if i < j:
            return Span(spans[i].start, spans[j - 1].end)
        place = spans[i].start if i < len(spans) else end
        return Span(place, place)

    return [
        Variant(a=cover(mine, i, j, at + len(one)), b=cover(theirs, k, m, other + len(two)))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def shared(draft: Draft, one: Annotations, other: Draft, two: Annotations) -> Copy | None:
    passages, mine, theirs = [], 0, 0
    for (key, _, text), a in zip(draft.lines, one.sentences, strict=True):
        for (match, _, against), b in zip(other.lines, two.sentences, strict=True):
            if not key or key != match:
                continue
            kind = KINDS.get(key[0], "copy")
            if kind == "copy":
                mine, theirs = mine + len(text), theirs + len(against)
            passages.append(
                SharedPassage(
                    a=a,
                    b=b,
                    shared=kind,
                    words=len(text.split()),
                    variants=tuple(variants(text, a.start, against, b.start)),
                    because=(f"{len(text.split())} words in the same order", f"taken for {kind}"),
                )
            )
    if not passages:
        return None
    whole, part = (sum(e - s for s, e in notes.sentences) for notes in (one, two))
    return Copy(
        a=one.report.id,
        b=two.report.id,
        share_a=mine / whole,
        share_b=theirs / part,
        passages=tuple(passages),
        relation=None if not mine else "same-outlet" if draft.outlet == other.outlet else "copy",
    )


def lineage(plan: Plan, notes: list[Annotations]) -> Lineage:
    pairs = [
        found
        for i, j in combinations(range(len(notes)), 2)
        if (found := shared(plan.drafts[i], notes[i], plan.drafts[j], notes[j]))
    ]
    places: dict[str, list[Place]] = {}
    for draft, one in zip(plan.drafts, notes, strict=True):
        for (_, origin, _), span in zip(draft.lines, one.sentences, strict=True):
            name = origin if origin in plan.origins else f"{origin}-{one.report.id}"
            places.setdefault(name, []).append(Place(report=one.report.id, span=span))
    origins, descents = [], []
    for name, held in places.items():
        kind, label = plan.origins.get(name, ("addition" if name.startswith("add") else "own", None))
        origins.append(Origin(id=name, kind=kind, label=label, passages=tuple(held), because=("shared wording",)))
        for heir in dict.fromkeys(place.report for place in held) if name in plan.origins else ():
            descents.append(
                Descent(parent=name, child=heir, directed=True, confidence=0.8, because=("credit line", "same order"))
            )
    for older, younger, directed in plan.arrows:
        descents.append(
            Descent(
                parent=notes[older].report.id,
                child=notes[younger].report.id,
                directed=directed,
                confidence=0.7 if directed else 0.4,
                because=("contains it whole", "shares its slip of the pen"),
            )
        )
    return Lineage(
        copies=tuple(pairs),
        origins=tuple(origins),
        descents=tuple(descents),
        branches=tuple(
            Branch(
                origin=origin,
                reports=tuple(notes[n].report.id for n in members),
                readings=(
                    Place(report=notes[members[0]].report.id, span=notes[members[0]].sentences[0]),
                    Place(report=notes[members[0]].report.id, span=Span(*[notes[members[0]].sentences[0].end] * 2)),
                ),
                because=(f"{len(members)} reports agree against others in 2 places",),
            )
            for origin, members in plan.branches
        ),
        edits=tuple(edits({one.report.id: one.report.text for one in notes}, pairs)),
        texts=plan.texts,
        because=("low counts an unseen text once", "high counts each report that shares nothing"),
    )


def kind_of(one: str, two: str) -> EditKind:
    both = f"{one} {two}"
    if any(char.isdigit() for char in both):
        return "figure"
    if POLAR & set(both.split()):
        return "polarity"
    if "said" in both:
        return "reattributed"
    return "reworded" if one and two else "cut" if one else "added"


def edits(texts: dict[str, str], pairs: Sequence[Copy]) -> list[Edit]:
    """The variants of copied passages by kind, and a move where a pair's passages change places."""
    found: list[Edit] = []
    for pair in pairs:
        copied = [passage for passage in pair.passages if passage.shared == "copy"]
        for passage in copied:
            for change in passage.variants:
                kind = kind_of(texts[pair.a][slice(*change.a)], texts[pair.b][slice(*change.b)])
                found.append(edit(kind, pair, change.a, change.b))
        for before, after in pairwise(copied):
            if before.b > after.b:
                found.append(edit("moved", pair, after.a, after.b))
    return found


def edit(kind: EditKind, pair: Copy, a: Span, b: Span) -> Edit:
    return Edit(
        kind=kind,
        a=Place(report=pair.a, span=a),
        b=Place(report=pair.b, span=b),
        weight=WEIGHT[kind],
        because=("both sides run on unchanged around these words",),
    )


def account(plan: Plan) -> Account:
    notes = [annotated(draft) for draft in plan.drafts]
    found = lineage(plan, notes)
    ids = sorted(one.report.id for one in notes)
    story = Story(
        id=ident("".join(ids)),
        reports=tuple(sorted(notes, key=lambda one: one.report.id)),
        links=tuple(
            Link(a=a, b=b, score=0.8, because=("shared passages", "both name the same place")) for a, b in pairwise(ids)
        ),
    )
    return Account(story=story, title=notes[0].report.title or "Untitled", lineage=found)


def comparison(*plans: Plan, errors: tuple[Problem, ...] = (), duplicates: bool = False) -> Comparison:
    accounts = tuple(account(plan) for plan in plans)
    reports = tuple(sorted((one for each in accounts for one in each.story.reports), key=lambda one: one.report.id))
    return Comparison(
        reports=reports,
        accounts=accounts,
        errors=errors,
        duplicates=(Duplicate(input="pile/again.txt", of=reports[0].report.id),) if duplicates else (),
    )
