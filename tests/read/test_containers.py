import gzip
import io
import sys
import zlib
from pathlib import Path

import pytest

from stemma.model import Note, Problem, Report
from stemma.read import ReadSettings, read

SAMPLES = Path(__file__).parent / "samples"
BRIDGE = "The old bridge over the Morra was opened again on Wednesday, the ministry of works said"
FERRY = "The ferry that carried people over the Morra made its last crossing on Thursday evening"


def found(name: str) -> list[Report]:
    return [item for item in read([SAMPLES / name]) if isinstance(item, Report)]


def reports(data: bytes, using: ReadSettings | None = None) -> list[Report]:
    items = list(read(["-"], using, stdin=io.BytesIO(data)))
    assert all(isinstance(item, Report | Note) for item in items), items
    return [item for item in items if isinstance(item, Report)]


def reason(data: bytes, using: ReadSettings | None = None) -> str:
    [item] = read(["-"], using, stdin=io.BytesIO(data))
    assert isinstance(item, Problem), item
    return item.reason


# --- exports of clipping databases ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "outlets", "times", "bylines", "container"),
    [
        (
            "nexis-old.txt",
            ["The Morra Gull", "The Heron (Ostravia)"],
            ["2022-01-19", "2022-01-20T16:05:00+00:00"],
            ["ADA RILL", "Bo Ek"],
            "Nexis export",
        ),
        (
            "nexis-new.txt",
            ["The Morra Gull", "The Heron"],
            ["2022-01-19", "2022-01-20T16:05:00+00:00"],
            ["Ada Rill", "Bo Ek"],
            "Nexis export",
        ),
        (
            "nexis.html",
            ["The Morra Gull", "The Heron"],
            ["2022-01-19", "2022-01-20"],
            ["Ada Rill", "Bo Ek"],
            "Nexis export",
        ),
        (
            "factiva-fields.txt",
            ["The Morra Gull", "The Heron"],
            ["2022-01-19T14:05:00", "2022-01-20"],
            ["Ada Rill", None],
            "Factiva export",
        ),
        (
            "factiva-page.txt",
            ["The Morra Gull", "The Heron"],
            ["2022-01-19T14:05:00", "2022-01-20"],
            ["Ada Rill", None],
            "Factiva export",
        ),
    ],
)
def test_an_export_holds_reports_under_their_labels(
    name: str, outlets: list[str], times: list[str], bylines: list[str | None], container: str
) -> None:
    bridge, ferry = both = found(name)
    assert [item.uri for item in both] == [f"{SAMPLES / name}#1", f"{SAMPLES / name}#2"]
    assert [item.outlet for item in both] == outlets
    assert [item.title for item in both] == ["Old bridge opens again", "Ferry stops after eleven months"]
    assert [item.published for item in both] == times
    assert [item.byline for item in both] == bylines
    assert {item.container for item in both} == {container}
    words = [" ".join(item.text.split()) for item in both]
    assert words[0].startswith(BRIDGE) and words[1].startswith(FERRY)
    for label in ("words", "Copyright", "LOAD-DATE", "Load-Date", "Document", "DOCUMENTS", "Classification", "gtrans"):
        assert label not in bridge.text + ferry.text


def test_what_an_export_says_beside_the_text() -> None:
    bridge = found("nexis-old.txt")[0]
    assert (bridge.dateline, bridge.url) == ("OSTRAVIA", "https://gull.example/2022/01/19/bridge")
    # A label within prose is prose.
    assert "about the subject: a second bridge" in bridge.text


@pytest.mark.parametrize(
    "text",
    [
        f"Old bridge opens\n{BRIDGE}.\nLength: 61 words were carved into the stone.\n{FERRY}.",
        f"{BRIDGE}.\nLoad-date: unknown, said the port.\n{FERRY}.",
        f"HD\n{BRIDGE}.\nWC\n{FERRY}.",
        f"61 words\n{BRIDGE}.\n{FERRY}.",
    ],
)
def test_prose_with_a_word_of_an_export_stays_one_report(text: str) -> None:
    [item] = reports(text.encode())
    assert (item.text, item.container, item.uri) == (text, None, "-")


# --- digests and live blogs -------------------------------------------------------------------------


def test_a_digest_holds_numbered_items() -> None:
    bridge, ferry = found("digest.txt")
    assert {bridge.container, ferry.container} == {"Ruritania Monthly Report March 2021"}
    assert bridge.title == "Old bridge over the Morra opens again"
    assert ferry.title == "Ferry stops after eleven months on the river"
    assert BRIDGE in bridge.text and FERRY in ferry.text and FERRY not in bridge.text
    assert "second bridge would not be built" in bridge.text
    assert [bridge.text[start:end] for start, end in bridge.furniture] == [
        "2.0 Politics",
        "4 RURITANIA Monthly Report March 2021 www.morra.example",
    ]


