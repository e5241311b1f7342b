"""Time expressions: what is found, what it means on a day, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span, Time
from stemma.text.timex import expressions, times, written_on

# A Thursday.
PUBLISHED = "2022-01-20"


def read(text: str, published: str | None = PUBLISHED, *, language: str = "en", iranian: bool = False) -> list[Time]:
    found = expressions(text, [Span(0, len(text))], language=language)
    return list(times(found, written_on(published), iranian=iranian))


def pairs(text: str, published: str | None = PUBLISHED, language: str = "en") -> list[tuple[str, str]]:
    return [(text[t.span.start : t.span.end], t.value) for t in read(text, published, language=language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Weekdays: the last one, the day of the report included, unless the clause looks ahead.
        ("The ferry sank on Thursday.", [("Thursday", "2022-01-20")]),
        ("The ferry sank on Friday.", [("Friday", "2022-01-14")]),
        ("The council will meet on Friday.", [("Friday", "2022-01-21")]),
        ("On Friday, the council will meet.", [("Friday", "2022-01-21")]),
        ("The vote is scheduled for Monday.", [("Monday", "2022-01-24")]),
        ("The ferry was scheduled to leave on Monday.", [("Monday", "2022-01-17")]),
        ("She called a meeting for Monday morning.", [("Monday morning", "2022-01-24TMO")]),
        ("She called a meeting for Monday.", [("Monday", "2022-01-24")]),
        ("She was thanked for Monday’s speech.", [("Monday", "2022-01-17")]),
        ("She won't return until Monday.", [("Monday", "2022-01-24")]),
        ("Crews left last Friday.", [("last Friday", "2022-01-14")]),
        ("Crews left last Thursday.", [("last Thursday", "2022-01-13")]),
        ("It opens next Thursday.", [("next Thursday", "2022-01-27")]),
        ("It closed on Tuesday of last week.", [("Tuesday of last week", "2022-01-11")]),
        ("It closed on Wednesday, 5 January.", [("Wednesday, 5 January", "2022-01-05")]),
        ("It closed on Wed., Jan. 5, 2022.", [("Wed., Jan. 5, 2022", "2022-01-05")]),
        # Months and days.
        ("It closed on January 19.", [("January 19", "2022-01-19")]),
        ("It closed on Dec. 24.", [("Dec. 24", "2021-12-24")]),
        ("It opens on Feb 3.", [("Feb 3", "2022-02-03")]),
        ("It closed on the 3rd of March 2019.", [("the 3rd of March 2019", "2019-03-03")]),
        ("It closed on 3 March, 2019, for good.", [("3 March, 2019", "2019-03-03")]),
        ("The fair ran May 3-5, 2019.", [("May 3-5, 2019", "2019-05-03/2019-05-05")]),
        ("The fair ran on Oct. 3 and 4.", [("Oct. 3", "2021-10-03"), ("4", "2021-10-04")]),
        ("The fair ran from 3 to 5 May 2019.", [("3 to 5 May 2019", "2019-05-03/2019-05-05")]),
        ("It rose between May and June 2017.", [("May", "2017-05"), ("June 2017", "2017-06")]),
        ("In September the mill closed.", [("September", "2021-09")]),
        ("In September last year the mill closed.", [("September last year", "2021-09")]),
        ("Since last August it has stood empty.", [("last August", "2021-08")]),
        ("It shut in December and on the 21st it burnt.", [("December", "2021-12"), ("the 21st", "2021-12-21")]),
        ("It shut on the first of March and on the twenty-second of May 2019.",
         [("the first of March", "2021-03-01"), ("the twenty-second of May 2019", "2019-05-22")]),
        # Figures.
        ("Logged 2021-11-05, 05.11.2021, 25/11/2021 and 11/25/2021.",
         [("2021-11-05", "2021-11-05"), ("05.11.2021", "2021-11-05"), ("25/11/2021", "2021-11-25"),
          ("11/25/2021", "2021-11-25")]),
        ("Logged 05/11/2021.", []),
        ("Nobody forgot 9/11 there.", [("9/11", "2001-09-11")]),
        # Years and what holds years.
        ("It opened in 2014 and closed in 2018.", [("2014", "2014"), ("2018", "2018")]),
        ("The 2015 treaty failed.", [("2015", "2015")]),
        ("The 2011-14 drought ended.", [("2011-14", "2011/2014")]),
        ("It stood through the 1990s and the ’80s.", [("the 1990s", "199"), ("the ’80s", "198")]),
        ("A 19th-century mill and one of the 21st century.", [("19th-century", "18"), ("the 21st century", "20")]),
        ("Founded in 776 BC, sacked in 410 AD.", [("776 BC", "BC0776"), ("410 AD", "0410")]),
        ("Sales fell in the third quarter of 2021 and in Q4.",
         [("the third quarter of 2021", "2021-Q3"), ("Q4", "2021-Q4")]),
        ("Sales fell in the first half of last year.", [("the first half of last year", "2021-H1")]),
        ("In fiscal 2021 it lost money.", [("fiscal 2021", "FY2021")]),
        ("The summer of 2019 was dry; last winter was not.",
         [("The summer of 2019", "2019-SU"), ("last winter", "2020-WI")]),
        ("It opened on the second Monday of March 2021.", [("the second Monday of March 2021", "2021-03-08")]),
        ("On the last day of 2021 it shut.", [("the last day of 2021", "2021-12-31")]),
        ("In the Iranian year 1400 output rose.", [("the Iranian year 1400", "2021-03-21/2022-03-20")]),
        # From where the report stands.
        ("Yesterday it rained; tomorrow it will snow.", [("Yesterday", "2022-01-19"), ("tomorrow", "2022-01-21")]),
        ("Last week, this month, next year.",
         [("Last week", "2022-W02"), ("this month", "2022-01"), ("next year", "2023")]),
        ("Earlier this week and later this year.", [("Earlier this week", "2022-W03"), ("later this year", "2022")]),
        ("It broke two years ago, then three weeks ago.", [("two years ago", "2020"), ("three weeks ago", "2021-W52")]),
        ("It broke the day before yesterday.", [("the day before yesterday", "2022-01-18")]),
        ("They met at the end of last year and in early 2021.",
         [("the end of last year", "2021"), ("early 2021", "2021")]),
        ("By the end of the month it was over.", [("the end of the month", "2022-01")]),
        ("It cost $3m a year ago.", [("a year ago", "2021")]),
        # From what was mentioned before.
        ("In 2010 he left. Later that year he came back.", [("2010", "2010"), ("Later that year", "2010")]),
        ("It sank on Tuesday. The day before, it had left.",
         [("Tuesday", "2022-01-18"), ("The day before", "2022-01-17")]),
        ("In May 2015 it opened; two months later it shut.",
         [("May 2015", "2015-05"), ("two months later", "2015-07")]),
        ("It shut in the third quarter of 2021, unlike a year earlier.",
         [("the third quarter of 2021", "2021-Q3"), ("a year earlier", "2020-Q3")]),
        # Feasts.
        ("On New Year’s Eve, at Christmas 2019 and on Good Friday 2019.",
         [("New Year’s Eve", "2021-12-31"), ("Christmas 2019", "2019-12-25"), ("Good Friday 2019", "2019-04-19")]),
        ("Two days after Christmas it thawed.", [("Two days after Christmas", "2021-12-27")]),
        # Parts of the day and clocks.
        ("It sank late on Tuesday.", [("late on Tuesday", "2022-01-18TNI")]),
        ("It sank early Tuesday morning.", [("early Tuesday morning", "2022-01-18TMO")]),
        ("It sank in the early hours of Friday.", [("the early hours of Friday", "2022-01-14TMO")]),
        ("It sank last night, after calling this morning.",
         [("last night", "2022-01-19TNI"), ("this morning", "2022-01-20TMO")]),
        ("It sank at 5:10 a.m. on Tuesday.", [("5:10 a.m. on Tuesday", "2022-01-18T05:10")]),
        ("It sank just after noon on Tuesday.", [("noon on Tuesday", "2022-01-18T12:00")]),
        ("It sank on Tuesday at 17:30 GMT.", [("Tuesday at 17:30 GMT", "2022-01-18T17:30Z")]),
        ("It sank at 8 in the evening.", [("8 in the evening", "2022-01-20T20:00")]),
        ("It sank at 11pm local time on Tuesday evening.",
         [("11pm local time on Tuesday evening", "2022-01-18T23:00")]),
        # Lengths and repetitions.
        ("It lasted nine months, two and a half years, half an hour and a 25-year lease.",
         [("nine months", "P9M"), ("two and a half years", "P30M"), ("half an hour", "PT30M"), ("25-year", "P25Y")]),
        ("Over the past year and for the next 20 years.", [("the past year", "P1Y"), ("the next 20 years", "P20Y")]),
        ("Over the past few years it shrank.", [("the past few years", "PXY")]),
        ("They met every Friday, twice a week and every two years.",
         [("every Friday", "XXXX-WXX-5"), ("twice a week", "P1W"), ("every two years", "P2Y")]),
        ("Two days after the storm they met.", [("Two days", "P2D")]),
    ],
)  # fmt: skip
def test_expressions_with_their_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It ends on the 45th of May 0000.",
        "It ends on the 45th of May 2019, or on 32 June 2019, or on the 0th of August.",
        "It closed on 31 February.",
        "It closed on February 30, 2019.",
        "Some 1,984 people came, and 2000 soldiers.",
        "The 33-year-old was with a man of 40 years of age and a 20-month-old girl.",
        "Call 555-2014 or use version 2.2014.",
        "They may march in a second row; the march went on.",
        "Theresa May said so.",
        "The Sunday Times said so, and so did USA Today.",
        "It cost $2015 and 12.5 percent more.",
        "It earns $3 million a year.",
        "They lost 3:16 and then 20:18.",
        "They won 5-3 in the second half.",
        "The fall of the regime came in a spring of hope.",
        "On Black Friday shops are full.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("It has grown since 2014.", "2014-01-01", None),
        ("It stays shut until March.", None, "2022-03-31"),
        ("It fell in late November.", "2021-11-21", "2021-11-30"),
        ("It fell in mid-2021.", "2021-05-01", "2021-08-31"),
        ("It fell in 2021.", "2021-01-01", "2021-12-31"),
        ("It fell last week.", "2022-01-10", "2022-01-16"),
        ("It fell over the past year.", "2021-01-20", "2022-01-20"),
        ("It fell in the nine months ending in December.", "2021-04-01", "2021-12-31"),
        ("It fell in the year to March 2021.", "2020-04-01", "2021-03-31"),
        ("It fell on May 3-5, 2019.", "2019-05-03", "2019-05-05"),
        ("It fell in the 19th century.", "1801-01-01", "1900-12-31"),
    ],
)
def test_intervals(text: str, begin: str | None, end: str | None) -> None:
    assert [(t.begin, t.end) for t in read(text)] == [(begin, end)]


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2022-03-10", "The lease was signed this winter.", "2021-WI"),
        ("2022-03-10", "A cold place, this winter.", "2021-WI"),
        ("2022-03-10", "The pier will reopen this winter.", "2022-WI"),
        ("2022-10-10", "A warm place, this winter.", "2022-WI"),
        ("2022-01-10", "The lease was signed this winter.", "2021-WI"),
        ("2022-12-10", "The lease was signed this winter.", "2022-WI"),
        ("2022-03-10", "The pier reopens this summer.", "2022-SU"),
    ],
)
def test_this_winter_is_the_running_one_or_the_one_that_the_verb_means(published: str, text: str, value: str) -> None:
    assert [found for _, found in pairs(text, published)] == [value]


def test_months_of_iranian_figures_end_about_the_20th() -> None:
    [found] = read("Trade rose over nine months ending in late December.", iranian=True)
    assert (found.value, found.begin, found.end) == ("P9M", "2021-03-21", "2021-12-21")


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        (None, "It sank on Wednesday.", "XXXX-WXX-3"),
        (None, "It sank on January 19.", "XXXX-01-19"),
        (None, "It sank at 5 p.m.", "T17:00"),
        (None, "It sank last year.", "XXXX"),
        (None, "It sank in 2014.", "2014"),
        ("2022-02", "It sank on January 19.", "2022-01-19"),
        ("2022-02", "It sank last summer.", "2021-SU"),
        ("2022-02", "It sank on Wednesday.", "XXXX-WXX-3"),
        ("2022", "It sank last year.", "2021"),
        ("2022-01-01T00:30:00+09:00", "It sank on Friday.", "2021-12-31"),
        ("no date", "It sank yesterday.", "XXXX-XX-XX"),
    ],
)
def test_what_hangs_on_a_day_stays_open_without_it(published: str | None, text: str, value: str) -> None:
    assert [t.value for t in read(text, published)] == [value]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_break_nothing(published: str) -> None:
    text = "Last week, next week, a century ago, last year, tomorrow, yesterday, on Friday, over the past 20 years"
    for time in read(text, published):
        assert time.begin is None or len(time.begin) == len("0001-01-01")


def test_other_languages_give_dates_in_figures_alone() -> None:
    assert pairs("Am 5.1.2022 und im Mai 2019, am 9/11.", language="de") == [("5.1.2022", "2022-01-05")]


WORDS = st.sampled_from(
    """
    the a last next this two 21st 2014 31 May Friday , - . of year years ago week to and at 5 : 30 p.m. early late end
    every since between quarter 1/2 ’ s Christmas before after January 999999999999999 half morning
    """.split()  # noqa: SIM905
)
DAYS = st.sampled_from([None, PUBLISHED, "2022-02", "0001-01-01", "9999-12-31"])


@given(st.lists(WORDS, max_size=40).map(" ".join), DAYS)
def test_expressions_are_sorted_disjoint_and_inside(text: str, published: str | None) -> None:
    found = read(text, published)
    ends = [0, *(t.span.end for t in found)]
    assert all(
        t.span.start >= end and t.span.start < t.span.end <= len(text) for t, end in zip(found, ends, strict=False)
    )
    assert all(t.begin <= t.end for t in found if t.begin and t.end)
    assert found == read(text, published)


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "9" * 1_000_000, "the last " * 10_000, "May " * 10_000, "2014-" * 10_000, "and a half " * 10_000,
     "1/2 " * 10_000, "of the early " * 10_000, "five years before " * 10_000,
     "the first day of the first week of " * 10_000,
     "the last day of the last week of " * 10_000, "the first Monday of the first Monday of " * 10_000,
     "the last month of last month of " * 10_000],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_text_is_read(text: str) -> None:
    assert all(t.span.end <= len(text) for t in read(text))
