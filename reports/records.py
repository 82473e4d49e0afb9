"""A week, ready to be shown. Nothing here knows a language or a format: words are `Sentence`s, moments are UTC."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reports.sentences import Sentence
from reports.weeks import IsoWeek
from requisitions.messages import Problem
from requisitions.statements import Requirement
from requisitions.versions import Change, FlagRow, HintRow, Mail
from requisitions.words import Effect, Review


class Certainty(StrEnum):
    """How sure a line is; the sign is a line under its word: solid, dashed, dotted, none."""

    FIRST_HAND = "first-hand"
    """The end client wrote the words."""
    SECOND_HAND = "second-hand"
    """Somebody else passed them on, or it can't be told who wrote them."""
    UNCONFIRMED = "unconfirmed"
    """Hedged, contradicted, or in a mail whose seat is in doubt."""
    COUNT = "count"
    """A count of rows, sure in itself."""


class Standing(StrEnum):
    """What a week was for a seat: each seat has one."""

    HARDER = "harder"
    EASIER = "easier"
    NEUTRAL = "neutral"
    NEW = "new"
    CLOSED = "closed"
    SILENT = "silent"
    UNMOVED = "unmoved"


@dataclass(frozen=True, slots=True)
class SeatName:
    """How a seat is called and found."""

    requisition_id: str
    reference: str | None
    title: str | None
    """Null where neither a statement nor a mail's subject names it."""
    client: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One change as a row of a seat's table."""

    change: Change
    first: Requirement | None
    """What the first version asked; null where it said nothing."""
    before: Requirement | None
    after: Requirement | None
    moved_since: bool
    """The value had moved before, so `before` is not what the first version said."""
    moved_again: bool
    """A later row moves it further."""
    certainty: Certainty
    mail: Mail | None
    source: int
    """Number of the mail among the seat's sources, from 1; 0 where it is unknown."""
    same_mail: bool
    """Read from the mail of the row above, with the same speaker."""
    reason_told: bool
    """Whether the reason has to be said, or is that of the row above."""
    late: bool
    """Learnt this week, said before it."""
    reviewable: bool
    """A condition of age or sex: its words are shown folded only."""


class MarkKind(StrEnum):
    """A sign on a timeline."""

    FIRST_HAND = "first-hand"
    SECOND_HAND = "second-hand"
    UNMOVED = "unmoved"
    CONFLICT = "conflict"
    PROPOSAL = "proposal"
    INTERVIEW = "interview"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened to a seat, for its timeline."""

    kind: MarkKind
    at: datetime
    number: int = 0
    """Of a version."""


@dataclass(frozen=True, slots=True)
class MovedSeat:
    """A seat whose demands moved, shown whole."""

    name: SeatName
    call: int
    """Its number among the calls shown; 0: none."""
    intermediary: str | None
    """Who passes the words on: the sender of the latest mail that an intermediary wrote."""
    direct: bool
    """Every version was written by the end client."""
    effects: tuple[tuple[Effect, int], ...]
    facts: tuple[Sentence, ...]
    story: tuple[Sentence, ...]
    rows: tuple[Row, ...]
    rows_left: int
    unmoved: tuple[Requirement, ...]
    not_stated: tuple[Sentence, ...]
    hints: tuple[tuple[HintRow, int], ...]
    """Each with the number of its mail among the sources."""
    questions: tuple[Sentence, ...]
    marks: tuple[Mark, ...]
    sources: tuple[Mail, ...]


@dataclass(frozen=True, slots=True)
class MovedLine:
    """A seat whose demands moved, in one line."""

    name: SeatName
    effects: tuple[tuple[Effect, int], ...]
    items: Sentence
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Point:
    """One of the sentences of the week, with how sure it is and where to read on."""

    text: tuple[Sentence, ...]
    certainty: tuple[tuple[Certainty, int], ...]
    """Each with how many rows; one entry: all of them."""
    anchor: str | None
    """Id of the place in the report."""
    link: Sentence | None
    headline: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A seat to phone about: it grew harder after somebody was proposed."""

    name: SeatName
    finding: Sentence
    question: Sentence
    review: Review
    to: str | None
    """Whom: the writer of the mail that moved it, if that is none of ours."""
    interview: datetime | None


