"""What a better reading of old mails moved (DECISIONS.md D13). Kept in the archive's file, as nothing derives it again."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from store.archive_file import ArchiveFile
from store.bulk import Connection
from store.errors import StoreError
from store.snapshot_file import read_meta, reading
from store.times import from_text, to_naive, to_text


@dataclass(frozen=True, slots=True)
class Told:
    """The changes that a snapshot told, and up to which entry of the archive."""

    changes: frozenset[str]
    through: int
    as_of: datetime | None


@dataclass(frozen=True, slots=True)
class Rereading:
    """A time at which history was read again."""

    at: datetime
    came: int
    went: int
    lost: int


def told_before(path: Path) -> Told | None:
    """What the snapshot at `path` tells, whichever version of the program made it; null where it cannot be asked."""
    with suppress(StoreError, duckdb.Error, OSError), reading(path) as connection:
        meta = read_meta(connection)
        return Told(_changes(connection, None), meta.through, meta.as_of)
    return None


def told_until(connection: Connection, as_of: datetime) -> frozenset[str]:
    """The changes of mails that were archived by then."""
    return _changes(connection, as_of)


def _changes(connection: Connection, as_of: datetime | None) -> frozenset[str]:
    until = None if as_of is None else to_naive(as_of)
    rows = connection.execute("SELECT change_id FROM changes WHERE ?1 IS NULL OR known_at <= ?1", [until]).fetchall()
    return frozenset(found for (found,) in rows)


class Rereadings:
    """The part of an open archive that remembers them."""

    def __init__(self, file: ArchiveFile) -> None:
        self._file = file

    def add(self, one: Rereading) -> None:
        """Note one."""
        with self._file.transaction() as connection:
            sql = "INSERT INTO rereadings (known_at, came, went, lost) VALUES (?, ?, ?, ?)"
            connection.execute(sql, (to_text(one.at), one.came, one.went, one.lost))

    def between(self, start: datetime, end: datetime) -> list[Rereading]:
        """Those at `start <= t < end`, the earliest first."""
        sql = "SELECT known_at, came, went, lost FROM rereadings WHERE known_at >= ? AND known_at < ? ORDER BY rereading_id"
        return [Rereading(from_text(at), *numbers) for at, *numbers in self._file.rows(sql, (to_text(start), to_text(end)))]
