"""One seat as a week saw it: what was known by its end, and what of that is this week's news."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reports.settings import SILENT_DAYS
from reports.weeks import IsoWeek
from requisitions.statements import Requirement
from requisitions.versions import Change, EventRow, Held, HintRow, Link, Mail, Requisition, Version
from requisitions.words import STATUS_CATEGORY, Category, ChangeKind, Effect, EventKind, HintWhy, Kind, Mode, Review, Status

_ABOUT_SEATS = frozenset({Kind.REQUISITION, Kind.CLARIFICATION})
REVIEWABLE = frozenset({Category.AGE, Category.GENDER})
"""Conditions whose words are shown folded, and never in a sentence."""


@dataclass(frozen=True, slots=True)
class Window:
    """The half-open stretch of time that a report is about."""

    start: datetime
    end: datetime
    zone: ZoneInfo
    silent_days: int = SILENT_DAYS
    """An open seat that no mail spoke of for so many days before the end is silent."""

    @classmethod
    def of(cls, week: IsoWeek, zone: ZoneInfo, silent_days: int = SILENT_DAYS) -> "Window":
        """The window of a week."""
        return cls(*week.bounds(zone), zone, silent_days)

    def learnt_late(self, stated_at: datetime, mail: Mail | None) -> bool:
        """Whether it was said before the week and came in during it, by no source's first import (D6)."""
        return stated_at < self.start and mail is not None and not mail.first_import and self.start <= mail.known_at < self.end

    def is_news(self, stated_at: datetime, mail: Mail | None) -> bool:
        """Whether the week has to tell it: said in it, or learnt late."""
        return self.start <= stated_at < self.end or self.learnt_late(stated_at, mail)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with the moment that it is about."""

    kind: EventKind
    planned: bool
    at: datetime
    """The time of an interview; of the rest, when the mail that tells it was written."""
    count: int


@dataclass(frozen=True, slots=True)
class SeatWeek:
    """A seat with what was known of it at the end of the week."""

    seat: Requisition
    window: Window
    versions: tuple[Version, ...]
    moves: tuple[Change, ...]
    """Changes of demands that are this week's news, save dismissed ones."""
    turns: tuple[Change, ...]
    """Changes of the seat's own status that are this week's news."""
    dismissed: int
    """News that a person has dismissed."""
    hints: tuple[HintRow, ...]
    events: tuple[Happening, ...]
    new: bool
    was_open: bool
    """Known and not closed when the week began."""

    @property
    def latest(self) -> Version:
        """What holds at the end of the week."""
        return self.versions[-1]

    @property
    def status(self) -> Status:
        """At the end of the week."""
        return self.latest.status

    def mail(self, sha256: str) -> Mail | None:
        """The mail of this seat with that hash."""
        return next((mail for mail in self.seat.mails if mail.sha256 == sha256), None)

    def is_late(self, change: Change) -> bool:
        """Whether the change was learnt this week and said before it."""
        return self.window.learnt_late(change.stated_at, self.mail(change.sha256))

    def moved_this_week(self, link: Link) -> bool:
        """Whether a mail that came in this week, late, is what the statement goes on from now; no first import is news."""
        late = None if link.revised is None else self.mail(link.revised)
        return late is not None and not late.first_import and self.window.start <= late.known_at < self.window.end

    def count(self, effect: Effect) -> int:
        """How many of the moves have that effect."""
        return sum(change.effect is effect for change in self.moves)

    def proposed(self, at: datetime) -> int:
        """How many people of ours were proposed and not turned down just before `at`."""
        told = [event for event in self.events if event.at < at]
        out = sum(event.count for event in told if event.kind is EventKind.PROPOSAL)
        return max(0, out - sum(event.count for event in told if event.kind is EventKind.REJECTION))

    def turned_down(self) -> int:
        """How many people of ours the week turned down."""
        told = (event for event in self.events if event.kind is EventKind.REJECTION and event.at >= self.window.start)
        return sum(event.count for event in told)

    def after_proposal(self) -> tuple[Change, ...]:
        """The moves that came while somebody was proposed."""
        return tuple(change for change in self.moves if self.proposed(change.stated_at))

    def last_before(self, kind: EventKind, at: datetime) -> Happening | None:
        """The latest event of a kind that had happened by `at`."""
        known = [event for event in self.events if event.kind is kind and not event.planned and event.at <= at]
        return max(known, key=lambda event: event.at, default=None)

    def theirs(self) -> tuple[Mail, ...]:
        """The mails about the seat itself, by the end of the week."""
        return tuple(mail for mail in self.seat.mails if mail.stated_at < self.window.end and mail.kind in _ABOUT_SEATS)

    def interview_ahead(self) -> datetime | None:
        """The nearest interview after the week, unless the seat is closed."""
        ahead = [event.at for event in self.events if event.kind is EventKind.INTERVIEW and event.at >= self.window.end]
        return None if self.status is Status.CLOSED else min(ahead, default=None)

    def last_mail(self) -> datetime:
        """When the last mail about the seat itself was written; one that only brings a person does not count."""
        return max((mail.stated_at for mail in self.theirs()), default=self.latest.stated_at)

    @property
    def is_silent(self) -> bool:
        """Open, and without a mail for longer than the window tells."""
        return self.status is Status.OPEN and self.window.end - self.last_mail() > timedelta(days=self.window.silent_days)


