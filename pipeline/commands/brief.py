"""`reqdrift brief`: the one-page briefing before an interview."""

from pathlib import Path

import click

from pipeline import options


@click.command("brief")
@click.argument("requisition")
@click.option("--lang", "language", type=click.Choice(["ja", "en"]), help="Without it the language of the configuration.")
@click.option("--format", "form", type=click.Choice(["text", "html", "json"]), default="text", show_default=True, help="How to write it.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write it there and print where it lies.")
@options.common
def command(config: Path, requisition: str, language: str | None, form: str, output: Path | None) -> int:
    """Print the briefing before an interview: one page.

    What holds now, what moved since the proposal, what is unconfirmed, what to ask.

    REQUISITION is a requisition id, any member's id, or a reference.
    """
    from pipeline import clock
    from pipeline.briefing import briefing_of, document, put
    from pipeline.configuration import load

    settings = load(config)
    brief = briefing_of(settings, requisition, clock.now())
    if brief is None:
        raise click.UsageError(f"nothing of {requisition!r} was stated yet; `reqdrift show` tells what is archived of it")
    written = document(settings, brief, language or settings.reports.language, form)
    if output is None:
        click.echo(written, nl=False)
    else:
        put(output, written)
        click.echo(output)
    return 0
