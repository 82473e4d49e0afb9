"""The archive on real files: what is kept, once, in which order, and who may read it."""

import os
import sqlite3
import zlib
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from requisitions.messages import RawMessage
from store import archive as archive_module
from store import archive_file
from store.archive import Archive, Arrival, Stored
from store.archive_file import MIGRATIONS, NAME
from store.errors import ArchiveError, ArchiveMissing
from tests.store_fixtures import MONDAY, arrival


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.open(tmp_path / "archive")


class TestMails:
    def test_a_mail_is_kept_to_the_byte_with_where_and_when_it_was_found(self, archive: Archive) -> None:
        raw = RawMessage("sales", "INBOX/17/4", b"Subject: \xff\x00\r\n\r\n\x1b$B0F7o\x1b(B\r\n", full_size=41_000_000)
        archive.store_batch([Arrival(raw, "id")], known_at=MONDAY)
        (entry,) = archive.entries(0)
        assert (entry.raw, entry.known_at, entry.sha256) == (raw, MONDAY, raw.sha256)

    def test_numbers_follow_the_order_of_arrival(self, archive: Archive) -> None:
        archive.store_batch([arrival("one"), arrival("two")], known_at=MONDAY)
        archive.store_batch([arrival("three")], known_at=MONDAY)
        assert [(entry.seq, entry.raw.place) for entry in archive.entries(0)] == [
            (1, "INBOX/1/one"),
            (2, "INBOX/1/two"),
            (3, "INBOX/1/three"),
        ]
        assert archive.last_seq() == 3

    def test_entries_begin_after_the_number_given_and_end_with_the_limit(self, archive: Archive) -> None:
        archive.store_batch([arrival(str(n)) for n in range(5)], known_at=MONDAY)
        assert [entry.seq for entry in archive.entries(1, limit=2)] == [2, 3]
        assert archive.entries(5) == []

    def test_entries_hand_out_fewer_mails_where_these_are_large(self, archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archive_module, "AT_ONCE", 1_000)
        archive.store_batch([arrival(letter * 900) for letter in "abcd"], known_at=MONDAY)
        assert [entry.seq for entry in archive.entries(0)] == [1]
        assert [entry.seq for entry in archive.entries(1, limit=1)] == [2]

    def test_an_empty_archive_has_nothing(self, archive: Archive) -> None:
        assert (archive.entries(0), archive.last_seq(), archive.cursors("sales"), archive.get("0" * 64)) == ([], 0, {}, None)
        assert archive.store_batch([], known_at=MONDAY) == Stored(0, 0)

    def test_what_was_stored_is_there_for_the_next_program(self, archive: Archive, tmp_path: Path) -> None:
        archive.store_batch([arrival("one")], ("sales", "INBOX", "1:2"), known_at=MONDAY)
        archive.close()
        with Archive.open(tmp_path / "archive", create=False) as again:
            assert [entry.raw.place for entry in again.entries(0)] == ["INBOX/1/one"]
            assert again.cursors("sales") == {"INBOX": "1:2"}


