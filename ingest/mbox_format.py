"""Dividing an mbox into its mails (RFC 4155; Dovecot's rule for what begins one)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

import re2

from ingest.heads import header_block
from ingest.limits import HEADER_BYTES, LINE_CHARACTERS, MAIL_BYTES

_DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_TIME = r"\d{1,2}:\d\d:\d\d"
_DATED = re2.compile(rf"From .*{_DAY},? +(?:{_MONTH} +\d{{1,2}}|\d{{1,2}} +{_MONTH}) +(?:{_TIME}.* \d{{4}}|\d{{4}} +{_TIME}).*")
_CHUNK = HEADER_BYTES


@dataclass(frozen=True, slots=True)
class Entry:
    """One mail of an mbox."""

    end: int
    """Offset behind it: where the next one begins."""
    content: bytes
    """The mail with the writer's quoting undone, or its headers alone where it is over the size cap."""
    full_size: int | None


def is_mbox(first_line: bytes) -> bool:
    """Tell whether a file that begins with this line can be an mbox."""
    return first_line.startswith(b"From ")


def begins_mail(file: BinaryIO, offset: int) -> bool:
    """Tell whether a mail begins at `offset`, empty lines aside."""
    begins = _separator(file)
    file.seek(offset)
    line = file.readline(_CHUNK)
    while line and not line.strip(b"\r\n"):
        line = file.readline(_CHUNK)
    return begins(line, True)  # noqa: FBT003 - it follows an empty line, or the end of what was read


def split(file: BinaryIO, start: int, end: int) -> Iterator[Entry]:
    """Yield the mails between two offsets; `start` is where one begins."""
    begins = _separator(file)
    file.seek(start)
    mail: _Mail | None = None
    at_line_start = after_empty = True
    while file.tell() < end:
        here = file.tell()
        chunk = file.readline(min(_CHUNK, end - here))
        if at_line_start and begins(chunk, after_empty):
            if mail is not None:
                yield mail.entry(here)
            mail = _Mail()
        elif mail is not None:
            mail.add(_unquoted(chunk) if at_line_start else chunk)
        after_empty = at_line_start and not chunk.strip(b"\r\n")
        at_line_start = chunk.endswith(b"\n")
    if mail is not None:
        yield mail.entry(end)


class _Mail:
    """A mail that grows line by line; past the cap, only its beginning is kept."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self._size = 0

    def add(self, chunk: bytes) -> None:
        self._size += len(chunk)
        if self._size <= MAIL_BYTES:
            self._kept += chunk
        else:
            del self._kept[HEADER_BYTES:]

    def entry(self, end: int) -> Entry:
        if self._size > MAIL_BYTES:
            return Entry(end, header_block(bytes(self._kept)), self._size)
        content = bytes(self._kept)
        for mark in (b"\n\r\n", b"\n\n"):
            # The empty line before the next mail is the file's, not the mail's.
            if content.endswith(mark):
                return Entry(end, content[: len(content) - len(mark) + 1], None)
        return Entry(end, content, None)


def _separator(file: BinaryIO) -> Callable[[bytes, bool], bool]:
    """Find out how this file's writer separates mails: by a line with sender and date, or loosely after an empty line."""
    file.seek(0)
    if _is_dated(file.readline(_CHUNK)):
        return lambda line, _: _is_dated(line)
    return lambda line, after_empty: after_empty and line.startswith(b"From ")


def _is_dated(line: bytes) -> bool:
    # "From now on" begins a sentence, and not every writer quotes it.
    return line.startswith(b"From ") and _DATED.fullmatch(line[:LINE_CHARACTERS].decode("latin-1").rstrip()) is not None


def _unquoted(line: bytes) -> bytes:
    return line[1:] if line.startswith(b">") and line.lstrip(b">").startswith(b"From ") else line
