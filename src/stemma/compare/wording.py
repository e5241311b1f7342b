"""Other words for the same: labels that take a side, words that say how much, and what stands in another's place.

Labels come first: words of one kind (`lang.loaded_en.LABELS`) of which each assertion has another. Words that judge
make it framing. Then come words at the same place between words that both have. What only changes the style weighs
little.
"""

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from stemma.compare.differences_attribution import charged_cue, frame
from stemma.compare.differences_reading import Reading, Word, stem
from stemma.compare.differences_words import Replaced, heaviness, replacements, stretch
from stemma.lang.loaded_en import CHARGED, DEGREES, LABELS
from stemma.model import Difference, DifferenceRelation, Span

LABEL, CHARGED_LABEL, DEGREE, JUDGING, OTHER = 0.4, 0.7, 0.35, 0.5, 0.1
"""Where each sort of wording begins in the order: labels, labels that take a side, words of degree, words of saying
that judge, and all others."""
LONGEST = 8
"""How many words may stand in place of others: more are another clause."""
SAME_SPELLING = 80.0
"""Similarity (0 to 100) from which two words are one in two spellings."""

_CHARGED = frozenset(map(stem, CHARGED))
_DEGREES = frozenset(map(stem, DEGREES))


def _kinds() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in sorted(LABELS.items()):
        for word in sorted(set(map(stem, words))):
            found[word] = (*found.get(word, ()), kind)
    return found


_KINDS = _kinds()


def wording_differences(a: Reading, b: Reading) -> Iterator[Difference]:
    """Where two assertions choose other words."""
    if a.report == b.report:
        return
    labelled = list(labels(a, b))
    yield from labelled
    yield from judged(a, b)
    taken = [difference.spans for difference in labelled]
    for replaced in replacements(a, b):
        found = in_place(a, b, replaced)
        if found is not None and not any(_meets(found.spans, spans) for spans in taken):
            yield found


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
        weight = CHARGED_LABEL if side else LABEL
        why = f"words for the same: {kind}" + (", of which one judges" if side else "")
        yield worded(a, x.span, b, y.span, "framing" if side else "unclear", weight, why)


def by_kind(reading: Reading) -> dict[str, dict[str, Word]]:
    """The labels that an assertion has, by their kind, the first of each stem."""
    found: dict[str, dict[str, Word]] = {}
    for word in reading.words:
        for kind in _KINDS.get(word.stem, ()):
            found.setdefault(kind, {}).setdefault(word.stem, word)
    return found


def charged(word: Word) -> bool:
    """Whether a word judges what it names."""
    return word.stem in _CHARGED


def judged(a: Reading, b: Reading) -> Iterator[Difference]:
    """A word of saying that judges beside one that does not."""
    if a.said is not None and b.said is not None and charged_cue(a) != charged_cue(b):
        yield worded(a, frame(a), b, frame(b), "framing", JUDGING, "a word of saying that judges")


def in_place(a: Reading, b: Reading, replaced: Replaced) -> Difference | None:
    """Other words at the same place, or a word of degree or of judgement that only one has."""
    left, right = replaced
    if not left or not right:
        return one_sided(a, b, replaced)
    if len(left) > LONGEST or len(right) > LONGEST or _spelling(left, right):
        return None
    if any(w.form[0].isdigit() for w in (*left, *right)):
        return None
    side = any(map(charged, left)) != any(map(charged, right))
    degree = any(w.stem in _DEGREES for w in left) and any(w.stem in _DEGREES for w in right)
    base = CHARGED_LABEL if side else DEGREE if degree else OTHER
    weight = base + (1 - base) * min(heaviness(left), heaviness(right))
    why = "a word that judges" if side else "other words of degree" if degree else "other words at the same place"
    return worded(a, stretch(left), b, stretch(right), "framing" if side else "unclear", weight, why)


def one_sided(a: Reading, b: Reading, replaced: Replaced) -> Difference | None:
    """A word that judges or says how much, where the other assertion has none at its place."""
    words = replaced.left or replaced.right
    marked = [w for w in words if charged(w) or w.stem in _DEGREES]
    if not marked or len(words) > LONGEST:
        return None
    judges = any(map(charged, marked))
    first = stretch(marked) if replaced.left else a.whole
    second = stretch(marked) if replaced.right else b.whole
    why = "a word that judges, in one only" if judges else "a word of degree, in one only"
    return worded(a, first, b, second, "framing" if judges else "unclear", JUDGING if judges else DEGREE, why)


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


def _spelling(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    joined = (" ".join(w.folded for w in side) for side in (left, right))
    return fuzz.ratio(*joined) >= SAME_SPELLING


def _meets(spans: tuple[Span, Span], others: tuple[Span, Span]) -> bool:
    return all(s.start < o.end and o.start < s.end for s, o in zip(spans, others, strict=True))
