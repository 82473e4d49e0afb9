"""Days a week or month: 週3日, 週2リモート, "3 days a week onsite", Tue-Thu."""

from dataclasses import replace

from extract.quantities.bounds import frame
from extract.quantities.changed import mark_replaced
from extract.quantities.measures import pairs
from extract.quantities.numerals import KANJI, WORDS, number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, after, before, has_numeral

_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|day|nesday|rs|rsday|sday|urday)?s?\b\.?"
_JA = Pattern(rf"(?P<per>週|月)(?:に|の|間)?(?:約|最大|最低|~|上限)?(?P<number>[0-9]{{1,2}}|{KANJI})(?P<plus>\+)?(?:(?:[~-]|、|または|から)(?P<high>[0-9]{{1,2}}))?(?P<unit>日間?|回)?")
_EN = Pattern(
    rf"(?P<number>[0-9]{{1,2}}|\b(?:{WORDS}|an?)\b)(?P<plus>\+)?(?: ?-? ?(?P<unit>(?:full |whole |working |work |office |remote |onsite |home )?days?\b))(?P<per> ?(?:(?:/|per |a |each |every |p\.?/?)(?:week|wk|w)\b|weekly\b|pw\b))?"
)
_SPAN = Pattern(rf"\b(?P<first>{_DAY}) ?(?:-|~|to|through|thru) ?(?P<last>{_DAY})|(?P<jfirst>[月火水木金土日])(?:曜日?)?[~-](?P<jlast>[月火水木金土日])(?:曜日?)?|\b(?P<list>{_DAY}(?:(?:, ?| ?/ ?| ?& ?| and |, and ){_DAY})+)|(?P<jlist>[月火水木金](?:[・、/][月火水木金])+)(?:曜日?)?")
_OFFICE_BEFORE = Pattern(r"(?:出社|常駐|出勤|オフィス|客先|\b(?:onsite|on-site|on site|in (?:the )?office|in-office|office|hybrid))[^0-9。;]{0,16}$")
_OFFICE_AFTER = Pattern(
    r"^(?:日|回)?(?:間)?(?:程度|ほど|くらい|ぐらい|前後|以上|以内|まで|は|の|だけ|のみ|or[0-9])* ?(?:オフィス|客先|現地)?(?:に|へ|で)?(?:の)?(?:出社|常駐|出勤|出社勤務|オンサイト)"
    r"|^(?: |,|\(|-|/)*(?:(?:a|per|each|every) week|weekly|/ ?week|/ ?wk)?(?: |,|\(|-)*(?:min(?:imum)?|max(?:imum)?|minimum)? ?(?:in (?:the |our |their )?(?:[a-z]+ )?(?:office|building|studio|lab)|in-office|on-?site|on site|at (?:the |their |our )?(?:office|site|client|desk)|office\b|in person|with the team|in [a-z]+ office)"
)
_HOME_BEFORE = Pattern(r"(?:リモート(?:ワーク|勤務)?|在宅(?:勤務)?|テレワーク|自宅|\b(?:remote(?:ly)?|wfh|work(?:ing)? from home|from home|at home|home working))(?:は|も|:| |が|を|最大|可|\(|,|for|併用|up to|about|around)*$")
_HOME_AFTER = Pattern(
    r"^(?:日|回)?(?:間)?(?:程度|ほど|くらい|ぐらい|前後|以上|以内|まで|は|の|だけ|のみ|であれば|なら)* ?(?:リモート|在宅|テレワーク|自宅)"
    r"|^(?: |,|\(|-|/)*(?:(?:a|per|each|every) week|weekly|/ ?week|/ ?wk)?(?: |,|\(|-)*(?:remote|wfh|work(?:ing)? from home|from home|at home|home)\b"
)


def find_week_days(string: str, *, bare: bool = False) -> list[Quantity]:
    """Days of the week: at the office or at home where the words say so, else days worked.

    The key is `remote` with `note` `office` or `home` and the days as written, or `working-days`; `home_days` turns the
    former into the contract's days at home.

    Args:
        string: A folded line or clause.
        bare: Under a label of remote work or days: "3 days" without "a week".
    """
    found = []
    if has_numeral(string):
        found += [item for hit in _JA.hits(string) if (item := _japanese(string, hit))]
        found += [item for pair in pairs(string, _EN.hits(string)) if (item := _english(string, pair.low, pair.high, bare=bare))]
    found += [item for hit in _SPAN.hits(string) if (item := _named(string, hit)) and not any(item.start < other.end and other.start < item.end for other in found)]
    return mark_replaced(string, sorted(found, key=lambda item: item.start))


