"""Days a week or month: 週3日, 週2リモート, "3 days a week onsite", Tue-Thu."""

from dataclasses import replace

from extract.quantities.bounds import frame
from extract.quantities.changed import mark_replaced
from extract.quantities.numerals import KANJI, WORDS, number
from extract.quantities.pairing import Pair, pairs
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, Signs, after, before, has_numeral

_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|day|nesday|rs|rsday|sday|urday)?s?\b\.?"
_SLASHED = Pattern(r"(?P<number>[0-9]{1,2}) ?日 ?/ ?(?P<per>週|月)")
_JA = Pattern(
    rf"(?P<per>週|月)[にの間]?(?:約|最大|最低|~|上限)?(?P<number>[0-9]{{1,2}}|{KANJI})(?P<plus>\+)?"
    r"(?:(?:[~-]|、|または|から)(?P<high>[0-9]{1,2}))?(?P<unit>日間?|回)?"
)
_EN = Pattern(
    rf"(?P<number>[0-9]{{1,2}}|\b(?:{WORDS}|an?)\b)(?P<plus>\+)?"
    r"(?: ?-? ?(?P<unit>(?:(?:full|whole|working|work|(?P<office>office|onsite|on-site|in-office)|(?P<home>remote|home|wfh)) )?days?\b)"
    r"(?P<per> ?(?:(?:/|per |a |each |every |p\.?/?)(?:week|wk|w)\b|weekly\b|pw\b)|[ -]week\b| (?:out of|over|from"
    r"|in) (?:every )?(?:seven|7)\b)?)?"
)
_NAMED = Pattern(
    rf"\b(?P<first>{_DAY}) ?(?:-|~|to|through|thru) ?(?P<last>{_DAY})"
    rf"|\b(?P<list>{_DAY}(?:(?:, ?| ?/ ?| ?& ?| and |, and ){_DAY})+)"
    r"|(?P<jafirst>[月火水木金土日])(?:曜日?)?(?:[~-]|から)(?P<jalast>[月火水木金土日])(?:曜日?)?"
    r"|(?P<jalist>[月火水木金](?:[・、/][月火水木金])+)(?:曜日?)?"
)
_NAME = Pattern(r"(?P<day>mon|tue|wed|thu|fri|sat|sun)")
_EN_ORDER = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_JA_ORDER = "月火水木金土日"

