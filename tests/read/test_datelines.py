import pytest

from stemma.read.datelines import dateline_of
from stemma.read.lines import lines_of

LEAD = "The old bridge was opened again on Tuesday."


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (f"MORRA (AP) — {LEAD}", "MORRA (AP)"),
        (f"MORRA (AP) - {LEAD}", "MORRA (AP)"),
        (f"MORRA, Pa. (AP) _ {LEAD}", "MORRA, Pa. (AP)"),
        (f"MORRA — {LEAD}", "MORRA"),
        (f"SAN MORRA, Costa Alta — {LEAD}", "SAN MORRA, Costa Alta"),
        (f"BEIJING, Jan. 3 (Xinhua) -- {LEAD}", "BEIJING, Jan. 3 (Xinhua)"),
        (f"LONDON/PARIS (Reuters) - {LEAD}", "LONDON/PARIS (Reuters)"),
        (f"LONDON, Dec 29 (Thomson Reuters Foundation) - {LEAD}", "LONDON, Dec 29 (Thomson Reuters Foundation)"),
        (f"MOSCOW, January 3. (TASS) — {LEAD}", None),
        (f"(Reuters) - {LEAD}", "(Reuters)"),
        (f"MORRA (Dispatches) —\n{LEAD}", "MORRA (Dispatches)"),
        (f"Kabul (AFP) - {LEAD}", "Kabul (AFP)"),
        (f"Bridge opens\nMORRA (AP) — {LEAD}", "MORRA (AP)"),
        (f"ÉVORA (AFP) — {LEAD}", "ÉVORA (AFP)"),
        (LEAD, None),
        ("NATO — the alliance of the west — said no.", None),
        ("UPDATE — The bridge is open.", None),
        ("The Associated Press (AP) — the agency — said no.", None),
        ("The agency AP (that is, the Associated Press) said no.", None),
        ("Workers (Reuters) crossed the bridge on foot.", None),
        ("“We are glad” — The mayor smiled.", None),
        ("Supporters of the mayor — Many of them old — cheered.", None),
    ],
)
def test_datelines(text: str, dateline: str | None) -> None:
    found = dateline_of(lines_of(text))
    assert (found.text if found else None) == dateline


def test_the_names_of_a_dateline_stand_where_it_says() -> None:
    text = f"  MORRA (AP/Reuters) — {LEAD}"
    found = dateline_of(lines_of(text))
    assert found is not None and found.names_span is not None
    assert text[found.names_span.start : found.names_span.end] == found.names == "AP/Reuters"
