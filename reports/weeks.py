"""ISO weeks, counted in the time zone of the report."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, order=True)
class IsoWeek:
    """A week of ISO 8601, Monday to Sunday."""

    year: int
    """The ISO year, which differs from the calendar's around New Year."""
    week: int

    @property
    def monday(self) -> date:
        """The first day."""
        return date.fromisocalendar(self.year, self.week, 1)

    @property
    def sunday(self) -> date:
        """The last day."""
        return self.monday + timedelta(days=6)

    def previous(self) -> "IsoWeek":
        """The week before."""
        return _of_day(self.monday - timedelta(days=7))

    def following(self) -> "IsoWeek":
        """The week after."""
        return _of_day(self.monday + timedelta(days=7))

    def bounds(self, timezone: ZoneInfo) -> tuple[datetime, datetime]:
        """The half-open stretch of time that the week is, in UTC."""
        ends = (self.monday, self.monday + timedelta(days=7))
        start, end = (datetime.combine(day, time(), timezone).astimezone(UTC) for day in ends)
        return start, end

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.week:02d}"


def _of_day(day: date) -> IsoWeek:
    year, week, _ = day.isocalendar()
    return IsoWeek(year, week)


def week_of(moment: datetime, timezone: ZoneInfo) -> IsoWeek:
    """The week that an aware moment falls in, as people in `timezone` count."""
    return _of_day(moment.astimezone(timezone).date())


def parse_week(text: str) -> IsoWeek:
    """The week that `2026-W47` names.

    Raises:
        ValueError: the text names no week; the sentence says how one is written.
    """
    year, _, week = text.strip().upper().partition("-W")
    try:
        found = IsoWeek(int(year), int(week))
        written = str(found) == f"{year}-W{week}" and found.monday.isocalendar().week == found.week
    except ValueError:
        written = False
    if not written:
        raise ValueError(f"{text!r} is no ISO week; write one as 2026-W47")
    return found
