"""Hours that are no clock times: the settlement band, overtime, weekly and daily totals."""

from dataclasses import replace

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import DIGITS, KANJI, WORDS
from extract.quantities.pairing import stands_alone, value_of
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, Signs, after, before, has_numeral

_HOURS = Pattern(
    rf"(?P<number>{DIGITS}|{KANJI}|\b(?:{WORDS})\b)(?P<plus>\+)?"
    r"(?: ?-?(?P<unit>時間(?:(?P<minutes>[0-9]{1,2})分)?|(?:h|hs|hr|hrs|hours?|hpw)\b'?))?"
    r"(?:(?P<spread> ?(?:±|\+/-|\+-) ?)(?P<by>[0-9]{1,2}) ?(?:時間|h(?:rs?|ours?)?\b)?)?"
)
_SLASHED = Pattern(r"(?P<low>[0-9]{2,3}) ?(?:h|時間)? ?/ ?(?P<high>[0-9]{3}) ?(?P<unit>h\b|時間)?")
_BAND_WORD = Pattern(r"(?:[精清]算(?:幅|条件|時間)?|時間幅|基準時間|\bsettlement)[^0-9]{0,12}$")
_FIXED = Pattern(
    r"(?P<whole>月額固定|固定[精清]算)|^[ :]*(?P<alone>固定|(?:なし|無し|無)(?: ?\(固定\))?(?:$|[ 、。]))"
    r"|[精清]算(?:幅|条件)?(?:は|:| )*(?:固定|なし|無し|無(?:$|[ 、。)]))"
    r"|[0-9]{2,3} ?(?:時間|h) ?\(?固定"
)
_MONEY_BEFORE = Pattern(r"[¥$£€] ?$")
_OTHER_UNIT = Pattern(r"^ ?(?:万|円|千|名|人|日|回|歳|才|分|年|月|件|社|k\b|%)")
_OVERTIME = Pattern(r"残業|時間外|\bovertime\b|\bot\b|\bextra hours\b")
_NO_OVERTIME = Pattern(
    r"(?P<basically>ほぼ|基本(?:的に)?|原則)?(?:残業|時間外(?:労働)?)(?:時間)?(?:は|も|:| |が)*"
    r"(?P<little>ほぼ|ほとんど|基本(?:的に)?|原則)?(?:発生)?"
    r"(?:なし|無し|無(?:$|[ 、。)])|な(?:い|く)|ありません|ございません|ゼロ|0(?:h|時間)?(?:$|[ 、。)])|し(?:ない|ません)"
    r"|(?P<few>少な(?:め|い)|少々))"
    r"|\b(?P<hardly>hardly any|little|almost no|virtually no|minimal|rarely any)(?: or no)? overtime\b"
    r"|\b(?:no|zero|without) overtime\b"
)
_EACH = r"^(?: (?:of )?(?:work|cover|overtime|ot))?(?:/| ?per | ?an? | ?each | ?p\.?/?)"
_PER = {
    "week": Pattern(
        rf"{_EACH}(?:week|wk|w)\b|^ ?(?:weekly|pw\b)|^ (?:over|across|spread over|in) (?:[3-6]|three|four|five|six) days\b"
        r"|^ ?/ ?週|^[ -](?:working |work )?week\b"
    ),
    "month": Pattern(rf"{_EACH}(?:month|mo|mth|m)\b|^ ?(?:monthly|pm\b)|^ ?/ ?(?:月|[ヶかカ]月)"),
    "day": Pattern(rf"{_EACH}(?:day|d)\b|^ ?(?:daily|pd\b)|^ ?/ ?日"),
}
_PER_BEFORE = {
    "week": Pattern(r"(?:週(?:に|間)?(?:約|合計|計)?|\b(?:weekly(?: hours| total)?|hours per week|hours/week|per week)[: ]*) ?$"),
    "month": Pattern(r"(?:^|[^0-9 ]) ?(?:月(?:間|平均|に|あたり|最大|約)*|平均|\bmonthly[: ]*) ?$"),
    "day": Pattern(
        r"(?:[1一]日(?:あたり|に|約|平均)*|実働(?:時間)?|日に|所定労働(?:時間)?|\bhours per day[: ]*"
        r"|\bduty(?: hours?)?(?: is| of)?[: ]*|\bshifts? of )[: はの]*$"
    ),
}
_HOUR_SIGNS = "時間 hour hr hpw ±"
_SIGNS = Signs(_HOUR_SIGNS, r"[0-9] ?h")
_BAND_SIGNS = Signs(f"{_HOUR_SIGNS} 算 幅 上限 以上 固定 min max settle", r"[0-9] ?h")
_OVERTIME_SIGNS = Signs("残業 時間外 ot overtime extra")
_LEAST_BAND, _WIDEST_BAND = 60, 320
_MOST_OVERTIME = 100


def find_settlement(string: str, *, bare: bool = False) -> list[Quantity]:
    """The monthly band of hours (140-180h, 160h±30h) in `hour_per_month`; 固定 as the text `fixed`.

    Args:
        string: A folded line or clause.
        bare: Under a settlement label: `140-180`, `固定`.
    """
    if not (bare or _BAND_SIGNS.stand_in(string)):
        return []
    found: list[Quantity] = []
    if has_numeral(string):
        found = [band for measure in measures(string, _HOURS, bare=True, ends=_ends) if (band := _band(string, measure, bare=bare))]
    if not found:
        found = [band for hit in _SLASHED.hits(string) if (band := _slashed(string, hit, bare=bare))]
    fixed = None if found else _FIXED.first(string)
    if fixed and ("alone" not in fixed or bare):
        found.append(Quantity(fixed.start, fixed.end, text="fixed", key="settlement-hours"))
    return mark_replaced(string, found)


