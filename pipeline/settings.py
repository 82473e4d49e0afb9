"""What a run is set to: each room's own settings, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extract.settings import ExtractSettings
from ingest.settings import ImapSource, SourceSettings
from pipeline.delivery_settings import DeliverySettings
from reports.settings import ReportSettings
from requisitions.parties import Parties
from requisitions.risk import RiskSettings
from store.settings import ArchiveSettings, StoreSettings

ALL = "all"
"""What `--owner` says for everybody, and so the name of no team."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """The `[ours]` section: who we are."""

    domains: tuple[str, ...] = ()
    """Our own mail domains. Without them the domain of each IMAP account's `user` counts as ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole configuration."""

    file: Path
    store: StoreSettings
    archive: ArchiveSettings
    reports: ReportSettings
    extract: ExtractSettings
    risk: RiskSettings
    ours: Ours
    intermediaries: Mapping[str, str]
    clients: Mapping[str, str]
    sources: tuple[SourceSettings, ...]
    delivery: DeliverySettings | None = None
    """Null where nothing is sent by mail."""
    teams: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Name → addresses of ours."""

    @property
    def parties(self) -> Parties:
        """Who is who, as far as the configuration tells (DECISIONS.md D22)."""
        told = [domain.lower().lstrip("@") for domain in self.ours.domains]
        accounts = [
            source.user.rpartition("@")[2].lower() for source in self.sources if isinstance(source, ImapSource) and "@" in source.user
        ]
        return Parties(frozenset(told or accounts), self.intermediaries, self.clients)
