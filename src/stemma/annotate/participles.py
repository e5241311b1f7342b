"""Participles of saying that follow a clause: "she said it sank, adding that all were safe".

A parser hangs them on the nearest verb, often one of the content. Who speaks is whoever speaks before, or the subject
of the clause that the participle follows; what it says is no part of what was said before.
"""

from collections.abc import Iterable

from stemma.annotate.said import Said
from stemma.annotate.sources import nominal
from stemma.annotate.tree import NOMINAL, SUBJECTS, Tree, without
from stemma.text.engine import Run

_BREAKS = frozenset((",", "-", "--", "—", "–"))
_FAR = 80
"""Tokens from a participle back to the subject of its clause."""
_CLAUSES = frozenset(("root", "conj", "parataxis"))


def with_participles(tree: Tree, found: Iterable[Said]) -> list[Said]:
    """`found`, sorted by cues, with the sources of participles that follow a clause."""
    said: list[Said] = []
    main: int | None = None
    for s in found:
        if main is not None and tree.sentence[said[main].head] != tree.sentence[s.head]:
            main = None
        if (comma := _comma_before(tree, s)) is None:
            if tree.parse.xpos[s.head] != "VBG" and s.source is not None:
                main = len(said)
            said.append(s)
        elif main is not None:
            said[main] = _cut(tree, said[main], comma)
            said.append(s._replace(source=said[main].source, antecedent=said[main].antecedent))
        else:
            said.append(s._replace(source=_subject_before(tree, comma, s.head) or s.source))
    return said


def _comma_before(tree: Tree, said: Said) -> int | None:
    """The comma that sets off a participle from the clause before it."""
    at = said.head
    if tree.parse.xpos[at] != "VBG" or tree.kid(at, "aux", "cop") is not None:
        return None
    before = at - 1
    while before >= 0 and tree.parse.upos[before] in ("ADV", "PART") and at - before < 3:
        before -= 1
    bounds = tree.bounds(at)
    if any(k > before for k in tree.kids(at, *SUBJECTS)):
        return None
    return before if before > bounds.first and tree.words[before] in _BREAKS else None


def _cut(tree: Tree, said: Said, comma: int) -> Said:
    """An attribution whose content ends before the comma of a participle."""
    end = Run(comma, tree.bounds(comma).after)
    runs = [run for piece in said.content for run in without(piece, [end] if piece.first < comma else [])]
    runs = [run for run in map(tree.trimmed, runs) if run.first < run.after]
    return said._replace(content=tuple(runs)) if runs else said


def _subject_before(tree: Tree, comma: int, participle: int) -> Run | None:
    """The subject of the last main clause before a comma."""
    relations = tree.parse.relations
    for at in range(comma - 1, max(tree.bounds(comma).first, comma - _FAR) - 1, -1):
        head = tree.parse.heads[at]
        if relations[at] in SUBJECTS and relations[head] in _CLAUSES and tree.parse.upos[at] in NOMINAL:
            return nominal(tree, at, participle, head)
    return None
