"""What to ask, each question only where its rows are there."""

import pytest

from reports.formats import Formats
from reports.phrases import Phrasing
from reports.questions import MOST, heavier_musts, item, not_stated, questions
from reports.roles import role_turn
from reports.rows import rows_of
from reports.seatweek import SeatWeek, Window, look
from reports.sentences import Item, Value
from reports.wording import wording
from requisitions.statements import Requirement
from requisitions.words import Necessity, Speaker, Status
from tests.report_builders import TOKYO, WEEK, Said, amend, demand, dropped, full, mail, seat

CLERK = demand("role", "office-clerk", label="OA事務", quote="OA事務")
JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
FEE = demand("rate", "rate", label="単価", max=600000, unit="jpy_per_month", quote="60万まで")
CLIENT = Speaker.END_CLIENT


def week_of(*said: Said) -> SeatWeek:
    """A seat in the week."""
    found = look(seat("A-1", "Seat", None, *said), Window.of(WEEK, TOKYO))
    assert found is not None
    return found


def moved(before: tuple[Requirement, ...], *after: Requirement, by: Speaker = CLIENT) -> SeatWeek:
    """A seat whose demands moved in the week, by an amendment."""
    return week_of(full(mail("10-05 10:00", kind="requisition"), *before, by=by), amend(mail("11-18 10:00"), *after, by=by))


def asked(found: SeatWeek) -> list[str]:
    """The ids of the questions."""
    return [sentence.key for sentence in questions(found, rows_of(found, ()))]


def values(found: SeatWeek, key: str) -> dict[str, object]:
    """What a question names."""
    return dict(next(sentence for sentence in questions(found, rows_of(found, ())) if sentence.key == key).values)


def test_nothing_moved_and_nothing_is_asked() -> None:
    assert asked(week_of(full(mail("10-05 10:00"), JAVA, FEE, by=CLIENT))) == []


def test_a_dropped_job_asks_for_the_seat_itself_first() -> None:
    found = moved(
        (CLERK, FEE), dropped("role", "office-clerk", "OA事務", "事務ではなく"), demand("experience", "x", label="補助", quote="補助")
    )
    assert asked(found) == ["ask.role", "ask.level", "ask.rate_same"]
    assert values(found, "ask.role") == {"before": Item("role", "office-clerk", "OA事務", by_label=True)}


def test_a_job_that_is_merely_added_asks_nothing_about_an_old_one() -> None:
    assert "ask.role" not in asked(moved((JAVA, FEE), demand("role", "tester", quote="テスター")))


def test_a_new_experience_asks_what_counts_and_a_new_skill_asks_for_years() -> None:
    assert "ask.level" in asked(moved((FEE,), demand("experience", "x", quote="経験")))
    assert "ask.years" in asked(moved((FEE,), demand("skill", "dbt", quote="dbt")))


@pytest.mark.parametrize(
    "told",
    [
        demand("skill", "dbt", min=2, unit="year", quote="dbt 2年"),
        demand("skill", "dbt", necessity=Necessity.PREFERRED, quote="dbt尚可"),
        demand("trait", "cheerful", quote="明るい方"),
    ],
)
def test_a_level_that_is_told_or_does_not_bind_is_not_asked_for(told: Requirement) -> None:
    assert {"ask.level", "ask.years"} & set(asked(moved((FEE,), told))) == set()


def test_an_earlier_start_asks_whether_the_old_one_stands() -> None:
    start, earlier, later = (demand("period", "start-date", text=day, quote=day) for day in ("2027-01-04", "2026-12-07", "2027-02-01"))
    assert "ask.start" in asked(moved((start, FEE), earlier))
    assert "ask.start" not in asked(moved((start, FEE), later))


def test_a_heavier_seat_asks_for_the_rate_that_stands_or_was_never_told() -> None:
    git = demand("skill", "git", min=1, unit="year", quote="Git 1年")
    assert "ask.rate_same" in asked(moved((JAVA, FEE), git))
    assert "ask.rate_none" in asked(moved((JAVA,), git))


