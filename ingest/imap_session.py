"""One signed-in, read-only line to an IMAP server: EXAMINE and BODY.PEEK, so nothing is ever marked there."""

import logging
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from imaplib import IMAP4

from imapclient.exceptions import CapabilityError
from imapclient.imap_utf7 import decode as decode_utf7

from ingest.credentials import read_secret, redact
from ingest.errors import ServerFault, SignInRefused, SourceUnreachable, UnsafeLine
from ingest.imap_folders import Folder
from ingest.imap_tls import open_line
from ingest.limits import HEADER_BYTES, REPLY_CHARACTERS
from ingest.settings import ImapSource

# Its debug log holds whole mails.
logging.getLogger("imapclient").setLevel(logging.WARNING)

FOR_NOW = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[OVERQUOTA]", "[THROTTLED]")
"""Answers that mean: later (RFC 5530, and what large providers say)."""
BROKEN = (IMAP4.abort, OSError)
REFUSED = (IMAP4.error, ValueError, LookupError)
"""Answers of "no", and answers that imapclient cannot read."""


@dataclass(frozen=True, slots=True)
class FolderState:
    """What a server says of a folder when it is opened."""

    uidvalidity: int
    uidnext: int
    """A new mail gets this UID or a higher one."""
    exists: int
    """How many mails are in it."""


class Session:
    """A line to one account. Every question raises `SourceUnreachable` where the line broke, else `ServerFault`."""

    def __init__(self, settings: ImapSource) -> None:
        """Connect and sign in.

        Raises:
            MailboxError: no line, no safe line, no password, or a refusal.
        """
        self.title = settings.title
        self._secrets: tuple[str, ...] = ()
        secret = read_secret(settings.secret)
        with self._connecting(settings):
            self._client = open_line(settings)
        try:
            self._sign_in(settings.user, secret)
        except BaseException:
            self.close()
            raise
        # Names go to and fro as the server spells them.
        self._client.folder_encode = False

    def leave(self) -> None:
        """Sign out and hang up."""
        with suppress(*BROKEN, *REFUSED):
            self._client.logout()

    def close(self) -> None:
        """Hang up without waiting for the server."""
        with suppress(*BROKEN, *REFUSED):
            self._client.shutdown()

    def folders(self) -> list[Folder]:
        """List all folders of the account."""
        with self._asking("list its folders"):
            listed = self._client.list_folders()
            return [_folder(flags, separator, name) for flags, separator, name in listed]

    def examine(self, folder: Folder) -> FolderState:
        """Open a folder for reading only."""
        with self._asking(f'open the folder "{folder.name}"'):
            said = self._client.select_folder(folder.raw, readonly=True)
            uidnext = said.get(b"UIDNEXT") or self._client.folder_status(folder.raw, ["UIDNEXT"])[b"UIDNEXT"]
            return FolderState(said[b"UIDVALIDITY"], uidnext, said[b"EXISTS"])

    def search(self, first: int, last: int, since: date | None) -> list[int]:
        """Find the UIDs from `first` to `last`, of mails that arrived on the day `since` or later; ascending."""
        criteria: list[str | date] = ["UID", f"{first}:{last}"]
        if since is not None:
            criteria += ["SINCE", since]
        with self._asking("search a folder"):
            found = self._client.search(criteria)
        # Where no UID is as high, servers answer with the last one (RFC 3501 6.4.8).
        return sorted({uid for uid in found if first <= uid <= last})

    def sizes(self, uids: Iterable[int]) -> dict[int, int]:
        """Ask how long mails are; those that are gone are left out."""
        return {uid: size for uid, size in self._fetch(uids, "RFC822.SIZE", b"RFC822.SIZE").items() if isinstance(size, int)}

    def mails(self, uids: Iterable[int]) -> dict[int, bytes]:
        """Fetch whole mails; those that are gone are left out."""
        return {uid: mail for uid, mail in self._fetch(uids, "BODY.PEEK[]", b"BODY[]").items() if isinstance(mail, bytes)}

    def headers(self, uids: Iterable[int]) -> dict[int, bytes]:
        """Fetch header blocks alone, up to their cap."""
        answers = self._fetch(uids, f"BODY.PEEK[HEADER]<0.{HEADER_BYTES}>", b"BODY[HEADER]<0>")
        return {uid: block for uid, block in answers.items() if isinstance(block, bytes)}

    def knock(self) -> None:
        """Ask nothing, to see whether anybody answers."""
        with self._asking("answer"):
            self._client.noop()

    def _fetch(self, uids: Iterable[int], item: str, key: bytes) -> dict[int, object]:
        with self._asking("hand over mails"):
            # Explicit numbers: imapclient 4 cannot fetch ranges.
            answers = self._client.fetch(list(uids), [item])
        return {uid: answer.get(key) for uid, answer in answers.items()}

    def _sign_in(self, user: str, secret: str) -> None:
        quoted = secret.replace("\\", "\\\\").replace('"', '\\"')
        self._secrets = (b64encode(f"\0{user}\0{secret}".encode()).decode(), quoted, secret)
        login = self._client.login if f"{user}{secret}".isascii() else self._client.plain_login
        try:
            login(user, secret)
        except OSError as error:
            raise self._unreachable("sign in", error) from None
        except IMAP4.error as error:
            # imapclient makes one kind of error of every fault; what it was stands behind it.
            words = self._words(error.__context__ or error)
            if isinstance(error.__context__, IMAP4.abort) or _is_for_now(words):
                raise self._unreachable("sign in", error.__context__ or error) from None
            raise SignInRefused(
                f"{self.title} refuses the sign-in of {user} ({words})",
                "check user and password; some providers want an app password, or IMAP to be switched on",
            ) from None

    @contextmanager
    def _connecting(self, settings: ImapSource) -> Iterator[None]:
        try:
            yield
        except CapabilityError:
            raise UnsafeLine(
                f"{self.title} offers no STARTTLS", f'write tls = "implicit" (port 993), or ask who runs {settings.host}'
            ) from None
        except (IMAP4.error, OSError) as error:
            raise self._unreachable("greet", error) from None

    @contextmanager
    def _asking(self, what: str) -> Iterator[None]:
        try:
            yield
        except BROKEN as error:
            raise self._unreachable(what, error) from None
        except REFUSED as error:
            words = self._words(error)
            if _is_for_now(words):
                raise self._unreachable(what, error) from None
            raise ServerFault(
                f"{self.title} does not {what} ({words})", "look at the account with a mail program; the next run tries again"
            ) from None

    def _unreachable(self, what: str, error: BaseException) -> SourceUnreachable:
        return SourceUnreachable(
            f"{self.title} does not {what} for now ({self._words(error)})", "the next run tries again; reqdrift doctor looks at the line"
        )

    def _words(self, error: BaseException) -> str:
        said = error.args[-1] if error.args else type(error).__name__
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        for secret in self._secrets:
            text = redact(text, secret)
        return "".join(letter for letter in text if letter.isprintable())[:REPLY_CHARACTERS]


def _is_for_now(words: str) -> bool:
    return any(code in words.upper() for code in FOR_NOW)


def _folder(flags: Iterable[bytes], separator: bytes | None, name: bytes | str) -> Folder:
    raw = name.encode() if isinstance(name, str) else name
    try:
        readable = decode_utf7(raw)
    except ValueError:
        readable = raw.decode("utf-8", "replace")
    return Folder(
        readable, raw, (separator or b"").decode("ascii", "replace"), frozenset(flag.decode("ascii", "replace").lower() for flag in flags)
    )
