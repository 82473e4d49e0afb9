"""The weekly report as a workbook. Every cell is a string or a number: no formula and no link, whatever a mail says."""

import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reports.front_sheet import lines
from reports.page import Page
from reports.plain import NO_CHARACTERS
from reports.sheets import NOTE, STATE, Cell, Sheet, tables
from reports.trend_sheets import trend_tables
from requisitions.words import Review

Formats: TypeAlias = dict[str, Format]

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FONT = {"font_name": "Yu Gothic", "font_size": 10, "valign": "top"}
_INK, _PALE, _FILL = "#1C1A16", "#67625A", "#F0E7C8"
_MOMENT = "yyyy-mm-dd hh:mm"
_MOST_CHARACTERS = 32_000
"""Excel takes 32,767 in a cell; XlsxWriter leaves a longer one empty."""
_FRONT_WIDTHS = (34, 90, 40)
_TO_FILL = {STATE: 14, NOTE: 30}
"""How wide the columns are that are empty yet."""
_LINE, _HIGHEST = 16, 400
_NARROWEST, _WIDEST, _ROOM = 8, 56, 2
_A4 = 9


def document(page: Page) -> bytes:
    """The workbook; the same week gives the same bytes, as its date is that of the data."""
    file = io.BytesIO()
    with Workbook(file, _OPTIONS) as book:
        made = page.report.head.data_cut or page.report.end
        book.set_properties({"title": page.words.text("page.title"), "created": made.astimezone(UTC).replace(tzinfo=None)})
        formats = _formats(book)
        _front(book.add_worksheet(page.words.text("sheet.summary")), page, formats)
        for sheet in (*tables(page), *trend_tables(page)):
            _table(book.add_worksheet(sheet.name), sheet, formats, page)
    return file.getvalue()


def _formats(book: Workbook) -> Formats:
    looks: dict[str, dict[str, Any]] = {
        "text": {"text_wrap": True},
        "number": {"align": "left"},
        "moment": {"num_format": _MOMENT, "align": "left"},
        "bold": {"bold": True, "text_wrap": True},
        "head": {"bold": True, "text_wrap": True, "bottom": 1, "font_color": _INK},
        "aside": {"text_wrap": True, "font_color": _PALE},
        "fill": {"bg_color": _FILL, "bottom": 4},
    }
    return {name: book.add_format(_FONT | look) for name, look in looks.items()}


def _front(sheet: Worksheet, page: Page, formats: Formats) -> None:
    for place, width in enumerate(_FRONT_WIDTHS):
        sheet.set_column(place, place, width)
    for number, line in enumerate(lines(page)):
        sheet.set_row(number, _height(line, _FRONT_WIDTHS))
        looks = ("bold", "bold" if number == 0 else "text", "aside")
        for place, (value, look) in enumerate(zip(line, looks, strict=True)):
            _put(sheet, (number, place), value, formats[look], formats)
    _on_paper(sheet)


def _table(sheet: Worksheet, told: Sheet, formats: Formats, page: Page) -> None:
    widths = [_TO_FILL.get(key) or _width((head, *(row.get(key) for row in told.rows))) for key, head in told.heads.items()]
    for number, row in enumerate(told.rows, 1):
        sheet.set_row(number, _height([row.get(key) for key in told.heads], widths))
    for place, (key, head) in enumerate(told.heads.items()):
        column = [row.get(key) for row in told.rows]
        sheet.set_column(place, place, widths[place])
        sheet.write_string(0, place, _clean(head), formats["head"])
        look = formats["fill" if key in {STATE, NOTE} else "text"]
        for number, value in enumerate(column, 1):
            _put(sheet, (number, place), value, look, formats)
            if value is None and look is formats["fill"]:
                sheet.write_blank(number, place, None, look)
    last = max(1, len(told.rows))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(told.heads) - 1)
    sheet.repeat_rows(0)
    _on_paper(sheet)
    if STATE in told.heads:
        place = list(told.heads).index(STATE)
        sheet.data_validation(1, place, last, place, _choice(page))


def _choice(page: Page) -> dict[str, Any]:
    """Only the two words of a verdict may be entered, and the cell says so."""
    told = page.words.text("sheet.fill")
    title = page.words.text("sheet.fill_head")
    return {
        "validate": "list",
        "source": [Review.CONFIRMED.value, Review.DISMISSED.value],
        "input_title": title,
        "input_message": told,
        "error_title": title,
        "error_message": told,
    }


def _put(sheet: Worksheet, at: tuple[int, int], value: Cell, look: Format, formats: Formats) -> None:
    if isinstance(value, str):
        sheet.write_string(*at, _clean(value), look)
    elif isinstance(value, datetime):
        sheet.write_datetime(*at, value, formats["moment"])
    elif value is not None:
        sheet.write_number(*at, value, formats["number"])


def _clean(text: str) -> str:
    """A text that XML can hold and Excel takes; one that is cut says so."""
    shown = text.translate(NO_CHARACTERS)
    return shown if len(shown) <= _MOST_CHARACTERS else f"{shown[:_MOST_CHARACTERS]}…"


def _width(values: Iterable[Cell]) -> int:
    """Columns of a cell: East Asian wide characters are two, and the longest text wraps."""
    most = max(16 if isinstance(value, datetime) else _columns(str(value or "")) for value in values)
    return min(max(most + _ROOM, _NARROWEST), _WIDEST)


def _height(values: Sequence[Cell], widths: Sequence[int]) -> int:
    """Points of a row whose texts wrap: not every program finds them out by itself."""
    lines = (-(-_columns(str(value or "")) // (width - 1)) for value, width in zip(values, widths, strict=True))
    return min(_LINE * max(1, *lines), _HIGHEST)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def _on_paper(sheet: Worksheet) -> None:
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(1)
