"""Words of saying that a sentence sets off by commas: "it sank, the port said", "Iran, said the envoy, has agreed".

Parsers confuse what stands beside such an aside with its subject. So it is found by its commas: between the comma
before it and the comma or stop behind it stand the verb, one phrase that names who speaks, and no other verb.
"""

from collections.abc import Sequence

from stemma.annotate.sources import beside
from stemma.annotate.tree import NOMINAL, Tree
from stemma.lang import speech_en as en
from stemma.text.engine import Run

_REACH = 14
"""Tokens from the verb to the comma at either side: a name with its office, a day, a place, those who listen."""
_QUOTES = frozenset("\"'`“”‘’«»")
_BEFORE = frozenset(("ADV", "AUX"))
_VERBAL = frozenset(("VERB", "AUX"))
_LINKS = frozenset(("SCONJ",))


def aside(tree: Tree, quoted: Sequence[int], verb: int) -> tuple[Run, Run] | None:
    """The tokens of an aside around `verb`, and those of its source; None where commas set off none."""
    bounds = tree.bounds(verb)
    found = (
        _inverted(tree, quoted, verb, bounds)
        or _straight(tree, quoted, verb, bounds)
        or _apposed(tree, quoted, verb, bounds)
    )
    if found is None or found[0].first <= bounds.first + 1:
        return None
    before = range(bounds.first, found[0].first)
    behind = range(found[0].after, bounds.after)
    if not any(tree.parse.upos[i] in NOMINAL for i in before):
        return None
    return found if any(tree.parse.upos[i] in _VERBAL for part in (before, behind) for i in part) else None


def _straight(tree: Tree, quoted: Sequence[int], verb: int, bounds: Run) -> tuple[Run, Run] | None:
    """The comma, who speaks, the verb: "…, the port said on Friday, …"."""
    first = verb
    while first > bounds.first and tree.words[first - 1] != "," and not _in_marks(tree, quoted, first - 1):
        first -= 1
        if verb - first > _REACH or tree.words[first] in (";", ":") or _clause_begins(tree, first, verb):
            return None
    if first == bounds.first or first == verb or not _ends_aside(tree, first - 1):
        return None
    names = [i for i in range(first, verb) if tree.parse.upos[i] in NOMINAL]
    end = _end(tree, quoted, verb, bounds)
    if not names or end is None or tree.parse.upos[first] in ("ADP", "SCONJ", "CCONJ"):
        return None
    source = tree.trimmed(Run(first, names[-1] + 1))
    if tree.parse.upos[source.first] == "ADV" and source.after - source.first > 1:
        source = Run(source.first + 1, source.after)
    return Run(first, end), source


def _apposed(tree: Tree, quoted: Sequence[int], verb: int, bounds: Run) -> tuple[Run, Run] | None:
    """The comma, a name, what the name is between commas, the verb: "…, Anna Berg, a pilot, told reporters"."""
    upos = tree.parse.upos
    if verb - 1 <= bounds.first or tree.words[verb - 1] != ",":
        return None
    behind = _comma_before(tree, quoted, verb - 1, bounds)
    before = _comma_before(tree, quoted, behind, bounds) if behind is not None else None
    if behind is None or before is None or upos[behind + 1] not in ("DET", "NOUN", "ADJ", "NUM"):
        return None
    if any(upos[i] not in ("PROPN", "PUNCT") for i in range(before + 1, behind)):
        return None
    # What stands before must be a statement: a fronted phrase or an adverbial clause is no content.
    states = any(tree.parse.xpos[i] in en.FINITE and tree.subject[i] >= 0 for i in range(bounds.first, before))
    if not states or upos[bounds.first] in ("SCONJ", "ADP") or tree.words[bounds.first] in en.QUESTIONS:
        return None
    end = _end(tree, quoted, verb, bounds)
    return (Run(before + 1, end), Run(before + 1, verb - 1)) if end is not None else None


def _comma_before(tree: Tree, quoted: Sequence[int], at: int, bounds: Run) -> int | None:
    """The comma before token `at`, with some words and no verb between the two."""
    for i in range(at - 1, max(bounds.first, at - _REACH) - 1, -1):
        if tree.words[i] == ",":
            return i if i < at - 1 else None
        if quoted[i] >= 0 or tree.parse.upos[i] in _VERBAL | _LINKS or tree.words[i] in (";", ":"):
            return None
    return None


def _inverted(tree: Tree, quoted: Sequence[int], verb: int, bounds: Run) -> tuple[Run, Run] | None:
    """The comma, the verb, who speaks: "…, said the envoy, a lawyer, …"."""
    before = verb - 1
    if before <= bounds.first or not (_ends_aside(tree, before) or tree.words[before] == ","):
        return None
    if tree.parse.xpos[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    source = beside(tree, quoted, verb)
    if source is None or (source.first != verb + 1 and not _led(tree, verb, source.first)) or source.first < verb:
        return None
    cut = next((i for i in range(*source) if tree.parse.upos[i] in _VERBAL and tree.words[i - 1] == ","), source.after)
    source = tree.trimmed(Run(source.first, cut))
    end = _end(tree, quoted, source.after - 1, bounds)
    return None if end is None or source.first >= source.after else (Run(verb, end), source)


def _led(tree: Tree, verb: int, noun: int) -> bool:
    return all(tree.parse.upos[i] in ("DET", "ADJ", "NUM", "PROPN", "NOUN") for i in range(verb + 1, noun))


def _in_marks(tree: Tree, quoted: Sequence[int], i: int) -> bool:
    return quoted[i] >= 0


def _ends_aside(tree: Tree, before: int) -> bool:
    """Whether token `before` is the comma before an aside, or the mark of a quotation behind a comma."""
    word = tree.words[before]
    if word == ",":
        return True
    while before > 0 and tree.words[before] and set(tree.words[before]) <= _QUOTES:
        before -= 1
    return word != tree.words[before] and tree.words[before] in (",", "!", "?", "—", "–")


def _clause_begins(tree: Tree, i: int, verb: int) -> bool:
    if tree.parse.upos[i] in _LINKS:
        return True
    return tree.parse.upos[i] in _VERBAL and i != verb and tree.parse.heads[i] != verb


def _end(tree: Tree, quoted: Sequence[int], at: int, bounds: Run) -> int | None:
    """The token behind an aside that goes on after `at`: its comma, or the end of the sentence."""
    i = at + 1
    while i < bounds.after:
        if quoted[i] >= 0 or tree.words[i] == ",":
            return i
        if i - at > _REACH or tree.parse.upos[i] in _VERBAL or tree.words[i] in ("that", ":", ";"):
            return None
        i += 1
    return i
