"""Whether a mail says that the seat is closed, paused or looked for again."""

from dataclasses import dataclass

import re2

from extract.clauses import Clause
from extract.cues import CueKind
from extract.phrases import phrases
from requisitions.words import Status

_SEAT = r"(?:募集|案件|ポジション|枠|本件|求人|席|要員|採用|依頼|オーダー|ご?紹介)"
_CLOSED = phrases("status", "closed")
_PAUSED = phrases("status", "paused")
_REOPENED = phrases("status", "reopened")
_NOT_YET = re2.compile(
    r"目処|目途|次第|未定|場合|もし|かも|予定が立|と言って|になったら|once|if |when (?:it|we)|until|should|might|may |hope"
)
_WAS = phrases("status", "was")
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
