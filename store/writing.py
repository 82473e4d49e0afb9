"""Records into a draft, each call in the caller's transaction and each for many records at once (DECISIONS.md D12)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from requisitions.identity import flag_id, statement_id
from requisitions.linking import keys_of, normalise_reference
from requisitions.messages import Problem
from requisitions.statements import Reading
from requisitions.versions import History, Link, LinkKeys, Mail, Requisition, Version
from requisitions.words import Review
from store import shapes
from store.bulk import AMONG, SPLIT, Connection, Row, among, delete, insert
from store.journal import Fault, Run
from store.payloads import pack_link_keys, pack_statement

OF_A_MAIL = ("mails", "statements", "events", "flags", "mail_problems", "link_keys")
OF_A_REQUISITION = ("requisitions", "aliases", "versions", "requirements", "hints", "changes", "confirmations", "corrected")


@dataclass(frozen=True, slots=True)
class ReadMail:
    """One archived mail with all that was read from it."""

    mail: Mail
    reading: Reading | None
    """Null: quarantined; `problems` says why, and `mail.kind` is `unreadable`."""
    problems: tuple[Problem, ...] = ()
    """Also those that left something of the mail readable (an attachment)."""
    link_keys: tuple[LinkKeys, ...] = ()
    """One for each statement; one for a mail that states nothing, but tells of events or may be of a seat (D24)."""


def put_mails(connection: Connection, mails: Sequence[ReadMail]) -> None:
    """Write mails with their statements, events, flags, problems and link keys; what was read from them before goes, links too."""
    drop_mails(connection, [read.mail.sha256 for read in mails])
    insert(connection, "mails", (shapes.MAIL.row(read.mail) for read in mails))
    insert(connection, "statements", (row for read in mails for row in _statements(read)))
    insert(connection, "events", (row for read in mails for row in _events(read)))
    insert(connection, "flags", (row for read in mails for row in _flags(read)))
    insert(connection, "mail_problems", (row for read in mails for row in _problems(read)))
    insert(connection, "link_keys", (_link_keys(keys) for read in mails for keys in read.link_keys))
    insert(connection, "index_keys", (row for read in mails for row in _index_keys(read)))


def drop_mails(connection: Connection, sha256s: Iterable[str]) -> None:
    """Take away mails with all that was read from them, and the links of their statements."""
    # most mails are new, and without an index each delete reads a whole table
    sql = f"SELECT sha256 FROM private.mails WHERE sha256 IN {AMONG}"  # noqa: S608 - a constant
    known = [sha256 for (sha256,) in connection.execute(sql, [among(sha256s)]).fetchall()]
    if not known:
        return
    for table in ("index_keys", "links"):
        sql = f"DELETE FROM private.{table} WHERE statement_id IN (SELECT statement_id FROM private.link_keys WHERE sha256 IN {AMONG})"  # noqa: S608
        connection.execute(sql, [among(known)])
    for table in OF_A_MAIL:
        delete(connection, table, "sha256", known)


def put_links(connection: Connection, links: Sequence[Link]) -> None:
    """Write links, each in the place of its statement's earlier one."""
    drop_links(connection, [link.statement_id for link in links])
    insert(connection, "links", map(shapes.LINK.row, links))


def drop_links(connection: Connection, statement_ids: Iterable[str]) -> None:
    """Take away the links of these statements."""
    delete(connection, "links", "statement_id", statement_ids)


def put_requisitions(connection: Connection, requisitions: Sequence[Requisition]) -> None:
    """Write requisitions with their stories, each in the place of its earlier state.

    Their mails, links, events and flags are not written from here: those of `put_mails` and `put_links` stand.
    """
    drop_requisitions(connection, [requisition.requisition_id for requisition in requisitions])
    histories = [requisition.history for requisition in requisitions]
    versions = [version for history in histories for version in history.versions]
    insert(connection, "requisitions", map(shapes.REQUISITION.row, requisitions))
    insert(connection, "aliases", (row for requisition in requisitions for row in _aliases(requisition)))
    insert(connection, "versions", map(shapes.VERSION.row, versions))
    insert(connection, "requirements", (row for version in versions for row in _requirements(version)))
    insert(connection, "hints", (row for history in histories for row in _hints(history)))
    insert(connection, "changes", (row for history in histories for row in _changes(history)))
    insert(connection, "confirmations", (row for history in histories for row in _confirmations(history)))
    insert(connection, "corrected", (row for history in histories for row in _corrected(history)))


def drop_requisitions(connection: Connection, requisition_ids: Iterable[str]) -> None:
    """Take away requisitions, such as those that no statement belongs to any more."""
    ids = list(requisition_ids)
    for table in OF_A_REQUISITION:
        delete(connection, table, "requisition_id", ids)