DIGEST = (SAMPLES / "digest.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        DIGEST.partition("2.2 Ferry stops after eleven months on")[0].replace("2.2 Ferry", "Ferry"),
        DIGEST.replace("Monthly Report", "Novel"),
        DIGEST.replace(" March 2021", ""),
        DIGEST.replace("2.1 Old bridge over the Morra opens again\n", "2.1 Bridges\n").replace(
            "2.2 Ferry stops after eleven months on the river\n", "2.2 Ferries\n"
        ),
        DIGEST.replace("2.2 Ferry stops after eleven months on", "2.0 Ferry stops after eleven months on"),
    ],
    ids=["one item", "no periodical", "no month", "chapters", "numbers that fall"],
)
def test_what_is_no_digest_stays_one_report(text: str) -> None:
    [item] = reports(text.encode())
    assert (item.container, item.text) == (None, text)


def test_a_live_blog_holds_entries_each_with_its_time() -> None:
    entries = found("live.txt")
    assert [item.published for item in entries] == [
        "2022-01-19T22:40:00+00:00",
        "2022-01-19T23:15:00+00:00",
        "2022-01-20T00:20:00+00:00",
        "2022-01-20T01:05:00+00:00",
    ]
    assert {item.container for item in entries} == {"Flood on the Morra: live updates"}
    assert entries[1].title == "School is closed tomorrow"
    assert "More soon." in entries[1].text
    assert [entries[0].text[start:end] for start, end in entries[0].furniture] == ["22:40 GMT"]


def test_newest_first_gives_the_same_times() -> None:
    head, *rest = (SAMPLES / "live.txt").read_text(encoding="utf-8").replace("23:50 GMT\nMore soon.\n", "").split("\n2")
    entries = ("\n2".join([head, *rest])).rstrip("\n")
    lines = entries.split("\n")
    stamps = [number for number, line in enumerate(lines) if line.endswith(" GMT")]
    blocks = ["\n".join(lines[a:b]) for a, b in zip(stamps, [*stamps[1:], len(lines)], strict=True)]
    turned = "\n".join([*lines[: stamps[0]], *blocks[::-1]])
    times = [item.published for item in reports(turned.encode())]
    assert times == [item.published for item in reports(entries.encode())][::-1]
    assert times[0] == "2022-01-20T01:05:00+00:00"


def test_a_chronology_stays_one_report() -> None:
    text = (SAMPLES / "live.txt").read_text(encoding="utf-8").replace("live updates", "what happened when")
    [item] = reports(text.encode())
    assert (item.container, item.text) == (None, text)


def test_a_live_blog_that_its_page_lists_as_data() -> None:
    first, second = found("live.html")
    assert (first.title, first.published, first.outlet) == ("Bridge down", "2022-01-19T22:40:00+00:00", "Morra Gull")
    assert (second.url, second.container) == ("https://gull.example/live#2", "Flood on the Morra: live")


# --- feeds ------------------------------------------------------------------------------------------


def test_an_item_with_its_text_is_a_report() -> None:
    items = list(read([SAMPLES / "feed.rss", SAMPLES / "feed.atom"]))
    rss, note, atom = items
    assert isinstance(rss, Report) and isinstance(atom, Report)
    assert note == Note(input=str(SAMPLES / "feed.rss"), reason="1 of its 2 items hold fewer than 40 words")
    assert (rss.outlet, rss.title, rss.byline) == ("Morra Gull", "Old bridge opens again", "Ada Rill")
    assert (rss.published, rss.url) == ("2022-01-19T14:05:00+02:00", "https://gull.example/bridge")
    assert (rss.uri, rss.container) == (f"{SAMPLES / 'feed.rss'}#1", "Morra Gull - World")
    assert rss.text.startswith(BRIDGE) and "meanwhile & back" in rss.text and "track()" not in rss.text
    assert (atom.outlet, atom.published, atom.byline) == ("The Heron", "2022-01-20T16:05:00-05:00", "Bo Ek")


RSS = (SAMPLES / "feed.rss").read_bytes()


@pytest.mark.parametrize(
    "data",
    [
        RSS.decode().encode("utf-16"),
        b"\xef\xbb\xbf" + RSS,
        RSS.replace(b"UTF-8", b"windows-1252"),
        RSS.replace(b"</channel></rss>", b""),
        RSS.replace(b"meanwhile &amp;", b"meanwhile &"),
        RSS.replace(b"<rss ", b"<!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss "),
    ],
    ids=["utf-16", "bom", "declares another encoding", "cut", "bare ampersand", "doctype"],
)
def test_a_feed_however_it_comes(data: bytes) -> None:
    [item] = reports(data)
    assert item.text.startswith(BRIDGE) and "meanwhile & back" in item.text


def test_a_feed_of_headlines_says_what_to_do() -> None:
    assert "save its pages" in reason(RSS.replace(b"content:encoded", b"content:x"))


def test_entities_are_not_expanded_beyond_bounds() -> None:
    levels = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10 if n else 'lol'}'>" for n in range(12))
    bomb = f"<!DOCTYPE rss [{levels}]>\n<rss ".encode()
    for item in read(["-"], stdin=io.BytesIO(RSS.replace(b"<rss ", bomb).replace(b"A bridge opens.", b"&l11;"))):
        assert not isinstance(item, Report) or len(item.text) < 10_000


