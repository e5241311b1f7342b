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
        (
            '<script type="application/LD+JSON; charset=utf-8">'
            '{"@type":"NewsArticle","datePublished":"2018-01-02T14:05Z"}</script>',
            "2018-01-02T14:05:00+00:00",
        ),
        (
            '<script type="application/ld+json">['
            '{"@type":"BreadcrumbList"},{"@type":"http://schema.org/OpinionNewsArticle",'
            '"datePublished":"2018-01-02T14:05:00Z"}]</script>',
            "2018-01-02T14:05:00+00:00",
        ),
        (
            '<script type="application/ld+json">//<![CDATA[\n'
            '{"@type":"Article","datePublished":"2018-01-02T14:05:00Z"};\n//]]></script>',
            "2018-01-02T14:05:00+00:00",
        ),
        (
            '<script type="application/ld+json">'
            '{"@type":"WebSite"}{"@type":"Article","datePublished":"2018-01-02T14:05:00Z"}</script>',
            "2018-01-02T14:05:00+00:00",
        ),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2018-01-02T01:05:00"}</script>'
            '<meta property="article:published_time" content="2018-01-01T23:05:00Z">',
            "2018-01-01T23:05:00+00:00",
        ),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2018-01-02T14:05:00"}</script>'
            '<meta name="date" content="2018-01-02T17:43:00Z">',
            "2018-01-02T14:05:00",
        ),
        ('<meta name="parsely-pub-date" content="2018-01-02T14:05:00Z">', "2018-01-02T14:05:00+00:00"),
        ('<meta name="parsely-page" content=\'{"pub_date":"2018-01-02T14:05:00Z"}\'>', "2018-01-02T14:05:00+00:00"),
        ('<meta name="sailthru.date" content="2018-01-02 14:05:00 +0000">', "2018-01-02T14:05:00+00:00"),
        ('<meta name="DC.date.issued" content="2018-01-02T14:05:00.000-0500">', "2018-01-02T14:05:00-05:00"),
        ('<meta property="article:modified_time" content="2018-01-02T14:05:00Z">', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ("", None),
    ],
)
def test_published_with_its_zone(head: str, published: str | None) -> None:
    assert reported(page(head)).published == published


@pytest.mark.parametrize(
    "stamp",
    [
        '<time datetime="2018-01-02T14:05:00+01:00">x</time>',
        '<time pubdate datetime="2018-01-02T14:05:00+01:00">x</time>',
        '<span itemprop="datePublished" content="2018-01-02T14:05:00+01:00">x</span>',
        '<abbr class="published" title="2018-01-02T14:05:00+01:00">x</abbr>',
    ],
)
def test_published_as_the_page_marks_it(stamp: str) -> None:
    assert drafted(page(body=f"{stamp}<p>{LEAD}</p><p>{BODY}</p>")).published == "2018-01-02T14:05:00+01:00"


def test_an_article_four_hundred_elements_deep() -> None:
    data = b"<html><body>" + b"<div>" * 400 + f"<p>{LEAD}</p><p>{BODY}</p>".encode() + b"</div>" * 400
    assert drafted(data).text == f"{LEAD}\n{BODY}"


def test_deep_pages_lose_wrappers_that_say_nothing_and_no_others() -> None:
    many = f"<p>{LEAD}</p>" * 3_000
    assert drafted(f"<html><body>{'<div>' * 1_900}{many}".encode()).text.count(LEAD) == 3_000
    with pytest.raises(ReadError, match="no article"):
        drafted(f"<html><body>{'<div>x' * 1_900}{many}".encode())


@pytest.mark.parametrize("told", [f"{LEAD}\\n\\n{BODY}", f"<p>{LEAD}</p><p>{BODY}</p>"])
@pytest.mark.parametrize("shown", ["<div id='root'></div>", "<p>Subscribe to read how the bridge was opened.</p>"])
def test_the_article_that_only_the_data_of_the_page_holds(told: str, shown: str) -> None:
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{told}"}}</script>'
    assert drafted(page(data, body=shown)).text == f"{LEAD}\n{BODY}"


def test_a_page_for_phones() -> None:
    data = page(
        '<link rel="canonical" href="https://gull.example/b">',
        f"<amp-img src='x'></amp-img><p>{LEAD}</p><amp-ad></amp-ad><p>{BODY}</p>",
    ).replace(b"<html>", b"<html amp>")
    assert (drafted(data).text, drafted(data).url) == (f"{LEAD}\n{BODY}", "https://gull.example/b")


def test_captions_of_a_gallery_are_furniture() -> None:
    caption = "The bridge over the Morra on day {}, seen from the left bank. Photo: Bo Ek"
    figures = "".join(f"<figure><figcaption>{caption.format(n)}</figcaption></figure>" for n in range(4))
    found = reported(page(body=f"{figures}<p>{LEAD}</p><p>{BODY}</p>"))
    prose = "".join(found.text[a:b] for a, b in found.furniture)
    assert LEAD in found.text and LEAD not in prose
    assert prose.count("Photo: Bo Ek") == found.text.count("Photo: Bo Ek")


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


OFFER = "Our reader offer of the week is a folding ladder, delivered to your door in a plain box."


@pytest.mark.parametrize(
    "attributes",
    [
        'class="ad"',
        'class="story-ads wide"',
        'id="div-gpt-ad-123"',
        'class="adsbygoogle"',
        'class="AdSlot"',
        'class="sidebar_sponsored"',
        'id="newsletterBox"',
        'class="promo-block"',
        'role="advertisement"',
        'id="taboola-below"',
        'class="cookie-banner"',
    ],
)
def test_what_the_page_calls_an_advertisement_is_no_text(attributes: str) -> None:
    body = f"<p>{LEAD}</p><div {attributes}><p>{OFFER}</p></div><p>{BODY}</p>"
    assert drafted(page(body=body)).text == f"{LEAD}\n{BODY}"


@pytest.mark.parametrize(
    "attributes",
    [
        'class="headline"',
        'class="download"',
        'id="leads"',
        'class="ad-free"',
        'class="after-ad"',
        'class="badge shadow"',
    ],
)
def test_names_that_hold_the_letters_of_an_advertisement_say_nothing(attributes: str) -> None:
    body = f"<p>{LEAD}</p><div {attributes}><p>{OFFER}</p></div><p>{BODY}</p>"
    assert drafted(page(body=body)).text == f"{LEAD}\n{OFFER}\n{BODY}"


def test_most_of_a_page_is_no_advertisement_whatever_it_is_called() -> None:
    body = f'<ul>{"<li>Morra today</li>" * 40}</ul><div class="promo"><p>{LEAD}</p><p>{BODY}</p></div>'
    assert LEAD in drafted(page(body=body)).text


def test_a_tag_of_very_many_attributes() -> None:
    many = " ".join(f"a{number}='>'" for number in range(100_000))
    assert drafted(page(body=f"<p {many}>{LEAD}</p><p>{BODY}</p>")).text == f"{LEAD}\n{BODY}"


def test_a_picture_in_a_tag_costs_no_words() -> None:
    picture = f'<img alt="Bridge" src="data:image/png;base64,{"QUJD" * 30_000}">'
    assert drafted(page(body=f"<p>{LEAD}</p>{picture}<p>{BODY}</p>")).text == f"{LEAD}\n{BODY}"


def test_the_attributes_of_tags_of_common_length_stay() -> None:
    title = "Bridge " * 5_000
    assert drafted(
        page(f'<meta property="og:url" content="https://gull.example/a"><meta name="x" content="{title}">')
    ).url
