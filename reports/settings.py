"""The `[reports]` section of the configuration."""

from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("ja", "en")
"""The languages that reports are written in."""
FORMATS = ("html", "markdown", "json", "xlsx", "mail", "pdf")
"""The formats that reports are written in; `documents` knows what they are."""
SILENT_DAYS = 14
"""So many days without a mail make an open seat a silent one, where the configuration tells no other number."""
MOST_SILENT_DAYS = 365


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """Where reports go and how they speak."""

    output: Path
    """The folder that pages are written to."""
    timezone: str = "Asia/Tokyo"
    """Weeks begin at Monday 0:00 in this zone, and times are shown in it."""
    language: str = "ja"
    """`ja` or `en`: what `report` writes where `--lang` says nothing."""
    mail_link: str | None = None
    """Address of a mail in your archive or web mail, with `{message_id}` or `{sha256}` in it; see `safety.check_mail_link`."""
    formats: tuple[str, ...] = ("html",)
    """What each run writes of a week that is over, and `report` where `--format` says nothing; some of `FORMATS`."""
    address: str | None = None
    """Where the folder `output` can be opened, such as https://reports.example/drift/: mails link to it."""
    watch: tuple[str, ...] = ()
    """Requisitions (by id or reference), clients and owners (by name or address) whose seats count as followed and come whole."""
    silent_days: int = SILENT_DAYS
    """Days without a mail after which an open seat is told as silent: 1 to `MOST_SILENT_DAYS`."""
