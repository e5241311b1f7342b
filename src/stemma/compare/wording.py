"""Other words for the same: labels that take a side, words that say how much, and what stands in another's place.

Labels come first: words of one kind (`lang.loaded_en.LABELS`) of which each assertion has another. Words that judge
make it framing. Then come words at the same place between words that both have. What only changes the style weighs
little.
"""

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from stemma.compare.differences_attribution import charged_cue, frame
from stemma.compare.differences_reading import Reading, Word, stem
from stemma.compare.differences_words import Replaced, blocks, heaviness, likeness, stretch
from stemma.lang.loaded_en import CHARGED, DEGREES, LABELS, PLAIN
from stemma.model import Difference, DifferenceRelation, Span

LABEL, PLAIN_LABEL, CHARGED_LABEL, DEGREE, ONE_DEGREE, JUDGING, OTHER = 0.45, 0.35, 0.7, 0.4, 0.25, 0.5, 0.65
"""What each sort of wording weighs, or begins with: labels for people and acts, labels for things, labels of which one
takes a side, words of degree in both and in one, words that judge; and what all others weigh at most."""
NEAR = 0.4
"""Share of words in common from which words at the same place stand for each other."""
MOST_PLAIN = 5
"""How many words that judge nothing may stand for others."""
BEFORE = 3
"""How many words may stand between a word of judgement or degree and what it is said of."""
LONGEST = 10
"""How many words may stand in place of others: more are another clause."""
SAME_SPELLING = 80.0
"""Similarity (0 to 100) from which two words are one in two spellings."""

_CHARGED = frozenset(stem(word) for word in CHARGED if not word.endswith("ed"))
_DEGREES = frozenset(map(stem, DEGREES))


def _by_stem() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in sorted(LABELS.items()):
        for word in sorted(set(map(stem, words))):
            found[word] = (*found.get(word, ()), kind)
    return found


_KINDS = _by_stem()


def wording_differences(a: Reading, b: Reading) -> Iterator[Difference]:
    """Where two assertions choose other words."""
    if a.report == b.report:
        return
    found = [*labels(a, b), *marked(a, b)]
    yield from found
    yield from judged(a, b)
    taken = [difference.spans for difference in found if difference.relation == "framing"]
    for difference in in_place(a, b):
        if not any(_meets(difference.spans, spans) for spans in taken):
            yield difference


def labels(a: Reading, b: Reading) -> Iterator[Difference]:
    """Words of one kind of which each assertion has another, and neither has the other's."""
    mine, theirs = by_kind(a), by_kind(b)
    seen: set[tuple[Span, Span]] = set()
    for kind in sorted(mine.keys() & theirs.keys()):
        left, right = mine[kind], theirs[kind]
        only_left = [w for s, w in left.items() if s not in right]
        only_right = [w for s, w in right.items() if s not in left]
        if not only_left or not only_right or left.keys() & right.keys():
            continue
        x, y = only_left[0], only_right[0]
        if (x.span, y.span) in seen:
            continue
        seen.add((x.span, y.span))
        side = charged(x) != charged(y)
        weight = CHARGED_LABEL if side else PLAIN_LABEL if kind in PLAIN else LABEL
        why = f"words for the same: {kind}" + (", of which one judges" if side else "")
        yield worded(a, x.span, b, y.span, "framing" if side else "unclear", weight, why)


def by_kind(reading: Reading) -> dict[str, dict[str, Word]]:
    """The labels that an assertion has, by their kind, the first of each stem."""
    found: dict[str, dict[str, Word]] = {}
    for word in reading.words:
        for kind in kinds(word):
            found.setdefault(kind, {}).setdefault(word.stem, word)
    return found


def degree(word: Word) -> bool:
    """Whether a word says how much or how strongly, and is no name."""
    return word.stem in _DEGREES and not word.form[0].isupper()


def kinds(word: Word) -> tuple[str, ...]:
    """The kinds of things that a word is a label for."""
    return _KINDS.get(word.stem, ())


def charged(word: Word) -> bool:
    """Whether a word judges what it names."""
    return word.folded in CHARGED or word.stem in _CHARGED


def judged(a: Reading, b: Reading) -> Iterator[Difference]:
    """A word of saying that judges beside one that does not."""
    if a.said is not None and b.said is not None and charged_cue(a) != charged_cue(b):
        yield worded(a, frame(a), b, frame(b), "framing", JUDGING, "a word of saying that judges")


