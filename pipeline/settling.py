"""What a requisition is to others and to us, told before each publication (DECISIONS.md D22)."""

from collections.abc import Collection
from dataclasses import replace

from requisitions.twins import twins
from requisitions.words import EventKind
from store import members, reading, writing
from store.snapshot import Connection


def settle(connection: Connection, touched: Collection[str]) -> None:
    """Follow those of the touched requisitions that somebody was proposed for, and mark twins among all."""
    if not touched:
        return
    unfollowed = [one for one in reading.requisitions(connection, touched) if not one.followed]
    proposed = [one for one in unfollowed if any(row.event.kind is EventKind.PROPOSAL for row in one.events)]
    writing.put_requisitions(connection, [replace(one, followed=True) for one in proposed])
    writing.put_twins(connection, twins(members.seats(connection)))
