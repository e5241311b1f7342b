"""Trees in ClearNLP's style, as spaCy's English pipelines give them, turned into Universal Dependencies.

The two differ in the names of relations and in three shapes (Choi and Palmer 2012, "Guidelines for the CLEAR Style
Constituent to Dependency Conversion"; universaldependencies.org):

- a preposition heads its noun or clause: "ran -prep- onto -pobj- rocks" becomes "ran -obl- rocks -case- onto";
- "be" heads what it ascribes: "is -attr- minister" becomes "minister -cop- is", with all else that hangs on "is";
- conjuncts hang on one another in a chain, and each conjunction on the conjunct before it.

What the tree can't tell keeps a near relation: `oprd` and `acomp` under other verbs than "be" become `xcomp`, `neg` and
`quantmod` become `advmod` (UD has `det` for "no"), a preposition without a noun is an `advmod`, names stay `compound`
(UD: `flat`), and "be" with nothing but a place ("was in Rome") stays a head.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

RENAMED = {
    "ROOT": "root",
    "acomp": "xcomp",
    "agent": "obl:agent",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
"""What ClearNLP's relations are called in Universal Dependencies where the shape of the tree is the same."""

_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"})


class Tree(NamedTuple):
    """The heads of the tokens of one sentence, -1 for its root, and their relations to them."""

    heads: list[int]
    relations: list[str]


def is_clear_style(labels: Collection[str]) -> bool:
    """Whether the labels of a pipeline are ClearNLP's."""
    return not {"dobj", "pobj", "nsubjpass", "prep"}.isdisjoint(labels)


def to_universal(heads: Sequence[int], relations: Sequence[str], upos: Sequence[str]) -> Tree:
    """The tree of a sentence in Universal Dependencies.

    >>> to_universal([1, -1, 1, 2], ["nsubj", "ROOT", "prep", "pobj"], ["NOUN", "VERB", "ADP", "NOUN"])
    Tree(heads=[1, -1, 3, 1], relations=['nsubj', 'root', 'case', 'obl'])
    """
    given = _Clear(heads, relations, upos)
    return Tree(*map(list, zip(*map(given.arc, range(len(heads))), strict=True)))


class _Clear:
    """A tree in ClearNLP's style, and which tokens of it change places: linear in their number."""

    def __init__(self, heads: Sequence[int], relations: Sequence[str], upos: Sequence[str]) -> None:
        self._relations = relations
        self._upos = upos
        self._children: list[list[int]] = [[] for _ in heads]
        for token, head in enumerate(heads):
            if head >= 0:
                self._children[head].append(token)
        downwards = [token for token, head in enumerate(heads) if head < 0]
        for token in downwards:
            downwards.extend(self._children[token])
        self._raised = {token: below for token in downwards for below in self._complement(token)}
        """What takes the place of each preposition and each "be"."""
        self._content = list(range(len(heads)))
        """The token that stands for each in the end."""
        for token in reversed(downwards):
            if token in self._raised:
                self._content[token] = self._content[self._raised[token]]
        self._place = list(range(len(heads)))
        """Whose place each token takes."""
        self._clausal = [False] * len(heads)
        self._head = list(heads)
        for token in downwards:
            head = heads[token]
            if self._raised.get(head) == token:
                self._place[token] = self._place[head]
                self._clausal[token] = self._clausal[head] or relations[token] == "pcomp"
            if relations[token] == "conj" and head >= 0 and relations[head] == "conj":
                self._head[token] = self._head[head]
        self._move_conjunctions()

    def _complement(self, token: int) -> list[int]:
        """What a preposition introduces ("out of" counts as one) or "be" ascribes: one token or none."""
        if self._relations[token] in _PREPOSITIONS:
            wanted: tuple[str, ...] = ("pobj", "pcomp", "prep")
        elif self._upos[token] == "AUX":
            wanted = ("attr", "acomp")
        else:
            return []
        found = [child for kind in wanted for child in self._children[token] if self._relations[child] == kind]
        return found[:1]

    def _move_conjunctions(self) -> None:
        for children in self._children:
            joined = [child for child in children if self._relations[child] == "conj"]
            for child in children:
                if self._relations[child] == "cc":
                    behind = bisect_right(joined, child)
                    if behind < len(joined):
                        self._head[child] = joined[behind]

    def arc(self, token: int) -> tuple[int, str]:
        """Head and relation of a token in Universal Dependencies."""
        relation = self._relations[token]
        if token in self._raised:
            if relation not in _PREPOSITIONS:
                return self._content[token], "cop"
            return self._content[token], "mark" if self._relations[self._raised[token]] == "pcomp" else "case"
        top = self._place[token]
        head = self._head[top]
        head = self._content[head] if head >= 0 else -1
        if top != token and self._relations[top] in _PREPOSITIONS:
            return head, self._introduced(top, token, head)
        return head, RENAMED.get(self._relations[top], self._relations[top])

    def _introduced(self, preposition: int, token: int, head: int) -> str:
        nominal = self._upos[head] in _NOMINAL
        if self._clausal[token]:
            return "acl" if nominal else "advcl"
        if self._relations[preposition] == "agent":
            return "obl:agent"
        return "nmod" if nominal else "obl"
