"""Say how far `confidence` can be believed, on mails written by this project; fit its weights anew.

usage: python bench/calibration.py [--seeds 4,5,6] [--mails 800] [--json] [--fit [--fit-seeds 1,2,3]] [--processes 2]

A reading is right when the truth has it with necessity and value, wrong when the truth has it otherwise or not at all; what the
truth leaves open counts neither way. Printed for generated mails of the seeds that the weights were fitted on, of other seeds, of
held-out frames (figures only), and for `tests/accuracy/blind`: five bins of equal mass (Naeini et al. 2015), their expected
calibration error, AUROC (Mann-Whitney: a wrong reading has less confidence than a right one) and Brier score.
"""

import argparse
import json
import multiprocessing
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from math import exp
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.mailgen.frames import Side
from bench.mailgen.judging import PARTIES
from bench.mailgen.judging import _paired as paired
from bench.mailgen.matching import pair, right
from bench.mailgen.truth import Demand
from bench.mailgen.truth import Statement as Told
from bench.mailgen.world import story
from extract import assembling
from extract.confidence import signs_of
from extract.findings import Finding
from extract.reading import read_message
from extract.settings import ExtractSettings
from ingest.parsing import parse_message
from requisitions.messages import Problem, RawMessage
from requisitions.parties import Parties
from requisitions.statements import Requirement

ROOT = Path(__file__).resolve().parent.parent
BLIND = ROOT / "tests/accuracy/blind"
WEIGHTS = ROOT / "extract/data/confidence.toml"
BINS = 5
RIDGE = 10.0
"""Wrong readings come in flocks (a whole mail of them), so weights are held near 0 as if by as many readings more."""
GUESSED = -0.7
"""Set, not fitted: the generator writes hardly any everyday words in their everyday sense."""
Task = tuple[int, int, Side]


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement that was read."""

    confidence: float
    right: bool
    signs: tuple[str, ...]


Place = tuple[str, str, int, int]


def place(one: Requirement) -> Place:
    """What tells a reading from the others of its mail."""
    return str(one.category), one.key, one.start, one.end


@contextmanager
def noting() -> Iterator[dict[Place, tuple[str, ...]]]:
    """The signs of all requirements that are made meanwhile."""
    noted: dict[Place, tuple[str, ...]] = {}
    make = assembling.requirement_of

    def noted_down(finding: Finding, context: assembling.Context) -> Requirement:
        made = make(finding, context)
        noted[place(made)] = signs_of(finding, stated=assembling.necessity_of(finding)[1])
        return made

    with patch.object(assembling, "requirement_of", noted_down):
        yield noted


def items_of(raw: bytes, truth: Sequence[Told], parties: Parties) -> list[Item]:
    """All requirements that are read out of a mail, each right or wrong."""
    message = parse_message(RawMessage("calibration", "1", raw))
    if isinstance(message, Problem):
        return []
    with noting() as noted:
        reading = read_message(message, ExtractSettings(), parties)
    pairs, extra = paired(tuple(truth), reading.statements)
    found = [(one, False) for statement in extra for one in statement.requirements]
    for told, read in pairs:
        if read is not None:
            both, _, spurious = pair(told.demands, read.requirements, right)
            found += [(one, right(demand, one)) for demand, one in both]
            found += [(one, False) for one in pair(told.optional, spurious)[2]]
    return [Item(one.confidence, good, noted.get(place(one), ())) for one, good in found]


def told_in(task: Task) -> tuple[int, list[Item]]:
    """How many mails a story has, and what was read in them."""
    mails = story(*task).mails
    return len(mails), [item for mail in mails for item in items_of(mail.raw, mail.truth.statements, PARTIES)]


def generated(seeds: Sequence[int], mails: int, side: Side, pool: Pool) -> list[Item]:
    """The readings of the first stories of each seed that hold at least so many mails."""
    items: list[Item] = []
    for seed in seeds:
        number = told = 0
        while told < mails:
            batch = [(seed, number + i, side) for i in range(16)]
            number += len(batch)
            for count, found in pool.imap(told_in, batch, chunksize=2):
                items += found if told < mails else []
                told += count
    return items


def demand_of(row: dict[str, Any]) -> Demand:
    """A requirement of the blind set's gold."""
    others: Any = tuple(tuple((name, tuple(v) if isinstance(v, list) else v) for name, v in other.items()) for other in row.get("or", ()))
    values: dict[str, Any] = {name: row.get(name) for name in ("min", "max", "unit", "text")}
    return Demand(row["category"], tuple(row["keys"]), row.get("necessity", "must"), quote=row["quote"], others=others, **values)


def blind(folder: Path = BLIND) -> list[Item]:
    """The readings of the mails that were written apart from the program and the generator."""
    parties, items = Parties(ours=frozenset({"staffing.example"})), []
    for path in sorted(folder.glob("*/gold.json")):
        for mail in json.loads(path.read_text(encoding="utf-8"))["messages"]:
            truth = [
                Told(s["requisition"], s["mode"], s["status"], *(tuple(map(demand_of, s.get(k, ()))) for k in ("requirements", "optional")))
                for s in mail["statements"]
            ]
            items += items_of((path.parent / mail["file"]).read_bytes(), truth, parties)
    return items


def bins(items: Sequence[Item], count: int = BINS) -> list[tuple[int, float, float]]:
    """Bins of equal mass from the least sure up: how many, mean confidence, share right. Equals keep their order, which tells nothing."""
    ordered = sorted(items, key=lambda item: item.confidence)
    edges = [round(i * len(ordered) / count) for i in range(count + 1)]
    parts = [ordered[a:b] for a, b in pairwise(edges) if b > a]
    return [(len(p), sum(i.confidence for i in p) / len(p), sum(i.right for i in p) / len(p)) for p in parts]


