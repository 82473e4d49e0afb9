"""Feasts that mails count by: until Christmas, after Easter."""

from datetime import date, timedelta

from extract.quantities.calendar_days import Day

FEASTS = r"(?:x-?mas|christmas|easter)(?: (?:break|holidays?|shutdown|eve|day|bank holiday|weekend))?\b"
"""Their names, as a pattern."""


def feast_day(words: str, base: date, *, behind: bool = False) -> Day:
    """The month of the next such feast, or of what follows it: after Christmas is January, after Easter the month of its Tuesday."""
    if words.startswith("easter"):
        sunday = next(day for year in (base.year, base.year + 1) if (day := _easter(year)) >= base)
        told = sunday + timedelta(days=2) if behind else sunday
        return Day(told.year, told.month)
    if words.endswith((" eve", " day")):
        eve = date(base.year, 12, 24 if words.endswith("eve") else 25)
        return Day(eve.year if eve >= base else eve.year + 1, 12, eve.day)
    year = base.year if (base.month, base.day) <= (12, 25) else base.year + 1
    return Day(year + 1, 1) if behind else Day(year, 12)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    shift = epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)
