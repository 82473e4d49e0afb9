"""The one sentence of a briefing: the weightiest thing about the seat, and what to settle first."""

from collections.abc import Iterator, Sequence

from reports.brief_records import ConflictLine, Move, People, Query, Since
from reports.questions import item
from reports.roles import role_turn
from reports.seatweek import SeatWeek
from reports.sentences import Day, Item, Sentence, Value, listed, say
from requisitions.conflicts import ConflictKind
from requisitions.words import Effect, Speaker, Status

_MOST_ITEMS = 3


def lead_of(
    seat: SeatWeek, *, moves: Sequence[Move], conflicts: Sequence[ConflictLine], people: People, since: Since, queries: Sequence[Query]
) -> tuple[Sentence, ...]:
    """The finding, then what to settle before the next talk."""
    finding = next(_findings(seat, moves, conflicts, since))
    first = next((query for query in queries if query.about), None)
    if seat.status is Status.CLOSED or first is None:
        return (finding,)
    names = listed(first.about, _MOST_ITEMS)
    return (finding, say("brief.settle_interview", items=names) if people.ahead else say("brief.settle", items=names))


def _findings(seat: SeatWeek, moves: Sequence[Move], conflicts: Sequence[ConflictLine], since: Since) -> Iterator[Sentence]:
    """The findings there are, the weightiest first; the last one always is."""
    if seat.status is Status.CLOSED:
        yield say("brief.lead_closed")
    if seat.status is Status.PAUSED:
        yield say("brief.lead_paused")
    turn = role_turn([row for move in moves for row in move.rows])
    if turn is not None:
        after = turn.after
        yield say("brief.lead_role_gone", before=turn.before) if after is None else say("brief.lead_role", before=turn.before, after=after)
    yield from (_conflict(line, seat) for line in conflicts[:1])
    for effect, key in ((Effect.HARDER, "harder"), (Effect.EASIER, "easier"), (Effect.NEUTRAL, "neutral")):
        names = [item(move.last) for move in moves if move.last.change.effect is effect]
        if names:
            yield _moved(key, since, names)
    yield say("brief.lead_quiet") if since is Since.PROPOSAL else say("brief.lead_quiet_first")


def _moved(effect: str, since: Since, names: Sequence[Item]) -> Sentence:
    proposed = since is Since.PROPOSAL
    when = say("brief.since_then") if proposed else say("brief.since_start")
    items = listed(names, _MOST_ITEMS)
    if effect == "harder":
        return say("brief.lead_harder", when=when, items=items)
    return say("brief.lead_easier", when=when, items=items) if effect == "easier" else say("brief.lead_neutral", when=when, items=items)


def _conflict(line: ConflictLine, seat: SeatWeek) -> Sentence:
    conflict = line.conflict
    name = item_of(line)
    client, other = conflict.said_by(Speaker.END_CLIENT), conflict.said_by(Speaker.INTERMEDIARY)
    if conflict.kind is ConflictKind.SPEAKERS and client is not None and other is not None and client.requirement is not None:
        said = Value(client.requirement)
        if other.requirement is None:
            return say("brief.lead_silent", item=name, client=said)
        return say("brief.lead_speakers", item=name, client=said, other=Value(other.requirement))
    return say("brief.lead_resent", item=name, day=Day(conflict.against.stated_at.astimezone(seat.window.zone).date()))


def item_of(line: ConflictLine) -> Item:
    """What a conflict is about."""
    demand = line.conflict.demand
    return Item(demand.category, demand.key, demand.label, by_label=True)
