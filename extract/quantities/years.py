"""Years asked of a person: Java3年以上, 実務2年, 2年半, 8+ years, "at least six years"."""

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import ANY, number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, after, before, has_numeral

_NUMBER = Pattern(
    rf"(?P<number>{ANY}|半|\ban?\b)(?P<plus> ?\+)?(?: ?-?(?P<unit>(?P<years>年(?P<half>半)?(?:間)?|(?:years?|yrs?|yoe)\b['’]?)"
    r"|(?P<months>(?:[ヶケヵカか箇]月)(?:間)?|(?:months?|mths?)\b['’]?)))?"
)
_NOT_AFTER = Pattern(
    r"^(?:以上|程度|ほど|くらい)? ?(?:前|度|目|後|生|卒|内|末|頭|代|次|契約|更新|毎|ごと|明け|初|春|夏|秋|冬|目途|以内|[0-9]{1,2} ?月|保証|計画|連続|ぶり|の契約|の予定|の延長|勤続)"
    r"|^(?: or (?:more|better))?[ -]?(?:ago\b|old\b|of age\b|in business|(?:of )?(?:history|growth|operation|trading)\b|terms?\b|contracts?\b|warrant|guarantee|"
    r"plan\b|later\b|anniversar|from now|running\b|lease|roadmap|project\b|programme?\b|engagement|assignment|extension|framework|deal\b)"
)
_NOT_BEFORE = Pattern(
    r"(?:創業|設立|令和|平成|昭和|西暦|直近|過去|ここ|今後|今年|来年|築|契約(?:期間)?|期間は?|保証|最長|毎|第|あと)[:=はが ]*$"
    r"|\b(?:founded|established|last|past|next|coming|every|within|since|celebrat\w+|in business for|term of|contract (?:of|for)|duration[: ])(?: the)? ?$"
)
_EXPERIENCE_AFTER = Pattern(
    r"^(?:の|程度|以上|ほど|くらい|ぐらい|間|前後|でも|は| )*(?:[^0-9、。;]{0,12}?(?:経験|実務|実績|従事|業務|開発|運用|構築|設計|お持ち|キャリア|ブランク|あれば|必須|尚可|歓迎|必要))"
    r"|^(?: or (?:more|better|so))?(?: |-)?(?:of|in|on|with|as|using|working|building|hands|commercial|professional|solid|relevant|proven|"
    r"[a-z/ ]{0,30}?(?:experience|exp|background|track record|required|needed|preferred|minimum|min|total|overall)\b)"
)
_EXPERIENCE_BEFORE = Pattern(
    r"(?:経験|実務|実績|歴|業務|開発|運用|構築|設計|キャリア|年数)[^0-9、。;]{0,10}$|\b(?:experience|exp|yoe|at least|minimum|min|background|seniority)\b[^0-9.;]{0,16}$"
)


def find_years(string: str, *, bare: bool = False) -> list[Quantity]:
    """Lengths of experience, as a floor unless the words cap them; 半年 and months in unit `month`.

    Args:
        string: A folded line or clause.
        bare: Under a label or beside a term of experience: `3年`, `(3 years)` and plain `8+` count. Elsewhere only values with a
            bound or a word of experience beside them do.
    """
    if not has_numeral(string):
        return []
    found = [years for measure in measures(string, _NUMBER, bare=bare, ends=_ends) if (years := _read(string, measure, bare=bare))]
    return mark_replaced(string, found)


def _ends(low: Hit, high: Hit | None) -> tuple[float | None, float | None]:
    return _value(low), _value(high) if high else None


def _value(hit: Hit) -> float | None:
    """2年半 → 2.5; 半年 → 6 of its unit, the month."""
    words = hit["number"]
    if words == "半":
        return 6.0 if "years" in hit else None
    value = number(words)
    return value + 0.5 if value is not None and "half" in hit else value


def _read(string: str, measure: Measure, *, bare: bool) -> Quantity | None:
    """The requirement in years that a measure states, if it states one."""
    last = measure.last
    start, end, framed = measure.low.start, last.end, measure.frame
    biggest = framed.max if framed.max is not None else framed.min
    limit = 40 if "months" not in last else 120
    if biggest is None or biggest > limit:
        return None
    if _NOT_BEFORE.stands_in(before(string, start)) or _NOT_AFTER.stands_in(after(string, end)) or _NOT_AFTER.stands_in(after(string, framed.end, 8)):
        return None
    bounded = (framed.start, framed.end) != (start, end) or "plus" in last
    told = _EXPERIENCE_AFTER.stands_in(after(string, framed.end)) or _EXPERIENCE_BEFORE.stands_in(before(string, framed.start))
    told = told or measure.changed or measure.unit[-1:] in ("'", "’")
    if not bare and not (measure.unit and (told or (bounded and "months" not in last))):
        return None
    unit = "month" if "months" in last or last["number"] == "半" else "year"
    exact = framed.min is not None and framed.min == framed.max
    return Quantity(
        framed.start, framed.end, framed.min, None if exact else framed.max, unit,
        explicit=bool(measure.unit), confidence=measure.confidence, replaced=measure.replaced,
    )  # fmt: skip
