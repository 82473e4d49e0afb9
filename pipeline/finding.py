"""What a person means: a requisition by any of its names, a mail by the beginning of its hash, a moment by a date."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import click

from store import reading
from store.archive import Archive, Entry
from store.snapshot import Connection


def requisition_id(connection: Connection, wanted: str) -> str:
    """The one requisition of that id, member's id or reference.

    Raises:
        click.UsageError: none has that name, or several have it; the candidates are listed.
    """
    found = reading.find_requisition(connection, wanted)
    if not found:
        raise click.UsageError(f"no requisition has the id or reference {wanted!r}; `reqdrift list` prints them")
    if len(found) > 1:
        listed = "\n".join(
            f"  {one.requisition_id}  {one.client or ''}  {one.title or ''}" for one in reading.requisitions(connection, found)
        )
        raise click.UsageError(f"{wanted!r} can mean {len(found)} requisitions; name one by its id:\n{listed}")
    return found[0]


def entry(archive: Archive, wanted: str) -> Entry:
    """The one archived mail whose hash begins like that.

    Raises:
        click.UsageError: none does, or several do.
    """
    found = archive.find(wanted.lower())
    mail = archive.get(found[0]) if len(found) == 1 else None
    if mail is None:
        said = f"{len(found)} mails have hashes that begin" if found else "no archived mail has a hash that begins"
        raise click.UsageError(f"{said} with {wanted!r}")
    return mail


def end_of(wanted: str, zone: ZoneInfo) -> datetime:
    """The moment before which things count: the end of that day, or of that minute, in the zone of the reports.

    A moment to the second counts itself, and one that names its offset needs no zone.

    Raises:
        click.UsageError: it is neither a date nor a moment, or lies at the end of time.
    """
    try:
        told = datetime.fromisoformat(wanted)
        if len(wanted) <= len("2026-11-20"):
            told = datetime.combine(told.date() + timedelta(days=1), time())
        else:
            told += timedelta(seconds=1) if told.second else timedelta(minutes=1)
    except (ValueError, OverflowError):
        raise click.UsageError(f"{wanted!r} is no date; write 2026-11-20, or 2026-11-20T18:00") from None
    return told if told.tzinfo is not None else told.replace(tzinfo=zone)
