"""Take the pictures of the report: the samples read into a folder of their own, each page opened in Chromium in all its looks.

usage: pictures.py [--output docs] [--chromium /usr/bin/chromium]

Both languages, light and dark, on a desktop and on a phone; the light ones of the desktop are those that the README shows.
The clock stands at the night after the sample week, so the same program takes the same picture.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
WEEK, NIGHT = "2026-W47", "2026-11-23T02:00:00+09:00"
PICTURES = {"en": "report.png", "ja": "report.ja.png"}
WIDTH, HEIGHT = 1200, 1500
PHONE = (375, 1500)
LOOKS = {"": ((WIDTH, HEIGHT), "light"), "dark": ((WIDTH, HEIGHT), "dark"), "phone": (PHONE, "light"), "phone.dark": (PHONE, "dark")}
"""Part of a file's name, with the window and the colours of the look."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
DONE, IN_PART = 0, 3


def write_pages(folder: Path) -> dict[str, Path]:
    """Read the samples in `folder` and write the page of their last week in each language.

    Raises:
        CalledProcessError: the program failed.
    """
    shutil.copytree(ROOT / "samples", folder / "samples")
    shutil.copy(ROOT / "pipeline.toml", folder)
    program = [sys.executable, "-m", "pipeline"]
    environment = {**os.environ, "REQDRIFT_NOW": NIGHT, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([*program, "run"], cwd=folder, env=environment, check=False)
    if done.returncode not in {DONE, IN_PART}:  # one of the samples is broken on purpose
        done.check_returncode()
    pages = {}
    for language in PICTURES:
        argv = [*program, "report", "--week", WEEK, "--lang", language]
        told = subprocess.run(argv, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        pages[language] = folder / told.stdout.strip()
    return pages


def take(pages: dict[str, Path], output: Path, chromium: Path, look: str = "") -> list[Path]:
    """Take the top of each page in one look."""
    (width, height), colours = LOOKS[look]
    taken = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for language, page in pages.items():
            view = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours)
            view.goto(page.as_uri())
            taken.append(output / PICTURES[language].replace(".png", f".{look}.png" if look else ".png"))
            view.screenshot(path=taken[-1])
        browser.close()
    return taken


def main() -> int:
    """Take the pictures and print where they lie."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=ROOT / "docs")
    parser.add_argument("--chromium", type=Path, default=Path("/usr/bin/chromium"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = write_pages(Path(folder))
        for look in LOOKS:
            for picture in take(pages, arguments.output.resolve(), arguments.chromium, look):
                print(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
