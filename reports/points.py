"""The week in five sentences at most: finding, size in natural frequency, certainty, link."""

from collections.abc import Iterator, Sequence

from reports.calls import at_stake
from reports.names import name_of
from reports.questions import conflicts, heavier_musts, item
from reports.records import Others, Point
from reports.roles import role_turn
from reports.rows import certainty_of, rows_of
from reports.seatrecords import Certainty, Row
from reports.seatweek import SeatWeek, rate_of
from reports.sentences import Count, Listed, Moment, Name, Sentence, Term, Writer, listed, say
from requisitions.words import Category, ChangeKind, Effect, EventKind, Status

MOST = 5
_KINDS = (
    ChangeKind.ADDED,
    ChangeKind.REMOVED,
    ChangeKind.PROMOTED,
    ChangeKind.DEMOTED,
    ChangeKind.RAISED,
    ChangeKind.LOWERED,
    ChangeKind.ALTERED,
)


def points(
    seats: Sequence[SeatWeek], moved: Sequence[SeatWeek], before: tuple[int, int] | None, others: Others, *, calls: int
) -> tuple[Point, ...]:
    """The lead and what follows from the rows.

    Args:
        seats: Every seat that counts.
        moved: Those whose demands moved, the weightiest first.
        before: How many of how many moved the week before; null where there was none.
        others: Seats that came and went.
        calls: How many seats ask for a call.
    """
    lead = _lead(min(moved, key=_least_moved)) if moved else _quiet(seats)
    rest = (*_moved(seats, moved, before), *_after_proposal(seats, calls), *_conflicts(moved), *_rates(moved), *_late(moved))
    return (lead, *rest, *_hearsay(moved), *_turned(others))[:MOST]


def _least_moved(seat: SeatWeek) -> tuple[object, ...]:
    """The seat that moved most comes first: another job, then by its moves; among equals the order of the page stays."""
    effects = (Effect.HARDER, Effect.EASIER)
    return (role_turn(rows_of(seat, ())) is None, *(-seat.count(effect) for effect in effects), -len(seat.moves))


def _certainty(seat: SeatWeek) -> tuple[tuple[Certainty, int], ...]:
    told = [certainty_of(seat, change) for change in seat.moves]
    return tuple((certainty, number) for certainty in Certainty if (number := told.count(certainty)))


def _count(text: Sentence, anchor: str | None = None, link: Sentence | None = None) -> Point:
    return Point((text,), ((Certainty.COUNT, 1),), anchor, link)


def _when(seat: SeatWeek) -> Sentence:
    """After which event of ours the first move came, if after any."""
    first = min(change.stated_at for change in seat.moves)
    if not seat.proposed(first):
        return say("when.week")
    proposal, interview = (seat.last_before(kind, first) for kind in (EventKind.PROPOSAL, EventKind.INTERVIEW))
    return say("when.interview" if interview and proposal and interview.at > proposal.at else "when.proposal")


def seat_phrase(seat: SeatWeek) -> Sentence:
    """A seat by its client and title, as far as they are known."""
    name = name_of(seat)
    parts: dict[str, Term] = {"title": Name(name.title or name.reference or "—")}
    if name.client is None:
        return say("seat.title", **parts)
    return say("seat.name", client=Name(name.client), **parts)


def _lead(seat: SeatWeek) -> Point:
    rows = rows_of(seat, ())
    role = role_turn(rows)
    anchor = seat.seat.requisition_id
    if role is not None:
        told = role.say("lead")
        headline = Sentence(told.key, (*told.values, ("when", _when(seat))))
        text = [*_where(seat)]
    else:
        effect = next(effect for effect in (Effect.HARDER, Effect.EASIER, Effect.NEUTRAL) if seat.count(effect))
        items = Count(seat.count(effect), "items")
        headline = say(f"lead.{effect}", when=_when(seat), seat=seat_phrase(seat), items=items)
        named = [item(row) for row in rows if row.change.effect is effect and not row.reviewable]
        text = [say(f"story.{effect}", items=listed(named))] if named else []
    text += [*_kinds(seat, rows), *_effects(seat), *_who(rows)]
    return Point(tuple(text), _certainty(seat), anchor, say("link.story"), headline)


def _where(seat: SeatWeek) -> Iterator[Sentence]:
    name = name_of(seat)
    if name.client and name.reference:
        yield say("lead.where", client=Name(name.client), reference=Name(name.reference))
    elif name.client or name.reference:
        yield say("lead.where_one", name=Name(name.client or name.reference or ""))


def _kinds(seat: SeatWeek, rows: Sequence[Row]) -> Iterator[Sentence]:
    """How many rows of which kind, against what held before the first of them."""
    first = min(row.change.version for row in rows)
    held = next((len(version.held) for version in seat.versions if version.number == first - 1), 0)
    told = [
        say(f"kinds.{'implied' if kind is ChangeKind.REMOVED and implied else kind}", n=number)
        for kind in _KINDS
        for implied in (False, True)
        if (number := sum(row.change.change is kind and row.change.implied is implied for row in rows))
    ]
    kinds = Listed(tuple(told))
    yield say("lead.kinds", held=Count(held, "items"), kinds=kinds) if held else say("lead.kinds_first", kinds=kinds)


