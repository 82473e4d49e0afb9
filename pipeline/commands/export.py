"""`reqdrift export`: the public views as files."""

from pathlib import Path

import click

from pipeline import options


@click.command("export")
@click.option("--format", "form", type=click.Choice(["parquet", "csv"]), default="parquet", show_default=True, help="What the files are.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder, of which an earlier export is replaced; without it `export` beside the database.",
)
@click.option("--view", "views", multiple=True, metavar="NAME", help="Only this view; may be given several times.")
@click.option(
    "--for-spreadsheets", is_flag=True, help="With csv: UTF-8 as Excel knows it, and an apostrophe before text that would be a formula."
)
@options.common
def command(config: Path, form: str, output: Path | None, views: tuple[str, ...], *, for_spreadsheets: bool) -> int:
    """Write the public views as Parquet or CSV and print the files.

    With them comes views.md, which says what every column means.
    """
    from pipeline.configuration import load
    from store.errors import TargetTaken
    from store.exports import Format, export, meanings
    from store.snapshot import open_snapshot

    unknown = [name for name in views if name not in meanings()]
    if unknown:
        raise click.UsageError(f"--view {unknown[0]!r} is unknown; there are {', '.join(meanings())}")
    if for_spreadsheets and form != Format.CSV:
        raise click.UsageError("--for-spreadsheets goes with --format csv; Parquet keeps text as text")
    settings = load(config)
    target = output or settings.store.path.with_name("export")
    wanted = [name for name in meanings() if name in views or not views]
    with open_snapshot(settings.store.path) as connection:
        try:
            made = export(connection, target, wanted, Format(form), for_spreadsheets=for_spreadsheets)
        except TargetTaken as error:
            raise click.UsageError(str(error)) from None
    for file in made:
        click.echo(f"{file.path}\t{file.rows}")
    return 0
