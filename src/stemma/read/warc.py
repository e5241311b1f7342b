"""Web archives (WARC) by fastwarc, an extra: each page that holds an article is a report, the archive its container."""

import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from stemma.errors import ReadError

MAGIC = b"WARC/"
_GZIP = b"\x1f\x8b"
_BLOCK = 65_536
# Pages pack to a fifth or a tenth of their size, zeros to a thousandth.
_BOMB_BYTES, _BOMB_RATIO = 64 * 1024 * 1024, 200
_PAGES = ("text/html", "application/xhtml+xml")


def is_warc(head: bytes) -> bool:
    """Whether data starts as a web archive does, compressed or not."""
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, len(MAGIC))
        except zlib.error:
            return False
    return head.startswith(MAGIC)


class ArchivedPage(NamedTuple):
    """A page: its address, when it was fetched, and its bytes."""

    url: str | None
    retrieved: str | None
    data: bytes


def pages_of_warc(stream: BinaryIO, name: str, most_bytes: int, most_page_bytes: int) -> Iterator[ArchivedPage]:
    """The pages of a web archive, in their order, each cut behind `most_page_bytes` and one.

    Raises `ReadError` where fastwarc is missing, where the archive is broken, and when it has unpacked `most_bytes`.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise ReadError(name, "reading web archives needs fastwarc: pip install 'stemma-news[warc]'") from None
    unpacked = _Unpacked(stream, name, most_bytes)
    kinds = WarcRecordType.response | WarcRecordType.resource
    try:
        for record in ArchiveIterator(unpacked, record_types=kinds, parse_http=True):
            if _is_page(record):
                data = _payload(record, most_page_bytes)
                yield ArchivedPage(record.headers.get("WARC-Target-URI"), record.headers.get("WARC-Date"), data)
    except (ValueError, OSError, EOFError, zlib.error) as error:
        raise ReadError(name, f"this web archive is broken ({error}); get it again") from None


def _is_page(record: Any) -> bool:
    kind = (record.http_content_type if record.is_http else record.headers.get("Content-Type")) or ""
    if record.is_http and record.http_headers is not None and not 200 <= (record.http_headers.status_code or 200) < 300:
        return False
    return kind.split(";")[0].strip().casefold() in _PAGES


def _payload(record: Any, most: int) -> bytes:
    """The page's bytes, unpacked where it was sent packed, at most one more than `most`.

    fastwarc could unpack too, but gives up the whole archive where one page says that it is packed and isn't.
    """
    data: bytes = record.reader.read(most + 1)
    if not record.is_http or record.http_headers is None:
        return data
    if "chunked" in (record.http_headers.get("Transfer-Encoding") or "").casefold():
        data = _without_chunks(data)
    coding = (record.http_headers.get("Content-Encoding") or "").strip().casefold()
    if coding in ("gzip", "x-gzip", "deflate"):
        return _inflated(data, most)
    return _unbrotlied(data, most) if coding == "br" else data


def _inflated(data: bytes, most: int) -> bytes:
    for wbits in (47, -15):  # gzip or zlib by its head; "deflate" without one
        try:
            return zlib.decompressobj(wbits=wbits).decompress(data, most + 1)
        except zlib.error:
            continue
    return data


def _unbrotlied(data: bytes, most: int) -> bytes:
    import brotli  # comes with fastwarc

    try:
        return bytes(brotli.Decompressor().process(data, output_buffer_limit=most + 1))[: most + 1]
    except brotli.error:
        return data


def _without_chunks(data: bytes) -> bytes:
    """The data of a chunked transfer; archives that undid it already say so all the same."""
    parts, at = [], 0
    while (end := data.find(b"\r\n", at, at + 40)) > 0:
        try:
            size = int(data[at:end].split(b";")[0], 16)
        except ValueError:
            break
        if not size:
            break
        parts.append(data[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts) or data


class _Unpacked(io.RawIOBase):
    """A stream, unpacked member by member where it is gzip, that stops with `ReadError` behind `most` bytes."""

    def __init__(self, stream: BinaryIO, name: str, most: int) -> None:
        self._stream, self._name, self._most = stream, name, most
        self._packed = stream.read(2) == _GZIP
        stream.seek(0)
        self._unpacker: Any = None
        self._waiting = b""
        self._at = self._taken = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, none at the end."""
        data = self._next(size if size > 0 else _BLOCK)
        self._at += len(data)
        if self._at > self._most:
            raise ReadError(
                self._name, f"this web archive unpacks to more than the {self._most:,} bytes that are read; split it"
            )
        if self._at > max(_BOMB_BYTES, _BOMB_RATIO * self._taken):
            raise ReadError(self._name, "this is no web archive but a bomb: it unpacks to hundreds of times its size")
        return data

    def _next(self, size: int) -> bytes:
        if not self._packed:
            data: bytes = self._stream.read(size)
            self._taken += len(data)
            return data
        while True:
            if not self._waiting:
                self._waiting = self._stream.read(_BLOCK)
                self._taken += len(self._waiting)
            if not self._waiting:
                return b""
            self._unpacker = self._unpacker or zlib.decompressobj(wbits=31)
            data = self._unpacker.decompress(self._waiting, size)
            if self._unpacker.eof:
                self._waiting, self._unpacker = self._unpacker.unused_data, None
            else:
                self._waiting = self._unpacker.unconsumed_tail
            if data:
                return data
