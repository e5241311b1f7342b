"""Descents: which witness each report has its words from, as a directed acyclic graph with unseen witnesses.

Most copying pairs descend from a common, unseen text, so an arrow from report to report is drawn only where the child
credits the parent and is contained in it and no stamp speaks against it, or where an outlet takes up its own earlier
report. Times alone mislead and draw nothing. Confidences are ranks of the kinds of evidence, not measured rates.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from stemma.model import Copy, Descent, Origin, Report
from stemma.trace.alignment import Witness
from stemma.trace.credit import credits_report, house, one_wire, same_outlet
from stemma.trace.origins import carriers
from stemma.trace.sets import Sets

CONTAINED = 0.6
"""Part of a report's own prose that its parent must have."""
LATER = timedelta(hours=1)
"""Stamps closer than this tell no order."""
SLACK = timedelta(days=1)
"""A stamp may lie by a zone or by an update; a parent that is later by more contradicts its role."""


def descents(
    arrows: Sequence[Descent], origins: Sequence[Origin], witnesses: Mapping[str, Witness]
) -> tuple[Descent, ...]:
    """The arrows from report to report; other copying hangs on its origin, as does what credits it itself."""
    explained = {(arrow.child, arrow.parent) for arrow in arrows}
    hung: list[Descent] = []
    for origin in origins:
        if origin.kind in ("credited", "inferred"):
            members = carriers(origin)
            for child in members:
                report = witnesses[child].note.report
                parents = [witnesses[parent].note.report for parent in members if (child, parent) in explained]
                if not parents or (credits_label(report, origin) and not any(bears(p, origin) for p in parents)):
                    hung.append(from_origin(origin, report, len(members)))
    return (*hung, *arrows)


def arrows_between(copies: Sequence[Copy], witnesses: Mapping[str, Witness]) -> tuple[Descent, ...]:
    """The arrows from report to report where evidence agrees, surest first, without circles."""
    reports = {id: w.note.report for id, w in witnesses.items()}
    found = sorted(report_arrows(copies, reports), key=lambda d: (-d.confidence, d.parent, d.child))
    return tuple(without_shortcuts(acyclic(found)))


def from_origin(origin: Origin, child: Report, witnesses: int) -> Descent:
    """The arrow from an origin to a report that carries it.

    Of an inferred text nobody can tell whether it is one of the reports in the pile: its arrows have no direction.
    """
    if origin.kind == "credited":
        direct = credits_label(child, origin)
        because = f"credits {origin.label}" if direct else f"shares its wording with reports that credit {origin.label}"
        return Descent(
            parent=origin.id, child=child.id, directed=True, confidence=0.9 if direct else 0.7, because=(because,)
        )
    because = f"{witnesses} reports share this wording without one credit for it; which is earlier can't be told"
    return Descent(parent=origin.id, child=child.id, directed=False, confidence=0.6, because=(because,))


def credits_label(report: Report, origin: Origin) -> bool:
    """Whether a report itself credits the one whom an origin is credited to."""
    return origin.label is not None and any(credit.name == origin.label for credit in report.credits)


def bears(report: Report, origin: Origin) -> bool:
    """Whether an origin is credited to the outlet of a report: then the report stands for it."""
    label = (origin.label or "").casefold()
    return label in {name.casefold() for name in (house(report), report.outlet) if name}


def report_arrows(copies: Iterable[Copy], reports: Mapping[str, Report]) -> Iterator[Descent]:
    """The arrows that the evidence allows, at most one a pair."""
    for copy in copies:
        if copy.relation is not None:
            a, b = reports[copy.a], reports[copy.b]
            found = [d for d in (arrow(a, b, copy.share_b), arrow(b, a, copy.share_a)) if d is not None]
            if len(found) == 1:
                yield found[0]


