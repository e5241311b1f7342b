"""The passages of one story, cut out of the pile's, and their way to another process."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.model import Passages, Story

_COLUMNS = ("left", "right", "a_start", "a_end", "b_start", "b_end", "words")


@dataclass(frozen=True, slots=True)
class Case:
    """A story with the passages that its own reports share, as JSON can carry them.

    `columns` are those of `Passages`, in the order of `_COLUMNS`.
    """

    story: Story
    columns: tuple[list[int], ...]
    offsets: list[int]
    variants: list[tuple[int, int, int, int]]

    @classmethod
    def of(cls, story: Story, shared: Passages) -> "Case":
        """The case of a story and its own passages, as `apart` gives them."""
        return cls(
            story=story,
            columns=tuple(getattr(shared, name).tolist() for name in _COLUMNS),
            offsets=shared.offsets.tolist(),
            variants=[tuple(row) for row in shared.variants.tolist()],
        )

    def passages(self) -> Passages:
        """The passages that the story's reports share."""
        columns = [np.asarray(column, np.int32) for column in self.columns]
        variants = np.asarray(self.variants, np.int32).reshape(-1, 4)
        return _passages(_ids(self.story), columns, np.asarray(self.offsets, np.int64), variants)


def apart(stories: Sequence[Story], shared: Passages) -> Iterator[tuple[Story, Passages]]:
    """Each story with the passages that its own reports share; those between stories fall away."""
    story_of = {note.report.id: number for number, story in enumerate(stories) for note in story.reports}
    rows: list[list[tuple[int, int]]] = [[] for _ in stories]
    for (a, b), extent in shared.index.items():
        if a in story_of and story_of[a] == story_of.get(b):
            rows[story_of[a]].append(extent)
    for story, extents in zip(stories, rows, strict=True):
        yield story, _within(_ids(story), shared, sorted(extents))


def _ids(story: Story) -> tuple[str, ...]:
    return tuple(sorted(note.report.id for note in story.reports))


def _within(ids: tuple[str, ...], shared: Passages, extents: Sequence[tuple[int, int]]) -> Passages:
    rows = np.concatenate([np.arange(0), *(np.arange(start, end) for start, end in extents)])
    place = {report: number for number, report in enumerate(ids)}
    columns = [getattr(shared, name)[rows] for name in _COLUMNS]
    for side in (0, 1):
        columns[side] = np.asarray([place[shared.ids[i]] for i in columns[side].tolist()], np.int32)
    counts = np.diff(shared.offsets)[rows]
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    kept = np.repeat(shared.offsets[:-1][rows] - offsets[:-1], counts) + np.arange(offsets[-1])
    return _passages(ids, columns, offsets, shared.variants[kept])


def _passages(
    ids: tuple[str, ...],
    columns: Sequence[NDArray[np.int32]],
    offsets: NDArray[np.int64],
    variants: NDArray[np.int32],
) -> Passages:
    index: dict[tuple[str, str], tuple[int, int]] = {}
    for row, (left, right) in enumerate(zip(columns[0].tolist(), columns[1].tolist(), strict=True)):
        pair = ids[left], ids[right]
        index[pair] = (index[pair][0] if pair in index else row, row + 1)
    left, right, a_start, a_end, b_start, b_end, words = columns
    return Passages(ids, left, right, a_start, a_end, b_start, b_end, words, offsets, variants, index)
