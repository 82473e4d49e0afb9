"""Nightly alerts: one short mail for each owner of a seat that moved while somebody was proposed or an interview was ahead.

An alert tells of the mails that were archived since the last one that its reader got, up to the last mail of the snapshot, and of three
days at most: a night whose alert failed is made up for, and nothing is told twice. Its name in the outbox is the moment of that last
mail, so that a second call, or one after a crash, is about the same mail.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pipeline import clock
from pipeline.cuts import Cut, owner_address
from pipeline.delivery import Delivered, Letter, addressed, language_of, post
from pipeline.delivery_settings import DeliverySettings
from pipeline.lock import run_lock
from pipeline.publishing import put
from pipeline.quoting import quoted_messages
from pipeline.reporting import vocabulary_labels
from pipeline.settings import Settings
from requisitions.versions import Requisition

if TYPE_CHECKING:
    from reports.alert import Alert
    from store.archive import Archive

AT_MOST = timedelta(days=3)
"""How far back an alert reaches: a weekend."""
KIND = "alert."
_MOMENT = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is to know of some seats."""

    address: str
    requisitions: tuple[Requisition, ...]
    unowned: bool
    """Whether seats of nobody's are among them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the snapshot knows of the last nights."""

    until: datetime
    now: datetime
    requisitions: tuple[Requisition, ...]


def send(settings: Settings, delivery: DeliverySettings) -> Delivered:
    """Send the alerts of the night; nothing on a quiet one.

    Raises:
        Locked: a run, or another sending, is at work.
        SnapshotMissing: no run published yet.
        DeliveryError: the server cannot be reached or refuses us; who has the mail is noted.
    """
    from store.archive import Archive

    with run_lock(settings.archive.path), Archive.open(settings.archive.path, create=False) as archive:
        letters = _letters(settings, delivery, archive)
        return post(archive, delivery, letters) if letters else Delivered(0, 0, ())


def write_instead(settings: Settings, delivery: DeliverySettings, output: Path) -> tuple[Path, ...]:
    """Write each mail that would be sent now as a file instead, and give their places."""
    from store.archive import Archive

    with Archive.open(settings.archive.path, create=False) as archive:
        letters = _letters(settings, delivery, archive)
    files = {f"alert.{Cut(one.recipient, frozenset()).slug}.eml": one.mail.as_bytes() for one in letters}
    day = clock.now().astimezone(ZoneInfo(settings.reports.timezone)).date().isoformat()
    return put(output / "alerts", day, files) if files else ()


def _letters(settings: Settings, delivery: DeliverySettings, archive: "Archive") -> list[Letter]:
    known = _known(settings)
    if known is None:
        return []
    told = {address: _moment(name) for address, name in archive.deliveries.last(KIND).items()}
    found = (_letter(settings, delivery, known, reader, told) for reader in _readers(settings, delivery, known.requisitions))
    return [letter for letter in found if letter is not None]


def _known(settings: Settings) -> Known | None:
    """The requisitions with mails of the last days; null where no mail came in them."""
    from store import reading
    from store.snapshot import open_snapshot, read_meta

    now = clock.now()
    with open_snapshot(settings.store.path) as connection:
        until = read_meta(connection).as_of
        if until is None or until <= now - AT_MOST:
            return None
        touched = reading.touched_between(connection, now - AT_MOST, until + timedelta(microseconds=1))
        return Known(until, now, tuple(reading.requisitions(connection, touched)))


def _readers(settings: Settings, delivery: DeliverySettings, requisitions: Sequence[Requisition]) -> Iterator[Reader]:
    """Who is to know of what: the last of ours who wrote in a thread; of the others whom `[delivery]` names.

    Only addresses of `[ours] domains` get mails, as the domain of a mailbox may be everybody's.
    """
    by_owner: defaultdict[str | None, list[Requisition]] = defaultdict(list)
    robots = {parseaddr(delivery.sender)[1].lower()}
    for one in requisitions:
        by_owner[owner_address(one, settings.parties, robots) if settings.ours.domains else None].append(one)
    unowned = by_owner.pop(None, [])
    named = {address.lower(): address for _, address in delivery.recipients}
    for address in sorted({str(owner) for owner in by_owner} | (named.keys() if unowned else set())):
        others = unowned if address in named else []
        yield Reader(named.get(address, address), (*by_owner.get(address, ()), *others), bool(others))


def _letter(settings: Settings, delivery: DeliverySettings, known: Known, reader: Reader, told: Mapping[str, datetime]) -> Letter | None:
    from reports.alert import Night, build_alert

    zone = settings.reports.timezone
    earliest = known.now - AT_MOST
    after = max(earliest, told.get(reader.address, earliest))
    alert = build_alert(reader.requisitions, Night(after, known.until, known.now, ZoneInfo(zone)), zone)
    return None if alert is None else _written(settings, delivery, reader, alert)


def _written(settings: Settings, delivery: DeliverySettings, reader: Reader, alert: "Alert") -> Letter:
    from reports.alert_mail import AlertPage, message

    language = language_of(reader.address, settings, delivery)
    page = AlertPage(
        alert,
        language,
        mail_link=settings.reports.mail_link,
        messages=quoted_messages(settings, (place.sha256 for place in alert.places())),
        labels=vocabulary_labels(settings.extract.vocabulary, language),
    )
    mail = message(page, unowned=reader.unowned, domain=delivery.domain)
    return addressed(mail, delivery, f"{KIND}{alert.until.astimezone(UTC):{_MOMENT}}", language, reader.address)


def _moment(name: str) -> datetime:
    return datetime.strptime(name.removeprefix(KIND), _MOMENT).replace(tzinfo=UTC)
