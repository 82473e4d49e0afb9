"""What happened with people of ours on a seat: proposals, interviews, and from where on changes matter to them."""

from collections.abc import Sequence
from datetime import datetime, time

from reports.brief_records import InterviewLine, People, ProposalLine, Since
from reports.rows import EFFECT_ORDER
from reports.seatweek import Happening, SeatWeek
from requisitions.versions import Change, Mail
from requisitions.words import STATUS_CATEGORY, Effect, EventKind, Review, Status

MOST = 6
"""Proposals, and interviews, that are told one by one."""


def since_when(seat: SeatWeek) -> tuple[Since, datetime]:
    """From when on changes are told: since the first proposal of the people in play, or who were last, else since the first version."""
    begun, out = None, 0
    for event in seat.events:
        if event.kind is EventKind.PROPOSAL:
            begun = event.at if begun is None or not out else begun
            out += event.count
        elif event.kind is EventKind.REJECTION:
            out = max(0, out - event.count)
    return (Since.FIRST, seat.versions[0].stated_at) if begun is None else (Since.PROPOSAL, begun)


def people_of(seat: SeatWeek) -> People:
    """Proposals, interviews and who is left, as of the end of the window; no names."""
    now = seat.window.end
    rejected = sum(event.count for event in seat.events if event.kind is EventKind.REJECTION)
    proposals = _proposals(seat)
    interviews = tuple(_interview(event, seat, now) for event in seat.events if event.kind is EventKind.INTERVIEW)
    return People(
        proposals=proposals[-MOST:],
        proposals_left=len(proposals[:-MOST]),
        interviews=interviews[-MOST:],
        interviews_left=len(interviews[:-MOST]),
        in_play=seat.proposed(now),
        turned_down=rejected,
    )


def _proposals(seat: SeatWeek) -> tuple[ProposalLine, ...]:
    told: dict[str, tuple[Mail, int]] = {}
    for row in seat.seat.events:
        mail = seat.mail(row.sha256)
        if row.event.kind is EventKind.PROPOSAL and mail is not None and mail.stated_at < seat.window.end:
            told.setdefault(mail.sha256, (mail, max(1, row.event.count or 1)))
    ordered = sorted(told.values(), key=lambda pair: (pair[0].stated_at, pair[0].sha256))
    moves = [change for change in seat.seat.history.changes if _counts(change, seat)]
    return tuple(ProposalLine(mail.stated_at, count, mail, _effects(moves, mail.stated_at)) for mail, count in ordered)


def _counts(change: Change, seat: SeatWeek) -> bool:
    return change.category != STATUS_CATEGORY and change.review is not Review.DISMISSED and change.stated_at < seat.window.end


def _effects(moves: Sequence[Change], after: datetime) -> tuple[tuple[Effect, int], ...]:
    later = [change.effect for change in moves if change.stated_at > after]
    return tuple((effect, later.count(effect)) for effect in EFFECT_ORDER if effect in later)


def _interview(event: Happening, seat: SeatWeek, now: datetime) -> InterviewLine:
    local, today = event.at.astimezone(seat.window.zone), now.astimezone(seat.window.zone).date()
    dated_only = local.time() == time()
    to_come = event.at >= now or (dated_only and local.date() == today)
    return InterviewLine(event.at, to_come and seat.status is not Status.CLOSED, event.planned, dated_only)
