"""The archive's SQLite file: made for its owner's eyes alone, migrated, safe against power cuts, its faults explained."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from store.errors import ArchiveError, ArchiveMissing

NAME = "mail.sqlite"

MIGRATIONS = Path(__file__).with_name("archive_sql")
"""Numbered from 0001 without a gap; SQLite's `user_version` is the number of the last one applied."""

PATIENCE = 30.0
"""Seconds to wait for another process that writes (a review, a backup)."""

REMEDIES = {
    "SQLITE_BUSY": "another program holds it: end that, or try again later",
    "SQLITE_LOCKED": "another program holds it: end that, or try again later",
    "SQLITE_FULL": "make room on the disk and run again; nothing that was archived is lost",
    "SQLITE_READONLY": "give the user who runs reqdrift the right to write it",
    "SQLITE_PERM": "give the user who runs reqdrift the right to write it",
    "SQLITE_CANTOPEN": "give the user who runs reqdrift the right to write its folder",
    "SQLITE_NOTADB": "it is damaged or no archive: put its last backup back",
    "SQLITE_CORRUPT": "it is damaged: put its last backup back",
    "SQLITE_IOERR": "the disk fails: look at the system's log, and put the last backup on a sound disk",
}


class ArchiveFile:
    """An open archive file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write: all of the block or nothing of it is kept, also through a power cut."""
        with explained(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
            except BaseException:
                # a full disk has rolled back already
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a query finds."""
        with explained(self.path):
            return self.connection.execute(sql, parameters).fetchall()

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401 - as SQLite has it
        """The first column of the first row, null where there is none."""
        found = self.rows(sql, parameters)
        return found[0][0] if found else None

    def copy_to(self, target: Path) -> None:
        """Copy the whole file by SQLite's own means; `target` appears when it is complete, and replaces what stood there."""
        part = target.with_name(target.name + ".part")
        _make(part)
        with explained(part), closing(sqlite3.connect(part)) as copy:
            self.connection.backup(copy)
        part.replace(target)


def open_file(folder: Path, *, create: bool) -> ArchiveFile:
    """Open the archive's file in `folder`; see `Archive.open`."""
    path = folder / NAME
    if create:
        _make(path)
    elif not path.exists():
        raise ArchiveMissing(f"there is no archive at {path}", "`reqdrift run` makes one; or correct `[archive] path`")
    with explained(path):
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            for setting in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "foreign_keys = ON"):
                connection.execute(f"PRAGMA {setting}")
            file = ArchiveFile(path, connection)
            _migrate(file)
        except BaseException:
            connection.close()
            raise
    return file


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's faults into sentences with a remedy."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        remedy = next((text for code, text in REMEDIES.items() if name.startswith(code)), "`reqdrift doctor` looks closer")
        raise ArchiveError(f"the archive {path} cannot be used ({error})", remedy) from error


def _make(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite gives its journals the file's own mode, so it has to be right from the start
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        raise ArchiveError(
            f"the archive {path} cannot be made ({error.strerror})", "correct `[archive] path` or the folder's rights"
        ) from error


def _migrate(file: ArchiveFile) -> None:
    scripts = sorted(MIGRATIONS.glob("[0-9]*.sql"))
    if file.value("PRAGMA user_version") == len(scripts):
        return
    with file.transaction() as connection:
        version = file.value("PRAGMA user_version")
        if version > len(scripts):
            raise ArchiveError(
                f"the archive {file.path} was written by a later reqdrift", "install that one: `pip install --upgrade reqdrift`"
            )
        for script in scripts[version:]:
            for statement in _statements(script.read_text(encoding="utf-8")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(scripts)}")


def _statements(script: str) -> Iterator[str]:
    # executescript would commit between them
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
