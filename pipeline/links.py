"""What of a mail linking and folding may look at: its times, who asks us, and the ids it shares with others (DECISIONS.md D6, D7, D22)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from requisitions.identity import statement_id
from requisitions.linking import content_words, normalise_reference, normalise_title
from requisitions.messages import Address, Message, RawMessage
from requisitions.parties import Parties
from requisitions.statements import Reading, Statement
from requisitions.versions import LinkKeys, Mail
from requisitions.words import Kind, Mode

UNTOLD = Parties()
FUTURE = timedelta(days=1)
"""A Date header further ahead of the mail's receipt is not believed (D26)."""


def stated_at(message: Message, known_at: datetime) -> datetime:
    """When the words were written, in UTC: the Date header, else the topmost Received, else the receipt; none in the future."""
    told = (moment for moment in (message.sent_at, message.received_at) if moment is not None)
    return next((moment.astimezone(UTC) for moment in told if moment <= known_at + FUTURE), known_at)


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


def statements_to_link(reading: Reading) -> tuple[Statement, ...]:
    """The statements of a mail; one that only tells events stands as an empty amendment, so that it finds its seat (D24)."""
    if reading.statements or not reading.events:
        return reading.statements
    return (Statement(ordinal=0, mode=Mode.AMENDMENT),)


def link_keys(message: Message, reading: Reading, mail: Mail, parties: Parties) -> tuple[LinkKeys, ...]:
    """The link keys of each statement of a mail."""
    own = is_own(message, parties)
    statements = statements_to_link(reading)
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
        )
        for statement in statements
    )
