"""Who speaks: the subject that a verb of saying has, shares, or takes from the clause above it."""

from collections.abc import Sequence
from typing import NamedTuple

from stemma.annotate.tree import NOMINAL, PASSIVE_SUBJECTS, SUBJECTS, Tree
from stemma.annotate.verbs import forms_of, singular
from stemma.lang import speech_en as en
from stemma.lang.calendar import MONTHS, WEEKDAYS
from stemma.text.engine import Run

_RELATIVE = frozenset(("who", "which", "that", "whom"))
# Deeper chains of clauses without a subject of their own are no English; this bounds the walk.
_CLIMBS = 6
_FAR = 60
"""Tokens from a verb back to a subject that the parse does not tie to it."""
_OBJECT_CONTROL = forms_of(en.OBJECT_CONTROL)
_PASSING = frozenset(forms_of(en.PASSING))
_WITNESSED = frozenset(forms_of(en.WITNESSED))
_LISTENING = forms_of(en.LISTENING)


class Source(NamedTuple):
    """The tokens that name who speaks; `antecedent` is what a relative pronoun among them stands for."""

    run: Run | None
    antecedent: Run | None = None


NOBODY = Source(None)


def source_of(tree: Tree, verb: int) -> Source:
    """Who says what `verb` reports; `NOBODY` where the sentence does not tell."""
    relations, at = tree.parse.relations, verb
    for _ in range(_CLIMBS):
        if at == verb:
            if (agent := tree.kid(at, "obl:agent")) is not None:
                return Source(nominal(tree, agent, verb))
            if tree.kid(at, *PASSIVE_SUBJECTS) is not None:
                return NOBODY
        subject = tree.subject[at]
        if subject >= 0:
            return _subject(tree, subject, at, verb)
        head = tree.parse.heads[at]
        if head < 0:
            return _nearest(tree, verb)
        if at == verb and is_asked(tree, verb):
            return NOBODY
        relation = relations[at]
        if relation.startswith("acl"):
            return Source(nominal(tree, head, at)) if _active(tree, at) else NOBODY
        if relation not in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "advcl:relcl", "dep"):
            return NOBODY
        if relation == "xcomp" and tree.words[head] in _OBJECT_CONTROL:
            controller = tree.kid(head, "obj", "iobj")
            if controller is not None:
                return Source(nominal(tree, controller, verb))
        at = head
    return NOBODY


def passed_on(tree: Tree, verb: int) -> tuple[Source, Run | None] | None:
    """Who speaks, and who passes it on, where `verb` is the "saying" of "she quoted him as saying"; else None.

    So too of "she recalled him saying", where the one who is heard stands right before it.
    """
    head = tree.parse.heads[verb]
    if tree.parse.xpos[verb] != "VBG" or head < 0:
        return None
    speaker = tree.kid(head, "obj", "iobj", *PASSIVE_SUBJECTS)
    if speaker is None:
        return None
    quoted = tree.words[head] in _PASSING and tree.marked(verb, "as")
    heard = tree.words[head] in _WITNESSED and head < speaker and nominal(tree, speaker, verb).after == verb
    return (_subject(tree, speaker, head, verb), source_of(tree, head).run) if quoted or heard else None


def passes_on(tree: Tree, verb: int) -> bool:
    """Whether `verb` is the "quoted" of "she quoted him as saying", or the "recalled" of "she recalled him saying"."""
    passes = tree.words[verb] in _PASSING or tree.words[verb] in _WITNESSED
    return passes and any(passed_on(tree, kid) is not None for kid in tree.children[verb])


def is_asked(tree: Tree, verb: int) -> bool:
    """Whether a participle tells what was said to the subject of its clause: "asked about it, she said"."""
    # Taggers take the participle for a past tense where a sentence begins with it.
    if tree.parse.xpos[verb] not in ("VBN", "VBD") or not tree.parse.relations[verb].startswith("advcl"):
        return False
    if tree.subject[verb] >= 0:
        return False
    return tree.kid(verb, "aux", "obj", "iobj") is None


def _nearest(tree: Tree, verb: int) -> Source:
    """The last subject before a finite verb to which the parse gives none."""
    if tree.parse.xpos[verb] not in en.FINITE:
        return NOBODY
    for at in range(verb - 1, max(tree.bounds(verb).first, verb - _FAR) - 1, -1):
        if tree.parse.relations[at] in SUBJECTS and tree.parse.upos[at] in NOMINAL and tree.words[at] not in _RELATIVE:
            return Source(nominal(tree, at, verb, tree.parse.heads[at]))
    return NOBODY


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
    run = nominal(tree, subject, verb)
    if (torn := _torn(tree, clause, run.after)) is not None and torn < verb:
        run = Run(run.first, nominal(tree, torn, verb).after)
    return Source(run)


def _torn(tree: Tree, clause: int, at: int) -> int | None:
    """The second part of a name that the parse has torn into two subjects, where it begins with token `at`."""
    for _ in range(_CLIMBS):
        if at >= len(tree) or tree.parse.heads[at] < 0:
            return None
        if tree.parse.heads[at] == clause:
            return at if tree.parse.relations[at] in SUBJECTS else None
        at = tree.parse.heads[at]
    return None


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
    if run.after < len(tree) and tree.words[run.after] == ")" and "(" in tree.words[run.first : run.after]:
        run = Run(run.first, run.after + 1)
    return run if run.first < run.after else Run(noun, noun + 1)


