"""The weekly report by mail: one mail for each week and recipient, whatever is run again (DECISIONS.md D16)."""

import hashlib
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import clock, crash
from pipeline.delivery_settings import DeliverySettings
from pipeline.lock import run_lock
from pipeline.publishing import put
from pipeline.reporting import page_of_week, read_week
from pipeline.settings import Settings
from pipeline.smtp import Refused, hand_in, server
from reports.errors import ReportError
from reports.weeks import IsoWeek

if TYPE_CHECKING:
    from reports.mail import Attachment
    from reports.page import Page

_KINDS = {
    "html": "text/html",
    "markdown": "text/markdown",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of the mails of a week."""

    sent: int
    already: int
    """Recipients who had theirs before."""
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to one recipient."""

    recipient: str
    language: str
    message_id: str
    mail: EmailMessage


def message_id(week: IsoWeek, recipient: str, domain: str) -> str:
    """The id of the mail of a week to a recipient: the same however often it is sent."""
    digest = hashlib.sha256(f"{week}\n{recipient}".encode()).hexdigest()[:20]
    return f"<reqdrift.{week}.{digest}@{domain}>"


def send(settings: Settings, delivery: DeliverySettings, week: IsoWeek) -> Delivered:
    """Send the report of a week to everybody who has not got it.

    A mail is noted as sent once the server has taken it: killed between the two, the next call sends it again under the same id,
    by which mail programs show it once.

    Raises:
        Locked: a run, or another sending, is at work.
        SnapshotMissing: no run published yet.
        DeliveryError: the server cannot be reached or refuses us; who has the mail is noted.
    """
    from store.archive import Archive

    with run_lock(settings.archive.path), Archive.open(settings.archive.path, create=False) as archive:
        sent_before = archive.deliveries.sent(str(week))
        open_ones = [(language, address) for language, address in delivery.recipients if address not in sent_before]
        already = len(delivery.recipients) - len(open_ones)
        if not open_ones:
            return Delivered(0, already, ())
        letters, faults = written(settings, delivery, week, open_ones)
        sent = 0
        with server(delivery) as connection:
            for letter in letters:
                try:
                    hand_in(connection, delivery, letter.mail, parseaddr(delivery.sender)[1], letter.recipient)
                except Refused as error:
                    faults.append(f"{letter.recipient}: {error}")
                    continue
                crash.point("after-data")
                archive.deliveries.record(str(week), letter.recipient, letter.message_id, sent_at=clock.now())
                sent += 1
    return Delivered(sent, already, tuple(faults))


def write_instead(settings: Settings, delivery: DeliverySettings, week: IsoWeek, output: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write every mail as a file instead of sending it, also those that were sent; give their places, and what could not be made."""
    letters, faults = written(settings, delivery, week, delivery.recipients)
    files = {f"mail.{letter.language}.{number:02}.eml": letter.mail.as_bytes() for number, letter in enumerate(letters, 1)}
    return put(output, str(week), files), tuple(faults)


def written(
    settings: Settings, delivery: DeliverySettings, week: IsoWeek, recipients: Sequence[tuple[str, str]]
) -> tuple[list[Letter], list[str]]:
    """The mails, and sentences about files that could not be made and go with none of them."""
    from reports.mail import message

    report = read_week(settings, week)
    letters: list[Letter] = []
    faults: list[str] = []
    for language in sorted({language for language, _ in recipients}):
        page = page_of_week(settings, report, language)
        mail = message(page, list(_attachments(page, delivery.attach, week, faults)), domain=delivery.domain)
        mine = [address for told, address in recipients if told == language]
        letters.extend(_addressed(mail, delivery, week, language, address) for address in mine)
    return letters, list(dict.fromkeys(faults))


def _attachments(page: "Page", formats: Sequence[str], week: IsoWeek, faults: list[str]) -> Iterator["Attachment"]:
    from reports.documents import SUFFIXES, document
    from reports.mail import Attachment

    for name in formats:
        try:
            content = document(page, name)
        except ReportError as error:
            faults.append(str(error))
        else:
            yield Attachment(f"req-drift_{week}.{page.language}.{SUFFIXES[name]}", _KINDS[name], content)


def _addressed(mail: EmailMessage, delivery: DeliverySettings, week: IsoWeek, language: str, recipient: str) -> Letter:
    """The mail with its envelope: sent now, to one person."""
    letter = deepcopy(mail)
    del letter["Date"]
    letter["Date"] = clock.now()
    letter["From"] = delivery.sender
    letter["To"] = recipient
    letter["Message-ID"] = message_id(week, recipient, delivery.domain)
    return Letter(recipient, language, str(letter["Message-ID"]), letter)
