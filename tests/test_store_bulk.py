"""Rows by the column, into a real DuckDB table and back."""

# ruff: noqa: S608 - the SQL holds a constant of ours

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from requisitions.words import Necessity
from store import bulk
from store.bulk import AMONG, Connection, among, delete, insert, select
from tests.duckdb_range import ASKED_FOR

COLUMNS = ("text", "number", "quantity", "yes", "moment", "bytes")
TABLE = "CREATE TABLE private.t (text VARCHAR, number INTEGER, quantity DOUBLE, yes BOOLEAN, moment TIMESTAMP, bytes BLOB)"

MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)).map(lambda moment: moment.replace(fold=0))  # noqa: DTZ001 - bounds must be naive
HARD_TEXT = st.text(alphabet="\x1b\x1fnsb'\\\"\x00\r\n,; あ", max_size=12)
VALUES = st.tuples(
    st.none() | st.text() | HARD_TEXT,
    st.none() | st.integers(-(2**31), 2**31 - 1),
    st.none() | st.floats(allow_nan=False),
    st.none() | st.booleans(),
    st.none() | MOMENTS,
    st.none() | st.binary(max_size=20),
)


@pytest.fixture(scope="module")
def table() -> Iterator[Connection]:
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA private")
        connection.execute(TABLE)
        yield connection


@pytest.fixture
def empty(table: Connection) -> Connection:
    table.execute("DELETE FROM private.t")
    return table


def _read(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT * FROM private.t").fetchall()


def test_the_client_is_the_one_that_this_run_was_started_for() -> None:
    """Else a run on the oldest client would prove nothing."""
    assert duckdb.__version__ == os.environ.get(ASKED_FOR, duckdb.__version__)


@settings(max_examples=200, deadline=None)
@given(st.lists(VALUES, max_size=8))
def test_every_value_comes_back_as_it_went(table: Connection, rows: list[tuple[object, ...]]) -> None:
    table.execute("DELETE FROM private.t")
    insert(table, "t", [dict(zip(COLUMNS, row, strict=True)) for row in rows])
    told = [tuple(v.replace(tzinfo=None) if isinstance(v, datetime) else v for v in row) for row in rows]
    assert sorted(map(repr, _read(table))) == sorted(map(repr, told))


def test_rows_keep_their_order_over_chunks(empty: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "CHUNK", 3)
    insert(empty, "t", ({"number": n} for n in range(10)))
    assert [row[1] for row in _read(empty)] == list(range(10))


def test_columns_that_are_not_named_are_null(empty: Connection) -> None:
    insert(empty, "t", [{"number": 1}])
    assert _read(empty) == [(None, 1, None, None, None, None)]


def test_no_rows_are_no_statement(empty: Connection) -> None:
    insert(empty, "no such table", [])
    assert _read(empty) == []


def test_words_of_the_contract_are_stored_as_such_and_offsets_resolved(empty: Connection) -> None:
    insert(empty, "t", [{"text": Necessity.NOT_REQUIRED, "moment": datetime(2026, 11, 25, 8, tzinfo=timezone(timedelta(hours=9)))}])
    assert select(empty, "SELECT text, moment FROM private.t") == [
        {"text": "not_required", "moment": datetime(2026, 11, 24, 23)}  # noqa: DTZ001 - DuckDB's are naive UTC
    ]


def test_text_that_no_encoding_can_hold_costs_its_sign_alone(empty: Connection) -> None:
    """A lone surrogate of a badly broken mail."""
    insert(empty, "t", [{"text": "単価\ud83d65万"}, {"text": "whole"}])
    assert [row[0] for row in _read(empty)] == ["単価?65万", "whole"]


def test_a_column_that_the_table_lacks_is_a_fault_of_ours(empty: Connection) -> None:
    with pytest.raises(KeyError, match="nonsense"):
        insert(empty, "t", [{"nonsense": 1}])


class TestSets:
    def test_a_set_travels_as_one_parameter(self, empty: Connection) -> None:
        insert(empty, "t", [{"text": name} for name in ("a", "b", "c, d")])
        assert select(empty, f"SELECT text FROM private.t WHERE text IN {AMONG} ORDER BY text", [among(["a", "c, d", "z"])]) == [
            {"text": "a"},
            {"text": "c, d"},
        ]

    def test_the_empty_set_finds_nothing(self, empty: Connection) -> None:
        insert(empty, "t", [{"text": "a"}, {"text": None}])
        assert select(empty, f"SELECT text FROM private.t WHERE text IN {AMONG}", [among([])]) == []

    def test_only_rows_of_the_set_are_taken_away(self, empty: Connection) -> None:
        insert(empty, "t", [{"text": name} for name in ("a", "b", "c")])
        delete(empty, "t", "text", ["a", "c", "z"])
        assert [row[0] for row in _read(empty)] == ["b"]
