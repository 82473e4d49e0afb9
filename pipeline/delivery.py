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
from pipeline.cuts import Cut, owners
from pipeline.delivery_settings import DeliverySettings
from pipeline.lock import run_lock
from pipeline.publishing import put
from pipeline.reporting import Material, page_of_week, read_material
from pipeline.settings import Settings
from pipeline.smtp import Refused, hand_in, server
from reports.errors import ReportError
from reports.weeks import IsoWeek

if TYPE_CHECKING:
    from reports.mail import Attachment
    from reports.page import Page
    from store.archive import Archive

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
    key: str
    """What the outbox calls it, beside the recipient."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who is to get a mail."""

    address: str
    language: str
    cut: Cut | None = None
    """Whose part of the report it is; null: the whole."""

    def key(self, week: IsoWeek) -> str:
        """What the outbox calls the mail, beside the address."""
        return str(week) if self.cut is None else f"{week}.owner"


def message_id(key: str, recipient: str, domain: str) -> str:
    """The id of a mail to a recipient: the same however often it is sent."""
    digest = hashlib.sha256(f"{key}\n{recipient}".encode()).hexdigest()[:20]
    # short enough to stand in one line: some servers read no folded one
    return f"<reqdrift.{key[:14]}.{digest}@{domain}>"


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
        material = read_material(settings, week) if delivery.per_owner else None
        everybody = addressees(settings, delivery, material)
        waiting = [one for one in everybody if one.address not in archive.deliveries.sent(one.key(week))]
        if not waiting:
            return Delivered(0, len(everybody), ())
        letters, faults = written(settings, delivery, material or read_material(settings, week), waiting)
        done = post(archive, delivery, letters)
    return Delivered(done.sent, len(everybody) - len(waiting), (*faults, *done.faults))


def post(archive: "Archive", delivery: DeliverySettings, letters: Sequence[Letter]) -> Delivered:
    """Hand mails in, each noted once the server has taken it; one that is refused costs nobody else his own.

    Raises:
        DeliveryError: the server cannot be reached or refuses us; who has the mail is noted.
    """
    faults: list[str] = []
    with server(delivery) as connection:
        for letter in letters:
            try:
                hand_in(connection, delivery, letter.mail, parseaddr(delivery.sender)[1], letter.recipient)
            except Refused as error:
                faults.append(f"{letter.recipient}: {error}")
                continue
            crash.point("after-data")
            archive.deliveries.record(letter.key, letter.recipient, letter.message_id, sent_at=clock.now())
    return Delivered(len(letters) - len(faults), 0, tuple(faults))


def write_instead(settings: Settings, delivery: DeliverySettings, week: IsoWeek, output: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write every mail as a file instead of sending it, also those that were sent; give their places, and what could not be made."""
    material = read_material(settings, week)
    letters, faults = written(settings, delivery, material, addressees(settings, delivery, material))
    files = {f"mail.{letter.language}.{number:02}.eml": letter.mail.as_bytes() for number, letter in enumerate(letters, 1)}
    return put(output, str(week), files), tuple(faults)


def addressees(settings: Settings, delivery: DeliverySettings, material: Material | None) -> list[Addressee]:
    """Everybody who gets a mail of the week: whom `[delivery]` names, and with `per_owner` everybody at work; by language."""
    named = [Addressee(address, language) for language, address in delivery.recipients]
    found = owners(material.requisitions, settings.parties, material.end) if delivery.per_owner and material is not None else []
    people = [cut for cut in found if cut.name != parseaddr(delivery.sender)[1].lower()]
    named += [Addressee(cut.name, language_of(cut.name, settings, delivery), cut) for cut in people]
    return sorted(named, key=lambda one: one.language)


def language_of(address: str, settings: Settings, delivery: DeliverySettings) -> str:
    """The language that somebody gets his mails in: as `[delivery]` says, else as all reports are."""
    told = {known.lower(): language for language, known in delivery.recipients}
    return told.get(address.lower(), settings.reports.language)


def written(
    settings: Settings, delivery: DeliverySettings, material: Material, wanted: Sequence[Addressee]
) -> tuple[list[Letter], list[str]]:
    """The mails, and sentences about files that could not be made and go with none of them."""
    from reports.mail import message

    letters: list[Letter] = []
    faults: list[str] = []
    made: dict[tuple[str, str | None], EmailMessage] = {}
    weeks = {one.cut: material.of(one.cut) for one in wanted}
    for one in wanted:
        same = (one.language, None if one.cut is None else one.cut.name)
        if same not in made:
            page = page_of_week(settings, weeks[one.cut], one.language)
            made[same] = message(page, list(_attachments(page, delivery.attach, material.week, faults)), domain=delivery.domain)
        letters.append(addressed(made[same], delivery, one.key(material.week), one.language, one.address))
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


def addressed(mail: EmailMessage, delivery: DeliverySettings, key: str, language: str, recipient: str) -> Letter:
    """The mail with its envelope: sent now, to one person."""
    letter = deepcopy(mail)
    del letter["Date"]
    letter["Date"] = clock.now()
    letter["From"] = delivery.sender
    letter["To"] = recipient
    letter["Message-ID"] = message_id(key, recipient, delivery.domain)
    return Letter(recipient, language, str(letter["Message-ID"]), letter, key)
