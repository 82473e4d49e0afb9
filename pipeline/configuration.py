"""One TOML file into the frozen settings of every room; whatever is wrong with it is said at once, by section and key."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import msgspec

from extract.settings import ExtractSettings
from ingest.settings import SOURCE_TYPES, SourceSettings
from pipeline.delivery_settings import DeliverySettings, is_addresses
from pipeline.faults import explained, suggestion, unknown_keys
from pipeline.settings import ALL, Ours, Settings
from reports.errors import ReportError
from reports.safety import check_mail_link
from reports.settings import FORMATS, LANGUAGES, MOST_SILENT_DAYS, ReportSettings
from requisitions.risk import RiskSettings
from requisitions.risk import faults as risk_faults
from store.settings import ArchiveSettings, StoreSettings

Section = TypeVar("Section")

DEFAULTS: Mapping[str, Mapping[str, str]] = {
    "store": {"path": "reqdrift.duckdb"},
    "archive": {"path": "archive"},
    "reports": {"output": "reports"},
}
"""Where things lie when a configuration does not say; relative to its folder like everything else."""
SECTIONS = ("store", "archive", "reports", "extract", "risk", "ours", "intermediaries", "clients", "sources", "delivery", "teams")


class ConfigError(Exception):
    """The configuration cannot be used; `faults` are whole sentences."""

    def __init__(self, file: Path, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{file}: {fault}" for fault in self.faults))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads tables of one file and keeps what is wrong with them."""

    folder: Path
    faults: list[str]

    def section(self, table: object, kind: type[Section], where: str) -> Section | None:
        """The settings of one table, or null once its faults are noted."""
        if not isinstance(table, dict):
            self.faults.append(f"{where} must be a table of settings")
            return None
        unknown = [*unknown_keys(table, kind, where)]
        self.faults.extend(unknown)
        try:
            return msgspec.convert(table, kind, strict=True, dec_hook=self._path)
        except msgspec.ValidationError as error:
            # a misspelt key shows twice, as unknown and as missing: the first says it better
            if not (unknown and "missing required" in str(error)):
                self.faults.append(f"{where} {explained(str(error), kind)}")
            return None

    def _path(self, kind: type, value: object) -> object:
        if kind is Path and isinstance(value, str):
            return self.folder / Path(value).expanduser()
        raise TypeError(f"Expected `path`, got `{type(value).__name__}`")

    def names(self, table: object, where: str) -> Mapping[str, str]:
        """A table of domains and the names of their companies."""
        if not isinstance(table, dict):
            self.faults.append(f"{where} must be a table of domains and names")
            return {}
        wrong = [domain for domain, name in table.items() if not isinstance(name, str)]
        said = "expected the company's name in quotes; a domain is written in quotes too"
        self.faults.extend(f"{where} {domain}: {said}" for domain in wrong)
        return {domain.lower().lstrip("@"): name for domain, name in table.items() if isinstance(name, str)}

    def teams(self, table: object) -> Mapping[str, tuple[str, ...]]:
        """A table of teams and the addresses of their members."""
        if not isinstance(table, dict):
            self.faults.append("[teams] must be a table of names and lists of addresses")
            return {}
        good = {name: members for name, members in table.items() if is_addresses(members)}
        said = 'write a list of mail addresses, such as ["sato@agency.example"]; who writes a name with signs puts it in quotes'
        self.faults.extend(f"[teams] {name}: {said}" for name in table if name not in good)
        self.faults.extend(f'[teams] "{name}" stands for everybody; choose another name' for name in good if name.strip().lower() == ALL)
        return {name: tuple(members) for name, members in good.items()}

    def sources(self, entries: object) -> tuple[SourceSettings, ...]:
        """The entries of `[[sources]]`, with relative paths anchored."""
        if not isinstance(entries, list):
            self.faults.append("[[sources]] must be written with two brackets, once a source")
            return ()
        found = [self._source(entry, number) for number, entry in enumerate(entries, 1)]
        known = [source.anchored(self.folder) for source in found if source is not None]
        for number, source in enumerate(known):
            if any(source.name == other.name for other in known[:number]):
                self.faults.append(f'[[sources]] "{source.name}" stands there twice; give each source a name of its own')
        return tuple(known)

    def delivery(self, table: object) -> DeliverySettings | None:
        """The settings of `[delivery]`, with relative paths anchored; null without that section."""
        settings = None if table is None else self.section(table, DeliverySettings, "[delivery]")
        if settings is None:
            return None
        self.faults.extend(settings.check())
        return settings.anchored(self.folder)

    def _source(self, entry: object, number: int) -> SourceSettings | None:
        if not isinstance(entry, dict):
            self.faults.append("[[sources]] must be tables")
            return None
        name = entry.get("name")
        where = f'[[sources]] "{name}":' if isinstance(name, str) else f"[[sources]] number {number}:"
        kind = entry.get("type")
        if not isinstance(kind, str) or kind not in SOURCE_TYPES:
            said = "type is missing" if kind is None else f'type "{kind}" is unknown'
            self.faults.append(f"{where} {said}{suggestion(str(kind), SOURCE_TYPES)}")
            return None
        source = self.section(entry, SOURCE_TYPES[kind], where)
        if source is not None:
            self.faults.extend(source.check())
        return source