def is_nobody(tree: Tree, run: Run | None) -> bool:
    """Whether the words of a source tell that nobody spoke: "no official", "none of them", "few"."""
    if run is None:
        return False
    if tree.words[run.first] != "no":
        return tree.words[run.first] in en.NOBODY
    behind = run.first + 1
    return behind < run.after and (tree.words[behind] == "one" or tree.parse.upos[behind] != "NUM")


def is_document(tree: Tree, run: Run | None, head: int | None = None) -> bool:
    """Whether a source is something that can be read or counted: "official figures", "the report"."""
    if run is None:
        return False
    return any(
        singular(tree.words[i]) in en.DOCUMENTS
        for i in range(*run)
        if tree.parse.upos[i] in NOMINAL and (i + 1 == run.after or tree.parse.heads[i] not in range(*run))
    )


_INSIDE = frozenset(
    (
        "compound",
        "flat",
        "nmod:desc",
        "nmod:poss",
        "amod",
        "nummod",
        "det",
        "det:predet",
        "nmod",
        "appos",
        "case",
        "advmod",
    )
)
_REACH = 12
_SHORTENED = 5
"""Characters of a title or an initial with its full stop."""
_DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS)


def beside(tree: Tree, quoted: Sequence[int], cue: int) -> Run | None:
    """The phrase that stands behind the cue, or before it, where the parse has lost the subject beside a quotation."""
    if tree.words[cue] in _LISTENING:
        return _phrase_before(tree, quoted, cue)
    return _phrase_behind(tree, quoted, cue) or _phrase_before(tree, quoted, cue)


def _phrase_behind(tree: Tree, quoted: Sequence[int], cue: int) -> Run | None:
    end = cue + 1
    bounds = tree.bounds(cue)
    while end < min(bounds.after, cue + _FAR) and quoted[end] < 0:
        end += 1
    first = cue + 1
    while first < end and tree.words[first] in _DAYS:
        first += 1
    for at in range(first, min(end, first + _REACH)):
        if tree.parse.upos[at] in ("NOUN", "PROPN", "PRON"):
            if not _led(tree, first, at):
                return None
            run = nominal(tree, _top(tree, at, cue, end), cue)
            run = _over_break(tree, quoted, Run(min(run.first, first), run.after))
            return with_apposition(tree, quoted, run)
        if not tree.is_word(at) or tree.parse.upos[at] in ("ADP", "SCONJ", "VERB", "AUX"):
            return None
    return None


def _over_break(tree: Tree, quoted: Sequence[int], run: Run) -> Run:
    """A name that a sentence break has torn behind an initial or a title: "said Rep." and "Anna Berg"."""
    last = run.after - 1
    if run.after >= len(tree) or run.after != tree.bounds(last).after:
        return run
    start, end = tree.parse.spans[last]
    if tree.text[end - 1] != "." or not tree.text[start].isupper() or end - start > _SHORTENED:
        return run
    after = run.after
    while after < len(tree) and tree.parse.upos[after] == "PROPN" and quoted[after] < 0 and after - run.after < _REACH:
        after += 1
    return Run(run.first, after)


def with_apposition(tree: Tree, quoted: Sequence[int], run: Run) -> Run:
    """A name behind its verb, with the age and the office that commas set off: "said Anna Berg, 40, a pilot"."""
    limit = min(tree.bounds(run.first).after, run.after + _FAR)
    after = run.after
    while after + 1 < limit and tree.words[after] == "," and quoted[after] < 0:
        end = after + 1
        while end < limit and tree.is_word(end) and quoted[end] < 0:
            if tree.parse.upos[end] in ("VERB", "AUX", "SCONJ") or tree.words[end] in _RELATIVE | {"whose"}:
                return Run(run.first, after)
            end += 1
        if end == after + 1 or tree.parse.upos[after + 1] not in ("DET", "NUM", "NOUN", "PROPN", "ADJ"):
            break
        after = end
    return Run(run.first, after)


def _led(tree: Tree, first: int, noun: int) -> bool:
    return all(tree.parse.upos[i] in ("DET", "ADJ", "NUM", "ADV") for i in range(first, noun))


def _phrase_before(tree: Tree, quoted: Sequence[int], cue: int) -> Run | None:
    first = cue
    bounds = tree.bounds(cue)
    while first > max(bounds.first, cue - _FAR) and quoted[first - 1] < 0:
        first -= 1
    for at in range(cue - 1, max(first, cue - _REACH) - 1, -1):
        if tree.parse.upos[at] in ("NOUN", "PROPN", "PRON"):
            top = _top(tree, at, first - 1, cue)
            run = tree.reach(top)
            return tree.trimmed(Run(max(run.first, first), min(run.after, cue)))
        if tree.parse.upos[at] not in ("ADV", "AUX", "PUNCT", "PART"):
            return None
    return None


def _top(tree: Tree, noun: int, low: int, high: int) -> int:
    """The head of the phrase of a noun, between two tokens."""
    for _ in range(_CLIMBS):
        head = tree.parse.heads[noun]
        if not low < head < high or tree.parse.relations[noun] not in _INSIDE:
            break
        noun = head
    return noun
