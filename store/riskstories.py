"""What drift risk is told from and what was told, of all requisitions at once: five queries, whatever their number."""

# ruff: noqa: S608 - the SQL is put together from constants, and values are always parameters

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from requisitions.risk import Risk, RiskReason, RiskSettings
from requisitions.seatstories import NEW_DEVELOPMENT, OF_A_PERSON, UNCOUNTED, SeatStory, Stand
from requisitions.values import comparable
from requisitions.words import Category, Effect, EventKind, Necessity, Review, Speaker, Status
from store.bulk import AMONG, Connection, insert, select_columns
from store.payloads import unpack_link_keys
from store.times import from_naive, to_naive

Value = TypeVar("Value")


def _among(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


SEATS = """
SELECT r.requisition_id, r.client, r.title, r.first_seen_at, CASE WHEN coalesce(r.client, '') = '' THEN k.payload END
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
GROUP BY v.requisition_id, v.version, v.stated_at, v.status ORDER BY v.version"""

MOVES = f"""
SELECT requisition_id, stated_at FROM private.changes
WHERE effect <> '{Effect.NEUTRAL}' AND category NOT IN ({_among(UNCOUNTED)}) AND review <> '{Review.DISMISSED}'
GROUP BY requisition_id, stated_at, version ORDER BY stated_at"""

MAILS = """
SELECT l.requisition_id, m.stated_at
FROM private.links AS l JOIN private.link_keys AS k USING (statement_id) JOIN private.mails AS m ON m.sha256 = k.sha256
GROUP BY l.requisition_id, m.stated_at, m.sha256 ORDER BY m.stated_at"""

FIRST_HAND = f"""
SELECT l.requisition_id, m.stated_at
FROM private.links AS l JOIN private.statements AS s USING (statement_id) JOIN private.mails AS m ON m.sha256 = s.sha256
WHERE s.stated_by = '{Speaker.END_CLIENT}'
UNION SELECT requisition_id, stated_at FROM private.versions WHERE stated_by = '{Speaker.END_CLIENT}'
UNION SELECT requisition_id, stated_at FROM private.changes WHERE stated_by = '{Speaker.END_CLIENT}'
ORDER BY stated_at"""

INTERVIEWS = f"""
SELECT l.requisition_id, m.stated_at, e.happened_at
FROM private.events AS e JOIN private.mails AS m ON m.sha256 = e.sha256 JOIN private.links AS l ON l.statement_id = e.statement_id
WHERE e.kind = '{EventKind.INTERVIEW}' AND e.planned AND e.happened_at <> ''
ORDER BY m.stated_at, e.happened_at"""


LAST = """
SELECT requisition_id, max(stated_at) AS stated_at
FROM ({moments}) AS told WHERE stated_at <= ?1 GROUP BY requisition_id, stated_at < ?1 ORDER BY 2"""
"""The last of such moments before another one, and that one itself."""


def seat_stories(connection: Connection, seen_at: datetime | None = None) -> list[SeatStory]:
    """The stories of all requisitions, whole; where no client is known, who asks us has the record.

    With `seen_at` (aware) the stories are for a look at that moment alone: of mails and of words of the end client the last up to then.
    """
    # many seats are one client's
    whose = cache(_whose)
    stands, interviews = _grouped(connection, STANDS, _stand), _grouped(connection, INTERVIEWS, _interview)
    moves = _grouped(connection, MOVES, from_naive)
    mails, first_hand = (_moments(connection, sql, seen_at) for sql in (MAILS, FIRST_HAND))
    return [
        SeatStory(
            requisition_id,
            whose(client, payload),
            title,
            from_naive(founded_at),
            tuple(stands[requisition_id]),
            tuple(moves[requisition_id]),
            tuple(mails[requisition_id]),
            tuple(first_hand[requisition_id]),
            tuple(interviews[requisition_id]),
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


def _stand(at: datetime, status: str, *seen: Any) -> Stand:  # noqa: ANN401 - numbers and a yes or no
    return Stand(from_naive(at), Status(status), *seen)


def _interview(told: datetime, day: str) -> tuple[datetime, str]:
    return from_naive(told), day


def _moments(connection: Connection, sql: str, seen_at: datetime | None) -> defaultdict[str, list[datetime]]:
    if seen_at is None:
        return _grouped(connection, sql, from_naive)
    return _grouped(connection, LAST.format(moments=sql.rpartition("ORDER BY")[0]), from_naive, [to_naive(seen_at)])


def _grouped(
    connection: Connection, sql: str, made: Callable[..., Value], parameters: Sequence[object] = ()
) -> defaultdict[str, list[Value]]:
    """What is made of the columns after the first, by requisition."""
    ids, *columns = select_columns(connection, sql, parameters).values()
    found: defaultdict[str, list[Value]] = defaultdict(list)
    for requisition_id, value in zip(ids, map(made, *columns), strict=True):
        found[requisition_id].append(value)
    return found
