"""Folders on disk as sources: Maildir, and trees of `.eml` files, with all that people leave in folders."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from ingest import disk, listings
from ingest.errors import FolderMissing
from ingest.limits import BATCH_MAILS, HEADER_BYTES
from ingest.settings import FilesSource, MaildirSource
from ingest.sources import open_source, probe
from requisitions.messages import RawMessage
from requisitions.words import Stage
from tests.pulling import Shelf, mail


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    for name in ("cur", "new", "tmp"):
        (tmp_path / "box" / name).mkdir(parents=True)
    return tmp_path / "box"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "mails").mkdir()
    return tmp_path / "mails"


def _pull_maildir(path: Path, shelf: Shelf | None = None, since: date | None = None) -> list[bytes]:
    return (shelf or Shelf()).pull(open_source(MaildirSource(name="desk", path=str(path), since=since)))


def _pull_tree(path: Path, shelf: Shelf | None = None, since: date | None = None) -> list[bytes]:
    return (shelf or Shelf()).pull(open_source(FilesSource(name="old", path=str(path), since=since)))


# Maildir


def test_a_maildir_gives_what_is_new_and_what_is_read_but_nothing_half_written(maildir: Path) -> None:
    (maildir / "new" / "1795.M1.host").write_bytes(mail("new"))
    (maildir / "cur" / "1794.M1.host:2,S").write_bytes(mail("read"))
    (maildir / "tmp" / "1796.M1.host").write_bytes(mail("half"))
    (maildir / "cur" / ".nfs0001").write_bytes(b"a network's leavings")
    shelf = Shelf()
    assert _pull_maildir(maildir, shelf) == [mail("read"), mail("new")]
    assert shelf.messages[0] == RawMessage("desk", "1794.M1.host", mail("read"))


def test_reading_flagging_and_filing_a_mail_makes_it_no_new_one(maildir: Path) -> None:
    """Its place is its unique name; on the second pull its file is not even opened."""
    path = maildir / "new" / "1795.M1.host"
    path.write_bytes(mail("new"))
    shelf = Shelf()
    _pull_maildir(maildir, shelf)
    moved = path.rename(maildir / "cur" / "1795.M1.host:2,FS")
    os.utime(moved, (0, 0))
    os.truncate(moved, 0)
    assert _pull_maildir(maildir, shelf) == []
    assert len(shelf.batches) == 1


def test_a_maildir_has_no_cursor(maildir: Path) -> None:
    (maildir / "new" / "1795.M1.host").write_bytes(mail("new"))
    shelf = Shelf()
    _pull_maildir(maildir, shelf)
    assert shelf.cursors == {}


def test_the_mails_of_a_maildir_come_in_bounded_batches(maildir: Path) -> None:
    for number in range(BATCH_MAILS + 1):
        (maildir / "new" / f"{number:06}.host").write_bytes(mail(f"{number}"))
    shelf = Shelf()
    assert _pull_maildir(maildir, shelf) == [mail(f"{number}") for number in range(BATCH_MAILS + 1)]
    assert [len(batch.messages) for batch in shelf.batches] == [BATCH_MAILS, 1]


def test_a_mail_that_is_moved_while_the_folder_is_read_waits_for_the_next_pull(maildir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gone between listing and opening: no Problem, and nothing lost."""
    path = maildir / "new" / "1795.M1.host"
    path.write_bytes(mail("new"))
    settings = MaildirSource(name="desk", path=str(maildir))
    listed = list(listings.list_maildir(settings))
    path.rename(maildir / "cur" / "1795.M1.host:2,S")
    assert [disk.read_mail("desk", item) for item in listed if isinstance(item, disk.Listed)] == [None]
    assert _pull_maildir(maildir) == [mail("new")]


@pytest.mark.parametrize("missing", ["cur", "new"])
def test_what_is_no_maildir_is_said_with_the_folder_that_it_lacks(maildir: Path, missing: str) -> None:
    (maildir / missing).rmdir()
    with pytest.raises(FolderMissing, match=f'"desk": .*there is no folder .*/box/{missing}: .*holds cur and new'):
        _pull_maildir(maildir)


def test_a_name_that_no_text_can_hold_is_written_out(maildir: Path) -> None:
    """Places go into a database, which takes Unicode only."""
    (maildir / "new" / os.fsdecode(b"1795.\xff.host")).write_bytes(mail("new"))
    shelf = Shelf()
    _pull_maildir(maildir, shelf)
    assert shelf.messages[0].place == "1795.\\xff.host"
    assert _pull_maildir(maildir, shelf) == []


# Files


