"""Twenty nights of shuffled mail, some of them killed, give the tables of one rebuild, row by row (issue 5 items 1 and 9)."""

import os
import pickle
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import duckdb

from bench.linking import bcubed, folded_twins
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


def test_twenty_shuffled_nights_give_every_row_that_one_rebuild_gives(tmp_path: Path) -> None:
    """One test, since its nights take longer than all that is asked of them."""
    told = read_stories(7, MAILS)
    *told, newcomer = told
    broken = parse_message(UNREADABLE)
    assert isinstance(broken, Problem)
    memory = {one.raw.sha256: one.outcome for one in (*told, newcomer)} | {UNREADABLE.sha256: broken}
    (tmp_path / MEMORY).write_bytes(pickle.dumps(memory))
    _let_pass(tmp_path, told, memory)
    shutil.copytree(tmp_path / "archive", tmp_path / "rebuilt/archive")
    derive(tmp_path / "rebuilt", memory, empty=True)

    differ = {view: _differences(_rows(tmp_path, view), _rows(tmp_path / "rebuilt", view)) for view in VIEWS}
    assert differ == {view: [] for view in VIEWS}
    assert all(_rows(tmp_path, view) for view in VIEWS), "a view without rows would prove nothing"
    assert sum(_rows(tmp_path, "messages").values()) == len(told) + 1 >= MAILS, "every mail once"
    _check_traps(tmp_path, told)
    _check_linking(tmp_path, told)

    _archive(tmp_path, NIGHTS, [newcomer.raw])
    derived = derive(tmp_path, memory)
    assert derived.mails == 1
    assert len(derived.touched) <= 3, "a night folds again what it touches, and no more"


def _let_pass(folder: Path, told: list[Told], memory: dict[str, Any]) -> None:
    """All nights, each with its share of the mails in an order of their own, and a few that were there before."""
    dice = Random(7)  # noqa: S311 - a seed, no secret
    arrival = dice.sample(told, len(told))
    share = -(-len(arrival) // NIGHTS)
    for night in range(NIGHTS):
        so_far = arrival[: (night + 1) * share]
        mails = [one.raw for one in (*so_far[night * share :], *dice.sample(so_far, 5))]
        _archive(folder, night, [*mails, UNREADABLE] if night in SPOKEN else mails)
        if night in SPOKEN:
            _speak(folder, night, so_far, dice)
        if night in KILLED:
            _derive_and_die(folder, KILLED[night])
        if night != SKIPPED:
            derive(folder, memory)


def _archive(folder: Path, night: int, mails: Sequence[RawMessage]) -> None:
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
    """Whether a person may put the mail elsewhere, into whatever seat: the figures leave these stories out."""
    return one.story.endswith("0")


def _derive_and_die(folder: Path, point: str) -> None:
    """A run that loses its power at that point."""
    argv = [sys.executable, "-m", "tests.recalled", str(folder)]
    died = subprocess.run(argv, env=os.environ | {"REQDRIFT_CRASH_AT": point}, capture_output=True, text=True, check=False)
    assert died.returncode == -signal.SIGKILL, died.stderr


def _ask(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(folder / "x.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def _rows(folder: Path, view: str) -> Counter[str]:
    return Counter(map(str, _ask(folder, f"SELECT * FROM {view}")))  # noqa: S608 - a constant


def _differences(nights: Counter[str], rebuilt: Counter[str]) -> list[str]:
    """The first rows that only one side has."""
    found = [f"- {row}" for row in sorted((nights - rebuilt).elements())]
    found += [f"+ {row}" for row in sorted((rebuilt - nights).elements())]
    return found[:4]


def _check_traps(folder: Path, told: list[Told]) -> None:
    """Every trap of issue 5 item 1 lies in the shuffle, many times."""
    full = [(one, {seat.requisition for seat in one.truth.statements if seat.mode == "full"}) for one in told]
    subjects = Counter((one.story, one.subject) for one, seats in full if len(seats) == 1 and not one.subject.startswith("Re:"))
    assert sum(count > 1 for count in subjects.values()) > 10, "one subject for several seats"
    assert sum(len(seats) > 1 for _, seats in full) > 60, "lists of open seats"
    three = {one.message_id for one, seats in full if len(seats) > 2}
    clarifying = [one for one in told if one.truth.kind == "clarification" and len(one.truth.statements) == 1]
    assert sum(_answered(one) in three for one in clarifying) > 10, "an answer to a mail of three seats that amends one"
    assert sum(_answered(one) is None and one.raw.source == "sales" for one in clarifying) > 100, "a new thread about an old seat"
    assert sum(one.truth.kind == "candidate" and one.raw.source == "sent" for one in told) > 50, "our own proposals"
    at_least = {
        "requisitions WHERE twin_of IS NOT NULL": 10,  # a seat of one end client from two brokers
        "links WHERE revised IS NOT NULL": 300,  # mails that came late
        "events WHERE kind = 'proposal' AND requisition_id IS NOT NULL": 50,
        "requisitions WHERE owner IS NOT NULL": 50,
    }
    for what, least in at_least.items():
        ((found,),) = _ask(folder, f"SELECT count(*) FROM {what}")  # noqa: S608 - constants
        assert found > least, what


def _answered(one: Told) -> str | None:
    assert isinstance(one.outcome, Understood)
    answered = one.outcome.message.in_reply_to
    return answered[-1] if answered else None


def _check_linking(folder: Path, told: list[Told]) -> None:
    """B³ as bench/linking.py prints it, over what the nights stored; and two brokers' texts of one seat never meet."""
    stored = {name: frozenset(ids) for name, ids in _ask(folder, "SELECT message_id, requisition_ids FROM messages")}
    left = [one for one in told if not _may_be_placed(one)]
    stated = {one.message_id: frozenset(f"{one.story}/{seat.requisition}" for seat in one.truth.statements) for one in left}
    spoken = {one.message_id: frozenset(f"{one.story}/{seat}" for seat in one.truth.mentions) for one in left}
    must = {name: seats | (spoken[name] if len(spoken[name]) == 1 else frozenset()) for name, seats in stated.items()}
    got = {name: stored[name] for name in must}
    score, _ = bcubed(must, {name: seats | spoken[name] for name, seats in stated.items()}, got)
    assert score["f1"] >= 0.98, score
    twins, folded = folded_twins(must, got)
    assert twins > 20
    assert folded == 0
