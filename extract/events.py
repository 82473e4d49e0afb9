"""What happened to a seat and is no demand: a person proposed, an interview fixed or held, a person turned down."""

from collections.abc import Iterator, Sequence

from extract.clauses import Clause
from extract.labels import squash
from extract.patterns import Pattern
from extract.phrases import any_of, in_any_line, phrases
from extract.quantities.dates import find_dates
from extract.scene import Scene
from requisitions.messages import Message
from requisitions.statements import Event
from requisitions.words import EventKind, Kind

_PROPOSED = phrases("events", "proposed")
_TURNED_DOWN = phrases("events", "turned_down")
_MEETING = phrases("events", "meeting")
_HELD = Pattern(
    r"ありがとうございました|お時間をいただき|行いました|終え|本日の|昨日|先日の|\bwent well\b|\bmet\b|\bwas held\b|\byesterday\b"
)
_FIXED = Pattern(r"調整でき|承知|確定|お願い|設定|進ませ|予定|集合|です。?$|\blike to (?:see|meet)\b|\bconfirmed\b|\bscheduled\b|\bat \d")
_SEAT_DROPPED, _PERSON = phrases("events", "seat_dropped"), phrases("events", "person")
_PASSED_ON = Pattern(r"\b(?:passed|passing|(?:decided|going|want|wants|will|would|'ll|'d) (?:to )?pass) on (?P<who>[a-z]+)(?:[ .,;!)]|$)")
_ANY = any_of(_TURNED_DOWN, _MEETING, _PASSED_ON)
_ANYWHERE = in_any_line(_ANY)
_PRONOUNS = ("him", "them", "both")
_CLOCK = phrases("events", "clock")


def events_of(message: Message, kind: Kind, clauses: Sequence[Clause], scene: Scene, words: str) -> Iterator[Event]:
    """The events that a mail, whose lines are `words`, tells in its own order; at most one of a kind a sentence."""
    if kind is Kind.OTHER:
        return
    if kind is Kind.CANDIDATE:
        yield from _proposal(message, clauses)
        return
    if not _ANYWHERE.search(words):
        return
    for clause in clauses:
        if clause.question:
            continue
        text = clause.unit.text
        label = clause.unit.label
        first = label.start if label is not None and clause.start == clause.unit.value else clause.start
        if not _ANY.search(text, first, clause.end):
            continue
        if (hit := _turned_down(message, clause)) is not None and kind is Kind.CLARIFICATION:
            yield _event(message, clause, EventKind.REJECTION, *hit, planned=False, at=None)
        elif meeting := _MEETING.search(text, first, clause.end):
            yield from _interview(message, clause, scene, meeting.start())


def _turned_down(message: Message, clause: Clause) -> tuple[int, int] | None:
    """Where a clause turns a person down, not a whole seat."""
    text = clause.unit.text
    if hit := _TURNED_DOWN.search(text, clause.start, clause.end):
        seat = _SEAT_DROPPED.search(text, clause.start, clause.end)
        return None if seat and not _PERSON.search(text, clause.start, clause.end) else hit.span()
    for hit in _PASSED_ON.finditer(text, clause.start, clause.end):
        first, last = clause.unit.folded.original(hit.start(1), hit.end(1))
        if hit["who"] in _PRONOUNS or message.text[first:last][:1].isupper():
            return (hit.start(), hit.end())
    return None


def _proposal(message: Message, clauses: Sequence[Clause]) -> Iterator[Event]:
    for clause in clauses:
        if hit := _PROPOSED.search(clause.unit.text, clause.start, clause.end):
            sent = message.sent_at
            at = sent.date().isoformat() if sent is not None else None
            yield _event(message, clause, EventKind.PROPOSAL, hit.start(), hit.end(), planned=False, at=at, count=_people(clauses))
            return


_NAME_LABEL = Pattern(r"^(?:氏名|名前|お名前|イニシャル|name|candidate)$")
_ENDS_IN_INITIALS = Pattern(r"(?:^|[ (])[a-z]\.[a-z]\.\s*$")
_INITIALS = Pattern(r"^[ (]*[a-z]\. ?[a-z]\.?(?:[^a-z]|$)")


def _people(clauses: Sequence[Clause]) -> int:
    """How many persons a proposal names: by their labels, else by lines that begin with initials; one at least."""
    units = {id(clause.unit): clause.unit for clause in clauses}.values()
    labelled = sum(
        1 for unit in units if unit.label is not None and _NAME_LABEL.match(squash(unit.text[unit.label.start : unit.label.end]))
    )
    listed = sum(1 for unit in units if _INITIALS.match(unit.text[unit.body :]))
    return max(labelled, listed, 1)


def _interview(message: Message, clause: Clause, scene: Scene, word: int) -> Iterator[Event]:
    """An interview with its day, read from the word's sentence; one without a day only where it is said to be held."""
    text = clause.unit.text
    # "They would like to meet R.S. for ...": initials end no sentence.
    last = len(text) if _ENDS_IN_INITIALS.search(text[slice(*clause.sentence)]) else clause.sentence[1]
    days = [
        day
        for day in find_dates(text, scene.base, bare=True)
        if clause.sentence[0] <= day.start < last and day.text and len(day.text) == 10
    ]
    if days:
        day = days[0]
        clock = _CLOCK.search(text, day.end, min(last, day.end + 24))
        at = f"{day.text}T{_time(clock)}" if clock and _time(clock) else day.text
        end = clock.end() if clock else day.end
        held = bool(_HELD.search(clause.text)) or (day.text or "") < scene.base.isoformat()
        yield _event(message, clause, EventKind.INTERVIEW, day.start, end, planned=not held, at=at)
    elif _HELD.search(clause.text) and not _FIXED.search(clause.text[:-1]):
        yield _event(message, clause, EventKind.INTERVIEW, word, clause.end, planned=False, at=None)


def _time(clock: object) -> str | None:
    part = clock.group  # type: ignore[attr-defined]
    if part("ehour"):
        hour = int(part("ehour")) % 12 + (12 if part("half_day") == "pm" else 0)
        return f"{hour:02d}:00"
    hour, minute = int(part("hour")), int(part("minute") or part("jminute") or (30 if part("half") == "半" else 0))
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _event(
    message: Message, clause: Clause, kind: EventKind, start: int, end: int, *, planned: bool, at: str | None, count: int | None = None
) -> Event:
    first, last = clause.unit.folded.original(start, end)
    return Event(kind, None, planned, count, at, message.text[first:last], first, last)
