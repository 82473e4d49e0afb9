"""The command line: which command there is, and which exit status an ending has."""

import gc
import os
import sys
from importlib import import_module
from typing import Any

import click

from pipeline import logs

COMMANDS = (
    "run",
    "report",
    "alert",
    "site",
    "extract",
    "list",
    "mail",
    "show",
    "brief",
    "link",
    "unlink",
    "merge",
    "correct",
    "review",
    "rebuild",
    "quarantine",
    "export",
    "vocabulary",
    "config",
    "doctor",
)

DONE, FAILED, UNUSABLE, LATER = 0, 1, 2, 75
YOUNG = 200_000
"""So many new objects before Python looks for cycles: records by the hundred thousand have none, and looking took half of the time."""


class CommandGroup(click.Group):
    """Commands that are imported when they are called: nobody waits for what he did not ask for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All commands, the most used first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, from the file of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"pipeline.commands.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a suggestion where the command is unknown."""
        from difflib import get_close_matches

        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], COMMANDS, n=1)
            if near:
                raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from None
            raise


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="reqdrift", message="%(version)s")
def reqdrift() -> None:
    """Reads clients' requisition mails, keeps every version of what they ask for, and reports what moved."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command and say with the exit status how it ended (CONTRACT.md 4)."""
    os.umask(0o077)
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
    logs.configure(verbose="--verbose" in (sys.argv if arguments is None else arguments))
    try:
        status: Any = reqdrift.main(args=arguments, prog_name="reqdrift", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        logs.LOGGER.error("interrupted; what was finished is kept")
        return LATER
    except Exception as error:  # noqa: BLE001 - the last net: a sentence instead of a traceback
        return _ending(error)
    return int(status or DONE)


def _ending(error: Exception) -> int:
    from pipeline.endings import status_of

    status = status_of(error)
    if status is None:
        # its own words may quote a mail, so they are for --verbose only
        logs.LOGGER.error("unexpected fault (%s); --verbose says more", type(error).__name__)
        logs.LOGGER.debug("the fault in full", exc_info=error)
        return FAILED
    logs.LOGGER.error("%s", error)
    return status


if __name__ == "__main__":
    sys.exit(main())
