"""Records out of a snapshot (or a draft), for reports, `show`, `list` and the rest of the command line."""

from collections.abc import Iterable
from datetime import datetime

from requisitions.linking import normalise_reference
from requisitions.messages import Problem
from requisitions.versions import EventRow, FlagRow, Mail, Requisition
from store import shapes
from store.bulk import Connection, select, select_columns
from store.histories import events_of, flags_of, read_requisitions
from store.journal import Counts, Run, RunStatus
from store.times import from_naive, maybe_from_naive, to_naive


def requisitions(connection: Connection, requisition_ids: Iterable[str] | None = None) -> list[Requisition]:
    """Requisitions whole, with story, mails, links, events and flags, in the order in which they were founded; null: all."""
    if requisition_ids is None:
        requisition_ids = [found for (found,) in connection.execute("SELECT requisition_id FROM private.requisitions").fetchall()]
    return read_requisitions(connection, list(requisition_ids))


def requisition_ids(
    connection: Connection, *, status: str | None = None, client: str | None = None, moved: bool = False, followed: bool = False
) -> list[str]:
    """The requisitions that pass every filter, the last to move first; `client` is any part of the name, whatever its case."""
    sql = """SELECT requisition_id FROM private.requisitions
        WHERE (?1 IS NULL OR status = ?1) AND (?2 IS NULL OR contains(lower(client), lower(?2)))
        AND (NOT ?3 OR last_changed_at IS NOT NULL) AND (NOT ?4 OR followed)
        ORDER BY coalesce(last_changed_at, first_seen_at) DESC, requisition_id"""
    return _ids(connection, sql, status, client, moved, followed)


def versioned_ids(connection: Connection) -> list[str]:
    """The requisitions that some version stands of, in the order of their ids."""
    return _ids(connection, "SELECT DISTINCT requisition_id FROM private.versions ORDER BY 1")


def touched_between(connection: Connection, start: datetime, end: datetime) -> list[str]:
    """The requisitions with a mail that was written, or learnt, at `start <= t < end` (aware): a superset of a week's news."""
    sql = """SELECT DISTINCT l.requisition_id
        FROM private.mails AS m JOIN private.link_keys AS k USING (sha256) JOIN private.links AS l USING (statement_id)
        WHERE (m.stated_at >= ?1 AND m.stated_at < ?2) OR (m.known_at >= ?1 AND m.known_at < ?2)
        ORDER BY l.requisition_id"""
    return _ids(connection, sql, to_naive(start), to_naive(end))


def find_requisition(connection: Connection, wanted: str) -> list[str]:
    """The requisitions that a person can mean.

    `wanted` is a requisition id, the id of any member, a client's reference in whatever spelling, or the beginning of an id.
    An exact id beats a reference, and that the beginning of an id; several only where they are as good as each other.
    """
    told = wanted.strip()
    ways = (
        ("SELECT DISTINCT requisition_id FROM private.links WHERE statement_id = lower(?) ORDER BY 1", told),
        ("SELECT DISTINCT requisition_id FROM private.aliases WHERE normalised = ? ORDER BY 1", normalise_reference(told)),
        ("SELECT DISTINCT requisition_id FROM private.links WHERE starts_with(statement_id, lower(?)) ORDER BY 1", told),
    )
    return next((found for sql, parameter in ways if parameter and (found := _ids(connection, sql, parameter))), [])


def mail(connection: Connection, sha256: str) -> Mail | None:
    """The mail of that hash."""
    return next((shapes.MAIL.read(row) for row in select(connection, "SELECT * FROM private.mails WHERE sha256 = ?", [sha256])), None)


def mails_between(connection: Connection, start: datetime, end: datetime, *, stated_before: datetime | None = None) -> list[Mail]:
    """The mails archived at `start <= known_at < end` (aware), in fold order; where told, only those that were written before then."""
    sql = """SELECT * FROM private.mails
        WHERE known_at >= ?1 AND known_at < ?2 AND (?3 IS NULL OR stated_at < ?3) ORDER BY stated_at, sha256"""
    moments = [to_naive(start), to_naive(end), None if stated_before is None else to_naive(stated_before)]
    return shapes.MAIL.read_all(select_columns(connection, sql, moments))


def unreadable(connection: Connection) -> list[tuple[Mail, Problem]]:
    """The quarantined mails with the reason, in the order in which they were archived."""
    sql = """SELECT m.*, p.stage, p.problem, p.remedy, p.cause
        FROM private.mails AS m JOIN private.mail_problems AS p ON p.sha256 = m.sha256 AND p.position = 0
        WHERE m.kind = 'unreadable' ORDER BY m.known_at, m.sha256"""
    return [(shapes.MAIL.read(row), shapes.PROBLEM.read(row)) for row in select(connection, sql)]


def problems_between(connection: Connection, start: datetime, end: datetime) -> list[tuple[Problem, datetime]]:
    """The inputs that could not be used, known at `start <= t < end` (aware), each with when, in that order."""
    sql = "SELECT * FROM problems WHERE known_at >= ? AND known_at < ? ORDER BY known_at, source, sha256, problem"
    rows = select(connection, sql, [to_naive(start), to_naive(end)])
    return [(shapes.PROBLEM.read(row), from_naive(row["known_at"])) for row in rows]


def runs(connection: Connection) -> list[Run]:
    """The runs as of the last publication, the latest first."""
    return [
        Run(
            run_id,
            from_naive(started_at),
            maybe_from_naive(finished_at),
            None if status is None else RunStatus(status),
            Counts(**dict(zip(Counts.__slots__, counts, strict=True))),
        )
        for run_id, started_at, finished_at, status, *counts in connection.execute("SELECT * FROM runs ORDER BY run_id DESC").fetchall()
    ]


def loose_events(connection: Connection) -> list[EventRow]:
    """Events that no requisition could be found for, in fold order of their mails."""
    return [row for _, row in events_of(connection, "l.requisition_id IS NULL")]


def flags_between(connection: Connection, start: datetime, end: datetime) -> list[FlagRow]:
    """The compliance flags of mails archived at `start <= known_at < end` (aware), in fold order of their mails."""
    return [row for _, row in flags_of(connection, "m.known_at >= ? AND m.known_at < ?", [to_naive(start), to_naive(end)])]


def _ids(connection: Connection, sql: str, *parameters: object) -> list[str]:
    return [found for (found,) in connection.execute(sql, list(parameters)).fetchall()]
