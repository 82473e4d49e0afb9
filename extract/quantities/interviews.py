"""How many interviews: 面談1回, 最大2回, １〜２回, "2 rounds", "one interview"."""

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import DIGITS, KANJI, WORDS
from extract.quantities.records import Quantity
from extract.quantities.scanning import Pattern, Signs, after, before, has_numeral
from extract.quantities.steps import stepped

_MEETING = (
    r"(?:(?:interview|online|video|phone|technical|client|panel|final|teams|short|virtual|telephone|face-to-face) )*"
    r"(?:interviews?|rounds?|stages?|calls?|meetings?)"
)
_NUMBER = Pattern(
    rf"(?:[x×] ?)?(?P<number>{DIGITS}|{KANJI}|\b(?:{WORDS}|a single|single)\b)(?P<plus>\+)?"
    rf"(?:[ -]?(?P<unit>回|度|(?:more |fewer |extra |additional )?{_MEETING}\b|(?:in (?:total|all)|altogether|overall)\b))?"
)
_TOPIC = Pattern(r"面談|面接|面会|打ち?合わ?せ|商談|顔合わ?せ|職場見学|選考|\binterview|\brounds?\b|\bstages?\b")
_NOT_AFTER = Pattern(r"^(?:[目線転答数収生/]|(?:程度|ほど)?の?(?:出社|リモート|在宅|更新|研修|会議|訪問))")
_NOT_BEFORE = Pattern(
    r"(?:第|週(?:に|あたり)?|月(?:に|あたり)?|年[に間]?|日に|毎|隔週|per week|a week)[約~ ]*$"
    r"|\b(?:no|every|each|(?:after|before|during) (?:the )?)$"
)
_LABEL_BEFORE = Pattern(r"(?:(?:面談|面接|商談|打ち?合わ?せ)(?:回数)?|\b(?:interviews|rounds)) ?[:はx×]? ?$")
"""The word itself before a bare number: then no label is needed."""
_CLOSED_AFTER = Pattern(r"^ ?(?:$|[(),.!、。;:/・※])")
_SIGNS = Signs("面 打 商談 顔合 見学 選考 interview round stage")
_MOST = 6


def find_interviews(string: str, *, bare: bool = False) -> list[Quantity]:
    """Numbers of interviews in `count`.

    Args:
        string: A folded line or clause.
        bare: Under an interview label: `1`, `2回`; elsewhere the word 面談 or interview must stand in the string.
    """
    if not has_numeral(string) or not (bare or (_SIGNS.stand_in(string) and _TOPIC.stands_in(string))):
        return []
    found = [item for measure in measures(string, _NUMBER, bare=True, either=True) if (item := _read(string, measure))]
    return [item for item in mark_replaced(string, found) if bare or item.explicit]


def _read(string: str, measure: Measure) -> Quantity | None:
    """The number of interviews that a measure states, if it counts any."""
    framed = measure.frame
    lead, trail = before(string, measure.low.start), after(string, measure.last.end)
    if not framed.biggest.is_integer() or not 0 < framed.biggest <= _MOST:
        return None
    if _NOT_AFTER.stands_in(trail) or _NOT_BEFORE.stands_in(lead) or not (measure.unit or _CLOSED_AFTER.stands_in(trail)):
        return None
    item = measure.quantity("count", explicit=bool(measure.unit) or _LABEL_BEFORE.stands_in(lead))
    return stepped(item, lead, measure.unit, trail)
