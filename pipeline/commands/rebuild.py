"""`reqdrift rebuild`: derive everything again from the archive."""

from pathlib import Path

import click

from pipeline import options


@click.command("rebuild")
@options.common
def command(config: Path) -> int:
    """Derive everything again from the archive.

    Readers keep the old database until the new one is whole. A change of program or configuration does not need this:
    the next run does it by itself.
    """
    from pipeline import logs
    from pipeline.configuration import load
    from pipeline.run import rebuild
    from pipeline.stopping import Stop

    settings = load(config)
    stop = Stop()
    stop.listen()
    derived = rebuild(settings, stop.check)
    logs.LOGGER.info("mails read again: %d; statements: %d, changes: %d", derived.mails, derived.statements, derived.changes)
    if derived.quarantined:
        logs.LOGGER.warning(
            "mails that could not be read any more: %d; they are kept, see reqdrift quarantine list", len(derived.quarantined)
        )
    return 3 if derived.quarantined else 0
