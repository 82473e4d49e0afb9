"""Which changes follow from a statement: the rules of the corpus' guidelines, section 7, written for themselves.

`requisitions` has its own, and is measured by this one.
"""

from collections.abc import Callable
from dataclasses import replace

from bench.mailgen.truth import Change, Demand, Record, Statement, find

RANK = {"preferred": 1, "must": 2, "excluded": 2}
REMOTE = {"none": 0.0, "full": 5.0}
NEUTRAL_WHEN_TOLD = frozenset({"rate", "interview", "settlement", "payment"})
RAISED_IS_EASIER = frozenset({"rate", "remote", "tier", "age"})
ANY_EFFECT = ("neutral", "harder", "easier")


def level(demand: Demand) -> float | None:
    """The value as one number: the upper bound, else the lower; remote by days at home."""
    if demand.category == "remote" and demand.min is None and demand.max is None:
        return REMOTE.get(demand.text or "")
    return demand.max if demand.max is not None else demand.min


def change_between(old: Demand, new: Demand) -> str | None:
    """What a demand's way from one version to the next is called; null where nothing moved."""
    if RANK[old.necessity] != RANK[new.necessity]:
        return "promoted" if RANK[new.necessity] == 2 else "demoted"
    if new.value in (old.value, (None, None, None, None)):
        return None
    a, b = level(old), level(new)
    if a is None or b is None or (old.unit != new.unit and new.category != "remote"):
        return "altered"
    lows = (old.min, new.min) if old.min is not None and new.min is not None else (0.0, 0.0)
    if a == b and lows[0] == lows[1]:
        return None if old.text == new.text else "altered"
    if (b - a) * (lows[1] - lows[0]) < 0:
        return "altered"
    return "raised" if (b, lows[1]) > (a, lows[0]) else "lowered"


def effects(change: str, old: Demand | None, new: Demand | None, *, replaced: bool = False) -> tuple[str, ...]:
    """The right readings of a change's effect, the table's first."""
    told = new or old
    assert told is not None
    category, first = told.category, told.keys[0]
    if category == "settlement" and change != "added":
        return ANY_EFFECT
    if category in {"headcount", "location"} or first in {"end-date", "duration"}:
        return ("neutral",)
    if all(one is None or one.necessity == "preferred" for one in (old, new)):
        return ("neutral",)
    if change in {"promoted", "demoted"}:
        return ("harder",) if change == "promoted" else ("easier",)
    if change == "removed":
        return ("harder", "easier", "neutral") if replaced and category in {"role", "contract"} else ("easier",)
    if change == "added":
        return _effect_of_new(told)
    if change in {"raised", "lowered"}:
        return ("easier",) if (change == "raised") == (category in RAISED_IS_EASIER) else ("harder",)
    return _effect_of_altered(old, told)


def _effect_of_new(told: Demand) -> tuple[str, ...]:
    if told.category == "remote":
        return ("harder",) if told.text == "none" else ("easier",)
    neutral = told.category in NEUTRAL_WHEN_TOLD or told.keys[0] in {"start-date", "working-hours"}
    return ("neutral",) if neutral else ("harder",)


def _effect_of_altered(old: Demand | None, new: Demand) -> tuple[str, ...]:
    assert old is not None
    if new.keys[0] == "start-date":
        was, now = ("" if one.text == "immediate" else one.text or "" for one in (old, new))
        return ("harder",) if now < was or not was else ("neutral",)
    if new.keys[0] == "working-hours":
        longer = minutes(new.text) - minutes(old.text)
        return ("harder",) if longer > 0 else ("easier",) if longer < 0 else ("neutral",)
    return ANY_EFFECT


def minutes(clock: str | None) -> int:
    """Length of a working day told as `9:00-17:30`."""
    start, _, end = (clock or "0:00-0:00").partition("-")
    a, b = (int(t.split(":")[0]) * 60 + int(t.split(":")[1]) for t in (start, end))
    return (b - a) % 1440


def carried(old: Demand, new: Demand | None) -> Demand:
    """The demand from now on: an amendment that tells no value leaves the old one."""
    if new is None:
        return old
    if new.value != (None, None, None, None):
        return new
    return replace(new, min=old.min, max=old.max, unit=old.unit, text=old.text)


Why = Callable[[Demand], tuple[str, ...]]


def fold(
    record: Record, statement: Statement, why: Why, speakers: tuple[str, ...], announced: str
) -> tuple[list[Change], list[tuple[str, Demand]]]:
    """Apply a statement to the record; the changes it makes, and those that count neither way."""
    asked = [d for d in statement.demands if d.necessity != "not_required"]
    waived = [d for d in statement.demands if d.necessity == "not_required"]
    full, first = statement.mode == "full", not record.told
    held, maybe = record.held, record.optional
    if full:
        gone = [d for d in held if not find(d, asked)]
        left = [d for d in maybe if not find(d, [*asked, *statement.optional])]
        record.held, record.optional = asked, list(statement.optional)
    else:
        gone = [found for d in waived if (found := find(d, held))]
        left = [d for d in maybe if find(d, waived)]
        record.held = [carried(d, find(d, asked)) for d in held if d not in gone] + [d for d in asked if not find(d, held)]
        record.optional = [d for d in maybe if d not in left] + [d for d in statement.optional if not find(d, maybe)]
    status, record.status, record.told = record.status, statement.status, True
    if first:
        return [], []

    def change(kind: str, old: Demand | None, new: Demand | None, quoted: Demand) -> Change:
        replaced = any(d.category == quoted.category for d in asked)
        right = effects(kind, old, new, replaced=replaced)
        quote = announced if full and new is None else quoted.quote
        return Change(statement.requisition, quoted.category, quoted.keys, kind, "|".join(right), why(quoted), speakers, quote)

    made: list[Change] = []
    loose: list[tuple[str, Demand]] = []
    for demand in asked:
        old = find(demand, held)
        kind = change_between(old, demand) if old else "added"
        if kind and old is None and find(demand, maybe):
            loose.append((statement.requisition, demand))
        elif kind:
            made.append(change(kind, old, demand, demand))
    made += [change("removed", d, None, find(d, waived) or d) for d in gone]
    fresh = [d for d in statement.optional if d.necessity != "not_required" and not find(d, [*held, *maybe, *statement.demands])]
    loose += [(statement.requisition, replace(d, quote=announced) if d in left and full else d) for d in [*left, *fresh]]
    if statement.status != status:
        told = Demand("status", ("status",), quote=announced)
        kind = "reopened" if statement.status == "open" else statement.status
        made.append(Change(statement.requisition, "status", ("status",), kind, "neutral", why(told), speakers, announced))
    return made, loose
