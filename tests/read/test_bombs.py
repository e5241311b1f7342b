"""What is small on disk and huge when it is read, in sizes that a test can afford; `benchmarks/fuzz.md` has all."""

import gzip
import io
import tracemalloc
import zlib

import pytest

from stemma.model import Problem
from stemma.read import ReadSettings, read

MEGABYTE = 1_000_000


def reason(data: bytes, using: ReadSettings | None = None) -> str:
    [found] = read(["-"], using, stdin=io.BytesIO(data))
    assert isinstance(found, Problem), found
    return found.reason


def archive_of_zeros(megabytes: int) -> bytes:
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://gull.example/\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" % (megabytes * MEGABYTE)
    )
    packer = zlib.compressobj(9, wbits=31)
    zeros = b"\0" * MEGABYTE
    return packer.compress(head) + b"".join(packer.compress(zeros) for _ in range(megabytes)) + packer.flush()


def pdf_of_empty_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (page + 3) for page in range(count))
    pages = b"".join(b"%d 0 obj<</Type/Page/Parent 2 0 R>>endobj\n" % (page + 3) for page in range(count))
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count "
        + str(count).encode()
        + b"/Kids["
        + kids
        + b"]>>endobj\n"
        + pages
        + b"trailer<</Root 1 0 R>>\n%%EOF"
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (gzip.compress(b"\0" * 50 * MEGABYTE), "gzip archive; unpack it first"),
        (archive_of_zeros(200), "bomb"),
        (pdf_of_empty_pages(6_000), "6000 pages, more than the 5000"),
        (
            b"<html><body>" + b"<div>" * 100_000 + b"The bridge over the Morra was opened again, it is said.",
            "no article",
        ),
        (
            b"<html><body><p>" + b"<b>" * 100_000 + b"The bridge over the Morra was opened again, it is said.",
            "no article",
        ),
        (b'[{"text": ' + b"[" * MEGABYTE, "nested too deeply"),
        (b"<rss><channel><item><description>" + b"<a>" * 10_000, "40 words"),
        (
            b"From: a\nSubject: b\nMIME-Version: 1.0\n"
            + b"".join(b"Content-Type: multipart/mixed; boundary=x%d\n\n--x%d\n" % (n, n) for n in range(2_000)),
            "mail",
        ),
    ],
    ids=[
        "gzip",
        "web archive",
        "pages",
        "nested blocks",
        "nested letters",
        "nested JSON",
        "nested feed",
        "nested mail",
    ],
)
def test_bombs_are_refused_in_words(data: bytes, says: str) -> None:
    assert says in reason(data)


def test_a_web_archive_is_never_unpacked_as_a_whole() -> None:
    data = archive_of_zeros(100)
    using = ReadSettings(max_html_bytes=MEGABYTE)
    assert reason(data, using)
    tracemalloc.start()
    try:
        assert reason(data, using)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20 * MEGABYTE


@pytest.mark.parametrize("field", ["max_bytes", "max_feed_bytes"])
def test_a_feed_has_its_own_bound(field: str) -> None:
    data = b"<rss><channel>" + b"<item></item>" * 100
    assert "more than the 1,000" in reason(data, ReadSettings(**{field: 1_000}))
