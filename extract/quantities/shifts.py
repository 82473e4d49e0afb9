"""Steps of a date or length: 1ヶ月後ろ倒し, 2週間前倒し, "pushed back two weeks", 3ヶ月延長."""

from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import ANY, number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, after, before, has_numeral

_NUMBER = Pattern(
    rf"(?P<number>{ANY}|半|\ban?\b)"
    r"(?: ?-?(?P<unit>(?P<year>年|years?\b)|(?P<month>[ヶケヵカか箇]月|months?\b)|(?P<week>週間?|(?:weeks?|wks?)\b)|(?P<day>日|days?\b)))?"
)
_ABOUT = r"^間?(?:ほど|程度|くらい|分)?[のを]? ?"
_LATER_AFTER = Pattern(
    rf"{_ABOUT}(?:後ろ倒|後倒|延期|遅(?:れ|く|ら)|後に(?:なり|ずれ|変更)|先に(?:なり|延)|先送り|ずれ|ずら|スリップ|後ろにず)"
    r"|^ ?(?:later|late|behind|delay|slip|postponement|out)\b"
)
_LATER_BEFORE = Pattern(
    r"\b(?:push(?:ed|es|ing)?|slip(?:s|ped)?|delay(?:ed|s)?|postpone[ds]?|put back|move[sd]? (?:back|out)|deferred)"
    r"(?: (?:back|out|it|this|that|the start))*(?: by)?(?: about| another| at least)? $"
)
_EARLIER_AFTER = Pattern(rf"{_ABOUT}(?:前倒|早ま|早め|早く|繰り?上げ)|^ ?(?:earlier|sooner|early|forward)\b")
_EARLIER_BEFORE = Pattern(
    r"\b(?:bring|brought|pull(?:ed)?|move[sd]?)(?: it| this| that| the start)? (?:forward|in|up)(?: by)?(?: about)? $"
)
_LONGER_AFTER = Pattern(rf"{_ABOUT}(?:延長(?:し|に|と|が決|、|。|$|を|で)|延ば|延び)|^ ?(?:longer|more on the contract)\b")
_LONGER_BEFORE = Pattern(
    r"\b(?:extend(?:ed|s)?|prolong(?:ed)?)(?: (?:it|this|that|the contract|him|her|them))?(?: by| for)?(?: a further| another)? $"
    r"|延長[: ]$"
)
_SHORTER_AFTER = Pattern(rf"{_ABOUT}短縮|^ ?shorter\b")
_START = Pattern(r"(?:開始|参画|着任|入場|スタート)[^。、]{0,6}$")
_END = Pattern(r"(?:終了|満了|\bend(?:s|ing)?\b)[^。.;]*$")


def find_shifts(string: str) -> list[Quantity]:
    """Signed steps with the key that they move: later is positive for `start-date` and `end-date`, longer for `duration`.

    A whole date that something moves to is no step: `find_dates` has it.
    """
    if not has_numeral(string):
        return []
    return [item for measure in measures(string, _NUMBER, ends=_ends) if (item := _read(string, measure))]


def _ends(low: Hit, high: Hit | None) -> tuple[float | None, float | None]:
    return _count(low), _count(high) if high else None


def _count(hit: Hit) -> float | None:
    if hit["number"] == "半":
        return 6.0 if "year" in hit else None
    value = number(hit["number"])
    return None if value is None else value * 12 if "year" in hit else value


def _read(string: str, measure: Measure) -> Quantity | None:
    """The step that a length states by the verb beside it, if one stands there."""
    low, last = measure.low, measure.last
    lead, trail = before(string, low.start, 60), after(string, last.end, 24)
    steps = (
        (_LATER_AFTER.stands_in(trail) or _LATER_BEFORE.stands_in(lead), 1, None),
        (_EARLIER_AFTER.stands_in(trail) or _EARLIER_BEFORE.stands_in(lead), -1, None),
        (_LONGER_AFTER.stands_in(trail) or _LONGER_BEFORE.stands_in(lead), 1, "duration"),
        (_SHORTER_AFTER.stands_in(trail), -1, "duration"),
    )
    step = next(((sign, key) for told, sign, key in steps if told), None)
    first, second = _ends(low, measure.high)
    if step is None or first is None:
        return None
    sign, key = step
    if key and sign > 0 and _START.stands_in(lead):
        key = "start-date"
    name = last.part("year", "month", "week", "day") or "month"
    key = key or ("end-date" if _END.stands_in(lead) else "start-date")
    least, most = sorted((sign * first, sign * (second or first)))
    unit = "month" if name == "year" else name
    return Quantity(low.start, last.end, least, most, unit, key=key, relative=True)
