"""Days and months of the calendar, counted from the date of a mail."""

from dataclasses import dataclass
from datetime import date, timedelta

_LEAP_CYCLE = 9
"""Years within which every day of the calendar comes again, 29 February across a century too."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day or a month, as far as the words tell it."""

    year: int
    month: int
    day: int | None = None

    @property
    def iso(self) -> str:
        """`2026-12-01`, or `2026-12` where no day is told."""
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")


def valid(year: int, month: int, day: int | None) -> Day | None:
    """The day or month, where the calendar has it."""
    try:
        date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    return Day(year, month, day)


def upcoming(base: date, month: int, day: int | None) -> Day | None:
    """The first such day, or month, that is not over at the base."""
    for year in range(base.year, base.year + _LEAP_CYCLE):
        candidate = valid(year, month, day)
        if candidate and (candidate.year, candidate.month, candidate.day or 31) >= (base.year, base.month, base.day):
            return candidate
    return None


def upcoming_day(base: date, day: int) -> Day | None:
    """The first such day of a month that is not over at the base."""
    for ahead in range(4):
        year, month = months_ahead(base, ahead)
        candidate = valid(year, month, day)
        if candidate and (year, month, day) >= (base.year, base.month, base.day):
            return candidate
    return None


def months_ahead(base: date, months: int) -> tuple[int, int]:
    """Year and month so many months after the base."""
    index = base.year * 12 + base.month - 1 + months
    return index // 12, index % 12 + 1


def weekday_of(base: date, weekday: int, weeks: int) -> Day:
    """The weekday (Monday is 0) of the week that is so many weeks after the base's."""
    chosen = base + timedelta(days=weekday - base.weekday() + 7 * weeks)
    return Day(chosen.year, chosen.month, chosen.day)


def next_weekday(base: date, weekday: int) -> Day:
    """The first such weekday after the base."""
    chosen = base + timedelta(days=(weekday - base.weekday() - 1) % 7 + 1)
    return Day(chosen.year, chosen.month, chosen.day)


def monday_of(day: Day) -> Day:
    """The Monday of the week that a day is in; a month stays."""
    if day.day is None:
        return day
    return weekday_of(date(day.year, day.month, day.day), 0, 0)
