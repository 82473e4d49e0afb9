"""`reqdrift vocabulary`: the terms that a company could add to its own file."""

from pathlib import Path

import click

from pipeline import options


@click.group("vocabulary")
def command() -> None:
    """Terms that no vocabulary knows yet."""


@command.command("suggest")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N", help="At most so many terms.")
@click.option("--min", "least", type=click.IntRange(min=1), default=2, show_default=True, metavar="N", help="Only those of so many mails.")
@options.common
def suggest(config: Path, limit: int, least: int) -> int:
    """Print the unknown terms most often seen as a vocabulary file.

    Save it (> ours.toml), keep what is a term, and name it under [extract] vocabulary.
    """
    from extract.vocabulary.entries import load_vocabulary
    from pipeline.configuration import load
    from pipeline.suggesting import suggested
    from store.snapshot import open_snapshot
    from store.unknown import unknown_demands

    settings = load(config)
    with open_snapshot(settings.store.path) as connection:
        lines = suggested(unknown_demands(connection), load_vocabulary(settings.extract.vocabulary), least=least, limit=limit)
    if lines:
        # as bytes: a vocabulary file is UTF-8 wherever it is saved
        click.echo("\n".join(lines).encode())
    elif least == 1:
        click.echo("The vocabulary knows every term that the stored mails ask for.", err=True)
    else:
        click.echo(f"No unknown term stands in {least} mails or more; --min 1 lists also those of a single mail.", err=True)
    return 0
