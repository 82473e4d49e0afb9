"""The questions: each one where its data are and nowhere else, in the client's language, different for different seats."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.brief_queries import MOST
from reports.brief_records import Briefing
from reports.wording import wording
from requisitions.statements import Requirement
from requisitions.versions import Requisition
from requisitions.words import EventKind, Necessity, Reason, Speaker, Status
from tests.brief_builders import brief_of, ids, questions
from tests.report_builders import Extra, Said, amend, demand, dropped, event, full, interview, mail, proposal, seat
from tests.test_reports_wording import entries

CLIENT, BROKER, OURS = Speaker.END_CLIENT, Speaker.INTERMEDIARY, Speaker.OWN_SALES
CLERK = demand("role", "office-clerk", label="OA事務", quote="OA事務")
JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
SQL = demand("skill", "sql", label="SQL", quote="SQL必須")
FEE = demand("rate", "rate", label="単価", max=600000, unit="jpy_per_month", quote="60万まで")
HOME = demand("remote", "remote", label="リモート", text="partial", min=3, max=3, unit="day_per_week", quote="週3日在宅")
OFFICE = demand("remote", "remote", label="リモート", text="none", quote="原則出社")
TWO = demand("remote", "remote", label="リモート", text="partial", min=2, max=2, unit="day_per_week", quote="2日在宅")
ONCE = demand("interview", "interview-count", label="面談", min=1, max=1, unit="count", quote="面談1回")
TWICE = demand("interview", "interview-count", label="面談", min=2, max=2, unit="count", quote="面談2回")
WHOLE = (
    *(demand("contract", "quasi-mandate", label="準委任"), demand("location", "location", text="品川"), ONCE, HOME, FEE),
    *(demand("headcount", "headcount", min=1, max=1, unit="person"), demand("period", "start-date", text="2027-01-04")),
    *(demand("settlement", "settlement-hours", min=140, max=180, unit="hour_per_month"), demand("tier", "subcontract-depth", max=0)),
)
"""All that an order needs, so that nothing is missing."""
AHEAD = interview("11-20 12:00", "2026-11-26T10:00", planned=True)
PERSON = proposal("11-01 10:00", 2)


def first(*demands: Requirement, by: Speaker = CLIENT) -> Said:
    """The first mail."""
    return full(mail("10-05 10:00", kind="requisition"), *demands, by=by)


def later(*demands: Requirement, by: Speaker = CLIENT, reason: Reason = Reason.SCOPE, on: str = "11-18 10:00") -> Said:
    """A mail of the week before the interview."""
    return amend(mail(on, sender="later"), *demands, by=by, reason=reason)


def of(*said: Said, events: tuple[object, ...] = (), title: str | None = "Java開発") -> Requisition:
    """A seat of what the mails say."""
    return seat("A-1", title, "汐入証券", *said, extra=Extra(events=events))  # type: ignore[arg-type]


def moved(before: Requirement, after: Requirement, reason: Reason = Reason.SCOPE) -> Requisition:
    """A whole seat with one demand that the client moved."""
    others = [one for one in WHOLE if one.identity != before.identity]
    return of(first(*others, before), later(after, reason=reason))


def hint(**fields: object) -> Requisition:
    """A whole seat with unsure words about SQL."""
    unsure = demand("skill", "sql", label="SQL", quote="SQLも", **fields)  # type: ignore[arg-type]
    return of(first(*WHOLE), later(unsure))


def resent(*amended: Requirement, by: Speaker = CLIENT, again: Speaker = CLIENT) -> Requisition:
    """A whole seat, amended, whose first text then comes again."""
    text = (*WHOLE, JAVA)
    return of(first(*text, by=by), later(*amended, by=by), full(mail("11-20 10:00", sender="again"), *text, by=again))


def disputed(*after: Requirement, events: tuple[object, ...] = ()) -> Requisition:
    """A whole seat on which an intermediary speaks against the end client."""
    return of(first(*WHOLE, JAVA), later(*after, by=BROKER), events=events)


PAUSED = amend(mail("11-18 10:00"), by=CLIENT, status=Status.PAUSED, status_quote="保留")
START = demand("period", "start-date", text="2026-12-01", quote="12/1から")
FEWER = demand("rate", "rate", label="単価", max=550000, unit="jpy_per_month", quote="55万まで")
SUPPORT = demand("experience", "engineer-support", label="技術者の補助", quote="補助の経験")

NEEDS: dict[str, tuple[Callable[[], Requisition], list[str]]] = {
    "role": (lambda: of(first(CLERK), later(dropped("role", "office-clerk", "OA事務", "事務ではなく"), SUPPORT)), ["11月18日", "OA事務"]),
    "role_gone": (lambda: of(first(CLERK), later(dropped("role", "office-clerk", "OA事務", "事務ではなく"))), ["11月18日", "OA事務"]),
    "paused": (lambda: of(first(*WHOLE), PAUSED), ["11月18日"]),
    "paused_interview": (lambda: of(first(*WHOLE), PAUSED, events=(AHEAD,)), ["11月18日", "11月26日"]),
    "speakers": (lambda: disputed(OFFICE), ["リモート", "なし（出社）", "週3日在宅", "10月5日", "11月18日"]),
    "speakers_client": (lambda: disputed(OFFICE, events=(AHEAD,)), ["リモート", "週3日在宅", "10月5日"]),
    "speakers_silent": (
        lambda: of(first(*WHOLE, JAVA), full(mail("11-18 10:00", sender="shorter"), *WHOLE, by=BROKER)),
        ["Java", "3年以上", "10月5日", "11月18日"],
    ),
    "resent": (lambda: resent(TWICE), ["面談", "1回", "2回", "11月20日"]),
    "resent_gone": (lambda: resent(dropped("skill", "java", "Java", "Javaは不要")), ["Java", "3年以上", "11月20日"]),
    "resent_old": (lambda: resent(SQL), ["11月20日"]),
    "level": (lambda: of(first(*WHOLE), later(SUPPORT)), ["11月18日", "エンジニアのサポート経験"]),
    "years": (lambda: of(first(*WHOLE), later(SQL)), ["11月18日", "SQL"]),
    "people": (lambda: of(first(*WHOLE), later(SQL), events=(PERSON,)), ["2名", "11月1日", "SQL"]),
    "rate_same": (lambda: of(first(*WHOLE), later(SQL)), ["SQL", "60万円/月"]),
    "rate_none": (lambda: of(first(JAVA), later(SQL)), ["SQL"]),
    "start": (lambda: moved(WHOLE[6], START), ["2027/1/4", "2026/12/1"]),
    "rounds": (lambda: moved(ONCE, TWICE), ["1回", "2回"]),
    "remote": (lambda: moved(HOME, TWO), ["11月18日", "週3日在宅", "週2日在宅"]),
    "why": (lambda: moved(FEE, FEWER, Reason.UNSTATED), ["単価", "60万円/月まで", "55万円/月まで"]),
    "room": (lambda: moved(FEE, FEWER, Reason.BUDGET), ["単価", "60万円/月まで", "55万円/月まで"]),
    "own_memo": (lambda: of(first(*WHOLE), later(TWICE, by=OURS)), ["11月18日", "面談"]),
    "second_hand": (lambda: of(first(*WHOLE, by=BROKER), later(TWICE, by=BROKER)), ["11月18日", "面談"]),
    "vanished": (lambda: of(first(*WHOLE, JAVA), full(mail("11-18 10:00"), *WHOLE, by=CLIENT)), ["11月18日", "Java"]),
    "hedged": (lambda: hint(hedged=True), ["11月18日", "SQL"]),
    "hedged_value": (lambda: hint(hedged=True, min=2, unit="year"), ["11月18日", "SQL", "2年以上"]),
    "conditional": (lambda: hint(condition="Javaがなければ"), ["11月18日", "SQL"]),
    "unresolved": (
        lambda: of(
            first(*WHOLE), later(replace(demand("age", "age"), category=JAVA.category, key="sql", label="SQL", min=1, relative=True))
        ),
        ["11月18日", "SQL"],
    ),
    "unsure": (lambda: of(first(*WHOLE), later(replace(SQL, confidence=0.3, min=2, unit="year"))), ["11月18日", "SQL", "2年以上"]),
    "vague": (lambda: of(first(*WHOLE, SQL)), ["SQL"]),
    "missing": (lambda: of(first(JAVA)), ["単価", "契約形態"]),
    "confirm": (lambda: of(first(*WHOLE, by=BROKER), events=(PERSON,)), ["単価", "60万円/月まで", "週3日在宅"]),
}
"""Each template with a seat that has what it needs, and the data that the question shows."""


def all_asked(brief: Briefing) -> dict[str, str]:
    """The questions by their ids."""
    return dict(zip(ids(brief), questions(brief), strict=True))


@pytest.mark.parametrize("key", sorted(NEEDS))
def test_a_question_is_asked_where_its_data_are_and_shows_them(key: str) -> None:
    made, shown = NEEDS[key]
    asked = all_asked(brief_of(made()))
    assert key in asked
    assert [words for words in shown if words not in asked[key]] == []


def test_every_template_has_such_a_seat() -> None:
    openings = {"about", "about_one"}
    assert {name.removeprefix("query.") for name in entries("ja") if name.startswith("query.")} == NEEDS.keys() | openings


def test_the_first_question_says_which_seat_it_is_about_and_the_others_do_not() -> None:
    told = questions(brief_of(of(first(JAVA), later(SQL))))
    assert [text.startswith("「Java開発」（A-1）の件で伺います。") for text in told] == [True, False, False]
    nameless = full(mail("10-05 10:00", subject=""), JAVA, by=CLIENT)
    assert questions(brief_of(seat("A-1", None, None, nameless)))[0].startswith("「A-1」の件で伺います。")
    assert questions(brief_of(seat(None, None, None, nameless)))[0].startswith("単価、")


def test_nothing_is_asked_where_there_is_nothing_to_ask() -> None:
    assert ids(brief_of(of(first(*WHOLE, JAVA)))) == []


@pytest.mark.parametrize("key", sorted(NEEDS.keys() - {"paused", "paused_interview"}))
def test_nothing_is_asked_about_a_closed_seat(key: str) -> None:
    made, _ = NEEDS[key]
    last = made()
    stated = list(last.history.versions)
    closed = replace(last.history, versions=(*stated[:-1], replace(stated[-1], status=Status.CLOSED)))
    assert ids(brief_of(replace(last, history=closed))) == []


def test_the_riskiest_is_asked_first_and_no_more_than_a_talk_bears() -> None:
    everything = of(
        first(CLERK, HOME, FEE, ONCE, SQL),
        later(dropped("role", "office-clerk", "OA事務", "事務ではなく"), SUPPORT, TWO, TWICE, by=BROKER, reason=Reason.UNSTATED),
        events=(PERSON, AHEAD),
    )
    asked = ids(brief_of(everything))
    assert len(asked) == MOST
    assert asked == ["role", "speakers_client", "speakers_client", "speakers_client", "level"]


def test_money_is_never_spoken_of_over_the_intermediarys_head() -> None:
    (query,) = [one for one in brief_of(disputed(FEWER, events=(AHEAD,))).queries if one.text.key == "query.speakers"]
    assert (query.to_client, query.to is not None) == (False, True)
    (remote,) = [one for one in brief_of(disputed(OFFICE, events=(AHEAD,))).queries if one.text.key == "query.speakers_client"]
    assert (remote.to_client, remote.to) == (True, None)


def test_a_question_about_our_own_memo_goes_to_whoever_of_theirs_wrote_last() -> None:
    memo = amend(mail("11-18 10:00", sender="自社 営業部"), TWICE, by=OURS)
    brief = brief_of(of(full(mail("10-05 10:00", sender="渡舟リンク 大森"), *WHOLE, by=BROKER), memo))
    assert {query.to.person for query in brief.queries if query.to is not None} == {"渡舟リンク 大森"}


def test_nobody_is_asked_twice_about_what_just_moved() -> None:
    brief = brief_of(of(first(*WHOLE, by=BROKER), later(TWICE, by=BROKER), events=(PERSON,)))
    assert "面談" not in all_asked(brief).get("confirm", "")


def test_hearsay_and_people_are_asked_about_only_where_somebody_is_at_stake() -> None:
    hearsay = first(*WHOLE, by=BROKER)
    assert "confirm" not in ids(brief_of(of(hearsay)))
    assert "confirm" in ids(brief_of(of(hearsay, events=(AHEAD,))))
    out = event(mail("11-10 10:00", subject="見送り"), EventKind.REJECTION, count=2)
    assert "people" not in ids(brief_of(of(first(*WHOLE), later(SQL), events=(PERSON, out))))
    assert "people" not in ids(brief_of(of(first(*WHOLE), later(SQL))))
    easier = replace(FEE, max=700000.0)
    assert "people" not in ids(brief_of(of(first(*WHOLE), later(easier), events=(PERSON,))))


def test_questions_to_english_clients_are_in_english() -> None:
    english = of(full(mail("10-05 10:00", language="en"), *WHOLE, by=CLIENT), amend(mail("11-18 10:00", language="en"), TWICE, by=CLIENT))
    said = "Interviews have gone from 1 round to 2 rounds. Could you tell us when the added one is, and who attends?"
    assert all_asked(brief_of(english))["rounds"] == f"This is about “Java開発” (A-1). {said}"


def test_every_question_is_polite() -> None:
    asked = {key: wording("ja").text(f"query.{key}") for key in NEEDS}
    assert [key for key, text in asked.items() if not text.endswith(("でしょうか。", "ますでしょうか。"))] == []
    assert [key for key in NEEDS if "?" not in wording("en").text(f"query.{key}")] == []


NAMES = st.sampled_from(["go", "rust", "scala", "perl", "cobol", "ruby", "dart", "swift"])
DEMAND = st.builds(
    lambda key, years: demand("skill", key, label=key, min=years, unit="year" if years else None, quote=key),
    NAMES,
    st.sampled_from([None, 1, 2, 5]),
)
FEES = st.sampled_from([None, 500000, 600000, 700000])


@st.composite
def seats(draw: st.DrawFn) -> Requisition:
    """A seat that moved once."""
    held = draw(st.lists(DEMAND, max_size=3, unique_by=lambda one: one.key))
    added = draw(st.lists(DEMAND, min_size=1, max_size=3, unique_by=lambda one: one.key))
    fee = draw(FEES)
    day = draw(st.integers(10, 20))
    speaker = draw(st.sampled_from([CLIENT, BROKER]))
    reference = draw(st.sampled_from(["A-1", "A-2", "B-1"]))
    price = [] if fee is None else [replace(FEE, max=float(fee))]
    told = (first(*held, *price, by=speaker), later(*added, by=speaker, on=f"11-{day} 10:00"))
    return replace(of(*told, title=draw(NAMES)), reference=reference)


def data_of(seat_: Requisition) -> object:
    """Which seat it is, and what of it moved when: what questions are about first."""
    moves = brief_of(seat_).moves
    return (seat_.reference, seat_.title, [(move.last.change.key, move.last.after, move.last.change.stated_at) for move in moves])


@settings(max_examples=60, deadline=None)
@given(seats(), seats())
def test_two_seats_with_different_data_never_get_the_same_three_questions(one: Requisition, other: Requisition) -> None:
    asked, others = questions(brief_of(one)), questions(brief_of(other))
    assert len(asked) < 3 or asked[:3] != others[:3] or data_of(one) == data_of(other)


def test_questions_are_asked_again_in_the_same_words_for_the_same_data() -> None:
    made, _ = NEEDS["speakers"]
    assert questions(brief_of(made())) == questions(brief_of(made()))


def test_a_wish_without_a_measure_is_nobodys_question() -> None:
    wish = demand("skill", "sql", label="SQL", necessity=Necessity.PREFERRED)
    assert ids(brief_of(of(first(*WHOLE, wish)))) == []
