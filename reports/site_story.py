"""A seat's whole story for its page: every version, mail and event in the order of time. Pure, and a matter of this seat alone."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from reports.decisions import MOST_SEATS_A_MAIL, is_withdrawn
from reports.names import name_of, passing_on
from reports.questions import conflicts, not_stated, questions
from reports.rows import DOUBTFUL, rows_of
from reports.seatrecords import Certainty, Mark, MarkKind, Row, SeatName
from reports.seats import marks_of
from reports.seatweek import Happening, SeatWeek, Window, look
from reports.sentences import Item, Sentence, Writer
from requisitions.identity import statement_id
from requisitions.versions import Change, FlagRow, Held, HintRow, Link, Mail, Requisition, Version
from requisitions.words import STATUS_CATEGORY, Category, EventKind, Necessity, Review, Speaker

MOST_STEPS = 200
MOST_ROWS = 60
MOST_DEMANDS = 80
MOST_MAILS = 300
MOST_HINTS = 30
MOST_FLAGS = 20
_ORDER = {category: place for place, category in enumerate(Category)}


@dataclass(frozen=True, slots=True)
class Step:
    """One moment of the story."""

    at: datetime
    kind: MarkKind | EventKind
    mail: Mail | None = None
    version: Version | None = None
    certainty: Certainty | None = None
    demands: tuple[Held, ...] = ()
    """Of the first version: what it asks."""
    rows: tuple[Row, ...] = ()
    turns: tuple[Change, ...] = ()
    event: Happening | None = None


@dataclass(frozen=True, slots=True)
class LinkedMail:
    """A mail of the thread, and why it belongs to the seat; the link is null where it only tells of events or states nothing."""

    mail: Mail
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """All that the page of a seat tells."""

    name: SeatName
    seat: Requisition
    seen: SeatWeek
    intermediary: Writer | None
    direct: bool
    holds: tuple[Held, ...]
    not_stated: tuple[Item, ...]
    questions: tuple[Sentence, ...]
    hints: tuple[HintRow, ...]
    flags: tuple[FlagRow, ...]
    steps: tuple[Step, ...]
    steps_left: int
    marks: tuple[Mark, ...]
    mails: tuple[LinkedMail, ...]
    mails_left: int
    last_moved: datetime | None

    def mail(self, sha256: str) -> Mail | None:
        """The mail of that hash."""
        return self.seen.mail(sha256)


def whole(seat: Requisition, zone: ZoneInfo) -> SeatWeek | None:
    """The seat as seen at its own last mail, with all of its story as news; null where no version stands."""
    moments = [mail.stated_at for mail in seat.mails] + [version.stated_at for version in seat.history.versions]
    if not seat.history.versions:
        return None
    return look(seat, Window(min(moments), max(moments) + timedelta(seconds=1), zone))


def story_of(seen: SeatWeek) -> Story:
    """The story of a seat as `whole` sees it."""
    seat = seen.seat
    moves = tuple(change for change in seat.history.changes if change.category != STATUS_CATEGORY)
    linked = _linked(seat)
    shown = linked[-MOST_MAILS:]
    rows = rows_of(replace(seen, moves=moves), [one.mail for one in shown])
    steps = sorted(_steps(seen, rows), key=lambda step: (step.at, step.version is None, step.kind))
    passed_on = passing_on(seen)
    return Story(
        name=name_of(seen),
        seat=seat,
        seen=seen,
        intermediary=Writer.of(passed_on[-1]) if passed_on else None,
        direct=all(version.stated_by is Speaker.END_CLIENT for version in seen.versions),
        holds=_by_category([held for held in seen.latest.held if held.requirement.necessity is not Necessity.NOT_REQUIRED]),
        not_stated=not_stated(seen),
        questions=questions(seen, rows),
        hints=tuple(sorted(seen.hints, key=lambda row: (row.stated_at, row.sha256, row.hint.requirement.start)))[-MOST_HINTS:],
        flags=tuple(row for row in seat.flags if row.review is not Review.DISMISSED and not is_withdrawn(seen, row))[:MOST_FLAGS],
        steps=tuple(steps[-MOST_STEPS:]),
        steps_left=len(steps[:-MOST_STEPS]),
        marks=marks_of(seen),
        mails=shown,
        mails_left=len(linked) - len(shown),
        last_moved=max((change.stated_at for change in seen.moves), default=None),
    )


def _by_category(held: Sequence[Held]) -> tuple[Held, ...]:
    return tuple(sorted(held, key=lambda one: (_ORDER[one.requirement.category], one.requirement.key)))[:MOST_DEMANDS]


def _steps(seen: SeatWeek, rows: Sequence[Row]) -> Iterator[Step]:
    yield from _versions(seen, rows)
    made = {version.sha256 for version in seen.versions}
    at_odds = {conflict.latest.sha256 for conflict in conflicts(seen)}
    for mail in seen.theirs():
        if mail.sha256 not in made:
            yield Step(mail.stated_at, MarkKind.CONFLICT if mail.sha256 in at_odds else MarkKind.UNMOVED, mail)
    for event in seen.events:
        kind = MarkKind.PLANNED if event.kind is EventKind.INTERVIEW and event.planned else event.kind
        yield Step(event.at, kind, event=event)


def _versions(seen: SeatWeek, rows: Sequence[Row]) -> Iterator[Step]:
    scores = {link.statement_id: link.score for link in seen.seat.links}
    moved: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        moved[row.change.version].append(row)
    for version in seen.versions:
        own = version.stated_by is Speaker.END_CLIENT
        sure = Certainty.FIRST_HAND if own else Certainty.SECOND_HAND
        turns = [one for one in seen.seat.history.changes if one.category == STATUS_CATEGORY and one.version == version.number]
        yield Step(
            version.stated_at,
            MarkKind.FIRST_HAND if own else MarkKind.SECOND_HAND,
            mail=seen.mail(version.sha256),
            version=version,
            certainty=Certainty.UNCONFIRMED if scores.get(version.statement_id, 1.0) < DOUBTFUL else sure,
            demands=_by_category(version.held) if version is seen.versions[0] else (),
            rows=tuple(moved[version.number][:MOST_ROWS]),
            turns=tuple(turns),
        )


def _linked(seat: Requisition) -> tuple[LinkedMail, ...]:
    """Every mail with its links. A link names its statement, whose name is a hash of the mail and of its place there."""
    waiting = {link.statement_id: link for link in seat.links}
    found: dict[str, list[Link]] = defaultdict(list)
    for ordinal in takewhile(lambda _: waiting, range(MOST_SEATS_A_MAIL)):
        for mail in seat.mails:
            link = waiting.pop(statement_id(mail.sha256, ordinal), None)
            if link is not None:
                found[mail.sha256].append(link)
    return tuple(LinkedMail(mail, tuple(found[mail.sha256])) for mail in seat.mails)
