"""What the trends of a week are told from: what each seat asked at first, and when its words were turned over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from requisitions.words import Category, ChangeKind, Reason

REVERSED = frozenset(
    {ChangeKind.RAISED, ChangeKind.LOWERED, ChangeKind.PROMOTED, ChangeKind.DEMOTED, ChangeKind.ALTERED, ChangeKind.REMOVED}
)
"""What was stated and then turned; a demand that is added was only not told before, and one that is no longer mentioned may still hold."""
NO_GROUNDS = frozenset({Category.AGE, Category.GENDER})
"""Nobody is ranked, and no trend is told, by age or sex."""


@dataclass(frozen=True, slots=True)
class Reversal:
    """A demand of a seat that was stated otherwise before."""

    at: datetime
    category: str
    key: str
    label: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class FirstAsk:
    """A seat on its first day: what its first whole requisition said, whatever became of it."""

    requisition_id: str
    at: datetime
    client: str | None
    """The client's name as shown."""
    hand: str
    """Whose seats may be alike: the client in one spelling, else who asks us; empty: nobody knows."""
    skills: frozenset[str]
    """Keys of the skills asked for, must or preferred; no words that only this mail uses."""
    reversals: tuple[Reversal, ...]
    """In order, up to the moment that was asked for."""
    watched_until: datetime
    """When it closed, else four weeks after its last mail, or the moment that was asked for."""


@dataclass(frozen=True, slots=True)
class Trends:
    """Every seat that came in a stretch of time, once each however many ways it came by."""

    start: datetime
    end: datetime
    asks: tuple[FirstAsk, ...]
    """In the order in which they came."""
    labels: Mapping[str, str]
    """What the mails call a skill, by its key."""
