"""What the documentation says is there, is there; and what is there, is in it."""

from collections.abc import Iterator
from dataclasses import Field, fields
from importlib.resources import files
from pathlib import Path

import click
import pytest

from extract.settings import ExtractSettings
from ingest.credentials import SecretReference
from ingest.settings import SOURCE_TYPES
from pipeline.cli import reqdrift
from pipeline.configuration import DEFAULTS, SECTIONS
from pipeline.delivery_settings import DeliverySettings
from pipeline.settings import Ours
from reports.settings import ReportSettings
from requisitions.risk import RiskSettings
from store.settings import ArchiveSettings, StoreSettings

ROOT = Path(__file__).resolve().parent.parent
CONFIGURATION = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
SAMPLE = files("pipeline").joinpath("sample.toml").read_text(encoding="utf-8")

SETTINGS = {
    "store": StoreSettings,
    "archive": ArchiveSettings,
    "reports": ReportSettings,
    "extract": ExtractSettings,
    "risk": RiskSettings,
    "ours": Ours,
    "delivery": DeliverySettings,
    **{f"sources of type {name}": kind for name, kind in SOURCE_TYPES.items()},
}
NAMES = [(section, field.name) for section, kind in SETTINGS.items() for field in fields(kind)]


def commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(reqdrift)
    for name in reqdrift.list_commands(context):
        command = reqdrift.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", one) for inner, one in command.commands.items())


@pytest.mark.parametrize(("section", "setting"), NAMES)
def test_every_setting_is_documented_and_stands_in_the_sample(section: str, setting: str) -> None:
    assert f"| `{setting}` |" in CONFIGURATION
    assert f"{setting} = " in SAMPLE


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_documented_and_stands_in_the_sample(section: str) -> None:
    assert f"[{section}]" in CONFIGURATION
    assert f"[{section}]" in SAMPLE


def test_no_setting_is_documented_that_does_not_exist() -> None:
    rows = [line.split("`")[1] for line in CONFIGURATION.splitlines() if line.startswith("| `")]
    documented = {name for name in rows if not name.startswith("REQDRIFT_")}
    assert documented == {setting for _, setting in NAMES}


@pytest.mark.parametrize("field", fields(SecretReference))
def test_every_form_of_a_secret_is_documented(field: "Field[object]") -> None:
    assert f"{{ {field.name} = " in CONFIGURATION
    assert f"{{ {field.name} = " in SAMPLE


@pytest.mark.parametrize(("section", "value"), [(name, value) for name, table in DEFAULTS.items() for value in table.values()])
def test_the_documented_default_is_the_one_in_force(section: str, value: str) -> None:
    part = CONFIGURATION.split(f"## `[{section}]`")[1].split("\n## ")[0]
    assert f'`"{value}"`' in part


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_every_command_is_documented_and_has_help(name: str, command: click.Command) -> None:
    assert f"reqdrift {name}" in COMMANDS
    assert command.help
    assert command.get_short_help_str(200).endswith(".")


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_every_option_is_documented(name: str, command: click.Command) -> None:
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.name not in {"config", "verbose"}:
            assert f"| `{parameter.opts[0]}` |" in COMMANDS
            assert parameter.help


def test_no_command_is_documented_that_does_not_exist() -> None:
    documented = {line.split("`")[1].removeprefix("reqdrift ") for line in COMMANDS.splitlines() if line.startswith("## `reqdrift ")}
    assert documented == {name for name, _ in commands() if " " not in name}


def test_every_command_takes_a_configuration() -> None:
    takers = {name for name, command in commands() if any(parameter.name == "config" for parameter in command.params)}
    assert takers == {name for name, command in commands() if not isinstance(command, click.Group)}
