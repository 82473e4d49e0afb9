"""Conditions on sex: read so that they can be flagged, never to sort people by."""

from collections.abc import Iterator

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.patterns import Match, Pattern
from extract.phrases import phrases
from extract.scene import Scene
from requisitions.words import Category, Necessity

_WAIVED = phrases("gender", "waived")
_CONDITION = phrases("gender", "condition")
_FEMALE = Pattern(r"女性|女子|\b(?:female|woman|women|lady|ladies|girl)\b")
_MALE = Pattern(r"男性|男子|\b(?:male|man|men|gentleman|guys? only)\b")
_DESCRIPTION = phrases("gender", "description")
_WISH = phrases("gender", "wish")
_OF_A_CANDIDATE = Pattern(
    r"(?:ご?提案|ご?紹介|ご?推薦)(?:を)?(?:いただ(?:き(?:まし)?た|いた)|頂(?:き(?:まし)?た|いた)|し(?:まし)?た)"
    r"|の(?:男性|女性)です|\b(?:she|he) (?:is|was)\b"
)
_OFF = Pattern(r"withdrawn|dropped|removed|gone|off|no longer|lifted|forget|ignore|scrapped|\bout\b|なし|撤回|外し|取り下げ|削除|やめ|不問")

_TAKEN_BACK = Pattern(
    r"^(?:の方)?(?:限定|のみ|希望|優遇)?(?:の|という)?(?:条件|指定|限定|制限|希望|ところ|件|話|縛り|くだり)?(?:は|を|も|が)[^、。]{0,8}?(?:撤回|外し|取り下げ|削除|撤廃|なくな|なし|不要|解除|問いま|問わな|こだわ)"
    r"|^(?:の方)?(?:限定|のみ)?(?:で(?:は)?|じゃ)な(?:くて|く|い方で)(?:も)?(?:結構|構いま|大丈夫|よい|いい|良い|可|ok|問題)"
)


_THERE_ALREADY, _MAY_NOT_ASK = phrases("gender", "there_already"), phrases("gender", "may_not_ask")


def _is_sought(clause: Clause, hit: Match) -> bool:
    """Whether a word for a sex tells of whoever is sought, and of nobody who is there already ("one of our own men")."""
    text = clause.unit.text
    return not (_DESCRIPTION.match(text[hit.end() : hit.end() + 24]) or _THERE_ALREADY.search(text[clause.start : hit.start()]))


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:  # noqa: ARG001 (every finder takes both)
    """What a clause says of the person's sex."""
    text = clause.unit.text
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.TITLE, Field.CLIENT, Field.REPLY):
        return
    if found := _WAIVED.search(text, clause.start, clause.end):
        yield Finding(Category.GENDER, "gender", "性別", clause, found.start(), found.end(), necessity=Necessity.NOT_REQUIRED)
        return
    if found := _CONDITION.search(text, clause.start, clause.end):
        rest = text[clause.sentence[0] :]
        if _OFF.search(rest):
            yield Finding(Category.GENDER, "gender", "性別", clause, found.start(), found.end(), necessity=Necessity.NOT_REQUIRED)
        return
    if clause.unit.field is Field.GENDER and any(
        word in clause.text for word in ("不問", "問わ", "問い", "どちらでも", "制限な", "なし", "any", "either")
    ):
        yield Finding(Category.GENDER, "gender", "性別", clause, clause.start, clause.end, necessity=Necessity.NOT_REQUIRED)
        return
    female, male = (
        next((hit for hit in sex.finditer(text, clause.start, clause.end) if _is_sought(clause, hit)), None) for sex in (_FEMALE, _MALE)
    )
    found = female or male
    if found is None or (female and male):
        return
    if _OF_A_CANDIDATE.search(clause.text) or not (
        clause.unit.field is Field.GENDER or _WISH.search(clause.text) or _MAY_NOT_ASK.search(text[clause.sentence[0] : found.start()])
    ):
        return
    if _TAKEN_BACK.search(text[found.end() : clause.end]) or _MAY_NOT_ASK.search(text[clause.sentence[0] : found.start()]):
        yield Finding(Category.GENDER, "gender", "性別", clause, found.start(), found.end(), necessity=Necessity.NOT_REQUIRED)
        return
    yield Finding(Category.GENDER, "gender", "性別", clause, found.start(), found.end(), text="female" if female else "male")
