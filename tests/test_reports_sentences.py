"""Sentences that no other test is about: each with the rows that it needs, and silent without them."""

from dataclasses import replace

import pytest

from reports.market_sentences import name_of, not_found, remarks, short_week, title
from reports.market_tests import Finding
from reports.records import WeeklyReport
from reports.sentences import Count, Item, Name, Sentence
from reports.trendrecords import ShortWeek
from requisitions.versions import Requisition
from requisitions.words import Speaker, Status
from tests.brief_builders import brief_of, lead
from tests.report_builders import WEEK, Extra, amend, demand, dropped, full, mail, proposal, report, seat
from tests.test_reports_brief_queries import CLERK, first, later, of, resent
from tests.test_reports_market import RISEN, say_it, skill
from tests.trend_builders import week_back

CLIENT = Speaker.END_CLIENT
JAVA = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
MORE = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
PLACE = demand("location", "location", label="勤務地", text="川口", quote="川口")
THERE = demand("location", "location", label="勤務地", text="八潮", quote="八潮")
TESTER = demand("role", "tester", label="テスター", quote="テスターを1名")
MENTOR = demand("role", "mentor", label="指導役", quote="指導役の方")


def keys(sentences: "tuple[Sentence, ...]") -> list[str]:
    return [sentence.key for sentence in sentences]


def turned(client: str | None, reference: str | None) -> WeeklyReport:
    """A seat whose job changed in the week."""
    was = full(mail("11-04 10:00", kind="requisition", subject="募集"), TESTER, by=CLIENT)
    now = amend(mail("11-18 10:00"), dropped("role", "tester", "テスター", "テスターではなく"), MENTOR, by=CLIENT)
    return report(seat(reference, "検証", client, was, now))


def test_the_lead_names_client_and_reference_or_the_one_that_is_known_or_neither() -> None:
    both, client, reference, neither = (
        turned(*known).points[0].text for known in (("客先", "T-1"), ("客先", None), (None, "T-1"), (None, None))
    )
    assert "lead.where" in keys(both)
    assert dict(client[0].values) == {"name": Name("客先")}
    assert dict(reference[0].values) == {"name": Name("T-1")}
    assert {"lead.where", "lead.where_one"}.isdisjoint(keys(neither))


def test_a_seat_that_was_opened_again_is_told_so_and_one_that_stayed_open_is_not() -> None:
    was = full(mail("11-04 10:00", kind="requisition"), JAVA, by=CLIENT)
    pause = amend(mail("11-10 10:00"), by=CLIENT, status=Status.PAUSED, status_quote="保留")
    again = amend(mail("11-18 10:00"), MORE, by=CLIENT, status=Status.OPEN, status_quote="再開します")
    (told,) = report(seat("A", "A", None, was, pause, again)).moved.whole
    (plain,) = report(seat("A", "A", None, was, amend(mail("11-18 10:00"), MORE, by=CLIENT))).moved.whole
    assert "story.reopened" in keys(told.story)
    assert "story.reopened" not in keys(plain.story)


@pytest.mark.parametrize(("came", "new"), [("11-17 10:00", True), ("11-04 10:00", False)])
def test_only_a_seat_that_came_and_moved_in_the_week_is_called_one_of_the_week(came: str, *, new: bool) -> None:
    (told,) = report(seat("A", "A", None, full(mail(came, kind="requisition"), JAVA), amend(mail("11-18 10:00"), MORE))).moved.whole
    assert ("fact.new" in keys(told.facts)) is new


def asked(requisition: Requisition) -> Sentence:
    calls = report(requisition).calls
    first_of_all = calls.shown[0] if calls.shown else calls.first_look
    assert first_of_all is not None
    return first_of_all.question


