"""Days, times and money as the two languages write them (report/DESIGN.md section 8)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import get_currency_symbol

_LOCALES = {"ja": "ja_JP", "en": "en_GB"}
_MINUS, _RANGE_JA, _RANGE_EN = "−", "〜", "–"
_TEN_THOUSAND = 10_000


@lru_cache(maxsize=20_000)
def _written(day: date, pattern: str, locale: str) -> str:
    """A day by Babel's pattern; a site says the same days many thousand times."""
    return format_date(day, pattern, locale)


@dataclass(frozen=True, slots=True)
class Formats:
    """How one report writes days and numbers."""

    language: str
    zone: ZoneInfo
    year: int
    """Days of another year are written with theirs."""

    @property
    def japanese(self) -> bool:
        """Whether it writes Japanese."""
        return self.language == "ja"

    def _day(self, day: date, ja: str, en: str) -> str:
        return _written(day, ja if self.japanese else en, _LOCALES[self.language])

    def day(self, day: date) -> str:
        """A day in a table: `11/18(水)`, `Wed 18 Nov`; of another year `2027/1/4`, `4 Jan 2027`."""
        return self._day(day, "M/d(E)", "EEE d MMM") if day.year == self.year else self._day(day, "y/M/d", "d MMM y")

    def long_day(self, day: date) -> str:
        """A day in prose: `11月18日（水）`, `Wed 18 November`."""
        return self._day(day, "M月d日（E）", "EEE d MMMM") if day.year == self.year else self._day(day, "y年M月d日", "d MMMM y")

    def days(self, first: date, last: date) -> tuple[str, str]:
        """Two days of one stretch in prose; what both share is said once."""
        if (first.year, first.month) != (last.year, last.month):
            return self.long_day(first), self.long_day(last)
        if self.japanese:
            return self.long_day(first), self._day(last, "d日（E）", "")
        return self._day(first, "", "EEE d"), self.long_day(last)

    def mark_day(self, moment: datetime) -> str:
        """A day under a timeline: `11/18`, `18 Nov`."""
        return self._day(moment.astimezone(self.zone).date(), "M/d", "d MMM")

    def moment(self, moment: datetime) -> str:
        """A minute: `11/18(水) 18:32`, `Wed 18 Nov 18:32`."""
        local = moment.astimezone(self.zone)
        return f"{self.day(local.date())} {format_datetime(local, 'H:mm', locale=_LOCALES[self.language])}"

    def date_of(self, moment: datetime) -> str:
        """The day of a moment, for a table."""
        return self.day(moment.astimezone(self.zone).date())

    def stated_day(self, text: str) -> str | None:
        """A day or month that a mail asks for: `2026/12/1`, `1 Dec 2026`; null where the text is no such date."""
        try:
            if len(text) == len("2026-12"):
                return self._day(date.fromisoformat(f"{text}-01"), "y年M月", "MMM y")
            return self._day(date.fromisoformat(text), "y/M/d", "d MMM y") if len(text) == len("2026-12-01") else None
        except ValueError:
            return None

    def number(self, value: float) -> str:
        """A number without needless places, its minus a real one."""
        plain = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
        return plain.replace("-", _MINUS)

    def points(self, difference: float, *, signed: bool = True) -> str:
        """A difference of shares in points of a hundred: `+7.0`, `−4.7`; without its sign `7.0`."""
        text = f"{difference * 100:+.1f}" if signed else f"{abs(difference) * 100:.1f}"
        return text.replace("-", _MINUS)

    def span(self, low: float | None, high: float | None, write: Callable[[float], str]) -> tuple[str, str]:
        """The numbers of a range, and whether it is `exact`, a `range`, a `floor` or a `cap`."""
        if low is not None and high is not None and low != high:
            return f"{write(low)}{_RANGE_JA if self.japanese else _RANGE_EN}{write(high)}", "range"
        known = low if low is not None else high
        kind = "exact" if low == high else "floor" if high is None else "cap"
        return ("" if known is None else write(known)), kind

    def money_span(self, low: float | None, high: float | None, currency: str) -> tuple[str, str]:
        """A range of amounts: `70万〜75万円`, `¥700,000–750,000`, and its kind as in `span`."""
        code = currency.upper()
        symbol = get_currency_symbol(code, "en_US")
        before = symbol if len(symbol) < len(code) else f"{code} "
        if self.japanese and code == "JPY":
            in_ten_thousands = all(value is None or (value >= _TEN_THOUSAND and value % 1_000 == 0) for value in (low, high))
            number, kind = self.span(low, high, self._ten_thousands if in_ten_thousands else self.number)
            return f"{number}円", kind
        number, kind = self.span(low, high, self.number)
        return f"{before}{number}", kind

    def _ten_thousands(self, value: float) -> str:
        return f"{self.number(value / _TEN_THOUSAND)}万"
