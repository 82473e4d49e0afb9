"""Twenty nights of shuffled mail, some of them killed, give the tables of one rebuild, row by row (issue 5 items 1 and 9)."""

import os
import pickle
import shutil
import signal
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import duckdb
import pytest

from bench.linking import bcubed
from ingest.parsing import mail_identity, parse_message
from pipeline.reading import Understood
from requisitions.corrections import Cited, Word, WordKind
from requisitions.messages import Problem, RawMessage
from store.archive import Archive, Arrival
from tests.nights import BROKEN, VIEWS
from tests.recalled import MEMORY, Told, derive, read_stories, settings_of

MAILS, NIGHTS = 2_000, 20
FIRST_NIGHT = datetime(2027, 6, 1, 3, 0, tzinfo=UTC)
"""Later than any of the mails was written: a date in the future would not count (DECISIONS.md D6)."""
KILLED = {3: "deriving", 8: "before-rename", 14: "after-rename"}
"""Nights that are killed at that point, and go on afterwards."""
SPOKEN = (5, 10, 15)
"""Nights after whose mails a person says where some belong."""
SKIPPED = 11
"""A night that archives and never gets to derive: the next one has the mails of two."""

UNREADABLE = RawMessage("sales", "broken", BROKEN)


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """Two thousand mails of stories that lie on top of each other, half of them full of traps."""
    return read_stories(7, MAILS)


