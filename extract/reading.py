"""The door of the room: one mail in, all that it says out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from extract.addressed import addressed
from extract.alternatives import grouped
from extract.amendments import settle
from extract.answers import answered_findings
from extract.assembling import Context, assemble
from extract.clauses import Clause, asks_for_change
from extract.cues import CueKind
from extract.events import events_of
from extract.findings import Finding
from extract.flags import flags_of
from extract.folding import fold
from extract.kinds import kind_of, signals_of
from extract.languages import language_of
from extract.phrases import phrases
from extract.reasons import reasons_of
from extract.references import find_references
from extract.scene import Scene
from extract.seats import Seat, seats_in_amendment, seats_in_full
from extract.settings import ExtractSettings
from extract.speakers import speaker_of
from extract.status import StatusFound, statuses_in
from extract.titles import client_of, headed_role, title_of
from extract.topics import goes_on
from extract.trades import trades_in
from extract.units import Unit
from requisitions.messages import Message, Span, SpanKind
from requisitions.parties import Parties
from requisitions.statements import Reading, Statement
from requisitions.words import Category, Kind, Mode, Reason, Speaker, Status

if TYPE_CHECKING:
    from spacy.tokens import Doc


def own_text(message: Message) -> str:
    """The text without quoted history, signatures and headers."""
    hidden = [span for span in message.spans if span.kind in (SpanKind.QUOTED, SpanKind.SIGNATURE, SpanKind.HEADER)]
    kept: list[str] = []
    at = 0
    for span in hidden:
        if span.start > at:
            kept.append(message.text[at : span.start])
        at = max(at, span.end)
    return "".join([*kept, message.text[at:]])


def read_message(message: Message, settings: ExtractSettings, parties: Parties) -> Reading:
    """Read one mail.

    Args:
        message: the decoded mail.
        settings: the `[extract]` section.
        parties: who is who, by configuration.

    Returns:
        Kind, statements with requirements and hints, events and flags; offsets count in `message.text`.

    Raises:
        VocabularyError: a company's own vocabulary file cannot be used.
    """
    return read_messages([message], settings, parties)[0]


def read_messages(messages: Sequence[Message], settings: ExtractSettings, parties: Parties) -> list[Reading]:
    """Read several mails, each for itself, which takes less time than one after another; arguments and errors as `read_message`."""
    from extract.pipelines import annotate_all  # noqa: PLC0415 (spaCy takes a second and a half: only who reads pays for it)

    spoken = [language_of(own_text(message) or message.text or message.subject) for message in messages]
    docs: dict[int, Doc] = {}
    for language in sorted(set(spoken)):
        places = [place for place, other in enumerate(spoken) if other == language]
        annotated = annotate_all([messages[place] for place in places], language, settings.vocabulary)
        docs.update(zip(places, annotated, strict=True))
    return [_read(message, docs[place], spoken[place], settings, parties) for place, message in enumerate(messages)]


def _read(message: Message, doc: "Doc", language: str, settings: ExtractSettings, parties: Parties) -> Reading:
    marks: _Marks = doc._
    clauses = marks.clauses
    findings = [*marks.findings, *answered_findings(clauses, marks.findings, settings.vocabulary)]
    words = "\n".join(unit.text for unit in marks.units)
    statuses = statuses_in(clauses, marks.scene, words)
    own = parties.is_ours(message.sender) and not _forwards(message)
    if own:
        findings = [finding for finding in findings if not asks_for_change(finding.clause)]
    signs = signals_of(message, marks.units, findings, moves=_moves(clauses), own=own, status=bool(statuses))
    kind = kind_of(message, signs)
    if signs.of_a_person and kind is Kind.CLARIFICATION:
        findings, statuses = [], []
    statements: tuple[Statement, ...] = ()
    if kind in (Kind.REQUISITION, Kind.CLARIFICATION):
        mode = Mode.FULL if kind is Kind.REQUISITION else Mode.AMENDMENT
        stating = frozenset(id(clause) for clause in [*(found.clause for found in findings), *(found.clause for found in statuses)])
        reasons = reasons_of(clauses, stating)
        told = _Told(message, mode, settings, parties, _speakers(message, parties), reasons)
        statements = tuple(_statements(told, marks, findings, statuses))
    return Reading(
        kind,
        language,
        statements,
        tuple(events_of(message, kind, clauses, marks.scene, words)),
        tuple(flags_of(statements, message.text)),
    )


def _moves(clauses: Sequence[Clause]) -> int:
    return sum(
        1 for clause in clauses if not clause.question for cue in clause.cues if cue.kind in (CueKind.SOURCE, CueKind.DROPPED, CueKind.KEPT)
    )


def _forwards(message: Message) -> list[Span]:
    return [span for span in message.spans if span.kind is SpanKind.FORWARDED]


def _speakers(message: Message, parties: Parties) -> Mapping[int, Speaker]:
    """Who speaks in each part: the sender in his own words, the inner author in what he forwards."""
    hidden = [span for span in message.spans if span.kind in (SpanKind.QUOTED, SpanKind.HEADER)]
    forwards, folded = _forwards(message), fold(message.text)

    def words(start: int, end: int, inner: Sequence[Span]) -> str:
        cut = sorted((span.start, span.end) for span in [*hidden, *inner] if span.start < end and span.end > start)
        kept, at = [], start
        for first, last in cut:
            kept.append(folded.copy_of(at, max(at, first)))
            at = max(at, last)
        return "".join([*kept, folded.copy_of(at, end)])

    speakers = {-1: speaker_of(message.sender, words(0, len(message.text), forwards), parties)}
    for i, span in enumerate(forwards):
        deeper = [other for other in forwards if other is not span and span.start <= other.start and other.end <= span.end]
        inner = speaker_of(span.author, words(span.start, span.end, deeper), parties)
        speakers[i] = Speaker.END_CLIENT if inner is not Speaker.OWN_SALES and _of_the_client(words(0, span.start, ())) else inner
    return speakers


class _Marks(Protocol):
    """What the pipeline leaves on a Doc for this room."""

    units: tuple[Unit, ...]
    clauses: tuple[Clause, ...]
    scene: Scene
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What all statements of a mail share."""

    message: Message
    mode: Mode
    settings: ExtractSettings
    parties: Parties
    speakers: Mapping[int, Speaker]
    reasons: Mapping[int, Reason]


