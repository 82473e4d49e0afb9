"""What a seat leaves unsaid and comparable seats tell: counts of seats, and nothing on a handful of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.brief_records import Basis, Usual
from reports.seatweek import SeatWeek
from reports.sentences import Item
from requisitions.words import Category

LEAST_SEATS = 5
"""Fewer seats show no habit."""
USUAL = 2 / 3
"""The share of the seats that make a habit."""
MOST = 5

_NEVER_ASKED = frozenset({Category.ROLE, Category.TRAIT, Category.AGE, Category.GENDER, Category.NATIONALITY})
"""The job itself; what nobody asks on the phone; and conditions that nobody should invite."""
AS_A_WHOLE = frozenset({Category.CONTRACT})
"""Categories in which any key tells what has to be known."""


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """Other seats of the client, or for the same job."""

    basis: Basis
    seats: int
    named: Mapping[tuple[str, str], tuple[str, int]]
    """By category and key: a label, and how many of the seats tell it; of `AS_A_WHOLE`, the key is the category."""


def usual(seat: SeatWeek, groups: Sequence[PeerGroup]) -> tuple[Usual, ...]:
    """What the seat has not told, not even in doubt, and two in three of a group of enough seats tell; the surest first."""
    told = _told(seat)
    found: dict[tuple[str, str], Usual] = {}
    for group in groups:
        if group.seats < LEAST_SEATS:
            continue
        for (category, key), (label, number) in group.named.items():
            if category in _NEVER_ASKED or (category, key) in told or number < USUAL * group.seats:
                continue
            line = Usual(Item(category, key, label, by_label=category not in AS_A_WHOLE), group.basis, number, group.seats)
            found.setdefault((category, key), line)
    return tuple(sorted(found.values(), key=lambda line: (-line.named / line.seats, -line.seats, line.item.category, line.item.key)))[:MOST]


def _told(seat: SeatWeek) -> set[tuple[str, str]]:
    demands = [held.requirement for version in seat.versions for held in version.held]
    demands += [row.hint.requirement for row in seat.seat.history.hints if row.stated_at < seat.window.end]
    return {(demand.category, demand.category if demand.category in AS_A_WHOLE else demand.key) for demand in demands}
