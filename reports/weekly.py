"""The weekly report, put together from requisitions. Pure: the same records give the same report; now is the end of the week."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from reports.calls import MOST as MOST_CALLS
from reports.calls import at_stake, by_urgency, call_for, needs_call
from reports.clients import build_clients
from reports.decisions import decisions
from reports.market import build_market
from reports.market_sentences import not_found, with_market
from reports.others import checked, new_seat, passing_by, reread_sentence, rumours_of, silent_seat, standing, turns_of
from reports.points import points
from reports.records import Calls, Head, Moved, Others, Reread, WeeklyReport
from reports.roles import role_turn
from reports.rows import rows_of
from reports.seatrecords import MovedLine, Standing
from reports.seats import moved_line, moved_seat
from reports.seatweek import SeatWeek, Window, look
from reports.settings import SILENT_DAYS
from reports.ways import as_one
from reports.weeks import IsoWeek
from reports.withholding import withheld, writers
from requisitions.corrections import Entered
from requisitions.messages import Problem
from requisitions.trends import Trends
from requisitions.versions import Mail, Requisition
from requisitions.words import Effect, Kind, Speaker, Status

MOST_WHOLE = 12
"""Moved seats told whole; those with a person proposed or an interview ahead always are, up to `MOST_WEIGHTY`."""
MOST_WEIGHTY = 40
MOST_WATCHED = 80
MOST_LINES = 120
MOST_LISTED = 40


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the report of a week is made from."""

    requisitions: Sequence[Requisition]
    """Every one that may be news, closed ones included."""
    problems: Sequence[Problem]
    """Inputs that could not be used: of any time where they name a mail, of the week where a source failed."""
    week: IsoWeek
    timezone: str
    """In which the week begins on Monday at 0:00."""
    extractor: str
    """Its version, for the head of the page."""
    mails_seen: Sequence[Mail]
    """The mails archived or stated in the week, of whatever kind; more do no harm."""
    data_cut: datetime | None = None
    """When the last mail of the snapshot was archived (`as_of`, D26)."""
    lapsed: Sequence[Entered] = ()
    """Words of people that no longer apply."""
    watched: Collection[str] = ()
    """Ids of the requisitions that come whole when they move (`[reports] watch`)."""
    owner: str | None = None
    """Whose requisitions these are, where they are cut for a person or a team."""
    trends: Trends | None = None
    """The seats that came within a year of the end of the week, by `reports.market.seats_from`; null: none."""
    reread: Sequence[Reread] = ()
    """Readings of old mails that the week did again."""
    aside: int = 0
    """Requisitions that are not among these, as nobody of ours works on them and the week has no word of them."""
    dormant: int = 0
    """Requisitions that nobody closed, and that are not among these, as no mail spoke of them for half a year."""

    silent_days: int = SILENT_DAYS
    """Days without a mail after which an open seat is silent."""

    @property
    def window(self) -> Window:
        """The stretch of time that the report is about."""
        return Window.of(self.week, ZoneInfo(self.timezone), self.silent_days)


def build_report(known: Inputs) -> WeeklyReport:
    """The report of a week."""
    window = known.window
    entries, ways = as_one(_looked_at(known.requisitions, window))
    seats, elsewhere = _scope(entries)
    below = [seat for others in ways.values() for seat in others]
    counted, _ = _scope([*seats, *below])
    moved = _by_consequence([seat for seat in seats if seat.moves and seat.status is not Status.CLOSED])
    urgent = by_urgency(moved)
    called = {seat.seat.requisition_id: number for number, seat in enumerate(urgent[:MOST_CALLS], 1)}
    mails = {mail.sha256: mail for mail in known.mails_seen if window.is_news(mail.stated_at, mail)}
    others = _others(seats, elsewhere, known.silent_days)
    trends = known.trends or Trends(window.start, window.end, (), {})
    market = build_market(trends, known.week, known.timezone)
    before = _week_before(known)
    return WeeklyReport(
        week=known.week,
        timezone=known.timezone,
        start=window.start,
        end=window.end,
        head=_head(seats, elsewhere, mails, known),
        points=with_market(points(seats, moved, _moved_before(before), others, calls=len(urgent)), market),
        calls=_calls(seats, moved, urgent),
        decisions=decisions(
            [*counted, *filter(_is_newcomer, elsewhere)],
            known.problems,
            mails,
            frozenset(called),
            lapsed=known.lapsed,
            before=before,
        ),
        moved=replace(_moved(moved, called, elsewhere, known.watched), ways=_ways(ways)),
        others=others,
        clients=build_clients(trends, enough=market.starts is None),
        market=market,
        checked=(*checked(seats, len(elsewhere) + known.aside, known.dormant), *map(reread_sentence, known.reread), *not_found(market)),
        writers=writers((*seats, *elsewhere, *below)),
        withheld=withheld((*seats, *elsewhere, *below)),
    )


