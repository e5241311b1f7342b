"""A name in a report, as the annotators of names hand it on."""

from typing import NamedTuple

from stemma.model import MentionKind
from stemma.text.gazetteer import Known

POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
LONGEST = 12
"""Words of the longest name; bounds every walk to the left or right."""


class Named(NamedTuple):
    """A name at tokens `[first, after)`; `known` is its line in the table of names."""

    first: int
    after: int
    kind: MentionKind
    known: Known | None = None
