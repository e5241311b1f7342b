import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.read.draft import Draft
from stemma.read.furniture import byline_of
from stemma.read.reports import report_from

LEAD = "The old bridge over the Morra was opened again on Tuesday, the ministry of works said."
BODY = "Nobody was hurt when its middle pier gave way, and a ferry carried people to work meanwhile."
END = "“It will stand for a hundred years,” said the mayor, who was the first to cross it on foot."


def marked(text: str) -> list[str]:
    report = report_from(Draft(text=text, reader="text/1"), "a.txt", "0")
    assert list(report.furniture) == sorted(report.furniture)
    return [text[span.start : span.end] for span in report.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Share this",
        "Share on Facebook",
        "Facebook Twitter WhatsApp",
        "Tweet",
        "Follow us on Facebook",
        "Follow Ada Rill on Twitter: @adarill",
        "1.2k shares",
        "12 comments",
        "Read also: Mayor to cross bridge on foot",
        "Read more: Mayor to cross bridge on foot",
        "READ MORE: Mayor to cross bridge on foot",
        "Also read: Mayor to cross bridge on foot",
        "Related: Mayor to cross bridge on foot",
        "Read more",
        "[Mayor to cross the bridge on foot]",
        "Sign up for our daily newsletter",
        "Subscribe to our newsletter to get the news of the Morra",
        "This website uses cookies to improve your experience.",
        "By continuing to use this site you agree to our use of cookies.",
        "Advertisement",
        "Buy the best umbrellas of the Morra now, 50% off until Sunday. Click here for details.",
        "Get 20% off your first ferry ticket.",
        "Shop now",
        "Subscribe today for full access to the Morra News.",
        "Click the link below to order yours.",
        "ADVERTISEMENT",
        "Story continues below",
        "Copyright 2018 Morra Evening News. All rights reserved.",
        "© 2018 Morra Evening News",
        "All rights reserved.",
        "(Photo: Ada Rill)",
        "(Image: Getty Images)",
        "FILE PHOTO: A ferry crosses the Morra, March 3, 2018.",
        "FILE - In this March 3, 2018 file photo a ferry crosses the Morra.",
        "Image copyright Getty Images",
        "A ferry crosses the Morra. REUTERS/Ada Rill",
        "A ferry crosses the Morra. (Ada Rill/AP)",
        "A ferry crosses the Morra. (AP Photo/Ada Rill)",
        "A ferry crosses the Morra. [Photo/Agencies]",
        "A ferry crosses the Morra (Getty)",
        "A ferry crosses the Morra. Photograph: Ada Rill/Reuters",
        "Getty Images A ferry crosses the Morra",
        "Pictured: A ferry crosses the Morra",
        "Scroll down for video",
        "By Ada Rill, Staff writer",
        "By Ada Rill and Cy Fenn",
        "ada.rill@gull.example",
        "Published 09:00 GMT",
        "Updated 09:00 GMT, 3 January 2018",
        "January 19, 2022",
        "(Reporting by Ada Rill; Editing by Cy Fenn)",
        "Reuters contributed to this report.",
        "___",
    ],
)
@pytest.mark.parametrize("place", [1, 3])
def test_furniture_is_marked_and_nothing_else(line: str, place: int) -> None:
    lines = [LEAD, BODY, END]
    lines.insert(place, line)
    assert marked("\n".join(lines)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Tuesday after the news from Morra.",
        "Related parties were told of the works in March.",
        "More than a hundred people crossed it in the first hour.",
        "More: that was what the crowd wanted.",
        "Photographs of the bridge were shown to the court.",
        "The photo shows the pier: it was cracked from top to bottom.",
        "Advertisements on the bridge are forbidden.",
        "Published in 2018, the survey had warned of the pier.",
        "Updated figures are due in March.",
        "By Monday the river had risen by two metres.",
        "By the time the ferry came, the pier was gone.",
        "Copyright law changed in 2018, the lawyer said.",
        "Cookies were handed out at the opening by the town's bakers.",
        "Subscribers to the bridge fund paid ten crowns each.",
        "Sign language was used by the minister.",
        "Reuters reported that the pier was weak.",
        "AP said on Tuesday that the pier was weak.",
        "Getty Images sold the picture for ten crowns.",
        "The picture was taken by a man named Rill (who sold it).",
        "The film, made by Rill, is called “Bridge”.",
        "Follow the river and you come to the sea.",
        "Watch the river, he said: it will rise.",
        "Twitter and Facebook were full of pictures of it.",
        "In 2018",
        "She wrote to ada.rill@gull.example and had no answer for a week, she said.",
        "7",
        "“Read more,” she told the children.",
        "The mayor crossed it (pictured on our front page on Monday) before noon.",
        "Buy now, pay later firms must ask what their customers earn, the ministry of trade said.",
        "Shop owners by the Morra say that 20% off sales have ruined them since the bridge was closed.",
        "Get home before the flood, the mayor said, and 50% offered a neighbour a bed.",
        "Order was restored when the ferry men were told to click here and there on the new forms.",
    ],
)
def test_prose_is_not_marked(line: str) -> None:
    assert marked("\n".join([LEAD, BODY, BODY, line, END, END])) == []


