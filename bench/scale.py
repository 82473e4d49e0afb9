"""Score the reading on generated mails, open and held-out frames apart.

usage: python bench/scale.py [--seeds 1,2,3] [--mails 600] [--side open|held-out|all ...] [--json] [--misses FILE] [--processes 2]

Every mail is written by `bench/mailgen`, parsed and read in process, and compared by the scorer's rules. Of held-out
frames only figures leave this command: no sentence of theirs is printed, and none goes into the file of misses.
"""

import argparse
import json
import multiprocessing
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.mailgen.frames import Side, load_frames
from bench.mailgen.judging import Verdict, judge
from bench.mailgen.world import story

Task = tuple[int, int, Side]


def work(task: Task) -> list[Verdict]:
    """Tell a story and judge its mails."""
    seed, number, side = task
    case = story(seed, number, side)
    return [judge(mail, case.language) for mail in case.mails]


def verdicts(seeds: list[int], mails: int, side: Side, pool: Pool) -> Iterator[Verdict]:
    """The verdicts on the first stories of each seed that hold at least so many mails."""
    for seed in seeds:
        number = told = 0
        while told < mails:
            batch = [(seed, number + i, side) for i in range(16)]
            number += len(batch)
            for found in pool.imap(work, batch, chunksize=2):
                if told < mails:
                    yield from found
                told += len(found)


def ratio(part: float, whole: float) -> float | None:
    """A share, null of nothing."""
    return round(part / whole, 4) if whole else None


def scores(hit: int, read: int, told: int) -> dict[str, float | int | None]:
    """Precision, recall and F1."""
    return {"precision": ratio(hit, read), "recall": ratio(hit, told), "f1": ratio(2 * hit, read + told), "told": told, "read": read}


def summary(found: list[Verdict]) -> dict[str, Any]:
    """The figures of a set of mails."""

    def total(name: str) -> int:
        return sum(getattr(v, name) for v in found)

    categories: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for verdict in found:
        for name, row in verdict.by_category.items():
            categories[name] = [a + b for a, b in zip(categories[name], row, strict=True)]
    flags = [sum(v.flags[i] for v in found) for i in range(3)]
    read, told = total("read"), total("told")
    return {
        "mails": len(found),
        "kind_accuracy": ratio(total("kind"), len(found)),
        "mode_status_accuracy": ratio(total("pairs_right"), total("pairs")),
        "loose": scores(total("found"), read, told),
        "strict": scores(total("exact"), read, told),
        "offsets_exact": ratio(sum(v.offsets[0] for v in found), sum(v.offsets[1] for v in found)),
        "flags_f1": ratio(2 * flags[0], 2 * flags[0] + flags[1] + flags[2]),
        "reason_accuracy": ratio(sum(v.reasons[0] for v in found), sum(v.reasons[1] for v in found)),
        "stated_by_accuracy": ratio(sum(v.speakers[0] for v in found), sum(v.speakers[1] for v in found)),
        "strict_by_category": {name: scores(row[0], row[2], row[1]) for name, row in sorted(categories.items())},
    }


