"""How far a folder has been read: UIDs only grow, for as long as UIDVALIDITY stays the same (RFC 3501 2.3.1.1)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

import msgspec

from ingest.imap_session import FolderState
from ingest.limits import SEARCH_UIDS, SKIPPED_UIDS
from ingest.since import is_wider


@dataclass(frozen=True, slots=True)
class Span:
    """UIDs from `first` to `last`, to be searched in one go."""

    first: int
    last: int
    since: date | None


@dataclass(frozen=True, slots=True)
class FolderCursor:
    """A place in a folder, as archived with the mails before it."""

    uidvalidity: int
    uidnext: int
    """The first UID that nobody asked about yet."""
    since: date | None
    """The `since` of the first import."""
    history: int
    """UIDs below were there when the first import began; `since` bounds these alone."""
    skipped: tuple[int, ...] = ()
    """Mails before `uidnext` that could not be fetched, and are asked for again."""

    @classmethod
    def resume(cls, archived: str | None, folder: FolderState, since: date | None) -> Self:
        """Go on where the archive stands, or begin anew: first time, other UIDVALIDITY, an older `since`, UIDs that went back."""
        try:
            cursor = msgspec.json.decode(archived or "", type=cls)
        except msgspec.MsgspecError:
            cursor = None
        if cursor and cursor.uidvalidity == folder.uidvalidity and cursor.uidnext <= folder.uidnext and not is_wider(since, cursor.since):
            return cursor
        return cls(folder.uidvalidity, 1, since, folder.uidnext)

    def spans(self, folder: FolderState) -> Iterator[Span]:
        """Divide what is new so that no answer to a search gets too long."""
        for first, end, since in ((self.uidnext, self.history, self.since), (max(self.uidnext, self.history), folder.uidnext, None)):
            # As many UIDs as the folder has mails at most: a gap of millions is one search.
            step = SEARCH_UIDS if folder.exists > SEARCH_UIDS else max(end - first, 1)
            for start in range(first, end, step):
                yield Span(start, min(start + step, end) - 1, since)

    def passed(self, uids: Iterable[int], broken: Iterable[int] = ()) -> Self:
        """Move past mails that were handled; the `broken` ones among them are to be asked for again."""
        handled = set(uids)
        skipped = [uid for uid in self.skipped if uid not in handled] + sorted(broken)
        return replace(self, uidnext=max(self.uidnext, *(uid + 1 for uid in handled), 1), skipped=tuple(skipped[-SKIPPED_UIDS:]))

    def at_end(self, folder: FolderState) -> Self:
        """Move past everything that was there when the folder was opened."""
        return replace(self, uidnext=max(self.uidnext, folder.uidnext))

    def encode(self) -> str:
        """Write it down for the archive."""
        return msgspec.json.encode(self).decode()
