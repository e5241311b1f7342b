"""The table of names, shipped and extended."""

from pathlib import Path

import pytest

from stemma.errors import SettingsError
from stemma.text.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("United States", "country", "United States"),
        ("DPRK", "country", "North Korea"),
        ("Tehran", "capital", "Iran"),
        ("Downing Street", "seat", "United Kingdom"),
        ("Texas", "place", "United States"),
        ("JCPOA", "agreement", None),
        ("Reuters", "organisation", None),
    ],
)
def test_a_name_has_its_kind_and_country(name: str, kind: str, country: str | None) -> None:
    known = gazetteer().names[name]
    assert (known.kind, known.country) == (kind, country)


def test_every_country_has_a_code_of_its_own_and_a_capital_leads_to_it() -> None:
    table = gazetteer()
    countries = {known.name for known in table.names.values() if known.kind == "country"}
    assert len(countries) > 190
    assert {known.name for known in table.capitals.values()} <= countries


def test_lines_of_ones_own_win(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("# invented\ncountry\tBorduria|Bordurian Republic\tBordurian\tXB\tSzohôd\tOld Fort\n", "utf-8")
    table = gazetteer(own)
    assert table.names["Bordurian Republic"].name == "Borduria"
    assert (table.capitals["Szohôd"].name, table.names["Old Fort"].kind) == ("Borduria", "seat")
    assert table.adjectives["Bordurian"].kind == "country"


@pytest.mark.parametrize("line", ["planet\tMars", "country", "place\t"])
def test_a_line_of_another_form_is_named(tmp_path: Path, line: str) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(f"# first\n{line}\n", "utf-8")
    with pytest.raises(SettingsError, match=r"own\.tsv, line 2"):
        gazetteer(own)


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"absent\.tsv"):
        gazetteer(tmp_path / "absent.tsv")
