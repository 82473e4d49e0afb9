"""A briefing: what it is made from, and how it becomes a document."""

import os
from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path

from pipeline.settings import Settings
from reports.brief_records import Basis, Briefing
from reports.brief_usual import AS_A_WHOLE, PeerGroup
from requisitions.values import is_present
from requisitions.versions import Requisition
from requisitions.words import Category
from store import peers
from store.snapshot import Connection


def briefing_of(settings: Settings, requisition: str, now: datetime) -> Briefing | None:
    """The briefing of the one requisition that a person means; null where nothing of it was stated by then.

    Raises:
        SnapshotMissing: no run published yet.
        click.UsageError: no requisition has that name, or several have it.
    """
    from pipeline import finding
    from pipeline.refolding import with_watch
    from reports.briefing import build_briefing
    from requisitions.conflicts import words_again
    from store import members, reading
    from store.snapshot import open_snapshot, read_meta

    with open_snapshot(settings.store.path) as connection:
        found = finding.requisition_id(connection, requisition)
        (seat,) = with_watch(reading.requisitions(connection, [found]), settings.reports.watch)
        return build_briefing(
            seat,
            now=now,
            timezone=settings.reports.timezone,
            peers=peer_groups(connection, seat, now),
            confirming=words_again(members.members(connection, [found])[found], seat.history),
            data_cut=read_meta(connection).as_of,
        )


def peer_groups(connection: Connection, seat: Requisition, now: datetime) -> tuple[PeerGroup, ...]:
    """The other seats of the seat's client, and those for its job, with how many of them name what."""
    groups = []
    if seat.client is not None:
        ids = peers.of_client(connection, seat.requisition_id, seat.client, before=now)
        groups.append(_group(connection, Basis.CLIENT, ids, now))
    role = _role(seat, now)
    if role is not None:
        groups.append(_group(connection, Basis.ROLE, peers.of_role(connection, seat.requisition_id, role, before=now), now))
    return tuple(groups)


def _group(connection: Connection, basis: Basis, ids: Sequence[str], now: datetime) -> PeerGroup:
    return PeerGroup(basis, len(ids), peers.named(connection, ids, before=now, whole=AS_A_WHOLE))


def _role(seat: Requisition, now: datetime) -> str | None:
    """The key of the job that the seat is for by then; null where it names none that a vocabulary knows."""
    version = next((one for one in reversed(seat.history.versions) if one.stated_at < now), None)
    held = () if version is None else (one.requirement for one in version.held)
    return next((one.key for one in held if one.category is Category.ROLE and is_present(one) and not one.open_class), None)


def document(settings: Settings, brief: Briefing, language: str, form: str) -> str:
    """The briefing as `text`, `html` or `json`.

    Raises:
        ReportError: `[reports] mail_link` may not stand on a page.
    """
    from pipeline.quoting import quoted_messages
    from pipeline.reporting import vocabulary_labels
    from reports.brief_page import page_of

    page = page_of(
        brief,
        language,
        labels={told: vocabulary_labels(settings.extract.vocabulary, told) for told in {language, brief.ask_language}},
        mail_link=settings.reports.mail_link,
        messages=quoted_messages(settings, (place.sha256 for place in brief.places())),
    )
    written: str = import_module(f"reports.brief_{form}").render(page)
    return written


def put(path: Path, written: str) -> None:
    """Write a briefing whole or not at all: beside its place first, for nobody else to read, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(written)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
