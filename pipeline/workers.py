"""Batches through worker processes with limits of time and memory: the seam at which extraction could travel (DECISIONS.md D17, D19)."""

import os
import resource
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as TaskTimeout
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

In = TypeVar("In")
Out = TypeVar("Out")

SMALL = 20
"""Fewer items than this are not worth a second worker's start."""
POOLS = 3
"""Broken pools in a row after which workers are taken to be impossible."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one batch may take."""

    seconds: float = 30.0
    memory: int = 2 << 30
    """Bytes of address space beyond what a worker holds once it is warm."""


class WorkerLost(Exception):  # noqa: N818 - it says what happened
    """A batch hung, or killed its worker, or ate its memory."""


class WorkersError(RuntimeError):
    """The workers cannot be started, or were killed from outside."""


def _warm(warm_up: Callable[[], object], memory: int) -> None:
    """Prepare a worker; the limit counts from here, so that it does not depend on what libraries map."""
    # one worker a core: threads of numerical libraries would only fight, and each maps memory of its own
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    warm_up()
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (held + memory, hard))


def _under_alarm(function: Callable[[Sequence[In]], Sequence[Out]], seconds: float, batch: Sequence[In]) -> Sequence[Out]:
    """Do one batch; should the parent be gone, the kernel ends a batch that hangs."""
    signal.alarm(int(seconds) + 5)
    try:
        return function(batch)
    except MemoryError:
        os._exit(os.EX_OSERR)  # what the batch filled stays filled: a fresh worker goes on
    finally:
        signal.alarm(0)


class Workers:
    """A pool of processes, started when the first batch comes; use it in a `with` statement."""

    def __init__(self, count: int, warm_up: Callable[[], object], limits: Limits) -> None:
        self._count = count
        self._warm_up = warm_up
        self._limits = limits
        self._pool = self._fresh_pool()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def map_batches(
        self, function: Callable[[Sequence[In]], Sequence[Out]], batches: Iterable[Sequence[In]]
    ) -> Iterator[tuple[Sequence[In], Sequence[Out] | WorkerLost]]:
        """Each batch with its results, in the order given; a batch that could not be done comes with `WorkerLost` instead.

        Raises:
            WorkersError: no worker can be started.
        """
        waiting: deque[tuple[Sequence[In], ProcessFuture[Any]]] = deque()
        for batch in batches:
            waiting.append((batch, self._begin(function, batch)))
            if len(waiting) >= 2 * self._count:
                yield self._finish(function, *waiting.popleft())
        while waiting:
            yield self._finish(function, *waiting.popleft())

    def _begin(self, function: Callable[[Sequence[In]], Sequence[Out]], batch: Sequence[In]) -> "ProcessFuture[Any]":
        arguments = (function, self._limits.seconds, batch)
        try:
            return self._pool.schedule(_under_alarm, args=arguments, timeout=self._limits.seconds)
        except RuntimeError:  # pebble's word for a pool that broke
            self._stop()
            self._pool = self._fresh_pool()
            return self._pool.schedule(_under_alarm, args=arguments, timeout=self._limits.seconds)

    def _finish(
        self, function: Callable[[Sequence[In]], Sequence[Out]], batch: Sequence[In], future: "ProcessFuture[Any]"
    ) -> tuple[Sequence[In], Sequence[Any] | WorkerLost]:
        from pebble import ProcessExpired

        for _ in range(POOLS):
            try:
                return batch, future.result()
            except (TaskTimeout, ProcessExpired) as fault:
                return batch, WorkerLost(type(fault).__name__)
            except BrokenProcessPool:
                # a worker that dies while it is idle, or before pebble noted its task, breaks the whole pool
                future = self._begin(function, batch)
        raise WorkersError("the worker processes that read mails cannot be started, or are killed from outside again and again")

    def _fresh_pool(self) -> "ProcessPool":
        from pebble import ProcessPool

        # spawn: a fork of a process that runs threads may inherit a held lock
        context = get_context("spawn")
        return ProcessPool(self._count, initializer=_warm, initargs=(self._warm_up, self._limits.memory), context=context)

    def _stop(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it without types
        self._pool.join()


def worker_count(items: int) -> int:
    """How many workers suit so many items on this machine."""
    return 1 if items < SMALL else len(os.sched_getaffinity(0))