def calibration_error(items: Sequence[Item]) -> float:
    """The mean distance of confidence and share right over the bins, by their mass."""
    return sum(count * abs(sure - good) for count, sure, good in bins(items)) / len(items)


def auroc(items: Sequence[Item]) -> float | None:
    """The chance that a right reading is surer than a wrong one, equals counting half; null where all are the same."""
    good, bad = Counter(i.confidence for i in items if i.right), Counter(i.confidence for i in items if not i.right)
    pairs = good.total() * bad.total()
    won = sum(n * m * (1.0 if g > b else 0.5 if g == b else 0.0) for g, n in good.items() for b, m in bad.items())
    return won / pairs if pairs else None


def brier(items: Sequence[Item]) -> float:
    """The mean square of what confidence missed by."""
    return sum((item.confidence - item.right) ** 2 for item in items) / len(items)


def figures(items: Sequence[Item]) -> dict[str, Any]:
    """All figures of a set of readings."""
    return {
        "readings": len(items),
        "right": sum(item.right for item in items) / len(items),
        "bins": [{"count": count, "confidence": sure, "right": good} for count, sure, good in bins(items)],
        "ece": calibration_error(items),
        "auroc": auroc(items),
        "brier": brier(items),
    }


def fitted(items: Sequence[Item]) -> dict[str, float]:
    """The weights of all signs: logistic regression with a ridge, by Newton's step on one weight after the other."""
    seen: Counter[tuple[tuple[str, ...], bool]] = Counter((item.signs, item.right) for item in items)
    patterns = {signs: (seen[signs, True], seen[signs, True] + seen[signs, False]) for signs, _ in seen}
    holders: dict[str, list[tuple[str, ...]]] = {"base": list(patterns)}
    for signs in patterns:
        for sign in signs:
            holders.setdefault(sign, []).append(signs)
    weights = dict.fromkeys(holders, 0.0) | {"guessed": GUESSED}
    odds = {signs: sum(weights[sign] for sign in signs) for signs in patterns}
    for _ in range(400):
        for name, held in holders.items():
            if name == "guessed":
                continue
            ridge = 0.0 if name == "base" else RIDGE
            slope, bend = -ridge * weights[name], ridge + 1e-9
            for signs in held:
                good, total = patterns[signs]
                sure = 1 / (1 + exp(-odds[signs]))
                slope, bend = slope + good - total * sure, bend + total * sure * (1 - sure)
            step = max(-1.0, min(1.0, slope / bend))
            weights[name] += step
            for signs in held:
                odds[signs] += step
    return {"base": weights["base"]} | {name: weights[name] for name in sorted(holders | {"guessed": []}) if name != "base"}


def write_weights(weights: dict[str, float], command: str, items: Sequence[Item], path: Path = WEIGHTS) -> None:
    """Store weights with what made them."""
    wrong = sum(not item.right for item in items)
    head = (
        "# Log-odds of a reading being right, by its signs (extract/confidence.py).\n"
        f"# Source: {command}: {len(items)} readings of generated mails in open frames,\n# {wrong} of them wrong; "
        f"ridge {RIDGE:g}. Set and not fitted: guessed, because the generator writes few everyday words in another sense.\n"
        "# Licence: MIT, as the program.\n\n[weights]\n"
    )
    path.write_text(head + "".join(f"{name} = {weight:.2f}\n" for name, weight in weights.items()), encoding="utf-8")


def report(name: str, found: dict[str, Any]) -> None:
    """Print the reliability table of a set of readings."""
    print(f"\n{name}: {found['readings']} readings, {found['right']:.3f} right")
    print(f"{'bin':>5}{'count':>8}{'confidence':>12}{'right':>8}")
    for number, row in enumerate(found["bins"], 1):
        print(f"{number:>5}{row['count']:>8}{row['confidence']:>12.3f}{row['right']:>8.3f}")
    able = "-" if found["auroc"] is None else f"{found['auroc']:.3f}"
    print(f"  expected calibration error {found['ece']:.3f}, AUROC {able}, Brier {found['brier']:.4f}")


def numbers(text: str) -> list[int]:
    """`1,2,3` as numbers."""
    return [int(part) for part in text.split(",")]


def main() -> int:
    """Fit if asked to, then print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit-seeds", default="1,2,3")
    parser.add_argument("--seeds", default="4,5,6", help="of mails that the weights were not fitted on")
    parser.add_argument("--mails", type=int, default=800, help="of each seed and side")
    parser.add_argument("--fit", action="store_true", help=f"fit the weights anew, store them in {WEIGHTS.relative_to(ROOT)} and end")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    seeds, told = numbers(arguments.seeds), numbers(arguments.fit_seeds)
    with multiprocessing.Pool(arguments.processes) as pool:
        first = generated(told, arguments.mails, Side.OPEN, pool)
        if arguments.fit:
            command = f"bench/calibration.py --fit --fit-seeds {arguments.fit_seeds} --mails {arguments.mails}"
            write_weights(fitted(first), command, first)
            return 0
        sets = {
            f"open frames, seeds {arguments.fit_seeds} (fitted on these)": first,
            f"open frames, seeds {arguments.seeds}": generated(seeds, arguments.mails, Side.OPEN, pool),
            f"held-out frames, seeds {arguments.seeds}": generated(seeds, arguments.mails, Side.HELD_OUT, pool),
        }
    found = {name: figures(items) for name, items in (sets | {"tests/accuracy/blind": blind()}).items()}
    if arguments.json:
        print(json.dumps(found))
        return 0
    for name, result in found.items():
        report(name, result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
