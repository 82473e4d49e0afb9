"""The README's two commands, typed in a fresh clone (with the environment that runs the tests, which took its own time to make)."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone") / "reqdrift"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder)], check=True)
    return folder


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    argv = ["make", "-o", ".venv/.for-running", "-o", ".venv/.for-developing", f"BIN={BIN}", *arguments]
    return subprocess.run(argv, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


def test_make_run_reads_the_samples_and_prints_where_the_pages_lie(clone: Path) -> None:
    done = make(clone, "run")
    assert done.returncode == 0, done.stderr
    pages = [Path(line) for line in done.stdout.splitlines() if line.endswith(".html")]
    assert [page.name for page in pages] == ["week.ja.html", "week.en.html"]
    assert all(page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>") for page in pages)
    assert "Done in part (status 3)" in done.stdout, "one sample is broken, and the status is said in words"
    again = make(clone, "run")
    assert again.returncode == 0, again.stderr
    assert "Done in part" not in again.stdout, "only the run that met the broken mail says so"
    assert [Path(line) for line in again.stdout.splitlines() if line.endswith(".html")] == pages


def test_make_run_passes_on_a_failure(clone: Path) -> None:
    broken = clone / "pipeline.toml"
    whole = broken.read_text(encoding="utf-8")
    broken.write_text(whole.replace("[store]", "[stor]"), encoding="utf-8")
    try:
        done = make(clone, "run")
    finally:
        broken.write_text(whole, encoding="utf-8")
    assert done.returncode != 0
    assert 'did you mean "store"?' in done.stderr
    assert "Traceback" not in done.stderr


def test_make_test_runs_all_tests(clone: Path) -> None:
    told = make(clone, "--dry-run", "test").stdout
    assert "tests/system_packages.sh" in told
    assert "-m pytest" in told


def test_an_old_python_is_refused_with_a_sentence(clone: Path, tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    argv = ["make", f"VENV={tmp_path}/venv", f"PYTHON={old}", f"{tmp_path}/venv/.for-running"]
    done = subprocess.run(argv, cwd=clone, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "needs Python 3.11 or later" in done.stderr


def test_make_alone_says_what_can_be_made(clone: Path) -> None:
    told = make(clone).stdout
    assert "make run" in told
    assert "make test" in told


def test_the_readme_names_both_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in readme
    assert "make test" in readme


def test_the_sample_configuration_speaks_of_the_samples_companies() -> None:
    told = tomllib.loads((ROOT / "pipeline.toml").read_text(encoding="utf-8"))
    about = (ROOT / "samples/README.md").read_text(encoding="utf-8")
    domains = [*told["ours"]["domains"], *told["intermediaries"], *told["clients"]]
    assert [domain for domain in domains if f"`{domain}`" not in about] == []
