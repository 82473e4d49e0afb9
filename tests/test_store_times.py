"""Moments on their way into the databases and back."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.times import from_naive, from_text, maybe_from_naive, to_naive, to_text

MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.timezones())  # noqa: DTZ001 - bounds must be naive


@given(MOMENTS)
def test_a_moment_survives_both_databases(moment: datetime) -> None:
    assert from_naive(to_naive(moment)) == moment.astimezone(UTC)
    assert from_text(to_text(moment)) == moment.astimezone(UTC)


@given(MOMENTS, MOMENTS)
def test_text_sorts_as_time_does(one: datetime, other: datetime) -> None:
    assert (to_text(one) < to_text(other)) == (one.astimezone(UTC) < other.astimezone(UTC))


def test_an_offset_is_resolved_and_not_dropped() -> None:
    tokyo = datetime(2026, 11, 25, 8, 30, tzinfo=timezone(timedelta(hours=9)))
    assert to_text(tokyo) == "2026-11-24T23:30:00.000000Z"


def test_a_moment_without_its_offset_is_refused() -> None:
    """Python would take it for the machine's own time."""
    with pytest.raises(ValueError, match="without its offset"):
        to_naive(datetime(2026, 11, 25, 8, 30))  # noqa: DTZ001 - the claim is about naive ones


def test_no_moment_stays_no_moment() -> None:
    assert maybe_from_naive(None) is None
