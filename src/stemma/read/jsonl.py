"""JSON lines, and JSON that holds a report or a list of them; news-please's names for the fields too."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from stemma.errors import ReadError
from stemma.read.dates import normalised
from stemma.read.draft import Draft
from stemma.text.decode import decode, tidy

READER = "jsonl/1"

_TEXT = ("text", "maintext", "body", "content", "articleBody", "article", "description")
_TITLE = ("title", "headline", "title_page")
_OUTLET = ("outlet", "source_domain", "sitename", "site_name", "publisher", "source", "hostname")
_URL = ("url", "link", "canonical_url", "uri")
_PUBLISHED = (
    "published",
    "date_publish",
    "date_published",
    "datePublished",
    "published_at",
    "publication_date",
    "pub_date",
    "date",
)
_RETRIEVED = ("retrieved", "date_download", "fetched", "crawled")
_BYLINE = ("byline", "authors", "author")
_LONGEST_ID = 200


def records_of_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line that isn't blank with its number from 1; None for a line of more than `limit` bytes."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip():
            yield number, line


def record_of(data: bytes, name: str) -> Mapping[str, Any]:
    """The object that one line holds. Raises `ReadError` with `name`."""
    value = _parsed(data, name)
    if not isinstance(value, dict):
        raise ReadError(name, 'this isn\'t a JSON object; each line must be one, with a field "text"')
    return value


def records_of_json(data: bytes, name: str) -> list[Any]:
    """The objects of a JSON file: the one that it is, or those of its list. Raises `ReadError` with `name`."""
    value = _parsed(data, name)
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list) and value:
        return value
    raise ReadError(name, 'this JSON holds no report: it must be an object with a field "text", or a list of these')


def id_of(record: Mapping[str, Any]) -> str | None:
    """The record's own id, on one line."""
    value = record.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        return None
    return " ".join(tidy(str(value)).split())[:_LONGEST_ID] or None


def draft_of(record: Mapping[str, Any], name: str) -> Draft:
    """The draft that a record makes. Raises `ReadError` with `name` where it has no text."""
    text = _first(record, _TEXT, _words)
    if text is None or not any(letter.isalnum() for letter in text):
        raise ReadError(name, 'it has no text; give it in a field "text" or "maintext"')
    url = _first(record, _URL, _line)
    authors = _names(record)
    return Draft(
        text=text,
        reader=READER,
        url=url,
        outlet=_first(record, _OUTLET, _line) or host_of(url),
        title=_first(record, _TITLE, _line),
        byline=", ".join(authors) or None,
        dateline=_line(record.get("dateline")),
        published=_first(record, _PUBLISHED, normalised),
        retrieved=_first(record, _RETRIEVED, normalised),
        authors=authors,
    )


def _parsed(data: bytes, name: str) -> object:
    try:
        return json.loads(decode(data, name))
    except RecursionError:
        raise ReadError(name, "broken JSON: nested too deeply") from None
    except ValueError as error:
        raise ReadError(name, f"broken JSON: {error}") from None


def _first(record: Mapping[str, Any], fields: tuple[str, ...], take: Callable[[Any], str | None]) -> str | None:
    return next((taken for field in fields if (taken := take(record.get(field))) is not None), None)


def _words(value: object) -> str | None:
    return tidy(value) if isinstance(value, str) and value.strip() else None


def _line(value: object) -> str | None:
    """A field's words on one line; publishers come as objects with a name too."""
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(tidy(value).split()) or None if isinstance(value, str) else None


def _names(record: Mapping[str, Any]) -> tuple[str, ...]:
    for field in _BYLINE:
        value = record.get(field)
        found = tuple(name for item in (value if isinstance(value, list) else [value]) if (name := _line(item)))
        if found:
            return found
    return ()


def host_of(url: str | None) -> str | None:
    """The host of an address, if it is one."""
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None
