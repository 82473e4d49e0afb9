"""Records into a draft, each call in the caller's transaction and each for many records at once (DECISIONS.md D12)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from requisitions.messages import Problem
from requisitions.statements import Reading
from requisitions.versions import Link, LinkKeys, Mail, Requisition
from store.bulk import Connection
from store.journal import Fault, Run


@dataclass(frozen=True, slots=True)
class ReadMail:
    """One archived mail with all that was read from it."""

    mail: Mail
    reading: Reading | None
    """Null: quarantined; `problems` says why, and `mail.kind` is `unreadable`."""
    problems: tuple[Problem, ...] = ()
    """Also those that left something of the mail readable (an attachment)."""
    link_keys: tuple[LinkKeys, ...] = ()
    """One for each statement; one for a mail that tells of events only (D24)."""


def put_mails(connection: Connection, mails: Sequence[ReadMail]) -> None:
    """Write mails with their statements, events, flags, problems and link keys; what was read from them before goes."""
    raise NotImplementedError


def put_links(connection: Connection, links: Iterable[Link]) -> None:
    """Write links, each in the place of its statement's earlier one."""
    raise NotImplementedError


def drop_links(connection: Connection, statement_ids: Iterable[str]) -> None:
    """Take away the links of these statements."""
    raise NotImplementedError


def put_requisitions(connection: Connection, requisitions: Iterable[Requisition]) -> None:
    """Write requisitions with their stories, each in the place of its earlier state.

    Mails, links, events and flags are not written from here: those of `put_mails` and `put_links` stand.
    """
    raise NotImplementedError


def drop_requisitions(connection: Connection, requisition_ids: Iterable[str]) -> None:
    """Take away requisitions that no statement belongs to any more."""
    raise NotImplementedError


def put_runs(connection: Connection, runs: Iterable[Run]) -> None:
    """Show these runs, and no others, in the view `runs`."""
    raise NotImplementedError


def put_faults(connection: Connection, faults: Iterable[Fault]) -> None:
    """Show these faults of sources, and no others, in the view `problems`, beside those of mails."""
    raise NotImplementedError
