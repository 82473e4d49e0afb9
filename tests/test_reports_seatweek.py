"""What of a seat is a week's news, and who of ours was in it."""

from dataclasses import replace

import pytest

from reports.seatweek import SeatWeek, Window, baseline, find, look, rate_of
from reports.weeks import IsoWeek
from requisitions.versions import Requisition
from requisitions.words import Category, EventKind, Review, Status
from tests.report_builders import TOKYO, WEEK, Extra, Said, amend, at, demand, event, full, interview, mail, proposal, seat

WINDOW = Window.of(WEEK, TOKYO)
JAVA = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年以上")
MORE_JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年以上")


def seen(requisition: Requisition, week: IsoWeek = WEEK) -> SeatWeek:
    """The seat in a week, which has to know it."""
    found = look(requisition, Window.of(week, TOKYO))
    assert found is not None
    return found


def java(*said: Said, extra: Extra | None = None) -> SeatWeek:
    """A seat for Java of October, and what was said later."""
    return seen(seat("A-1", "Java", None, full(mail("10-05 10:00", kind="requisition"), JAVA), *said, extra=extra))


def test_a_change_said_in_the_week_is_its_news() -> None:
    assert [change.key for change in java(amend(mail("11-16 00:00"), MORE_JAVA)).moves] == ["java"]


@pytest.mark.parametrize("when", ["11-15 23:59", "11-23 00:00"])
def test_a_change_said_just_outside_the_week_is_not(when: str) -> None:
    assert java(amend(mail(when, known=when), MORE_JAVA)).moves == ()


def test_a_change_said_earlier_that_came_in_this_week_is_learnt_late() -> None:
    found = java(amend(mail("11-10 10:00", known="11-17 02:00"), MORE_JAVA))
    assert [found.is_late(change) for change in found.moves] == [True]


def test_a_first_import_brings_no_late_news() -> None:
    assert java(amend(mail("11-10 10:00", known="11-17 02:00", first_import=True), MORE_JAVA)).moves == ()


def test_a_first_import_still_tells_what_was_said_in_the_week() -> None:
    found = java(amend(mail("11-17 10:00", known="11-20 02:00", first_import=True), MORE_JAVA))
    assert [found.is_late(change) for change in found.moves] == [False]


def test_a_late_change_is_told_once() -> None:
    requisition = seat(
        "A-1", "Java", None, full(mail("10-05 10:00", kind="requisition"), JAVA), amend(mail("11-10 10:00", known="11-17 02:00"), MORE_JAVA)
    )
    weeks = [number for number in range(42, 53) if seen(requisition, IsoWeek(2026, number)).moves]
    assert weeks == [46, 47], "where it was said, if that week is written again, and where it was learnt"


def test_nothing_after_the_week_is_known() -> None:
    later = amend(mail("11-24 10:00"), status=Status.CLOSED, status_quote="終了")
    found = java(later)
    assert (found.status, len(found.versions)) == (Status.OPEN, 1)


def test_a_seat_that_comes_after_the_week_is_not_there() -> None:
    assert look(seat("A-1", "Java", None, full(mail("11-23 10:00"), JAVA)), WINDOW) is None


def test_a_dismissed_change_is_no_move_but_is_counted() -> None:
    requisition = seat("A-1", "Java", None, full(mail("10-05 10:00"), JAVA), amend(mail("11-18 10:00"), MORE_JAVA))
    history = requisition.history
    away = replace(history, changes=tuple(replace(change, review=Review.DISMISSED) for change in history.changes))
    found = seen(replace(requisition, history=away))
    assert (found.moves, found.dismissed) == ((), 1)


def test_a_change_of_the_seat_itself_is_no_move() -> None:
    found = java(amend(mail("11-18 10:00"), status=Status.PAUSED, status_quote="いったん保留です"))
    assert found.moves == ()
    assert [change.change for change in found.turns] == ["paused"]


def test_a_seat_is_new_in_the_week_of_its_first_mail_only() -> None:
    first = full(mail("11-17 10:00", kind="requisition"), JAVA)
    assert (seen(seat("A-1", "Java", None, first)).new, seen(seat("A-1", "Java", None, first)).was_open) == (True, False)
    assert not seen(seat("A-1", "Java", None, first), IsoWeek(2026, 48)).new
    assert (java().new, java().was_open) == (False, True)


def test_a_seat_closed_before_the_week_was_not_open() -> None:
    found = java(amend(mail("11-13 10:00"), status=Status.CLOSED, status_quote="終了"))
    assert (found.was_open, found.turns) == (False, ())


