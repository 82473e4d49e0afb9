"""Slots of terms: prices, places, days, dates, hours, counts; new values, or the one that holds."""

from collections.abc import Callable
from datetime import date

from bench.mailgen import quantities, wording
from bench.mailgen.slots import Slots, Unfit
from bench.mailgen.truth import Demand
from bench.mailgen.wording import Told

Binder = Callable[[Slots, str], str]


def top(demand: Demand) -> float:
    """The upper bound, else the lower.

    Raises:
        Unfit: there is no number.
    """
    value = demand.max if demand.max is not None else demand.min
    if value is None:
        raise Unfit
    return value


def _price_words(slots: Slots, value: float, *, bare: bool = False) -> str:
    labelled = "{rateword}" in slots.frame.text or "時給" in slots.frame.text or slots.frame.use == "form"
    return wording.amount(value, slots.seat.unit, slots.rng, bare=bare, labelled=labelled)


def rate(slots: Slots, variant: str) -> str:
    """A price; `old` as it stands, `lo` and `hi` of a range, `step` up or down."""
    seat, rng, held = slots.seat, slots.rng, slots.held("rate")
    step = quantities.scale(seat.unit, seat.trade).step
    if variant == "old":
        if held is None or held.max is None:
            raise Unfit
        if held.min is not None and held.min != held.max:
            low = wording.amount(held.min, seat.unit, rng, bare=True, labelled=True)
            return f"{low}{'〜' if seat.language == 'ja' else '-'}{_price_words(slots, held.max)}"
        return _price_words(slots, held.max)
    if variant == "step":
        base = slots.need("rate")
        if base.max is None or base.min not in {None, base.max}:
            raise Unfit
        size = step * rng.randint(1, 2)
        slots.number("rate.step", -size if slots.frame.way == "down" else size)
        return wording.amount(size, seat.unit, rng, labelled=True)
    if variant in {"lo", "hi"}:
        return _range_of_prices(slots, variant, step)
    if (told := slots.again("rate")) is not None:
        value = top(told)
    elif held is not None:
        value = quantities.moved(top(held), step, slots.frame.way, rng, least=step * 2)
    else:
        value = quantities.price(seat.unit, seat.trade, rng)
    slots.number("rate", value)
    return _price_words(slots, value)


def _range_of_prices(slots: Slots, variant: str, step: float) -> str:
    if "rate.lo" not in slots.values:
        told = slots.again("rate")
        if told is not None and (told.min is None or told.max is None or told.min == told.max):
            raise Unfit
        low = quantities.price(slots.seat.unit, slots.seat.trade, slots.rng) if told is None else told.min
        high = (low or 0) + step * slots.rng.randint(1, 3) if told is None else told.max
        slots.number("rate.lo", low)
        slots.number("rate.hi", high)
    if variant == "lo":
        return _price_words(slots, slots.values["rate.lo"], bare=True)
    return wording.amount(slots.values["rate.hi"], slots.seat.unit, slots.rng, labelled=True)


def rateword(slots: Slots, _: str) -> str:
    """What a price is called in this market."""
    table = {
        "jpy_per_month": ("単価", "単金", "単価"),
        "jpy_per_hour": ("時給",),
        "gbp_per_day": ("day rate", "rate"),
        "gbp_per_hour": ("hourly rate", "rate", "pay rate"),
        "usd_per_hour": ("rate", "bill rate", "pay rate"),
        "inr_per_year": ("CTC", "budget"),
    }
    word = slots.rng.choice(table[slots.seat.unit])
    starts = slots.frame.text.startswith("{rateword}") or ". {rateword}" in slots.frame.text
    return word[0].upper() + word[1:] if starts and slots.seat.language == "en" else word


def settle(slots: Slots, variant: str) -> str:
    """Both ends of the monthly hours, each with its own slot."""
    held = slots.held("settlement")
    if variant == "old":
        held = slots.need("settlement")
        return f"{held.min:.0f}-{held.max:.0f}h"
    if "settle.lo" not in slots.values:
        told = slots.again("settlement")
        fit = [band for band in quantities.BANDS if held is None or band != (held.min, held.max)]
        low, high = slots.rng.choice(fit) if told is None else (told.min, told.max)
        slots.number("settle.lo", low)
        slots.number("settle.hi", high)
    return f"{slots.values[f'settle.{variant}']:.0f}"


def place(slots: Slots, variant: str) -> str:
    """A place of work."""
    held = slots.held("location")
    if variant == "old":
        return slots.need("location").text or ""
    if (told := slots.again("location")) is not None:
        name = told.text or ""
    else:
        offered = slots.seat.lexicon.words("places", slots.seat.market)
        name = slots.rng.choice([p for p in offered if held is None or p != held.text])
    slots.told["place"] = Told(name, name)
    return name


def days(slots: Slots, _: str) -> str:
    """Days at home a week."""
    return f"{_home(slots):.0f}"


def office(slots: Slots, _: str) -> str:
    """Days in the office a week."""
    return f"{5 - _home(slots):.0f}"


def _home(slots: Slots) -> float:
    held = slots.again("remote")
    if held is not None:
        return slots.number("days", held.max)
    now = slots.held("remote")
    at = None if now is None else now.max if now.max is not None else {"none": 0.0, "full": 5.0}.get(now.text or "")
    return slots.number("days", quantities.other(at, [1, 2, 3, 4] if slots.seat.language == "ja" else [2, 3], slots.frame.way, slots.rng))


