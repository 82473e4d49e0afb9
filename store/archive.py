"""The truth: one SQLite file with every mail, its receipts and the cursors of its sources (DECISIONS.md D9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from requisitions.messages import RawMessage
from store.journal import Journal


@dataclass(frozen=True, slots=True)
class Arrival:
    """A mail as a source handed it over, with what makes it the same as another (`ingest.parsing.mail_identity`, D23)."""

    raw: RawMessage
    identity: str


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a batch."""

    archived: int
    """Mails that were new."""
    duplicates: int
    """Arrivals that were known already; each left a receipt."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One mail in the archive's sequence."""

    seq: int
    sha256: str
    raw: RawMessage
    """As first received: source and place are those of the first receipt."""
    known_at: datetime
    """When it was archived, aware UTC."""
    first_import: bool
    """Archived by its source's first import: no news, however late (D6)."""


class Archive:
    """The archive, opened; a context manager. Every method raises `ArchiveError` where the file cannot be used."""

    journal: Journal
    """Runs, attempts, and faults of sources."""

    @classmethod
    def open(cls, folder: Path, *, create: bool = True) -> Self:
        """Open `folder/mail.sqlite`, made where it is missing and brought up to date.

        Raises:
            ArchiveMissing: it does not exist, and `create` is false.
            ArchiveError: it cannot be opened, or a later program made it.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the file."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def store_batch(self, arrivals: Sequence[Arrival], cursor: tuple[str, str, str] | None = None, *, known_at: datetime) -> Stored:
        """Keep mails with their receipts and move the cursor (source, name, value), all in one transaction."""
        raise NotImplementedError

    def cursors(self, source: str) -> dict[str, str]:
        """The cursors of a source: name → value."""
        raise NotImplementedError

    def seen(self, source: str, place: str) -> bool:
        """Whether a receipt from that place is kept."""
        raise NotImplementedError

    def is_first_import(self, source: str) -> bool:
        """Whether the source was never pulled to its end; mails stored until then are no news."""
        raise NotImplementedError

    def finish_first_import(self, source: str, *, known_at: datetime) -> None:
        """Note that a source was pulled to its end once; again: nothing happens."""
        raise NotImplementedError

    def last_seq(self) -> int:
        """The last number of the sequence, 0 in an empty archive."""
        raise NotImplementedError

    def entries(self, after: int, limit: int = 200) -> list[Entry]:
        """The mails that follow number `after`, at most `limit` and fewer where they are large; empty at the end."""
        raise NotImplementedError

    def get(self, sha256: str) -> Entry | None:
        """The mail of that hash, also that of a second copy; null where there is none."""
        raise NotImplementedError

    def find(self, prefix: str) -> list[str]:
        """The hashes of mails that begin like that, in order, at most 20."""
        raise NotImplementedError

    def receipts(self, sha256: str) -> list[tuple[str, str, datetime]]:
        """Where the mail was found: source, place and when, the first first."""
        raise NotImplementedError

    def backup(self, target: Path) -> None:
        """Write a whole copy of the archive to `target`, while it is in use if need be."""
        raise NotImplementedError

    def get_many(self, sha256s: Iterable[str]) -> list[Entry]:
        """The mails of those hashes that are kept, in the order of the sequence."""
        raise NotImplementedError
