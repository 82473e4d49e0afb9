"""What to ask about a seat before an interview, in the order of risk: each question is made of the seat's own words, values and days.

Questions about what moved, about words that contradict each other and about unsure words need such rows; where there are none, nothing
is asked. `brief_gaps` asks for what nobody has written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reports.brief_gaps import about_gaps, asked_of
from reports.brief_records import ConflictLine, HintLine, Move, People, Query, Usual
from reports.names import name_of
from reports.questions import heavier_musts, item
from reports.roles import role_turn
from reports.seatrecords import Row
from reports.seatweek import SeatWeek, rate_of
from reports.sentences import Count, Day, Item, Name, Sentence, Term, Value, listed, say
from requisitions.statements import Requirement
from requisitions.versions import Mail
from requisitions.words import TERMS, Category, ChangeKind, Effect, HintWhy, Necessity, Reason, Speaker, Status

MOST = 5
"""More is no talk but an examination."""
_MOST_ITEMS = 3
_MONEY = frozenset({Category.RATE, Category.PAYMENT, Category.SETTLEMENT, Category.TIER})
"""What is never spoken of over the intermediary's head."""


@dataclass(frozen=True, slots=True)
class Known:
    """What questions are made from."""

    seat: SeatWeek
    moves: tuple[Move, ...]
    conflicts: tuple[ConflictLine, ...]
    hints: tuple[HintLine, ...]
    usual: tuple[Usual, ...]
    not_stated: tuple[Item, ...]
    people: People

    @property
    def rows(self) -> list[Row]:
        """Where the moved demands stand; conditions of age or sex are nobody's question."""
        return [move.last for move in self.moves if not move.last.reviewable]

    def day(self, at: datetime) -> Day:
        """The day of a moment, where the report is read."""
        return Day(at.astimezone(self.seat.window.zone).date())

    def query(self, mail: Mail | None, text: Sentence, *about: Item) -> Query:
        """A question to the writer of a mail; where it is our own memo, to whoever else wrote last."""
        return asked_of(self.seat, mail, text, *about)


def queries(known: Known) -> tuple[Query, ...]:
    """The questions, the riskiest first; none for a closed seat."""
    if known.seat.status is Status.CLOSED:
        return ()
    level = tuple(_about_level(known))
    found = (
        *_about_role(known),
        *_about_pause(known),
        *_about_conflicts(known),
        *level[:1],
        *_about_people(known),
        *_about_terms(known),
        *level[1:],
        *_about_sources(known),
        *_about_silence(known),
        *_about_hints(known),
        *about_gaps(known.seat, known.rows, known.usual, known.not_stated, known.people),
    )
    once: dict[Sentence, Query] = {}
    for query in found:
        once.setdefault(query.text, query)
    asked = tuple(once.values())[:MOST]
    return tuple(query if place else replace(query, opening=_opening(known.seat)) for place, query in enumerate(asked))


def _opening(seat: SeatWeek) -> Sentence | None:
    name = name_of(seat)
    if name.title is not None and name.reference is not None:
        return say("query.about", title=Name(name.title), reference=Name(name.reference))
    told = name.title or name.reference
    return None if told is None else say("query.about_one", name=Name(told))


def _about_role(known: Known) -> Iterator[Query]:
    rows = [row for move in known.moves for row in move.rows]
    turn = role_turn(rows)
    if turn is None:
        return
    row = next(row for row in rows if row.change.category == Category.ROLE and row.change.change is not ChangeKind.ADDED)
    day = known.day(row.change.stated_at)
    job = Item(Category.ROLE, Category.ROLE, Category.ROLE)
    if turn.after is None:
        yield known.query(row.mail, say("query.role_gone", before=turn.before, day=day), job)
    else:
        yield known.query(row.mail, say("query.role", before=turn.before, after=turn.after, day=day), job)


def _about_pause(known: Known) -> Iterator[Query]:
    seat = known.seat
    if seat.status is not Status.PAUSED:
        return
    since = next(version for version in reversed(seat.versions) if version.status is not Status.PAUSED or version.number == 1)
    told = next((version for version in seat.versions if version.number > since.number), since)
    ahead = known.people.ahead
    day, mail = known.day(told.stated_at), seat.mail(told.sha256)
    if ahead is not None:
        yield known.query(mail, say("query.paused_interview", day=day, interview=known.day(ahead.at)))
    else:
        yield known.query(mail, say("query.paused", day=day))


def _about_conflicts(known: Known) -> Iterator[Query]:
    """Which words count: of the end client's own that others have overruled, demand by demand; of old text, mail by mail."""
    old: dict[str, list[ConflictLine]] = {}
    for line in known.conflicts:
        if line.conflict.latest is line.conflict.holds:
            yield from _about_overruled(known, line)
        else:
            old.setdefault(line.conflict.against.sha256, []).append(line)
    for lines in old.values():
        names = [_name(line.conflict.demand) for line in lines]
        yield known.query(lines[0].against, _resent(known, lines, names), *names)


def _about_overruled(known: Known, line: ConflictLine) -> Iterator[Query]:
    demand = line.conflict.demand
    client, other = line.conflict.said_by(Speaker.END_CLIENT), line.conflict.said_by(Speaker.INTERMEDIARY)
    if client is None or other is None or client.requirement is None:
        return
    name = _name(demand)
    said: dict[str, Term] = {"item": name, "client": Value(client.requirement), "client_day": known.day(client.stated_at)}
    if known.people.ahead is not None and demand.category not in _MONEY:
        yield Query(say("query.speakers_client", **said), None, to_client=True, about=(name,))
        return
    said["other_day"] = known.day(other.stated_at)
    if other.requirement is None:
        text = say("query.speakers_silent", **said)
    else:
        text = say("query.speakers", other=Value(other.requirement), **said)
    yield known.query(line.mail(other), text, name)


