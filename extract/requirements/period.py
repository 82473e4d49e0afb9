"""Start, end and length of the seat."""

from collections.abc import Iterator

import re2

from extract.clauses import Clause, item_bounds
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.quantities.periods import find_periods
from extract.quantities.records import Quantity
from extract.scene import Scene, topic_at
from requisitions.words import Category

_FIELDS = frozenset({Field.PERIOD, Field.START, Field.END, Field.DURATION})
_ROLE = {Field.END: "end-date"}
_ELSEWHERE = (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.INTERVIEW, Field.TITLE, Field.PAYMENT, Field.CLIENT, Field.AGE)
_ABOUT_THE_SEAT = re2.compile(
    r"開始|スタート|参画|着任|入場|稼働|期間|契約|終了|から|より|~|まで|末|入社|長期|就業|働い|勤務|短期|\bstart|\bfrom\b|\buntil\b|\btill?\b|\bend(?:s|ing)?\b|\bbegin|\bduration\b|\bcontract\b|\bmonths?\b|\bterm\b|\bonwards\b|\blength\b|\bmove[sd]? to\b|\bdate\b|\bweek of\b|\bwk of\b"
)
_NOT_THE_SEAT = re2.compile(
    r"面談|面接|打ち?合わ?せ|日程|日時|集合|ご?連絡|お電話|返信|締め?切|期限|までに(?:ご|お|決)|今月中|設立|創業|お送り(?:した|し)|いただ(?:いた|き)(?:提案)?|改定|付で|決まら|予算|決算|方向性|休み|休業|送付|昨年|去年|先日|目処"
    r"|\binterview\b|\bcall(?:s|ed)?\b|\bmeet(?:ing)?\b|\bdeadline\b|\breply\b|\bsubmit\b|\bby (?:eod|cob|tomorrow|monday|tuesday|wednesday|thursday|friday)\b|\bfounded\b|\bsince\b|\bresult|\bread\b|\bresigned\b|\bgave notice\b|\bsent\b|\bavailable from\b|\bsee (?:him|her|them)\b|\bwe'd like to see\b|\bbudget\b|\bnumbers are in\b|\bcouple of\b|\blast\b|\bfebruary:|\bdifferent from\b|\bslipped\b|\bnotice period\b"
)
_TO_THE_POINT = re2.compile(r"(?:開始|スタート|参画|着任|入場|start|begin)")


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The dates and lengths that a clause states of the seat."""
    field = clause.unit.field
    if field in _ELSEWHERE or clause.question:
        return
    text = clause.unit.text
    topic = topic_at(clause, clause.end)
    labelled = field in _FIELDS
    if not labelled:
        spoken = text[clause.sentence[0] : clause.sentence[1]]
        about = topic in _FIELDS or bool(_ABOUT_THE_SEAT.search(spoken))
        if not about and not _RANGE_ALONE.search(clause.text):
            return
    keys: set[str] = set()
    role = _ROLE.get(field if labelled else topic, "start-date") if (labelled or topic) else "start-date"
    for item in read(
        clause,
        find_periods,
        scene.base,
        bare=labelled or topic in _FIELDS or bool(_RANGE_ALONE.search(clause.text) or _TERM.search(clause.text)),
        role=role,
        day_first=not scene.japanese and _british(scene),
    ):
        key = _key(text, item)
        if not labelled and _elsewhere(clause, item, topic):
            continue
        if key in keys or key == "renewal" or (item.text == "short-term" and key == "duration"):
            continue
        if not labelled and key != "duration" and item.text == "immediate" and topic not in _FIELDS and not scene.japanese:
            continue
        keys.add(key)
        yield of_quantity(clause, Category.PERIOD, key, _LABELS[key], item)


def _key(text: str, item: Quantity) -> str:
    """The quantity's own key; "the start moves to August 3" tells a start, however its "to" looks."""
    moved = _MOVED.search(text[: item.start])
    return ("end-date" if moved["end"] else "start-date") if moved and item.key != "duration" else item.key or "start-date"


def _elsewhere(clause: Clause, item: Quantity, topic: Field | None) -> bool:
    """Whether the words beside a date or length speak of something else than the seat's time."""
    words = clause.unit.text[slice(*item_bounds(clause, item.start, item.end))]
    if item.key == "duration" and _SERVICE.search(words):
        return True
    return bool(_NOT_THE_SEAT.search(words)) and not (topic in _FIELDS and bool(_TO_THE_POINT.search(words)))


_SERVICE = re2.compile(r"経験|実務|研修|以降|\bexperience\b|\btraining\b|\bnotice\b|\byears? of\b|\bolder?\b")
_MOVED = re2.compile(
    r"\b(?:start|begin|kick-?off|(?P<end>end|finish))[a-z]*(?: date)?(?: [a-z]+){0,2} (?:moves?|moved|slips?|slipped|pushed|shifts?|shifted|changes?|changed|put|brought)(?: [a-z]+)? to (?:the )?$"
)
_TERM = re2.compile(r"\bmonths?,? (?:from|starting|to (?:begin|start)|initially|beginning|contract)\b|\bmonths? \(")
_RANGE_ALONE = re2.compile(r"(?:^|[、, ])\d{1,2}/\d{1,2} ?[-~] ?\d{1,2}/\d{1,2}(?:[、, ]|$)")
_LABELS = {"start-date": "開始日", "end-date": "終了日", "duration": "期間"}


def _british(scene: Scene) -> bool:
    return "£" in scene.original or "GBP" in scene.original
