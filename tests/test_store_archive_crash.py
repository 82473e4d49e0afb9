"""The power fails while the archive is written: at each statement of a batch, in a process of its own (DECISIONS.md D16)."""

import subprocess
import sys
from pathlib import Path

from store.archive import Archive, Stored
from tests.store_fixtures import MONDAY, arrival

ROOT = Path(__file__).resolve().parent.parent

CHILD = """
import os, signal, sys
from pathlib import Path
from store.archive import Archive
from tests.store_fixtures import MONDAY, arrival

folder, last = Path(sys.argv[1]), int(sys.argv[2])
said = []

def say(statement):
    said.append(statement)
    if len(said) == last:
        os.kill(os.getpid(), signal.SIGKILL)

archive = Archive.open(folder)
archive._file.connection.set_trace_callback(say)
archive.store_batch([arrival("three"), arrival("one", source="haken"), arrival("four")], ("sales", "INBOX", "1:5"), known_at=MONDAY)
print(len(said), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
BATCH = [arrival("three"), arrival("one", source="haken"), arrival("four")]


def _die(folder: Path, at: int) -> str:
    """Store the batch in a process that is killed right before its statement `at`, or after the last."""
    done = subprocess.run([sys.executable, "-c", CHILD, folder, str(at)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == -9, done.stderr
    return done.stdout


def _begun(folder: Path) -> Path:
    with Archive.open(folder) as archive:
        archive.store_batch([arrival("one"), arrival("two")], ("sales", "INBOX", "1:3"), known_at=MONDAY)
    return folder


def test_a_batch_cut_short_anywhere_is_not_there_and_comes_again_whole(tmp_path: Path) -> None:
    """Fetched and not committed: fetched again, at least once, and kept exactly once."""
    statements = int(_die(_begun(tmp_path / "counting"), 0))
    folder = _begun(tmp_path / "archive")
    for at in sorted({1, 2, statements // 2, statements - 1, statements}):
        _die(folder, at)
        with Archive.open(folder) as archive:
            assert [entry.raw.place for entry in archive.entries(0)] == ["INBOX/1/one", "INBOX/1/two"]
            assert archive.cursors("sales") == {"INBOX": "1:3"}
            assert not archive.seen("haken", "INBOX/1/one")
    with Archive.open(folder) as archive:
        assert archive.store_batch(BATCH, ("sales", "INBOX", "1:5"), known_at=MONDAY) == Stored(2, 1)
        assert [entry.seq for entry in archive.entries(2)] == [3, 4]


def test_a_committed_batch_outlives_the_program_with_its_cursor(tmp_path: Path) -> None:
    folder = _begun(tmp_path)
    _die(folder, 0)
    with Archive.open(folder) as archive:
        assert [entry.raw.place for entry in archive.entries(2)] == ["INBOX/1/three", "INBOX/1/four"]
        assert archive.cursors("sales") == {"INBOX": "1:5"}
        assert archive.store_batch(BATCH, known_at=MONDAY) == Stored(0, 3)
