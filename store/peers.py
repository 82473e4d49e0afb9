"""What other requisitions tell: of how many seats of a client, or for a job, which demand is named (for briefings)."""

# ruff: noqa: S608 - the SQL is put together from constants, and values are always parameters

from collections.abc import Collection, Iterable
from datetime import datetime

from store.bulk import AMONG, Connection, among
from store.times import to_naive

_COUNTED = """FROM private.requisitions AS r
    WHERE r.twin_of IS NULL AND r.requisition_id <> ?1 AND r.first_seen_at < ?2
    AND r.requisition_id NOT IN (SELECT twin_of FROM private.requisitions WHERE requisition_id = ?1 AND twin_of IS NOT NULL)"""
"""A seat that comes by two ways is one seat; the seat itself is none of its peers."""


def of_client(connection: Connection, requisition_id: str, client: str, *, before: datetime) -> list[str]:
    """The other seats of a client that were known before then, in the order of their ids."""
    sql = f"SELECT r.requisition_id {_COUNTED} AND r.client = ?3 ORDER BY 1"
    return [found for (found,) in connection.execute(sql, [requisition_id, to_naive(before), client]).fetchall()]


def of_role(connection: Connection, requisition_id: str, role: str, *, before: datetime) -> list[str]:
    """The other seats that some version of theirs was for that job, in the order of their ids; `role` is a key that is no open class."""
    sql = f"""SELECT r.requisition_id {_COUNTED} AND r.requisition_id IN (
            SELECT requisition_id FROM private.requirements
            WHERE category = 'role' AND key = ?3 AND NOT open_class AND necessity <> 'not_required' AND stated_at < ?2
        ) ORDER BY 1"""
    return [found for (found,) in connection.execute(sql, [requisition_id, to_naive(before), role]).fetchall()]


def named(
    connection: Connection, requisition_ids: Iterable[str], *, before: datetime, whole: Collection[str] = ()
) -> dict[tuple[str, str], tuple[str, int]]:
    """How many of these requisitions told which demand, ever: a label and the count, by category and key.

    Args:
        connection: The snapshot.
        requisition_ids: Which requisitions.
        before: What was told from then on does not count.
        whole: Categories that are counted as one demand, whose key is then the category.
    """
    sql = f"""SELECT category, CASE WHEN category IN {AMONG} THEN category ELSE key END AS what, min(label), count(DISTINCT requisition_id)
        FROM private.requirements
        WHERE requisition_id IN {AMONG} AND NOT open_class AND stated_at < ?
        GROUP BY 1, 2 ORDER BY 1, 2"""
    rows = connection.execute(sql, [among(whole), among(requisition_ids), to_naive(before)]).fetchall()
    return {(category, what): (label, number) for category, what, label, number in rows}
