"""The same demand in other words: keys that no vocabulary knows meet the key that is held (DECISIONS.md D4)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from requisitions.statements import Requirement
from requisitions.values import comparable, is_present
from requisitions.versions import Held
from requisitions.words import Category, Mode, Necessity

_LEAST_ASCII = 3
_LEAST_OTHER = 2
"""Shorter labels stand in too many others to tell anything."""


def paired(requirements: Iterable[Requirement], held: Mapping[tuple[Category, str], Held], mode: Mode) -> list[Requirement]:
    """The requirements, each key that nobody holds replaced by the held key that says the same.

    In a `full`, labels of open-class keys that contain each other say the same. An amendment adds more often than it rewords, so
    there a dropped open-class demand looks for the held one that its words stand in, and a wider word for the only one it can mean.
    In both, what is held as a skill may be told as an experience, and the other way round: few writers keep the two apart.
    """
    named = list(requirements)
    taken = {requirement.identity for requirement in named}
    told = []
    for requirement in named:
        mate = _kin(requirement, held, taken)
        if mate is None and _may_pair(requirement, held, mode):
            mate = _mate(requirement, held, taken, mode)
        if mate is not None:
            taken.add(mate.identity)
        told.append(requirement if mate is None else replace(requirement, category=mate.category, key=mate.key))
    return told


_KIN = {Category.SKILL: Category.EXPERIENCE, Category.EXPERIENCE: Category.SKILL}


def _kin(
    requirement: Requirement, held: Mapping[tuple[Category, str], Held], taken: Collection[tuple[Category, str]]
) -> Requirement | None:
    """The demand of the same key that is held under the other name; null where both are told, or the key is held as it is told."""
    other = _KIN.get(requirement.category)
    if other is None or requirement.identity in held or (other, requirement.key) in taken:
        return None
    mate = held.get((other, requirement.key))
    return mate.requirement if mate is not None and is_present(mate.requirement) else None


def _may_pair(requirement: Requirement, held: Mapping[tuple[Category, str], Held], mode: Mode) -> bool:
    dropped = requirement.necessity is Necessity.NOT_REQUIRED
    if mode is Mode.AMENDMENT and requirement.category in _GENERAL and requirement.identity not in held:
        return True
    return requirement.open_class and requirement.identity not in held and (mode is Mode.FULL or dropped)


def _mate(
    requirement: Requirement, held: Mapping[tuple[Category, str], Held], taken: Collection[tuple[Category, str]], mode: Mode
) -> Requirement | None:
    if mode is Mode.AMENDMENT and not (requirement.open_class and requirement.necessity is Necessity.NOT_REQUIRED):
        return _general(requirement, held, taken)
    label = comparable(requirement.label)
    candidates = [
        other.requirement
        for other in held.values()
        if other.requirement.category is requirement.category
        and is_present(other.requirement)
        and other.requirement.identity not in taken
        and _says_the_same(label, comparable(other.requirement.label), both_ways=mode is Mode.FULL)
    ]
    return min(candidates, key=lambda mate: (abs(len(comparable(mate.label)) - len(label)), mate.key), default=None)


_GENERAL = frozenset({Category.EXPERIENCE, Category.QUALIFICATION})
"""Where an amendment may name a held demand by a wider word: JSTQB for its Foundation level, leader for team leader."""

_ANY_EXPERIENCE = "experience"
"""The key of years that name no subject ("経験年数も3年以上")."""


def _general(
    requirement: Requirement, held: Mapping[tuple[Category, str], Held], taken: Collection[tuple[Category, str]]
) -> Requirement | None:
    """The only held demand that a wider word can mean; null where none or several can."""
    words = set(requirement.key.split("-"))
    mates = [
        other.requirement
        for other in held.values()
        if other.requirement.category is requirement.category
        and is_present(other.requirement)
        and other.requirement.identity not in taken
        and (words < set(other.requirement.key.split("-")) or _is_bare_years(requirement, other.requirement))
    ]
    return mates[0] if len(mates) == 1 else None


def _is_bare_years(requirement: Requirement, other: Requirement) -> bool:
    return requirement.key == _ANY_EXPERIENCE and requirement.min is not None and other.min is not None


def _says_the_same(label: str, other: str, *, both_ways: bool) -> bool:
    shorter = min(label, other, key=len)
    if len(shorter) < (_LEAST_ASCII if shorter.isascii() else _LEAST_OTHER):
        return False
    return label in other or (both_ways and other in label)
