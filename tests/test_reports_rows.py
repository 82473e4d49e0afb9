"""Changes as rows: first and last value, order, who said it, how sure it is."""

from dataclasses import replace

from reports.quotes import Place
from reports.rows import certainty_of, ends_of, rows_of
from reports.seatrecords import Certainty, Row
from reports.seats import sources_of
from reports.seatweek import SeatWeek, Window, look
from requisitions.words import ChangeKind, Effect, Necessity, Reason, Speaker, Status
from tests.report_builders import TOKYO, WEEK, Extra, Said, amend, demand, dropped, full, mail, report, seat

START = mail("10-05 10:00", kind="requisition")


def week_of(*said: Said, scores: dict[str, float] | None = None) -> SeatWeek:
    """A seat in the week."""
    found = look(seat("A-1", "Seat", None, *said, extra=Extra(scores=scores or {})), Window.of(WEEK, TOKYO))
    assert found is not None
    return found


def rows(*said: Said) -> tuple[Row, ...]:
    """The rows of a seat."""
    found = week_of(*said)
    return rows_of(found, sources_of(found))


def test_a_row_holds_the_value_before_and_after() -> None:
    java2 = demand("skill", "java", min=2, unit="year", quote="2年")
    java3 = demand("skill", "java", min=3, unit="year", quote="3年")
    (row,) = rows(full(START, java2), amend(mail("11-18 10:00"), java3))
    assert (row.first, row.before, row.after) == (java2, java2, java3)
    assert (row.moved_since, row.moved_again, row.gone) == (False, False, False)


def test_what_the_first_text_did_not_say_has_no_first_value() -> None:
    (row,) = rows(full(START, demand("skill", "java")), amend(mail("11-18 10:00"), demand("skill", "git", quote="Gitも")))
    assert (row.first, row.before, row.moved_since) == (None, None, False)


def test_a_value_that_had_moved_before_says_so() -> None:
    values = [demand("rate", "rate", max=value, unit="jpy_per_month", quote=f"{value}") for value in (600000, 650000, 700000)]
    (row,) = rows(full(START, values[0]), amend(mail("11-02 10:00"), values[1]), amend(mail("11-18 10:00"), values[2]))
    assert (row.first, row.before, row.after, row.moved_since) == (values[0], values[1], values[2], True)


def test_of_two_moves_in_a_week_the_first_says_that_another_follows() -> None:
    values = [demand("rate", "rate", max=value, unit="jpy_per_month", quote=f"{value}") for value in (600000, 650000, 700000)]
    found = rows(full(START, values[0]), amend(mail("11-17 10:00"), values[1]), amend(mail("11-18 10:00"), values[2]))
    assert [row.moved_again for row in found] == [True, False]
    assert [row.after for row in found] == values[1:]


def test_something_taken_back_is_gone() -> None:
    git = demand("skill", "git", label="Git", quote="Git")
    (row,) = rows(full(START, git), amend(mail("11-18 10:00"), dropped("skill", "git", "Git", "Gitは外してください")))
    assert (row.change.change, row.change.implied, row.gone, row.unheld) == (ChangeKind.REMOVED, False, True, False)


def test_something_left_out_of_a_full_text_is_gone_by_silence() -> None:
    java, git = demand("skill", "java", quote="Java"), demand("skill", "git", quote="Git")
    (row,) = rows(full(START, java, git), full(mail("11-18 10:00", kind="requisition"), java))
    assert (row.change.implied, row.gone, row.change.evidence) == (True, True, None)
    assert row.before == git


def test_rows_come_mail_by_mail_and_inside_a_mail_the_harder_ones_first() -> None:
    first = amend(
        mail("11-17 10:00"),
        demand("location", "location", text="川崎", quote="川崎"),
        demand("rate", "rate", max=700000, unit="jpy_per_month", quote="70万"),
        demand("skill", "git", quote="Git"),
        demand("role", "tester", label="テスター", quote="テスター"),
    )
    second = amend(mail("11-18 10:00"), demand("skill", "aws", quote="AWS"))
    start = full(START, demand("location", "location", text="品川"), demand("rate", "rate", max=600000, unit="jpy_per_month"))
    found = rows(start, second, first)
    assert [row.change.key for row in found] == ["tester", "git", "rate", "location", "aws"]
    assert [row.change.effect for row in found] == [Effect.HARDER, Effect.HARDER, Effect.EASIER, Effect.NEUTRAL, Effect.HARDER]


def test_rows_of_one_mail_say_who_and_why_once() -> None:
    said = amend(
        mail("11-17 10:00"),
        demand("skill", "aws", quote="AWS"),
        demand("skill", "git", quote="Git"),
        demand("skill", "sql", quote="SQL", reason=Reason.BUDGET),
        reason=Reason.SCOPE,
    )
    found = rows(full(START, demand("skill", "java")), said)
    assert [row.same_mail for row in found] == [False, True, True]
    assert [row.reason_told for row in found] == [True, False, True]