def load(file: Path) -> Settings:
    """Read a configuration.

    Raises:
        ConfigError: it is not there, is no TOML, or says something that cannot be used.
    """
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(file, ["no such file; `reqdrift config init` writes one, --config names another"]) from None
    except OSError as error:
        raise ConfigError(file, [f"cannot be read ({error.strerror})"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(file, [f"is no TOML: {error}"]) from error
    return parse(document, file)


def parse(document: Mapping[str, Any], file: Path) -> Settings:
    """Settings from a decoded document; relative paths count from the folder of `file`.

    Raises:
        ConfigError: it says something that cannot be used.
    """
    reader = _Reader(file.absolute().parent, [])
    reader.faults.extend(f"[{name}] is unknown{suggestion(name, SECTIONS)}" for name in document if name not in SECTIONS)
    store = reader.section(_with_defaults(document, "store"), StoreSettings, "[store]")
    archive = reader.section(_with_defaults(document, "archive"), ArchiveSettings, "[archive]")
    reports = reader.section(_with_defaults(document, "reports"), ReportSettings, "[reports]")
    extract = reader.section(document.get("extract", {}), ExtractSettings, "[extract]")
    risk = reader.section(document.get("risk", {}), RiskSettings, "[risk]")
    ours = reader.section(document.get("ours", {}), Ours, "[ours]")
    intermediaries, clients = (reader.names(document.get(name, {}), f"[{name}]") for name in ("intermediaries", "clients"))
    sources = reader.sources(document.get("sources", []))
    delivery = reader.delivery(document.get("delivery"))
    teams = reader.teams(document.get("teams", {}))
    reader.faults.extend(_senseless(extract, reports, risk))
    if delivery and delivery.per_owner and ours and not ours.domains:
        reader.faults.append("[delivery] per_owner sends mails to addresses of ours; say with [ours] domains which those are")
    if reader.faults or not (store and archive and reports and extract and risk and ours):
        raise ConfigError(file, reader.faults)
    return Settings(
        file=file.absolute(),
        store=store,
        archive=archive,
        reports=reports,
        extract=extract,
        risk=risk,
        ours=ours,
        intermediaries=intermediaries,
        clients=clients,
        sources=sources,
        delivery=delivery,
        teams=teams,
    )


def _senseless(extract: ExtractSettings | None, reports: ReportSettings | None, risk: RiskSettings | None) -> Iterator[str]:
    """Values of the right type that mean nothing."""
    if extract and not 0 <= extract.min_confidence <= 1:
        yield f"[extract] min_confidence is {extract.min_confidence:g}; write a number from 0 to 1"
    if extract:
        missing = [file for file in extract.vocabulary if not file.is_file()]
        yield from (f"[extract] vocabulary: there is no file {file}" for file in missing)
    if risk:
        yield from (f"[risk] {fault}" for fault in risk_faults(risk))
    if reports:
        yield from _senseless_reports(reports)


def _senseless_reports(reports: ReportSettings) -> Iterator[str]:
    if reports.language not in LANGUAGES:
        yield f'[reports] language is "{reports.language}"{suggestion(reports.language, LANGUAGES)}'
    try:
        ZoneInfo(reports.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        near = get_close_matches(reports.timezone, available_timezones(), n=1) or ["Asia/Tokyo"]
        yield f'[reports] timezone is "{reports.timezone}"; did you mean "{near[0]}"?'
    unknown = (name for name in reports.formats if name not in FORMATS)
    yield from (f'[reports] formats: "{name}" is unknown{suggestion(name, FORMATS)}' for name in unknown)
    if not 1 <= reports.silent_days <= MOST_SILENT_DAYS:
        yield f"[reports] silent_days is {reports.silent_days}; write a number of days from 1 to {MOST_SILENT_DAYS}"
    if reports.address is not None and not reports.address.startswith(("https://", "http://")):
        yield f'[reports] address is "{reports.address}"; write where the folder is served, such as https://reports.example/drift/'
    if reports.mail_link is not None:
        try:
            check_mail_link(reports.mail_link)
        except ReportError as error:
            yield str(error)


def _with_defaults(document: Mapping[str, Any], name: str) -> object:
    table = document.get(name, {})
    return {**DEFAULTS[name], **table} if isinstance(table, dict) else table
