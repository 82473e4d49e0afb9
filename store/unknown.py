"""The demands of a snapshot that no vocabulary knew when they were read."""

from collections.abc import Iterator
from dataclasses import dataclass

from requisitions.statements import Requirement
from store.bulk import Connection
from store.payloads import unpack_statement

BATCH = 1_000
"""Statements unpacked at once: an archive of years has more than should be held."""

STATEMENTS = """
SELECT s.payload, s.sha256, r.requisition_id, r.reference, r.title,
    coalesce(r.client, m.organisation, nullif(split_part(m.sender_address, '@', -1), ''), m.sender) AS asker
FROM private.statements AS s
JOIN private.mails AS m ON m.sha256 = s.sha256
LEFT JOIN private.links AS l ON l.statement_id = s.statement_id
LEFT JOIN private.requisitions AS r ON r.requisition_id = l.requisition_id
ORDER BY m.stated_at, m.sha256, s.ordinal"""


@dataclass(frozen=True, slots=True)
class UnknownDemand:
    """A demand of open class, with where it was read."""

    requirement: Requirement
    sha256: str
    asker: str | None
    """The client of its requisition, else the firm of who wrote."""
    requisition: str
    """Reference and title, or the id where neither is told."""


def unknown_demands(connection: Connection) -> Iterator[UnknownDemand]:
    """Every demand and hint of open class that a mail states, in fold order of their mails."""
    found = connection.execute(STATEMENTS)
    while rows := found.fetchmany(BATCH):
        for payload, sha256, requisition_id, reference, title, asker in rows:
            statement = unpack_statement(payload)
            told = (*statement.requirements, *(hint.requirement for hint in statement.hints))
            name = " ".join(part for part in (reference, title) if part) or requisition_id or ""
            yield from (UnknownDemand(one, sha256, asker, name) for one in told if one.open_class)
