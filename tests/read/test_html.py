import logging

import pytest

from stemma.errors import ReadError
from stemma.model import Report
from stemma.read.draft import Draft
from stemma.read.html import read_html
from stemma.read.page_metadata import without_outlet
from stemma.read.reports import report_from

LEAD = "The old bridge over the Morra was opened again on Tuesday, the ministry of works said."
BODY = "Nobody was hurt when its middle pier gave way, and a ferry carried people to work meanwhile."


def page(head: str = "", body: str = f"<p>{LEAD}</p><p>{BODY}</p>", title: str = "Bridge opens") -> bytes:
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article>{body}</article><footer>Imprint</footer></body></html>"
    ).encode()


def drafted(data: bytes) -> Draft:
    return read_html(data, "a.html")


def reported(data: bytes) -> Report:
    return report_from(drafted(data), "a.html", "0")


def test_paragraphs_are_lines() -> None:
    assert drafted(page()).text == f"{LEAD}\n{BODY}"
    assert drafted(page()).reader.startswith("html.trafilatura/")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2018-01-02T14:05:00+02:00">', "2018-01-02T14:05:00+02:00"),
        ('<meta name="date" content="2018-01-02">', "2018-01-02"),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},'
            '{"@type":["NewsArticle"],"datePublished":"2018-01-02T14:05:00Z"}]}</script>',
            "2018-01-02T14:05:00+00:00",
        ),
        (
            '<meta name="date" content="2018-01-02"><meta itemprop="datePublished" content="2018-01-02T14:05:00Z">',
            "2018-01-02T14:05:00+00:00",
        ),
        ('<link rel="canonical" href="https://gull.example/2018/01/02/bridge">', "2018-01-02"),
        ('<script type="application/ld+json">{broken</script>', None),
        ("", None),
    ],
)
def test_published_with_its_zone(head: str, published: str | None) -> None:
    assert reported(page(head)).published == published


@pytest.mark.parametrize(
    ("title", "outlet", "headline"),
    [
        ("Morra Gull - Bridge opens", "Morra Gull", "Bridge opens"),
        ("Bridge opens | The Morra Gull", "Morra Gull", "Bridge opens"),
        ("Bridge opens — at last — Morra Gull", "Morra Gull", "Bridge opens — at last"),
        ("Bridge opens - at last", "Morra Gull", "Bridge opens - at last"),
        ("Bridge-opens", None, "Bridge-opens"),
    ],
)
def test_titles_and_outlets_are_told_apart(title: str, outlet: str | None, headline: str) -> None:
    assert without_outlet(title, outlet) == headline


def test_outlet_title_and_byline() -> None:
    found = drafted(
        page(
            '<meta property="og:site_name" content="Morra Gull"><meta name="author" content="By Ada Rill">',
            title="Bridge opens - Morra Gull",
        )
    )
    assert (found.outlet, found.title, found.byline) == ("Morra Gull", "Bridge opens", "Ada Rill")


def test_the_encoding_that_a_page_declares() -> None:
    text = "Мост через реку снова открыт, сообщило министерство во вторник. Никто не пострадал при ремонте."
    data = f"<html><head><meta charset='windows-1251'></head><body><p>{text}</p></body></html>".encode("cp1251")
    assert drafted(data).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>" + b"<div>" * 200_000 + b"x",
        b"<html><body><p " + b"a" * 5_000_000 + b"='1'></p></body></html>",
        b"<html><body><p data-x='" + b"a" * 5_000_000 + b"'></p></body></html>",
        b"<html><body><!-- " + b"-" * 1_000_000,
        b"<html><body>" + b"<a href='x'>Home</a>" * 20_000 + b"</body></html>",
        b"<html><script>" + b"x" * 1_000_000,
        b"<html><body>&#xd800;&#0;</body></html>",
        b"\xff\xfe<html>",
        b"<html><body><article><p>--- *** --- *** --- *** --- *** ---.</p></article></body></html>",
    ],
)
def test_hostile_pages_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"^a\.html: "):
        read_html(data, "a.html")


def test_a_page_without_article_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(ReadError, match="no article"):
        read_html(b"<html><body></body></html>", "a.html")
    assert caplog.records == []
