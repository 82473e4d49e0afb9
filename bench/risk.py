"""Say how far the drift risk of a seat can be believed, on generated worlds; fit its weights anew.

usage: python bench/risk.py [--seeds 1,2,3,4,5] [--seats 1200] [--json] [--fit [--fit-seeds 101,...,108]]

Each world (bench/worlds.py) is a year of seats whose clients have factors that no formula knows, and draws for itself how
much each trait matters. Every four weeks each seat that is not closed and was written about in the last eight weeks is scored from
what was told so far, and asked: does it move within the next weeks? Printed by seed: AUC (the chance that a seat which moves is
scored above one that does not, equals counting half) beside the two baselines, a constant and the number of past changes; beside
past moves a week, a harder one; and beside the world's own hazard, which nobody can know: the ceiling. Then the expected calibration
error over ten bins of equal mass.

`--fit` prints the defaults of `RiskSettings` from worlds of other seeds. No mail of anybody's, and no gold, is looked at.
"""

import argparse
import json
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from bench.worlds import DAYS, FIRST_DAY, Seat, World, world
from requisitions.folding import fold
from requisitions.risk import FACTORS, RECORDS, RiskSettings, Signs, chance, shares
from requisitions.seatstories import SeatStory, seen_at, story_of
from requisitions.versions import Requisition
from requisitions.words import Status

SEEDS = "1,2,3,4,5"
FIT_SEEDS = "101,102,103,104,105,106,107,108,109,110,111,112"
FIRST_CUT, EVERY = timedelta(weeks=12), timedelta(weeks=4)
LATELY = timedelta(weeks=8)
BINS = 10
RIDGE = 2.0
"""Holds weights near 1 (of records) and 0 (the logs of factors), as if by so many seats more."""
MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Asked:
    """One seat at one moment, and what became of it."""

    signs: Signs
    moved: bool
    changes: int
    """How many it had so far."""
    hazard: float
    """What the world itself expected, a week."""


@dataclass(frozen=True, slots=True)
class Told:
    """A seat's story, with what only a bench may know."""

    story: SeatStory
    changes: tuple[datetime, ...]
    truth: tuple[tuple[datetime, float], ...]


def told(seat: Seat) -> Told:
    """A seat folded as the program folds it."""
    history = fold(seat.requisition_id, seat.stated)
    whole = Requisition(
        requisition_id=seat.requisition_id,
        aliases=(),
        reference=None,
        title=seat.title,
        client=seat.client,
        status=Status.OPEN,
        followed=True,
        owner=None,
        twin_of=None,
        first_seen_at=seat.stated[0].mail.stated_at,
        last_changed_at=None,
        last_confirmed_at=None,
        history=history,
        mails=tuple(one.mail for one in seat.stated),
        events=tuple(seat.events),
    )
    return Told(story_of(whole, seat.stated, seat.client), tuple(change.stated_at for change in history.changes), tuple(seat.truth))


def asked(made: World, settings: RiskSettings) -> Iterator[Asked]:
    """Every seat of a world at every cut."""
    seats = {one.story.requisition_id: one for one in map(told, made.seats)}
    now, last = FIRST_DAY + FIRST_CUT, FIRST_DAY + timedelta(days=DAYS) - timedelta(weeks=settings.weeks)
    while now <= last:
        for found, signs in seen_at([one.story for one in seats.values()], now, settings).items():
            one = seats[found]
            if one.story.founded_at <= now and signs.quiet <= LATELY:
                ahead = bisect_right(one.story.moves, now + timedelta(weeks=settings.weeks)) - bisect_right(one.story.moves, now)
                yield Asked(signs, ahead > 0, bisect_right(one.changes, now), hazard_at(one.truth, now))
        now += EVERY


def hazard_at(truth: Sequence[tuple[datetime, float]], now: datetime) -> float:
    """What the world expected of a seat; nothing once it is dead."""
    at = bisect_right(truth, now, key=lambda entry: entry[0])
    return truth[at][1] if 0 <= at < len(truth) else 0.0


def auc(scored: Iterable[tuple[float, bool]]) -> float:
    """The chance that one that moved has the higher score, equals counting half (Mann and Whitney)."""
    values = sorted(scored)
    moved = sum(good for _, good in values)
    won = below = at = 0.0
    while at < len(values):
        end = bisect_right(values, values[int(at)][0], key=lambda entry: entry[0])
        here = values[int(at) : end]
        good = sum(one for _, one in here)
        won += good * (below + (len(here) - good) / 2)
        below, at = below + len(here) - good, end
    return won / (moved * (len(values) - moved))


def bins(scored: Sequence[tuple[float, bool]], count: int = BINS) -> list[tuple[int, float, float]]:
    """Bins of equal mass from the calmest up: how many, mean chance told, share that moved."""
    ordered = sorted(scored, key=lambda entry: entry[0])
    edges = [round(number * len(ordered) / count) for number in range(count + 1)]
    parts = [ordered[low:high] for low, high in pairwise(edges) if high > low]
    return [(len(part), sum(said for said, _ in part) / len(part), sum(good for _, good in part) / len(part)) for part in parts]


