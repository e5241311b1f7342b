"""Invented reports with every layer that there is, as an engine and rules might have found them."""

from collections.abc import Sequence

from stemma.annotate.quotations import quotations
from stemma.model import (
    Annotations,
    Attribution,
    Entity,
    Event,
    Mention,
    Quantity,
    Report,
    Role,
    Span,
    Time,
)
from stemma.present.layers import Annotated
from stemma.text.paragraphs import paragraphs
from stemma.text.sentences import sentences
from tests.present.small_engine import SmallEngine

HEAD = "Share this page"
LEAD = "Anna Moss told reporters on Tuesday that the Merle would sail again. “It took 34 days,” she said."
REST = "About 1,200 people waved from Port Ansel, and “nobody was hurt. The crew denied that a lamp had failed."
TEXT = f"{HEAD}\n\n{LEAD}\n\n{REST}"


def place(words: str, text: str = TEXT) -> Span:
    """Where `words` stand first in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def report(
    text: str = TEXT, name: str = "r1", title: str | None = "Ferry to sail again", language: str = "en"
) -> Report:
    furniture = (Span(0, len(HEAD)),) if text.startswith(HEAD) else ()
    return Report(
        id=name, uri=f"{name}.txt", text=text, language=language, sha256="", reader="none", title=title,
        outlet="The Gull", furniture=furniture,
    )  # fmt: skip


def by_rules(of: Report) -> Annotations:
    """Sentences and quotations, and nothing else."""
    own = paragraphs(of.text, of.furniture)
    return Annotations(report=of, sentences=sentences(of.text, of.furniture), quotations=quotations(of.text, own))


def read_by_small(of: Report) -> Annotated:
    """A report as the small engine reads it, with nothing but sentences and quotations from the rules."""
    own = paragraphs(of.text, of.furniture)
    engine = SmallEngine()
    return Annotated(notes=by_rules(of), paragraphs=own, parse=engine.parse(of.text, own), engine=engine.identity)


def unread(of: Report, why: str = "its language is de") -> Annotated:
    """A report that no engine read."""
    return Annotated(notes=by_rules(of), paragraphs=paragraphs(of.text, of.furniture), why_none=why)


def full() -> Annotated:
    """A report with something in each layer."""
    of = report()
    plain = read_by_small(of)
    moss = Entity(
        id="e1", kind="person", name="Anna Moss", aliases=("Moss",), roles=(Role(title="captain", of="the Merle"),)
    )
    notes = Annotations(
        report=of,
        sentences=plain.notes.sentences,
        quotations=plain.notes.quotations,
        entities=(moss,),
        mentions=(
            Mention(span=place("Anna Moss"), kind="person", entity="e1"),
            Mention(span=place("she"), kind="person", entity="e1"),
            Mention(span=place("The crew"), kind="other"),
        ),
        times=(Time(span=place("Tuesday"), type="DATE", value="2031-03-04", begin="2031-03-04", end="2031-03-04"),),
        quantities=(
            Quantity(span=place("34 days"), value=34, unit="day"),
            Quantity(span=place("About 1,200 people"), value=1200, unit="count", of="people", hedge="about"),
        ),
        attributions=(
            Attribution(
                id="r1-a1", content=(place("that the Merle would sail again"),), kind="indirect",
                source=place("Anna Moss"), cue=place("told"), speaker="e1", because=("frame: told X that",),
            ),
            Attribution(
                id="r1-a2", content=(place("“It took 34 days,”"),), kind="direct", source=place("she"),
                cue=place("said"), speaker="e1",
            ),
            Attribution(
                id="r1-a3", content=(place("that a lamp had failed"),), kind="indirect", source=place("The crew"),
                cue=place("denied"), described="the crew", negated=True,
            ),
        ),
        events=(
            Event(
                span=place("the Merle would sail again"), predicate=place("sail"), type="travel", mode="planned",
                actors=("e1",), date="2031-03-04", attribution="r1-a1",
            ),
        ),
    )  # fmt: skip
    return Annotated(notes=notes, paragraphs=plain.paragraphs, parse=plain.parse, engine=plain.engine)


def long(words: int) -> Annotated:
    """A report of about so many words."""
    lines = [
        f"Anna Moss said on day {n} that lamp {n} of Tarn Holm was lit again by {n} people." for n in range(words // 17)
    ]
    return read_by_small(report("\n\n".join(lines), "long"))


def several() -> Sequence[Annotated]:
    """A read report, one in another language, one without words, and a hostile one."""
    german = report("Die Fähre lief am Dienstag wieder aus. „Endlich“, sagte die Kapitänin.", "r2", None, "de")
    hostile = report(
        "<script>alert(1)</script> Anna Moss said \u202eevil\u202c “</script>” & {{ 7 * 7 }}. <b onclick=x>",
        "r4",
        "<i>&",
    )
    return [full(), unread(german), unread(report("", "r3", None, "und"), "too little text"), read_by_small(hostile)]
