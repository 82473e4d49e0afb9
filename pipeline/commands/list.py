"""`reqdrift list`: the requisitions, with the ids that other commands take."""

from pathlib import Path

import click

from pipeline import options

HEADER = ("id", "reference", "status", "followed", "versions", "changes", "risk", "last moved", "client", "title")


@click.command("list")
@click.option("--open", "only_open", is_flag=True, help="Only those that still look for somebody.")
@click.option("--moved", is_flag=True, help="Only those whose demands have changed.")
@click.option("--client", metavar="NAME", help="Only those of a client; a part of the name will do.")
@options.common
def command(config: Path, client: str | None, *, only_open: bool, moved: bool) -> int:
    """List the requisitions, the last to move first."""
    from zoneinfo import ZoneInfo

    from pipeline.configuration import load
    from pipeline.refolding import with_watch
    from pipeline.tables import moment, table
    from requisitions.words import Status
    from store import reading
    from store.snapshot import open_snapshot

    settings = load(config)
    zone = ZoneInfo(settings.reports.timezone)
    with open_snapshot(settings.store.path) as connection:
        wanted = reading.requisition_ids(connection, status=Status.OPEN if only_open else None, client=client, moved=moved)
        found = {one.requisition_id: one for one in reading.requisitions(connection, wanted)}
    rows = [
        (
            one.requisition_id,
            one.reference or "",
            one.status,
            "yes" if one.followed else "",
            str(len(one.history.versions)),
            str(len(one.history.changes)),
            "" if one.risk is None else str(one.risk.score),
            moment(one.last_changed_at, zone),
            one.client or "",
            one.title or "",
        )
        for one in with_watch([found[name] for name in wanted], settings.reports.watch)
    ]
    for line in table([HEADER, *rows]):
        click.echo(line)
    return 0
