"""The stories that drift risk is told from: what is known of every seat at a moment, and of its client's others."""

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import fsum

from requisitions.risk import DAY, WEEK, Risk, RiskSettings, Signs, risk_of
from requisitions.shrinkage import Tally, fitted_shape, shrunken
from requisitions.statements import Requirement
from requisitions.versions import Change, Requisition, Stated
from requisitions.words import STATUS_CATEGORY, Category, Effect, EventKind, Necessity, Review, Speaker, Status

UNWATCHED = timedelta(weeks=4)
"""So long after its last mail a seat counts as watched: nobody would have told of a move after that."""
USUAL_WEEKS = 100.0
"""Seat-weeks that the setting `usual` counts for beside those of the archive."""
OF_A_PERSON = frozenset({Category.SKILL, Category.EXPERIENCE, Category.QUALIFICATION, Category.LANGUAGE, Category.TRAIT})
UNCOUNTED = frozenset({STATUS_CATEGORY, Category.AGE, Category.GENDER})
"""A seat that closes has not moved; age and sex are no grounds to rank anybody by."""
NEW_DEVELOPMENT = (Category.EXPERIENCE, "new-development")
NEW_WORDS = ("新規", "立ち上げ", "立上げ", "greenfield", "new project", "new build")
OLD_WORDS = ("新規営業", "新規開拓", "新規顧客")
"""Here what is new is the customers."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A version, as far as risk looks at it."""

    at: datetime
    status: Status
    vague: int
    musts: int
    new_development: bool


@dataclass(frozen=True, slots=True)
class SeatStory:
    """A seat's whole story, as far as risk looks at it; moments in order."""

    requisition_id: str
    client: str | None
    """Whose record counts: the client's name, else who asks us; null: nobody's."""
    title: str | None
    founded_at: datetime
    stands: tuple[Stand, ...]
    moves: tuple[datetime, ...]
    """When it moved: once a version, however much did."""
    mails: tuple[datetime, ...]
    first_hand: tuple[datetime, ...]
    """When the end client itself wrote."""
    interviews: tuple[tuple[datetime, str], ...] = field(default=())
    """Planned ones: when that was told, and for when, as ISO text."""


def story_of(requisition: Requisition, stated: Iterable[Stated], client: str | None) -> SeatStory:
    """The story of a requisition and its statements; `client` as in the story."""
    history = requisition.history
    told = [(one.mail.stated_at, one.statement.stated_by) for one in stated]
    told += [(version.stated_at, version.stated_by) for version in history.versions]
    told += [(change.stated_at, change.stated_by) for change in history.changes]
    by_hash = {mail.sha256: mail.stated_at for mail in requisition.mails}
    planned = [row for row in requisition.events if row.event.kind is EventKind.INTERVIEW and row.event.planned and row.event.at]
    return SeatStory(
        requisition.requisition_id,
        client,
        requisition.title,
        requisition.first_seen_at,
        tuple(_stand(version.stated_at, version.status, [held.requirement for held in version.held]) for version in history.versions),
        tuple(sorted({change.version: change.stated_at for change in history.changes if is_move(change)}.values())),
        tuple(sorted(mail.stated_at for mail in requisition.mails)),
        tuple(sorted({at for at, speaker in told if speaker is Speaker.END_CLIENT})),
        tuple(sorted((by_hash[row.sha256], row.event.at or "") for row in planned)),
    )


def is_move(change: Change) -> bool:
    """Whether a change is one that risk is about: a demand that now fits more people, or fewer, and that nobody dismissed."""
    return change.effect is not Effect.NEUTRAL and change.category not in UNCOUNTED and change.review is not Review.DISMISSED


def is_vague(demand: Requirement) -> bool:
    """Whether people can differ on who meets a demand: attitudes, words that no vocabulary knows, experience of no length."""
    open_ended = demand.category == Category.EXPERIENCE and not demand.has_value
    return demand.category == Category.TRAIT or demand.open_class or open_ended


def _stand(at: datetime, status: Status, held: Sequence[Requirement]) -> Stand:
    musts = [demand for demand in held if demand.necessity is Necessity.MUST and demand.category in OF_A_PERSON]
    return Stand(at, status, sum(map(is_vague, musts)), len(musts), any(demand.identity == NEW_DEVELOPMENT for demand in musts))


def risks(stories: Iterable[SeatStory], now: datetime, settings: RiskSettings) -> dict[str, Risk]:
    """The risk of every seat that is not closed at that moment, by requisition id."""
    return {requisition_id: risk_of(signs, settings) for requisition_id, signs in seen_at(stories, now, settings).items()}


