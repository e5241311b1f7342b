"""What a web page says about itself: JSON-LD, meta elements, address, heading."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import lxml.html

from stemma.read.dates import normalised
from stemma.read.fragment import lines_of_markup
from stemma.text.decode import tidy

_ARTICLES = ("newsarticle", "article", "blogposting", "liveblogposting", "report", "webpage")
_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "ptime",
    "article.published",
    "rnews:datepublished",
    "date",
    "article_date_original",
    "cxenseparse:recs:publishtime",
)
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "cre", "twitter:site")
_TITLE = ("og:title", "twitter:title", "dc.title", "headline", "title")
_AUTHOR = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "creator", "authors")
_URL = ("og:url", "twitter:url")
_SEPARATORS = re.compile(r"\s+[-–—|·•:»]+\s+|\s*[|»]\s*")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_MARKED_DATES = (
    "//*[@itemprop='datePublished' or @pubdate or (self::abbr and contains(@class, 'published'))"
    " or (self::time and (ancestor::article or ancestor::main or ancestor::header))]"
)
_JSON_START = re.compile(r"[\[{]")
_MOST_BROKEN = 4
_LONGEST_SCRIPT = 2_000_000
_MOST_NODES = 2_000
_LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page says about itself, each field as far as it says it.

    `body` are the paragraphs of its structured data, `entries` what a live blog lists there.
    """

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    entries: tuple["PageMetadata", ...] = ()


def metadata_of(tree: lxml.html.HtmlElement) -> PageMetadata:
    """What the page with this tree says about itself; structured data comes before meta elements."""
    article = _article(tree)
    metas = _metas(tree)
    url = _url(tree, article, metas)
    outlet = _outlet(article, metas) or (urlsplit(url).hostname if url else None)
    return PageMetadata(
        url=url,
        outlet=outlet,
        title=_title(tree, article, metas, outlet),
        published=_published(tree, article, metas),
        authors=_authors(tree, article, metas),
        body=_body(article),
        entries=_entries(article),
    )


def without_outlet(title: str, outlet: str | None) -> str:
    """`title` without the outlet's name at either end: "Outlet - Headline", "Headline | Outlet".

    >>> without_outlet("Daily Gull - Bridge reopens", "The Daily Gull")
    'Bridge reopens'
    """
    parts = [part for part in _SEPARATORS.split(title) if part.strip()]
    if not outlet or len(parts) < 2:
        return title
    for at_start, part in ((True, parts[0]), (False, parts[-1])):
        if _same_name(part, outlet):
            cut = title.partition(part)[2] if at_start else title.rpartition(part)[0]
            return cut.strip(" -–—|·•:»") or title
    return title


def _same_name(a: str, b: str) -> bool:
    return _letters(a) == _letters(b) and bool(_letters(a))


def _letters(name: str) -> str:
    name = re.sub(r"^(?:the|www\.)\s*|\.(?:com|org|net|co\.\w\w)$", "", name.strip().casefold())
    return re.sub(r"[\W_]", "", name)


def _article(tree: lxml.html.HtmlElement) -> Mapping[str, Any]:
    """The JSON-LD object of the article: the first of the kinds that are most surely one."""
    found: dict[str, Mapping[str, Any]] = {}
    for script in tree.iterfind(".//script[@type]"):
        source = script.text or ""
        if "ld+json" not in script.get("type").casefold() or len(source) > _LONGEST_SCRIPT:
            continue
        for node in (node for value in _values(source) for node in _nodes(value)):
            for kind in _kinds(node):
                found.setdefault(kind, node)
    return next((found[kind] for kind in _ARTICLES if kind in found), {})


def _values(source: str) -> Iterator[object]:
    """The JSON values of a script, which some pages wrap in comments or write one after the other."""
    decoder = json.JSONDecoder(strict=False)
    at = broken = 0
    while broken < _MOST_BROKEN and (start := _JSON_START.search(source, at)):
        try:
            value, at = decoder.raw_decode(source, start.start())
            yield value
        except (ValueError, RecursionError):
            at, broken = start.end(), broken + 1


def _nodes(value: object) -> Iterator[Mapping[str, Any]]:
    """The objects in a JSON-LD value that may be an article: itself, its list, its graph, its main entity."""
    waiting = [value]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in ("@graph", "mainEntity") if key in node)


def _body(article: Mapping[str, Any]) -> tuple[str, ...]:
    """The paragraphs of an article's structured data, which come as markup or as plain lines."""
    told = article.get("articleBody")
    if not isinstance(told, str):
        return ()
    if re.search(r"<\w+[^<>]*>", told):
        return tuple(lines_of_markup(told))
    lines = (" ".join(line.split()) for line in tidy(unescape(told)).split("\n"))
    return tuple(line for line in lines if line)