def test_dates_inside_are_headings_of_a_chronology() -> None:
    chronology = "\n".join(f"March {day}, 2018\n{BODY}" for day in range(1, 20))
    assert (
        marked(f"{LEAD}\n{BODY}\n{BODY}\n{BODY}\n{BODY}\n{BODY}\n{BODY}\n{BODY}\n{chronology}\n{END}\n{END}\n{END}")
        == []
    )


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Page 7 - XYZRpt", ""),
        ("P. 7", ""),
        ("Page 7 - XYZRpt\nP. 7", "7 SOMECOUNTRY Country Report March 2021 www.example.com"),
        ("", "7 SOMECOUNTRY Country Report March 2021 www.example.com"),
        ("", "Page 3 of 12"),
        ("", "- 3 -"),
        ("Morra Monthly Review | March 2021 | 4", ""),
    ],
)
def test_head_and_foot_of_a_page(head: str, foot: str) -> None:
    title = "2.5 Morra's mayor opens bridge to the far side"
    lines = [line for line in (head, title, LEAD, BODY, END, foot) if line]
    assert marked("\n".join(lines)) == [line for line in (head, foot) if line]


@pytest.mark.parametrize(
    "line",
    [
        "12 people cross bridge",
        "12 killed as bridge falls, March 2021 report says",
        "2021 was a bad year for the Morra, www.gull.example said",
        "Page 7 of the report named the mayor.",
        "Five things to know about the bridge in March 2021",
        "1. The bridge is open",
    ],
)
def test_first_lines_that_are_no_running_heads(line: str) -> None:
    assert marked("\n".join([line, LEAD, BODY, END])) == []


def test_running_heads_inside_a_text_come_again_with_rising_numbers() -> None:
    text = "\n".join(f"{LEAD}\n{BODY}\nMorra Papers {page} of 4\n{END}" for page in range(1, 5))
    assert marked(text) == [f"Morra Papers {page} of 4" for page in range(1, 5)]


def test_headlines_under_a_closing_read_more_belong_to_it() -> None:
    tail = "Read more:\nMayor crosses bridge on foot\nFerry men out of work since Tuesday"
    assert marked(f"{LEAD}\n{BODY}\n{tail}") == [tail]


def test_captions_under_scroll_down_end_at_prose() -> None:
    block = "Scroll down for video\nThe bridge as it was before the flood"
    assert marked(f"{LEAD}\n{block}\n{BODY}") == [block]


def test_a_caption_without_a_cue_says_again_what_prose_says() -> None:
    caption = "A ferry carried people to work meanwhile, as its middle pier gave way"
    prose = "Nobody was hurt when its middle pier gave way, and a ferry carried people to work meanwhile."
    assert marked(f"{LEAD}\n{caption}\n{prose}\n{END}") == [caption]
    # A sentence, a heading of other words and a short one stay.
    for line in (
        caption + ".",
        "What the ministry of works said about the second pier of it",
        "The old bridge over it",
    ):
        assert marked(f"{LEAD}\n{line}\n{BODY}") == []


def test_a_first_line_that_is_the_title_again() -> None:
    draft = Draft(text=f"Old bridge: “open”\n{LEAD}\n{BODY}", reader="text/1", title="Old Bridge – 'open'")
    report = report_from(draft, "a.txt", "0")
    assert [report.text[a:b] for a, b in report.furniture] == ["Old bridge: “open”"]
    # Where nothing else names it, the first line is the title, and stays prose.
    assert marked(f"The old bridge over the Morra was opened again on Tuesday\n{LEAD}\n{BODY}") == []


@pytest.mark.parametrize("text", ["Share", "Advertisement\nShare", "Page 7"])
def test_a_text_is_never_furniture_throughout(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ada Rill", "Ada Rill"),
        ("By Ada Rill in Morra", "Ada Rill in Morra"),
        ("by Ada van der Rill, Reuters", "Ada van der Rill, Reuters"),
        ("By JOHN DOE Jr.", "JOHN DOE Jr."),
        ("By the river", None),
        ("By Monday evening", None),
        ("By", None),
        ("Ada Rill", None),
    ],
)
def test_byline_of(line: str, byline: str | None) -> None:
    assert byline_of(line) == byline


@given(
    st.lists(st.sampled_from(["Share this", LEAD, "", "  ", "Read more:", "Page 7", BODY, "\u2028x", "7"]), max_size=12)
)
def test_furniture_is_whole_lines_sorted_and_disjoint(lines: list[str]) -> None:
    text = "\n".join(lines)
    report = report_from(Draft(text=text, reader="text/1"), "a.txt", "0")
    last = -1
    for start, end in report.furniture:
        assert last < start < end <= len(text)
        assert start == 0 or text[start - 1] == "\n"
        assert end == len(text) or text[end] == "\n"
        last = end
