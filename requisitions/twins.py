"""Two brokers' texts of one seat stay apart, and know of each other (DECISIONS.md D7, D22)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from requisitions.titles import likeness, title_words
from requisitions.values import comparable, text_parts

WINDOW = timedelta(days=90)
"""Seats founded further apart are no twins."""
LEAST_SCORE = 0.8

_WEIGHTS = (0.4, 0.2, 0.4)
"""Of titles, places and must skills."""


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
    client: str | None = None
    """Name of the end client, where it is told."""


def twins(seats: Iterable[Seat]) -> dict[str, str]:
    """`requisition_id` → the earliest requisition of another organisation that seeks the same person."""
    index: defaultdict[str, list[Seat]] = defaultdict(list)
    found: dict[str, str] = {}
    for seat in sorted(seats, key=_order):
        candidates = {other.requisition_id: other for mark in _marks(seat) for other in index[mark]}
        if earliest := min((other for other in candidates.values() if are_twins(other, seat)), key=_order, default=None):
            found[seat.requisition_id] = earliest.requisition_id
        for mark in _marks(seat):
            index[mark].append(seat)
    return found


def are_twins(one: Seat, other: Seat) -> bool:
    """Whether two organisations seek the same person within the window."""
    apart = one.organisation is not None and other.organisation is not None and one.organisation != other.organisation
    return apart and abs(other.founded_at - one.founded_at) <= WINDOW and twin_score(one, other) >= LEAST_SCORE


def twin_score(one: Seat, other: Seat) -> float:
    """How far titles, places and must skills agree, 0..1; 0 where fewer than two of them are told, or the clients differ."""
    if one.client and other.client and comparable(one.client) != comparable(other.client):
        return 0.0
    told = (one.title and other.title, one.place and other.place, one.skills and other.skills)
    if sum(map(bool, told)) < len(told) - 1:
        return 0.0
    scores = (likeness(one.title, other.title).dice, _places_agree(one.place, other.place), _skills_agree(one.skills, other.skills))
    silent = (not (one.title or other.title), not (one.place or other.place), not (one.skills or other.skills))
    weights = [0.0 if quiet else weight for quiet, weight in zip(silent, _WEIGHTS, strict=True)]
    return sum(weight * score for weight, score in zip(weights, scores, strict=True)) / sum(weights)


def _order(seat: Seat) -> tuple[datetime, str]:
    return (seat.founded_at, seat.requisition_id)


def _marks(seat: Seat) -> frozenset[str]:
    """What two twins have in common at least one of: a score of 0.8 needs a shared skill or an informative word of the title."""
    return seat.skills | {f"title {word}" for word in title_words(seat.title)[0]}


def _places_agree(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0.0
    ours, theirs = text_parts(one), text_parts(other)
    return 1.0 if ours & theirs or comparable(one) == comparable(other) else 0.0


def _skills_agree(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0
