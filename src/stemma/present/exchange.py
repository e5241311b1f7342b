"""The exchange format, version 1: one JSON object that says all that a comparison found.

`compare.schema.json` beside this file describes it, and `docs/reference/exchange.md` explains it. Fields may be added
where they help; none changes or goes without a new value of `"stemma"`.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any

import msgspec

from stemma.model import (
    Account,
    Annotations,
    Branch,
    Comparison,
    Copy,
    Credit,
    Descent,
    Difference,
    Edit,
    Entity,
    Lineage,
    Link,
    Origin,
    Span,
    Statement,
)

VERSION = "1"
_DIGITS = 4


def dumps(comparison: Comparison) -> bytes:
    """The exchange format as UTF-8: the same comparison gives the same bytes; each report and story has its line."""
    return b"".join(chunks(comparison))


def chunks(comparison: Comparison) -> Iterator[bytes]:
    """The bytes of `dumps` piece by piece, so that a large pile needs no room for all of them at once."""
    yield b'{\n"stemma": ' + msgspec.json.encode(VERSION)
    for name, entries in _lists(comparison):
        before = b",\n" + msgspec.json.encode(name) + b": ["
        empty = before + b"]"
        for entry in entries:
            yield before + b"\n" + msgspec.json.encode(entry)
            before, empty = b",", b"\n]"
        yield empty
    yield b"\n}\n"


def to_exchange(comparison: Comparison) -> dict[str, Any]:
    """The exchange format as plain dictionaries, lists, strings and numbers.

    Lists that no stage fills yet (events) are empty.
    """
    exchange: dict[str, Any] = msgspec.json.decode(dumps(comparison))
    return exchange


def _lists(comparison: Comparison) -> Iterator[tuple[str, Iterable[dict[str, Any] | Entity]]]:
    """The fields of the format, which are lists.

    The many places and passages stand in them as the records that they are: their fields are those of the format, and
    msgspec writes them ten times faster than dictionaries are made of them.
    """
    yield "errors", ({"input": _named(e.input), "reason": _named(e.reason)} for e in comparison.errors)
    yield "duplicates", ({"input": _named(d.input), "of": _named(d.of)} for d in comparison.duplicates)
    yield "reports", map(report, comparison.reports)
    yield "entities", (entity for account in comparison.accounts for entity in account.story.entities)
    yield "stories", map(_story, comparison.accounts)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the exchange format.

    >>> schema()["properties"]["stemma"]
    {'const': '1', 'description': 'Version of the format.'}
    """
    text = files("stemma.present").joinpath("compare.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def report(notes: Annotations) -> dict[str, Any]:
    """One entry of `reports`: a report with what it says by itself."""
    of = notes.report
    return {
        "id": of.id,
        "uri": _named(of.uri),
        "url": of.url,
        "outlet": of.outlet,
        "title": of.title,
        "byline": of.byline,
        "dateline": of.dateline,
        "language": of.language,
        "published": of.published,
        "published_basis": of.published_basis,
        "retrieved": of.retrieved,
        "sha256": of.sha256,
        "reader": of.reader,
        "container": of.container,
        "credits": list(dict.fromkeys(credit.name for credit in of.credits)),
        "credit_lines": [_credit(credit) for credit in of.credits],
        "text": of.text,
        "furniture": _spans(of.furniture),
        "sentences": _spans(notes.sentences),
        "quotations": [{"span": list(q.span), "closed": q.closed} for q in notes.quotations],
        "mentions": notes.mentions,
        "times": notes.times,
        "quantities": notes.quantities,
        "attributions": notes.attributions,
        "events": [],
    }


def line(notes: Annotations) -> str:
    """A report with what it says by itself, as one line of JSON."""
    return msgspec.json.encode(report(notes)).decode("utf-8")


def _named(name: str) -> str:
    """A name from outside as UTF-8 can hold it: file names may be bytes that are none."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _credit(credit: Credit) -> dict[str, Any]:
    line: dict[str, Any] = {"name": credit.name, "basis": credit.basis}
    return line if credit.span is None else {**line, "span": list(credit.span)}


def _story(account: Account) -> dict[str, Any]:
    return {
        "id": account.story.id,
        "title": _named(account.title),
        "reports": [notes.report.id for notes in account.story.reports],
        "links": [_link(link) for link in account.story.links],
        "datings": account.story.datings,
        "lineage": _lineage(account.lineage),
        "statements": [_statement(statement) for statement in account.statements],
    }


def _link(link: Link) -> dict[str, Any]:
    return {"a": link.a, "b": link.b, "score": round(link.score, _DIGITS), "because": link.because}


def _statement(statement: Statement) -> dict[str, Any]:
    sources = statement.sources
    return {
        "id": statement.id,
        "assertions": statement.assertions,
        "text_origins": statement.text_origins,
        "sources": {
            "low": sources.low,
            "high": sources.high,
            "entities": statement.entities,
            "because": sources.because,
        },
        "differences": [_difference(difference) for difference in statement.differences],
        "because": statement.because,
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind,
        "relation": difference.relation,
        "between": difference.between,
        "spans": difference.spans,
        "weight": round(difference.weight, _DIGITS),
        "because": difference.because,
    }


def _lineage(lineage: Lineage) -> dict[str, Any]:
    low, high = lineage.texts
    return {
        "copies": [_copy(copy) for copy in lineage.copies],
        "origins": [_origin(origin) for origin in lineage.origins],
        "descents": [_descent(descent) for descent in lineage.descents],
        "branches": [_branch(branch) for branch in lineage.branches],
        "edits": [_edit(edit) for edit in lineage.edits],
        "texts": {"low": low, "high": high, "because": lineage.because},
        "pairs_left_out": lineage.pairs_left_out,
    }


def _copy(copy: Copy) -> dict[str, Any]:
    return {
        "a": copy.a,
        "b": copy.b,
        "share_a": round(copy.share_a, _DIGITS),
        "share_b": round(copy.share_b, _DIGITS),
        "passages": copy.passages,
        **({"relation": copy.relation} if copy.relation else {}),
    }


def _branch(branch: Branch) -> dict[str, Any]:
    return {
        "origin": branch.origin,
        "reports": branch.reports,
        "readings": branch.readings,
        "because": branch.because,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "id": origin.id,
        "kind": origin.kind,
        "label": origin.label,
        "passages": origin.passages,
        "because": origin.because,
    }


def _descent(descent: Descent) -> dict[str, Any]:
    return {
        "from": descent.parent,
        "to": descent.child,
        "directed": descent.directed,
        "confidence": round(descent.confidence, _DIGITS),
        "because": descent.because,
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "kind": edit.kind,
        "a": edit.a,
        "b": edit.b,
        "weight": round(edit.weight, _DIGITS),
        "because": edit.because,
    }
