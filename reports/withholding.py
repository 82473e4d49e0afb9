"""What a report keeps to itself of the mails that it quotes, and whom it may name, as known at the end of the week."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reports.quotes import Stretch
from reports.seatweek import REVIEWABLE, SeatWeek
from requisitions.versions import Mail
from requisitions.words import FlagRule, Kind

_PRIVATE_RULES = frozenset({FlagRule.AGE_LIMIT, FlagRule.GENDER, FlagRule.APPEARANCE})


def withheld(seats: Sequence[SeatWeek]) -> dict[str, tuple[Stretch, ...]]:
    """Where conditions of age, sex or looks stand in the mails of these seats, by the mails' sha256."""
    found: dict[str, set[Stretch]] = defaultdict(set)
    for seat in seats:
        known = {mail.sha256 for mail in _mails(seat)}
        for sha256, stretch in _conditions(seat):
            if sha256 in known:
                found[sha256].add(stretch)
    return {sha256: tuple(sorted(stretches)) for sha256, stretches in sorted(found.items())}


def writers(seats: Sequence[SeatWeek]) -> str:
    """The names of all who wrote about these seats, one a line; those of candidates' mails are left out."""
    return "\n".join(sorted({mail.sender for seat in seats for mail in _mails(seat) if mail.kind != Kind.CANDIDATE}))


def _mails(seat: SeatWeek) -> Iterator[Mail]:
    return (mail for mail in seat.seat.mails if mail.stated_at < seat.window.end)


def _conditions(seat: SeatWeek) -> Iterator[tuple[str, Stretch]]:
    yield from ((row.sha256, (row.flag.start, row.flag.end)) for row in seat.seat.flags if row.flag.rule in _PRIVATE_RULES)
    told = [(held.sha256, held.requirement) for version in seat.versions for held in version.held]
    told += [(row.sha256, row.hint.requirement) for row in seat.seat.history.hints]
    yield from ((sha256, (demand.start, demand.end)) for sha256, demand in told if demand.category in REVIEWABLE)
