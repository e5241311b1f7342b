"""The family tree as a drawing: where each witness, report and line goes. Sizes are in CSS pixels."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.model import Descent

WIDE_MOST = 6
"""Reports that fit side by side under their witnesses at a readable size; more are drawn as rows."""

BOX_WIDTH, BOX_HEIGHT, GAP, LEVEL, CIRCLE = 164, 54, 14, 118, 19
ROW, COLUMN, ARC, ROWS_TOP = 30, 30, 16, 62


@dataclass(frozen=True, slots=True)
class Node:
    """A witness (round) or a report (a box or a row); `x` and `y` are its centre."""

    id: str
    x: float
    y: float
    report: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from parent to child; `number` is that of its descent."""

    number: int
    path: str
    directed: bool
    confidence: float
    parent: str
    child: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A family tree, laid out; `labels` is the x at which the rows' labels start."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    labels: float = 0


def by_parent(witnesses: Sequence[str], reports: Sequence[str], descents: Sequence[Descent]) -> list[str]:
    """The reports in the order of their first witness, copies after what they copy, those that stand alone last."""
    rank = {witness: n for n, witness in enumerate(witnesses)}
    parents, depth = _parents(descents), depths(reports, descents)
    first = {}
    for report in reports:
        over = parents.get(report, [])
        first[report] = min((rank[p] for p in over if p in rank), default=len(rank) + (0 if over else 1))
    return sorted(reports, key=lambda r: (first[r], depth[r], reports.index(r)))


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


def tree(witnesses: Sequence[str], reports: Sequence[str], descents: Sequence[Descent]) -> Drawing | None:
    """Witnesses on top, reports in levels below; `None` where a level holds too many to be read."""
    depth = depths(reports, descents)
    levels: dict[int, list[str]] = defaultdict(list)
    for report in reports:
        levels[depth[report]].append(report)
    widest = max([len(witnesses), *(len(level) for level in levels.values())])
    if widest > WIDE_MOST:
        return None
    width = widest * (BOX_WIDTH + GAP) + 2 * GAP
    place = {w: (_spread(i, len(witnesses), width), CIRCLE + 6.0) for i, w in enumerate(witnesses)}
    top = (CIRCLE + 26 + LEVEL * 0.72 if witnesses else 8) + BOX_HEIGHT / 2
    parents = _parents(descents)
    for n in sorted(levels):
        ordered = sorted(levels[n], key=lambda r: (_middle(r, parents, place), reports.index(r)))
        for i, report in enumerate(ordered):
            place[report] = (_spread(i, len(ordered), width), top + n * LEVEL)
    nodes = [Node(name, *place[name], report=name in depth) for name in [*witnesses, *reports]]
    edges = []
    for n, descent in enumerate(descents):
        (_, y), (_, child_y) = place[descent.parent], place[descent.child]
        path = _curve(place, descent, depth) if y < child_y else _beneath(place, descent)
        edges.append(Edge(n, path, descent.directed, descent.confidence, descent.parent, descent.child))
    return Drawing(width, max(y for _, y in place.values()) + BOX_HEIGHT / 2 + 34, tuple(nodes), tuple(edges))


def rows(witnesses: Sequence[str], reports: Sequence[str], descents: Sequence[Descent]) -> Drawing:
    """A witness a column, a report a row, a knot where one has words from the other; arcs between reports."""
    columns = {witness: 22 + COLUMN * n for n, witness in enumerate(witnesses)}
    between = [d for d in descents if d.parent not in columns]
    labels = 22 + COLUMN * len(witnesses) + (ARC * min(4, len(between)) + 8 if between else 0)
    top = ROWS_TOP if witnesses else 8
    place: dict[str, tuple[float, float]] = {w: (x, CIRCLE + 4) for w, x in columns.items()}
    for n, report in enumerate(reports):
        place[report] = (labels, top + ROW * n + ROW / 2)
    edges = []
    for n, descent in enumerate(descents):
        (x, y), (child_x, child_y) = place[descent.parent], place[descent.child]
        if descent.parent in columns:
            path = f"M{x:g} {CIRCLE * 2 + 4:g}V{child_y:g}H{child_x - 6:g}"
        else:
            bend = child_x - 6 - ARC * (1 + between.index(descent) % 4)
            path = f"M{x - 6:g} {y:g}H{bend:g}V{child_y:g}H{child_x - 6:g}"
        edges.append(Edge(n, path, descent.directed, descent.confidence, descent.parent, descent.child))
    nodes = [Node(name, *place[name], report=name not in columns) for name in [*witnesses, *reports]]
    return Drawing(labels + 290, top + ROW * len(reports) + 6, tuple(nodes), tuple(edges), labels)


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
    path = f"M{x:g} {y + (BOX_HEIGHT / 2 if descent.parent in depth else CIRCLE):g}"
    y += BOX_HEIGHT / 2 if descent.parent in depth else CIRCLE
    for level in range(depth.get(descent.parent, -1) + 1, depth[descent.child]):
        boxes = sorted(place[report] for report, at in depth.items() if at == level)
        wish = x + (child_x - x) * (boxes[0][1] - y) / (child_y - y)
        gap = min(_gaps([box_x for box_x, _ in boxes]), key=lambda g: abs(g - wish))
        over, under = boxes[0][1] - BOX_HEIGHT / 2 - 6, boxes[0][1] + BOX_HEIGHT / 2 + 6
        path += _bow(x, y, gap, over) + f"V{under:g}"
        x, y = gap, under
    return path + _bow(x, y, child_x, child_y - BOX_HEIGHT / 2 - 4)


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
