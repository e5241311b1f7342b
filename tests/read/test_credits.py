import pytest

from stemma.model import Report
from stemma.read.credits import names_in_address, names_in_byline
from stemma.read.draft import Draft
from stemma.read.reports import report_from

LEAD = "The old bridge over the Morra was opened again on Tuesday after three weeks of repairs."
BODY = "Nobody was hurt when its middle pier gave way, and the ferry carried the town's people meanwhile."


def report(text: str, **fields: str) -> Report:
    return report_from(Draft(text=text, reader="text/1", **fields), "a.txt", "0")  # type: ignore[arg-type]


def credited(text: str, **fields: str) -> list[tuple[str, str]]:
    return [(credit.name, credit.basis) for credit in report(text, **fields).credits]


AP, AFP, REUTERS, XINHUA = "Associated Press", "Agence France-Presse", "Reuters", "Xinhua"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"MORRA (AP) — {LEAD}\n{BODY}", [(AP, "dateline")]),
        (f"LONDON/PARIS (Reuters) - {LEAD}\n{BODY}", [(REUTERS, "dateline")]),
        (f"BEIJING, Jan. 3 (Xinhua) -- {LEAD}\n{BODY}", [(XINHUA, "dateline")]),
        (f"MORRA (AFP/AP) - {LEAD}\n{BODY}", [(AFP, "dateline"), (AP, "dateline")]),
        (f"(Reuters) - {LEAD}\n{BODY}", [(REUTERS, "dateline")]),
        (f"Morra (CNN){LEAD}\n{BODY}", [("CNN", "dateline")]),
        (f"By Ada Rill, Associated Press\n{LEAD}\n{BODY}", [(AP, "byline")]),
        (f"By ADA RILL Associated Press\n{LEAD}\n{BODY}", [(AP, "byline")]),
        (f"By The Associated Press\n{LEAD}\n{BODY}", [(AP, "byline")]),
        (f"By Reuters Staff\n{LEAD}\n{BODY}", [(REUTERS, "byline")]),
        (f"Xinhua | January 3, 2018\n{LEAD}\n{BODY}", [(XINHUA, "text")]),
        (f"(Xinhua) 09:53, January 03, 2018\n{LEAD}\n{BODY}", [(XINHUA, "text")]),
        (f"{LEAD}\n{BODY}\nReuters contributed to this report.", [(REUTERS, "text")]),
        (f"{LEAD}\n{BODY} Reuters contributed to this report.", [(REUTERS, "text")]),
        (f"{LEAD}\n{BODY}\nThe Associated Press and AFP contributed to this story.", [(AP, "text"), (AFP, "text")]),
        (f"{LEAD}\n{BODY}\nAssociated Press writers B. J. Ode and Cy Fenn contributed to this report.", [(AP, "text")]),
        (f"{LEAD}\n{BODY}\nAdditional reporting by Reuters", [(REUTERS, "text")]),
        (
            f"{LEAD}\n{BODY}\n(With inputs from PTI and ANI)",
            [("Press Trust of India", "text"), ("Asian News International", "text")],
        ),
        (f"{LEAD}\n{BODY}\nMaterial from the Associated Press was used in this report.", [(AP, "text")]),
        (f"{LEAD}\n{BODY}\nThis story was originally published by The Guardian.", [("Guardian", "text")]),
        (f"{LEAD}\n{BODY}\nCopyright 2018 The Associated Press. All rights reserved.", [(AP, "text")]),
        (f"{LEAD}\n{BODY}\n© 2018, The Washington Post", [("Washington Post", "text")]),
        (f"{LEAD}\n{BODY}\n© 2018 AFP", [(AFP, "text")]),
        (f"{LEAD}\n{BODY}\nSource: Xinhua", [(XINHUA, "text")]),
        (f"{LEAD}\n{BODY}\n— AFP", [(AFP, "text")]),
        (f"{LEAD}\n{BODY} — AFP", [(AFP, "text")]),
        (f"{LEAD}\n{BODY} (AP)", [(AP, "text")]),
        (f"{LEAD}\n{BODY}\nwith AFP", [(AFP, "text")]),
        (f"{LEAD}\n{BODY}\nReuters - Ap - Afp", [(REUTERS, "text"), (AP, "text"), (AFP, "text")]),
        (f"{LEAD}\n{BODY}\nkl/mn (AFP, dpa)", [(AFP, "text"), ("Deutsche Presse-Agentur", "text")]),
        (f"{LEAD}\n{BODY}\nPA", [("PA Media", "text")]),
    ],
)
def test_credits_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert credited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"MORRA (Dispatches) —\n{LEAD}\n{BODY}",
        f"MORRA (Agencies) — {LEAD}\n{BODY}",
        f"{LEAD}\n{BODY}\n(Staff and agencies)",
        f"{LEAD}\n{BODY}\nAdditional reporting from agencies",
        f"{LEAD}\n“It held,” the mayor told AP.",
        f"{LEAD}\n“It held,” the mayor told Reuters on Tuesday.",
        f"{LEAD}\nThe pier was weak, Reuters reported.",
        f"{LEAD}\nThe pier was weak, according to AFP.",
        f"{LEAD}\nThe pier was weak, according to a report by the Associated Press.",
        f"{LEAD}\nThe pier was weak, as first reported by the Washington Post.",
        f"This story was first reported by the Washington Post.\n{LEAD}\n{BODY}",
        f"{LEAD}\nReuters first reported on the pier on Sunday.",
        f"{LEAD}\nReuters was unable to confirm the report.",
        f"{LEAD}\nThe Associated Press reported from Morra that the pier was weak.",
        f"{LEAD}\nThe news agency dpa said the ferry would go on.",
        f"{LEAD}\nA photographer of AP and a driver of Reuters were on the bridge.",
        f"{LEAD}\nXinhua said in a commentary that the bridge was a symbol.",
        f"{LEAD}\nThe company sued AP, Reuters and AFP in a court at Morra.",
        f"{LEAD}\nThe mayor spoke to CNN.",
        f"People cross the bridge. (AP Photo/Ada Rill)\n{LEAD}\n{BODY}",
        f"People cross the bridge on Tuesday. (Ada Rill/AP)\n{LEAD}\n{BODY}",
        f"Photo: Reuters\n{LEAD}\n{BODY}",
        f"The bridge on Tuesday. Photograph: Ada Rill/Reuters\n{LEAD}\n{BODY}",
        f"{LEAD}\n{BODY}\nImage copyright AFP Image caption The middle pier",
        f"{LEAD}\n{BODY}\nREAD MORE: AP says bridge was weak",
        f"{LEAD}\nFrom Yonhap:\n{BODY}",
        f"{LEAD}\n{BODY}\nRita Moll in Morra contributed to this report.",
        f"{LEAD}\n{BODY}\nThe union contributed to this report by the ministry, Reuters said",
        f"{LEAD}\n{BODY}\nCopyright 2018 Morra Evening News. All rights reserved.",
        f"By PA Smith\n{LEAD}\n{BODY}",
    ],
)
def test_attributions_and_pictures_are_no_credits(text: str) -> None:
    assert credited(text) == []


