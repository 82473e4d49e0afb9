"""How often the market section confirms what is not there, and how soon it sees what is: the rule of the report on invented counts.

    python bench/null_worlds.py [--years 30] [--seed 1] [--json]

Counts are drawn week by week from worlds of 60 skills whose shares never move (alike seats; clients with tastes of their own; batches
of like seats), or one of which steps by +10 points. Every week goes through `reports.market_tests`, as a report's weeks do.
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from pathlib import Path
from statistics import fmean, stdev

sys.path.insert(0, str(Path(__file__).parent.parent))

from reports.market_tests import RULES, Finding, SkillTest, WeekCounts, history
from reports.statistics import student_two_sided

SKILLS, CLIENTS, SEATS_A_WEEK = 60, 40, 78
LOWEST, HIGHEST = 0.02, 0.30
"""Shares of the skills, evenly apart on a scale of logarithms."""
ALIKE = 0.2
"""Correlation of the seats of one client, or of one batch."""
BATCH = 5
YEAR = 52
STEP, STEP_FROM, STEP_AT = 0.10, 0.08, RULES.weeks + 12
"""The skill that steps: from 8 % to 18 %, in that week, so that the run before it looks like any other."""
STEP_WEEKS = 16
"""After so many weeks nobody waits any longer."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who asks, and what he tosses: seats of one hand ask alike."""

    client: int
    hand: int


Seats = Callable[[random.Random], Iterator[list[Seat]]]


def shares() -> list[float]:
    """How often each skill is asked for."""
    return [LOWEST * (HIGHEST / LOWEST) ** (number / (SKILLS - 1)) for number in range(SKILLS)]


def volumes() -> list[float]:
    """How much each client writes: a few write most (Zipf)."""
    return [1 / (number + 1) for number in range(CLIENTS)]


def singly(toss: random.Random) -> Iterator[list[Seat]]:
    """Weeks of seats that know nothing of each other."""
    hands = iter(range(10**9))
    while True:
        yield [Seat(client, next(hands)) for client in toss.choices(range(CLIENTS), volumes(), k=_number(toss))]


def by_taste(toss: random.Random) -> Iterator[list[Seat]]:
    """Weeks of seats of clients that ask for the same things all year."""
    while True:
        yield [Seat(client, client) for client in toss.choices(range(CLIENTS), volumes(), k=_number(toss))]


def in_batches(toss: random.Random) -> Iterator[list[Seat]]:
    """Weeks of mails that each bring five seats of a kind."""
    hands = iter(range(10**9))
    while True:
        week: list[Seat] = []
        for client in toss.choices(range(CLIENTS), volumes(), k=round(_number(toss) / BATCH)):
            week += [Seat(client, hand) for hand in [next(hands)] for _ in range(BATCH)]
        yield week


def _number(toss: random.Random) -> int:
    return max(0, round(toss.gauss(SEATS_A_WEEK, sqrt(SEATS_A_WEEK))))


WORLDS: dict[str, tuple[Seats, float]] = {"alike": (singly, 0.0), "tastes": (by_taste, ALIKE), "batches": (in_batches, ALIKE)}


def world(name: str, toss: random.Random, weeks: int, usual: Sequence[float], step: float = 0.0) -> list[WeekCounts]:
    """The counts of some weeks; a `step` comes on top of the first skill's share in week `STEP_AT`."""
    draw, alike = WORLDS[name]
    tastes: dict[tuple[int, int], float] = {}
    made: list[WeekCounts] = []
    for number, seats in zip(range(weeks), draw(toss), strict=False):
        by_client: dict[str, int] = {}
        mentions: dict[str, dict[str, int]] = {}
        for seat in seats:
            client = str(seat.client)
            by_client[client] = by_client.get(client, 0) + 1
            for skill, share in enumerate(usual):
                chance = share
                if alike:
                    taste = tastes.get((seat.hand, skill))
                    if taste is None:
                        # a beta whose seats correlate by `alike`, and whose mean is the share
                        strength = 1 / alike - 1
                        taste = tastes[seat.hand, skill] = toss.betavariate(share * strength, (1 - share) * strength)
                    chance = taste
                if step and not skill and number >= STEP_AT:
                    chance = 1 - (1 - chance) * (1 - step / (1 - share))
                if toss.random() < chance:
                    asked = mentions.setdefault(f"{skill:02}", {})
                    asked[client] = asked.get(client, 0) + 1
        if draw is in_batches:
            tastes.clear()
        made.append(WeekCounts(by_client, mentions))
    return made


@dataclass(frozen=True, slots=True)
class Null:
    """What a null world gives in a year: nothing of it is there."""

    world: str
    years: int
    confirmed: float
    """Findings: a skill confirmed for as long as it stays so is one."""
    low: float
    high: float
    """95 % interval of the mean (Student's t)."""
    printed: float
    """The same by weeks: how many of a year's pages of skills say so."""
    watched: float
    """Skills watched, each week anew."""
    cusum: float
    """Times that a CUSUM rose over its limit."""