class TestTheSameMailTwice:
    def test_the_same_bytes_in_two_sources_are_one_mail_with_two_receipts(self, archive: Archive) -> None:
        stored = archive.store_batch([arrival("offer"), arrival("offer", source="haken")], known_at=MONDAY)
        assert stored == Stored(archived=1, duplicates=1)
        (entry,) = archive.entries(0)
        assert [receipt[:2] for receipt in archive.receipts(entry.sha256)] == [("sales", "INBOX/1/offer"), ("haken", "INBOX/1/offer")]
        assert entry.raw.source == "sales"

    def test_another_way_through_the_servers_is_still_the_same_mail(self, archive: Archive) -> None:
        """D23: other trace headers, other bytes, the same identity."""
        one = Arrival(RawMessage("sales", "1", b"Received: from a.example\r\nMessage-ID: <x@a.example>\r\n\r\nhello"), "same")
        two = Arrival(RawMessage("haken", "9", b"Received: from b.example\r\nMessage-ID: <x@a.example>\r\n\r\nhello"), "same")
        archive.store_batch([one], known_at=MONDAY)
        assert archive.store_batch([two], known_at=MONDAY + timedelta(days=1)) == Stored(0, 1)
        assert archive.receipts(one.raw.sha256)[1] == ("haken", "9", MONDAY + timedelta(days=1))
        assert archive.last_seq() == 1

    def test_the_same_bytes_are_one_mail_even_where_the_way_to_tell_identity_changed(self, archive: Archive) -> None:
        archive.store_batch([arrival("offer", identity="old way")], known_at=MONDAY)
        assert archive.store_batch([arrival("offer", identity="new way")], known_at=MONDAY) == Stored(0, 1)

    def test_other_words_are_another_mail(self, archive: Archive) -> None:
        assert archive.store_batch([arrival("one"), arrival("two")], known_at=MONDAY) == Stored(2, 0)

    def test_the_same_place_again_leaves_no_second_receipt(self, archive: Archive) -> None:
        archive.store_batch([arrival("offer")], known_at=MONDAY)
        assert archive.store_batch([arrival("offer")], known_at=MONDAY) == Stored(0, 1)
        assert len(archive.receipts(archive.entries(0)[0].sha256)) == 1

    def test_a_file_that_was_overwritten_is_a_new_mail_from_the_old_place(self, archive: Archive) -> None:
        archive.store_batch([arrival("before", place="offer.eml"), arrival("after", place="offer.eml")], known_at=MONDAY)
        assert [entry.raw.place for entry in archive.entries(0)] == ["offer.eml", "offer.eml"]

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["sales", "haken"]), st.sampled_from("12")), max_size=12))
    def test_however_often_mails_come_each_is_kept_once_and_each_place_is_seen(
        self, tmp_path_factory: pytest.TempPathFactory, came: list[tuple[str, str, str]]
    ) -> None:
        with Archive.open(tmp_path_factory.mktemp("archive")) as archive:
            stored = archive.store_batch([arrival(w, source=source, place=place) for w, source, place in came], known_at=MONDAY)
            words = {words for words, _, _ in came}
            assert stored == Stored(len(words), len(came) - len(words))
            assert len(archive.entries(0)) == len(words)
            assert all(archive.seen(source, place) for _, source, place in came)


class TestSources:
    def test_a_cursor_is_kept_by_source_and_name_and_moves(self, archive: Archive) -> None:
        archive.store_batch([], ("sales", "INBOX", "1:7"), known_at=MONDAY)
        archive.store_batch([], ("sales", "Sent", "9:1"), known_at=MONDAY)
        archive.store_batch([], ("haken", "INBOX", "5:5"), known_at=MONDAY)
        archive.store_batch([], ("sales", "INBOX", "1:8"), known_at=MONDAY)
        assert archive.cursors("sales") == {"INBOX": "1:8", "Sent": "9:1"}

    def test_mails_and_cursor_are_kept_together_or_not_at_all(self, archive: Archive) -> None:
        archive.store_batch([arrival("one")], ("sales", "INBOX", "1"), known_at=MONDAY)
        unusable = Arrival(RawMessage("sales", None, b"two"), "id:two")  # type: ignore[arg-type]  # the fault is in the middle of the batch
        with pytest.raises(ArchiveError):
            archive.store_batch([arrival("zero"), unusable], ("sales", "INBOX", "2"), known_at=MONDAY)
        assert (archive.last_seq(), archive.cursors("sales")) == (1, {"INBOX": "1"})
        archive.store_batch([arrival("zero")], ("sales", "INBOX", "2"), known_at=MONDAY)
        assert len(archive.entries(0)) == 2

    def test_a_place_is_seen_in_its_own_source_only(self, archive: Archive) -> None:
        archive.store_batch([arrival("one", place="cur/1")], known_at=MONDAY)
        assert archive.seen("sales", "cur/1")
        assert not archive.seen("haken", "cur/1")
        assert not archive.seen("sales", "cur/2")

    def test_mails_are_of_the_first_import_until_the_source_was_pulled_to_its_end(self, archive: Archive) -> None:
        """Also over several nights: an import that was cut short goes on as one."""
        archive.store_batch([arrival("one")], known_at=MONDAY)
        archive.store_batch([arrival("two")], known_at=MONDAY + timedelta(days=1))
        archive.finish_first_import("sales", known_at=MONDAY)
        archive.finish_first_import("sales", known_at=MONDAY)
        archive.store_batch([arrival("three"), arrival("four", source="haken")], known_at=MONDAY)
        assert [entry.first_import for entry in archive.entries(0)] == [True, True, False, True]
        assert (archive.is_first_import("sales"), archive.is_first_import("haken")) == (False, True)


