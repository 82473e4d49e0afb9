"""Moments as they are kept: aware UTC in records, naive UTC in DuckDB, ISO text in SQLite (DECISIONS.md D6)."""

from datetime import UTC, datetime


def to_naive(moment: datetime) -> datetime:
    """An aware moment as naive UTC, for a `TIMESTAMP` column.

    Raises:
        ValueError: the moment is naive already, so nobody can say which one it is.
    """
    if moment.tzinfo is None:
        raise ValueError(f"a moment without its offset: {moment}")
    return moment.astimezone(UTC).replace(tzinfo=None)


def from_naive(moment: datetime) -> datetime:
    """A moment from a `TIMESTAMP` column, aware."""
    return moment.replace(tzinfo=UTC)


def maybe_from_naive(moment: datetime | None) -> datetime | None:
    """The same where there may be none."""
    return None if moment is None else from_naive(moment)


def to_text(moment: datetime) -> str:
    """An aware moment as text that sorts as time does; raises `ValueError` for a naive one."""
    return to_naive(moment).isoformat(timespec="microseconds") + "Z"


def from_text(text: str) -> datetime:
    """What `to_text` wrote."""
    return datetime.fromisoformat(text)
