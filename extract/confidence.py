"""How sure a reading is: the log-odds of its signs, added up, as the share of such readings that were right.

The weights (`data/confidence.toml`) are fitted on generated mails by `bench/calibration.py --fit`, which also tells how well
they hold on mails that they were not fitted on.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from math import exp

from extract.clauses import Clause
from extract.cues import STANDING
from extract.findings import Finding
from extract.labels import Field
from requisitions.words import TERMS, Category

_LISTS = frozenset({Field.SKILL, Field.MUST, Field.PREFERRED})
_ANYTHING = frozenset({Field.NOTES, Field.CONDITIONS, Field.WORK, Field.ENVIRONMENT})
_CATEGORY = {
    Field.TITLE: Category.ROLE,
    Field.START: Category.PERIOD,
    Field.END: Category.PERIOD,
    Field.DURATION: Category.PERIOD,
    Field.OVERTIME: Category.SCHEDULE,
}
"""What fields are about whose name is no category's."""
_OF_A_PERSON = frozenset(
    {
        Category.SKILL,
        Category.QUALIFICATION,
        Category.EXPERIENCE,
        Category.TRAIT,
        Category.RATE,
        Category.AGE,
        Category.LOCATION,
        Category.PERIOD,
    }
)
"""What a person's profile tells as well: in open frames most wrong readings are of mails that ask for nobody."""
_LONG = 30
_LEAST = 0.5
"""Signs alone set no reading aside; words that leave a value open (`Finding.sure`) do."""


@cache
def _weights() -> dict[str, float]:
    """By sign; one that the fit never met says nothing."""
    table = tomllib.loads(files("extract").joinpath("data/confidence.toml").read_text(encoding="utf-8"))
    return {name: float(weight) for name, weight in table["weights"].items()}


def confidence_of(finding: Finding, *, stated: bool) -> float:
    """0..1, two decimals.

    Args:
        finding: what was read.
        stated: whether any word says how binding it is.
    """
    if finding.sure < _LEAST:
        return round(finding.sure, 2)
    weights = _weights()
    odds = weights["base"] + sum(weights.get(sign, 0.0) for sign in signs_of(finding, stated=stated))
    return round(max(_LEAST, 1 / (1 + exp(-odds))), 2)


def signs_of(finding: Finding, *, stated: bool) -> tuple[str, ...]:
    """The names of all that speaks for or against a reading, as the table of weights has them."""
    return (*_of_place(finding), *_of_words(finding), *(() if stated else ("unstated",)))


def _of_place(finding: Finding) -> Iterator[str]:
    """Where it stands: under a field that asks for such a thing, for another, under a label that nobody knows, or in prose."""
    unit = finding.clause.unit
    if unit.field in _LISTS:
        yield "foreign-field" if finding.category in TERMS else "listed"
    elif unit.field is Field.OTHER:
        yield "unknown-label"
    elif unit.field is not None and unit.field not in _ANYTHING:
        if _CATEGORY.get(unit.field, unit.field) == finding.category:
            yield "own-field"
        elif unit.label is not None:
            yield "foreign-field"


def _of_words(finding: Finding) -> Iterator[str]:
    """How it is worded, and how much of its clause it is."""
    clause = finding.clause
    length = _length(clause)
    share = (finding.end - finding.start) / length
    if finding.open_class:
        yield "open-class"
    if finding.sure < 1:
        yield "guessed"
    if finding.category in _OF_A_PERSON:
        yield "of-a-person"
    if any(cue.kind in STANDING for cue in clause.cues):
        yield "cue"
    if length > _LONG:
        yield "long-clause"
    if finding.start > clause.start:
        yield "inside-clause"
    if share > 0.8:
        yield "whole-clause"
    elif share < 0.25:
        yield "small-part"


def _length(clause: Clause) -> int:
    return max(1, len(clause.text.strip()))
