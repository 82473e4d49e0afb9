"""What an alert tells, from invented seats: what is material, what is urgent, how much of it, and hostile words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reports.alert import MOST_ROWS, MOST_SEATS, Alert, Night, build_alert
from reports.alert_mail import AlertPage, message
from requisitions.statements import Requirement
from requisitions.versions import Requisition
from tests.hostile import EVERYTHING, FORBIDDEN
from tests.report_builders import Extra, amend, demand, full, mail, proposal, seat

ZONE = ZoneInfo("Asia/Tokyo")
UNTIL = datetime(2026, 11, 18, 18, 0, tzinfo=UTC)
NIGHT = Night(UNTIL - timedelta(days=1), UNTIL, UNTIL + timedelta(hours=1), ZONE)
FIRST = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
MORE = demand("skill", "aws", label="AWS", quote="AWS必須")


def moved(name: str = "A-1", *more: Requirement, client: str = "客先", when: str = "11-18 10:00", proposed: bool = True) -> Requisition:
    """A seat with a person proposed that gained demands overnight."""
    before = mail("10-05 10:00", subject=name)
    told = mail(when, subject=f"{name} 2")
    extra = Extra(events=(proposal("10-06 10:00"),)) if proposed else None
    return seat(name, "Java", client, full(before, FIRST), amend(told, *(more or (MORE,))), extra=extra)


def told(*seats: Requisition) -> Alert | None:
    """The alert of the night."""
    return build_alert(seats, NIGHT, "Asia/Tokyo")


def text(alert: Alert | None, language: str = "ja") -> str:
    """Both parts of the mail."""
    assert alert is not None
    letter = message(AlertPage(alert, language), unowned=False, domain="x.example")
    return "\n".join(str(part.get_content()) for part in letter.walk() if not part.is_multipart())


def test_what_came_in_before_the_night_is_not_told() -> None:
    assert told(moved()) is not None
    assert told(moved(when="11-17 10:00")) is None


def test_a_seat_with_nobody_proposed_and_no_interview_is_not_told() -> None:
    assert told(moved(proposed=False)) is None


def test_more_seats_and_changes_than_one_reads_are_counted() -> None:
    alert = told(*(moved(f"A-{number}") for number in range(10, 10 + MOST_SEATS + 3)))
    assert alert is not None
    assert (len(alert.seats), alert.left) == (MOST_SEATS, 3)
    assert "ほかに" in text(alert)
    many = told(moved("A-1", *(demand("skill", f"s{n}", label=f"S{n}", quote=f"S{n}必須") for n in range(MOST_ROWS + 4))))
    assert many is not None
    assert (len(many.seats[0].rows), many.seats[0].rows_left) == (MOST_ROWS, 4)


def test_a_condition_of_age_is_told_without_its_words() -> None:
    alert = told(moved("A-1", demand("age", "age", label="年齢", max=35, unit="age", quote="35歳まで")))
    assert "35歳" not in text(alert)
    assert "要確認" in text(alert)


@pytest.mark.parametrize("words", EVERYTHING)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_hostile_words_do_nothing(words: str, language: str) -> None:
    alert = told(moved(words[:40], demand("skill", "x", label=words, quote=words), client=words))
    page = text(alert, language)
    assert not FORBIDDEN & set(page)
    assert "<script" not in page.partition("<!DOCTYPE")[2]
    assert "<img" not in page.partition("<!DOCTYPE")[2]
