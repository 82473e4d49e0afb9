"""Sources into the archive: a mail and the cursor that passed it in one transaction, and no source keeps another from being read."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ingest.errors import FolderMissing, MailboxError, ServerFault, SourceUnreachable
from ingest.parsing import mail_identity
from ingest.settings import ImapSource, SourceSettings
from ingest.sources import Batch, SourceState, open_source
from pipeline import clock, crash, logs
from requisitions.messages import Problem
from requisitions.words import Stage
from store.archive import Archive, Arrival


@dataclass(frozen=True, slots=True)
class Pulled:
    """What one source gave."""

    source: str
    fetched: int = 0
    archived: int = 0
    duplicates: int = 0
    refused: int = 0
    """Mails that the source would not give, or not whole."""
    fault: MailboxError | None = None
    """Why it could not be read to its end."""
    reached: bool = True
    """Whether anything of it could be read."""

    @property
    def unreachable(self) -> bool:
        """Whether there was no connection to be had: another night it may be there."""
        return isinstance(self.fault, SourceUnreachable)


def pull(archive: Archive, settings: SourceSettings, *, run_id: int, check: Callable[[], None]) -> Pulled:
    """Read what is new in one source; a fault of the source comes back with the counts, and is kept in the journal.

    Args:
        archive: Where the mails go.
        settings: The `[[sources]]` entry.
        run_id: Of this run, for the journal.
        check: Called between two batches; it may raise to stop the run.
    """
    name = settings.name
    fetched = archived = duplicates = refused = batches = 0
    fault: MailboxError | None = None
    try:
        with logs.stage(f"fetching from {name}") as advance:
            for batch in open_source(settings).pull(SourceState(archive.cursors(name), partial(archive.seen, name))):
                archived_now, duplicates_now = _keep(archive, name, batch, run_id)
                fetched, archived, duplicates = fetched + len(batch.messages), archived + archived_now, duplicates + duplicates_now
                refused, batches = refused + len(batch.problems), batches + 1
                advance(len(batch.messages))
                check()
    except MailboxError as error:
        fault = error
    if fault is None or (isinstance(fault, FolderMissing) and batches):
        archive.finish_first_import(name, known_at=clock.now())
    if fault is not None:
        problem = Problem(stage=Stage.FETCH, problem=fault.sentence, remedy=fault.remedy, source=name)
        archive.journal.add_faults(run_id, [problem], known_at=clock.now())
        logs.LOGGER.warning("%s", fault)
    reached = fault is None or batches > 0 or _other_folders_were_read(settings, fault)
    return Pulled(name, fetched, archived, duplicates, refused, fault, reached)


def _other_folders_were_read(settings: SourceSettings, fault: MailboxError) -> bool:
    return isinstance(settings, ImapSource) and len(settings.folders) > 1 and isinstance(fault, FolderMissing | ServerFault)


def _keep(archive: Archive, source: str, batch: Batch, run_id: int) -> tuple[int, int]:
    crash.point("after-fetch")
    now = clock.now()
    arrivals = [Arrival(raw, mail_identity(raw.content)) for raw in batch.messages]
    cursor = None if batch.cursor is None else (source, *batch.cursor)
    if batch.problems:
        archive.journal.add_faults(run_id, batch.problems, known_at=now)
    stored = archive.store_batch(arrivals, cursor, known_at=now)
    crash.point("after-commit")
    return stored.archived, stored.duplicates
