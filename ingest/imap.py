"""A mailbox on an IMAP server as a source: read-only, in windows, from a cursor per folder."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import quote

from tenacity.wait import wait_base

from ingest.batches import Batch, SourceState, in_batches
from ingest.errors import FolderMissing, MailboxError, ServerFault, together
from ingest.heads import header_block
from ingest.imap_cursor import FolderCursor
from ingest.imap_fetching import ask_apart, contents
from ingest.imap_folders import UNREADABLE, Folder, choose
from ingest.imap_line import FolderReplaced, Line
from ingest.imap_session import Session
from ingest.limits import FETCH_UIDS, FOLDER_RESTARTS, FOLDERS_NAMED, HEADER_BYTES, MAIL_BYTES
from ingest.settings import ImapSource
from requisitions.messages import Problem, RawMessage
from requisitions.words import Stage


class ImapMailbox:
    """The mailbox of one `[[sources]]` entry."""

    def __init__(self, settings: ImapSource, *, wait: wait_base | None = None) -> None:
        """Take the settings; `wait` replaces the pauses after transient faults."""
        self._settings = settings
        self._wait = wait

    @property
    def name(self) -> str:
        """Name of the `[[sources]]` entry."""
        return self._settings.name

    def pull(self, state: SourceState) -> Generator[Batch, None, None]:
        """Hand over what came since the cursors, folder by folder; closing it signs out.

        Raises:
            MailboxError: the server cannot be read; or, after all other folders, one that is missing or refused.
        """
        line = Line(self._settings, self._wait)
        try:
            folders, faults = self._folders(line)
            for folder in folders:
                try:
                    yield from self._pull_folder(line, folder, state.cursors)
                except ServerFault as fault:
                    faults.append(fault)
            if faults:
                raise together(faults)
        finally:
            line.close()

    def probe(self) -> Iterator[str]:
        """Sign in and open the folders, a sentence each.

        Raises:
            MailboxError: what `pull` would fail with.
        """
        line = Line(self._settings, self._wait)
        try:
            folders, faults = self._folders(line)
            yield f"{self._settings.title}: signed in as {self._settings.user}"
            for folder in folders:
                try:
                    yield f'folder "{folder.name}": {line.open_folder(folder).exists} mails'
                except ServerFault as fault:
                    faults.append(fault)
            if faults:
                raise together(faults)
        finally:
            line.close()

    def _folders(self, line: Line) -> tuple[list[Folder], list[MailboxError]]:
        listed = line.ask(Session.folders)
        chosen, missing = choose(self._settings.folders, listed)
        return chosen, [_missing(self._settings, missing, listed)] if missing else []

    def _pull_folder(self, line: Line, folder: Folder, cursors: Mapping[str, str]) -> Iterator[Batch]:
        name = f"imap://{quote(self._settings.user, safe='')}@{self._settings.host.lower()}/{folder.name}"
        for _ in range(FOLDER_RESTARTS):
            try:
                yield from _FolderPull(self._settings, line, folder, name).batches(cursors.get(name))
            except FolderReplaced:
                continue
            return
        raise ServerFault(f'{self._settings.title} replaced the folder "{folder.name}" again and again', "the next run tries again")


class _FolderPull:
    """One way through one folder."""

    def __init__(self, settings: ImapSource, line: Line, folder: Folder, cursor_name: str) -> None:
        self._settings = settings
        self._line = line
        self._name = cursor_name
        self._state = line.open_folder(folder)
        self._place = f"{folder.name}/{self._state.uidvalidity}"

    def batches(self, archived: str | None) -> Iterator[Batch]:
        """Read what the archived cursor has not passed, and end with a cursor behind it all."""
        cursor = FolderCursor.resume(archived, self._state, self._settings.since)
        if cursor.skipped:
            cursor = yield from self._read(cursor, cursor.skipped)
        for span in cursor.spans(self._state):
            uids = self._line.ask(partial(Session.search, first=span.first, last=span.last, since=span.since))
            for start in range(0, len(uids), FETCH_UIDS):
                cursor = yield from self._read(cursor, uids[start : start + FETCH_UIDS])
        end = cursor.at_end(self._state).encode()
        if end != archived:
            yield Batch((), (self._name, end))

    def _read(self, cursor: FolderCursor, uids: Sequence[int]) -> Generator[Batch, None, FolderCursor]:
        sizes = ask_apart(self._line, uids, Session.sizes)
        for group in in_batches(uids, lambda uid: _weight(sizes.given.get(uid, 0))):
            messages, broken = self._fetch({uid: sizes.given[uid] for uid in group if uid in sizes.given})
            broken |= {uid: sizes.broken[uid] for uid in group if uid in sizes.broken}
            cursor = cursor.passed(group, broken)
            if messages or broken:
                yield Batch(messages, (self._name, cursor.encode()), tuple(self._problem(uid, broken[uid]) for uid in sorted(broken)))
        return cursor

    def _fetch(self, sizes: Mapping[int, int]) -> tuple[tuple[RawMessage, ...], dict[int, MailboxError]]:
        def question(session: Session, uids: Sequence[int]) -> dict[int, bytes]:
            return contents(session, {uid: sizes[uid] for uid in uids})

        answers = ask_apart(self._line, tuple(sizes), question)
        return tuple(self._message(uid, answers.given[uid], sizes[uid]) for uid in sorted(answers.given)), answers.broken

    def _message(self, uid: int, content: bytes, size: int) -> RawMessage:
        place = f"{self._place}/{uid}"
        # Some servers count sizes by rule of thumb, so what came is measured too.
        if max(size, len(content)) > MAIL_BYTES:
            return RawMessage(self._settings.name, place, header_block(content), full_size=max(size, len(content)))
        return RawMessage(self._settings.name, place, content)

    def _problem(self, uid: int, fault: MailboxError) -> Problem:
        return Problem(
            stage=Stage.FETCH,
            problem=f"mail {self._place}/{uid} does not come: {fault.sentence}",
            remedy="look at it with a mail program, and move or delete it if it is broken there too; each run asks for it again",
            source=self._settings.name,
        )


def _weight(size: int) -> int:
    return size if size <= MAIL_BYTES else HEADER_BYTES


def _missing(settings: ImapSource, missing: Sequence[str], listed: Sequence[Folder]) -> FolderMissing:
    wishes = ", ".join(f'"{wish}"' for wish in missing)
    names = sorted(folder.name for folder in listed if not folder.flags & UNREADABLE)
    more = f" and {len(names) - FOLDERS_NAMED} more" if len(names) > FOLDERS_NAMED else ""
    available = ", ".join(names[:FOLDERS_NAMED]) + more
    return FolderMissing(f"{settings.title} has no folder {wishes}; available: {available}", "write one of these in folders, or a pattern")
