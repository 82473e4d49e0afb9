"""The shapes of `report.json`: what `docs/report.schema.json` describes. Every text is in the report's language, ready to be shown.

Whatever a mail wrote has gone through the same doors as on the page: hidden signs are shown, private words left out, quotes cut, and
conditions of age or sex are said to be there and not repeated. Moments are ISO 8601 in UTC; days are days of `timezone`.
"""

from dataclasses import dataclass, field

from reports.seatrecords import Certainty, Standing
from reports.seatshapes import Demand, HintShown, Seat, SeatLine, SourceMail, Told, WholeSeat
from reports.trendshapes import ClientsShown, MarketShown
from requisitions.words import Cause, ChangeKind, Reason, Review

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class CallShown:
    """A seat to phone about, or to look at first."""

    seat: Seat
    finding: Told
    question: Told
    review: Review
    to: str | None
    interview: str | None
    turned_down: int
    harder: bool


@dataclass(frozen=True, slots=True)
class PointShown:
    """One of the sentences of the week."""

    headline: Told | None
    sentences: list[Told]
    certainty: dict[Certainty, int]
    """How many of the rows behind it are how sure."""
    anchor: str | None
    """Where to read on: a requisition id, or a section of the page."""


@dataclass(frozen=True, slots=True)
class Flagged:
    """A seat with conditions to review: which and how many, not their words."""

    seat: Seat
    flags: list[dict[str, str | None]]
    """Of each its `flag_id`, `rule`, and the `sha256` and `message_id` of its mail."""
    new_this_week: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """A mail that perhaps belongs to another seat."""

    seat: Seat
    mail: SourceMail
    score: float


@dataclass(frozen=True, slots=True)
class Fault:
    """An input that could not be used."""

    source: str | None
    stage: str
    cause: Cause | None
    text: str
    mail: SourceMail | None


@dataclass(frozen=True, slots=True)
class DecisionsShown:
    """What waits for a person beside the calls."""

    flags: list[Flagged]
    musts: list[Seat]
    conflicts: list[Seat]
    carried: list[Seat]
    """Grew harder the week before while somebody was proposed, and nobody has reviewed that."""
    links: list[Doubt]
    unread: list[Fault]


@dataclass(frozen=True, slots=True)
class NewShown:
    """A seat that came in this week."""

    seat: Seat
    at: str
    via: str | None
    demands: list[Demand]
    demands_left: int
    not_stated: list[str]
    moved: Told | None


@dataclass(frozen=True, slots=True)
class TurnShown:
    """A seat that was closed, paused or opened again."""

    seat: Seat
    change: ChangeKind
    certainty: Certainty
    reason: Reason
    stated_at: str
    quote: str
    mail: SourceMail | None
    moved: Told | None


@dataclass(frozen=True, slots=True)
class SilentShown:
    """An open seat that no mail spoke of for two weeks."""

    seat: Seat
    last: str
    days: int
    proposed: int


@dataclass(frozen=True, slots=True)
class RumourShown:
    """Words that hold nothing yet, about a seat that did not move."""

    seat: Seat
    hint: HintShown


@dataclass(frozen=True, slots=True)
class HeadShown:
    """What the week was made from."""

    extractor: str
    data_cut: str | None
    mails: int
    mails_read: int
    seats: int
    seats_before: int
    followed_only: bool
    versions: int
    tally: dict[Standing, int]
    failed: list[Fault]
    owner: str | None
    """Whose seats alone these are: an address or a team; null: all."""


@dataclass(frozen=True, slots=True)
class OthersShown:
    """Seats that came, went or fell silent; `…_left` counts those that the report has no room for."""

    new: list[NewShown]
    new_left: int
    turns: list[TurnShown]
    turns_left: int
    silent: list[SilentShown]
    silent_left: int
    rumours: list[RumourShown]
    rumours_left: int


@dataclass(frozen=True, slots=True)
class MovedShown:
    """The seats whose demands moved."""

    number: int
    whole: list[WholeSeat]
    lines: list[SeatLine]
    elsewhere: list[SeatLine]
    ways: list[SeatLine]
    """Other ways to seats that moved on both, counted once."""
    left: int


@dataclass(frozen=True, slots=True)
class CallsShown:
    """Whom to phone first."""

    shown: list[CallShown]
    left: int
    proposals: int
    harder: int
    first_look: CallShown | None


@dataclass(frozen=True, slots=True)
class WeekShown:
    """Which week."""

    name: str
    """`2026-W47`."""
    monday: str
    sunday: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A week of shifting demands: all that the page prints, with the data behind it."""

    language: str
    timezone: str
    week: WeekShown
    head: HeadShown
    points: list[PointShown]
    calls: CallsShown
    decisions: DecisionsShown
    moved: MovedShown
    others: OthersShown
    clients: ClientsShown
    market: MarketShown
    checked: list[Told]
    schema_version: int = field(default=SCHEMA_VERSION)