def find_overtime(string: str, *, bare: bool = False) -> list[Quantity]:
    """Overtime as hours a month (or week, day where told); none as the text `none`, hardly any as `little`.

    Args:
        string: A folded line or clause.
        bare: Under an overtime label; elsewhere the word must stand in the string.
    """
    if not (bare or _OVERTIME_SIGNS.stand_in(string)):
        return []
    none = _NO_OVERTIME.first(string)
    if none:
        return [
            Quantity(none.start, none.end, text="little" if none.part("little", "hardly", "few", "basically") else "none", key="overtime")
        ]
    if not has_numeral(string) or not (bare or _OVERTIME.stands_in(string)):
        return []
    return mark_replaced(
        string, [item for measure in measures(string, _HOURS, bare=bare, ends=_ends) if (item := _overtime(string, measure, bare=bare))]
    )


def find_weekly_hours(string: str) -> list[Quantity]:
    """The weekly total: 週40時間, "37.5 hours/week"."""
    return _totals(string, "week", 10, 70)


def find_daily_hours(string: str) -> list[Quantity]:
    """The hours of a working day: 実働7.5h, 1日8時間, "8 hours a day"."""
    return _totals(string, "day", 2, 13)


def _ends(low: Hit, high: Hit | None) -> tuple[float | None, float | None]:
    """Hours with their minutes: 38時間45分 is 38.75."""
    return _length(low), _length(high) if high else None


def _length(hit: Hit) -> float | None:
    value = value_of(hit)
    return value + int(hit["minutes"]) / 60 if value is not None and "minutes" in hit else value


def _is_band(low: float, high: float) -> bool:
    return _LEAST_BAND <= low <= high <= _WIDEST_BAND


def _band(string: str, measure: Measure, *, bare: bool) -> Quantity | None:
    """The band that a measure states, if it states one."""
    low, high, last = measure.frame.min, measure.frame.max, measure.last
    lead, trail = before(string, measure.low.start), after(string, last.end)
    if low is None or high is None or _MONEY_BEFORE.stands_in(lead) or _OTHER_UNIT.stands_in(trail) or _OVERTIME.stands_in(lead):
        return None
    if measure.high is None:
        if "spread" not in last:
            return None
        low, high = low - float(last["by"]), high + float(last["by"])
    two_bounds = "上限" in string and "下限" in string
    told = bool(measure.unit) or "spread" in last or two_bounds or _BAND_WORD.stands_in(lead)
    if not _is_band(low, high) or not (told or bare):
        return None
    return replace(
        measure.quantity("hour_per_month", key="settlement-hours", explicit=told), end=max(last.end, measure.frame.end), min=low, max=high
    )


def _slashed(string: str, hit: Hit, *, bare: bool) -> Quantity | None:
    """精算:140/180, which elsewhere is any pair of numbers."""
    low, high = float(hit["low"]), float(hit["high"])
    told = "unit" in hit or _BAND_WORD.stands_in(before(string, hit.start))
    if not (told or bare) or not _is_band(low, high) or not stands_alone(string, hit.start, hit.end):
        return None
    return Quantity(hit.start, hit.end, low, high, "hour_per_month", key="settlement-hours", explicit=told)


def _overtime(string: str, measure: Measure, *, bare: bool) -> Quantity | None:
    """The overtime that a measure states, if it states one."""
    start, end, most = measure.low.start, measure.last.end, measure.frame.biggest
    near = _OVERTIME.stands_in(before(string, start, 30)) or _OVERTIME.stands_in(after(string, end, 24))
    period = _period(string, measure) or "month"
    whole_week = period == "week" and most >= 30
    if not (bare or near) or not 0 < most <= _MOST_OVERTIME or whole_week or (period == "day" and most > 6):
        return None
    return measure.quantity(f"hour_per_{period}", key="overtime")


def _totals(string: str, period: str, least: float, most: float) -> list[Quantity]:
    """Whole working times in a period."""
    if not has_numeral(string) or not _SIGNS.stand_in(string):
        return []
    found = [
        measure.quantity(f"hour_per_{period}", key="working-hours")
        for measure in measures(string, _HOURS, ends=_ends)
        if least <= measure.frame.biggest <= most
        and _period(string, measure) == period
        and not _OVERTIME.stands_in(before(string, measure.low.start, 16))
        and not _OVERTIME.stands_in(after(string, measure.last.end, 12))
    ]
    return mark_replaced(string, found)


def _period(string: str, measure: Measure) -> str | None:
    """The period that the hours are counted in."""
    if measure.last["unit"] == "hpw":
        return "week"
    trails = {end: after(string, end) for end in (measure.last.end, measure.frame.end)}
    behind = (name for trail in trails.values() for name, pattern in _PER.items() if pattern.stands_in(trail))
    leads = {start: before(string, start) for start in (measure.low.start, measure.frame.start)}
    ahead = (name for lead in leads.values() for name, pattern in _PER_BEFORE.items() if pattern.stands_in(lead))
    return next(behind, None) or next(ahead, None)
