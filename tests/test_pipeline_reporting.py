"""`reqdrift report` in all its formats, as people run it."""

import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reports.documents import SUFFIXES
from reports.settings import FORMATS
from tests.nights import CLARIFICATION, REQUISITION, House
from tests.test_reports_pdf import FONTS, can_be_made

HEAVY = ("weasyprint", "xlsxwriter", "resvg_py", "PIL", "babel", "jinja2")


def test_settings_and_documents_know_the_same_formats() -> None:
    assert tuple(SUFFIXES) == FORMATS


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house after a night."""
    made = House(tmp_path_factory.mktemp("reporting"))
    made.put(REQUISITION, CLARIFICATION)
    made.run()
    return made


def configured(folder: Path, settings: str) -> House:
    """A house with further settings of its reports."""
    house = House(folder)
    file = folder / "pipeline.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('output = "pages"\n', f'output = "pages"\n{settings}\n'), encoding="utf-8")
    return house


def names(house: House) -> set[str]:
    """The files of the week."""
    return {path.name for path in (house.folder / "pages/2026-W47").iterdir()}


def test_formats_are_written_once_each_in_their_order_and_their_places_printed(read: House) -> None:
    done = read.call("report", "--week", "2026-W47", "--lang", "en", "--format", "xlsx, json,markdown,json,mail")
    folder = read.folder / "pages/2026-W47"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [str(folder / f"week.en.{suffix}") for suffix in ("md", "json", "xlsx", "eml")]
    assert load_workbook(folder / "week.en.xlsx").sheetnames == ["Summary", "Changes", "Seats", "To review"]
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    read.call("report", "--week", "2026-W47", "--lang", "en", "--format", "xlsx,json,markdown,mail", REQDRIFT_NOW="2027-02-01T00:00+09:00")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("told", ["pfd", "html,", ""])
def test_an_unknown_format_is_refused_and_a_stray_comma_is_not(read: House, told: str) -> None:
    done = read.call("report", "--week", "2026-W47", "--format", told)
    if told == "html,":
        assert done.returncode == 0
    else:
        assert done.returncode == 2
        assert "known are html, markdown, json, xlsx, mail, pdf and all" in done.stderr


@pytest.mark.skipif(not can_be_made(), reason="Pango is not installed (apt-get install libpango-1.0-0)")
def test_what_cannot_be_made_here_costs_its_own_format_only(read: House, tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(FONTS.format(folder=tmp_path, cache=tmp_path / "cache"), encoding="utf-8")
    bare = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    arguments = ("report", "--week", "2026-W47", "--output", str(tmp_path / "out"), "--format")
    done = read.call(*arguments, "html,pdf", **bare)
    assert (done.returncode, done.stdout) == (3, f"{tmp_path}/out/2026-W47/week.ja.html\n")
    assert done.stderr.count("\n") == 1
    assert "needs a Japanese typeface" in done.stderr
    alone = read.call(*arguments, "pdf", **bare)
    assert (alone.returncode, alone.stdout) == (1, "")
    assert "needs a Japanese typeface" in alone.stderr


def test_a_night_writes_the_formats_of_the_configuration_and_those_alone_that_are_missing(tmp_path: Path) -> None:
    house = configured(tmp_path, 'formats = ["json", "xlsx"]\naddress = "https://reports.example/"')
    house.put(REQUISITION)
    house.run()
    assert names(house) == {"week.ja.json", "week.ja.xlsx"}
    (house.folder / "pages/2026-W47/week.ja.json").write_text("read and commented on", encoding="utf-8")
    (house.folder / "pages/2026-W47/week.ja.xlsx").unlink()
    house.run()
    assert names(house) == {"week.ja.json", "week.ja.xlsx"}
    assert (house.folder / "pages/2026-W47/week.ja.json").read_text(encoding="utf-8") == "read and commented on"


@pytest.mark.skipif(not can_be_made(), reason="Pango is not installed (apt-get install libpango-1.0-0)")
def test_a_night_says_what_it_could_not_make_and_writes_the_rest(tmp_path: Path) -> None:
    house = configured(tmp_path, 'formats = ["json", "pdf"]')
    (tmp_path / "fonts.conf").write_text(FONTS.format(folder=tmp_path, cache=tmp_path / "cache"), encoding="utf-8")
    house.put(REQUISITION)
    done = house.run(FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    assert "needs a Japanese typeface" in done.stderr
    assert names(house) == {"week.ja.json"}


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ('formats = ["pfd"]', '[reports] formats: "pfd" is unknown; did you mean "pdf"?'),
        ('address = "reports.example"', '[reports] address is "reports.example"; write where the folder is served'),
    ],
)
def test_senseless_settings_are_refused(tmp_path: Path, setting: str, sentence: str) -> None:
    done = configured(tmp_path, setting).call("config", "check")
    assert done.returncode == 2
    assert sentence in done.stdout + done.stderr


def test_help_and_the_page_load_nothing_heavy() -> None:
    """A format's libraries come with that format."""
    code = "import sys; from pipeline.cli import main; main({arguments}); print([name for name in {heavy} if name in sys.modules])"
    asked = code.format(arguments=["report", "--help"], heavy=HEAVY)
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout
    assert told.endswith("[]\n")
    page = "import sys, reports.html, reports.documents; print([name for name in {heavy} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", page.format(heavy=HEAVY[:4])], check=True, capture_output=True, text=True).stdout
    assert told == "[]\n"
