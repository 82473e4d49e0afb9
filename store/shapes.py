"""How a record lies in its table: one column for each field, whose kinds follow from the field's type."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from requisitions.messages import Problem
from requisitions.statements import Event, Flag, Requirement
from requisitions.versions import Change, Corrected, EventRow, FlagRow, Held, HintRow, Link, Mail, Requisition, Version
from store.bulk import Columns
from store.times import from_naive

Record = TypeVar("Record")

OFFSETS = {"start": "start_offset", "end": "end_offset"}


@dataclass(frozen=True)
class Shape(Generic[Record]):
    """The way of one kind of record into rows and back."""

    record: type[Record]
    renamed: Mapping[str, str]
    """Field → column, where the contract has another name for it."""
    elsewhere: frozenset[str] = frozenset()
    """Fields that stand in tables of their own."""

    @cached_property
    def _fields(self) -> tuple[tuple[str, str, Callable[[Any], Any] | None], ...]:
        hints = get_type_hints(self.record)
        names = [field.name for field in fields(self.record) if field.name not in self.elsewhere]  # type: ignore[arg-type]
        return tuple((name, self.renamed.get(name, name), _reviver(hints[name])) for name in names)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns in the order of the fields."""
        return tuple(column for _, column, _ in self._fields)

    @cached_property
    def _values(self) -> Callable[[Record], tuple[object, ...]]:
        return attrgetter(*(name for name, _, _ in self._fields))

    def row(self, record: Record) -> dict[str, object]:
        """The row of a record, without the fields that stand elsewhere."""
        return dict(zip(self.columns, self._values(record), strict=True))

    def read(self, row: Mapping[str, Any], **elsewhere: object) -> Record:
        """The record of a row and of what stands elsewhere."""
        for name, column, revive in self._fields:
            value = row[column]
            elsewhere[name] = value if value is None or revive is None else revive(value)
        return self.record(**elsewhere)

    def read_all(self, columns: Columns, **elsewhere: Sequence[object]) -> list[Record]:
        """The records of many rows, each column in one go; what stands elsewhere comes in the order of the rows."""
        told: dict[str, Sequence[object]] = {name: _revived(columns[column], revive) for name, column, revive in self._fields}
        told |= elsewhere
        return list(map(self.record, *(told[field.name] for field in fields(self.record))))  # type: ignore[arg-type]


def _revived(values: Sequence[Any], revive: Callable[[Any], Any] | None) -> Sequence[Any]:
    if revive is None:
        return values
    if revive is from_naive:
        return [None if value is None else from_naive(value) for value in values]
    # a column holds few different words
    known = {value: revive(value) for value in set(values) - {None}}
    return [known.get(value) for value in values]


def _reviver(hint: Any) -> Callable[[Any], Any] | None:  # noqa: ANN401 - a type hint may be anything
    kind = next((part for part in get_args(hint) if part is not NoneType), hint)
    if kind is datetime:
        return from_naive
    return kind if isinstance(kind, type) and issubclass(kind, StrEnum) else None


MAIL = Shape(Mail, {})
PROBLEM = Shape(Problem, {})
LINK = Shape(Link, {})
REQUIREMENT = Shape(Requirement, {**OFFSETS, "group": "alternatives"})
HELD = Shape(Held, {"stated_by": "speaker"}, frozenset({"requirement"}))
HINT = Shape(HintRow, {"stated_by": "speaker"}, frozenset({"hint"}))
EVENT = Shape(Event, {**OFFSETS, "at": "happened_at", "statement": "ordinal"})
EVENT_ROW = Shape(EventRow, {}, frozenset({"event"}))
FLAG = Shape(Flag, {**OFFSETS, "statement": "ordinal"})
FLAG_ROW = Shape(FlagRow, {}, frozenset({"flag"}))
VERSION = Shape(Version, {"number": "version"}, frozenset({"held"}))
CHANGE = Shape(Change, {})
CORRECTED = Shape(Corrected, {**OFFSETS, "by": "said_by", "at": "said_at"})
REQUISITION = Shape(Requisition, {}, frozenset({"aliases", "history", "mails", "links", "events", "flags", "risk"}))
