"""The stories that risk is told from, out of the tables of all requisitions, and the risks into theirs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.refolding import standing
from requisitions.folding import fold
from requisitions.identity import statement_id
from requisitions.risk import Risk, RiskReason, RiskSettings
from requisitions.seatstories import SeatStory, seen_at, story_of
from requisitions.statements import Event, Reading, Statement
from requisitions.versions import Mail, Requisition, Stated
from requisitions.words import EventKind, Kind, Mode, Necessity, Review, Speaker, Status
from store import reading, riskstories
from store.bulk import Connection, select
from store.writing import ReadMail, put_links, put_mails, put_requisitions
from tests.requisitions_fixtures import demand
from tests.store_fixtures import keys, mail, root

JAVA = demand("skill/java", min=3.0, unit="year")
MORE_JAVA = demand("skill/java", min=5.0, unit="year")
FULL = Statement(0, Mode.FULL, None, "新規 Java", "Kita Foods", requirements=(JAVA,), stated_by=Speaker.INTERMEDIARY)
PLANNED = Event(EventKind.INTERVIEW, 0, planned=True, count=1, at="2026-11-25T14:00", evidence="25日14時", start=5, end=11)
Told = tuple[Mail, Statement, tuple[Event, ...]]


def amendment(*demands: object, **more: object) -> Statement:
    return replace(FULL, mode=Mode.AMENDMENT, requirements=demands, **more)  # type: ignore[arg-type]


VAGUE = tuple(
    demand(name, necessity, **more)
    for name, necessity, more in (
        ("trait/cheerful", "must", {}),
        ("skill/big-picture", "must", {"open_class": True}),
        ("experience/finance-domain", "must", {}),
        ("experience/new-development", "must", {"min": 2.0, "unit": "year"}),
        ("experience/basic-design", "must", {"text": "lead"}),
        ("trait/humble", "preferred", {}),
        ("qualification/ccna", "must", {}),
        ("rate/rate", "must", {"max": 70.0, "unit": "jpy_per_month"}),
    )
)
LATER = demand("trait/cheerful", Necessity.PREFERRED)
STORIES: dict[str, Sequence[Told]] = {
    "one mail": [(mail("a1"), FULL, ())],
    "moves, twice in one mail": [(mail("a1"), FULL, ()), (mail("a2", days=1), amendment(MORE_JAVA, demand("skill/sql")), ())],
    "moves of no weight": [(mail("a1"), FULL, ()), (mail("a2", days=1), amendment(demand("location/location", text="Shinagawa")), ())],
    "age and sex": [(mail("a1"), FULL, ()), (mail("a2", days=1), amendment(demand("age/age", max=35.0, unit="age")), ())],
    "vague must-haves": [(mail("a1"), replace(FULL, requirements=(JAVA, *VAGUE)), ()), (mail("a2", days=1), amendment(LATER), ())],
    "the client writes": [(mail("a1"), FULL, ()), (mail("a2", days=1), amendment(stated_by=Speaker.END_CLIENT), ())],
    "the client is quoted": [(mail("a1"), FULL, ()), (mail("a2", days=1), amendment(replace(MORE_JAVA, stated_by=Speaker.END_CLIENT)), ())],
    "interviews": [(mail("a1"), FULL, (PLANNED,)), (mail("a2", days=1), amendment(), (replace(PLANNED, at="2026-12-01"),))],
    "no interviews": [
        (mail("a1"), FULL, (replace(PLANNED, planned=False), replace(PLANNED, at=None), replace(PLANNED, kind=EventKind.PROPOSAL)))
    ],
    "closed": [(mail("a1"), FULL, ()), (mail("a2", days=1), amendment(status=Status.CLOSED, status_stated=True, status_evidence="x"), ())],
}


def written(draft: Connection, told: Sequence[Told]) -> tuple[Requisition, list[Stated]]:
    """A requisition of these mails, as the night writes it."""
    first = told[0][0]
    put_mails(draft, [ReadMail(of, Reading(Kind.REQUISITION, "ja", (one,), events), (), (keys(of),)) for of, one, events in told])
    put_links(draft, [replace(root(of), requisition_id=statement_id(first.sha256, 0)) for of, _, _ in told])
    stated = [Stated(statement_id(of.sha256, 0), one, of) for of, one, _ in told]
    put_requisitions(draft, [standing(fold(statement_id(first.sha256, 0), stated), stated, [])])
    (whole,) = reading.requisitions(draft)
    return whole, stated


@pytest.mark.parametrize("name", STORIES)
def test_tables_and_records_tell_the_same_story(draft: Connection, name: str) -> None:
    whole, stated = written(draft, STORIES[name])
    (found,) = riskstories.seat_stories(draft)
    assert found == story_of(whole, stated, "kitafoods")


@pytest.mark.parametrize("name", STORIES)
def test_a_story_for_a_look_at_one_moment_shows_there_what_the_whole_one_shows(draft: Connection, name: str) -> None:
    whole, _ = written(draft, STORIES[name])
    (complete,) = riskstories.seat_stories(draft)
    instant = timedelta(microseconds=1)
    moments = {one.stated_at + after for one in whole.mails for after in (-instant, timedelta(), instant, timedelta(days=40))}
    for moment in sorted(moments):
        (lean,) = riskstories.seat_stories(draft, moment)
        assert seen_at([lean], moment, RiskSettings()) == seen_at([complete], moment, RiskSettings())
        assert [at for at in lean.mails if at < moment] == [at for at in complete.mails if at < moment][-1:]
        assert [at for at in lean.mails if at >= moment] == [at for at in complete.mails if at == moment]


def test_a_dismissed_change_is_no_move_in_the_tables_either(draft: Connection) -> None:
    whole, stated = written(draft, STORIES["moves, twice in one mail"])
    draft.execute(f"UPDATE private.changes SET review = '{Review.DISMISSED}' WHERE key = 'sql'")  # noqa: S608
    (found,) = riskstories.seat_stories(draft)
    assert found.moves == story_of(whole, stated, None).moves != ()
    draft.execute(f"UPDATE private.changes SET review = '{Review.DISMISSED}'")  # noqa: S608
    assert riskstories.seat_stories(draft)[0].moves == ()


def test_where_no_client_is_known_who_asks_has_the_record(draft: Connection) -> None:
    written(draft, [(mail("a1"), replace(FULL, client=None), ())])
    assert [story.client for story in riskstories.seat_stories(draft)] == ["asks: broker.example"]


def test_a_mail_that_only_tells_of_an_event_is_a_mail_of_the_seat(draft: Connection) -> None:
    written(draft, STORIES["one mail"])
    seat = statement_id(mail("a1").sha256, 0)
    put_mails(
        draft,
        [
            ReadMail(
                mail("a2", days=3),
                Reading(Kind.CANDIDATE, "ja", (), (replace(PLANNED, statement=None),)),
                (),
                (keys(mail("a2", days=3), founds=False),),
            )
        ],
    )
    put_links(draft, [replace(root(mail("a2")), requisition_id=seat)])
    (found,) = riskstories.seat_stories(draft)
    assert found.mails == (mail("a1").stated_at, mail("a2", days=3).stated_at)
    assert found.interviews == ((mail("a2", days=3).stated_at, "2026-11-25T14:00"),)


def test_nothing_there_is_no_story(draft: Connection) -> None:
    nothing: list[SeatStory] = []
    assert riskstories.seat_stories(draft) == nothing


RISK = Risk(
    62, (RiskReason("client-moves-often", 1.62, {"moved": 9, "seats": 14}), RiskReason("interview-ahead", 1.26, {"day": "2026-11-25"}))
)
SEAT = statement_id(mail("a1").sha256, 0)


def test_risks_stand_in_the_view_and_come_back_with_the_requisition(draft: Connection) -> None:
    written(draft, STORIES["one mail"])
    riskstories.put_risks(draft, {SEAT: RISK}, RiskSettings())
    assert select(draft, "SELECT risk, risk_reasons FROM requisitions") == [
        {"risk": 62, "risk_reasons": ["client-moves-often factor=1.62 moved=9 seats=14", "interview-ahead factor=1.26 day=2026-11-25"]}
    ]
    assert [one.risk for one in reading.requisitions(draft)] == [RISK]


def test_a_seat_without_a_risk_has_none_and_one_without_reasons_has_a_score(draft: Connection) -> None:
    written(draft, STORIES["one mail"])
    assert [one.risk for one in reading.requisitions(draft)] == [None]
    riskstories.put_risks(draft, {SEAT: Risk(27, ())}, RiskSettings())
    assert [one.risk for one in reading.requisitions(draft)] == [Risk(27, ())]
    assert select(draft, "SELECT risk, risk_reasons FROM requisitions") == [{"risk": 27, "risk_reasons": []}]


def test_risks_replace_those_before(draft: Connection) -> None:
    written(draft, STORIES["one mail"])
    riskstories.put_risks(draft, {SEAT: RISK, "r-gone": RISK}, RiskSettings())
    riskstories.put_risks(draft, {}, RiskSettings())
    assert select(draft, "SELECT risk, risk_reasons FROM requisitions") == [{"risk": None, "risk_reasons": None}]
    assert select(draft, "SELECT * FROM private.risk_reasons") == []


def test_a_snapshot_knows_by_which_settings_its_risks_were_told(draft: Connection) -> None:
    assert not riskstories.told_by(draft, RiskSettings())
    riskstories.put_risks(draft, {}, RiskSettings(vague=1.7))
    assert riskstories.told_by(draft, RiskSettings(vague=1.7))
    assert not riskstories.told_by(draft, RiskSettings())


def test_the_questions_of_the_documentation_can_be_asked(draft: Connection) -> None:
    written(draft, STORIES["one mail"])
    hearsay = Risk(62, (RiskReason("second-hand", 1.27, {"texts": 1}),))
    riskstories.put_risks(draft, {SEAT: hearsay}, RiskSettings())
    page = (Path(__file__).resolve().parent.parent / "docs/risk.md").read_text(encoding="utf-8")
    ranked, second_hand = (sql for sql in page.split("```sql\n")[1].split("```")[0].split(";\n") if sql)
    assert [row["risk"] for row in select(draft, ranked.replace("WHERE followed", ""))] == [62]
    assert [row["risk"] for row in select(draft, second_hand)] == [62]
    riskstories.put_risks(draft, {SEAT: RISK}, RiskSettings())
    assert select(draft, second_hand) == []
