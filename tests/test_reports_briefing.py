"""The briefing as a record: since when, what moved, what holds, what is unsure, who was proposed."""

import pytest

from reports.brief_moves import MOST_ROWS
from reports.brief_records import Since
from reports.briefing import MOST_HINTS, MOST_MOVES, build_briefing
from reports.seatrecords import Certainty
from reports.sentences import Item
from requisitions.conflicts import ConflictKind
from requisitions.risk import Risk, RiskReason
from requisitions.versions import Requisition
from requisitions.words import Category, Effect, EventKind, FlagRule, Necessity, Speaker, Status
from tests.brief_builders import brief_of, ids, lead
from tests.report_builders import Extra, Said, amend, at, demand, dropped, event, flag, full, interview, mail, proposal, seat
from tests.report_week import bank, clerk, data, shop

CLIENT, BROKER, OURS = Speaker.END_CLIENT, Speaker.INTERMEDIARY, Speaker.OWN_SALES
JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
MORE_JAVA = demand("skill", "java", label="Java", min=5, unit="year", quote="Java 5年")
MOST_JAVA = demand("skill", "java", label="Java", min=7, unit="year", quote="Java 7年")
SQL = demand("skill", "sql", label="SQL", quote="SQL")
FEE = demand("rate", "rate", label="単価", max=600000, unit="jpy_per_month", quote="60万まで")


def told(*said: Said, extra: Extra | None = None) -> Requisition:
    """A seat of October with what was said later."""
    first = full(mail("10-05 10:00", kind="requisition"), JAVA, FEE, by=BROKER)
    return seat("A-1", "Java開発", "汐入証券", first, *said, extra=extra)


def rejected(when: str) -> object:
    """Somebody of ours is turned down."""
    return event(mail(when, kind="clarification", subject="見送り"), EventKind.REJECTION)


def keys(brief: object) -> list[str]:
    """What moved."""
    return [move.last.change.key for move in brief.moves]  # type: ignore[attr-defined]


def test_there_is_no_briefing_of_what_nobody_has_stated_yet() -> None:
    assert build_briefing(told(), now=at("10-01 10:00"), timezone="Asia/Tokyo") is None


def test_without_a_proposal_everything_since_the_first_version_is_told() -> None:
    brief = brief_of(told(amend(mail("10-20 10:00"), SQL), amend(mail("11-18 10:00"), MORE_JAVA)))
    assert (brief.since, brief.since_at, brief.moved_before) == (Since.FIRST, at("10-05 10:00"), 0)
    assert keys(brief) == ["java", "sql"]
    assert brief.people.proposals == ()


def test_with_a_proposal_only_what_moved_after_it_is_told_and_the_rest_counted() -> None:
    said = (amend(mail("10-20 10:00"), SQL), amend(mail("11-18 10:00"), MORE_JAVA))
    brief = brief_of(told(*said, extra=Extra(events=[proposal("11-01 10:00")])))
    assert (brief.since, brief.since_at, brief.moved_before) == (Since.PROPOSAL, at("11-01 10:00"), 1)
    assert keys(brief) == ["java"]
    assert brief.moves[0].people == 1


def test_people_still_in_play_count_from_the_first_of_them() -> None:
    events = [proposal("11-01 10:00"), proposal("11-10 10:00", 2)]
    brief = brief_of(told(amend(mail("11-05 10:00"), SQL), extra=Extra(events=events)))
    assert brief.since_at == at("11-01 10:00")
    assert keys(brief) == ["sql"]
    assert brief.moves[0].people == 1, "the other two came later"
    assert brief.people.in_play == 3


def test_a_new_round_begins_when_all_were_turned_down() -> None:
    events = [proposal("11-01 10:00"), rejected("11-08 10:00"), proposal("11-10 10:00")]
    brief = brief_of(told(amend(mail("11-05 10:00"), SQL), extra=Extra(events=events)))  # type: ignore[arg-type]
    assert brief.since_at == at("11-10 10:00")
    assert (keys(brief), brief.moved_before) == ([], 1)


def test_a_change_in_the_very_mail_that_turns_the_person_down_is_told() -> None:
    turned = mail("11-18 10:00", subject="見送り")
    events = [proposal("11-01 10:00"), event(turned, EventKind.REJECTION)]
    brief = brief_of(told(amend(turned, SQL), extra=Extra(events=events)))
    assert keys(brief) == ["sql"]
    assert (brief.people.in_play, brief.people.turned_down) == (0, 1)