def null(name: str, years: int, toss: random.Random) -> Null:
    """Some years of a world that never moves, each with weeks before it that count for nothing."""
    found = [_year(world(name, toss, RULES.weeks - 1 + YEAR, shares())) for _ in range(years)]
    counts = [one[0] for one in found]
    mean, half = fmean(counts), _half_width(counts)
    return Null(name, years, mean, max(0.0, mean - half), mean + half, *(fmean(one[part] for one in found) for part in (1, 2, 3)))


def _year(weeks: Sequence[WeekCounts]) -> tuple[int, int, int, int]:
    findings = printed = watched = alarms = 0
    confirmed: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    for tests, _ in history(weeks):
        now = frozenset(one.skill for one in tests if one.finding is Finding.CONFIRMED)
        loud = frozenset(one.skill for one in tests if max(one.rising, one.falling) > RULES.cusum)
        findings += len(now - confirmed)
        printed += len(now)
        watched += sum(one.finding is Finding.WATCHED for one in tests)
        alarms += len(loud - over)
        confirmed, over = now, loud
    return findings, printed, watched, alarms


def _half_width(counts: Sequence[int]) -> float:
    if len(counts) < 2:
        return float("inf")
    low, high = 0.0, 1000.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if student_two_sided(middle, len(counts) - 1) > 0.05 else (low, middle)
    return high * stdev(counts) / sqrt(len(counts))


@dataclass(frozen=True, slots=True)
class Stepped:
    """How soon a true step of +10 points is seen."""

    world: str
    runs: int
    confirmed: int
    """In how many runs within `STEP_WEEKS` weeks."""
    confirmed_weeks: float | None
    """Median, the week of the step being 1."""
    noticed: int
    """The same for watched or confirmed."""
    noticed_weeks: float | None


def stepped(name: str, runs: int, toss: random.Random) -> Stepped:
    """Some runs of a world in which the first skill steps."""
    usual = [STEP_FROM, *shares()[1:]]
    waits: list[tuple[int | None, int | None]] = []
    for _ in range(runs):
        weeks = world(name, toss, STEP_AT + STEP_WEEKS, usual, STEP)
        # only what begins after the step, and goes up, was seen
        states = [_state(tests) for tests, _ in history(weeks)][STEP_AT - RULES.weeks + 1 :]
        waits.append((_first(states, {Finding.CONFIRMED}), _first(states, {Finding.CONFIRMED, Finding.WATCHED})))
    confirmed = [wait for wait, _ in waits if wait is not None]
    noticed = [wait for _, wait in waits if wait is not None]
    return Stepped(name, runs, len(confirmed), _median(confirmed, runs), len(noticed), _median(noticed, runs))


def _state(tests: Sequence[SkillTest]) -> Finding | None:
    return next((one.finding for one in tests if one.skill == "00" and one.difference > 0), None)


def _first(states: Sequence[Finding | None], wanted: set[Finding]) -> int | None:
    return next((number for number, state in enumerate(states, 1) if state in wanted), None)


def _median(waits: Sequence[int], runs: int) -> float | None:
    """The week by which half of all runs had seen it; null where fewer ever did."""
    return sorted(waits)[(runs - 1) // 2] if len(waits) > (runs - 1) // 2 else None


def main() -> int:
    """Print a table, or JSON; status 1 where a null world confirms more than three findings a year."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--years", type=int, default=30, help="simulated years of each null world")
    parser.add_argument("--runs", type=int, default=30, help="runs of each world with a step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    nulls = [null(name, asked.years, random.Random(f"null {name} {asked.seed}")) for name in WORLDS]
    steps = [stepped(name, asked.runs, random.Random(f"step {name} {asked.seed}")) for name in WORLDS]
    if asked.json:
        print(json.dumps({"rules": asdict(RULES), "null": list(map(asdict, nulls)), "step": list(map(asdict, steps))}, indent=1))
    else:
        _table(nulls, steps)
    return int(any(one.confirmed > 3 for one in nulls))


def _table(nulls: Sequence[Null], steps: Sequence[Stepped]) -> None:
    print(f"{SKILLS} skills, {CLIENTS} clients, {SEATS_A_WEEK} seats a week; nothing moves")
    print(f"{'world':10}{'years':>6}{'confirmed a year':>28}{'skill-weeks':>13}{'watched':>10}{'cusum':>8}")
    for one in nulls:
        interval = f"{one.confirmed:.2f} [{one.low:.2f}, {one.high:.2f}]"
        print(f"{one.world:10}{one.years:>6}{interval:>28}{one.printed:>13.2f}{one.watched:>10.1f}{one.cusum:>8.2f}")
    print(f"\none skill steps from {STEP_FROM:.0%} to {STEP_FROM + STEP:.0%}")
    print(f"{'world':10}{'runs':>6}{'confirmed':>14}{'median weeks':>14}{'noticed':>12}{'median weeks':>14}")
    for two in steps:
        told = (two.world, two.runs, two.confirmed, _weeks(two.confirmed_weeks), two.noticed, _weeks(two.noticed_weeks))
        print("{:10}{:>6}{:>14}{:>14}{:>12}{:>14}".format(*told))


def _weeks(weeks: float | None) -> str:
    return "—" if weeks is None else f"{weeks:g}"


if __name__ == "__main__":
    sys.exit(main())