def arrow(parent: Report, child: Report, contained: float) -> Descent | None:
    """The arrow from `parent` to `child`, if evidence agrees; `contained` is the part of the child's prose in both."""
    order = published_order(parent, child)
    if order is not None and order < -SLACK:
        return None
    if same_outlet(parent, child):
        if order is None or order < LATER or (contained < CONTAINED and one_wire(parent, child)):
            return None
        because = ["same outlet", f"published {shown(order)} after it", f"{contained:.0%} of its own prose is in it"]
        confidence = 0.7 if contained >= CONTAINED else 0.5
        return Descent(parent=parent.id, child=child.id, directed=True, confidence=confidence, because=tuple(because))
    if not credits_report(child, parent) or contained < CONTAINED:
        return None
    because = [f"credits {parent.outlet or house(parent)}", f"{contained:.0%} of its own prose is in it"]
    if order is not None and order >= LATER:
        because.append(f"published {shown(order)} after it")
    return Descent(parent=parent.id, child=child.id, directed=True, confidence=0.8, because=tuple(because))


def published_order(first: Report, second: Report) -> timedelta | None:
    """How long after `first` the report `second` was published, where both stamps can be compared.

    A date without a time is compared by its day; a stamp with a zone and one without can't be told apart by hours.
    """
    a, b = moment(first.published), moment(second.published)
    if a is None or b is None or not first.published or not second.published:
        return None
    if (a.tzinfo is None) != (b.tzinfo is None) or "T" not in first.published or "T" not in second.published:
        days = (b.date() - a.date()).days
        return timedelta(days=days)
    return b - a


def moment(stamp: str | None) -> datetime | None:
    """A publication time, where it is known to the day at least."""
    try:
        return datetime.fromisoformat(stamp) if stamp else None
    except ValueError:
        return None


def shown(time: timedelta) -> str:
    """A length of time in days or hours; whole days may come from stamps without a time."""
    hours = round(time.total_seconds() / 3600)
    if hours % 24 == 0 or hours >= 48:
        return "a day" if hours // 24 == 1 else f"{hours // 24} days"
    return "an hour" if hours == 1 else f"{hours} hours"


def acyclic(arrows: Iterable[Descent]) -> list[Descent]:
    """The arrows in their order, without those that would close a circle."""
    kept: list[Descent] = []
    above: dict[str, set[str]] = {}
    for candidate in arrows:
        ancestors = {candidate.parent} | above.get(candidate.parent, set())
        if candidate.child in ancestors:
            continue
        kept.append(candidate)
        for node in [candidate.child, *(n for n, over in above.items() if candidate.child in over)]:
            above.setdefault(node, set()).update(ancestors)
    return kept


def without_shortcuts(arrows: Sequence[Descent]) -> list[Descent]:
    """The arrows without those that other arrows lead to over a third report: each version is from the one before."""
    children: dict[str, set[str]] = {}
    parents: dict[str, set[str]] = {}
    for arrow in arrows:
        children.setdefault(arrow.parent, set()).add(arrow.child)
        parents.setdefault(arrow.child, set()).add(arrow.parent)
    return [arrow for arrow in arrows if not children[arrow.parent] & parents[arrow.child]]


def count_of_texts(origins: Sequence[Origin]) -> tuple[tuple[int, int], tuple[str, ...]]:
    """How many independent texts stand behind a story, from what may be dependent to what need not be.

    `high` counts every origin but additions; `low` counts the own prose of a report that also copies, and different
    texts of one credited witness, as one with it.
    """
    counted = [(origin, carriers(origin)) for origin in origins if origin.kind != "addition"]
    sets: Sets[int] = Sets()
    because: list[str] = []
    for i, one in enumerate(counted):
        for j in range(i):
            if (why := may_depend(counted[j], one)) and sets.find(i) != sets.find(j):
                sets.join(i, j)
                because.append(why)
    low = len({sets.find(i) for i in range(len(counted))})
    reasons = (why if n == 1 else f"{why} ({n} times)" for why, n in Counter(because).items())
    return (low, len(counted)), tuple(reasons)


def may_depend(first: tuple[Origin, list[str]], second: tuple[Origin, list[str]]) -> str | None:
    """Why two origins, each with its carriers, may be one text, if they may."""
    if first[0].label is not None and first[0].label == second[0].label:
        return f"two texts are credited to {first[0].label}"
    for (own, alone), (_, others) in ((first, second), (second, first)):
        if own.kind == "own" and len(alone) == 1 and alone[0] in others and len(others) > 1:
            return "a report that copies has prose of its own too, which the higher number counts as a text"
    if min(len(first[1]), len(second[1])) > 1 and set(first[1]) & set(second[1]):
        return "one report carries both of two shared texts"
    return None