def find_held(version: Version | None, category: str, key: str) -> Held | None:
    """What a version holds under that category and key, with its mail."""
    held = () if version is None else version.held
    return next((item for item in held if item.requirement.identity == (category, key)), None)


def find(version: Version | None, category: str, key: str) -> Requirement | None:
    """The demand of a version with that category and key."""
    held = find_held(version, category, key)
    return None if held is None else held.requirement


def rate_of(version: Version | None) -> Requirement | None:
    """The price of a version, if it tells a number."""
    rate = find(version, Category.RATE, "rate")
    return rate if rate is not None and (rate.min is not None or rate.max is not None) else None


def baseline(seat: SeatWeek, before: int) -> Version | None:
    """What a change of version `before` is held against as the first word: the first full text, else version 1."""
    earlier = [version for version in seat.versions if version.number < before]
    return next((version for version in earlier if version.mode is Mode.FULL), earlier[0] if earlier else None)


def look(seat: Requisition, window: Window) -> SeatWeek | None:
    """A seat as the week saw it, or null where it was not known by its end. What a person says was read wrongly is not told."""
    hints = tuple(row for row in seat.history.hints if row.hint.why is not HintWhy.REJECTED)
    if len(hints) < len(seat.history.hints):
        seat = replace(seat, history=replace(seat.history, hints=hints))
    versions = tuple(version for version in seat.history.versions if version.stated_at < window.end)
    if not versions:
        return None
    mails = {mail.sha256: mail for mail in seat.mails}
    news = [change for change in seat.history.changes if window.is_news(change.stated_at, mails.get(change.sha256))]
    kept = [change for change in news if change.review is not Review.DISMISSED]
    new = window.is_news(versions[0].stated_at, mails.get(versions[0].sha256))
    before = [version for version in versions if version.stated_at < window.start]
    return SeatWeek(
        seat=seat,
        window=window,
        versions=versions,
        moves=tuple(change for change in kept if change.category != STATUS_CATEGORY),
        turns=tuple(change for change in kept if change.category == STATUS_CATEGORY),
        dismissed=len(news) - len(kept),
        hints=tuple(row for row in seat.history.hints if window.is_news(row.stated_at, mails.get(row.sha256))),
        events=_happenings(seat.events, mails, window),
        new=new,
        was_open=bool(before) and not new and before[-1].status is not Status.CLOSED,
    )


def _happenings(rows: tuple[EventRow, ...], mails: dict[str, Mail], window: Window) -> tuple[Happening, ...]:
    """Events told by the end of the week, each once however many mails repeat it."""
    found: dict[tuple[EventKind, date, object], Happening] = {}
    for row in rows:
        mail = mails.get(row.sha256)
        told = row.known_at if mail is None else mail.stated_at
        moment = _moment(row.event.at, window.zone)
        is_dated = row.event.kind is EventKind.INTERVIEW
        if told >= window.end or (is_dated and row.event.planned and moment is None):
            continue
        at = moment if is_dated and moment is not None else told
        # Two mails of one day may propose two people; one interview is told again and again.
        again = None if is_dated else row.sha256
        key = (row.event.kind, at.astimezone(window.zone).date(), again)
        if key not in found or (found[key].planned and not row.event.planned):
            found[key] = Happening(row.event.kind, row.event.planned, at, max(1, row.event.count or 1))
    return tuple(sorted(found.values(), key=lambda event: (event.at, event.kind)))


def _moment(text: str | None, zone: ZoneInfo) -> datetime | None:
    """A moment told in the mail's own time, which is taken for that of the report."""
    if text is None:
        return None
    try:
        if len(text) <= len("2026-11-25"):
            return datetime.combine(date.fromisoformat(text), time(), zone)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def is_must_gain(change: Change, after: Requirement | None) -> bool:
    """Whether a must joined, or something became one."""
    return change.change in {ChangeKind.ADDED, ChangeKind.PROMOTED} and change.effect is Effect.HARDER and after is not None
