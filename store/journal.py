"""What happened while the archive grew: runs, attempts at a mail, and faults of sources. Kept in the archive's file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from requisitions.messages import Problem


class RunStatus(StrEnum):
    """How a run ended."""

    DONE = "done"
    PARTIAL = "partial"
    """A source failed or a mail was quarantined; the rest is stored."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a run did."""

    fetched: int = 0
    archived: int = 0
    duplicates: int = 0
    quarantined: int = 0
    statements: int = 0
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """One run; `finished_at` and `status` are null while it goes on, and for ever where it was killed."""

    run_id: int
    started_at: datetime
    finished_at: datetime | None
    status: RunStatus | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class Fault:
    """A `Problem` that a run met while it pulled a source."""

    run_id: int
    problem: Problem
    known_at: datetime


class Journal:
    """The bookkeeping part of an open archive."""

    def start_run(self, started_at: datetime) -> int:
        """Note that a run began, and give it its number."""
        raise NotImplementedError

    def finish_run(self, run_id: int, *, finished_at: datetime, status: RunStatus, counts: Counts) -> None:
        """Note how a run ended."""
        raise NotImplementedError

    def runs(self, limit: int = -1) -> list[Run]:
        """The runs, the latest first."""
        raise NotImplementedError

    def add_faults(self, run_id: int, problems: Iterable[Problem], *, known_at: datetime) -> None:
        """Keep what went wrong with a source: a failed sign-in, a mail that the server would not give."""
        raise NotImplementedError

    def faults(self) -> list[Fault]:
        """All faults of sources, the earliest first."""
        raise NotImplementedError

    def begin_attempts(self, sha256s: Iterable[str]) -> None:
        """Count one attempt at reading each of these mails, for good, before a worker gets them (D25)."""
        raise NotImplementedError

    def clear_attempts(self, sha256s: Iterable[str]) -> None:
        """Forget the attempts at these mails: their workers lived, or a person wants them tried again."""
        raise NotImplementedError

    def attempts(self) -> dict[str, int]:
        """Mails with attempts that nobody cleared: sha256 → how many."""
        raise NotImplementedError
