"""A week, ready to be shown. Nothing here knows a language or a format: words are `Sentence`s, moments are UTC."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from reports.quotes import Place, Stretch
from reports.seatrecords import Certainty, MovedLine, MovedSeat, SeatName, Standing
from reports.sentences import Item, Sentence, Writer
from reports.trendrecords import Clients, Market
from reports.weeks import IsoWeek
from requisitions.corrections import Entered
from requisitions.messages import Problem
from requisitions.statements import Requirement
from requisitions.versions import Change, FlagRow, HintRow, Mail
from requisitions.words import Review


def place_of(row: HintRow | FlagRow) -> Place:
    """Where the words of a hint or a flag stand."""
    told = row.hint.requirement if isinstance(row, HintRow) else row.flag
    return Place(row.sha256, told.evidence, told.start)


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
    to: Writer | None
    """Whom: the writer of the mail that moved it, if that is none of ours."""
    interview: datetime | None
    turned_down: int
    """How many of ours were turned down this week, where nobody is proposed any more."""
    harder: bool


@dataclass(frozen=True, slots=True)
class FlaggedSeat:
    """A seat with conditions to review."""

    name: SeatName
    flags: tuple[tuple[FlagRow, Mail | None], ...]
    fresh: bool = False
    """Whether a mail of the week raised one of them."""


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
    conflicts: tuple[SeatName, ...]
    """Seats beyond the calls shown about which two sides, or two texts, say different things."""
    carried: tuple[SeatName, ...]
    """Seats that grew harder the week before while somebody was proposed, whose changes nobody has reviewed and no mail has moved since."""
    links: tuple[DoubtfulLink, ...]
    unread: tuple[Unread, ...]
    lapsed: tuple[Entered, ...] = ()
    """Words of people whose mail, reading or change is not there any more."""


@dataclass(frozen=True, slots=True)
class NewSeat:
    """A seat that came in this week."""

    name: SeatName
    at: datetime
    demands: tuple[Requirement, ...]
    demands_left: int
    not_stated: tuple[Item, ...]
    via: Writer | None
    """Who passed it on, where that is not the client."""
    moved: Sentence | None
    """What moved within the week that it came in, where no other section tells it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A seat that was closed, paused or opened again."""

    name: SeatName
    change: Change
    certainty: Certainty
    mail: Mail | None
    moved: Sentence | None
    """What of a closed seat's demands had moved earlier in the week."""

    @property
    def quote(self) -> Place | None:
        """The words that told it."""
        return Place(self.change.sha256, self.change.evidence) if self.change.evidence else None


@dataclass(frozen=True, slots=True)
class SilentSeat:
    """An open seat that no mail spoke of for so many days as `Others` tells."""

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
class Reread:
    """What reading old mails again moved, by a better extractor or another configuration."""

    came: int
    went: int
    lost: int
    """Reviews whose change went."""


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
    owner: str | None = None
    """Whose seats alone the report is about: an address or a team; null: all."""


@dataclass(frozen=True, slots=True)
class Calls:
    """Whom to phone first."""

    shown: tuple[Call, ...]
    left: int
    proposals: int
    """Seats that somebody is, or was, proposed for."""
    harder: int
    """Seats that grew harder, with a proposal or without."""
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
    lines_left: int = 0
    """How many of these are of seats that count."""
    ways: tuple[MovedLine, ...] = ()
    """Other ways to seats that moved on both: no entries of their own."""

    @property
    def number(self) -> int:
        """How many seats that count moved."""
        return len(self.whole) + len(self.lines) + self.lines_left


@dataclass(frozen=True, slots=True)
class Others:
    """Seats that came, went, or fell silent, and words that hold nothing yet."""

    new: tuple[NewSeat, ...]
    new_left: int
    turns: tuple[Turn, ...]
    turns_left: int
    silent: tuple[SilentSeat, ...]
    silent_left: int
    silent_days: int
    """Without a mail, that make a seat silent."""
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
    clients: Clients
    market: Market
    checked: tuple[Sentence, ...]
    writers: str
    """The names of all who wrote the mails of these seats, one a line."""
    withheld: Mapping[str, tuple[Stretch, ...]]
    """Where, by the sha256 of their mails, conditions of age, sex or looks stand: quotes of other words keep clear of them."""

    def places(self) -> Iterator[Place]:
        """Every place of a mail that a page of this report may quote."""
        yield from (row.quote for seat in self.moved.whole for row in seat.rows if row.quote is not None)
        yield from (place_of(row) for seat in self.moved.whole for row, _ in seat.hints)
        rows = (row for line in (*self.moved.lines, *self.moved.elsewhere, *self.moved.ways) for row in line.rows)
        yield from (row.quote for row in rows if row.quote is not None)
        yield from (place for turn in self.others.turns if (place := turn.quote) is not None)
        yield from (place_of(rumour.hint) for rumour in self.others.rumours)
        yield from (place_of(row) for seat in self.decisions.flags for row, _ in seat.flags)