def test_a_credit_stands_where_its_span_says() -> None:
    found = report(f"MORRA (AP) — {LEAD}\n{BODY}\n  Reuters contributed to this report.")
    assert [found.text[credit.span.start : credit.span.end] for credit in found.credits if credit.span] == [
        "AP",
        "Reuters contributed to this report.",
    ]


def test_a_paper_credits_nobody_by_its_own_notice() -> None:
    text = f"{LEAD}\n{BODY}\n© 2018 The Washington Post"
    assert credited(text, outlet="www.washingtonpost.com") == []
    assert credited(text, outlet="Morra Evening News") == [("Washington Post", "text")]


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://gull.example/aponline/2018/01/02/world/bridge.html", [AP]),
        ("https://gull.example/wires/ap/article-12/bridge.html", [AP]),
        ("https://gull.example/reuters/2018/bridge.html", [REUTERS]),
        ("https://gull.example/wires/reuters/article-12/bridge.html", [REUTERS]),
        ("https://gull.example/wires/afp/article-12/bridge.html", [AFP]),
        ("https://gull.example/wires/pa/article-12/bridge.html", ["PA Media"]),
        ("https://gull.example/wires/dpa/12.html", ["Deutsche Presse-Agentur"]),
        ("https://apnews.com/abc", [AP]),
        ("https://uk.reuters.com/article/abc", [REUTERS]),
        ("https://www.washingtonpost.com/world/bridge.html", []),
        ("https://gull.example/map/ap-dates-exam.html", []),
        ("https://gull.example/2018/01/02/us/ap-us-history-exam-changes.html", []),
        ("https://gull.example/2018/reuters-journalists-jailed.html", []),
        ("https://gull.example/news/pti-chief-arrested", []),
        ("https://gull.example/tag/reuters/", []),
        ("https://gull.example/topics/afp/bridge", []),
        ("https://gull.example/snapnews.com/bridge", []),
        ("https://notapnews.com/bridge", []),
        ("not an address", []),
        ("http://[broken", []),
    ],
)
def test_addresses(url: str, names: list[str]) -> None:
    assert names_in_address(url) == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Associated Press", [AP]),
        ("Afp", [AFP]),
        ("Reuters Staff", [REUTERS]),
        ("Ada Rill, The Associated Press", [AP]),
        ("Ada Rill | AP", [AP]),
        ("Ada Rill for the Associated Press", [AP]),
        ("Ada Rill and Reuters", [REUTERS]),
        ("AP Rill", []),
        ("Ada Rill", []),
    ],
)
def test_bylines(byline: str, names: list[str]) -> None:
    assert names_in_byline(byline) == names


def test_authors_of_metadata_are_credited() -> None:
    found = report_from(Draft(text=f"{LEAD}\n{BODY}", reader="x", authors=("Associated Press",)), "a", "0")
    assert [(credit.name, credit.basis, credit.span) for credit in found.credits] == [(AP, "metadata", None)]
