"""Working days of a week: public and bank holidays of the country that the reports' time zone lies in; knows no network and no clock."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from babel.core import get_global
from holidays import HolidayBase, country_holidays
from holidays.registry import COUNTRIES

from reports.weeks import IsoWeek

FEWEST, FULL = 3, 5
"""A week with fewer working days joins a neighbour: a handful of mails makes no point of a chart."""
_CATEGORIES = ("public", "bank")


def working_days(week: IsoWeek, timezone: str) -> int:
    """How many days from Monday to Friday are no holiday; five where nobody knows the country's holidays."""
    days = [week.monday + timedelta(days=number) for number in range(FULL)]
    territory = get_global("zone_territories").get(timezone)
    return sum(territory is None or day not in _holidays(territory, day.year) for day in days)


def joined(weeks: Sequence[IsoWeek], timezone: str) -> list[tuple[IsoWeek, ...]]:
    """The weeks of one window, the short ones with the week before them, or after them at its beginning."""
    spans: list[tuple[IsoWeek, ...]] = []
    short = [working_days(week, timezone) < FEWEST for week in weeks]
    for week, joins in zip(weeks, short, strict=True):
        alone = not spans or not (joins or all(short[weeks.index(one)] for one in spans[-1]))
        spans = [*spans, (week,)] if alone else [*spans[:-1], (*spans[-1], week)]
    return spans


@cache
def _holidays(territory: str, year: int) -> HolidayBase:
    if territory not in {codes[1] for codes in COUNTRIES.values()}:
        return HolidayBase(years=year)
    known = country_holidays(territory).supported_categories
    return country_holidays(territory, years=year, categories=tuple(kind for kind in _CATEGORIES if kind in known))
