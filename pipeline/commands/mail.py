"""`reqdrift mail`: one archived mail as text, its quotes marked."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from requisitions.versions import Requisition

OPENING, CLOSING = "⟦", "⟧"
"""What stands around a quote; signs that mails hardly use."""


@click.command("mail")
@click.argument("sha256")
@click.option("--mark", metavar="START-END", help="Mark this place only, as `show` prints it; without it, all that was read from the mail.")
@options.common
def command(config: Path, sha256: str, mark: str | None) -> int:
    """Print one archived mail as text.

    The places of what was read from it are marked.

    SHA256 is the mail's hash, or enough of its beginning.
    """
    from ingest.disk import file_of
    from ingest.parsing import parse_message
    from pipeline import finding
    from pipeline.configuration import load
    from reports.safety import visible
    from requisitions.messages import Problem
    from store.archive import Archive

    settings = load(config)
    with Archive.open(settings.archive.path, create=False) as archive:
        entry = finding.entry(archive, sha256)
        receipts = archive.receipts(entry.sha256)
    message = parse_message(entry.raw)
    click.echo(f"Mail: {entry.sha256}")
    for source, place, _ in receipts:
        click.echo(f"Found in: {source}, {visible(file_of(place))}")
    if isinstance(message, Problem):
        raise click.ClickException(
            f"it cannot be read: {message.problem}; `reqdrift quarantine show {entry.sha256[:12]}` shows it as it is"
        )
    people = ", ".join(visible(f"{who.name} <{who.address}>") for who in message.recipients)
    click.echo(f"From: {visible(f'{message.sender.name} <{message.sender.address}>')}\nTo: {people}")
    click.echo(f"Date: {message.sent_at or 'unknown'}\nSubject: {visible(message.subject)}\n")
    places = [_place(mark, len(message.text))] if mark else _places(settings.store.path, entry.sha256)
    click.echo(_shown(marked(message.text, places)))
    return 0


def marked(text: str, places: "Sequence[tuple[int, int]]") -> str:
    """The text with signs around these stretches; those that overlap are marked as one."""
    parts, at = [], 0
    for start, end in _merged(places):
        parts += [text[at:start], OPENING, text[start:end], CLOSING]
        at = end
    return "".join([*parts, text[at:]])


def _merged(places: "Sequence[tuple[int, int]]") -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _place(mark: str, length: int) -> tuple[int, int]:
    start, _, end = mark.partition("-")
    if not (start.isdigit() and end.isdigit() and int(start) < int(end) <= length):
        raise click.UsageError(f"--mark {mark!r} is no place in this mail; write 120-131, at most {length}")
    return int(start), int(end)


def _places(snapshot: Path, sha256: str) -> list[tuple[int, int]]:
    """Where the snapshot's demands, hints, events and flags were read in this mail."""
    from ingest.limits import SEAT_COUNT
    from requisitions.identity import statement_id
    from store.errors import SnapshotMissing
    from store.members import links
    from store.reading import requisitions
    from store.snapshot import open_snapshot

    statements = [statement_id(sha256, ordinal) for ordinal in range(SEAT_COUNT)]
    try:
        with open_snapshot(snapshot) as connection:
            told = requisitions(connection, {link.requisition_id for link in links(connection, statements).values()})
    except SnapshotMissing:
        return []
    return [place for one in told for place in _quotes(one, sha256)]


def _quotes(requisition: "Requisition", sha256: str) -> "Iterator[tuple[int, int]]":
    held = [held for version in requisition.history.versions for held in version.held if held.sha256 == sha256]
    yield from ((one.requirement.start, one.requirement.end) for one in held)
    yield from ((row.hint.requirement.start, row.hint.requirement.end) for row in requisition.history.hints if row.sha256 == sha256)
    yield from ((row.event.start, row.event.end) for row in requisition.events if row.sha256 == sha256)
    yield from ((row.flag.start, row.flag.end) for row in requisition.flags if row.sha256 == sha256)


def _shown(text: str) -> str:
    """Text line by line with nothing in it that a terminal obeys."""
    from reports.safety import visible

    return "\n".join(line if line.isprintable() else visible(line, len(line)) for line in text.splitlines())
