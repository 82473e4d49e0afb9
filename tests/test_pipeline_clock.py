"""The clock: one place reads it, and tests move it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline import clock

ROOT = Path(__file__).resolve().parent.parent


def test_now_is_aware_and_in_utc() -> None:
    assert clock.now().tzinfo is UTC
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_the_environment_moves_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "2026-11-24T02:00+09:00")
    assert clock.now() == datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize("told", ["2026-11-24T02:00", "last night", ""])
def test_what_is_no_moment_with_an_offset_is_refused(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv(clock.VARIABLE, told)
    with pytest.raises(clock.ClockError, match="write a moment with its offset"):
        clock.now()


@pytest.mark.parametrize("room", ["requisitions", "ingest", "extract", "store", "reports", "pipeline"])
def test_no_other_module_reads_the_clock(room: str) -> None:
    readers = ("datetime.now(", "datetime.utcnow(", "date.today(", "datetime.today(", "time.time(")
    guilty = [
        path.name
        for path in (ROOT / room).rglob("*.py")
        if path != ROOT / "pipeline/clock.py" and any(reader in path.read_text(encoding="utf-8") for reader in readers)
    ]
    assert guilty == []
