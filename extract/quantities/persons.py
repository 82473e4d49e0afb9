"""How many people a seat asks for: 2〜3名, 複数名, 残り1名, "two developers", 1名増."""

from dataclasses import replace

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import DIGITS, KANJI, WORDS
from extract.quantities.records import Quantity
from extract.quantities.scanning import Pattern, after, before, has_numeral

_PEOPLE = (
    r"people|persons?|heads?|hires?|developers?|devs?|engineers?|programmers?|contractors?|consultants?|resources?|positions?|openings?|seats?|vacanc(?:y|ies)|"
    r"roles?|slots?|headcount|testers?|analysts?|clerks?|operators?|agents?|administrators?|admins?|architects?|designers?|receptionists?|technicians?|staff|"
    r"specialists?|candidates?|reqs?|bodies|temps?|nurses?|drivers?|assistants?|coordinators?|leads?"
)
_NUMBER = Pattern(
    rf"(?P<number>{DIGITS}|{KANJI}|\b(?:{WORDS}|a couple of|a dozen|an?(?: single)?|single)\b)(?P<plus>\+)?"
    rf"(?: ?(?P<unit>名(?:様)?|人(?:枠)?|枠|ポジション|(?:[a-z][a-z.+#/-]* ){{0,3}}?(?:{_PEOPLE})\b|(?:x )?(?:more )?needed\b))?"
)
_SEVERAL = Pattern(r"(?P<word>複数(?:名|人|枠)|若干名|数(?:名|人)|\b(?:several|multiple) (?:[a-z]+ )?(?:people|positions|openings|developers|engineers|contractors|seats|roles|vacancies)\b)")
_CREW_AFTER = Pattern(
    r"^ ?(?:以上|程度|ほど|前後|くらい|規模|以下)?(?:の|で|を|が)? ?(?:規模|体制|チーム|組織|メンバー|部下|マネジメント|管理|指導|育成|育て|まとめ|統率|リード|リーダー|教育|月\b|月|称|で(?:対応|担当|作業|開発)|前|暮|当たり|あたり|につき|目|それぞれ)"
    r"|^ ?(?:team\b|strong\b|in the (?:team|office|company|shop)|on the team|report|(?:already|currently) )"
)
_CREW_BEFORE = Pattern(
    r"(?:チーム(?:は|構成)?|体制|従業員|社員(?:数)?|部下|メンバー(?:は)?|規模|ユーザー?|利用者|全|総勢|現在|既存|1日|1人|組織|同席者?|客先|先方|第)[:はが約、 ]*$"
    r"|\b(?:with|manag(?:e|es|ing)|lead(?:s|ing)?|mentor(?:s|ing)?|supervis(?:e|ing)|alongside|under|to|team of|group of|company of|over|among|between|serving|support(?:s|ing)?|join(?:s|ing)?|"
    r"sits? with|works? with|from|of|train(?:ing)?|coach(?:ing)?|help(?:ing)?|our|the other|currently|already|have|has)(?: (?:a|an|the|our|about|around|some|least|up to))* $"
)
_STEP_AFTER = Pattern(
    r"^(?:分)?(?:だけ|ほど)?(?:を|の|ずつ)? ?(?:(?P<up>増(?:員|枠|や|え|加|に|$|[ 、。)])|追加|アップ|プラス|多く)|(?P<down>減(?:員|ら|枠|$|[ 、。)])|削減|マイナス|少なく))|^ ?(?:more\b|extra\b|additional\b|(?P<down2>fewer\b|less\b))"
)
_STEP_BEFORE = Pattern(r"(?:もう|さらに|更に|あと|追加で|プラス|\+|\b(?:another|(?:an )?(?:extra|additional)|plus|up by|increase(?:d)? by|(?P<down>down by|reduced by|cut by))) ?$")
_ONE_MORE = Pattern(r"\b(?:(?P<n>one|two|three|four|five|[1-9]) (?:more|additional|extra|(?P<down>fewer|less)) (?:[a-z]+ )?(?:people|persons?|heads?|seats?|positions?|developers?|engineers?|contractors?|hires?|resources?|openings?|testers?|analysts?|clerks?|agents?|one)\b)")
_TIMES = Pattern(r"(?:\bx ?(?P<after>[1-9][0-9]?)\b|\b(?P<before>[1-9][0-9]?) ?x(?:$| ))")


def find_persons(string: str, *, bare: bool = False) -> list[Quantity]:
    """Numbers of people sought; 複数名 as text, 1名増 as a signed step; the size of a team is none.

    Args:
        string: A folded line or clause.
        bare: Under a headcount label: `3`, `x2`, `3 (two in Leeds)`.
    """
    found = [Quantity(hit.start, hit.end, unit="person", text=hit["word"]) for hit in _SEVERAL.hits(string) if not _CREW_AFTER.stands_in(after(string, hit.end))]
    if has_numeral(string):
        found += [item for measure in measures(string, _NUMBER, bare=bare) if (item := _read(string, measure, bare=bare))]
        if bare and not found:
            found = [
                Quantity(hit.start, hit.end, count, count, "person", explicit=False)
                for hit in _TIMES.hits(string)
                for count in (float(hit["after"] or hit["before"]),)
            ]
    return mark_replaced(string, sorted(found, key=lambda item: item.start))


def _read(string: str, measure: Measure, *, bare: bool) -> Quantity | None:
    """The headcount that a measure states, if it states one."""
    low, last, framed = measure.low, measure.last, measure.frame
    biggest = framed.max if framed.max is not None else framed.min
    if biggest is None or not biggest.is_integer() or not 0 < biggest <= 500 or (low["number"] in ("a", "an") and not measure.unit.startswith("single")):
        return None
    lead, trail = before(string, low.start), after(string, last.end)
    step, down = _step(lead, trail, measure.unit)
    if not step and (_CREW_BEFORE.stands_in(lead) or _CREW_AFTER.stands_in(trail)):
        return None
    if not measure.unit and not bare:
        return None
    item = Quantity(
        framed.start, framed.end, framed.min, framed.max, "person", explicit=bool(measure.unit), confidence=measure.confidence,
        replaced=measure.replaced,
    )  # fmt: skip
    signed = -biggest if down else biggest
    return replace(item, min=signed, max=signed, relative=True) if step else item


def _step(lead: str, trail: str, unit: str) -> tuple[bool, bool]:
    """Whether the number is a step from the held one, and whether it goes down."""
    words = f"{unit} "
    if words.startswith(("more ", "additional ", "extra ")):
        return True, False
    if words.startswith(("fewer ", "less ")):
        return True, True
    for hit in (_STEP_AFTER.first(trail), _STEP_BEFORE.first(lead)):
        if hit:
            return True, "down" in hit or "down2" in hit
    return False, False
