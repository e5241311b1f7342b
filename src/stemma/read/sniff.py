"""Which format bytes are in: by what they start with, then by the name of the file."""

import re
from typing import Literal

from stemma.errors import ReadError

Format = Literal["text", "html", "pdf", "json", "jsonl"]

SAMPLE = 65_536

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
    (b"\x89PNG\r\n", "a picture; Stemma reads text, HTML, PDF and JSON lines"),
    (b"\xff\xd8\xff", "a picture; Stemma reads text, HTML, PDF and JSON lines"),
    (b"GIF8", "a picture; Stemma reads text, HTML, PDF and JSON lines"),
    (b"\x7fELF", "a program; Stemma reads text, HTML, PDF and JSON lines"),
    (b"MZ\x90\x00", "a program; Stemma reads text, HTML, PDF and JSON lines"),
    (b"SQLite format 3\x00", "a database; Stemma reads text, HTML, PDF and JSON lines"),
    (b"WARC/", "a web archive, which this version can't read yet; extract its pages first"),
)
_TAR_AT = 257

_NO_REPORTS = frozenset(
    [
        ".css",
        ".js",
        ".mjs",
        ".map",
        ".py",
        ".c",
        ".h",
        ".cpp",
        ".java",
        ".rs",
        ".go",
        ".sh",
        ".bat",
        ".xml",
        ".svg",
        ".csv",
        ".tsv",
        ".yaml",
        ".yml",
        ".toml",
        ".ini",
        ".cfg",
        ".log",
        ".sql",
        ".srt",
        ".vtt",
        ".ics",
        ".lock",
    ]
)
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
}
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FRAGMENT = re.compile(rb"\s*<(?:article|main|section|div|p|h1|title|meta)\b[^>]*>", re.IGNORECASE)
_FEED = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_BOMS = (b"\xef\xbb\xbf",)


def sniff(head: bytes, suffix: str, name: str) -> Format:
    """The format of data that starts with `head`, from a file with `suffix`.

    Raises `ReadError` with `name` for what holds no report, and says what to do.

    >>> sniff(b"%PDF-1.7", ".txt", "a.txt"), sniff(b"Bridge reopens", "", "-")
    ('pdf', 'text')
    """
    start = head.removeprefix(b"\xef\xbb\xbf")
    if not head.strip() and len(head) < SAMPLE:
        raise ReadError(name, "it is empty")
    for magic, what in _REFUSED:
        if head.startswith(magic):
            raise ReadError(name, f"this is {what}")
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        raise ReadError(name, "this is a tar archive; unpack it first")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if _FEED.match(start):
        raise ReadError(name, "this is a news feed, which this version can't read yet; save its pages instead")
    suffix = suffix.casefold()
    if suffix in _NO_REPORTS:
        raise ReadError(name, f"a {suffix} file holds no report; Stemma reads text, HTML, PDF and JSON lines")
    if suffix == ".pdf":
        raise ReadError(name, "its name says PDF, but it isn't one; it may be damaged, get it again")
    if _SUFFIXES.get(suffix) in ("html", "json", "jsonl"):
        return _SUFFIXES[suffix]
    return _by_content(start, suffix)


def _by_content(start: bytes, suffix: str) -> Format:
    wide = start.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    if _MARKUP.match(wide) or (suffix not in _SUFFIXES and _FRAGMENT.match(wide)):
        return "html"
    if _SUFFIXES.get(suffix) == "text":
        return "text"
    if re.match(rb"\s*\{\s*\"", wide):
        return "jsonl"
    return "json" if re.match(rb"\s*\[\s*\{\s*\"", wide) else "text"
