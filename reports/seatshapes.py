"""The shapes of a seat, a change and a sentence in `report.json`; `shapes` has the doctrine and the whole."""

from dataclasses import dataclass
from typing import Any

from reports.seatrecords import Certainty, MarkKind
from requisitions.words import ChangeKind, Effect, HintWhy, Necessity, Reason, Review, Speaker


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the numbers, days and names that it was made from."""

    text: str
    template: str
    """Its id in the catalogues of reports/wording."""
    values: dict[str, Any]
    """By the names of the template: numbers, days and moments as such, everything else as an object with a `text`."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A requisition by its names."""

    requisition_id: str
    reference: str | None
    client: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class SourceMail:
    """A mail that something was read from."""

    sha256: str
    message_id: str | None
    stated_at: str
    sender: str
    subject: str
    url: str | None
    """Where it can be opened, by `[reports] mail_link`."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A demand (CONTRACT.md 2). Of a condition of age or sex, only that it is there."""

    category: str
    key: str
    name: str
    necessity: Necessity
    min: float | None
    max: float | None
    unit: str | None
    text: str
    """All of it in words."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change (CONTRACT.md 3) as the report shows it."""

    change_id: str
    category: str
    key: str
    item: str
    change: ChangeKind
    effect: Effect
    reason: Reason
    stated_by: Speaker
    implied: bool
    review: Review
    certainty: Certainty
    stated_at: str
    learnt_late: bool
    first: str
    """What the first version asked, in words."""
    before: str | None
    """What the version before asked, where that is something else."""
    now: str
    first_demand: Demand | None
    before_demand: Demand | None
    now_demand: Demand | None
    moved_again: bool
    to_review: bool
    """A condition of age or sex: neither values nor words are repeated."""
    quote: str | None
    mail: SourceMail | None


@dataclass(frozen=True, slots=True)
class HintShown:
    """Words that hold nothing yet."""

    why: HintWhy
    category: str
    key: str
    name: str
    quote: str
    stated_at: str
    mail: SourceMail | None


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A sign on a seat's timeline."""

    kind: MarkKind
    at: str
    version: int | None


@dataclass(frozen=True, slots=True)
class WholeSeat:
    """A seat told whole."""

    seat: Seat
    call: int | None
    """Its number among the calls."""
    via: str | None
    direct: bool
    effects: dict[Effect, int]
    facts: list[Told]
    story: list[Told]
    changes: list[ChangeRow]
    changes_left: int
    unmoved: list[Demand]
    not_stated: list[str]
    hints: list[HintShown]
    questions: list[Told]
    timeline: list[TimelineMark]
    sources: list[SourceMail]


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat told in one line."""

    seat: Seat
    effects: dict[Effect, int]
    items: Told
    certainty: Certainty
    changes: list[ChangeRow]
    way_to: str | None
    """Id of the requisition that stands for both, where this is another way to it."""
