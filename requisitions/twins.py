"""Two brokers' texts of one seat stay apart, and know of each other (DECISIONS.md D7, D22)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Seat:
    """What of a requisition a twin must agree with, as it stands now."""

    requisition_id: str
    founded_at: datetime
    """When its root was stated."""
    organisation: str | None
    """Who asks us (`LinkKeys.organisation` of the root)."""
    title: str | None
    """Normalised by `linking.normalise_title`."""
    place: str | None
    """Text of its `location`."""
    skills: frozenset[str]
    """Keys of the skills that it must have."""


def twins(seats: Iterable[Seat]) -> dict[str, str]:
    """`requisition_id` → the earliest requisition of another organisation that seeks the same person."""
    raise NotImplementedError
