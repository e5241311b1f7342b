"""Who speaks: the subject that a verb of saying has, shares, or takes from the clause above it."""

from typing import NamedTuple

from stemma.annotate.tree import NOMINAL, PASSIVE_SUBJECTS, SUBJECTS, Tree
from stemma.annotate.verbs import singular
from stemma.lang import speech_en as en
from stemma.text.engine import Run

_RELATIVE = frozenset(("who", "which", "that", "whom"))
# Deeper chains of clauses without a subject of their own are no English; this bounds the walk.
_CLIMBS = 6


class Source(NamedTuple):
    """The tokens that name who speaks; `antecedent` is what a relative pronoun among them stands for."""

    run: Run | None
    antecedent: Run | None = None


NOBODY = Source(None)


def source_of(tree: Tree, verb: int) -> Source:
    """Who says what `verb` reports; `NOBODY` where the sentence does not tell."""
    relations, at = tree.parse.relations, verb
    for _ in range(_CLIMBS):
        if (agent := _agent(tree, at)) is not None:
            return Source(nominal(tree, agent, verb))
        passive = tree.kid(at, *PASSIVE_SUBJECTS) is not None
        if passive and at == verb:
            return NOBODY
        subject = tree.kid(at, *SUBJECTS, *PASSIVE_SUBJECTS)
        if subject is not None:
            return _subject(tree, subject, at, verb)
        head = tree.parse.heads[at]
        if head < 0:
            return NOBODY
        relation = relations[at]
        if relation.startswith("acl"):
            return Source(nominal(tree, head, at)) if _active(tree, at) else NOBODY
        if relation not in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "advcl:relcl", "dep"):
            return NOBODY
        if relation == "xcomp" and tree.parse.lemmas[head] in en.OBJECT_CONTROL:
            controller = tree.kid(head, "obj", "iobj")
            if controller is not None:
                return Source(nominal(tree, controller, verb))
        at = head
    return NOBODY


def _agent(tree: Tree, verb: int) -> int | None:
    """The noun of "by …" below a passive verb."""
    agent = tree.kid(verb, "obl:agent")
    return agent


def _active(tree: Tree, verb: int) -> bool:
    return tree.parse.xpos[verb] != "VBN" or tree.kid(verb, "obj", "ccomp") is not None


def _subject(tree: Tree, subject: int, clause: int, verb: int) -> Source:
    word = tree.words[subject]
    if word in ("it", "there") and tree.parse.relations[subject] == "expl":
        return NOBODY
    head = tree.parse.heads[clause]
    relative = word in _RELATIVE and tree.parse.relations[clause].startswith("acl") and head >= 0
    if relative:
        return Source(Run(subject, subject + 1), nominal(tree, head, subject))
    return Source(nominal(tree, subject, verb))


def nominal(tree: Tree, noun: int, *barriers: int) -> Run:
    """The phrase around `noun`, without its preposition, cut where it would run over one of `barriers`."""
    first, after = tree.reach(noun)
    for barrier in barriers:
        if first <= barrier < after:
            if barrier > noun:
                after = barrier
            elif barrier < noun:
                first = barrier + 1
    while first < noun and tree.parse.relations[first] in ("case", "mark", "cc", "punct"):
        first += 1
    run = tree.trimmed(Run(first, after))
    return run if run.first < run.after else Run(noun, noun + 1)


def is_document(tree: Tree, run: Run | None, head: int | None = None) -> bool:
    """Whether a source is something that can be read or counted: "official figures", "the report"."""
    if run is None:
        return False
    return any(
        singular(tree.words[i]) in en.DOCUMENTS
        for i in range(*run)
        if tree.parse.upos[i] in NOMINAL and (i + 1 == run.after or tree.parse.heads[i] not in range(*run))
    )