def _effects(seat: SeatWeek) -> Iterator[Sentence]:
    numbers = {effect: seat.count(effect) for effect in Effect}
    told = [effect for effect, number in numbers.items() if number]
    if len(told) > 1:
        yield say("lead.effects", parts=Listed(tuple(say(f"effects.{effect}", n=numbers[effect]) for effect in told)))
    elif told[0] is not Effect.NEUTRAL:
        yield say(f"lead.all_{told[0]}" if len(seat.moves) > 1 else f"lead.one_{told[0]}")


def _who(rows: Sequence[Row]) -> Iterator[Sentence]:
    mails = {row.change.sha256: row for row in rows}
    last = rows[-1]
    if last.mail is not None:
        speaker = say(f"speaker.{last.change.stated_by}")
        told: dict[str, Term] = {"sender": Writer.of(last.mail), "speaker": speaker, "at": Moment(last.change.stated_at)}
        yield say("lead.who", **told) if len(mails) == 1 else say("lead.who_many", mails=Count(len(mails), "mails"), **told)


def _quiet(seats: Sequence[SeatWeek]) -> Point:
    checked = sum(seat.status is not Status.CLOSED or bool(seat.turns) for seat in seats)
    headline = say("lead.quiet", seats=Count(checked, "seats")) if checked else say("lead.none")
    return Point((), ((Certainty.COUNT, 1),), None, None, headline)


def _moved(seats: Sequence[SeatWeek], moved: Sequence[SeatWeek], before: tuple[int, int] | None) -> Iterator[Point]:
    if not moved:
        return
    there = [seat for seat in seats if seat.was_open]
    old = sum(bool(seat.moves) for seat in there)
    text: list[Sentence] = []
    if there and before is not None:
        was_moved, was = before
        text.append(say("point.moved", open=Count(len(there), "seats"), moved=old, was=Count(was, "seats"), was_moved=was_moved))
    elif there:
        text.append(say("point.moved_first", open=Count(len(there), "seats"), moved=old))
    late = len(moved) - sum(seat.was_open for seat in moved)
    if late:
        text.append(say("point.moved_new", seats=Count(late, "seats")))
    yield Point(tuple(text), ((Certainty.COUNT, 1),), "moved", say("link.moved", seats=Count(len(moved), "seats")))


def _after_proposal(seats: Sequence[SeatWeek], calls: int) -> Iterator[Point]:
    proposed = [seat for seat in seats if at_stake(seat)]
    if proposed and any(seat.moves for seat in seats):
        link = say("link.calls", seats=Count(calls, "seats")) if calls else None
        yield _count(say("point.proposed", proposed=Count(len(proposed), "seats"), harder=calls), "calls" if calls else None, link)


def _conflicts(moved: Sequence[SeatWeek]) -> Iterator[Point]:
    found = [seat for seat in moved if conflicts(seat)]
    if found:
        yield _count(say("point.conflicts", seats=Count(len(found), "seats")), found[0].seat.requisition_id, say("link.example"))


def _rates(moved: Sequence[SeatWeek]) -> Iterator[Point]:
    """What became of the price where a must was added."""
    heavier = [seat for seat in moved if any(row.change.change in _GAINS for row in heavier_musts(rows_of(seat, ())))]
    if not heavier:
        return
    states = [_rate_state(seat) for seat in heavier]
    parts = tuple(say(f"rates.{state}", n=number) for state in _RATE_STATES if (number := states.count(state)))
    text = say("point.rates", seats=Count(len(heavier), "seats"), raised=states.count("raised"), parts=Listed(parts))
    if not parts:
        text = say("point.rates_all", seats=Count(len(heavier), "seats"))
    elif "raised" not in states:
        text = say("point.rates_none", seats=Count(len(heavier), "seats"), parts=Listed(parts))
    yield _count(text, heavier[0].seat.requisition_id, say("link.example"))


_GAINS = frozenset({ChangeKind.ADDED, ChangeKind.PROMOTED})
_RATE_STATES = ("same", "lowered", "altered", "told", "gone", "unstated")


def _rate_state(seat: SeatWeek) -> str:
    moves = [change for change in seat.moves if change.category == Category.RATE]
    if not moves:
        return "same" if rate_of(seat.latest) is not None else "unstated"
    last = {ChangeKind.RAISED: "raised", ChangeKind.LOWERED: "lowered", ChangeKind.ADDED: "told", ChangeKind.REMOVED: "gone"}
    return last.get(moves[-1].change, "altered")


def _late(moved: Sequence[SeatWeek]) -> Iterator[Point]:
    late = sum(seat.is_late(change) for seat in moved for change in seat.moves)
    if late:
        yield _count(say("point.late", changes=Count(late, "changes")))


def _hearsay(moved: Sequence[SeatWeek]) -> Iterator[Point]:
    alone = [seat for seat in moved if not any(certainty_of(seat, change) is Certainty.FIRST_HAND for change in seat.moves)]
    if alone:
        yield _count(say("point.hearsay", seats=Count(len(moved), "seats"), alone=len(alone)), "moved", None)


def _turned(others: Others) -> Iterator[Point]:
    told = [turn.change.change for turn in others.turns]
    new = len(others.new) + others.new_left
    parts = [say("turned.new", n=new)] if new else []
    parts += [say(f"turned.{kind}", n=told.count(kind)) for kind in _TURNS if kind in told]
    if parts:
        yield _count(say("point.turned", parts=Listed(tuple(parts))), "other", say("link.other"))


_TURNS = (ChangeKind.CLOSED, ChangeKind.PAUSED, ChangeKind.REOPENED)
