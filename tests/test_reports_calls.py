"""Whom to phone first, and what about."""

import pytest

from reports.calls import by_urgency, call_for, needs_call
from reports.seatweek import SeatWeek, Window, look
from reports.sentences import Count, Item, Sentence, Writer
from requisitions.statements import Requirement
from requisitions.versions import EventRow, Mail
from requisitions.words import EventKind, Speaker, Status
from tests.report_builders import TOKYO, WEEK, Extra, Said, amend, at, demand, dropped, event, full, interview, mail, proposal, seat

JAVA = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
MORE_JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
LESS_JAVA = demand("skill", "java", label="Java", min=1, unit="year", quote="Java 1年")
FEE = demand("rate", "rate", label="単価", max=600000, unit="jpy_per_month", quote="60万まで")
ROLE = demand("role", "tester", label="テスター", quote="テスター")
PROPOSED = proposal("11-10 10:00")
Events = tuple[Mail, EventRow]


def week_of(*said: Said, name: str = "A-1", events: tuple[Events, ...] = (PROPOSED,)) -> SeatWeek:
    """A seat of October in the week, with a person proposed."""
    first = full(mail("10-05 10:00", kind="requisition", subject=name), JAVA, FEE, ROLE)
    found = look(seat(name, name, "客先", first, *said, extra=Extra(events=events)), Window.of(WEEK, TOKYO))
    assert found is not None
    return found


def amended(
    *demands: Requirement, name: str = "A-1", events: tuple[Events, ...] = (PROPOSED,), by: Speaker = Speaker.INTERMEDIARY
) -> SeatWeek:
    """The same, with one amendment on Wednesday."""
    return week_of(amend(mail("11-18 10:00", subject=name, sender="橋場商会 津島"), *demands, by=by), name=name, events=events)


def resent() -> SeatWeek:
    """A seat whose old text was sent again after an amendment."""
    first, again = (full(mail(when, kind="requisition", subject="D-1"), JAVA, FEE, ROLE) for when in ("10-05 10:00", "11-20 10:00"))
    told = seat("D-1", "D-1", "客先", first, amend(mail("11-18 10:00"), MORE_JAVA), again, extra=Extra(events=[PROPOSED]))
    found = look(told, Window.of(WEEK, TOKYO))
    assert found is not None
    return found


def test_a_seat_that_grew_harder_after_a_proposal_needs_a_call() -> None:
    assert needs_call(amended(MORE_JAVA))


@pytest.mark.parametrize("told", [LESS_JAVA, demand("location", "location", text="川崎", quote="川崎")])
def test_a_seat_that_did_not_grow_harder_needs_none(told: Requirement) -> None:
    assert not needs_call(amended(told))


def turned_down(when: str, *, with_: Said | None = None) -> Events:
    """Our person is out."""
    return event(with_.mail if with_ else mail(when), EventKind.REJECTION)


def test_a_seat_that_grew_harder_in_the_mail_that_turned_our_person_down_needs_a_call() -> None:
    told = amend(mail("11-18 10:00"), dropped("role", "tester", "テスター", "テスターではなく"), MORE_JAVA)
    found = week_of(told, events=(PROPOSED, turned_down("", with_=told)))
    assert needs_call(found)
    call = call_for(found)
    assert (call.finding.key, call.question.key, call.turned_down) == ("call.role", "ask.role", 1)


def test_where_nobody_is_proposed_any_more_no_question_is_about_a_person() -> None:
    told = amend(mail("11-18 10:00"), MORE_JAVA)
    assert call_for(week_of(told, events=(PROPOSED, turned_down("", with_=told)))).question.key == "ask.rate_same"


def test_a_seat_that_grew_harder_after_our_person_was_turned_down_needs_none() -> None:
    found = week_of(amend(mail("11-18 10:00"), MORE_JAVA), events=(PROPOSED, turned_down("11-17 10:00")))
    assert not needs_call(found)
    assert call_for(found).turned_down == 1
    assert call_for(amended(MORE_JAVA)).turned_down == 0


def test_a_seat_without_a_proposal_needs_none() -> None:
    assert not needs_call(amended(MORE_JAVA, events=()))


def test_a_seat_that_grew_harder_before_the_proposal_needs_none() -> None:
    assert not needs_call(amended(MORE_JAVA, events=(proposal("11-19 10:00"),)))


