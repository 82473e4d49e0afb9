"""One run at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Locked(Exception):  # noqa: N818 - a state of affairs, no error
    """Another run is at work on the same archive."""


@contextmanager
def run_lock(archive: Path) -> Iterator[None]:
    """Hold the archive's only lock; the system lets go of it when the process ends, however it ends.

    Raises:
        Locked: another process holds it.
    """
    from filelock import FileLock, Timeout

    archive.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = FileLock(archive / "run.lock", timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise Locked(f"another run is at work on {archive}; try again when it has ended") from None
    try:
        yield
    finally:
        lock.release()
