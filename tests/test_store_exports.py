"""Exports: every public view as a file, whole or not at all, with a dictionary that tells the truth (issue 5 item 10)."""

import csv
import fcntl
import json
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from requisitions.identity import statement_id
from store import exports
from store.bulk import Connection, select
from store.errors import ExportError, TargetTaken
from store.exports import Format, columns_of, dictionary, export, meanings
from store.snapshot import Draft, open_snapshot
from store.writing import put_links, put_mails, put_requisitions
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

HOSTILE = ("=HYPERLINK(1)", "＝1+1", "@SUM(1)", "-2+3", "\t=1", " ＋1", '=a\n"b",c')
PLAIN = ("Java 3年以上", "1-2名", "a=b", "", "'=1")
ALL = tuple(VIEWS)
DOCS = Path(__file__).resolve().parent.parent / "docs/views.md"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A snapshot with rows in most views, and subjects of all kinds."""
    path = tmp_path_factory.mktemp("exports") / "x.duckdb"
    first, later = mail("a1"), mail("b2", days=1)
    seat = statement_id(first.sha256, 0)
    told = requisition(first, version(first, 1, requirement(), EVERY_FIELD), changes=(change(later, 2, seat),), hints=(hint(later),))
    with Draft.begin(path, fingerprint="f1") as draft:
        with draft.transaction() as connection:
            put_mails(connection, [read_mail(first, statement(requirement(), EVERY_FIELD), events=(EVENT,), flags=(FLAG,))])
            broken = replace(read_mail(mail("e5")), reading=None, problems=(PROBLEM,))
            put_mails(connection, [broken, *(read_mail(mail(f"c{n}", subject=text)) for n, text in enumerate((*HOSTILE, *PLAIN)))])
            put_links(connection, [root(first)])
            put_requisitions(connection, [told])
            draft.advance(7, MONDAY)
        draft.publish()
    return path


@pytest.fixture
def snapshot(path: Path) -> Iterator[Connection]:
    with open_snapshot(path) as connection:
        yield connection


def subjects(file: Path) -> set[str]:
    """The subjects as a program reads them from a CSV."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return {row["subject"] for row in csv.DictReader(lines)}


def test_the_documentation_tells_every_column_of_every_view_with_its_type(snapshot: Connection) -> None:
    """After a change of a view: mend store/dictionary.toml, then put what `store.exports.dictionary` gives into docs/views.md."""
    documented = DOCS.read_text(encoding="utf-8")
    for part in dictionary(snapshot, ALL).split("\n\n## "):
        assert part in documented
    assert [line[4:-1] for line in documented.splitlines() if line.startswith("## `")] == list(ALL)


@pytest.mark.parametrize("view", ALL)
def test_the_dictionary_has_a_meaning_for_each_column_and_for_no_other(snapshot: Connection, view: str) -> None:
    assert list(meanings()[view]) == ["*", *columns_of(snapshot, view)]
    assert all(told.endswith(".") for told in meanings()[view].values())


def test_the_dictionary_knows_the_views_of_the_contract_in_its_order() -> None:
    assert tuple(meanings()) == ALL


def test_every_view_becomes_a_parquet_file_of_the_same_rows(snapshot: Connection, tmp_path: Path) -> None:
    made = export(snapshot, tmp_path / "out", ALL, Format.PARQUET)
    assert [file.path for file in made] == [tmp_path / "out" / f"{view}.parquet" for view in ALL]
    for view, file in zip(ALL, made, strict=True):
        rows = select(snapshot, f"SELECT * FROM {view} ORDER BY ALL")  # noqa: S608 - a constant
        assert select(snapshot, f"SELECT * FROM '{file.path}'") == rows  # noqa: S608
        assert file.rows == len(rows)


def test_types_and_lists_survive_in_parquet(snapshot: Connection, tmp_path: Path) -> None:
    export(snapshot, tmp_path / "out", ALL, Format.PARQUET)
    with duckdb.connect() as reader:
        for view in ALL:
            found = reader.execute(f"DESCRIBE SELECT * FROM '{tmp_path}/out/{view}.parquet'").fetchall()  # noqa: S608
            assert {name: kind for name, kind, *_ in found} == columns_of(snapshot, view)