_JA_GLUE = r"^(?:日|回)?間?(?:程度|ほど|くらい|ぐらい|前後|以上|以内|まで|は|の|だけ|のみ|であれば|なら|でも)* ?"
_EN_GLUE = r"^[ ,(/-]*(?:(?:a|per|each|every) week|weekly|/ ?w(?:ee)?k)?[ ,(-]*(?:min(?:imum)?|max(?:imum)?)? ?"
_OFFICE_AFTER = Pattern(
    rf"{_JA_GLUE}(?:オフィス|客先|現地)?[にへで]?の?(?:出社|常駐|出勤|オンサイト)"
    rf"|{_EN_GLUE}(?:in (?:the |our |their )?(?:[a-z]+ )?(?:office|building|studio|lab)|in-office|on-?site|on site"
    r"|at (?:the |their |our )?(?:office|site|client|desk)|office|in person|wfo|work(?:ing)? from (?:the )?office)\b"
)
_HOME_AFTER = Pattern(
    rf"{_JA_GLUE}(?:リモート|在宅|テレワーク|ご?自宅)"
    rf"|{_EN_GLUE}(?:remote(?:ly)?|wfh|work(?:ing)? from home|from home|at home|home)\b"
)
_OFFICE_BEFORE = Pattern(
    r"(?:出社|常駐|出勤|オフィス|客先|\b(?:back in|onsite|on-site|on site|(?:in )?(?:the )?office|in-office|hybrid))[^0-9。;]{0,16}$"
)
_HOME_BEFORE = Pattern(
    r"(?:リモート(?:ワーク|勤務)?|在宅(?:勤務)?|テレワーク|自宅"
    r"|\b(?:remote(?:ly)?|wfh|work(?:ing)? from home|from home|at home|home working))"
    r"(?:は|も|:| |が|を|最大|可|\(|,|for|併用|up to|about|around)*$"
)
_TOUCHING_BEFORE = Pattern(
    r"(?:出社|常駐|出勤|リモート(?:ワーク|勤務)?|在宅(?:勤務)?|テレワーク)(?:頻度|日数|回数)?(?:は|も|が|:| |\(|、|目安|最大)*$"
    r"|\b(?:onsite|on-site|on site|in the office|office attendance|wfh|remote|home working)(?: for| up to|:| |,|\()*$"
)
"""The place right before the days: then they need neither 日 nor "a week"."""
_HOURS_OVER_BEFORE = Pattern(r"\b(?:hours|hrs|h) (?:over|across|spread over|in) $")
"""Hours that are told with the days over which they go: "45 hours over 5 days"."""
_WORKED_BEFORE = Pattern(r"(?:勤務|出勤|稼働|就業)(?:日数|回数)?(?:は|も|が|を|:|・| |約|合計|月?[0-9]{1,2}回(?:から|→|->))*$")
"""Before so many times a month: the days of work."""
_WORK_AFTER = Pattern(r"^(?:程度|以上|から|~)*の?(?:フルタイム|稼働|勤務|常勤|フル稼働)")
_SIGNS = Signs("週 月 火 水 木 金 day mon tue wed thu fri sat sun")
_NOT_BEFORE = Pattern(r"(?:[0-9毎隔今先来数翌々当次]|第[一二三四五1-5])$")


def find_week_days(string: str, *, bare: bool = False) -> list[Quantity]:
    """Days of the week: at the office or at home where the words say so, else days worked.

    The key is `remote` with `note` `office` or `home` and the days as written, or `working-days`; `home_days` turns the
    former into the contract's days at home.

    Args:
        string: A folded line or clause.
        bare: Under a label of remote work or days: "3 days" without "a week".
    """
    if not _SIGNS.stand_in(string):
        return []
    counted: list[Quantity] = []
    if has_numeral(string):
        counted += [item for pair in pairs(string, _JA.hits(string)) if (item := _japanese(string, pair, bare=bare))]
        counted += [item for hit in _SLASHED.hits(string) if (item := _japanese(string, Pair(hit), bare=True))]
        counted += [item for pair in pairs(string, _EN.hits(string)) if (item := _english(string, pair, bare=bare))]
    taken = {position for item in counted for position in range(item.start, item.end)}
    found = counted + [_named(string, hit) for hit in _NAMED.hits(string) if hit.start not in taken and _stands_apart(string, hit)]
    return mark_replaced(string, sorted(found, key=lambda item: item.start))


def home_days(item: Quantity, week: int = 5) -> Quantity:
    """The days at home that days at the office leave, with `text` full, partial or none (GUIDELINES.md 4)."""
    if item.key != "remote" or item.unit != "day_per_week":
        return item
    low, high = item.min, item.max
    if item.note == "office":
        low, high = (None if item.max is None else week - item.max), (None if item.min is None else week - item.min)
    exact = low is not None and low == high
    if exact and low == week:
        return replace(item, min=None, max=None, unit=None, text="full")
    if exact and low == 0:
        return replace(item, min=None, max=None, unit=None, text="none")
    return replace(item, min=low, max=high, text="partial")


