"""Start, end and length of the seat."""

from collections.abc import Iterator

from extract.clauses import Clause, item_bounds
from extract.countries import day_first
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.dates import find_dates
from extract.quantities.periods import find_periods
from extract.quantities.records import Quantity
from extract.quantities.shifts import find_shifts
from extract.scene import Scene, topic_at
from requisitions.words import Category

_FIELDS = frozenset({Field.PERIOD, Field.START, Field.END, Field.DURATION})
_ROLE: dict[Field | None, str] = {Field.END: "end-date"}
_ELSEWHERE = (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.INTERVIEW, Field.TITLE, Field.PAYMENT, Field.CLIENT, Field.AGE)
_ABOUT_THE_SEAT = phrases("period", "about_the_seat")
_NOT_THE_SEAT = phrases("period", "not_the_seat")
_TO_THE_POINT = Pattern(r"(?:開始|スタート|参画|着任|入場|start|begin)")


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The dates and lengths that a clause states of the seat."""
    field = clause.unit.field
    if field in _ELSEWHERE or clause.question:
        return
    text = clause.unit.text
    if _NOTICE.match(text):
        return
    topic = topic_at(clause, clause.end)
    labelled = field in _FIELDS
    if not labelled:
        spoken = text[clause.sentence[0] : clause.sentence[1]]
        about = topic in _FIELDS or bool(_ABOUT_THE_SEAT.search(spoken))
        if not about and not _RANGE_ALONE.search(clause.text) and not _listed_length(clause):
            return
    keys: set[str] = set()
    step = _step(clause, scene, labelled=labelled or topic in _FIELDS)
    if step is not None:
        key = step.key or "start-date"
        yield of_quantity(clause, Category.PERIOD, key, _LABELS[key], step)
        return
    role = _ROLE.get(field if labelled else topic, "start-date") if (labelled or topic) else "start-date"
    for item in read(
        clause,
        find_periods,
        scene.base,
        bare=labelled or topic in _FIELDS or bool(_RANGE_ALONE.search(clause.text) or _TERM.search(clause.text)) or _listed_length(clause),
        role=role,
        day_first=not scene.japanese and day_first(scene.original),
    ):
        key = _key(text, item)
        if not labelled and _elsewhere(clause, item, topic):
            continue
        if key in keys or key == "renewal" or (key == "duration" and _no_length(text, item)):
            continue
        at_once = key != "duration" and item.text == "immediate" and topic not in _FIELDS and not scene.japanese
        if not labelled and at_once and not _BEGINS.search(text[: item.start]):
            continue
        keys.add(key)
        yield of_quantity(clause, Category.PERIOD, key, _LABELS[key], item)


def _no_length(text: str, item: Quantity) -> bool:
    """Whether a length is none of the seat: "short-term", or the days within which people can join."""
    return item.text == "short-term" or (item.unit == "day" and bool(_LEAVE.search(text[: item.start])))


def _listed_length(clause: Clause) -> bool:
    """Whether a length stands alone between the commas of a line of terms: `…, 10 weeks, £210 a day`."""
    return bool(_LENGTH_ALONE.search(clause.text) and _PRICED.search(clause.unit.text[clause.sentence[0] : clause.sentence[1]]))


_PROLONGED = Pattern(
    r"^[^。、]{2,12}(?:まで|から|開始|終了)?の(?:ところ|予定)(?:を|、|でしたが|だったが|ですが)|"
    r"^[^。、]{2,14}(?:から|より|→)[^。、]{2,14}(?:まで|に|へ)(?:に)?、?(?:期間を?)?(?:延長|延ば|延び|伸ば|伸び|短縮|変更になった終了)"
)
"""`12/25から1/29まで延長します`: the first date is the old end."""
_BEGINS = Pattern(
    r"\b(?:start|begin|join|commence)(?:s|ing)?(?: work(?:ing)?| with us| the (?:role|job|work))? (?:more or less |almost )?$"
)


def _step(clause: Clause, scene: Scene, *, labelled: bool) -> Quantity | None:
    """The step that moves the seat's time, where no new date is told along with it."""
    spoken = clause.unit.text[clause.sentence[0] : clause.end]
    if _ELSE_MOVED.search(clause.text) or not (labelled or _MOVED_BY.search(spoken)):
        return None
    step = next(iter(read(clause, find_shifts)), None)
    return step if step is None or step.key == "duration" or not read(clause, find_dates, scene.base) else None


def _key(text: str, item: Quantity) -> str:
    """The quantity's own key; "the start slips to 9 June" tells a start, however its "to" looks."""
    moved = _MOVED.search(text[: item.start])
    return ("end-date" if moved["end"] else "start-date") if moved and item.key != "duration" else item.key or "start-date"


