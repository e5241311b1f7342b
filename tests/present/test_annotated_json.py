"""The JSON of annotated reports, and that the reference names each of its fields."""

import json
from pathlib import Path
from typing import Any

from stemma.present import exchange
from stemma.present.annotated_json import chunks
from tests.present.annotated_sample import full, report, several, unread

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "annotated.md"


def written(*readings: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(b"".join(chunks(readings)))
    return document


def test_a_report_holds_what_the_exchange_format_holds_and_its_layers() -> None:
    document = written(full())
    assert document["stemma_annotated"] == "1"
    [entry] = document["reports"]
    assert set(exchange.report(full().notes)) <= set(entry)
    text = entry["text"]
    [moss] = entry["entities"]
    assert moss["roles"] == [{"title": "captain", "of": "the Merle", "begin": None, "end": None}]
    assert [text[slice(*mention["span"])] for mention in entry["mentions"]] == ["Anna Moss", "she", "The crew"]
    assert entry["times"][0]["value"] == "2031-03-04"
    assert entry["quantities"][1]["of"] == "people"
    assert [text[slice(*said["cue"])] for said in entry["attributions"]] == ["told", "said", "denied"]
    assert entry["events"][0]["mode"] == "planned"
    assert entry["engine"] == "small/1"
    assert entry["words"] == 37


def test_columns_have_an_item_for_each_word() -> None:
    [entry] = written(full())["reports"]
    parse = full().parse
    assert parse is not None
    columns = entry["parse"]["tokens"]
    assert {len(column) for column in columns.values()} == {len(parse)}
    words = [entry["text"][start:end] for start, end in zip(columns["start"], columns["end"], strict=True)]
    assert words[3:5] == ["Moss", "told"] or words[:3] == ["Anna", "Moss", "told"]
    assert [words[slice(*run)] for run in entry["parse"]["cues"]] == [["told"], ["said"]]
    assert entry["parse"]["names"][0] == {"tokens": [0, 2], "kind": "PERSON"}


def test_a_report_that_no_engine_read_says_why() -> None:
    [entry] = written(unread(report()))["reports"]
    assert (entry["parse"], entry["engine"], entry["why_no_engine"]) == (None, None, "its language is de")
    assert entry["sentences"]


def test_the_same_readings_give_the_same_bytes() -> None:
    assert b"".join(chunks(several())) == b"".join(chunks(several()))
    assert written() == {"stemma_annotated": "1", "reports": []}


def test_the_reference_names_each_field() -> None:
    told = REFERENCE.read_text(encoding="utf-8")
    [entry] = written(full())["reports"]
    own = set(entry) - set(exchange.report(full().notes))
    names = own | set(entry["parse"]) | set(entry["parse"]["tokens"]) | set(entry["attributions"][0])
    names |= set(entry["quantities"][0]) | set(entry["times"][0]) | set(entry["mentions"][0]) | set(entry["events"][0])
    names |= set(entry["entities"][0]) | {"stemma_annotated", "reports"}
    assert [name for name in sorted(names) if f"`{name}`" not in told] == []
