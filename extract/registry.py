"""Every kind of demand, in the order in which a form tells them: add one here and in a module of its own.

A finder is asked only where it could find anything: in its own fields, where the vocabulary has a term of its category, or where
one of its words stands. One RE2 set tells all of that for a clause in a microsecond (DECISIONS.md D17).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import re2

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.phrases import phrases
from extract.requirements import (
    age,
    background,
    carried,
    contract,
    experience,
    gender,
    grades,
    headcount,
    interview,
    labelled,
    language,
    lengthened,
    location,
    nationality,
    payment,
    period,
    qualification,
    rate,
    remote,
    role,
    schedule,
    settlement,
    skill,
    tier,
    trait,
)
from extract.scene import Scene
from requisitions.words import Category


@dataclass(frozen=True, slots=True)
class Finder:
    """One kind of demand and where it is worth asking for."""

    find: Callable[[Clause, Scene], Iterator[Finding]]
    name: str
    """Of its list of words in `data/phrases/registry.toml`; empty: words alone never ask for it."""
    categories: frozenset[Category] = frozenset()
    """Of terms that ask for it."""
    fields: frozenset[Field] = frozenset()
    """In which it is always asked."""


def _of(*categories: Category) -> frozenset[Category]:
    return frozenset(categories)


FINDERS = (
    Finder(role.find, "role", _of(Category.ROLE, Category.SKILL), frozenset({Field.ROLE, Field.TITLE})),
    Finder(skill.find, "", _of(Category.SKILL)),
    Finder(labelled.find, "labelled"),
    Finder(carried.find, "labelled"),
    Finder(lengthened.find, "lengthened"),
    Finder(background.find, "background"),
    Finder(experience.find, "experience", _of(Category.EXPERIENCE), frozenset({Field.EXPERIENCE})),
    Finder(qualification.find, "qualification", _of(Category.QUALIFICATION)),
    Finder(grades.find, "grades"),
    Finder(language.find, "language", _of(Category.LANGUAGE)),
    Finder(trait.find, "", _of(Category.TRAIT)),
    Finder(rate.find, "rate", fields=frozenset({Field.RATE})),
    Finder(settlement.find, "settlement", fields=frozenset({Field.SETTLEMENT})),
    Finder(location.find, "location", fields=frozenset({Field.LOCATION})),
    Finder(remote.find, "remote", fields=frozenset({Field.REMOTE, Field.LOCATION})),
    Finder(period.find, "period", fields=frozenset({Field.PERIOD, Field.START, Field.END, Field.DURATION})),
    Finder(schedule.find, "schedule", fields=frozenset({Field.SCHEDULE, Field.OVERTIME})),
    Finder(headcount.find, "headcount", fields=frozenset({Field.HEADCOUNT})),
    Finder(interview.find, "interview", fields=frozenset({Field.INTERVIEW})),
    Finder(contract.find, "contract", _of(Category.CONTRACT)),
    Finder(tier.find, "tier", fields=frozenset({Field.TIER})),
    Finder(age.find, "age", fields=frozenset({Field.AGE})),
    Finder(gender.find, "gender", fields=frozenset({Field.GENDER})),
    Finder(nationality.find, "nationality", fields=frozenset({Field.NATIONALITY})),
    Finder(payment.find, "payment", fields=frozenset({Field.PAYMENT})),
)


@cache
def _sieve() -> tuple[Any, tuple[int, ...]]:
    """The words of all finders as one set, with the finder of each."""
    sieve, owners = re2.Set.SearchSet(), []
    for number, finder in enumerate(FINDERS):
        if finder.name:
            sieve.Add(phrases("registry", finder.name).pattern)
            owners.append(number)
    sieve.Compile()
    return sieve, tuple(owners)


_IN_FIELD: Mapping[Field | None, frozenset[int]] = {
    field: frozenset(number for number, finder in enumerate(FINDERS) if field in finder.fields) for field in (*Field, None)
}
_AT_TERM: Mapping[Category, frozenset[int]] = {
    category: frozenset(number for number, finder in enumerate(FINDERS) if category in finder.categories) for category in Category
}
"""The finders that a field asks for, and those that a term of a category does."""


def findings_in(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """What all finders find in a clause."""
    sieve, owners = _sieve()
    start = clause.unit.body if clause.start == clause.unit.value else clause.start
    asked = {owners[hit] for hit in sieve.Match(clause.unit.text[start : clause.end]) or ()}
    asked |= _IN_FIELD[clause.unit.field]
    for hit in scene.hits(clause):
        asked |= _AT_TERM[hit.entry.category]
    for number in sorted(asked):
        yield from FINDERS[number].find(clause, scene)
