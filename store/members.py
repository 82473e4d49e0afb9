"""What linking and folding ask of a draft (or a snapshot): who shares a key with whom, and who belongs to a requisition."""

# ruff: noqa: S608 - the SQL is put together from constants, and values are always parameters

from collections import defaultdict
from collections.abc import Iterable

from requisitions.linking import WINDOW, WINDOWED, normalise_title
from requisitions.twins import Seat
from requisitions.versions import Link, LinkKeys, Mail, Stated
from requisitions.words import Category, LinkRule, Mode, Necessity
from store import shapes
from store.bulk import AMONG, Connection, among, select
from store.payloads import unpack_link_keys, unpack_statement

FOLD_ORDER = "stated_at, sha256, ordinal"
"""D6."""

IN_REACH = f"""(NOT ({" OR ".join(f"starts_with(w.key, '{prefix}')" for prefix in WINDOWED)})
    OR o.stated_at BETWEEN w.stated_at - INTERVAL {WINDOW.days} DAY AND w.stated_at + INTERVAL {WINDOW.days} DAY)"""

SHARING = f"""
WITH wanted AS (
    SELECT k.statement_id, k.stated_at, k.sha256, k.ordinal, i.key
    FROM private.link_keys AS k JOIN private.index_keys AS i USING (statement_id)
    WHERE k.statement_id IN {AMONG}
), sharing AS (
    SELECT DISTINCT w.statement_id AS wanted, o.statement_id, o.stated_at, o.sha256, o.ordinal
    FROM wanted AS w
    JOIN private.index_keys AS i ON i.key = w.key
    JOIN private.link_keys AS o ON o.statement_id = i.statement_id
    WHERE {IN_REACH} AND (o.stated_at, o.sha256, o.ordinal)"""


def link_keys(connection: Connection, statement_ids: Iterable[str]) -> dict[str, LinkKeys]:
    """The link keys of these statements, by statement id, in fold order."""
    sql = f"SELECT statement_id, payload FROM private.link_keys WHERE statement_id IN {AMONG} ORDER BY {FOLD_ORDER}"
    return {statement_id: unpack_link_keys(payload) for statement_id, payload in connection.execute(sql, [among(statement_ids)]).fetchall()}


def earlier_sharing(connection: Connection, statement_ids: Iterable[str]) -> dict[str, list[LinkKeys]]:
    """For each of these statements, those that share an index key with it and come earlier in fold order, in that order."""
    ids = list(statement_ids)
    sql = f"{SHARING} < (w.stated_at, w.sha256, w.ordinal)) SELECT wanted, statement_id FROM sharing ORDER BY {FOLD_ORDER}"
    pairs = connection.execute(sql, [among(ids)]).fetchall()
    # one asker's mails have the same candidates over and over
    known = link_keys(connection, {statement_id for _, statement_id in pairs})
    found: dict[str, list[LinkKeys]] = {statement_id: [] for statement_id in ids}
    for wanted, statement_id in pairs:
        found[wanted].append(known[statement_id])
    return found


def later_sharing(connection: Connection, statement_ids: Iterable[str]) -> list[LinkKeys]:
    """The statements that share an index key with one of these and come later than it, in fold order; these themselves left out."""
    ids = set(statement_ids)
    sql = f"{SHARING} > (w.stated_at, w.sha256, w.ordinal)) SELECT DISTINCT statement_id FROM sharing"
    later = {statement_id for (statement_id,) in connection.execute(sql, [among(sorted(ids))]).fetchall()}
    return list(link_keys(connection, later - ids).values())


def links(connection: Connection, statement_ids: Iterable[str]) -> dict[str, Link]:
    """The links of these statements as they stand, by statement id."""
    rows = select(connection, f"SELECT * FROM private.links WHERE statement_id IN {AMONG}", [among(statement_ids)])
    return {row["statement_id"]: shapes.LINK.read(row) for row in rows}


def linked_by(connection: Connection, rule: LinkRule) -> list[str]:
    """The statements that belong to their requisition by this rule."""
    found = connection.execute("SELECT statement_id FROM private.links WHERE rule = ? ORDER BY 1", [str(rule)]).fetchall()
    return [statement_id for (statement_id,) in found]


