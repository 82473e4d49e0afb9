"""Mails: as a source gave them, and as decoded text with spans over it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from requisitions.words import Cause


@dataclass(frozen=True, slots=True)
class RawMessage:
    """The bytes of one mail with where they came from."""

    source: str
    """Name of the `[[sources]]` entry."""
    place: str
    """Where in the source: `INBOX/1700000000/17` (folder, UIDVALIDITY, UID), or a path relative to the source."""
    content: bytes
    """The whole mail as sent, or its headers alone where `full_size` says that the rest was left behind."""
    full_size: int | None = None
    """Size in bytes of a mail over the size cap, of which only the headers were taken; else null."""

    @property
    def sha256(self) -> str:
        """The key of a mail: hex SHA-256 of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Address:
    """A person in a mail header."""

    name: str
    """Display name, empty where there is none."""
    address: str
    """`local@domain` in lower case, empty where there is none."""

    @property
    def domain(self) -> str:
        """What stands behind the @, empty where there is none."""
        return self.address.rpartition("@")[2]


class SpanKind(StrEnum):
    """What a stretch of a message's text is. Text under no other kind is the author's own."""

    QUOTED = "quoted"
    """Somebody's earlier words: `>` lines, or everything under a reply header."""
    SIGNATURE = "signature"
    """Signature, disclaimer, unsubscribe footer."""
    HEADER = "header"
    """The header block of a quoted or forwarded mail, or its attribution line."""
    FORWARDED = "forwarded"
    """A forwarded mail's body, whose author is `author`."""
    DELETED = "deleted"
    """Struck through in HTML."""
    COLOURED = "coloured"
    """Set off by a colour of its own in HTML (answers in red)."""
    QUESTION = "question"
    """A quoted line that an own line right below it answers (inline answers)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch `[start, end)` of a message's text, in characters."""

    kind: SpanKind
    start: int
    end: int
    author: Address | None = None
    """Of a forwarded part: who wrote it, where its header says so."""
    subject: str | None = None
    """Of a forwarded part: its subject."""
    sent_at: datetime | None = None
    """Of a forwarded part: when it was written (aware), where its header says so in a form that can be read."""


class Trait(StrEnum):
    """What the headers tell of a mail before a word of it is read."""

    AUTO_SUBMITTED = "auto-submitted"
    BULK = "bulk"
    BOUNCE = "bounce"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Message:
    """One decoded mail. `text` is the whole decoded body: quoted parts and signature are spans over it."""

    sha256: str
    message_id: str | None
    """With its angle brackets, as in the header."""
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    thread_index: str | None
    """Hex of the first 22 bytes of Outlook's Thread-Index: the same for a whole conversation."""
    sent_at: datetime | None
    """The Date header, aware, in the mail's own offset; null where missing or unreadable."""
    received_at: datetime | None
    """The topmost Received header, aware."""
    sender: Address
    recipients: tuple[Address, ...]
    """To and Cc."""
    subject: str
    text: str
    spans: tuple[Span, ...]
    """Ordered by start, then the longer first; kinds may overlap (a coloured line in a forwarded part)."""
    traits: frozenset[Trait] = frozenset()
    charset: str | None = None
    """Which decoder the body took in the end; a note for people."""
    attachments: tuple[str, ...] = ()
    """Names as the mail gives them, never used as file names."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be used: what, why, and what a person can do."""

    stage: str
    """One of `words.Stage`."""
    problem: str
    """One sentence that names the thing and the place; no mail text, no secret."""
    remedy: str
    sha256: str | None = None
    source: str | None = None
    cause: Cause | None = None
    """Of a mail that could not be read at all: the same in words that a page can say in its language; else null."""
