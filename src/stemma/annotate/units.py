"""The units of a report: its clauses that are worth comparing with those of other reports.

A sentence of news holds several statements: a lead has the toll, the cause and the claim. So the tree is cut where a
clause begins that can stand for itself: a main clause, a second predicate with objects of its own, an adverbial or
relative clause with facts in it, the content of an attribution. What is left of a frame ("the ministry said") is no
unit. Infinitives, conditions and appositions stay with the clause that they belong to.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from stemma.annotate.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree
from stemma.lang import clauses_en as en
from stemma.model import Attribution, Span, Unit
from stemma.text.engine import Parse, Run

_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"))
_ALL_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS
_ARGUMENTS = _ALL_SUBJECTS | {"obj", "iobj", "obl", "obl:agent", "ccomp", "xcomp"}
_SUBORDINATE = frozenset(("advcl", "advcl:relcl", "acl:relcl"))
_LEAST_SUBORDINATE, _LEAST_PARTICIPLE = 3, 4
"""Words with content from which a subordinate clause, or one that a participle heads, is a unit by itself."""
_PREDICATE = 3
"""What the predicate counts in its clause's vector: better than 1 by 2 points of average precision, on 29 events."""
_LEAST_TERMS, _LEAST_WITHOUT_VERB = 2, 3
"""Different words with content that a unit has at least, with a predicate and without one."""


def units(text: str, parse: Parse, attributions: Sequence[Attribution]) -> tuple[Unit, ...]:
    """The units of a text, in the order of their first words; takes time linear in the length of the text.

    `sentence` counts those sentences of the parse that have a letter or a digit.
    """
    tree = Tree(text, parse)
    said = _Said.of(tree, attributions)
    clause = _clauses(tree, said)
    words: dict[int, list[int]] = {}
    for i, head in enumerate(clause):
        words.setdefault(head, []).append(i)
    frames = _frames(tree, said, clause)
    numbers = _numbers(tree)
    asked = {n for n, run in enumerate(parse.sentences) if _asks(tree, run)}
    found = (
        _unit(tree, said, head, own, numbers[tree.sentence[head]])
        for head, own in words.items()
        if head not in frames and tree.sentence[head] not in asked and not _addresses_reader(tree, said, head)
    )
    return tuple(sorted((unit for unit in found if unit), key=lambda unit: (unit.spans, unit.predicate)))


class _Said(NamedTuple):
    """For each token: the innermost attribution that it is content of, and the one that it is a cue of, or -1."""

    attributions: Sequence[Attribution]
    content: list[int]
    cue: list[int]
    framing: bytearray
    """Whether the token is part of the words that say who speaks."""

    @classmethod
    def of(cls, tree: Tree, attributions: Sequence[Attribution]) -> "_Said":
        size = len(tree)
        content, cue, framing = [-1] * size, [-1] * size, bytearray(size)
        starts = [span.start for span in tree.parse.spans]
        # The longest first, so that those inside of others are written over them.
        order = sorted(range(len(attributions)), key=lambda k: -sum(e - s for s, e in attributions[k].content))
        for k in order:
            one = attributions[k]
            for span in one.content:
                first, after = _tokens(starts, span)
                content[first:after] = [k] * (after - first)
            for part in (one.cue, one.source):
                if part is not None:
                    first, after = _tokens(starts, part)
                    framing[first:after] = b"\x01" * (after - first)
            if one.cue is not None:
                first, after = _tokens(starts, one.cue)
                cue[first:after] = [k] * (after - first)
        return cls(attributions, content, cue, framing)


def _tokens(starts: Sequence[int], span: Span) -> Run:
    return Run(bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1))


def _clauses(tree: Tree, said: _Said) -> list[int]:
    """For each token the head of the clause that it belongs to."""
    content = _content_below(tree)
    clause = [-1] * len(tree)
    for run in tree.parse.sentences:
        order = [i for i in range(*run) if tree.parse.heads[i] < 0]
        for i in order:  # grows: each token behind its head
            head = tree.parse.heads[i]
            joins = head >= 0 and not (_opens(tree, said, i, content[i]) and _is_apart(tree, i, clause[head] == head))
            clause[i] = clause[head] if joins else i
            order.extend(tree.children[i])
    return clause


def _content_below(tree: Tree) -> list[int]:
    """For each token how many words with content are at or below it."""
    heads, upos = tree.parse.heads, tree.parse.upos
    counts = [int(tag in _CONTENT) for tag in upos]
    for run in tree.parse.sentences:
        order = [i for i in range(*run) if heads[i] < 0]
        for i in order:
            order.extend(tree.children[i])
        for i in reversed(order):
            if heads[i] >= 0:
                counts[heads[i]] += counts[i]
    return counts


def _is_predicate(tree: Tree, i: int) -> bool:
    return tree.parse.upos[i] in ("VERB", "AUX") or tree.kid(i, "cop", *_ALL_SUBJECTS) is not None


def _opens(tree: Tree, said: _Said, i: int, content: int) -> bool:
    """Whether a clause begins with token i, apart from that of its head."""
    if not _is_predicate(tree, i):
        return False
    relation, head = tree.parse.relations[i], tree.parse.heads[i]
    if said.content[i] != said.content[head] and said.content[i] >= 0:
        return relation not in ("amod", "xcomp") or said.cue[head] >= 0
    if relation == "parataxis" or (said.cue[i] >= 0 and relation in _SUBORDINATE):
        return True
    if relation == "conj":
        return tree.kid(i, *_ARGUMENTS) is not None
    if relation in _SUBORDINATE:
        bound = tree.marked(i, *en.BINDING) and relation == "advcl"
        return content >= _LEAST_SUBORDINATE and not bound
    return relation == "acl" and content >= _LEAST_PARTICIPLE and not tree.marked(i, "to")


