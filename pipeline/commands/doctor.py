"""`reqdrift doctor`: is everything there that a run needs?"""

from pathlib import Path

import click

from pipeline import options


@click.command("doctor")
@options.common
def command(config: Path) -> int:
    """Check what a run needs, and name remedies.

    Looks at configuration, credentials, servers, disk and what a PDF needs. Signs in to each mailbox and to the mail server of
    [delivery], reads nothing and sends nothing. Status 1 where something is at fault.
    """
    from pipeline.configuration import load
    from pipeline.doctor import State, examine

    faults = 0
    for finding in examine(load(config)):
        faults += finding.state is State.FAULT
        click.echo(f"{finding.state:8}{finding.sentence}")
    return 1 if faults else 0
