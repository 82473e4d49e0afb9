"""`reqdrift run`: the nightly job."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import options

if TYPE_CHECKING:
    from pipeline.run import Night


@click.command("run")
@options.common
def command(config: Path) -> int:
    """Do the nightly job.

    Pulls every source, archives, extracts, links, versions, publishes, and writes the report of the last complete week
    where it is not there yet. Safe to run at any moment, any number of times; without news it changes nothing.
    """
    from pipeline.configuration import ConfigError, load
    from pipeline.run import run
    from pipeline.stopping import Stop

    settings = load(config)
    if not settings.sources:
        raise ConfigError(config, ["there is no [[sources]] entry, so there is nothing to read"])
    stop = Stop()
    stop.listen()
    return status(run(settings, stop.check))


def status(night: "Night") -> int:
    """The exit status of a run that came to its end, and a sentence where somebody should know more."""
    from pipeline import logs
    from pipeline.endings import DONE, FAILED, IN_PART, LATER
    from store.journal import RunStatus

    counts = night.counts
    logs.LOGGER.info(
        "mails fetched: %d, new: %d, known already: %d; statements: %d, changes: %d; quarantined: %d",
        counts.fetched, counts.archived, counts.duplicates, counts.statements, counts.changes, counts.quarantined,
    )  # fmt: skip
    if counts.quarantined:
        logs.LOGGER.warning("mails that could not be read: %d; they are kept, see reqdrift quarantine list", counts.quarantined)
    if night.later:
        return LATER
    return {RunStatus.DONE: DONE, RunStatus.PARTIAL: IN_PART, RunStatus.FAILED: FAILED}[night.status]
