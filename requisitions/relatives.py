"""Signed steps ("+3万まで", "one more", "two weeks later") become values (DECISIONS.md D3)."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from requisitions.statements import Requirement
from requisitions.words import Category

_DAYS = {"day": 1, "week": 7}
_LONGEST_STEP = 3660
"""In days, weeks or months: more is a misreading, and would leave the calendar."""


def moved_by(held: Requirement, step: Requirement) -> Requirement | None:
    """What `step` makes of the value that is held; null where it can't be told: other units, no number, below nothing.

    A step that names no unit ("5万円アップ") is in the held one.
    """
    if held.category is Category.PERIOD and held.text is not None:
        return _moved_date(held.text, step)
    if step.unit is None:
        step = replace(step, unit=held.unit)
    if held.unit != step.unit or (held.min is None and held.max is None):
        return None
    low, high = _moved_bounds(held, step)
    if any(bound is not None and bound < 0 for bound in (low, high)):
        return None
    return replace(step, min=low, max=high, text=held.text, relative=False)


def _moved_bounds(held: Requirement, step: Requirement) -> tuple[float | None, float | None]:
    """Both bounds go along, unless the words name one of them and it is there to be moved."""
    low, high = held.min, held.max
    up = _amount(step)
    if high is not None and step.min is None:
        high += up
        low = low if low is None else min(low, high)
    elif low is not None and step.max is None:
        low += up
        high = high if high is None else max(low, high)
    else:
        low, high = (None if bound is None else bound + up for bound in (low, high))
    return low, high


def _amount(step: Requirement) -> float:
    found = step.min if step.max is None else step.max
    return 0.0 if found is None else found


def _moved_date(text: str, step: Requirement) -> Requirement | None:
    amount = int(_amount(step)) if abs(_amount(step)) <= _LONGEST_STEP else 0
    told = _shifted(text, amount, step.unit or "") if amount else None
    return None if told is None else replace(step, min=None, max=None, unit=None, text=told, relative=False)


def _shifted(text: str, amount: int, unit: str) -> str | None:
    """An ISO date or month, so many days, weeks or months on."""
    month_only = len(text) == len("2026-12")
    try:
        start = date.fromisoformat(f"{text}-01" if month_only else text)
        if unit == "month":
            return _months_on(start, amount).isoformat()[: len(text)]
        if unit in _DAYS and not month_only:
            return (start + timedelta(days=amount * _DAYS[unit])).isoformat()
    except (ValueError, OverflowError):
        return None
    return None


def _months_on(start: date, amount: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
