"""Parts of the inputs that can be read by themselves, here or in another process."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Line = tuple[int, bytes | None]
"""Number, from 1, and content of a line; None where it is too long to read."""

LARGEST = 512 * 1024
"""Bytes of lines from which a portion is full: enough to hide what it costs to hand it on, few enough to share out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """One input, or some lines of one that holds JSON lines.

    `path` is the input as the system names it, in bytes, since file names may be none that UTF-8 holds. `data` are the
    bytes of an input that is no file. `size` is in bytes.
    """

    path: bytes
    size: int
    data: bytes | None = None
    lines: tuple[Line, ...] = ()


def portions_of(path: bytes, lines: Iterable[Line]) -> Iterator[Portion]:
    """The lines of one input in portions."""
    held: list[Line] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line[1] or b"")
        if size >= LARGEST:
            yield Portion(path=path, lines=tuple(held), size=size)
            held, size = [], 0
    if held:
        yield Portion(path=path, lines=tuple(held), size=size)
