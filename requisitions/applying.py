"""One statement applied to the version before it: the table of DECISIONS.md D3."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from requisitions.alternatives import Identity, joined, partition
from requisitions.differences import by_identity, change_between
from requisitions.pairing import paired
from requisitions.relatives import moved_by
from requisitions.statements import Hint, Requirement
from requisitions.values import comparable, is_present, level
from requisitions.versions import Held, Stated, Version
from requisitions.words import Category, HintWhy, Mode, Necessity, Status

_NEAR = 4.0
"""How many times larger or smaller a bare number may be and still be of the held number's kind."""

Step = tuple[Category, str, str]
"""A relative step: its demand, and its words without what spellings differ in."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What a statement makes of a version."""

    version: Version
    """The version before, as the same object, where the same is demanded."""
    aside: tuple[Hint, ...]
    """What it says that does not hold."""
    steps: frozenset[Step]
    """The relative steps it took."""
    demands: bool
    """Whether it demands anything, so that an unmoved version counts as confirmed."""


@dataclass(frozen=True, slots=True)
class _Sorted:
    firm: tuple[Requirement, ...]
    aside: tuple[Hint, ...]
    steps: frozenset[Step]


def apply(
    version: Version | None, stated: Stated, *, requisition_id: str, min_confidence: float, taken: frozenset[Step] = frozenset()
) -> Applied:
    """Apply a statement: a `full` starts from nothing, an amendment from the version before.

    Args:
        version: What held; null for the first statement.
        stated: The statement.
        requisition_id: Whose version it is.
        min_confidence: Readings below it are set aside.
        taken: Relative steps that earlier mails took: none is taken twice.
    """
    statement, old = stated.statement, {} if version is None else by_identity(version)
    sorted_out = _sort_out(stated, old, min_confidence, taken)
    held = _held(stated, sorted_out, old)
    status = _status(version, stated)
    demands = statement.mode is Mode.FULL or statement.status_stated or bool(sorted_out.firm)
    if version is not None and version.status is status and _same_demands(old, held):
        return Applied(version, sorted_out.aside, sorted_out.steps, demands)
    new = Version(
        requisition_id=requisition_id,
        number=1 if version is None else version.number + 1,
        statement_id=stated.statement_id,
        sha256=stated.mail.sha256,
        message_id=stated.mail.message_id,
        stated_at=stated.mail.stated_at,
        known_at=stated.mail.known_at,
        stated_by=statement.stated_by,
        mode=statement.mode,
        status=status,
        held=tuple(held.values()),
    )
    return Applied(new, sorted_out.aside, sorted_out.steps, demands)


def _sort_out(stated: Stated, old: Mapping[Identity, Held], min_confidence: float, taken: frozenset[Step]) -> _Sorted:
    """Tell the firm demands, with the values that they have from now on, from those to be set aside."""
    mode = stated.statement.mode
    firm, aside, steps = [], list(stated.statement.hints), set()
    for requirement in paired(stated.statement.requirements, old, mode):
        why = _doubt(requirement, min_confidence)
        settled = None if why else _settled(requirement, old.get(requirement.identity), mode, taken)
        if settled is None:
            aside.append(Hint(requirement, why or HintWhy.UNRESOLVED))
            continue
        firm.append(settled)
        if requirement.relative:
            steps.add(_step(requirement))
    named = firm if mode is Mode.FULL else joined(firm, old, stated.statement_id)
    return _Sorted(tuple(named), tuple(aside), frozenset(steps))


def _doubt(requirement: Requirement, min_confidence: float) -> HintWhy | None:
    if requirement.hedged:
        return HintWhy.HEDGED
    if requirement.condition is not None:
        return HintWhy.CONDITIONAL
    return HintWhy.LOW_CONFIDENCE if requirement.confidence < min_confidence else None


def _settled(requirement: Requirement, held: Held | None, mode: Mode, taken: frozenset[Step]) -> Requirement | None:
    """The demand as it holds from now on; null for a relative step that can't be taken, or was."""
    was = held.requirement if held is not None and is_present(held.requirement) else None
    if requirement.necessity is Necessity.NOT_REQUIRED:
        return replace(requirement, min=None, max=None, unit=None, text=None, relative=False, group=None, group_need=None)
    if requirement.relative:
        step = _step(requirement)
        if was is None or mode is Mode.FULL or step in taken or step == _step(was):
            return None
        moved = moved_by(was, requirement)
        if moved is None:
            return None
        requirement = moved
    if not requirement.necessity_stated:
        requirement = replace(requirement, necessity=Necessity.MUST if was is None else was.necessity)
    if was is None:
        return requirement
    return _in_held_unit(requirement, was) if requirement.has_value else _carried(requirement, was)


def _step(requirement: Requirement) -> Step:
    return (requirement.category, requirement.key, comparable(requirement.evidence))


def _carried(requirement: Requirement, was: Requirement) -> Requirement:
    """A demand told without a value keeps the one it had, unless what was asked for is now refused."""
    if (requirement.necessity is Necessity.EXCLUDED) is not (was.necessity is Necessity.EXCLUDED):
        return requirement
    return replace(requirement, min=was.min, max=was.max, unit=was.unit, text=was.text)


def _in_held_unit(requirement: Requirement, was: Requirement) -> Requirement:
    """A bare number near the one that is held ("13.40 instead") is in its unit; one far from it may be anything."""
    bare = replace(requirement, unit=was.unit)
    old, new = level(was), level(bare)
    if requirement.unit is not None or was.unit is None or not old or not new:
        return requirement
    return bare if 1 / _NEAR <= new / old <= _NEAR else requirement


def _held(stated: Stated, sorted_out: _Sorted, old: Mapping[Identity, Held]) -> dict[Identity, Held]:
    """All that holds from now on. Unsure words move nothing: what they speak of stays as it was, also in a `full`."""
    told = {requirement.identity: _home(requirement, stated) for requirement in sorted_out.firm}
    if stated.statement.mode is Mode.AMENDMENT:
        return {**old, **told}
    unsure = paired((hint.requirement for hint in sorted_out.aside), old, Mode.FULL)
    spared = {requirement.identity for requirement in unsure} - told.keys()
    return {**told, **{identity: home for identity, home in old.items() if identity in spared}}


def _home(requirement: Requirement, stated: Stated) -> Held:
    mail = stated.mail
    return Held(requirement, mail.sha256, mail.message_id, mail.stated_at, requirement.stated_by or stated.statement.stated_by)


def _status(version: Version | None, stated: Stated) -> Status:
    """Status moves only if stated; a `full` is open unless it says otherwise."""
    if stated.statement.status_stated:
        return stated.statement.status
    return Status.OPEN if version is None or stated.statement.mode is Mode.FULL else version.status


def _same_demands(old: Mapping[Identity, Held], new: Mapping[Identity, Held]) -> bool:
    """Whether nothing moved, nothing was expressly waived for the first time, and the alternatives are the same."""
    return not any(_differs(old.get(identity), new.get(identity)) for identity in {*old, *new}) and partition(old) == partition(new)


def _differs(before: Held | None, after: Held | None) -> bool:
    was, now = (None if side is None else side.requirement for side in (before, after))
    newly_waived = was is None and now is not None and not is_present(now)
    return newly_waived or change_between(was, now) is not None


def moved_demands(before: Version, after: Version) -> Iterable[Requirement]:
    """The demands of `after` that differ from those of `before`."""
    old = by_identity(before)
    return (held.requirement for identity, held in by_identity(after).items() if _differs(old.get(identity), held))
