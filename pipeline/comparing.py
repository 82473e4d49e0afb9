"""What a better reading of old mails moved: changes that came and went, and reviews that lost theirs (DECISIONS.md D13)."""

from pipeline import clock
from pipeline.settings import Settings
from requisitions.corrections import in_force
from store.archive import Archive
from store.rereadings import Rereading, Told, told_until
from store.snapshot import open_snapshot


def note_rereading(archive: Archive, settings: Settings, before: Told | None) -> None:
    """Remember what the snapshot tells otherwise than `before`, of mails that both know; nothing where that is nothing.

    Killed before, the report lacks a sentence, and nothing else.
    """
    if before is None or before.as_of is None or before.through > archive.last_seq():
        return
    with open_snapshot(settings.store.path) as connection:
        now = told_until(connection, before.as_of)
    came, went = now - before.changes, before.changes - now
    if came or went:
        reviewed = {one.word.reviewed for one in in_force(archive.corrections.all())}
        archive.rereadings.add(Rereading(clock.now(), len(came), len(went), len(went & reviewed)))
