"""Work on several processes: bytes in, bytes out.

Records cross the border as JSON, never as pickles. Processes are spawned, not forked, so that Linux, macOS and Windows
do the same; whoever calls this from a script needs the usual `if __name__ == "__main__":`.
"""

import gc
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from stemma.errors import StemmaError

# Tasks for each process, in work or waiting: a slow one must not leave the others without any.
_AHEAD = 4
# New objects from which the collector sets out: its own 700 makes it a fifth of the time of a large pile.
_COLLECTED = 200_000


class Workers:
    """A pool of `jobs` processes that starts with its first task and ends with its `with` block."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def map(self, work: Callable[[bytes], bytes], tasks: Iterable[bytes]) -> Iterator[bytes]:
        """The results of `work`, a function of a module, in the order of `tasks`.

        Tasks are taken only a few ahead of the results, so that neither pile up. Raises StemmaError where a process
        dies, for instance for want of memory.
        """
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, get_context("spawn"), initializer=_begin)
        waiting: deque[Future[bytes]] = deque()
        try:
            for task in tasks:
                with _without_interrupts():
                    waiting.append(self._pool.submit(work, task))
                if len(waiting) >= _AHEAD * self._jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise StemmaError("a worker process died, probably for want of memory: use fewer jobs") from error


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let processes that start in this block inherit that Ctrl-C is none of theirs, from their first moment on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin() -> None:
    """Leave Ctrl-C to the parent where that is not inherited, as on Windows, and let records live unvisited."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_COLLECTED)


@contextmanager
def rare_collections() -> Iterator[None]:
    """Let the garbage collector look less often at records, which hold no circles: they come by the million."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], _COLLECTED), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
