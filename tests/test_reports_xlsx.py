"""The workbook, read back: strings and numbers only, the columns to fill, and nothing of the hour that it was made."""

import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from reports.documents import document
from reports.html import page_of
from reports.page import Page
from reports.xlsx import _columns
from requisitions.versions import Requisition
from requisitions.words import Review
from tests.hostile import EVERYTHING, FORBIDDEN
from tests.report_builders import LABELS, amend, demand, full, mail, report, seat
from tests.report_week import whole_week
from tests.test_reports_html import hostile_week

OFFICE = shutil.which("soffice")
FIRST = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")


def page(language: str) -> Page:
    """The invented week."""
    seats, problems, mails = whole_week()
    told = report(*seats, problems=problems, mails=mails)
    return page_of(told, language, labels=LABELS[language], mail_link="https://mail.example/{message_id}")


def read(content: bytes) -> Workbook:
    """A workbook from its bytes."""
    return load_workbook(io.BytesIO(content))


def made_of(*seats: Requisition, language: str = "ja") -> bytes:
    """Seats as a workbook."""
    return document(page_of(report(*seats), language), "xlsx")


def cells(book: Workbook) -> Iterator[Cell]:
    """Every cell that holds something."""
    for sheet in book.worksheets:
        yield from (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)


def column(sheet: Worksheet, head: str) -> list[object]:
    """What stands under a head."""
    heads = [cell.value for cell in sheet[1]]
    place = heads.index(head) + 1
    return [sheet.cell(row, place).value for row in range(2, sheet.max_row + 1)]


@pytest.mark.parametrize(
    ("language", "names"), [("ja", ["要点", "変更", "案件", "要確認"]), ("en", ["Summary", "Changes", "Seats", "To review"])]
)
def test_there_is_a_front_page_and_three_tables(language: str, names: list[str]) -> None:
    book = read(document(page(language), "xlsx"))
    assert book.sheetnames == names
    for sheet in book.worksheets[1:]:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "C2"
        assert sheet.print_title_rows == "$1:$1"


def test_every_change_stands_there_with_quote_and_mail() -> None:
    book = read(document(page("ja"), "xlsx"))
    told = json.loads(document(page("ja"), "json"))
    changes = [change for one in told["moved"]["whole"] for change in one["changes"]]
    sheet = book["変更"]
    assert column(sheet, "change_id") == [change["change_id"] for change in changes]
    assert column(sheet, "引用") == [change["quote"] for change in changes]
    assert column(sheet, "Message-ID") == [change["mail"]["message_id"] for change in changes]
    assert column(sheet, "書かれた日時（Tokyo）")[0] == datetime(2026, 11, 18, 18, 32)  # noqa: DTZ001 - cells know no zone
    assert column(sheet, "初回")[4:6] == ["週3日在宅", "1回"]


def test_seats_in_one_line_have_all_their_changes_as_rows() -> None:
    more = [demand("skill", f"s{n}", label=f"S{n}", quote=f"S{n}必須") for n in range(3)]
    many = [
        seat(
            f"A-{n}",
            "Java",
            "客先",
            full(mail(f"10-05 10:{n}", subject=f"{n}"), FIRST),
            amend(mail(f"11-18 10:{n}", subject=f"{n}"), *more),
        )
        for n in range(10, 30)
    ]
    book = read(made_of(*many))
    assert len(set(column(book["変更"], "change_id"))) == 60
    assert len(column(book["案件"], "requisition_id")) == 20


def test_the_column_to_fill_is_empty_and_takes_two_words() -> None:
    sheet = read(document(page("ja"), "xlsx"))["要確認"]
    assert [cell.value for cell in sheet[1]][:3] == ["change_id", "state", "note"]
    assert set(column(sheet, "state")) == {None}
    assert len(set(column(sheet, "change_id"))) == sheet.max_row - 1
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"confirmed,dismissed"', f"B2:B{sheet.max_row}")


