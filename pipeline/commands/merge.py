"""`reqdrift merge`: a person's word that two requisitions are one."""

from pathlib import Path

import click

from pipeline import options


@click.command("merge")
@click.argument("requisition")
@click.argument("other")
@options.said
@options.common
def command(config: Path, requisition: str, other: str, by: str | None, note: str | None, *, undo: bool) -> int:
    """Say that two requisitions are one.

    It is known by the id of the earlier one; the other's names find it too.

    REQUISITION and OTHER are ids or references; --undo takes those that they had before.
    """
    from pipeline import finding
    from pipeline.configuration import load
    from pipeline.entering import enter, spoken, standing_words
    from pipeline.placing import merge_words, parted
    from store.archive import Archive
    from store.snapshot import open_snapshot

    settings = load(config)
    with Archive.open(settings.archive.path, create=False) as archive, open_snapshot(settings.store.path) as connection:
        if undo:
            words = parted(connection, standing_words(archive), requisition, other)
        else:
            both = finding.requisition_id(connection, requisition), finding.requisition_id(connection, other)
            words = merge_words(connection, *both)
    enter(
        settings, spoken(words, by, note), f"{requisition} and {other} are {'not one requisition any more' if undo else 'one requisition'}"
    )
    return 0
