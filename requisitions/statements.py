"""What one mail says: requirements, statements, events, flags, and the reading that holds them."""

from dataclasses import dataclass

from requisitions.words import Category, EventKind, FlagRule, HintWhy, Kind, Mode, Necessity, Reason, Speaker, Status


@dataclass(frozen=True, slots=True)
class Requirement:
    """One demand with the quote it was read from (CONTRACT.md 2; field meanings there)."""

    category: Category
    key: str
    label: str
    necessity: Necessity
    evidence: str
    start: int
    """Character offset of `evidence` in the message's text."""
    end: int
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    text: str | None = None
    confidence: float = 1.0
    necessity_stated: bool = True
    hedged: bool = False
    relative: bool = False
    group: str | None = None
    group_need: int | None = None
    condition: str | None = None
    reason: Reason | None = None
    """Of this demand; null: the statement's."""
    stated_by: Speaker | None = None
    """Of this demand; null: the statement's."""
    open_class: bool = False
    """The key is a slug of the words themselves: no vocabulary knows it."""

    @property
    def identity(self) -> tuple[Category, str]:
        """What makes two demands the same (D1)."""
        return (self.category, self.key)

    @property
    def has_value(self) -> bool:
        """Whether anything beyond the demand itself is told."""
        return any(part is not None for part in (self.min, self.max, self.text))


@dataclass(frozen=True, slots=True)
class Hint:
    """A demand that was read but does not hold."""

    requirement: Requirement
    why: HintWhy


@dataclass(frozen=True, slots=True)
class Statement:
    """What one mail says about one requisition."""

    ordinal: int
    """Position among the statements of its mail, from 0."""
    mode: Mode
    reference: str | None = None
    title: str | None = None
    client: str | None = None
    status: Status = Status.OPEN
    status_stated: bool = False
    """False: the mail says nothing of the status, which then moves nothing."""
    status_evidence: str | None = None
    status_start: int | None = None
    status_reason: Reason | None = None
    reason: Reason = Reason.UNSTATED
    stated_by: Speaker = Speaker.UNKNOWN
    requirements: tuple[Requirement, ...] = ()
    hints: tuple[Hint, ...] = ()
    author: str | None = None
    """Mail domain of who speaks in a forwarded part; null: the sender does."""
    retracts: bool = False
    """The mail takes back the one before it of the same author ("ignore my last mail")."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a seat and is no demand."""

    kind: EventKind
    statement: int | None
    """Ordinal of the statement it belongs to; null: the mail's only seat, found by linking."""
    planned: bool
    count: int | None
    at: str | None
    """ISO date or minute in the mail's own time, `2026-11-25T14:00`."""
    evidence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Flag:
    """A condition that a person should look at before it is passed on."""

    rule: FlagRule
    evidence: str
    start: int
    end: int
    note: str
    statement: int | None = None
    """Ordinal of the statement it stands in, where that is known."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one mail."""

    kind: Kind
    language: str
    """`ja` or `en`."""
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    flags: tuple[Flag, ...] = ()
