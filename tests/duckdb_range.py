"""Other DuckDB clients beside the one in the environment: the oldest that we support, and the first that can read our files (D11)."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

ASKED_FOR = "REQDRIFT_DUCKDB"
"""Names the version that a test run was started for."""


@dataclass(frozen=True)
class Client:
    """A DuckDB client in a folder of its own, pinned by hash."""

    version: str
    lock: str

    def environment(self) -> dict[str, str]:
        """Variables under which a Python process finds this client first; skips the test where it cannot be installed."""
        return os.environ | {"PYTHONPATH": os.pathsep.join([str(self._installed()), str(ROOT)]), ASKED_FOR: self.version}

    def run(self, *arguments: str | Path) -> str:
        """What a Python process prints that finds this client first."""
        argv = [sys.executable, *map(str, arguments)]
        done = subprocess.run(argv, cwd=ROOT, env=self.environment(), capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"under DuckDB {self.version}:\n{done.stdout[-6000:]}\n{done.stderr[-2000:]}"
        return done.stdout

    def _installed(self) -> Path:
        folder = Path(sys.prefix) / f"duckdb-{self.version}"
        if folder.exists():
            return folder
        # made elsewhere and renamed, so that two workers of one test run cannot meet in it
        making = Path(tempfile.mkdtemp(prefix=folder.name, dir=sys.prefix))
        options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
        argv = [sys.executable, "-m", "pip", "install", *options, "--target", str(making), "--requirement", str(ROOT / self.lock)]
        done = subprocess.run(argv, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            shutil.rmtree(making)
            _unavailable(f"DuckDB {self.version} cannot be installed here: {done.stderr.strip()[-300:]}")
        try:
            making.rename(folder)
        except OSError:
            shutil.rmtree(making)
            assert folder.exists()
        return folder


def _unavailable(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


OLDEST = Client("1.5.6", "requirements-duckdb-oldest.lock")
"""The lower end of the range in pyproject.toml."""

FIRST_READER = Client("1.0.0", "requirements-duckdb-v1.lock")
"""The first client that can read storage format v1.0.0."""
