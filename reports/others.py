"""Seats that came, went, fell silent, and what was looked at without a finding."""

from collections.abc import Iterator, Sequence

from reports.names import name_of, passing_on
from reports.questions import item, not_stated
from reports.records import NewSeat, Reread, Rumour, SilentSeat, Turn
from reports.rows import certainty_of, rows_of
from reports.seatrecords import Standing
from reports.seatweek import REVIEWABLE, SeatWeek
from reports.sentences import Count, Sentence, Writer, listed, say
from requisitions.statements import Requirement
from requisitions.values import comparable
from requisitions.words import Category, Effect, Necessity, Status

MOST_DEMANDS = 8
_FIRST_TOLD = (Category.ROLE, Category.SKILL, Category.EXPERIENCE, Category.QUALIFICATION, Category.LANGUAGE)
_THEN_TOLD = (Category.RATE, Category.LOCATION, Category.REMOTE, Category.PERIOD)
_NOT_FIRST = frozenset({"end-date", "duration"})
_DEMANDS_BEFORE_TERMS = 4


def standing(seat: SeatWeek) -> Standing | None:
    """What the week was for the seat; null where it was over before the week began."""
    if seat.status is Status.CLOSED:
        return Standing.CLOSED if seat.turns or seat.new else None
    for effect in (Effect.HARDER, Effect.EASIER, Effect.NEUTRAL):
        if seat.count(effect):
            return Standing(effect.value)
    if seat.new:
        return Standing.NEW
    return Standing.SILENT if seat.is_silent else Standing.UNMOVED


def passing_by(seat: SeatWeek) -> Standing | None:
    """What the week was for a seat that nobody of ours works on: whether it came or went, which is told of every seat."""
    kind = standing(seat)
    if seat.new and kind is not Standing.CLOSED:
        return Standing.NEW
    return kind if kind is Standing.CLOSED else None


def new_seat(seat: SeatWeek) -> NewSeat:
    """A seat that came in this week, with its first demands: musts first, then price, place and start."""
    held = [entry.requirement for entry in seat.latest.held]
    told = [demand for demand in held if demand.necessity is not Necessity.NOT_REQUIRED]
    skills = sorted((d for d in told if d.category in _FIRST_TOLD), key=_weight)
    terms = sorted((d for d in told if d.category in _THEN_TOLD and d.key not in _NOT_FIRST), key=_weight)
    skills = [d for d in skills if not _is_title(d, seat)]
    shown = (*skills[: max(_DEMANDS_BEFORE_TERMS, MOST_DEMANDS - len(terms))], *terms)[:MOST_DEMANDS]
    left = sum(demand.category not in REVIEWABLE and not _is_title(demand, seat) for demand in told) - len(shown)
    passed_on = passing_on(seat)
    return NewSeat(
        name=name_of(seat),
        at=seat.versions[0].stated_at,
        demands=shown,
        demands_left=left,
        not_stated=not_stated(seat),
        via=Writer.of(passed_on[0]) if passed_on else None,
        moved=say("other.new_moved", items=listed([item(row) for row in rows_of(seat, ())])) if seat.moves else None,
    )


def _is_title(demand: Requirement, seat: SeatWeek) -> bool:
    """Whether a job is what the seat is called already."""
    return demand.category is Category.ROLE and comparable(demand.label) == comparable(name_of(seat).title or "")


def _weight(demand: Requirement) -> tuple[object, ...]:
    order = (*_FIRST_TOLD, *_THEN_TOLD)
    return (demand.necessity is not Necessity.MUST, order.index(demand.category), demand.key)


def turns_of(seat: SeatWeek) -> Iterator[Turn]:
    """How a seat's own status moved, each move a line."""
    rows = rows_of(seat, ())
    moved = say("turn.moved", items=listed([item(row) for row in rows])) if rows and seat.status is Status.CLOSED else None
    for change in seat.turns:
        yield Turn(name_of(seat), change, certainty_of(seat, change), seat.mail(change.sha256), moved)


def silent_seat(seat: SeatWeek) -> SilentSeat:
    """A seat without a mail for long, and how many of our people wait there."""
    last = seat.last_mail()
    zone = seat.window.zone
    days = (seat.window.end.astimezone(zone).date() - last.astimezone(zone).date()).days - 1
    return SilentSeat(name_of(seat), last, days, seat.proposed(seat.window.end))


def rumours_of(seat: SeatWeek) -> Iterator[Rumour]:
    """Words of the week that hold nothing yet; conditions of age or sex are not repeated."""
    for row in seat.hints:
        if row.hint.requirement.category not in REVIEWABLE:
            yield Rumour(name_of(seat), row, seat.mail(row.sha256))


def checked(seats: Sequence[SeatWeek], elsewhere: int, dormant: int = 0) -> tuple[Sentence, ...]:
    """What was looked at and changed nothing, so that nobody reads more into the week than there is; `dormant` seats were not."""
    asleep = (say("checked.dormant", seats=Count(dormant, "seats")),) if dormant else ()
    return (*_checked(seats, elsewhere), *asleep)


def reread_sentence(reread: Reread) -> Sentence:
    """That old mails were read again, what that moved, and that this is no news of the week."""
    told = {"came": Count(reread.came, "changes"), "went": Count(reread.went, "changes")}
    return say("checked.reread_lost", **told, lost=Count(reread.lost, "reviews")) if reread.lost else say("checked.reread", **told)


def _checked(seats: Sequence[SeatWeek], elsewhere: int) -> Iterator[Sentence]:
    confirmed = 0
    for seat in seats:
        mails = [seat.mail(sha256) for sha256 in seat.seat.history.confirmations]
        confirmed += sum(mail is not None and seat.window.is_news(mail.stated_at, mail) for mail in mails)
    if confirmed:
        yield say("checked.confirmed", mails=Count(confirmed, "mails"))
    yield say("checked.late", changes=Count(sum(seat.is_late(change) for seat in seats for change in seat.moves), "changes"))
    hints = sum(len(seat.hints) for seat in seats)
    if hints:
        yield say("checked.hints", hints=Count(hints, "demands"))
    twins = sum(seat.seat.twin_of is not None for seat in seats)
    if twins:
        yield say("checked.twins", pairs=Count(twins, "pairs"))
    revised = sum(any(map(seat.moved_this_week, seat.seat.links)) for seat in seats)
    if revised:
        yield say("checked.revised", seats=Count(revised, "seats"))
    dismissed = sum(seat.dismissed for seat in seats)
    if dismissed:
        yield say("checked.dismissed", changes=Count(dismissed, "changes"))
    if elsewhere:
        yield say("checked.elsewhere", seats=Count(elsewhere, "seats"))
