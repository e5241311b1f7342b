import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.read.dates import in_address, in_text, is_stamp, normalised


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2018-01-02", "2018-01-02"),
        ("20180102", "2018-01-02"),
        ("2018/01/02", "2018-01-02"),
        ("2018-01-02T00:00:00", "2018-01-02"),
        ("2018-01-02 00:00:00", "2018-01-02"),
        ("2018-01-02T14:05:00", "2018-01-02T14:05:00"),
        ("2018-01-02 14:05", "2018-01-02T14:05:00"),
        ("2018-01-02T14:05:00Z", "2018-01-02T14:05:00+00:00"),
        ("2018-01-02T00:00:00Z", "2018-01-02T00:00:00+00:00"),
        ("2018-01-02T14:05:00.123+0200", "2018-01-02T14:05:00+02:00"),
        ("20180102T140500Z", "2018-01-02T14:05:00+00:00"),
        ("Tue, 02 Jan 2018 14:05:00 GMT", "2018-01-02T14:05:00+00:00"),
        ("Tue, 02 Jan 2018 14:05:00 +0100", "2018-01-02T14:05:00+01:00"),
        ("January 2, 2018", "2018-01-02"),
        ("Jan. 2, 2018 2:05 PM EST", "2018-01-02T14:05:00-05:00"),
        ("2 January 2018 14:05 CST", "2018-01-02T14:05:00"),
        (1514901900, "2018-01-02T14:05:00+00:00"),
        (1514901900000, "2018-01-02T14:05:00+00:00"),
        ("1514901900", "2018-01-02T14:05:00+00:00"),
        ("03/04/2018", None),
        ("January 2018", None),
        ("2018-02-30", None),
        ("2018-01-02T25:00:00", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        (2018, None),
        (float("nan"), None),
        ({}, None),
    ],
)
def test_normalised(value: object, expected: str | None) -> None:
    assert normalised(value) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Bridge opens", "January 19, 2022", "The bridge is open."], "2022-01-19"),
        (["Bridge opens", "Published: 3 Jan 2018 14:05 GMT", "The bridge is open."], "2018-01-03T14:05:00+00:00"),
        (["Updated 4 January 2018", "Published 3 January 2018", "The bridge is open."], "2018-01-03"),
        (["Updated 4 January 2018", "The bridge is open."], "2018-01-04"),
        (["The bridge fell on January 19, 2022, the mayor said."], None),
        (["Published in January 19, 2022 by a house in Morra"], None),
        (["On January 19"], None),
        ([f"Paragraph {n} of the report." for n in range(20)] + ["3 March 2021"], "2021-03-03"),
    ],
)
def test_stamps_in_the_text(lines: list[str], expected: str | None) -> None:
    assert in_text(lines) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 09:00 GMT", True),
        ("Updated: Jan 3, 2018 | 09:00", True),
        ("3 hours ago", False),
        ("09:00 GMT, 3 January 2018", True),
        ("Published in 2018, the book sold well", False),
        ("May 2018", False),
        ("12", False),
        ("", False),
    ],
)
def test_is_stamp(line: str, expected: bool) -> None:
    assert is_stamp(line) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://gull.example/2018/01/02/bridge.html", "2018-01-02"),
        ("https://gull.example/news/2018-01-02/bridge", "2018-01-02"),
        ("https://gull.example/2018/13/45/bridge.html", None),
        ("https://gull.example/story-20180102123/", None),
        (None, None),
    ],
)
def test_in_address(url: str | None, expected: str | None) -> None:
    assert in_address(url) == expected


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.lists(st.text())))
def test_any_value_gives_a_time_or_none(value: object) -> None:
    found = normalised(value)
    assert found is None or normalised(found) == found
