"""`reqdrift review`: a person's verdict on changes and flags."""

from pathlib import Path

import click

from pipeline import options

DONE, IN_PART = 0, 3


@click.group("review")
def command() -> None:
    """A person's verdict on changes and flags."""


@command.command("list")
@click.option("--all", "everything", is_flag=True, help="All of any time, also those that were reviewed.")
@options.common
def list_(config: Path, *, everything: bool) -> int:
    """List what waits for a review: changes and flags of the last four weeks.

    At the end, reviews of changes that are not there any more.
    """
    from pipeline.configuration import load
    from pipeline.wordlists import reviews_table

    for line in reviews_table(load(config), everything=everything):
        click.echo(line)
    return 0


@command.command("confirm")
@click.argument("change")
@options.said
@options.common
def confirm(config: Path, change: str, by: str | None, note: str | None, *, undo: bool) -> int:
    """Say that a change or a flag is right.

    CHANGE is the id that `review list` prints, or enough of its beginning.
    """
    from requisitions.words import Review

    return _review(config, change, Review.CONFIRMED, by, note, undo=undo)


@command.command("dismiss")
@click.argument("change")
@options.said
@options.common
def dismiss(config: Path, change: str, by: str | None, note: str | None, *, undo: bool) -> int:
    """Say that a change or a flag is of no matter.

    If it moves again, that is another change, and open. CHANGE is the id that `review list` prints, or enough of its beginning.
    """
    from requisitions.words import Review

    return _review(config, change, Review.DISMISSED, by, note, undo=undo)


@command.command("import")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.author
@options.common
def import_(config: Path, file: Path, by: str | None) -> int:
    """Take the verdicts that were filled into the workbook of a report.

    FILE is that workbook; its sheet "要確認", or "To review", has a column for the state and one for a note. Rows without
    a state stay open. What cannot be taken is said row by row, the rest is taken, and the status is 3.
    """
    from pipeline.configuration import load
    from pipeline.entering import keep
    from pipeline.importing import asked_for, imported
    from pipeline.logs import LOGGER
    from reports.xlsx_reading import WorkbookError, filled_rows
    from store.archive import Archive
    from store.snapshot import open_snapshot
    from store.words import reviewables

    settings = load(config)
    try:
        rows = filled_rows(file)
    except WorkbookError as error:
        raise click.UsageError(str(error)) from None
    with Archive.open(settings.archive.path, create=False) as archive, open_snapshot(settings.store.path) as connection:
        told = imported(file, rows, reviewables(connection, asked_for(rows)), archive.corrections.all(), by=by)
    if told.words:
        keep(settings, told.words, f"{_reviews(len(told.words))}; entered before: {told.known}")
    else:
        click.echo(f"nothing new; entered before: {told.known}")
    for fault in told.faults:
        LOGGER.error("%s", fault)
    return IN_PART if told.faults else DONE


def _reviews(number: int) -> str:
    return "1 review" if number == 1 else f"{number} reviews"


def _review(config: Path, change: str, verdict: str, by: str | None, note: str | None, *, undo: bool) -> int:
    from pipeline.configuration import load
    from pipeline.entering import enter, spoken, standing_words
    from pipeline.reviewing import review_word, unreview_word
    from store.archive import Archive
    from store.snapshot import open_snapshot

    settings = load(config)
    with Archive.open(settings.archive.path, create=False) as archive, open_snapshot(settings.store.path) as connection:
        word = unreview_word(standing_words(archive), change, verdict) if undo else review_word(connection, change, verdict)
    enter(settings, spoken([word], by, note), f"{word.reviewed} is {'open again' if undo else verdict}")
    return 0