@dataclass(frozen=True, slots=True)
class FlaggedSeat:
    """A seat with conditions to review."""

    name: SeatName
    flags: tuple[tuple[FlagRow, Mail | None], ...]


@dataclass(frozen=True, slots=True)
class DoubtfulLink:
    """A mail that perhaps belongs to another seat."""

    name: SeatName
    mail: Mail
    score: float


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be used."""

    problem: Problem
    mail: Mail | None


@dataclass(frozen=True, slots=True)
class Decisions:
    """What waits for a person beside the calls."""

    flags: tuple[FlaggedSeat, ...]
    musts: tuple[SeatName, ...]
    """Seats beyond the calls shown whose musts moved after somebody was proposed."""
    links: tuple[DoubtfulLink, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class NewSeat:
    """A seat that came in this week."""

    name: SeatName
    at: datetime
    demands: tuple[Requirement, ...]
    demands_left: int
    not_stated: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A seat that was closed, paused or opened again."""

    name: SeatName
    change: Change
    certainty: Certainty
    mail: Mail | None
    moved: Sentence | None
    """What of a closed seat's demands had moved earlier in the week."""


@dataclass(frozen=True, slots=True)
class SilentSeat:
    """An open seat that no mail spoke of for two weeks."""

    name: SeatName
    last: datetime
    days: int
    proposed: int


@dataclass(frozen=True, slots=True)
class Rumour:
    """Words that hold nothing yet, about a seat that did not move."""

    name: SeatName
    hint: HintRow
    mail: Mail | None


@dataclass(frozen=True, slots=True)
class Head:
    """What the week was made from."""

    extractor: str
    data_cut: datetime | None
    """When the last mail that this report knows was archived."""
    mails: int
    mails_unread: int
    seats: int
    """Open or paused at the end of the week."""
    seats_before: int
    """The same at its start."""
    followed_only: bool
    """Counts are of seats that somebody of ours works on; false where none is followed, and all count."""
    versions: int
    tally: tuple[tuple[Standing, int], ...]
    failed: tuple[Problem, ...]
    """Sources that could not be read at all: they open the lead."""


@dataclass(frozen=True, slots=True)
class Calls:
    """Whom to phone first."""

    shown: tuple[Call, ...]
    left: int
    proposals: int
    """Seats with a person proposed."""
    first_look: Call | None
    """Where there is nobody to phone: the seat to look at first."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The seats whose demands moved, the weightiest first."""

    whole: tuple[MovedSeat, ...]
    lines: tuple[MovedLine, ...]
    elsewhere: tuple[MovedLine, ...]
    """Seats that nobody of ours works on."""
    left: int
    """How many more lines there would be."""

    @property
    def number(self) -> int:
        """How many seats that count moved."""
        return len(self.whole) + len(self.lines)


@dataclass(frozen=True, slots=True)
class Others:
    """Seats that came, went, or fell silent, and words that hold nothing yet."""

    new: tuple[NewSeat, ...]
    new_left: int
    turns: tuple[Turn, ...]
    silent: tuple[SilentSeat, ...]
    silent_left: int
    rumours: tuple[Rumour, ...]
    rumours_left: int


@dataclass(frozen=True, slots=True)
class WeeklyReport:
    """A week of shifting demands."""

    week: IsoWeek
    timezone: str
    start: datetime
    end: datetime
    head: Head
    points: tuple[Point, ...]
    """The first one is the lead."""
    calls: Calls
    decisions: Decisions
    moved: Moved
    others: Others
    checked: tuple[Sentence, ...]