def test_a_rate_that_moved_too_is_not_asked_for() -> None:
    git = demand("skill", "git", min=1, unit="year", quote="Git 1年")
    more = demand("rate", "rate", max=650000, unit="jpy_per_month", quote="65万")
    assert {"ask.rate_same", "ask.rate_none"} & set(asked(moved((JAVA, FEE), git, more))) == set()


def test_a_rate_in_words_is_told_though_it_has_no_number() -> None:
    vague = demand("rate", "rate", text="skill-based", quote="スキル見合い")
    assert {"ask.rate_same", "ask.rate_none"} & set(
        asked(moved((JAVA, vague), demand("skill", "git", min=1, unit="year", quote="Git")))
    ) == set()


def test_an_easier_seat_does_not_ask_for_its_rate() -> None:
    assert asked(moved((JAVA, FEE), demand("skill", "java", min=1, unit="year", quote="1年でも可"))) == []


def test_what_vanished_from_a_new_text_is_asked_for() -> None:
    found = week_of(full(mail("10-05 10:00"), JAVA, FEE, by=CLIENT), full(mail("11-18 10:00", kind="requisition"), FEE, by=CLIENT))
    assert asked(found) == ["ask.vanished"]


def test_words_that_nobody_of_the_end_client_wrote_are_to_be_confirmed() -> None:
    place = demand("location", "location", text="八潮", quote="八潮")
    before = (demand("location", "location", text="川口", quote="川口"), FEE)
    assert asked(moved(before, place, by=Speaker.INTERMEDIARY)) == ["ask.second_hand"]
    assert asked(moved(before, place, by=Speaker.OWN_SALES)) == ["ask.own_memo"]
    assert asked(moved(before, place, by=CLIENT)) == []


def test_a_hedged_word_is_asked_about() -> None:
    assert asked(moved((JAVA, FEE), demand("skill", "git", hedged=True, quote="Gitも要るかもしれません"))) == ["ask.hint"]


def test_a_resent_old_text_asks_whether_the_new_value_stands() -> None:
    remote = demand("remote", "remote", text="partial", min=3, max=3, unit="day_per_week", quote="週3在宅")
    none = demand("remote", "remote", text="none", quote="出社")
    first, again = (full(mail(when, kind="requisition"), remote, FEE) for when in ("10-05 10:00", "11-19 10:00"))
    found = week_of(first, amend(mail("11-18 10:00"), none, by=CLIENT), again)
    assert asked(found)[0] == "ask.conflict"
    assert values(found, "ask.conflict")["item"] == Item("remote", "remote", "remote")


def test_conditions_of_age_and_sex_are_never_put_into_a_question() -> None:
    age, wider = demand("age", "age", max=30, unit="age", quote="三十まで"), demand("age", "age", max=40, unit="age", quote="四十まで")
    first, again = (full(mail(when, kind="requisition"), age, JAVA, FEE, by=CLIENT) for when in ("10-05 10:00", "11-19 10:00"))
    found = week_of(
        first, amend(mail("11-18 10:00"), wider, demand("gender", "gender", text="male", hedged=True, quote="男性?"), by=CLIENT), again
    )
    assert asked(found) == []


def test_a_closed_seat_is_asked_nothing() -> None:
    found = week_of(
        full(mail("10-05 10:00"), JAVA),
        amend(mail("11-17 10:00"), demand("skill", "git", quote="Git")),
        amend(mail("11-18 10:00"), status=Status.CLOSED, status_quote="終了"),
    )
    assert asked(found) == []


def test_nobody_is_asked_more_than_three_things() -> None:
    many = [demand("skill", f"s{number}", quote=f"s{number}必須") for number in range(9)]
    assert len(asked(moved((JAVA,), *many))) == MOST


@pytest.mark.parametrize(
    ("after", "key", "to"),
    [
        ([demand("role", "tester", label="テスター", quote="テスター")], "story.role", "tester"),
        ([demand("experience", "x", label="補助", quote="補助")], "story.role_for", "x"),
        ([demand("skill", "git", quote="Git")], "story.role_for", "git"),
        ([demand("skill", "git", necessity=Necessity.PREFERRED, quote="Git尚可")], "story.role_gone", None),
        ([], "story.role_gone", None),
    ],
)
def test_what_became_of_the_job(after: list[Requirement], key: str, to: str | None) -> None:
    found = moved((CLERK, FEE), dropped("role", "office-clerk", "OA事務", "事務ではなく"), *after)
    turn = role_turn(rows_of(found, ()))
    assert turn is not None
    story = turn.say("story")
    gained = dict(story.values).get("after")
    assert (story.key, gained.key if isinstance(gained, Item) else None) == (key, to)


