"""`reqdrift link`: a person's word that a mail belongs to a requisition."""

from pathlib import Path

import click

from pipeline import options


@click.command("link")
@click.argument("mail", metavar="MAIL[#N]")
@click.argument("requisition", required=False)
@options.said
@options.common
def command(config: Path, mail: str, requisition: str | None, by: str | None, note: str | None, *, undo: bool) -> int:
    """Say that a mail belongs to a requisition.

    With all that goes on from it. This also settles a doubtful link: name the requisition that it is in.

    MAIL is enough of the beginning of the mail's hash; #2 is its second statement only. REQUISITION is an id or a reference;
    --undo needs none.
    """
    from pipeline import citing, finding
    from pipeline.configuration import load
    from pipeline.entering import enter, spoken, standing_words
    from pipeline.placing import link_words, undone
    from store.archive import Archive
    from store.snapshot import open_snapshot

    settings = load(config)
    if requisition is None and not undo:
        raise click.UsageError("which requisition does it belong to? `reqdrift list` prints their ids")
    with Archive.open(settings.archive.path, create=False) as archive, open_snapshot(settings.store.path) as connection:
        cited = citing.statements(connection, archive, mail)
        if undo:
            words = undone(standing_words(archive), cited, "link")
        else:
            target = finding.requisition_id(connection, requisition or "")
            words = link_words(connection, cited, target)
    names = ", ".join(citing.named(word.about) for word in words)
    enter(settings, spoken(words, by, note), f"no link of mail {names} by hand any more" if undo else f"mail {names} belongs to {target}")
    return 0
