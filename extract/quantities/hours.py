"""Hours that are no clock times: the settlement band, overtime, weekly and daily totals."""

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import DIGITS, KANJI, WORDS
from extract.quantities.records import Quantity
from extract.quantities.scanning import Pattern, after, before, has_numeral

_HOURS = Pattern(
    rf"(?P<number>{DIGITS}|{KANJI}|\b(?:{WORDS})\b)(?P<plus>\+)?(?: ?-?(?P<unit>時間|(?:h|hs|hr|hrs|hours?)\b['’]?))?(?:(?P<spread> ?± ?)(?P<by>[0-9]{{1,2}}) ?(?:時間|h(?:rs?|ours?)?\b)?)?"
)
_BAND_WORD = Pattern(r"(?:[精清]算(?:幅|条件|時間)?|時間幅|基準時間|\bsettlement)[^0-9]{0,12}$")
_TWO_BOUNDS = Pattern(
    r"(?:(?:下限|最低|min\.?) ?[:=]? ?(?P<low>[0-9]{2,3})(?: ?(?:時間|h))?[ 、,/~-]{0,3}(?:上限|最高|最大|max\.?) ?[:=]? ?(?P<high>[0-9]{2,3})(?: ?(?:時間|h\b))?"
    r"|(?P<low2>[0-9]{2,3}) ?(?:時間|h)?以上[ 、,~-]{0,3}(?P<high2>[0-9]{2,3}) ?(?:時間|h)?(?:以下|まで|以内))"
)
_FIXED = Pattern(r"(?:[精清]算(?:幅|条件)?(?:は|:| )*|[時間h] ?\(?)(?P<word>固定|なし|無し|無)|^[ :]*(?P<alone>固定)|(?P<end>月額固定|固定精算|固定\(精算なし\)|精算なし)")
_OVERTIME_WORD = Pattern(r"残業|時間外|超過|\bovertime\b|\bot\b|\bextra hours\b")
_NO_OVERTIME = Pattern(
    r"(?:残業|時間外(?:労働)?)(?:時間)?(?:は|も|:| |が)*(?P<hardly>ほぼ|ほとんど|基本(?:的に)?|原則)?(?:発生)?(?P<none>なし|無し|無(?:$|[ 、。)])|ない|ありません|ございません|ゼロ|0(?:h|時間)?(?:$|[ 、。)])|発生しない|発生しません)"
    r"|\b(?P<hardly2>hardly any|little|almost no|virtually no|minimal|rarely any)(?: or no)? overtime\b|\b(?:no|zero|without) overtime\b"
)
_PER = {
    "week": Pattern(r"^(?: of work| of cover)?(?:/| ?per | ?an? | ?each | ?p\.?/?)(?:week|wk|w)\b|^ ?(?:weekly|pw\b)|^ ?/ ?週"),
    "month": Pattern(r"^(?: of \w+| overtime| ot)?(?:/| ?per | ?an? | ?each | ?p\.?/?)(?:month|mo|mth|m)\b|^ ?(?:monthly|pm\b)|^ ?/ ?(?:月|[ヶかカ]月)"),
    "day": Pattern(r"^(?: of work| overtime)?(?:/| ?per | ?an? | ?each | ?p\.?/?)(?:day|d)\b|^ ?(?:daily|pd\b)|^ ?/ ?日"),
}
_PER_BEFORE = {
    "week": Pattern(r"(?:週(?:に|間)?(?:約|合計|計)?|\b(?:weekly(?: hours| total)?|hours per week|hours/week|per week)[: ]*) ?$"),
    "month": Pattern(r"(?:(?:^|[^0-9 ]) ?(?:月(?:間|平均|に|あたり|最大|約)*|平均|\bmonthly[: ]*)) ?$"),
    "day": Pattern(r"(?:(?:1|一)日(?:あたり|に|約|平均)*|実働(?:時間)?|日に|所定労働(?:時間)?|\bhours per day[: ]*)[: はの]*$"),
}


