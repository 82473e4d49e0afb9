"""The snapshot: made beside the old one, put in its place at once, and left alone where nothing happened."""

import hashlib
import os
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from store import snapshot_file
from store.errors import SnapshotError, SnapshotMissing
from store.snapshot import Draft, open_snapshot, read_meta
from store.snapshot_file import SCHEMA, schema_version
from store.writing import put_mails
from tests.store_fixtures import MONDAY, mail, read_mail


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "reqdrift.duckdb"


def _publish(path: Path, *names: str, fingerprint: str = "f1", through: int = 1) -> None:
    with Draft.begin(path, fingerprint=fingerprint) as draft:
        with draft.transaction() as connection:
            put_mails(connection, [read_mail(mail(name)) for name in names])
            draft.advance(through, MONDAY + timedelta(days=through))
        draft.publish()


def _mails(path: Path) -> list[str]:
    with open_snapshot(path) as connection:
        return [sha256.rstrip("0") for (sha256,) in connection.execute("SELECT sha256 FROM messages ORDER BY sha256").fetchall()]


def _state(path: Path) -> tuple[str, int, int]:
    return hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns, path.stat().st_ino


class TestPublishing:
    def test_the_first_night_makes_the_file_and_its_folder(self, path: Path) -> None:
        _publish(path, "a1")
        assert _mails(path) == ["a1"]
        assert [left.name for left in path.parent.iterdir()] == ["reqdrift.duckdb"]

    def test_the_next_night_goes_on_from_the_last_one(self, path: Path) -> None:
        _publish(path, "a1", through=3)
        with Draft.begin(path, fingerprint="f1") as draft:
            assert (draft.through, draft.as_of, draft.starts_over) == (3, MONDAY + timedelta(days=3), False)
        _publish(path, "b2", through=4)
        assert _mails(path) == ["a1", "b2"]
        with open_snapshot(path) as connection:
            assert (read_meta(connection).through, read_meta(connection).fingerprint) == (4, "f1")

    def test_one_draft_can_publish_again_and_again(self, path: Path) -> None:
        """An import publishes every 5,000 mails."""
        with Draft.begin(path, fingerprint="f1") as draft:
            for n, name in enumerate(("a1", "b2", "c3"), start=1):
                with draft.transaction() as connection:
                    put_mails(connection, [read_mail(mail(name))])
                    draft.advance(n, MONDAY)
                assert draft.publish()
                assert (draft.through, draft.starts_over) == (n, False)
        assert _mails(path) == ["a1", "b2", "c3"]

    def test_a_published_file_is_written_by_nobody_and_read_by_no_stranger(self, path: Path) -> None:
        _publish(path, "a1")
        assert path.stat().st_mode & 0o777 == 0o440

    def test_a_draft_is_its_owners_alone(self, path: Path) -> None:
        _publish(path, "a1")
        for empty in (False, True):
            with Draft.begin(path, fingerprint="f1", empty=empty) as draft, draft.transaction():
                assert {left.stat().st_mode & 0o077 for left in path.parent.iterdir() if left != path} == {0}

    def test_an_empty_night_moves_no_byte_and_no_time(self, path: Path) -> None:
        _publish(path, "a1")
        before = _state(path)
        with Draft.begin(path, fingerprint="f1") as draft:
            assert not draft.publish()
        assert _state(path) == before
        assert list(path.parent.iterdir()) == [path]

    def test_what_is_not_published_is_forgotten(self, path: Path) -> None:
        _publish(path, "a1")
        before = _state(path)
        with Draft.begin(path, fingerprint="f1") as draft, draft.transaction() as connection:
            put_mails(connection, [read_mail(mail("b2"))])
        assert _state(path) == before
        assert list(path.parent.iterdir()) == [path]

    def test_the_file_is_of_the_format_that_old_clients_read(self, path: Path) -> None:
        _publish(path, "a1")
        _publish(path, "b2")
        header = path.read_bytes()[: 3 * 4096]
        assert header[8:12] == b"DUCK"
        assert int.from_bytes(header[12:20], "little") == 64  # DuckDB's number of the format of 0.10 to 1.1

    def test_a_quotation_mark_in_a_path_is_no_end_of_it(self, tmp_path: Path) -> None:
        _publish(tmp_path / "Mori's.duckdb", "a1")
        assert _mails(tmp_path / "Mori's.duckdb") == ["a1"]


class TestTransactions:
    def test_an_exception_takes_the_whole_block_back(self, path: Path) -> None:
        with Draft.begin(path, fingerprint="f1") as draft:
            with draft.transaction() as connection:
                put_mails(connection, [read_mail(mail("a1"))])
                draft.advance(1, MONDAY)
            with pytest.raises(ZeroDivisionError), draft.transaction() as connection:  # noqa: PT012 - the fault comes last
                put_mails(connection, [read_mail(mail("b2"))])
                draft.advance(2, MONDAY)
                draft.through / 0
            assert draft.through == 1
            draft.publish()
        assert _mails(path) == ["a1"]

    def test_a_failed_statement_leaves_a_draft_that_works(self, path: Path) -> None:
        with Draft.begin(path, fingerprint="f1") as draft:
            with pytest.raises(duckdb.Error), draft.transaction() as connection:
                connection.execute("SELECT no_such_column FROM messages")
            with draft.transaction() as connection:
                put_mails(connection, [read_mail(mail("a1"))])
            draft.publish()
        assert _mails(path) == ["a1"]


