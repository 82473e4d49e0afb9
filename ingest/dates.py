"""Dates as mails write them: headers (RFC 5322, and what is sent instead of it) and the header blocks inside texts, Japanese ones too."""

import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo

import re2

_LONGEST = 200
_YEARS = range(1970, 2200)
_FARTHEST = timedelta(hours=14)

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
# Names that mean several zones mean the one that staffing mail comes from: CST is American, IST Indian, BST British.
_WESTERN = {-4: ("EDT",), -5: ("EST", "CDT"), -6: ("CST", "MDT"), -7: ("MST", "PDT"), -8: ("PST",), -9: ("AKST",), -10: ("HST",)}
_EUROPEAN = {0: ("UT", "UTC", "GMT", "Z", "WET"), 1: ("BST", "WEST", "CET"), 2: ("CEST", "EET"), 3: ("EEST", "MSK")}
_EASTERN = {8: ("HKT", "SGT"), 9: ("JST", "KST", "日本標準時", "東京"), 10: ("AEST",), 11: ("AEDT",), 12: ("NZST",), 13: ("NZDT",)}
_ZONES = {**_WESTERN, **_EUROPEAN, **_EASTERN}
_HOURS_EAST = {"IST": 5.5, **{name: float(hours) for hours, names in _ZONES.items() for name in names}}

_CLOCK = re2.compile(
    r"(?i)(午前|午後)?(?:^|[\sT日),、-])(午前|午後)?\s?(\d{1,2})(?::|時)(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?分?\s?([ap]\.?m\b)?"
)
_OFFSET = re2.compile(r"^\s*\(?(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?\b")
_YEAR_FIRST = re2.compile(r"(?:^|\D)(\d{4})\s?[年/.-]\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})(?:\D|$)")
_DAY_FIRST = re2.compile(r"(?i)\b(\d{1,2})(?:st|nd|rd|th)?[\s.-]{1,3}([a-z]{3,9})\.?,?[\s-]{1,2}(\d{2,4})\b")
_MONTH_FIRST = re2.compile(r"(?i)\b([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(?:\d{1,2}:\d{2}(?::\d{2})?\s)?(\d{4})\b")
_AMERICAN = re2.compile(r"(?i)\b(\d{1,2})/(\d{1,2})/(\d{4})\b.*\d\s?[ap]\.?m\b")


def parse_date(text: str, zone: tzinfo | None = None) -> datetime | None:
    """Read a date with its time of day, in the offset that it names, else in `zone`, else in UTC; null where it can't be one."""
    folded = " ".join(unicodedata.normalize("NFKC", text[:_LONGEST]).split())
    day = next((found for read in (_year_first, _day_first, _month_first, _american) if (found := read(folded))), None)
    clock = _CLOCK.search(folded)
    if day is None or clock is None or day[0] not in _YEARS:
        return None
    try:
        named = _zone(folded[clock.end() :])
        second = min(int(clock.group(5) or 0), 59)  # a leap second is as good as the one before it
        return datetime(
            *day,
            _hour(clock.group(3), clock.group(1) or clock.group(2) or clock.group(6)),
            int(clock.group(4)),
            second,
            tzinfo=named or zone or UTC,
        )
    except ValueError:
        return None


def received_date(value: str) -> datetime | None:
    """When a mail server says, in a Received header, that it took the mail."""
    return parse_date(value.rpartition(";")[2]) if ";" in value else None


def _hour(digits: str, half: str | None) -> int:
    hour = int(digits)
    if half is None or hour > 12:
        return hour
    return hour % 12 + (12 if half == "午後" or half.lower().startswith("p") else 0)


def _zone(behind: str) -> tzinfo | None:
    if offset := _OFFSET.search(behind):
        sign, hours, minutes = offset.groups()
        east = timedelta(hours=int(hours), minutes=int(minutes or 0))
        if east > _FARTHEST or int(minutes or 0) > 59:
            raise ValueError(behind)
        return timezone(-east if sign == "-" else east)
    name = behind.replace("(", " ").replace(")", " ").split()[:1]
    hours_east = _HOURS_EAST.get(name[0].upper()) if name else None
    return None if hours_east is None else timezone(timedelta(hours=hours_east))


def _year_first(text: str) -> tuple[int, int, int] | None:
    found = _YEAR_FIRST.search(text)
    return (int(found.group(1)), int(found.group(2)), int(found.group(3))) if found else None


def _day_first(text: str) -> tuple[int, int, int] | None:
    for found in _DAY_FIRST.finditer(text):
        if month := _MONTHS.get(found.group(2)[:3].lower()):
            return _full_year(found.group(3)), month, int(found.group(1))
    return None


def _month_first(text: str) -> tuple[int, int, int] | None:
    for found in _MONTH_FIRST.finditer(text):
        if month := _MONTHS.get(found.group(1)[:3].lower()):
            return int(found.group(3)), month, int(found.group(2))
    return None


def _american(text: str) -> tuple[int, int, int] | None:
    """Numbers alone tell month from day only where the clock counts to twelve."""
    found = _AMERICAN.search(text)
    return (int(found.group(3)), int(found.group(1)), int(found.group(2))) if found else None


def _full_year(digits: str) -> int:
    """RFC 5322, 4.3: two digits below 50 are of this century, other short years count from 1900."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)
