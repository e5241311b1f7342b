"""The exchange format: what comes out fits the schema, and the schema forbids what the contract forbids."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from stemma.model import (
    Account,
    Annotations,
    Comparison,
    Copy,
    Credit,
    Descent,
    Duplicate,
    Edit,
    Lineage,
    Link,
    Origin,
    Place,
    Problem,
    Quotation,
    Report,
    SharedPassage,
    Span,
    Story,
    Variant,
)
from stemma.present.exchange import dumps, schema, to_exchange

TEXT_A = "PORT ANSEL (NPA) — The ferry Halcyon ran onto rocks. “All are safe,” Lund said. Share"
TEXT_B = "The ferry Halcyon ran onto the rocks at dawn. Nobody was hurt."


def note(id: str, text: str, **more: Any) -> Annotations:
    of = Report(id=id, uri=f"{id}.txt", text=text, language="en", sha256="ab" * 32, reader="text/1", **more)
    return Annotations(report=of, sentences=(Span(0, 52),), quotations=(Quotation(span=Span(53, 68)),))


A = note(
    "a",
    TEXT_A,
    outlet="The Gull",
    title="Ferry aground",
    published="2026-03-11T09:00:00+01:00",
    published_basis="metadata",
    credits=(Credit(name="NPA", basis="dateline", span=Span(12, 15)), Credit(name="NPA", basis="address")),
    furniture=(Span(81, 86),),
)
B = note("b", TEXT_B, url="https://tern.example/ferry")
PASSAGE = SharedPassage(
    a=Span(19, 51),
    b=Span(0, 36),
    shared="copy",
    words=6,
    variants=(Variant(a=Span(46, 46), b=Span(27, 31)),),
    because=("reporters' prose",),
)
LINEAGE = Lineage(
    copies=(Copy(a="a", b="b", share_a=1 / 3, share_b=0.5, passages=(PASSAGE,)),),
    origins=(
        Origin(id="o1", kind="credited", label="NPA", passages=(Place(report="a", span=Span(0, 52)),), because=("a",)),
        Origin(id="o2", kind="own", passages=(Place(report="b", span=Span(0, 52)),)),
    ),
    descents=(Descent(parent="o1", child="a", directed=True, confidence=0.9, because=("credit line",)),),
    edits=(
        Edit(kind="added", a=Place(report="a", span=Span(46, 46)), b=Place(report="b", span=Span(27, 31)), weight=0.1),
    ),
    texts=(1, 2),
    because=("one text behind both",),
)
STORY = Story(id="s", reports=(A, B), links=(Link(a="a", b="b", score=0.5, because=("shared words: ferry",)),))
COMPARISON = Comparison(
    reports=(A, B),
    accounts=(Account(story=STORY, title="Ferry aground", lineage=LINEAGE),),
    errors=(Problem(input="c\udcff.pdf", reason="password"),),
    duplicates=(Duplicate(input="d.txt", of="a"),),
)


def fits(found: Any) -> bool:
    return jsonschema.Draft202012Validator(schema()).is_valid(found)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_an_empty_comparison_fits() -> None:
    found = to_exchange(Comparison(reports=(), accounts=()))
    jsonschema.validate(found, schema())
    assert found == {"stemma": "1", "errors": [], "duplicates": [], "reports": [], "entities": [], "stories": []}


def test_a_full_comparison_fits_and_says_what_the_records_say() -> None:
    found = to_exchange(COMPARISON)
    jsonschema.validate(found, schema())
    first, second = found["reports"]
    assert (first["credits"], first["furniture"], first["quotations"]) == (
        ["NPA"],
        [[81, 86]],
        [{"span": [53, 68], "closed": True}],
    )
    assert first["credit_lines"] == [
        {"name": "NPA", "basis": "dateline", "span": [12, 15]},
        {"name": "NPA", "basis": "address"},
    ]
    assert (second["outlet"], second["published"], second["published_basis"]) == (None, None, "none")
    [story] = found["stories"]
    assert (story["id"], story["title"], story["reports"], story["statements"]) == (
        "s",
        "Ferry aground",
        ["a", "b"],
        [],
    )
    lineage = story["lineage"]
    assert lineage["copies"] == [
        {
            "a": "a",
            "b": "b",
            "share_a": 0.3333,
            "share_b": 0.5,
            "passages": [
                {
                    "a": [19, 51],
                    "b": [0, 36],
                    "shared": "copy",
                    "words": 6,
                    "variants": [{"a": [46, 46], "b": [27, 31]}],
                    "because": ["reporters' prose"],
                }
            ],
        }
    ]
    assert [origin["label"] for origin in lineage["origins"]] == ["NPA", None]
    assert lineage["descents"][0]["from"] == "o1"
    assert lineage["descents"][0]["to"] == "a"
    assert lineage["edits"][0]["b"] == {"report": "b", "span": [27, 31]}
    assert lineage["texts"] == {"low": 1, "high": 2, "because": ["one text behind both"]}
    assert found["duplicates"] == [{"input": "d.txt", "of": "a"}]


def test_the_bytes_are_utf8_lines_that_never_vary() -> None:
    content = dumps(COMPARISON)
    assert content == dumps(copy.deepcopy(COMPARISON))
    assert content.endswith(b"}\n")
    assert json.loads(content.decode("utf-8")) == to_exchange(COMPARISON)
    assert "“All are safe,”".encode() in content
    starts = [line[:7] for line in content.splitlines()]
    assert starts.count(b'{"id":"') == len(COMPARISON.reports) + len(COMPARISON.accounts)


def test_a_file_name_that_is_no_text_is_named_all_the_same() -> None:
    assert to_exchange(COMPARISON)["errors"] == [{"input": "c?.pdf", "reason": "password"}]


Change = Callable[[dict[str, Any]], None]


def passage(found: dict[str, Any]) -> dict[str, Any]:
    first: dict[str, Any] = found["stories"][0]["lineage"]["copies"][0]["passages"][0]
    return first


FORBIDDEN: dict[str, Change] = {
    "another version": lambda found: found.update(stemma="2"),
    "no reports": lambda found: found.pop("reports"),
    "negative span": lambda found: passage(found).update(a=[-1, 4]),
    "span of three": lambda found: passage(found).update(a=[1, 4, 5]),
    "span of one": lambda found: passage(found).update(a=[1]),
    "span of fractions": lambda found: passage(found).update(a=[1, 4.5]),
    "unknown kind of sharing": lambda found: passage(found).update(shared="stolen"),
    "no kind of sharing": lambda found: passage(found).pop("shared"),
    "unknown kind of origin": lambda found: found["stories"][0]["lineage"]["origins"][0].update(kind="guessed"),
    "share above 1": lambda found: found["stories"][0]["lineage"]["copies"][0].update(share_a=1.1),
    "direction unsaid": lambda found: found["stories"][0]["lineage"]["descents"][0].pop("directed"),
    "text missing": lambda found: found["reports"][0].update(text=None),
    "a date in words": lambda found: found["reports"][0].update(published="yesterday"),
    "unknown basis": lambda found: found["reports"][0].update(published_basis="guess"),
    "a hash that is none": lambda found: found["reports"][0].update(sha256="x"),
    "a story of nothing": lambda found: found["stories"][0].update(reports=[]),
    "an error without its input": lambda found: found["errors"][0].pop("input"),
}


@pytest.mark.parametrize("change", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_the_schema_forbids(change: Change) -> None:
    found = to_exchange(COMPARISON)
    assert fits(found)
    change(found)
    assert not fits(found)


@pytest.mark.parametrize(
    "published", ["2022-01-20", "2022-01-20T09:00:00", "2022-01-20T09:00:00Z", "2022-01-20T09:00+01:00", None]
)
def test_the_schema_allows_dates(published: str | None) -> None:
    found = to_exchange(COMPARISON)
    found["reports"][0]["published"] = published
    assert fits(found)


def test_the_schema_allows_new_fields() -> None:
    found = to_exchange(COMPARISON)
    found["reports"][0]["mood"] = "calm"
    assert fits(found)


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in part:
        target: dict[str, Any] = schema()["$defs"][part["$ref"].rsplit("/", 1)[1]]
        return target
    for choice in part.get("anyOf", []):
        if choice.get("type") != "null":
            return resolved(choice)
    return part


def fields(part: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each field that the schema describes below `part`, with its description."""
    part = resolved(part)
    if isinstance(part.get("items"), dict):
        yield from fields(part["items"])
    for name, below in part.get("properties", {}).items():
        yield name, below
        yield from fields(below)


def undescribed(found: Any, part: dict[str, Any]) -> Iterator[str]:
    """Fields of an output that the schema doesn't know."""
    part = resolved(part)
    if isinstance(found, list) and isinstance(part.get("items"), dict):
        for item in found:
            yield from undescribed(item, part["items"])
    if isinstance(found, dict):
        for name, value in found.items():
            if name not in part["properties"]:
                yield name
            else:
                yield from undescribed(value, part["properties"][name])


def test_the_schema_describes_every_field_that_comes_out() -> None:
    assert list(undescribed(to_exchange(COMPARISON), schema())) == []


def test_every_field_is_described_in_the_schema_and_in_the_documents() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "exchange.md").read_text(encoding="utf-8")
    listed = list(fields(schema()))
    assert len(listed) > 100
    for name, part in listed:
        assert resolved(part).get("description") or part.get("description"), name
        assert f"`{name}`" in page or f".{name}`" in page, name
