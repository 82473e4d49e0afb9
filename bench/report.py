"""Say how long the weekly report takes over a store of so many versions, and what it weighs.

usage: python bench/report.py [--versions 100000] [--seed 1] [--lang ja] [--format html] [--keep DIR] [--json]

The seats are those of a generated year (bench/worlds.py), folded by our rules and put straight into a snapshot; no mail is read. One
in five is followed. The report of week 2026-W47 is written by the program in a process of its own, as a person would write it.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.site import requisition, settings_in, store
from bench.worlds import world
from requisitions.versions import Requisition

ROOT = Path(__file__).resolve().parent.parent
WEEK, NIGHT = "2026-W47", "2026-11-24T02:00:00+09:00"
VERSIONS_A_SEAT = 3.28
FOLLOWED = 5
"""One seat in so many."""


def seats_of(seed: int, versions: int) -> Iterator[Requisition]:
    """The seats of a year that make about so many versions."""
    for number, seat in enumerate(world(seed, max(8, round(versions / VERSIONS_A_SEAT))).seats):
        yield replace(requisition(seat, number), followed=number % FOLLOWED == 0)


def timed(folder: Path, language: str, formats: str) -> dict[str, Any]:
    """Write the report; seconds on the clock, seconds of a processor, the most memory, and the bytes of each file."""
    argv = [sys.executable, "-m", "pipeline", "report", "--week", WEEK, "--lang", language, "--format", formats]
    environment = {**os.environ, "REQDRIFT_NOW": NIGHT, "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    done = subprocess.run(argv, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "seconds": round(time.perf_counter() - start, 1),
        "cpu_seconds": round(used.ru_utime + used.ru_stime, 1),
        "megabytes": round(used.ru_maxrss / 1024),
        "bytes": {Path(line).suffix[1:]: Path(line).stat().st_size for line in done.stdout.splitlines()},
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the seconds and the sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--versions", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lang", choices=["ja", "en"], default="ja")
    parser.add_argument("--format", dest="formats", default="html")
    parser.add_argument("--keep", type=Path, help="leave the store and the report there")
    parser.add_argument("--json", action="store_true")
    told = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = told.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        settings, seats = settings_in(folder), list(seats_of(told.seed, told.versions))
        store(settings.store.path, seats, as_of=max(mail.known_at for seat in seats for mail in seat.mails))
        versions = sum(len(seat.history.versions) for seat in seats)
        found = {"seats": len(seats), "versions": versions, **timed(folder, told.lang, told.formats)}
    if told.json:
        print(json.dumps(found))
        return 0
    print(f"{found['seats']} seats, {versions} versions")
    print(f"{found['seconds']} s, {found['cpu_seconds']} s of a processor, {found['megabytes']} MB of memory")
    for suffix, size in found["bytes"].items():
        print(f"{suffix:5} {size / 1000:8.0f} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
