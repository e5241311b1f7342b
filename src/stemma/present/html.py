"""The comparison as one self-contained HTML page: it needs no network, and no script to be read."""

from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from stemma.model import Annotations, Comparison, Span
from stemma.present.beside import CHANGED, EXTRA, GAP, PUBLIC, Mark, Row, paint
from stemma.present.lens import KINDS, SIGNS
from stemma.present.people_view import office
from stemma.present.pile_view import PileView
from stemma.present.report_view import ReportView, percent, written_day
from stemma.present.shown import markup, short
from stemma.present.templating import environment, inline_json, policy_of, script_of, style_of
from stemma.present.timeline_view import written_period
from stemma.present.view import PageSettings, PairView, StoryView

MARK_CLASS = {CHANGED: "chg", EXTRA: "ext", PUBLIC: "pub", GAP: "gap"}
"""Names of the marks in the style sheet; `beside.js` lists them in the same order."""

FOLDED, OPENING = 3, 60
"""More sentences than this that nothing faces are folded, behind so many characters of the first."""

NARROW_TREE = 420
"""CSS pixels up to which a tree stands beside the bars; a wider one stands above them and keeps its size."""

SCRIPTS = ("core.js", "beside.js", "story.js", "facts.js", "index.js", "keys.js")
"""The files of the script; each may use what stands in those before it, and at run time in those after it."""

STYLES = ("base.css", "page.css", "facts.css")
"""The files of the style; the first is common to all pages."""

BASIS = {
    "metadata": "said by the page",
    "text": "said in the text",
    "story": "taken from another report of the story",
    "none": "basis not recorded",
}
"""Where a publication time comes from, in words."""

AROUND = 40
"""Characters shown to either side of a branch's reading."""

OPEN = {"speakers": 12, "utterances": 3, "reports": 6, "groups": 16, "figures": 5, "sentences": 2}
"""How many entries of each list stand open, the rest folded behind them."""

OFFICES = 4
"""Offices shown beside a speaker; the list of people has all."""

FEW = 5
"""Entries of an index that is looked over without search and filters."""

PASSAGES = 8
"""Passages listed as evidence for a pair; the exchange file has all."""

DEFAULT = PageSettings()


def page(comparison: Comparison, using: PageSettings = DEFAULT, settings: object | None = None) -> bytes:
    """The page, UTF-8. The same comparison gives the same bytes.

    `settings` is the record of stages' settings that the comparison was made with (`stemma.Settings`); the page lists
    them under "This pile", so that a reader knows the thresholds.
    """
    pile = PileView(comparison, using, settings)
    script = script_of(SCRIPTS)
    html = (
        _environment()
        .get_template("page.html")
        .render(
            pile=pile,
            using=using,
            script=script,
            style=style_of(STYLES),
            policy=policy_of(script),
            data=inline_json(pile.index),
        )
    )
    return html.encode("utf-8")


def _pairs(story: StoryView) -> Markup:
    """What the script needs to draw any pair: numbers only, the words are in the page once."""
    reports = {
        view.report.id: [view.anchor, list(view.elsewhere), [n for q in view.notes.quotations for n in q.span]]
        for view in story.reports
    }
    return inline_json([reports, [_pair(pair) for pair in story.pairs]])


def _pair(pair: PairView) -> list[object]:
    rows = [[row.a, row.b, row.shared or "", row.moved, row.changed] for row in pair.beside.rows]
    return [pair.copy.a, pair.copy.b, rows, pair.beside.back, _flat(pair.beside.a), _flat(pair.beside.b)]


def _flat(marks: tuple[Mark, ...]) -> list[int]:
    return [n for mark in marks for n in (mark.start, mark.end, mark.kind)]


def _cell(view: ReportView, marks: tuple[Mark, ...], row: Row, side: str) -> Markup:
    """The sentences of one side of a row, marked up; the script's `cell` does the same."""
    numbers = row.a if side == "a" else row.b
    layers = [(m.start, m.end, MARK_CLASS[m.kind]) for m in marks]
    layers += [(q.span.start, q.span.end, "said") for q in view.notes.quotations]
    parts = []
    for n in numbers:
        link = Markup('<a class="at" href="#{}-s{}">').format(view.anchor, n)
        runs = [_run(text, css) for text, css in paint(view.report.text, view.notes.sentences[n], layers)]
        parts.append(link + Markup("").join(runs) + Markup("</a>"))
    sentences = Markup(" ").join(parts)
    if len(numbers) <= FOLDED or (row.a and row.b):
        return sentences
    opening = short(view.report.text[slice(*view.notes.sentences[numbers[0]])], OPENING)
    summary = Markup("<summary>{} sentences: {}</summary>").format(len(numbers), opening)
    return Markup('<details class="fold">') + summary + sentences + Markup("</details>")


def _run(text: str, css: str) -> Markup:
    if not css:
        return markup(text)
    tag = "mark" if {"chg", "ext"} & set(css.split()) else "span"
    return Markup('<{0} class="{1}">').format(Markup(tag), css) + markup(text) + Markup("</{}>").format(Markup(tag))


def _lone(view: ReportView, other: ReportView, story: StoryView, numbers: tuple[int, ...]) -> str:
    """What stands in the empty cell that faces sentences without a match; the script's `lone` says the same."""
    if count := view.elsewhere[numbers[0]]:
        return f"not in {other.label}; shared with {count} other report{'s' if count > 1 else ''}"
    return nothing_faces(story)


def nothing_faces(story: StoryView) -> str:
    """No counterpart, and among how many reports none was found."""
    count = len(story.reports)
    return f"no counterpart in this pile of {count}" if story.whole_pile else f"no counterpart in this story of {count}"


def _row_class(story: StoryView, view: ReportView, numbers: tuple[int, ...]) -> str:
    """The style of the origin that the first sentence of a cell descends from."""
    anchors = {f"{view.anchor}-s{numbers[0]}"} if numbers else set()
    return next((piece.css for piece in view.pieces if piece.anchor in anchors), "")


def _excerpt(notes: Annotations, span: Span, most: int = 90) -> str:
    return short(notes.report.text[span.start : min(span.end, span.start + 4 * most)], most)


def _reading(view: ReportView, span: Span) -> Markup:
    """The words at a place, marked, among the words around them."""
    text = view.report.text
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    words = _run(text[slice(*span)], "chg") if span.end > span.start else Markup('<span class="gap"></span>')
    return Markup("… ") + markup(before.rpartition("\n")[2]) + words + markup(after.partition("\n")[0]) + " …"


def _row_note(row: Row) -> str:
    """What a row's margin says: the kind of public words, and whether the sentence stands elsewhere."""
    notes = [row.shared] if row.shared and row.shared != "copy" else []
    return ", ".join([*notes, *(["moved"] if row.moved else [])])


@cache
def _environment() -> Environment:
    return environment(
        cell=_cell, lone=_lone, nothing_faces=nothing_faces, row_class=_row_class, excerpt=_excerpt,
        row_note=_row_note, edit_kinds=KINDS, signs=SIGNS, percent=percent, folded=FOLDED,
        side_by_side=NARROW_TREE, opening=OPENING, number=_number, pairs_of=_pairs, basis=BASIS,
        reading=_reading, passages=PASSAGES, few=FEW, offices=OFFICES, office=office, written_day=written_day,
        period=written_period, **{f"open_{name}": count for name, count in OPEN.items()},
    )  # fmt: skip


def _number(count: object, anchor: str) -> Markup:
    """A number that leads to what it counts; a zero counts nothing."""
    return Markup('<a href="#{}">{}</a>').format(anchor, count) if str(count) != "0" else Markup("0")
