"""Which format bytes are in: by what they start with, then by the name of the file."""

import re
from typing import Literal

from stemma.errors import ReadError
from stemma.lang.file_names import ARCHIVES, NO_REPORTS
from stemma.read.mail import is_mail
from stemma.read.warc import is_warc

Format = Literal["text", "html", "pdf", "json", "jsonl", "feed", "warc", "mail"]

SAMPLE = 65_536

READ = "Stemma reads text, HTML, PDF, JSON lines, feeds, web archives and mails"

_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a zip archive or an office document; unpack it, or save it as PDF or text"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip archive; unpack it first"),
    (b"Rar!\x1a\x07", "a rar archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document; save it as PDF or text"),
    (b"{\\rtf", "a rich text document; save it as plain text"),
    (b"\x89PNG\r\n", f"a picture; {READ}"),
    (b"\xff\xd8\xff", f"a picture; {READ}"),
    (b"GIF8", f"a picture; {READ}"),
    (b"\x7fELF", f"a program; {READ}"),
    (b"MZ\x90\x00", f"a program; {READ}"),
    (b"SQLite format 3\x00", f"a database; {READ}"),
    (b"\x1f\x9d", "a compressed file; unpack it first"),
    (b"\x04\x22\x4d\x18", "an lz4 archive; unpack it first"),
    (b"MSCF\x00\x00\x00\x00", "a cabinet archive; unpack it first"),
    (b"!<arch>\n", "an archive; unpack it first"),
    (b"\x00\x00\x00\x18ftyp", f"a video; {READ}"),
    (b"\x00\x00\x00\x1cftyp", f"a video; {READ}"),
    (b"\x00\x00\x00 ftyp", f"a video; {READ}"),
    (b"ID3\x03", f"a sound; {READ}"),
    (b"ID3\x04", f"a sound; {READ}"),
    (b"OggS\x00", f"a sound; {READ}"),
)
_RIFF = re.compile(rb"RIFF.{4}(?:WEBP|WAVE|AVI )", re.S)
_TAR_AT = 257

_SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".eml": "mail",
}
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FRAGMENT = re.compile(rb"\s*<(?:article|main|section|div|p|h1|title|meta)\b[^>]*>", re.IGNORECASE)
_FEED = re.compile(
    rb"\s*(?:<\?[^>]{0,500}>\s*|<!--.{0,2000}?-->\s*|<!doctype [^\[>]{0,500}(?:\[.{0,20000}?\]\s*)?>\s*)*"
    rb"<(?:rss|feed|rdf:RDF|\w{1,20}:(?:rss|feed))\b",
    re.I | re.S,
)
# The generator that the template of the page names, also as a browser saves it.
_OWN_PAGE = re.compile(rb"<meta\s+name=[\"']?generator[\"']?\s+content=[\"']Stemma ", re.IGNORECASE)
_OWN_WITHIN = 4_096


def sniff(head: bytes, suffix: str, name: str) -> Format:
    """The format of data that starts with `head`, from a file with `suffix`.

    Raises `ReadError` with `name` for what holds no report, and says what to do.

    >>> sniff(b"%PDF-1.7", ".txt", "a.txt"), sniff(b"Bridge reopens", "", "-")
    ('pdf', 'text')
    """
    start = head.removeprefix(b"\xef\xbb\xbf")
    if is_warc(start):
        return "warc"
    _refuse_by_content(head, name)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if is_feed(start):
        return "feed"
    if is_own_page(start):
        raise ReadError(name, "this is a page that Stemma made, no report")
    suffix = suffix.casefold()
    _refuse_by_name(suffix, name)
    if _SUFFIXES.get(suffix) in ("html", "json", "jsonl", "mail"):
        return _SUFFIXES[suffix]
    return _by_content(start, suffix)


def _refuse_by_content(head: bytes, name: str) -> None:
    if not head.strip() and len(head) < SAMPLE:
        raise ReadError(name, "it is empty")
    for magic, what in _REFUSED:
        if head.startswith(magic):
            raise ReadError(name, f"this is {what}")
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        raise ReadError(name, "this is a tar archive; unpack it first")
    if _RIFF.match(head):
        raise ReadError(name, f"this is a picture, a sound or a video; {READ}")


def _refuse_by_name(suffix: str, name: str) -> None:
    if suffix in NO_REPORTS:
        raise ReadError(name, f"a {suffix} file holds no report; {READ}")
    if suffix in ARCHIVES:
        raise ReadError(name, "its name says that this is an archive; unpack it first")
    if suffix == ".pdf":
        raise ReadError(name, "its name says PDF, but it isn't one; it may be damaged, get it again")


def is_feed(start: bytes) -> bool:
    """Whether data starts as RSS or Atom does."""
    return _FEED.match(_narrow(start.removeprefix(b"\xef\xbb\xbf"))) is not None


def is_own_page(start: bytes) -> bool:
    """Whether data starts as a page that Stemma made."""
    wide = _narrow(start)
    return _MARKUP.match(wide) is not None and _OWN_PAGE.search(wide, 0, _OWN_WITHIN) is not None


def _by_content(start: bytes, suffix: str) -> Format:
    wide = _narrow(start)
    if is_mail(wide):
        return "mail"
    if _MARKUP.match(wide) or (suffix not in _SUFFIXES and _FRAGMENT.match(wide)):
        return "html"
    if _SUFFIXES.get(suffix) == "text":
        return "text"
    if re.match(rb"\s*\{\s*\"", wide):
        return "jsonl"
    return "json" if re.match(rb"\s*\[\s*\{\s*\"", wide) else "text"


def _narrow(start: bytes) -> bytes:
    """The start of a text in UTF-16 as its Latin letters in bytes; any other text as it is."""
    return start.replace(b"\x00", b"").lstrip(b"\xff\xfe")
