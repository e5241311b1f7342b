"""The times of one report: counted from its publication, outside of its furniture."""

from stemma.annotate.times import times
from stemma.model import Report, Span
from stemma.text.paragraphs import paragraphs

TEXT = "Page 3 - June 2019\nThe ferry sank on Wednesday.\nTrade rose in the six months ending in late September.\n"


def report(text: str, published: str | None, *furniture: Span) -> Report:
    return Report(
        id="r",
        uri="r.txt",
        text=text,
        language="en",
        sha256="",
        reader="test",
        published=published,
        furniture=tuple(furniture),
    )


def test_times_hang_on_the_day_of_publication_and_leave_furniture_out() -> None:
    read = report(TEXT, "2021-11-05T23:00:00-05:00", Span(0, 18))
    found = times(read, paragraphs(read.text, read.furniture))
    assert [(TEXT[t.span.start : t.span.end], t.value) for t in found] == [
        ("Wednesday", "2021-11-03"),
        ("six months ending in late September", "P6M"),
    ]
    assert (found[1].begin, found[1].end) == ("2021-04-01", "2021-09-30")


def test_without_a_day_of_publication_times_stay_open() -> None:
    read = report(TEXT, None, Span(0, 18))
    assert [t.value for t in times(read, paragraphs(read.text, read.furniture))] == ["XXXX-WXX-3", "P6M"]


def test_a_report_on_iran_has_its_months() -> None:
    text = TEXT + "Iran gave no reason."
    read = report(text, "2021-11-05", Span(0, 18))
    assert times(read, paragraphs(text, read.furniture))[1].end == "2021-09-22"