class TestStartingOver:
    def test_another_extractor_begins_from_nothing_and_the_old_file_stands_meanwhile(self, path: Path) -> None:
        _publish(path, "a1")
        with Draft.begin(path, fingerprint="f2") as draft:
            assert (draft.through, draft.as_of, draft.starts_over) == (0, None, True)
            with draft.transaction() as connection:
                put_mails(connection, [read_mail(mail("b2"))])
            assert _mails(path) == ["a1"]
            draft.publish()
        assert _mails(path) == ["b2"]

    def test_another_schema_begins_from_nothing(self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        _publish(path, "a1")
        later = tmp_path / "schema.sql"
        later.write_text(SCHEMA.read_text(encoding="utf-8") + "CREATE VIEW more AS SELECT 1 AS one;", encoding="utf-8")
        monkeypatch.setattr(snapshot_file, "SCHEMA", later)
        with pytest.raises(SnapshotError, match=r"another version of reqdrift.*`reqdrift run` makes it anew"), open_snapshot(path):
            pass
        with Draft.begin(path, fingerprint="f1") as draft:
            assert (draft.through, draft.starts_over) == (0, True)

    def test_the_schemas_version_moves_with_its_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = schema_version()
        later = tmp_path / "schema.sql"
        later.write_text(SCHEMA.read_text(encoding="utf-8") + " ", encoding="utf-8")
        monkeypatch.setattr(snapshot_file, "SCHEMA", later)
        assert schema_version() != before

    def test_a_rebuild_begins_from_nothing_whatever_stands(self, path: Path) -> None:
        _publish(path, "a1")
        with Draft.begin(path, fingerprint="f1", empty=True) as draft:
            assert (draft.through, draft.starts_over) == (0, True)

    def test_where_nothing_stands_nothing_is_started_over(self, path: Path) -> None:
        with Draft.begin(path, fingerprint="f1") as draft:
            assert not draft.starts_over


class TestReading:
    def test_a_reader_keeps_what_it_opened_and_the_next_one_sees_the_new_night(self, path: Path) -> None:
        _publish(path, "a1")
        with open_snapshot(path) as held, duckdb.connect(str(path), read_only=True) as notebook:
            _publish(path, "b2")
            _publish(path, "c3", through=2)
            assert _mails(path) == ["a1", "b2", "c3"]
            assert Draft.begin(path, fingerprint="f1").through == 2
            for reader in (held, notebook):
                assert reader.execute("SELECT count(*) FROM messages").fetchall() == [(1,)]

    def test_readers_let_go(self, path: Path) -> None:
        _publish(path, "a1")
        with open_snapshot(path) as connection:
            pass
        with pytest.raises(duckdb.ConnectionException):
            connection.execute("SELECT 1")

    def test_a_reader_cannot_write(self, path: Path) -> None:
        _publish(path, "a1")
        with open_snapshot(path) as connection, pytest.raises(duckdb.InvalidInputException, match="read-only"):
            connection.execute("DELETE FROM private.mails")

    def test_before_the_first_night_the_way_out_is_named(self, path: Path) -> None:
        with pytest.raises(SnapshotMissing, match="`reqdrift run` makes it"), open_snapshot(path):
            pass


class TestBadFiles:
    @pytest.mark.parametrize("content", [b"", b"no database at all" * 1000])
    def test_a_file_that_cannot_be_read_is_named_and_a_rebuild_replaces_it(self, path: Path, content: bytes) -> None:
        path.parent.mkdir()
        path.write_bytes(content)
        for attempt in (lambda: Draft.begin(path, fingerprint="f1"), open_snapshot(path).__enter__):
            with pytest.raises(SnapshotError, match=r"reqdrift\.duckdb cannot be read .*`reqdrift rebuild`"):
                attempt()
        with Draft.begin(path, fingerprint="f1", empty=True) as draft:
            with draft.transaction():
                pass
            draft.publish()
        assert _mails(path) == []

    def test_a_torn_file_is_named(self, path: Path) -> None:
        _publish(path, "a1")
        path.chmod(0o600)
        os.truncate(path, path.stat().st_size // 2)
        with pytest.raises(SnapshotError, match="cannot be read"), open_snapshot(path) as connection:
            connection.execute("SELECT * FROM messages").fetchall()

    @pytest.mark.parametrize("empty", [False, True])
    def test_somebody_elses_database_is_never_replaced(self, path: Path, empty: bool) -> None:
        path.parent.mkdir()
        with duckdb.connect(str(path)) as theirs:
            theirs.execute("CREATE TABLE invoices (a INTEGER)")
        before = _state(path)
        with pytest.raises(SnapshotError, match="a DuckDB file that reqdrift did not make"):
            Draft.begin(path, fingerprint="f1", empty=empty)
        assert _state(path) == before

    def test_what_a_killed_run_left_behind_is_deleted(self, path: Path) -> None:
        _publish(path, "a1")
        for name in ("reqdrift.duckdb.next", "reqdrift.duckdb.next.wal"):
            (path.parent / name).write_bytes(b"half a night")
        (path.parent / "reqdrift.duckdb.next.tmp").mkdir()
        (path.parent / "reqdrift.duckdb.next.tmp" / "spilled").write_bytes(b"rows")
        Draft.begin(path, fingerprint="f1")
        assert list(path.parent.iterdir()) == [path]

    def test_a_folder_that_cannot_be_made_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with Draft.begin(tmp_path / "elsewhere" / "a.duckdb", fingerprint="f1") as draft:
            (tmp_path / "elsewhere").write_text("in the way")
            with pytest.raises(SnapshotError, match="cannot be written"), draft.transaction():
                pass
