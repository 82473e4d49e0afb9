"""Named crash points: a kill, there and nowhere else."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import crash

ROOT = Path(__file__).resolve().parent.parent


def test_a_crash_point_does_nothing_unless_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(crash.VARIABLE, "after-rename")
    for name in crash.POINTS:
        if name != "after-rename":
            crash.point(name)


@pytest.mark.parametrize("name", crash.POINTS)
def test_a_named_crash_point_kills_without_a_word(name: str) -> None:
    program = f"from pipeline import crash\ntry:\n    crash.point({name!r})\nfinally:\n    print('alive')"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, crash.VARIABLE: name}
    )
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "")


def test_before_the_rename_means_that_the_old_file_still_stands(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path\nfrom pipeline import crash\n"
        f"old, new, other = (Path({str(tmp_path)!r}) / name for name in ('old', 'new', 'other'))\n"
        "old.write_text('old'); new.write_text('new'); other.write_text('other')\n"
        "with crash.before_rename(old):\n    other.replace(other.with_name('elsewhere'))\n    new.replace(old)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, cwd=ROOT, env={**os.environ, crash.VARIABLE: "before-rename"})
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "old").read_text(encoding="utf-8") == "old"
    assert (tmp_path / "elsewhere").exists()
