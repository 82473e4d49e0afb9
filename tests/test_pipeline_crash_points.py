"""Killed at any moment, the next run goes on: nothing is lost, nothing is there twice, and readers never see a half (DECISIONS.md D16)."""

import signal
import threading
from pathlib import Path

import duckdb
import pytest

from pipeline.crash import POINTS
from tests.dovecot import Account
from tests.nights import CLARIFICATION, OTHER, REQUISITION, House

LEARNT = ["known_at", "revised", "first_import"]
"""Columns that tell when a mail was archived, which a crash may put off."""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> House:
    """What the nights would have made of the mails without a crash."""
    quiet = House(tmp_path_factory.mktemp("undisturbed"))
    quiet.put(REQUISITION, OTHER, CLARIFICATION)
    quiet.run()
    return quiet


def killed(house: House, point: str) -> None:
    with house.start("run", REQDRIFT_CRASH_AT=point) as process:
        out, err = process.communicate(timeout=120)
    assert (process.returncode, out) == (-signal.SIGKILL, ""), err


@pytest.mark.parametrize("point", POINTS)
def test_a_first_run_that_was_killed_is_made_good(house: House, undisturbed: House, point: str) -> None:
    house.put(REQUISITION, OTHER, CLARIFICATION)
    killed(house, point)
    house.run()
    assert house.views(without=LEARNT) == undisturbed.views(without=LEARNT)
    assert (house.folder / "pages/2026-W47/week.ja.html").exists()
    assert house.strays() == []


@pytest.mark.parametrize("point", POINTS[:-1])
def test_a_night_that_was_killed_leaves_yesterday_or_today(house: House, undisturbed: House, point: str) -> None:
    house.put(REQUISITION, OTHER)
    house.run()
    before = house.state()
    house.put(CLARIFICATION)
    killed(house, point)
    if point == "after-rename":
        assert house.query("SELECT count(*) FROM messages") == [(3,)]
    else:
        assert house.state() == before
    house.run()
    assert house.views(without=LEARNT) == undisturbed.views(without=LEARNT)
    assert house.strays() == []


@pytest.mark.parametrize("point", ["after-fetch", "after-commit"])
def test_a_mailbox_is_neither_read_past_a_lost_batch_nor_kept_twice(post: House, mailbox: Account, point: str) -> None:
    mailbox.append(REQUISITION, OTHER, CLARIFICATION)
    killed(post, point)
    post.run()
    assert post.query("SELECT count(*), count(DISTINCT sha256) FROM messages") == [(3, 3)]
    (killed_run, whole_run) = post.query("SELECT archived, finished_at IS NULL FROM runs ORDER BY run_id")
    assert killed_run[1]
    assert whole_run[0] == (3 if point == "after-fetch" else 0)


def test_a_night_killed_again_and_again_still_gets_there(house: House, undisturbed: House) -> None:
    for content in (REQUISITION, OTHER, CLARIFICATION):
        house.put(content)
        for point in ("deriving", "before-rename", "deriving"):
            killed(house, point)
    house.run()
    assert house.views(without=LEARNT) == undisturbed.views(without=LEARNT)


def test_readers_never_meet_a_half(house: House) -> None:
    """While runs are killed around the rename, every read gives a whole night, yesterday's or today's."""
    house.put(REQUISITION)
    house.run()
    seen: list[int] = []
    faults: list[str] = []
    over = threading.Event()

    def read() -> None:
        while not over.is_set():
            try:
                seen.append(_mails(house.snapshot))
            except duckdb.Error as fault:
                faults.append(str(fault))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for content in (OTHER, CLARIFICATION):
            house.put(content)
            for point in ("before-rename", "after-rename"):
                killed(house, point)
    finally:
        over.set()
        reader.join()
    assert faults == []
    assert seen == sorted(seen)
    assert set(seen) <= {1, 2, 3}


def _mails(snapshot: Path) -> int:
    with duckdb.connect(str(snapshot), read_only=True) as connection:
        ((mails, kinds),) = connection.execute("SELECT count(*), count(kind) FROM messages").fetchall()
    assert mails == kinds
    return int(mails)
