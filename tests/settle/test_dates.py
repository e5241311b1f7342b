"""Publication days across a story: what is taken from fellows, what loses, what stays."""

from dataclasses import replace

import pytest

from stemma.model import Annotations, Report, Span, Story
from stemma.settle import SettleSettings, settle


def note(number: int, text: str, published: str | None = None, **fields: object) -> Annotations:
    report = Report(
        id=f"r{number}",
        uri=f"r{number}.txt",
        text=text,
        language="en",
        sha256="",
        reader="test",
        published=published,
        published_basis="metadata" if published else "none",
    )
    return Annotations(report=replace(report, **fields), sentences=())  # type: ignore[arg-type]


def story(*notes: Annotations) -> Story:
    return Story(id="s", reports=notes)


SUNK = "The ferry sank on Wednesday and was raised on Friday."
NAMED = "The ferry sank on January 5, 2022, the owners said. It was raised on January 7, 2022."


def published(settled: Story) -> list[str | None]:
    return [n.report.published for n in settled.reports]


def test_a_weekday_takes_its_date_from_a_fellow() -> None:
    settled = settle(story(note(1, SUNK), note(2, NAMED)))
    undated = settled.reports[0]
    assert (undated.report.published, undated.report.published_basis) == ("2022-01-07", "story")
    assert [t.value for t in undated.times] == ["2022-01-05", "2022-01-07"]
    [dating] = settled.datings
    assert dating.report == "r1" and dating.stamped is None
    assert dating.because[0] == "its “Wednesday” is 2022-01-05, “January 5, 2022” in r2.txt"


def test_a_page_head_tells_the_month_for_a_whole_story() -> None:
    page = "Page 4 - HarbourRptFeb22\nThe ferry sank on January 5, the owners said."
    undated = note(1, "The ferry sank Wednesday. It was built last year.")
    settled = settle(story(undated, note(2, page, furniture=(Span(0, 24),))))
    assert published(settled) == ["2022-01-05", "2022-02"]
    assert [t.value for t in settled.reports[0].times] == ["2022-01-05", "2021"]
    assert [t.value for t in settled.reports[1].times] == ["2022-01-05"]


@pytest.mark.parametrize(
    ("text", "stamp", "day", "reason"),
    [
        ("It sank on January 5, 2022. It was raised on January 9, 2022.", "2021-12-01", "2022-01-09", "looks back to"),
        ("It sank on Wednesday.", "2022-06-01", "2022-01-06", "the dateline says Jan. 6"),
    ],
)
def test_a_stamp_that_its_text_contradicts_loses(text: str, stamp: str, day: str, reason: str) -> None:
    fields: dict[str, object] = {"dateline": "HARBOUR, Jan. 6 (Agency)"} if "dateline" in reason else {}
    settled = settle(story(note(1, text, stamp, **fields)))
    assert published(settled) == [day]
    assert settled.reports[0].report.published_basis == "text"
    assert reason in settled.datings[0].because[0] and settled.datings[0].stamped == stamp


def test_a_crawl_date_loses_to_text_and_fellows() -> None:
    fellows = [note(i, f"It sank on Wednesday. Owner {i} wept on Friday.", f"2022-01-0{6 + i // 2}") for i in (1, 2, 3)]
    settled = settle(story(*fellows, note(4, SUNK, "2022-03-14")))
    assert published(settled)[-1] == "2022-01-07"
    assert settled.datings[0].because[0].startswith("its stamp lies 66 days from")


@pytest.mark.parametrize(
    "notes",
    [
        (note(1, SUNK, "2022-01-08"), note(2, NAMED, "2022-01-09")),
        # Nothing that another report names.
        (note(1, "Nobody came."), note(2, NAMED, "2022-01-09")),
        # A follow-up of its own days, months later.
        (note(1, SUNK, "2022-01-08"), note(2, NAMED, "2022-01-09"), note(3, "It reopened on Tuesday.", "2022-05-04")),
        # One day that the text looks back to: a verb may be misread.
        (note(1, "The lease that they signed ends on June 30, 2025.", "2022-01-08"),),
        (note(1, SUNK),),
        (),
    ],
)
def test_what_stays_as_it_is(notes: tuple[Annotations, ...]) -> None:
    assert settle(story(*notes)) == story(*notes)


def test_days_that_fit_alike_leave_what_they_have_in_common() -> None:
    fellows = [note(1, "They met on Friday.", "2022-01-08"), note(2, "They met on Friday.", "2022-01-22")]
    settled = settle(story(*fellows, note(3, "They met on Friday.")))
    assert settled.reports[-1].report.published in ("2022-01", "2022-01-08")


@pytest.mark.parametrize("stamp", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_break_nothing(stamp: str) -> None:
    settled = settle(story(note(1, SUNK, stamp), note(2, "On Friday, 31 February, it sank."), note(3, SUNK)))
    assert len(settled.reports) == 3


def test_the_reach_limits_what_fellows_tell() -> None:
    using = SettleSettings(reach=0)
    settled = settle(story(note(1, SUNK), note(2, NAMED, "2022-03-01")), using)
    assert settled.reports[0].report.published is None
