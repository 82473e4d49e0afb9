"""Both ends of the range of DuckDB clients, and the first client that has to read our files (DECISIONS.md D11)."""

import json
import os
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from requisitions.corrections import Cited, Entered, Word, WordKind
from requisitions.identity import statement_id
from requisitions.risk import Risk, RiskReason, RiskSettings
from requisitions.statements import Requirement
from requisitions.versions import Link, Requisition
from requisitions.words import Review
from store.bulk import select
from store.journal import Counts, Run
from store.riskstories import put_risks
from store.snapshot import Draft, open_snapshot
from store.words import put_reviews, put_words
from store.writing import ReadMail, put_links, put_mails, put_requisitions, put_runs
from tests.duckdb_range import ASKED_FOR, FIRST_READER, OLDEST, ROOT, Client
from tests.store_fixtures import (
    EVENT,
    EVERY_FIELD,
    FLAG,
    MONDAY,
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
from tests.test_store_views import VIEWS

pytestmark = pytest.mark.skipif(ASKED_FOR in os.environ, reason="this is the run that another client was asked for")

OURS = Path(__file__)
RISK = Risk(62, (RiskReason("second-hand", 1.27, {"texts": 3}), RiskReason("no-record", 1.06, {})))

READ_EVERY_VIEW = """
import duckdb, json, sys
connection = duckdb.connect(sys.argv[1], read_only=True)
rows = {view: connection.execute(f"SELECT * FROM {view} ORDER BY ALL").fetchall() for view in sys.argv[2:]}
print(json.dumps([duckdb.__version__, rows], default=str))
"""

NEXT_NIGHT = """
import sys
from pathlib import Path
from store.snapshot import Draft
from store.writing import put_mails
from tests.store_fixtures import MONDAY, mail, read_mail

with Draft.begin(Path(sys.argv[1]), fingerprint="f1") as draft:
    with draft.transaction() as connection:
        put_mails(connection, [read_mail(mail(sys.argv[2]))])
        draft.advance(draft.through + 1, MONDAY)
    assert draft.publish()
"""


def _story(name: str, days: float, *demands: Requirement) -> tuple[ReadMail, Link, Requisition]:
    """A seat of one mail, with a row for every table."""
    of = mail(name, days=days)
    seat = statement_id(of.sha256, 0)
    told = requisition(of, version(of, 1, *demands), changes=(change(of, 1, seat),), hints=(hint(of),), aliases=(seat, name))
    return read_mail(of, statement(*demands), events=(EVENT,), flags=(FLAG,), problems=(PROBLEM,)), root(of), told


WORDS: tuple[dict[str, Any], ...] = (
    {"kind": WordKind.UNLINK, "note": "電話で"},
    {"kind": WordKind.CORRECT, "category": "skill", "key": "cobol", "put": (("min", None),)},
    {"kind": WordKind.REVIEW, "reviewed": "c0", "verdict": Review.CONFIRMED, "undo": True},
)
"""Of what every column of the view `corrections` has, in three states."""


def _said(seq: int, sha256: str, word: dict[str, Any]) -> Entered:
    return Entered(seq, MONDAY, Word(about=Cited(sha256, 0), by="佐藤", **word))


def _publish(path: Path, *stories: tuple[ReadMail, Link, Requisition]) -> None:
    mails, links, told = zip(*stories, strict=True)
    with Draft.begin(path, fingerprint="f1") as draft:
        with draft.transaction() as connection:
            put_mails(connection, mails)
            put_links(connection, links)
            put_requisitions(connection, told)
            put_words(connection, [_said(seq, one.mail.sha256, word) for seq, (one, word) in enumerate(product(mails[:1], WORDS), 1)])
            put_reviews(connection)
            put_risks(connection, {one.requisition_id: RISK for one in told}, RiskSettings())
            put_runs(connection, [Run(1, MONDAY, MONDAY + timedelta(minutes=1), None, Counts(fetched=1))])
            draft.advance(1, MONDAY)
        draft.publish()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A snapshot with a row in every view."""
    path = tmp_path / "reqdrift.duckdb"
    _publish(path, _story("a1", 0, requirement(), EVERY_FIELD))
    return path


@pytest.fixture
def season(tmp_path: Path) -> Path:
    """A snapshot of a season, over two nights: DuckDB packs columns of thousands of rows in ways of their own."""
    path = tmp_path / "season.duckdb"
    for night in range(2):
        seats = range(1500 * night, 1500 * (night + 1))
        demands = [[requirement(f"skill-{n % 97}", min=n % 11 / 10, evidence=f"経験{n}年以上"), requirement("aws")] for n in seats]
        _publish(path, *(_story(f"{n:06x}", n / 50, *wanted) for n, wanted in zip(seats, demands, strict=True)))
    return path


def _read(path: Path) -> dict[str, list[list[object]]]:
    with open_snapshot(path) as connection:
        rows = {view: [list(row.values()) for row in select(connection, f"SELECT * FROM {view} ORDER BY ALL")] for view in VIEWS}  # noqa: S608
    return json.loads(json.dumps(rows, default=str))  # type: ignore[no-any-return]


@pytest.mark.parametrize("client", [FIRST_READER, OLDEST], ids=lambda client: client.version)
def test_an_older_client_reads_the_same_rows_in_every_view(path: Path, client: Client) -> None:
    version_told, rows = json.loads(client.run("-c", READ_EVERY_VIEW, path, *VIEWS))
    assert version_told == client.version
    assert rows == _read(path)
    assert all(rows.values())


def test_the_first_client_reads_a_season(season: Path) -> None:
    _, rows = json.loads(FIRST_READER.run("-c", READ_EVERY_VIEW, season, *VIEWS))
    assert rows == _read(season)
    assert len(rows["requirements"]) == 6000


def test_the_first_client_reads_a_snapshot_in_which_hardly_anything_was_told(tmp_path: Path) -> None:
    """Columns without a single value are packed in a way of their own."""
    path = tmp_path / "reqdrift.duckdb"
    of = mail("a1", message_id=None, sent_at=None, subject="", sender="")
    bare = requisition(of, reference=None, title=None, client=None, owner=None, aliases=())
    _publish(path, (replace(read_mail(of, statement()), link_keys=()), root(of), bare))
    _, rows = json.loads(FIRST_READER.run("-c", READ_EVERY_VIEW, path, *VIEWS))
    assert rows == _read(path)


def test_no_table_has_a_column_that_the_first_client_could_stumble_over(path: Path) -> None:
    """A column of lists that are all empty, as DuckDB 1.5 and 2 write it, is an error to DuckDB 1.0."""
    with open_snapshot(path) as connection:
        kinds = select(connection, "SELECT DISTINCT data_type FROM duckdb_columns() WHERE schema_name = 'private'")
    assert {row["data_type"] for row in kinds} <= {"VARCHAR", "INTEGER", "DOUBLE", "BOOLEAN", "TIMESTAMP", "BLOB"}


def test_both_ends_of_the_range_take_turns_at_one_file_that_the_first_client_still_reads(path: Path) -> None:
    OLDEST.run("-c", NEXT_NIGHT, path, "b2")
    with Draft.begin(path, fingerprint="f1") as draft:
        assert draft.through == 2
        with draft.transaction() as connection:
            put_mails(connection, [read_mail(mail("c3"))])
            draft.advance(3, MONDAY)
        draft.publish()
    OLDEST.run("-c", NEXT_NIGHT, path, "d4")
    _, rows = json.loads(FIRST_READER.run("-c", READ_EVERY_VIEW, path, "messages"))
    assert [row[0].rstrip("0") for row in rows["messages"]] == ["a1", "b2", "c3", "d4"]


def test_a_file_that_the_oldest_client_founded_is_read_by_all(tmp_path: Path) -> None:
    path = tmp_path / "reqdrift.duckdb"
    OLDEST.run("-c", NEXT_NIGHT, path, "a1")
    _, rows = json.loads(FIRST_READER.run("-c", READ_EVERY_VIEW, path, *VIEWS))
    assert rows == _read(path)


def test_the_stores_tests_pass_on_the_oldest_client() -> None:
    files = sorted(str(file.relative_to(ROOT)) for file in OURS.parent.glob("test_store_*.py") if file != OURS)
    said = OLDEST.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *files)
    assert " passed" in said
    assert "skipped" not in said
