"""Who speaks in a mail that gives no sign: whoever its author spoke for in the other mails of the seat (DECISIONS.md D2)."""

from collections.abc import Sequence
from dataclasses import replace

from requisitions.versions import Stated
from requisitions.words import Speaker


def named_speakers(ordered: Sequence[Stated]) -> list[Stated]:
    """The statements, in fold order, with an unknown speaker named by the same author's nearest other statement, earlier ones first."""
    known = [
        (at, _author(stated), stated.statement.stated_by)
        for at, stated in enumerate(ordered)
        if stated.statement.stated_by is not Speaker.UNKNOWN
    ]
    return [_named(stated, at, known) for at, stated in enumerate(ordered)]


def _named(stated: Stated, at: int, known: Sequence[tuple[int, str, Speaker]]) -> Stated:
    if stated.statement.stated_by is not Speaker.UNKNOWN or not _author(stated):
        return stated
    mine = [(place > at, abs(place - at), speaker) for place, author, speaker in known if author == _author(stated)]
    if not mine:
        return stated
    return replace(stated, statement=replace(stated.statement, stated_by=min(mine)[2]))


def _author(stated: Stated) -> str:
    """The domain of who speaks: a forwarded mail's inner author, else the sender."""
    return stated.statement.author or stated.mail.sender_address.rpartition("@")[2]
