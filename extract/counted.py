"""Headings that count the jobs of a mail: `Req 2 : Tester`, `Position A - Site engineer`."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.folding import join
from extract.labels import Field, Label, field_of, padded_name
from extract.patterns import Pattern
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


_BESIDE = Pattern(r" {2,}|\t+|\s+\|\s+| ; ")
_LABELLED = Pattern(r"^(?P<name>[a-z#][^:.!?]{0,32}?) ?:(?: +|$)(?P<value>\S.*)?$")


def with_pairs(units: Sequence["Unit"]) -> list["Unit"]:
    """The lines of a form that tells several fields on one line, each field a line of its own: `Shift: 3rd     Pay: $17`."""
    told: list[Unit] = []
    for unit in units:
        told.extend(_pairs(unit) if ":" in unit.text and unit.label is not None else [unit])
    return told


def _pairs(unit: "Unit") -> list["Unit"]:
    edges = [unit.body, *(edge for gap in _BESIDE.finditer(unit.text, unit.body) for edge in gap.span()), len(unit.text)]
    spans = [*zip(edges[::2], edges[1::2], strict=True)]
    named = [found if (found := _LABELLED.match(unit.text[slice(*span)])) and field_of(found["name"]) else None for span in spans]
    if len(spans) < 2 or sum(found is not None for found in named) < 2 or named[0] is None:
        return [unit]
    lines: list[Unit] = []
    for (start, end), found in zip(spans, named, strict=True):
        if not unit.text[start:end].strip():
            continue
        if found is None:
            last = lines[-1]
            lines[-1] = replace(last, folded=join([last.folded, unit.folded.cut(start, end)], ", "))
            continue
        name, value = found["name"], found.start("value") if found["value"] else end - start
        label = Label(field_of(name) or Field.OTHER, 0, len(name), value)
        piece = unit.folded.cut(start, end)
        lines.append(replace(unit, folded=piece, body=0, indent=0, bullet="", number=None, label=label, heading=found["value"] is None))
    return lines


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
