"""Age limits: 35歳まで, 30〜45歳, 40代前半まで, 40歳以上不可, under 35, "aged 25-35"."""

from dataclasses import replace

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import EN, KANJI, number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, Signs, after, before, has_numeral

_NUMBER = Pattern(
    rf"(?P<number>{EN}|{KANJI})(?P<plus>\+)?"
    r"(?: ?-?(?P<unit>歳|才|(?P<decade>代(?:の?(?P<part>前半|半ば|中盤|後半))?)|(?P<plural>'?s\b)"
    r"|(?:years?|yrs?)(?: old| of age|-old)?\b|y/?o\b))?"
)
_NO = r"(?:不可|ng\b|お断り|対象外|×|除く|以外|厳しい|難しい|ご遠慮)"
_REFUSED_AFTER = Pattern(
    rf"^(?P<above>を?(?:超え|越え|過ぎ)(?:る|た)?(?:方|人|の方)?[はも]?{_NO})"
    rf"|^(?:の方|の人|は|の|方|も)*{_NO}|^ ?(?:is |are )?(?:not accepted|excluded|not eligible)\b"
)
_NO_AGE_AFTER = Pattern(r"^(?:[目表金替わ理用行]| ago\b)")
_AGE_BEFORE = Pattern(
    r"(?:年齢(?:制限|層|は|:| )*|お?歳は|満"
    r"|\b(?:aged?|ages?|age (?:limit|range)|between(?: the)? ages? of|old|older than|younger than|(?:in )?(?:their|his|her))\b)"
    r"[^0-9、。;.,\"]{0,12}$"
)
_PERSON_BEFORE = Pattern(
    r"\b(?:someone|somebody|anyone|anybody|everybody|no one|nobody|person|people|wom[ae]n|m[ae]n|lady|ladies|guys?|girls?|(?:fe)?males?"
    r"|candidates?|applicants?|staff|be|is|are|not|aged?)(?: [a-z]+)? (?:under|below|over|above) $"
)
_ENDS_AFTER = Pattern(r"^(?: years)?(?: ?$| ?[,.;:)(!?/]| (?:please|or|and|but|if|only|preferred|ideally|for this)\b)")
_PARTS = {"前半": (0, 4), "半ば": (4, 6), "中盤": (4, 6), "後半": (5, 9), "": (0, 9)}
_SIGNS = Signs("歳 才 代 age year yr y/o yo 's old young under over below above their his her 満")
_YOUNGEST, _OLDEST = 14, 80


def find_ages(string: str, *, bare: bool = False) -> list[Quantity]:
    """Age limits in whole years, both ends inside: 35歳未満 is max 34, 40代まで max 49.

    Args:
        string: A folded line or clause.
        bare: Under a label of age: `35まで`, `25-35`.
    """
    if not has_numeral(string) or not (bare or _SIGNS.stand_in(string)):
        return []
    found = [age for measure in measures(string, _NUMBER, bare=True) if (age := _read(string, measure))]
    return [age for age in mark_replaced(string, found) if bare or age.explicit]


def _read(string: str, measure: Measure) -> Quantity | None:
    """The age limit that a measure states, if it states one."""
    ordinal = before(string, measure.low.start, 1) == "第" or _NO_AGE_AFTER.stands_in(after(string, measure.last.end, 5))
    if ordinal or not all(_plausible(hit) for hit in (measure.low, measure.last)):
        return None
    low, high = _bounds(measure)
    end = measure.frame.end
    refused = _REFUSED_AFTER.first(after(string, end))
    if refused:
        end += refused.end
        low, high = (None, low) if "above" in refused else _complement(low, high)
    item = measure.quantity("age", explicit=_is_age(string, measure))
    return replace(item, end=end, min=low, max=high)


def _complement(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """Who is left where these are refused: below a floor, above a ceiling."""
    if low is not None:
        return None, low - 1
    return (None if high is None else high + 1), None


def _is_age(string: str, measure: Measure) -> bool:
    """Whether a number is an age by its unit or by the words around it."""
    if measure.unit and not measure.unit.endswith(("s", "year", "yr")):
        return True
    lead = before(string, measure.low.start)
    if _AGE_BEFORE.stands_in(lead):
        return True
    return _ENDS_AFTER.stands_in(after(string, measure.last.end)) and _PERSON_BEFORE.stands_in(lead)


def _plausible(hit: Hit) -> bool:
    """Whether a person who works can be of that age."""
    value = number(hit["number"])
    if value is None or not value.is_integer() or not _YOUNGEST <= value <= _OLDEST:
        return bool(value == 10 and "decade" in hit)
    return value % 10 == 0 or hit.part("decade", "plural") is None


def _bounds(measure: Measure) -> tuple[float | None, float | None]:
    """Both ends in years: a decade reaches from its first year to its last."""
    framed, last = measure.frame, measure.last
    decades = last.part("decade", "plural") is not None
    low = None if framed.min is None else _reach(measure.low, decades=decades)[0]
    if framed.max is None:
        return low, None
    first, final = _reach(last, decades=decades)
    return low, first - 1 if framed.below else final


def _reach(hit: Hit, *, decades: bool) -> tuple[float, float]:
    """The first and last year that a number covers."""
    value = number(hit["number"]) or 0.0
    if not decades:
        return value, value
    first, last = _PARTS[hit["part"]]
    return value + first, value + last
