"""A seat that came by two ways is one entry: the way on which more depends stands for it, and the others below it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reports.calls import needs_call
from reports.seatweek import SeatWeek
from requisitions.words import Status


def as_one(seats: Sequence[SeatWeek]) -> tuple[list[SeatWeek], dict[str, list[SeatWeek]]]:
    """The seats without those that moved together with another way to the same seat, and these by the id of that one."""
    roots = {seat.seat.requisition_id: seat.seat.twin_of for seat in seats if seat.seat.twin_of is not None}
    groups: dict[str, list[SeatWeek]] = defaultdict(list)
    for seat in seats:
        if seat.moves and seat.status is not Status.CLOSED:
            groups[_root(seat.seat.requisition_id, roots)].append(seat)
    ways: dict[str, list[SeatWeek]] = {}
    for group in groups.values():
        first, *others = sorted(group, key=_weight)
        if others:
            ways[first.seat.requisition_id] = others
    below = {seat.seat.requisition_id for others in ways.values() for seat in others}
    return [seat for seat in seats if seat.seat.requisition_id not in below], ways


def _root(requisition_id: str, roots: Mapping[str, str]) -> str:
    """The seat that came first; a chain of twins ends, however it was entered."""
    seen: set[str] = set()
    while requisition_id in roots and requisition_id not in seen:
        seen.add(requisition_id)
        requisition_id = roots[requisition_id]
    return requisition_id


def _weight(seat: SeatWeek) -> tuple[object, ...]:
    at_work = (seat.seat.followed, needs_call(seat), seat.proposed(seat.window.end) > 0, seat.interview_ahead() is not None)
    return (*(not one for one in at_work), seat.seat.twin_of is not None, seat.seat.requisition_id)
