"""How values are written, in both languages: what a person may write for one and the same number or date."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from bench.mailgen.truth import Reading

WEEKDAYS = "月火水木金土日"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SIGNS = {"usd": "$", "gbp": "£"}


@dataclass(frozen=True, slots=True)
class Told:
    """A value as it is written, with the text that the gold has for it."""

    surface: str
    text: str | None = None
    others: tuple[Reading, ...] = ()


def number(value: float) -> str:
    """`65`, `6.5`, `1,650`."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def amount(value: float, unit: str, rng: Random, *, bare: bool = False, labelled: bool = True) -> str:
    """A price. `bare` is the lower end of a range; `labelled` says that a word such as 時給 stands before it."""
    currency, _, per = unit.partition("_per_")
    if currency == "jpy":
        return _yen(value, per, rng, bare=bare, labelled=labelled)
    if currency == "inr":
        return number(value / 100_000) + ("" if bare else rng.choice([" LPA", " LPA", "LPA", " lakhs per annum"]))
    plain = SIGNS[currency] + number(value)
    if bare:
        return plain
    return plain + rng.choice(
        {"hour": ["/hr", "/hr", " per hour", "/hour", " an hour"], "day": ["/day", " per day", " a day", "/day"]}[per]
    )


def _yen(value: float, per: str, rng: Random, *, bare: bool, labelled: bool) -> str:
    if per == "month":
        unit = "万" if bare else rng.choice(["万円", "万円", "万", "万円/月"])
        return f"{number(value / 10_000)}{unit}"
    plain = number(value) + ("" if bare else "円")
    return plain if labelled else f"時給{plain}"


def step_amount(value: float, unit: str, rng: Random) -> str:
    """A step: `3万円`, `$5/hr`."""
    return amount(value, unit, rng)


def day(when: date, language: str, rng: Random, sent: date) -> Told:
    """A date, by day or by month alone."""
    return _day_ja(when, rng, sent) if language == "ja" else _day_en(when, rng, sent)


def _day_ja(when: date, rng: Random, sent: date) -> Told:
    month, year = f"{when:%Y-%m}", f"{when.year}年" if when.year != sent.year or rng.random() < 0.15 else ""
    if when.month != sent.month and rng.random() < 0.35:
        part = rng.choice(["", "", "上旬", "中旬"])
        return Told(f"{year}{when.month}月{part}", month)
    form = rng.choice(["{y}{m}月{d}日", "{y}{m}月{d}日", "{y}{m}月{d}日（{w}）", "{m}/{d}"])
    if form == "{m}/{d}" and when.year != sent.year:
        form = "{Y}/{m}/{d}"
    return Told(form.format(y=year, Y=when.year, m=when.month, d=when.day, w=WEEKDAYS[when.weekday()]), f"{when:%Y-%m-%d}")


def _day_en(when: date, rng: Random, sent: date) -> Told:
    month = MONTHS[when.month - 1]
    year = f" {when.year}" if when.year != sent.year or rng.random() < 0.2 else ""
    if when.month != sent.month and rng.random() < 0.25:
        return Told(f"{rng.choice(['', 'early ', 'mid '])}{month}{year}", f"{when:%Y-%m}")
    ordinal = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(when.day, "th")
    form = rng.choice(["{d} {m}{y}", "{d} {m}{y}", "{m} {d}{c}", "{d}{o} {m}{y}", "{d} {s}{y}"])
    comma = f",{year}" if year else ""
    return Told(form.format(d=when.day, m=month, s=month[:3], y=year, c=comma, o=ordinal), f"{when:%Y-%m-%d}")


def month_end(when: date, language: str, rng: Random) -> Told:
    """The end of a contract: a month, its end, or its last day."""
    last = when.replace(day=calendar.monthrange(when.year, when.month)[1])
    by_day: tuple[Reading, ...] = ((("text", f"{last:%Y-%m-%d}"),),)
    if language == "ja":
        form = rng.choice(["{y}年{m}月末", "{y}年{m}月", "{y}年{m}月{d}日"])
    else:
        form = rng.choice(["the end of {n} {y}", "{n} {y}", "{d} {n} {y}"])
    surface = form.format(y=when.year, m=when.month, d=last.day, n=MONTHS[when.month - 1])
    return Told(surface, f"{last:%Y-%m-%d}") if "{d}" in form else Told(surface, f"{when:%Y-%m}", by_day)


def hours(start: int, end: int, language: str, rng: Random) -> Told:
    """Clock times, given in minutes."""

    def clock(minute: int) -> str:
        return f"{minute // 60}:{minute % 60:02}"

    text = f"{clock(start)}-{clock(end)}"
    if language == "ja":
        sign = rng.choice(["〜", "-", "〜"])
        whole = start % 60 == end % 60 == 0 and rng.random() < 0.25
        return Told(f"{start // 60}時{sign}{end // 60}時" if whole else f"{clock(start)}{sign}{clock(end)}", text)
    if rng.random() < 0.4:
        return Told(f"{_twelve(start)} to {_twelve(end)}", text)
    return Told(f"{clock(start)}{rng.choice(['-', ' - ', ' to '])}{clock(end)}", text)


def _twelve(minute: int) -> str:
    hour, rest = divmod(minute, 60)
    half = "am" if hour < 12 else "pm"
    return f"{(hour - 1) % 12 + 1}{f':{rest:02}' if rest else ''}{half}"


def appointment(sent: datetime, language: str, rng: Random) -> str:
    """A date and time for a meeting."""
    when = sent + timedelta(days=rng.randint(2, 9))
    clock = f"{rng.randint(9, 17)}:{rng.choice(['00', '30'])}"
    if language == "ja":
        return rng.choice([f"{when.month}月{when.day}日（{WEEKDAYS[when.weekday()]}）{clock}", f"{when.month}/{when.day} {clock}"])
    return f"{when.day} {MONTHS[when.month - 1]} at {clock}"
