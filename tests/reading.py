"""How the tests of the reading write down a mail and what was read from it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from email.utils import format_datetime

from extract.reading import read_message
from extract.settings import ExtractSettings
from ingest.parsing import parse_message
from requisitions.messages import Address, Message, RawMessage, Span
from requisitions.parties import Parties
from requisitions.statements import Hint, Reading, Requirement, Statement

DAY = datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=9)))
"""A Tuesday: the day on which the mails of these tests are sent, unless they say otherwise."""

Demand = tuple[str, str, str, float | None, float | None, str | None, str | None]
"""Category, key, necessity, min, max, unit, text."""
Value = tuple[float | None, float | None, str | None, str | None]
"""Min, max, unit, text."""


def message_of(
    text: str,
    *,
    subject: str = "",
    sender: str = "sales@partner.example",
    date: datetime | None = DAY,
    spans: Iterable[Span] = (),
    in_reply_to: tuple[str, ...] = (),
) -> Message:
    """A decoded mail, with the spans that the test says it has."""
    name, _, address = sender.rpartition("<")
    return Message(
        sha256="0" * 64,
        message_id="<1@partner.example>",
        in_reply_to=in_reply_to,
        references=in_reply_to,
        thread_index=None,
        sent_at=date,
        received_at=None,
        sender=Address(name.strip(), address.rstrip(">")),
        recipients=(Address("", "desk@staffing.example"),),
        subject=subject,
        text=text,
        spans=tuple(spans),
    )


def mail_of(
    body: str, *, subject: str = "", sender: str = "sales@partner.example", date: datetime = DAY, newline: str = "\n", in_reply_to: str = ""
) -> Message:
    """A mail that went over the wire and through `ingest`: its quoted history and signature are found there."""
    mail = EmailMessage()
    mail["Message-ID"] = "<1@partner.example>"
    mail["Date"] = format_datetime(date)
    mail["From"] = sender
    mail["To"] = "desk@staffing.example"
    mail["Subject"] = subject
    if in_reply_to:
        mail["In-Reply-To"] = mail["References"] = in_reply_to
    mail.set_content(body, cte="8bit")
    content = mail.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", newline.encode())
    parsed = parse_message(RawMessage("test", "1", content))
    assert isinstance(parsed, Message)
    return parsed


def read_this(
    message: Message,
    *,
    ours: Iterable[str] = ("staffing.example",),
    clients: Mapping[str, str] | None = None,
    intermediaries: Mapping[str, str] | None = None,
    min_confidence: float = 0.5,
) -> Reading:
    """What is read from a message; every quote must be cut from its text at its offsets."""
    parties = Parties(frozenset(ours), dict(intermediaries or {}), dict(clients or {}))
    reading = read_message(message, ExtractSettings(min_confidence=min_confidence), parties)
    for requirement in [*requirements(reading), *(hint.requirement for hint in hints(reading))]:
        assert requirement.evidence == message.text[requirement.start : requirement.end] != ""
    for event in reading.events:
        assert event.evidence == message.text[event.start : event.end] != ""
    for flag in reading.flags:
        assert flag.evidence == message.text[flag.start : flag.end] != ""
    return reading


def read(
    text: str,
    *,
    subject: str = "",
    sender: str = "sales@partner.example",
    date: datetime | None = DAY,
    spans: Iterable[Span] = (),
    ours: Iterable[str] = ("staffing.example",),
    in_reply_to: tuple[str, ...] = (),
) -> Reading:
    """What is read from a plain text."""
    return read_this(message_of(text, subject=subject, sender=sender, date=date, spans=spans, in_reply_to=in_reply_to), ours=ours)


def read_mail(
    body: str, *, subject: str = "", sender: str = "sales@partner.example", newline: str = "\n", in_reply_to: str = ""
) -> Reading:
    """What is read from a body that goes through `ingest` first."""
    return read_this(mail_of(body, subject=subject, sender=sender, newline=newline, in_reply_to=in_reply_to))


def requirements(reading: Reading) -> list[Requirement]:
    """The requirements of all statements, in order."""
    return [requirement for statement in reading.statements for requirement in statement.requirements]


def hints(reading: Reading) -> list[Hint]:
    """The hints of all statements, in order."""
    return [hint for statement in reading.statements for hint in statement.hints]


def only(reading: Reading) -> Statement:
    """The only statement of a mail."""
    (statement,) = reading.statements
    return statement


def _demand(requirement: Requirement) -> Demand:
    value = (requirement.min, requirement.max, requirement.unit, requirement.text)
    return (str(requirement.category), requirement.key, str(requirement.necessity), *value)


def demands(reading: Reading, *categories: str) -> set[Demand]:
    """The demands of all statements, of some categories or of all."""
    return {_demand(found) for found in requirements(reading) if not categories or found.category in categories}


def hinted(reading: Reading, *categories: str) -> set[tuple[str, str, str]]:
    """The hints of all statements as category, key and why."""
    return {
        (str(hint.requirement.category), hint.requirement.key, str(hint.why))
        for hint in hints(reading)
        if not categories or hint.requirement.category in categories
    }


def needs(reading: Reading, *categories: str) -> dict[str, str]:
    """Each demand's key with how binding it is."""
    return {found.key: str(found.necessity) for found in requirements(reading) if not categories or found.category in categories}


