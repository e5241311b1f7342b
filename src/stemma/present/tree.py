"""The family tree as a drawing: where each witness, report and line goes. Sizes are in CSS pixels."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Descent

WIDE_MOST = 6
"""Reports that fit side by side under their witnesses at a readable size; more are drawn as rows."""

BOX_WIDTH, BOX_HEIGHT, GAP, LEVEL, CIRCLE = 156, 54, 18, 118, 19
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
    if max(len(level) for level in levels.values()) > WIDE_MOST:
        return None
    place: dict[str, tuple[float, float]] = {}
    widest = max([len(witnesses), *(len(level) for level in levels.values())])
    width = widest * (BOX_WIDTH + GAP) + 2 * GAP
    parents = _parents(descents)
    for n in sorted(levels):
        y = (CIRCLE + 26 + LEVEL * 0.72 if witnesses else 8) + n * LEVEL + BOX_HEIGHT / 2
        rank = {name: i for i, name in enumerate([*witnesses, *reports])}
        ordered = sorted(levels[n], key=lambda r: (_middle(r, parents, place, rank), rank[r]))
        for i, report in enumerate(ordered):
            place[report] = (_spread(i, len(ordered), width), y)
    for i, witness in enumerate(witnesses):
        place[witness] = (_spread(i, len(witnesses), width), CIRCLE + 6)
    nodes = [Node(name, *place[name], report=name not in witnesses) for name in [*witnesses, *reports]]
    edges = [
        Edge(n, _curve(d, place, set(witnesses)), d.directed, d.confidence, d.parent, d.child)
        for n, d in enumerate(descents)
    ]
    return Drawing(width, max(y for _, y in place.values()) + BOX_HEIGHT / 2 + 10, tuple(nodes), tuple(edges))


def rows(witnesses: Sequence[str], reports: Sequence[str], descents: Sequence[Descent]) -> Drawing:
    """A witness a column, a report a row, a knot where one has words from the other; arcs between reports."""
    columns = {witness: 22 + COLUMN * n for n, witness in enumerate(witnesses)}
    between = [d for d in descents if d.parent not in columns]
    labels = 22 + COLUMN * len(witnesses) + (ARC * min(4, len(between)) + 8 if between else 0)
    top = ROWS_TOP if witnesses else 8
    place: dict[str, tuple[float, float]] = {w: (x, CIRCLE + 4) for w, x in columns.items()}
    for n, report in enumerate(_by_parent(reports, witnesses, descents)):
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


def _middle(
    report: str, parents: Mapping[str, list[str]], place: Mapping[str, tuple[float, float]], rank: Mapping[str, int]
) -> float:
    """Where a report would like to stand: under the middle of its parents, or last where it has none."""
    over = [place[p][0] for p in parents.get(report, []) if p in place]
    if over:
        return sum(over) / len(over)
    ranks = [rank[p] for p in parents.get(report, [])]
    return sum(ranks) / len(ranks) if ranks else float("inf")


def _by_parent(reports: Sequence[str], witnesses: Sequence[str], descents: Sequence[Descent]) -> list[str]:
    """Reports of one witness together, those that stand alone last."""
    rank = {witness: n for n, witness in enumerate(witnesses)}
    parents = _parents(descents)
    first = {
        r: min((rank[p] for p in parents.get(r, []) if p in rank), default=len(rank) + (not parents.get(r)))
        for r in reports
    }
    depth = depths(reports, descents)
    return sorted(reports, key=lambda r: (first[r], depth[r], reports.index(r)))


def _spread(n: int, of: int, width: float) -> float:
    step = width / of
    return round(step * (n + 0.5), 1)


def _curve(descent: Descent, place: Mapping[str, tuple[float, float]], witnesses: set[str]) -> str:
    (x, y), (child_x, child_y) = place[descent.parent], place[descent.child]
    if y == child_y:
        low, sign = y + BOX_HEIGHT / 2, 1 if child_x > x else -1
        start, end = x + sign * 30, child_x - sign * 30
        return f"M{start:g} {low:g}C{start:g} {low + 26:g} {end:g} {low + 26:g} {end:g} {low + 3:g}"
    start = y + (CIRCLE if descent.parent in witnesses else BOX_HEIGHT / 2)
    end = child_y - BOX_HEIGHT / 2 - 4
    middle = (start + end) / 2
    return f"M{x:g} {start:g}C{x:g} {middle:g} {child_x:g} {middle:g} {child_x:g} {end:g}"
