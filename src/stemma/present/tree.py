"""The family tree as a drawing: where each witness, report and line goes. Sizes are in CSS pixels."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from stemma.model import Descent

WIDE_MOST = 6
"""Reports that fit side by side under their witnesses at a readable size; more are drawn as rows."""

BOX_WIDTH, BOX_HEIGHT, GAP, LEVEL, CIRCLE = 164, 66, 14, 130, 19
RING, BRANCHES = 14, 74
"""Radius of a branch's ring, and the height of the level on which the rings stand."""
ROW, COLUMN, ARC, ROWS_TOP, LABELS = 30, 30, 16, 62, 320


@dataclass(frozen=True, slots=True)
class Limb:
    """A branch as it is drawn: a ring between an origin and those of its reports that agree in their readings."""

    id: str
    origin: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A witness or a branch (round) or a report (a box or a row); `x` and `y` are its centre."""

    id: str
    x: float
    y: float
    kind: Literal["witness", "branch", "report"]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from parent to child; `number` is that of its descent, `None` for one from an origin to its branch."""

    number: int | None
    path: str
    directed: bool
    confidence: float
    parent: str
    child: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A family tree, laid out; `knots` mark where a row has words of a witness: (x, y, witness)."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    knots: tuple[tuple[float, float, str], ...] = ()


def by_parent(
    witnesses: Sequence[str], reports: Sequence[str], descents: Sequence[Descent], limbs: Sequence[Limb] = ()
) -> list[str]:
    """The reports in the order of their first witness and its branches, copies after what they copy.

    Those that have words from reports alone come after those, and those that stand alone last.
    """
    depth = depths(reports, descents)
    first = first_witness(witnesses, reports, descents)
    branch = {(limb.origin, report): n for n, limb in enumerate(limbs) for report in limb.reports}

    def key(report: str) -> tuple[int, int, int, int]:
        rank = first[report]
        origin = witnesses[rank] if rank < len(witnesses) else ""
        return rank, branch.get((origin, report), len(limbs)), depth[report], reports.index(report)

    return sorted(reports, key=key)


def first_witness(witnesses: Sequence[str], reports: Sequence[str], descents: Sequence[Descent]) -> dict[str, int]:
    """The number of the first witness over each report; after the last, those with words from reports, then others."""
    rank = {witness: n for n, witness in enumerate(witnesses)}
    parents = _parents(descents)
    first = {}
    for report in reports:
        over = parents.get(report, [])
        first[report] = min((rank[p] for p in over if p in rank), default=len(rank) + (0 if over else 1))
    return first


def depths(reports: Sequence[str], descents: Sequence[Descent]) -> dict[str, int]:
    """How many reports stand above each report on its longest line of descent."""
    parents: dict[str, list[str]] = defaultdict(list)
    known = set(reports)
    for descent in descents:
        if descent.directed and descent.parent in known and descent.child in known:
            parents[descent.child].append(descent.parent)
    depth = dict.fromkeys(reports, 0)
    for _ in reports:
        deeper = {r: max((depth[p] + 1 for p in parents[r]), default=0) for r in reports}
        if deeper == depth:
            break
        depth = deeper
    return {report: min(value, len(reports)) for report, value in depth.items()}


