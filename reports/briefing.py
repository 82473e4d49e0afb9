"""The briefing of one seat before an interview, put together from its record. Pure: the same records and moment give the same page."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from reports.brief_lead import lead_of
from reports.brief_moves import held_lines, moves_of
from reports.brief_people import people_of, since_when
from reports.brief_queries import Known, queries
from reports.brief_records import Briefing, ConflictLine, HeldLine, HintLine, Move
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
MOST_HINTS = 5
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
    moves, disputed, hints, people = moves_of(seen), _conflicts(seen, confirming), _hints(seen), people_of(seen)
    common = usual(seen, peers)
    missing = _not_stated(seen, [line.item for line in common])
    moved = {(row.change.category, row.change.key) for move in moves for row in move.rows}
    holds = held_lines(seen, moved, {line.conflict.demand.identity for line in disputed})
    asked = queries(Known(seen, moves, disputed, hints, common, missing, people))
    passed_on = passing_on(seen)
    return Briefing(
        name=name_of(seen),
        now=now,
        timezone=timezone,
        data_cut=data_cut,
        status=seen.status,
        versions=len(seen.versions),
        via=Writer.of(passed_on[-1]) if passed_on else None,
        direct=all(version.stated_by is Speaker.END_CLIENT for version in seen.versions),
        risk=seat.risk,
        since=since,
        since_at=since_at,
        lead=lead_of(seen, moves=moves, conflicts=disputed, people=people, since=since, queries=asked),
        holds=holds[:MOST_HELD],
        holds_left=len(holds[MOST_HELD:]),
        moves=moves[:MOST_MOVES],
        moves_left=len(moves[MOST_MOVES:]),
        moved_before=_moved_before(seen),
        second_hand=_second_hand(holds),
        conflicts=disputed,
        hints=hints[:MOST_HINTS],
        hints_left=len(hints[MOST_HINTS:]),
        usual=common,
        not_stated=missing,
        flags=_flags(seen),
        people=people,
        queries=asked,
        ask_language=_ask_language(seen),
        sources=_sources(seen, moves[:MOST_MOVES], disputed, hints[:MOST_HINTS]),
        writers=writers((seen,)),
        withheld=withheld((seen,)),
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
    """What any order needs and this one lacks, less what is told with its count already."""
    named = {(one.category, one.key) for one in usual_items} | {one.category for one in usual_items if one.category != Category.PERIOD}
    return tuple(one for one in not_stated(seat) if one.category not in named and (one.category, one.key) not in named)


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
