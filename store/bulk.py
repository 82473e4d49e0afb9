"""Many rows at once into and out of DuckDB, in the subset of its Python client that 1.5 and 2 share (DECISIONS.md D11).

Each column travels as one string that DuckDB splits. `executemany` and parameters that are lists take a Python object for each
value, and a client of the 1.5 series looks for pandas at every one of them: 40,000 rows of 25 columns take 52 s that way, 0.4 s so.
"""

# ruff: noqa: S608 - the names of tables and columns are our own, and values are always parameters

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import islice
from typing import Any, TypeAlias

import duckdb

from store.times import to_naive

Connection: TypeAlias = duckdb.DuckDBPyConnection

Row: TypeAlias = Mapping[str, object]
"""Column → value; enums of strings and aware moments are fine."""

CHUNK = 5_000
"""Rows that travel at once."""

SEPARATOR, ESCAPE = "\x1f", "\x1b"
NULL, ESCAPED_SEPARATOR, ESCAPED_ESCAPE = f"{ESCAPE}n", f"{ESCAPE}s", f"{ESCAPE}b"


def insert(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    """Add rows to a private table; all rows name the same columns, and columns that they don't name are null."""
    remaining = iter(rows)
    while chunk := list(islice(remaining, CHUNK)):
        names = tuple(chunk[0])
        types = _types(connection, table)
        columns = [SEPARATOR.join([_encode(row[name]) for row in chunk]) for name in names]
        # a lone surrogate has no place in UTF-8; it must not cost the batch
        connection.execute(_statement(table, tuple((name, types[name]) for name in names)), [_clean(column) for column in columns])


def delete(connection: Connection, table: str, column: str, values: Iterable[str]) -> None:
    """Take away the rows whose `column` holds one of `values`."""
    connection.execute(f"DELETE FROM private.{table} WHERE {column} IN {AMONG}", [among(values)])


SPLIT = f"unnest(string_split(?, '{SEPARATOR}'))"
"""SQL for texts, a row each, that stand in one parameter, made by `among`."""

AMONG = f"(SELECT {SPLIT})"
"""SQL for a set of such texts."""


def among(values: Iterable[str]) -> str:
    """The parameter for `SPLIT` and `AMONG`; the values are ids and keys, which hold no control characters that we put there."""
    return _clean(SEPARATOR.join(values))


def select(connection: Connection, sql: str, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
    """What a query finds, by column name."""
    found = connection.execute(sql, list(parameters))
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


Columns: TypeAlias = Mapping[str, Sequence[Any]]
"""Column → its values, all of the same length."""


def select_columns(connection: Connection, sql: str, parameters: Sequence[object] = ()) -> Columns:
    """The same column by column, which many rows are read faster from."""
    found = connection.execute(sql, list(parameters))
    names = [column[0] for column in found.description or ()]
    rows = found.fetchall()
    return dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(names, ())


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _encode(value: object) -> str:
    if value is None:
        return NULL
    if isinstance(value, datetime):
        return str(to_naive(value))
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    text = str(value)
    if ESCAPE in text or SEPARATOR in text:
        return text.replace(ESCAPE, ESCAPED_ESCAPE).replace(SEPARATOR, ESCAPED_SEPARATOR)
    return text


def _types(connection: Connection, table: str) -> dict[str, str]:
    sql = "SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'private' AND table_name = ?"
    return dict(connection.execute(sql, [table]).fetchall())


@cache
def _statement(table: str, columns: tuple[tuple[str, str], ...]) -> str:
    names = ", ".join(name for name, _ in columns)
    values = ", ".join(f"CASE WHEN {name} <> '{NULL}' THEN {_decoded(name, kind)} END" for name, kind in columns)
    split = ", ".join(f"unnest(string_split(?, '{SEPARATOR}')) AS {name}" for name, _ in columns)
    return f"INSERT INTO private.{table} ({names}) SELECT {values} FROM (SELECT {split}) AS travelled"


def _decoded(name: str, kind: str) -> str:
    if kind == "VARCHAR":
        return f"replace(replace({name}, '{ESCAPED_SEPARATOR}', '{SEPARATOR}'), '{ESCAPED_ESCAPE}', '{ESCAPE}')"
    if kind == "BLOB":
        return f"from_base64({name})"
    return f"CAST({name} AS {kind})"
