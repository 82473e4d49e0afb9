"""The door of this room for whoever pulls mails: open a source by its settings, or look whether it would open."""

from functools import partial

from ingest.batches import Batch, Source, SourceState
from ingest.folders import MailFolder
from ingest.imap import ImapMailbox
from ingest.listings import list_files, list_maildir
from ingest.mbox import Mbox
from ingest.settings import FilesSource, ImapSource, MaildirSource, MboxSource, SourceSettings

__all__ = ["Batch", "Source", "SourceState", "open_source", "probe"]


def open_source(settings: SourceSettings) -> Source:
    """Make the source that a `[[sources]]` entry describes; nothing is opened before `pull`."""
    return _open(settings)


def probe(settings: SourceSettings) -> tuple[str, ...]:
    """Look at a source as `pull` would and say what is there, a sentence each; takes no mail.

    Raises:
        MailboxError: what `pull` would fail with.
    """
    return tuple(_open(settings).probe())


def _open(settings: SourceSettings) -> ImapMailbox | Mbox | MailFolder:
    match settings:
        case ImapSource():
            return ImapMailbox(settings)
        case MaildirSource():
            return MailFolder(settings, partial(list_maildir, settings))
        case MboxSource():
            return Mbox(settings)
        case FilesSource():
            return MailFolder(settings, partial(list_files, settings))
