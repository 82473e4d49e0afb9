"""Seats that came, went or fell silent, and what was looked at without a finding."""

from dataclasses import replace

import pytest

from reports.html import page_of, render
from reports.markdown import document
from reports.seatrecords import Certainty, Standing
from reports.sentences import Count, Writer
from reports.weekly import Inputs, build_report
from requisitions.versions import Mail, Requisition
from requisitions.words import HintWhy, Mode, Necessity, Review, Speaker, Status
from tests.report_builders import WEEK, Extra, Said, amend, at, demand, flag, full, mail, proposal, report, seat

JAVA = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
MORE_JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
FEE = demand("rate", "rate", label="単価", max=600000, unit="jpy_per_month", quote="60万まで")


def old(name: str, *more: Said, extra: Extra | None = None, when: str = "11-10 10:00") -> Requisition:
    """A seat of the week before."""
    return seat(name, name, "客先", full(mail(when, kind="requisition", subject=name), JAVA), *more, extra=extra)


def tally(*seats: Requisition) -> dict[str, int]:
    """How the seats stand, those that occur."""
    return {kind.value: number for kind, number in report(*seats).head.tally if number}


def closed(when: str) -> Said:
    """The end of a seat."""
    return amend(mail(when), status=Status.CLOSED, status_quote="別の方に決まりました", by=Speaker.END_CLIENT)


def test_each_seat_has_one_standing_and_their_sum_is_all_of_them() -> None:
    seats = [
        old("H", amend(mail("11-18 10:00"), MORE_JAVA)),
        old("E", amend(mail("11-18 10:00"), demand("skill", "java", min=1, unit="year", quote="1年"))),
        old("N", amend(mail("11-18 10:00"), demand("location", "location", text="川崎", quote="川崎"))),
        seat("W", "W", None, full(mail("11-17 10:00"), JAVA)),
        old("C", closed("11-18 10:00")),
        old("S", when="10-20 10:00"),
        old("U"),
    ]
    assert tally(*seats) == {"harder": 1, "easier": 1, "neutral": 1, "new": 1, "closed": 1, "silent": 1, "unmoved": 1}


def test_a_seat_that_moved_and_closed_counts_as_closed_and_tells_what_moved() -> None:
    told = report(old("A", amend(mail("11-17 10:00"), MORE_JAVA), closed("11-18 10:00")))
    assert [kind for kind, number in told.head.tally if number] == [Standing.CLOSED]
    assert told.moved.number == 0
    (turn,) = told.others.turns
    assert (turn.moved.key if turn.moved else None, turn.certainty) == ("turn.moved", Certainty.FIRST_HAND)


def test_a_seat_that_came_and_moved_counts_as_moved() -> None:
    told = report(seat("W", "W", None, full(mail("11-16 10:00"), JAVA), amend(mail("11-18 10:00"), MORE_JAVA)))
    assert (told.moved.number, told.others.new) == (1, ())


def test_a_seat_closed_before_the_week_is_in_no_count() -> None:
    told = report(old("A", closed("11-13 10:00")))
    assert (tally(old("A", closed("11-13 10:00"))), told.head.seats) == ({}, 0)


def test_pausing_and_opening_again_are_told_with_their_words() -> None:
    paused = amend(mail("11-17 10:00"), status=Status.PAUSED, status_quote="いったん保留です")
    again = amend(mail("11-19 10:00"), status=Status.OPEN, status_quote="再開します")
    told = report(old("A", paused, again)).others.turns
    assert [(turn.change.change, turn.change.evidence) for turn in told] == [("paused", "いったん保留です"), ("reopened", "再開します")]


def test_a_new_seat_shows_its_musts_first_then_price_and_place() -> None:
    demands = [
        demand("skill", "git", label="Git", necessity=Necessity.PREFERRED),
        demand("skill", "sql", label="SQL"),
        JAVA,
        FEE,
        demand("location", "location", text="大崎", quote="大崎"),
        demand("trait", "cheerful", quote="明るい方"),
        demand("age", "age", max=30, unit="age", quote="三十まで"),
    ]
    (new,) = report(seat("W", "W", None, full(mail("11-17 10:00"), *demands))).others.new
    assert [shown.key for shown in new.demands] == ["java", "sql", "git", "rate", "location"]
    assert new.demands_left == 1, "the trait; a condition of age is not counted out"
    assert new.at == at("11-17 10:00")


