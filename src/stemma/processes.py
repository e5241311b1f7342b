"""Work on several processes: bytes in, bytes out.

Records cross the border as JSON, never as pickles. Processes are spawned, not forked, so that Linux, macOS and Windows
do the same; whoever calls this from a script needs the usual `if __name__ == "__main__":`.
"""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from stemma.errors import StemmaError


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

    def map(self, work: Callable[[bytes], bytes], tasks: Sequence[bytes]) -> Iterator[bytes]:
        """The results of `work`, a function of a module, in the order of `tasks`.

        Raises StemmaError where a process dies, for instance for want of memory.
        """
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, get_context("spawn"), initializer=_leave_interrupts)
        try:
            with _without_interrupts():
                results = self._pool.map(work, tasks)
            yield from results
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


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the parent where that is not inherited, as on Windows."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
