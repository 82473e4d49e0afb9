"""How the documents of a week get to their place: whole or not at all, and `latest` after them."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pipeline import crash


def put(output: Path, folder: str, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder of `output` and point `latest` to the newest folder.

    They are written beside it first, made sure of, and renamed one by one: a reader sees the old file or the new one, and what a
    killed run left behind goes with the next.

    Args:
        output: The folder of all weeks.
        folder: Name of the week.
        files: Contents by file name.
    """
    place, part = output / folder, output / f".{folder}.part"
    output.mkdir(parents=True, exist_ok=True, mode=0o700)
    with alone(output):
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        for name, content in files.items():
            _write(part / name, content)
        crash.point("writing-report")
        place.mkdir(exist_ok=True, mode=0o700)
        for name in files:
            (part / name).replace(place / name)
        part.rmdir()
        _point_to_latest(output)
    return tuple(place / name for name in files)


@contextmanager
def alone(output: Path) -> Iterator[None]:
    """Wait until nobody else writes here; the system lets go of the folder when the process ends."""
    handle = os.open(output, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _point_to_latest(output: Path) -> None:
    newest = max(folder.name for folder in output.iterdir() if folder.is_dir() and folder.name[:4].isdigit())
    link = output / ".latest.part"
    link.unlink(missing_ok=True)
    link.symlink_to(newest)
    link.replace(output / "latest")
