"""What the trends of a week are told from, of all seats that came in a year: four queries, whatever their number."""

# ruff: noqa: S608 - the SQL is put together from constants, and values are always parameters

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from requisitions.seatstories import UNWATCHED
from requisitions.trends import NO_GROUNDS, REVERSED, FirstAsk, Reversal, Trends
from requisitions.values import comparable
from requisitions.words import STATUS_CATEGORY, Category, ChangeKind, Mode, Necessity, Reason, Review, Status
from store.bulk import Connection
from store.payloads import unpack_link_keys
from store.times import from_naive, to_naive


def _among(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


_FIRSTS = f"""WITH firsts AS (
    SELECT v.requisition_id, v.version, v.stated_at, r.client
    FROM private.versions AS v
    JOIN (SELECT requisition_id, min(version) AS version FROM private.versions WHERE mode = '{Mode.FULL}' GROUP BY requisition_id) AS f
        ON f.requisition_id = v.requisition_id AND f.version = v.version
    JOIN private.requisitions AS r ON r.requisition_id = v.requisition_id
    WHERE r.twin_of IS NULL AND v.stated_at >= ?1 AND v.stated_at < ?2
)"""
"""Seats with their first whole requisition; one that came by two ways is the seat that came first."""

SEATS = f"""{_FIRSTS}
SELECT f.requisition_id, f.stated_at, f.client, CASE WHEN f.client IS NULL THEN k.payload END
FROM firsts AS f LEFT JOIN private.link_keys AS k ON k.statement_id = f.requisition_id
ORDER BY f.stated_at, f.requisition_id"""

SKILLS = f"""{_FIRSTS}
SELECT f.requisition_id, q.key, q.label
FROM firsts AS f JOIN private.requirements AS q ON q.requisition_id = f.requisition_id AND q.version = f.version
WHERE q.category = '{Category.SKILL}' AND q.necessity IN ({_among({Necessity.MUST, Necessity.PREFERRED})}) AND NOT q.open_class
ORDER BY f.stated_at, f.requisition_id, q.key"""

REVERSALS = f"""{_FIRSTS}
SELECT f.requisition_id, c.stated_at, c.category, c.key, c.label, c.reason
FROM firsts AS f JOIN private.changes AS c ON c.requisition_id = f.requisition_id
WHERE c.stated_at < ?2 AND c.stated_at >= f.stated_at AND c.change IN ({_among(REVERSED)})
    AND NOT (c.change = '{ChangeKind.REMOVED}' AND c.implied) AND c.review <> '{Review.DISMISSED}'
    AND c.category NOT IN ({_among({STATUS_CATEGORY, *NO_GROUNDS})})
ORDER BY f.requisition_id, c.stated_at, c.version, c.position"""

WATCHED = f"""{_FIRSTS}
SELECT f.requisition_id, min(c.closed_at), max(m.stated_at)
FROM firsts AS f
LEFT JOIN (
    SELECT requisition_id, min(stated_at) AS closed_at FROM private.versions
    WHERE status = '{Status.CLOSED}' AND stated_at < ?2 GROUP BY requisition_id
) AS c ON c.requisition_id = f.requisition_id
JOIN private.links AS l ON l.requisition_id = f.requisition_id
JOIN private.link_keys AS k ON k.statement_id = l.statement_id
JOIN private.mails AS m ON m.sha256 = k.sha256
WHERE m.stated_at < ?2
GROUP BY f.requisition_id"""


def trends(connection: Connection, start: datetime, end: datetime) -> Trends:
    """The seats whose first whole requisition was stated at `start <= t < end` (aware), with what is known of them by `end`."""
    bounds = [to_naive(start), to_naive(end)]

    def rows(sql: str) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = connection.execute(sql, bounds).fetchall()
        return found

    skills: defaultdict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    for requisition_id, key, label in rows(SKILLS):
        skills[requisition_id].add(key)
        labels.setdefault(key, label)
    reversals: defaultdict[str, list[Reversal]] = defaultdict(list)
    for requisition_id, at, category, key, label, reason in rows(REVERSALS):
        reversals[requisition_id].append(Reversal(from_naive(at), category, key, label, Reason(reason)))
    # many seats are one client's
    hand = cache(_hand)
    watched = {requisition_id: (closed, last) for requisition_id, closed, last in rows(WATCHED)}
    asks = [
        FirstAsk(
            requisition_id,
            from_naive(at),
            client,
            hand(client, payload),
            frozenset(skills[requisition_id]),
            tuple(reversals[requisition_id]),
            _until(watched.get(requisition_id, (None, at)), end),
        )
        for requisition_id, at, client, payload in rows(SEATS)
    ]
    return Trends(start, end, tuple(asks), labels)


def _until(watched: tuple[datetime | None, datetime], end: datetime) -> datetime:
    closed, last = watched
    return min(end, from_naive(closed) if closed is not None else from_naive(last) + UNWATCHED)


def _hand(client: str | None, payload: str | None) -> str:
    if client:
        return f"client: {comparable(client)}"
    asks = unpack_link_keys(payload).organisation if payload else None
    return f"asks: {asks}" if asks else ""