def _head(seats: Sequence[SeatWeek], elsewhere: Sequence[SeatWeek], mails: Mapping[str, Mail], known: Inputs) -> Head:
    told = [*map(standing, seats), *map(passing_by, elsewhere)]
    return Head(
        extractor=known.extractor,
        data_cut=known.data_cut,
        mails=len(mails),
        mails_unread=sum(mail.kind == Kind.UNREADABLE for mail in mails.values()),
        seats=sum(seat.status is not Status.CLOSED for seat in seats),
        seats_before=sum(seat.was_open for seat in seats),
        followed_only=any(seat.seat.followed for seat in seats),
        versions=sum(len(seat.versions) for seat in seats),
        tally=tuple((kind, told.count(kind)) for kind in Standing),
        failed=tuple(problem for problem in known.problems if problem.sha256 is None),
        owner=known.owner,
    )


def _calls(seats: Sequence[SeatWeek], moved: Sequence[SeatWeek], urgent: Sequence[SeatWeek]) -> Calls:
    return Calls(
        shown=tuple(call_for(seat) for seat in urgent[:MOST_CALLS]),
        left=len(urgent[MOST_CALLS:]),
        proposals=sum(map(at_stake, seats)),
        harder=sum(seat.count(Effect.HARDER) > 0 for seat in moved),
        first_look=call_for(moved[0]) if moved and not urgent else None,
    )


def _moved(moved: Sequence[SeatWeek], called: Mapping[str, int], elsewhere: Sequence[SeatWeek], watched: Collection[str]) -> Moved:
    whole, rest = _split(moved, watched)
    outside = [seat for seat in elsewhere if seat.moves and seat.status is not Status.CLOSED and not _is_newcomer(seat)]
    return Moved(
        whole=tuple(moved_seat(seat, called.get(seat.seat.requisition_id, 0)) for seat in whole),
        lines=tuple(moved_line(seat) for seat in rest[:MOST_LINES]),
        elsewhere=tuple(moved_line(seat) for seat in outside[:MOST_LINES]),
        left=len(rest[MOST_LINES:]) + len(outside[MOST_LINES:]),
        lines_left=len(rest[MOST_LINES:]),
    )


def _ways(ways: Mapping[str, Sequence[SeatWeek]]) -> tuple[MovedLine, ...]:
    return tuple(moved_line(seat, way_to) for way_to, others in ways.items() for seat in others)


def _others(seats: Sequence[SeatWeek], elsewhere: Sequence[SeatWeek], silent_days: int) -> Others:
    """Seats that came and went, whoever works on them: nobody can follow a seat before it came."""
    new = [*(seat for seat in seats if standing(seat) is Standing.NEW), *filter(_is_newcomer, elsewhere)]
    turns = [turn for seat in (*seats, *elsewhere) for turn in turns_of(seat)]
    silent = sorted((seat for seat in seats if standing(seat) is Standing.SILENT), key=_waiting)
    rumours = [rumour for seat in seats if not seat.moves and seat.status is not Status.CLOSED for rumour in rumours_of(seat)]
    return Others(
        new=tuple(new_seat(seat) for seat in new[:MOST_LISTED]),
        new_left=len(new[MOST_LISTED:]),
        turns=tuple(turns[:MOST_LINES]),
        turns_left=len(turns[MOST_LINES:]),
        silent=tuple(silent_seat(seat) for seat in silent[:MOST_LISTED]),
        silent_left=len(silent[MOST_LISTED:]),
        silent_days=silent_days,
        rumours=tuple(rumours[:MOST_LISTED]),
        rumours_left=len(rumours[MOST_LISTED:]),
    )


