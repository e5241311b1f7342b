"""Markup that is no whole page: the items of feeds, the bodies of mails and exports, as lines of text."""

import re
from collections.abc import Iterator

import lxml.etree
import lxml.html

from stemma.lang.page_words import BLOCK_TAGS, UNSEEN_TAGS
from stemma.text.decode import tidy

_DEEPEST = 256
# libxml2 compares each attribute of a tag with all before it. Tags of this many characters carry pictures or an attack.
_LONGEST_TAG = 50_000
_TAG = re.compile(r"""<(?P<name>[a-z][a-z0-9:-]*+)(?:[^<>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+>""", re.I)


def parsed_page(text: str) -> lxml.html.HtmlElement:
    """The tree of `text`. Raises `ValueError` where there is none.

    libxml2 stops at 256 elements inside each other, so that no page can exhaust the stack, and what works on the tree
    takes time by its depth. A page that is deeper for its wrappers alone, which say nothing, loses them instead.
    """
    data = _TAG.sub(_without_attributes, text).encode()
    tree, parser = _parsed(data, huge=False)
    if any(error.type == lxml.etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        deep, _ = _parsed(data, huge=True)
        _unwrap(deep)
        return deep if _depth(deep) <= _DEEPEST else tree
    return tree


def _without_attributes(tag: re.Match[str]) -> str:
    """The tag, without its attributes where it is too long."""
    return tag[0] if len(tag[0]) <= _LONGEST_TAG else f"<{tag['name']}>"


def _unwrap(tree: lxml.html.HtmlElement) -> None:
    """Take out the elements that hold nothing but one other."""
    for node in list(tree.iter("div", "section", "span", "center", "font")):
        alone = len(node) == 1 and not (node.text or "").strip() and not (node[0].tail or "").strip()
        if alone and node.getparent() is not None:
            node.drop_tag()


def _depth(tree: lxml.html.HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _parsed(data: bytes, *, huge: bool) -> tuple[lxml.html.HtmlElement, lxml.html.HTMLParser]:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=huge)
    try:
        return lxml.html.document_fromstring(data, parser=parser), parser
    except (lxml.etree.LxmlError, AssertionError) as error:
        raise ValueError(str(error)) from None


def lines_of_markup(markup: str) -> list[str]:
    """What a reader sees of `markup`, a line for each block, without blank ones.

    >>> lines_of_markup("<p>The bridge&nbsp;is <b>open</b>.</p>It rained.<script>x()</script>")
    ['The bridge is open.', 'It rained.']
    """
    try:
        tree = parsed_page(f"<div>{markup}</div>")
    except ValueError:
        return []
    return lines_of_tree(tree)


def lines_of_tree(tree: lxml.html.HtmlElement) -> list[str]:
    """What a reader sees of a tree, a line for each block, without blank ones."""
    lines = [" ".join(line.split()) for line in tidy("".join(_pieces(tree))).split("\n")]
    return [line for line in lines if line]


def _pieces(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The words of a tree in their order, line ends only where blocks begin or end."""
    hidden = kept = 0
    for event, node in lxml.etree.iterwalk(tree, events=("start", "end", "comment")):
        if event == "comment":
            if not hidden:
                yield _plain(node.tail, kept)
            continue
        name = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            hidden += name in UNSEEN_TAGS
            kept += name == "pre"
            if not hidden:
                yield "\n" if name in BLOCK_TAGS else ""
                yield _plain(node.text, kept)
        else:
            hidden -= name in UNSEEN_TAGS
            kept -= name == "pre"
            if not hidden:
                yield "\n" if name in BLOCK_TAGS else ""
                yield _plain(node.tail, kept)


def _plain(words: str | None, kept: int) -> str:
    """`words` with each run of blanks as one, unless line ends are kept."""
    if not words or kept:
        return words or ""
    return " ".join(f"|{words}|".split())[1:-1]
