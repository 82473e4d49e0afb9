"""A snapshot's DuckDB file: how it is made, opened and told from others, and its faults explained."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from store.bulk import Connection, insert
from store.errors import SnapshotError, SnapshotMissing
from store.times import from_text, to_text

SCHEMA = Path(__file__).with_name("schema.sql")

STORAGE_VERSION = "v1.0.0"
"""Any client from DuckDB 1.0 on can read the file (D11)."""

MEMORY_LIMIT = "2GB"
"""DuckDB would take four fifths of the machine; a draft that needs more uses a folder beside it."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What a snapshot says of itself."""

    schema_version: str
    fingerprint: str
    """Of the extractor that all its statements were read with (D13)."""
    through: int = 0
    """Number of the last archive entry folded in."""
    as_of: datetime | None = None
    """The receipt of that entry, aware UTC; the only now that a snapshot knows (D26)."""


def schema_version() -> str:
    """Moves with every change of the schema's file, so nobody can forget to raise it (D15)."""
    return hashlib.sha256(SCHEMA.read_bytes()).hexdigest()[:12]


def read_meta(connection: Connection) -> Meta:
    """What the snapshot or draft says of itself."""
    told = dict(connection.execute("SELECT name, value FROM private.meta").fetchall())
    as_of = told["as_of"]
    return Meta(told["schema_version"], told["fingerprint"], int(told["through"]), None if as_of is None else from_text(as_of))


def write_meta(connection: Connection, meta: Meta) -> None:
    """Let a draft say this of itself."""
    as_of = None if meta.as_of is None else to_text(meta.as_of)
    told = {"schema_version": meta.schema_version, "fingerprint": meta.fingerprint, "through": meta.through, "as_of": as_of}
    connection.execute("DELETE FROM private.meta")
    insert(connection, "meta", [{"name": name, "value": value} for name, value in told.items()])


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """Open a file of ours for reading, whatever its schema; raises `SnapshotMissing` or `SnapshotError`."""
    if not path.exists():
        raise SnapshotMissing(f"there is no database at {path}", "`reqdrift run` makes it; or correct `[store] path`")
    try:
        connection = _attach(path, "READ_ONLY", "")
    except (duckdb.Error, OSError) as error:
        raise SnapshotError(
            f"the database {path} cannot be read ({_first_line(error)})", "`reqdrift rebuild` makes it again from the archive"
        ) from error
    try:
        try:
            connection.execute("SELECT name FROM private.meta").fetchall()
        except duckdb.CatalogException as error:
            raise SnapshotError(f"{path} is a DuckDB file that reqdrift did not make", "name another one in `[store] path`") from error
        yield connection
    finally:
        connection.close()


def create(path: Path, meta: Meta, *, temp_directory: Path) -> Connection:
    """Make an empty file with the schema of today, and open it for writing."""
    connection = _attach(path, f"STORAGE_VERSION '{STORAGE_VERSION}'", str(temp_directory))
    connection.execute(SCHEMA.read_text(encoding="utf-8"))
    write_meta(connection, meta)
    return connection


def open_for_writing(path: Path, *, temp_directory: Path) -> Connection:
    """Open a file for this process alone."""
    return _attach(path, "READ_WRITE", str(temp_directory))


def _attach(path: Path, option: str, temp_directory: str) -> Connection:
    """Open a file with limits of our own, and without the extensions that DuckDB would fetch by itself.

    Attached to a fresh instance, because a process that still holds the old file of a path and connects to it again is given
    old data (D10); and because only ATTACH takes a storage version in every client of the range.
    """
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY_LIMIT,
        "temp_directory": temp_directory,
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    connection = duckdb.connect(":memory:", config=config)
    quoted = str(path).replace("'", "''")
    try:
        connection.execute(f"ATTACH '{quoted}' AS snapshot ({option})")
        connection.execute("USE snapshot")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def explained(path: Path, *faults: type[Exception]) -> Iterator[None]:
    """Turn these faults into a sentence with a remedy."""
    try:
        yield
    except faults as error:
        raise SnapshotError(
            f"the draft {path} cannot be written ({_first_line(error)})",
            "make room on the disk, or correct its folder's rights; nothing is lost",
        ) from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


@contextmanager
def for_owner_alone() -> Iterator[None]:
    """Files that are made meanwhile are nobody else's to read."""
    earlier = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(earlier)


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk itself."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
