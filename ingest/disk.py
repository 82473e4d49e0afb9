"""Reading mail files that anybody may have put there: no links out of the folder, no devices, no more bytes than the cap."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import re2

from ingest.heads import header_block
from ingest.limits import HEADER_BYTES, MAIL_BYTES
from requisitions.messages import Problem, RawMessage
from requisitions.words import Stage

_STAMP = re2.compile(r"@[0-9]+-[0-9]+$")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of a folder, before it is opened."""

    path: Path
    place: str
    """Where in the source, for the receipt."""


def stamped(path: str, status: os.stat_result) -> str:
    """The place of a file that may be edited: its path with size and time, so that an edited file is another place."""
    return f"{path}@{status.st_size}-{status.st_mtime_ns}"


def file_of(place: str) -> str:
    """A place as people know it: without the stamp."""
    return str(_STAMP.sub("", place))


def printable(path: str | Path) -> str:
    """Spell a path so that any database takes it: bytes that are no UTF-8 are written out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def fetch_problem(source: str, path: str | Path, fault: str, remedy: str) -> Problem:
    """Say that a file or folder of a source could not be read."""
    return Problem(stage=Stage.FETCH, problem=f"{printable(path)} {fault}", remedy=remedy, source=source)


def read_head(path: Path) -> bytes:
    """Read the beginning of a file, enough for its headers."""
    with open_regular(path) as file:
        return file.read(HEADER_BYTES)


def read_mail(source: str, listed: Listed) -> RawMessage | Problem | None:
    """Read one mail file; None where it is gone, which is no fault: programs move mails about."""
    try:
        with open_regular(listed.path) as file:
            size = os.fstat(file.fileno()).st_size
            content = file.read(MAIL_BYTES + 1 if size <= MAIL_BYTES else HEADER_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        return unreadable(source, listed.path, error)
    if max(size, len(content)) > MAIL_BYTES:
        return RawMessage(source, listed.place, header_block(content), full_size=max(size, len(content)))
    return RawMessage(source, listed.place, content)


def unreadable(source: str, path: str | Path, error: OSError) -> Problem:
    """Say that the system does not let us read a file or folder."""
    return fetch_problem(source, path, f"cannot be read ({error.strerror})", "give the user that runs reqdrift the right to read it")


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading, but no link, and nothing that would wait or act like a device.

    Raises:
        OSError: it cannot be opened, or is no regular file.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "no regular file", os.fspath(path))
    return os.fdopen(descriptor, "rb")
