"""Does a change make the seat harder to fill with the people who fitted before? The table of GUIDELINES.md section 7."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from requisitions.statements import Requirement
from requisitions.values import Move, bounds, is_present, level, move, same_unit, text_parts
from requisitions.words import Category, ChangeKind, Effect, Necessity

_LANGUAGE_LADDERS = (("n5", "n4", "n3", "n2", "n1"), ("a1", "a2", "b1", "b2", "c1", "c2"))
"""Levels of JLPT and CEFR, the lowest rung first."""

_REMOTE_RANKS = {"none": 0, "partial": 1, "full": 2}
"""For where nobody says how many days."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One difference between neighbouring versions, with what of its surroundings the effect depends on."""

    kind: ChangeKind
    before: Requirement | None
    after: Requirement | None
    alternative: bool = False
    """Added to alternatives of which one was asked before, or lost from alternatives of which one is still asked."""
    replaced: bool = False
    """Removed because another demand takes its place."""

    @property
    def requirement(self) -> Requirement:
        """The demand in force, else the one that was."""
        found = self.after if is_present(self.after) else self.before
        if found is None:
            raise ValueError("a change needs a demand before or after it")
        return found

    @property
    def decides(self) -> bool:
        """Whether it ever decided who fits: something merely preferred never did."""
        sides = (side for side in (self.before, self.after) if is_present(side))
        return any(side is not None and side.necessity is not Necessity.PREFERRED for side in sides)

    @property
    def flips(self) -> bool:
        """Whether something asked for is now refused, or the reverse."""
        return self.kind is ChangeKind.ALTERED and self.before is not None and self.before.necessity is not self.requirement.necessity


def effect_of(moved: Moved) -> Effect:
    """The effect of a change; of several rows of the table that fit, the most special one."""
    if not moved.decides:
        return Effect.NEUTRAL
    found = moved.requirement
    rule = _BY_KEY.get(found.identity) or _BY_CATEGORY.get(found.category) or _demand
    return rule(moved)


def _demand(moved: Moved, *, up: Effect = Effect.HARDER) -> Effect:
    """The general rows: must or excluded, added, removed, raised, lowered, promoted, demoted."""
    return _PLAIN.get((moved.kind, moved.alternative)) or _value(moved, up=up)


def _value(moved: Moved, *, up: Effect) -> Effect:
    before, after = moved.before, moved.after
    if before is None or after is None:
        return Effect.NEUTRAL
    if moved.flips or not before.has_value:
        return Effect.HARDER
    went = move(before, after)
    if went is Move.APART:
        return _range(before, after) or Effect.NEUTRAL
    if went is Move.UP:
        return up
    return _opposite(up) if went is Move.DOWN else Effect.NEUTRAL


def _opposite(effect: Effect) -> Effect:
    return {Effect.HARDER: Effect.EASIER, Effect.EASIER: Effect.HARDER}.get(effect, effect)


def _never(_: Moved) -> Effect:
    return Effect.NEUTRAL


def _place_taken(moved: Moved) -> Effect:
    """A role or contract form: dropped for another, it shuts out those who came for it; one that is no longer refused lets people in."""
    if moved.kind is ChangeKind.REMOVED and moved.replaced:
        return Effect.HARDER
    if moved.flips and moved.requirement.necessity is Necessity.MUST:
        return Effect.EASIER
    return _demand(moved)


def _rate(moved: Moved) -> Effect:
    if moved.kind is ChangeKind.ADDED or _incomparable(moved):
        return Effect.NEUTRAL
    return _demand(moved, up=Effect.EASIER)


def _incomparable(moved: Moved) -> bool:
    before, after = moved.before, moved.after
    return moved.kind is ChangeKind.ALTERED and before is not None and after is not None and move(before, after) is None


def _count(moved: Moved) -> Effect:
    """Rounds of interviews, days until payment: a number told for the first time says nothing."""
    newly_told = moved.kind is ChangeKind.ADDED or _incomparable(moved)
    return Effect.NEUTRAL if newly_told else _demand(moved)


def _remote(moved: Moved) -> Effect:
    if moved.kind is ChangeKind.ADDED:
        return Effect.HARDER if moved.requirement.text == "none" else Effect.EASIER
    if moved.kind in _NECESSITY_ONLY or moved.before is None or moved.after is None:
        return _demand(moved)
    was, now = level(moved.before), level(moved.after)
    if was is None or now is None:
        was, now = (_REMOTE_RANKS.get(side.text or "", 0) for side in (moved.before, moved.after))
    return Effect.NEUTRAL if was == now else Effect.EASIER if now > was else Effect.HARDER


def _width(moved: Moved, *, up: Effect = Effect.EASIER) -> Effect:
    """Tiers, ages, nationalities, classes of visa: narrower is harder, wider easier."""
    before, after = moved.before, moved.after
    if before is None or after is None or moved.kind in _NECESSITY_ONLY or moved.flips:
        return _demand(moved)
    return _range(before, after) or _demand(moved, up=up)


