"""The workbook's sheet to fill, filled and read back: good rows are taken, each bad one is told, nothing of it is believed."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports import xlsx_reading
from reports.xlsx_reading import WorkbookError, filled_rows
from tests.desk import Desk


@pytest.fixture
def change(desk: Desk) -> str:
    """The id of the only change."""
    ((found,),) = desk.house.query("SELECT change_id FROM changes")
    return str(found)


def written(desk: Desk, language: str = "ja") -> Path:
    """The workbook of the last week."""
    desk("report", "--lang", language, "--format", "xlsx", "--output", str(desk.house.folder / "out"))
    return desk.house.folder / f"out/2026-W47/week.{language}.xlsx"


def fill(file: Path, *states: tuple[object, object], sheet: str = "要確認") -> Path:
    """Type a state and a note into each row from the first."""
    book = load_workbook(file)
    for row, (state, note) in enumerate(states, 2):
        book[sheet].cell(row, 2, state)
        book[sheet].cell(row, 3, note)
    book.save(file)
    return file


def made(folder: Path, *rows: tuple[object, ...], heads: tuple[str, ...] = ("change_id", "state", "note")) -> Path:
    """A workbook of a person's own."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(heads)
    for row in rows:
        sheet.append(row)
    book.save(folder / "mine.xlsx")
    return folder / "mine.xlsx"


@pytest.mark.parametrize(("language", "sheet"), [("ja", "要確認"), ("en", "To review")])
def test_what_was_filled_in_is_entered_as_a_person_s_word(desk: Desk, change: str, language: str, sheet: str) -> None:
    file = fill(written(desk, language), ("confirmed", "asked him"), sheet=sheet)
    assert desk("review", "import", str(file), "--by", "Sato") == "noted: 1 review; entered before: 0\n"
    assert desk.changes() == [("aws", "promoted", "confirmed")]
    assert desk.words("kind", "reviewed", "said", "said_by", "note") == [("review", change, "confirmed", "Sato", "asked him")]


def test_a_file_twice_changes_nothing(desk: Desk) -> None:
    file = fill(written(desk), ("dismissed", None))
    desk("review", "import", str(file))
    state, words = desk.house.state(), desk.words("correction_id")
    assert desk("review", "import", str(file), "--by", "another") == "nothing new; entered before: 1\n"
    assert (desk.house.state(), desk.words("correction_id")) == (state, words)


def test_a_later_word_outlives_an_old_file(desk: Desk, change: str) -> None:
    file = fill(written(desk), ("confirmed", None))
    desk("review", "import", str(file))
    desk("review", "dismiss", change, "--by", "Mori")
    said = desk("review", "import", str(file), status=3, out="nothing new; entered before: 0\n")
    assert f"was confirmed so before and is dismissed by Mori since, which holds; `reqdrift review confirm {change}`" in said
    desk("review", "dismiss", change, "--undo")
    assert "is taken back since" in desk("review", "import", str(file), status=3, out="nothing new; entered before: 0\n")
    assert desk.changes() == [("aws", "promoted", "open")]


def test_rows_without_a_state_are_no_reviews(desk: Desk) -> None:
    file = written(desk)
    before = desk.house.state()
    assert desk("review", "import", str(file)) == "nothing new; entered before: 0\n"
    assert desk.house.state() == before


@pytest.mark.parametrize("state", ["Confirmed", " ｃｏｎｆｉｒｍｅｄ ", "確認済"])
def test_a_state_is_known_however_it_is_typed(desk: Desk, change: str, tmp_path: Path, state: str) -> None:
    desk("review", "import", str(made(tmp_path, (change.upper(), state, None))))
    assert desk.changes() == [("aws", "promoted", "confirmed")]


