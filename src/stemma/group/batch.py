"""Stories in batch: average-link clustering of the reports of a pile."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from stemma.errors import check_ranges
from stemma.group.similarity import Similarities, similarities
from stemma.group.split import SplitLimits, split
from stemma.group.vectors import Vectors, term_counts, title_counts, vectors
from stemma.model import Annotations, Link, Passages, Story

SHOWN_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSettings:
    """How reports become stories.

    `threshold`: two groups are joined while their mean likeness is at least this. Swept on the development half of
    news-events: B-cubed F1 .957 or more from .09 to .13, .965 from .12 to .13 (see benchmarks/README.md, Thresholds).
    `same_title`: what two equal titles of `shortest_title` words or more add to the likeness; `shared_weight`: what a
    report adds that is shared whole. `limits` part a group again that holds two happenings of one topic.
    """

    threshold: float = 0.12
    same_title: float = 0.15
    shortest_title: int = 4
    shared_weight: float = 0.5
    title_weight: int = 3
    lead_weight: int = 2
    lead_words: int = 60
    longest_vector: int = 100
    most_common: int = 2_000
    limits: SplitLimits = field(default_factory=SplitLimits)

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        ranges = {
            "threshold": (0.001, 1.0),
            "same_title": (0.0, 1.0),
            "shortest_title": (1, 1_000),
            "shared_weight": (0.0, 1.0),
            "title_weight": (1, 1_000),
            "lead_weight": (1, 1_000),
            "lead_words": (0, 1_000_000),
            "longest_vector": (1, 1_000_000),
            "most_common": (1, 1_000_000),
        }
        check_ranges("group", self, ranges)


@dataclass(slots=True)
class Cluster:
    """Report numbers, and the summed similarity to each neighbouring cluster (by its smallest report number)."""

    members: list[int]
    near: dict[int, float]


def group(notes: Sequence[Annotations], shared: Passages, using: GroupSettings | None = None) -> tuple[Story, ...]:
    """The stories of a pile, sorted by their first report; each report is in exactly one."""
    using = using or GroupSettings()
    notes = sorted(notes, key=lambda note: note.report.id)
    counts = [term_counts(note, using.title_weight, using.lead_weight, using.lead_words) for note in notes]
    weighed = vectors(counts, using.longest_vector)
    lengths = [sum(count.values()) for count in counts]
    titles = vectors([title_counts(note, using.shortest_title) for note in notes], using.longest_vector)
    pairs = similarities(notes, lengths, weighed, titles, shared, using.most_common)
    score = likeness(pairs, using)
    joined, merges = average_link(len(notes), pairs, score, using.threshold)
    stories: list[Story] = []
    for found in taken_apart(joined, notes, weighed, pairs, score, using.limits):
        inside = set(found)
        links = [row for row in merges if int(pairs.left[row]) in inside and int(pairs.right[row]) in inside]
        members = tuple(notes[i] for i in found)
        because = tuple(explained(row, float(score[row]), notes, weighed, pairs) for row in links)
        stories.append(Story(id=story_id(members), reports=members, links=because))
    return tuple(stories)


def taken_apart(
    joined: Sequence[int],
    notes: Sequence[Annotations],
    weighed: Vectors,
    pairs: Similarities,
    score: NDArray[np.float64],
    limits: SplitLimits,
) -> list[list[int]]:
    """The clusters, those of two happenings parted; sorted by their first members."""
    clusters: dict[int, list[int]] = {}
    for number, first in enumerate(joined):
        clusters.setdefault(first, []).append(number)
    place = {member: i for members in clusters.values() for i, member in enumerate(members)}
    inside = {first: np.zeros((len(m), len(m))) for first, m in clusters.items() if 4 <= len(m) <= limits.largest}
    for left, right, s in zip(pairs.left.tolist(), pairs.right.tolist(), score.tolist(), strict=True):
        if joined[left] == joined[right] and (table := inside.get(joined[left])) is not None:
            table[place[left], place[right]] = table[place[right], place[left]] = s
    found: list[list[int]] = []
    for first, members in clusters.items():
        table = inside.get(first)
        found += [members] if table is None else split(members, notes, weighed, table, limits)
    return sorted(found)


def likeness(pairs: Similarities, using: GroupSettings) -> NDArray[np.float64]:
    """The score of each pair: words, and what a like title and copying add."""
    return np.minimum(1.0, pairs.words + using.same_title * pairs.titles + using.shared_weight * pairs.shared)


def average_link(
    count: int, pairs: Similarities, score: NDArray[np.float64], threshold: float
) -> tuple[list[int], list[int]]:
    """Join the two clusters of highest mean similarity until none reaches the threshold.

    The method is UPGMA (Sokal and Michener 1958). Returns for each report the smallest number of its cluster, and for
    each join the row of its most similar pair.
    A pair without a row has similarity 0. Ties go to the smallest numbers, so that the order of inputs is nothing.
    """
    clusters = {i: Cluster([i], {}) for i in range(count)}
    row: dict[tuple[int, int], int] = {}
    queue: list[tuple[float, int, int, int]] = []
    for number in together(count, pairs, score >= threshold).tolist():
        i, j, s = int(pairs.left[number]), int(pairs.right[number]), float(score[number])
        clusters[i].near[j] = clusters[j].near[i] = s
        row[i, j] = number
        if s >= threshold:
            queue.append((-s, i, j, 2))
    heapq.heapify(queue)
    merges: list[int] = []
    while queue:
        _, i, j, size = heapq.heappop(queue)
        if i not in clusters or j not in clusters or len(clusters[i].members) + len(clusters[j].members) != size:
            continue
        a, b = clusters[i], clusters.pop(j)
        crossing = [row[k] for x in a.members for y in b.members if (k := (min(x, y), max(x, y))) in row]
        merges.append(max(crossing, key=lambda k: (score[k], -k)))
        a.members += b.members
        for other, s in b.near.items():
            if other != i:
                a.near[other] = a.near.get(other, 0.0) + s
        a.near.pop(j, None)
        for other in sorted(a.near):
            near = clusters[other].near
            near.pop(j, None)
            near[i] = a.near[other]
            size = len(a.members) + len(clusters[other].members)
            mean = a.near[other] / (len(a.members) * len(clusters[other].members))
            if mean >= threshold:
                heapq.heappush(queue, (-mean, min(i, other), max(i, other), size))
    joined = [0] * count
    for first, cluster in clusters.items():
        for member in cluster.members:
            joined[member] = first
    return joined, merges


def together(count: int, pairs: Similarities, strong: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The rows of pairs that a chain of strong pairs joins: no other can ever be in one cluster, as no mean is above
    its highest value."""
    first = np.arange(count)
    left, right = pairs.left[strong], pairs.right[strong]
    while True:
        low = np.minimum(first[left], first[right])
        before = first.copy()
        np.minimum.at(first, left, low)
        np.minimum.at(first, right, low)
        first = first[first]
        if np.array_equal(first, before):
            return np.flatnonzero(first[pairs.left] == first[pairs.right])


