"""The public views of CONTRACT.md 5, as its readers rely on them."""

from dataclasses import replace
from datetime import datetime

import pytest

from requisitions.identity import statement_id
from requisitions.words import Kind
from store.bulk import Connection, select
from store.writing import put_links, put_mails, put_requisitions
from tests.store_fixtures import (
    EVENT,
    EVERY_FIELD,
    FLAG,
    PROBLEM,
    change,
    hint,
    mail,
    read_mail,
    requirement,
    requisition,
    root,
    statement,
    version,
)

CONTRACT = """
messages      sha256 message_id source sent_at known_at sender subject language kind requisition_ids
requisitions  requisition_id aliases reference title client status followed owner risk risk_reasons twin_of first_seen_at last_changed_at
              last_confirmed_at versions
statements    statement_id requisition_id sha256 ordinal mode status status_stated reason stated_by
links         statement_id requisition_id parent_statement_id rule score revised
versions      requisition_id version sha256 message_id stated_at known_at stated_by mode status
requirements  requisition_id version sha256 message_id stated_at
              category key label necessity min max unit text evidence start_offset end_offset confidence necessity_stated hedged relative
              alternatives group_need condition reason stated_by
hints         requisition_id sha256 why
              category key label necessity min max unit text evidence start_offset end_offset confidence necessity_stated hedged relative
              alternatives group_need condition reason stated_by
changes       change_id requisition_id version sha256 message_id stated_at known_at category key label change effect reason stated_by before
              after implied before_message_id before_evidence evidence review
events        requisition_id sha256 message_id kind planned count happened_at known_at evidence start_offset end_offset
flags         flag_id requisition_id sha256 message_id rule evidence start_offset end_offset note review
problems      sha256 source stage problem remedy known_at
corrections   correction_id kind requisition_id sha256 ordinal category key reviewed said said_by note said_at state
runs          run_id started_at finished_at status fetched archived duplicates quarantined statements changes
"""
"""View and columns, as the contract lists them; a line that is set in goes on from the one above."""

VIEWS = {words[0]: words[1:] for line in CONTRACT.replace("\n    ", " ").strip().splitlines() if (words := line.split())}
FIRST, LATER = mail("a1"), mail("b2", days=1)
SEAT = statement_id(FIRST.sha256, 0)


@pytest.fixture
def story(draft: Connection) -> Connection:
    """A seat of two mails, and a mail that cannot be read."""
    broken = replace(read_mail(mail("e5", days=2, kind=Kind.UNREADABLE)), reading=None, problems=(PROBLEM,))
    put_mails(
        draft,
        [
            read_mail(FIRST, statement(requirement(), EVERY_FIELD), flags=(FLAG,)),
            read_mail(LATER, statement(requirement(min=5.0)), events=(EVENT,)),
            broken,
        ],
    )
    put_links(draft, [root(FIRST), replace(root(LATER), requisition_id=SEAT, parent_statement_id=SEAT)])
    told = requisition(
        FIRST,
        version(FIRST, 1, requirement(), EVERY_FIELD),
        version(LATER, 2, requirement(min=5.0), requisition_id=SEAT),
        changes=(change(LATER, 2, SEAT),),
        hints=(hint(LATER),),
    )
    put_requisitions(draft, [replace(told, history=replace(told.history, confirmations=(LATER.sha256,)))])
    return draft


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_the_columns_of_the_contract(draft: Connection, view: str) -> None:
    draft.execute(f"FROM {view}")
    assert set(VIEWS[view]) <= {column[0] for column in draft.description or ()}


def test_nothing_but_the_views_lies_in_the_public_schema(draft: Connection) -> None:
    assert {name for (name,) in draft.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()} == set(VIEWS)
    assert draft.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'").fetchall() == []


def test_the_columns_need_no_quotation_marks(draft: Connection) -> None:
    """They are no keywords of SQL."""
    for view, columns in VIEWS.items():
        draft.execute(f"SELECT {', '.join(columns)} FROM {view}")  # noqa: S608 - both are constants of ours
        draft.execute(f"SELECT {', '.join('x.' + column for column in columns)} FROM {view} AS x ORDER BY ALL")  # noqa: S608


def test_times_are_naive_utc(story: Connection) -> None:
    kinds = {
        (view, name): kind
        for view in VIEWS
        for name, kind, *_ in story.execute(f"DESCRIBE {view}").fetchall()
        if name.endswith("_at") and name != "happened_at"
    }
    assert set(kinds.values()) == {"TIMESTAMP"}
    assert select(story, "SELECT DISTINCT stated_at FROM versions WHERE version = 1") == [{"stated_at": datetime(2026, 11, 16, 9, 0)}]  # noqa: DTZ001


