"""The lock: one run at a time, and none kept out by a dead one."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.lock import Locked, run_lock

ROOT = Path(__file__).resolve().parent.parent


def test_the_lock_keeps_another_process_out_until_it_is_let_go(tmp_path: Path) -> None:
    program = f"from pathlib import Path\nfrom pipeline.lock import run_lock\nwith run_lock(Path({str(tmp_path)!r})): print('in')"

    def other() -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)

    with run_lock(tmp_path):
        assert "Locked" in other().stderr
    assert other().stdout == "in\n"


def test_a_second_run_of_this_process_is_kept_out_too(tmp_path: Path) -> None:
    with run_lock(tmp_path), pytest.raises(Locked, match="another run is at work"), run_lock(tmp_path):
        pass


def test_the_lock_goes_with_a_process_that_is_killed(tmp_path: Path) -> None:
    program = (
        f"import os, signal\nfrom pathlib import Path\nfrom pipeline.lock import run_lock\n"
        f"with run_lock(Path({str(tmp_path)!r})): os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, cwd=ROOT)
    assert done.returncode == -signal.SIGKILL
    with run_lock(tmp_path):
        pass


def test_the_folder_of_the_lock_is_for_its_owner_alone(tmp_path: Path) -> None:
    with run_lock(tmp_path / "archive"):
        assert (tmp_path / "archive").stat().st_mode & 0o777 == 0o700
        assert (tmp_path / "archive/run.lock").stat().st_mode & 0o077 == 0
