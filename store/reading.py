"""Records out of a snapshot (or a draft), for reports, `show`, `list` and the rest of the command line."""

from collections.abc import Iterable
from datetime import datetime

from requisitions.messages import Problem
from requisitions.versions import EventRow, FlagRow, Mail, Requisition
from store.bulk import Connection
from store.journal import Run


def requisitions(connection: Connection, requisition_ids: Iterable[str] | None = None) -> list[Requisition]:
    """Requisitions whole, with story, mails, links, events and flags, in the order in which they were founded; null: all."""
    raise NotImplementedError


def requisition_ids(
    connection: Connection, *, status: str | None = None, client: str | None = None, moved: bool = False, followed: bool = False
) -> list[str]:
    """The requisitions that pass every filter, the last to move first; `client` is any part of the name, whatever its case."""
    raise NotImplementedError


def touched_between(connection: Connection, start: datetime, end: datetime) -> list[str]:
    """The requisitions with a mail that was written, or learnt, at `start <= t < end` (aware): a superset of a week's news."""
    raise NotImplementedError


def find_requisition(connection: Connection, wanted: str) -> list[str]:
    """The requisitions that a person can mean.

    `wanted` is a requisition id, the id of any member, a client's reference in whatever spelling, or the beginning of an id.
    An exact id beats a reference, and that the beginning of an id; several only where they are as good as each other.
    """
    raise NotImplementedError


def mail(connection: Connection, sha256: str) -> Mail | None:
    """The mail of that hash."""
    raise NotImplementedError


def mails_between(connection: Connection, start: datetime, end: datetime) -> list[Mail]:
    """The mails archived at `start <= known_at < end` (aware), in fold order."""
    raise NotImplementedError


def unreadable(connection: Connection) -> list[tuple[Mail, Problem]]:
    """The quarantined mails with the reason, in the order in which they were archived."""
    raise NotImplementedError


def problems_between(connection: Connection, start: datetime, end: datetime) -> list[tuple[Problem, datetime]]:
    """The inputs that could not be used, known at `start <= t < end` (aware), each with when, in that order."""
    raise NotImplementedError


def runs(connection: Connection) -> list[Run]:
    """The runs as of the last publication, the latest first."""
    raise NotImplementedError


def loose_events(connection: Connection) -> list[EventRow]:
    """Events that no requisition could be found for."""
    raise NotImplementedError


def flags_between(connection: Connection, start: datetime, end: datetime) -> list[FlagRow]:
    """The compliance flags of mails archived at `start <= known_at < end` (aware), in fold order of their mails."""
    raise NotImplementedError
