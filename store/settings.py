"""What the `[archive]` and `[store]` sections of the configuration may say."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveSettings:
    """The `[archive]` section: the mails themselves and all that cannot be derived again. Back this up."""

    path: Path
    """Folder of the archive; `mail.sqlite` is made in it, readable by its owner alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSettings:
    """The `[store]` section: what was derived from the archive. It can be made again with `reqdrift rebuild`."""

    path: Path
    """The DuckDB file that notebooks and dashboards read; each run replaces it whole."""