def _entries(article: Mapping[str, Any]) -> tuple[PageMetadata, ...]:
    updates = article.get("liveBlogUpdate")
    nodes = updates[:_MOST_NODES] if isinstance(updates, list) else [updates]
    return tuple(
        PageMetadata(
            url=url if (url := _line(node.get("url"))) and _is_web(url) else None,
            title=_line(node.get("headline")),
            published=normalised(node.get("datePublished")),
            authors=tuple(_names(node.get("author"))),
            body=_body(node),
        )
        for node in nodes
        if isinstance(node, dict)
    )


def _kinds(node: Mapping[str, Any]) -> Iterator[str]:
    """What a node says that it is: "ReportageNewsArticle", and so an "article" too."""
    kinds = node.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str):
            name = kind.casefold().rpartition("/")[2]
            yield name
            if name.endswith("newsarticle"):
                yield "newsarticle"
            elif name.endswith("article"):
                yield "article"


def _metas(tree: lxml.html.HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in tree.iterfind(".//meta"):
        content = _line(meta.get("content"))
        for attribute in ("property", "name", "itemprop"):
            if content and (key := meta.get(attribute)):
                metas.setdefault(key.strip().casefold(), []).append(content)
    return metas


def _line(value: object) -> str | None:
    return " ".join(tidy(value).split())[:_LONGEST] or None if isinstance(value, str) else None


def _first(metas: Mapping[str, list[str]], names: Iterable[str]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _url(tree: lxml.html.HtmlElement, article: Mapping[str, Any], metas: Mapping[str, list[str]]) -> str | None:
    canonical = [link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")]
    saved = [
        match[1]
        for comment in tree.xpath("//comment()[contains(., 'saved from url=')]")
        if (match := _SAVED_FROM.search(comment.text or ""))
    ]
    for candidate in (*canonical, _first(metas, _URL), *saved, article.get("url")):
        url = _line(candidate)
        if url and _is_web(url):
            return url
    return None


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _outlet(article: Mapping[str, Any], metas: Mapping[str, list[str]]) -> str | None:
    publisher = _names(article.get("publisher"))
    found = publisher[0] if publisher else _first(metas, _OUTLET)
    return found.removeprefix("@") if found else None


def _title(
    tree: lxml.html.HtmlElement, article: Mapping[str, Any], metas: Mapping[str, list[str]], outlet: str | None
) -> str | None:
    headings = [_line(heading.text_content()) for heading in tree.iterfind(".//h1")]
    heading = headings[0] if len(headings) == 1 else None
    page = _line(tree.findtext(".//title"))
    title = _line(article.get("headline")) or _first(metas, _TITLE) or heading or page
    if title is None:
        return None
    # The heading tells what part of a compound title is the headline, even where no outlet is known.
    if heading and heading != title and heading in title and _SEPARATORS.search(title):
        return heading
    return without_outlet(title, outlet)


def _published(tree: lxml.html.HtmlElement, article: Mapping[str, Any], metas: Mapping[str, list[str]]) -> str | None:
    parsely = next(_values(_first(metas, ("parsely-page",)) or ""), None)
    told = [article.get("datePublished"), *(value for name in _PUBLISHED for value in metas.get(name, ()))]
    told += [parsely.get("pub_date")] if isinstance(parsely, dict) else []
    marked = [
        node.get("datetime") or node.get("content") or node.get("title") for node in tree.xpath(_MARKED_DATES)[:5]
    ]
    dates = [found for value in (*told, *marked) if (found := normalised(value))]
    if not dates:
        return None
    return next((date for date in dates if _is_with_zone(date, dates[0])), dates[0])


def _is_with_zone(date: str, first: str) -> bool:
    """Whether `date` has a zone and may be the moment of `first`, which has none: its day or its clock time."""
    moment = datetime.fromisoformat(date)
    if moment.tzinfo is None or date == first:
        return moment.tzinfo is not None
    if len(first) == len("2018-01-02"):
        return date.startswith(first)
    other = datetime.fromisoformat(first)
    apart = abs(moment.replace(tzinfo=None) - other.replace(tzinfo=None))
    return other.tzinfo is None and apart <= timedelta(hours=14) and apart.seconds % (15 * 60) == 0


def _authors(
    tree: lxml.html.HtmlElement, article: Mapping[str, Any], metas: Mapping[str, list[str]]
) -> tuple[str, ...]:
    names = _names(article.get("author")) or [name for key in _AUTHOR for name in metas.get(key, ())]
    if not names:
        marked = tree.xpath("//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')]")[:3]
        names = [name for node in marked if (name := _line(node.text_content())) and len(name) <= 120][:1]
    bare = [re.sub(r"^by:?\s+", "", name, flags=re.IGNORECASE) for name in names if not name.startswith(("http", "/"))]
    return tuple(dict.fromkeys(bare))


def _names(value: object) -> list[str]:
    found = []
    for item in value if isinstance(value, list) else [value]:
        if name := _line(item.get("name") if isinstance(item, dict) else item):
            found.append(name)
    return found