def find_settlement(string: str, *, bare: bool = False) -> list[Quantity]:
    """The monthly band of hours (140-180h, 160h±30h) in `hour_per_month`; 固定 as text.

    Args:
        string: A folded line or clause.
        bare: Under a settlement label: `140-180`, `固定`.
    """
    found = [
        Quantity(hit.start, hit.end, float(hit["low"] or hit["low2"]), float(hit["high"] or hit["high2"]), "hour_per_month", key="settlement-hours")
        for hit in _TWO_BOUNDS.hits(string)
    ]
    found = [band for band in found if _is_band(band.min, band.max)]
    if not found and has_numeral(string):
        found = [band for measure in measures(string, _HOURS, bare=True) if (band := _band(string, measure, bare=bare))]
    fixed = None if found else _FIXED.first(string)
    if fixed and ("alone" not in fixed or bare):
        found.append(Quantity(fixed.start, fixed.end, text="fixed", key="settlement-hours"))
    return mark_replaced(string, found)


def _is_band(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and 60 <= low <= high <= 320


def _band(string: str, measure: Measure, *, bare: bool) -> Quantity | None:
    """The band that a measure states, if it states one."""
    low, high = measure.frame.min, measure.frame.max
    last = measure.last
    told = bool(measure.unit) or _BAND_WORD.stands_in(before(string, measure.low.start))
    if measure.high is None:
        if "spread" not in last or low is None:
            return None
        low, high, told = low - float(last["by"]), low + float(last["by"]), True
    if not _is_band(low, high) or not (told or bare) or _OVERTIME_WORD.stands_in(before(string, measure.low.start, 16)):
        return None
    return Quantity(
        measure.low.start, last.end, low, high, "hour_per_month", key="settlement-hours", explicit=told, confidence=measure.confidence,
        replaced=measure.replaced,
    )  # fmt: skip


def find_overtime(string: str, *, bare: bool = False) -> list[Quantity]:
    """Overtime as hours a month (or week, day where told); none as the text `none`, hardly any as `little`.

    Args:
        string: A folded line or clause.
        bare: Under an overtime label; elsewhere the word must stand in the string.
    """
    none = _NO_OVERTIME.first(string)
    if none:
        return [Quantity(none.start, none.end, text="little" if "hardly" in none or "hardly2" in none else "none", key="overtime")]
    if not has_numeral(string) or not (bare or _OVERTIME_WORD.stands_in(string)):
        return []
    found = []
    for measure in measures(string, _HOURS, bare=bare):
        biggest = measure.frame.max if measure.frame.max is not None else measure.frame.min
        period = _period(string, measure) or "month"
        near = bare or _OVERTIME_WORD.stands_in(before(string, measure.low.start, 30)) or _OVERTIME_WORD.stands_in(after(string, measure.last.end, 24))
        if biggest is not None and biggest <= 100 and near and not (period == "week" and biggest >= 30):
            found.append(_hours(measure, f"hour_per_{period}", "overtime"))
    return mark_replaced(string, found)


def find_weekly_hours(string: str) -> list[Quantity]:
    """The weekly total: 週40時間, "37.5 hours/week"."""
    return _totals(string, "week", 10, 70)


def find_daily_hours(string: str) -> list[Quantity]:
    """The hours of a working day: 実働7.5h, 1日8時間, "8 hours a day"."""
    return _totals(string, "day", 2, 13)


def _totals(string: str, period: str, least: float, most: float) -> list[Quantity]:
    if not has_numeral(string):
        return []
    found = []
    for measure in measures(string, _HOURS):
        biggest = measure.frame.max if measure.frame.max is not None else measure.frame.min
        if biggest is None or not least <= biggest <= most or _period(string, measure) != period:
            continue
        if not _OVERTIME_WORD.stands_in(before(string, measure.low.start, 16)):
            found.append(_hours(measure, f"hour_per_{period}", "working-hours"))
    return mark_replaced(string, found)


def _period(string: str, measure: Measure) -> str | None:
    """The period that the hours are counted in."""
    for end in (measure.last.end, measure.frame.end):
        for name, pattern in _PER.items():
            if pattern.stands_in(after(string, end)):
                return name
    return next((name for name, pattern in _PER_BEFORE.items() for start in (measure.low.start, measure.frame.start) if pattern.stands_in(before(string, start))), None)


def _hours(measure: Measure, unit: str, key: str) -> Quantity:
    framed = measure.frame
    return Quantity(
        framed.start, framed.end, framed.min, framed.max, unit, key=key, explicit=bool(measure.unit), confidence=measure.confidence,
        replaced=measure.replaced,
    )  # fmt: skip
