"""What happened while the archive grew: runs, and faults of sources. Kept in the archive's file."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import datetime
from enum import StrEnum

from requisitions.messages import Problem
from store.archive_file import ArchiveFile
from store.times import from_text, to_text


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

    def __init__(self, file: ArchiveFile) -> None:
        self._file = file

    def start_run(self, started_at: datetime) -> int:
        """Note that a run began, and give it its number."""
        with self._file.transaction() as connection:
            return int(
                connection.execute("INSERT INTO runs (started_at) VALUES (?) RETURNING run_id", (to_text(started_at),)).fetchone()[0]
            )

    def finish_run(self, run_id: int, *, finished_at: datetime, status: RunStatus, counts: Counts) -> None:
        """Note how a run ended."""
        sql = """UPDATE runs SET finished_at = ?, status = ?,
            fetched = ?, archived = ?, duplicates = ?, quarantined = ?, statements = ?, changes = ? WHERE run_id = ?"""
        with self._file.transaction() as connection:
            connection.execute(sql, (to_text(finished_at), status, *astuple(counts), run_id))

    def runs(self, limit: int = -1) -> list[Run]:
        """The runs, the latest first; at most `limit` unless that is negative."""
        sql = """SELECT run_id, started_at, finished_at, status, fetched, archived, duplicates, quarantined, statements, changes
            FROM runs ORDER BY run_id DESC LIMIT ?"""
        return [
            Run(
                run_id,
                from_text(started_at),
                None if finished_at is None else from_text(finished_at),
                None if status is None else RunStatus(status),
                Counts(**dict(zip(Counts.__slots__, counts, strict=True))),
            )
            for run_id, started_at, finished_at, status, *counts in self._file.rows(sql, (limit,))
        ]

    def add_faults(self, run_id: int, problems: Iterable[Problem], *, known_at: datetime) -> None:
        """Keep what went wrong with a source: a failed sign-in, a mail that the server would not give."""
        rows = [(run_id, p.source, p.sha256, p.stage, p.problem, p.remedy, to_text(known_at)) for p in problems]
        sql = "INSERT INTO faults (run_id, source, sha256, stage, problem, remedy, known_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
        with self._file.transaction() as connection:
            connection.executemany(sql, rows)

    def faults(self) -> list[Fault]:
        """All faults of sources, the earliest first."""
        sql = "SELECT run_id, stage, problem, remedy, sha256, source, known_at FROM faults ORDER BY fault_id"
        return [Fault(run_id, Problem(*problem), from_text(known_at)) for run_id, *problem, known_at in self._file.rows(sql)]
