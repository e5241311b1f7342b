"""RSS and Atom by feedparser: each item that carries its text is a report, the feed is its container."""

import io
import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

import feedparser

from stemma.errors import ReadError
from stemma.model import Note
from stemma.read.dates import normalised
from stemma.read.draft import Draft
from stemma.read.fragment import lines_of_markup
from stemma.text.decode import decode_page, tidy

READER = f"feed.feedparser/{version('feedparser')}"

# What most feeds give is a headline and a summary of a sentence or two; fewer words than these are no report.
_FEWEST_WORDS = 40
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read_feed(data: bytes, name: str) -> Iterator[Draft | Note]:
    """The drafts of the items that carry enough text, and how many don't. Raises `ReadError` where none does."""
    feed = _parsed(data, name)
    container = _line(feed.feed.get("title")) or name
    found = 0
    for item in feed.entries:
        if draft := _draft(item, feed.feed, container):
            found += 1
            yield draft
    short = len(feed.entries) - found
    if not found:
        many = f"none of its {short} items holds a text" if short else "it holds no text"
        raise ReadError(name, f"this feed has no reports: {many} of {_FEWEST_WORDS} words; save its pages instead")
    if short:
        yield Note(input=name, reason=f"{short} of its {short + found} items hold fewer than {_FEWEST_WORDS} words")


def _parsed(data: bytes, name: str) -> Any:
    text = _DECLARATION.sub("", decode_page(data, name))
    # A stream, since a string may be taken for an address or a file name; what markup says is cleaned by us.
    feed = feedparser.parse(
        io.BytesIO(text.encode()),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not feed.get("version") and not feed.entries:
        raise ReadError(
            name, "this XML is neither RSS nor Atom; Stemma reads text, HTML, PDF, JSON lines, feeds and mails"
        )
    return feed


def _draft(item: Any, channel: Any, container: str) -> Draft | None:
    bodies = [content.get("value") or "" for content in item.get("content", ())]
    written = [lines_of_markup(markup) for markup in (*bodies, item.get("summary") or "")]
    lines = max(written, key=lambda lines: sum(map(len, lines)), default=[])
    if not _is_long("\n".join(lines)):
        return None
    authors = tuple(dict.fromkeys(filter(None, (_line(author.get("name")) for author in item.get("authors", ())))))
    url = _address(item.get("link"))
    host = urlsplit(url).hostname if url else None
    return Draft(
        text="\n".join(lines),
        reader=READER,
        url=url,
        outlet=_line((item.get("source") or {}).get("title")) or _outlet(channel, host) or host,
        title=_line(item.get("title")),
        byline=", ".join(authors) or None,
        authors=authors,
        published=_moment(item),
        container=container,
    )


def _is_long(text: str) -> bool:
    """Whether a text has enough words, or as many letters as they have, in scripts without spaces."""
    letters = sum(letter.isalnum() for letter in text)
    return letters >= _FEWEST_WORDS and (len(text.split()) >= _FEWEST_WORDS or letters >= 6 * _FEWEST_WORDS)


def _moment(item: Any) -> str | None:
    """The first time of publication that can be read, with the zone as it is written."""
    return next(
        (found for field in ("published", "created", "updated") if (found := normalised(item.get(field)))), None
    )


def _outlet(channel: Any, host: str | None) -> str | None:
    """The outlet behind a channel: "Morra Gull - World" and "World | Morra Gull" are the Morra Gull's."""
    if publisher := _line((channel.get("publisher_detail") or {}).get("name")):
        return publisher
    parts = re.split(r"\s+[-–—|»>:·•]+\s+", _line(channel.get("title")) or "")
    letters = re.sub(r"\W", "", host or "")
    own = (part for part in parts if re.sub(r"\W|^the\b", "", part.casefold()) in letters)
    return (next(own, None) if letters else None) or parts[0] or None


def _line(value: object) -> str | None:
    """The words of a field, which may be markup, on one line."""
    if not isinstance(value, str):
        return None
    words = " ".join(lines_of_markup(value)) if "<" in value else tidy(value)
    return " ".join(words.split())[:500] or None


def _address(value: object) -> str | None:
    try:
        parts = urlsplit(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return str(value).strip() if parts and parts.scheme in ("http", "https") and parts.hostname else None