def put_twins(connection: Connection, twins: Mapping[str, str]) -> None:
    """Say of every requisition which one it is a twin of (requisition id → the earlier one); of the others, that they are none's."""
    standing = dict(connection.execute("SELECT requisition_id, twin_of FROM private.requisitions").fetchall())
    moved = [requisition_id for requisition_id, twin in standing.items() if twins.get(requisition_id) != twin]
    sql = f"""UPDATE private.requisitions SET twin_of = nullif(twin, '')
        FROM (SELECT {SPLIT} AS moved, {SPLIT} AS twin) AS told WHERE requisition_id = moved"""  # noqa: S608 - a constant
    connection.execute(sql, [among(moved), among(twins.get(requisition_id, "") for requisition_id in moved)])


def put_runs(connection: Connection, runs: Iterable[Run]) -> None:
    """Show these runs, and no others, in the view `runs`."""
    connection.execute("DELETE FROM private.runs")
    insert(
        connection,
        "runs",
        (
            asdict(run.counts) | {"run_id": run.run_id, "started_at": run.started_at, "finished_at": run.finished_at, "status": run.status}
            for run in runs
        ),
    )


def put_faults(connection: Connection, faults: Iterable[Fault]) -> None:
    """Show these faults of sources, and no others, in the view `problems`, beside those of mails."""
    connection.execute("DELETE FROM private.faults")
    insert(
        connection,
        "faults",
        ({"position": n, "known_at": fault.known_at} | shapes.PROBLEM.row(fault.problem) for n, fault in enumerate(faults)),
    )


def _statements(read: ReadMail) -> Iterator[Row]:
    for statement in read.reading.statements if read.reading else ():
        yield {
            "statement_id": statement_id(read.mail.sha256, statement.ordinal),
            "sha256": read.mail.sha256,
            "ordinal": statement.ordinal,
            "mode": statement.mode,
            "status": statement.status,
            "status_stated": statement.status_stated,
            "reason": statement.reason,
            "stated_by": statement.stated_by,
            "payload": pack_statement(statement),
        }


def _events(read: ReadMail) -> Iterator[Row]:
    for position, event in enumerate(read.reading.events if read.reading else ()):
        yield _of_mail(read, position, event.statement) | shapes.EVENT.row(event)


def _flags(read: ReadMail) -> Iterator[Row]:
    for position, flag in enumerate(read.reading.flags if read.reading else ()):
        named = {"flag_id": flag_id(read.mail.sha256, flag.rule, flag.start), "review": Review.OPEN}
        yield named | _of_mail(read, position, flag.statement) | shapes.FLAG.row(flag)


def _of_mail(read: ReadMail, position: int, ordinal: int | None) -> dict[str, object]:
    """Whose words these are; unsaid, they belong to the mail's only seat, and to none where it has several."""
    only = read.link_keys[0].statement_id if len(read.link_keys) == 1 else None
    named = only if ordinal is None else statement_id(read.mail.sha256, ordinal)
    return {"sha256": read.mail.sha256, "position": position, "statement_id": named}


def _problems(read: ReadMail) -> Iterator[Row]:
    for position, problem in enumerate(read.problems):
        yield shapes.PROBLEM.row(problem) | {
            "position": position,
            "known_at": read.mail.known_at,
            "sha256": read.mail.sha256,
            "source": read.mail.source,
        }


def _link_keys(keys: LinkKeys) -> Row:
    return {
        "statement_id": keys.statement_id,
        "sha256": keys.sha256,
        "ordinal": keys.ordinal,
        "stated_at": keys.stated_at,
        "payload": pack_link_keys(keys),
    }


def _index_keys(read: ReadMail) -> Iterator[Row]:
    for keys in read.link_keys:
        yield from ({"key": key, "statement_id": keys.statement_id} for key in sorted(keys_of(keys)))


def _aliases(requisition: Requisition) -> Iterator[Row]:
    for position, alias in enumerate(requisition.aliases):
        yield {
            "requisition_id": requisition.requisition_id,
            "position": position,
            "alias": alias,
            "normalised": normalise_reference(alias),
        }


def _requirements(version: Version) -> Iterator[Row]:
    for position, held in enumerate(version.held):
        named = {"requisition_id": version.requisition_id, "version": version.number, "position": position}
        yield named | shapes.HELD.row(held) | shapes.REQUIREMENT.row(held.requirement)


def _hints(history: History) -> Iterator[Row]:
    for position, row in enumerate(history.hints):
        named = {"requisition_id": history.requisition_id, "position": position, "why": row.hint.why}
        yield named | shapes.HINT.row(row) | shapes.REQUIREMENT.row(row.hint.requirement)


def _changes(history: History) -> Iterator[Row]:
    for position, change in enumerate(history.changes):
        yield {"position": position} | shapes.CHANGE.row(change)


def _confirmations(history: History) -> Iterator[Row]:
    for position, sha256 in enumerate(history.confirmations):
        yield {"requisition_id": history.requisition_id, "position": position, "sha256": sha256}


def _corrected(history: History) -> Iterator[Row]:
    for position, row in enumerate(history.corrected):
        yield {"requisition_id": history.requisition_id, "position": position} | shapes.CORRECTED.row(row)
