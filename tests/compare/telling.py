"""Stories of invented reports whose annotations and lineage are written by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from stemma.annotate.quotations import quotations
from stemma.model import (
    Annotations,
    Assertion,
    Attribution,
    Copy,
    Entity,
    Lineage,
    MentionKind,
    Origin,
    OriginKind,
    Place,
    Report,
    Role,
    SharedPassage,
    Span,
    SpeechKind,
    Story,
    Unit,
)


@dataclass
class Teller:
    """A report under construction: its text and what it says that others said."""

    outlet: str
    published: str | None = None
    text: str = ""
    said: list[Attribution] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)

    def says(
        self,
        words: str,
        *,
        by: str | None = None,
        described: str | None = None,
        via: str | None = None,
        source: str | None = None,
        kind: SpeechKind = "indirect",
        negated: bool = False,
        terms: Sequence[str] = (),
        vector: bytes = b"",
    ) -> Assertion:
        """Add a sentence whose `words` are what somebody said; without `by`, `described` and `via` the report's own.

        `source` are the words for who speaks, the name where none are given.
        """
        start = len(self.text) + (1 if self.text else 0)
        self.text += ("\n" if self.text else "") + words + "."
        span = Span(start, start + len(words))
        frame = f", said {by if source is None else source}" if by is not None else ""
        self.text = self.text[:-1] + frame + "."
        told = by is not None or described is not None or via is not None
        if told:
            made = Attribution(
                id=f"a{len(self.said)}",
                content=(span,),
                kind=kind,
                source=Span(span.end + len(", said "), len(self.text) - 1) if frame else None,
                speaker=by,
                described=described,
                via=via,
                negated=negated,
            )
            self.said.append(made)
        self.units.append(
            Unit(
                spans=(span,),
                sentence=0,
                predicate=Span(start, start + 1),
                lemma="",
                terms=tuple(terms) or tuple(w for w in words.casefold().strip("“”").split() if len(w) > 3),
                vector=vector,
            )
        )
        return Assertion(report=self.outlet, spans=(span,), origin="", attribution=self.said[-1].id if told else None)

    @property
    def notes(self) -> Annotations:
        """The report as annotated."""
        text = self.text
        return Annotations(
            report=Report(
                id=self.outlet,
                uri=self.outlet + ".txt",
                text=text,
                language="en",
                sha256="",
                reader="test",
                outlet=self.outlet,
                published=self.published,
            ),
            sentences=(Span(0, len(text)),) if text else (),
            quotations=quotations(text, [Span(0, len(text))]),
            attributions=tuple(self.said),
            units=tuple(self.units),
        )


def named(
    name: str, kind: MentionKind = "person", *roles: tuple[str, str | None], aliases: Sequence[str] = ()
) -> Entity:
    """An entity whose id is its name."""
    return Entity(
        id=name, kind=kind, name=name, aliases=tuple(aliases), roles=tuple(Role(title=t, of=of) for t, of in roles)
    )


def story_of(tellers: Sequence[Teller], entities: Sequence[Entity] = ()) -> Story:
    """The story that some reports tell."""
    reports = tuple(sorted((teller.notes for teller in tellers), key=lambda n: n.report.id))
    return Story(id="s", reports=reports, entities=tuple(entities))


def origin(id: str, *places: tuple[Teller, Assertion], kind: OriginKind = "own", label: str | None = None) -> Origin:
    """An origin of the words of assertions."""
    passages = tuple(Place(report=t.outlet, span=a.spans[0]) for t, a in places)
    return Origin(id=id, kind=kind, passages=passages, label=label)


def lineage_of(*origins: Origin, shared: Sequence[tuple[Place, Place, SharedPassage]] = ()) -> Lineage:
    """A lineage of these origins, with copies of one passage each."""
    copies = tuple(
        Copy(a=a.report, b=b.report, share_a=0.0, share_b=0.0, passages=(passage,)) for a, b, passage in shared
    )
    return Lineage(copies=copies, origins=origins, descents=())
