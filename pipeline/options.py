"""Options that every command has."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])

CONFIG = Path("pipeline.toml")


def common(command: Command) -> Command:
    """`--config` and `--verbose`; the latter is read by `cli.main` before the command starts."""
    config = click.option(
        "--config", type=click.Path(path_type=Path), default=CONFIG, show_default=True, metavar="FILE", help="The configuration."
    )
    verbose = click.option("--verbose", is_flag=True, expose_value=False, help="Say more on standard error, faults with their traceback.")
    return config(verbose(command))


def author(command: Command) -> Command:
    """`--by`: whose words they are."""
    return click.option("--by", metavar="NAME", help="Who says so; without it, the name that you are logged in with.")(command)


def said(command: Command) -> Command:
    """`--by`, `--note` and `--undo`, which every person's word has."""
    note = click.option("--note", metavar="TEXT", help="Why, in your words.")
    undo = click.option("--undo", is_flag=True, help="Take back what holds on this matter.")
    return author(note(undo(command)))