def tree(
    witnesses: Sequence[str], reports: Sequence[str], descents: Sequence[Descent], limbs: Sequence[Limb] = ()
) -> Drawing | None:
    """Witnesses on top, their branches below, reports in levels; `None` where a level holds too many to be read."""
    depth = depths(reports, descents)
    levels: dict[int, list[str]] = defaultdict(list)
    for report in reports:
        levels[depth[report]].append(report)
    widest = max([len(witnesses), *(len(level) for level in levels.values())])
    if widest > WIDE_MOST:
        return None
    width = widest * (BOX_WIDTH + GAP) + 2 * GAP
    place = {w: (_spread(i, len(witnesses), width), CIRCLE + 6.0) for i, w in enumerate(witnesses)}
    top = (CIRCLE + 26 + LEVEL * 0.72 if witnesses else 8) + (BRANCHES if limbs else 0) + BOX_HEIGHT / 2
    parents = _parents(descents)
    for n in sorted(levels):
        ordered = sorted(levels[n], key=lambda r: (_middle(r, parents, place), reports.index(r)))
        for i, report in enumerate(ordered):
            place[report] = (_spread(i, len(ordered), width), top + n * LEVEL)
    place |= _rings(limbs, place, width)
    edges = [
        Edge(None, _curve(place, line, depth), True, 1, line.parent, line.child)
        for line in (_line(limb.origin, limb.id) for limb in limbs)
    ]
    for n, (descent, drawn) in enumerate(zip(descents, _through(descents, limbs), strict=True)):
        (_, y), (_, child_y) = place[drawn.parent], place[drawn.child]
        path = _curve(place, drawn, depth) if y < child_y else _beneath(place, drawn)
        edges.append(Edge(n, path, descent.directed, descent.confidence, descent.parent, descent.child))
    height = max(y for _, y in place.values()) + BOX_HEIGHT / 2 + 34
    return Drawing(width, height, _nodes(witnesses, limbs, reports, place), tuple(edges))


def rows(
    witnesses: Sequence[str], reports: Sequence[str], descents: Sequence[Descent], limbs: Sequence[Limb] = ()
) -> Drawing:
    """A witness or branch a column, a report a row, a knot where one has words from the other; arcs between reports.

    Lines that lead out of these reports and witnesses are left out.
    """
    heads = [name for w in witnesses for name in (w, *(limb.id for limb in limbs if limb.origin == w))]
    columns = {head: 22 + COLUMN * n for n, head in enumerate(heads)}
    known = {*columns, *reports}
    inside = [
        (n, d, line)
        for n, (d, line) in enumerate(zip(descents, _through(descents, limbs), strict=True))
        if {d.parent, d.child} <= known
    ]
    arcs = {n: arc for arc, (n, d, _) in enumerate(item for item in inside if item[1].parent not in columns)}
    labels = 22 + COLUMN * len(heads) + (ARC * min(4, len(arcs)) + 8 if arcs else 0)
    top = ROWS_TOP if heads else 8
    place: dict[str, tuple[float, float]] = {w: (x, CIRCLE + 4) for w, x in columns.items()}
    for n, report in enumerate(reports):
        place[report] = (labels, top + ROW * n + ROW / 2)
    edges = [
        Edge(
            None,
            f"M{columns[limb.origin] + 13:g} {CIRCLE + 4}H{columns[limb.id] - 11:g}",
            True,
            1,
            limb.origin,
            limb.id,
        )
        for limb in limbs
    ]
    knots = []
    for n, descent, line in inside:
        (x, y), (child_x, child_y) = place[line.parent], place[line.child]
        if n in arcs:
            bend = child_x - 6 - ARC * (1 + arcs[n] % 4)
            path = f"M{x - 6:g} {y:g}H{bend:g}V{child_y:g}H{child_x - 6:g}"
        else:
            path = f"M{x:g} {CIRCLE * 2 + 4:g}V{child_y:g}H{child_x - 6:g}"
            knots.append((x, child_y, descent.parent))
        edges.append(Edge(n, path, descent.directed, descent.confidence, descent.parent, descent.child))
    height = top + ROW * len(reports) + 6
    return Drawing(labels + LABELS, height, _nodes(witnesses, limbs, reports, place), tuple(edges), tuple(knots))


def _nodes(
    witnesses: Sequence[str], limbs: Sequence[Limb], reports: Sequence[str], place: Mapping[str, tuple[float, float]]
) -> tuple[Node, ...]:
    return (
        *(Node(name, *place[name], kind="witness") for name in witnesses),
        *(Node(limb.id, *place[limb.id], kind="branch") for limb in limbs),
        *(Node(name, *place[name], kind="report") for name in reports),
    )


