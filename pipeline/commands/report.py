"""`reqdrift report`: the weekly drift report."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import options

if TYPE_CHECKING:
    from pipeline.settings import Settings
    from reports.weeks import IsoWeek

DONE, IN_PART = 0, 3


@click.command("report")
@click.option("--week", metavar="WEEK", help="An ISO week such as 2026-W47; without it the last complete one.")
@click.option(
    "--format",
    "formats",
    metavar="FORMAT,…",
    help="What to write: html, markdown, json, xlsx, mail, pdf, or all. Without it what [reports] formats names.",
)
@click.option("--lang", "language", type=click.Choice(["ja", "en"]), help="Without it the language of the configuration.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Another folder than the configured one.")
@click.option("--owner", metavar="OWNER", help="Only the seats of a person (mail address) or team; `all`: a report for each of them.")
@click.option("--send", is_flag=True, help="Send it to whom [delivery] names and who has not got it.")
@click.option("--dry-run", is_flag=True, help="With --send: write the mails as files and send none.")
@options.common
def command(
    config: Path,
    week: str | None,
    formats: str | None,
    language: str | None,
    output: Path | None,
    *,
    owner: str | None,
    send: bool,
    dry_run: bool,
) -> int:
    """Write the weekly drift report and print where it lies."""
    from pipeline.configuration import load
    from pipeline.logs import LOGGER
    from pipeline.reporting import last_complete_week, write
    from reports.weeks import parse_week

    asked = None if formats is None else _formats(formats)
    settings = load(config)
    if dry_run and not send:
        raise click.UsageError("--dry-run goes with --send")
    if send and owner is not None:
        raise click.UsageError("--owner writes files; `[delivery] per_owner = true` has --send give everybody his part")
    if send and settings.delivery is None:
        raise click.UsageError(f"--send: {config} has no [delivery]; docs/configuration.md says what stands in it")
    try:
        wanted = last_complete_week(settings) if week is None else parse_week(week)
    except ValueError as error:
        raise click.UsageError(f"--week: {error}") from None
    reports = settings.reports
    written = write(settings, wanted, language or reports.language, asked or reports.formats, output or reports.output, owner=owner)
    for path in written.paths:
        click.echo(path)
    faults = [*written.faults, *(_sent(settings, wanted, output or reports.output, dry_run=dry_run) if send else ())]
    for fault in dict.fromkeys(faults):
        LOGGER.error("%s", fault)
    return IN_PART if faults else DONE


def _sent(settings: "Settings", week: "IsoWeek", output: Path, *, dry_run: bool) -> tuple[str, ...]:
    """Send the mails, or write them and print where they lie; sentences about what could not be done."""
    from pipeline.delivery import send, write_instead
    from pipeline.logs import LOGGER

    if settings.delivery is None:
        return ()
    if dry_run:
        paths, faults = write_instead(settings, settings.delivery, week, output)
        for path in paths:
            click.echo(path)
        return faults
    done = send(settings, settings.delivery, week)
    LOGGER.info("sent to %d; %d had it already", done.sent, done.already)
    return done.faults


def _formats(told: str) -> tuple[str, ...]:
    """The formats of a list with commas, each once, in the order in which they are written."""
    from reports.settings import FORMATS

    names = [name.strip() for name in told.split(",") if name.strip()]
    unknown = [name for name in names if name not in {*FORMATS, "all"}]
    if unknown or not names:
        raise click.UsageError(f"--format {(unknown or [told])[0]!r} is unknown; known are {', '.join(FORMATS)} and all")
    return tuple(name for name in FORMATS if name in names or "all" in names)
