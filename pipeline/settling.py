"""What a requisition is to others and to us, told before each publication (DECISIONS.md D22, D26)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from requisitions.risk import RiskSettings, risk_of
from requisitions.seatstories import SeatStory, risks, seen_at
from requisitions.twins import twins
from requisitions.versions import Requisition
from requisitions.words import EventKind
from store import members, reading, riskstories, writing
from store.snapshot import Connection


def settle(connection: Connection, touched: Collection[str]) -> None:
    """Follow those of the touched requisitions that somebody was proposed for, and mark twins among all."""
    if not touched:
        return
    unfollowed = [one for one in reading.requisitions(connection, touched) if not one.followed]
    proposed = [one for one in unfollowed if any(row.event.kind is EventKind.PROPOSAL for row in one.events)]
    writing.put_requisitions(connection, [replace(one, followed=True) for one in proposed])
    # Two brokers' texts that agreed once are one seat still, though each has moved since; and the other way round.
    writing.put_twins(connection, twins(members.seats(connection)) | twins(members.seats(connection, at_first=True)))


def assess(connection: Connection, as_of: datetime | None, settings: RiskSettings) -> None:
    """Tell the risk of every requisition at that moment.

    Always of all: each one's rests on its client's others, on what is usual, and on how long ago it was heard of, so no mail leaves
    any of them as it was. What is told follows from the tables alone, and a rebuild tells the same.
    """
    stories = riskstories.seat_stories(connection)
    riskstories.put_risks(connection, {} if as_of is None else risks(stories, as_of, settings), settings)


def with_risk(
    connection: Connection,
    requisitions: Iterable[Requisition],
    now: datetime,
    settings: RiskSettings,
    stories: Sequence[SeatStory] | None = None,
) -> list[Requisition]:
    """Requisitions with their risk as it was at another moment than the snapshot's: a report's now is the end of its week (D26).

    `stories` are those of all requisitions, where they are at hand.
    """
    seen = seen_at(riskstories.seat_stories(connection) if stories is None else stories, now, settings)
    told = ((one, seen.get(one.requisition_id)) for one in requisitions)
    return [replace(one, risk=None if signs is None else risk_of(signs, settings)) for one, signs in told]
