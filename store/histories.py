"""Requisitions put together again from their tables: one query a table, whatever their number."""

# ruff: noqa: S608 - the SQL is put together from constants, and values are always parameters

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from requisitions.statements import Hint
from requisitions.versions import EventRow, FlagRow, History, Requisition, Version
from requisitions.words import HintWhy
from store import shapes
from store.bulk import AMONG, Connection, among, select
from store.riskstories import risks_of

Value = TypeVar("Value")
Row = Mapping[str, Any]

MAILS = f"""
SELECT DISTINCT l.requisition_id, m.*
FROM private.links AS l JOIN private.link_keys AS k USING (statement_id) JOIN private.mails AS m ON m.sha256 = k.sha256
WHERE l.requisition_id IN {AMONG} ORDER BY m.stated_at, m.sha256"""

LINKS = f"""
SELECT l.*
FROM private.links AS l JOIN private.link_keys AS k USING (statement_id)
WHERE l.requisition_id IN {AMONG} ORDER BY k.stated_at, k.sha256, k.ordinal"""


def read_requisitions(connection: Connection, requisition_ids: Sequence[str]) -> list[Requisition]:
    """The requisitions of these ids that exist, in the order in which they were founded."""
    wanted = [among(requisition_ids)]
    histories = _histories(connection, wanted)
    aliases = _grouped((row["requisition_id"], row["alias"]) for row in _rows(connection, "aliases", "position", wanted))
    mails = _grouped((row["requisition_id"], shapes.MAIL.read(row)) for row in select(connection, MAILS, wanted))
    links = _grouped((row["requisition_id"], shapes.LINK.read(row)) for row in select(connection, LINKS, wanted))
    events = _grouped(events_of(connection, f"l.requisition_id IN {AMONG}", wanted))
    risks = risks_of(connection, wanted)
    flags = _grouped(flags_of(connection, f"l.requisition_id IN {AMONG}", wanted))
    return [
        shapes.REQUISITION.read(
            row,
            aliases=tuple(aliases[found]),
            history=histories[found],
            mails=tuple(mails[found]),
            links=tuple(links[found]),
            events=tuple(events[found]),
            flags=tuple(flags[found]),
            risk=risks.get(found),
        )
        for row in _rows(connection, "requisitions", "first_seen_at, requisition_id", wanted)
        for found in [row["requisition_id"]]
    ]


def events_of(connection: Connection, condition: str, parameters: Sequence[object] = ()) -> list[tuple[str, EventRow]]:
    """Events under a condition on `l` (their link) or `m` (their mail), each with its requisition, in fold order of their mails."""
    rows = _of_mails(connection, "events", condition, parameters)
    return [(row["requisition_id"], shapes.EVENT_ROW.read(row, event=shapes.EVENT.read(row))) for row in rows]


def flags_of(connection: Connection, condition: str, parameters: Sequence[object] = ()) -> list[tuple[str, FlagRow]]:
    """Flags under such a condition."""
    rows = _of_mails(connection, "flags", condition, parameters)
    return [(row["requisition_id"], shapes.FLAG_ROW.read(row, flag=shapes.FLAG.read(row))) for row in rows]


def _histories(connection: Connection, wanted: Sequence[object]) -> dict[str, History]:
    held = _grouped(
        ((row["requisition_id"], row["version"]), shapes.HELD.read(row, requirement=shapes.REQUIREMENT.read(row)))
        for row in _rows(connection, "requirements", "version, position", wanted)
    )
    versions: dict[str, list[Version]] = _grouped(
        (row["requisition_id"], shapes.VERSION.read(row, held=tuple(held[row["requisition_id"], row["version"]])))
        for row in _rows(connection, "versions", "version", wanted)
    )
    changes = _grouped((row["requisition_id"], shapes.CHANGE.read(row)) for row in _rows(connection, "changes", "position", wanted))
    hints = _grouped(
        (row["requisition_id"], shapes.HINT.read(row, hint=Hint(shapes.REQUIREMENT.read(row), HintWhy(row["why"]))))
        for row in _rows(connection, "hints", "position", wanted)
    )
    confirmed = _grouped((row["requisition_id"], row["sha256"]) for row in _rows(connection, "confirmations", "position", wanted))
    corrected = _grouped((row["requisition_id"], shapes.CORRECTED.read(row)) for row in _rows(connection, "corrected", "position", wanted))
    return {
        found: History(
            found,
            tuple(versions[found]),
            tuple(changes[found]),
            tuple(hints[found]),
            tuple(confirmed[found]),
            tuple(corrected[found]),
        )
        for (found,) in connection.execute(
            f"SELECT requisition_id FROM private.requisitions WHERE requisition_id IN {AMONG}", wanted
        ).fetchall()
    }


def _rows(connection: Connection, table: str, order: str, wanted: Sequence[object]) -> list[dict[str, Any]]:
    return select(connection, f"SELECT * FROM private.{table} WHERE requisition_id IN {AMONG} ORDER BY {order}", wanted)


def _of_mails(connection: Connection, table: str, condition: str, parameters: Sequence[object]) -> list[dict[str, Any]]:
    sql = f"""SELECT t.*, l.requisition_id, m.message_id, m.known_at
        FROM private.{table} AS t
        JOIN private.mails AS m ON m.sha256 = t.sha256
        LEFT JOIN private.links AS l ON l.statement_id = t.statement_id
        WHERE {condition} ORDER BY m.stated_at, m.sha256, t.position"""
    return select(connection, sql, parameters)


def _grouped(pairs: Iterable[tuple[Any, Value]]) -> dict[Any, list[Value]]:
    found: dict[Any, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
