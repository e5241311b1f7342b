"""A proposal for an attribution, in tokens of the parse: what rules hand on to each other before there are spans."""

from typing import NamedTuple

from stemma.text.engine import Run

GOES_ON = "goes on without a source"
"""The reason by which a quotation is its predecessor's."""


class Said(NamedTuple):
    """Who said what, in tokens. `content` is sorted and disjoint; it is empty while a quotation is looked for.

    `head` is the word that holds the cue (a verb, a noun, "according") or -1 where punctuation alone reports;
    `antecedent` is what a relative pronoun in `source` stands for, and `via` through whom the words came.
    """

    head: int
    cue: Run | None
    source: Run | None
    content: tuple[Run, ...]
    because: tuple[str, ...]
    negated: bool = False
    quotes: bool = False
    """Whether the cue may report a quotation beside it."""
    nobody: bool = False
    """Whether the sentence leaves out who speaks, so that no phrase beside the cue may stand in."""
    root: int = -1
    """The head of the clause that is content, where the cue has one."""
    unhappened: str = ""
    """Why it may not have been said at all, as in "will say"."""
    antecedent: Run | None = None
    via: Run | None = None