class TestFinding:
    def test_a_mail_is_got_by_its_whole_hash(self, archive: Archive) -> None:
        archive.store_batch([arrival("one"), arrival("two")], known_at=MONDAY)
        sha256 = arrival("two").raw.sha256
        found = archive.get(sha256)
        assert found is not None
        assert found.seq == 2
        assert archive.get(sha256[:10]) is None

    def test_several_are_got_in_the_order_of_the_sequence(self, archive: Archive) -> None:
        archive.store_batch([arrival("one"), arrival("two")], known_at=MONDAY)
        wanted = [arrival("two").raw.sha256, arrival("one").raw.sha256, "0" * 64, arrival("two").raw.sha256]
        assert [entry.seq for entry in archive.get_many(wanted)] == [1, 2]

    def test_hashes_are_found_by_how_they_begin_in_either_case(self, archive: Archive) -> None:
        archive.store_batch([arrival(str(n)) for n in range(40)], known_at=MONDAY)
        every = sorted(arrival(str(n)).raw.sha256 for n in range(40))
        assert archive.find(every[7]) == [every[7]]
        assert archive.find(every[7][:1].upper()) == [sha256 for sha256 in every if sha256[0] == every[7][0]]
        assert archive.find("") == every[:20]
        assert archive.find("%") == archive.find("x") == []


class TestTheFile:
    def test_nobody_else_can_read_the_archive_or_its_journals(self, archive: Archive, tmp_path: Path) -> None:
        archive.store_batch([arrival("one")], known_at=MONDAY)
        files = list((tmp_path / "archive").iterdir())
        assert {path.name for path in files} >= {NAME, f"{NAME}-wal"}
        assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
        assert (tmp_path / "archive").stat().st_mode & 0o777 == 0o700

    def test_a_commit_survives_a_power_cut_and_erased_text_is_overwritten(self, archive: Archive) -> None:
        """D9: write-ahead log, synced at each commit, and pages that are zeroed when they are freed."""
        told = {name: archive._file.value(f"PRAGMA {name}") for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")}
        assert told == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}

    def test_text_is_kept_deflated(self, archive: Archive, tmp_path: Path) -> None:
        archive.store_batch([arrival("日本語" * 20_000, place="1", identity="id")], known_at=MONDAY)
        archive.close()
        assert (tmp_path / "archive" / NAME).stat().st_size < 100_000

    def test_asking_for_an_archive_that_is_not_there_makes_none(self, tmp_path: Path) -> None:
        with pytest.raises(ArchiveMissing, match="`reqdrift run` makes one"):
            Archive.open(tmp_path / "nowhere", create=False)
        assert not (tmp_path / "nowhere").exists()

    def test_a_file_that_is_no_archive_is_refused_and_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / NAME).write_bytes(b"Dear all, please find attached " * 100)
        with pytest.raises(ArchiveError, match="put its last backup back"):
            Archive.open(tmp_path)
        assert (tmp_path / NAME).read_bytes().startswith(b"Dear all")

    def test_a_folder_that_is_a_file_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "archive").write_text("")
        with pytest.raises(ArchiveError, match=r"archive/mail\.sqlite cannot be made"):
            Archive.open(tmp_path / "archive")

    def test_an_archive_of_a_later_program_is_refused(self, archive: Archive, tmp_path: Path) -> None:
        archive._file.connection.execute("PRAGMA user_version = 999")
        archive.close()
        with pytest.raises(ArchiveError, match="later reqdrift"):
            Archive.open(tmp_path / "archive")

    def test_a_full_disk_is_named_and_nothing_of_the_batch_is_kept(self, archive: Archive) -> None:
        archive.store_batch([arrival("one")], ("sales", "INBOX", "1"), known_at=MONDAY)
        pages = archive._file.value("PRAGMA page_count")
        archive._file.connection.execute(f"PRAGMA max_page_count = {pages}")
        noise = Arrival(RawMessage("sales", "2", os.urandom(100_000)), "id")
        with pytest.raises(ArchiveError, match="make room on the disk"):
            archive.store_batch([arrival("two"), noise], ("sales", "INBOX", "2"), known_at=MONDAY)
        assert (archive.last_seq(), archive.cursors("sales")) == (1, {"INBOX": "1"})

    def test_a_writer_that_does_not_let_go_is_named(self, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archive_file, "PATIENCE", 0.01)
        archive._file.connection.execute("BEGIN IMMEDIATE")
        with Archive.open(tmp_path / "archive") as other, pytest.raises(ArchiveError, match="another program holds it"):
            other.store_batch([arrival("one")], known_at=MONDAY)

    def test_others_read_while_a_batch_is_being_written(self, archive: Archive, tmp_path: Path) -> None:
        archive.store_batch([arrival("one")], known_at=MONDAY)
        with Archive.open(tmp_path / "archive") as other, archive._file.transaction() as connection:
            connection.execute("DELETE FROM contents")
            assert [entry.seq for entry in other.entries(0)] == [1]

    def test_a_mail_whose_bytes_rotted_is_named(self, archive: Archive) -> None:
        archive.store_batch([arrival("one")], known_at=MONDAY)
        archive._file.connection.execute("UPDATE contents SET deflated = ?", (zlib.compress(b"one")[:-2] + b"xx",))
        with pytest.raises(ArchiveError, match=f"mail {arrival('one').raw.sha256} .* is damaged"):
            archive.entries(0)


