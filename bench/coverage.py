"""What the vocabulary covers of labelled mails, and how often it finds a demand where there is none.

usage: python bench/coverage.py [--cases DIR ...] [--seeds 1,2] [--mails 600]

Coverage is the share of the gold's demands of which the vocabulary has a key, by category. A false hit is a mail of noise (a person's
profile, a newsletter, a greeting …: all that the generator writes on open frames and that states no seat) in which a term of the
vocabulary was read as a demand.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.mailgen.frames import Side
from bench.mailgen.judging import PARTIES, SETTINGS
from bench.mailgen.world import story
from extract.reading import read_message
from extract.vocabulary.entries import load_vocabulary
from extract.vocabulary.listing import SECTIONS
from ingest.parsing import parse_message
from requisitions.messages import Problem, RawMessage
from requisitions.words import Category, Kind

BLIND = Path(__file__).resolve().parent.parent / "tests" / "accuracy" / "blind"


def coverage(folders: list[Path]) -> dict[Category, tuple[int, int]]:
    """Demands with a key that the vocabulary has, and all demands, by category."""
    vocabulary = load_vocabulary()
    known: Counter[Category] = Counter()
    every: Counter[Category] = Counter()
    for path in (gold for folder in folders for gold in sorted(folder.glob("*/gold.json"))):
        for mail in json.loads(path.read_text(encoding="utf-8"))["messages"]:
            for demand in (demand for statement in mail.get("statements", ()) for demand in statement["requirements"]):
                category = Category(demand["category"])
                every[category] += 1
                known[category] += any(vocabulary.entry(category, key) for key in demand["keys"])
    return {category: (known[category], every[category]) for category in SECTIONS if every[category]}


def false_hits(seeds: list[int], mails: int) -> tuple[int, int]:
    """Mails of noise in which a term of the vocabulary is a demand, and all mails of noise, of each seed's first so many mails."""
    wrong = noise = 0
    for seed in seeds:
        number = told = 0
        while told < mails:
            case = story(seed, number, Side.OPEN)
            number, told = number + 1, told + len(case.mails)
            for mail in case.mails:
                if mail.truth.kind not in {Kind.OTHER, Kind.CANDIDATE}:
                    continue
                message = parse_message(RawMessage("mailgen", mail.message_id, mail.raw))
                if isinstance(message, Problem):
                    continue
                noise += 1
                read = [demand for statement in read_message(message, SETTINGS, PARTIES).statements for demand in statement.requirements]
                wrong += any(demand.category in SECTIONS and not demand.open_class for demand in read)
    return wrong, noise


def main() -> int:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, nargs="+", default=[BLIND])
    parser.add_argument("--seeds", type=lambda text: [int(seed) for seed in text.split(",")], default=[1, 2])
    parser.add_argument("--mails", type=int, default=600)
    asked = parser.parse_args()
    for category, (known, every) in coverage(asked.cases).items():
        print(f"{category:14} {known:4} of {every:4} demands known  {known / every:.3f}")
    wrong, noise = false_hits(asked.seeds, asked.mails)
    print(f"false hits in {wrong} of {noise} mails of noise: {20 * wrong / noise if noise else 0:.2f} in 20")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
