"""Is everything there that a run needs? One finding a line, with the way out for each fault."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ingest.errors import MailboxError
from ingest.sources import probe
from pipeline.delivery_settings import DeliverySettings
from pipeline.lock import Locked, run_lock
from pipeline.settings import Settings
from pipeline.smtp import DeliveryError, server
from store.archive import Archive
from store.errors import SnapshotMissing, StoreError
from store.snapshot import open_snapshot, read_meta

LEAST_FREE = 1 << 30
"""Bytes of disk below which a run may end half-way."""


class State(StrEnum):
    """How a finding is meant."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "FAULT"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    state: State
    sentence: str


def examine(settings: Settings) -> Iterator[Finding]:
    """Look at everything; what cannot be looked at is a finding too."""
    yield Finding(State.OK, f"configuration: {settings.file}")
    for what, folder in (
        ("archive", settings.archive.path),
        ("database", settings.store.path.parent),
        ("reports", settings.reports.output),
    ):
        yield _folder(what, folder)
    yield from _vocabulary(settings)
    yield _archive(settings)
    yield _snapshot(settings)
    yield _paper(settings)
    if settings.delivery is not None:
        yield _delivery(settings.delivery)
    if not settings.sources:
        yield Finding(State.FAULT, "sources: none; add a [[sources]] entry, as docs/configuration.md shows")
    for source in settings.sources:
        try:
            yield from (Finding(State.OK, sentence) for sentence in probe(source))
        except MailboxError as fault:
            yield Finding(State.FAULT, str(fault))


def _folder(what: str, folder: Path) -> Finding:
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        return Finding(State.FAULT, f"{what}: {there} cannot be written; give the user that runs reqdrift the right to")
    free = shutil.disk_usage(there).free
    if free < LEAST_FREE:
        return Finding(State.WARNING, f"room for the {what}: {free >> 20} MB are free in {there}; make room for the mails to come")
    return Finding(State.OK, f"room for the {what}: {folder}, {free >> 30} GB free")


def _vocabulary(settings: Settings) -> Iterator[Finding]:
    from extract.fingerprint import fingerprint
    from extract.vocabulary.listing import VocabularyError

    if not settings.extract.vocabulary:
        return
    try:
        fingerprint(settings.extract, settings.parties)
    except (VocabularyError, OSError) as fault:
        yield Finding(State.FAULT, f"vocabulary: {fault}")
    else:
        yield Finding(State.OK, f"vocabulary: {len(settings.extract.vocabulary)} term files")


def _paper(settings: Settings) -> Finding:
    """Whether this machine can make a PDF; a fault only where the configuration asks for one."""
    from reports.errors import ReportError
    from reports.pdf import check

    attached = () if settings.delivery is None else settings.delivery.attach
    try:
        check()
    except ReportError as fault:
        if "pdf" in (*settings.reports.formats, *attached):
            return Finding(State.FAULT, f"PDF: {fault}")
        return Finding(State.OK, f"PDF: none is asked for; {fault}")
    return Finding(State.OK, "PDF: Pango and a Japanese typeface are there")


def _delivery(delivery: DeliverySettings) -> Finding:
    """Whether the mail server can be reached over a safe line and takes us in; no mail is handed in."""
    try:
        with server(delivery) as connection:
            connection.noop()
    except (DeliveryError, MailboxError, OSError) as fault:
        return Finding(State.FAULT, f"delivery: {fault}")
    line = {"implicit": "TLS", "starttls": "STARTTLS", "none": "no TLS, this machine"}[delivery.tls]
    account = "nobody signs in" if delivery.user is None else f"signed in as {delivery.user}"
    number = len(delivery.recipients)
    return Finding(State.OK, f"delivery: {delivery.title} ({line}), {account}; {number} recipient{'' if number == 1 else 's'}")


def _archive(settings: Settings) -> Finding:
    try:
        if not (settings.archive.path / "mail.sqlite").exists():
            return Finding(State.OK, "archive: none yet; the first run makes it")
        with Archive.open(settings.archive.path, create=False) as archive:
            last = next(iter(archive.journal.runs(1)), None)
            kept = archive.last_seq()
    except StoreError as fault:
        return Finding(State.FAULT, f"archive: {fault}")
    if last is not None and last.finished_at is None and not _at_work(settings.archive.path):
        return Finding(State.WARNING, f"archive: {kept} mails; run {last.run_id} was killed, and the next run goes on from there")
    ended = "" if last is None else f"; last run {last.started_at:%Y-%m-%d %H:%M} UTC: {last.status or 'at work'}"
    return Finding(State.OK, f"archive: {kept} mails{ended}")


def _at_work(archive: Path) -> bool:
    try:
        with run_lock(archive):
            return False
    except Locked:
        return True


def _snapshot(settings: Settings) -> Finding:
    try:
        with open_snapshot(settings.store.path) as connection:
            meta = read_meta(connection)
    except SnapshotMissing:
        return Finding(State.OK, "database: none yet; the first run makes it")
    except StoreError as fault:
        return Finding(State.FAULT, f"database: {fault}")
    return Finding(State.OK, f"database: {settings.store.path}, {meta.through} archive entries folded in")