class TestMigrations:
    def test_their_files_are_numbered_without_a_gap(self) -> None:
        names = sorted(path.name for path in MIGRATIONS.iterdir())
        assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))

    def test_a_later_file_is_applied_once_to_an_archive_that_has_mails(
        self, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        archive.store_batch([arrival("one")], known_at=MONDAY)
        archive.close()
        scripts = tmp_path / "sql"
        scripts.mkdir()
        for path in MIGRATIONS.iterdir():
            (scripts / path.name).write_bytes(path.read_bytes())
        number = len(list(scripts.iterdir())) + 1
        (scripts / f"{number:04}_later.sql").write_text("CREATE TABLE later (a TEXT) STRICT; -- for ;\nINSERT INTO later VALUES ('x;y');\n")
        monkeypatch.setattr(archive_file, "MIGRATIONS", scripts)
        for _ in range(2):
            with Archive.open(tmp_path / "archive") as again:
                assert again._file.rows("SELECT * FROM later") == [("x;y",)]
                assert again.last_seq() == 1

    def test_a_file_that_fails_half_way_changes_nothing(self, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        archive.close()
        scripts = tmp_path / "sql"
        scripts.mkdir()
        for path in MIGRATIONS.iterdir():
            (scripts / path.name).write_bytes(path.read_bytes())
        (scripts / "0099_broken.sql").write_text("CREATE TABLE half (a TEXT);\nCREATE TABLE half (a TEXT);\n")
        with monkeypatch.context() as patched:
            patched.setattr(archive_file, "MIGRATIONS", scripts)
            with pytest.raises(ArchiveError, match="already exists"):
                Archive.open(tmp_path / "archive")
        with Archive.open(tmp_path / "archive") as again:
            assert again._file.value("SELECT count(*) FROM sqlite_master WHERE name = 'half'") == 0


class TestBackup:
    def test_a_backup_is_a_whole_archive_for_its_owner_alone(self, archive: Archive, tmp_path: Path) -> None:
        archive.store_batch([arrival("one")], ("sales", "INBOX", "1"), known_at=MONDAY)
        target = tmp_path / "backup" / NAME
        archive.backup(target)
        archive.store_batch([arrival("two")], known_at=MONDAY)
        assert target.stat().st_mode & 0o777 == 0o600
        assert [path.name for path in target.parent.iterdir()] == [NAME]
        with Archive.open(target.parent, create=False) as copy:
            assert [entry.raw for entry in copy.entries(0)] == [arrival("one").raw]
            assert copy.cursors("sales") == {"INBOX": "1"}

    def test_a_later_backup_takes_the_place_of_an_earlier_one(self, archive: Archive, tmp_path: Path) -> None:
        target = tmp_path / NAME
        archive.backup(target)
        archive.store_batch([arrival("one")], known_at=MONDAY)
        archive.backup(target)
        with closing(sqlite3.connect(target)) as copy:
            assert copy.execute("SELECT count(*) FROM mails").fetchall() == [(1,)]
