"""The night. Read this file first: it tells the whole story, and every other file tells one of its sentences.

1. Only one run at a time (`lock`).
2. Pull every source into the archive; a source that fails keeps nobody else waiting (`pulling`).
3. Read what is new: bytes to messages to statements, in workers that no mail can stop (`derive`, `reading`, `workers`).
4. Link each statement to its requisition (`relinking`), fold the touched requisitions into versions and changes (`refolding`),
   and put the new snapshot in the old one's place (`derive`).
5. Write the report of the last complete week, where it is not there yet (`reporting`).

Whatever kills a run, the next one goes on from what is archived and published: nothing is lost, nothing is counted twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from pipeline import clock
from pipeline.derive import Derivation, Derived
from pipeline.lock import run_lock
from pipeline.pulling import Pulled, pull
from pipeline.reporting import write_missing
from pipeline.settings import Settings
from store.archive import Archive
from store.journal import Counts, RunStatus
from store.snapshot import Connection
from store.writing import put_faults, put_runs

Check = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Night:
    """What a run did."""

    pulled: tuple[Pulled, ...]
    derived: Derived

    @property
    def counts(self) -> Counts:
        """As the journal keeps them."""
        return Counts(
            fetched=sum(source.fetched for source in self.pulled),
            archived=sum(source.archived for source in self.pulled),
            duplicates=sum(source.duplicates for source in self.pulled),
            quarantined=len(self.derived.quarantined),
            statements=self.derived.statements,
            changes=self.derived.changes,
        )

    @property
    def status(self) -> RunStatus:
        """As the journal keeps it."""
        if self.pulled and not any(source.reached for source in self.pulled):
            return RunStatus.FAILED
        faults = any(source.fault is not None or source.refused for source in self.pulled)
        return RunStatus.PARTIAL if faults or self.derived.quarantined else RunStatus.DONE

    @property
    def later(self) -> bool:
        """Whether no source could be reached for now and nothing was archived: another hour may do."""
        return bool(self.pulled) and all(source.unreachable for source in self.pulled) and not self.counts.archived


def run(settings: Settings, check: Check) -> Night:
    """Do the nightly job; safe at any moment, any number of times.

    Args:
        settings: The configuration.
        check: Called between two steps; it may raise to stop the run.

    Raises:
        Locked: another run is at work.
    """
    with run_lock(settings.archive.path), Archive.open(settings.archive.path) as archive:
        run_id = archive.journal.start_run(clock.now())
        pulled: list[Pulled] = []
        try:
            pulled.extend(pull(archive, source, run_id=run_id, check=check) for source in settings.sources)
            night = _derive(archive, settings, run_id, tuple(pulled), check)
            write_missing(settings)
        except BaseException:
            _note_end(archive, run_id, Night(tuple(pulled), Derived()), RunStatus.FAILED)
            raise
        _note_end(archive, run_id, night, night.status)
    return night


def _derive(archive: Archive, settings: Settings, run_id: int, pulled: tuple[Pulled, ...], check: Check) -> Night:
    def finish(connection: Connection, *, derived: Derived) -> None:
        """Show the run itself in what it publishes."""
        night = Night(pulled, derived)
        _note_end(archive, run_id, night, night.status)
        _show_journal(archive, connection)

    news = any(source.fault is not None or source.refused for source in pulled)
    return Night(pulled, Derivation(archive, settings, check).catch_up(finish, news=news))


def rebuild(settings: Settings, check: Check) -> Derived:
    """Derive everything again from the archive.

    Raises:
        Locked: another run is at work.
    """
    with run_lock(settings.archive.path), Archive.open(settings.archive.path, create=False) as archive:
        return Derivation(archive, settings, check).catch_up(partial(_finish, archive), empty=True)


def retry(settings: Settings, sha256s: Sequence[str], check: Check) -> Derived:
    """Read quarantined mails again, however often they stopped a worker before.

    Raises:
        Locked: another run is at work.
    """
    with run_lock(settings.archive.path), Archive.open(settings.archive.path, create=False) as archive:
        archive.attempts.end(sha256s)
        return Derivation(archive, settings, check).read_again(sha256s, partial(_finish, archive))


def _finish(archive: Archive, connection: Connection, *, derived: Derived) -> None:  # noqa: ARG001 - no run of its own to be noted
    _show_journal(archive, connection)


def _show_journal(archive: Archive, connection: Connection) -> None:
    put_runs(connection, archive.journal.runs())
    put_faults(connection, archive.journal.faults())


def _note_end(archive: Archive, run_id: int, night: Night, status: RunStatus) -> None:
    """Keep in the journal how the run ended, or will have ended when what is being published is there."""
    archive.journal.finish_run(run_id, finished_at=clock.now(), status=status, counts=night.counts)