def _settlement(moved: Moved) -> Effect:
    """A band of hours; one that merely slides up means longer hours."""
    return Effect.NEUTRAL if moved.kind is ChangeKind.ADDED else _width(moved, up=Effect.HARDER)


def _range(before: Requirement, after: Requirement) -> Effect | None:
    """Harder where the value lies within the one before, easier the other way round; null where neither does."""
    if level(before) is None and level(after) is None:
        was, now = text_parts(before.text or ""), text_parts(after.text or "")
        narrower, wider = bool(now) and now < was, bool(was) and was < now
    elif same_unit(before, after) and level(before) is not None and level(after) is not None:
        narrower, wider = _within(after, before), _within(before, after)
    else:
        return None
    return None if narrower is wider else Effect.HARDER if narrower else Effect.EASIER


def _within(inner: Requirement, outer: Requirement) -> bool:
    (low, high), (least, most) = bounds(inner), bounds(outer)
    return (least is None or (low is not None and low >= least)) and (most is None or (high is not None and high <= most))


def _start(moved: Moved) -> Effect:
    """Earlier leaves out those who are not free yet, and so does a fixed day in place of "at once"."""
    if moved.kind is ChangeKind.ADDED:
        return Effect.NEUTRAL
    if moved.kind is not ChangeKind.ALTERED:
        return _demand(moved)
    was, now = (("" if side is None else side.text) or "" for side in (moved.before, moved.after))
    if "immediate" in {was, now}:
        return Effect.HARDER
    shared = min(len(was), len(now))
    return Effect.HARDER if now[:shared] < was[:shared] else Effect.NEUTRAL


def _hours(moved: Moved) -> Effect:
    """Clock times; a weekly total told beside them says nothing new."""
    if moved.kind is ChangeKind.ADDED or (moved.requirement.unit or "").startswith("hour_per_"):
        return Effect.NEUTRAL
    if moved.kind is not ChangeKind.ALTERED:
        return _demand(moved)
    was, now = (_minutes("" if side is None else side.text or "") for side in (moved.before, moved.after))
    if not was or not now or was == now:
        return Effect.NEUTRAL
    return Effect.HARDER if now > was else Effect.EASIER


def _minutes(clock: str) -> int:
    """Length of the working day in a text such as `9:00-17:30`, several shifts added up."""
    total = 0
    for shift in clock.split("/"):
        times = [part.strip().partition(":") for part in shift.split("-")]
        if len(times) == 2 and all(hour.isdecimal() and minute.isdecimal() for hour, _, minute in times):
            start, end = (int(hour) * 60 + int(minute) for hour, _, minute in times)
            total += (end - start) % 1440
    return total


def _language(moved: Moved) -> Effect:
    if moved.kind is ChangeKind.ALTERED and moved.before is not None and not moved.flips:
        was, now = ((side.text or "").strip().casefold() for side in (moved.before, moved.requirement))
        for ladder in _LANGUAGE_LADDERS:
            if was in ladder and now in ladder:
                return Effect.HARDER if ladder.index(now) > ladder.index(was) else Effect.EASIER
    return _demand(moved)


_PLAIN: Mapping[tuple[ChangeKind, bool], Effect] = {
    (ChangeKind.ADDED, False): Effect.HARDER,
    (ChangeKind.ADDED, True): Effect.EASIER,
    (ChangeKind.REMOVED, False): Effect.EASIER,
    (ChangeKind.REMOVED, True): Effect.HARDER,
    (ChangeKind.PROMOTED, False): Effect.HARDER,
    (ChangeKind.DEMOTED, False): Effect.EASIER,
}

_NECESSITY_ONLY = frozenset({ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.PROMOTED, ChangeKind.DEMOTED})

_BY_KEY: Mapping[tuple[Category, str], Callable[[Moved], Effect]] = {
    (Category.PERIOD, "start-date"): _start,
    (Category.PERIOD, "end-date"): _never,
    (Category.PERIOD, "duration"): _never,
    (Category.SCHEDULE, "working-hours"): _hours,
}

_BY_CATEGORY: Mapping[Category, Callable[[Moved], Effect]] = {
    Category.ROLE: _place_taken,
    Category.CONTRACT: _place_taken,
    Category.RATE: _rate,
    Category.INTERVIEW: _count,
    Category.PAYMENT: _count,
    Category.REMOTE: _remote,
    Category.LOCATION: _never,
    Category.HEADCOUNT: _never,
    Category.SETTLEMENT: _settlement,
    Category.TIER: _width,
    Category.AGE: _width,
    Category.NATIONALITY: _width,
    Category.LANGUAGE: _language,
}