def _elsewhere(clause: Clause, item: Quantity, topic: Field | None) -> bool:
    """Whether the words beside a date or length speak of something else than the seat's time."""
    words = clause.unit.text[slice(*item_bounds(clause, item.start, item.end))]
    if _OTHERS_START.search(words) or (item.key != "duration" and _PROLONGED.match(clause.unit.text[item.start :])):
        return True
    if topic_at(clause, item.start) not in _FIELDS and _APPOINTMENT.search(clause.text) and not _TERM_ALONE.match(words):
        return True
    if item.text == "long-term" and _NOT_A_LENGTH.match(clause.unit.text[item.end : item.end + 6]):
        return True
    if item.key == "duration" and _SLIPPED.match(clause.unit.text[item.end : item.end + 10]):
        return True
    if item.key == "duration" and (_SERVICE.search(words) or _OF_A_TERM.search(words)):
        return True
    if item.key == "duration" and _YEARS_OF.search(words) and not _OF_THE_SEAT.search(words):
        return True
    return bool(_NOT_THE_SEAT.search(words)) and not (topic in _FIELDS and bool(_TO_THE_POINT.search(words)))


_SLIPPED = Pattern(r"^(?:間|ほど|程度|ばかり)*の?(?:延び|伸び|遅|ずれ|ずら|前倒|後ろ|早ま|押し)")
_LEAVE = Pattern(r"\b(?:immediate(?:ly)?|asap|joiners?|notice|np|joining)\b[^.;]{0,16}$")
"""Before the days within which people can leave their seat of now: `immediate to 15 days`."""
_OTHERS_START = phrases("period", "others_start")
_TERM_ALONE = Pattern(r"^ ?\d{1,2}(?:月|/)(?:\d{1,2}日?)?(?:上旬|中旬|下旬|初旬|末)?(?:から|より|~|開始|スタート)[^、。]{0,8}$")
"""An item of a row that tells a time and nothing else, whatever stands in the others: `横浜、1月から4ヶ月、面談2回`."""
_APPOINTMENT = Pattern(r"面談|面接|打ち?合わ?せ|\binterview|\bmeet\b|\bcall\b")
_SERVICE = Pattern(
    r"経[ちっつ]|経過|前(?:に|の)|\bago\b|経験|実務|研修|以降|\bexperience\b|\btraining\b|\bnotice\b|\byears? of\b|\bolder?\b"
)
_OF_A_TERM = Pattern(
    r"\b(?:rais|increas|lower|reduc|bump|cut|relax|drop)[a-z]* (?:the )?(?:required |minimum )?[a-z0-9.#+-]+(?: experience)? (?:from|to) \d"
)
_OF_THE_SEAT = Pattern(r"期間|契約|派遣|就業|勤務|稼働|参画|\b(?:contract|assignment|term|duration|engagement)\b")
_YEARS_OF = Pattern(
    r"年(?:以上)?(?:は|が)?必[要須]"
    r"|\b(?:rais|increas|lower|reduc|bump|relax)[a-z]* (?:[a-z0-9.#+-]+ ){1,5}(?:from|to) \d[^.;]*(?:years?|yrs?)\b"
)
"""Years of a thing that is asked for, and no length of the seat: `raise pivot tables from 6 to 7 years`."""
_MOVED = Pattern(
    r"\b(?:start|begin|kick-?off|(?P<end>end|finish))[a-z]*(?: date)?(?: [a-z]+){0,2} "
    r"(?:moves?|moved|slips?|slipped|pushed|shifts?|shifted|changes?|changed|put|brought)(?: [a-z0-9]+){0,4},? to (?:the )?$"
)
_MOVED_BY = Pattern(r"開始|参画|着任|入場|スタート|稼働|契約|期間|\b(?:start|begin|kick-?off|contract|assignment|end date|it|they)")
_ELSE_MOVED = Pattern(
    r"面談|面接|結果|回答|連絡|返信|納期|リリース|締め?切|期限|工程|\b(?:interview|feedback|answer|decision|release|go-?live|deadline|project|delivery|launch)"
)
_NOT_A_LENGTH = Pattern(r"^(?:出張|休暇|休業|入院|滞在|インターン|不在|化|保守|研修|の?出張)")
_TERM = Pattern(r"\bmonths?,? (?:from|starting|to (?:begin|start)|initially|beginning|contract)\b|\bmonths? \(")
_LENGTH_ALONE = Pattern(
    r"(?:^|, |; )(?:an? )?(?:(?:initial|roughly|approx(?:imately)?\.?|about|around) )?"
    r"(?:\d{1,2}|one|two|three|four|six|eight|nine|twelve)"
    r"[ -](?:weeks?|wks?|months?|mths?)(?: initially| contract)?(?:$|[,.;(])"
)
_PRICED = Pattern(r"[£$€₹]|\blpa\b|\d ?(?:ph|p/h|/hr|/day|pd)\b")
"""A line that tells the terms of a seat one after the other."""
_RANGE_ALONE = Pattern(r"(?:^|[、, ])\d{1,2}/\d{1,2} ?[-~] ?\d{1,2}/\d{1,2}(?:[、, ]|$)")
_NOTICE = Pattern(r"^[^a-z]{0,4}notice(?: period)? ?[:=-]")
"""A line that tells how soon people can leave their seat of now."""
_LABELS = {"start-date": "開始日", "end-date": "終了日", "duration": "期間"}
