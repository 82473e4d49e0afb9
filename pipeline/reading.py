"""One mail after another through parsing and extraction: what a worker does (DECISIONS.md D17)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial

from extract.settings import ExtractSettings
from pipeline.workers import Limits, WorkerLost, Workers, WorkersError, worker_count
from requisitions.messages import Message, Problem, RawMessage
from requisitions.parties import Parties
from requisitions.statements import Reading
from requisitions.words import Cause, Stage


@dataclass(frozen=True, slots=True)
class Understood:
    """A mail, and what was read from it."""

    message: Message
    reading: Reading


Outcome = Understood | Problem


def read_mail(raw: RawMessage, settings: ExtractSettings, parties: Parties) -> Outcome:
    """Read one mail; a fault of the program that the mail brings out is a `Problem` of that mail alone.

    Raises:
        VocabularyError: a term file of the configuration cannot be used.
        OSError: something is amiss with the machine, not with the mail.
    """
    from extract.vocabulary.listing import VocabularyError

    try:
        return _understand(raw, settings, parties)
    except (MemoryError, OSError, ImportError, VocabularyError):
        raise
    except Exception as fault:  # noqa: BLE001 - one mail must not cost the night
        return Problem(
            stage=Stage.EXTRACT,
            problem=f"reading it met a fault of the program ({type(fault).__name__})",
            remedy="the mail is kept; report the fault with the mail's sha256, and try `reqdrift quarantine retry` after an update",
            sha256=raw.sha256,
            source=raw.source,
            cause=Cause.PROGRAM_FAULT,
        )


def read_batch(settings: ExtractSettings, parties: Parties, batch: Sequence[RawMessage]) -> list[Outcome]:
    """Read several mails: what a worker does. Together is faster; where one brings out a fault, each is read for itself."""
    from extract.reading import read_messages

    try:
        parsed = [_parsed(raw) for raw in batch]
        messages = [message for message in parsed if isinstance(message, Message)]
        readings = iter(read_messages(messages, settings, parties))
    except Exception:  # noqa: BLE001 - whose fault it is, and what it means, `read_mail` tells
        return [read_mail(raw, settings, parties) for raw in batch]
    return [message if isinstance(message, Problem) else Understood(message, next(readings)) for message in parsed]


def _parsed(raw: RawMessage) -> Message | Problem:
    from ingest.parsing import parse_message

    return parse_message(raw)


def _understand(raw: RawMessage, settings: ExtractSettings, parties: Parties) -> Outcome:
    from extract.reading import read_message

    message = _parsed(raw)
    return message if isinstance(message, Problem) else Understood(message, read_message(message, settings, parties))


def _try_out(settings: ExtractSettings, parties: Parties, _: Sequence[RawMessage]) -> list[Outcome]:
    """Read two mails that nothing is wrong with, one a language; this also loads all that reading needs."""
    mails = (f"Content-Type: text/plain; charset=utf-8\n\n{text}\n" for text in ("Excel経験3年以上", "three years of Excel"))
    return [_understand(RawMessage("", "", mail.encode()), settings, parties) for mail in mails]


def _warm_up(settings: ExtractSettings, parties: Parties) -> None:
    # what fails here fails in `_try_out` too, whose exception reaches the parent
    with suppress(Exception):
        _try_out(settings, parties, ())


@contextmanager
def reading_workers(count: int, settings: ExtractSettings, parties: Parties) -> Iterator[Workers]:
    """Workers for so many mails. Before the first mail they prove that reading works at all: no mail is blamed for our setup.

    Raises:
        VocabularyError: a term file of the configuration cannot be used.
    """
    with Workers(worker_count(count), partial(_warm_up, settings, parties), Limits()) as workers:
        if count:
            for _, outcome in workers.map_batches(partial(_try_out, settings, parties), [()]):
                if isinstance(outcome, WorkerLost):
                    raise WorkersError("reading two plain words stopped a worker; `reqdrift doctor` looks for the reason")
        yield workers
