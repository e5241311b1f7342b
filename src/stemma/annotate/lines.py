"""Speech that the layout gives to its speaker: transcripts, questions and answers, signed quotations and posts."""

import re
from collections import Counter
from collections.abc import Iterator

from stemma.annotate.quotes import Quotes
from stemma.annotate.said import Said
from stemma.annotate.tree import Tree
from stemma.lang import speech_en as en
from stemma.text.engine import Run

_LABEL = re.compile(r"(?P<who>[^\W\d_][^:\n]{0,60}?)\s?(?P<colon>:)\s")
_SHORT = re.compile(r"(?P<who>[QA])(?P<colon>[:.])\s")
_NAMES = 0.5
"""The least share of names among the words of a label; the rest are offices."""
_DASHES = frozenset(("-", "--", "—", "–", "―", "~"))
_LONGEST_SIGNATURE = 14
_FEWEST = 2
"""Paragraphs that a speaker of a transcript has at least, and speakers that it has."""


def transcript(tree: Tree, quotes: Quotes) -> list[Said]:
    """Paragraphs that begin with who speaks: "MR. BERG: It sank.", "Q: Did it sink?"; none where it is no transcript.

    What follows without a label belongs to the speaker before, as far as another label follows.
    """
    paragraphs = [run for run in quotes.paragraphs if run.first < run.after]
    labels = [_label(tree, quotes, run) for run in paragraphs]
    counts = Counter(_text(tree, label) for label in labels if label is not None)
    speakers = {who for who, count in counts.items() if count >= _FEWEST or who in en.LABELS}
    known = [label if label is not None and _text(tree, label) in speakers else None for label in labels]
    if len({_text(tree, label) for label in known if label is not None}) < _FEWEST:
        return []
    last = max((n for n, label in enumerate(known) if label is not None), default=-1)
    found: list[Said] = []
    for n, (run, label) in enumerate(zip(paragraphs, known, strict=True)):
        if label is not None:
            words = Run(label.after + 1, run.after)
            if words.first < words.after:
                found.append(Said(label.first, None, label, (words,), ("transcript",)))
        elif found and n < last:
            found[-1] = found[-1]._replace(content=(*found[-1].content, run))
    return found


def _label(tree: Tree, quotes: Quotes, run: Run) -> Run | None:
    """The tokens that name who speaks at the beginning of a paragraph."""
    if quotes.quoted[run.first] >= 0:
        return None
    start, end = tree.parse.spans[run.first].start, tree.parse.spans[run.after - 1].end
    match = _SHORT.match(tree.text, start, end) or _LABEL.match(tree.text, start, end)
    if match is None:
        return None
    after = run.first
    while after < run.after and tree.parse.spans[after].start < match.start("colon"):
        after += 1
    label = Run(run.first, after)
    if label.first == label.after or after >= run.after or tree.words[after] not in (":", "."):
        return None
    if _text(tree, label) in en.LABELS:
        return label
    names = sum(tree.parse.upos[i] == "PROPN" for i in range(*label))
    words = [tree.text[slice(*tree.span(Run(i, i + 1)))] for i in range(*label) if tree.is_word(i)]
    return label if words and names >= _NAMES * len(words) and words[0][0].isupper() else None


def _text(tree: Tree, run: Run) -> str:
    return " ".join(tree.words[run.first : run.after])


def signed(tree: Tree, quotes: Quotes, taken: set[int]) -> Iterator[Said]:
    """Quotations and posts with a line that signs them: "“It sank.” — Anna Berg", "It sank. — Anna (@anna) May 2"."""
    paragraphs = [run for run in quotes.paragraphs if run.first < run.after]
    for n, run in enumerate(paragraphs):
        dash = _dash(tree, quotes, run)
        if dash is None:
            continue
        name = tree.trimmed(Run(dash + 1, run.after))
        before = run if dash > run.first else paragraphs[n - 1] if n else None
        if before is None or not _is_signature(tree, name):
            continue
        body = Run(before.first, dash if dash > run.first else before.after)
        k = quotes.quoted[body.first]
        whole = k >= 0 and quotes.runs[k].after >= body.after - 1 and k not in taken
        post = "@" in tree.text[slice(*tree.span(name))] and dash > run.first and k < 0
        if whole or post:
            yield Said(dash, None, _name(tree, name), (body,), ("signed",))
            if whole:
                taken.add(k)


def _dash(tree: Tree, quotes: Quotes, run: Run) -> int | None:
    """The last dash of a paragraph outside of quotations, with little behind it."""
    for i in range(run.after - 2, max(run.first, run.after - _LONGEST_SIGNATURE) - 1, -1):
        if tree.words[i] in _DASHES and quotes.quoted[i] < 0:
            spaced = i == run.first or tree.parse.spans[i - 1].end < tree.parse.spans[i].start
            return i if spaced or (i > run.first and quotes.quoted[i - 1] >= 0) else None
        if quotes.quoted[i] >= 0:
            return None
    return None


def _is_signature(tree: Tree, name: Run) -> bool:
    upos = tree.parse.upos
    if not 0 < name.after - name.first <= _LONGEST_SIGNATURE or upos[name.first] not in ("PROPN", "NOUN", "ADJ"):
        return False
    return any(upos[i] == "PROPN" for i in range(*name)) and not any(upos[i] in ("VERB", "AUX") for i in range(*name))


def _name(tree: Tree, name: Run) -> Run:
    """A signature without its handle and day."""
    for i in range(*name):
        if tree.words[i] in ("(", ",") and i > name.first:
            return Run(name.first, i)
    return name


def announced(tree: Tree, quotes: Quotes, said: Said) -> Said:
    """A cue that ends its paragraph with a colon, with the next paragraph, where that has no marks of its own."""
    if said.content or said.head < 0:
        return said
    n, paragraphs = quotes.paragraph[said.head], quotes.paragraphs
    if n + 1 >= len(paragraphs) or tree.words[paragraphs[n].after - 1] != ":":
        return said
    rest = range(said.head + 1, paragraphs[n].after)
    text = paragraphs[n + 1]
    if any(tree.parse.upos[i] == "VERB" or tree.words[i] in (".", ";") for i in rest) or quotes.quoted[text.first] >= 0:
        return said
    return said._replace(content=(text,), because=("announced by a colon",))
