"""Asking about many mails so that one which the server cannot hand over does not hold up the others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ingest.errors import MailboxError, ServerFault, SourceUnreachable
from ingest.imap_line import Line
from ingest.imap_session import Session
from ingest.limits import MAIL_BYTES

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Answers(Generic[Answer]):
    """What came of a question about several mails, by UID; those that vanished meanwhile are in neither."""

    given: dict[int, Answer] = field(default_factory=dict)
    broken: dict[int, MailboxError] = field(default_factory=dict)
    """Mails that are there and yet do not come."""


def ask_apart(line: Line, uids: Sequence[int], question: Callable[[Session, Sequence[int]], Mapping[int, Answer]]) -> Answers[Answer]:
    """Ask about all mails at once; where that fails though the server answers, about each half.

    Raises:
        MailboxError: the server itself is gone.
    """
    answers: Answers[Answer] = Answers()
    _ask_into(answers, line, uids, question)
    return answers


def _ask_into(
    answers: Answers[Answer], line: Line, uids: Sequence[int], question: Callable[[Session, Sequence[int]], Mapping[int, Answer]]
) -> None:
    if not uids:
        return
    try:
        answers.given.update(line.ask(lambda session: question(session, uids)))
    except (SourceUnreachable, ServerFault) as fault:
        line.ask(Session.knock)
        if len(uids) > 1:
            middle = len(uids) // 2
            _ask_into(answers, line, uids[:middle], question)
            _ask_into(answers, line, uids[middle:], question)
        elif line.ask(lambda session: session.search(uids[0], uids[0], None)):
            answers.broken[uids[0]] = fault


def contents(session: Session, sizes: Mapping[int, int]) -> dict[int, bytes]:
    """Fetch mails whose sizes are known: whole, or the header block alone of those over the size cap."""
    whole = [uid for uid, size in sizes.items() if size <= MAIL_BYTES]
    large = [uid for uid, size in sizes.items() if size > MAIL_BYTES]
    return session.mails(whole) | session.headers(large)
