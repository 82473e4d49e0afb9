"""How long a seat lasts: 6ヶ月, 半年, 12+ months, "six months", 長期."""

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import ANY, number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, after, before, has_numeral

_NUMBER = Pattern(
    rf"(?P<number>{ANY}|半|\ban?\b)(?P<plus> ?\+)?(?: ?-?(?P<unit>(?P<years>年(?P<half>半)?(?:間)?|(?:years?|yrs?)\b['’]?)"
    r"|(?P<months>(?:[ヶケヵカか箇]月)(?P<halfmonth>半)?(?:間)?|(?:months?|mths?|mos?)\b['’]?)|(?P<weeks>週間|(?:weeks?|wks?)\b['’]?)|(?P<days>日間|(?:calendar |working )?days?\b['’]?)))?"
)
_LONG = Pattern(r"(?P<long>中?長期|\blong[- ]?term\b|\bongoing\b|\bopen[- ]ended\b)|(?P<short>短期|単発|スポット|\bshort[- ]?term\b)")
_NOT_LONG = Pattern(r"^(?:休暇|離脱|的|ビジョン|計画|安定|トレンド|記憶| (?:plan|vision|goal|career|roadmap|visa|support))")
_RENEWAL = Pattern(
    r"^(?:間)?(?:ごと|毎|単位|スパン)?(?:の|に|で|契約)?(?:自動)?更新|^(?:ごと|毎)|^ ?-?(?:rolling|renewals?|renewable|review|extensions? (?:each|every)|increments?)"
)
_RENEWAL_BEFORE = Pattern(r"(?:更新(?:は|:|：| )*|\b(?:renew\w*|extend\w*|reviewed|extensions?)(?: \w+){0,2} (?:every|each|of|by|for)|\bevery|\beach|毎) ?(?:a |another )?$")
_NOT_AFTER = Pattern(
    r"^(?:以上|程度|ほど|くらい|以内)? ?(?:の?(?:実務|業務|開発)?経験|前|後|目|度|遅|早|先|ぶり|生|卒|末|頭|代|次|分|のブランク|サイト|[0-9]{1,2} ?月)"
    r"|^ ?(?:or (?:more|better) )?(?:of (?:experience|age)|experience|exp\b|ago\b|old\b|notice|later|earlier|late\b|from (?:now|today)|in business|in advance|prior|before|after|lead time|of (?:java|work))"
    r"|^ ?(?:/ ?|a |per |each )(?:week|wk|month|year)|^ ?(?:on ?site|in the office|remote|at home|in office|wfh|notice|net\b|payment|leave|holiday|sick|vacation|training|probation)"
)
_NOT_BEFORE = Pattern(
    r"(?:経験|実務|過去|直近|ここ|創業|設立|入社|試用期間|通知|第|最初の|週に?|令和|平成|面談まで)[:は ]*$"
    r"|\b(?:last|past|next|first|notice(?: period)?|probation|within|net|payment|another|extra|experience|training|push(?:ed)?|slip(?:ped|s)?|delay(?:ed)?|by|in|about every|age)(?: is| of|:)?(?: the)? ?$"
)
_TERM_BEFORE = Pattern(
    r"(?:期間|契約|延長|最低|最長|まず|当初|初回|参画|稼働|~|約|プロジェクト|業務)[^0-9、。;]{0,8}$"
    r"|\b(?:duration|term|contract|contract length|for|initial(?:ly)?|lasts?|length|runs?|period|assignment|engagement|project|up to|at least|minimum)\b[^0-9.;]{0,12}$"
)
_TERM_AFTER = Pattern(
    r"^ ?(?:以上|程度|ほど|くらい|前後|予定|間|から|~|の|更新なし|で)*(?:の?契約|の?予定|の?期間|延長|参画|案件|稼働|の?プロジェクト)"
    r"|^ ?[-+]? ?(?:[a-z]+ )?(?:contract|term\b|initial|with (?:possible |likely |a )?(?:extension|view)|extension|duration|assignment|engagement|project|programme?|to start|plus\b|c2h|contract-to-hire|maternity|cover\b|temp\b)"
)


def find_durations(string: str, *, bare: bool = False) -> list[Quantity]:
    """Lengths of the seat in months (a year is twelve), weeks or days; 長期 as the text `long-term`.

    A rhythm of renewal (3か月更新) comes back with the key `renewal`: it is no duration.

    Args:
        string: A folded line or clause.
        bare: Under a label of period. Elsewhere a value needs a word of contract or term beside it.
    """
    found = list(_vague(string, bare=bare))
    if has_numeral(string):
        found += [item for measure in measures(string, _NUMBER, ends=_ends) if (item := _read(string, measure, bare=bare))]
    return mark_replaced(string, sorted(found, key=lambda item: item.start))


def _vague(string: str, *, bare: bool) -> list[Quantity]:
    """長期 and 短期."""
    found = []
    for hit in _LONG.hits(string):
        if _NOT_LONG.stands_in(after(string, hit.end, 16)):
            continue
        found.append(Quantity(hit.start, hit.end, text="long-term" if "long" in hit else "short-term", key="duration"))
    return found


def _ends(low: Hit, high: Hit | None) -> tuple[float | None, float | None]:
    """Both numbers in months, weeks or days; `1〜2年` counts both in years."""
    years = "years" in (high or low)
    if high is None or low["unit"] == high["unit"]:
        return _value(low), _value(high) if high else None
    first = _value(low)
    return first * 12 if first is not None and years and not low["unit"] else first, _value(high)


def _value(hit: Hit) -> float | None:
    """The number of months, weeks or days."""
    words = hit["number"]
    if words == "半":
        return 6.0 if "years" in hit and "half" not in hit else None
    value = number(words)
    if value is None:
        return None
    if "years" in hit:
        return 12 * (value + 0.5 * ("half" in hit))
    return value + 0.5 * ("halfmonth" in hit)


def _read(string: str, measure: Measure, *, bare: bool) -> Quantity | None:
    """The duration or renewal that a measure states, if it states one."""
    last = measure.last
    start, end, framed = measure.low.start, last.end, measure.frame
    unit = next((name[:-1] for name in ("months", "weeks", "days") if name in last), "month")
    biggest = framed.max if framed.max is not None else framed.min
    if biggest is None or biggest > {"month": 120, "week": 200, "day": 400}[unit]:
        return None
    if _RENEWAL.stands_in(after(string, end)) or _RENEWAL_BEFORE.stands_in(before(string, start)):
        return Quantity(start, end, framed.min, framed.max, unit, key="renewal", confidence=measure.confidence, replaced=measure.replaced)
    if _NOT_BEFORE.stands_in(before(string, framed.start)) or _NOT_AFTER.stands_in(after(string, end)) or _NOT_AFTER.stands_in(after(string, framed.end)):
        return None
    told = _TERM_BEFORE.stands_in(before(string, start)) or _TERM_AFTER.stands_in(after(string, framed.end))
    if not bare and not told and not measure.changed:
        return None
    return Quantity(framed.start, framed.end, framed.min, framed.max, unit, key="duration", confidence=measure.confidence, replaced=measure.replaced)
