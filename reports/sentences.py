"""What a report says, before it is said in a language: a template of the catalogue with typed values."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from requisitions.statements import Requirement
from requisitions.versions import Mail


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things; `noun` is an entry `count.…` of the catalogue, which knows the plural."""

    number: int
    noun: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, shown with its minute."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Day:
    """A day in prose."""

    on: date


@dataclass(frozen=True, slots=True)
class Name:
    """A name or other words from a mail: hostile until shown, and never translated."""

    text: str


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote a mail: the person as the mail shows him, and his firm as the configuration calls it."""

    person: str
    firm: str | None = None

    @classmethod
    def of(cls, mail: Mail) -> "Writer":
        """The writer of a mail; a firm that his own name holds already is not said twice."""
        person, firm = (unicodedata.normalize("NFKC", text).casefold() for text in (mail.sender, mail.organisation or ""))
        return cls(mail.sender, mail.organisation if firm and firm not in person else None)


@dataclass(frozen=True, slots=True)
class Item:
    """A demand by its name: the label of a skill, else its category, unless the label is asked for."""

    category: str
    key: str
    label: str
    by_label: bool = False
    refused: bool = False
    """Who has it is turned away."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a demand asks, for people: `65万円/月`, `3+ years, must`."""

    requirement: Requirement
    bare: bool = False
    """Without the necessity."""


@dataclass(frozen=True, slots=True)
class Points:
    """A difference of shares, from -1 to 1, shown in points of a hundred: `+7.0`, `−4.7`."""

    difference: float
    signed: bool = True
    """Whether its direction is shown; without, only its size is."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Things in a row, joined as the language does; what reads the same is said once."""

    parts: tuple["Term", ...]
    limit: int | None = None
    """After how many the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template by its id in the catalogue, and the values that it names."""

    key: str
    values: tuple[tuple[str, "Term"], ...] = ()


Term: TypeAlias = int | Count | Points | Moment | Day | Name | Writer | Item | Value | Listed | Sentence


def say(key: str, /, **values: Term) -> Sentence:
    """A sentence of the catalogue with its values."""
    return Sentence(key, tuple(sorted(values.items())))


def listed(parts: Sequence[Term], limit: int = 4) -> Listed:
    """The first things of a row, and how many are left."""
    return Listed(tuple(parts), limit)
