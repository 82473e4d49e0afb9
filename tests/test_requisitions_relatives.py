"""Signed steps become values (DECISIONS.md D3)."""

import pytest

from requisitions.relatives import moved_by
from requisitions.statements import Requirement
from tests.requisitions_fixtures import demand


def rate(low: float | None = None, high: float | None = None, unit: str = "jpy_per_month", *, relative: bool = False) -> Requirement:
    return demand("rate/rate", min=low, max=high, unit=unit, relative=relative)


@pytest.mark.parametrize(
    ("held", "step", "expected"),
    [
        ((650000, 700000), (None, 30000), (650000, 730000)),
        ((None, 650000), (None, 30000), (None, 680000)),
        ((650000, None), (None, 30000), (680000, None)),
        ((650000, 650000), (30000, 30000), (680000, 680000)),
        ((650000, 700000), (30000, 30000), (680000, 730000)),
        ((650000, 650000), (None, -50000), (600000, 600000)),
        ((650000, 700000), (-20000, None), (630000, 700000)),
        ((650000, 650000), (20000, None), (670000, 670000)),
        ((None, 650000), (20000, None), (None, 670000)),
    ],
)
def test_a_step_moves_the_bound_that_its_words_name(
    held: tuple[float | None, float | None], step: tuple[float | None, float | None], expected: tuple[float | None, float | None]
) -> None:
    moved = moved_by(rate(*held), rate(*step, relative=True))
    assert moved is not None
    assert (moved.min, moved.max, moved.unit, moved.relative) == (*expected, "jpy_per_month", False)


def test_the_moved_value_keeps_the_words_of_the_step_as_its_evidence() -> None:
    moved = moved_by(rate(high=650000), demand("rate/rate", max=30000, unit="jpy_per_month", relative=True, evidence="up by 30k"))
    assert moved is not None
    assert moved.evidence == "up by 30k"


@pytest.mark.parametrize(
    ("held", "step"),
    [
        (rate(650000, 650000), rate(500, 500, "jpy_per_hour", relative=True)),
        (demand("rate/rate", text="skill-based"), rate(30000, 30000, relative=True)),
        (demand("headcount/headcount", min=1, max=1, unit="person"), demand("headcount/headcount", min=-2, max=-2, unit="person")),
    ],
)
def test_a_step_from_nowhere_into_nothing_or_in_other_units_cannot_be_taken(held: Requirement, step: Requirement) -> None:
    assert moved_by(held, step) is None


def test_a_step_may_end_at_nothing() -> None:
    overtime = demand("schedule/overtime", max=20, unit="hour_per_month")
    moved = moved_by(overtime, demand("schedule/overtime", max=-20, unit="hour_per_month", relative=True))
    assert moved is not None
    assert moved.max == 0


def start(text: str) -> Requirement:
    return demand("period/start-date", text=text)


def later(amount: float, unit: str) -> Requirement:
    return demand("period/start-date", min=amount, max=amount, unit=unit, relative=True)


@pytest.mark.parametrize(
    ("held", "step", "expected"),
    [
        ("2026-12-01", (2, "week"), "2026-12-15"),
        ("2026-12-01", (-1, "day"), "2026-11-30"),
        ("2026-12-31", (2, "month"), "2027-02-28"),
        ("2026-12", (1, "month"), "2027-01"),
        ("2026-01", (-1, "month"), "2025-12"),
    ],
)
def test_dates_move_by_days_weeks_and_months(held: str, step: tuple[float, str], expected: str) -> None:
    moved = moved_by(start(held), later(*step))
    assert moved is not None
    assert (moved.text, moved.min, moved.max, moved.unit) == (expected, None, None, None)


@pytest.mark.parametrize(
    ("held", "step"),
    [
        ("immediate", (2, "week")),
        ("2026-12", (2, "week")),
        ("2026-12-01", (2, "year")),
        ("2026-12-01", (1e9, "day")),
        ("2026-13-45", (1, "day")),
        ("0001-01-01", (-5, "day")),
        ("2026-12-01", (0, "day")),
    ],
)
def test_dates_that_cannot_be_told_stay_untold(held: str, step: tuple[float, str]) -> None:
    assert moved_by(start(held), later(*step)) is None


def test_a_duration_moves_as_a_number() -> None:
    moved = moved_by(demand("period/duration", min=3, max=3, unit="month"), demand("period/duration", min=3, max=3, unit="month"))
    assert moved is not None
    assert (moved.min, moved.max) == (6, 6)