def test_what_was_said_before_the_proposal_and_came_in_after_it_is_news() -> None:
    late = mail("10-30 10:00", known="11-05 10:00")
    assert keys(brief_of(told(amend(late, SQL), extra=Extra(events=[proposal("11-01 10:00")])))) == ["sql"]


def test_a_demand_that_moved_twice_is_one_entry_from_the_first_to_the_last() -> None:
    brief = brief_of(told(amend(mail("11-10 10:00"), MORE_JAVA), amend(mail("11-18 10:00"), MOST_JAVA)))
    (move,) = brief.moves
    assert (move.times, move.before, move.last.after) == (2, JAVA, MOST_JAVA)


def test_a_job_that_became_another_is_one_entry() -> None:
    old, new = demand("role", "office-clerk", label="OA事務"), demand("role", "tester", label="テスター")
    turned = amend(mail("11-18 10:00"), dropped("role", "office-clerk", "OA事務", "事務ではなく"), new)
    brief = brief_of(seat("A-1", "t", None, full(mail("10-05 10:00"), old, JAVA), turned))
    (move,) = brief.moves
    assert (move.turned, move.times, move.before, move.last.after) == (True, 1, old, new)
    assert [line.held.requirement.key for line in brief.holds] == ["tester", "java"], "the old job is told among what moved"


def test_the_job_comes_first_then_harder_then_easier() -> None:
    easier = demand("rate", "rate", label="単価", max=650000, unit="jpy_per_month", quote="65万まで")
    brief = brief_of(told(amend(mail("11-18 10:00"), easier, SQL, demand("role", "tester", label="テスター"))))
    assert keys(brief) == ["tester", "sql", "rate"]
    assert [move.last.change.effect for move in brief.moves][1:] == [Effect.HARDER, Effect.EASIER]


def test_what_comes_after_the_moment_of_the_briefing_is_unknown_to_it() -> None:
    brief = brief_of(told(amend(mail("11-18 10:00"), SQL)), "11-18 09:59")
    assert (brief.versions, keys(brief)) == (1, [])


def test_what_holds_says_who_wrote_it_and_whether_it_moved() -> None:
    brief = brief_of(told(amend(mail("11-18 10:00"), SQL, by=CLIENT)))
    lines = {line.held.requirement.key: (line.certainty, line.moved) for line in brief.holds}
    assert lines == {
        "java": (Certainty.SECOND_HAND, False),
        "sql": (Certainty.FIRST_HAND, True),
        "rate": (Certainty.SECOND_HAND, False),
    }
    assert [item.key for item in brief.second_hand] == ["java", "rate"]


def test_a_mail_that_may_belong_elsewhere_and_words_in_conflict_make_it_unconfirmed() -> None:
    doubtful = mail("11-18 10:00")
    brief = brief_of(told(amend(doubtful, SQL, by=CLIENT), extra=Extra(scores={doubtful.sha256: 0.5})))
    assert next(line.certainty for line in brief.holds if line.held.requirement.key == "sql") is Certainty.UNCONFIRMED
    disputed = next(line for line in brief_of(bank()).holds if line.held.requirement.category is Category.REMOTE)
    assert disputed.certainty is Certainty.UNCONFIRMED


def test_waived_demands_stand_last_unless_they_moved() -> None:
    waived = dropped("language", "english", "英語", "英語は不要です")
    brief = brief_of(seat("A-1", "t", None, full(mail("10-05 10:00"), waived, JAVA)))
    assert [line.held.requirement.key for line in brief.holds] == ["java", "english"]
    moved = brief_of(told(amend(mail("11-18 10:00"), dropped("skill", "java", "Java", "Javaは不要"))))
    assert [line.held.requirement.key for line in moved.holds] == ["rate"]


def hedged(key: str, when: str) -> Said:
    """A mail that considers a demand."""
    return amend(mail(when), demand("skill", key, label=key, hedged=True, quote=f"{key}も検討中"))


def test_hints_are_told_the_latest_first_until_firm_words_settle_them() -> None:
    brief = brief_of(told(hedged("go", "11-10 10:00"), hedged("rust", "11-12 10:00")))
    assert [line.row.hint.requirement.key for line in brief.hints] == ["rust", "go"]
    settled = brief_of(told(hedged("go", "11-10 10:00"), amend(mail("11-15 10:00"), demand("skill", "go", label="Go"))))
    assert settled.hints == ()
    again = brief_of(told(hedged("go", "11-10 10:00"), hedged("go", "11-12 10:00")))
    assert len(again.hints) == 1


