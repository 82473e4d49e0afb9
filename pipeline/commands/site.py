"""`reqdrift site`: all that is known, as pages that link to each other."""

from pathlib import Path

import click

from pipeline import options


@click.command("site")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Another folder than the configured one.")
@click.option("--lang", "language", type=click.Choice(["ja", "en"]), help="Without it the language of the configuration.")
@options.common
def command(config: Path, output: Path | None, language: str | None) -> int:
    """Write the static site and print its first page.

    This week, all weeks, every requisition, client and skill, each on a page of its own. Only pages that say something new are written.
    """
    from pipeline.configuration import load
    from pipeline.logs import LOGGER
    from pipeline.site import write

    settings = load(config)
    done = write(settings, language or settings.reports.language, output or settings.reports.output / "site")
    LOGGER.info("%d pages: %d written, %d as they were, %d taken away", done.pages, done.written, done.pages - done.written, done.removed)
    click.echo(done.index)
    return 0
