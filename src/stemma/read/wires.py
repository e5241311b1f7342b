"""Agencies recognised in the words of credits."""

import re
from collections.abc import Iterator

from stemma.lang.agencies import AGENCIES, NAMELESS, Agency
from stemma.read.dates import is_stamp

BY_ALIAS: dict[str, Agency] = {alias: agency for agency in AGENCIES for alias in agency.aliases}
_BY_FOLDED = {alias.casefold(): agency for alias, agency in BY_ALIAS.items()}
ANY_NAME = "|".join(re.escape(alias) for alias in sorted(BY_ALIAS, key=len, reverse=True))

# "REUTERS/Jane Doe" names a photographer.
NAMED = re.compile(rf"(?<![\w@/.-])(?P<name>{ANY_NAME})(?![\w@]|[.-]\w|\s?/\s?[A-Z][a-z])")
_LISTED = re.compile(rf"(?<!\w)(?P<name>{ANY_NAME})(?!\w)")
_LISTED_ANY_CASE = re.compile(_LISTED.pattern, re.IGNORECASE)

_LEAD_IN = re.compile(
    r"\W*(?:(?:news |story |text |article )?sources?\s*:|via\b\s*:?|with\b|from\b\s*:?|by\b|agencies\s*:)\s*",
    re.IGNORECASE,
)
_EDITOR = re.compile(r"\bedit(?:or|ed by)\s*:?\s*[\w .]{2,30}$", re.IGNORECASE)
_GLUE = re.compile(r"[\W_]|\b(?:and|the)\b", re.IGNORECASE)
# "jm/dm (AFP)": the initials of those at the desk.
_DESK = re.compile(r"[a-z]{2,3}(?:/[a-z]{2,3})*\s*(?=[(\[])")
_LONGEST = 160


def agency_called(name: str) -> Agency | None:
    """The agency with this name or alias, in any case, or None.

    >>> agency_called("the associated press").name
    'Associated Press'
    """
    return _BY_FOLDED.get(name.casefold().removeprefix("the ").strip())


def listed_agencies(text: str) -> list[tuple[int, int, Agency]]:
    """The agencies of a text that holds nothing but them, a stamp, initials and the like, with their places; else none.

    >>> [agency.name for _, _, agency in listed_agencies("jm/dm (AFP, dpa)")]
    ['Agence France-Presse', 'Deutsche Presse-Agentur']
    >>> listed_agencies("Officials told AFP")
    []
    """
    # "From Yonhap:" leads to a quotation.
    if len(text) > _LONGEST or text.endswith(":"):
        return []
    lead = _LEAD_IN.match(text)
    start = lead.end() if lead else 0
    for pattern in (_LISTED, _LISTED_ANY_CASE):
        found = list(pattern.finditer(text, start))
        # In any case only lists: "aa" and "pa" are words.
        if not found or (pattern is _LISTED_ANY_CASE and len(found) < 2):
            continue
        if _is_glue(pattern.sub(" ", _EDITOR.sub("", _DESK.sub("", text[start:], count=1))).strip()):
            return [(match.start(), match.end(), _BY_FOLDED[match["name"].casefold()]) for match in found]
    return []


def names_in(text: str) -> Iterator[tuple[int, int, Agency]]:
    """Every agency of a list such as that of a dateline's brackets, in any case, with its place."""
    for match in _LISTED_ANY_CASE.finditer(text):
        yield match.start(), match.end(), _BY_FOLDED[match["name"].casefold()]


def _is_glue(rest: str) -> bool:
    bare = " ".join(word for word in _GLUE.sub(" ", rest).split() if word.casefold() not in NAMELESS)
    return not bare or is_stamp(rest.strip(" |()[],-–—"))