def test_what_a_person_confirmed_is_not_asked_again() -> None:
    seats, _, _ = whole_week()
    whole, asked = (column(read(made_of(*seats))[name], "change_id") for name in ("変更", "要確認"))
    assert whole == asked
    bank = next(one for one in seats if one.reference == "SR-0451")
    judged = tuple(replace(change, review=Review.CONFIRMED) for change in bank.history.changes)
    book = read(made_of(replace(bank, history=replace(bank.history, changes=judged))))
    assert column(book["変更"], "確認") == ["確認済", "確認済"]
    assert book["要確認"].max_row == 1


def test_columns_are_as_wide_as_japanese_needs() -> None:
    sheet = read(document(page("ja"), "xlsx"))["変更"]
    clients = [str(value) for value in column(sheet, "顧客")]
    assert sheet.column_dimensions["A"].width >= max(map(_columns, clients))
    assert _columns("汐入証券") == 8
    assert max(one.width for one in sheet.column_dimensions.values()) < 60


def test_counts_are_numbers() -> None:
    sheet = read(document(page("en"), "xlsx"))["Seats"]
    assert column(sheet, "▲ harder")[:2] == [4, 2]
    assert column(sheet, "Call")[:4] == [1, 2, 3, None]


@pytest.mark.parametrize("text", EVERYTHING)
def test_hostile_words_are_cells_of_text(text: str) -> None:
    content = made_of(*hostile_week(text))
    found = list(cells(read(content)))
    assert {cell.data_type for cell in found} <= {"s", "n", "d"}
    assert {cell.hyperlink for cell in found} == {None}
    assert not {sign for cell in found for sign in str(cell.value)} & FORBIDDEN
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    assert not [name for name in parts if "external" in name.lower() or "vba" in name.lower() or "sheet1.xml.rels" in name]
    assert not [name for name, part in parts.items() if b"<f>" in part or b'TargetMode="External"' in part]


@pytest.mark.parametrize("text", ["=1+1", "＝1＋1", "_x0041_", "007", "12e5", "https://evil.example/a.png", "@SUM(A1)"])
def test_a_formula_or_number_in_a_mail_stays_the_words_that_it_was(text: str) -> None:
    sheet = read(made_of(*hostile_week(text)))["変更"]
    assert set(column(sheet, "顧客")) == {text}


def test_a_text_longer_than_a_cell_takes_is_cut_and_says_so() -> None:
    sheet = read(made_of(*hostile_week("字" * 10_000)))["変更"]
    assert all(len(str(cell.value)) < 32_767 for cell in cells(sheet.parent))
    assert str(column(sheet, "顧客")[0]).endswith("…")


def test_the_file_knows_nothing_of_the_hour_that_it_was_made() -> None:
    content = document(page("ja"), "xlsx")
    assert content == document(page("ja"), "xlsx")
    assert read(content).properties.created == datetime(2026, 11, 22, 17)  # noqa: DTZ001 - the moment of the data, in UTC
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.skipif(
    OFFICE is None and not os.environ.get("CI"), reason="LibreOffice is not installed (apt-get install libreoffice-calc-nogui)"
)
def test_libreoffice_reads_the_same_cells(tmp_path: Path) -> None:
    """Also those that another program might take for formulas or numbers."""
    seats, problems, mails = whole_week()
    told = report(*seats, *hostile_week("=1+1"), *hostile_week("＝1＋1"), problems=problems, mails=mails)
    file = tmp_path / "week.xlsx"
    file.write_bytes(document(page_of(told, "ja", labels=LABELS["ja"]), "xlsx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    argv = [str(OFFICE), profile, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), str(file)]
    subprocess.run(argv, check=True, capture_output=True, timeout=120)
    again = [str(OFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "again"), str(tmp_path / "week.ods")]
    subprocess.run(again, check=True, capture_output=True, timeout=120)
    before, after = (load_workbook(path) for path in (file, tmp_path / "again/week.xlsx"))
    assert [(cell.coordinate, cell.value) for cell in cells(before)] == [(cell.coordinate, cell.value) for cell in cells(after)]
    assert {cell.data_type for cell in cells(after)} <= {"s", "n", "d"}
