"""The one place that reads the clock."""

import os
from datetime import UTC, datetime

VARIABLE = "REQDRIFT_NOW"
"""Environment variable that moves the clock: ISO 8601 with an offset, `2026-11-24T02:00+09:00`. For tests and for old mails."""


def now() -> datetime:
    """This moment, aware, in UTC.

    Raises:
        ValueError: `REQDRIFT_NOW` is no moment with an offset.
    """
    told = os.environ.get(VARIABLE)
    if told is None:
        return datetime.now(UTC)
    moment = datetime.fromisoformat(told)
    if moment.tzinfo is None:
        raise ValueError(f"{VARIABLE} is {told!r}, which has no offset: write it as 2026-11-24T02:00+09:00")
    return moment.astimezone(UTC)
