"""A moved seat, told whole: its story, facts, table, marks and sources."""

from collections.abc import Iterator, Sequence

from reports.names import name_of, passing_on
from reports.questions import conflicts, heavier_musts, item, not_stated, questions
from reports.risks import risk_facts
from reports.roles import role_turn
from reports.rows import DOUBTFUL, EFFECT_ORDER, rows_of
from reports.seatrecords import Certainty, Mark, MarkKind, MovedLine, MovedSeat, Row
from reports.seatweek import REVIEWABLE, SeatWeek, rate_of
from reports.sentences import Count, Day, Sentence, Value, Writer, listed, say
from requisitions.conflicts import Conflict
from requisitions.statements import Requirement
from requisitions.versions import HintRow, Mail
from requisitions.words import Category, ChangeKind, Effect, EventKind, HintWhy, Speaker, Status

MOST_ROWS = 40
MOST_UNMOVED = 60
MOST_HINTS = 12


def effects_of(seat: SeatWeek) -> tuple[tuple[Effect, int], ...]:
    """How many moves have which effect, the harder ones first."""
    return tuple((effect, number) for effect in EFFECT_ORDER if (number := seat.count(effect)))


def moved_seat(seat: SeatWeek, call: int) -> MovedSeat:
    """A seat as its section of the report."""
    sources = sources_of(seat)
    rows = rows_of(seat, sources)
    numbers = {mail.sha256: number for number, mail in enumerate(sources, 1)}
    passed_on = passing_on(seat)
    return MovedSeat(
        name=name_of(seat),
        call=call,
        intermediary=Writer.of(passed_on[-1]) if passed_on else None,
        direct=all(version.stated_by is Speaker.END_CLIENT for version in seat.versions),
        effects=effects_of(seat),
        facts=tuple(_facts(seat)),
        story=tuple(_story(seat, rows)),
        rows=rows[:MOST_ROWS],
        rows_left=len(rows[MOST_ROWS:]),
        unmoved=_unmoved(seat, rows),
        not_stated=not_stated(seat),
        hints=tuple((row, numbers.get(row.sha256, 0)) for row in _by_weight(seat)[:MOST_HINTS]),
        questions=questions(seat, rows),
        marks=marks_of(seat),
        sources=sources,
    )


def moved_line(seat: SeatWeek, way_to: str | None = None) -> MovedLine:
    """A moved seat in one line: which items went which way; `way_to` is the seat that stands for it, where another one does."""
    rows = rows_of(seat, ())
    least_sure = [certainty for certainty in Certainty if any(row.certainty is certainty for row in rows)][-1]
    shown = min((row for row in rows if not row.reviewable), key=lambda row: EFFECT_ORDER.index(row.change.effect), default=None)
    items = say("line.items", items=listed([item(row) for row in rows]))
    return MovedLine(name_of(seat), effects_of(seat), items, least_sure, shown, rows[:MOST_ROWS], way_to)


def sources_of(seat: SeatWeek) -> tuple[Mail, ...]:
    """The mails that the week's rows and hints were read from, in order."""
    used = {change.sha256 for change in seat.moves} | {row.sha256 for row in _by_weight(seat)[:MOST_HINTS]}
    return tuple(sorted((m for m in seat.seat.mails if m.sha256 in used), key=lambda mail: (mail.stated_at, mail.sha256)))


def _by_weight(seat: SeatWeek) -> list[HintRow]:
    shown = [row for row in seat.hints if row.hint.requirement.category not in REVIEWABLE]
    return sorted(shown, key=lambda row: (row.hint.why is not HintWhy.CONTRADICTED, row.stated_at, row.sha256, row.hint.requirement.start))


def _shown(found: Sequence[Conflict]) -> list[Conflict]:
    return [conflict for conflict in found if conflict.demand.category not in REVIEWABLE]


def _unmoved(seat: SeatWeek, rows: Sequence[Row]) -> tuple[Requirement, ...]:
    moved = {(row.change.category, row.change.key) for row in rows}
    held = [item.requirement for item in seat.latest.held if item.requirement.identity not in moved]
    order = list(Category)
    return tuple(sorted(held, key=lambda demand: (order.index(demand.category), demand.key)))[:MOST_UNMOVED]


