"""`reqdrift alert`: what moved overnight where it matters today, to whom it concerns."""

from pathlib import Path

import click

from pipeline import options

DONE, IN_PART = 0, 3


@click.command("alert")
@click.option("--dry-run", is_flag=True, help="Write the mails as files and send none.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Where --dry-run writes them.")
@options.common
def command(config: Path, output: Path | None, *, dry_run: bool) -> int:
    """Mail each owner what moved overnight in his urgent seats.

    These are seats with people proposed or an interview ahead. Nothing is sent on a quiet night, and nothing twice.
    """
    from pipeline.alerting import send, write_instead
    from pipeline.configuration import load
    from pipeline.logs import LOGGER

    settings = load(config)
    if settings.delivery is None:
        raise click.UsageError(f"{config} has no [delivery]; docs/configuration.md says what stands in it")
    if output is not None and not dry_run:
        raise click.UsageError("--output goes with --dry-run")
    if dry_run:
        for path in write_instead(settings, settings.delivery, output or settings.reports.output):
            click.echo(path)
        return DONE
    done = send(settings, settings.delivery)
    LOGGER.info("alerts sent: %d", done.sent)
    for fault in done.faults:
        LOGGER.error("%s", fault)
    return IN_PART if done.faults else DONE
