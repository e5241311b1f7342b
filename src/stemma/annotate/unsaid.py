"""Speech that did not take place, or not yet: "nobody said", "will say", "if she says", "did she say?".

Between marks such words may still be somebody's own, as in an address that was handed out beforehand; so these are
kept, with the doubt. The rest would put words into the mouth of somebody who did not speak.
"""

from collections.abc import Iterable, Iterator

from stemma.annotate.quotes import Quotes
from stemma.annotate.said import Said
from stemma.annotate.sources import is_nobody
from stemma.annotate.tree import Tree
from stemma.annotate.verbs import forms_of
from stemma.lang import speech_en as en

_EXPECTING = forms_of(en.EXPECTING) | {word: word for word in en.EXPECTED}
_INVERTING = frozenset(("had", "should", "were", "did"))
_CLIMBS = 4
"""Verbs from "say" up to the one that holds the auxiliary: "will have to go on to say"."""


def unhappened(tree: Tree, verb: int) -> str:
    """Why what `verb` reports may not have been said; nothing where it was."""
    at = verb
    for _ in range(_CLIMBS):
        if reason := _supposed(tree, at) or _asked(tree, at):
            return reason
        head, relation = tree.parse.heads[at], tree.parse.relations[at]
        shares = relation == "conj" and tree.parse.xpos[at] == "VB" and tree.subject[at] < 0
        if head < 0 or not (shares or relation == "xcomp"):
            break
        if relation == "xcomp" and tree.words[head] in _EXPECTING and tree.marked(at, "to"):
            return "the speech is only expected or wished for"
        at = head
    return ""


def _supposed(tree: Tree, at: int) -> str:
    """Whether an auxiliary or a conjunction makes of a clause something that may be or will be."""
    if tree.marked(at, "if", "unless", "lest", "whether"):
        return "the speech is only supposed"
    words = [tree.words[k] for k in tree.kids(at, "aux")]
    if "would" in words and any(tree.words[k] in en.AFTERWARDS for k in tree.children[at]):
        return ""
    return "the speech may be or will be" if any(word in en.MODAL for word in words) else ""


def _asked(tree: Tree, at: int) -> str:
    """Whether a clause is a question, or one of the kind "had she said so"."""
    subject = tree.subject[at]
    if subject < 0 or subject > at:
        return ""
    bounds = tree.bounds(at)
    question = tree.words[bounds.after - 1] == "?"
    for k in tree.kids(at, "aux", "aux:pass", "cop"):
        if k < subject and (question or (k == tree.first[at] and tree.words[k] in _INVERTING)):
            return "the report asks or supposes it"
    asks = question and tree.words[subject] in ("who", "what") and subject == bounds.first
    return "the report asks or supposes it" if asks else ""


def really_said(tree: Tree, quotes: Quotes, said: Iterable[Said]) -> list[Said]:
    """`said` without what nobody said and what was not said, and without the speech inside of it.

    Quotations are kept where they may be words of somebody, with a doubt.
    """
    kept: list[Said] = []
    dropped: list[Said] = []
    for s in said:
        if _is_nobodys(tree, s) or (s.unhappened and not quotes.within(s.content)):
            dropped.append(s)
        else:
            kept.append(s._replace(because=(*s.because, f"doubt: {s.unhappened}")) if s.unhappened else s)
    return list(_without(tree, kept, dropped))


def _is_nobodys(tree: Tree, said: Said) -> bool:
    """Whether nobody speaks; in "neither has signed, arguing that" two did not sign, but do argue."""
    if said.source is None or not is_nobody(tree, said.source):
        return False
    return tree.words[said.source.first] != "neither" or said.head < 0 or tree.parse.xpos[said.head] != "VBG"


def _without(tree: Tree, kept: Iterable[Said], dropped: Iterable[Said]) -> Iterator[Said]:
    """What is kept, but for the speech that the content of `dropped` tells of."""
    unsaid = [False] * len(tree)
    for s in dropped:
        for first, after in s.content:
            unsaid[first:after] = [True] * (after - first)
    for s in kept:
        around = s.because[:1] == ("according to",) or s.head < 0
        if around or not unsaid[s.head]:
            yield s