def _statements(told: _Told, marks: _Marks, findings: Sequence[Finding], statuses: Sequence[StatusFound]) -> Iterator[Statement]:
    """One statement a seat, in the mail's order."""
    subject = fold(told.message.subject).text
    if told.mode is Mode.FULL:
        jobs = frozenset(id(finding.clause.unit) for finding in findings if finding.category is Category.ROLE)
        seats = seats_in_full(marks.units, marks.clauses, jobs)
        if len(seats) == 1 and (trades := trades_in(seats[0].clauses, findings, marks.scene)):
            seats = [replace(seats[0], title=trade.title, own=trade.own, left_out=trade.left_out) for trade in trades]
    else:
        stating = frozenset(id(clause) for clause in [*(found.clause for found in findings), *(found.clause for found in statuses)])
        seats = _addressed(marks, findings, stating) or seats_in_amendment(marks.clauses, subject, findings)
    codes = [reference.code for reference in find_references(subject)]
    japanese = marks.scene.japanese and told.mode is Mode.AMENDMENT
    for ordinal, seat in enumerate(_telling(seats, findings, statuses) if japanese else seats):
        if seat.reference is None and len(seats) == len(codes) == 1:
            seat.reference = codes[0]
        mine = {id(clause): place for place, clause in enumerate(seat.clauses)}
        told_here = [*(finding for finding in findings if id(finding.clause) in mine and id(finding) not in seat.left_out), *seat.own]
        found = sorted(told_here, key=lambda finding: mine[id(finding.clause)])
        if seat.heading is not None and (told.mode is Mode.AMENDMENT or (len(seats) > 1 and seat.heading.label is None)):
            named = _NAMED_BY_HEADINGS if told.mode is Mode.FULL else frozenset(Category)
            found = [
                finding
                for finding in found
                if finding.clause.unit is not seat.heading or finding.has_value or finding.clause.cues or finding.category not in named
            ]
        found += headed_role(seat, found, marks.scene) if told.mode is Mode.FULL else []
        yield _statement(told, ordinal, seat, found, [status for status in statuses if id(status.clause) in mine])


