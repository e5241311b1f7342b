import io
import json

import pytest

from stemma.model import Problem, Report
from stemma.read import read

LEAD = "The old bridge over the Morra was opened again on Tuesday, the ministry of works said."


def records(*lines: str) -> list[Report | Problem]:
    return [
        item for item in read(["-"], stdin=io.BytesIO("\n".join(lines).encode())) if isinstance(item, Report | Problem)
    ]


def record(**fields: object) -> Report:
    [found] = records(json.dumps(fields))
    assert isinstance(found, Report), found
    return found


def test_the_fields_of_a_record() -> None:
    found = record(
        id="a1",
        url="https://gull.example/wires/ap/bridge.html",
        outlet="Morra Gull",
        title="Bridge opens",
        published="2018-01-02T00:00:00",
        text=LEAD,
    )
    assert (found.uri, found.outlet, found.title, found.published, found.published_basis, found.text) == (
        "-#a1",
        "Morra Gull",
        "Bridge opens",
        "2018-01-02",
        "metadata",
        LEAD,
    )
    assert [credit.name for credit in found.credits] == ["Associated Press"]


def test_the_names_of_news_please() -> None:
    found = record(
        maintext=LEAD,
        title="Bridge opens",
        source_domain="gull.example",
        date_publish="2018-01-02 14:05:00",
        date_download="2018-01-05 01:00:00",
        authors=["Ada Rill", "Associated Press"],
        description="Not the text",
        url="https://gull.example/bridge",
    )
    assert (found.text, found.outlet, found.byline) == (LEAD, "gull.example", "Ada Rill, Associated Press")
    assert (found.published, found.retrieved) == ("2018-01-02T14:05:00", "2018-01-05T01:00:00")
    assert [(credit.name, credit.basis) for credit in found.credits] == [("Associated Press", "metadata")]


@pytest.mark.parametrize(
    ("fields", "published", "basis"),
    [
        ({"published": "2018-01-02T14:05:00+02:00"}, "2018-01-02T14:05:00+02:00", "metadata"),
        ({"published": None, "url": "https://gull.example/2018/01/02/bridge"}, "2018-01-02", "metadata"),
        ({"published": "soon"}, None, "none"),
        ({}, None, "none"),
    ],
)
def test_published(fields: dict[str, str], published: str | None, basis: str) -> None:
    found = record(text=LEAD, **fields)
    assert (found.published, found.published_basis) == (published, basis)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"text": "cut', "broken JSON"),
        ('{"title": "Bridge"}', "no text"),
        ('{"text": ""}', "no text"),
        ('{"text": 7}', "no text"),
        ('{"text": "..."}', "no text"),
        ("[1]", "isn't a JSON object"),
        ("7", "isn't a JSON object"),
        ("[" * 100_000, "broken JSON"),
        ('{"text": NaN' + "9" * 9_000, "broken JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(line: str, says: str) -> None:
    good = json.dumps({"id": "good", "text": LEAD})
    first, bad, last = records(good, line, json.dumps({"text": LEAD + " Again."}))
    assert isinstance(first, Report) and isinstance(last, Report) and isinstance(bad, Problem)
    assert bad.input == "-:2" and says in bad.reason
    assert last.uri == "-#3"


def test_lone_surrogates_do_not_survive() -> None:
    [found] = records('{"text": "One \\ud800 bridge", "title": "\\udfff", "id": "\\ud83d"}')
    assert isinstance(found, Report)
    repr(found).encode()
    assert found.text == "One \ufffd bridge"


def test_the_text_is_taken_as_it_is() -> None:
    text = "  One bridge.\t\n\n  Two bridges.  \n"
    assert record(text=text).text == text


def test_json_with_one_report_or_a_list() -> None:
    assert [
        item.uri
        for item in records(json.dumps([{"id": 5, "text": LEAD}, {"text": "B " + LEAD}]))
        if isinstance(item, Report)
    ] == [
        "-#5",
        "-#2",
    ]
