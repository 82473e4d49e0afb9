"""What drift risk is told from and what was told, of all requisitions at once: five queries, whatever their number."""

# ruff: noqa: S608 - the SQL is put together from constants, and values are always parameters

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from requisitions.risk import Risk, RiskReason, RiskSettings
from requisitions.seatstories import NEW_DEVELOPMENT, OF_A_PERSON, UNCOUNTED, SeatStory, Stand
from requisitions.values import comparable
from requisitions.words import Category, Effect, EventKind, Necessity, Review, Speaker, Status
from store.bulk import AMONG, Connection, insert
from store.payloads import unpack_link_keys
from store.times import from_naive


def _among(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


SEATS = """
SELECT r.requisition_id, r.client, r.title, r.first_seen_at, k.payload
FROM private.requisitions AS r LEFT JOIN private.link_keys AS k ON k.statement_id = r.requisition_id
ORDER BY r.requisition_id"""

STANDS = f"""
SELECT v.requisition_id, v.stated_at, v.status, count(*) FILTER (q.vague), count(q.vague), coalesce(bool_or(q.new_development), false)
FROM private.versions AS v LEFT JOIN (
    SELECT
        requisition_id, version,
        category = '{Category.TRAIT}' OR open_class OR (category = '{Category.EXPERIENCE}' AND coalesce(min, max) IS NULL AND text IS NULL)
            AS vague,
        category = '{NEW_DEVELOPMENT[0]}' AND key = '{NEW_DEVELOPMENT[1]}' AS new_development
    FROM private.requirements
    WHERE necessity = '{Necessity.MUST}' AND category IN ({_among(OF_A_PERSON)})
) AS q ON q.requisition_id = v.requisition_id AND q.version = v.version
GROUP BY v.requisition_id, v.version, v.stated_at, v.status ORDER BY v.requisition_id, v.version"""

MOVES = f"""
SELECT DISTINCT requisition_id, stated_at, version FROM private.changes
WHERE effect <> '{Effect.NEUTRAL}' AND category NOT IN ({_among(UNCOUNTED)}) AND review <> '{Review.DISMISSED}'
ORDER BY requisition_id, stated_at, version"""

MAILS = """
SELECT DISTINCT l.requisition_id, m.stated_at, m.sha256
FROM private.links AS l JOIN private.link_keys AS k USING (statement_id) JOIN private.mails AS m ON m.sha256 = k.sha256
ORDER BY l.requisition_id, m.stated_at, m.sha256"""

FIRST_HAND = f"""
SELECT l.requisition_id, m.stated_at
FROM private.links AS l JOIN private.statements AS s USING (statement_id) JOIN private.mails AS m ON m.sha256 = s.sha256
WHERE s.stated_by = '{Speaker.END_CLIENT}'
UNION SELECT requisition_id, stated_at FROM private.versions WHERE stated_by = '{Speaker.END_CLIENT}'
UNION SELECT requisition_id, stated_at FROM private.changes WHERE stated_by = '{Speaker.END_CLIENT}'
ORDER BY ALL"""

INTERVIEWS = f"""
SELECT l.requisition_id, m.stated_at, e.happened_at
FROM private.events AS e JOIN private.mails AS m ON m.sha256 = e.sha256 JOIN private.links AS l ON l.statement_id = e.statement_id
WHERE e.kind = '{EventKind.INTERVIEW}' AND e.planned AND e.happened_at <> ''
ORDER BY ALL"""


def seat_stories(connection: Connection) -> list[SeatStory]:
    """The stories of all requisitions, whole; where no client is known, who asks us has the record."""
    stands, moves, mails, first_hand, interviews = (_grouped(connection, sql) for sql in (STANDS, MOVES, MAILS, FIRST_HAND, INTERVIEWS))
    return [
        SeatStory(
            requisition_id,
            _whose(client, payload),
            title,
            from_naive(founded_at),
            tuple(Stand(from_naive(at), Status(status), *numbers) for at, status, *numbers in stands[requisition_id]),
            _moments(moves[requisition_id]),
            _moments(mails[requisition_id]),
            _moments(first_hand[requisition_id]),
            tuple((from_naive(at), day) for at, day in interviews[requisition_id]),
        )
        for requisition_id, client, title, founded_at, payload in connection.execute(SEATS).fetchall()
    ]


def put_risks(connection: Connection, risks: Mapping[str, Risk], settings: RiskSettings) -> None:
    """Write the risks of all requisitions, and the settings that they were told by, in the place of those before."""
    ordered = sorted(risks.items())
    for table in ("risks", "risk_reasons", "risk_settings"):
        connection.execute(f"DELETE FROM private.{table}")
    insert(connection, "risks", ({"requisition_id": found, "risk": risk.score} for found, risk in ordered))
    insert(
        connection,
        "risk_reasons",
        (
            {"requisition_id": found, "position": position, "reason": str(reason)}
            for found, risk in ordered
            for position, reason in enumerate(risk.reasons)
        ),
    )
    insert(connection, "risk_settings", ({"name": name, "value": float(value)} for name, value in asdict(settings).items()))


def told_by(connection: Connection, settings: RiskSettings) -> bool:
    """Whether the risks that stand there were told by these settings."""
    standing = dict(connection.execute("SELECT name, value FROM private.risk_settings").fetchall())
    return standing == {name: float(value) for name, value in asdict(settings).items()}


def risks_of(connection: Connection, wanted: Sequence[object]) -> dict[str, Risk]:
    """The risks of some requisitions (a parameter made by `among`), by requisition id."""
    reasons: defaultdict[str, list[RiskReason]] = defaultdict(list)
    sql = f"SELECT requisition_id, reason FROM private.risk_reasons WHERE requisition_id IN {AMONG} ORDER BY requisition_id, position"
    for found, reason in connection.execute(sql, list(wanted)).fetchall():
        reasons[found].append(RiskReason.parse(reason))
    scores = connection.execute(f"SELECT requisition_id, risk FROM private.risks WHERE requisition_id IN {AMONG}", list(wanted)).fetchall()
    return {found: Risk(score, tuple(reasons[found])) for found, score in scores}


def _whose(client: str | None, payload: str | None) -> str | None:
    if client:
        return comparable(client)
    asks = unpack_link_keys(payload).organisation if payload else None
    return f"asks: {asks}" if asks else None


def _grouped(connection: Connection, sql: str) -> defaultdict[str, list[tuple[Any, ...]]]:
    found: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for requisition_id, *row in connection.execute(sql).fetchall():
        found[requisition_id].append(tuple(row))
    return found


def _moments(rows: Iterable[tuple[Any, ...]]) -> tuple[datetime, ...]:
    return tuple(from_naive(row[0]) for row in rows)