def _resent(known: Known, lines: Sequence[ConflictLine], names: Sequence[Item]) -> Sentence:
    conflict = lines[0].conflict
    holds, day = conflict.holds, known.day(conflict.against.stated_at)
    told = conflict.against.requirement or conflict.demand
    if len(lines) > 1 or not conflict.differs:
        return say("query.resent_old", items=listed(names, _MOST_ITEMS), day=day)
    if holds is None or holds.requirement is None or holds.requirement.necessity is Necessity.NOT_REQUIRED:
        return say("query.resent_gone", item=names[0], day=day, told=Value(told))
    return say("query.resent", item=names[0], day=day, told=Value(told), now=Value(holds.requirement))


def _about_level(known: Known) -> Iterator[Query]:
    """How much of the new musts without a measure: one question a mail for what people know, one for what they have done."""
    gained: dict[tuple[str, str], list[Row]] = {}
    for row in known.rows:
        after, change = row.after, row.change
        joined = change.change in {ChangeKind.ADDED, ChangeKind.PROMOTED} and change.effect is Effect.HARDER
        if joined and after is not None and not after.has_value and after.necessity is Necessity.MUST:
            gained.setdefault((change.sha256, change.category), []).append(row)
    for (_, category), rows in gained.items():
        names = [Item(row.change.category, row.change.key, row.change.label, by_label=True) for row in rows]
        items, day, mail = listed(names, _MOST_ITEMS), known.day(rows[0].change.stated_at), rows[0].mail
        if category == Category.EXPERIENCE:
            yield known.query(mail, say("query.level", items=items, day=day), *names)
        elif category == Category.SKILL:
            yield known.query(mail, say("query.years", items=items, day=day), *names)


def _about_people(known: Known) -> Iterator[Query]:
    harder = [row for row in known.rows if row.change.effect is Effect.HARDER]
    if not known.people.in_play or not harder or not known.people.proposals:
        return
    names = [item(row) for row in harder]
    people, day = Count(known.people.in_play, "people"), known.day(known.people.proposals[-1].at)
    yield known.query(harder[-1].mail, say("query.people", people=people, day=day, items=listed(names, _MOST_ITEMS)))


def _about_terms(known: Known) -> Iterator[Query]:
    musts, rate = heavier_musts([row for row in known.rows if not row.gone]), rate_of(known.seat.latest)
    moved = any(row.change.category == Category.RATE for row in known.rows)
    if musts and rate is not None and not moved:
        names = listed([item(row) for row in musts], _MOST_ITEMS)
        yield known.query(musts[-1].mail, say("query.rate_same", items=names, rate=Value(rate, bare=True)), _plain(rate))
    for row in known.rows:
        if row.change.effect is Effect.HARDER and row.change.category in TERMS and row.before is not None and row.after is not None:
            yield known.query(row.mail, _about_term(known, row, row.before, row.after), item(row))


def _about_term(known: Known, row: Row, before: Requirement, after: Requirement) -> Sentence:
    values: dict[str, Term] = {"before": Value(before, bare=True), "after": Value(after, bare=True)}
    if row.change.key == "start-date":
        return say("query.start", **values)
    if row.change.category == Category.INTERVIEW:
        return say("query.rounds", **values)
    if row.change.category == Category.REMOTE:
        return say("query.remote", day=known.day(row.change.stated_at), **values)
    if row.change.reason is Reason.UNSTATED:
        return say("query.why", item=item(row), **values)
    return say("query.room", item=item(row), **values)


def _about_sources(known: Known) -> Iterator[Query]:
    """Whether what moved was written by the end client; a memo of our own call is to be had in writing."""
    rows = [row for row in known.rows if row.change.stated_by is not Speaker.END_CLIENT]
    if not rows or len(rows) < len(known.rows):
        return
    memo = all(row.change.stated_by is Speaker.OWN_SALES for row in rows)
    names, day = listed([item(row) for row in rows], _MOST_ITEMS), known.day(rows[-1].change.stated_at)
    if memo:
        yield known.query(None, say("query.own_memo", items=names, day=day))
    else:
        yield known.query(rows[-1].mail, say("query.second_hand", items=names, day=day))


def _about_silence(known: Known) -> Iterator[Query]:
    for row in known.rows:
        if row.change.implied and row.gone:
            name = Item(row.change.category, row.change.key, row.change.label, by_label=True)
            yield known.query(row.mail, say("query.vanished", item=name, day=known.day(row.change.stated_at)), name)


def _about_hints(known: Known) -> Iterator[Query]:
    for line in known.hints:
        demand = line.row.hint.requirement
        name = Item(demand.category, demand.key, demand.label, by_label=True)
        yield known.query(line.mail, _hinted(known, line, demand, name), name)


def _hinted(known: Known, line: HintLine, demand: Requirement, name: Item) -> Sentence:
    day, why = known.day(line.row.stated_at), line.row.hint.why
    if why is HintWhy.CONDITIONAL:
        return say("query.conditional", item=name, value=Value(demand), day=day)
    if why is HintWhy.UNRESOLVED:
        return say("query.unresolved", item=name, day=day)
    if why is HintWhy.LOW_CONFIDENCE:
        return say("query.unsure", item=name, value=Value(demand), day=day)
    if demand.has_value:
        return say("query.hedged_value", item=name, value=Value(demand, bare=True), day=day)
    return say("query.hedged", item=name, day=day)


def _name(demand: Requirement) -> Item:
    return Item(demand.category, demand.key, demand.label, by_label=True)


def _plain(demand: Requirement) -> Item:
    return Item(demand.category, demand.key, demand.label)