def test_a_tree_gives_its_eml_files_by_name_with_all_subfolders(tree: Path) -> None:
    """Other files, hidden ones and what a Mac leaves are no mails."""
    for name in ("b.eml", "a/2.eml", "a/1.EML", "c.txt", "a.emlx", ".hidden.eml", "._a.eml", ".git/x.eml", "案件/三.eml"):
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(mail(name))
    assert _pull_tree(tree) == [mail(name) for name in ("a/1.EML", "a/2.eml", "b.eml", "案件/三.eml")]


def test_a_file_is_read_once(tree: Path) -> None:
    (tree / "a.eml").write_bytes(mail("a"))
    shelf = Shelf()
    _pull_tree(tree, shelf)
    assert _pull_tree(tree, shelf) == []
    assert shelf.messages[0].place.startswith("a.eml@")


@pytest.mark.parametrize("edited", ["a much longer one", "b"])
def test_an_edited_file_is_read_again(tree: Path, edited: str) -> None:
    """Also where only the time tells."""
    (tree / "a.eml").write_bytes(mail("a"))
    shelf = Shelf()
    _pull_tree(tree, shelf)
    (tree / "a.eml").write_bytes(mail(edited))
    os.utime(tree / "a.eml", ns=(1, 1))
    assert _pull_tree(tree, shelf) == [mail(edited)]