def test_people_proposed_are_counted_until_they_are_turned_down() -> None:
    down = event(mail("11-19 10:00", kind="candidate"), EventKind.REJECTION)
    found = java(extra=Extra(events=[proposal("11-12 10:00", count=2), down]))
    assert [found.proposed(at(when)) for when in ("11-12 10:00", "11-12 10:01", "11-19 10:01")] == [0, 2, 1]


def test_more_refusals_than_proposals_leave_nobody() -> None:
    down = event(mail("11-19 10:00", kind="candidate"), EventKind.REJECTION, count=3)
    assert java(extra=Extra(events=[proposal("11-12 10:00"), down])).proposed(WINDOW.end) == 0


def test_only_what_moved_after_the_proposal_counts_as_after_it() -> None:
    before, after = amend(mail("11-16 10:00"), MORE_JAVA), amend(mail("11-18 10:00"), demand("skill", "kafka", quote="Kafkaも必須"))
    found = java(before, after, extra=Extra(events=[proposal("11-17 10:00")]))
    assert [change.key for change in found.after_proposal()] == ["kafka"]


def test_a_proposal_told_after_the_week_is_not_known() -> None:
    assert java(extra=Extra(events=[proposal("11-23 10:00")])).events == ()


def test_an_interview_is_told_once_however_many_mails_repeat_it() -> None:
    twice = [interview("11-17 10:00", "2026-11-25T14:00", planned=True), interview("11-18 10:00", "2026-11-25", planned=True)]
    found = java(extra=Extra(events=twice))
    assert [event_.at for event_ in found.events] == [at("11-25 14:00")]
    assert found.interview_ahead() == at("11-25 14:00")


def test_an_interview_that_was_held_is_no_longer_planned() -> None:
    found = java(
        extra=Extra(events=[interview("11-12 10:00", "2026-11-18T14:00", planned=True), interview("11-18 16:00", "2026-11-18T14:00")])
    )
    assert [event_.planned for event_ in found.events] == [False]
    assert found.last_before(EventKind.INTERVIEW, at("11-18 15:00")) is not None
    assert found.last_before(EventKind.INTERVIEW, at("11-18 13:00")) is None
    assert found.interview_ahead() is None


@pytest.mark.parametrize("on", [None, "soon", "2026-11-99"])
def test_a_planned_interview_without_a_day_is_on_no_calendar(on: str | None) -> None:
    told = event(mail("11-17 10:00", kind="candidate"), EventKind.INTERVIEW, on=on, planned=True)
    assert java(extra=Extra(events=[told])).interview_ahead() is None


def test_a_closed_seat_has_no_interview_ahead() -> None:
    found = java(
        amend(mail("11-18 10:00"), status=Status.CLOSED, status_quote="終了"),
        extra=Extra(events=[interview("11-17 10:00", "2026-11-25", planned=True)]),
    )
    assert found.interview_ahead() is None


@pytest.mark.parametrize(("last", "silent"), [("11-08 23:59", True), ("11-09 00:00", False)])
def test_silence_begins_after_two_weeks(last: str, silent: bool) -> None:
    found = java(extra=Extra(mails=[mail(last)]))
    assert found.is_silent is silent


def test_a_mail_that_brings_a_person_does_not_break_the_silence() -> None:
    found = java(extra=Extra(events=[proposal("11-20 10:00")]))
    assert found.last_mail() == at("10-05 10:00")


def test_a_paused_seat_is_not_silent() -> None:
    assert not java(amend(mail("10-06 10:00"), status=Status.PAUSED, status_quote="保留")).is_silent


def test_the_first_full_text_is_what_changes_are_held_against() -> None:
    started = amend(mail("10-05 10:00"), JAVA)
    whole = full(mail("10-06 10:00", kind="requisition"), JAVA, demand("skill", "git", quote="Git"))
    found = seen(seat("A-1", "Java", None, started, whole, amend(mail("11-18 10:00"), MORE_JAVA)))
    assert getattr(baseline(found, 3), "number", None) == 2
    assert getattr(baseline(found, 2), "number", None) == 1
    assert baseline(found, 1) is None


def test_a_rate_without_a_number_is_no_rate_to_compare() -> None:
    vague = demand("rate", "rate", text="skill-based", quote="スキル見合い")
    found = seen(seat("A-1", "Java", None, full(mail("10-05 10:00"), vague)))
    assert rate_of(found.latest) is None
    assert find(found.latest, Category.RATE, "rate") is not None
    assert find(None, Category.RATE, "rate") is None
