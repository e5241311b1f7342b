"""Agencies that no table lists, told by the form of a credit alone: "(NPA)" in a dateline, "Northern Press Agency".

Forms say less than names, so they count for less: initials only between a place and a dash, or behind the last full
stop; words only in the set sentences of a credit, and only where they end as agencies' names do.
"""

import re
from collections.abc import Iterable

from stemma.lang.agencies import NO_WIRES

_INITIALS = re.compile(r"[A-Z]{3,6}")
_NAME = re.compile(
    r"\b(?:(?!The\b)[A-Z][\w’'-]+ ){1,3}"
    r"(?:Press Agency|News Agency|Press Association|Press Trust|Wire Service|News Service|Newswire)\b"
)


def is_wire_by_form(names: str) -> bool:
    """Whether what stands in the brackets of a dateline has the form of an agency's initials.

    >>> is_wire_by_form("NPA"), is_wire_by_form("Dispatches"), is_wire_by_form("USA")
    (True, False, False)
    """
    return _INITIALS.fullmatch(names) is not None and names not in NO_WIRES


def names_by_form(words: str) -> list[str]:
    """What is written as the full name of an agency.

    >>> names_by_form("Ann Roe and the Northern Press Agency")
    ['Northern Press Agency']
    """
    return _NAME.findall(words)


def spelled_out(initials: str, lines: Iterable[str]) -> str:
    """The full name that the report itself gives for these initials, else the initials.

    >>> spelled_out("NPA", ["Witnesses told Northern Press Agency that the bridge is open."])
    'Northern Press Agency'
    """
    for line in lines:
        for name in names_by_form(line):
            if "".join(word[0] for word in name.split()) == initials:
                return name
    return initials