def test_a_link_out_of_the_folder_is_not_followed(tree: Path, tmp_path: Path) -> None:
    """Neither a file's nor a folder's; each is named as a Problem, and the rest goes on."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.eml").write_bytes(mail("secret"))
    (tree / "a.eml").symlink_to(tmp_path / "elsewhere" / "secret.eml")
    (tree / "b").symlink_to(tmp_path / "elsewhere")
    (tree / "c.eml").write_bytes(mail("c"))
    shelf = Shelf()
    assert _pull_tree(tree, shelf) == [mail("c")]
    assert [(problem.stage, problem.source) for problem in shelf.problems] == [(Stage.FETCH, "old")] * 2
    assert all("is a link out of the folder" in problem.problem for problem in shelf.problems)


def test_a_link_inside_the_folder_is_passed_over_without_a_word(tree: Path) -> None:
    """What it points to is read itself; a loop of links leads nowhere."""
    (tree / "2026").mkdir()
    (tree / "2026" / "a.eml").write_bytes(mail("a"))
    (tree / "latest.eml").symlink_to("2026/a.eml")
    (tree / "2026" / "up").symlink_to("..")
    (tree / "loop.eml").symlink_to("loop.eml")
    shelf = Shelf()
    assert _pull_tree(tree, shelf) == [mail("a")]
    assert shelf.problems == []


def test_a_file_that_became_a_link_after_it_was_listed_is_not_followed(tree: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.eml").write_bytes(mail("secret"))
    (tree / "a.eml").write_bytes(mail("a"))
    (listed,) = listings.list_files(FilesSource(name="old", path=str(tree)))
    (tree / "a.eml").unlink()
    (tree / "a.eml").symlink_to(tmp_path / "secret.eml")
    assert isinstance(listed, disk.Listed)
    assert not isinstance(disk.read_mail("old", listed), RawMessage | None)


def test_a_pipe_with_the_name_of_a_mail_keeps_nobody_waiting(tree: Path) -> None:
    os.mkfifo(tree / "a.eml")
    (tree / "b.eml").write_bytes(mail("b"))
    shelf = Shelf()
    assert _pull_tree(tree, shelf) == [mail("b")]
    assert ["is no regular file" in problem.problem for problem in shelf.problems] == [True]


def test_a_file_that_became_a_pipe_after_it_was_listed_keeps_nobody_waiting(tree: Path) -> None:
    os.mkfifo(tree / "a.eml")
    with pytest.raises(OSError, match="no regular file"):
        disk.open_regular(tree / "a.eml")


def test_what_may_not_be_read_is_a_problem_and_the_rest_goes_on() -> None:
    """A file and a folder of somebody else: two Problems, one mail."""
    with _as_nobody() as tree:
        (tree / "a.eml").write_bytes(mail("a"))
        (tree / "b").mkdir()
        (tree / "c.eml").write_bytes(mail("c"))
        (tree / "a.eml").chmod(0)
        (tree / "b").chmod(0)
        shelf = Shelf()
        assert _pull_tree(tree, shelf) == [mail("c")]
        assert [problem.problem.rpartition("/")[2] for problem in shelf.problems] == [
            "a.eml cannot be read (Permission denied)",
            "b cannot be read (Permission denied)",
        ]
        (tree / "a.eml").chmod(0o600)
        assert _pull_tree(tree, shelf) == [mail("a")]


def test_a_source_that_may_not_be_read_at_all_is_a_fault() -> None:
    with _as_nobody() as tree:
        tree.chmod(0)
        with pytest.raises(FolderMissing, match="Permission denied"):
            _pull_tree(tree)
        tree.chmod(0o700)


def test_what_lies_too_deep_or_is_too_much_is_said(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listings, "FOLDER_DEPTH", 2)
    monkeypatch.setattr(listings, "FILE_COUNT", 6)
    (tree / "a" / "b" / "c").mkdir(parents=True)
    for name in ("a/1.eml", "a/b/2.eml", "a/b/c/3.eml"):
        (tree / name).write_bytes(mail(name))
    shelf = Shelf()
    assert _pull_tree(tree, shelf) == [mail("a/1.eml"), mail("a/b/2.eml")]
    assert ["more than 2 folders deep" in problem.problem for problem in shelf.problems] == [True]
    (tree / "z1.eml").write_bytes(mail("z1"))
    (tree / "z2.eml").write_bytes(mail("z2"))
    assert _pull_tree(tree, shelf) == [mail("z1")]
    assert "more than 6 files" in shelf.problems[-1].problem


def test_of_a_file_over_the_cap_only_the_headers_are_kept(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "MAIL_BYTES", 1_000)
    (tree / "large.eml").write_bytes(mail("large", body="x" * 2_000))
    (tree / "small.eml").write_bytes(mail("small"))
    (tree / "strange.eml").write_bytes(b"x" * 2 * HEADER_BYTES)
    shelf = Shelf()
    large, small, strange = _pull_tree(tree, shelf)
    assert large == mail("large").partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
    assert (small, strange) == (mail("small"), b"x" * HEADER_BYTES)
    assert [message.full_size for message in shelf.messages] == [len(mail("large", body="x" * 2_000)), None, 2 * HEADER_BYTES]


@pytest.mark.parametrize("kind", ["tree", "maildir"])
def test_since_goes_by_what_the_mail_says_and_not_by_the_file(kind: str, tree: Path, maildir: Path) -> None:
    """Copying a folder makes all files new, but no mail."""
    mails = {
        "1.eml": mail("old", date="Sat, 31 Oct 2026 09:00:00 +0900"),
        "2.eml": mail("that day", date="Sun, 1 Nov 2026 00:00:00 +0900"),
        "3.eml": b"Subject: no date\r\n\r\nhi",
    }
    for name, content in mails.items():
        path = (tree if kind == "tree" else maildir / "new") / name
        path.write_bytes(content)
        os.utime(path, (0, 0))
    pull = _pull_tree if kind == "tree" else _pull_maildir
    folder = tree if kind == "tree" else maildir
    shelf = Shelf()
    assert pull(folder, shelf, date(2026, 11, 1)) == [mails["2.eml"], mails["3.eml"]]
    assert pull(folder, shelf, date(2026, 10, 31)) == [mails["1.eml"]]


def test_an_empty_folder_gives_nothing_and_an_empty_file_a_mail_without_anything(tree: Path) -> None:
    """What cannot be a mail is for the parser to say; nothing is dropped here."""
    assert _pull_tree(tree) == []
    (tree / "empty.eml").touch()
    assert _pull_tree(tree) == [b""]


@pytest.mark.parametrize("name", ["nowhere", "a-file"])
def test_a_folder_that_is_none_is_named(tree: Path, name: str) -> None:
    (tree / "a-file").touch()
    with pytest.raises(FolderMissing, match=rf'\[\[sources\]\] "old": .*there is no folder .*/{name}'):
        _pull_tree(tree / name)


def test_probing_counts_the_mails_and_names_what_is_wrong(tree: Path, maildir: Path) -> None:
    (tree / "a.eml").write_bytes(mail("a"))
    os.mkfifo(tree / "b.eml")
    counted, wrong = probe(FilesSource(name="old", path=str(tree)))
    assert counted == f'[[sources]] "old": {tree}: 1 mails'
    assert wrong == f"{tree}/b.eml is no regular file: move it out of the folder"
    assert probe(MaildirSource(name="desk", path=str(maildir))) == (f'[[sources]] "desk": {maildir}: 0 mails',)


@contextmanager
def _as_nobody() -> Iterator[Path]:
    """Be somebody whom the file system can refuse something, which it never does to root."""
    with tempfile.TemporaryDirectory() as folder:
        if os.geteuid():
            yield Path(folder)
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            os.seteuid(0)
