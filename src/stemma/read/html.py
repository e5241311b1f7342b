"""Web pages: the body by trafilatura, what the page says about itself by reading its metadata."""

import logging
from importlib.metadata import version

import lxml.etree
import lxml.html
import trafilatura

from stemma.errors import ReadError
from stemma.read.draft import Draft
from stemma.read.lines import ends_sentence
from stemma.read.page_metadata import metadata_of
from stemma.text.decode import decode_page, tidy

READER = f"html.trafilatura/{version('trafilatura')}"

# A page without an article is a problem that `read` reports in its own words.
for _logger in ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer", "readability"):
    logging.getLogger(_logger).setLevel(logging.CRITICAL)

_NO_ARTICLE = "no article was found in this page; if it shows one in a browser, save its text as .txt"
_SHORTEST_SENTENCE = 30


def read_html(data: bytes, name: str) -> Draft:
    """The draft of a web page: its paragraphs, one a line. Raises `ReadError` where it holds no article."""
    tree = _parsed(decode_page(data, name), name)
    told = metadata_of(tree)
    text = _body(tree, name)
    return Draft(
        text=text,
        reader=READER,
        url=told.url,
        outlet=told.outlet,
        title=told.title,
        byline=", ".join(told.authors) or None,
        published=told.published,
        authors=told.authors,
    )


def _parsed(text: str, name: str) -> lxml.html.HtmlElement:
    # Without huge_tree libxml2 stops at 256 elements inside each other, so that no page can exhaust the stack.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=False)
    try:
        tree = lxml.html.document_fromstring(text.encode(), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        raise ReadError(name, _NO_ARTICLE) from None
    return tree


def _is_prose(line: str) -> bool:
    """Whether a line is more than a name or a menu: a sentence, which scripts without spaces write in fewer letters."""
    return ends_sentence(line) and len(line) >= (_SHORTEST_SENTENCE if " " in line else _SHORTEST_SENTENCE // 3)


def _body(tree: lxml.html.HtmlElement, name: str) -> str:
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
        found = None
    text = tidy(found or "")
    lines = [line.strip() for line in text.split("\n")]
    text = "\n".join(line for line in lines if line)
    if not any(_is_prose(line) for line in text.split("\n")):
        raise ReadError(name, _NO_ARTICLE)
    return text