def values(reading: Reading, *categories: str) -> dict[str, Value]:
    """Each demand's key with its value."""
    chosen = [found for found in requirements(reading) if not categories or found.category in categories]
    return {found.key: (found.min, found.max, found.unit, found.text) for found in chosen}


def quotes(reading: Reading, *categories: str) -> dict[str, str]:
    """Each demand's key with the words that it was read from."""
    return {found.key: found.evidence for found in requirements(reading) if not categories or found.category in categories}


def statuses(reading: Reading) -> list[str | None]:
    """What each statement says of its seat's status; null where it says nothing."""
    return [str(statement.status) if statement.status_stated else None for statement in reading.statements]


_FORM_JA = {
    "title": "案件名：倉庫管理システムの更改",
    "skill": "必須：COBOL",
    "tier": "商流：エンド→元請→弊社",
    "period": "期間：12月〜",
    "location": "勤務地：柏",
    "headcount": "人数：1名",
    "payment": "支払サイト：30日",
}
_FORM_EN = {
    "title": "Title: COBOL maintenance",
    "skill": "Must have: COBOL",
    "period": "Start date: 1 December 2026",
    "location": "Location: Leeds",
    "headcount": "Openings: 1",
    "payment": "Payment terms: net 30",
}


def form_ja(line: str, *, instead_of: str = "") -> str:
    """A whole Japanese requisition that ends with a line, which may stand in for one of the others."""
    others = "\n".join(other for category, other in _FORM_JA.items() if category != instead_of)
    return f"お世話になっております。\n下記案件にて要員を募集しております。\n\n{others}\n{line}\n\n以上、よろしくお願いいたします。\n"


def form_en(line: str, *, instead_of: str = "") -> str:
    """A whole English requisition that ends with a line, which may stand in for one of the others."""
    others = "\n".join(other for category, other in _FORM_EN.items() if category != instead_of)
    return f"Hi all,\n\nwe are looking for a person for the seat below.\n\n{others}\n{line}\n\nKind regards\n"


def change_ja(line: str) -> str:
    """A Japanese mail that amends a seat with a line."""
    return f"お世話になっております。\n先日お送りした案件ですが、条件に変更がありました。\n\n{line}\n\nよろしくお願いいたします。\n"


def change_en(line: str) -> str:
    """An English mail that amends a seat with a line."""
    return f"Hi,\n\nan update on the role we spoke about.\n\n{line}\n\nKind regards\n"