def home_days(item: Quantity, week: int = 5) -> Quantity:
    """The days at home that days at the office leave, with `text` full, partial or none (GUIDELINES.md 4)."""
    if item.key != "remote" or item.unit != "day_per_week":
        return item
    low, high = item.min, item.max
    if item.note == "office":
        low, high = (None if item.max is None else week - item.max), (None if item.min is None else week - item.min)
    exact = low is not None and low == high
    text = "full" if exact and low == week else "none" if exact and low == 0 else "partial"
    return replace(item, min=low, max=high, text=text) if text == "partial" else replace(item, min=None, max=None, unit=None, text=text)


def _japanese(string: str, hit: Hit) -> Quantity | None:
    """週3日, 週2リモート, 月10日."""
    low, high = number(hit["number"]), number(hit["high"]) if "high" in hit else None
    most = 7 if hit["per"] == "週" else 31
    if low is None or low > most or (high is not None and not low < high <= most):
        return None
    left = string[hit.start - 1 : hit.start]
    if (left.isascii() and left.isdigit()) or left in ("毎", "隔", "今", "先", "来", "数", "1"):
        return None
    trail = after(string, hit.end)
    unit = "day_per_week" if hit["per"] == "週" else "day_per_month"
    place = "home" if _HOME_AFTER.stands_in(trail) else "office" if _OFFICE_AFTER.stands_in(trail) else None
    if hit["unit"] != "日" and place is None and hit["unit"] != "日間":
        return None
    if place is None:
        lead = before(string, hit.start)
        place = "home" if _HOME_BEFORE.stands_in(lead) else "office" if _OFFICE_BEFORE.stands_in(lead) else None
    return _quantity(string, hit.start, hit.end, low, high, unit, place, plus="plus" in hit)


def _english(string: str, low: Hit, high: Hit | None, *, bare: bool) -> Quantity | None:
    """Two days in the office, 3 days a week."""
    last = high or low
    first, second = number(low["number"]), number(high["number"]) if high else None
    if first is None or max(first, second or 0) > 7:
        return None
    lead, trail = before(string, low.start), after(string, last.end)
    place = None
    adjective = last["unit"].split(" ")[0]
    if _OFFICE_AFTER.stands_in(trail) or adjective in ("office", "onsite"):
        place = "office"
    elif _HOME_AFTER.stands_in(trail) or adjective in ("remote", "home"):
        place = "home"
    elif "per" in last or bare:
        place = "home" if _HOME_BEFORE.stands_in(lead) else "office" if _OFFICE_BEFORE.stands_in(lead) else None
    if place is None and "per" not in last and not bare:
        return None
    return _quantity(string, low.start, last.end, first, second, "day_per_week", place, plus="plus" in last, tilde=False)


def _quantity(string: str, start: int, end: int, low: float, high: float | None, unit: str, place: str | None, *, plus: bool, tilde: bool = True) -> Quantity:
    framed = frame(string, start, end, low, high, plus=plus, tilde=tilde)
    return Quantity(framed.start, framed.end, framed.min, framed.max, unit, key="remote" if place else "working-days", note=place)


def _named(string: str, hit: Hit) -> Quantity | None:
    """Tue-Thu is three days, Monday to Friday five."""
    if "list" in hit or "jlist" in hit:
        words = hit["list"] or hit["jlist"]
        count = len({hit_part["day"][:3] for hit_part in _ONE_DAY.hits(words)}) if "list" in hit else sum(character in "月火水木金" for character in words)
    else:
        order = "月火水木金土日" if "jfirst" in hit else ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        first, last = (hit["jfirst"], hit["jlast"]) if "jfirst" in hit else (hit["first"][:3], hit["last"][:3])
        count = (order.index(last) - order.index(first)) % 7 + 1
    lead, trail = before(string, hit.start), after(string, hit.end)
    place = "office" if _OFFICE_AFTER.stands_in(trail) or _OFFICE_BEFORE.stands_in(lead) else "home" if _HOME_AFTER.stands_in(trail) or _HOME_BEFORE.stands_in(lead) else None
    return Quantity(hit.start, hit.end, float(count), float(count), "day_per_week", key="remote" if place else "working-days", note=place, explicit=False)


_ONE_DAY = Pattern(r"(?P<day>mon|tue|wed|thu|fri|sat|sun)")
