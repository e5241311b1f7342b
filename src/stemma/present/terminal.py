"""Plain text for a terminal: the summary of a comparison, and what was read of one report.

Words from reports lose their control characters first, so that no report can send commands to the terminal.
"""

from collections.abc import Iterator, Sequence

from stemma.model import Account, Annotations, Comparison, Edit, Lineage, Origin, Place, Report, Span
from stemma.present.shown import plain

_SHOWN_STORIES = 20
_SHOWN_EDITS = 3
_SHOWN_WORDS = 60


def summary(comparison: Comparison) -> str:
    """The stories of a comparison, most reports first: texts behind them, who shares them, the gravest edits."""
    told = sorted(comparison.accounts, key=lambda a: (-len(a.story.reports), a.title, a.story.id))
    shared = [account for account in told if len(account.story.reports) > 1]
    lines = [_headline(comparison, len(shared)), ""]
    for number, account in enumerate(shared[:_SHOWN_STORIES], 1):
        lines += [*_story(number, account), ""]
    if (left := len(shared) - _SHOWN_STORIES) > 0:
        lines += [f"... and {_count(left, 'more story', 'more stories')}", ""]
    if alone := len(told) - len(shared):
        lines += [f"{_count(alone, 'report')} with no other report of the same story in this pile.", ""]
    return "\n".join(lines)


def reading(report: Report) -> str:
    """What was read of one report: where it is from, what it credits, and its text with the furniture marked."""
    furniture = sum(span.end - span.start for span in report.furniture)
    rows = [
        ("outlet", report.outlet),
        ("title", report.title),
        ("byline", report.byline),
        ("dateline", report.dateline),
        ("published", report.published and f"{report.published} (from {report.published_basis})"),
        ("address", report.url),
        ("credits", ", ".join(dict.fromkeys(f"{c.name} ({c.basis})" for c in report.credits))),
        ("language", report.language),
        ("read by", report.reader),
        ("furniture", f"{_count(len(report.furniture), 'place')}, {furniture} of {len(report.text)} characters"),
    ]
    heads = [f"  {name:<10} {_line(value)}" for name, value in rows if value]
    text = ["  " + line for line in plain(_marked(report)).splitlines()]
    return "\n".join([_line(report.uri), *heads, "", *text, ""])


def _headline(comparison: Comparison, stories: int) -> str:
    parts = [
        f"{_count(len(comparison.reports), 'report')}, {_count(stories, 'story', 'stories')} told by more than one"
    ]
    if comparison.duplicates:
        parts.append(f"{_count(len(comparison.duplicates), 'duplicate')} left out")
    if comparison.errors:
        parts.append(f"{_count(len(comparison.errors), 'input')} not read")
    return "; ".join(parts) + "."


def _story(number: int, account: Account) -> Iterator[str]:
    notes = {note.report.id: note for note in account.story.reports}
    lineage = account.lineage
    texts = _between(*lineage.texts)
    yield f"{number}. {_line(account.title)}"
    yield f"   {_count(len(notes), 'report')}, {texts}"
    for origin in lineage.origins:
        if origin.kind in ("credited", "inferred"):
            yield f"   {_text_behind(origin)}: {', '.join(_members(origin, notes))}"
    own = sorted({name for o in lineage.origins if o.kind == "own" for name in _members(o, notes)})
    if own:
        yield f"   prose of their own: {', '.join(own)}"
    yield from _gravest(lineage, notes)


def _text_behind(origin: Origin) -> str:
    if origin.label:
        return f"a text credited to {_line(origin.label)}, in"
    return "a text that nobody credits, in"


def _gravest(lineage: Lineage, notes: dict[str, Annotations]) -> Iterator[str]:
    ranked: Sequence[Edit] = sorted(lineage.edits, key=lambda edit: -edit.weight)[:_SHOWN_EDITS]
    for edit in ranked:
        yield f"   {edit.kind}: {_quoted(edit.a, notes)} / {_quoted(edit.b, notes)}"


def _quoted(place: Place, notes: dict[str, Annotations]) -> str:
    note = notes[place.report]
    words = _line(note.report.text[place.span.start : place.span.end])
    shown = words if len(words) <= _SHOWN_WORDS else words[:_SHOWN_WORDS].rstrip() + "..."
    return f'{_name(note.report)} "{shown}"' if shown else f"{_name(note.report)} (nothing)"


def _members(origin: Origin, notes: dict[str, Annotations]) -> list[str]:
    return list(dict.fromkeys(_name(notes[place.report].report) for place in origin.passages))


def _name(report: Report) -> str:
    return _line(report.outlet or report.uri)


def _line(text: str) -> str:
    return " ".join(plain(text).split())


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _between(low: int, high: int) -> str:
    if low == high:
        return _count(low, "independent text")
    return f"{low} to {high} independent texts"


def _marked(report: Report) -> str:
    parts: list[str] = []
    at = 0
    for span in (*report.furniture, Span(len(report.text), len(report.text))):
        parts.append(report.text[at : span.start])
        if span.end > span.start:
            parts.append(f"[furniture: {report.text[span.start : span.end]}]")
        at = span.end
    return "".join(parts)
