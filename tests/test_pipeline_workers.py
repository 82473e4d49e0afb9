"""Worker processes: what one bad batch may do to the others (nothing)."""

import ctypes
import os
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from pipeline.workers import Limits, WorkerLost, Workers, WorkersError, worker_count


def _double(batch: Sequence[int]) -> list[int]:
    return [2 * item for item in batch]


def _die_on(bad: int, batch: Sequence[int]) -> list[int]:
    if bad in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return _double(batch)


def _hang_on(bad: int, batch: Sequence[int]) -> list[int]:
    if bad in batch:
        ctypes.PyDLL(None).sleep(60)  # holds the interpreter, as a loop inside a C library does
    return _double(batch)


def _fill_memory_on(bad: int, batch: Sequence[int]) -> list[int]:
    return [len(bytearray(1 << 30)) for _ in batch] if bad in batch else _double(batch)


def _raise_on(bad: int, batch: Sequence[int]) -> list[int]:
    if bad in batch:
        raise ValueError("a fault of the program")
    return _double(batch)


def _who(_: Sequence[int]) -> list[int]:
    return [os.getpid()]


def _nothing() -> None:
    """A warm-up that has nothing to prepare."""


def _note(path: Path) -> None:
    with path.open("a", encoding="ascii") as file:
        file.write("warm\n")


def _fail() -> None:
    raise RuntimeError("cannot be prepared")


ROOMY = Limits(seconds=20.0, memory=1 << 29)


def test_results_come_in_the_order_of_the_batches() -> None:
    batches = [[n, n + 1] for n in range(0, 40, 2)]
    with Workers(2, _nothing, ROOMY) as workers:
        answers = list(workers.map_batches(_double, iter(batches)))
    assert answers == [(batch, _double(batch)) for batch in batches]


def test_no_batch_starts_nothing() -> None:
    with Workers(2, _nothing, ROOMY) as workers:
        assert list(workers.map_batches(_double, [])) == []


@pytest.mark.parametrize("function", [_die_on, _fill_memory_on])
def test_a_batch_that_kills_its_worker_costs_only_itself(function: "partial[list[int]]") -> None:
    with Workers(1, _nothing, ROOMY) as workers:
        answers = list(workers.map_batches(partial(function, 3), [[1], [2], [3], [4], [5]]))
    assert [batch for batch, answer in answers if isinstance(answer, WorkerLost)] == [[3]]
    assert [answer for _, answer in answers if not isinstance(answer, WorkerLost)] == [[2], [4], [8], [10]]


def test_a_batch_that_hangs_inside_a_c_library_is_ended_and_costs_only_itself() -> None:
    with Workers(2, _nothing, Limits(seconds=1.0)) as workers:
        answers = list(workers.map_batches(partial(_hang_on, 2), [[1], [2], [3], [4]]))
    assert [batch for batch, answer in answers if isinstance(answer, WorkerLost)] == [[2]]


def test_an_exception_of_the_function_reaches_the_caller() -> None:
    """An exception is a fault of the program, which the function itself must judge; the pool does not hide it."""
    with Workers(1, _nothing, ROOMY) as workers, pytest.raises(ValueError, match="a fault of the program"):
        list(workers.map_batches(partial(_raise_on, 1), [[1]]))


def test_every_worker_is_warmed_up_once(tmp_path: Path) -> None:
    log = tmp_path / "warm"
    with Workers(1, partial(_note, log), ROOMY) as workers:
        list(workers.map_batches(_double, [[n] for n in range(10)]))
    assert log.read_text(encoding="ascii") == "warm\n"


def test_memory_that_the_warm_up_holds_does_not_count() -> None:
    with Workers(1, partial(bytearray, 1 << 28), Limits(memory=1 << 28)) as workers:
        assert list(workers.map_batches(_double, [[1]])) == [([1], [2])]


def test_workers_that_cannot_be_prepared_are_an_error() -> None:
    with Workers(1, _fail, ROOMY) as workers, pytest.raises(WorkersError, match="cannot be started"):
        list(workers.map_batches(_double, [[1]]))


def test_workers_that_were_killed_from_outside_are_replaced() -> None:
    """The system may end any process of ours when memory runs out, also one that is idle."""
    with Workers(1, _nothing, ROOMY) as workers:
        ((_, who),) = workers.map_batches(_who, [[0]])
        assert not isinstance(who, WorkerLost)
        os.kill(who[0], signal.SIGKILL)
        answers = list(workers.map_batches(_double, [[1], [2]]))
    assert answers == [([1], [2]), ([2], [4])]


def test_a_small_night_runs_with_one_worker() -> None:
    assert worker_count(19) == 1
    assert worker_count(20) == len(os.sched_getaffinity(0))