def test_csv_keeps_every_text_as_it_is(snapshot: Connection, tmp_path: Path) -> None:
    export(snapshot, tmp_path / "out", ["messages"], Format.CSV)
    assert {*HOSTILE, *PLAIN} <= subjects(tmp_path / "out/messages.csv")
    assert not (tmp_path / "out/messages.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_csv_tells_null_from_empty_and_lists_as_json(snapshot: Connection, tmp_path: Path) -> None:
    export(snapshot, tmp_path / "out", ["requisitions", "messages"], Format.CSV)
    with (tmp_path / "out/requisitions.csv").open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert json.loads(row["aliases"])[1] == "A-77"
    assert row["twin_of"] == ""
    assert ',"",' in (tmp_path / "out/messages.csv").read_text(encoding="utf-8"), "the empty subject"


def test_for_spreadsheets_nothing_is_a_formula(snapshot: Connection, tmp_path: Path) -> None:
    export(snapshot, tmp_path / "out", ["messages"], Format.CSV, for_spreadsheets=True)
    file = tmp_path / "out/messages.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert {f"'{text}" for text in HOSTILE} | set(PLAIN) <= subjects(file)


def test_the_same_snapshot_gives_the_same_bytes(snapshot: Connection, tmp_path: Path) -> None:
    for name, form in (("a", Format.CSV), ("b", Format.CSV), ("c", Format.PARQUET), ("d", Format.PARQUET)):
        export(snapshot, tmp_path / name, ALL, form)
    for one, other in (("a", "b"), ("c", "d")):
        files = sorted((tmp_path / one).iterdir())
        assert [file.read_bytes() for file in files] == [(tmp_path / other / file.name).read_bytes() for file in files]


def test_dictionary_and_manifest_lie_beside_the_files_of_the_views_asked_for(snapshot: Connection, tmp_path: Path) -> None:
    export(snapshot, tmp_path / "out", ["changes"], Format.CSV)
    assert {file.name for file in (tmp_path / "out").iterdir()} == {"changes.csv", "views.md", "export.json"}
    assert dictionary(snapshot, ["changes"]) in (tmp_path / "out/views.md").read_text(encoding="utf-8")
    told = json.loads((tmp_path / "out/export.json").read_text(encoding="utf-8"))
    assert (told["through"], told["rows"]) == (7, {"changes.csv": 1})


def test_an_export_is_its_owner_s_alone(snapshot: Connection, tmp_path: Path) -> None:
    export(snapshot, tmp_path / "out", ["runs"], Format.CSV)
    assert {stat.S_IMODE(file.stat().st_mode) & 0o077 for file in [tmp_path / "out", *(tmp_path / "out").iterdir()]} == {0}


def test_an_earlier_export_is_replaced_whole(snapshot: Connection, tmp_path: Path) -> None:
    export(snapshot, tmp_path / "out", ALL, Format.PARQUET)
    export(snapshot, tmp_path / "out", ["changes"], Format.CSV)
    assert {file.name for file in (tmp_path / "out").iterdir()} == {"changes.csv", "views.md", "export.json"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_filled(snapshot: Connection, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    export(snapshot, tmp_path / "out", ["runs"], Format.CSV)
    assert (tmp_path / "out/runs.csv").exists()


@pytest.mark.parametrize("with_manifest", [False, True])
def test_a_folder_that_holds_anything_else_is_left_alone(snapshot: Connection, tmp_path: Path, *, with_manifest: bool) -> None:
    out = tmp_path / "out"
    if with_manifest:
        export(snapshot, out, ["runs"], Format.CSV)
    out.mkdir(exist_ok=True)
    (out / "notes.txt").write_text("mine")
    before = sorted(file.name for file in out.iterdir())
    with pytest.raises(TargetTaken, match=r"notes\.txt"):
        export(snapshot, out, ["runs"], Format.CSV)
    assert sorted(file.name for file in out.iterdir()) == before


def test_files_called_like_ours_are_no_export_without_its_manifest(snapshot: Connection, tmp_path: Path) -> None:
    (tmp_path / "runs.csv").write_text("mine")
    with pytest.raises(TargetTaken, match=r"runs\.csv"):
        export(snapshot, tmp_path, ["runs"], Format.CSV)


def test_a_file_in_its_place_is_left_alone(snapshot: Connection, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(TargetTaken, match="no folder"):
        export(snapshot, tmp_path / "out", ["runs"], Format.CSV)


def test_a_failure_leaves_the_earlier_export_whole(snapshot: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(snapshot, tmp_path / "out", ["changes"], Format.CSV)
    before = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}

    def full_disk(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exports, "_manifest", full_disk)
    with pytest.raises(ExportError, match="No space left"):
        export(snapshot, tmp_path / "out", ALL, Format.CSV)
    assert {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()} == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_what_a_killed_export_left_behind_is_swept_up(snapshot: Connection, tmp_path: Path) -> None:
    (tmp_path / ".out.part/.spill").mkdir(parents=True)
    (tmp_path / ".out.part/half.csv").write_text("x")
    (tmp_path / ".out.before").mkdir()
    export(snapshot, tmp_path / "out", ["runs"], Format.CSV)
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]
    assert not (tmp_path / "out/half.csv").exists()


def test_two_exports_at_once_do_not_meet(snapshot: Connection, tmp_path: Path) -> None:
    (tmp_path / ".out.part").mkdir()
    other = os.open(tmp_path / ".out.part", os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    try:
        with pytest.raises(TargetTaken, match="another export"):
            export(snapshot, tmp_path / "out", ["runs"], Format.CSV)
    finally:
        os.close(other)


def test_a_quotation_mark_in_a_path_is_no_sql(snapshot: Connection, tmp_path: Path) -> None:
    export(snapshot, tmp_path / "o'ne; DROP", ["runs"], Format.PARQUET)
    assert (tmp_path / "o'ne; DROP/runs.parquet").exists()


def test_a_link_to_a_folder_stays_a_link(snapshot: Connection, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    export(snapshot, tmp_path / "out", ["runs"], Format.CSV)
    assert (tmp_path / "out").is_symlink()
    assert (tmp_path / "real/runs.csv").exists()


def test_a_name_that_is_no_view_never_reaches_sql(snapshot: Connection, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="private"):
        export(snapshot, tmp_path / "out", ["private.mails"], Format.CSV)
