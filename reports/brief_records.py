"""A briefing, ready to be shown: one seat before an interview. Nothing here knows a language or a format; moments are UTC."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reports.quotes import Place, Stretch
from reports.records import place_of
from reports.seatrecords import Certainty, Row, SeatName
from reports.sentences import Item, Sentence, Writer
from requisitions.conflicts import Conflict, Word
from requisitions.risk import Risk
from requisitions.statements import Requirement
from requisitions.versions import Held, HintRow, Mail
from requisitions.words import Effect, Status


class Since(StrEnum):
    """From where changes are told."""

    PROPOSAL = "proposal"
    """From when the first of those of ours who are, or were last, in play was proposed."""
    FIRST = "first"
    """From the first version: nobody was proposed."""


class Basis(StrEnum):
    """Whose seats show what is usually asked for."""

    CLIENT = "client"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A demand that holds."""

    held: Held
    certainty: Certainty
    moved: bool
    """Whether the briefing tells below what it was before."""
    reviewable: bool
    """A condition of age or sex: its words are not repeated."""


@dataclass(frozen=True, slots=True)
class Move:
    """A demand that moved since then, once or more often."""

    rows: tuple[Row, ...]
    """Its changes, oldest first: the first one and the latest, where it moved very often."""
    times: int
    """How often it moved."""
    people: int
    """How many of ours were in play when it moved last."""
    turned: bool = False
    """The job itself became another: the first row drops the old one, the last adds the new one."""

    @property
    def last(self) -> Row:
        """Where it stands."""
        return self.rows[-1]

    @property
    def before(self) -> Requirement | None:
        """What was asked when it began."""
        return self.rows[0].before


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """Two mails that differ on a demand."""

    conflict: Conflict
    holds: Mail | None
    """The mail of the words that hold."""
    against: Mail | None

    def mail(self, word: Word) -> Mail | None:
        """The mail of a side."""
        return self.against if word is self.conflict.against else self.holds


@dataclass(frozen=True, slots=True)
class HintLine:
    """Words that hold nothing yet, and that nobody has settled since."""

    row: HintRow
    mail: Mail | None


@dataclass(frozen=True, slots=True)
class Usual:
    """What no mail of this seat tells and most comparable seats do."""

    item: Item
    basis: Basis
    named: int
    seats: int
    """How many seats it rests on."""


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """People of ours proposed by one mail: how many, never who."""

    at: datetime
    count: int
    mail: Mail | None
    effects: tuple[tuple[Effect, int], ...]
    """What moved after it."""


@dataclass(frozen=True, slots=True)
class InterviewLine:
    """An interview that was fixed or held."""

    at: datetime
    ahead: bool
    planned: bool
    """No mail tells that it was held."""
    dated_only: bool
    """Its hour is not told."""


@dataclass(frozen=True, slots=True)
class People:
    """What happened with people of ours."""

    proposals: tuple[ProposalLine, ...]
    """The latest ones, oldest first."""
    proposals_left: int
    interviews: tuple[InterviewLine, ...]
    """The latest ones, oldest first."""
    interviews_left: int
    in_play: int
    turned_down: int

    @property
    def ahead(self) -> InterviewLine | None:
        """The next interview."""
        return next((one for one in self.interviews if one.ahead), None)


@dataclass(frozen=True, slots=True)
class Query:
    """A question, as it is put to somebody."""

    text: Sentence
    to: Writer | None
    """Who writes to us about it; null where it is for the end client, or nobody of theirs wrote."""
    to_client: bool
    about: tuple[Item, ...]
    opening: Sentence | None = None
    """Of the first question: which seat it is about, so that it can be read out or sent as it stands."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that a sales person needs of a seat on one page."""

    name: SeatName
    now: datetime
    timezone: str
    data_cut: datetime | None
    status: Status
    versions: int
    via: Writer | None
    """Who passes the words on, where that is not the client."""
    direct: bool
    risk: Risk | None
    """How likely it is to move, as the record has it."""
    since: Since
    since_at: datetime
    lead: tuple[Sentence, ...]
    holds: tuple[HeldLine, ...]
    holds_left: int
    moves: tuple[Move, ...]
    moves_left: int
    moved_before: int
    """Changes before that, which `show` tells."""
    second_hand: tuple[Item, ...]
    """What holds and the end client did not write himself."""
    conflicts: tuple[ConflictLine, ...]
    conflicts_left: int
    hints: tuple[HintLine, ...]
    hints_left: int
    usual: tuple[Usual, ...]
    not_stated: tuple[Item, ...]
    flags: int
    """Conditions that a person should review before they are passed on."""
    people: People
    queries: tuple[Query, ...]
    ask_language: str
    """The language that the client writes."""
    sources: tuple[Mail, ...]
    """The mails of what moved, is in conflict or is unsure, oldest first."""
    writers: str
    withheld: Mapping[str, tuple[Stretch, ...]]

    @property
    def demands(self) -> int:
        """How many demands hold."""
        return len(self.holds) + self.holds_left

    def places(self) -> Iterator[Place]:
        """Every place of a mail that the briefing may quote."""
        yield from (row.quote for move in self.moves for row in move.rows if row.quote is not None)
        yield from (place_of(line.row) for line in self.hints)
        for line in self.conflicts:
            for word in (line.conflict.holds, line.conflict.against):
                if word is not None and word.requirement is not None:
                    yield Place(word.sha256, word.requirement.evidence, word.requirement.start)
