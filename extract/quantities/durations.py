"""How long a seat lasts: 6ヶ月, 半年, 12+ months, "six months", 長期."""

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import ANY, number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, Signs, after, before, has_numeral

_NUMBER = Pattern(
    rf"(?P<number>{ANY}|半|\ban?\b)(?P<plus> ?\+)?"
    r"(?: ?-?(?P<unit>(?P<year>年(?P<half>半)?間?|(?:years?|yrs?)\b'?)"
    r"|(?P<month>[ヶケヵカか箇]月(?P<halfmonth>半)?間?|(?:months?|mths?|mos?)\b'?)"
    r"|(?P<week>週間|(?:weeks?|wks?)\b'?)|(?P<day>日間|(?:calendar |working )?days?\b'?)))?"
)
_VAGUE = Pattern(r"(?P<long>中?長期|\blong[- ]?term\b|\bongoing\b|\bopen[- ]ended\b)|(?P<short>短期|単発|スポット|\bshort[- ]?term\b)")
_NOT_VAGUE_AFTER = Pattern(
    r"^(?:休暇|保険|離脱|的|ビジョン|計画|安定|トレンド|記憶|で辞め|が多い"
    r"| ?(?:plan|vision|goal|career|roadmap|visa|support|relationship|partner|client)\b)"
)
_RENEWAL_AFTER = Pattern(
    r"^間?(?:ごと|毎|単位|スパン|おき)?(?:の|に|で|契約)?(?:自動)?更新|^間?(?:ごと|毎)"
    r"|^ ?-?(?:rolling|renewals?|renewable|review|extensions?|increments?)\b"
)
_RENEWAL_BEFORE = Pattern(
    r"(?:更新(?:は|:| )*|毎|\b(?:renew\w*|reviewed|extensions?)(?: [a-z]+){0,2} (?:every|each|of|by|for)|\bevery|\beach) ?(?:a |another )?$"
)
_NOT_AFTER = Pattern(
    r"^間?(?:以上|程度|ほど|くらい|以内)? ?(?:の?(?:実務|業務|開発)?経験|のブランク|以降|経過|ぶり|サイト|[前後目度遅早先生卒末頭代次分]"
    r"|延長|延期|短縮|[0-9]{1,2} ?月)"
    r"|^ ?(?:or (?:more|better) )?(?:of (?:experience|age|java|work)|experience|exp|old|in business"
    r"|ago|later|earlier|late|before|after|prior|in advance|from (?:now|today)|of notice|notice|lead time|delay|extra|more)\b"
    r"|^ ?(?:/ ?|a |per |each )(?:week|wk|month|year)\b"
    r"|^ ?(?:on ?site|in the office|in office|remote|at home|wfh|net|payment|leave|holiday|sick|vacation|training|probation)\b"
)
_NOT_BEFORE = Pattern(
    r"(?:経験|実務|過去|直近|ここ|創業|設立|入社|試用期間|通知|第|最初の|週に?|令和|面談まで|延長|あと)[:は ]*$"
    r"|\b(?:days?|hours?|hrs?|times?|once|twice|shifts?|meetings?) $"
    r"|[£$€₹] ?\d[\d,.]*k? $"
    r"|\b(?:last|past|next|first|another|extra|within|in|by|age|experience|training|probation|notice(?: period)?|net|payment"
    r"|push(?:ed)?(?: back)?|slip(?:s|ped)?|delay(?:ed)?|extend(?:ed)?)(?: is| of| by|:)?(?: the)? ?$"
)
_TERM_BEFORE = Pattern(
    r"(?:月|年|週間)(?:間)?の(?:予定の)?ところ、?$"
    r"|(?:期間|まず|とりあえず|当初|初回|(?:[月日頃旬末]|/[0-9]{1,2}) ?(?:から|より|~))[^0-9、。;]{0,6}$"
    r"|契約(?:期間|年数|は|:|を|が|で|の| |約|最長|最低|まずは?|延長)*$"
    r"|\b(?:duration|term|contract|initial(?:ly)?|lasts?|length|runs?|running|lasting|assignment|engagement|for)\b[^0-9.;]{0,12}$"
    r"|\b(?:it's|it is|is|make it|makes it|cut to|shortened to|reduced to|extended to|whole) (?:now |just |only |about |more like )*$"
)
_TERM_AFTER = Pattern(
    r"^ ?(?:以上|程度|ほど|くらい|前後|予定|から|~|の|更新なし|で)*(?:契約|予定|期間|参画|案件|稼働|プロジェクト)"
    r"|^ ?[-+]? ?(?:[a-z]+ )?(?:contract|contract-to-hire|c2h|term|initial|duration|assignment|engagement|programme|to start"
    r"|ftc|secondment|placement|booking|locum|gig|stint|posting|maternity|cover|temp|fixed)\b"
    r"|^ from(?: the)? (?:[0-9]|start|next|mid|early|late|end|asap|immediate|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|^ ?[(,]? ?(?:(?:with|plus|\+|and) )?(?:a |an |possible |likely |the )*(?:extension|extendable|extensible)"
)
_SIGNS = Signs("年 月 週 日 yr year month mth mo week wk day")
_VAGUE_SIGNS = Signs("期 単発 スポット term ongoing open")
_LONGEST = {"year": 120, "month": 120, "week": 200, "day": 400}


