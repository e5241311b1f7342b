"""What a language engine gives, whichever one it is: `Engine`, and the `Parse` of one text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from stemma.model import Span

NameKind = Literal["PERSON", "ORG", "PLACE"]


class Run(NamedTuple):
    """Neighbouring tokens: `[first, after)`, as indices into the columns of one `Parse`."""

    first: int
    after: int


class Name(NamedTuple):
    """The proper name of a person, an organisation or a place: tokens `[first, after)` of one sentence."""

    first: int
    after: int
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Parse:
    """One text, analysed: columns with an item for each token, and runs of tokens.

    Tokens are sorted and disjoint, and lie inside of the paragraphs that were asked for. `spans` are their places in
    the text. `upos` and `relations` are Universal Dependencies' (version 2), `xpos` the Penn Treebank's, `feats` UD's
    features in their usual form ("Number=Sing|Person=3") or "". `heads` holds indices of tokens, -1 for the root of a
    sentence; each sentence is a tree with one root. `sentences` cover all tokens in order.

    `cues`, `sources` and `contents` are the tagger's proposals for attributions: words that report, who is said to
    speak, and what. They are evidence for rules, not yet attributions. `vectors` are the meanings of the sentences: one
    row each, of length 1, or of length 0 where an engine has none. `words` are the meanings of the tokens where they
    stand, a row each, so that the sum of some is what they mean together; no row at all where an engine has none.
    """

    spans: tuple[Span, ...]
    sentences: tuple[Run, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[Name, ...]
    cues: tuple[Run, ...]
    sources: tuple[Run, ...]
    contents: tuple[Run, ...]
    vectors: NDArray[np.float32]
    words: NDArray[np.float16] = field(default_factory=lambda: np.zeros((0, 0), np.float16))

    def __len__(self) -> int:
        return len(self.spans)


class Engine(Protocol):
    """Reads running text of one language."""

    @property
    def identity(self) -> str:
        """Which engine this is and of which version, as it is recorded with what was found."""
        ...

    @property
    def language(self) -> str:
        """The ISO 639-1 code of the language that it reads."""
        ...

    def parse(self, text: str, paragraphs: Sequence[Span]) -> Parse:
        """Analyse the `paragraphs` of `text`, which are sorted and disjoint; no sentence leaves its paragraph.

        Line ends inside of a paragraph are white space like any other. The same text gives the same parse, whatever was
        read before. Takes time linear in the length of the text, and memory that grows with the result alone.
        """
        ...
