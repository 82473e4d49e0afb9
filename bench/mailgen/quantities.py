"""Numbers that a market would tell, and new ones that differ from those held."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

BANDS = ((140, 180), (140, 200), (150, 190), (160, 200), (150, 180), (130, 170))
CLOCKS = (
    (540, 1080),
    (510, 1050),
    (600, 1140),
    (540, 1050),
    (480, 1020),
    (570, 1110),
    (780, 1320),
    (540, 960),
)
SITES = {"ja": (30, 35, 40, 45, 60), "en": (30, 45, 60)}


@dataclass(frozen=True, slots=True)
class Scale:
    """What prices of a unit look like."""

    low: float
    high: float
    step: float


SCALES = {
    "jpy_per_month": Scale(450_000, 1_000_000, 50_000),
    "jpy_per_hour": Scale(1_200, 2_200, 50),
    "gbp_per_day": Scale(300, 700, 25),
    "gbp_per_hour": Scale(12, 19, 0.5),
    "usd_per_hour": Scale(45, 110, 5),
    "inr_per_year": Scale(1_200_000, 4_000_000, 100_000),
}
LIGHT = Scale(17, 32, 0.5)
"""Dollars an hour outside IT."""


def scale(unit: str, trade: str) -> Scale:
    """The scale of a unit in a line of business."""
    return LIGHT if unit == "usd_per_hour" and trade != "it" else SCALES[unit]


def price(unit: str, trade: str, rng: Random) -> float:
    """A price of the market."""
    known = scale(unit, trade)
    return known.low + known.step * rng.randint(0, round((known.high - known.low) / known.step))


def moved(value: float, step: float, way: str | None, rng: Random, *, least: float = 0) -> float:
    """Another value, up or down by a few steps."""
    sign = {"up": 1, "down": -1}.get(way or "", rng.choice([1, -1]))
    new = value + sign * step * rng.randint(1, 3)
    return new if new > least else value + step


def other(value: float | None, choices: list[int], way: str | None, rng: Random) -> int | None:
    """One of the choices that differs from `value` in the way that is asked; null if there is none."""
    fit = [c for c in choices if value is None or (c > value if way == "up" else c < value if way == "down" else c != value)]
    return rng.choice(fit) if fit else None


def start_day(sent: date, held: str | None, way: str | None, rng: Random) -> date | None:
    """A first day after the mail, later or earlier than the one held."""
    first, last = sent + timedelta(days=12), sent + timedelta(days=110)
    if held and held[:4].isdigit():
        pivot = date.fromisoformat(held if len(held) > 7 else f"{held}-01")
        first = max(first, pivot + timedelta(days=35)) if way == "up" else first
        last = pivot - timedelta(days=3) if way == "down" else max(last, first + timedelta(days=40))
    elif way == "down":
        return None
    if first >= last:
        return None
    when = first + timedelta(days=rng.randint(0, (last - first).days))
    return when.replace(day=rng.choice([1, 1, when.day])) if when.replace(day=1) > first else when


def month_after(sent: date, rng: Random) -> date:
    """A month five to fourteen months away."""
    months = sent.month - 1 + rng.randint(5, 14)
    return date(sent.year + months // 12, months % 12 + 1, 1)