@pytest.fixture(scope="module")
def folder(told: list[Told], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house after twenty nights, and beside it `rebuilt`, the same archive derived at once."""
    folder = tmp_path_factory.mktemp("nights")
    broken = parse_message(UNREADABLE)
    assert isinstance(broken, Problem)
    memory = {one.raw.sha256: one.outcome for one in told} | {UNREADABLE.sha256: broken}
    (folder / MEMORY).write_bytes(pickle.dumps(memory))
    dice = Random(7)  # noqa: S311 - a seed, no secret
    arrival = dice.sample(told, len(told))
    share = -(-len(arrival) // NIGHTS)
    for night in range(NIGHTS):
        mails = arrival[night * share : (night + 1) * share]
        again = dice.sample(arrival[: (night + 1) * share], 5)
        _archive(folder, night, [one.raw for one in (*mails, *again)] + [UNREADABLE] * (night == SPOKEN[0]))
        if night in SPOKEN:
            _speak(folder, night, arrival[: (night + 1) * share], dice)
        if night in KILLED:
            _derive_and_die(folder, KILLED[night])
        if night != SKIPPED:
            derive(folder, memory)
    shutil.copytree(folder / "archive", folder / "rebuilt/archive")
    derive(folder / "rebuilt", memory, empty=True)
    return folder


def _archive(folder: Path, night: int, mails: list[RawMessage]) -> None:
    """Keep a night's mails, some of which were there before."""
    known_at = FIRST_NIGHT + timedelta(days=night)
    with Archive.open(settings_of(folder).archive.path) as archive:
        archive.store_batch([Arrival(raw, mail_identity(raw.content)) for raw in mails], known_at=known_at)
        for source in ("sales", "sent"):
            archive.finish_first_import(source, known_at=known_at)


def _speak(folder: Path, night: int, told: list[Told], dice: Random) -> None:
    """What a person says about some of the mails so far: where two belong, and that two stand for themselves; one is taken back."""
    stating = [one for one in told if _may_be_placed(one) and isinstance(one.outcome, Understood) and one.outcome.reading.statements]
    cited = [Cited(one.raw.sha256, 0) for one in dice.sample(stating, 8)]
    words = [
        Word(kind=WordKind.LINK, about=cited[0], other=cited[1]),
        Word(kind=WordKind.LINK, about=cited[2], other=cited[3]),
        Word(kind=WordKind.UNLINK, about=cited[4]),
        Word(kind=WordKind.UNLINK, about=cited[5]),
        Word(kind=WordKind.MERGE, about=cited[6], other=cited[7]),
        Word(kind=WordKind.UNLINK, about=cited[5], undo=True),
    ]
    with Archive.open(settings_of(folder).archive.path) as archive:
        archive.corrections.enter(words, at=FIRST_NIGHT + timedelta(days=night, hours=6))


def _may_be_placed(one: Told) -> bool:
    """Whether a person may put the mail elsewhere: into whatever seat, which the figure of the others must not suffer from."""
    return one.story.endswith("0")


def _derive_and_die(folder: Path, point: str) -> None:
    """A run that loses its power at that point."""
    argv = [sys.executable, "-m", "tests.recalled", str(folder)]
    died = subprocess.run(argv, env=os.environ | {"REQDRIFT_CRASH_AT": point}, capture_output=True, text=True, check=False)
    assert died.returncode == -signal.SIGKILL, died.stderr


def rows(folder: Path, view: str) -> Counter[str]:
    with duckdb.connect(str(folder / "x.duckdb"), read_only=True) as connection:
        return Counter(map(str, connection.execute(f"SELECT * FROM {view}").fetchall()))  # noqa: S608 - a constant


@pytest.mark.parametrize("view", VIEWS)
def test_a_rebuild_gives_every_row_of_the_nights(folder: Path, view: str) -> None:
    nights, rebuilt = rows(folder, view), rows(folder / "rebuilt", view)
    assert sorted((nights - rebuilt).elements())[:3] == sorted((rebuilt - nights).elements())[:3] == []
    assert nights


def test_every_mail_is_there_once(folder: Path, told: list[Told]) -> None:
    assert sum(rows(folder, "messages").values()) == len(told) + 1 > MAILS


def ask(folder: Path, sql: str) -> int:
    with duckdb.connect(str(folder / "x.duckdb"), read_only=True) as connection:
        ((found,),) = connection.execute(sql).fetchall()
        return int(found)


def test_every_trap_is_inside_the_shuffle(folder: Path, told: list[Told]) -> None:
    """A list of traps without mails in it would prove nothing."""
    full = [(one, {seat.requisition for seat in one.truth.statements if seat.mode == "full"}) for one in told]
    subjects = Counter((one.story, one.subject) for one, seats in full if len(seats) == 1 and not one.subject.startswith("Re:"))
    assert sum(count > 1 for count in subjects.values()) > 10, "one subject for several seats"
    assert sum(len(seats) > 1 for _, seats in full) > 60, "lists of seats"
    answers = {one.message_id: one for one, seats in full if len(seats) > 2}
    amended = [one for one in told if len(one.truth.statements) == 1 and one.truth.kind == "clarification" and _answered(one) in answers]
    assert len(amended) > 10, "an answer to a mail of three seats that amends one"
    loose = [one for one in told if one.truth.kind == "clarification" and _answered(one) is None and one.raw.source == "sales"]
    assert len(loose) > 100, "a new thread about an old seat"
    assert sum(one.truth.kind == "candidate" and one.raw.source == "sent" for one in told) > 50, "our own proposals"
    assert ask(folder, "SELECT count(*) FROM requisitions WHERE twin_of IS NOT NULL") > 10, "a seat that two brokers offer"
    assert ask(folder, "SELECT count(*) FROM links WHERE revised IS NOT NULL") > 300, "mails that came late"
    assert ask(folder, "SELECT count(*) FROM events WHERE kind = 'proposal' AND requisition_id IS NOT NULL") > 50
    assert ask(folder, "SELECT count(*) FROM requisitions WHERE owner IS NOT NULL") > 50


def _answered(one: Told) -> str | None:
    assert isinstance(one.outcome, Understood)
    answered = one.outcome.message.in_reply_to
    return answered[-1] if answered else None


def test_mails_find_their_seats_all_the_same(folder: Path, told: list[Told]) -> None:
    """B³ as bench/linking.py prints it, over what the nights stored."""
    with duckdb.connect(str(folder / "x.duckdb"), read_only=True) as connection:
        got = {name: frozenset(ids) for name, ids in connection.execute("SELECT message_id, requisition_ids FROM messages").fetchall()}
    stated = {
        one.message_id: frozenset(f"{one.story}/{seat.requisition}" for seat in one.truth.statements)
        for one in told
        if not _may_be_placed(one)
    }
    spoken = {one.message_id: frozenset(f"{one.story}/{seat}" for seat in one.truth.mentions) for one in told if not _may_be_placed(one)}
    must = {name: seats | (spoken[name] if len(spoken[name]) == 1 else frozenset()) for name, seats in stated.items()}
    may = {name: seats | spoken[name] for name, seats in stated.items()}
    score, _ = bcubed(must, may, {name: got[name] for name in must})
    assert score["f1"] >= 0.98, score


def test_two_brokers_texts_of_one_seat_are_never_folded_together(folder: Path, told: list[Told]) -> None:
    with duckdb.connect(str(folder / "x.duckdb"), read_only=True) as connection:
        got = {name: frozenset(ids) for name, ids in connection.execute("SELECT message_id, requisition_ids FROM messages").fetchall()}
    held: dict[tuple[str, str], set[str]] = {}
    for one in told:
        if len(one.truth.statements) == 1 and not _may_be_placed(one):
            held.setdefault((one.story, one.truth.statements[0].requisition), set()).update(got[one.message_id])
    twins = [(story, seat) for story, seat in held if seat.endswith("b")]
    assert len(twins) > 20
    assert [twin for twin in twins if held[twin] & held.get((twin[0], twin[1].removesuffix("b")), set())] == []
