"""Slots that name things: skills, qualifications, traits, … new ones or those that the seat asks for."""

from bench.mailgen import quantities, wording
from bench.mailgen.lexicon import SHORT, Item
from bench.mailgen.slots import Slots, Unfit
from bench.mailgen.truth import plain
from bench.mailgen.wording import Told

CATEGORIES = frozenset({"skill", "experience", "qualification", "language", "trait", "contract", "role"})
YEARS = (2, 3, 4, 5, 6, 7, 8)


def bind_item(slots: Slots, slot: str) -> str:
    """Choose the thing that a slot names, and one of its spellings."""
    kind, _, variant = slot.partition(".")
    category = SHORT.get(kind, kind)
    if category == "role":
        item = slots.seat.role
    elif variant.startswith("new") and slots.fixed is None:
        item = _new(slots, category)
    else:
        item = _held(slots, category, kind, variant)
    slots.items[slot] = item
    return slots.rng.choice(item.names)


def _new(slots: Slots, category: str) -> Item:
    record = slots.seat.record
    known = {name for d in [*record.held, *record.optional] if d.category == category for name in d.names}
    known |= {plain(key) for item in slots.items.values() for key in item.keys}
    offered = slots.seat.lexicon.items(category, slots.seat.trade, slots.seat.market)
    free = [item for item in offered if not known & {plain(key) for key in item.keys}]
    if not free:
        raise Unfit
    return slots.rng.choice(free)


def _held(slots: Slots, category: str, kind: str, variant: str) -> Item:
    want = "preferred" if variant == "pref" else "must"
    taken = {plain(item.slugs[0]) for item in slots.items.values()}
    among = slots.fixed if slots.fixed is not None else slots.seat.record.held
    fit = [
        d
        for d in among
        if d.category == category
        and (slots.fixed is not None or d.necessity == want)
        and plain(d.keys[0]) not in taken
        and (kind != "skilly" or d.min is not None)
    ]
    if not fit:
        raise Unfit
    demand = slots.rng.choice(fit)
    if demand.min is not None:
        slots.values["years.old" if slots.fixed is None else "years"] = demand.min
    if demand.text:
        slots.told["level"] = Told(demand.text, demand.text)
    offered = slots.seat.lexicon.items(category, slots.seat.trade, slots.seat.market)
    found = next((item for item in offered if plain(item.slugs[0]) == plain(demand.keys[0])), None)
    if found is None:
        raise Unfit
    return found


def bind_years(slots: Slots, variant: str) -> str:
    """Years of experience: the held ones, or others."""
    if variant == "old" or slots.fixed is not None:
        name = "years.old" if variant == "old" else "years"
        return wording.number(slots.number(name, slots.values.get(name)))
    old = slots.values.get("years.old")
    return wording.number(slots.number("years", quantities.other(old, list(YEARS), slots.frame.way, slots.rng)))


def bind_level(slots: Slots, _: str) -> str:
    """The level of a language."""
    if slots.fixed is None:
        level = slots.rng.choice(slots.seat.lexicon.words("language", "levels"))
        slots.told["level"] = Told(level, level)
    if "level" not in slots.told:
        raise Unfit
    return slots.told["level"].surface
