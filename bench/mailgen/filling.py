"""Fill a frame's slots for a seat: the sentence, and the demands it states."""

import string
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from bench.mailgen import items, terms
from bench.mailgen.claims import claimed
from bench.mailgen.frames import Frame
from bench.mailgen.lexicon import SHORT
from bench.mailgen.slots import Seat, Slots, Unfit
from bench.mailgen.truth import Demand, find

BINDERS = {**terms.BINDERS, "years": items.bind_years, "level": items.bind_level}

STOPS = ("、", "。", "／", "（", "）", "(", ")", ", ", ". ", ": ", "; ", "|")
"""Where a clause ends."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with its slots filled."""

    frame: Frame
    text: str
    demands: tuple[Demand, ...]
    optional: tuple[Demand, ...]


def fill(
    frame: Frame, seat: Seat, rng: Random, sent: datetime, *, heading: str | None = None, fixed: list[Demand] | None = None
) -> Filled | None:
    """Fill a frame for a seat; null where it has nothing to say."""
    slots = Slots(frame, seat, rng, sent, heading, fixed)
    try:
        text = _text(slots)
        demands = tuple(claimed(claim, slots) for claim in frame.claims if claim.what != "status")
        optional = tuple(claimed(claim, slots) for claim in frame.optional)
    except Unfit:
        return None
    last = text.rpartition("\n")[2]

    def quoted(demand: Demand) -> Demand:
        if not demand.quote:
            return replace(demand, quote=_whole(frame, slots, last))
        return replace(demand, quote=_clause(last, demand.quote)) if demand.quote.isdigit() else demand

    return Filled(frame, text, tuple(map(quoted, demands)), tuple(map(quoted, optional)))


def again(frame: Frame, seat: Seat, rng: Random, sent: datetime, left: list[Demand], heading: str | None) -> Filled | None:
    """Fill a frame so that it tells demands of `left` unchanged; null where it cannot."""
    filled = fill(frame, seat, rng, sent, fixed=left, heading=heading) if frame.claims else None
    if filled is None or any(find(d, [*filled.demands[:i]]) for i, d in enumerate(filled.demands)):
        return None
    for demand in filled.demands:
        held = find(demand, left)
        if held is None or held.necessity != demand.necessity or held.value != demand.value:
            return None
    return filled


def _whole(frame: Frame, slots: Slots, last: str) -> str:
    """The quote where the frame names none: a range from end to end, else the sentence."""
    for kind in ("rate", "settle"):
        low, high = (slots.surfaces.get(f"{kind}.{end}") for end in ("lo", "hi"))
        if low is not None and high is not None and "{" + kind + ".lo}" in frame.text:
            return last[last.index(low) : last.index(high, last.index(low) + len(low)) + len(high)]
    return last


def _clause(text: str, number: str) -> str:
    """The clause around a bare number, which says of what it is the number."""
    at = text.rindex(number)
    begin = max(text.rfind(sign, 0, at) + len(sign) if text.rfind(sign, 0, at) >= 0 else 0 for sign in STOPS)
    end = min((found for sign in STOPS if (found := text.find(sign, at)) >= 0), default=len(text))
    return text[begin:end].strip()


def _text(slots: Slots) -> str:
    english, text = slots.seat.language == "en", ""
    for literal, slot, _, _ in string.Formatter().parse(slots.frame.text):
        text += literal
        if slot is None:
            continue
        if slot not in slots.surfaces:
            surface = _bind(slots, slot)
            begins = not text.strip() or (text.endswith(("\n", ". ", "! ", ": ")) and slots.frame.use != "form")
            if english and begins and slots.frame.use in {"clarification", "prose"}:
                surface = surface[:1].upper() + surface[1:]
            slots.surfaces[slot] = surface
        if english and text.endswith((" a ", "A ")) and slots.surfaces[slot][:1].lower() in tuple("aeio"):
            text = text[:-1] + "n "
        text += slots.surfaces[slot]
    return text


def _bind(slots: Slots, slot: str) -> str:
    kind, _, variant = slot.partition(".")
    if slot in slots.seat.spares:
        return slots.seat.spares[slot]
    if SHORT.get(kind, kind) in items.CATEGORIES:
        return items.bind_item(slots, slot)
    return BINDERS[kind](slots, variant)
