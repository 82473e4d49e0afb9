"""What waits for a person beside the calls: conditions, musts that moved, conflicts, what is left of last week, doubtful links."""

from collections.abc import Mapping, Sequence

from reports.calls import needs_call
from reports.names import name_of
from reports.questions import conflicts, heavier_musts
from reports.records import Decisions, DoubtfulLink, FlaggedSeat, Unread
from reports.rows import DOUBTFUL, rows_of
from reports.seatrecords import SeatName
from reports.seatweek import REVIEWABLE, SeatWeek
from requisitions.corrections import Entered
from requisitions.identity import statement_id
from requisitions.messages import Problem
from requisitions.versions import FlagRow, Mail, Version
from requisitions.words import Category, FlagRule, Necessity, Review, Status

_DEMANDED_AS = {
    FlagRule.AGE_LIMIT: Category.AGE,
    FlagRule.GENDER: Category.GENDER,
    FlagRule.NATIONALITY: Category.NATIONALITY,
}
MOST_SEATS_A_MAIL = 200
"""No mail is read into more statements (D17)."""


def decisions(
    seats: Sequence[SeatWeek],
    problems: Sequence[Problem],
    mails: Mapping[str, Mail],
    called: frozenset[str],
    *,
    lapsed: Sequence[Entered] = (),
    before: Sequence[SeatWeek] = (),
) -> Decisions:
    """All that a person has to decide on; `called` are the seats that the calls already name, `before` all as the week before saw them."""
    uncalled = [seat for seat in seats if seat.seat.requisition_id not in called]
    return Decisions(
        flags=tuple(flagged for seat in seats if (flagged := _flagged(seat)) is not None),
        musts=tuple(name_of(seat) for seat in uncalled if _musts_moved(seat)),
        conflicts=tuple(name_of(seat) for seat in uncalled if _at_odds(seat)),
        carried=_carried(before, uncalled),
        links=tuple(link for seat in seats for link in _doubtful(seat)),
        unread=tuple(Unread(problem, mails.get(problem.sha256 or "")) for problem in problems if problem.sha256 in mails),
        lapsed=tuple(lapsed),
    )


def _flagged(seat: SeatWeek) -> FlaggedSeat | None:
    """Open flags of a seat that this week is about: it moved, is new, or a mail of the week raised them; none that was withdrawn."""
    if seat.status is Status.CLOSED:
        return None
    known = [(row, seat.mail(row.sha256)) for row in seat.seat.flags if row.review is Review.OPEN and not is_withdrawn(seat, row)]
    told = [(row, mail) for row, mail in known if mail is not None and mail.stated_at < seat.window.end]
    if not (seat.moves or seat.new):
        told = [(row, mail) for row, mail in told if mail is not None and seat.window.is_news(mail.stated_at, mail)]
    once = {(row.flag.rule, row.flag.evidence): (row, mail) for row, mail in reversed(told)}
    ordered = sorted(once.values(), key=lambda pair: (pair[0].known_at, pair[0].flag.rule, pair[0].flag.start))
    fresh = any(mail is not None and seat.window.is_news(mail.stated_at, mail) for _, mail in ordered)
    return FlaggedSeat(name_of(seat), tuple(ordered), fresh=fresh) if ordered else None


def is_withdrawn(seat: SeatWeek, row: FlagRow) -> bool:
    """Whether the condition was a demand of the seat once, and is none any more."""
    category = _DEMANDED_AS.get(row.flag.rule)
    return category is not None and any(_demands(version, category) for version in seat.versions) and not _demands(seat.latest, category)


def _demands(version: Version, category: Category) -> bool:
    held = (one.requirement for one in version.held)
    return any(demand.category is category and demand.necessity is not Necessity.NOT_REQUIRED for demand in held)


def _at_odds(seat: SeatWeek) -> bool:
    """Whether words about a seat that is still to be filled contradict each other, save on age or sex."""
    return seat.status is not Status.CLOSED and any(conflict.demand.category not in REVIEWABLE for conflict in conflicts(seat))


def _carried(before: Sequence[SeatWeek], now: Sequence[SeatWeek]) -> tuple[SeatName, ...]:
    """What was to be settled a week ago and is not: no verdict, no move since, and the seat is still to be filled."""
    waiting = {seat.seat.requisition_id for seat in now if not seat.moves and seat.status is not Status.CLOSED}
    asked = [seat for seat in before if seat.seat.requisition_id in waiting and needs_call(seat)]
    return tuple(name_of(seat) for seat in asked if all(change.review is Review.OPEN for change in seat.after_proposal()))


def _musts_moved(seat: SeatWeek) -> bool:
    """Whether a must joined, left or moved while somebody was proposed, in a seat that is still to be filled."""
    if seat.status is Status.CLOSED or not seat.proposed(seat.window.end):
        return False
    after = {change.change_id for change in seat.after_proposal()}
    rows = [row for row in rows_of(seat, ()) if row.change.change_id in after]
    return bool(heavier_musts(rows)) or any(row.before is not None and row.before.necessity is Necessity.MUST for row in rows)


def _doubtful(seat: SeatWeek) -> list[DoubtfulLink]:
    """Mails of the week whose place in this seat is in doubt."""
    scores = {link.statement_id: link.score for link in seat.seat.links if link.score < DOUBTFUL}
    if not scores:
        return []
    found = []
    for mail in seat.seat.mails:
        if not seat.window.is_news(mail.stated_at, mail):
            continue
        ids = (statement_id(mail.sha256, ordinal) for ordinal in range(MOST_SEATS_A_MAIL))
        score = min((scores[name] for name in ids if name in scores), default=None)
        if score is not None:
            found.append(DoubtfulLink(name_of(seat), mail, score))
    return found
