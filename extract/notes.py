"""Terse English notes: a job on a line of its own, then its place, hours, pay and papers, a short line each and no verbs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.labels import Field, Label
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.tables import ROW

if TYPE_CHECKING:
    from extract.units import Unit

_JOB, _PLACE = phrases("notes", "job"), phrases("notes", "place")
_SPOKEN, _SIGNED = phrases("notes", "spoken"), phrases("notes", "signed")
_NAMES = ("rate", "start", "duration", "experience", "interview", "contract", "schedule", "location")
_KINDS = tuple((Field(name), phrases("notes", name)) for name in _NAMES)
_PART = Pattern(r"^(?:,| - | @| at | in )\s*")
_LONGEST = 56
"""Characters of the longest line of a note."""
_LEAST_LINES, _LEAST_KNOWN = 3, 2
_TELLING = frozenset({Field.RATE, Field.SCHEDULE, Field.LOCATION, Field.DURATION, Field.START})
NOTED = "-"
"""The bullet of a line of a note."""


def with_notes(units: Sequence["Unit"]) -> list["Unit"]:
    """The lines, those of a note with the field that each is about; a letter's lines and signatures stay as they are."""
    told: list[Unit] = []
    at = 0
    while at < len(units):
        end = _end_of_note(units, at)
        if not end:
            told.append(units[at])
            at += 1
            continue
        told.extend(_headline(units[at]))
        told.extend(_noted(unit, second=place == at + 1) for place, unit in enumerate(units[at + 1 : end], at + 1))
        at = end
    return told


_LISTED, _COUNTED, _BRACKETED = phrases("notes", "listed"), phrases("notes", "counted"), phrases("notes", "bracketed")
_STROKES = Pattern(r"\s*(?:\s-\s|\s?\||;|\s@\s)\s*")
_COMMAS = Pattern(r"\s*(?:\s-\s|\s?\||;|,\s|\s@\s)\s*")


def with_listed_seats(units: Sequence["Unit"]) -> list["Unit"]:
    """The lines, those of a list of seats, a line each, as the rows of a table: `- BI developer - Munich - €550/day`."""
    if any(unit.label is not None and unit.label.field in _NAMING and not unit.heading for unit in units):
        return list(units)
    told: list[Unit] = []
    at = 0
    while at < len(units):
        end = at
        while end < len(units) and _is_listed(units[end], units[at]) and not _is_duty(told):
            end += 1
        if end - at < _LEAST_SEATS:
            told.append(units[at])
            at += 1
            continue
        for unit in units[at:end]:
            told.extend(_row(unit))
        at = end
    return told


_LEAST_SEATS = 2
_NAMING = frozenset({Field.ROLE, Field.TITLE})
_HEADS_SEATS = frozenset({Field.OTHER, Field.ROLE, Field.TITLE, Field.HEADCOUNT, Field.CONDITIONS, Field.NOTES})


def _is_duty(told: Sequence["Unit"]) -> bool:
    """Whether the heading above is one of duties, skills or the like."""
    above = next((unit for unit in reversed(told) if unit.label is not None), None)
    return above is not None and above.label is not None and above.heading and above.label.field not in _HEADS_SEATS


def _is_listed(unit: "Unit", first: "Unit") -> bool:
    """Whether a line names a job and then what it pays, where it is, or how many are wanted."""
    alike = (unit.number is None) == (first.number is None) and (unit.number is not None or unit.bullet == first.bullet)
    if not alike or unit.label is not None or unit.question or (not unit.bullet and unit.paragraph != first.paragraph):
        return False
    words = unit.text[unit.body :].strip()
    found = _LISTED.match(words) or _COUNTED.match(words)
    if found is None or len(words) > _LONGEST_ROW or _SPOKEN.search(words) or _NO_NAME.search(found["job"]):
        return False
    parts = _parts(words[found.end("job") :])
    fields = [_field_of(words[found.end("job") :][slice(*part)].strip(" ,:()-"), second=False) for part in parts]
    counted = any(_is_count(words[found.end("job") :][slice(*part)]) for part in parts)
    return bool(parts) and (found["count"] is not None or counted or not _TELLING.isdisjoint(fields))


_LONGEST_ROW = 140
_NO_NAME = Pattern(r"\b(?:the|to|with|our|your|by|on|a|an|and|as|be|for|from|experience|report|reports)\b")


def _is_count(words: str) -> bool:
    """Whether a part says how many: `(2)`, `x 3`, `5 nos.`; a bare number may be anything."""
    return bool(_BRACKETED.match(words)) and not words.strip().isdecimal()