def test_another_speaker_in_the_same_mail_is_told() -> None:
    said = amend(
        mail("11-17 10:00"), demand("skill", "aws", quote="AWS"), demand("skill", "git", quote="Git", stated_by=Speaker.END_CLIENT)
    )
    found = rows(full(START, demand("skill", "java")), said)
    assert [row.same_mail for row in found] == [False, False]
    assert [row.certainty for row in found] == [Certainty.SECOND_HAND, Certainty.FIRST_HAND]


def test_only_the_end_client_s_own_words_are_first_hand() -> None:
    by = {
        speaker: rows(full(START, demand("skill", "java")), amend(mail("11-17 10:00"), demand("skill", "aws", quote="AWS"), by=speaker))[0]
        for speaker in Speaker
    }
    assert {speaker for speaker, row in by.items() if row.certainty is Certainty.FIRST_HAND} == {Speaker.END_CLIENT}
    assert {row.certainty for speaker, row in by.items() if speaker is not Speaker.END_CLIENT} == {Certainty.SECOND_HAND}


def test_a_mail_that_perhaps_belongs_elsewhere_makes_its_changes_unconfirmed() -> None:
    said = amend(mail("11-17 10:00"), demand("skill", "aws", quote="AWS"), by=Speaker.END_CLIENT)
    for score, expected in ((0.69, Certainty.UNCONFIRMED), (0.7, Certainty.FIRST_HAND)):
        found = week_of(full(START, demand("skill", "java")), said, scores={said.mail.sha256: score})
        assert certainty_of(found, found.moves[0]) is expected


def test_a_renamed_open_class_demand_is_found_by_the_words_it_stood_in() -> None:
    found = week_of(
        full(START, demand("experience", "old-name", quote="原子力の経験")), amend(mail("11-17 10:00"), demand("skill", "aws", quote="AWS"))
    )
    (change,) = found.moves
    renamed = replace(change, category="experience", key="new-name", change=ChangeKind.RAISED, before="x", before_evidence="原子力の経験")
    before, after = ends_of(found, renamed)
    assert (before.key if before else None, after) == ("old-name", None)


def test_conditions_of_age_and_sex_are_marked_for_review() -> None:
    age, sex = demand("age", "age", max=40, unit="age", quote="四十まで"), demand("gender", "gender", text="male", quote="男性")
    found = rows(full(START, demand("skill", "java")), amend(mail("11-17 10:00"), age, sex, demand("skill", "git", quote="Git")))
    assert {row.change.category: row.reviewable for row in found} == {"age": True, "gender": True, "skill": False}


def test_sources_are_numbered_in_the_order_in_which_they_were_written() -> None:
    late = amend(mail("11-18 10:00"), demand("skill", "git", quote="Git"))
    early = amend(mail("11-17 10:00"), demand("skill", "aws", quote="AWS"))
    found = rows(full(START, demand("skill", "java")), late, early)
    assert [(row.change.key, row.source) for row in found] == [("aws", 1), ("git", 2)]


def test_a_waived_demand_that_comes_back_knows_that_it_was_waived() -> None:
    waived = demand("skill", "git", necessity=Necessity.NOT_REQUIRED, quote="Git不問")
    (row,) = rows(full(START, demand("skill", "java"), waived), amend(mail("11-18 10:00"), demand("skill", "git", quote="Git必須")))
    assert row.first is not None
    assert (row.first.necessity, row.change.change) == (Necessity.NOT_REQUIRED, ChangeKind.ADDED)


def test_a_row_knows_where_its_words_stand() -> None:
    later = mail("11-18 10:00")
    more = replace(demand("skill", "java", min=3, unit="year", quote="3年"), start=40, end=42)
    (row,) = rows(full(START, demand("skill", "java", min=2, unit="year", quote="2年")), amend(later, more))
    assert row.quote == Place(later.sha256, "3年", 40)


def test_a_demand_left_out_points_to_where_it_stood() -> None:
    git = replace(demand("skill", "git", quote="Git"), start=17, end=20)
    java = demand("skill", "java", quote="Java")
    (row,) = rows(full(START, java, git), full(mail("11-18 10:00", kind="requisition"), java))
    assert row.change.implied
    assert row.quote == Place(START.sha256, "Git", 17)


def test_every_place_that_a_page_may_quote_is_told() -> None:
    later, waits, over = (mail(f"11-18 1{hour}:00") for hour in range(3))
    maybe, unsure = demand("skill", "go", quote="Goかも", hedged=True), demand("skill", "c", quote="Cかも", hedged=True)
    told = report(
        seat("A", "A", None, full(START, demand("skill", "git")), amend(later, demand("skill", "java", quote="Javaも"), maybe)),
        seat(
            "B",
            "B",
            None,
            full(mail("10-05 11:00"), demand("skill", "git")),
            amend(waits, unsure),
        ),
        seat("C", "C", None, full(mail("10-05 12:00"), demand("skill", "git")), amend(over, status=Status.CLOSED, status_quote="終了です")),
    )
    assert {(place.sha256, place.words) for place in told.places()} == {
        (later.sha256, "Javaも"),
        (later.sha256, "Goかも"),
        (waits.sha256, "Cかも"),
        (over.sha256, "終了です"),
    }
