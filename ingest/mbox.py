"""An mbox file as a source: read without locks, from where the last pull ended."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Self

import msgspec

from ingest.batches import Batch, SourceState, in_batches
from ingest.disk import open_regular, printable
from ingest.errors import FolderMissing
from ingest.limits import FINGERPRINT_BYTES
from ingest.mbox_format import Entry, begins_mail, is_mbox, split
from ingest.settings import MboxSource
from ingest.since import is_older, is_wider
from requisitions.messages import RawMessage


@dataclass(frozen=True, slots=True)
class MboxCursor:
    """How far a file has been read, and by what one sees that it is still the same file."""

    offset: int
    fingerprint: str
    since: date | None

    @classmethod
    def at(cls, file: BinaryIO, offset: int, since: date | None) -> Self:
        """Take the fingerprint of what lies before `offset`, its beginning and its end; the file's position stays."""
        digest = hashlib.sha256()
        for start in (0, max(offset - FINGERPRINT_BYTES, 0)):
            digest.update(os.pread(file.fileno(), min(FINGERPRINT_BYTES, offset - start), start))
        return cls(offset, digest.hexdigest(), since)

    def fits(self, file: BinaryIO, since: date | None) -> bool:
        """Tell whether the file still begins as it did, and nothing before this place is wanted now that was not then."""
        return not is_wider(since, self.since) and self.at(file, self.offset, self.since) == self

    def encode(self) -> str:
        """Write it down for the archive."""
        return msgspec.json.encode(self).decode()


class Mbox:
    """The mbox of one `[[sources]]` entry. A mail's place holds its own hash, as rewriting moves all offsets."""

    def __init__(self, settings: MboxSource) -> None:
        self._settings = settings
        self._path = Path(settings.path)

    @property
    def name(self) -> str:
        """Name of the `[[sources]]` entry."""
        return self._settings.name

    def pull(self, state: SourceState) -> Iterator[Batch]:
        """Hand over what stands behind the cursor, or everything where the file was rewritten.

        Raises:
            FolderMissing: there is no such file, or it is no mbox.
        """
        cursor_name = f"mbox:{printable(self._path)}"
        archived = state.cursors.get(cursor_name)
        with self._open() as file:
            size = os.fstat(file.fileno()).st_size
            start = self._start(file, archived, size)
            end = start
            for entries in in_batches(_complete(file, start, size), lambda entry: len(entry.content)):
                end = entries[-1].end
                messages = self._messages(entries, state.seen)
                if messages:
                    yield Batch(messages, (cursor_name, self._cursor(file, end)))
            reached = self._cursor(file, end)
            if reached != archived:
                yield Batch((), (cursor_name, reached))

    def probe(self) -> Iterator[str]:
        """Count the mails.

        Raises:
            FolderMissing: there is no such file, or it is no mbox.
        """
        with self._open() as file:
            count = sum(1 for _ in split(file, 0, os.fstat(file.fileno()).st_size))
        yield f"{self._settings.title}: {count} mails"

    def _open(self) -> BinaryIO:
        title = self._settings.title
        try:
            file = open_regular(self._path.resolve())
        except OSError as error:
            remedy = "write the path of an mbox file that the user who runs reqdrift can read"
            raise FolderMissing(f"{title} cannot be read ({error.strerror})", remedy) from error
        first = file.readline(8)
        if first and not is_mbox(first):
            file.close()
            raise FolderMissing(f'{title} is no mbox: it does not begin with "From "', 'for a folder of .eml files write type = "files"')
        return file

    def _start(self, file: BinaryIO, archived: str | None, size: int) -> int:
        try:
            cursor = msgspec.json.decode(archived or "", type=MboxCursor)
        except msgspec.MsgspecError:
            return 0
        if not 0 <= cursor.offset <= size or not cursor.fits(file, self._settings.since):
            return 0
        return cursor.offset if cursor.offset == size or begins_mail(file, cursor.offset) else 0

    def _messages(self, entries: Iterable[Entry], seen: Callable[[str], bool]) -> tuple[RawMessage, ...]:
        found: dict[str, RawMessage] = {}
        for entry in entries:
            place = f"{printable(self._path.name)}/{hashlib.sha256(entry.content).hexdigest()[:32]}"
            if not is_older(entry.content, self._settings.since) and not seen(place):
                found[place] = RawMessage(self.name, place, entry.content, entry.full_size)
        return tuple(found.values())

    def _cursor(self, file: BinaryIO, offset: int) -> str:
        return MboxCursor.at(file, offset, self._settings.since).encode()


def _complete(file: BinaryIO, start: int, size: int) -> Iterator[Entry]:
    """Yield the mails, but not the last one where somebody is writing just now: it may be half a mail."""
    last: Entry | None = None
    for entry in split(file, start, size):
        if last is not None:
            yield last
        last = entry
    if last is not None and os.fstat(file.fileno()).st_size == size:
        yield last