def _parts(rest: str) -> list[tuple[int, int]]:
    """What stands behind a job, between strokes, or commas where there are none."""
    divider = _STROKES if _STROKES.search(rest.lstrip(" -|,:(")) else _COMMAS
    edges = [0, *(edge for mark in divider.finditer(rest) for edge in mark.span()), len(rest)]
    spans = zip(edges[::2], edges[1::2], strict=True)
    return [(first, last) for first, last in spans if rest[first:last].strip(" ,:()-")]


def _row(unit: "Unit") -> Iterator["Unit"]:
    """A line of the list as cells: the job first, then its count and what stands behind it."""
    words = unit.text[unit.body :]
    found = _LISTED.match(words) or _COUNTED.match(words)
    if found is None:
        return
    yield replace(_cut(unit, unit.body + found.start("job"), unit.body + found.end("job"), Field.ROLE), bullet=ROW, cell=True)
    if found["count"]:
        yield replace(_cut(unit, unit.body + found.start("count"), unit.body + found.end("count"), Field.HEADCOUNT), cell=True)
    first = unit.body + found.end("job")
    rest = unit.text[first:]
    for place, (start, end) in enumerate(_parts(rest)):
        if (counted := _BRACKETED.match(rest[start:end])) and _is_count(rest[start:end]):
            begins, ends = (first + start + edge for edge in counted.span("count"))
            yield replace(_cut(unit, begins, ends, Field.HEADCOUNT), cell=True)
            continue
        lead = len(rest[start:end]) - len(rest[start:end].lstrip(" ,:(-"))
        field = _field_of(rest[start:end].strip(" ,:()-"), second=place == 0)
        yield replace(_cut(unit, first + start + lead, first + end, field), cell=True)


def _end_of_note(units: Sequence["Unit"], at: int) -> int:
    """Where the note that begins at a line ends; zero where none begins."""
    first = units[at]
    if not _is_short(first) or first.label is not None or _JOB.match(first.text[first.body :]) is None:
        return 0
    end = at + 1
    while end < len(units) and units[end].paragraph == first.paragraph and _is_short(units[end]):
        end += 1
    fields = [_field_of(unit.text[unit.body :].strip(), second=place == at + 1) for place, unit in enumerate(units[at + 1 : end], at + 1)]
    known = [field for field in fields if field is not Field.CONDITIONS]
    enough = len(fields) >= _LEAST_LINES and len(known) >= _LEAST_KNOWN and not _TELLING.isdisjoint(known)
    return end if enough else 0


def _is_short(unit: "Unit") -> bool:
    words = unit.text[unit.body :].strip()
    plain = not unit.bullet and not unit.question and len(words) <= _LONGEST and words[-1:] not in ".!?:;"
    return plain and not _SPOKEN.search(words) and not _SIGNED.search(words)


def _field_of(words: str, *, second: bool) -> Field:
    """What a line of a note is about; the second line of a note names the place where nothing else is sure."""
    for field, pattern in _KINDS:
        if pattern.search(words):
            return field
    return Field.LOCATION if second and _PLACE.match(words) else Field.CONDITIONS


def _noted(unit: "Unit", *, second: bool) -> "Unit":
    if unit.label is not None:
        return unit
    field = _field_of(unit.text[unit.body :].strip(), second=second)
    return replace(unit, bullet=NOTED, label=Label(field, unit.body, unit.body, unit.body))


def _headline(unit: "Unit") -> Iterator["Unit"]:
    """The note's first line: its count, its job, and what stands behind them."""
    found = _JOB.match(unit.text[unit.body :])
    if found is None:
        return
    start, end = (unit.body + place for place in found.span("job"))
    if "," in unit.text[end:]:
        # What stands behind a comma may be anything: the line is read as prose.
        yield unit
        return
    if found["count"]:
        yield _cut(unit, unit.body + found.start("count"), unit.body + found.end("count"), Field.HEADCOUNT)
    yield replace(_cut(unit, start, end, Field.ROLE), bullet="")
    rest = unit.text[end:]
    lead = _PART.match(rest)
    first = end + (lead.end() if lead else len(rest) - len(rest.lstrip(" ,-(")))
    if unit.text[first:].strip(" )"):
        if (counted := _BRACKETED.match(unit.text[end:])) and _is_count(unit.text[end:]):
            yield _cut(unit, end + counted.start("count"), end + counted.end("count"), Field.HEADCOUNT)
            return
        words = unit.text[first:].strip()
        yield _cut(unit, first, len(unit.text), _field_of(words, second=lead is not None and "," not in lead.group()))


_EXP = Pattern(r" (?:of )?exp(?:erience|\.)?\s*$")
"""Behind years that are all of a cell."""


def _cut(unit: "Unit", start: int, end: int, field: Field) -> "Unit":
    if field is Field.EXPERIENCE and (said := _EXP.search(unit.text[start:end])) is not None:
        end = start + said.start()
    return replace(unit, folded=unit.folded.cut(start, end), body=0, indent=0, bullet=NOTED, label=Label(field, 0, 0, 0))
