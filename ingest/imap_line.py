"""A line to a server that is made again when it breaks, a bounded number of times."""

import logging
from collections.abc import Callable
from typing import TypeVar

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential
from tenacity.wait import wait_base

from ingest.errors import SourceUnreachable
from ingest.imap_folders import Folder
from ingest.imap_session import FolderState, Session
from ingest.limits import ATTEMPTS, WAIT_SECONDS
from ingest.settings import ImapSource

Answer = TypeVar("Answer")

logger = logging.getLogger(__name__)


class FolderReplaced(Exception):  # noqa: N818 - news, no fault
    """While the line was down the folder got another UIDVALIDITY: its UIDs mean other mails now."""


class Line:
    """Asks questions of a server; a transient fault costs a new connection and the same question again."""

    def __init__(self, settings: ImapSource, wait: wait_base | None = None) -> None:
        self._settings = settings
        self._session: Session | None = None
        self._open: tuple[Folder, int] | None = None
        self._retrying = Retrying(
            stop=stop_after_attempt(ATTEMPTS),
            wait=wait or wait_random_exponential(multiplier=0.5, max=WAIT_SECONDS),
            retry=retry_if_exception_type(SourceUnreachable),
            before_sleep=self._report,
            reraise=True,
        )

    def ask(self, question: Callable[[Session], Answer]) -> Answer:
        """Put a question, with the open folder open.

        Raises:
            MailboxError: the last fault, after `ATTEMPTS` transient ones or the first of another kind.
            FolderReplaced: the open folder is not what it was.
        """
        answer: Answer = self._retrying(self._ask_once, question)
        return answer

    def open_folder(self, folder: Folder) -> FolderState:
        """Open a folder; it is opened again on each new connection."""
        self._open = None
        state = self.ask(lambda session: session.examine(folder))
        self._open = (folder, state.uidvalidity)
        return state

    def close(self) -> None:
        """Sign out where signed in."""
        if self._session is not None:
            self._session.leave()
            self._session = None

    def _ask_once(self, question: Callable[[Session], Answer]) -> Answer:
        try:
            return question(self._connected())
        except BaseException:
            # After a fault nobody knows what the server would say next.
            self._drop()
            raise

    def _connected(self) -> Session:
        if self._session is None:
            self._session = Session(self._settings)
            if self._open is not None:
                folder, uidvalidity = self._open
                if self._session.examine(folder).uidvalidity != uidvalidity:
                    raise FolderReplaced(folder.name)
        return self._session

    def _drop(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    def _report(self, state: RetryCallState) -> None:
        logger.info("source %s: no answer, attempt %d of %d", self._settings.name, state.attempt_number, ATTEMPTS)