def find_durations(string: str, *, bare: bool = False) -> list[Quantity]:
    """Lengths of the seat in months (a year is twelve), weeks or days; 長期 as the text `long-term`.

    A rhythm of renewal (3か月更新) comes back with the key `renewal`: it is no duration.

    Args:
        string: A folded line or clause.
        bare: Under a label of period. Elsewhere a value needs a word of contract or term beside it.
    """
    found = [
        Quantity(hit.start, hit.end, text="long-term" if "long" in hit else "short-term", key="duration")
        for hit in (_VAGUE.hits(string) if _VAGUE_SIGNS.stand_in(string) else ())
        if not _NOT_VAGUE_AFTER.stands_in(after(string, hit.end, 16))
    ]
    if has_numeral(string) and _SIGNS.stand_in(string):
        found += [item for measure in measures(string, _NUMBER, ends=_ends) if (item := _read(string, measure))]
    return [item for item in mark_replaced(string, sorted(found, key=lambda item: item.start)) if bare or item.explicit]


def _ends(low: Hit, high: Hit | None) -> tuple[float | None, float | None]:
    """Both numbers in months, weeks or days; `1〜2年` counts both in years."""
    if high is None:
        return _length(low), None
    first = _length(low)
    lent = first is not None and "year" in high and not low["unit"]
    return (first * 12 if first is not None and lent else first), _length(high)


def _length(hit: Hit) -> float | None:
    """The number of months, weeks or days."""
    if hit["number"] == "半":
        return 6.0 if "year" in hit and "half" not in hit else None
    value = number(hit["number"])
    if value is None:
        return None
    if "year" in hit:
        return 12 * (value + 0.5 * ("half" in hit))
    return value + 0.5 * ("halfmonth" in hit)


def _read(string: str, measure: Measure) -> Quantity | None:
    """The duration or renewal that a measure states, if it states one."""
    framed, last = measure.frame, measure.last
    name = last.part("year", "month", "week", "day") or "month"
    unit = "month" if name == "year" else name
    lead, trail = before(string, measure.low.start), after(string, last.end)
    if not 0 < framed.biggest <= _LONGEST[name]:
        return None
    if _RENEWAL_AFTER.stands_in(trail) or _RENEWAL_BEFORE.stands_in(lead):
        return measure.quantity(unit, key="renewal", explicit=True)
    if any(_NOT_AFTER.stands_in(words) for words in (trail, after(string, framed.end))):
        return None
    if any(_NOT_BEFORE.stands_in(words) for words in (lead, before(string, framed.start))):
        return None
    told = _TERM_BEFORE.stands_in(before(string, framed.start)) or _TERM_AFTER.stands_in(after(string, framed.end))
    return measure.quantity(unit, key="duration", explicit=told or measure.changed)
