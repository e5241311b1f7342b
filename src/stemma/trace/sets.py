"""Disjoint sets, for what belongs together by chains of reasons."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

_T = TypeVar("_T", int, tuple[str, int])


@dataclass(slots=True)
class Sets(Generic[_T]):
    """Disjoint sets (Galler and Fischer 1964) of what can be sorted; the smallest member stands for its set."""

    parent: dict[_T, _T] = field(default_factory=dict)

    def find(self, item: _T) -> _T:
        """The member that stands for the set of `item`."""
        self.parent.setdefault(item, item)
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, a: _T, b: _T) -> None:
        """Make one set of two."""
        first, second = sorted((self.find(a), self.find(b)))
        self.parent[second] = first
