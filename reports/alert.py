"""The night's material changes in seats with people proposed or an interview ahead, put together from requisitions. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from reports.calls import call_for
from reports.names import name_of
from reports.quotes import Place, Stretch
from reports.rows import EFFECT_ORDER, certainty_of, rows_of
from reports.seatrecords import Certainty, Row, SeatName
from reports.seatweek import SeatWeek, Window, look
from reports.sentences import Count, Day, Sentence, say
from reports.withholding import withheld, writers
from requisitions.versions import Change, Mail, Requisition
from requisitions.words import ChangeKind, Effect, EventKind, Status

MOST_SEATS = 12
MOST_ROWS = 8
_BARELY = timedelta(microseconds=1)
_TERMS = frozenset({"role", "rate", "location", "remote", "period", "schedule", "headcount", "interview", "contract"})
"""What is told however it moves; of the rest only what makes a seat harder or easier to fill."""

_TURNS = {ChangeKind.CLOSED: "alert.closed", ChangeKind.PAUSED: "alert.paused", ChangeKind.REOPENED: "alert.reopened"}


@dataclass(frozen=True, slots=True)
class Turned:
    """A seat that was closed, paused or opened again overnight."""

    change: Change
    mail: Mail | None
    certainty: Certainty

    @property
    def quote(self) -> Place | None:
        """The words that told it."""
        return Place(self.change.sha256, self.change.evidence) if self.change.evidence else None


@dataclass(frozen=True, slots=True)
class AlertedSeat:
    """A seat to look at this morning."""

    name: SeatName
    finding: Sentence
    facts: tuple[Sentence, ...]
    """How many people are proposed, and when the interview is."""
    turns: tuple[Turned, ...]
    rows: tuple[Row, ...]
    """The hardest first."""
    rows_left: int
    question: Sentence | None


@dataclass(frozen=True, slots=True)
class Alert:
    """What one person is told of a night."""

    timezone: str
    until: datetime
    """When the last mail that it knows was archived."""
    seats: tuple[AlertedSeat, ...]
    left: int
    """How many more there would be."""
    writers: str
    withheld: Mapping[str, tuple[Stretch, ...]]

    def places(self) -> Iterator[Place]:
        """Every place of a mail that it may quote."""
        yield from (row.quote for seat in self.seats for row in seat.rows if row.quote is not None)
        yield from (place for seat in self.seats for turn in seat.turns if (place := turn.quote) is not None)


@dataclass(frozen=True, slots=True)
class Night:
    """The half-open stretch of time whose mails are told of, by when they were archived, and this moment."""

    after: datetime
    until: datetime
    """This moment included."""
    now: datetime
    zone: ZoneInfo


def build_alert(requisitions: Sequence[Requisition], night: Night, timezone: str) -> Alert | None:
    """What is to be told of these requisitions; null on a quiet night."""
    seen = [seat for one in requisitions if (seat := _fresh(one, night)) is not None and _is_weighty(seat, night)]
    ordered = sorted(seen, key=lambda seat: _urgency(seat, night))
    if not ordered:
        return None
    shown = ordered[:MOST_SEATS]
    return Alert(
        timezone=timezone,
        until=night.until,
        seats=tuple(_alerted(seat, night) for seat in shown),
        left=len(ordered) - len(shown),
        writers=writers(shown),
        withheld=withheld(shown),
    )


def _fresh(requisition: Requisition, night: Night) -> SeatWeek | None:
    """The seat with the material changes that came in overnight alone; null where there are none."""
    if not any(_came_in(mail, night) for mail in requisition.mails):
        return None
    # a mail may be dated a little ahead of us, and is the night's all the same
    end = max(night.now, *(mail.stated_at + _BARELY for mail in requisition.mails if _came_in(mail, night)))
    seat = look(requisition, Window(night.after + _BARELY, end, night.zone))
    if seat is None:
        return None
    new = {mail.sha256 for mail in requisition.mails if _came_in(mail, night)}
    moves = tuple(change for change in seat.moves if change.sha256 in new and _is_material(change))
    turns = tuple(change for change in seat.turns if change.sha256 in new)
    return replace(seat, moves=moves, turns=turns) if moves or turns else None


def _came_in(mail: Mail, night: Night) -> bool:
    return night.after < mail.known_at <= night.until and not mail.first_import


def _is_material(change: Change) -> bool:
    return change.effect is not Effect.NEUTRAL or change.category in _TERMS


def _is_weighty(seat: SeatWeek, night: Night) -> bool:
    """Whether somebody is proposed, or was when it moved, or an interview is ahead."""
    at = [seat.window.end, *(change.stated_at for change in (*seat.moves, *seat.turns))]
    return any(seat.proposed(moment) > 0 for moment in at) or _interview(seat, night) is not None


def _interview(seat: SeatWeek, night: Night) -> datetime | None:
    """The nearest interview from now on; one of today that tells no hour counts. Also of a closed seat: somebody has to call it off."""
    midnight = night.now.astimezone(night.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    told = (event.at for event in seat.events if event.kind is EventKind.INTERVIEW)
    return min((at for at in told if at >= night.now or at == midnight), default=None)


def _urgency(seat: SeatWeek, night: Night) -> tuple[object, ...]:
    """Closed seats first, then the nearest interview, then how much harder it grew."""
    ahead = _interview(seat, night)
    wait = (ahead is None, ahead.timestamp() if ahead else 0.0)
    names = (seat.seat.reference or "\uffff", seat.seat.requisition_id)
    return (seat.status is not Status.CLOSED, *wait, -seat.count(Effect.HARDER), *names)


def _alerted(seat: SeatWeek, night: Night) -> AlertedSeat:
    rows = sorted(rows_of(seat, ()), key=lambda row: EFFECT_ORDER.index(row.change.effect))
    call = call_for(seat) if rows else None
    gone = seat.status is Status.CLOSED
    return AlertedSeat(
        name=name_of(seat),
        finding=say(_TURNS[seat.turns[-1].change]) if seat.turns or call is None else call.finding,
        facts=tuple(_facts(seat, night)),
        turns=tuple(Turned(change, seat.mail(change.sha256), certainty_of(seat, change)) for change in seat.turns),
        rows=tuple(rows[:MOST_ROWS]),
        rows_left=len(rows[MOST_ROWS:]),
        question=None if call is None or gone else call.question,
    )


def _facts(seat: SeatWeek, night: Night) -> Iterator[Sentence]:
    people, ahead = seat.proposed(seat.window.end), _interview(seat, night)
    if people:
        yield say("fact.proposed", people=Count(people, "people"))
    elif out := seat.turned_down():
        yield say("fact.turned_down", people=Count(out, "people"))
    if ahead is not None:
        yield say("fact.interview", day=Day(ahead.astimezone(night.zone).date()))
