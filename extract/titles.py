"""The name of a seat, and of the client it is for."""

from collections.abc import Sequence

from extract.clauses import Clause
from extract.findings import Finding
from extract.headings import counts_seats, name_in
from extract.labels import Field
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.requirements.role import named_jobs
from extract.scene import Scene
from extract.seats import Seat
from requisitions.messages import Message
from requisitions.parties import Parties
from requisitions.titles import normalise_title, title_words
from requisitions.words import Category

_PREFIX = Pattern(r"(?i)^\s*(?:re|fw|fwd|aw|sv|返信|転送|回答)(?:\[\d+\])?\s*[:：]\s*")
_LEGAL = phrases("titles", "legal")
_HONORIFIC = Pattern(r"(?:様|さま|さん|御中)[^様]{0,12}$")
_UNKNOWN = ("某", "大手", "向け", "系", "企業様", "会社様")
MAX_TITLE = 120


def bare_subject(subject: str) -> str:
    """A subject without its reply and forward marks."""
    words = subject.strip()
    while (found := _PREFIX.match(words)) is not None and found.end() > 0:
        words = words[found.end() :]
    return words


def title_of(message: Message, seat: Seat, findings: Sequence[Finding]) -> str | None:
    """The seat's title: its labelled name, its heading, the job under a label where the subject says nothing, else the subject."""
    seen = set()
    for clause in seat.clauses:
        unit = clause.unit
        if id(unit) in seen:
            continue
        seen.add(id(unit))
        if unit.field is Field.TITLE and not unit.heading and not counts_seats(unit):
            start, end = unit.folded.original(unit.value, len(unit.text.rstrip()))
            return message.text[start:end].strip()[:MAX_TITLE] or None
    if seat.heading is not None:
        start, end = seat.heading.folded.original(*name_in(seat.heading))
        return message.text[start:end].strip()[:MAX_TITLE] or None
    subject = bare_subject(message.subject)
    if not title_words(normalise_title(subject))[0] and (job := _labelled_job(message, seat)):
        return job
    if subject:
        return subject[:MAX_TITLE]
    return next((finding.label for finding in findings if finding.category is Category.ROLE), None)


def _labelled_job(message: Message, seat: Seat) -> str | None:
    """What stands under the label of the job or case: where a subject says nothing of the seat, its name."""
    naming = (Field.TITLE, Field.ROLE)
    unit = next((clause.unit for clause in seat.clauses if clause.unit.field in naming and not clause.unit.heading), None)
    if unit is None:
        return None
    start, end = unit.folded.original(unit.value, len(unit.text.rstrip()))
    return message.text[start:end].strip()[:MAX_TITLE] or None


def client_of(message: Message, seat: Seat, parties: Parties) -> str | None:
    """The client's name: configured by domain, else the legal name under a client label; somebody's 某大手 is unknown (D22)."""
    named = parties.client(message.sender)
    if named is not None:
        return named
    for clause in seat.clauses:
        unit = clause.unit
        if unit.label is None or unit.label.field is not Field.CLIENT or unit.heading:
            continue
        start, end = unit.folded.original(unit.value, len(unit.text.rstrip()))
        words = message.text[start:end].strip()
        found = _LEGAL.search(words)
        named = _HONORIFIC.sub("", found.group() if found else words)
        if any(mark in (named if found else words) for mark in _UNKNOWN):
            return None
        return named[:MAX_TITLE] or None
    return None


def headed_role(seat: Seat, findings: Sequence[Finding], scene: Scene) -> list[Finding]:
    """The job that the seat's heading names, or its first line alone, where no line of it seeks one."""
    if any(finding.category is Category.ROLE for finding in findings):
        return []
    units = (
        [seat.heading] if seat.heading is not None else [clause.unit for clause in seat.clauses[:_FIRST_LINES] if clause.unit.label is None]
    )
    for unit in units:
        start, end = name_in(unit) if unit is seat.heading else (unit.body, len(unit.text))
        clause = Clause(unit, start, end, (), (start, end))
        jobs = named_jobs(clause, scene)
        if jobs and len(clause.text) <= _SHORT_LINE and not _of_the_writer(unit.text[jobs[-1][1] :]):
            start, end, key, label = jobs[-1]
            return [Finding(Category.ROLE, key, label, clause, start, end, sure=0.9)]
    return []


_WRITER = Pattern(r"^[^、。]{0,6}(?:の[^、。の]{1,10}|者)(?:です|でございます|と申します)")
_SOUGHT = Pattern(r"募集|求人|依頼|案件|お願い|派遣|相談|紹介|件です")


def _of_the_writer(behind: str) -> bool:
    """Whether the words behind a job only tell who writes: `人事の者です`."""
    return bool(_WRITER.match(behind)) and not _SOUGHT.search(behind)


_FIRST_LINES = 6
_SHORT_LINE = 60
