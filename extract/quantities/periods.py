"""Start, end and length of a seat from one line: 10月1日〜長期, 7月〜2027年6月, "from March to June"."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from extract.quantities.dates import find_dates
from extract.quantities.durations import find_durations
from extract.quantities.records import Quantity
from extract.quantities.scanning import Pattern, after, before

_UNTIL_BEFORE = Pattern(
    r"(?:~|終了(?:日|は|:| )*|末日は|満了(?:日)?[: ]*|\b(?:until|till?|'til|through|thru|to|ends?|ending|finish(?:es|ing)?|runs? (?:to|until|through)|up to|end date|expires?|no later than)(?: on| in| date| at| is)?:?) ?(?:最長|the )?$"
)
_UNTIL_AFTER = Pattern(r"^ ?(?:頃|ごろ)?(?:いっぱい)?(?: ?(?:まで|迄|終了|満了|end\b|退場|完了))")
_FROM_AFTER = Pattern(r"^ ?(?:頃|ごろ)?(?: ?(?:~|から|より|スタート|開始|参画|入場|着任|稼働|以降|入社|onwards?|start))")
_FROM_BEFORE = Pattern(
    r"(?:開始(?:日|は|時期|予定)*|参画(?:日|時期)?|入場(?:日)?|着任(?:日|は)?|スタート|\b(?:from|start(?:s|ing|ed)?|begin(?:s|ning)?|commenc\w+|as of|start date|by)(?: on| in| date| from| is| moves to| now)*)[: はを]*(?:the )?$"
)
_RANGE_GLUE = frozenset({"~", "-", "から", "to", "through", "thru", "until", "till", "til", "and", "より", "?", "開始~", "頃~", "スタート~"})


def find_periods(string: str, base: date, *, bare: bool = False, role: str = "start-date", day_first: bool = False) -> list[Quantity]:
    """Dates and lengths with the contract's key: `start-date`, `end-date`, `duration` (and `renewal`).

    Args:
        string: A folded line or clause.
        base: The mail's own local date.
        bare: Under a label of period.
        role: The key of a date whose words tell none.
        day_first: As in `find_dates`.
    """
    dates = find_dates(string, base, bare=bare, day_first=day_first)
    keyed = [_keyed(string, dates, index, role) for index in range(len(dates))]
    keyed = list(_after_the_start(string, keyed, base, bare=bare, day_first=day_first))
    lengths = [item for item in find_durations(string, bare=bare) if not any(item.start < day.end and day.start < item.end for day in keyed)]
    return sorted([*keyed, *lengths], key=lambda item: item.start)


def _keyed(string: str, dates: list[Quantity], index: int, role: str) -> Quantity:
    """The date with the end of the period that its words make it."""
    item = dates[index]
    lead, trail = before(string, item.start), after(string, item.end, 12)
    if index and _joins(string, dates[index - 1], item):
        return _widened(string, replace(item, key="end-date"))
    if index + 1 < len(dates) and _joins(string, item, dates[index + 1]):
        return replace(item, key="start-date")
    if _FROM_AFTER.stands_in(trail):
        return replace(item, key="start-date")
    if _UNTIL_AFTER.stands_in(trail) or _UNTIL_BEFORE.stands_in(lead):
        return _widened(string, replace(item, key="end-date"))
    if _FROM_BEFORE.stands_in(lead):
        return replace(item, key="start-date")
    return replace(item, key=role)


def _joins(string: str, first: Quantity, second: Quantity) -> bool:
    """Whether two dates are the ends of one period, and no change of a date."""
    return not first.replaced and not second.replaced and string[first.end : second.start].strip() in _RANGE_GLUE


def _widened(string: str, item: Quantity) -> Quantity:
    """The span with its まで."""
    hit = _UNTIL_AFTER.first(after(string, item.end, 12))
    return replace(item, end=item.end + hit.end) if hit else item


def _after_the_start(string: str, keyed: list[Quantity], base: date, *, bare: bool, day_first: bool) -> Iterator[Quantity]:
    """The same dates, an end without a year counted from the start and not from the mail."""
    start: str | None = None
    for item in keyed:
        if item.key == "end-date" and start and start != "immediate" and item.text and item.text < start[: len(item.text)]:
            later = date(int(start[:4]), int(start[5:7]), int(start[8:10] or 1) if len(start) > 7 else 1)
            again = [day for day in find_dates(string[item.start : item.end], later, bare=True, day_first=day_first) if day.text]
            yield replace(item, text=again[0].text) if again else item
        else:
            yield item
        start = item.text if item.key == "start-date" else start