def _addressed(marks: _Marks, findings: Sequence[Finding], stating: frozenset[int]) -> list[Seat]:
    """The seats that an English amendment turns to by name; a client's own numbers name them better.

    Args:
        marks: What was read of the mail.
        findings: All of it.
        stating: Identities of the clauses that state a demand or a status.
    """
    if any(find_references(unit.text) for unit in marks.units):
        return []
    seats = addressed(marks.units, marks.clauses, marks.scene)
    if not any(id(clause) in stating for seat in seats for clause in seat.clauses):
        return []
    # "Stagehands: no change" leaves a seat alone.
    seats = [seat for seat in seats if not any(map(goes_on, seat.clauses)) or any(id(clause) in stating for clause in seat.clauses)]
    ends = {id(unit): end for seat in seats for unit, end in seat.named}
    names = frozenset(id(finding) for finding in findings if finding.end <= ends.get(id(finding.clause.unit), 0))
    return [Seat(seat.code, seat.title, clauses=seat.clauses, left_out=names) for seat in seats]


def _telling(seats: Sequence[Seat], findings: Sequence[Finding], statuses: Sequence[StatusFound]) -> Sequence[Seat]:
    """Of several seats those of which a clarification says anything; all where it says nothing of any."""
    stating = {*(id(finding.clause) for finding in findings), *(id(status.clause) for status in statuses)}
    return [seat for seat in seats if any(id(clause) in stating for clause in seat.clauses)] or seats


_NAMED_BY_HEADINGS = frozenset({Category.SKILL, Category.EXPERIENCE, Category.QUALIFICATION})
"""What stands in a seat's heading to name it, and is told below where it is asked for."""


def _statement(told: _Told, ordinal: int, seat: Seat, findings: Sequence[Finding], statuses: Sequence[StatusFound]) -> Statement:
    message, mode = told.message, told.mode
    parts = [finding.clause.unit.part for finding in findings] or [clause.unit.part for clause in seat.clauses] or [-1]
    speaker = told.speakers.get(max(parts), told.speakers[-1])
    causes = [told.reasons[id(finding.clause)] for finding in findings if id(finding.clause) in told.reasons]
    reason = max(set(causes), key=lambda cause: (causes.count(cause), cause)) if causes else Reason.UNSTATED
    context = Context(message.text, mode is Mode.AMENDMENT, told.settings.min_confidence, told.reasons, told.speakers, speaker, reason)
    requirements, hints = assemble(grouped(settle(findings) if mode is Mode.AMENDMENT else findings, told.settings.vocabulary), context)
    status = _status(statuses, mode)
    start, end = status.clause.unit.folded.original(status.start, status.end) if status else (None, None)
    return Statement(
        ordinal=ordinal,
        mode=mode,
        reference=seat.reference,
        title=seat.title or title_of(message, seat, findings),
        client=client_of(message, seat, told.parties),
        status=status.status if status else Status.OPEN,
        status_stated=status is not None,
        status_evidence=message.text[start:end] if status else None,
        status_start=start,
        status_reason=told.reasons.get(id(status.clause)) if status else None,
        reason=reason,
        stated_by=speaker,
        author=_author(message, max(parts)),
        requirements=requirements,
        hints=hints,
        retracts=_retracts(seat.clauses) if mode is Mode.AMENDMENT else False,
    )


_HANDED_ON = phrases("reading", "handed_on")


def _of_the_client(covering: str) -> bool:
    """Whether a covering note hands on the end client's own words."""
    return bool(_HANDED_ON.search(covering))


def _author(message: Message, part: int) -> str | None:
    """The domain of a forwarded part's author, where its header tells one."""
    forwards = _forwards(message)
    author = forwards[part].author if 0 <= part < len(forwards) else None
    return author.domain or None if author is not None else None


def _status(statuses: Sequence[StatusFound], mode: Mode) -> StatusFound | None:
    """The last status that the mail states; a full requisition that merely says "open again" is that, too."""
    if mode is Mode.FULL:
        return next((status for status in reversed(statuses) if status.status is Status.OPEN), None)
    last = statuses[-1] if statuses else None
    if last is not None and last.status is Status.CLOSED and _NO_MORE_PEOPLE.search(last.clause.unit.text[last.start : last.end]):
        return next((status for status in reversed(statuses) if status.status is Status.PAUSED), last)
    return last


_NO_MORE_PEOPLE = phrases("reading", "no_more_people")
"""A seat that is on hold takes no people either: the words alone close nothing that the mail calls paused."""
_RETRACTION = phrases("reading", "retraction")


def _retracts(clauses: Sequence[Clause]) -> bool:
    """Whether the mail takes the one before it back ("ignore my last mail")."""
    return any(_RETRACTION.search(clause.text) for clause in clauses)
