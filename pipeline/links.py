"""What of a mail linking and folding may look at: its times, who asks us, and the ids it shares with others (DECISIONS.md D6, D7, D22)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice

from pipeline.seatnumbers import seat_number
from requisitions.identity import statement_id
from requisitions.linking import content_words, normalise_reference, normalise_title
from requisitions.mentions import names_of, people_in, seat_names, spoken_words
from requisitions.messages import Address, Message, RawMessage, SpanKind
from requisitions.parties import Parties
from requisitions.statements import Reading, Statement
from requisitions.versions import LinkKeys, Mail
from requisitions.words import Kind, Mode

_MOST_PARTNERS = 3
_FIRST_LINES, _FIRST_SIGNS = 8, 500
"""As far as people take to say what they write about, or who they are."""
_IN_SIGHT, _LINES_IN_SIGHT, _SIGNATURES = 20_000, 200, 4
"""How much of a mail is looked at for that: a hostile one may be all lines and spans."""
_NOT_OWN = frozenset({SpanKind.QUOTED, SpanKind.SIGNATURE, SpanKind.HEADER, SpanKind.QUESTION, SpanKind.DELETED})
UNTOLD = Parties()
FUTURE = timedelta(days=1)
"""A Date header further ahead of the mail's receipt is not believed (D26)."""
_FARTHEST, _SQUEEZE = timedelta(days=3650), 10_000
"""Dates that nobody believes still order mails that came together: a year ahead becomes an hour, whatever lies beyond ten a day."""


def stated_at(message: Message, known_at: datetime) -> datetime:
    """When the words were written, in UTC: the Date header, else the topmost Received, else the receipt; none in the future."""
    told = (moment for moment in (message.sent_at, message.received_at) if moment is not None)
    believed = next((moment.astimezone(UTC) for moment in told if moment <= known_at + FUTURE), None)
    if believed is not None or message.sent_at is None:
        return believed or known_at
    return known_at + min(message.sent_at - known_at, _FARTHEST) / _SQUEEZE


def is_own(message: Message, parties: Parties) -> bool:
    """Whether one of us wrote it; where nobody told us who we are, a mail from a domain to itself alone is ours (a memo)."""
    if parties.ours:
        return parties.is_ours(message.sender)
    domain = message.sender.domain
    return bool(domain and message.recipients) and all(recipient.domain == domain for recipient in message.recipients)


def mail_record(
    message: Message, reading: Reading, *, source: str, known_at: datetime, first_import: bool, parties: Parties = UNTOLD
) -> Mail:
    """What later rooms need to know of the mail."""
    mail = _headers_of(message, source=source, known_at=known_at, first_import=first_import, parties=parties)
    return replace(mail, language=reading.language, kind=reading.kind)


def unread_mail(raw: RawMessage, *, known_at: datetime, first_import: bool, parties: Parties = UNTOLD) -> Mail:
    """A quarantined mail, by its headers: a person must know whose mail of which week is missing."""
    from ingest.parsing import parse_headers

    try:
        message = parse_headers(raw)
    except Exception:  # noqa: BLE001 - what could not be read may well break this too, and must not cost the night
        message = Message(raw.sha256, None, (), (), None, None, None, Address("", ""), (), "", "", ())
    return _headers_of(message, source=raw.source, known_at=known_at, first_import=first_import, parties=parties)


def _headers_of(message: Message, *, source: str, known_at: datetime, first_import: bool, parties: Parties) -> Mail:
    """A mail of which nothing but its headers is known."""
    return Mail(
        sha256=message.sha256,
        message_id=message.message_id,
        source=source,
        sent_at=None if message.sent_at is None else message.sent_at.astimezone(UTC),
        stated_at=stated_at(message, known_at),
        known_at=known_at,
        sender=message.sender.name or message.sender.address,
        sender_address=message.sender.address,
        subject=message.subject,
        language="",
        kind=Kind.UNREADABLE,
        first_import=first_import,
        organisation=parties.intermediary(message.sender) or parties.client(message.sender),
    )


def statements_to_link(message: Message, reading: Reading) -> tuple[Statement, ...]:
    """The statements of a mail; one that tells of events only stands as an empty amendment, so that it finds its seat (D24).

    So does one that nothing was read in, if somebody wrote words of his own in a thread or under a name: they may say more than was read.
    """
    if reading.statements or not (reading.events or _may_be_of_a_seat(message)):
        return reading.statements
    return (Statement(ordinal=0, mode=Mode.AMENDMENT),)


