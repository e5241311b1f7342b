"""Whether one assertion says what the other denies: negated words that both have, and opposites."""

from collections.abc import Iterator, Mapping

from stemma.compare.differences_reading import Denied, Reading, Word, stem
from stemma.compare.differences_words import share_of_words
from stemma.lang.opposites_en import DENIALS, DENYING, EITHER, MOVES, NEGATIONS, NONE, OPPOSITES, UNHARMED
from stemma.model import Difference, DifferenceRelation, Span

REACH, REACH_OF_VERB, REACH_OF_NONE = 3, 2, 6
"""How many words a negation reaches: "not", a verb such as "failed", and "no" before what is counted."""
ALIKE = 0.25
"""Share of words in common from which opposites and negated words are taken for words of one thing."""
MEANS = 0.2
"""Weight from which a negated word is worth a difference: "done" is not."""

_DENYING = frozenset(map(stem, DENYING))
_FAMILIES: Mapping[str, tuple[int, int]] = {
    stem(word): (number, side)
    for number, pair in reversed(list(enumerate(OPPOSITES)))
    for side, words in enumerate(pair)
    for word in words
}


def polarity_differences(a: Reading, b: Reading) -> Iterator[Difference]:
    """Where one assertion turns round what the other says; at most one."""
    found = denied(a, b) or turned(a, b)
    if found is not None:
        first, second, relation, weight, why = found
        yield Difference(
            kind="polarity",
            relation=relation,
            between=(a.place, b.place),
            spans=(first, second),
            weight=weight,
            because=(why,),
        )


_Found = tuple[Span, Span, DifferenceRelation, float, str]


def denied(a: Reading, b: Reading) -> _Found | None:
    """A word that both have and that only one of them negates, where the other negates nothing."""
    in_a, in_b = negated(a), negated(b)
    if bool(in_a) == bool(in_b):
        return None
    one, other, inside = (a, b, in_a) if in_a else (b, a, in_b)
    if negative(other):
        return None
    common = {word.stem: word for word in other.content}
    if not denials(one):
        inside = [(word, cue) for word, cue in inside if word.weight >= MEANS and heads(one, word)]
        if share_of_words(a, b) < ALIKE:
            return None
    for word, cue in inside:
        if (plain := common.get(word.stem)) is not None and not word.form[0].isupper():
            negation = Span(min(cue.start, word.span.start), max(cue.end, word.span.end))
            spans = (negation, plain.span) if one is a else (plain.span, negation)
            return *spans, "contradiction", 0.9, "one denies what the other says"
    return None


def heads(reading: Reading, word: Word) -> bool:
    """Whether a word heads a clause, so that a negation of it denies the clause; any may where no clauses are known."""
    units = reading.notes.units
    if not units:
        return True
    inside = (unit.predicate for unit in units if unit.spans[0].start <= word.span.start < unit.spans[-1].end)
    return any(predicate.start <= word.span.start < predicate.end for predicate in inside)


def negated(reading: Reading) -> list[tuple[Word, Span]]:
    """The words that carry meaning in reach of a negation, each with it; all those of what somebody denies."""
    found = [
        (word, denial.cue)
        for denial in denials(reading)
        for word in reading.content
        if denial.span.start <= word.span.start < denial.span.end
    ]
    if found:
        return found
    left, cue, before = 0, reading.whole, reading.words[0] if reading.words else None
    for word in reading.words:
        if before is not None and parted(reading, before, word):
            left = 0
        if (reach := reach_of(word)) and not (before is not None and before.folded in EITHER):
            left, cue = reach, word.span
        elif left:
            left -= 1
            if word.carries:
                found.append((word, cue))
        before = word
    return found


def parted(reading: Reading, before: Word, word: Word) -> bool:
    """Whether a mark stands between two words, beyond which no negation reaches."""
    between = reading.notes.report.text[before.span.end : word.span.start]
    return any(mark in between for mark in ",;:()[]—–\n") or " - " in between


def denials(reading: Reading) -> list[Denied]:
    """What somebody denies in an assertion, in so many words."""
    return [denial for denial in reading.denied if denies(reading.text(denial.cue))]


def reach_of(word: Word) -> int:
    """How many words a word negates after it; 0 for one that negates nothing."""
    if word.folded in NONE:
        return REACH_OF_NONE
    if word.folded in NEGATIONS:
        return REACH
    return REACH_OF_VERB if word.folded in DENIALS else 0


def denies(cue: str) -> bool:
    """Whether a cue denies what is said, and does not only turn something down."""
    return any(stem(part) in _DENYING for part in cue.split())


def negative(reading: Reading) -> bool:
    """Whether an assertion has a negation anywhere, or a word that holds one inside, as "unharmed" does."""
    return any(reach_of(word) or word.folded in UNHARMED for word in reading.words)


def turned(a: Reading, b: Reading) -> _Found | None:
    """Words of the two that are opposites, where neither has words of both sides.

    Which way a price goes is told by its figure where there is one: "gave up gains to fall 3%".
    """
    left, right = sides(a), sides(b)
    for number in sorted(left.keys() & right.keys()):
        mine, theirs = left[number], right[number]
        if len(mine) == 1 == len(theirs) and mine.keys() != theirs.keys():
            first, second = next(iter(mine.values())), next(iter(theirs.values()))
            if bool(negated(a)) != bool(negated(b)):
                return None
            if number == MOVES:
                return first, second, "update", 0.7, "one says up, the other down"
            if share_of_words(a, b) >= ALIKE:
                return first, second, "contradiction", 0.8, "words that are opposites"
    return None


def sides(reading: Reading) -> dict[int, dict[int, Span]]:
    """The pairs of opposites of which an assertion has words, by side, with the last of each."""
    found: dict[int, dict[int, Span]] = {}
    for word in reading.words:
        if (place := _FAMILIES.get(word.stem)) is not None:
            number, side = place
            found.setdefault(number, {})[side] = word.span
    changes = {
        (quantity.change or "").startswith("-"): quantity.span for quantity in reading.quantities if quantity.change
    }
    if changes:
        found[MOVES] = {int(down): span for down, span in changes.items()}
    return found
