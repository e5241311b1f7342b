"""Invented reports of one harbour fire with speech, times, figures and people, put in by hand."""

from dataclasses import replace

from stemma.model import (
    Annotations,
    Attribution,
    Comparison,
    Dating,
    Entity,
    Mention,
    Quantity,
    Role,
    Span,
    SpeechKind,
    Time,
)
from tests.present.sample import Draft, Line, Plan, comparison

ORR = Entity(
    id="e1", kind="person", name="Mira Orr", aliases=("Orr",), roles=(Role(title="harbour master", of="Tarn Holm"),)
)
LUND = Entity(id="e2", kind="person", name="Peder Lund")
BOARD = Entity(id="e3", kind="organisation", name="Safety Board")

QUOTE = "“We will not open the quay before the last drum is out of the water,”"
GAZETTE = [
    f"{QUOTE} Mira Orr said on Tuesday.",
    "The Safety Board said that 14 drums had been lost, up 40 percent.",
    "Orr denied that the crane had been left without a guard.",
    "An official who asked not to be named said the pump would be mended soon.",
]
RADIO = [
    f"{QUOTE} the harbour master told listeners on 4 March 2031.",
    "At least 14 drums had been lost, the Safety Board said.",
    "Peder Lund said the crane had been left without a guard.",
    "The fire was put out at 9 p.m. on Thursday.",
]
POST = [
    "“We won't open the quay,” Peder Lund said, “before the last drum is out of the water,” and left.",
    "It took 15 drums of foam.",
    "It began in March and ended on a Friday.",
]


def find(notes: Annotations, words: str, after: str = "") -> Span:
    start = notes.report.text.index(words, notes.report.text.index(after) if after else 0)
    return Span(start, start + len(words))


def said(
    notes: Annotations,
    content: str,
    source: str,
    cue: str,
    speaker: str | None = None,
    kind: SpeechKind = "indirect",
    described: str | None = None,
    negated: bool = False,
    because: tuple[str, ...] = ("verb of saying: clause",),
    via: str | None = None,
) -> Attribution:
    return Attribution(
        id=f"{content[:20]}", content=(find(notes, content),), kind=kind, source=find(notes, source, content[-12:])
        if source in notes.report.text[notes.report.text.index(content[-12:]) :]
        else find(notes, source), cue=find(notes, cue), speaker=speaker, described=described, negated=negated,
        because=because, via=via,
    )  # fmt: skip


def day(notes: Annotations, words: str, value: str, begin: str | None, end: str | None) -> Time:
    return Time(span=find(notes, words), type="TIME" if "T" in value else "DATE", value=value, begin=begin, end=end)


def gazette(notes: Annotations) -> Annotations:
    return replace(
        notes,
        mentions=(
            Mention(span=find(notes, "Mira Orr"), kind="person", entity="e1"),
            Mention(span=find(notes, "Orr", "Orr denied"), kind="person", entity="e1"),
        ),
        attributions=(
            said(notes, QUOTE, "Mira Orr", "said", "e1", "direct"),
            said(notes, "that 14 drums had been lost", "The Safety Board", "said that"[:4], "e3"),
            said(
                notes, "that the crane had been left without a guard", "Orr", "denied", "e1", negated=True,
                because=("verb of saying: clause", "doubt: “Orr” takes up who was last named"),
            ),
            said(
                notes, "the pump would be mended soon", "An official", "said the pump"[:4],
                described="An official who asked not to be named",
            ),
        ),
        times=(day(notes, "Tuesday", "2031-03-04", "2031-03-04", "2031-03-04"),),
        quantities=(
            Quantity(span=find(notes, "14 drums"), value=14, unit="count", of="drums"),
            Quantity(span=find(notes, "40 percent"), value=40, unit="percent", change="+40%"),
        ),
    )  # fmt: skip


def radio(notes: Annotations) -> Annotations:
    return replace(
        notes,
        mentions=(Mention(span=find(notes, "Peder Lund"), kind="person", entity="e2"),),
        attributions=(
            said(notes, QUOTE, "the harbour master", "told listeners", None, "direct", described="the harbour master"),
            said(notes, "At least 14 drums had been lost", "the Safety Board", "said", "e3", via="e2"),
            said(notes, "the crane had been left without a guard", "Peder Lund", "said", "e2"),
        ),
        times=(
            day(notes, "4 March 2031", "2031-03-04", "2031-03-04", "2031-03-04"),
            day(notes, "9 p.m. on Thursday", "XXXX-WXX-4T21:00", None, None),
        ),
        quantities=(
            Quantity(span=find(notes, "At least 14 drums"), value=14, unit="count", of="drums", hedge="at least"),
        ),
    )


def post(notes: Annotations) -> Annotations:
    quote = tuple(
        find(notes, part) for part in ("“We won't open the quay,”", "“before the last drum is out of the water,”")
    )
    return replace(
        notes,
        mentions=(Mention(span=find(notes, "Peder Lund"), kind="person", entity="e2"),),
        attributions=(
            Attribution(
                id="a1", content=quote, kind="direct", source=find(notes, "Peder Lund"), cue=find(notes, "said"),
                speaker="e2",
            ),
        ),
        times=(day(notes, "March", "2031-03", "2031-03-01", "2031-03-31"),),
        quantities=(Quantity(span=find(notes, "15 drums of foam"), value=15, unit="count", of="drums of foam"),),
    )  # fmt: skip


def spoken(copies: int = 1) -> Comparison:
    """Three reports, each printed by so many outlets."""
    drafts, fill = [], {}
    for outlet, lines, made in (("Gazette", GAZETTE, gazette), ("Coast Radio", RADIO, radio), ("Post", POST, post)):
        for n in range(copies):
            name = f"{outlet} {n}" if copies > 1 else outlet
            told: list[Line] = [("", "own", line) for line in lines]
            published = None if outlet == "Post" else f"2031-03-{5 + n % 20:02}T12:30:00"
            drafts.append(Draft(name, f"Fire at the quay, {outlet}", told, published=published))
            fill[name] = made
    pile = comparison(Plan(drafts=drafts, texts=(3, 3)))
    (account,) = pile.accounts
    reports = tuple(fill[notes.report.outlet or ""](notes) for notes in account.story.reports)
    changed = next(notes.report for notes in reports if (notes.report.outlet or "").startswith("Gazette"))
    story = replace(
        account.story,
        reports=reports,
        entities=(ORR, LUND, BOARD),
        datings=(
            Dating(
                report=changed.id, stamped="2030-01-01", published=changed.published, basis="story",
                because=("the text says 4 March",),
            ),
        ),
    )  # fmt: skip
    return replace(pile, reports=reports, accounts=(replace(account, story=story),))