def _waiting(seat: SeatWeek) -> tuple[object, ...]:
    """Silent seats on which somebody of ours waits come first, then the longest silent."""
    return (not seat.proposed(seat.window.end), seat.last_mail(), seat.seat.requisition_id)


def _looked_at(requisitions: Sequence[Requisition], window: Window) -> list[SeatWeek]:
    seen = (look(requisition, window) for requisition in requisitions)
    return sorted((seat for seat in seen if seat is not None), key=_alphabetical)


def _scope(seats: Sequence[SeatWeek]) -> tuple[list[SeatWeek], list[SeatWeek]]:
    """The seats that count: followed ones, or all where nobody of ours follows any."""
    followed = [seat for seat in seats if seat.seat.followed]
    return (followed, [seat for seat in seats if not seat.seat.followed]) if followed else (list(seats), [])


def _is_newcomer(seat: SeatWeek) -> bool:
    return passing_by(seat) is Standing.NEW


def _alphabetical(seat: SeatWeek) -> tuple[str, str, str]:
    return (seat.seat.client or "\uffff", seat.seat.reference or "\uffff", seat.seat.requisition_id)


def _is_weighty(seat: SeatWeek) -> bool:
    return needs_call(seat) or seat.proposed(seat.window.end) > 0 or seat.interview_ahead() is not None


def _by_consequence(moved: Sequence[SeatWeek]) -> list[SeatWeek]:
    """Calls first, then seats whose job changed, then by how hard and how sure; the first of all is the lead."""
    urgent = {seat.seat.requisition_id: place for place, seat in enumerate(by_urgency(moved))}

    def rank(seat: SeatWeek) -> tuple[object, ...]:
        first_hand = any(change.stated_by is Speaker.END_CLIENT for change in seat.moves)
        return (
            urgent.get(seat.seat.requisition_id, len(urgent)),
            role_turn(rows_of(seat, ())) is None,
            -seat.count(Effect.HARDER),
            -seat.count(Effect.EASIER),
            -len(seat.moves),
            not first_hand,
            _alphabetical(seat),
        )

    return sorted(moved, key=rank)


def _split(moved: Sequence[SeatWeek], watched: Collection[str]) -> tuple[list[SeatWeek], list[SeatWeek]]:
    """The seats told whole, and those told in a line each, grouped by client."""
    first = [seat for seat in moved if _is_weighty(seat)][:MOST_WEIGHTY]
    first += [seat for seat in moved if seat.seat.requisition_id in watched][:MOST_WATCHED]
    named = {seat.seat.requisition_id for seat in first}
    weighty = [seat for seat in moved if seat.seat.requisition_id in named]
    rest = [seat for seat in moved if seat.seat.requisition_id not in named]
    room = max(0, MOST_WHOLE - len(weighty))
    return [*weighty, *rest[:room]], sorted(rest[room:], key=_alphabetical)


def _week_before(known: Inputs) -> list[SeatWeek]:
    """The seats that count, as the week before saw them."""
    window = replace(known, week=known.week.previous()).window
    return _scope(as_one(_looked_at(known.requisitions, window))[0])[0]


def _moved_before(before: Sequence[SeatWeek]) -> tuple[int, int] | None:
    """How many of how many seats moved then; null where there were none yet."""
    there = [seat for seat in before if seat.was_open]
    return (sum(bool(seat.moves) for seat in there), len(there)) if there else None
