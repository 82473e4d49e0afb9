"""How many interviews: 面談1回, 最大2回, １〜２回, "2 rounds", "one interview"."""

from collections.abc import Iterator

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import DIGITS, KANJI, WORDS
from extract.quantities.records import Quantity
from extract.quantities.scanning import Pattern, after, before, has_numeral

_MEETING = r"interviews?|(?:interview )?rounds?|stages?|calls?|meetings?"
_NUMBER = Pattern(
    rf"(?P<number>{DIGITS}|{KANJI}|\b(?:{WORDS}|an?(?: single)?|single)\b)(?P<plus>\+)?"
    rf"(?:[ -]?(?P<unit>回|度|(?:[a-z][a-z/-]* ){{0,2}}?(?:{_MEETING})\b))?"
)
_TOPIC = Pattern(r"面談|面接|面会|打ち?合わ?せ|商談|顔合わ?せ|職場見学|選考|\binterview|\bround|\bstage")
_NOT_AFTER = Pattern(r"^(?:目|線|転|答|数|収|生|/|以上?/|の出社|出社|程度の出社|ほどの出社|リモート|在宅|の更新|更新)")
_NOT_BEFORE = Pattern(r"(?:第|週(?:に|あたり)?|月(?:に|あたり)?|年(?:に|間)?|日に|毎|隔週|シーズン|per week|a week)[約~ ]*$|\b(?:no|every|each|after (?:the )?|before (?:the )?|during (?:the )?|for (?:the |an? )?)$")
_JUST_AN = Pattern(r"\ban? (?:interview|call|meeting|round|stage)s?$")


def find_interviews(string: str, *, bare: bool = False) -> list[Quantity]:
    """Numbers of interviews in `count`.

    Args:
        string: A folded line or clause.
        bare: Under an interview label: `1`, `2回`; elsewhere the word 面談 or interview must stand in the string.
    """
    if not has_numeral(string) or not (bare or _TOPIC.stands_in(string)):
        return []
    found = list(_read(string, bare=bare))
    return mark_replaced(string, _either(string, found))


def _read(string: str, *, bare: bool) -> Iterator[Quantity]:
    for measure in measures(string, _NUMBER, bare=bare):
        framed = measure.frame
        biggest = framed.max if framed.max is not None else framed.min
        if biggest is None or not biggest.is_integer() or not 0 < biggest <= 6 or not _counts(string, measure):
            continue
        if not measure.unit and after(string, measure.last.end, 2).lstrip(" ")[:1] not in ("", "(", ",", "、", "。", ")", "/", "・", "※", ":"):
            continue
        yield Quantity(
            framed.start, framed.end, framed.min, framed.max, "count", explicit=bool(measure.unit), confidence=measure.confidence,
            replaced=measure.replaced,
        )  # fmt: skip


def _counts(string: str, measure: Measure) -> bool:
    """Whether the number counts interviews and no visits, no ordinal."""
    if _NOT_AFTER.stands_in(after(string, measure.last.end)) or _NOT_BEFORE.stands_in(before(string, measure.low.start)):
        return False
    # "an interview" names the thing, it does not count it
    return not (measure.low["number"] in ("a", "an") and _JUST_AN.stands_in(string[: measure.last.end]))


def _either(string: str, found: list[Quantity]) -> list[Quantity]:
    """`1、2回` and "one or two rounds" as one range."""
    return found
