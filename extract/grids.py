"""Tables as lines: every cell a line of its own under its label, whether a seat fills a row or a column (FIELD.md 7)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.folding import Folded, join
from extract.labels import Field, Label, field_of
from extract.patterns import Pattern
from extract.revisions import revised
from extract.tables import OF_PEOPLE, ROW, SERIAL, cells_of, columns_of, is_divided, matrix_of

if TYPE_CHECKING:
    from extract.units import Unit

_LEAST_ROWS = 3
"""Labelled rows of a table whose columns are seats."""
_MOST_COLUMNS = 12
_PREPOSITIONS = {"from": Field.START, "for": Field.DURATION, "until": Field.END}
"""Labels in a table's first column only; in a line they begin a sentence or a mail's header."""
_TIMES = Pattern(
    r"変更|修正|訂正|旧|新|前回|今回|現[行在]|差分|合計|小計|^\d|^(?:before|after|old|new|was|now|current|previous|revised|updated?|original|changed?"
    r"|total|monday|tuesday|wednesday|thursday|friday|yes|no|value|details?|内容|値|条件|詳細)\b"
)
"""Heads of columns that name no seat: what held before and what holds now, days, a plain value."""


def unrolled(units: Sequence["Unit"]) -> Iterator["Unit"]:
    """The lines, each table replaced by its cells: one seat a row below a head row, or one a column beside a column of labels."""
    columns: tuple[Field, ...] = ()
    heads: list[tuple[int, int]] = []
    head, at = None, 0
    while at < len(units):
        unit = units[at]
        if (changed := revised(units, at)) is not None:
            yield from changed[0]
            columns, at = (), at + changed[1]
            continue
        divided = is_divided(unit.text)
        if divided and (skills := _skills(units, at)):
            yield from skills
            columns, at = (), at + 1 + len(skills)
            continue
        if divided and (rows := _rows_of_columns(units, at)):
            yield from _columns(units[at : at + 1 + rows])
            columns, at = (), at + 1 + rows
            continue
        at += 1
        if divided and (found := columns_of(unit.text)):
            columns, head, heads = found, unit, cells_of(unit.text)
            continue
        cells = cells_of(unit.text) if columns else []
        if head is None or len(cells) < 2 or len(cells) > len(columns):
            columns = () if len(cells) != 1 else columns
            yield unit
            continue
        serial = len(cells) == len(columns) and bool(
            SERIAL.match(head.text[slice(*heads[0])]) and _COUNT.match(unit.text[slice(*cells[0])])
        )
        for place, (column, cell) in enumerate(zip(columns, cells, strict=False)):
            if place >= serial:
                yield _line(unit, cell, column, first=place == serial, head=(head, heads[place]))


_COUNT = Pattern(r"^\(?[0-9a-z]{1,2}[.)]?$")


def _line(unit: "Unit", cell: tuple[int, int], field: Field, *, first: bool, head: tuple["Unit", tuple[int, int]] | None = None) -> "Unit":
    """One cell as a line; above a price the words of its label stay, which tell the currency and the time that it is for."""
    folded, value = unit.folded.cut(*cell), 0
    if head is not None and field is Field.RATE:
        label = head[0].folded.cut(*head[1])
        folded, value = join([label, folded], ": "), len(label.text) + 2
    return replace(
        unit,
        folded=folded,
        body=0,
        indent=0,
        bullet=ROW if first else "",
        number=None,
        label=Label(field, 0, max(0, value - 2), value),
        heading=False,
        cell=True,
    )


_BARE = Pattern(r"^\d{1,2}\+?$")
_NEEDED = Pattern(r"^(?:y|yes|required|must(?: have)?|mandatory|highly required|必須|○|◯)$")
_WISHED = Pattern(r"^(?:n|no|(?:highly )?(?:desired|preferred)|nice(?: to have)?|plus|optional|good to have|尚可|歓迎|△)$")


def _skills(units: Sequence["Unit"], at: int) -> list["Unit"]:
    """The rows of a table of skills, each a line with its years; none where the line at `at` heads no such table."""
    if (head := matrix_of(units[at].text)) is None:
        return []
    years, need = head
    lines: list[Unit] = []
    for unit in units[at + 1 :]:
        cells = cells_of(unit.text)
        if len(cells) != len(cells_of(units[at].text)):
            break
        told, asked = unit.text[slice(*cells[years])], "" if need is None else unit.text[slice(*cells[need])]
        folded = join([unit.folded.cut(*cells[0]), unit.folded.cut(*cells[years])], " ")
        if _BARE.match(told):
            folded = join([folded, Folded("", [], [])], " years")
        field = Field.MUST if _NEEDED.match(asked) else Field.PREFERRED if _WISHED.match(asked) else Field.SKILL
        lines.append(replace(unit, folded=folded, body=0, indent=0, bullet="", number=None, label=Label(field, 0, 0, 0), heading=False))
    return lines


def _label_of(text: str) -> Field | None:
    return _PREPOSITIONS.get(text.strip(" :")) or field_of(text)


def _rows_of_columns(units: Sequence["Unit"], at: int) -> int:
    """How many rows follow the line at `at` if it names the seats that a table tells side by side; none where it does not."""
    text = units[at].text
    heads = cells_of(text)
    if not 2 <= len(heads) <= _MOST_COLUMNS or columns_of(text):
        return 0
    if any(text[start] in ":-" for start, _ in heads) or text[heads[0][1] - 1] == ":":
        # `Pay   :  £14`: one field of a form, padded to a common width
        return 0
    told: list[Field | None] = []
    width = 0
    for unit in units[at + 1 :]:
        cells = cells_of(unit.text)
        if len(cells) < 3 or len(cells) != (width or len(cells)) or len(cells) - len(heads) not in (0, 1):
            break
        width = len(cells)
        label = unit.text[slice(*cells[0])]
        if OF_PEOPLE.match(label):
            return 0
        told.append(_label_of(label))
    known = {field for field in told if field is not None}
    names = [text[start:end] for start, end in heads[len(heads) - width + 1 :]] if told else []
    strange = any(field_of(name) or _TIMES.search(name) for name in names)
    return len(told) if len(known) >= _LEAST_ROWS and 2 * told.count(None) <= len(told) and not strange else 0


def _columns(rows: Sequence["Unit"]) -> Iterator["Unit"]:
    """The cells of such a table, a column after the other, each headed by its seat's name."""
    width = len(cells_of(rows[1].text))
    for column in range(1, width):
        name = cells_of(rows[0].text)[column - width]
        yield _line(rows[0], name, Field.ROLE, first=True)
        for row in rows[1:]:
            cells = cells_of(row.text)
            field = _label_of(row.text[slice(*cells[0])]) or Field.OTHER
            yield _line(row, cells[column], field, first=False, head=(row, cells[0]))