def start(slots: Slots, variant: str) -> str:
    """The first day."""
    held = slots.held("period", "start-date")
    told = slots.need("period", "start-date") if variant == "old" else slots.again("period", "start-date")
    if told is not None:
        return _told_again(slots, "start", told)
    when = quantities.start_day(slots.sent.date(), held.text if held else None, slots.frame.way, slots.rng)
    if when is None:
        raise Unfit
    slots.told["start"] = wording.day(when, slots.seat.language, slots.rng, slots.sent.date())
    return slots.told["start"].surface


def _told_again(slots: Slots, slot: str, demand: Demand) -> str:
    text = demand.text or ""
    if not text[:1].isdigit():
        raise Unfit
    whole = len(text) > len("2026-10")
    when = date.fromisoformat(text if whole else f"{text}-01")
    if when < slots.sent.date() or (not whole and f"{slots.sent:%Y-%m}" >= text):
        raise Unfit
    if whole:
        surface = (
            f"{when.year}年{when.month}月{when.day}日"
            if slots.seat.language == "ja"
            else f"{when.day} {wording.MONTHS[when.month - 1]} {when.year}"
        )
    else:
        surface = f"{when.year}年{when.month}月" if slots.seat.language == "ja" else f"{wording.MONTHS[when.month - 1]} {when.year}"
    slots.told[slot] = Told(surface, text, demand.others)
    return surface


def end(slots: Slots, _: str) -> str:
    """The end of the contract."""
    if (told := slots.again("period", "end-date")) is not None:
        return _told_again(slots, "end", told)
    held = slots.held("period", "end-date")
    when = quantities.month_after(slots.sent.date(), slots.rng)
    if held is not None and (held.text or "") >= f"{when:%Y-%m}":
        raise Unfit
    slots.told["end"] = wording.month_end(when, slots.seat.language, slots.rng)
    return slots.told["end"].surface


def hours(slots: Slots, variant: str) -> str:
    """Clock times."""
    held = slots.held("schedule", "working-hours")
    told = slots.need("schedule", "working-hours") if variant == "old" else slots.again("schedule", "working-hours")
    if told is not None:
        first, _, last = (told.text or "").partition("-")
        pair = tuple(int(t.split(":")[0]) * 60 + int(t.split(":")[1]) for t in (first, last))
    else:
        pair = slots.rng.choice(quantities.CLOCKS)
    words = wording.hours(pair[0], pair[1], slots.seat.language, slots.rng)
    if variant != "old":
        if told is None and held is not None and held.text == words.text:
            raise Unfit
        slots.told["hours"] = words
    return words.surface


def _count(name: str, category: str, key: str | None, choices: list[int]) -> Binder:
    def bind(slots: Slots, variant: str) -> str:
        held = slots.held(category, key)
        if variant == "old":
            return wording.number(top(slots.need(category, key)))
        if variant == "step":
            slots.need(category, key)
            return wording.number(slots.number(f"{name}.step", slots.rng.randint(1, 2)))
        told = slots.again(category, key)
        least = 2 if name in {"people", "rounds"} and slots.seat.language == "en" else 1
        fit = [c for c in choices if c >= least][1 if held is None and slots.frame.way == "up" else 0 :]
        value = quantities.other(None if held is None else top(held), fit, slots.frame.way, slots.rng) if told is None else top(told)
        return wording.number(slots.number(name, value))

    return bind


def age(slots: Slots, _: str) -> str:
    """The oldest age taken."""
    told, held = slots.again("age"), slots.held("age")
    if told is not None:
        return wording.number(slots.number("age", told.max))
    fit = [35, 38, 40, 42, 45, 48, 50, 55]
    return wording.number(slots.number("age", quantities.other(None if held is None else held.max, fit, slots.frame.way, slots.rng)))


def ageband(slots: Slots, _: str) -> str:
    """An age by its decade: 40 is told of people of up to 49."""
    told, held = slots.again("age"), slots.held("age")
    if told is not None:
        if told.max is None or told.max % 10 != 9:
            raise Unfit
        return wording.number(slots.number("ageband", told.max - 9))
    now = None if held is None or held.max is None else held.max - 9
    return wording.number(slots.number("ageband", quantities.other(now, [30, 40, 50], slots.frame.way, slots.rng)))


def site(slots: Slots, variant: str) -> str:
    """Days until payment."""
    offered = list(quantities.SITES[slots.seat.language])
    return _count("site", "payment", None, offered)(slots, variant)


def when(slots: Slots, _: str) -> str:
    """A date and time for a meeting, which states nothing."""
    return wording.appointment(slots.sent, slots.seat.language, slots.rng)


BINDERS: dict[str, Binder] = {
    "rate": rate,
    "rateword": rateword,
    "settle": settle,
    "place": place,
    "days": days,
    "office": office,
    "start": start,
    "end": end,
    "hours": hours,
    "ot": _count("ot", "schedule", "overtime", [5, 10, 15, 20, 25, 30, 40]),
    "wdays": _count("wdays", "schedule", "working-days", [3, 4, 5]),
    "people": _count("people", "headcount", None, [1, 2, 3, 4, 5]),
    "rounds": _count("rounds", "interview", None, [1, 2, 3]),
    "months": _count("months", "period", "duration", [2, 3, 6, 9, 12]),
    "age": age,
    "ageband": ageband,
    "site": site,
    "when": when,
}
