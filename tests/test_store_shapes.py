"""Every field of a record has its column, and comes back as what it was."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requisitions.statements import Requirement, Statement
from requisitions.versions import LinkKeys
from store import shapes
from store.bulk import Connection
from store.payloads import pack_link_keys, pack_statement, unpack_link_keys, unpack_statement
from store.shapes import Shape
from store.times import to_naive
from tests.store_fixtures import EVENT, EVERY_FIELD, FLAG, change, mail, requirement, requisition, root, version

TABLES: dict[str, tuple[Shape[Any], ...]] = {
    "mails": (shapes.MAIL,),
    "links": (shapes.LINK,),
    "requirements": (shapes.REQUIREMENT, shapes.HELD),
    "hints": (shapes.REQUIREMENT, shapes.HINT),
    "events": (shapes.EVENT,),
    "flags": (shapes.FLAG,),
    "versions": (shapes.VERSION,),
    "changes": (shapes.CHANGE,),
    "requisitions": (shapes.REQUISITION,),
    "mail_problems": (shapes.PROBLEM,),
    "faults": (shapes.PROBLEM,),
}


def _as_duckdb_gives_it(row: dict[str, object]) -> dict[str, object]:
    """Plain text, and naive UTC."""
    plain = {column: str(value) if isinstance(value, str) else value for column, value in row.items()}
    return {column: to_naive(value) if isinstance(value, datetime) else value for column, value in plain.items()}


@pytest.mark.parametrize("table", TABLES)
def test_every_field_has_a_column(draft: Connection, table: str) -> None:
    draft.execute(f"FROM private.{table}")
    columns = {column[0] for column in draft.description or ()}
    for shape in TABLES[table]:
        assert set(shape.columns) <= columns


@pytest.mark.parametrize(
    ("shape", "record"),
    [
        (shapes.MAIL, mail("a1", sent_at=None, first_import=True, kind="other")),
        (shapes.LINK, replace(root(mail("a1")), revised="ab" * 32, score=0.65)),
        (shapes.REQUIREMENT, EVERY_FIELD),
        (shapes.REQUIREMENT, requirement()),
        (shapes.EVENT, EVENT),
        (shapes.EVENT, replace(EVENT, statement=2, at=None, count=None)),
        (shapes.FLAG, FLAG),
        (shapes.CHANGE, change(mail("a1"), 2, "r")),
    ],
)
def test_a_record_comes_back_as_it_was(shape: Shape[Any], record: object) -> None:
    revived = shape.read(_as_duckdb_gives_it(shape.row(record)))
    assert revived == record
    assert [type(getattr(revived, name)) for name in shape.record.__slots__] == [
        type(getattr(record, name)) for name in shape.record.__slots__
    ]


def test_what_stands_elsewhere_is_given_beside_the_row() -> None:
    told = version(mail("a1"), 1, requirement())
    row = _as_duckdb_gives_it(shapes.VERSION.row(told))
    assert "held" not in row
    assert shapes.VERSION.read(row, held=told.held) == told


def test_a_requisition_leaves_its_story_to_other_tables() -> None:
    assert not {"aliases", "history", "mails", "links", "events", "flags"} & set(shapes.REQUISITION.row(requisition(mail("a1"))))


TEXT = st.text(max_size=8)
REQUIREMENTS = st.builds(Requirement, evidence=TEXT, key=TEXT, label=TEXT)


@given(st.builds(Statement, requirements=st.lists(REQUIREMENTS, max_size=3).map(tuple)))
def test_a_statement_comes_back_whole(statement: Statement) -> None:
    assert unpack_statement(pack_statement(statement)) == statement


AWARE = st.integers(0, 10**9).map(lambda seconds: mail("a1").stated_at - timedelta(seconds=seconds))


@given(st.builds(LinkKeys, stated_at=AWARE, thread=st.frozensets(TEXT)))
def test_link_keys_come_back_whole_and_always_as_the_same_text(keys: LinkKeys) -> None:
    assert unpack_link_keys(pack_link_keys(keys)) == keys
    backwards = replace(keys, thread=frozenset(sorted(keys.thread, reverse=True)))
    assert pack_link_keys(backwards) == pack_link_keys(keys)