def explained(row: int, score: float, notes: Sequence[Annotations], weighed: Vectors, pairs: Similarities) -> Link:
    """The link of one pair, with the words, passages and dates that speak for it."""
    left, right = int(pairs.left[row]), int(pairs.right[row])
    because = []
    if (part := float(pairs.shared[row])) > 0:
        because.append(f"shared passages: {part:.0%} of the shorter report")
    a, b = (slice(weighed.offsets[i], weighed.offsets[i + 1]) for i in (left, right))
    common, in_a, in_b = np.intersect1d(weighed.terms[a], weighed.terms[b], return_indices=True)
    products = weighed.weights[a][in_a] * weighed.weights[b][in_b]
    heaviest = np.lexsort((common, -products))[:SHOWN_WORDS]
    if heaviest.size:
        because.append("shared words: " + ", ".join(weighed.vocabulary[common[k]] for k in heaviest.tolist()))
    dates = [(notes[i].report.published or "")[:10] for i in (left, right)]
    if (alike := float(pairs.titles[row])) > 0:
        because.append(f"titles: {alike:.0%} alike")
    if all(dates):
        because.append(f"published: {dates[0]} and {dates[1]}")
    return Link(a=notes[left].report.id, b=notes[right].report.id, score=round(score, 4), because=tuple(because))


def story_id(notes: Sequence[Annotations]) -> str:
    """An id that the same reports always get."""
    return blake2b("\n".join(note.report.id for note in notes).encode(), digest_size=8).hexdigest()