def test_a_new_seat_with_many_musts_still_shows_its_price() -> None:
    many = [demand("skill", f"s{number}") for number in range(20)]
    (new,) = report(seat("W", "W", None, full(mail("11-17 10:00"), *many, FEE))).others.new
    assert [shown.key for shown in new.demands] == ["s0", "s1", "s10", "s11", "s12", "s13", "s14", "rate"]
    assert new.demands_left == 13


def test_a_new_seat_tells_its_price_place_and_start_and_who_passed_it_on() -> None:
    terms = [
        FEE,
        demand("location", "location", text="大崎", quote="大崎"),
        demand("remote", "remote", text="none", quote="出社"),
        demand("period", "start-date", text="2027-01-12", quote="1/12"),
        demand("period", "duration", text="long-term", quote="長期"),
    ]
    many = [demand("skill", f"s{number}") for number in range(9)]
    came = seat("W", "W", None, full(mail("11-17 10:00", sender="津島", organisation="橋場商会"), *many, *terms))
    (new,) = report(came).others.new
    assert [shown.key for shown in new.demands] == ["s0", "s1", "s2", "s3", "rate", "location", "remote", "start-date"]
    assert new.via == Writer("津島", "橋場商会")
    direct = seat("W", "W", None, full(mail("11-17 10:00"), JAVA, by=Speaker.END_CLIENT))
    assert report(direct).others.new[0].via is None
    page = render(report(came), "ja")
    assert all(words in page for words in ("開始日 2027/1/12", "リモート なし（出社）", "仲介"))


def test_silence_is_counted_in_days_of_the_report_s_zone() -> None:
    (silent,) = report(old("S", when="11-02 23:50", extra=Extra(events=[proposal("11-03 10:00"), proposal("11-18 10:00")]))).others.silent
    assert (silent.last, silent.days, silent.proposed) == (at("11-02 23:50"), 20, 2)


def test_the_longest_silence_comes_first() -> None:
    told = report(old("A", when="11-05 10:00"), old("B", when="10-05 10:00")).others.silent
    assert [one.name.reference for one in told] == ["B", "A"]


@pytest.mark.parametrize(
    ("silent_days", "found", "in_japanese", "in_english"),
    [
        (10, ["B", "A"], "10日以上メールのない案件", "No mail for 10 days or more"),
        (14, ["B"], "14日以上メールのない案件", "No mail for 14 days or more"),
        (60, [], "60日以上メールのない案件", "No mail for 60 days or more"),
    ],
)
def test_after_how_many_days_a_seat_is_silent_can_be_told(silent_days: int, found: list[str], in_japanese: str, in_english: str) -> None:
    told = report(old("A", when="11-10 10:00"), old("B", when="10-05 10:00"), silent_days=silent_days)
    assert [one.name.reference for one in told.others.silent] == found
    assert dict(told.head.tally)[Standing.SILENT] == len(found)
    for language, words in (("ja", in_japanese), ("en", in_english)):
        assert words in render(told, language)
        assert words in document(page_of(told, language)).decode("utf-8")


@pytest.mark.parametrize(("silent_days", "japanese", "english"), [(14, "14日以上どの", "for 14 days."), (1, "1日以上どの", "for 1 day.")])
def test_the_glossary_tells_the_same_number(silent_days: int, japanese: str, english: str) -> None:
    told = report(old("A"), silent_days=silent_days)
    assert japanese in render(told, "ja")
    assert english in render(told, "en")


def test_doubtful_words_about_a_seat_that_did_not_move_are_told() -> None:
    maybe = amend(mail("11-18 10:00"), demand("rate", "rate", max=650000, unit="jpy_per_month", hedged=True, quote="65万になるかも"))
    told = report(old("A", maybe))
    assert [(one.hint.hint.why, one.hint.hint.requirement.evidence) for one in told.others.rumours] == [(HintWhy.HEDGED, "65万になるかも")]
    assert "checked.hints" in [sentence.key for sentence in told.checked]


def test_doubtful_words_about_a_seat_that_moved_stand_with_it_instead() -> None:
    maybe = demand("rate", "rate", max=650000, unit="jpy_per_month", hedged=True, quote="65万になるかも")
    told = report(old("A", amend(mail("11-18 10:00"), MORE_JAVA, maybe)))
    assert told.others.rumours == ()
    assert [row.hint.requirement.key for row, _ in told.moved.whole[0].hints] == ["rate"]


