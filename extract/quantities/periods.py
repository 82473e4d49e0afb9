"""Start, end and length of a seat from one line: 10月1日〜長期, 7月〜2027年6月, "from March to June"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.quantities.calendar_days import valid
from extract.quantities.dates import find_dates
from extract.quantities.durations import find_durations
from extract.quantities.records import Quantity
from extract.quantities.scanning import Pattern, after, before

_JOINTS = frozenset(
    {
        "~",
        "-",
        "から",
        "to",
        "through",
        "thru",
        "until",
        "till",
        "til",
        "'til",
        "and",
        "&",
        "/",
        "to the",
        "until the",
        "till the",
        "- the",
        "より",
        "?",
        "開始~",
        "スタート~",
    }
)
_UNTIL_AFTER = Pattern(r"^ ?(?:頃|ごろ)?(?:いっぱい)?(?: ?(?:まで|迄|終了|満了|退場|完了|end\b))")
_FROM_AFTER = Pattern(r"^ ?(?:頃|ごろ)?(?: ?(?:~|から|より|スタート|開始|参画|入場|着任|稼働|以降|入社|or[0-9 ]|または|onwards?\b|start))")
_ROLE_WORDS = Pattern(
    r"(?P<end>~|最長|終了|満了|退場"
    r"|\b(?:until|till?|through|thru|end(?:s|ing)?|finish(?:es|ing)?|expir\w+|extend\w*|runs? to|last day|no later than)\b"
    r"|\b(?:cover|contract|role|job|work|longer|booking|ftc|assignment|shifts?|weeks|months),? to (?:the )?$)"
    r"|(?P<start>開始|スタート|参画|入場|着任|入社|稼働"
    r"|\b(?:start(?:s|ing|ed)?|from|begin(?:s|ning)?|commenc\w+|as of|onboard\w*|kick-?off|joining)\b)"
)
_TO_THE_DAY = Pattern(r"^ ?to(?: (?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?)? $")
_SENTENCE_ENDS = "。;、\n"


def find_periods(string: str, base: date, *, bare: bool = False, role: str | None = None, day_first: bool = False) -> list[Quantity]:
    """Dates and lengths with the contract's key: `start-date`, `end-date`, `duration` (and `renewal`, which is none).

    Args:
        string: A folded line or clause.
        base: The mail's own local date.
        bare: Under a label of period.
        role: The key of a date whose words tell none; null leaves such dates out, as prose speaks of many days.
        day_first: As in `find_dates`.
    """
    dates = find_dates(string, base, bare=bare, day_first=day_first)
    keyed = _in_order(string, _same_role([_keyed(string, dates, index, role) for index in range(len(dates))]), day_first=day_first)
    found = [item for item in keyed if item.key]
    taken = {position for item in dates for position in range(item.start, item.end)}
    lengths = (item for item in find_durations(string, bare=bare) if taken.isdisjoint(range(item.start, item.end)))
    found += [_from_day(string, item, dates) for item in lengths]
    return sorted(found, key=lambda item: item.start)


def _from_day(string: str, item: Quantity, dates: Sequence[Quantity]) -> Quantity:
    """`12月〜3ヶ月`: the wave leads from the day to the length, and makes it no ceiling."""
    waved = string[item.start : item.start + 1] == "~" and any(day.end == item.start for day in dates)
    return replace(item, min=item.max) if waved and item.min is None else item


def _keyed(string: str, dates: Sequence[Quantity], index: int, role: str | None) -> Quantity:
    """The date with the part of the period that its words make it."""
    item = dates[index]
    trail = after(string, item.end, 12)
    if index and _joins(string, dates[index - 1], item):
        return _widened(string, replace(item, key="end-date"))
    if _FROM_AFTER.stands_in(trail) or (index + 1 < len(dates) and _joins(string, item, dates[index + 1])):
        return replace(item, key="start-date")
    if _UNTIL_AFTER.stands_in(trail):
        return _widened(string, replace(item, key="end-date"))
    return replace(item, key=_told_role(before(string, item.start)) or role)


def _told_role(lead: str) -> str | None:
    """The role that the nearest word before a date gives it, in the same stretch of a sentence."""
    if _TO_THE_DAY.stands_in(lead):
        return "end-date"
    stretch = lead
    for mark in _SENTENCE_ENDS:
        stretch = stretch.rpartition(mark)[2]
    hits = list(_ROLE_WORDS.hits(stretch.rpartition(". ")[2]))
    return f"{hits[-1].part('end', 'start')}-date" if hits else None


def _joins(string: str, first: Quantity, second: Quantity) -> bool:
    """Whether two dates are the ends of one period, and no change of a date."""
    return not first.replaced and not second.replaced and string[first.end : second.start].strip() in _JOINTS


def _widened(string: str, item: Quantity) -> Quantity:
    """The span with its まで."""
    hit = _UNTIL_AFTER.first(after(string, item.end, 12))
    return replace(item, end=item.end + hit.end) if hit else item


def _same_role(keyed: list[Quantity]) -> list[Quantity]:
    """The old date of a change plays the part of the new one beside it (9月末ではなく12月末まで)."""
    for index, item in enumerate(keyed):
        if item.replaced:
            partner = next(
                (other for other in (*keyed[index + 1 : index + 2], *keyed[max(0, index - 1) : index]) if not other.replaced), item
            )
            keyed[index] = replace(item, key=partner.key)
    return keyed


def _in_order(string: str, keyed: list[Quantity], *, day_first: bool) -> list[Quantity]:
    """The same dates, a start put before its end: whichever tells no year counts from the other."""
    for index in range(1, len(keyed)):
        start, end = keyed[index - 1], keyed[index]
        if (start.key, end.key) != ("start-date", "end-date") or not start.text or not end.text or start.text == "immediate":
            continue
        if end.text >= start.text[: len(end.text)]:
            continue
        if _tells_year(string, end):
            keyed[index - 1] = start if _tells_year(string, start) else _year_earlier(start, start.text)
            continue
        later = date(int(start.text[:4]), int(start.text[5:7]), int(start.text[8:10] or 1))
        again = find_dates(string[end.start : end.end], later, bare=True, day_first=day_first)
        keyed[index] = replace(end, text=again[0].text) if again else end
    return keyed


def _year_earlier(item: Quantity, iso: str) -> Quantity:
    """The date of the year before, where the calendar has it."""
    year, month, day = int(iso[:4]), int(iso[5:7]), int(iso[8:10] or 0) or None
    earlier = valid(year - 1, month, day)
    return replace(item, text=earlier.iso) if earlier else item


def _tells_year(string: str, item: Quantity) -> bool:
    words = string[item.start : item.end]
    return "20" in words or "年" in words
