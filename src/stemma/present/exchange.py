"""The exchange format, version 1: one JSON object that says all that a comparison found.

`compare.schema.json` beside this file describes it, and `docs/reference/exchange.md` explains it. Fields may be added
where they help; none changes or goes without a new value of `"stemma"`.
"""

import json
from collections.abc import Sequence
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
    Edit,
    Lineage,
    Link,
    Origin,
    Place,
    SharedPassage,
    Span,
    Variant,
)

VERSION = "1"
_DIGITS = 4


def dumps(comparison: Comparison) -> bytes:
    """The exchange format as UTF-8: the same comparison gives the same bytes; each report and story has its line."""
    fields = [_field(name, value) for name, value in to_exchange(comparison).items()]
    return b"{\n" + b",\n".join(fields) + b"\n}\n"


def to_exchange(comparison: Comparison) -> dict[str, Any]:
    """The exchange format as plain dictionaries, lists, strings and numbers.

    Lists that no stage fills yet (mentions, times, quantities, attributions, events, entities, statements) are empty.
    """
    return {
        "stemma": VERSION,
        "errors": [{"input": _named(e.input), "reason": _named(e.reason)} for e in comparison.errors],
        "duplicates": [{"input": _named(d.input), "of": _named(d.of)} for d in comparison.duplicates],
        "reports": [report(notes) for notes in comparison.reports],
        "entities": [],
        "stories": [_story(account) for account in comparison.accounts],
    }


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
        "mentions": [],
        "times": [],
        "quantities": [],
        "attributions": [],
        "events": [],
    }


def _field(name: str, value: Any) -> bytes:
    key = msgspec.json.encode(name) + b": "
    if isinstance(value, list) and value:
        return key + b"[\n" + b",\n".join(map(msgspec.json.encode, value)) + b"\n]"
    return key + msgspec.json.encode(value)


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
        "lineage": _lineage(account.lineage),
        "statements": [],
    }


def _link(link: Link) -> dict[str, Any]:
    return {"a": link.a, "b": link.b, "score": round(link.score, _DIGITS), "because": list(link.because)}


def _lineage(lineage: Lineage) -> dict[str, Any]:
    low, high = lineage.texts
    return {
        "copies": [_copy(copy) for copy in lineage.copies],
        "origins": [_origin(origin) for origin in lineage.origins],
        "descents": [_descent(descent) for descent in lineage.descents],
        "branches": [_branch(branch) for branch in lineage.branches],
        "edits": [_edit(edit) for edit in lineage.edits],
        "texts": {"low": low, "high": high, "because": list(lineage.because)},
    }


def _copy(copy: Copy) -> dict[str, Any]:
    return {
        "a": copy.a,
        "b": copy.b,
        "share_a": round(copy.share_a, _DIGITS),
        "share_b": round(copy.share_b, _DIGITS),
        "passages": [_passage(passage) for passage in copy.passages],
        **({"relation": copy.relation} if copy.relation else {}),
    }


def _branch(branch: Branch) -> dict[str, Any]:
    return {
        "origin": branch.origin,
        "reports": list(branch.reports),
        "readings": [_place(place) for place in branch.readings],
        "because": list(branch.because),
    }


def _passage(passage: SharedPassage) -> dict[str, Any]:
    return {
        "a": list(passage.a),
        "b": list(passage.b),
        "shared": passage.shared,
        "words": passage.words,
        "variants": [_variant(variant) for variant in passage.variants],
        "because": list(passage.because),
    }


def _variant(variant: Variant) -> dict[str, Any]:
    return {"a": list(variant.a), "b": list(variant.b)}


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "id": origin.id,
        "kind": origin.kind,
        "label": origin.label,
        "passages": [_place(place) for place in origin.passages],
        "because": list(origin.because),
    }


def _place(place: Place) -> dict[str, Any]:
    return {"report": place.report, "span": list(place.span)}


def _descent(descent: Descent) -> dict[str, Any]:
    return {
        "from": descent.parent,
        "to": descent.child,
        "directed": descent.directed,
        "confidence": round(descent.confidence, _DIGITS),
        "because": list(descent.because),
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "kind": edit.kind,
        "a": _place(edit.a),
        "b": _place(edit.b),
        "weight": round(edit.weight, _DIGITS),
        "because": list(edit.because),
    }
