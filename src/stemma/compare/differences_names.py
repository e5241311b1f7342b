"""Names at the same place of two assertions: another spelling, another name, or a more exact one."""

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from stemma.compare.differences_reading import Reading, Word
from stemma.compare.differences_words import replacements
from stemma.model import Difference, DifferenceRelation, Mention, Span

SPELLING = 75.0
"""Similarity (0 to 100) from which two names of one entity are one in two spellings."""


def name_differences(a: Reading, b: Reading) -> Iterator[Difference]:
    """Where the two assertions have other names at the same place, or spell one name in two ways."""
    yield from spelled(a, b)
    yield from at_one_place(a, b)


def spelled(a: Reading, b: Reading) -> Iterator[Difference]:
    """Names of one entity that are written in two ways."""
    theirs = by_entity(b)
    for entity, mention in sorted(by_entity(a).items()):
        if (other := theirs.get(entity)) is None:
            continue
        x, y = plain(a.text(mention.span)), plain(b.text(other.span))
        if x != y and x not in y and y not in x and len(x.split()) == len(y.split()) and fuzz.ratio(x, y) >= SPELLING:
            yield named(a, mention.span, b, other.span, "unclear", 0.15, "one name in two spellings")


def at_one_place(a: Reading, b: Reading) -> Iterator[Difference]:
    """Names that stand where the other has another name of the same kind, of which the other has nothing else."""
    mine, theirs = by_entity(a), by_entity(b)
    only_a = [m for m in a.mentions if m.entity is None or m.entity not in theirs]
    only_b = [m for m in b.mentions if m.entity is None or m.entity not in mine]
    for gone, come in replacements(a, b):
        x, y = mention_in(only_a, gone), mention_in(only_b, come)
        if x is not None and y is not None and x.kind == y.kind:
            if not shares_a_word(a.text(x.span), b.text(y.span)):
                relation: DifferenceRelation = "contradiction" if x.kind == "place" else "unclear"
                yield named(a, x.span, b, y.span, relation, 0.5, "other names at the same place")
            else:
                yield named(a, x.span, b, y.span, "unclear", 0.25, "names that share words at the same place")


def mention_in(mentions: list[Mention], words: tuple[Word, ...]) -> Mention | None:
    """The one name that words which stand for others hold, None where they hold several or none."""
    if not words:
        return None
    start, end = words[0].span.start, words[-1].span.end
    found = [m for m in mentions if m.span.start < end and start < m.span.end]
    return found[0] if len(found) == 1 else None


def by_entity(reading: Reading) -> Mapping[str, Mention]:
    """The first mention of each entity in an assertion."""
    found: dict[str, Mention] = {}
    for mention in reading.mentions:
        if mention.entity is not None:
            found.setdefault(mention.entity, mention)
    return found


def plain(name: str) -> str:
    """A name without article, possessive and case."""
    folded = name.casefold().removeprefix("the ").removesuffix("'s").removesuffix("’s")
    return " ".join(folded.replace("-", " ").replace(".", "").split())


def shares_a_word(name: str, other: str) -> bool:
    """Whether two names have a word in common."""
    return bool(set(plain(name).split()) & set(plain(other).split()))


def named(
    a: Reading, first: Span, b: Reading, second: Span, relation: DifferenceRelation, weight: float, why: str
) -> Difference:
    """A difference of names."""
    return Difference(
        kind="name",
        relation=relation,
        between=(a.place, b.place),
        spans=(first, second),
        weight=weight,
        because=(why,),
    )
