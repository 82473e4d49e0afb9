"""Why a source could not be read: bad setup and faults of servers. A bad mail is no exception but a `Problem`.

MailboxError                a source failed; the others are still read
├── SourceUnreachable       for now: no connection, or it broke again and again
├── SignInRefused           the server does not want us
├── UnsafeLine              no TLS, or a certificate that nobody vouches for
├── SecretUnavailable       the password is not where the settings say
├── FolderMissing           a folder, Maildir, mbox or directory that does not exist
└── ServerFault             the server answered with something that no mailbox can be read by
"""

# ruff: noqa: N818 - named for what happened, as it reads in a log

from collections.abc import Sequence


class MailboxError(Exception):
    """A source that could not be read: one sentence with what and where, and one with the way out."""

    def __init__(self, sentence: str, remedy: str) -> None:
        super().__init__(f"{sentence}: {remedy}")
        self.sentence = sentence
        self.remedy = remedy


class SourceUnreachable(MailboxError):
    """No connection to be had for now."""


class SignInRefused(MailboxError):
    """The server refused the account; trying again can lock it."""


class UnsafeLine(MailboxError):
    """The line cannot be made safe, so no password was sent."""


class SecretUnavailable(MailboxError):
    """The secret cannot be read, or is kept where others can read it too."""


class FolderMissing(MailboxError):
    """What the settings name does not exist; everything else of the source was read."""


class ServerFault(MailboxError):
    """The server's answers cannot be used."""


def together(faults: Sequence[MailboxError]) -> MailboxError:
    """Make one fault of several in one source: the first one's kind and way out, everybody's sentence."""
    first = faults[0]
    return type(first)("; ".join(fault.sentence for fault in faults), first.remedy)