def _may_be_of_a_seat(message: Message) -> bool:
    named = message.in_reply_to or message.references or seat_names(normalise_title(message.subject))
    return bool(named) and not message.traits and any(_own_lines(message))


def link_keys(message: Message, reading: Reading, mail: Mail, parties: Parties) -> tuple[LinkKeys, ...]:
    """The link keys of each statement of a mail."""
    own = is_own(message, parties)
    statements = statements_to_link(message, reading)
    partners = _partners(message, statements, parties) if own else frozenset()
    first = _first_words(message, memo=own and not partners)
    says = spoken_words(first) | seat_number(first)
    called = frozenset() if own else _called(message)
    thread = {*message.in_reply_to, *message.references}
    if message.message_id is not None:
        thread.add(message.message_id)
    if message.thread_index is not None:
        thread.add(f"ti:{message.thread_index}")
    return tuple(
        LinkKeys(
            statement_id=statement_id(mail.sha256, statement.ordinal),
            sha256=mail.sha256,
            ordinal=statement.ordinal,
            stated_at=mail.stated_at,
            organisation=None if own else message.sender.domain or None,
            reference=normalise_reference(statement.reference),
            title=normalise_title(statement.title),
            client=statement.client,
            message_id=message.message_id,
            thread=frozenset(thread),
            mode=statement.mode,
            seats=len(statements),
            own=own,
            founds=bool(reading.statements),
            subject=normalise_title(message.subject),
            words=content_words(statement),
            sender=message.sender.address or None,
            partners=partners,
            says=_says(statement, says, alone=len(statements) == 1) if own or statement.mode is Mode.AMENDMENT else frozenset(),
            called=called,
            people=frozenset() if own else people_in(message.sender.name[:_FIRST_SIGNS]),
            silent=not (reading.statements or reading.events),
        )
        for statement in statements
    )


def _says(statement: Statement, says: frozenset[str], *, alone: bool) -> frozenset[str]:
    """What a statement speaks of: of several in one mail each its own seat, where it has a name."""
    return says if alone or statement.title is None else spoken_words(statement.title)


def _partners(message: Message, statements: tuple[Statement, ...], parties: Parties) -> frozenset[str]:
    """Whom a mail of our own is about: those it goes to and whose words it passes on; of a mail to many, nobody."""
    outside = {who.domain for who in message.recipients if who.domain and not _is_one_of_us(who, message, parties)}
    outside |= {statement.author for statement in statements if statement.author and statement.author != message.sender.domain}
    return frozenset(outside) if len(outside) <= _MOST_PARTNERS else frozenset()


def _is_one_of_us(who: Address, message: Message, parties: Parties) -> bool:
    return parties.is_ours(who) or who.domain == message.sender.domain


def _first_words(message: Message, *, memo: bool) -> str:
    """The first own lines, where people say what they write about; in a memo that answers nothing the subject too.

    A line that only says of a seat that it stays as it is names none that the mail moves.
    """
    from extract.cues import CueKind, find_cues
    from extract.folding import fold

    alone = memo and not (message.in_reply_to or message.references)
    told = [message.subject] if alone else []
    moving = (
        line for line in _own_lines(message) if not any(cue.kind is CueKind.KEPT for cue in find_cues(fold(line[:_FIRST_SIGNS]).text))
    )
    return "\n".join([*told, *islice(moving, _FIRST_LINES)])[:_FIRST_SIGNS]


def _own_lines(message: Message) -> Iterator[str]:
    """The sender's own lines, and those that he passes on, as far as anybody looks for what a mail is about."""
    start = 0
    for line in message.text[:_IN_SIGHT].splitlines(keepends=True)[:_LINES_IN_SIGHT]:
        if line.strip() and _kinds_at(message, start + len(line) - len(line.lstrip())).isdisjoint(_NOT_OWN):
            yield line.strip()
        start += len(line)


def _called(message: Message) -> frozenset[str]:
    """What the sender may be called, as his domain and signature say."""
    signatures = [span for span in message.spans if span.kind is SpanKind.SIGNATURE][:_SIGNATURES]
    own = (span for span in signatures if _kinds_at(message, span.start) == {SpanKind.SIGNATURE})
    lines = (line for span in own for line in message.text[span.start : span.end][:_FIRST_SIGNS].splitlines())
    return names_of(message.sender.domain, lines)


def _kinds_at(message: Message, at: int) -> set[SpanKind]:
    return {span.kind for span in message.spans if span.start <= at < span.end}