def _story(seat: SeatWeek, rows: Sequence[Row]) -> Iterator[Sentence]:
    """What happened, each sentence only where its rows are there."""
    role = role_turn(rows)
    if role is not None:
        yield role.say("story")
    for effect in EFFECT_ORDER:
        names = [item(row) for row in rows if row.change.effect is effect and not (role and row.change.category == Category.ROLE)]
        if names:
            yield say(f"story.{effect}", items=listed(names))
    yield from _story_of_time(seat, rows)
    rate = rate_of(seat.latest)
    if heavier_musts(rows) and rate is not None and not any(row.change.category == Category.RATE for row in rows):
        yield say("story.rate_same", rate=Value(rate, bare=True))
    speakers = {row.change.stated_by for row in rows}
    if len(speakers) == 1 and not any(version.stated_by is Speaker.END_CLIENT for version in seat.versions):
        yield say("story.hearsay", speaker=say(f"speaker.{speakers.pop()}"))
    for conflict in _shown(conflicts(seat))[-1:]:
        overruled = conflict.latest is conflict.holds
        day = Day(conflict.against.stated_at.astimezone(seat.window.zone).date())
        yield say("story.overruled" if overruled else "story.conflict", day=day)


def _story_of_time(seat: SeatWeek, rows: Sequence[Row]) -> Iterator[Sentence]:
    first = next((row.change for row in rows if seat.proposed(row.change.stated_at)), None)
    proposal = seat.last_before(EventKind.PROPOSAL, first.stated_at) if first is not None else None
    if first is not None and proposal is not None:
        there, here = (at.astimezone(seat.window.zone).date() for at in (proposal.at, first.stated_at))
        days = (here - there).days
        yield say("story.after", day=Day(there), days=Count(days, "days")) if days else say("story.after_same_day", day=Day(there))
    late = sum(row.late for row in rows)
    if late:
        yield say("story.late", changes=Count(late, "changes"))
    again = [change for change in seat.turns if change.change is ChangeKind.REOPENED]
    if seat.status is Status.PAUSED:
        yield say("story.paused")
    elif again:
        yield say("story.reopened", day=Day(again[-1].stated_at.astimezone(seat.window.zone).date()))


def _facts(seat: SeatWeek) -> Iterator[Sentence]:
    """What to bear in mind, in the margin."""
    yield from risk_facts(seat.seat.risk)
    if seat.new:
        yield say("fact.new")
    people = seat.proposed(seat.window.end)
    if people:
        yield say("fact.proposed", people=Count(people, "people"))
    elif out := seat.turned_down():
        yield say("fact.turned_down", people=Count(out, "people"))
    ahead = seat.interview_ahead()
    if ahead is not None:
        yield say("fact.interview", day=Day(ahead.astimezone(seat.window.zone).date()))
    hearsay = sum(version.stated_by is not Speaker.END_CLIENT for version in seat.versions)
    if hearsay:
        yield say("fact.hearsay", n=hearsay, versions=Count(len(seat.versions), "versions"))
    if conflicts(seat):
        yield say("fact.conflict")
    if any(link.score < DOUBTFUL for link in seat.seat.links):
        yield say("fact.doubtful")
    if seat.seat.twin_of is not None:
        yield say("fact.twin")


def marks_of(seat: SeatWeek) -> tuple[Mark, ...]:
    """Theirs: versions, conflicts, mails that moved nothing. Ours: proposals and interviews."""
    made = {version.sha256 for version in seat.versions}
    at_odds = {conflict.latest.sha256: conflict.latest.stated_at for conflict in conflicts(seat)}
    marks = [
        Mark(MarkKind.FIRST_HAND if version.stated_by is Speaker.END_CLIENT else MarkKind.SECOND_HAND, version.stated_at, version.number)
        for version in seat.versions
    ]
    marks += [Mark(MarkKind.CONFLICT, at) for sha256, at in at_odds.items() if sha256 not in made]
    marks += [Mark(MarkKind.UNMOVED, mail.stated_at) for mail in seat.theirs() if mail.sha256 not in {*made, *at_odds}]
    for event in seat.events:
        if event.kind is EventKind.PROPOSAL:
            marks.append(Mark(MarkKind.PROPOSAL, event.at))
        elif event.kind is EventKind.INTERVIEW:
            marks.append(Mark(MarkKind.PLANNED if event.planned else MarkKind.INTERVIEW, event.at))
    return tuple(sorted(marks, key=lambda mark: (mark.at, mark.kind, mark.number)))
