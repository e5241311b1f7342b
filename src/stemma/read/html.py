"""Web pages: the body by trafilatura, what the page says about itself by reading its metadata."""

import logging
from collections.abc import Sequence
from importlib.metadata import version

import lxml.etree
import lxml.html
import trafilatura

from stemma.errors import ReadError
from stemma.read.adverts import drop_adverts
from stemma.read.clippings import clippings_of, is_export
from stemma.read.draft import Draft
from stemma.read.fragment import lines_of_tree, parsed_page
from stemma.read.lines import ends_sentence
from stemma.read.page_metadata import metadata_of
from stemma.text.decode import decode_page, tidy

READER = f"html.trafilatura/{version('trafilatura')}"

# A page without an article is a problem that `read` reports in its own words.
for _logger in ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer", "readability"):
    logging.getLogger(_logger).setLevel(logging.CRITICAL)

_NO_ARTICLE = "no article was found in this page; if it shows one in a browser, save its text as .txt"
_SHORTEST_SENTENCE = 30
_FEWEST_WORDS = 5
# A page that shows less than half of the text that it carries is a stub before a wall, or is filled by a script.
_STUB = 2


def read_html(data: bytes, name: str) -> Draft:
    """The draft of a web page: its paragraphs, one a line. Raises `ReadError` where it holds no article."""
    return _article(_parsed(decode_page(data, name), name), name)


def read_page(data: bytes, name: str) -> list[Draft]:
    """The drafts that a web page makes: one for each entry of a live blog, else one of its article.

    An export of a clipping database comes whole, as one draft with a line for each block.
    """
    page = decode_page(data, name)
    tree = _parsed(page, name)
    if is_export(page) and clippings_of(plain := Draft(text="\n".join(lines_of_tree(tree)), reader="html/1")):
        return [plain]
    return _entries(tree) or [_article(tree, name)]


def _parsed(text: str, name: str) -> lxml.html.HtmlElement:
    try:
        return parsed_page(text)
    except ValueError:
        raise ReadError(name, _NO_ARTICLE) from None


def _article(tree: lxml.html.HtmlElement, name: str) -> Draft:
    told = metadata_of(tree)
    drop_adverts(tree)
    return Draft(
        text=_body(tree, told.body, name),
        reader=READER,
        url=told.url,
        outlet=told.outlet,
        title=told.title,
        byline=", ".join(told.authors) or None,
        published=told.published,
        authors=told.authors,
    )


def _entries(tree: lxml.html.HtmlElement) -> list[Draft]:
    """The entries that a live blog lists in its structured data, oldest first; none if fewer than two."""
    page = metadata_of(tree)
    entries = [entry for entry in page.entries if sum(len(line.split()) for line in entry.body) >= _FEWEST_WORDS]
    if len(entries) < 2:
        return []
    return [
        Draft(
            text="\n".join(entry.body),
            reader=f"{READER}+live/1",
            url=entry.url or page.url,
            outlet=page.outlet,
            title=entry.title,
            byline=", ".join(entry.authors or page.authors) or None,
            published=entry.published or page.published,
            authors=entry.authors or page.authors,
            container=page.title or "live blog",
        )
        for entry in sorted(entries, key=lambda entry: entry.published or "")
    ]


def _is_prose(line: str) -> bool:
    """Whether a line is more than a name or a menu: a sentence, which scripts without spaces write in fewer letters."""
    long = len(line) >= (_SHORTEST_SENTENCE if " " in line else _SHORTEST_SENTENCE // 3)
    return long and ends_sentence(line) and any(letter.isalnum() for letter in line)


def _body(tree: lxml.html.HtmlElement, told: Sequence[str], name: str) -> str:
    """The paragraphs of the page's article; those of its data where it shows a stub or none."""
    lines = [stripped for line in _extracted(tree).split("\n") if (stripped := line.strip())]
    if len(lines) == 1:
        lines = _split_by_blocks(lines[0], lines_of_tree(tree))
    shown, held = sum(map(len, lines)), sum(map(len, told))
    if held > _STUB * shown or (len(lines) == 1 < len(told) and held >= 0.9 * shown):
        lines = list(told)
    if not any(map(_is_prose, lines)):
        raise ReadError(name, _NO_ARTICLE)
    return "\n".join(lines)


def _split_by_blocks(text: str, blocks: Sequence[str]) -> list[str]:
    """`text` as the blocks of the page that it runs together, as the extractor does with short pages."""
    parts, at = [], 0
    for block in blocks:
        if text.startswith(block, at):
            parts.append(block)
            at += len(block) + 1
    return parts if at >= len(text) else [text]


def _extracted(tree: lxml.html.HtmlElement) -> str:
    try:
        found = trafilatura.extract(
            tree,
            output_format="txt",
            include_comments=False,
            include_tables=True,
            include_images=False,
            include_links=False,
            include_formatting=False,
            deduplicate=False,
            with_metadata=False,
        )
    except (lxml.etree.LxmlError, RecursionError, ValueError, TypeError, AttributeError):
        # What broken markup raises inside of the extractor; the page is named, the others go on.
        return ""
    return tidy(found or "")
