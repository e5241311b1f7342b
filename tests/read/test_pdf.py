from pathlib import Path

import pytest
import typst

from stemma.errors import ReadError
from stemma.model import Report
from stemma.read.pdf import read_pdf
from stemma.read.reports import report_from

WORDS = (
    "The representatives of the municipality congratulated the administration on the extraordinarily complicated "
    "reconstruction of the bridge over the Morra, which international observers had considered impossible. "
)


def compiled(tmp_path: Path, source: str) -> bytes:
    path = tmp_path / "a.typ"
    path.write_text(source, encoding="utf-8")
    data = typst.compile(str(path))
    assert isinstance(data, bytes)
    return data


def reported(tmp_path: Path, source: str) -> Report:
    return report_from(read_pdf(compiled(tmp_path, source), "a.pdf", 100), "a.pdf", "0")


def furniture(report: Report) -> list[str]:
    return [line for start, end in report.furniture for line in report.text[start:end].split("\n")]


def test_columns_hyphens_and_paragraphs(tmp_path: Path) -> None:
    first, second = WORDS * 3, "A ferry carried people to work meanwhile, the ministry said. " * 6
    source = (
        "#set page(width: 300pt, height: 300pt, columns: 2)\n#set text(hyphenate: true, size: 9pt)\n"
        f"#set par(justify: true)\n= Bridge opens\n{first}\n\n{second}"
    )
    found = reported(tmp_path, source)
    assert found.text == f"Bridge opens\n{first.strip()}\n{second.strip()}"
    assert (found.title, found.furniture, found.language) == ("Bridge opens", (), "en")
    assert found.reader.startswith("pdf.pdfium/")


def test_running_heads_and_feet_stand_behind_the_paragraph_they_cut(tmp_path: Path) -> None:
    source = (
        "#set page(width: 300pt, height: 200pt, header: [MORRA Monthly March], "
        "footer: [Page #context counter(page).display()])\n"
        "#set text(size: 10pt)\n" + WORDS * 6
    )
    found = reported(tmp_path, source)
    lines = furniture(found)
    assert lines.count("MORRA Monthly March") >= 2
    assert "Page 1" in lines and "Page 2" in lines
    body = [line for line in found.text.split("\n") if line not in lines]
    assert body == [(WORDS * 6).strip()]


def test_odd_and_even_pages_have_their_own_heads(tmp_path: Path) -> None:
    source = (
        "#set page(width: 300pt, height: 160pt, "
        "header: context if calc.odd(counter(page).get().first()) [Morra Papers] else [Bridges])\n"
        "#set text(size: 10pt)\n" + (WORDS + "\n\n") * 8
    )
    assert set(furniture(reported(tmp_path, source))) == {"Morra Papers", "Bridges"}


def test_a_hyphen_that_belongs_to_the_word_stays(tmp_path: Path) -> None:
    source = (
        "#set page(width: 130pt, height: 400pt, margin: 20pt)\n#set text(size: 10pt)\n"
        "The state called it a US-backed plan and a long-term plan, a long-term plan."
    )
    assert reported(tmp_path, source).text == (
        "The state called it a US-backed plan and a long-term plan, a long-term plan."
    )


@pytest.mark.parametrize("word", ["self-defence", "river-bridge", "reconstruction", "two-thirds"])
def test_a_hyphen_at_a_line_end(tmp_path: Path, word: str) -> None:
    """Typeset so narrow that the word must break: at its hyphen if it has one, else where the language allows."""
    source = (
        "#set page(width: 90pt, height: 400pt, margin: 10pt)\n"
        f'#set text(size: 10pt, hyphenate: true, lang: "en")\nAn act of {word} it was, the river people said, on '
        f"the bridge: {word} now."
    )
    assert reported(tmp_path, source).text.count(word) == 2


def test_the_head_and_foot_of_a_single_page(tmp_path: Path) -> None:
    source = (
        "#set page(width: 300pt, height: 400pt, margin: 50pt, header: [The Morra Gull #h(1fr) 23 April 2026], "
        "footer: [morragull.example #h(1fr) Page 1 of 1])\n#set text(size: 10pt)\n"
        f"#text(size: 18pt)[*Bridge opens again after eleven months of waiting*]\n\n{WORDS}"
    )
    found = reported(tmp_path, source)
    assert furniture(found) == ["The Morra Gull 23 April 2026", "morragull.example Page 1 of 1"]
    assert (found.outlet, found.published, found.published_basis) == ("The Morra Gull", "2026-04-23", "text")
    assert found.title == "Bridge opens again after eleven months of waiting"


def test_a_page_that_is_only_drawn_holds_no_text(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no text"):
        read_pdf(compiled(tmp_path, "#rect(width: 10pt)"), "a.pdf", 10)


def test_too_many_pages(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="3 pages, more than the 2"):
        read_pdf(compiled(tmp_path, "a #pagebreak() b #pagebreak() c"), "a.pdf", 2)


def test_a_password_is_asked_for() -> None:
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"61" * 32 + b">/U<" + b"62" * 32 + b">>>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<6161><6161>]/Size 4>>\n%%EOF"
    )
    with pytest.raises(ReadError, match="wants a password"):
        read_pdf(data, "a.pdf", 10)


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 1000])
def test_damaged(data: bytes) -> None:
    with pytest.raises(ReadError, match="damaged"):
        read_pdf(data, "a.pdf", 10)
