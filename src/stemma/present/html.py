"""The comparison as one self-contained HTML page: it needs no network, and no script to be read."""

import base64
import hashlib
from functools import cache
from importlib import metadata, resources

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from stemma.model import Annotations, Comparison, Span
from stemma.present.beside import CHANGED, EXTRA, GAP, PUBLIC, Mark, Row, paint
from stemma.present.lens import KINDS
from stemma.present.report_view import ReportView, percent, span_of_days
from stemma.present.shown import markup, plain, short
from stemma.present.view import PageSettings, PairView, StoryView

MARK_CLASS = {CHANGED: "chg", EXTRA: "ext", PUBLIC: "pub", GAP: "gap"}
"""Names of the marks in the style sheet; `page.js` lists them in the same order."""

FOLDED, OPENING = 3, 60
"""More sentences than this that nothing faces are folded, behind so many characters of the first."""

NARROW_TREE = 420
"""CSS pixels up to which a tree stands beside the bars; a wider one stands above them and keeps its size."""

DEFAULT = PageSettings()


def page(comparison: Comparison, using: PageSettings = DEFAULT) -> bytes:
    """The page, UTF-8. The same comparison gives the same bytes."""
    stories = [
        StoryView(account, len(account.story.reports) == len(comparison.reports), using)
        for account in comparison.accounts
    ]
    views = {i: view for story in stories for i, view in story.view.items()}
    stories.sort(key=lambda s: (-len(s.reports), -len(s.copying), s.anchor))
    told = [story for story in stories if len(story.reports) > 1]
    script, style = _asset("page.js"), _asset("page.css")
    html = (
        _environment()
        .get_template("page.html")
        .render(
            pile=comparison,
            stories=told,
            alone=[story for story in stories if len(story.reports) == 1],
            views=views,
            days=span_of_days(list(views.values())),
            words=sum(view.words for view in views.values()),
            using=using,
            version=_version(),
            script=Markup(script),
            style=Markup(style),
            # Widths of tiles are inline styles; with all loading forbidden, a style can reach nothing.
            policy=f"default-src 'none'; script-src 'sha256-{_digest(script)}'; style-src 'unsafe-inline'; "
            "base-uri 'none'; form-action 'none'",
            data=_data(told),
        )
    )
    return html.encode("utf-8")


def _data(stories: list[StoryView]) -> Markup:
    """What the script needs to draw any pair: numbers only, the words are in the page once."""
    reports = {
        view.report.id: [view.anchor, list(view.elsewhere), [n for q in view.notes.quotations for n in q.span]]
        for story in stories
        for view in story.reports
    }
    pairs = [[_pair(pair) for pair in story.pairs] for story in stories]
    return Markup(msgspec.json.encode([reports, pairs]).decode("utf-8").replace("<", "\\u003c"))


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


def _row_note(row: Row) -> str:
    """What a row's margin says: the kind of public words, and whether the sentence stands elsewhere."""
    notes = [row.shared] if row.shared and row.shared != "copy" else []
    return ", ".join([*notes, *(["moved"] if row.moved else [])])


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("stemma.present", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters.update(shown=markup, plain=plain, short=short)
    environment.globals.update(
        cell=_cell, lone=_lone, nothing_faces=nothing_faces, row_class=_row_class, excerpt=_excerpt,
        row_note=_row_note, edit_kinds=KINDS, plural=_plural, percent=percent, folded=FOLDED,
        side_by_side=NARROW_TREE, opening=OPENING,
    )  # fmt: skip
    return environment


def _plural(count: int, one: str, many: str = "") -> str:
    """The word for a count, without the count."""
    return one if count == 1 else many or one + "s"


def _asset(name: str) -> str:
    return resources.files("stemma.present").joinpath("templates", name).read_text(encoding="utf-8")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _version() -> str:
    try:
        return metadata.version("stemma-news")
    except metadata.PackageNotFoundError:
        return "unreleased"
