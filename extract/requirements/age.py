"""Age limits: read so that they can be flagged, never to sort people by."""

from collections.abc import Iterator

from extract.clauses import Clause, governing
from extract.cues import CueKind
from extract.findings import Finding
from extract.labels import Field
from extract.measured import read
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.ages import find_ages
from extract.scene import Scene
from requisitions.words import Category, Necessity

_WAIVED = phrases("age", "waived")
_CONDITION = phrases("age", "condition")
_OFF = Pattern(
    r"withdrawn|dropped|removed|gone|off\b|no longer|lifted|scrapped|deleted|forget|ignore|scratch|\bgoes\b|\bout\b"
    r"|なし|撤回|外し|取り下げ|削除|やめ|不問"
)
_SOFT = Pattern(r"希望|できれば|尚可|望まし|優先|歓迎|prefer|ideally")
_OF_A_PERSON = Pattern(r"\b(?:young|woman|man|women|men|lady|aged?)\b")
_OF_A_CANDIDATE = Pattern(
    r"(?:ご?提案|ご?紹介|ご?推薦)(?:を)?(?:いただ(?:き(?:まし)?た|いた)|頂(?:き(?:まし)?た|いた)|し(?:まし)?た)|リーダーは|担当は|上長は"
)
_LEGAL = Pattern(r"18歳以上|(?:at least|over|minimum age(?: of)?) 18|18\+|18 or over")

_TAKEN_BACK = Pattern(
    r"^(?:の方)?(?:という|との|とした)?(?:条件|制限|限定|上限|縛り|の|ところ|件|話)*(?:は|を|も|が)、?[^、。]{0,6}?"
    r"(?:外し|外れ|撤回|取り下げ|取りや|削除|撤廃|なくし|なくな|なしに|なしで|やめ|不要|解除|消し)"
)
"""`45歳までというのは外してください`."""
_TOO = Pattern(r"^(?:の方|の人|の方々)?(?:も|でも|まで)(?:可|ok|大丈夫|検討|対象|問題|含め|歓迎)")
"""`40代後半も可` opens what went up to an age so far."""


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:  # noqa: ARG001 (every finder takes both)
    """The age limit that a clause states, waives or takes back; a legal minimum age is none."""
    text = clause.unit.text
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.TITLE) or clause.question:
        return
    if (found := _CONDITION.search(text, clause.start, clause.end)) and _OFF.search(text[clause.sentence[0] :]):
        yield _of(clause, found.start(), found.end(), Necessity.NOT_REQUIRED)
        return
    if (found := _WAIVED.search(text, clause.start, clause.end)) and not found.group().endswith(("ではなく", "でなく")):
        yield _of(clause, found.start(), found.end(), Necessity.NOT_REQUIRED)
        return
    if clause.unit.field is Field.AGE and any(word in clause.text for word in ("不問", "問わ", "なし", "制限な", "any")):
        yield _of(clause, clause.start, clause.end, Necessity.NOT_REQUIRED)
        return
    if _OF_A_CANDIDATE.search(clause.text):
        return
    for age in read(clause, find_ages, bare=clause.unit.field is Field.AGE or bool(_OF_A_PERSON.search(clause.text))):
        if _LEGAL.search(text[max(0, age.start - 12) : age.end]) or _of_others(
            text[clause.start : age.start], text[age.end : age.end + 14]
        ):
            continue
        if _TAKEN_BACK.match(text[age.end : clause.end]):
            yield _of(clause, age.start, age.end, Necessity.NOT_REQUIRED)
            return
        least = None if _TOO.match(text[age.end : age.end + 12]) else age.min
        cue = governing(clause, age.start, age.end)
        soft = (cue is not None and cue.kind is CueKind.PREFERRED) or bool(_SOFT.search(text[age.end : age.end + 10]))
        yield Finding(
            Category.AGE,
            "age",
            "年齢",
            clause,
            age.start,
            age.end,
            min=least,
            max=age.max,
            unit="age",
            necessity=Necessity.PREFERRED if soft else None if clause.unit.need else Necessity.MUST,
        )
        return


def _of_others(lead: str, trail: str) -> bool:
    """Whether the words beside an age tell it of the firm, the system or the team that is there."""
    return bool(_THINGS_BEFORE.search(lead) or _TEAM_AFTER.match(trail))


_THINGS_BEFORE = phrases("age", "others_before")
_TEAM_AFTER = phrases("age", "others_after")


def _of(clause: Clause, start: int, end: int, necessity: Necessity) -> Finding:
    return Finding(Category.AGE, "age", "年齢", clause, start, end, necessity=necessity)
