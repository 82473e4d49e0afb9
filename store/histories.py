"""Requisitions put together again from their tables: one query a table, whatever their number."""

# ruff: noqa: S608 - the SQL is put together from constants, and values are always parameters

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from requisitions.statements import Hint
from requisitions.versions import EventRow, FlagRow, Held, History, Requisition, Version
from requisitions.words import HintWhy
from store import shapes
from store.bulk import AMONG, Columns, Connection, among, select_columns
from store.riskstories import risks_of

Value = TypeVar("Value")

MAILS = f"""
SELECT DISTINCT l.requisition_id, m.*
FROM private.links AS l JOIN private.link_keys AS k USING (statement_id) JOIN private.mails AS m ON m.sha256 = k.sha256
WHERE l.requisition_id IN {AMONG} ORDER BY m.stated_at, m.sha256"""

LINKS = f"""
SELECT l.*
FROM private.links AS l JOIN private.link_keys AS k USING (statement_id)
WHERE l.requisition_id IN {AMONG} ORDER BY k.stated_at, k.sha256, k.ordinal"""

DEMANDS = f"""
SELECT * EXCLUDE (version, position), list([version, position]) AS places
FROM private.requirements WHERE requisition_id IN {AMONG} GROUP BY ALL"""
"""Each demand once, with the places that it has in versions: it stays the same in most."""


def read_requisitions(connection: Connection, requisition_ids: Sequence[str]) -> list[Requisition]:
    """The requisitions of these ids that exist, in the order in which they were founded."""
    wanted = [among(requisition_ids)]
    histories = _histories(connection, wanted)
    aliases = _by_requisition(told := _rows(connection, "aliases", "position", wanted), told["alias"])
    mails = _by_requisition(told := select_columns(connection, MAILS, wanted), shapes.MAIL.read_all(told))
    links = _by_requisition(told := select_columns(connection, LINKS, wanted), shapes.LINK.read_all(told))
    events = _grouped(events_of(connection, f"l.requisition_id IN {AMONG}", wanted))
    risks = risks_of(connection, wanted)
    flags = _grouped(flags_of(connection, f"l.requisition_id IN {AMONG}", wanted))
    rows = _rows(connection, "requisitions", "first_seen_at, requisition_id", wanted)
    ids = rows["requisition_id"]
    return shapes.REQUISITION.read_all(
        rows,
        aliases=[tuple(aliases[found]) for found in ids],
        history=[histories[found] for found in ids],
        mails=[tuple(mails[found]) for found in ids],
        links=[tuple(links[found]) for found in ids],
        events=[tuple(events[found]) for found in ids],
        flags=[tuple(flags[found]) for found in ids],
        risk=[risks.get(found) for found in ids],
    )


def events_of(connection: Connection, condition: str, parameters: Sequence[object] = ()) -> list[tuple[str, EventRow]]:
    """Events under a condition on `l` (their link) or `m` (their mail), each with its requisition, in fold order of their mails."""
    rows = _of_mails(connection, "events", condition, parameters)
    return list(zip(rows["requisition_id"], shapes.EVENT_ROW.read_all(rows, event=shapes.EVENT.read_all(rows)), strict=True))


def flags_of(connection: Connection, condition: str, parameters: Sequence[object] = ()) -> list[tuple[str, FlagRow]]:
    """Flags under such a condition."""
    rows = _of_mails(connection, "flags", condition, parameters)
    return list(zip(rows["requisition_id"], shapes.FLAG_ROW.read_all(rows, flag=shapes.FLAG.read_all(rows)), strict=True))


def _histories(connection: Connection, wanted: Sequence[object]) -> dict[str, History]:
    versions = _versions(connection, wanted)
    changes = _by_requisition(told := _rows(connection, "changes", "position", wanted), shapes.CHANGE.read_all(told))
    told = _rows(connection, "hints", "position", wanted)
    whys = map(HintWhy, told["why"])
    hints = _by_requisition(told, shapes.HINT.read_all(told, hint=list(map(Hint, shapes.REQUIREMENT.read_all(told), whys))))
    confirmed = _by_requisition(told := _rows(connection, "confirmations", "position", wanted), told["sha256"])
    corrected = _by_requisition(told := _rows(connection, "corrected", "position", wanted), shapes.CORRECTED.read_all(told))
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


def _versions(connection: Connection, wanted: Sequence[object]) -> dict[str, list[Version]]:
    demands = select_columns(connection, DEMANDS, wanted)
    placed: dict[tuple[str, int], list[tuple[int, Held]]] = defaultdict(list)
    held = shapes.HELD.read_all(demands, requirement=shapes.REQUIREMENT.read_all(demands))
    for found, one, places in zip(demands["requisition_id"], held, demands["places"], strict=True):
        for version, position in places:
            placed[found, version].append((position, one))
    rows = _rows(connection, "versions", "version", wanted)
    in_order = (sorted(placed[place], key=itemgetter(0)) for place in zip(rows["requisition_id"], rows["version"], strict=True))
    return _by_requisition(rows, shapes.VERSION.read_all(rows, held=[tuple(one for _, one in those) for those in in_order]))


def _rows(connection: Connection, table: str, order: str, wanted: Sequence[object]) -> Columns:
    return select_columns(connection, f"SELECT * FROM private.{table} WHERE requisition_id IN {AMONG} ORDER BY {order}", wanted)


def _of_mails(connection: Connection, table: str, condition: str, parameters: Sequence[object]) -> Columns:
    sql = f"""SELECT t.*, l.requisition_id, m.message_id, m.known_at
        FROM private.{table} AS t
        JOIN private.mails AS m ON m.sha256 = t.sha256
        LEFT JOIN private.links AS l ON l.statement_id = t.statement_id
        WHERE {condition} ORDER BY m.stated_at, m.sha256, t.position"""
    return select_columns(connection, sql, parameters)


def _by_requisition(rows: Columns, values: Iterable[Value]) -> dict[str, list[Value]]:
    return _grouped(zip(rows["requisition_id"], values, strict=True))


def _grouped(pairs: Iterable[tuple[Any, Value]]) -> dict[Any, list[Value]]:
    found: dict[Any, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