def test_where_no_row_asks_for_anything_the_question_is_whether_that_is_all() -> None:
    everything = [
        *(JAVA, PLACE, demand("contract", "dispatch", label="派遣"), demand("remote", "remote", text="none")),
        *(demand("headcount", "headcount", min=1, max=1, unit="person"), demand("period", "start-date", text="2027-01-04")),
        demand("settlement", "settlement-hours", min=140, max=180, unit="hour_per_month"),
        demand("interview", "interview-count", min=1, max=1, unit="count"),
        demand("rate", "rate", max=600000, unit="jpy_per_month"),
        demand("tier", "subcontract-depth", max=0),
    ]
    was = full(mail("11-04 10:00", kind="requisition"), *everything, by=CLIENT)
    assert asked(seat("A", "A", None, was, amend(mail("11-18 10:00"), THERE, by=CLIENT))).key == "ask.all"
    assert asked(seat("A", "A", None, was, amend(mail("11-18 10:00"), MORE, by=CLIENT))).key != "ask.all"


def test_an_old_text_that_brings_back_what_was_dropped_asks_whether_it_stays_dropped() -> None:
    again = full(mail("11-20 10:00", kind="requisition", message_id="again"), JAVA, PLACE, by=CLIENT)
    was = full(mail("11-04 10:00", kind="requisition", message_id="first"), JAVA, PLACE, by=CLIENT)
    gone = full(mail("11-18 10:00", kind="requisition", message_id="gone"), THERE, by=CLIENT)
    (told,) = report(seat("A", "A", None, was, gone, again, extra=Extra(events=[proposal("11-06 10:00")]))).moved.whole
    found = {question.key: dict(question.values) for question in told.questions}
    assert found["ask.conflict_gone"] == {"item": Item("skill", "java", "Java")}
    (held,) = report(seat("A", "A", None, was, gone)).moved.whole
    assert "ask.conflict_gone" not in keys(held.questions)


def test_a_briefing_says_that_a_job_was_dropped_and_none_named_instead() -> None:
    dropped_job = of(first(CLERK), later(dropped("role", "office-clerk", "OA事務", "事務ではなく")))
    assert "代わりの職種は書かれていません" in lead(brief_of(dropped_job))
    assert "代わりの職種" not in lead(brief_of(of(first(CLERK), later(MENTOR))))


def test_a_briefing_says_on_which_day_an_old_text_came_again() -> None:
    twice = demand("interview", "interview-count", label="面談", min=2, max=2, unit="count", quote="面談2回")
    assert "11月20日（金）に古い文面が届き、面談が食い違っています" in lead(brief_of(resent(twice)))
    assert "古い文面" not in lead(brief_of(of(first(JAVA), later(MORE))))


def test_a_confirmed_skill_says_how_many_clients_ask_for_it_and_another_does_not() -> None:
    trend = skill(RISEN, "rust")
    assert {one.key: dict(one.values) for one in remarks(trend, RISEN)}["market.clients"] == {
        "clients": Count(trend.test.clients, "clients")
    }
    steady = replace(trend, test=replace(trend.test, finding=Finding.STEADY))
    assert "market.clients" not in keys(remarks(steady, RISEN))


def test_a_chart_is_told_with_the_very_numbers_that_it_draws() -> None:
    trend = skill(RISEN, "rust")
    told = say_it([title(trend, RISEN)])
    now, before = trend.test.now, trend.test.before
    assert f"{before.of}件中{before.number}件" in told
    assert f"{now.of}件中{now.number}件" in told
    assert say_it([Sentence("market.of", (("n", Count(1, "of_seats")), ("all", Count(2, "seats"))))], "en") == "1 of 2 seats"
    assert isinstance(name_of(trend), Item)


def test_what_could_have_been_seen_is_told_with_the_charts_and_not_before() -> None:
    assert "market.visible" in keys(tuple(not_found(RISEN)))
    assert keys(tuple(not_found(replace(RISEN, starts=WEEK)))) == []


def test_a_short_week_says_its_days_and_its_neighbour() -> None:
    told = say_it([short_week(ShortWeek(week_back(3), 2, (week_back(2),)))])
    assert told == "第44週は営業日が2日のため、第45週と合わせました。"
