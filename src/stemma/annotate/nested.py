"""Speech inside of speech: "the ministry said the envoy had told it that", "he said, according to the ministry"."""

from collections.abc import Iterator, Sequence

from stemma.annotate.said import Said
from stemma.annotate.tree import NOMINAL, Tree, covered

_FIRM = frozenset(("verb of saying: clause", "verb of saying: aside", "quotation beside its cue"))
"""The frames that are sure enough to tell what somebody says that somebody said."""


def nested(tree: Tree, said: Sequence[Said]) -> list[Said]:
    """`said` with who reports the words of another in `via`, and without doubtful speech inside of speech.

    What "according to" reports of a speaker is that speaker's; what a clause reports is its own speaker's as well.
    """
    kept = list(said)
    dropped: set[int] = set()
    for inner, outer in _enclosed(said):
        around, own = said[outer], said[inner]
        if around.because[:1] == ("according to",) and around.root == own.head:
            kept[inner] = kept[inner]._replace(via=around.source)
            dropped.add(outer)
        elif own.because[:1] == ("according to",) and own.root == around.head:
            kept[outer] = kept[outer]._replace(via=own.source)
            dropped.add(inner)
        elif _is_another(tree, own, around):
            kept[inner] = kept[inner]._replace(via=around.source)
        else:
            dropped.add(inner)
    return [s for n, s in enumerate(kept) if n not in dropped]


def _enclosed(said: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """The attributions whose cue lies in the content of another, each with the innermost of these."""
    runs = sorted((run.first, -run.after, n) for n, s in enumerate(said) for run in s.content)
    at = 0
    open_runs: list[tuple[int, int]] = []
    for head, inner in sorted((s.head, n) for n, s in enumerate(said)):
        while at < len(runs) and runs[at][0] <= head:
            open_runs.append((-runs[at][1], runs[at][2]))
            at += 1
        while open_runs and open_runs[-1][0] <= head:
            open_runs.pop()
        outer = next((n for after, n in reversed(open_runs[-3:]) if after > head and n != inner), None)
        if outer is not None:
            yield inner, outer


def _is_another(tree: Tree, inner: Said, outer: Said) -> bool:
    """Whether speech inside of speech is that of somebody else, who is named."""
    if inner.source is None or inner.because[0] not in _FIRM or inner.via is not None:
        return False
    if outer.source is not None and tree.words[slice(*inner.source)] == tree.words[slice(*outer.source)]:
        return False
    upos = tree.parse.upos
    named = any(upos[i] in ("NOUN", "PROPN") for i in range(*inner.source) if upos[i] in NOMINAL)
    return named and covered(inner.source.first, outer.content)
