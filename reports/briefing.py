"""The briefing of one seat before an interview, put together from its record. Pure: the same records and moment give the same page."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from reports.brief_lead import lead_of
from reports.brief_moves import held_lines, moves_of
from reports.brief_people import people_of, since_when
from reports.brief_queries import Known, queries
from reports.brief_records import Briefing, ConflictLine, HeldLine, HintLine, Move, Since
from reports.brief_usual import PeerGroup, usual
from reports.decisions import is_withdrawn
from reports.names import name_of, passing_on
from reports.questions import not_stated
from reports.seatweek import REVIEWABLE, SeatWeek, Window, look
from reports.sentences import Item, Writer
from reports.withholding import withheld, writers
from requisitions.conflicts import Word, conflicts
from requisitions.differences import by_identity
from requisitions.versions import Mail, Requisition
from requisitions.words import STATUS_CATEGORY, Category, HintWhy, Review, Speaker

MOST_HELD = 24
MOST_MOVES = 10
MOST_CONFLICTS = 3
MOST_HINTS = 5
_NOT_ON_LOAN = frozenset({Category.SETTLEMENT, Category.TIER})
"""What a contract of dispatch (派遣) has no use for: no monthly band of hours, and nobody between."""
_SETTLED = frozenset({HintWhy.CONTRADICTED, HintWhy.REJECTED})
"""Words that stand among the conflicts, and those that a person has put aside."""


def build_briefing(
    seat: Requisition,
    *,
    now: datetime,
    timezone: str,
    peers: Sequence[PeerGroup] = (),
    confirming: Sequence[Word] = (),
    data_cut: datetime | None = None,
) -> Briefing | None:
    """The briefing of a seat.

    Args:
        seat: The requisition whole; only what was stated by `now` counts.
        now: The moment of the briefing, aware.
        timezone: Name of the zone that days are told in.
        peers: Other seats of the client, then those for the same job.
        confirming: Words of mails that demanded the same again, as `requisitions.conflicts.words_again` gives them.
        data_cut: When the last mail of the snapshot was archived.

    Returns:
        The briefing, or null where nothing was stated yet.
    """
    zone = ZoneInfo(timezone)
    whole = look(seat, Window(now, now, zone))
    if whole is None:
        return None
    since, since_at = since_when(whole)
    seen = look(seat, Window(since_at, now, zone)) or whole
    common = usual(seen, peers)
    known = Known(
        seat=seen,
        moves=moves_of(seen),
        conflicts=_conflicts(seen, confirming),
        hints=_hints(seen),
        usual=common,
        not_stated=_not_stated(seen, [line.item for line in common]),
        people=people_of(seen),
    )
    return _told(known, since, data_cut)


def _told(known: Known, since: Since, data_cut: datetime | None) -> Briefing:
    """The briefing of what is known, cut to a page."""
    seat, moves, hints = known.seat, known.moves, known.hints
    moved = {(row.change.category, row.change.key) for move in moves for row in move.rows}
    holds = held_lines(seat, moved, {line.conflict.demand.identity for line in known.conflicts})
    asked, passed_on = queries(known), passing_on(seat)
    return Briefing(
        name=name_of(seat),
        now=seat.window.end,
        timezone=seat.window.zone.key,
        data_cut=data_cut,
        status=seat.status,
        versions=len(seat.versions),
        via=Writer.of(passed_on[-1]) if passed_on else None,
        direct=all(version.stated_by is Speaker.END_CLIENT for version in seat.versions),
        risk=seat.seat.risk,
        since=since,
        since_at=seat.window.start,
        lead=lead_of(seat, moves=moves, conflicts=known.conflicts, people=known.people, since=since, queries=asked),
        holds=holds[:MOST_HELD],
        holds_left=len(holds[MOST_HELD:]),
        moves=moves[:MOST_MOVES],
        moves_left=len(moves[MOST_MOVES:]),
        moved_before=_moved_before(seat),
        second_hand=_second_hand(holds),
        conflicts=known.conflicts[:MOST_CONFLICTS],
        conflicts_left=len(known.conflicts[MOST_CONFLICTS:]),
        hints=hints[:MOST_HINTS],
        hints_left=len(hints[MOST_HINTS:]),
        usual=known.usual,
        not_stated=known.not_stated,
        flags=_flags(seat),
        people=known.people,
        queries=asked,
        ask_language=_ask_language(seat),
        sources=_sources(seat, moves[:MOST_MOVES], known.conflicts[:MOST_CONFLICTS], hints[:MOST_HINTS]),
        writers=writers((seat,)),
        withheld=withheld((seat,)),
    )


def _conflicts(seat: SeatWeek, confirming: Sequence[Word]) -> tuple[ConflictLine, ...]:
    told = [row for row in seat.seat.history.hints if row.stated_at < seat.window.end]
    again = [word for word in confirming if word.stated_at < seat.window.end]
    found = [one for one in conflicts(seat.versions, told, again) if one.demand.category not in REVIEWABLE]
    return tuple(
        ConflictLine(one, None if one.holds is None else seat.mail(one.holds.sha256), seat.mail(one.against.sha256)) for one in found
    )


def _hints(seat: SeatWeek) -> tuple[HintLine, ...]:
    """Unsure words, the latest of each demand first told last; none that firm words on the same demand have settled since."""
    held = by_identity(seat.latest)
    told = [row for row in seat.seat.history.hints if row.stated_at < seat.window.end and row.hint.why not in _SETTLED]
    last = {}
    for row in told:
        demand = row.hint.requirement
        home = held.get(demand.identity)
        if demand.category not in REVIEWABLE and (home is None or home.stated_at <= row.stated_at):
            last[demand.identity] = row
    ordered = sorted(last.values(), key=lambda row: (row.stated_at, row.sha256, row.hint.requirement.start), reverse=True)
    return tuple(HintLine(row, seat.mail(row.sha256)) for row in ordered)


def _not_stated(seat: SeatWeek, usual_items: Sequence[Item]) -> tuple[Item, ...]:
    """What any order needs and this one lacks, less what is told with its count already; people on loan are paid by the hour worked."""
    on_loan = any(one.requirement.identity == (Category.CONTRACT, "dispatch") for one in seat.latest.held)
    spared = _NOT_ON_LOAN if on_loan else frozenset()
    named = {(one.category, one.key) for one in usual_items} | {one.category for one in usual_items if one.category != Category.PERIOD}
    return tuple(one for one in not_stated(seat) if one.category not in {*named, *spared} and (one.category, one.key) not in named)


def _second_hand(holds: Sequence[HeldLine]) -> tuple[Item, ...]:
    demands = [line.held.requirement for line in holds if line.held.stated_by is not Speaker.END_CLIENT]
    return tuple(Item(one.category, one.key, one.label, by_label=True) for one in demands)


def _moved_before(seat: SeatWeek) -> int:
    kept = [one for one in seat.seat.history.changes if one.category != STATUS_CATEGORY and one.review is not Review.DISMISSED]
    told = {change.change_id for change in seat.moves}
    return sum(change.stated_at < seat.window.start and change.change_id not in told for change in kept)


def _flags(seat: SeatWeek) -> int:
    """Conditions to review that no person has looked at yet, and that nobody has withdrawn."""
    waiting = [row for row in seat.seat.flags if row.review is Review.OPEN and not is_withdrawn(seat, row)]
    open_ones = [(row.flag.rule, row.flag.evidence, seat.mail(row.sha256)) for row in waiting]
    return len({(rule, words) for rule, words, mail in open_ones if mail is not None and mail.stated_at < seat.window.end})


def _ask_language(seat: SeatWeek) -> str:
    """The language of the last mail that none of ours wrote."""
    theirs = [version for version in seat.versions if version.stated_by is not Speaker.OWN_SALES] or list(seat.versions)
    mails = [mail for version in reversed(theirs) if (mail := seat.mail(version.sha256)) is not None]
    return mails[0].language if mails and mails[0].language in {"ja", "en"} else "ja"


def _sources(seat: SeatWeek, moves: Sequence[Move], disputed: Sequence[ConflictLine], hints: Sequence[HintLine]) -> tuple[Mail, ...]:
    used = {row.change.sha256 for move in moves for row in move.rows} | {line.row.sha256 for line in hints}
    for line in disputed:
        used |= {word.sha256 for word in (line.conflict.holds, line.conflict.against) if word is not None}
    return tuple(sorted((mail for mail in seat.seat.mails if mail.sha256 in used), key=lambda mail: (mail.stated_at, mail.sha256)))
