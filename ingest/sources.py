"""The door of this room for whoever pulls mails: open a source by its settings, or look whether it would open."""

from ingest.batches import Batch, Source, SourceState
from ingest.settings import SourceSettings

__all__ = ["Batch", "Source", "SourceState", "open_source", "probe"]


def open_source(settings: SourceSettings) -> Source:
    """Make the source that a `[[sources]]` entry describes; nothing is opened before `pull`."""
    raise NotImplementedError(settings.name)


def probe(settings: SourceSettings) -> tuple[str, ...]:
    """Look at a source as `pull` would and say what is there, a sentence each; takes no mail.

    Raises:
        MailboxError: what `pull` would fail with.
    """
    raise NotImplementedError(settings.name)
