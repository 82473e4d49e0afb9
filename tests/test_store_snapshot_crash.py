"""The power fails while a night is derived and published, in a process of its own (DECISIONS.md D16)."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from store.snapshot import Draft, open_snapshot, read_meta
from store.writing import put_mails
from tests.store_fixtures import MONDAY, mail, read_mail

ROOT = Path(__file__).resolve().parent.parent

CHILD = """
import os, signal, sys
from pathlib import Path
from store.snapshot import Draft
from store.writing import put_mails
from tests.store_fixtures import MONDAY, mail, read_mail

path, moment = Path(sys.argv[1]), sys.argv[2]

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def watch(event, arguments):
    # Python announces what it is about to do to a file
    touched = str(arguments[0]) if arguments else ""
    if event == moment and (event != "open" or touched == str(path.parent)):
        die()

with Draft.begin(path, fingerprint="f1") as draft:
    sys.addaudithook(watch)
    with draft.transaction() as connection:
        put_mails(connection, [read_mail(mail("b2"))])
        draft.advance(2, MONDAY)
        if moment == "before COMMIT":
            die()
    if moment == "after COMMIT":
        die()
    draft.publish()
    die()
"""

BEFORE = ("shutil.copyfile", "before COMMIT", "after COMMIT", "os.chmod", "os.rename")
AFTER = ("open", "after all")
"""`open`: of the folder, to have the new name on the disk."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "reqdrift.duckdb"
    _derive(path, "a1", 1)
    return path


def _derive(path: Path, name: str, through: int) -> None:
    with Draft.begin(path, fingerprint="f1") as draft:
        if draft.through < through:
            with draft.transaction() as connection:
                put_mails(connection, [read_mail(mail(name))])
                draft.advance(through, MONDAY)
        draft.publish()


def _die(path: Path, moment: str) -> None:
    done = subprocess.run([sys.executable, "-c", CHILD, path, moment], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == -9, done.stderr


def _mails(path: Path) -> tuple[list[str], int]:
    with open_snapshot(path) as connection:
        found = [sha256.rstrip("0") for (sha256,) in connection.execute("SELECT sha256 FROM messages ORDER BY 1").fetchall()]
        return found, read_meta(connection).through


@pytest.mark.parametrize("moment", BEFORE)
def test_before_the_rename_yesterday_stands_to_the_byte_and_the_night_is_derived_once(path: Path, moment: str) -> None:
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    _die(path, moment)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    _derive(path, "b2", 2)
    assert _mails(path) == (["a1", "b2"], 2)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("moment", AFTER)
def test_after_the_rename_the_night_stands_and_is_not_derived_again(path: Path, moment: str) -> None:
    _die(path, moment)
    assert _mails(path) == (["a1", "b2"], 2)
    stands = path.stat().st_ino
    _derive(path, "b2", 2)
    assert path.stat().st_ino == stands
    assert list(path.parent.iterdir()) == [path]


def test_a_reader_that_opened_yesterday_reads_on_through_a_killed_and_a_finished_night(path: Path) -> None:
    with open_snapshot(path) as held:
        _die(path, "os.rename")
        _derive(path, "b2", 2)
        assert held.execute("SELECT count(*) FROM messages").fetchall() == [(1,)]
    assert _mails(path)[1] == 2


def test_the_first_night_killed_leaves_no_database_and_the_next_one_makes_it(tmp_path: Path) -> None:
    path = tmp_path / "reqdrift.duckdb"
    _die(path, "os.rename")
    assert not path.exists()
    _derive(path, "b2", 2)
    assert _mails(path) == (["b2"], 2)
