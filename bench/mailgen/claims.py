"""From a frame's claim and its bound slots to the demand of the gold."""

from dataclasses import dataclass, replace

from bench.mailgen.frames import Claim
from bench.mailgen.slots import Slots, Unfit
from bench.mailgen.truth import Demand, Reading

HOURS = ("working-hours", "hours", "work-hours", "shift")
WORKDAYS = ("working-days", "workdays", "days", "weekly-days", "days-per-week")
OVERTIME = ("overtime", "over-time", "残業")
FOREIGN = ("nationality", "foreign-nationality", "foreign-national", "foreigner", "citizenship", "us-citizen", "work-authorization")
VISA = (
    "work-authorization",
    "visa",
    "citizenship",
    "nationality",
    "us-citizen",
    "work-permit",
    "sponsorship",
    "no-sponsorship",
    "right-to-work",
)


@dataclass(frozen=True, slots=True)
class Term:
    """How a term is told: its category and keys, the slot of its value, and the unit."""

    category: str
    keys: tuple[str, ...]
    slot: str
    unit: str | None = None


TERMS = {
    "rate": Term("rate", ("rate",), "rate"),
    "settle": Term("settlement", ("settlement-hours",), "settle", "hour_per_month"),
    "place": Term("location", ("location",), "place"),
    "remote": Term("remote", ("remote",), "days", "day_per_week"),
    "start": Term("period", ("start-date",), "start"),
    "end": Term("period", ("end-date",), "end"),
    "duration": Term("period", ("duration",), "months", "month"),
    "hours": Term("schedule", HOURS, "hours"),
    "overtime": Term("schedule", OVERTIME, "ot", "hour_per_month"),
    "wdays": Term("schedule", WORKDAYS, "wdays", "day_per_week"),
    "headcount": Term("headcount", ("headcount",), "people", "person"),
    "interview": Term("interview", ("interview-count",), "rounds", "count"),
    "tier": Term("tier", ("subcontract-depth",), "tier", "tier"),
    "age": Term("age", ("age",), "age", "age"),
    "ageband": Term("age", ("age",), "ageband", "age"),
    "gender": Term("gender", ("gender",), "gender"),
    "nationality": Term("nationality", FOREIGN, "nationality"),
    "workauth": Term("nationality", VISA, "nationality"),
    "payment": Term("payment", ("payment-site",), "site", "day"),
}
"""Kinds of value that a claim may name. `period`, `schedule`, … with keys of their own need none."""


def claimed(claim: Claim, slots: Slots) -> Demand:
    """The demand that a claim states.

    Raises:
        Unfit: a slot of the claim is bound to nothing.
    """
    demand = _item(claim, slots) if claim.what in slots.items else _term(claim, slots)
    necessities = claim.necessities or (slots.heading or "must",)
    others = demand.others + tuple((("necessity", n),) for n in necessities[1:])
    quote = _quote(claim, slots)
    demand = replace(demand, necessity=necessities[0], others=others, quote=quote, necessity_told=bool(claim.necessities))
    if demand.necessity == "not_required":
        return replace(demand, min=None, max=None, unit=None, text=None)
    return demand


def _item(claim: Claim, slots: Slots) -> Demand:
    item = slots.items[claim.what]
    demand = Demand(item.category, item.keys, others=((("category", item.also),),) if item.also else ())
    if claim.years:
        demand = replace(demand, min=slots.values["years"], unit="year")
    if claim.level:
        demand = replace(demand, text=slots.told["level"].text)
    return demand


def _term(claim: Claim, slots: Slots) -> Demand:
    what = claim.what.partition(".")[0]
    term = TERMS.get(what)
    if term is None:
        demand = Demand(what, claim.keys)
    else:
        demand = Demand(term.category, term.keys, unit=slots.seat.unit if what == "rate" else term.unit)
    if claim.what.endswith(".old"):
        held = slots.need(demand.category)
        return replace(held, others=())
    if term is not None and term.slot in slots.told:
        told = slots.told[term.slot]
        return replace(demand, text=told.text, unit=None, others=told.others)
    demand = _constant(claim, demand)
    if what == "remote" and demand.text in {"none", "full"}:
        return replace(demand, unit=None)
    if claim.bounds and claim.bounds[0] == "step":
        return _stepped(slots, demand, term)
    value = _value(claim, slots, term)
    if value is None:
        return demand if demand.min is not None or demand.max is not None else replace(demand, unit=None)
    return _bounded(claim, demand, value, slots.frame.text)