def _rings(
    limbs: Sequence[Limb], place: Mapping[str, tuple[float, float]], width: float
) -> dict[str, tuple[float, float]]:
    """The places of branches: over the middle of their reports, side by side where they would meet."""
    middle = {limb.id: sum(place[r][0] for r in limb.reports) / len(limb.reports) for limb in limbs}
    found: dict[str, tuple[float, float]] = {}
    least = RING + 6.0
    for name in sorted(middle, key=lambda name: (middle[name], name)):
        x = min(max(middle[name], least), width - RING - 6)
        found[name] = (x, CIRCLE + 6 + BRANCHES)
        least = x + 2 * RING + 34
    return found


def _through(descents: Sequence[Descent], limbs: Sequence[Limb]) -> list[Descent]:
    """The descents as they are drawn: from a branch of the origin where the report is on one."""
    limb_of = {(limb.origin, report): limb.id for limb in limbs for report in limb.reports}
    return [replace(d, parent=limb_of.get((d.parent, d.child), d.parent)) for d in descents]


def _line(parent: str, child: str) -> Descent:
    return Descent(parent=parent, child=child, directed=True, confidence=1, because=())


def _parents(descents: Sequence[Descent]) -> dict[str, list[str]]:
    parents: dict[str, list[str]] = defaultdict(list)
    for descent in descents:
        parents[descent.child].append(descent.parent)
    return parents


def _middle(report: str, parents: Mapping[str, list[str]], place: Mapping[str, tuple[float, float]]) -> float:
    """Where a report would like to stand: under the middle of its parents, or last where it has none."""
    over = [place[p][0] for p in parents.get(report, []) if p in place]
    return sum(over) / len(over) if over else float("inf")


def _spread(n: int, of: int, width: float) -> float:
    step = width / of
    return round(step * (n + 0.5), 1)


def _curve(place: Mapping[str, tuple[float, float]], descent: Descent, depth: Mapping[str, int]) -> str:
    """A line from parent down to child that goes between the boxes of the levels it passes."""
    (x, y), (child_x, child_y) = place[descent.parent], place[descent.child]
    y += BOX_HEIGHT / 2 if descent.parent in depth else CIRCLE
    path = f"M{x:g} {y:g}"
    for level in range(depth.get(descent.parent, -1) + 1, depth.get(descent.child, 0)):
        boxes = sorted(place[report] for report, at in depth.items() if at == level)
        wish = x + (child_x - x) * (boxes[0][1] - y) / (child_y - y)
        gap = min(_gaps([box_x for box_x, _ in boxes]), key=lambda g: abs(g - wish))
        over, under = boxes[0][1] - BOX_HEIGHT / 2 - 6, boxes[0][1] + BOX_HEIGHT / 2 + 6
        path += _bow(x, y, gap, over) + f"V{under:g}"
        x, y = gap, under
    return path + _bow(x, y, child_x, child_y - (BOX_HEIGHT / 2 + 4 if descent.child in depth else RING))


def _bow(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = (y + to_y) / 2
    return f"C{x:g} {middle:g} {to_x:g} {middle:g} {to_x:g} {to_y:g}"


def _gaps(centres: Sequence[float]) -> list[float]:
    """Where a line can pass a row of boxes."""
    half = (BOX_WIDTH + GAP) / 2
    return [centres[0] - half, *((a + b) / 2 for a, b in pairwise(centres)), centres[-1] + half]


def _beneath(place: Mapping[str, tuple[float, float]], descent: Descent) -> str:
    """A line between two boxes of one level, hung below them."""
    (x, y), (child_x, _) = place[descent.parent], place[descent.child]
    low, sign = y + BOX_HEIGHT / 2, 1 if child_x > x else -1
    start, end = x + sign * 30, child_x - sign * 30
    return f"M{start:g} {low:g}C{start:g} {low + 28:g} {end:g} {low + 28:g} {end:g} {low + 3:g}"
