"""The command line of the generator.

usage: python -m bench.mailgen --seed N --mails M --out DIR [--open | --held-out | --all]
"""

import argparse
import sys
from pathlib import Path

from bench.mailgen.frames import Side
from bench.mailgen.gold import write_case
from bench.mailgen.world import stories


def main() -> int:
    """Write a generated corpus: a folder a story, with its mails and its gold."""
    parser = argparse.ArgumentParser(prog="python -m bench.mailgen", description="Write mails whose truth is known, as a gold corpus.")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--mails", type=int, default=600, help="at least so many mails (default 600)")
    parser.add_argument("--out", type=Path, required=True, help="a folder that does not exist yet, or is empty")
    sides = parser.add_mutually_exclusive_group()
    for side in Side:
        sides.add_argument(f"--{side}", dest="side", action="store_const", const=side)
    parser.set_defaults(side=Side.ALL)
    arguments = parser.parse_args()
    if arguments.out.exists() and any(arguments.out.iterdir()):
        parser.error(f"{arguments.out} is not empty; name a new folder")
    cases = mails = 0
    for case in stories(arguments.seed, arguments.mails, arguments.side):
        write_case(case, arguments.out)
        cases, mails = cases + 1, mails + len(case.mails)
    print(f"{mails} mails in {cases} stories, seed {arguments.seed}, {arguments.side} frames: {arguments.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
