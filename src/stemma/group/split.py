"""Groups that hold two happenings of one topic, taken apart.

The words of a topic make its reports alike over years ("rocket", "launch"). Inside of a group these words tell nothing:
weighed by how few reports of the group itself have them, the words of each happening stand out. A group is parted in
two where they do, and where the two halves are not much alike in all words either. Dates decide nothing alone: that
one half lies wholly after the other only lets a little more likeness pass.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from stemma.errors import SettingsError, check_ranges
from stemma.group.vectors import Vectors
from stemma.model import Annotations

Matrix = NDArray[np.float64]

FAR_APART = 30
"""Days between the medians of two halves from which their dates count as parted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitLimits:
    """Up to which likeness two halves of a group are two stories.

    `contrast`: local likeness between the halves, as a part of that inside of the looser half.
    `alike`: mean likeness in all words between the halves; `alike_apart`, no less, where dates part them too.
    `largest`: groups of more reports than this are not looked into.
    """

    contrast: float = 0.5
    alike: float = 0.17
    alike_apart: float = 0.22
    largest: int = 500

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        shares = dict.fromkeys(("contrast", "alike", "alike_apart"), (0.0, 1.0))
        check_ranges("group limits", self, {**shares, "largest": (0, 5_000)})
        if self.alike_apart < self.alike:
            raise SettingsError(
                f"group limits: alike_apart is {self.alike_apart}, must be at least alike, {self.alike}"
            )


def split(
    members: list[int], notes: Sequence[Annotations], weighed: Vectors, score: Matrix, limits: SplitLimits
) -> list[list[int]]:
    """The group itself, or the groups that it falls into; `score` holds the likeness of the members in all words."""
    if not 4 <= len(members) <= limits.largest:
        return [members]
    local = local_likeness(members, weighed)
    left, right = halves(local)
    if min(len(left), len(right)) < 2 or not parted(left, right, local, score, dates_of(members, notes), limits):
        return [members]
    found: list[list[int]] = []
    for half in (left, right):
        found += split([members[i] for i in half], notes, weighed, score[np.ix_(half, half)], limits)
    return found


def local_likeness(members: Sequence[int], weighed: Vectors) -> Matrix:
    """Cosines of the members' vectors, each term weighed once more by its rarity among the members."""
    rows = [slice(weighed.offsets[i], weighed.offsets[i + 1]) for i in members]
    terms = np.concatenate([weighed.terms[row] for row in rows])
    report = np.repeat(np.arange(len(members)), [row.stop - row.start for row in rows])
    weights = np.concatenate([weighed.weights[row] for row in rows])
    known, column, count = np.unique(terms, return_inverse=True, return_counts=True)
    rarity = np.where(count > 1, np.log((len(members) + 0.5) / count), 0.0)
    table = np.zeros((len(members), known.size))
    table[report, column] = weights * rarity[column]
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-12
    return table @ table.T


def halves(likeness: Matrix) -> tuple[list[int], list[int]]:
    """The last two groups of average-link clustering in which each has two members or more.

    A single report that joins last is set aside first and goes to the half that it is more like.
    """
    alone: list[int] = []
    rest = list(range(len(likeness)))
    while len(rest) >= 4:
        left, right = two_groups(likeness[np.ix_(rest, rest)])
        smaller, larger = sorted(([rest[i] for i in left], [rest[i] for i in right]), key=lambda h: (len(h), h))
        if len(smaller) > 1:
            for i in alone:
                (smaller if likeness[i, smaller].mean() > likeness[i, larger].mean() else larger).append(i)
            return sorted(smaller), sorted(larger)
        alone += smaller
        rest = larger
    return [], list(range(len(likeness)))


def two_groups(likeness: Matrix) -> tuple[list[int], list[int]]:
    """Average-link clustering down to two groups; ties go to the first rows."""
    near = likeness.copy()
    np.fill_diagonal(near, -np.inf)
    groups: dict[int, list[int]] = {i: [i] for i in range(len(near))}
    while len(groups) > 2:
        i, j = sorted(divmod(int(np.argmax(np.round(near, 12))), len(near)))
        a, b = len(groups[i]), len(groups[j])
        near[i] = near[:, i] = (a * near[i] + b * near[j]) / (a + b)
        near[i, i] = -np.inf
        near[j, :] = near[:, j] = -np.inf
        groups[i] += groups.pop(j)
    left, right = groups.values()
    return left, right


def parted(
    left: Sequence[int],
    right: Sequence[int],
    local: Matrix,
    score: Matrix,
    dates: Sequence[date | None],
    limits: SplitLimits,
) -> bool:
    """Whether two halves of a group are two happenings."""
    between = float(local[np.ix_(left, right)].mean())
    if between > limits.contrast * min(within(local, left), within(local, right)):
        return False
    alike = limits.alike_apart if dates_part(left, right, dates) else limits.alike
    return float(score[np.ix_(left, right)].mean()) < alike


def within(likeness: Matrix, group: Sequence[int]) -> float:
    """The mean likeness of pairs inside of a group."""
    return float(np.mean([likeness[i, j] for i, j in combinations(group, 2)]))


def dates_of(members: Sequence[int], notes: Sequence[Annotations]) -> list[date | None]:
    """The day of publication of each member, where it is known."""
    stamps = (notes[i].report.published for i in members)
    return [date.fromisoformat(stamp[:10]) if stamp and len(stamp) >= 10 else None for stamp in stamps]


def dates_part(left: Sequence[int], right: Sequence[int], dates: Sequence[date | None]) -> bool:
    """Whether all of one half was published before all of the other, and long before."""
    first, second = ([d.toordinal() for i in half if (d := dates[i]) is not None] for half in (left, right))
    if min(len(first), len(second)) < 2 or not (max(first) < min(second) or max(second) < min(first)):
        return False
    return abs(float(np.median(first)) - float(np.median(second))) >= FAR_APART