def test_a_seat_whose_people_were_turned_down_needs_none() -> None:
    down = event(mail("11-12 10:00", kind="candidate"), EventKind.REJECTION)
    assert not needs_call(amended(MORE_JAVA, events=(PROPOSED, down)))


def test_a_closed_seat_needs_none() -> None:
    closed = amend(mail("11-19 10:00"), status=Status.CLOSED, status_quote="終了")
    assert not needs_call(week_of(amend(mail("11-18 10:00"), MORE_JAVA), closed))


def test_a_changed_job_comes_before_conflicts_and_those_before_interviews() -> None:
    soon = interview("11-17 10:00", "2026-11-24", planned=True)
    later = interview("11-17 10:00", "2026-11-27", planned=True)
    at_odds = resent()
    seats = [
        amended(MORE_JAVA, name="C-1"),
        amended(MORE_JAVA, name="B-2", events=(PROPOSED, later)),
        amended(MORE_JAVA, name="B-1", events=(PROPOSED, soon)),
        at_odds,
        amended(dropped("role", "tester", "テスター", "テスターではなく"), MORE_JAVA, name="Z-1"),
        amended(LESS_JAVA, name="N-1"),
    ]
    assert [found.seat.reference for found in by_urgency(seats)] == ["Z-1", "D-1", "B-1", "B-2", "C-1"]


def test_a_changed_job_is_asked_for_before_the_person() -> None:
    call = call_for(amended(dropped("role", "tester", "テスター", "テスターではなく"), MORE_JAVA))
    assert (call.finding.key, call.question.key) == ("call.role", "ask.role")


def test_a_conflict_names_what_the_mails_differ_on() -> None:
    call = call_for(resent())
    assert call.finding == Sentence("call.conflict", (("item", Item("skill", "java", "Java")),))
    assert call.question.key == "ask.conflict"


def test_heavier_musts_beside_a_rate_that_stands() -> None:
    call = call_for(amended(MORE_JAVA, demand("skill", "git", quote="Git必須")))
    assert (call.finding.key, dict(call.finding.values)["musts"]) == ("call.musts_rate", Count(2, "musts"))


def test_a_rate_that_moved_is_not_said_to_stand() -> None:
    call = call_for(amended(MORE_JAVA, demand("rate", "rate", max=500000, unit="jpy_per_month", quote="50万")))
    assert call.finding.key == "call.harder"


def test_a_lower_rate_alone_is_named() -> None:
    call = call_for(amended(demand("rate", "rate", max=500000, unit="jpy_per_month", quote="50万")))
    assert call.finding.key == "call.harder"


def test_only_what_came_after_the_proposal_is_said_to_have_come_after_it() -> None:
    early = amend(mail("11-16 10:00"), demand("skill", "git", quote="Git必須"))
    call = call_for(week_of(early, amend(mail("11-18 10:00"), MORE_JAVA), events=(proposal("11-17 10:00"),)))
    assert dict(call.finding.values)["musts"] == Count(1, "musts")


def test_the_question_is_about_the_people_proposed_and_the_interview_ahead() -> None:
    ahead = interview("11-17 10:00", "2026-11-26T10:00", planned=True)
    call = call_for(amended(MORE_JAVA, events=(PROPOSED, ahead)))
    assert (call.question.key, call.interview) == ("ask.interview", at("11-26 10:00"))
    assert call_for(amended(MORE_JAVA)).question.key == "ask.person"


def test_the_writer_of_the_mail_is_phoned_but_never_ourselves() -> None:
    assert call_for(amended(MORE_JAVA)).to == Writer("橋場商会 津島")
    assert call_for(amended(MORE_JAVA, by=Speaker.OWN_SALES)).to == Writer("三輪橋ソリューション 沢渡")


def test_the_firm_of_the_writer_is_named_where_his_own_name_does_not_hold_it() -> None:
    assert Writer.of(mail("11-18 10:00", sender="津島", organisation="橋場商会")) == Writer("津島", "橋場商会")
    assert Writer.of(mail("11-18 10:00", sender="㈱橋場商会 津島", organisation="(株)橋場商会")) == Writer("㈱橋場商会 津島")
    assert Writer.of(mail("11-18 10:00", sender="津島")) == Writer("津島")


def test_a_seat_without_a_proposal_to_look_at_does_not_speak_of_one() -> None:
    call = call_for(amended(MORE_JAVA, events=()))
    assert (call.finding.key, call.question.key) == ("look.musts_rate", "ask.rate_same")
    assert call_for(amended(LESS_JAVA, events=())).finding.key == "look.moved"
