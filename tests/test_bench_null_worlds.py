"""The bench of the market section: its worlds are what they say, and its counting too."""

import json
import random

import pytest

from bench.null_worlds import BATCH, STEP, STEP_AT, STEP_FROM, WORLDS, _first, _median, main, shares, world
from reports.market_tests import Finding, WeekCounts


def toss(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a world, no secret


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_a_world_is_the_same_for_ever_and_asks_for_each_skill_as_often_as_it_should(name: str) -> None:
    made = world(name, toss(5), 40, shares())
    assert made == world(name, toss(5), 40, shares())
    seats = sum(sum(week.seats.values()) for week in made)
    asked = sum(sum(sum(clients.values()) for clients in week.mentions.values()) for week in made)
    assert seats / 40 == pytest.approx(78, rel=0.1)
    assert asked / seats == pytest.approx(sum(shares()), rel=0.15)


def test_batches_come_five_at_a_time() -> None:
    assert all(number % BATCH == 0 for week in world("batches", toss(5), 5, shares()) for number in week.seats.values())


def test_only_the_first_skill_steps_and_by_ten_points() -> None:
    usual = [STEP_FROM, *shares()[1:]]
    still, stepped = (world("alike", toss(9), STEP_AT + 60, usual, step) for step in (0.0, STEP))

    def share(weeks: list[WeekCounts], skill: str) -> float:
        seats = sum(sum(week.seats.values()) for week in weeks)
        return sum(sum(week.mentions.get(skill, {}).values()) for week in weeks) / seats

    assert share(stepped[STEP_AT:], "00") == pytest.approx(STEP_FROM + STEP, abs=0.015)
    assert share(stepped[:STEP_AT], "00") == share(still[:STEP_AT], "00")
    assert share(stepped, "30") == share(still, "30")


def test_waits_are_counted_from_the_week_of_the_step() -> None:
    states = [None, Finding.WATCHED, Finding.CONFIRMED]
    assert (_first(states, {Finding.CONFIRMED}), _first(states, {Finding.UNTOLD})) == (3, None)
    assert (_median([3, 5, 4], 5), _median([3, 5], 5), _median([2, 9, 4, 5], 4)) == (5, None, 4)


def test_it_prints_a_table_and_json(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.null_worlds.YEAR", 3)
    monkeypatch.setattr("bench.null_worlds.SKILLS", 12)
    monkeypatch.setattr("sys.argv", ["null_worlds.py", "--years", "2", "--runs", "1", "--json"])
    assert main() == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["world"] for one in told["null"]] == ["alike", "tastes", "batches"]
    assert set(told["null"][0]) >= {"confirmed", "low", "high", "years"}
    monkeypatch.setattr("sys.argv", ["null_worlds.py", "--years", "2", "--runs", "1"])
    assert main() == 0
    assert "12 skills" in capsys.readouterr().out