def _japanese(string: str, pair: Pair, *, bare: bool) -> Quantity | None:
    """週3日, 週2リモート, 月10日."""
    first, last = pair.low, pair.high or pair.low
    low, high = number(first["number"]), number(last["high"]) or (number(last["number"]) if pair.high else None)
    week = first["per"] == "週"
    if low is None or not low <= (high or low) <= (7 if week else 31) or _NOT_BEFORE.stands_in(before(string, first.start, 2)):
        return None
    lead, trail = before(string, first.start), after(string, last.end)
    place = _place(lead, trail)
    worked = not week and (bare or _WORKED_BEFORE.stands_in(lead))
    touching = worked or any(pattern.stands_in(trail) for pattern in (_HOME_AFTER, _OFFICE_AFTER)) or _TOUCHING_BEFORE.stands_in(lead)
    # 週2リモート needs no 日, 週2回 alone is no day
    if last["unit"] in ("", "回") and not (touching or (last["unit"] == "" and (bare or _WORK_AFTER.stands_in(trail)))):
        return None
    return _quantity(string, pair, (low, high), "day_per_week" if week else "day_per_month", place)


def _english(string: str, pair: Pair, *, bare: bool) -> Quantity | None:
    """Two days in the office, 3 days a week."""
    last = pair.high or pair.low
    first, second = number(pair.low["number"]), number(pair.high["number"]) if pair.high else None
    if "unit" not in last or first is None or not 0 < first <= (second or first) <= 7:
        return None
    lead = before(string, pair.low.start)
    if _HOURS_OVER_BEFORE.stands_in(lead):
        return Quantity(pair.low.start, last.end, first, second or first, "day_per_week", key="working-days")
    told = bare or "per" in last or lead.endswith(("x ", "× ", "days, ")) or _TOUCHING_BEFORE.stands_in(lead)
    place = last.part("office", "home") or _place(lead if told else "", after(string, last.end))
    if place is None and not told:
        return None
    return _quantity(string, pair, (first, second), "day_per_week", place)


def _place(lead: str, trail: str) -> str | None:
    """Where the days are spent, as the words behind them say, else those before."""
    for name, pattern, words in (
        ("home", _HOME_AFTER, trail),
        ("office", _OFFICE_AFTER, trail),
        ("home", _HOME_BEFORE, lead),
        ("office", _OFFICE_BEFORE, lead),
    ):
        if words and pattern.stands_in(words):
            return name
    return None


def _quantity(string: str, pair: Pair, days: tuple[float, float | None], unit: str, place: str | None) -> Quantity:
    last = pair.high or pair.low
    framed = frame(string, pair.low.start, last.end, *days, plus="plus" in last)
    item = Quantity(framed.start, framed.end, framed.min, framed.max, unit, key="remote" if place else "working-days", note=place)
    if pair.replaced:
        item = replace(item, start=pair.low.start, end=last.end, min=days[0], max=days[0] if days[1] is None else days[1], replaced=True)
    return item


def _stands_apart(string: str, hit: Hit) -> bool:
    """Whether 月 and 日 are weekdays and no parts of a date or word (10月-12月, 土日)."""
    if hit.part("jafirst", "jalist") is None:
        return True
    left, right = before(string, hit.start, 1), after(string, hit.end, 1)
    return not (left.isalnum() and left not in "はがの") and not (right.isalnum() and right not in "のはでにと")


def _named(string: str, hit: Hit) -> Quantity:
    """Tue-Thu is three days, Monday to Friday five."""
    if "list" in hit:
        count = len({day["day"] for day in _NAME.hits(hit["list"])})
    elif "jalist" in hit:
        count = len(set(hit["jalist"]) & set(_JA_ORDER))
    elif "jafirst" in hit:
        count = (_JA_ORDER.index(hit["jalast"]) - _JA_ORDER.index(hit["jafirst"])) % 7 + 1
    else:
        count = (_EN_ORDER.index(hit["last"][:3]) - _EN_ORDER.index(hit["first"][:3])) % 7 + 1
    place = _place(before(string, hit.start), after(string, hit.end))
    key = "remote" if place else "working-days"
    return Quantity(hit.start, hit.end, float(count), float(count), "day_per_week", key=key, note=place, explicit=False)
