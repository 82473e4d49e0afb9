"""The door from mails to messages: bytes in, a `Message` or the `Problem` that says why there is none."""

import hashlib
from dataclasses import dataclass, replace
from datetime import tzinfo

from ingest.addresses import NOBODY, first_address, parse_addresses
from ingest.bodies import Body, read_body
from ingest.dates import parse_date, received_date
from ingest.disk import file_of
from ingest.headers import Headers, HeadersTooLong, message_id, message_ids, split_message, thread_index
from ingest.limits import MAIL_BYTES, TEXT_CHARACTERS
from ingest.quoting import find_spans, ordered
from ingest.sections import Envelope
from ingest.structure import OverCap, Part, parse_structure
from ingest.traits import read_traits
from requisitions.messages import Message, Problem, RawMessage, Span, SpanKind
from requisitions.words import Cause, Stage

_BETWEEN = "\n\n"
"""Parts the text of a mail from that of a mail attached to it."""
_OPEN_BY_HAND = "open it in a mail program; it is kept whole, and `reqdrift quarantine retry` reads it again"
_ASK_FOR_LESS = "ask the sender for the text without its attachments"
_WRITTEN_BY_THE_SENDER = frozenset(
    {
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "in-reply-to",
        "references",
        "reply-to",
        "content-type",
        "content-transfer-encoding",
        "mime-version",
    }
)
"""Headers that are the same in every copy of a mail; all others are traces of its way, or may be."""
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})


def parse_message(raw: RawMessage) -> Message | Problem:
    """Decode one mail: its headers, its text, and who wrote which part of it.

    Whatever the bytes, this returns; a mail that can't be used becomes a `Problem` of one of the causes of DECISIONS.md D25.
    """
    if raw.full_size is not None or len(raw.content) > MAIL_BYTES:
        return _problem(raw, Cause.TOO_BIG, f"is bigger than {MAIL_BYTES // 2**20} MB, so only its headers were kept", _ASK_FOR_LESS)
    try:
        root = parse_structure(_with_line_feeds(raw.content))
        body = read_body(root)
        if not root.headers.fields:
            return _problem(raw, Cause.NO_MAIL, "is no mail: it has no headers", "look where it came from; it may be a stray file")
        if not body.readable and "text/calendar" not in body.kinds and not body.messages:
            return _problem(raw, *_unreadable(body), _OPEN_BY_HAND)
        reading = _read(root, body)
    except OverCap as reason:
        return _problem(raw, reason.cause, str(reason), _OPEN_BY_HAND)
    traits = read_traits(root.headers, body.kinds)
    head = _message(raw, root.headers)
    return replace(head, text=reading.text, spans=reading.spans, traits=traits, charset=body.charset, attachments=reading.attachments)


def parse_headers(raw: RawMessage) -> Message:
    """What the headers alone say, for listings of mails whose text is not or can't be read; the text is empty."""
    try:
        headers, _ = split_message(_with_line_feeds(raw.content))
    except HeadersTooLong:
        headers = Headers()
    return _message(raw, headers)


def mail_identity(content: bytes) -> str:
    """The same for all copies of one mail: a hash of its Message-ID, what its sender wrote into headers, and its body (D23)."""
    content = _with_line_feeds(content)
    try:
        headers, body = split_message(content)
    except HeadersTooLong:
        headers, body = Headers(), 0
    # Servers fold and order header lines anew.
    written = sorted((name, b" ".join(value.split())) for name, value in headers.fields if name in _WRITTEN_BY_THE_SENDER)
    digest = hashlib.sha256((message_id(headers.first("message-id")) or "").encode("utf-8", "replace"))
    for name, value in written:
        digest.update(b"\n" + name.encode() + b":" + value)
    # Mail stores differ in line ends and in empty lines at the end.
    digest.update(b"\n\n" + content[body:].replace(b"\r\n", b"\n").rstrip(b"\n"))
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    spans: tuple[Span, ...]
    attachments: tuple[str, ...]


def _read(root: Part, body: Body) -> _Reading:
    """The text of a mail, with the mails attached to it below as forwarded parts."""
    headers = root.headers
    threaded = bool(message_ids(headers.first("in-reply-to")) or message_ids(headers.first("references")))
    envelope = Envelope(headers.text("subject"), first_address(headers.first("from")), threaded, _zone(headers))
    text, spans, attachments = body.text, list(find_spans(body.text, body.marks, envelope)), body.attachments
    for attached in body.messages:
        inner = _read(attached, read_body(attached))
        start = len(text) + len(_BETWEEN) if text else 0
        text += (_BETWEEN if text else "") + inner.text
        if len(text) > TEXT_CHARACTERS:
            raise OverCap(Cause.TEXT_TOO_LONG, f"has a text of more than {TEXT_CHARACTERS:,} characters, attached mails counted")
        spans.append(_forwarded(attached.headers, start, len(text)))
        spans += (replace(span, start=span.start + start, end=span.end + start) for span in inner.spans)
        attachments += inner.attachments
    return _Reading(text, ordered(spans), attachments)


def _forwarded(headers: Headers, start: int, end: int) -> Span:
    author = first_address(headers.first("from"))
    sent_at = parse_date(headers.first("date"), _zone(headers))
    return Span(SpanKind.FORWARDED, start, end, author if author != NOBODY else None, headers.text("subject"), sent_at)


def _zone(headers: Headers) -> tzinfo | None:
    """The offset of a mail's own Date, else of the server that took it."""
    received = received_date(headers.first("received"))
    sent = parse_date(headers.first("date"), received.tzinfo if received else None)
    return sent.tzinfo if sent else received.tzinfo if received else None


def _message(raw: RawMessage, headers: Headers) -> Message:
    received = received_date(headers.first("received"))
    return Message(
        sha256=raw.sha256,
        message_id=message_id(headers.first("message-id")),
        in_reply_to=message_ids(headers.first("in-reply-to")),
        references=message_ids(headers.first("references")),
        thread_index=thread_index(headers.first("thread-index")),
        sent_at=parse_date(headers.first("date"), received.tzinfo if received else None),
        received_at=received,
        sender=first_address(headers.first("from") or headers.first("sender")),
        recipients=tuple(address for name in ("to", "cc") for value in headers.all(name) for address in parse_addresses(value)),
        subject=headers.text("subject"),
        text="",
        spans=(),
    )


def _with_line_feeds(content: bytes) -> bytes:
    """Drop what may stand before the headers, and give mails of old Macs line ends that can be found."""
    content = content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    return content.replace(b"\r", b"\n") if b"\n" not in content else content


def _unreadable(body: Body) -> tuple[Cause, str]:
    if body.kinds & _ENCRYPTED:
        return Cause.ENCRYPTED, "is encrypted"
    return Cause.NO_TEXT, "has no part that can be read as text"


def _problem(raw: RawMessage, cause: Cause, what: str, remedy: str) -> Problem:
    source = f' of source "{raw.source}"' if raw.source else ""
    sentence = f"The mail at {file_of(raw.place)}{source} {what}"
    return Problem(Stage.DECODE, sentence, remedy, raw.sha256, raw.source, cause)
