"""Mails that stop workers, and the others beside them."""

import os
import signal
import time
from collections.abc import Iterable, Mapping, Sequence

import pytest

from pipeline.reading import Outcome, Understood
from pipeline.stopping import Stopped
from pipeline.trials import BATCH, read_all
from pipeline.workers import Limits, Workers
from requisitions.messages import Address, Message, Problem, RawMessage
from requisitions.statements import Reading
from requisitions.words import Kind

BAD = b"KILL"
SLOW = b"HANG"


def raw(content: bytes) -> RawMessage:
    return RawMessage("sales", content.decode(), content)


def read(batch: Sequence[RawMessage]) -> list[Outcome]:
    """Stands in for parsing and extraction, which neither hang nor die on request."""
    for mail in batch:
        if mail.content == BAD:
            os.kill(os.getpid(), signal.SIGKILL)
        if mail.content == SLOW:
            time.sleep(60)
    nobody = Address("", "")
    return [
        Understood(
            Message(mail.sha256, None, (), (), None, None, None, nobody, (), "", mail.content.decode(), ()), Reading(Kind.OTHER, "en")
        )
        for mail in batch
    ]


def fail(_: Sequence[RawMessage]) -> list[Outcome]:
    """Stands in for a machine that is out of order."""
    raise OSError("the disk is gone")


def nothing() -> None:
    """No warm-up is needed."""


class Memory:
    """What the archive remembers, without an archive."""

    def __init__(self, counts: Mapping[str, int] | None = None) -> None:
        self.open = dict(counts or {})

    def counts(self) -> Mapping[str, int]:
        return self.open

    def begin(self, sha256s: Iterable[str]) -> None:
        self.open.update({sha256: self.open.get(sha256, 0) + 1 for sha256 in sha256s})

    def end(self, sha256s: Iterable[str]) -> None:
        for sha256 in sha256s:
            del self.open[sha256]


def outcomes(*contents: bytes, memory: Memory | None = None, seconds: float = 30.0) -> dict[bytes, Outcome]:
    with Workers(2, nothing, Limits(seconds=seconds)) as workers:
        answers = list(read_all(map(raw, contents), workers, read, memory or Memory()))
    assert len(answers) == len(contents)
    return {mail.content: outcome for mail, outcome in answers}


def good(count: int) -> list[bytes]:
    return [f"mail {number}".encode() for number in range(count)]


def test_good_mails_leave_nothing_behind_in_memory() -> None:
    memory = Memory()
    assert all(isinstance(outcome, Understood) for outcome in outcomes(*good(40), memory=memory).values())
    assert memory.open == {}


@pytest.mark.parametrize(("bad", "seconds"), [(BAD, 30.0), (SLOW, 0.7)])
def test_a_mail_that_stops_its_worker_becomes_a_problem_and_takes_nobody_with_it(bad: bytes, seconds: float) -> None:
    memory = Memory()
    answers = outcomes(*good(5), bad, *good(20)[5:], memory=memory, seconds=seconds)
    problem = answers.pop(bad)
    assert isinstance(problem, Problem)
    assert (problem.stage, problem.source, problem.sha256) == ("extract", "sales", raw(bad).sha256)
    assert all(isinstance(outcome, Understood) for outcome in answers.values())
    assert memory.open == {raw(bad).sha256: 2}


def test_a_mail_that_two_runs_died_of_is_not_read_a_third_time() -> None:
    memory = Memory({raw(BAD).sha256: 2})
    answers = outcomes(BAD, *good(3), memory=memory)
    assert isinstance(answers[BAD], Problem)
    assert memory.open == {raw(BAD).sha256: 2}


def test_suspects_are_tried_while_nobody_else_is_at_work() -> None:
    """Should one of them kill the whole program, it is the only one that was begun for the second time."""
    memory = Memory({raw(content).sha256: 1 for content in good(6)})
    most = 0

    def watch() -> None:
        nonlocal most
        most = max(most, sum(count == 2 for count in memory.open.values()))

    with Workers(2, nothing, Limits()) as workers:
        assert len(list(read_all(map(raw, good(6)), workers, read, memory, watch))) == 6
    assert most == 1


def test_a_mail_that_was_begun_once_has_one_try_left() -> None:
    memory = Memory({raw(BAD).sha256: 1, raw(b"mail 1").sha256: 1})
    answers = outcomes(*good(3), BAD, memory=memory)
    assert [content for content, outcome in answers.items() if isinstance(outcome, Problem)] == [BAD]
    assert memory.open == {raw(BAD).sha256: 2}


def test_the_sentence_is_the_same_whichever_night_finds_out() -> None:
    """A rebuild equals the nightly tables (D26), also where it only knows the count."""
    assert outcomes(BAD)[BAD] == outcomes(BAD, memory=Memory({raw(BAD).sha256: 2}))[BAD]


def test_a_suspect_in_a_full_batch_is_found_among_its_neighbours() -> None:
    answers = outcomes(*good(BATCH - 1), BAD, *good(BATCH * 2)[BATCH:])
    assert [content for content, outcome in answers.items() if isinstance(outcome, Problem)] == [BAD]


def test_our_own_end_does_not_count_against_a_mail() -> None:
    """A run that is told to stop leaves no suspects behind."""
    memory = Memory()
    with Workers(2, nothing, Limits()) as workers:
        answers = read_all(map(raw, good(100)), workers, read, memory)
        next(answers)
        answers.close()
    assert memory.open == {}


def test_a_worker_that_is_ended_with_the_program_counts_against_nobody() -> None:
    """A service manager ends every process of a service at once."""
    memory = Memory()

    def stop() -> None:
        raise Stopped

    with Workers(1, nothing, Limits()) as workers, pytest.raises(Stopped):
        list(read_all(map(raw, [BAD, *good(3)]), workers, read, memory, stop))
    assert memory.open == {}


def test_a_fault_of_the_setup_does_not_count_against_a_mail() -> None:
    memory = Memory()
    with Workers(1, nothing, Limits()) as workers, pytest.raises(OSError, match="disk"):
        list(read_all(map(raw, good(3)), workers, fail, memory))
    assert memory.open == {}