def figures(rows: Sequence[Asked], settings: RiskSettings) -> dict[str, Any]:
    """All figures of a world."""
    scored = [(chance(row.signs, settings), row.moved) for row in rows]
    parts = bins(scored)
    return {
        "asked": len(rows),
        "moved": sum(row.moved for row in rows) / len(rows),
        "auc": auc(scored),
        "auc_constant": auc((0.0, row.moved) for row in rows),
        "auc_changes": auc((float(row.changes), row.moved) for row in rows),
        "auc_pace": auc((row.signs.seat_moves / max(7, row.signs.seat_days), row.moved) for row in rows),
        "auc_ceiling": auc((row.hazard, row.moved) for row in rows),
        "ece": sum(count * abs(said - share) for count, said, share in parts) / len(rows),
        "bins": [{"count": count, "told": said, "moved": share} for count, said, share in parts],
    }


def holds(found: Mapping[str, Any]) -> bool:
    """Whether the score beats both baselines by the margin."""
    return bool(found["auc"] - max(found["auc_constant"], found["auc_changes"]) >= MARGIN)


def fitted(worlds: Iterable[World], settings: RiskSettings) -> RiskSettings:
    """Settings from worlds: the chance of a move as a complementary log-log regression on the signs, by Fisher scoring."""
    worlds = list(worlds)
    weeks = sum(len(seat.truth) for made in worlds for seat in made.seats) / 7
    usual = sum(len(told(seat).story.moves) for made in worlds for seat in made.seats) / weeks
    start = RiskSettings(weeks=settings.weeks, usual=round(usual, 3))
    rows = [row for made in worlds for row in asked(made, start)]
    level = np.array([log(start.weeks * row.signs.usual) for row in rows])
    seen = np.array([[1.0, log(row.signs.client), log(row.signs.seat), *(shares(row.signs)[name] for name in FACTORS)] for row in rows])
    moved = np.array([float(row.moved) for row in rows])
    usually = np.array([0.0, 1.0, 1.0, *(0.0 for _ in FACTORS)])
    held = np.diag([0.0, *(RIDGE for _ in usually[1:])])
    weights = usually
    for _ in range(30):
        expected = np.exp(level + seen @ weights)
        said = np.clip(1 - np.exp(-expected), 1e-9, 1 - 1e-9)
        slope = seen.T @ ((moved - said) * expected / said) - held @ (weights - usually)
        bend = seen.T @ (seen * (expected**2 * (1 - said) / said)[:, None]) + held
        weights = weights + np.linalg.solve(bend, slope)
    base, *rest = map(float, weights)
    records = dict(zip(RECORDS, rest, strict=False))
    factors = {name: float(np.exp(weight)) for name, weight in zip(FACTORS, rest[len(RECORDS) :], strict=True)}
    found = {"base": float(np.exp(base)), **records, **factors}
    return RiskSettings(weeks=start.weeks, usual=start.usual, **{name: round(value, 2) for name, value in found.items()})


def report(seed: int, found: Mapping[str, Any]) -> None:
    """Print a world's figures."""
    print(f"\nseed {seed}: {found['asked']} seats asked about, {found['moved']:.3f} moved")
    print(f"  AUC {found['auc']:.3f}; constant {found['auc_constant']:.3f}, past changes {found['auc_changes']:.3f}; ", end="")
    print(f"moves a week {found['auc_pace']:.3f}, ceiling {found['auc_ceiling']:.3f}")
    print(f"  {'holds' if holds(found) else 'FAILS'}: better than both baselines by {MARGIN}")
    print(f"  expected calibration error {found['ece']:.3f}")
    print(f"{'bin':>5}{'count':>8}{'told':>8}{'moved':>8}")
    for number, row in enumerate(found["bins"], 1):
        print(f"{number:>5}{row['count']:>8}{row['told']:>8.3f}{row['moved']:>8.3f}")


def numbers(text: str) -> list[int]:
    """`1,2,3` as numbers."""
    return [int(part) for part in text.split(",")]


def main(argv: Sequence[str] | None = None) -> int:
    """Fit if asked to, else print the figures; 1 where they do not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default=SEEDS, help="of worlds that the weights were not fitted on")
    parser.add_argument("--fit-seeds", default=FIT_SEEDS)
    parser.add_argument("--seats", type=int, default=1200, help="of each world")
    parser.add_argument("--fit", action="store_true", help="print weights fitted anew as a [risk] section, and end")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args(argv)
    if arguments.fit:
        found = fitted((world(seed, arguments.seats) for seed in numbers(arguments.fit_seeds)), RiskSettings())
        print("[risk]", *(f"{field.name} = {getattr(found, field.name)}" for field in fields(found)), sep="\n")
        return 0
    settings = RiskSettings()
    results = {seed: figures([*asked(world(seed, arguments.seats), settings)], settings) for seed in numbers(arguments.seeds)}
    if arguments.json:
        print(json.dumps({str(seed): {**found, "holds": holds(found)} for seed, found in results.items()}))
    else:
        for seed, found in results.items():
            report(seed, found)
    return 0 if all(map(holds, results.values())) else 1


if __name__ == "__main__":
    sys.exit(main())
