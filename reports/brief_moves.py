"""What moved since then, one entry a demand, and what holds now with how sure it is."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reports.brief_records import HeldLine, Move
from reports.roles import role_dropped, role_gained
from reports.rows import DOUBTFUL, EFFECT_ORDER, rows_of
from reports.seatrecords import Certainty, Row
from reports.seatweek import REVIEWABLE, SeatWeek
from requisitions.alternatives import Identity
from requisitions.values import is_present
from requisitions.versions import Held
from requisitions.words import TERMS, Category, Necessity, Speaker

MOST_ROWS = 12
"""Changes of one demand that are told one by one."""
_ORDER = (Category.ROLE, *(category for category in Category if category is not Category.ROLE))
_NECESSITY = list(Necessity)


def moves_of(seat: SeatWeek) -> tuple[Move, ...]:
    """The demands that moved inside the window: the job itself first, then ▲, ▽, ＝."""
    by_demand: dict[tuple[str, str], list[Row]] = {}
    for row in rows_of(seat, ()):
        by_demand.setdefault((row.change.category, row.change.key), []).append(row)
    turn = _turn([rows[0] for rows in by_demand.values() if len(rows) == 1])
    found = [
        _move(seat, rows)
        for rows in by_demand.values()
        if not {row.change.change_id for row in rows} & {one.change.change_id for one in turn}
    ]
    if turn:
        found.append(replace(_move(seat, turn), times=1, turned=True))
    return tuple(sorted(found, key=_weight))


def _move(seat: SeatWeek, rows: Sequence[Row]) -> Move:
    shown = tuple(rows) if len(rows) <= MOST_ROWS else (rows[0], *rows[1 - MOST_ROWS :])
    return Move(shown, len(rows), seat.proposed(rows[-1].change.stated_at))


def _turn(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows by which one mail took one job away and named another; empty where none did."""
    dropped = role_dropped(rows)
    gained = None if dropped is None else role_gained(rows, dropped)
    if dropped is None or gained is None or gained is dropped or gained.change.category != Category.ROLE:
        return ()
    return (dropped, gained)


def _weight(move: Move) -> tuple[object, ...]:
    change = move.last.change
    place = _ORDER.index(Category(change.category))
    return (change.category != Category.ROLE, EFFECT_ORDER.index(change.effect), change.category in TERMS, place, change.key)


def held_lines(seat: SeatWeek, moved: Collection[tuple[str, str]], disputed: Collection[Identity]) -> tuple[HeldLine, ...]:
    """What holds: people's side first, musts before wishes, then terms; what is expressly not asked for comes last."""
    held = [one for one in seat.latest.held if is_present(one.requirement) or one.requirement.identity not in moved]
    return tuple(
        HeldLine(
            held=one,
            certainty=_certainty(seat, one, disputed),
            moved=one.requirement.identity in moved,
            reviewable=one.requirement.category in REVIEWABLE,
        )
        for one in sorted(held, key=_place)
    )


def _place(held: Held) -> tuple[object, ...]:
    demand = held.requirement
    absent = demand.necessity is Necessity.NOT_REQUIRED
    term = demand.category in TERMS
    return (absent, term, _ORDER.index(demand.category), _NECESSITY.index(demand.necessity), demand.key)


def _certainty(seat: SeatWeek, held: Held, disputed: Collection[Identity]) -> Certainty:
    """Unconfirmed where the words are disputed, or their mail may belong to another seat; else by who wrote them."""
    statements = {version.statement_id for version in seat.versions if version.sha256 == held.sha256}
    doubtful = any(link.statement_id in statements and link.score < DOUBTFUL for link in seat.seat.links)
    if doubtful or held.requirement.identity in disputed:
        return Certainty.UNCONFIRMED
    return Certainty.FIRST_HAND if held.stated_by is Speaker.END_CLIENT else Certainty.SECOND_HAND
