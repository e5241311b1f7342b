"""Elements of a page that its maker calls advertisements or promotion."""

import re

import lxml.etree
import lxml.html

from stemma.lang.page_words import ADVERT_EXCEPTIONS, ADVERT_TOKENS, UNSEEN_TAGS

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Shorter pieces of text are those of menus and buttons, which may outweigh a short article.
_SHORTEST_PROSE = 40


def drop_adverts(tree: lxml.html.HtmlElement) -> None:
    """Take the elements that are called advertisements out of `tree`, unless they hold most of its prose."""
    found: list[tuple[lxml.html.HtmlElement, int]] = []
    opened: list[tuple[lxml.html.HtmlElement, int]] = []
    prose = hidden = 0
    for event, node in lxml.etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            hidden += node.tag in UNSEEN_TAGS
            if _is_advert(node):
                opened.append((node, prose))
            words = node.text
        else:
            hidden -= node.tag in UNSEEN_TAGS
            if opened and opened[-1][0] is node:
                found.append((node, prose - opened.pop()[1]))
            words = node.tail
        size = len(words.strip()) if words and not hidden else 0
        prose += size if size >= _SHORTEST_PROSE else 0
    for node, held in found:
        if 2 * held < prose and node.getparent() is not None:
            node.drop_tree()


def is_advert_name(name: str) -> bool:
    """Whether the name of a class says that what bears it is an advertisement.

    >>> is_advert_name("adSlot"), is_advert_name("headline"), is_advert_name("no-ads")
    (True, False, False)
    """
    tokens = {token.casefold() for token in _TOKEN.findall(name)}
    return not tokens.isdisjoint(ADVERT_TOKENS) and tokens.isdisjoint(ADVERT_EXCEPTIONS)


def _is_advert(node: lxml.html.HtmlElement) -> bool:
    names = " ".join(node.get(attribute) or "" for attribute in ("class", "id", "role"))
    return any(map(is_advert_name, names.split()))
