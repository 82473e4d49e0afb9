"""Mails in a line each, and texts whose lines carry what they should be read as."""

from email.headerregistry import Address as Mailbox
from email.message import EmailMessage

from requisitions.messages import Message, RawMessage, Span, SpanKind

CODES = {
    SpanKind.QUOTED: "q",
    SpanKind.SIGNATURE: "s",
    SpanKind.HEADER: "h",
    SpanKind.FORWARDED: "f",
    SpanKind.DELETED: "d",
    SpanKind.COLOURED: "c",
    SpanKind.QUESTION: "?",
}
_ORDER = "fhqs?cd"


def raw_message(content: bytes) -> RawMessage:
    """Bytes as a source would give them."""
    return RawMessage(source="sales", place="INBOX/7/1", content=content)


def compose(
    text: str,
    *,
    html: str | None = None,
    subject: str = "案件のご相談",
    sender: str = "Rin Asagiri <rin@hoshizora.example>",
    **headers: str,
) -> bytes:
    """A whole mail with a plain text, and an HTML alternative where one is given."""
    message = EmailMessage()
    name, _, address = sender.rpartition(" <")
    local, _, domain = address.rstrip(">").partition("@")
    message["From"] = Mailbox(name, local, domain)
    message["To"] = "desk@staffing.example"
    message["Subject"] = subject
    message["Date"] = "Tue, 03 Nov 2026 10:15:00 +0900"
    for header, value in headers.items():
        message[header.replace("_", "-")] = value
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def pieces(message: Message, kind: SpanKind) -> list[str]:
    """The words under each span of a kind."""
    return [message.text[span.start : span.end] for span in message.spans if span.kind is kind]


def own_words(message: Message) -> str:
    """What no span but colour and deletion covers, without empty lines."""
    hidden = {SpanKind.QUOTED, SpanKind.HEADER, SpanKind.SIGNATURE, SpanKind.FORWARDED}
    keep = [True] * len(message.text)
    for span in message.spans:
        if span.kind in hidden:
            keep[span.start : span.end] = [False] * (span.end - span.start)
    text = "".join(char for char, kept in zip(message.text, keep, strict=True) if kept or char == "\n")
    return "\n".join(line for line in text.split("\n") if line.strip())


def unmarked(sample: str) -> tuple[str, list[str]]:
    """Split lines `code|text` into the text, and the code that each line should get."""
    codes, lines = zip(*(line.split("|", 1) for line in sample.strip("\n").split("\n")), strict=True)
    return "\n".join(lines), [code.strip() for code in codes]


def codes_of(text: str, spans: tuple[Span, ...]) -> list[str]:
    """For each line, letters of the kinds that cover it whole: f forwarded, h header, q quoted, s signature, ? question."""
    codes, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        kinds = {
            CODES[span.kind]
            for span in spans
            if line.strip() and span.start <= start + len(line) - len(line.lstrip()) and span.end >= start + len(line.rstrip())
        }
        codes.append("".join(letter for letter in _ORDER if letter in kinds))
        start = end + 1
    return codes