def _is_apart(tree: Tree, i: int, heads_clause: bool) -> bool:
    """Whether a clause may be cut off: not from half of a pair that is no clause, not as part of a noun's meaning."""
    relation = tree.parse.relations[i]
    if relation == "conj":
        return heads_clause
    first = tree.first[i]
    return relation != "acl" or tree.words[first] == "," or (first > 0 and tree.words[first - 1] == ",")


def _frames(tree: Tree, said: _Said, clause: Sequence[int]) -> set[int]:
    """The clauses that frame what other clauses say; one that frames a noun ("he hailed the talks") says it itself."""
    heads = tree.parse.heads
    has_clause = {
        said.content[i]
        for i in range(len(tree))
        if clause[i] == i and said.content[i] >= 0 and (heads[i] < 0 or said.content[heads[i]] != said.content[i])
    }
    return {
        clause[i]
        for i, k in enumerate(said.cue)
        # A cue within the content of its own attribution, as in a headline, frames nothing.
        if k >= 0 and k in has_clause and said.content[clause[i]] != k
    }


def _numbers(tree: Tree) -> list[int]:
    """For each sentence of the parse its place among those that have a letter or a digit."""
    numbers, count = [], 0
    for run in tree.parse.sentences:
        numbers.append(count)
        count += any(map(tree.is_word, range(*run)))
    return numbers


def _asks(tree: Tree, run: Run) -> bool:
    """Whether a sentence ends with a question mark."""
    return "?" in tree.words[max(run.first, run.after - 2) : run.after]


def _addresses_reader(tree: Tree, said: _Said, head: int) -> bool:
    """Whether a clause tells the reader what to do: "Follow us"."""
    return (
        tree.parse.xpos[head] == "VB"
        and said.content[head] < 0
        and tree.parse.heads[head] < 0
        and tree.subject[head] < 0
        and tree.kid(head, "aux", "mark") is None
    )


def _unit(tree: Tree, said: _Said, head: int, own: Sequence[int], sentence: int) -> Unit | None:
    kept = [i for i in own if not _is_framing(said, i, head)]
    runs = list(_runs(tree, kept))
    terms = tuple(_terms(tree, kept))
    least = _LEAST_TERMS if _is_predicate(tree, head) else _LEAST_WITHOUT_VERB
    if len({*terms}) < least or not runs:
        return None
    return Unit(
        spans=tuple(map(tree.span, runs)),
        sentence=sentence,
        predicate=tree.parse.spans[head],
        lemma=tree.parse.lemmas[head].lower(),
        terms=terms,
        attribution=_attribution(said, head, own),
        negated=_is_negated(tree, head),
        vector=_vector(tree.parse, runs, head),
    )


def _is_framing(said: _Said, i: int, head: int) -> bool:
    """Whether token i says who says the clause: "according to the ministry"."""
    return bool(said.framing[i]) and said.content[head] >= 0 and said.content[i] != said.content[head]


def _attribution(said: _Said, head: int, own: Sequence[int]) -> str | None:
    """The attribution that the clause is content of, or that it holds as a whole: "he condemned the attack"."""
    if said.content[head] >= 0:
        return said.attributions[said.content[head]].id
    return next((said.attributions[said.cue[i]].id for i in own if said.cue[i] >= 0), None)


def _runs(tree: Tree, own: Sequence[int]) -> Iterator[Run]:
    """The words of a clause in runs with content, without punctuation and conjunctions at their ends."""
    first = after = -1
    for i in [*own, -1]:
        if i == after and i >= 0:
            after += 1
            continue
        if after > first:
            run = tree.trimmed(Run(first, after))
            while run.first < run.after and tree.parse.relations[run.first] == "cc":
                run = tree.trimmed(Run(run.first + 1, run.after))
            if any(tree.parse.upos[k] in _CONTENT for k in range(*run)):
                yield run
        first, after = i, i + 1


def _terms(tree: Tree, own: Sequence[int]) -> Iterator[str]:
    upos, lemmas = tree.parse.upos, tree.parse.lemmas
    for i in own:
        if upos[i] in _CONTENT and tree.is_word(i):
            lemma = lemmas[i].lower()
            if lemma and lemma not in en.EMPTY:
                yield lemma


def _is_negated(tree: Tree, head: int) -> bool:
    if any(tree.words[child] in en.NEGATIONS for child in tree.kids(head, "advmod", "cc:preconj", "det", "cc")):
        return True
    arguments = list(tree.kids(head, "nsubj", "nsubj:pass", "obj"))
    words = (tree.words[i] for argument in arguments for i in (argument, *tree.kids(argument, "det")))
    return any(word in en.NEGATIONS for word in words)


def _vector(parse: Parse, runs: Sequence[Run], head: int) -> bytes:
    """The mean of the words' vectors, of length 1, in signed bytes; none where the engine gives none."""
    if not parse.words.size:
        return b""
    words = np.concatenate([parse.words[first:after] for first, after in runs]).astype(np.float32)
    total = words.sum(axis=0) + (_PREDICATE - 1) * parse.words[head].astype(np.float32)
    length = float(np.linalg.norm(total))
    return bytes(np.rint(total * (127 / length)).astype(np.int8)) if length else b""
