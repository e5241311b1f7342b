"""Sources that no verb names: "according to", and nouns of saying with what they claim ("her claim that")."""

from collections.abc import Iterator, Sequence

from stemma.annotate.said import Said
from stemma.annotate.sources import NOBODY, Source, nominal, source_of
from stemma.annotate.tree import Tree, without
from stemma.annotate.verbs import forms_of, singular
from stemma.lang import speech_en as en
from stemma.text.engine import Run

_PREDICATES = frozenset(("root", "ccomp", "advcl", "parataxis", "acl:relcl", "advcl:relcl", "csubj", "acl", "xcomp"))
_BY = frozenset(("by", "from"))
# A phrase hangs on a noun that hangs on a noun; longer chains are errors of the parse.
_CLIMBS = 12


def nominals(tree: Tree, quoted: Sequence[int]) -> Iterator[Said]:
    """The attributions by "according to" and by nouns of saying, outside of quotations."""
    for i, word in enumerate(tree.words):
        if quoted[i] >= 0:
            continue
        if word == "according" and i + 2 < len(tree) and tree.words[i + 1] == "to":
            yield from _according(tree, i)
        elif tree.parse.upos[i] == "NOUN":
            lead = en.CLAIMS.get(singular(word))
            if lead is not None:
                yield from _claim(tree, i, lead.split())


def _according(tree: Tree, at: int) -> Iterator[Said]:
    """ "According to the port, it sank": everything in the clause but the phrase itself."""
    heads, relations = tree.parse.heads, tree.parse.relations
    noun = heads[at] if relations[at] == "case" else tree.kid(at, "obl", "nmod", "obj")
    if noun is None or noun < at or tree.sentence[noun] != tree.sentence[at]:
        return
    first, after = tree.reach(noun)
    phrase = Run(min(first, at), after)
    governor = heads[noun] if relations[at] == "case" else heads[at]
    clause = _clause_of(tree, governor, phrase)
    if clause < 0:
        return
    source = nominal(tree, noun, at, at + 1)
    content = [run for run in map(tree.trimmed, without(tree.reach(clause), [phrase])) if run.first < run.after]
    if content:
        yield Said(at, Run(at, at + 2), source, tuple(content), ("according to",), root=clause)


def _clause_of(tree: Tree, at: int, phrase: Run) -> int:
    """The predicate of the clause that a phrase below token `at` speaks of; -1 where there is none."""
    heads, relations = tree.parse.heads, tree.parse.relations
    bounds = tree.bounds(phrase.first)
    outside = phrase.first <= bounds.first + 1 or phrase.after >= bounds.after - 1
    for _ in range(_CLIMBS):
        if at < 0 or heads[at] < 0:
            return at
        whole = relations[at] in _PREDICATES and not (outside and relations[at] in ("advcl", "xcomp", "ccomp", "acl"))
        apart = relations[at] == "conj" and not outside and tree.parse.upos[at] in ("VERB", "AUX")
        if whole or apart:
            return at
        at = heads[at]
    return -1


def _claim(tree: Tree, noun: int, lead: list[str]) -> Iterator[Said]:
    source = _owner(tree, noun)
    if source.run is None or any(tree.words[k] == "no" for k in tree.kids(noun, "det")):
        return
    content = _claimed(tree, noun, lead)
    if content is not None and content.first < content.after:
        yield Said(
            noun,
            Run(noun, noun + 1),
            source.run,
            (content,),
            ("noun of saying",),
            negated=singular(tree.words[noun]) in en.DENYING,
            antecedent=source.antecedent,
        )


def _claimed(tree: Tree, noun: int, lead: list[str]) -> Run | None:
    """What follows a noun of saying: a clause with "that" or "to", or a phrase with its preposition."""
    for child in tree.kids(noun, "acl", "ccomp", "acl:relcl", "nmod", "advcl"):
        if child < noun:
            continue
        relative = tree.parse.relations[child] == "acl:relcl"
        for mark in tree.kids(child, "mark", "case"):
            word = tree.words[mark]
            if word in lead and not relative:
                first = mark if tree.parse.relations[mark] == "mark" else mark + 1
                return tree.trimmed(Run(first, tree.after[child]))
    return None


def _owner(tree: Tree, noun: int) -> Source:
    """Whose claim it is: "the port's claim", "a claim by the port", "the port made the claim"."""
    if (owner := tree.kid(noun, "nmod:poss")) is not None:
        return Source(nominal(tree, owner, noun)._replace(after=_before_mark(tree, owner)))
    for child in tree.kids(noun, "nmod"):
        if child > noun and tree.marked(child, *_BY):
            return Source(nominal(tree, child, noun))
    head = tree.parse.heads[noun]
    if head >= 0 and tree.parse.relations[noun] == "obj" and tree.words[head] in _GIVING:
        return source_of(tree, head)
    return NOBODY


_GIVING = forms_of(en.GIVING)


def _before_mark(tree: Tree, owner: int) -> int:
    """The end of an owner's name, without its "'s"."""
    mark = tree.kid(owner, "case")
    return mark if mark is not None and mark > owner else tree.after[owner]
