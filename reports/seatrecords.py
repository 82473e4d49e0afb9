"""A seat as a report shows it. Nothing here knows a language or a format: words are `Sentence`s, moments are UTC."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reports.quotes import Place
from reports.sentences import Item, Sentence, Writer
from requisitions.statements import Requirement
from requisitions.versions import Change, HintRow, Mail
from requisitions.words import ChangeKind, Effect, Necessity


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
    CONFIRMED = "confirmed"
    """A trend of the market that its tests confirm."""


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
    quote: Place | None
    """The words that it was read from; for a demand left out, those that stood before."""
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

    @property
    def gone(self) -> bool:
        """Whether nothing is asked any more."""
        return self.change.change is ChangeKind.REMOVED and (self.after is None or self.after.necessity is Necessity.NOT_REQUIRED)

    @property
    def unheld(self) -> bool:
        """Whether something stood there before that no version at hand holds under this name."""
        return self.before is None and self.first is None and self.change.before is not None


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
    intermediary: Writer | None
    """Who passes the words on: the writer of the latest mail that an intermediary wrote."""
    direct: bool
    """Every version was written by the end client."""
    effects: tuple[tuple[Effect, int], ...]
    facts: tuple[Sentence, ...]
    story: tuple[Sentence, ...]
    rows: tuple[Row, ...]
    rows_left: int
    unmoved: tuple[Requirement, ...]
    not_stated: tuple[Item, ...]
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
    row: Row | None
    """The weightiest one whose words may be shown."""
    rows: tuple[Row, ...]
    """All of them, as far as a seat told whole would show them: for formats with room for a table."""
    way_to: str | None = None
    """Id of the seat that this is another way to, and that stands for both."""
