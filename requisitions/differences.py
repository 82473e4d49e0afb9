"""What moved from one version to the next (DECISIONS.md D4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from requisitions.effects import Moved, effect_of
from requisitions.identity import change_id
from requisitions.statements import Requirement
from requisitions.values import Move, is_present, move, same_value, value_with_necessity, value_words
from requisitions.versions import Change, Held, Stated, Version
from requisitions.words import STATUS_CATEGORY, Category, ChangeKind, Effect, Mode, Necessity, Status

_BINDING = frozenset({Necessity.MUST, Necessity.EXCLUDED})
_PLACES_TO_FILL = frozenset({Category.ROLE, Category.CONTRACT})
_STATUS_CHANGES = {Status.OPEN: ChangeKind.REOPENED, Status.PAUSED: ChangeKind.PAUSED, Status.CLOSED: ChangeKind.CLOSED}


def diff(before: Version, after: Version, stated: Stated, *, baseline: bool = False) -> tuple[Change, ...]:
    """The changes that `stated` made of `before` into `after`: of the seat itself first, then in the order of the demands.

    Args:
        before: The version that held.
        after: The version that holds now.
        stated: The statement that made it: gives reasons, speaker, and the words on the status.
        baseline: The first `full` of a seat that an amendment founded: only demands present in both can change.
    """
    changes = [_status_change(before, after, stated)] if before.status is not after.status else []
    for pair in _pairs(before, after):
        kind = change_between(pair.was, pair.now)
        if kind is None or (baseline and kind in {ChangeKind.ADDED, ChangeKind.REMOVED}):
            continue
        changes.append(_change(pair, kind, after, stated, _effect(pair, kind, before, after)))
    return tuple(changes)


def change_between(before: Requirement | None, after: Requirement | None) -> ChangeKind | None:
    """What happened to one demand: the first line of D4's table that fits."""
    if before is None or not is_present(before):
        return ChangeKind.ADDED if is_present(after) else None
    if after is None or not is_present(after):
        return ChangeKind.REMOVED
    if before.necessity is not after.necessity:
        if before.necessity in _BINDING and after.necessity in _BINDING:
            return ChangeKind.ALTERED
        return ChangeKind.PROMOTED if after.necessity in _BINDING else ChangeKind.DEMOTED
    if same_value(before, after):
        return None
    return {Move.UP: ChangeKind.RAISED, Move.DOWN: ChangeKind.LOWERED}.get(move(before, after) or Move.NONE, ChangeKind.ALTERED)


@dataclass(frozen=True, slots=True)
class _Pair:
    """One demand in both versions."""

    before: Held | None
    after: Held | None

    @property
    def was(self) -> Requirement | None:
        return None if self.before is None else self.before.requirement

    @property
    def now(self) -> Requirement | None:
        return None if self.after is None else self.after.requirement

    @property
    def requirement(self) -> Requirement:
        found = self.now or self.was
        if found is None:
            raise ValueError("a pair needs one side")
        return found


def _pairs(before: Version, after: Version) -> Iterator[_Pair]:
    old, new = by_identity(before), by_identity(after)
    yield from (_Pair(old.get(identity), held) for identity, held in new.items())
    yield from (_Pair(held, None) for identity, held in old.items() if identity not in new)


def by_identity(version: Version) -> Mapping[tuple[Category, str], Held]:
    """The demands of a version by what makes them the same (D1)."""
    return {held.requirement.identity: held for held in version.held}


def _change(pair: _Pair, kind: ChangeKind, after: Version, stated: Stated, effect: Effect) -> Change:
    spoken, statement, demand = pair.now, stated.statement, pair.requirement
    implied = spoken is None and stated.statement.mode is Mode.FULL
    before, now = _words(pair, kind)
    return Change(
        change_id=change_id(stated.mail.sha256, statement.ordinal, demand.category, demand.key, kind),
        requisition_id=after.requisition_id,
        version=after.number,
        sha256=stated.mail.sha256,
        message_id=stated.mail.message_id,
        stated_at=stated.mail.stated_at,
        known_at=stated.mail.known_at,
        category=demand.category.value,
        key=demand.key,
        label=demand.label,
        change=kind,
        effect=effect,
        reason=(spoken.reason if spoken else None) or statement.reason,
        stated_by=(spoken.stated_by if spoken else None) or statement.stated_by,
        before=before,
        after=now,
        implied=implied,
        before_message_id=pair.before.message_id if pair.before else None,
        before_evidence=pair.before.requirement.evidence if pair.before else None,
        evidence=None if spoken is None else spoken.evidence,
    )


def _words(pair: _Pair, kind: ChangeKind) -> tuple[str | None, str | None]:
    """The values in words; with the necessity where that is what moved."""
    was, now = pair.was, pair.now
    both = was is not None and now is not None and kind not in {ChangeKind.ADDED, ChangeKind.REMOVED}
    say = value_with_necessity if both and was and now and was.necessity is not now.necessity else value_words
    before = say(was) if was is not None and is_present(was) else None
    return before, say(now) if now is not None and is_present(now) else None


def _effect(pair: _Pair, kind: ChangeKind, before: Version, after: Version) -> Effect:
    alternative = False
    if kind is ChangeKind.ADDED and pair.now is not None:
        alternative = _has_mate(pair.now, after, before)
    elif kind is ChangeKind.REMOVED and pair.was is not None:
        alternative = _has_mate(pair.was, before, after)
    replaced = kind is ChangeKind.REMOVED and pair.was is not None and _is_replaced(pair.was, before, after)
    return effect_of(Moved(kind, pair.was, pair.now, alternative=alternative, replaced=replaced))


def _has_mate(demand: Requirement, here: Version, there: Version) -> bool:
    """Whether an alternative to `demand` in one version was, or is, asked for in the other too."""
    if demand.group is None:
        return False
    others = by_identity(there)
    mates = (held.requirement for held in here.held if held.requirement.group == demand.group)
    return any(
        is_present(mate) and mate.identity != demand.identity and mate.identity in others and is_present(others[mate.identity].requirement)
        for mate in mates
    )


def _is_replaced(demand: Requirement, before: Version, after: Version) -> bool:
    """Whether something takes the place of a dropped role or contract form: one of its kind, or for a role other work."""
    if demand.category not in _PLACES_TO_FILL:
        return False
    kinds = {demand.category} if demand.category is Category.CONTRACT else {Category.ROLE, Category.EXPERIENCE}
    old = by_identity(before)
    return any(
        held.requirement.necessity is Necessity.MUST
        and held.requirement.category in kinds
        and not is_present(old[held.requirement.identity].requirement if held.requirement.identity in old else None)
        for held in after.held
    )


def _status_change(before: Version, after: Version, stated: Stated) -> Change:
    statement = stated.statement
    kind = _STATUS_CHANGES[after.status]
    return Change(
        change_id=change_id(stated.mail.sha256, statement.ordinal, STATUS_CATEGORY, STATUS_CATEGORY, kind),
        requisition_id=after.requisition_id,
        version=after.number,
        sha256=stated.mail.sha256,
        message_id=stated.mail.message_id,
        stated_at=stated.mail.stated_at,
        known_at=stated.mail.known_at,
        category=STATUS_CATEGORY,
        key=STATUS_CATEGORY,
        label=STATUS_CATEGORY,
        change=kind,
        effect=Effect.NEUTRAL,
        reason=statement.status_reason or statement.reason,
        stated_by=statement.stated_by,
        before=before.status.value,
        after=after.status.value,
        implied=not statement.status_stated,
        before_message_id=None,
        before_evidence=None,
        evidence=statement.status_evidence,
    )
