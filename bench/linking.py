"""Measure linking on generated mails that tempt it: B³ of mails and seats, by statement counts and by trap.

usage: python bench/linking.py [--seeds 1,2,3] [--mails 2000] [--side open|held-out|all] [--misses N] [--json] [--processes 2]

The stories of `bench/mailgen/traps.py` take turns with plain ones and lie on top of each other in time. Every mail is parsed and read
in process, all statements of a seed are linked together, and the requisitions of a mail are compared with the seats that its story
knows it is about, by B-cubed for overlapping groups (Amigó et al. 2009), as the open corpus is scored. Of proposals only those for
one seat count. Beside it: how often two brokers' texts of one seat were folded together, which must never happen.
"""

import argparse
import json
import multiprocessing
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.mailgen.frames import Side
from bench.mailgen.judging import PARTIES, SETTINGS
from bench.mailgen.story import Case
from bench.mailgen.traps import worlds
from extract.reading import read_message
from ingest.parsing import parse_message
from pipeline.links import link_keys, mail_record
from requisitions.linking import link
from requisitions.messages import Problem, RawMessage
from requisitions.versions import LinkKeys

Groups = Mapping[str, frozenset[str]]
"""Mail → the seats, or requisitions, that it belongs to."""

RECEIVED = datetime(2027, 6, 1, tzinfo=UTC)
"""Later than any of the mails was written."""


@dataclass(frozen=True, slots=True)
class Told:
    """A mail with what its story knows of it, and the keys that linking sees."""

    name: str
    subject: str
    kind: str
    must: frozenset[str]
    may: frozenset[str]
    keys: tuple[LinkKeys, ...]


def read(case: Case) -> list[Told]:
    """The mails of a story as the program reads them."""
    found = []
    for mail in case.mails:
        message = parse_message(RawMessage("mailgen", mail.message_id, mail.raw))
        keys: tuple[LinkKeys, ...] = ()
        if not isinstance(message, Problem):
            reading = read_message(message, SETTINGS, PARTIES)
            record = mail_record(message, reading, source="mailgen", known_at=RECEIVED, first_import=False, parties=PARTIES)
            keys = link_keys(message, reading, record, PARTIES)
        stated = frozenset(f"{case.id}/{one.requisition}" for one in mail.truth.statements)
        spoken = frozenset(f"{case.id}/{one}" for one in mail.truth.mentions)
        must = stated | (spoken if len(spoken) == 1 else frozenset())
        found.append(Told(mail.message_id, mail.subject, mail.truth.kind, must, must | spoken, keys))
    return found


def linked(told: Iterable[Told]) -> dict[str, frozenset[str]]:
    """The requisitions of each mail, all statements linked together."""
    told = list(told)
    requisitions = {one.statement_id: one.requisition_id for one in link(keys for mail in told for keys in mail.keys)}
    return {
        mail.name: frozenset(requisitions[keys.statement_id] for keys in mail.keys if keys.statement_id in requisitions) for mail in told
    }


def _by_group(groups: Groups) -> dict[str, set[str]]:
    found = defaultdict(set)
    for mail, ids in groups.items():
        for one in ids:
            found[one].add(mail)
    return found


def bcubed(must: Groups, may: Groups, got: Groups) -> tuple[dict[str, float], list[str]]:
    """Precision, recall and F1, and the mails that stand with the wrong ones or not with all the right ones."""
    mates_got, mates_must = _by_group(got), _by_group(must)
    precisions, recalls, wrong = [], [], []
    for mail, wanted in must.items():
        if not wanted:
            continue
        have = got[mail]
        near = {other for one in have for other in mates_got[one]}
        pairs = [(len(have & got[other]), len(may[other] & may[mail])) for other in near]
        precisions.append(sum(min(c, g) / c for c, g in pairs) / len(pairs) if pairs else 0.0)
        due = {other for one in wanted for other in mates_must[one]}
        owed = [(len(have & got[other]), len(wanted & must[other])) for other in due]
        recalls.append(sum(min(c, g) / g for c, g in owed) / len(owed))
        # a mail itself always shares what it has with itself: only its own seats tell whether it went astray
        if min(precisions[-1], recalls[-1]) < 1:
            wrong.append(mail)
    p, r = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}, wrong


def folded_twins(must: Groups, got: Groups) -> tuple[int, int]:
    """How many seats two brokers offer, and how many of these share a requisition with the other broker's."""
    alone = {mail: next(iter(seats)) for mail, seats in must.items() if len(seats) == 1}
    held = defaultdict(set)
    for mail, seat in alone.items():
        held[seat] |= got[mail]
    twins = [seat for seat in held if seat.endswith("b")]
    return len(twins), sum(bool(held[seat] & held.get(seat.removesuffix("b"), set())) for seat in twins)


def figures(told: list[Told]) -> tuple[dict[str, Any], list[str]]:
    """The figures of one seed, and the mails that linking went wrong with."""
    must, may, got = {one.name: one.must for one in told}, {one.name: one.may for one in told}, linked(told)
    score, wrong = bcubed(must, may, got)
    twins, folded = folded_twins(must, got)
    about = sum(bool(one.must) for one in told)
    row = {"mails": len(told), "about_seats": about, "b3": score, "seats": len(_by_group(must)), "requisitions": len(_by_group(got))}
    return row | {"seats_of_two_brokers": twins, "folded_together": folded, "mails_astray": len(wrong)}, wrong


def of_seed(seed: int, mails: int, side: Side, pool: Pool) -> list[Told]:
    """The mails of a seed's worlds."""
    return [one for told in pool.imap(read, worlds(seed, mails, side), chunksize=2) for one in told]


def main() -> int:
    """Print the figures of each seed and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--mails", type=int, default=2_000, help="of each seed")
    parser.add_argument("--side", type=Side, choices=list(Side), default=Side.OPEN)
    parser.add_argument("--misses", type=int, default=0, help="print so many mails that went astray; of open frames only")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    rows = {}
    with multiprocessing.Pool(arguments.processes) as pool:
        for seed in map(int, arguments.seeds.split(",")):
            told = of_seed(seed, arguments.mails, arguments.side, pool)
            rows[seed], wrong = figures(told)
            if not arguments.json:
                print(f"seed {seed}: {rows[seed]}")
            if arguments.side is Side.OPEN:
                by_name = {one.name: one for one in told}
                for name in wrong[: arguments.misses]:
                    print(f"  {by_name[name].kind:14} {name}  {by_name[name].subject}")
    f1 = [row["b3"]["f1"] for row in rows.values()]
    if arguments.json:
        print(json.dumps({"side": arguments.side, "seeds": rows, "f1_least": min(f1)}, ensure_ascii=False))
    else:
        print(f"{arguments.side} frames: B³ F1 {min(f1):.4f} at least, {sum(f1) / len(f1):.4f} on average")
    return 0


if __name__ == "__main__":
    sys.exit(main())
