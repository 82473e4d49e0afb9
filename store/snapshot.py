"""The public file: an immutable DuckDB snapshot that a run copies, changes and renames over (DECISIONS.md D10, D11)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from duckdb import DuckDBPyConnection as Connection


@dataclass(frozen=True, slots=True)
class Meta:
    """What a snapshot says of itself."""

    fingerprint: str
    """Of the extractor that all its statements were read with (D13)."""
    through: int
    """Number of the last archive entry folded in."""
    as_of: datetime | None
    """The receipt of that entry, aware UTC; the only now that a snapshot knows (D26)."""


class Draft:
    """The next snapshot in the making; a context manager that discards what was not published."""

    through: int
    """Number of the last archive entry folded in; 0 in an empty draft."""
    as_of: datetime | None
    starts_over: bool
    """A snapshot stands, but of another schema or fingerprint, so this draft begins empty: publish it whole or not at all."""

    @classmethod
    def begin(cls, path: Path, *, fingerprint: str, empty: bool = False) -> Self:
        """Begin the next snapshot of `path`; the copy is made when `transaction` is first asked for.

        Deletes what a killed run left behind, so the caller must hold the lock of runs.

        Args:
            path: The snapshot's file.
            fingerprint: Of the extractor in use; statements of another are not taken over.
            empty: Begin from nothing in any case (`rebuild`).

        Raises:
            SnapshotError: the file that stands there cannot be read, or its folder not be written.
        """
        raise NotImplementedError

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction on the draft: committed at the end of the block, rolled back where an exception leaves it."""
        raise NotImplementedError

    def advance(self, through: int, as_of: datetime) -> None:
        """Say, inside a transaction, that everything up to this entry is folded in."""
        raise NotImplementedError

    def publish(self) -> bool:
        """Put the draft in the snapshot's place, safe against a crash at any moment; ends the draft.

        False, and not a byte moves, where no transaction was ever asked for.
        """
        raise NotImplementedError

    def discard(self) -> None:
        """Forget the draft; the snapshot stays as it was."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.discard()


@contextmanager
def open_snapshot(path: Path) -> Iterator[Connection]:
    """The snapshot as it stands, for reading; later publications do not show in it.

    Raises:
        SnapshotMissing: no run published yet.
        SnapshotError: the file cannot be read.
    """
    raise NotImplementedError


def read_meta(connection: Connection) -> Meta:
    """What the snapshot or draft says of itself."""
    raise NotImplementedError