def frames_of(found: list[Verdict]) -> dict[str, dict[str, float | int | None]]:
    """How each frame fared: recall of its demands, loose and strict, and the share of uses in which nothing else was read."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in found:
        for used in verdict.used:
            rows[used.frame].update(uses=1, told=used.told, found=used.found, exact=used.exact, clean=used.clean)
    return {
        name: {
            "uses": row["uses"],
            "recall": ratio(row["found"], row["told"]),
            "strict_recall": ratio(row["exact"], row["told"]),
            "clean": ratio(row["clean"], row["uses"]),
        }
        for name, row in sorted(rows.items())
    }


def by_use(frames: dict[str, dict[str, Any]], found: list[Verdict]) -> dict[str, Any]:
    """Strict recall and cleanness by what frames are for."""
    uses = {f.id: f.use for language in ("ja", "en") for f in load_frames(language)}
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in found:
        for used in verdict.used:
            rows[uses[used.frame]].update(uses=1, told=used.told, exact=used.exact, clean=used.clean)
    return {
        name: {"uses": row["uses"], "strict_recall": ratio(row["exact"], row["told"]), "clean": ratio(row["clean"], row["uses"])}
        for name, row in sorted(rows.items())
    } | {"frames_used": len(frames)}


def worst(frames: dict[str, dict[str, Any]], count: int = 10, least: int = 3) -> list[tuple[str, float, int]]:
    """The frames with the worst strict recall; of those that state nothing, the least clean."""
    rows = []
    for name, row in frames.items():
        value = row["clean"] if row["strict_recall"] is None else row["strict_recall"]
        if row["uses"] >= least:
            rows.append((name, value, row["uses"]))
    return sorted(rows, key=lambda row: (row[1], -row[2], row[0]))[:count]


def result_of(found: list[Verdict], seconds: float) -> dict[str, Any]:
    """All figures of a side."""
    frames = frames_of(found)
    return {
        **{part: summary([v for v in found if part in {"all", v.language}]) for part in ("all", "ja", "en")},
        "mails_per_second": round(len(found) / seconds),
        "by_use": by_use(frames, found),
        "worst_frames": worst(frames),
        "frames": frames,
    }


def report(side: Side, result: dict[str, Any]) -> None:
    """Print the figures of a side as a table."""
    print(f"\n{side} frames: {result['mails_per_second']} mails/s, {result['by_use']['frames_used']} frames used")
    print(f"{'':22}{'all':>9}{'ja':>9}{'en':>9}")
    for name in (
        "mails",
        "kind_accuracy",
        "mode_status_accuracy",
        "loose",
        "strict",
        "offsets_exact",
        "flags_f1",
        "reason_accuracy",
        "stated_by_accuracy",
    ):
        cells = [result[part][name]["f1"] if name in {"loose", "strict"} else result[part][name] for part in ("all", "ja", "en")]
        print(f"{name + (' f1' if name in {'loose', 'strict'} else ''):22}" + "".join(f"{'-' if c is None else c:>9}" for c in cells))
    for use, row in result["by_use"].items():
        if isinstance(row, dict):
            print(f"  {use:20} strict recall {row['strict_recall']}, nothing else read in {row['clean']} of {row['uses']} uses")
    print("  worst frames (strict recall, or share of uses in which nothing was read):")
    for name, value, uses in result["worst_frames"]:
        print(f"    {name:28} {value:.3f} of {uses}")


def write_misses(path: Path, found: list[Verdict]) -> None:
    """Every miss in an open frame, one JSON object a line."""
    open_ids = {f.id for language in ("ja", "en") for f in load_frames(language, Side.OPEN)} | {"title", "mail"}
    with path.open("w", encoding="utf-8") as out:
        for verdict in found:
            for miss in verdict.misses:
                if miss.frame in open_ids:
                    row = {
                        "language": verdict.language,
                        "frame": miss.frame,
                        "what": miss.what,
                        "expected": miss.expected,
                        "got": miss.got,
                        "text": miss.text,
                    }
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> int:
    """Score each side and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--mails", type=int, default=600, help="of each seed and side")
    parser.add_argument("--side", action="append", type=Side, choices=list(Side))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", type=Path, help="write the misses in open frames there, one JSON object a line")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    seeds, results, every = [int(s) for s in arguments.seeds.split(",")], {}, []
    with multiprocessing.Pool(arguments.processes) as pool:
        for side in arguments.side or [Side.OPEN, Side.HELD_OUT]:
            started = time.perf_counter()
            found = list(verdicts(seeds, arguments.mails, side, pool))
            results[side.value] = result_of(found, time.perf_counter() - started)
            every += found if side is Side.OPEN else []
            if not arguments.json:
                report(side, results[side.value])
    if arguments.misses:
        write_misses(arguments.misses, every)
    if arguments.json:
        print(json.dumps({"seeds": seeds, "mails": arguments.mails, "sides": results}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
