"""Mails through the workers: one that stops a worker twice becomes a `Problem`, and the others never notice (DECISIONS.md D17)."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from pipeline.reading import Outcome
from pipeline.workers import WorkerLost, Workers
from requisitions.messages import Problem, RawMessage
from requisitions.words import Cause, Stage

BATCH = 16
"""Mails a worker reads at once."""
STRIKES = 2
"""How many workers a mail may stop."""

Read = Callable[[Sequence[RawMessage]], Sequence[Outcome]]


class Attempts(Protocol):
    """A memory of mails that were begun and not finished: the archive's journal, so that no mail can stop night after night."""

    def counts(self) -> Mapping[str, int]:
        """How often each mail was begun without an end; mails that came to an end are not in it."""
        ...

    def begin(self, sha256s: Iterable[str]) -> None:
        """Remember for good that these are begun."""
        ...

    def end(self, sha256s: Iterable[str]) -> None:
        """Forget them: they came to an end."""
        ...


class ForThisCall:
    """Attempts that need not outlive the program: nothing is archived."""

    def __init__(self) -> None:
        self._open: dict[str, int] = {}

    def counts(self) -> Mapping[str, int]:
        """How often each mail was begun without an end."""
        return self._open

    def begin(self, sha256s: Iterable[str]) -> None:
        """Remember that these are begun."""
        self._open.update({sha256: self._open.get(sha256, 0) + 1 for sha256 in sha256s})

    def end(self, sha256s: Iterable[str]) -> None:
        """Forget them."""
        for sha256 in sha256s:
            self._open.pop(sha256, None)


def read_all(
    mails: Iterable[RawMessage], workers: Workers, read: Read, attempts: Attempts, check: Callable[[], None] = lambda: None
) -> Generator[tuple[RawMessage, Outcome], None, None]:
    """Read mails in workers, in no order. One that was in a worker that stopped is tried once more, alone; the second time is its last.

    Args:
        mails: What to read.
        workers: Who reads.
        read: What a worker does with a batch.
        attempts: The memory of mails that were begun.
        check: Called between two batches; it may raise to stop the whole.
    """
    trial = _Trial(workers, read, attempts, check)
    try:
        yield from trial.hold(mails)
    finally:
        trial.adjourn()


class _Trial:
    """Who stopped the worker? A batch is a group of suspects; alone there is no doubt."""

    def __init__(self, workers: Workers, read: Read, attempts: Attempts, check: Callable[[], None]) -> None:
        self._workers = workers
        self._read = read
        self._attempts = attempts
        self._check = check
        self._strikes = dict(attempts.counts())
        self._pending: set[str] = set()

    def hold(self, mails: Iterable[RawMessage]) -> Iterator[tuple[RawMessage, Outcome]]:
        """Every mail with its outcome: first the suspects of earlier runs, one by one, so that they can take nobody with them."""
        fresh: list[RawMessage] = []
        for raw in mails:
            strikes = self._strikes.get(raw.sha256, 0)
            if strikes >= STRIKES:
                yield raw, _stopped_workers(raw)
            elif strikes:
                yield from self._alone(raw)
            else:
                fresh.append(raw)
        batches = (fresh[start : start + BATCH] for start in range(0, len(fresh), BATCH))
        for batch, outcomes in self._workers.map_batches(self._read, map(self._begin, batches)):
            yield from self._finish(batch, outcomes)

    def adjourn(self) -> None:
        """Forget the attempts that our own end cut short: only the death of the whole program counts against a mail."""
        if self._pending:
            self._attempts.end(sorted(self._pending))

    def _begin(self, batch: Sequence[RawMessage]) -> Sequence[RawMessage]:
        hashes = [raw.sha256 for raw in batch]
        self._attempts.begin(hashes)
        self._pending.update(hashes)
        self._strikes.update({sha256: self._strikes.get(sha256, 0) + 1 for sha256 in hashes})
        return batch

    def _finish(self, batch: Sequence[RawMessage], outcomes: Sequence[Outcome] | WorkerLost) -> Iterator[tuple[RawMessage, Outcome]]:
        # whoever stops the program stops its workers too, which is nobody's fault
        self._check()
        if not isinstance(outcomes, WorkerLost):
            self._end(batch)
            yield from zip(batch, outcomes, strict=True)
            return
        for raw in batch:
            self._pending.discard(raw.sha256)
            if self._strikes[raw.sha256] >= STRIKES:
                yield raw, _stopped_workers(raw)
            else:
                yield from self._alone(raw)

    def _alone(self, raw: RawMessage) -> Iterator[tuple[RawMessage, Outcome]]:
        for batch, outcomes in self._workers.map_batches(self._read, [self._begin([raw])]):
            yield from self._finish(batch, outcomes)

    def _end(self, batch: Sequence[RawMessage]) -> None:
        hashes = [raw.sha256 for raw in batch]
        self._attempts.end(hashes)
        self._pending.difference_update(hashes)


def _stopped_workers(raw: RawMessage) -> Problem:
    return Problem(
        stage=Stage.EXTRACT,
        problem="reading it stopped a worker process twice (it took too long or too much memory)",
        remedy="the mail is kept; look at it with `reqdrift quarantine show`, and try `reqdrift quarantine retry` after an update",
        sha256=raw.sha256,
        source=raw.source,
        cause=Cause.STOPPED_WORKERS,
    )
