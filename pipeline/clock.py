"""The one place that reads the clock."""

import os
from datetime import UTC, datetime

VARIABLE = "REQDRIFT_NOW"
"""Environment variable that moves the clock: ISO 8601 with an offset, `2026-11-24T02:00+09:00`. For tests and for old mails."""


class ClockError(Exception):
    """The clock is told to show what is no moment."""


def now() -> datetime:
    """This moment, aware, in UTC.

    Raises:
        ClockError: `REQDRIFT_NOW` is no moment with an offset.
    """
    told = os.environ.get(VARIABLE)
    if told is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ClockError(f"{VARIABLE} is {told!r}; write a moment with its offset, such as 2026-11-24T02:00+09:00")
    return moment.astimezone(UTC)
