"""ISO weeks in the report's time zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.weeks import IsoWeek, parse_week, week_of

TOKYO = ZoneInfo("Asia/Tokyo")


def test_a_week_of_tokyo_begins_on_sunday_afternoon_in_utc() -> None:
    start, end = IsoWeek(2026, 47).bounds(TOKYO)
    assert start == datetime(2026, 11, 15, 15, tzinfo=UTC)
    assert end - start == timedelta(days=7)


def test_the_first_minute_of_monday_belongs_to_the_new_week() -> None:
    monday = datetime(2026, 11, 16, 0, 0, tzinfo=TOKYO)
    assert week_of(monday, TOKYO) == IsoWeek(2026, 47)
    assert week_of(monday - timedelta(minutes=1), TOKYO) == IsoWeek(2026, 46)


def test_a_week_in_which_the_clocks_change_has_another_length() -> None:
    start, end = IsoWeek(2026, 13).bounds(ZoneInfo("Europe/London"))
    assert end - start == timedelta(days=7) - timedelta(hours=1)


def test_the_iso_year_is_not_the_calendar_year_around_new_year() -> None:
    assert week_of(datetime(2027, 1, 1, tzinfo=UTC), ZoneInfo("UTC")) == IsoWeek(2026, 53)
    assert IsoWeek(2027, 1).previous() == IsoWeek(2026, 53)


@given(st.dates(date(1990, 1, 8), date(2100, 1, 1)))
def test_a_week_is_read_back_as_it_is_written(day: date) -> None:
    year, week, _ = day.isocalendar()
    written = IsoWeek(year, week)
    assert parse_week(str(written)) == written
    assert written.monday <= day <= written.sunday


@given(st.dates(date(1990, 1, 8), date(2100, 1, 1)))
def test_weeks_follow_each_other_without_a_gap(day: date) -> None:
    year, week, _ = day.isocalendar()
    this = IsoWeek(year, week)
    assert this.previous().sunday + timedelta(days=1) == this.monday
    assert this.previous() < this


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-47", "2026-W5", "2026-W00", "2025-W53", "2026-W54", "２０２６-W47", "2026-W47x", "26-W47"]
)
def test_what_names_no_week_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"2026-W47"):
        parse_week(text)


def test_small_letters_and_space_around_do_not_matter() -> None:
    assert parse_week(" 2026-w47 ") == IsoWeek(2026, 47)
