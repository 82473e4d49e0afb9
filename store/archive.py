"""The truth: one SQLite file with every mail, its receipts and the cursors of its sources (DECISIONS.md D9)."""

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from requisitions.corrections import Entered
from requisitions.messages import RawMessage
from store.archive_file import ArchiveFile, explained, open_file
from store.attempts import Attempts
from store.corrections import Corrections
from store.deliveries import Deliveries
from store.errors import ArchiveError
from store.journal import Journal
from store.rereadings import Rereadings
from store.times import from_text, to_text

AT_ONCE = 64 * 1024 * 1024
"""Bytes of mail that `entries` hands out at once, give or take the last mail."""

ENTRY = """
SELECT seq, sha256, source, place, full_size, entries.known_at, first_import, deflated
FROM entries JOIN mails USING (seq) JOIN contents USING (seq) JOIN receipts USING (seq)
WHERE ordinal = 0 AND"""


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


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the sequence: mails, and what people said meanwhile."""

    mails: tuple[Entry, ...]
    words: tuple[Entered, ...]
    seq: int
    """Number of its last entry, of whatever kind."""
    known_at: datetime
    """The receipt of that entry."""


class Archive:
    """The archive, opened; a context manager. Every method raises `ArchiveError` where the file cannot be used."""

    def __init__(self, file: ArchiveFile) -> None:
        self._file = file
        self.journal = Journal(file)
        """Runs, and faults of sources."""
        self.attempts = Attempts(file)
        """Mails that were begun and never came to an end."""
        self.corrections = Corrections(file)
        """A person's words."""
        self.deliveries = Deliveries(file)
        """Reports and alerts that were sent."""
        self.rereadings = Rereadings(file)
        """Times at which history was read again."""

    @classmethod
    def open(cls, folder: Path, *, create: bool = True) -> Self:
        """Open `folder/mail.sqlite`, made where it is missing and brought up to date.

        Raises:
            ArchiveMissing: it does not exist, and `create` is false.
            ArchiveError: it cannot be opened, or a later program made it.
        """
        return cls(open_file(folder, create=create))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def store_batch(self, arrivals: Sequence[Arrival], cursor: tuple[str, str, str] | None = None, *, known_at: datetime) -> Stored:
        """Keep mails with their receipts and move the cursor (source, name, value), all in one transaction."""
        now = to_text(known_at)
        with self._file.transaction() as connection:
            new = sum(self._keep(connection, arrival, now) for arrival in arrivals)
            if cursor is not None:
                connection.execute("INSERT INTO cursors VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", cursor)
        return Stored(archived=new, duplicates=len(arrivals) - new)

    def _keep(self, connection: sqlite3.Connection, arrival: Arrival, now: str) -> bool:
        raw, sha256 = arrival.raw, arrival.raw.sha256
        seq = self._file.value("SELECT seq FROM mails WHERE sha256 = ? OR identity = ?", (sha256, arrival.identity))
        is_new = seq is None
        if is_new:
            seq = connection.execute("INSERT INTO entries (kind, known_at) VALUES ('mail', ?)", (now,)).lastrowid
            mail = (seq, sha256, arrival.identity, len(raw.content), raw.full_size, self.is_first_import(raw.source))
            connection.execute("INSERT INTO mails VALUES (?, ?, ?, ?, ?, ?)", mail)
            connection.execute("INSERT INTO contents VALUES (?, ?)", (seq, zlib.compress(raw.content, 1)))
        connection.execute(
            "INSERT INTO receipts SELECT ?1, ?2, ?3, ?4, count(*) FROM receipts WHERE seq = ?3 ON CONFLICT DO NOTHING",
            (raw.source, raw.place, seq, now),
        )
        return is_new

    def cursors(self, source: str) -> dict[str, str]:
        """The cursors of a source: name → value."""
        return dict(self._file.rows("SELECT name, value FROM cursors WHERE source = ? ORDER BY name", (source,)))

    def seen(self, source: str, place: str) -> bool:
        """Whether a receipt from that place is kept."""
        return bool(self._file.value("SELECT EXISTS (SELECT 1 FROM receipts WHERE source = ? AND place = ?)", (source, place)))

    def is_first_import(self, source: str) -> bool:
        """Whether the source was never pulled to its end; mails stored until then are no news."""
        return not self._file.value("SELECT EXISTS (SELECT 1 FROM imports WHERE source = ?)", (source,))

    def finish_first_import(self, source: str, *, known_at: datetime) -> None:
        """Note that a source was pulled to its end once; again: nothing happens."""
        if self.is_first_import(source):
            with self._file.transaction() as connection:
                connection.execute("INSERT INTO imports VALUES (?, ?) ON CONFLICT DO NOTHING", (source, to_text(known_at)))

    def last_seq(self) -> int:
        """The last number of the sequence, 0 in an empty archive."""
        return int(self._file.value("SELECT max(seq) FROM entries") or 0)

    def entries(self, after: int, limit: int = 200) -> list[Entry]:
        """The mails that follow number `after`, at most `limit` and fewer where they are large; empty at the end."""
        found, size = [], 0
        with explained(self._file.path):
            for row in self._file.connection.execute(f"{ENTRY} seq > ? ORDER BY seq LIMIT ?", (after, limit)):
                found.append(self._entry(row))
                size += len(found[-1].raw.content)
                if size >= AT_ONCE:
                    break
        return found

    def mails_after(self, after: int) -> int:
        """How many mails follow that number."""
        return int(self._file.value("SELECT count(*) FROM mails WHERE seq > ?", (after,)))

    def stretch(self, after: int, limit: int = 200) -> Stretch | None:
        """What follows number `after`: at most `limit` mails with the words between them, or all of the end that has no mail."""
        end = self._file.rows("SELECT seq, known_at FROM entries WHERE seq > ? ORDER BY seq DESC LIMIT 1", (after,))
        if not end:
            return None
        mails = self.entries(after, limit)
        seq, known_at = (mails[-1].seq, mails[-1].known_at) if mails else (end[0][0], from_text(end[0][1]))
        return Stretch(tuple(mails), tuple(self.corrections.between(after, seq)), seq, known_at)

    def get(self, sha256: str) -> Entry | None:
        """The mail of that hash; null where there is none."""
        return next((self._entry(row) for row in self._file.rows(f"{ENTRY} sha256 = ?", (sha256,))), None)

    def get_many(self, sha256s: Iterable[str]) -> list[Entry]:
        """The mails of those hashes that are kept, in the order of the sequence."""
        found = (self.get(sha256) for sha256 in set(sha256s))
        return sorted((entry for entry in found if entry is not None), key=lambda entry: entry.seq)

    def find(self, prefix: str) -> list[str]:
        """The hashes of mails that begin like that, in order, at most 20."""
        bounds = (prefix.lower(), prefix.lower() + "g")
        return [
            sha256 for (sha256,) in self._file.rows("SELECT sha256 FROM mails WHERE sha256 >= ? AND sha256 < ? ORDER BY 1 LIMIT 20", bounds)
        ]

    def receipts(self, sha256: str) -> list[tuple[str, str, datetime]]:
        """Where the mail was found: source, place and when, the first first."""
        sql = "SELECT source, place, known_at FROM receipts JOIN mails USING (seq) WHERE sha256 = ? ORDER BY ordinal"
        return [(source, place, from_text(known_at)) for source, place, known_at in self._file.rows(sql, (sha256,))]

    def backup(self, target: Path) -> None:
        """Write a whole copy of the archive to `target`, while it is in use if need be."""
        self._file.copy_to(target)

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        seq, sha256, source, place, full_size, known_at, first_import, deflated = row
        try:
            raw = RawMessage(source, place, zlib.decompress(deflated), full_size)
        except zlib.error as error:
            raise ArchiveError(f"mail {sha256} in the archive {self._file.path} is damaged", "put the last backup back") from error
        return Entry(seq, sha256, raw, from_text(known_at), bool(first_import))
