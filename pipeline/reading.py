"""Archived mails through parsing and extraction, in workers; a mail that stops a worker twice becomes a `Problem` (DECISIONS.md D17)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from extract.settings import ExtractSettings
from pipeline.workers import WorkerLost, Workers
from requisitions.messages import Message, Problem, RawMessage
from requisitions.parties import Parties
from requisitions.statements import Reading
from requisitions.words import Stage

BATCH = 16
"""Mails a worker reads at once."""
STRIKES = 2
"""How many workers a mail may stop."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A mail, and what was read from it."""

    message: Message
    reading: Reading


Outcome = Understood | Problem


class Attempts(Protocol):
    """A memory of mails that were begun and not finished: the archive's journal, so that no mail can stop night after night."""

    def counts(self) -> Mapping[str, int]:
        """How often each mail was begun without an end; mails that came to an end are not in it."""
        ...

    def begin(self, sha256s: Iterable[str]) -> None:
        """Remember for good that these are begun."""
        ...

    def end(self, sha256s: Iterable[str]) -> None:
        """Forget them: they came to an end."""
        ...


class ForThisCall:
    """Attempts that need not outlive the program: nothing is archived."""

    def __init__(self) -> None:
        self._open: dict[str, int] = {}

    def counts(self) -> Mapping[str, int]:
        """How often each mail was begun without an end."""
        return self._open

    def begin(self, sha256s: Iterable[str]) -> None:
        """Remember that these are begun."""
        self._open.update({sha256: self._open.get(sha256, 0) + 1 for sha256 in sha256s})

    def end(self, sha256s: Iterable[str]) -> None:
        """Forget them."""
        for sha256 in sha256s:
            self._open.pop(sha256, None)


def read_mail(raw: RawMessage, settings: ExtractSettings, parties: Parties) -> Outcome:
    """Read one mail; a fault of ours in it is a `Problem` of that mail alone.

    Raises:
        VocabularyError: a term file of the configuration cannot be used.
    """
    from ingest.parsing import parse_message

    from extract.reading import read_message
    from extract.vocabulary.listing import VocabularyError

    try:
        message = parse_message(raw)
        return message if isinstance(message, Problem) else Understood(message, read_message(message, settings, parties))
    except (MemoryError, VocabularyError):
        raise
    except Exception as fault:  # noqa: BLE001 - one mail must not cost the night
        return Problem(
            stage=Stage.EXTRACT,
            problem=f"reading it met a fault of the program ({type(fault).__name__})",
            remedy="the mail is kept; report the fault with the mail's sha256, and try `reqdrift quarantine retry` after an update",
            sha256=raw.sha256,
            source=raw.source,
        )


def read_batch(settings: ExtractSettings, parties: Parties, batch: Sequence[RawMessage]) -> list[Outcome]:
    """Read several mails: what a worker does."""
    return [read_mail(raw, settings, parties) for raw in batch]


def warm_up(settings: ExtractSettings, parties: Parties) -> None:
    """Have the language pipelines loaded, so that no mail's time pays for it; what is wrong with the setup, the first mail says."""
    for text in ("Excel経験3年以上", "three years of Excel"):
        with suppress(ValueError):
            read_mail(RawMessage("", "", f"Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode()), settings, parties)


def read_all(
    mails: Iterable[RawMessage], workers: Workers, read: Callable[[Sequence[RawMessage]], Sequence[Outcome]], attempts: Attempts
) -> Iterator[tuple[RawMessage, Outcome]]:
    """Read mails in workers. One that was in a worker that stopped is tried once more, alone; the second time is its last."""
    begun = dict(attempts.counts())
    given_up: list[RawMessage] = []

    def begin(batch: Sequence[RawMessage]) -> Sequence[RawMessage]:
        attempts.begin([raw.sha256 for raw in batch])
        for raw in batch:
            begun[raw.sha256] = begun.get(raw.sha256, 0) + 1
        return batch

    def finish(batch: Sequence[RawMessage], outcomes: Sequence[Outcome] | WorkerLost) -> Iterator[tuple[RawMessage, Outcome]]:
        if not isinstance(outcomes, WorkerLost):
            attempts.end([raw.sha256 for raw in batch])
            yield from zip(batch, outcomes, strict=True)
            return
        for raw in batch:
            if begun[raw.sha256] >= STRIKES:
                yield raw, _stopped_workers(raw)
            else:
                yield from finish(*next(workers.map_batches(read, [begin([raw])])))

    for batch, outcomes in workers.map_batches(read, map(begin, _batches(mails, begun, given_up))):
        yield from finish(batch, outcomes)
    yield from ((raw, _stopped_workers(raw)) for raw in given_up)


def _batches(mails: Iterable[RawMessage], begun: Mapping[str, int], given_up: list[RawMessage]) -> Iterator[Sequence[RawMessage]]:
    """Mails in batches; one that was begun before goes alone, so that it can stop nobody else, and one begun too often not at all."""
    batch: list[RawMessage] = []
    for raw in mails:
        strikes = begun.get(raw.sha256, 0)
        if strikes >= STRIKES:
            given_up.append(raw)
        elif strikes:
            yield [raw]
        else:
            batch.append(raw)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _stopped_workers(raw: RawMessage) -> Problem:
    return Problem(
        stage=Stage.EXTRACT,
        problem="reading it stopped a worker process twice (it took too long or too much memory)",
        remedy="the mail is kept; look at it with `reqdrift quarantine show`, and try `reqdrift quarantine retry` after an update",
        sha256=raw.sha256,
        source=raw.source,
    )
