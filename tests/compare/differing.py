"""Short reports about invented events, and the differences between what they say."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.annotate import AnnotateSettings, annotate
from stemma.compare.differences import DifferenceSettings, differences
from stemma.model import (
    Annotations,
    Assertion,
    Attribution,
    Difference,
    DifferenceKind,
    Entity,
    Lineage,
    Mention,
    Report,
    Span,
    Story,
)

RULES = AnnotateSettings(engine="none")
NO_LINEAGE = Lineage(copies=(), origins=(), descents=())


def notes(id: str, text: str, published: str | None = None) -> Annotations:
    """What rules alone find in a report: sentences, quotations, times, figures."""
    report = Report(id=id, uri=id, text=text, language="en", sha256="", reader="test", published=published)
    return annotate(report, RULES)


def said(told: Annotations, source: str, cue: str, content: str, *, negated: bool = False) -> Annotations:
    """The same with one attribution, each part given by its words."""
    attribution = Attribution(
        id="a1",
        content=(place(told, content),),
        kind="indirect",
        source=place(told, source),
        cue=place(told, cue),
        described=source,
        negated=negated,
    )
    return replace(told, attributions=(attribution,))


def named(told: Annotations, **entities: str) -> Annotations:
    """The same with a mention of each entity at the first place of its words."""
    mentions = [Mention(span=place(told, words), kind="place", entity=id) for id, words in entities.items()]
    return replace(told, mentions=tuple(sorted(mentions, key=lambda mention: mention.span)))


def place(told: Annotations, words: str) -> Span:
    """Where a report has some words first."""
    start = told.report.text.index(words)
    return Span(start, start + len(words))


def asserted(told: Annotations) -> Assertion:
    """The assertion that is all of a report, or the content of its attribution."""
    if told.attributions:
        return Assertion(
            report=told.report.id, spans=told.attributions[0].content, origin="o", attribution=told.attributions[0].id
        )
    return Assertion(report=told.report.id, spans=(Span(0, len(told.report.text)),), origin="o")


def between(
    *told: Annotations, entities: Sequence[Entity] = (), using: DifferenceSettings | None = None
) -> tuple[Difference, ...]:
    """The differences of the statement that all of the reports make."""
    story = Story(id="s", reports=tuple({t.report.id: t for t in told}.values()), entities=tuple(entities))
    return differences(story, NO_LINEAGE, [asserted(t) for t in told], using)


def found(kind: DifferenceKind, *told: Annotations) -> list[tuple[str, str, str]]:
    """Relation and words of both sides of the differences of a kind, heaviest first."""
    return [
        (
            d.relation,
            told[d.between[0]].report.text[slice(*d.spans[0])],
            told[d.between[1]].report.text[slice(*d.spans[1])],
        )
        for d in between(*told)
        if d.kind == kind
    ]


def relations(kind: DifferenceKind, *told: Annotations) -> list[str]:
    """The relations of the differences of a kind."""
    return [relation for relation, _, _ in found(kind, *told)]