def test_hints_and_moves_beyond_the_page_are_counted() -> None:
    many = [hedged(f"x{number}", f"11-10 1{number}:00") for number in range(MOST_HINTS + 2)]
    assert brief_of(told(*many)).hints_left == 2
    lots = [demand("skill", f"k{number}", label=f"K{number}") for number in range(MOST_MOVES + 3)]
    assert brief_of(told(amend(mail("11-18 10:00"), *lots))).moves_left == 3


def test_a_seat_that_never_rests_still_fits_the_page() -> None:
    def java(hour: int) -> Said:
        asked = demand("skill", "java", label="Java", min=hour % 7 + 1, unit="year", quote=f"Java {hour}")
        return amend(mail(f"11-{10 + hour // 24} {hour % 24:02}:00"), asked)

    restless = [java(hour) for hour in range(40)]
    (move,) = brief_of(told(*restless)).moves
    assert (move.times, len(move.rows)) == (40, MOST_ROWS)
    assert (move.before, move.last.after) == (JAVA, restless[-1].statement.requirements[0])
    events = [proposal(f"11-{day:02} 10:00") for day in range(1, 11)]
    people = brief_of(told(extra=Extra(events=events))).people
    assert (len(people.proposals), people.proposals_left, people.in_play) == (6, 4, 10)
    assert people.proposals[-1].at == at("11-10 10:00")


def test_old_text_that_differs_on_much_is_told_in_part_and_asked_about_once() -> None:
    old = [demand("skill", f"k{number}", label=f"K{number}", min=1, unit="year") for number in range(6)]
    new = [demand("skill", f"k{number}", label=f"K{number}", min=2, unit="year") for number in range(6)]
    first = full(mail("10-05 10:00", kind="requisition"), *old, by=BROKER)
    again = full(mail("11-20 10:00", kind="requisition"), *old, by=BROKER)
    brief = brief_of(seat("A-1", "t", None, first, amend(mail("11-10 10:00"), *new, by=CLIENT), again))
    assert (len(brief.conflicts), brief.conflicts_left) == (3, 3)
    assert ids(brief).count("resent_old") == 1


def test_a_conflict_stands_apart_from_what_moved_and_from_hints() -> None:
    brief = brief_of(bank())
    conflict = brief.conflicts[0]
    assert (conflict.conflict.kind, conflict.conflict.demand.category) == (ConflictKind.SPEAKERS, Category.REMOTE)
    assert conflict.holds is not None
    assert conflict.against is not None
    assert (conflict.holds.sender, conflict.against.sender) == ("汐入証券 システム企画部", "笹舟テクノ 営業部")
    assert brief.hints == ()
    assert sorted(keys(brief)) == ["interview-count", "remote"]
    assert lead(brief).startswith("リモートは、エンド顧客が「なし（出社）」、仲介会社が「週3日在宅」と書いています。")


def test_conditions_of_age_or_sex_are_neither_repeated_nor_asked_about() -> None:
    brief = brief_of(clerk())
    lines = [line for line in brief.holds if line.reviewable]
    assert {line.held.requirement.category for line in lines} == {Category.AGE, Category.GENDER}
    assert brief.flags == 2
    assert not any(item.category in {Category.AGE, Category.GENDER} for query in brief.queries for item in query.about)
    older = demand("age", "age", label="年齢", max=25, unit="age", quote="二十五まで")
    moved = brief_of(told(amend(mail("11-18 10:00"), older)))
    assert ids(moved) == ids(brief_of(told(older_first(older))))[: len(ids(moved))]


def older_first(older: object) -> Said:
    """The same condition, told in a mail of October."""
    return amend(mail("10-06 10:00"), older)  # type: ignore[arg-type]


def test_a_condition_that_was_withdrawn_is_no_longer_to_be_reviewed() -> None:
    first = mail("10-05 10:00", kind="requisition")
    age = demand("age", "age", label="年齢", max=30, unit="age", quote="三十まで")
    extra = Extra(flags=[flag(first, FlagRule.AGE_LIMIT, "三十まで")])
    back = amend(mail("11-10 10:00"), dropped("age", "age", "年齢", "年齢は問いません"))
    assert brief_of(seat("A-1", "t", None, full(first, JAVA, age), extra=extra)).flags == 1
    assert brief_of(seat("A-1", "t", None, full(first, JAVA, age), back, extra=extra)).flags == 0


def test_proposals_are_told_by_count_and_mail_with_what_moved_after_each() -> None:
    said = (amend(mail("11-05 10:00"), SQL), amend(mail("11-18 10:00"), MORE_JAVA))
    brief = brief_of(told(*said, extra=Extra(events=[proposal("11-01 10:00", 2), proposal("11-10 10:00")])))
    first, second = brief.people.proposals
    assert (first.count, first.effects) == (2, ((Effect.HARDER, 2),))
    assert (second.count, second.effects) == (1, ((Effect.HARDER, 1),))
    assert first.mail is not None


