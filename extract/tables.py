"""Tables with a head row, one seat a row: each cell becomes a line of its own under its column's label (FIELD.md 7)."""

import re2

from extract.labels import Field, field_of

_GAP = re2.compile(r"\s*[|│┃]\s*|\t| {2,}")
_LEAST_COLUMNS = 3
ROW = "row"
"""The bullet of a row's first cell."""


def cells_of(text: str) -> list[tuple[int, int]]:
    """The cells of a line as half-open stretches: divided by tabs, upright strokes, or by two blanks and more; empty ones are left out."""
    edges = [0]
    for gap in _GAP.finditer(text):
        edges.extend(gap.span())
    edges.append(len(text))
    found: list[tuple[int, int]] = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            found.append((first, first + len(words.strip())))
    return found


def columns_of(text: str) -> tuple[Field, ...]:
    """The fields of a head row, all of whose cells are known labels; none for any other line."""
    cells = cells_of(text)
    if len(cells) < _LEAST_COLUMNS:
        return ()
    fields = [field_of(text[start:end], compound=False) for start, end in cells]
    return tuple(field for field in fields if field is not None) if all(fields) else ()
