"""Stories in batch: average-link clustering of the reports of a pile."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from stemma.errors import SettingsError
from stemma.group.similarity import Similarities, similarities
from stemma.group.vectors import Vectors, term_counts, vectors
from stemma.model import Annotations, Link, Passages, Story

SHOWN_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSettings:
    """How reports become stories.

    `threshold`: two groups are joined while their mean similarity is at least this. Swept from .06 to .30 on the
    development half of news-events: B-cubed F1 is over .94 from .09 to .14 (see benchmarks/README.md).
    `shared_weight`: what a report that is shared whole adds to the similarity of words.
    """

    threshold: float = 0.115
    shared_weight: float = 0.5
    title_weight: int = 3
    lead_weight: int = 2
    lead_words: int = 60
    longest_vector: int = 100
    most_common: int = 2_000

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        if not 0 < self.threshold <= 1:
            raise SettingsError(f"group: threshold is {self.threshold}, must be above 0 and at most 1")
        for name in ("title_weight", "lead_weight", "longest_vector", "most_common"):
            if getattr(self, name) < 1:
                raise SettingsError(f"group: {name} is {getattr(self, name)}, must be at least 1")


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
    pairs = similarities(notes, lengths, weighed, shared, using.most_common)
    joined, merges = average_link(len(notes), pairs, using)
    links: dict[int, list[Link]] = {}
    for pair in merges:
        link = explained(pair, notes, weighed, pairs, using)
        links.setdefault(joined[int(pairs.left[pair])], []).append(link)
    members: dict[int, list[Annotations]] = {}
    for number, note in enumerate(notes):
        members.setdefault(joined[number], []).append(note)
    return tuple(
        Story(id=story_id(found), reports=tuple(found), links=tuple(links.get(first, ())))
        for first, found in members.items()
    )


def average_link(count: int, pairs: Similarities, using: GroupSettings) -> tuple[list[int], list[int]]:
    """Join the two clusters of highest mean similarity until none reaches the threshold.

    The method is UPGMA (Sokal and Michener 1958). Returns for each report the smallest number of its cluster, and for
    each join the row of its most similar pair.
    A pair without a row has similarity 0. Ties go to the smallest numbers, so that the order of inputs is nothing.
    """
    score = np.minimum(1.0, pairs.words + using.shared_weight * pairs.shared)
    clusters = {i: Cluster([i], {}) for i in range(count)}
    row: dict[tuple[int, int], int] = {}
    queue: list[tuple[float, int, int, int]] = []
    for number, (i, j, s) in enumerate(zip(pairs.left.tolist(), pairs.right.tolist(), score.tolist(), strict=True)):
        clusters[i].near[j] = clusters[j].near[i] = s
        row[i, j] = number
        if s >= using.threshold:
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
            if mean >= using.threshold:
                heapq.heappush(queue, (-mean, min(i, other), max(i, other), size))
    joined = [0] * count
    for first, cluster in clusters.items():
        for member in cluster.members:
            joined[member] = first
    return joined, merges


def explained(
    row: int, notes: Sequence[Annotations], weighed: Vectors, pairs: Similarities, using: GroupSettings
) -> Link:
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
    if all(dates):
        because.append(f"published: {dates[0]} and {dates[1]}")
    score = min(1.0, float(pairs.words[row]) + using.shared_weight * part)
    return Link(a=notes[left].report.id, b=notes[right].report.id, score=round(score, 4), because=tuple(because))


def story_id(notes: Sequence[Annotations]) -> str:
    """An id that the same reports always get."""
    return blake2b("\n".join(note.report.id for note in notes).encode(), digest_size=8).hexdigest()