def test_every_bad_row_is_told_and_the_good_ones_are_taken(desk: Desk, change: str, tmp_path: Path) -> None:
    file = made(
        tmp_path,
        ("0" * len(change), "confirmed", None),
        (change, "perhaps", None),
        (change, None, "why?"),
        (None, "confirmed", None),
        (change, "confirmed", "x" * 1001),
        (change, "confirmed", '=HYPERLINK("https://evil.example")'),
        (20261124, "confirmed", None),
        (None, None, None),
        (change, "confirmed", "asked"),
        (change, "confirmed", "asked"),
        (change, "dismissed", None),
    )
    said = desk("review", "import", str(file), status=3, out="noted: 1 review; entered before: 0\n").splitlines()
    wanted = {
        2: "no change has the id",
        3: 'the state "perhaps" is unknown; choose one of confirmed, dismissed',
        4: "there is a note and no state",
        5: "there is a state and no change_id",
        6: "the note has 1001 signs; shorten it to 1000",
        7: "note is a formula, and formulas are not computed",
        8: "change_id is a number or a date",
        12: "has another verdict or note in row 10",
    }
    assert len(said) == len(wanted)
    for line, (row, sentence) in zip(said, wanted.items(), strict=True):
        assert f'mine.xlsx, "Sheet" row {row}: ' in line
        assert sentence in line
    assert desk.words("said", "note") == [("confirmed", "asked")]


def test_moved_columns_and_an_own_name_do_no_harm(desk: Desk, change: str, tmp_path: Path) -> None:
    file = made(tmp_path, ("mine", "dismissed", "x", change), heads=("my column", "State", "other", "CHANGE_ID"))
    desk("review", "import", str(file))
    assert desk.changes() == [("aws", "promoted", "dismissed")]


def test_control_characters_of_a_file_are_shown_not_obeyed(desk: Desk, change: str, tmp_path: Path) -> None:
    said = desk(
        "review", "import", str(made(tmp_path, (change, "con\u202efirmed", None))), status=3, out="nothing new; entered before: 0\n"
    )
    assert "\u202e" not in said
    assert "⟨U+202E⟩" in said


def packed(parts: dict[str, bytes]) -> bytes:
    """A ZIP file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_entities(folder: Path) -> bytes:
    """A workbook whose sheet declares entities of entities."""
    with zipfile.ZipFile(made(folder, ("x", "confirmed", None))) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = bomb + sheet.replace(b"confirmed", b"&b;")
    return packed(parts)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (lambda _: b"change_id,state\n", "is no .xlsx workbook, or has a password"),
        (lambda _: b"", "is no .xlsx workbook"),
        (lambda _: packed({"xl/huge.xml": b"0" * 50_000_001}), "unpacks to more than 50 MB"),
        (lambda _: packed({f"{number}": b"" for number in range(1_001)}), "or 1000 parts"),
        (lambda _: packed({"word/document.xml": b"<x/>"}), "cannot be read as a workbook"),
        (with_entities, "cannot be read as a workbook"),
        (lambda folder: made(folder, heads=("id", "state")).read_bytes(), 'has no sheet with the heads "change_id" and "state"'),
    ],
)
def test_a_file_that_is_no_filled_workbook_is_refused_in_one_sentence(
    tmp_path: Path, content: Callable[[Path], bytes], sentence: str
) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(content(tmp_path))
    with pytest.raises(WorkbookError) as raised:
        filled_rows(file)
    assert sentence in str(raised.value)
    assert "\n" not in str(raised.value)


def test_more_rows_than_any_report_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_reading, "MOST_FILLED", 2)
    assert len(filled_rows(made(tmp_path, ("a", "b"), (None,), ("c", "d")))) == 2
    with pytest.raises(WorkbookError, match="more than 2 rows"):
        filled_rows(made(tmp_path, ("a", "b"), ("c", "d"), ("e", "f")))


def test_a_refused_file_is_a_wrong_argument(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"nothing")
    assert "is no .xlsx workbook" in desk("review", "import", str(tmp_path / "x.xlsx"), status=2)
    assert "does not exist" in desk("review", "import", str(tmp_path / "y.xlsx"), status=2)
