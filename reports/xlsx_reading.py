"""The sheet to fill, read back: what people chose in the workbook, cell by cell. No formula is computed, nothing is fetched."""

import unicodedata
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import DEFUSEDXML, load_workbook

from reports.errors import ReportError
from reports.sheets import CHANGE_ID, NOTE, STATE

MOST_BYTES = 50_000_000
"""Of all parts of a workbook together, unpacked (D17)."""
MOST_PARTS = 1_000
MOST_FILLED = 20_000
"""Rows with a change in them; a report of that many is none."""
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 60
"""What a sheet of Excel can hold, and as many columns as may stand there with some of a person's own."""
_FORMULA, _ERROR = "f", "e"


class WorkbookError(ReportError):
    """A file is no workbook that can be read; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A row of the sheet to fill; `fault` says why its cells cannot be taken as they are."""

    sheet: str
    row: int
    """As the spreadsheet counts, heads included."""
    change_id: str
    state: str
    note: str
    fault: str | None = None


def filled_rows(file: Path) -> list[Filled]:
    """The rows of every sheet that has the heads of the sheet to fill, in order; those where nothing is filled in too.

    Raises:
        WorkbookError: the file is no workbook, larger than any report, or has no such sheet.
    """
    _check_size(file)
    try:
        with file.open("rb") as opened:  # the library leaves a file open that it cannot read
            return list(_read(file, opened))
    except ReportError:
        raise
    except Exception as error:  # noqa: BLE001 - a hostile file may break the library anywhere
        raise WorkbookError(f"{file} cannot be read as a workbook ({type(error).__name__}); save it as .xlsx again") from None


def _check_size(file: Path) -> None:
    """Refuse what would unpack to more than any report, before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(file) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        said = f"{file} is no .xlsx workbook, or has a password"
        raise WorkbookError(f"{said}; save it as .xlsx without one, as the report's workbook came") from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise WorkbookError(
            f"{file} unpacks to more than {MOST_BYTES // 1_000_000} MB or {MOST_PARTS} parts, and no report does; "
            "copy the sheet to fill into a workbook of its own"
        )


def _read(file: Path, opened: BinaryIO) -> Iterator[Filled]:
    if not DEFUSEDXML:  # without it, entities in the file's XML would be expanded
        raise WorkbookError("defusedxml is switched off or not installed; unset OPENPYXL_DEFUSEDXML and install it")
    with warnings.catch_warnings(action="ignore"):
        book = load_workbook(opened, read_only=True, data_only=False, keep_links=False)
    try:
        sheets = [(sheet, heads) for sheet in book.worksheets if (heads := _heads(sheet))]
        if not sheets:
            raise WorkbookError(
                f'{file} has no sheet with the heads "{CHANGE_ID}" and "{STATE}" in row 1; put them back, or export it again'
            )
        number = 0
        for sheet, heads in sheets:
            for row in _rows(sheet, heads):
                number += 1
                if number > MOST_FILLED:
                    raise WorkbookError(f"{file} has more than {MOST_FILLED} rows to review; leave only those in it that you filled in")
                yield row
    finally:
        book.close()


def _heads(sheet: Any) -> Mapping[str, int]:  # noqa: ANN401 - a library without types
    """The places of the heads that are read back, counted from 0; none where one that is needed is missing."""
    first: Sequence[Any] = next(iter(sheet.iter_rows(min_row=1, max_row=1, max_col=_MOST_COLUMNS)), ())
    texts = [_text(cell).casefold() for cell in first]
    places = {name: texts.index(name) for name in (CHANGE_ID, STATE, NOTE) if name in texts}
    return places if {CHANGE_ID, STATE} <= places.keys() else {}


def _rows(sheet: Any, heads: Mapping[str, int]) -> Iterator[Filled]:  # noqa: ANN401 - a library without types
    for number, cells in enumerate(sheet.iter_rows(min_row=2, max_row=_MOST_ROWS, max_col=_MOST_COLUMNS), 2):
        told = {name: cells[place] for name, place in heads.items()}
        texts = {name: _text(cell) for name, cell in told.items()}
        if any(texts.values()):
            fault = next((_fault(name, cell) for name, cell in told.items() if _fault(name, cell)), None)
            yield Filled(str(sheet.title), number, texts[CHANGE_ID], texts[STATE], texts.get(NOTE, ""), fault)


def _text(cell: Any) -> str:  # noqa: ANN401 - a library without types
    """What stands in a cell, without the space and the invisible signs around it."""
    return "" if cell.value is None else str(cell.value).strip().strip("\u200b\ufeff")


def _fault(name: str, cell: Any) -> str | None:  # noqa: ANN401 - a library without types
    if cell.data_type in {_FORMULA, _ERROR}:
        return f"{name} is a formula, and formulas are not computed; type the words themselves"
    if name == CHANGE_ID and cell.value is not None and not isinstance(cell.value, str):
        return f"{CHANGE_ID} is a number or a date, no id; put back what the report's workbook has there"
    return None


def plainly(word: str) -> str:
    """A word in one case and width, to compare it."""
    return unicodedata.normalize("NFKC", word).strip().casefold()