def test_doubtful_conditions_of_age_and_sex_are_repeated_nowhere() -> None:
    maybe = demand("age", "age", max=40, unit="age", hedged=True, quote="四十くらいまでか")
    assert report(old("A", amend(mail("11-18 10:00"), maybe))).others.rumours == ()
    assert report(old("A", amend(mail("11-18 10:00"), MORE_JAVA, maybe))).moved.whole[0].hints == ()


def test_mails_that_say_the_same_again_are_counted_as_such() -> None:
    again = Said(mail("11-18 10:00", kind="requisition"), replace(amend(mail("11-18 10:00"), JAVA).statement, mode=Mode.FULL))
    told = report(old("A", again))
    assert {sentence.key: dict(sentence.values) for sentence in told.checked}["checked.confirmed"]["mails"].__getattribute__("number") == 1
    assert "checked.confirmed" not in [sentence.key for sentence in report(old("A")).checked]


def test_what_is_not_there_is_not_claimed() -> None:
    assert [sentence.key for sentence in report(old("A")).checked] == ["checked.late"]


def test_twins_dismissed_changes_and_seats_of_others_are_counted() -> None:
    twin = old("A", extra=Extra(twin_of="r1"))
    requisition = old("B", amend(mail("11-18 10:00"), MORE_JAVA))
    history = requisition.history
    dismissed = replace(
        requisition, history=replace(history, changes=tuple(replace(change, review=Review.DISMISSED) for change in history.changes))
    )
    told = report(twin, dismissed, old("C", extra=Extra(followed=False)))
    assert {"checked.twins", "checked.dismissed", "checked.elsewhere"} <= {sentence.key for sentence in told.checked}
    assert told.moved.number == 0


def test_a_flag_is_no_demand_of_a_new_seat() -> None:
    first = mail("11-17 10:00")
    (new,) = report(seat("W", "W", None, full(first, JAVA), extra=Extra(flags=[flag(first, "age-limit", "x")]))).others.new  # type: ignore[arg-type]
    assert len(new.demands) == 1


def revised_by(late: Mail, *more: Said) -> Requisition:
    """A seat of which a statement goes on from a mail that was archived after it."""
    told = old("A", amend(late), *more)
    first, *links = told.links
    return replace(told, links=(first, *(replace(link, revised=late.sha256) for link in links)))


def test_a_link_that_a_late_mail_of_the_week_moved_is_a_line_though_nothing_else_moved() -> None:
    told = report(revised_by(mail("11-11 10:00", known="11-18 10:00"), amend(mail("11-12 10:00"))))
    (line,) = [dict(sentence.values) for sentence in told.checked if sentence.key == "checked.revised"]
    assert line["seats"] == Count(1, "seats")
    assert told.moved.number == 0
    for language, words in (("en", "an earlier mail came late"), ("ja", "つながりを直した案件")):
        assert words in render(told, language)


def test_a_link_that_moved_in_another_week_or_in_a_first_import_is_no_news() -> None:
    for late in (mail("11-11 10:00", known="11-13 10:00"), mail("11-11 10:00", known="11-18 10:00", first_import=True)):
        moved = amend(mail("11-18 12:00"), MORE_JAVA)
        assert "checked.revised" not in [sentence.key for sentence in report(revised_by(late, moved)).checked]


def test_seats_that_are_not_even_read_are_numbered() -> None:
    known = Inputs((old("A"),), (), week=WEEK, timezone="Asia/Tokyo", extractor="1", mails_seen=(), aside=4, dormant=3)
    told = {sentence.key: dict(sentence.values) for sentence in build_report(known).checked}
    assert told["checked.elsewhere"] == {"seats": Count(4, "seats")}
    assert told["checked.dormant"] == {"seats": Count(3, "seats")}
    none = {sentence.key for sentence in build_report(replace(known, aside=0, dormant=0)).checked}
    assert none.isdisjoint({"checked.elsewhere", "checked.dormant"})


def test_silent_seats_on_which_somebody_waits_come_first_then_the_longest_silent() -> None:
    waiting = old("W", extra=Extra(events=[proposal("11-02 10:00")]), when="11-01 10:00")
    told = report(old("A", when="10-05 10:00"), old("B", when="10-01 10:00"), waiting).others.silent
    assert [(one.name.reference, one.proposed) for one in told] == [("W", 1), ("B", 0), ("A", 0)]
