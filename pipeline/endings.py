"""Which exit status a fault has (CONTRACT.md 4), and whether its own words are a sentence for people."""

from extract.vocabulary.listing import VocabularyError
from ingest.errors import MailboxError
from pipeline.clock import ClockError
from pipeline.configuration import ConfigError
from pipeline.cuts import CutError
from pipeline.lock import Locked
from pipeline.smtp import DeliveryError, DeliveryLater
from pipeline.stopping import Stopped
from pipeline.workers import WorkersError
from reports.errors import ReportError
from store.errors import StoreError

DONE, FAILED, UNUSABLE, IN_PART, LATER = 0, 1, 2, 3, 75

STATUSES: tuple[tuple[type[Exception], int], ...] = (
    (ConfigError, UNUSABLE),
    (VocabularyError, UNUSABLE),
    (ClockError, UNUSABLE),
    (CutError, UNUSABLE),
    (Locked, LATER),
    (Stopped, LATER),
    (DeliveryLater, LATER),
    (DeliveryError, FAILED),
    (MailboxError, FAILED),
    (StoreError, FAILED),
    (ReportError, FAILED),
    (WorkersError, FAILED),
    (OSError, FAILED),
)


def status_of(fault: Exception) -> int | None:
    """The exit status of a fault that was to be expected; null for a fault of the program."""
    return next((status for kind, status in STATUSES if isinstance(fault, kind)), None)
