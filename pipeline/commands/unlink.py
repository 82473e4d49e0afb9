"""`reqdrift unlink`: a person's word that a mail belongs to a requisition of its own."""

from pathlib import Path

import click

from pipeline import options


@click.command("unlink")
@click.argument("mail", metavar="MAIL[#N]")
@options.said
@options.common
def command(config: Path, mail: str, by: str | None, note: str | None, *, undo: bool) -> int:
    """Say that a mail is a requisition of its own.

    With all that goes on from it.

    MAIL is enough of the beginning of the mail's hash; #2 is its second statement only.
    """
    from pipeline import citing
    from pipeline.configuration import load
    from pipeline.entering import enter, spoken, standing_words
    from pipeline.placing import undone, unlink_words
    from store.archive import Archive
    from store.snapshot import open_snapshot

    settings = load(config)
    with Archive.open(settings.archive.path, create=False) as archive, open_snapshot(settings.store.path) as connection:
        cited = citing.statements(connection, archive, mail)
        words = undone(standing_words(archive), cited, "unlink") if undo else unlink_words(connection, cited)
    names = ", ".join(citing.named(word.about) for word in words)
    enter(
        settings, spoken(words, by, note), f"mail {names} is no longer set apart" if undo else f"mail {names} is a requisition of its own"
    )
    return 0
