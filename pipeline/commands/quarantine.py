"""`reqdrift quarantine`: mails that could not be read, kept whole."""

import sys
from pathlib import Path

import click

from pipeline import options

SHOWN = 4_000
"""Signs of a broken mail that `show` prints."""


@click.group("quarantine")
def command() -> None:
    """Mails that could not be read."""


@command.command("list")
@options.common
def list_(config: Path) -> int:
    """List the mails that could not be read, with the reason."""
    from zoneinfo import ZoneInfo

    from pipeline.configuration import load
    from pipeline.tables import moment, table
    from store.reading import unreadable
    from store.snapshot import open_snapshot

    settings = load(config)
    zone = ZoneInfo(settings.reports.timezone)
    with open_snapshot(settings.store.path) as connection:
        found = unreadable(connection)
    rows = [(mail.sha256[:12], moment(mail.known_at, zone), mail.source, problem.stage, problem.problem) for mail, problem in found]
    for line in table([("mail", "archived", "source", "stage", "problem"), *rows]):
        click.echo(line)
    return 0


@command.command("show")
@click.argument("sha256")
@click.option("--raw", is_flag=True, help="The mail's own bytes, to save them: > mail.eml")
@options.common
def show(config: Path, sha256: str, *, raw: bool) -> int:
    """Show one of them: why, what to do, and how it begins.

    SHA256 is the mail's hash, or enough of its beginning.
    """
    from ingest.disk import file_of
    from pipeline import finding
    from pipeline.configuration import load
    from reports.safety import visible
    from store.archive import Archive
    from store.reading import unreadable
    from store.snapshot import open_snapshot

    settings = load(config)
    with Archive.open(settings.archive.path, create=False) as archive:
        entry = finding.entry(archive, sha256)
        receipts = archive.receipts(entry.sha256)
    if raw:
        sys.stdout.buffer.write(entry.raw.content)
        return 0
    with open_snapshot(settings.store.path) as connection:
        reasons = [problem for mail, problem in unreadable(connection) if mail.sha256 == entry.sha256]
    click.echo(f"Mail: {entry.sha256}, {entry.raw.full_size or len(entry.raw.content)} bytes")
    for source, place, _ in receipts:
        click.echo(f"Found in: {source}, {visible(file_of(place))}")
    for problem in reasons:
        click.echo(f"Problem ({problem.stage}): {problem.problem}\nRemedy: {problem.remedy}")
    if not reasons:
        click.echo("This mail can be read; `reqdrift mail` shows it.")
    click.echo()
    for line in entry.raw.content[:SHOWN].decode("utf-8", "replace").splitlines():
        click.echo(visible(line, SHOWN))
    return 0


@command.command("retry")
@click.argument("sha256s", metavar="[SHA256]…", nargs=-1)
@options.common
def retry(config: Path, sha256s: tuple[str, ...]) -> int:
    """Read them again: all, or those named. Status 3 where one still cannot be read."""
    from pipeline import finding
    from pipeline.configuration import load
    from pipeline.run import retry as read_again
    from pipeline.stopping import Stop
    from store.archive import Archive
    from store.reading import unreadable
    from store.snapshot import open_snapshot

    settings = load(config)
    with open_snapshot(settings.store.path) as connection:
        kept = [mail.sha256 for mail, _ in unreadable(connection)]
    if sha256s:
        with Archive.open(settings.archive.path, create=False) as archive:
            kept = [finding.entry(archive, name).sha256 for name in sha256s]
    stop = Stop()
    stop.listen()
    derived = read_again(settings, kept, stop.check)
    click.echo(f"mails read again: {derived.mails}; still not readable: {len(derived.quarantined)}")
    return 3 if derived.quarantined else 0
