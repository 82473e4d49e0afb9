"""Headings that count the jobs of a mail: `Req 2 : Tester`, `Position A - Site engineer`."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.labels import Field, Label, padded_name
from extract.phrases import phrases

if TYPE_CHECKING:
    from extract.units import Unit

_COUNTED_JOB = phrases("counted", "job")


def with_counted_jobs(units: Sequence["Unit"]) -> list["Unit"]:
    """The lines with a label for each job that a heading counts, where two of them head fields."""
    texts = [unit.text[unit.body :] for unit in units]
    told = {i: found for i, text in enumerate(texts) if text[:1].isascii() and (found := _COUNTED_JOB.match(text))}
    heads = {i for i in told if i + 1 < len(units) and i + 1 not in told and _is_field(units[i + 1])}
    if len(heads) < 2:
        return list(units)
    return [_labelled(unit, *told[i].span("name"), told[i].start("job")) if i in heads else unit for i, unit in enumerate(units)]


def with_columns(units: Sequence["Unit"]) -> list["Unit"]:
    """The lines with a label for unknown names of a form in two columns: their values stand under those of a known one."""
    told = list(units)
    for i, unit in enumerate(units):
        named = padded_name(unit.text, unit.body) if unit.label is None else None
        if named is not None and any(_column(told[j]) == named.value for j in (i - 1, i + 1) if 0 <= j < len(told)):
            told[i] = replace(unit, label=named)
    return told


def _column(unit: "Unit") -> int:
    """Where the value of a padded label begins; -1 for any other line."""
    return unit.label.value if unit.label is not None and unit.label.value - unit.label.end > 1 else -1


def _labelled(unit: "Unit", start: int, end: int, job: int) -> "Unit":
    return replace(unit, label=Label(Field.ROLE, unit.body + start, unit.body + end, unit.body + job), heading=False)


def _is_field(unit: "Unit") -> bool:
    return bool(unit.bullet) or (unit.label is not None and unit.label.field not in (Field.OTHER, Field.REPLY))
