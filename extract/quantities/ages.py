"""Age limits: 35歳まで, 30〜45歳, 40代前半まで, 40歳以上不可, under 35, "aged 25-35"."""

from extract.quantities.bounds import Framed
from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import EN, KANJI, number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, after, before, has_numeral

_NUMBER = Pattern(
    rf"(?P<number>{EN}|{KANJI})(?P<plus>\+)?(?: ?-?(?P<unit>歳|才|(?P<decade>代(?:の)?(?P<part>前半|半ば|中盤|後半)?)|(?P<plural>'?s)\b|(?:years?|yrs?)(?: old| of age|-old)\b|y/?o\b))?"
)
_REFUSED = Pattern(r"^(?:の方|の人|は|の|方|も)*(?:不可|ng\b|お断り|対象外|×|除く|以外|厳しい|難しい|ご遠慮)|^ ?(?:is|are)? ?(?:not accepted|excluded|not eligible)")
_AGE_BEFORE = Pattern(r"(?:年齢(?:制限|層|は|:|：| )*|満|\b(?:aged?|ages?|age (?:limit|range)|between(?: the)? ages? of|old|older than|younger than)\b)[^0-9、。;.]{0,12}$")
_PERSON_BEFORE = Pattern(r"\b(?:someone|anyone|person|people|woman|women|man|men|lady|candidates?|applicants?|everybody|staff|guy|girl|be|is|are|aged?)(?: [a-z]+)? (?:under|below|over|above) $")
_ENDS = Pattern(r"^(?: years)?(?: ?$| ?[,.;:)(!?/]| (?:please|or|and|but|if|only|preferred|ideally|for this)\b)")
_PARTS = {"前半": (0, 4), "半ば": (4, 6), "中盤": (4, 6), "後半": (5, 9), "": (0, 9)}


def find_ages(string: str, *, bare: bool = False) -> list[Quantity]:
    """Age limits in whole years, both ends inside: 35歳未満 is max 34, 40代まで max 49.

    Args:
        string: A folded line or clause.
        bare: Under a label of age: `35まで`, `25-35`.
    """
    if not has_numeral(string):
        return []
    found = [age for measure in measures(string, _NUMBER, bare=True) if (age := _read(string, measure, bare=bare))]
    return mark_replaced(string, found)


def _read(string: str, measure: Measure, *, bare: bool) -> Quantity | None:
    """The age limit that a measure states, if it states one."""
    last = measure.last
    told = bool(measure.unit) or _is_age(string, measure)
    if not (told or bare) or not all(_plausible(hit) for hit in (measure.low, last)):
        return None
    if measure.unit == "s" and not _AGE_BEFORE.stands_in(before(string, measure.low.start)) and "'" not in measure.unit and not bare:
        return None
    low, high = _bounds(measure)
    start, end = measure.frame.start, measure.frame.end
    refused = _REFUSED.first(after(string, end))
    if refused:
        low, high, end = None, (low - 1 if low is not None else None), end + refused.end
    return Quantity(start, end, low, high, "age", explicit=told, confidence=measure.confidence, replaced=measure.replaced)


def _is_age(string: str, measure: Measure) -> bool:
    """Whether a number without a unit is an age by the words around it."""
    if _AGE_BEFORE.stands_in(before(string, measure.low.start)):
        return True
    ends = _ENDS.stands_in(after(string, (measure.high or measure.low).end))
    return ends and _PERSON_BEFORE.stands_in(before(string, measure.low.start))


def _plausible(hit: Hit) -> bool:
    value = number(hit["number"])
    if value is None or not value.is_integer():
        return False
    return value % 10 == 0 and 10 <= value <= 80 if "decade" in hit or "plural" in hit else 14 <= value <= 80


def _bounds(measure: Measure) -> tuple[float | None, float | None]:
    """Both ends in years: a decade reaches from its first year to its last."""
    framed: Framed = measure.frame
    last = measure.last
    decades = "decade" in last or "plural" in last
    first_low, first_high = _reach(measure.low, decades=decades)
    last_high = _reach(last, decades=decades)[1]
    low = None if framed.min is None else first_low
    if framed.max is None:
        return low, None
    if framed.below:
        return low, (_reach(last, decades=decades)[0]) - 1
    return low, last_high if measure.high else first_high


def _reach(hit: Hit, *, decades: bool) -> tuple[float, float]:
    """The first and last year that a number covers."""
    value = number(hit["number"]) or 0.0
    if not decades:
        return value, value
    first, last = _PARTS[hit["part"]]
    return value + first, value + last
