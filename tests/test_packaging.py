"""The house on paper and the house as built: packages, files and dependencies agree."""

import importlib
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES: list[str] = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]


def test_every_folder_with_code_is_a_package_of_the_build() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert rooms == set(PACKAGES)


def test_import_linter_and_mypy_watch_the_same_packages() -> None:
    assert PROJECT["tool"]["importlinter"]["root_packages"] == PACKAGES
    assert [package for package in PROJECT["tool"]["mypy"]["packages"] if package != "tests"] == PACKAGES


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_is_ours_and_not_one_of_the_same_name(package: str) -> None:
    """Names such as `extract` are common: an environment of our own must hold ours."""
    assert Path(str(importlib.import_module(package).__file__)) == ROOT / package / "__init__.py"
    assert (ROOT / package / "py.typed").exists()


def test_no_test_folder_bears_a_rooms_name() -> None:
    """Pytest would import it as the room."""
    assert not [path for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name in PACKAGES]


def test_the_wheel_holds_code_data_and_nothing_else(tmp_path: Path) -> None:
    argv = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(argv, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert {name.split("/")[0] for name in names} == set(PACKAGES)
    tracked = subprocess.run(["git", "ls-files", "-z", *PACKAGES], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert set(tracked.rstrip("\0").split("\0")) <= names


@pytest.mark.parametrize(("lock", "groups"), [("requirements.lock", ["build"]), ("requirements-dev.lock", ["build", "dev"])])
def test_a_lock_pins_all_that_the_project_asks_for_by_hash_and_names_no_registry(lock: str, groups: list[str]) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    heads = [line for line in text.splitlines() if "==" in line and not line.startswith((" ", "#"))]
    pinned = {line.partition("==")[0].replace("_", "-").lower() for line in heads}
    asked = [*PROJECT["project"]["dependencies"], *(name for group in groups for name in PROJECT["dependency-groups"][group])]
    names = {requirement.split(">")[0].split("=")[0].split("<")[0].replace("_", "-").lower() for requirement in asked}
    assert names <= pinned
    assert all(line.endswith("\\") for line in heads)
    assert text.count("--hash=sha256:") >= len(heads)
    assert "://" not in text


def test_the_command_is_installed_and_knows_its_version() -> None:
    said = subprocess.run([Path(sys.executable).parent / "reqdrift", "--version"], check=True, capture_output=True, text=True)
    assert said.stdout.strip() == PROJECT["project"]["version"]
