"""How many people a seat asks for: 2〜3名, 複数名, 残り1名, "two developers", 1名増."""

from dataclasses import replace

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import OTHER_UNIT, Measure, measures
from extract.quantities.numerals import DIGITS, KANJI, WORDS, number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, after, before, has_numeral
from extract.quantities.steps import stepped

_PEOPLE = (
    r"people|persons?|heads?|hires?|developers?|devs?|engineers?|programmers?|contractors?|consultants?|resources?|positions?|"
    r"openings?|seats?|"
    r"vacanc(?:y|ies)|roles?|slots?|headcount|testers?|analysts?|clerks?|operators?|agents?|administrators?|admins?|architects?|designers?|"
    r"receptionists?|technicians?|specialists?|candidates?|reqs?|bodies|temps?|nurses?|drivers?|assistants?|coordinators?|leads?"
)
_PLAIN = (
    r"(?:(?:more|additional|extra|new|open|fewer|less|senior|junior|mid-level|experienced|full-time|"
    r"temporary|temp|contract|further|qualified) )"
)
_TRADE = r"(?:[a-z][a-z.+#/-]{2,}|go|qa|ui|ux|ai|bi|ml|it|db|c|c#|r|\.net)"
_NUMBER = Pattern(
    rf"(?P<number>{DIGITS}|{KANJI}|\b(?:{WORDS}|a couple of|a dozen|a single|single)\b)(?P<plus>\+)?"
    rf"(?: ?(?P<unit>(?:名様?|人枠?|枠|ポジション)|{_PLAIN}{{0,2}}(?P<trade>(?:{_TRADE} ){{0,2}}?)(?:{_PEOPLE})\b|"
    rf"(?:more )?needed\b))?"
)
_PARTING = Pattern(
    r"\b(?:an?|the|of|or|and|in|on|at|per|for|with|to|from|by|is|are|not|as|into|hours?|hr|days?|weeks?|months?|years?|yrs?|rounds?|interviews?|"
    r"times?|other|different|main|both|internal|existing|current)\b"
)
"""Words between a number and a noun that part them: "1 yr reception or admin" counts nobody."""
_SEVERAL = Pattern(rf"複数(?:名|人|枠)|若干名|数(?:名|人)|\b(?:several|multiple) {_PLAIN}?(?:[a-z]+ )?(?:{_PEOPLE})\b")
_CREW_AFTER = Pattern(
    r"^ ?(?:以上|程度|ほど|前後|くらい|規模|以下)?[のでをが]? ?"
    r"(?:規模|体制|チーム|組織|会社|企業|部署|メンバー|部下|マネジメント|管理|指導|育成|育て|まとめ|統率|リード|リーダー|教育|月|称|"
    r"前|暮|当たり|あたり|につき|目"
    r"|それぞれ|とも|全員|ずつ|中|対応|担当|作業|進め|開発|こな|でも)"
    r"|^ ?(?:team\b|strong\b|(?:in|on) (?:the|our|their) (?:team|office|company|shop|group)\b|in process\b|report|(?:already|currently) )"
)
_CREW_BEFORE = Pattern(
    r"(?:チーム(?:は|構成)?|体制|従業員|社員数?|部下|メンバーは?|規模|ユーザー?|利用者|全|総勢|現在|既存|1日|1人|組織|同席者?|客先|"
    r"先方|第|定員|来ている|在籍|稼働中|お)"
    r"[:はが約、 ]*$"
    r"|\b(?:with|manag(?:e|es|ing)|lead(?:s|ing)?|mentor(?:s|ing)?|supervis(?:e|ing)|alongside|under|to|team of|group of|company of|"
    r"over|among|between|"
    r"serving|support(?:s|ing)?|join(?:s|ing)?|from|of|train(?:ing)?|coach(?:ing)?|help(?:ing)?|our|the|these|those|currently|"
    r"already|have|has|had|about the)"
    r"(?: (?:a|an|the|our|about|around|some|least|up to|other))* $"
)
_WANTED_BEFORE = Pattern(
    r"\b(?:need(?:s|ed)?|want(?:s|ed)?|looking for|seeking|require[sd]?|hire|hiring|fill|take|change it|make it|now|increase[sd]?|"
    r"reduce[sd]?|up|down|raise[sd]?|"
    r"cut|drop(?:ped)?|from|go(?:es|ing)?|have|has|total of|openings?|positions?)(?: (?:from|have|has|headcount|the|it|of|to|up|down|"
    r"for|over|least))* $"
)
_TIMES = Pattern(r"\bx ?(?P<behind>[1-9][0-9]?)\b|\b(?P<ahead>[1-9][0-9]?) ?x(?:$| )")
_MOST = 500


def find_persons(string: str, *, bare: bool = False) -> list[Quantity]:
    """Numbers of people sought; 複数名 as text, 1名増 as a signed step; the size of a team is none.

    Args:
        string: A folded line or clause.
        bare: Under a headcount label: `3`, `x2`, `3 (two in Leeds)`.
    """
    found = [
        Quantity(hit.start, hit.end, unit="person", text=string[hit.start : hit.end])
        for hit in _SEVERAL.hits(string)
        if not _CREW_AFTER.stands_in(after(string, hit.end))
    ]
    if has_numeral(string):
        found += [item for measure in measures(string, _NUMBER, bare=bare, either=True) if (item := _read(string, measure, bare=bare))]
    if bare and not found:
        found = [
            Quantity(hit.start, hit.end, count, count, "person", explicit=False)
            for hit in _TIMES.hits(string)
            for count in (float(hit["behind"] or hit["ahead"]),)
        ]
    return mark_replaced(string, sorted(found, key=lambda item: item.start))


def _read(string: str, measure: Measure, *, bare: bool) -> Quantity | None:
    """The headcount that a measure states, if it states one."""
    low, last, framed = measure.low, measure.last, measure.frame
    named = bool(measure.unit) and _is_trade(last)
    whole = framed.biggest.is_integer() and 0 < framed.biggest <= _MOST
    if not whole or not (named or (bare and not measure.unit and not OTHER_UNIT.stands_in(after(string, last.end)))):
        return None
    end = last.end if named else last.span("number")[1]
    lead, trail = before(string, low.start), after(string, end)
    item = stepped(replace(measure.quantity("person", explicit=named), end=max(framed.end, end)), lead, measure.unit, trail)
    return item if item.relative or measure.changed or not _is_crew(lead, trail) else None


def _is_trade(hit: Hit) -> bool:
    """Whether the words between number and noun name a trade ("two java developers") and run on into no other phrase."""
    return not _PARTING.stands_in(hit["trade"]) and all(number(word) is None for word in hit["trade"].split())


def _is_crew(lead: str, trail: str) -> bool:
    """Whether the people are a team that is there already, and nobody that is sought."""
    return _CREW_AFTER.stands_in(trail) or (_CREW_BEFORE.stands_in(lead) and not _WANTED_BEFORE.stands_in(lead))
