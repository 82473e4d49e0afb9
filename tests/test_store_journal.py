"""Runs, faults of sources, and attempts at mails, as the archive keeps them."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from requisitions.messages import Problem
from requisitions.words import Stage
from store.archive import Archive
from store.errors import ArchiveError
from store.journal import Counts, Run, RunStatus
from tests.store_fixtures import MONDAY

COUNTS = Counts(fetched=9, archived=7, duplicates=2, quarantined=1, statements=6, changes=3)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path) as opened:
        yield opened


class TestRuns:
    def test_a_run_is_told_whole_the_latest_first(self, archive: Archive) -> None:
        journal = archive.journal
        first = journal.start_run(MONDAY)
        journal.finish_run(first, finished_at=MONDAY + timedelta(minutes=2), status=RunStatus.PARTIAL, counts=COUNTS)
        second = journal.start_run(MONDAY + timedelta(days=1))
        assert journal.runs() == [
            Run(second, MONDAY + timedelta(days=1), None, None, Counts()),
            Run(first, MONDAY, MONDAY + timedelta(minutes=2), RunStatus.PARTIAL, COUNTS),
        ]
        assert [run.run_id for run in journal.runs(limit=1)] == [second]

    def test_an_archive_without_runs_has_none(self, archive: Archive) -> None:
        assert archive.journal.runs() == []

    def test_ending_one_run_leaves_the_others(self, archive: Archive) -> None:
        """A run that was killed stays without an end."""
        killed, lived = archive.journal.start_run(MONDAY), archive.journal.start_run(MONDAY)
        archive.journal.finish_run(lived, finished_at=MONDAY, status=RunStatus.DONE, counts=COUNTS)
        assert {run.run_id: run.status for run in archive.journal.runs()} == {killed: None, lived: RunStatus.DONE}


class TestFaults:
    def test_a_fault_is_kept_with_its_way_out(self, archive: Archive) -> None:
        run = archive.journal.start_run(MONDAY)
        fault = Problem(Stage.FETCH, "the server refused the sign-in", "look at the password", source="sales")
        other = Problem(Stage.FETCH, "the server would not give INBOX/1/9", "fetch it by hand", sha256="ab" * 32, source="sales")
        archive.journal.add_faults(run, [fault, other], known_at=MONDAY)
        archive.journal.add_faults(run, [], known_at=MONDAY)
        assert [(kept.run_id, kept.problem, kept.known_at) for kept in archive.journal.faults()] == [
            (run, fault, MONDAY),
            (run, other, MONDAY),
        ]

    def test_a_fault_belongs_to_a_run(self, archive: Archive) -> None:
        with pytest.raises(ArchiveError, match="FOREIGN KEY"):
            archive.journal.add_faults(7, [Problem(Stage.FETCH, "a", "b")], known_at=MONDAY)


class TestAttempts:
    def test_attempts_add_up_until_the_mail_came_to_an_end(self, archive: Archive) -> None:
        attempts = archive.attempts
        attempts.begin(["aa", "bb"])
        attempts.begin(["bb"])
        assert attempts.counts() == {"aa": 1, "bb": 2}
        attempts.end(["bb", "never begun"])
        assert attempts.counts() == {"aa": 1}

    def test_attempts_outlive_the_program(self, archive: Archive, tmp_path: Path) -> None:
        archive.attempts.begin(["aa"])
        archive.close()
        with Archive.open(tmp_path) as again:
            assert again.attempts.counts() == {"aa": 1}

    def test_no_mail_is_no_attempt(self, archive: Archive) -> None:
        archive.attempts.begin([])
        archive.attempts.end([])
        assert archive.attempts.counts() == {}
