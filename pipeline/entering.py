"""A person's word on its way into the archive, and at once into the snapshot where that takes a moment only (DECISIONS.md D14)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import click

from pipeline import clock
from pipeline.derive import Derivation
from pipeline.lock import Locked, run_lock
from pipeline.settings import Settings
from requisitions.corrections import Entered, Word, in_force
from store import members, reading
from store.archive import Archive
from store.snapshot import open_snapshot

LONGEST_NAME, LONGEST_NOTE = 100, 1_000


def spoken(words: Iterable[Word], by: str | None, note: str | None) -> list[Word]:
    """The words with who speaks and why.

    Raises:
        click.UsageError: nobody says who, or it is no name; or the note is too long.
    """
    if note is not None and len(note) > LONGEST_NOTE:
        raise click.UsageError(f"the note has {len(note)} signs; at most {LONGEST_NOTE} are kept")
    who, why = _author(by), (note or "").strip() or None
    return [replace(word, by=who, note=why) for word in words]


def _author(by: str | None) -> str:
    from getpass import getuser

    try:
        name = getuser() if by is None else by
    except (OSError, KeyError):  # a container may know its user by number only
        raise click.UsageError("nobody is logged in under a name; tell it with --by NAME") from None
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise click.UsageError(f"--by {name!r} is no name; write one of at most {LONGEST_NAME} signs in one line")
    return name.strip()


def standing_words(archive: Archive) -> tuple[Entered, ...]:
    """The words in force, also those that no run folded in yet."""
    return in_force(archive.corrections.all())


def enter(settings: Settings, words: Sequence[Word], sentence: str) -> None:
    """Keep words, and say so in a sentence and what came of it; exit status 0 in any case, since they are noted."""
    if keep(settings, words, sentence):
        for line in _came_of_it(settings, words):
            click.echo(line)


def keep(settings: Settings, words: Sequence[Word], sentence: str) -> bool:
    """Keep words, say so in a sentence, and fold them in where that takes a moment; whether they are folded in."""
    with Archive.open(settings.archive.path, create=False) as archive:
        archive.corrections.enter(words, at=clock.now())
    click.echo(f"noted: {sentence}")
    try:
        with run_lock(settings.archive.path), Archive.open(settings.archive.path, create=False) as archive:
            folded = Derivation(archive, settings, lambda: None).take_words()
    except Locked:
        folded = False
    if not folded:
        click.echo(
            "the next `reqdrift run` folds it in: one is at work, mails wait for one, or the program or its configuration was changed"
        )
    return folded


def _came_of_it(settings: Settings, words: Iterable[Word]) -> Iterator[str]:
    """The requisitions that the words were about, as they stand now."""
    cited = {one.statement_id for word in words for one in (word.about, word.other) if one is not None}
    with open_snapshot(settings.store.path) as connection:
        found = {link.requisition_id for link in members.links(connection, cited).values()}
        for one in reading.requisitions(connection, found):
            story = one.history
            yield f"{one.requisition_id} has {_count(story.versions, 'version')} and {_count(story.changes, 'change')} now"


def _count(things: Sequence[object], noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"