def test_no_file_is_read_for_a_feed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("apples " * 100, encoding="utf-8")
    doctype = f"<!DOCTYPE rss [<!ENTITY x SYSTEM '{secret.as_uri()}'>]>\n<rss ".encode()
    for item in read(["-"], stdin=io.BytesIO(RSS.replace(b"<rss ", doctype).replace(b"meanwhile", b"&x;"))):
        assert "apples" not in repr(item)


# --- web archives -----------------------------------------------------------------------------------


def record(
    body: bytes, address: str = "https://gull.example/bridge", http: bytes = b"", kind: bytes = b"text/html"
) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n" + http + b"\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Date: 2022-01-19T15:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


PAGE = f"<html><head><title>Bridge</title></head><body><p>{BRIDGE}.</p><p>{FERRY}.</p></body></html>".encode()
OTHER = PAGE.replace(b"again", b"once more")
MENU = b"<html><body><nav><a href='/'>Home</a></nav></body></html>"


@pytest.mark.parametrize(
    "data",
    [
        record(PAGE) + record(OTHER, "https://heron.example/b"),
        gzip.compress(record(PAGE)) + gzip.compress(record(OTHER, "https://heron.example/b")),
        gzip.compress(record(PAGE) + record(OTHER, "https://heron.example/b")),
        record(b"\x89PNG", kind=b"image/png") + record(PAGE) + record(MENU) + record(OTHER, "https://heron.example/b"),
        record(gzip.compress(PAGE), http=b"Content-Encoding: gzip\r\n") + record(OTHER, "https://heron.example/b"),
        record(zlib.compress(PAGE)[2:-4], http=b"Content-Encoding: deflate\r\n")
        + record(OTHER, "https://heron.example/b", http=b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
        record(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), http=b"Transfer-Encoding: chunked\r\n")
        + record(OTHER, "https://heron.example/b"),
    ],
    ids=["plain", "gzip by record", "gzip as a whole", "pictures and menus", "sent packed", "not packed", "chunked"],
)
def test_each_page_of_a_web_archive_is_a_report(data: bytes) -> None:
    first, second = reports(data)
    assert first.text == f"{BRIDGE}.\n{FERRY}."
    assert (first.url, first.outlet) == ("https://gull.example/bridge", "gull.example")
    assert (first.retrieved, first.container) == ("2022-01-19T15:00:00+00:00", "-")
    assert second.outlet == "heron.example"
    assert first.uri.startswith("-#") and first.uri != second.uri


def test_pages_without_an_article_are_counted() -> None:
    items = list(read(["-"], stdin=io.BytesIO(record(MENU) + record(PAGE) + record(MENU))))
    assert items[1:] == [Note(input="-", reason="2 of its 3 pages hold no article")]
    assert "no article" in reason(record(MENU))


def test_a_web_archive_without_fastwarc_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert "stemma-news[warc]" in reason(record(PAGE))


def test_a_web_archive_that_is_a_bomb_is_refused_early() -> None:
    packer = zlib.compressobj(9, wbits=31)
    zeros = b"\0" * 1_000_000
    head = record(b"", kind=b"image/png").partition(b"Content-Length")[0] + b"Content-Length: 100000000\r\n\r\n"
    head += b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"
    bomb = packer.compress(head) + b"".join(packer.compress(zeros) for _ in range(100)) + packer.flush()
    assert len(bomb) < 200_000
    assert "bomb" in reason(bomb)
    assert "1,000 bytes" in reason(record(PAGE) * 10, ReadSettings(max_archive_bytes=1_000))


# --- mails ------------------------------------------------------------------------------------------


def test_a_mail_is_read_from_its_html() -> None:
    [item] = found("mail.eml")
    assert (item.title, item.byline) == ("Old bridge opens – at last", "Morra Gull")
    assert item.published == "2022-01-19T14:05:00+02:00"
    assert item.text.startswith(BRIDGE) and "hurt – a ferry" in item.text


def test_a_mail_is_told_by_its_headers() -> None:
    [item] = reports((SAMPLES / "mail.eml").read_bytes().replace(b"\n", b"\r\n"))
    assert item.reader == "mail/1"
    # A text that starts with one word and a colon is no mail.
    [text] = reports(f"From: the bridge\n{BRIDGE}.".encode())
    assert text.reader == "text/1"


def test_a_header_that_none_can_parse_is_as_good_as_none() -> None:
    data = (SAMPLES / "mail.eml").read_bytes().replace(b"+0200", b"+9999999999999999999999")
    [item] = reports(data)
    assert (item.published, item.text[: len(BRIDGE)]) == (None, BRIDGE)


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\nSubject: b\nDate: c\n\n",
        b"From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n" * 500,
        b"From: a\nSubject: =?utf-8?q?" + b"=ff" * 200 + b"?=\nDate: \xff\n\n \n",
    ],
)
def test_a_broken_mail_is_a_problem(data: bytes) -> None:
    assert "mail" in reason(data)
