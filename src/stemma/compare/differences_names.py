"""Names at the same place of two assertions: another spelling, another name, or a more exact one."""

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from stemma.compare.differences_reading import Reading, Word
from stemma.model import Difference, DifferenceRelation, Mention, Span
from stemma.text.gazetteer import Known, gazetteer

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
        if respelled(x, y):
            yield named(a, mention.span, b, other.span, "unclear", 0.15, "one name in two spellings")


def respelled(x: str, y: str) -> bool:
    """Whether two names of one entity are the same words, spelled in two ways."""
    if x == y or x in y or y in x or len(x.split()) != len(y.split()):
        return False
    changed = [(p, q) for p, q in zip(x.split(), y.split(), strict=True) if p != q]
    return all(fuzz.ratio(p, q) >= SPELLING and not (p.startswith(q) or q.startswith(p)) for p, q in changed)


def at_one_place(a: Reading, b: Reading) -> Iterator[Difference]:
    """Names before the same word, or after it, where neither assertion has the name of the other."""
    mine, theirs = beside(a), beside(b)
    names_a, names_b = ({key(r, m) for m in r.mentions} for r in (a, b))
    told: set[tuple[Span, Span]] = set()
    for place in sorted(mine.keys() & theirs.keys()):
        x, y = mine[place], theirs[place]
        if (x.span, y.span) in told or key(a, x) in names_b or key(b, y) in names_a:
            continue
        told.add((x.span, y.span))
        relation, why = relation_of(a.text(x.span), b.text(y.span))
        yield named(a, x.span, b, y.span, relation, 0.5 if relation == "contradiction" else 0.4, why)


def relation_of(name: str, other: str) -> tuple[DifferenceRelation, str]:
    """How two names at one place stand to each other, as far as the table of names tells."""
    x, y = known(name), known(other)
    if x is not None and y is not None and x.kind != y.kind and x.country == y.country:
        return "precision", "one names a country, the other a place of it"
    if (x is None) != (y is None) and any(found is not None and found.kind == "country" for found in (x, y)):
        return "precision", "one names a country, the other something else, perhaps of it"
    if set(plain(name).split()) & set(plain(other).split()):
        return "unclear", "names that share words at the same place"
    return "unclear", "other names at the same place"


def key(reading: Reading, mention: Mention) -> str:
    """What a name leads to: the country of an adjective, the entity, or the name itself."""
    name = reading.text(mention.span)
    found = known(name)
    return found.name if found is not None else mention.entity or plain(name)


def known(name: str) -> Known | None:
    """What the table of names has under a name or an adjective."""
    table = gazetteer()
    bare = name.removesuffix("'s").removesuffix("’s")
    return table.names.get(bare) or table.adjectives.get(bare) or table.names.get(bare.replace(".", ""))


def beside(reading: Reading) -> dict[tuple[str, str], Mention]:
    """The names of an assertion by the word before them and by the word after them, where these carry meaning."""
    found: dict[tuple[str, str], Mention] = {}
    words = reading.words
    starts = {word.span.start: i for i, word in enumerate(words)}
    for mention in reading.mentions:
        first = starts.get(mention.span.start)
        if first is None:
            continue
        after = first
        while after < len(words) and words[after].span.start < mention.span.end:
            after += 1
        for side, near in (("before", words[first - 1 : first]), ("after", words[after : after + 1])):
            for word in near:
                if anchors(word):
                    found.setdefault((side, word.stem), mention)
    return found


def anchors(word: Word) -> bool:
    """Whether a word is one that a name may hang on: not itself a name, and with a meaning of its own."""
    return not word.form[0].isupper() and word.carries


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
