"""The public file: an immutable DuckDB snapshot that a run copies, changes and renames over (DECISIONS.md D10, D11)."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb

from store.bulk import Connection
from store.errors import SnapshotError
from store.snapshot_file import (
    Meta,
    create,
    explained,
    for_owner_alone,
    open_for_writing,
    read_meta,
    reading,
    schema_version,
    sync,
    write_meta,
)

__all__ = ["Connection", "Draft", "Meta", "open_snapshot", "read_meta"]

PUBLISHED = 0o440
"""Nobody writes a published file, and strangers don't read it."""


class Draft:
    """The next snapshot in the making; a context manager that discards what was not published."""

    def __init__(self, path: Path, meta: Meta, *, takes_over: bool) -> None:
        self._path = path
        self._meta = meta
        self._takes_over = takes_over
        self._copy = path.with_name(path.name + ".next")
        self._scratch = path.with_name(path.name + ".next.tmp")
        self._connection: Connection | None = None

    @classmethod
    def begin(cls, path: Path, *, fingerprint: str, empty: bool = False) -> Self:
        """Begin the next snapshot of `path`; the copy is made when `transaction` is first asked for.

        Deletes what a killed run left behind, so the caller must hold the lock of runs.

        Args:
            path: The snapshot's file.
            fingerprint: Of the extractor in use; statements of another are not taken over.
            empty: Begin from nothing in any case (`rebuild`), also where the file is damaged.

        Raises:
            SnapshotError: the file that stands there cannot be read, or is none of ours.
        """
        fresh = Meta(schema_version(), fingerprint)
        standing = _standing(path, may_be_damaged=empty)
        takes_over = not empty and standing is not None and replace(standing, through=0, as_of=None) == fresh
        draft = cls(path, standing if takes_over and standing is not None else fresh, takes_over=takes_over)
        draft.discard()
        return draft

    @property
    def through(self) -> int:
        """Number of the last archive entry folded in; 0 in an empty draft."""
        return self._meta.through

    @property
    def as_of(self) -> datetime | None:
        """The receipt of that entry."""
        return self._meta.as_of

    @property
    def starts_over(self) -> bool:
        """A snapshot stands, but this draft began empty: publish it when it is whole, or not at all."""
        return not self._takes_over and self._path.exists()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction on the draft: committed at the end of the block, rolled back where an exception leaves it."""
        connection = self._opened()
        with explained(self._copy, duckdb.IOException, duckdb.OutOfMemoryException):
            connection.execute("BEGIN")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(duckdb.Error):
                    connection.execute("ROLLBACK")
                raise
            self._meta = read_meta(connection)

    def advance(self, through: int, as_of: datetime) -> None:
        """Say, inside a transaction, that everything up to this archive entry is folded in."""
        write_meta(self._opened(), replace(self._meta, through=through, as_of=as_of))

    def publish(self) -> bool:
        """Put the draft in the snapshot's place, safe against a crash at any moment; a later transaction begins the next one.

        False, and not a byte moves, where no transaction was asked for.
        """
        if self._connection is None:
            return False
        with explained(self._copy, duckdb.Error, OSError):
            self._connection.execute("CHECKPOINT")
            self._close()
            self._copy.chmod(PUBLISHED)
            sync(self._copy)
            self._copy.replace(self._path)
            sync(self._path.parent)
        self._takes_over = True
        return True

    def discard(self) -> None:
        """Forget the draft; the snapshot stays as it was."""
        self._close()
        with explained(self._copy, OSError), suppress(NotADirectoryError):
            for stray in (self._copy, self._copy.with_name(self._copy.name + ".wal")):
                stray.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.discard()

    def _opened(self) -> Connection:
        if self._connection is None:
            with explained(self._copy, duckdb.Error, OSError), for_owner_alone():
                self._path.parent.mkdir(parents=True, exist_ok=True)
                if self._takes_over:
                    shutil.copyfile(self._path, self._copy)
                    self._connection = open_for_writing(self._copy, temp_directory=self._scratch)
                else:
                    self._connection = create(self._copy, self._meta, temp_directory=self._scratch)
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        shutil.rmtree(self._scratch, ignore_errors=True)


@contextmanager
def open_snapshot(path: Path) -> Iterator[Connection]:
    """The snapshot as it stands, for reading; later publications do not show in it.

    Raises:
        SnapshotMissing: no run published yet.
        SnapshotError: the file cannot be read, is none of ours, or was made by another version of the program.
    """
    with reading(path) as connection:
        if read_meta(connection).schema_version != schema_version():
            raise SnapshotError(f"the database {path} was made by another version of reqdrift", "`reqdrift run` makes it anew")
        yield connection


def _standing(path: Path, *, may_be_damaged: bool) -> Meta | None:
    if not path.exists():
        return None
    try:
        with reading(path) as connection:
            return read_meta(connection)
    except SnapshotError as error:
        if may_be_damaged and not isinstance(error.__cause__, duckdb.CatalogException):
            return None
        raise
