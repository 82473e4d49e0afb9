"""One TOML file into the frozen settings of every room; whatever is wrong with it is said at once, by section and key."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import msgspec

from extract.settings import ExtractSettings
from ingest.settings import SOURCE_TYPES, SourceSettings
from pipeline.settings import Ours, Settings
from reports.safety import check_mail_link
from reports.settings import LANGUAGES, ReportSettings
from store.settings import ArchiveSettings, StoreSettings

Section = TypeVar("Section")

DEFAULTS: Mapping[str, Mapping[str, str]] = {
    "store": {"path": "reqdrift.duckdb"},
    "archive": {"path": "archive"},
    "reports": {"output": "reports"},
}
"""Where things lie when a configuration does not say; relative to its folder like everything else."""
SECTIONS = ("store", "archive", "reports", "extract", "ours", "intermediaries", "clients", "sources")
PLAIN_WORDS = {
    "`str`": "text in quotes",
    "`int`": "a whole number",
    "`float`": "a number",
    "`bool`": "true or false",
    "`array`": "a list",
    "`object`": "a table",
    "`date`": "a date such as 2026-09-01",
    "`datetime`": "a moment",
    "`null`": "nothing",
    "`path`": "a path in quotes",
}


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
        unknown = [*_unknown_keys(table, kind, where)]
        self.faults += unknown
        try:
            return msgspec.convert(table, kind, strict=True, dec_hook=self._path)
        except msgspec.ValidationError as error:
            # a misspelt key shows twice, as unknown and as missing: the first says it better
            if not (unknown and "missing required" in str(error)):
                self.faults.append(f"{where} {_explained(str(error), kind)}")
            return None

    def _path(self, kind: type, value: object) -> object:
        if kind is Path and isinstance(value, str):
            return self.folder / Path(value).expanduser()
        raise msgspec.ValidationError(f"Expected `path`, got `{type(value).__name__}`")

    def names(self, table: object, where: str) -> Mapping[str, str]:
        """A table of domains and the names of their companies."""
        if not isinstance(table, dict):
            self.faults.append(f"{where} must be a table of domains and names")
            return {}
        wrong = [domain for domain, name in table.items() if not isinstance(name, str)]
        self.faults += [f"{where} {domain}: expected the company's name in quotes; a domain is written in quotes too" for domain in wrong]
        return {domain.lower().lstrip("@"): name for domain, name in table.items() if isinstance(name, str)}

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

    def _source(self, entry: object, number: int) -> SourceSettings | None:
        if not isinstance(entry, dict):
            self.faults.append("[[sources]] must be tables")
            return None
        name = entry.get("name")
        where = f'[[sources]] "{name}":' if isinstance(name, str) else f"[[sources]] number {number}:"
        kind = entry.get("type")
        if kind not in SOURCE_TYPES:
            said = "type is missing" if kind is None else f'type "{kind}" is unknown'
            self.faults.append(f"{where} {said}{_suggestion(str(kind), SOURCE_TYPES)}")
            return None
        source = self.section(entry, SOURCE_TYPES[kind], where)
        if source is not None:
            self.faults += source.check()
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
    reader.faults.extend(f"[{name}] is unknown{_suggestion(name, SECTIONS)}" for name in document if name not in SECTIONS)
    kinds = {"store": StoreSettings, "archive": ArchiveSettings, "reports": ReportSettings, "extract": ExtractSettings, "ours": Ours}
    sections = {name: reader.section(_with_defaults(name, document.get(name, {})), kind, f"[{name}]") for name, kind in kinds.items()}
    names = {name: reader.names(document.get(name, {}), f"[{name}]") for name in ("intermediaries", "clients")}
    sources = reader.sources(document.get("sources", []))
    reader.faults += [*_senseless(sections["extract"], sections["reports"])]
    if reader.faults:
        raise ConfigError(file, reader.faults)
    return Settings(file=file.absolute(), sources=sources, **sections, **names)


def _senseless(extract: object, reports: object) -> Iterator[str]:
    """Values of the right type that mean nothing."""
    if isinstance(extract, ExtractSettings) and not 0 <= extract.min_confidence <= 1:
        yield f"[extract] min_confidence is {extract.min_confidence:g}; write a number from 0 to 1"
    if not isinstance(reports, ReportSettings):
        return
    if reports.language not in LANGUAGES:
        yield f'[reports] language is "{reports.language}"{_suggestion(reports.language, LANGUAGES)}'
    try:
        ZoneInfo(reports.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        near = get_close_matches(reports.timezone, available_timezones(), n=1) or ["Asia/Tokyo"]
        yield f'[reports] timezone is "{reports.timezone}"; did you mean "{near[0]}"?'
    if reports.mail_link is not None:
        yield from (f"[reports] mail_link {fault}" for fault in check_mail_link(reports.mail_link))


def _with_defaults(name: str, table: object) -> object:
    return {**DEFAULTS.get(name, {}), **table} if isinstance(table, dict) else table


def _unknown_keys(table: Mapping[str, Any], kind: type, where: str) -> Iterator[str]:
    known = {field.name: get_type_hints(kind)[field.name] for field in fields(kind)}
    for key, value in table.items():
        if key not in known:
            yield f"{where} {key} is unknown{_suggestion(key, known)}"
        elif isinstance(value, dict) and (inner := next(filter(is_dataclass, _members(known[key])), None)) is not None:
            yield from _unknown_keys(value, inner, f"{where} {key}:")


def _members(hint: object) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def _suggestion(word: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = get_close_matches(word, names, n=1)
    return f'; did you mean "{near[0]}"?' if near else f"; known are {', '.join(names)}"


def _explained(error: str, kind: type) -> str:
    """A sentence of ours for one of msgspec: `Expected `float`, got `str` - at `$.min_confidence``."""
    what, _, place = error.partition(" - at `$")
    key = place.rstrip("`").lstrip(".")
    if what.startswith("Object missing required field"):
        missing = what.split("`")[1]
        return f"{key + ': ' if key else ''}{missing} is missing"
    if what.startswith("Invalid enum value") and (choices := _choices(kind, key)):
        said = what.removeprefix("Invalid enum value ").strip("'")
        return f'{key} is "{said}"{_suggestion(said, choices)}'
    for token, word in PLAIN_WORDS.items():
        what = what.replace(token, word)
    return f"{key}: {what.replace('Expected', 'expected').replace('got', 'found')}"


def _choices(kind: type, key: str) -> tuple[str, ...]:
    hints = [hint for hint in _members(get_type_hints(kind).get(key)) if get_origin(hint) is Literal]
    return tuple(str(choice) for hint in hints for choice in get_args(hint))
