"""Whether a mail says that the seat is closed, paused or looked for again."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.clauses import Clause
from extract.cues import CueKind
from extract.patterns import Pattern
from extract.phrases import any_of, in_any_line, phrases
from extract.scene import Scene
from requisitions.words import Category, Status

_CLOSED = phrases("status", "closed")
_PAUSED = phrases("status", "paused")
_REOPENED = phrases("status", "reopened")
_ANY = any_of(_CLOSED, _PAUSED, _REOPENED)
_ANYWHERE = in_any_line(_ANY)
_NOT_YET = Pattern(r"目処|目途|次第|未定|場合|もし|かも|予定が立|と言って|になったら|once|if |when (?:it|we)|until|should|might|may |hope")
_WAS = phrases("status", "was")
_SEAT = phrases("status", "seat")
_MEETING = phrases("status", "meeting")
_IF = phrases("status", "conditional")
_PLANNED = phrases("status", "planned")
_OTHER_SEAT, _LAST_SEAT, _THIS_SEAT = phrases("status", "other_seat"), phrases("status", "last_seat"), phrases("status", "this_seat")


@dataclass(frozen=True, slots=True)
class StatusFound:
    """What a clause says of the seat, with its place in the unit."""

    status: Status
    clause: Clause
    start: int
    end: int


def statuses_in(clauses: Sequence[Clause], scene: Scene, words: str) -> list[StatusFound]:
    """What the clauses of a mail, whose lines are `words`, say of the seat."""
    told = bool(_ANYWHERE.search(words))
    found = ((status_in(clause) if told else None) or status_of_job(clause, scene) for clause in clauses)
    return [status for status in found if status is not None]


def status_in(clause: Clause) -> StatusFound | None:
    """The seat's status as a clause states it; hedged, conditional or past words state none."""
    if clause.question or clause.has(CueKind.ELSEWHERE) or clause.has(CueKind.CONDITIONAL):
        return None
    text = clause.unit.text
    if not _ANY.search(text, clause.start, clause.end):
        return None
    if reopened := _REOPENED.search(text, clause.start, clause.end):
        if not _NOT_YET.search(text, clause.start, clause.end):
            return StatusFound(Status.OPEN, clause, reopened.start(), reopened.end())
        return None
    if _WAS.search(text, clause.start, clause.end) or clause.has(CueKind.HEDGED):
        return None
    paused, closed = _PAUSED.search(text, clause.start, clause.end), _CLOSED.search(text, clause.start, clause.end)
    hit = closed if closed and not (paused and paused.start() > closed.start()) else paused
    if hit is None or _speaks_of_something_else(clause, hit.start(), hit.end()):
        return None
    return StatusFound(Status.CLOSED if hit is closed else Status.PAUSED, clause, hit.start(), hit.end())


_BARE = phrases("status", "bare")
"""All that a line says of the seat that it names."""
_GIVEN_UP, _STOOD_DOWN = phrases("status", "given_up"), phrases("status", "stood_down")
_ENDS_THERE, _FOR_A_WHILE = phrases("status", "ends_there"), phrases("status", "for_a_while")


def status_of_job(clause: Clause, scene: Scene) -> StatusFound | None:
    """The status of a seat that its job names: "scratch the labourer", "stand the brickies down till Monday"."""
    if clause.question or scene.japanese or clause.has(CueKind.CONDITIONAL) or clause.has(CueKind.HEDGED):
        return None
    text = clause.unit.text
    if (bare := _BARE.match(clause.text)) is not None:
        status = Status.PAUSED if bare["paused"] else Status.CLOSED
        return StatusFound(status, clause, clause.start + bare.start("said"), clause.start + bare.end("said"))
    for hit in scene.hits(clause, Category.ROLE):
        before, behind = text[max(clause.start, hit.start - _WORDS) : hit.start], text[hit.end : clause.sentence[1]]
        if (not behind.strip() or _ENDS_THERE.match(behind)) and (given := _GIVEN_UP.search(before)):
            return StatusFound(Status.CLOSED, clause, max(clause.start, hit.start - _WORDS) + given.start(), hit.end)
    if stood := _STOOD_DOWN.search(text, clause.start, clause.end):
        paused = _FOR_A_WHILE.search(text, stood.end(), clause.sentence[1])
        return StatusFound(Status.PAUSED if paused else Status.CLOSED, clause, *stood.span())
    return None


_WORDS = 32
"""Characters before a job that may give it up."""


def _speaks_of_something_else(clause: Clause, start: int, end: int) -> bool:
    """Whether the words are a condition or a plan, or tell of an interview or another seat."""
    text = clause.unit.text
    if _IF.search(text, clause.sentence[0], start) or _PLANNED.match(text[end:]) or _OTHER_SEAT.search(text, clause.start, end):
        return True
    if _LAST_SEAT.search(text, clause.start, end) and _THIS_SEAT.search(text, clause.end, clause.sentence[1]):
        return True
    return bool(_MEETING.search(text, clause.start, end)) and not _SEAT.search(text, clause.start, clause.end)