def _constant(claim: Claim, demand: Demand) -> Demand:
    constants = claim.constants
    if what := next((b for b in ("exact", "min", "max") if b in constants), None):
        value = float(constants[what])
        demand = replace(demand, min=None if what == "max" else value, max=None if what == "min" else value)
    if "text" in constants:
        first, *rest = constants["text"].split("~")
        demand = replace(demand, text=first, others=tuple((("text", other),) for other in rest))
    plain = claim.keys[0] if claim.keys else ""
    by_key = {"immediate": "start-date", "long-term": "duration"}
    if demand.category in {"start", "duration"} or plain in by_key:
        demand = replace(demand, category="period", keys=(by_key[plain],), text=plain)
    elif demand.category == "interview" and plain.isdigit():
        demand = replace(demand, min=float(plain), max=float(plain))
    return demand


def _value(claim: Claim, slots: Slots, term: "Term | None") -> tuple[float, float] | None:
    """Both ends of the number that the slots hold."""
    if term is None:
        return None
    if "range" in claim.bounds:
        return slots.values[f"{term.slot}.lo"], slots.values[f"{term.slot}.hi"]
    if term.slot not in slots.values:
        return None
    value = slots.values[term.slot]
    if term.slot == "ageband":
        return value + 9, value + 9
    if "under" in claim.bounds:
        return value - 1, value - 1
    return value, value


def _bounded(claim: Claim, demand: Demand, value: tuple[float, float], sentence: str) -> Demand:
    kinds = [b for b in claim.bounds if b in {"exact", "min", "max"}] or ["exact"]
    if demand.keys[0] == "age" or "under" in claim.bounds:
        kinds = ["max"]
    low, high = value
    ends: dict[str, tuple[float | None, float | None]] = {"exact": (low, high), "min": (low, None), "max": (None, high)}
    others: tuple[Reading, ...] = tuple((("min", ends[k][0]), ("max", ends[k][1])) for k in kinds[1:])
    first = ends[kinds[0]]
    if claim.what == "ageband" and "まで" not in sentence:
        others += ((("min", low - 9), ("max", high)),)
    if demand.keys[0] == "remote" and claim.bounds[0] == "office":
        others += ((("min", None), ("max", None), ("unit", None)),)
    return replace(demand, min=first[0], max=first[1], others=demand.others + others)


def _stepped(slots: Slots, demand: Demand, term: Term | None) -> Demand:
    """A step: the gold's value is the one reached; the bare step is a right reading too."""
    assert term is not None
    step = slots.values[f"{term.slot}.step"]
    held = slots.need(demand.category)
    if held.max is None or held.min not in {None, held.max}:
        raise Unfit
    new = held.max + step
    if new <= 0:
        raise Unfit
    others: tuple[Reading, ...] = tuple((("min", low), ("max", high)) for low, high in ((step, step), (None, step), (step, None)))
    return replace(demand, min=None if held.min is None else new, max=new, others=others)


def _quote(claim: Claim, slots: Slots) -> str:
    if claim.quote is not None:
        quote = claim.quote
        for slot, surface in slots.surfaces.items():
            quote = quote.replace("{" + slot + "}", surface)
        return quote
    what = claim.what.partition(".")[0]
    slot = TERMS[what].slot if what in TERMS else ""
    names = [claim.what, slot, f"{slot}.lo", f"{slot}.step"]
    if what == "remote":
        names += ["office"]
    if f"{slot}.lo" in slots.surfaces and f"{slot}.hi" in slots.surfaces:
        return ""
    found = next((slots.surfaces[name] for name in names if name in slots.surfaces), None)
    if found is None or claim.what in {"nationality", "workauth", "gender", "tier"}:
        return ""
    return found
