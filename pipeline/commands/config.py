"""`reqdrift config`: write a configuration, find its faults, say how it is understood."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import options

if TYPE_CHECKING:
    from pipeline.settings import Settings


@click.group("config")
def command() -> None:
    """Write, check or show the configuration."""


@command.command("init")
@options.common
def init(config: Path) -> int:
    """Write a commented configuration, where none is there yet."""
    from importlib.resources import files

    sample = files("pipeline").joinpath("sample.toml").read_text(encoding="utf-8")
    try:
        with config.open("x", encoding="utf-8") as file:
            file.write(sample)
    except FileExistsError:
        raise click.UsageError(f"{config} is there already; move it away, or name another file with --config") from None
    except OSError as error:
        raise click.UsageError(f"{config} cannot be written ({error.strerror})") from None
    click.echo(f"{config} is written; change it, then call: reqdrift config check --config {config}")
    return 0


@command.command("check")
@options.common
def check(config: Path) -> int:
    """Say what is wrong with the configuration; servers are not asked (`doctor` does that)."""
    from pipeline.configuration import load

    settings = load(config)
    if not settings.sources:
        click.echo(f"{config}: nothing is wrong, but without [[sources]] there is nothing to read")
    else:
        click.echo(f"{config}: nothing is wrong; sources: {', '.join(source.name for source in settings.sources)}")
    return 0


@command.command("show")
@options.common
def show(config: Path) -> int:
    """Print the configuration as it is understood, with every default, paths in full and secrets hidden."""
    from pipeline.configuration import load

    for line in described(load(config)):
        click.echo(line)
    return 0


def described(settings: "Settings") -> Iterator[str]:
    """The settings as TOML; what is not set, and where secrets lie, as comments."""
    for name in ("store", "archive", "reports", "extract", "risk", "ours"):
        yield f"[{name}]"
        yield from _fields(getattr(settings, name))
        yield ""
    for name in ("intermediaries", "clients"):
        yield f"[{name}]"
        yield from (f"{_value(domain)} = {_value(company)}" for domain, company in getattr(settings, name).items())
        yield ""
    if settings.teams:
        yield "[teams]"
        yield from (f"{_value(name)} = {_value(members)}" for name, members in settings.teams.items())
        yield ""
    if settings.delivery is not None:
        yield "[delivery]"
        yield from _fields(settings.delivery)
        yield ""
    for source in settings.sources:
        yield "[[sources]]"
        yield from _fields(source)
        yield ""
    yield f"# our own domains: {', '.join(sorted(settings.parties.ours)) or 'unknown; a mail from a domain to itself alone counts as ours'}"


def _fields(record: object) -> Iterator[str]:
    from dataclasses import fields

    for field in fields(record):  # type: ignore[arg-type]  # every section is a dataclass
        value = getattr(record, field.name)
        if field.name == "password":
            yield f"# password: {value}"
        elif value is None:
            yield f"# {field.name} is not set"
        else:
            yield f"{field.name} = {_value(value)}"


def _value(value: object) -> str:
    import json
    from datetime import date

    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(str(value), ensure_ascii=False)