def test_interviews_ahead_and_past_are_told_apart() -> None:
    past, unheld, ahead = interview("11-10 18:00", "2026-11-10"), interview("11-05 10:00", "2026-11-12T10:00", planned=True), None
    ahead = interview("11-20 12:00", "2026-11-25T14:00", planned=True)
    brief = brief_of(told(extra=Extra(events=[past, unheld, ahead])))
    lines = [(line.ahead, line.planned, line.dated_only) for line in brief.people.interviews]
    assert lines == [(False, False, True), (False, True, False), (True, True, False)]
    assert brief.people.ahead is not None
    assert brief.people.ahead.at == at("11-25 14:00")


def test_an_interview_of_today_without_an_hour_is_still_ahead() -> None:
    today = interview("11-20 12:00", "2026-11-24", planned=True)
    ahead = brief_of(told(extra=Extra(events=[today])), "11-24 18:00").people.ahead
    assert ahead is not None
    assert ahead.dated_only
    assert brief_of(told(extra=Extra(events=[today])), "11-25 00:01").people.ahead is None


def test_a_closed_seat_has_neither_questions_nor_an_interview_ahead() -> None:
    closing = amend(mail("11-18 10:00"), by=CLIENT, status=Status.CLOSED, status_quote="決まりました")
    brief = brief_of(told(closing, extra=Extra(events=[interview("11-10 10:00", "2026-11-25T14:00", planned=True)])))
    assert (brief.status, brief.queries, brief.people.ahead) == (Status.CLOSED, (), None)
    assert lead(brief) == "この案件は終了しました。"


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ((), "初回のあと、動いた条件はありません。"),
        ((amend(mail("11-18 10:00"), MORE_JAVA),), "初回のあと、Javaが厳しくなりました。"),
        ((amend(mail("11-18 10:00"), demand("skill", "java", label="Java", min=1, unit="year")),), "初回のあと、Javaがゆるくなりました。"),
        ((amend(mail("11-18 10:00"), demand("skill", "go", label="Go", necessity=Necessity.PREFERRED)),), "初回のあと、Goが変わりました。"),
        ((amend(mail("11-18 10:00"), status=Status.PAUSED, status_quote="保留"),), "この案件は保留中です。"),
    ],
)
def test_the_lead_is_the_weightiest_thing_there_is(said: tuple[Said, ...], begins: str) -> None:
    assert lead(brief_of(told(*said))).startswith(begins)


def test_the_lead_of_a_turned_seat_names_both_jobs_and_what_to_settle_before_the_interview() -> None:
    assert (
        lead(brief_of(clerk()))
        == "「OA事務」の募集が、「エンジニアのサポート経験」を求める募集に変わりました。次の連絡で、職種を確かめてください。"
    )
    assert (
        lead(brief_of(shop()), "en") == "Harder since the proposal: React, TypeScript, 決済API連携.Before the interview, settle TypeScript."
    )


def test_the_questions_are_in_the_language_that_the_client_writes() -> None:
    assert brief_of(data()).ask_language == "en"
    assert brief_of(clerk()).ask_language == "ja"
    memo = amend(mail("11-18 10:00", language="ja", sender="自社"), demand("skill", "go", label="Go"), by=OURS)
    english = full(mail("11-05 10:00", language="en"), JAVA, by=CLIENT)
    assert brief_of(seat("A-1", "t", None, english, memo)).ask_language == "en", "our own memo is no client's language"


def test_risk_is_told_where_the_record_has_it() -> None:
    from dataclasses import replace

    assert brief_of(told()).risk is None
    risk = Risk(72, (RiskReason("no-record", 1.5, {}),))
    assert brief_of(replace(told(), risk=risk)).risk == risk


def test_what_an_order_needs_and_no_mail_tells_is_named() -> None:
    assert Item("location", "location", "location") in brief_of(told()).not_stated
    assert not any(item.category == "rate" for item in brief_of(told()).not_stated)


def test_people_on_loan_need_no_band_of_hours_and_no_chain() -> None:
    def missing(contract: str) -> set[str]:
        return {item.category for item in brief_of(told(amend(mail("11-18 10:00"), demand("contract", contract)))).not_stated}

    assert {"settlement", "tier"} & missing("dispatch") == set()
    assert {"settlement", "tier"} <= missing("quasi-mandate")