def seen_at(stories: Iterable[SeatStory], now: datetime, settings: RiskSettings) -> dict[str, Signs]:
    """What can be seen at that moment of every seat that is not closed; nothing that came later counts."""
    # a sender's clock may run a day ahead (DECISIONS.md D6)
    known = sorted((_Seat(story, now) for story in stories if story.founded_at <= now + DAY), key=lambda seat: seat.story.requisition_id)
    weeks = fsum(seat.weeks for seat in known)
    usual = (settings.usual * USUAL_WEEKS + sum(seat.moves for seat in known)) / (USUAL_WEEKS + weeks)
    clients: defaultdict[str, list[_Seat]] = defaultdict(list)
    for seat in known:
        if seat.story.client:
            clients[seat.story.client].append(seat)
    records = {client: _record(seats, usual) for client, seats in clients.items()}
    alike = fitted_shape(record.tally for record in records.values())
    rates = {client: shrunken(record.tally, alike) for client, record in records.items()}
    steady = fitted_shape(_tally(seat, usual * rates.get(seat.story.client or "", 1.0)) for seat in known)
    return {
        seat.story.requisition_id: _signs(seat, records.get(seat.story.client or ""), _Usual(usual, alike, steady))
        for seat in known
        if seat.stand is None or seat.stand.status is not Status.CLOSED
    }


@dataclass(frozen=True, slots=True)
class _Record:
    """What is known of a client."""

    seats: int
    moved: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual among all seats."""

    rate: float
    alike: float
    """The shape of clients' rates."""
    steady: float
    """The shape of the rates of one client's seats."""


class _Seat:
    """A story up to a moment."""

    __slots__ = ("moves", "now", "stand", "story", "weeks")

    def __init__(self, story: SeatStory, now: datetime) -> None:
        self.story, self.now = story, now
        told = [stand for stand in story.stands if stand.at <= now] or [*story.stands[:1]]
        self.stand = told[-1] if told else None
        self.moves = bisect_right(story.moves, now)
        closed = self.stand.at if self.stand is not None and self.stand.status is Status.CLOSED else now
        end = min(now, closed, self.last(story.mails, story.founded_at) + UNWATCHED)
        self.weeks = max(DAY, end - story.founded_at) / WEEK

    def last(self, moments: Sequence[datetime], otherwise: datetime) -> datetime:
        """The last of these moments up to now."""
        number = bisect_right(moments, self.now)
        return moments[number - 1] if number else otherwise

    def since(self, moments: Sequence[datetime], otherwise: datetime) -> timedelta:
        """How long ago the last of these moments was."""
        return max(timedelta(), self.now - self.last(moments, otherwise))

    def interview(self) -> date | None:
        """The day of the next interview that is known of."""
        days = [day[:10] for told, day in self.story.interviews if told <= self.now and day[:10] >= self.now.date().isoformat()]
        return date.fromisoformat(min(days)) if days else None


def _tally(seat: _Seat, rate: float) -> Tally:
    return Tally(seat.moves, rate * seat.weeks)


def _record(seats: Sequence[_Seat], rate: float) -> _Record:
    tallies = [_tally(seat, rate) for seat in seats]
    whole = Tally(sum(tally.events for tally in tallies), fsum(tally.expected for tally in tallies))
    return _Record(len(seats), sum(seat.moves > 0 for seat in seats), whole)


def _signs(seat: _Seat, record: _Record | None, usual: _Usual) -> Signs:
    story, stand, own = seat.story, seat.stand, _tally(seat, usual.rate)
    others = record.seats - 1 if record is not None else 0
    rate = shrunken(record.tally.without(own), usual.alike) if record is not None and others else 1.0
    first_hand = bisect_right(story.first_hand, seat.now)
    return Signs(
        usual=usual.rate,
        client=rate,
        client_moved=record.moved - (seat.moves > 0) if record is not None else 0,
        client_seats=others,
        seat=shrunken(_tally(seat, usual.rate * rate), usual.steady),
        seat_moves=seat.moves,
        seat_days=round(seat.weeks * 7),
        new_project=is_new(story.title) or (stand is not None and stand.new_development),
        heard=sum(stand.at <= seat.now for stand in story.stands),
        first_hand=first_hand > 0,
        vague=stand.vague if stand is not None else 0,
        musts=stand.musts if stand is not None else 0,
        silence=seat.since(story.first_hand, story.founded_at) if first_hand else timedelta(),
        quiet=seat.since(story.mails, story.founded_at),
        interview=seat.interview(),
    )


def is_new(title: str | None) -> bool:
    """Whether a title says that a project begins."""
    text = unicodedata.normalize("NFKC", title or "").casefold()
    return any(word in text for word in NEW_WORDS) and not any(word in text for word in OLD_WORDS)
