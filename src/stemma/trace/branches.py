"""Branches: witnesses of one text that share readings against the others.

Two reports that agree against a third in odd places have a common ancestor below the text that all three descend from:
an earlier version, a syndicated one, or each other (Lachmann's common errors; Maas, Textkritik, 1927). Which reading is
the older one is not asked: a group and the rest are parted by a reading whatever its age.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Branch, Copy, Origin, Place, Span
from stemma.trace.alignment import Witness
from stemma.trace.edit import form
from stemma.trace.edits import by_fullness, seen_from
from stemma.trace.wording import classed

TELLING = 0.05
"""Weight of an edit from which its reading tells: all but spelling. Small words tell most, as no editor means them."""
ENOUGH_READINGS = 3
"""A branch needs so many places where just its reports agree: one or two may be chance."""

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one report at a place of the base text."""

    at: Span
    words: tuple[str, ...]
    place: Place


def branches(copies: Sequence[Copy], origins: Sequence[Origin], witnesses: Mapping[str, Witness]) -> tuple[Branch, ...]:
    """The branches below each origin of three reports or more, those with most readings first."""
    by_pair = {(copy.a, copy.b): copy for copy in copies}
    found: list[Branch] = []
    for origin in origins:
        base, *others = by_fullness(origin)
        if len(others) >= 2:
            found += below(origin, base, others, by_pair, witnesses)
    return tuple(found)


def below(
    origin: Origin,
    base: str,
    others: Sequence[str],
    by_pair: Mapping[tuple[str, str], Copy],
    witnesses: Mapping[str, Witness],
) -> list[Branch]:
    """The branches of one origin."""
    covered: dict[str, list[Span]] = {}
    readings: dict[Span, list[Reading]] = defaultdict(list)
    for other in others:
        copy = seen_from(base, other, by_pair)
        passages = [p for p in copy.passages if p.shared == "copy"] if copy else []
        covered[other] = [p.a for p in passages]
        for passage in passages:
            for variant in passage.variants:
                words = form(witnesses[other], variant.b)
                if classed(form(witnesses[base], variant.a), words)[1] >= TELLING:
                    folded = tuple(w.casefold() for w in words)
                    readings[variant.a].append(Reading(variant.a, folded, Place(report=other, span=variant.b)))
    support: dict[Group, list[Reading]] = defaultdict(list)
    for at, here in readings.items():
        for group, shared in groups_at(at, here, base, others, covered):
            support[group] += shared
    return chosen(origin, base, support)


def groups_at(
    at: Span, here: Sequence[Reading], base: str, others: Sequence[str], covered: Mapping[str, Sequence[Span]]
) -> Iterator[tuple[Group, list[Reading]]]:
    """The groups that a place parts: reports with one reading, against at least two that have another.

    A report that lacks the passage says nothing about the place, and one that stands alone has only edited by itself:
    that the others keep what they all had is no agreement. Of three reports nobody can say which side did the editing,
    so there two that agree against the third are a group.
    """
    same: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
    for reading in here:
        same[reading.words].append(reading)
    changed = {reading.place.report for reading in here}
    kept = [r for r in others if r not in changed and any(s.start <= at.start and at.end <= s.end for s in covered[r])]
    three = len(others) == 2
    for shared in same.values():
        against = 1 + len(kept) + len(changed) - len(shared)
        if len(shared) >= 2 and (against >= 2 or three):
            yield tuple(sorted(r.place.report for r in shared)), shared
    if three and kept and changed:
        yield tuple(sorted([base, *kept])), [Reading(at, (), Place(report=base, span=at))]


def chosen(origin: Origin, base: str, support: Mapping[Group, Sequence[Reading]]) -> list[Branch]:
    """The groups that enough places part from the rest, at least twice as many as part any group across them."""
    places = {group: sorted({reading.at for reading in found}) for group, found in support.items()}
    kept: list[Group] = []
    for group in sorted(places, key=lambda g: (-len(places[g]), g)):
        if len(places[group]) < ENOUGH_READINGS:
            continue
        across = (len(places[other]) for other in places if not nested(group, other))
        if 2 * max(across, default=0) <= len(places[group]):
            kept.append(group)
    return [
        Branch(
            origin=origin.id,
            reports=group,
            readings=tuple(Place(report=base, span=at) for at in places[group]),
            because=(f"{len(group)} reports agree against others in {len(places[group])} places",),
        )
        for group in kept
    ]


def nested(a: Group, b: Group) -> bool:
    """Whether one group holds the other or they have nothing in common."""
    common = set(a) & set(b)
    return not common or len(common) == min(len(a), len(b))
