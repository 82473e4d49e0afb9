"""`reqdrift report`: the weekly drift report."""

from pathlib import Path

import click

from pipeline import options


@click.command("report")
@click.option("--week", metavar="WEEK", help="An ISO week such as 2026-W47; without it the last complete one.")
@click.option("--format", "formats", metavar="FORMAT,…", default="html", show_default=True, help="What to write: html.")
@click.option("--lang", "language", type=click.Choice(["ja", "en"]), help="Without it the language of the configuration.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Another folder than the configured one.")
@options.common
def command(config: Path, week: str | None, formats: str, language: str | None, output: Path | None) -> int:
    """Write the weekly drift report and print where it lies."""
    from pipeline.configuration import load
    from pipeline.reporting import last_complete_week, write_page
    from reports.weeks import parse_week

    unknown = [name for name in formats.split(",") if name != "html"]
    if unknown:
        raise click.UsageError(f"--format {unknown[0]!r} is unknown; known is html")
    settings = load(config)
    try:
        wanted = last_complete_week(settings) if week is None else parse_week(week)
    except ValueError as error:
        raise click.UsageError(f"--week: {error}") from None
    click.echo(write_page(settings, wanted, language or settings.reports.language, output or settings.reports.output))
    return 0
