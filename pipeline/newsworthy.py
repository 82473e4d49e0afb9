"""Which requisitions the report of a week has to read, of however many the snapshot holds."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from requisitions.seatstories import SeatStory
from requisitions.words import Status
from store import reading
from store.snapshot import Connection

DORMANT = timedelta(weeks=26)
"""A requisition that nobody closed and no mail spoke of for so long is no seat to be filled any more."""


@dataclass(frozen=True, slots=True)
class Span:
    """The week of a report, and the one before, whose moves it counts as well."""

    since: datetime
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Newsworthy:
    """What a report looks at, and how much it leaves out."""

    ids: tuple[str, ...]
    aside: int = 0
    """Requisitions that could still be filled, that nobody of ours works on, and of which the week has no word."""
    dormant: int = 0
    """Those that nobody closed, and that no mail spoke of for half a year."""


def newsworthy(connection: Connection, stories: Iterable[SeatStory], span: Span, watch: Sequence[str]) -> Newsworthy:
    """What the report of a week has to read; where `watch` may name any requisition, or nobody follows one, all that are open count."""
    followed = frozenset(reading.requisition_ids(connection, followed=True))
    counts = None if watch or not followed else followed
    touched, lately = (frozenset(reading.touched_between(connection, since, span.end)) for since in (span.start, span.since))
    return chosen(stories, span, touched, lately, counts)


def chosen(
    stories: Iterable[SeatStory],
    span: Span,
    touched: Collection[str],
    lately: Collection[str],
    followed: Collection[str] | None,
) -> Newsworthy:
    """The requisitions with a word of the week, and those that count and could still be filled or had a word the week before.

    Args:
        stories: Those of all requisitions.
        span: The two weeks.
        touched: Ids of those with a mail that was written or learnt in the week.
        lately: The same of both weeks.
        followed: Ids of those that count; null: all do.
    """
    found: list[str] = []
    aside = dormant = 0
    for story in stories:
        name = story.requisition_id
        counts = followed is None or name in followed
        if name in touched or (counts and name in lately):
            found.append(name)
        elif _is_open(story, span.start):
            awake = span.end - _last_mail(story, span.end) <= DORMANT
            found += [name] if awake and counts else []
            aside += awake and not counts
            dormant += not awake
    return Newsworthy(tuple(found), aside, dormant)


def _is_open(story: SeatStory, at: datetime) -> bool:
    known = [stand for stand in story.stands if stand.at < at]
    return bool(known) and known[-1].status is not Status.CLOSED


def _last_mail(story: SeatStory, end: datetime) -> datetime:
    number = bisect_left(story.mails, end)
    return story.mails[number - 1] if number else story.founded_at
