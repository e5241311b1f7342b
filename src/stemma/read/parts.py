"""Files that hold many reports: a draft, taken apart where its own marks say so.

Taking apart is conservative. What is told by the marks that databases print (`clippings`), by times under a word like
"live" (`live`), or by numbered headlines in a periodical (`digest`) becomes reports; everything else stays one.
"""

from collections.abc import Callable

from stemma.read.clippings import clippings_of
from stemma.read.digest import items_of
from stemma.read.draft import Draft
from stemma.read.live import entries_of

_WAYS: tuple[Callable[[Draft], list[Draft]], ...] = (clippings_of, entries_of, items_of)


def parts_of(draft: Draft) -> list[Draft]:
    """The reports that `draft` holds; itself, where it is one."""
    return next((parts for way in _WAYS if (parts := way(draft))), [draft])
