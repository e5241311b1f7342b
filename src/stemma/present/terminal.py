"""Plain text for a terminal: the summary of a comparison, and what was read of one report.

Words from reports lose their control characters first, so that no report can send commands to the terminal.
"""

import re
from collections import Counter
from collections.abc import Iterator

from stemma.model import Account, Comparison, Origin, Place, Report, Span
from stemma.present.said_view import utterances
from stemma.present.shown import plain
from stemma.present.wordings import Twins

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
        ("held by", report.container),
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
    names = _names(account)
    lineage = account.lineage
    yield f"{number}. {_line(account.title)}"
    yield f"   {_count(len(names), 'report')}, {_between(*lineage.texts)}"
    for origin in lineage.origins:
        members = _members(origin, names)
        if origin.kind == "credited" or (origin.kind == "inferred" and len(members) > 1):
            yield f"   {_text_behind(origin)}: {', '.join(members)}"
    own = sorted({name for o in lineage.origins if o.kind == "own" for name in _members(o, names)})
    if own:
        yield f"   prose of their own: {', '.join(own)}"
    yield from _speech(account)
    texts = {note.report.id: note.report.text for note in account.story.reports}
    for edit in sorted(lineage.edits, key=lambda edit: -edit.weight)[:_SHOWN_EDITS]:
        sides = [f"{names[side.report]} {_quoted(side, texts)}" for side in (edit.a, edit.b)]
        yield f"   {edit.kind}: {' / '.join(sides)}"


def _speech(account: Account) -> Iterator[str]:
    """How much the reports let how many people say, each thing counted once."""
    told = utterances(account.story, Twins(account.lineage.copies))
    named = {one.item.speaker for group in told for one in group.all if one.item.speaker}
    unnamed = sum(not any(one.item.speaker for one in group.all) for group in told)
    if told:
        whom = f" by {_count(len(named), 'named speaker')}" if named else ""
        yield f"   said: {_count(len(told), 'utterance')}{whom}{f', {unnamed} by others' if unnamed else ''}"


def _names(account: Account) -> dict[str, str]:
    """A short name for each report of a story; reports of one outlet are numbered."""
    plain_names = {note.report.id: _name(note.report) for note in account.story.reports}
    often = Counter(plain_names.values())
    seen: Counter[str] = Counter()
    names = {}
    for report, name in plain_names.items():
        seen[name] += 1
        names[report] = f"{name} ({seen[name]})" if often[name] > 1 else name
    return names


def _name(report: Report) -> str:
    return _line(report.outlet or re.split(r"[/\\]", report.uri)[-1])


def _text_behind(origin: Origin) -> str:
    if origin.label:
        return f"a text credited to {_line(origin.label)}, in"
    return "a text without an agreed credit, in"


def _members(origin: Origin, names: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(names[place.report] for place in origin.passages))


def _quoted(place: Place, texts: dict[str, str]) -> str:
    words = _line(texts[place.report][place.span.start : place.span.end])
    shown = words if len(words) <= _SHOWN_WORDS else words[:_SHOWN_WORDS].rstrip() + "..."
    return f'"{shown}"' if shown else "(nothing)"


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
