"""Years asked of a person: Java3年以上, 実務2年, 2年半, 8+ years, "at least six years"."""

from dataclasses import replace

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import ANY, number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, Signs, after, before, has_numeral

_NUMBER = Pattern(
    rf"(?P<number>{ANY}|半|\ba couple of\b|\ban?\b)(?P<plus> ?\+|-plus\b| or more\b)?"
    r"(?: (?:solid|full|good|recent|relevant|commercial|hands-on|proven))?"
    r"(?: ?-?(?P<unit>(?P<year>年(?P<half>半)?間?|(?:years?|yrs?|yoe)\b'?)|(?P<month>[ヶケヵカか箇]月間?|(?:months?|mths?)\b'?)))?"
    r"(?P<more>\+)?"
)
_NOT_AFTER = Pattern(
    r"^(?:以上|程度|ほど|くらい)? ?(?:[前度目後生卒内末頭代次毎初春夏秋冬収]|ごと|明け|目途|以内|ぶり|ほど前|[0-9]{1,2} ?月"
    r"|契約|更新|保証|計画|連続|勤続|の(?:契約|予定|延長|期間))"
    r"|^(?: or (?:more|better))?[ -]?(?:ago|old|of age|later|from now|left|remaining|to run|running|anniversar\w*"
    r"|in business|(?:of )?(?:history|growth|operation|trading)|plan|roadmap|lease|warrant\w*|guarantee|deal|framework"
    r"|terms?|contracts?|project|programme?|engagement|assignment|extension|rolling|duration|initial"
    r"|with (?:possible |likely |an? )?(?:extension|option|renewal))\b"
)
_NOT_BEFORE = Pattern(
    r"(?:創業|設立|令和|平成|昭和|西暦|直近|過去|ここ|今後|今年|来年|(?:^|[^構])築|契約(?:期間)?|期間は?|保証|最長|毎|第|あと"
    r"|入社)[:=はが ]*$"
    r"|\b(?:founded|established|last|past|next|coming|every|within|since|celebrat\w+|in business for|term of|contract (?:of|for)"
    r"|(?:duration|contract|term|period)[: ])(?: the)? ?$"
)
_TOLD_AFTER = Pattern(
    r"^(?:の|程度|以上|ほど|くらい|ぐらい|間|前後|でも|は| )*"
    r"[^0-9、。;]{0,12}?(?:経験|実務|実績|従事|業務|開発|運用|構築|設計|お持ち|キャリア|ブランク|あれば|必須|尚可|歓迎|必要)"
    r"|^(?: or (?:more|better|so))?[ -]?(?:of|in|on|with|as|using|working|building|hands|commercial|professional|solid|relevant|proven)\b"
    r"|^(?: or (?:more|better|so))? [a-z/ ]{0,30}?"
    r"(?:experience|exp|background|track record|required|needed|preferred|minimum|min|total|overall)\b"
    r"|^ (?:is|are|will be|would be|will)? ?(?:enough|fine|ok|acceptable|sufficient|do)\b"
)
_TOLD_BEFORE = Pattern(
    r"(?:経験|実務|実績|歴|業務|開発|運用|構築|設計|キャリア|年数)[^0-9、。;]{0,10}$"
    r"|\b(?:experience|exp|yoe|at least|minimum|min|background|seniority)\b[^0-9.;]{0,16}$"
    r"|\b(?:must have|needs?|wants?|with|requires?) $"
)
_TERM_BEFORE = Pattern(r"[a-z#+] ?[(:] ?$")
_JA_TERM_BEFORE = Pattern(r"[a-z#+ァ-ヴー)](?:[でをはが]| ?[(:] ?| )?$")
"""A skill right before: java 3年, SQL(2年)."""
_CLOSED_AFTER = Pattern(r"^ ?(?:$|[)、。,/;])")
_SIGNS = Signs("年 月 yr year yoe month mth")
_MOST = {"year": 40, "month": 120}


def find_years(string: str, *, bare: bool = False) -> list[Quantity]:
    """Lengths of experience, as a floor unless the words cap them; 半年 and months in unit `month`.

    Args:
        string: A folded line or clause.
        bare: Under a label or beside a term of experience: `3年`, `(3 years)` and plain `8+` count. Elsewhere only values with a
            bound or a word of experience beside them do.
    """
    if not has_numeral(string) or not (bare or _SIGNS.stand_in(string)):
        return []
    found = [years for measure in measures(string, _NUMBER, bare=bare, ends=_ends) if (years := _read(string, measure))]
    return [years for years in mark_replaced(string, found) if bare or years.explicit]


def _ends(low: Hit, high: Hit | None) -> tuple[float | None, float | None]:
    """Both numbers in the unit of the last; `6ヶ月〜1年` counts both in months."""
    if high is None:
        return _length(low), None
    second = _length(high)
    mixed = "month" in low and "year" in high and second is not None
    return _length(low), second * 12 if mixed and second is not None else second


def _length(hit: Hit) -> float | None:
    """2年半 → 2.5; 半年 → 6 of its unit, the month."""
    if hit["number"] == "半":
        return 6.0 if "year" in hit else None
    value = number(hit["number"])
    return value + 0.5 if value is not None and "half" in hit else value


def _read(string: str, measure: Measure) -> Quantity | None:
    """The years or months that a measure asks for, if it asks for any."""
    framed, low, last = measure.frame, measure.low, measure.last
    unit = "month" if "month" in low or "month" in last or last["number"] == "半" else "year"
    lead, trail = before(string, low.start), after(string, last.end)
    if not 0 < framed.biggest <= _MOST[unit] or _NOT_BEFORE.stands_in(lead):
        return None
    if _NOT_AFTER.stands_in(trail) or _NOT_AFTER.stands_in(after(string, framed.end, 16)):
        return None
    item = measure.quantity(unit, explicit=_told(string, measure, unit))
    return replace(item, max=None) if framed.min == framed.max else item


def _told(string: str, measure: Measure, unit: str) -> bool:
    """Whether the words around make it a length of experience without any label."""
    framed = measure.frame
    if not measure.unit or measure.changed or measure.unit.endswith("'"):
        return bool(measure.unit)
    lead, trail = before(string, framed.start), after(string, framed.end)
    term = _TERM_BEFORE if measure.unit.isascii() else _JA_TERM_BEFORE
    if _TOLD_AFTER.stands_in(trail) or _TOLD_BEFORE.stands_in(lead) or (term.stands_in(lead) and _CLOSED_AFTER.stands_in(trail)):
        return True
    bounded = (framed.start, framed.end) != (measure.low.start, measure.last.end) or measure.last.part("plus", "more") is not None
    return bounded and unit == "year"