def children(connection: Connection, statement_ids: Iterable[str]) -> list[Link]:
    """The links whose parent is one of these statements."""
    sql = f"SELECT * FROM private.links WHERE parent_statement_id IN {AMONG} ORDER BY statement_id"
    return [shapes.LINK.read(row) for row in select(connection, sql, [among(statement_ids)])]


def members(connection: Connection, requisition_ids: Iterable[str]) -> dict[str, list[Stated]]:
    """The statements of these requisitions in fold order, by requisition id: the input of the fold."""
    sql = f"""SELECT l.requisition_id, s.statement_id, s.payload, m.*
        FROM private.links AS l
        JOIN private.statements AS s USING (statement_id)
        JOIN private.mails AS m ON m.sha256 = s.sha256
        WHERE l.requisition_id IN {AMONG} ORDER BY m.stated_at, m.sha256, s.ordinal"""
    found: dict[str, list[Stated]] = defaultdict(list)
    for row in select(connection, sql, [among(requisition_ids)]):
        found[row["requisition_id"]].append(Stated(row["statement_id"], unpack_statement(row["payload"]), shapes.MAIL.read(row)))
    return dict(found)


def member_keys(connection: Connection, requisition_ids: Iterable[str]) -> dict[str, list[LinkKeys]]:
    """The link keys of all that belongs to these requisitions, in fold order; also of mails that state nothing."""
    sql = f"""SELECT l.requisition_id, k.payload
        FROM private.links AS l JOIN private.link_keys AS k USING (statement_id)
        WHERE l.requisition_id IN {AMONG} ORDER BY k.stated_at, k.sha256, k.ordinal"""
    found: dict[str, list[LinkKeys]] = defaultdict(list)
    for requisition_id, payload in connection.execute(sql, [among(requisition_ids)]).fetchall():
        found[requisition_id].append(unpack_link_keys(payload))
    return dict(found)


def bare_mails(connection: Connection, requisition_ids: Iterable[str]) -> dict[str, list[Mail]]:
    """The mails of these requisitions that state nothing, in fold order, by requisition id."""
    sql = f"""SELECT l.requisition_id, m.*
        FROM private.links AS l
        JOIN private.link_keys AS k USING (statement_id)
        JOIN private.mails AS m ON m.sha256 = k.sha256
        LEFT JOIN private.statements AS s ON s.statement_id = k.statement_id
        WHERE l.requisition_id IN {AMONG} AND s.statement_id IS NULL ORDER BY m.stated_at, m.sha256"""
    found: dict[str, list[Mail]] = defaultdict(list)
    for row in select(connection, sql, [among(requisition_ids)]):
        found[row["requisition_id"]].append(shapes.MAIL.read(row))
    return dict(found)


def seats(connection: Connection, *, at_first: bool = False) -> list[Seat]:
    """What twins are told by, of every requisition as it stands now, or as its first full text told it."""
    which = f"coalesce(min(version) FILTER (mode = '{Mode.FULL}'), min(version))" if at_first else "max(version)"
    sql = f"""SELECT r.requisition_id, r.title, k.payload, any_value(q.text) FILTER (q.category = '{Category.LOCATION}') AS place,
            list(q.key) FILTER (q.category = '{Category.SKILL}' AND q.necessity = '{Necessity.MUST}') AS skills
        FROM private.requisitions AS r
        JOIN private.link_keys AS k ON k.statement_id = r.requisition_id
        LEFT JOIN (
            SELECT requisition_id, {which} AS version FROM private.versions GROUP BY requisition_id
        ) AS v ON v.requisition_id = r.requisition_id
        LEFT JOIN private.requirements AS q ON q.requisition_id = v.requisition_id AND q.version = v.version
        GROUP BY ALL ORDER BY r.requisition_id"""
    found = []
    for requisition_id, title, payload, place, skills in connection.execute(sql).fetchall():
        root = unpack_link_keys(payload)
        found.append(Seat(requisition_id, root.stated_at, root.organisation, normalise_title(title), place, frozenset(skills or ())))
    return found
