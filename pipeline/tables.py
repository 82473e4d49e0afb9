"""Rows as lines for a terminal or a pipe. Mail text is hostile: control signs are shown, not obeyed."""

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from reports.safety import visible
from requisitions.statements import Requirement
from requisitions.values import value_words

LONGEST = 120
"""Signs of a cell, or of a quote in a line."""


def width(text: str) -> int:
    """Columns that a terminal gives a text; East Asian letters take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def aligned(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows as lines whose cells stand below each other."""
    cleaned = [[visible(cell, LONGEST) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cleaned, strict=True)]
    for row in cleaned:
        yield "  ".join(cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=True)).rstrip()


def table(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows aligned on a terminal; elsewhere divided by tabs, so that `cut` and a spreadsheet can read them."""
    if sys.stdout.isatty():
        yield from aligned(rows)
    else:
        yield from ("\t".join(visible(cell, LONGEST) for cell in row) for row in rows)


def moment(at: datetime | None, zone: ZoneInfo) -> str:
    """A moment as people in a zone write it; empty where there is none."""
    return "" if at is None else at.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def quoted(text: str | None) -> str:
    """A quote in one line, empty where there is none."""
    return f"«{visible(text, LONGEST)}»" if text else ""


def demand(item: Requirement) -> tuple[str, str, str, str]:
    """A demand as cells: necessity, what, value, quote."""
    return (item.necessity, f"{item.category}/{item.key}", value_words(item) if item.has_value else item.label, quoted(item.evidence))
