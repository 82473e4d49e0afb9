"""The setting `since`: which mails are too old to be taken."""

from datetime import date
from email.parser import BytesHeaderParser
from email.utils import parsedate

from ingest.heads import header_block


def is_older(content: bytes, since: date | None) -> bool:
    """Tell whether a mail was sent before the day `since`; one without a date never is."""
    if since is None:
        return False
    sent = sent_day(content)
    return sent is not None and sent < since


def is_wider(since: date | None, than: date | None) -> bool:
    """Tell whether one `since` takes mails that another left out."""
    return than is not None and (since is None or since < than)


def sent_day(content: bytes) -> date | None:
    """Read the day a mail was sent, in its own offset: its Date header, else its topmost Received (DECISIONS.md D6)."""
    headers = BytesHeaderParser().parsebytes(header_block(content))
    return _day(str(headers.get("Date", ""))) or _day(str(headers.get("Received", "")).rpartition(";")[2])


def _day(text: str) -> date | None:
    try:
        read = parsedate(text)
        return None if read is None else date(*read[:3])
    except (ValueError, TypeError, IndexError):
        return None
