"""Nights that derive without reading: what mails say is recalled from a file, and all the rest of a run is the real one.

`python -m tests.recalled FOLDER` derives in a process of its own, which a test can have killed (`pipeline.crash`).
"""

import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.mailgen.frames import Side
from bench.mailgen.parties import OUR_DOMAIN
from bench.mailgen.traps import world
from bench.mailgen.truth import Truth
from pipeline.configuration import parse
from pipeline.derive import Derivation, Derived
from pipeline.reading import Outcome, read_batch
from pipeline.settings import Settings
from requisitions.messages import RawMessage
from store.archive import Archive
from store.snapshot import Connection
from store.writing import put_faults, put_runs

MEMORY = "readings.pickle"
AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Told:
    """A generated mail with what its story knows of it, and what the program reads in it."""

    story: str
    message_id: str
    subject: str
    raw: RawMessage
    truth: Truth
    outcome: Outcome


def settings_of(folder: Path) -> Settings:
    """A configuration for that folder."""
    told = {"ours": {"domains": [OUR_DOMAIN]}, "store": {"path": "x.duckdb"}, "archive": {"path": "archive"}}
    return parse(told, folder / "pipeline.toml")


def _story(seed: int, number: int) -> list[Told]:
    """One story of the generator, read."""
    case = world(seed, number, Side.OPEN)
    raws = [RawMessage("sent" if mail.sender.role == "ours" else "sales", mail.message_id, mail.raw) for mail in case.mails]
    settings = settings_of(Path())
    outcomes = read_batch(settings.extract, settings.parties, raws)
    return [
        Told(case.id, mail.message_id, mail.subject, raw, mail.truth, outcome)
        for mail, raw, outcome in zip(case.mails, raws, outcomes, strict=True)
    ]


def read_stories(seed: int, mails: int) -> list[Told]:
    """The first stories of a seed that hold at least so many mails, plain ones and traps by turns, read by two workers."""
    found: list[Told] = []
    number = 0
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        while len(found) < mails:
            for told in pool.map(partial(_story, seed), range(number, number + 2 * AT_ONCE), chunksize=AT_ONCE // 2):
                found += told if len(found) < mails else []
            number += 2 * AT_ONCE
    return found


@dataclass(frozen=True, slots=True)
class Recalling:
    """Workers that know already what each mail says."""

    memory: dict[str, Outcome]

    def map_batches(
        self,
        function: Callable[[Sequence[RawMessage]], Sequence[Outcome]],  # noqa: ARG002 - what workers are told to do
        batches: Iterable[Sequence[RawMessage]],
    ) -> Iterator[tuple[Sequence[RawMessage], Sequence[Outcome]]]:
        """Each batch with what is remembered of it."""
        for batch in batches:
            yield batch, [self.memory[raw.sha256] for raw in batch]


def derive(folder: Path, memory: dict[str, Outcome], *, empty: bool = False) -> Derived:
    """Bring the snapshot in `folder` up to its archive, as a run does; `empty`: rebuild it."""
    settings = settings_of(folder)

    @contextmanager
    def workers(*_: Any) -> Iterator[Recalling]:
        yield Recalling(memory)

    with Archive.open(settings.archive.path) as archive, patch("pipeline.derive.reading_workers", workers):

        def finish(connection: Connection, *, derived: Derived) -> None:
            put_runs(connection, archive.journal.runs())
            put_faults(connection, archive.journal.faults())

        return Derivation(archive, settings, lambda: None).catch_up(finish, empty=empty)


if __name__ == "__main__":
    here = Path(sys.argv[1])
    derive(here, pickle.loads((here / MEMORY).read_bytes()))  # noqa: S301 - the test wrote it
