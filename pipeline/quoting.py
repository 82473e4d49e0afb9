"""The mails that a report quotes, read from the archive again: the snapshot keeps no mail texts (DECISIONS.md D10)."""

from collections.abc import Iterable
from contextlib import suppress

from pipeline.settings import Settings
from requisitions.messages import Message, RawMessage


def quoted_messages(settings: Settings, sha256s: Iterable[str]) -> dict[str, Message]:
    """The messages of these mails, as far as they are kept; none where the snapshot is read without its archive."""
    from store.archive import Archive
    from store.errors import ArchiveError

    wanted = sorted(set(sha256s) - {""})
    if not wanted:
        return {}
    try:
        with Archive.open(settings.archive.path, create=False) as archive:
            # one after the other, as each may come with attachments of many megabytes
            found = [_parsed(entry.raw) for sha256 in wanted if (entry := archive.get(sha256)) is not None]
    except ArchiveError:
        return {}
    return {message.sha256: message for message in found if message is not None}


def _parsed(raw: RawMessage) -> Message | None:
    """The mail, which its night could read; what it meets today costs a quote its clause and no page."""
    from ingest.parsing import parse_message

    with suppress(Exception):
        message = parse_message(raw)
        return message if isinstance(message, Message) else None
    return None