def test_a_hint_with_a_value_asks_about_the_value() -> None:
    maybe = demand("rate", "rate", label="単価", max=650000, unit="jpy_per_month", hedged=True, quote="65万になるかも")
    told = values(moved((JAVA, FEE), maybe), "ask.hint_value")
    assert isinstance(told["value"], Value)
    assert told["value"].requirement.max == 650000


def test_what_is_refused_is_named_as_refused() -> None:
    novices = demand("experience", "inexperienced", label="未経験", necessity=Necessity.EXCLUDED, quote="未経験の方は不可")
    found = moved((JAVA,), novices)
    (row,) = rows_of(found, ())
    assert item(row).refused
    said = {language: Phrasing(wording(language), Formats(language, TOKYO, 2026)).say(item(row)).striptags() for language in ("ja", "en")}
    assert said == {"ja": "未経験不可", "en": "no experience refused"}


def test_a_job_asked_for_in_another_mail_did_not_replace_the_dropped_one() -> None:
    found = week_of(
        full(mail("10-05 10:00"), CLERK, FEE),
        amend(mail("11-17 10:00"), dropped("role", "office-clerk", "OA事務", "事務ではなく")),
        amend(mail("11-19 10:00"), demand("role", "tester", quote="テスター")),
    )
    turn = role_turn(rows_of(found, ()))
    assert turn is not None
    assert turn.after is None


def test_a_new_text_that_leaves_the_job_out_says_nothing_of_it() -> None:
    again = week_of(full(mail("10-05 10:00"), CLERK, JAVA), full(mail("11-18 10:00", kind="requisition"), JAVA))
    assert [row.change.category for row in rows_of(again, ())] == ["role"]
    assert role_turn(rows_of(again, ())) is None
    other = demand("role", "tester", label="テスター", quote="テスター")
    replaced = week_of(full(mail("10-05 10:00"), CLERK, JAVA), full(mail("11-18 10:00", kind="requisition"), JAVA, other))
    turn = role_turn(rows_of(replaced, ()))
    assert turn is not None
    assert turn.say("lead").key == "lead.role"


def test_terms_of_the_contract_are_no_heavier_musts() -> None:
    found = moved((JAVA, FEE), demand("rate", "rate", max=500000, unit="jpy_per_month", quote="50万"), demand("skill", "git", quote="Git"))
    assert [row.change.key for row in heavier_musts(rows_of(found, ()))] == ["git"]


def names(found: SeatWeek) -> set[str]:
    """What is not stated, by category or key."""
    return {item.key for item in not_stated(found)}


def test_what_no_mail_told_is_not_stated() -> None:
    assert {"rate", "remote", "start-date"} <= names(week_of(full(mail("10-05 10:00"), JAVA)))
    assert "rate" not in names(week_of(full(mail("10-05 10:00"), JAVA, FEE)))


def test_what_was_told_in_doubt_is_told() -> None:
    maybe = demand("rate", "rate", max=600000, unit="jpy_per_month", hedged=True, quote="60万くらいか")
    assert "rate" not in names(week_of(full(mail("10-05 10:00"), JAVA, maybe)))


def test_what_was_expressly_waived_is_told() -> None:
    assert "tier" not in names(
        week_of(full(mail("10-05 10:00"), JAVA, demand("tier", "subcontract-depth", necessity=Necessity.NOT_REQUIRED, quote="商流不問")))
    )


def test_a_duration_is_no_start() -> None:
    assert "start-date" in names(week_of(full(mail("10-05 10:00"), JAVA, demand("period", "duration", text="long-term", quote="長期"))))


def test_an_english_seat_is_not_held_to_japanese_terms() -> None:
    english = week_of(full(mail("10-05 10:00", language="en"), JAVA))
    assert names(english) & {"settlement", "tier"} == set()
    assert names(week_of(full(mail("10-05 10:00"), JAVA))) >= {"settlement", "tier"}