def test_a_message_names_its_requisitions(story: Connection) -> None:
    found = select(story, "SELECT message_id, kind, requisition_ids FROM messages ORDER BY sent_at")
    assert found == [
        {"message_id": "<a1@broker.example>", "kind": "requisition", "requisition_ids": [SEAT]},
        {"message_id": "<b2@broker.example>", "kind": "requisition", "requisition_ids": [SEAT]},
        {"message_id": "<e5@broker.example>", "kind": "unreadable", "requisition_ids": []},
    ]


def test_a_message_of_two_seats_of_one_requisition_names_it_once(draft: Connection) -> None:
    put_mails(draft, [read_mail(FIRST, statement(), statement(ordinal=1))])
    second = replace(root(FIRST), statement_id=statement_id(FIRST.sha256, 1))
    put_links(draft, [root(FIRST), second])
    assert select(draft, "SELECT requisition_ids FROM messages") == [{"requisition_ids": [SEAT]}]


def test_a_requisition_counts_its_versions_and_lists_its_names_in_order(story: Connection) -> None:
    (row,) = select(story, "SELECT requisition_id, aliases, versions, risk, risk_reasons, followed FROM requisitions")
    expected = {"requisition_id": SEAT, "aliases": [SEAT, "A-77"], "versions": 2, "risk": None, "risk_reasons": None, "followed": True}
    assert row == expected


def test_a_demand_of_a_version_has_every_field_and_the_mail_its_offsets_point_into(story: Connection) -> None:
    (row,) = select(story, "SELECT * FROM requirements WHERE category = 'rate'")
    assert row == {
        "requisition_id": SEAT, "version": 1, "sha256": FIRST.sha256, "message_id": FIRST.message_id,
        "stated_at": datetime(2026, 11, 16, 9, 0),  # noqa: DTZ001 - naive UTC
        "category": "rate", "key": "rate", "label": "単価", "necessity": "must", "min": 0.1 + 0.2, "max": 30000.0, "unit": "jpy_per_month",
        "text": "応相談\x1b\x1f\x1bn", "evidence": "+3万まで\n(応相談)", "start_offset": 40, "end_offset": 52, "confidence": 0.87,
        "necessity_stated": False, "hedged": True, "relative": True, "alternatives": "g1", "group_need": 2,
        "condition": "経験が浅ければ", "reason": "budget", "stated_by": "intermediary",
    }  # fmt: skip


def test_a_hint_says_why_it_does_not_hold_and_who_said_it(story: Connection) -> None:
    assert select(story, "SELECT requisition_id, sha256, why, key, stated_by FROM hints") == [
        {"requisition_id": SEAT, "sha256": LATER.sha256, "why": "hedged", "key": "rate", "stated_by": "own_sales"}
    ]


def test_changes_events_flags_and_problems_are_told_with_their_mail(story: Connection) -> None:
    assert select(story, "SELECT version, message_id, change, effect, before, after, review FROM changes") == [
        {
            "version": 2,
            "message_id": LATER.message_id,
            "change": "raised",
            "effect": "harder",
            "before": "3年以上",
            "after": "5年以上",
            "review": "open",
        }
    ]
    assert select(story, "SELECT requisition_id, message_id, kind, planned, count, happened_at FROM events") == [
        {
            "requisition_id": SEAT,
            "message_id": LATER.message_id,
            "kind": "interview",
            "planned": True,
            "count": 1,
            "happened_at": "2026-11-25T14:00",
        }
    ]
    assert select(story, "SELECT requisition_id, message_id, rule, review FROM flags") == [
        {"requisition_id": SEAT, "message_id": FIRST.message_id, "rule": "age-limit", "review": "open"}
    ]
    assert select(story, "SELECT source, stage, remedy FROM problems") == [
        {"source": "sales", "stage": "extract", "remedy": PROBLEM.remedy}
    ]


def test_a_statement_without_a_link_is_there_and_belongs_to_nothing(draft: Connection) -> None:
    put_mails(draft, [read_mail(FIRST, statement(requirement()))])
    assert select(draft, "SELECT requisition_id, mode, stated_by FROM statements") == [
        {"requisition_id": None, "mode": "full", "stated_by": "intermediary"}
    ]


def test_a_quote_can_be_asked_for_in_plain_sql(story: Connection) -> None:
    """What a notebook does first: what does the seat demand now, and by whose words?"""
    sql = """SELECT r.key, r.evidence, m.sender FROM requirements AS r JOIN messages AS m USING (sha256)
        JOIN requisitions AS q ON q.requisition_id = r.requisition_id AND q.versions = r.version"""
    assert select(story, sql) == [{"key": "java", "evidence": "java 3年以上", "sender": "Ueno Aki"}]
