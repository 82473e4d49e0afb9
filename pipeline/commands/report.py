"""`reqdrift report`: the weekly drift report."""

from pathlib import Path

import click

from pipeline import options

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
@options.common
def command(config: Path, week: str | None, formats: str | None, language: str | None, output: Path | None) -> int:
    """Write the weekly drift report and print where it lies."""
    from pipeline.configuration import load
    from pipeline.logs import LOGGER
    from pipeline.reporting import last_complete_week, write
    from reports.weeks import parse_week

    asked = None if formats is None else _formats(formats)
    settings = load(config)
    try:
        wanted = last_complete_week(settings) if week is None else parse_week(week)
    except ValueError as error:
        raise click.UsageError(f"--week: {error}") from None
    reports = settings.reports
    written = write(settings, wanted, language or reports.language, asked or reports.formats, output or reports.output)
    for path in written.paths:
        click.echo(path)
    for fault in written.faults:
        LOGGER.error("%s", fault)
    return IN_PART if written.faults else DONE


def _formats(told: str) -> tuple[str, ...]:
    """The formats of a list with commas, each once, in the order in which they are written."""
    from reports.settings import FORMATS

    names = [name.strip() for name in told.split(",") if name.strip()]
    unknown = [name for name in names if name not in {*FORMATS, "all"}]
    if unknown or not names:
        raise click.UsageError(f"--format {(unknown or [told])[0]!r} is unknown; known are {', '.join(FORMATS)} and all")
    return tuple(name for name in FORMATS if name in names or "all" in names)
