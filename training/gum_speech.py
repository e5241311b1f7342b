"""Who says what, out of the discourse relations that GUM annotates.

The relations `attribution-positive` and `attribution-negative` (enhanced rhetorical structure: Zeldes et al. 2025,
"eRST: A Signaled Graph Theory of Discourse Relations and Organization") hang a reporting unit on what it reports.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from training.treebanks import Document, Token


class Speech(NamedTuple):
    """Of each token of a sentence whether it is outside of (0), begins (1) or continues (2) a source, cue, content."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


_UNIT = re.compile(r"([A-Za-z_-]+?)(?:_[mr])?:(\d+)->(\d+):(\d+)")
_ROOT_UNIT = re.compile(r"ROOT:(\d+)")


class _Relation(NamedTuple):
    name: str
    target: int
    depth: int


@dataclass(frozen=True)
class _Discourse:
    """The tokens of a document with heads counted through it, its units by number, and how they relate."""

    tokens: tuple[Token, ...]
    heads: tuple[int, ...]
    units: Mapping[int, list[int]]
    relations: Mapping[int, _Relation]


def speech(document: Document) -> list[Speech]:
    """For each sentence the sources, cues and contents of what GUM's relations `attribution-*` attribute.

    The cue is the verb that heads the attributing unit (or "according to"), the source its subject, the content the
    unit that it is attached to with all that depends on that more closely.
    """
    discourse = _discourse(document)
    children: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for unit, relation in discourse.relations.items():
        children[relation.target].append((relation.depth, unit))
    sources, cues, contents = ([0] * len(discourse.tokens) for _ in range(3))
    for unit, relation in sorted(discourse.relations.items()):
        if not relation.name.startswith("attribution"):
            continue
        frame = _frame(discourse, discourse.units.get(unit, []))
        if frame is None:
            continue
        _mark(sources, frame.source)
        _mark(cues, frame.cue)
        near = [child for depth, child in children[relation.target] if child != unit and depth < relation.depth]
        content = _closure(children, near) | {relation.target}
        content.discard(unit)
        own = set(discourse.units[unit])
        _mark(contents, [at for part in content for at in discourse.units.get(part, []) if at not in own])
    return _by_sentence(document, sources, cues, contents)


def _discourse(document: Document) -> _Discourse:
    tokens: list[Token] = []
    heads: list[int] = []
    units: dict[int, list[int]] = defaultdict(list)
    relations: dict[int, _Relation] = {}
    unit = 0
    for sentence in document.sentences:
        offset = len(tokens)
        for token in sentence.tokens:
            if "Discourse" in token.misc:
                stated = token.misc["Discourse"].split(";")[0]
                if related := _UNIT.match(stated):
                    unit = int(related[2])
                    relations[unit] = _Relation(related[1], int(related[3]), int(related[4]))
                else:
                    root = _ROOT_UNIT.match(stated)
                    unit = int(root[1]) if root else unit + 1
            units[unit].append(len(tokens))
            heads.append(offset + token.head if token.head >= 0 else -1)
            tokens.append(token)
    return _Discourse(tuple(tokens), tuple(heads), dict(units), relations)


class _Frame(NamedTuple):
    source: list[int]
    cue: list[int]


def _frame(discourse: _Discourse, unit: list[int]) -> _Frame | None:
    """Who speaks and the word that says so in an attributing unit, or None where nothing heads it."""
    tokens, heads, inside = discourse.tokens, discourse.heads, set(unit)
    tops = [at for at in unit if heads[at] not in inside and tokens[at].upos != "PUNCT"]
    if not tops:
        return None
    according = next((at for at in unit if tokens[at].form.lower() == "according"), None)
    if according is not None:
        cue = [at for at in (according, according + 1) if at < len(tokens)]
        if len(cue) == 2 and tokens[cue[1]].form.lower() != "to":
            cue.pop()
        return _Frame([at for at in unit if at not in cue and tokens[at].upos != "PUNCT"], cue)
    verb = next((at for at in tops if tokens[at].upos in ("VERB", "AUX")), tops[0])
    subject = next(
        (at for at in unit if heads[at] == verb and tokens[at].relation.startswith(("nsubj", "csubj"))), None
    )
    source = [] if subject is None else [at for at in unit if _within(heads, at, subject, inside)]
    return _Frame(source, [verb])


def _within(heads: Sequence[int], place: int, head: int, inside: Collection[int]) -> bool:
    """Whether the token is `head` or depends on it by a path inside of the unit."""
    while place != head:
        place = heads[place]
        if place not in inside:
            return False
    return True


def _closure(children: Mapping[int, list[tuple[int, int]]], units: Iterable[int]) -> set[int]:
    found: set[int] = set()
    waiting = list(units)
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found.add(unit)
            waiting += [child for _, child in children.get(unit, [])]
    return found


def _mark(flags: list[int], places: Iterable[int]) -> None:
    last = -2
    for place in sorted(set(places)):
        if flags[place] == 0:
            flags[place] = 2 if last == place - 1 else 1
        last = place


def _by_sentence(document: Document, *columns: Sequence[int]) -> list[Speech]:
    found: list[Speech] = []
    first = 0
    for sentence in document.sentences:
        after = first + len(sentence.tokens)
        found.append(Speech(*(tuple(column[first:after]) for column in columns)))
        first = after
    return found
