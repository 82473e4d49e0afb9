"""The command that takes the README's pictures."""

import importlib.util
import os
import struct
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = Path("/usr/bin/chromium")
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "bench/pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def size(picture: Path) -> tuple[int, int]:
    """Width and height of a PNG, as its first chunk tells them."""
    head = picture.read_bytes()[:24]
    assert head.startswith(SIGNATURE)
    width, height = struct.unpack(">II", head[16:])
    return width, height


@pytest.mark.skipif(not CHROMIUM.exists() and not os.environ.get("CI"), reason="chromium is not installed (apt-get install chromium)")
def test_a_page_is_taken_in_each_language_and_nothing_is_left_in_the_project(pictures: ModuleType, tmp_path: Path) -> None:
    pages = {language: tmp_path / f"{language}.html" for language in pictures.PICTURES}
    for page in pages.values():
        page.write_text("<!DOCTYPE html><title>x</title><p>溶接", "utf-8")
    taken = pictures.take(pages, tmp_path, CHROMIUM)
    assert [picture.name for picture in taken] == ["report.png", "report.ja.png"]
    assert {size(picture) for picture in taken} == {(pictures.WIDTH, pictures.HEIGHT)}


def test_the_pages_are_those_of_the_last_sample_week(pictures: ModuleType, tmp_path: Path) -> None:
    pages = pictures.write_pages(tmp_path)
    assert {language: page.relative_to(tmp_path).as_posix() for language, page in pages.items()} == {
        "en": "var/reports/2026-W47/week.en.html",
        "ja": "var/reports/2026-W47/week.ja.html",
    }
    assert "23 Nov 2:00" in pages["en"].read_text("utf-8"), "the clock stands still, and so does the picture"


def test_the_picture_that_the_readme_shows_is_there(pictures: ModuleType) -> None:
    assert "](docs/report.png)" in (ROOT / "README.md").read_text("utf-8")
    for name in pictures.PICTURES.values():
        assert size(ROOT / "docs" / name) == (pictures.WIDTH, pictures.HEIGHT)


def test_every_look_of_both_languages_lies_in_the_documentation(pictures: ModuleType) -> None:
    for look, (window, _) in pictures.LOOKS.items():
        for name in pictures.PICTURES.values():
            assert size(ROOT / "docs" / (name.replace(".png", f".{look}.png") if look else name)) == window
