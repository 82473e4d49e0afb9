"""Whether a mail says that the seat is closed, paused or looked for again."""

from dataclasses import dataclass

import re2

from extract.clauses import Clause
from extract.cues import CueKind
from requisitions.words import Status

_SEAT = r"(?:募集|案件|ポジション|枠|本件|求人|席|要員|採用|依頼|オーダー|ご?紹介)"
_CLOSED = re2.compile(
    rf"{_SEAT}[^。、]{{0,24}}(?:終了(?:と|し|いた|です|させ)|クローズ|締め?切|充足|打ち?切|取り下げ|中止|キャンセル|埋ま|なくな|白紙|見送(?:る|り)(?:こと|と)(?:に|な))|(?:クローズ|充足|募集終了|他社(?:様)?(?:で|に)?決(?:定|まり))(?:と(?:な|させ|いた)|です|いた|し(?:まし|ます)|でお願い|ました|に(?:な|て))|(?:全員|全枠|全て|すべて)[^。]{{0,10}}(?:決まり|決定|埋ま)|枠が埋ま"
    r"|\b(?:position|role|req|requisition|search|seat|job|opening|requirement|vacancy|project|assignment)\b[^.;]{0,40}\b(?:(?:has|have|is|are|was|been|being|now|got) )?(?:filled|closed|cancelled|canceled|withdrawn|pulled|scrapped|no longer (?:open|available|required|active|live))\b|(?:\b(?:it|this one|this|that one|both|all|all three|[a-z]{1,5}[-/]\d{2,7}) (?:has been |have been |is |are |was |has |now )*(?:now )?(?:filled|closed|cancelled|canceled))|(?:[a-z]{1,5}[-/]\d{2,7}) (?:has been |is |was )(?:now )?(?:withdrawn|pulled|scrapped|gone)|\b(?:cancelled|canceled|closed|filled|withdrawn|pulled|closing|withdrawing|cancelling) (?:the|this|that|our) (?:req|role|position|search|seat|job|requirement|order|vacancy|requisition)\b|\bstop (?:submitting|sending|sourcing)\b|\bhired internally\b|\bwent with (?:an internal|another|a different)\b|\bwe(?:'ve| have) (?:filled|closed|cancelled)\b"
)
_PAUSED = re2.compile(
    rf"保留(?:と|に|です|させ|扱い)|ペンディング|{_SEAT}[^。、]{{0,16}}(?:止め|停止|中断|休止|見合わせ|ストップ|凍結|お休み)|(?:いったん|一旦|一時(?:的に)?|当面)[^。]{{0,16}}(?:止め|停止|保留|ストップ|中断|見合わせ|凍結|お待ち)|ストップ(?:と|が|に|で)"
    r"|\b(?:on hold|on ice|on pause|paused|pausing|parked|suspended)\b|\b(?:pause|park|suspend|freeze|halt) (?:this|the|that|our|all|it|on this)\b|\bput (?:it|this|the (?:search|role|req)|things) on (?:hold|ice)\b|\bhold off (?:on )?(?:submitting|sending|this)\b|\bhiring freeze\b"
)
_REOPENED = re2.compile(
    r"再開(?:と|し|いた|です|します|することに|の運び)|再募集|復活|(?:改めて|再度|再び|もう一度)[^。]{0,14}(?:募集|お願い|探)|募集(?:を)?再開|凍結(?:が)?解除"
    r"|\b(?:back (?:on|open|live)|re-?open(?:ed|ing|s)?|live again|open again|active again|resum(?:e|ed|ing)|restart(?:ed|ing)?|back from hold|off hold)\b"
)
_NOT_YET = re2.compile(
    r"目処|目途|次第|未定|場合|もし|かも|予定が立|と言って|になったら|once|if |when (?:it|we)|until|should|might|may |hope"
)
_WAS = re2.compile(
    r"(?:クローズ|保留|ストップ|終了)(?:し|に|と)?(?:て|な)?(?:おり|い)(?:まし)?た|(?:一度|いったん|先日)[^。]{0,10}(?:クローズ|終了)|was (?:on hold|paused|closed)|had (?:been )?(?:closed|paused)"
)
_CANDIDATE = re2.compile(r"(?:様|さん|氏|候補|名)(?:は|の|が|につ)[^。]{0,16}(?:見送|お見送|終了|辞退)|candidate|profile|interview")


@dataclass(frozen=True, slots=True)
class StatusFound:
    """What a clause says of the seat, with its place in the unit."""

    status: Status
    clause: Clause
    start: int
    end: int


def status_in(clause: Clause) -> StatusFound | None:
    """The seat's status as a clause states it; hedged, conditional or past words state none."""
    if clause.question or clause.has(CueKind.ELSEWHERE) or clause.has(CueKind.CONDITIONAL):
        return None
    text = clause.unit.text
    if reopened := _REOPENED.search(text, clause.start, clause.end):
        if not _NOT_YET.search(text, clause.start, clause.end):
            return StatusFound(Status.OPEN, clause, reopened.start(), reopened.end())
        return None
    if _WAS.search(text, clause.start, clause.end) or clause.has(CueKind.HEDGED):
        return None
    paused, closed = _PAUSED.search(text, clause.start, clause.end), _CLOSED.search(text, clause.start, clause.end)
    if closed and not (paused and paused.start() > closed.start()):
        return StatusFound(Status.CLOSED, clause, closed.start(), closed.end())
    if paused:
        return StatusFound(Status.PAUSED, clause, paused.start(), paused.end())
    return None
