"""What to ask about a seat, worked out from what moved and from what nobody wrote."""

from collections.abc import Iterator, Sequence

from reports.roles import role_turn
from reports.seatrecords import Row
from reports.seatweek import REVIEWABLE, SeatWeek, find, is_must_gain, rate_of
from reports.sentences import Count, Day, Item, Sentence, Value, listed, say
from requisitions.conflicts import Conflict
from requisitions.conflicts import conflicts as all_conflicts
from requisitions.words import TERMS, Category, ChangeKind, Effect, HintWhy, Necessity, Speaker, Status

_USUAL = (Category.RATE, Category.CONTRACT, Category.LOCATION, Category.REMOTE, Category.INTERVIEW, Category.HEADCOUNT)
_USUAL_IN_JAPAN = (Category.SETTLEMENT, Category.TIER)

_MANY = frozenset({Category.ROLE, Category.EXPERIENCE, Category.TRAIT, Category.CONTRACT})
MOST = 3
"""Nobody asks more than three things on the phone."""


def item(row: Row) -> Item:
    """The name of what a row is about: of kinds that a seat has many of, such as experience, which one it is."""
    subject = row.after or row.before
    label = row.change.label if subject is None else subject.label
    refused = row.after is not None and row.after.necessity is Necessity.EXCLUDED
    return Item(row.change.category, row.change.key, label, by_label=row.change.category in _MANY, refused=refused)


def conflicts(seat: SeatWeek) -> tuple[Conflict, ...]:
    """What mails contradict each other on, if the week's news opened it; the end client's conflicts first."""
    told = [row for row in seat.seat.history.hints if row.stated_at < seat.window.end]
    news = {row.sha256 for row in seat.hints} | {change.sha256 for change in seat.moves}
    return tuple(conflict for conflict in all_conflicts(seat.versions, told) if conflict.latest.sha256 in news)


def heavier_musts(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows in which a must joined, became one, or asks more; terms of the contract aside."""
    return tuple(
        row
        for row in rows
        if row.change.category not in TERMS and not row.reviewable and row.change.effect is Effect.HARDER and row.after is not None
    )


def questions(seat: SeatWeek, rows: Sequence[Row]) -> tuple[Sentence, ...]:
    """The questions in the order of their weight, three at most; none for a closed seat."""
    if seat.status is Status.CLOSED:
        return ()
    level = tuple(_about_level(rows))
    first = (*_about_role(rows), *_about_conflicts(seat), *level[:1])
    found = (*first, *_about_terms(seat, rows), *level[1:], *_about_words(seat, rows))
    return tuple(dict.fromkeys(found))[:MOST]


def _about_role(rows: Sequence[Row]) -> Iterator[Sentence]:
    turn = role_turn(rows)
    if turn is not None:
        yield say("ask.role", before=turn.before)


def _about_conflicts(seat: SeatWeek) -> Iterator[Sentence]:
    for conflict in conflicts(seat):
        demand = conflict.demand
        now = find(seat.latest, demand.category, demand.key)
        if demand.category in REVIEWABLE:
            continue
        name = Item(demand.category, demand.key, demand.label)
        if now is None:
            yield say("ask.conflict_gone", item=name)
        else:
            yield say("ask.conflict", item=name, now=Value(now))


def _about_level(rows: Sequence[Row]) -> Iterator[Sentence]:
    for row in rows:
        after = row.after
        if after is None or row.change.change is not ChangeKind.ADDED or not is_must_gain(row.change, after) or after.has_value:
            continue
        name = Item(after.category, after.key, after.label, by_label=True)
        if after.category is Category.EXPERIENCE and after.necessity is Necessity.MUST:
            yield say("ask.level", label=name)
        elif after.category is Category.SKILL and after.necessity is Necessity.MUST:
            yield say("ask.years", label=name)


def _about_terms(seat: SeatWeek, rows: Sequence[Row]) -> Iterator[Sentence]:
    for row in rows:
        if (row.change.key, row.change.effect) == ("start-date", Effect.HARDER) and row.before is not None and row.after is not None:
            yield say("ask.start", after=Value(row.after, bare=True), before=Value(row.before, bare=True))
    rate, moved = rate_of(seat.latest), any(row.change.category == Category.RATE for row in rows)
    if heavier_musts(rows) and rate is not None and not moved:
        yield say("ask.rate_same", rate=Value(rate, bare=True))
    if heavier_musts(rows) and Item(Category.RATE, Category.RATE, Category.RATE) in not_stated(seat):
        yield say("ask.rate_none")


def _about_words(seat: SeatWeek, rows: Sequence[Row]) -> Iterator[Sentence]:
    for row in rows:
        if row.change.implied and not row.reviewable:
            yield say("ask.vanished", item=Item(row.change.category, row.change.key, row.change.label, by_label=True))
    names = listed([item(row) for row in rows if row.change.stated_by is not Speaker.END_CLIENT])
    if rows and all(row.change.stated_by is Speaker.OWN_SALES for row in rows):
        yield say("ask.own_memo", items=names)
    elif rows and not any(row.change.stated_by is Speaker.END_CLIENT for row in rows):
        yield say("ask.second_hand", items=names)
    for hint in seat.hints:
        demand = hint.hint.requirement
        if hint.hint.why is HintWhy.HEDGED and demand.category not in REVIEWABLE:
            name = Item(demand.category, demand.key, demand.label, by_label=True)
            yield say("ask.hint_value", item=name, value=Value(demand, bare=True)) if demand.has_value else say("ask.hint", item=name)


def not_stated(seat: SeatWeek) -> tuple[Item, ...]:
    """What a seat like this one usually tells, and no mail has told so far: not even in doubt."""
    told = {item.requirement.identity for item in seat.latest.held}
    told |= {row.hint.requirement.identity for row in seat.seat.history.hints if row.stated_at < seat.window.end}
    categories = {category for category, _ in told}
    japanese = any(mail.language == "ja" for mail in seat.seat.mails)
    wanted = [*_USUAL, *(_USUAL_IN_JAPAN if japanese else ())]
    missing = [category for category in wanted if category not in categories]
    start = () if (Category.PERIOD, "start-date") in told else (Item(Category.PERIOD, "start-date", "start-date"),)
    return (*(Item(category, category, category) for category in missing), *start)


def person_question(seat: SeatWeek) -> Sentence:
    """What to ask about the people proposed, before an interview or without one."""
    people = Count(seat.proposed(seat.window.end), "people")
    ahead = seat.interview_ahead()
    if ahead is None:
        return say("ask.person", people=people)
    return say("ask.interview", people=people, day=Day(ahead.astimezone(seat.window.zone).date()))