def in_place(a: Reading, b: Reading) -> Iterator[Difference]:
    """Other words at the same place between words that both have."""
    near = likeness(a, b) >= NEAR
    for block in blocks(a, b):
        if spelled_alike(block) or not (near or (block.anchored and any(map(charged, (*block.left, *block.right))))):
            continue
        both = bool(block.left and block.right)
        found = exchanged(a, b, block) if both else one_sided(a, b, block)
        if found is not None:
            yield found


def exchanged(a: Reading, b: Reading, block: Replaced) -> Difference | None:
    """Words that stand for one another: labels of which one judges, or others that carry meaning."""
    left, right = block.left, block.right
    longest = max(len(left), len(right))
    if longest > LONGEST or any(w.form[0].isdigit() for w in (*left, *right)):
        return None
    if any(map(charged, left)) != any(map(charged, right)):
        weight = CHARGED_LABEL + (1 - CHARGED_LABEL) * max(heaviness(left), heaviness(right))
        return worded(a, stretch(left), b, stretch(right), "framing", weight, "other words, of which one side's judge")
    if longest > MOST_PLAIN or any(all(w.form[0].isupper() for w in side) for side in (left, right)):
        return None
    weight = OTHER * min(heaviness(left), heaviness(right))
    return worded(a, stretch(left), b, stretch(right), "unclear", weight, "other words at the same place")


def one_sided(a: Reading, b: Reading, block: Replaced) -> Difference | None:
    """A judgement that only one of two assertions in nearly the same words has."""
    words = block.left or block.right
    if not any(map(charged, words)) or len(words) > LONGEST:
        return None
    first = stretch(words) if block.left else a.whole
    second = stretch(words) if block.right else b.whole
    weight = JUDGING + (1 - JUDGING) * heaviness(words)
    return worded(a, first, b, second, "framing", weight, "words that judge, in one only")


def marked(a: Reading, b: Reading) -> Iterator[Difference]:
    """Words of judgement or degree before a word that both have: "massive damage" beside "heavy damage"."""
    mine, theirs = markers(a), markers(b)
    shared = {w.stem: w for w in a.content}, {w.stem: w for w in b.content}
    near = likeness(a, b) >= NEAR
    told: set[tuple[str, str]] = set()
    for anchor in sorted((mine.keys() | theirs.keys()) & shared[0].keys() & shared[1].keys()):
        x, y = mine.get(anchor), theirs.get(anchor)
        first, second = x.stem if x else "", y.stem if y else ""
        if first == second or first in shared[1] or second in shared[0] or (first, second) in told:
            continue
        told.add((first, second))
        judges = any(charged(w) for w in (x, y) if w is not None)
        spans = [
            Span(min(w.span.start, end.span.start), end.span.end) if w is not None else end.span
            for w, end in ((x, shared[0][anchor]), (y, shared[1][anchor]))
        ]
        why = "a word that judges" if judges else "a word of degree"
        both = x is not None and y is not None
        if not (both or judges or near):
            continue
        one = "" if both else ", in one only"
        weight = JUDGING if judges else DEGREE if both else ONE_DEGREE
        yield worded(a, spans[0], b, spans[1], "framing" if judges else "unclear", weight, why + one)


def markers(reading: Reading) -> dict[str, Word]:
    """The words of judgement or degree of an assertion by the stems of the words near behind them."""
    found: dict[str, Word] = {}
    marker, left = None, 0
    for word in reading.words:
        if charged(word) or degree(word):
            marker, left = word, BEFORE
        elif marker is not None and left:
            left = left - 1 if word.carries else 0
            if left or word.carries:
                found.setdefault(word.stem, marker)
    return found


def spelled_alike(block: Replaced) -> bool:
    """Whether two runs of words are one in two spellings, or differ in what carries no meaning."""
    joined = [" ".join(w.folded for w in side) for side in (block.left, block.right)]
    return fuzz.ratio(*joined) >= SAME_SPELLING


def worded(
    a: Reading, first: Span, b: Reading, second: Span, relation: DifferenceRelation, weight: float, why: str
) -> Difference:
    """A difference of wording."""
    return Difference(
        kind="wording",
        relation=relation,
        between=(a.place, b.place),
        spans=(first, second),
        weight=round(weight, 3),
        because=(why,),
    )


def _meets(spans: tuple[Span, Span], others: tuple[Span, Span]) -> bool:
    return all(s.start < o.end and o.start < s.end for s, o in zip(spans, others, strict=True))
