"""Two brokers' texts of one seat stay apart, and know of each other (DECISIONS.md D7, D22)."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
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
    ordered = sorted(seats, key=_order)
    common = Counter(mark for seat in ordered for mark in _marks(seat))
    index: defaultdict[str, list[Seat]] = defaultdict(list)
    found: dict[str, str] = {}
    for seat in ordered:
        told = _telling(seat, common)
        near = {other.requisition_id: other for mark in told for other in _since(index[mark], seat.founded_at - WINDOW)}
        if earliest := min((other for other in near.values() if are_twins(other, seat)), key=_order, default=None):
            found[seat.requisition_id] = earliest.requisition_id
        for mark in told:
            index[mark].append(seat)
    return found


def _since(known: list[Seat], start: datetime) -> list[Seat]:
    return known[bisect_left(known, start, key=lambda other: other.founded_at) :]


def _telling(seat: Seat, common: Mapping[str, int]) -> list[str]:
    """The rarest marks of a seat, so many that every twin has one of them (prefix filter: Chaudhuri et al. 2006)."""
    marks = sorted(_marks(seat), key=lambda mark: (common[mark], mark))
    return marks[: len(marks) // 2 + 1] if seat.skills else marks


def are_twins(one: Seat, other: Seat) -> bool:
    """Whether two organisations seek the same person within the window.

    Twins have half of all their skills in common at least: full marks for title and place can't make up for more.
    """
    if one.organisation is None or other.organisation is None or one.organisation == other.organisation:
        return False
    if 2 * len(one.skills & other.skills) < len(one.skills | other.skills):
        return False
    return abs(other.founded_at - one.founded_at) <= WINDOW and twin_score(one, other) >= LEAST_SCORE


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
    """What tells a seat: its skills; a seat without any has twins without any, so there the words of its title."""
    return frozenset(f"skill {skill}" for skill in seat.skills) or title_words(seat.title)[0]


def _places_agree(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0.0
    ours, theirs = text_parts(one), text_parts(other)
    return 1.0 if ours & theirs or comparable(one) == comparable(other) else 0.0


def _skills_agree(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0
