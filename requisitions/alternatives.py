"""Groups: demands of which some are enough ("Java or Kotlin"), kept apart from the groups of other mails."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from requisitions.statements import Requirement
from requisitions.values import is_present
from requisitions.versions import Held
from requisitions.words import Category

Identity = tuple[Category, str]


def joined(requirements: Iterable[Requirement], held: Mapping[Identity, Held], statement_id: str) -> list[Requirement]:
    """An amendment's requirements, their groups joined to held ones they share a member with, else named after the statement.

    A demand told again outside any group stays in the one that it was in: an amendment touches only what it names.
    """
    named = list(requirements)
    names = {group: _name(group, named, held, statement_id) for group in {requirement.group for requirement in named} if group}
    return [_member(requirement, held, names) for requirement in named]


def _name(group: str, named: Iterable[Requirement], held: Mapping[Identity, Held], statement_id: str) -> str:
    members = (held.get(requirement.identity) for requirement in named if requirement.group == group)
    homes = {member.requirement.group for member in members if member is not None and is_present(member.requirement)}
    return min((home for home in homes if home), default=f"{statement_id}:{group}")


def _member(requirement: Requirement, held: Mapping[Identity, Held], names: Mapping[str, str]) -> Requirement:
    home = held.get(requirement.identity)
    if requirement.group:
        return replace(requirement, group=names[requirement.group])
    if home is None or not is_present(home.requirement) or not is_present(requirement):
        return requirement
    return replace(requirement, group=home.requirement.group, group_need=home.requirement.group_need)


def partition(held: Mapping[Identity, Held]) -> frozenset[tuple[frozenset[Identity], int]]:
    """Which demands are alternatives to each other, and how many are enough, whatever the groups are called."""
    groups: dict[str, set[Identity]] = {}
    needs: dict[str, int] = {}
    for identity, home in held.items():
        requirement = home.requirement
        if requirement.group and is_present(requirement):
            groups.setdefault(requirement.group, set()).add(identity)
            needs[requirement.group] = max(needs.get(requirement.group, 1), requirement.group_need or 1)
    return frozenset((frozenset(members), needs[group]) for group, members in groups.items() if len(members) > 1)
