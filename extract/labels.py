"""Which field a label names: 単価, Day rate, ≪必須≫."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from extract.folding import fold_term


class Field(StrEnum):
    """The fields of a requisition form, by what their values are about."""

    TITLE = "title"
    REFERENCE = "reference"
    CLIENT = "client"
    ROLE = "role"
    WORK = "work"
    ENVIRONMENT = "environment"
    SKILL = "skill"
    MUST = "must"
    PREFERRED = "preferred"
    RATE = "rate"
    SETTLEMENT = "settlement"
    LOCATION = "location"
    REMOTE = "remote"
    PERIOD = "period"
    START = "start"
    END = "end"
    DURATION = "duration"
    SCHEDULE = "schedule"
    OVERTIME = "overtime"
    HEADCOUNT = "headcount"
    INTERVIEW = "interview"
    CONTRACT = "contract"
    TIER = "tier"
    AGE = "age"
    GENDER = "gender"
    NATIONALITY = "nationality"
    PAYMENT = "payment"
    LANGUAGE = "language"
    QUALIFICATION = "qualification"
    EXPERIENCE = "experience"
    TRAIT = "trait"
    NOTES = "notes"
    CONDITIONS = "conditions"
    REPLY = "reply"
    OTHER = "other"
    """A label that nobody knows: it ends the field before it and says nothing itself."""


LIST_FIELDS = frozenset(
    {
        Field.SKILL,
        Field.MUST,
        Field.PREFERRED,
        Field.EXPERIENCE,
        Field.QUALIFICATION,
        Field.LANGUAGE,
        Field.TRAIT,
    }
)
"""Fields whose every item is a demand."""

DESCRIBING_FIELDS = frozenset({Field.WORK, Field.ENVIRONMENT, Field.TITLE, Field.CLIENT, Field.REPLY, Field.REFERENCE})
"""Fields that describe the work or the mail: never a demand by themselves (FIELD.md 4)."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line: which field, as written in `text[start:end]`, its value from `value` on."""

    field: Field
    start: int
    end: int
    value: int


def squash(text: str) -> str:
    """A label without blanks and decoration, as the lexicon keeps it."""
    return "".join(char for char in text if not char.isspace() and char not in "■□◆◇●○◎▼▽▲△★☆※*#・-=_~'\"")


@cache
def lexicon() -> dict[str, Field]:
    """Every known spelling of a label, squashed."""
    table = tomllib.loads(files("extract").joinpath("data/labels.toml").read_text(encoding="utf-8"))
    return {squash(fold_term(name)): Field(field) for field, names in table.items() for name in names}


def field_of(name: str, *, compound: bool = True) -> Field | None:
    """The field that a folded label names, or null where the lexicon has no such label.

    Compound labels (`場所・勤務形態`, `Start / length`) take the first part that is known, unless `compound` is false.
    """
    known = lexicon()
    whole = squash(name)
    if whole in known:
        return known[whole]
    bare = name.partition("(")[0]
    if bare != name and squash(bare) in known:
        return known[squash(bare)]
    if not compound:
        return None
    for separator in ("/", "・", "&", " and ", "、", ",", "と", "|"):
        if separator in name:
            for part in name.split(separator):
                if squash(part) in known:
                    return known[squash(part)]
    return None
