"""Words on what a change or a flag is worth, made from what a person names (DECISIONS.md D14)."""

from collections.abc import Iterable
from dataclasses import replace

import click

from requisitions.corrections import Cited, Entered, Word, WordKind
from requisitions.words import Review
from store.snapshot import Connection
from store.words import Reviewable, reviewable


def review_word(connection: Connection, told: str, verdict: str) -> Word:
    """The verdict on the change or flag of that id.

    Raises:
        click.UsageError: nothing has it, or several do; they are listed.
    """
    found = _found(reviewable(connection, told.strip().lower()), told)
    return Word(
        kind=WordKind.REVIEW,
        about=Cited(found.sha256, found.ordinal),
        category=found.category,
        key=found.key,
        reviewed=found.reviewed,
        verdict=Review(verdict),
    )


def unreview_word(words: Iterable[Entered], told: str, verdict: str) -> Word:
    """The end of that verdict, also where its change is not there any more.

    Raises:
        click.UsageError: nobody gave it.
    """
    said = [one.word for one in words if one.word.reviewed is not None and one.word.verdict == verdict]
    meant = [word for word in said if (word.reviewed or "").startswith(told.strip().lower())]
    if len(meant) != 1:
        known = "\n".join(f"  {word.reviewed}" for word in meant or said)
        raise click.UsageError(f"{len(meant)} reviews are meant by {told!r}; as {verdict} stand:\n{known}")
    return replace(meant[0], undo=True)


def _found(candidates: list[Reviewable], told: str) -> Reviewable:
    if not candidates:
        raise click.UsageError(f"no change or flag has an id that begins with {told!r}; `reqdrift review list --all` prints them")
    if len(candidates) > 1:
        listed = "\n".join(f"  {one.reviewed}  {one.category or 'flag'}/{one.key}" for one in candidates)
        raise click.UsageError(f"{told!r} can mean several; write more of it:\n{listed}")
    return candidates[0]
