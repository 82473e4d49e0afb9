"""`reqdrift show`: the story of one requisition."""

from pathlib import Path

import click

from pipeline import options


@click.command("show")
@click.argument("requisition")
@click.option("--as-of", metavar="DATE", help="Count only what was stated by then (2026-11-20, or 2026-11-20T18:00).")
@click.option("--known-at", metavar="DATE", help="Count only what was archived by then.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@options.common
def command(config: Path, requisition: str, as_of: str | None, known_at: str | None, *, as_json: bool) -> int:
    """Tell the story of one requisition.

    Its versions, changes and evidence.

    REQUISITION is a requisition id, any member's id, or a reference.
    """
    import json
    from zoneinfo import ZoneInfo

    from pipeline import finding, plain
    from pipeline.configuration import load
    from pipeline.looking_back import looked_back
    from pipeline.refolding import with_watch
    from pipeline.saying import bearing_on
    from pipeline.telling import timeline
    from requisitions.corrections import in_force
    from store.reading import requisitions
    from store.snapshot import open_snapshot
    from store.words import all_words

    settings = load(config)
    zone = ZoneInfo(settings.reports.timezone)
    stated, known = (None if told is None else finding.end_of(told, zone) for told in (as_of, known_at))
    with open_snapshot(settings.store.path) as connection:
        found = finding.requisition_id(connection, requisition)
        words = in_force(one for one in all_words(connection) if known is None or one.at < known)
        if stated is None and known is None:
            (whole,) = with_watch(requisitions(connection, [found]), settings.reports.watch)
        else:
            then = looked_back(connection, found, as_of=stated, known_at=known, min_confidence=settings.extract.min_confidence)
            if then is None:
                raise click.UsageError(f"nothing of {requisition!r} was there yet; without a date `reqdrift show` tells all")
            whole = then
    if as_json:
        click.echo(json.dumps(plain.requisition(whole, bearing_on(whole, words)), ensure_ascii=False))
    else:
        click.echo("\n".join(timeline(whole, zone, words)))
    return 0
