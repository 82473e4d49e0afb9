"""Whom to phone first: seats that grew harder after somebody was proposed."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reports.names import name_of
from reports.questions import conflicts, heavier_musts, item, person_question, questions
from reports.records import Call
from reports.roles import role_turn
from reports.rows import rows_of
from reports.seatrecords import Row
from reports.seatweek import REVIEWABLE, SeatWeek, rate_of
from reports.sentences import Count, Item, Sentence, Value, Writer, listed, say
from requisitions.words import Category, Effect, Review, Speaker, Status

MOST = 3
_NEVER = datetime.max.replace(tzinfo=UTC)


def needs_call(seat: SeatWeek) -> bool:
    """Whether a seat that is not closed grew harder while somebody was proposed, even if that very mail turned the person down."""
    return seat.status is not Status.CLOSED and any(change.effect is Effect.HARDER for change in seat.after_proposal())


def at_stake(seat: SeatWeek) -> bool:
    """Whether a seat that is not closed has somebody proposed, or had when it moved."""
    return seat.status is not Status.CLOSED and bool(seat.proposed(seat.window.end) or seat.after_proposal())


def by_urgency(seats: Sequence[SeatWeek]) -> list[SeatWeek]:
    """The seats to phone about: the job itself changed first, then conflicts, then the nearest interview."""

    def rank(seat: SeatWeek) -> tuple[object, ...]:
        rows = rows_of(seat, ())
        ahead = seat.interview_ahead()
        return (
            role_turn(rows) is None,
            not conflicts(seat),
            ahead or _NEVER,
            -seat.count(Effect.HARDER),
            seat.seat.reference or "",
            seat.seat.requisition_id,
        )

    return sorted((seat for seat in seats if needs_call(seat)), key=rank)


def call_for(seat: SeatWeek) -> Call:
    """What to say and to whom."""
    rows = rows_of(seat, ())
    asked = questions(seat, rows)
    about_seat = role_turn(rows) is not None or any(conflict.demand.category not in REVIEWABLE for conflict in conflicts(seat))
    proposed = seat.proposed(seat.window.end) > 0
    question = person_question(seat) if proposed and not about_seat else asked[0] if asked else say("ask.all")
    return Call(
        name=name_of(seat),
        finding=_finding(seat, rows),
        question=question,
        review=Review.CONFIRMED if all(row.change.review is Review.CONFIRMED for row in rows) else Review.OPEN,
        to=_writer(seat, rows),
        interview=seat.interview_ahead(),
        turned_down=0 if proposed else seat.turned_down(),
        harder=seat.count(Effect.HARDER) > 0,
    )


def _finding(seat: SeatWeek, rows: Sequence[Row]) -> Sentence:
    if role_turn(rows) is not None:
        return say("call.role")
    for conflict in conflicts(seat):
        demand = conflict.demand
        if demand.category not in REVIEWABLE:
            return say("call.conflict", item=Item(demand.category, demand.key, demand.label))
    after = {change.change_id for change in seat.after_proposal()}
    told = [row for row in rows if row.change.change_id in after] or list(rows)
    musts, rate = heavier_musts(told), rate_of(seat.latest)
    kind = "call" if after else "look"
    if musts and rate is not None and not any(row.change.category == Category.RATE for row in rows):
        return say(f"{kind}.musts_rate", musts=Count(len(musts), "musts"), rate=Value(rate, bare=True))
    if musts and len(musts) == len([row for row in told if row.change.effect is Effect.HARDER]):
        return say(f"{kind}.musts", musts=Count(len(musts), "musts"))
    harder = [item(row) for row in told if row.change.effect is Effect.HARDER]
    return say(f"{kind}.harder", items=listed(harder, 3)) if harder else say("look.moved", items=listed([item(row) for row in told], 3))


def _writer(seat: SeatWeek, rows: Sequence[Row]) -> Writer | None:
    """The writer of the newest mail behind the rows that none of ours wrote, else of any earlier version."""
    theirs = [row.mail for row in rows if row.mail is not None and row.change.stated_by is not Speaker.OWN_SALES]
    earlier = [seat.mail(version.sha256) for version in seat.versions if version.stated_by is not Speaker.OWN_SALES]
    for mail in (*reversed(theirs), *reversed(earlier)):
        if mail is not None:
            return Writer.of(mail)
    return None
