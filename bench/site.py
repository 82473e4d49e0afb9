"""Say how long the static site takes: from nothing, then with nothing new, then after one seat moved.

usage: python bench/site.py [--seats 5000] [--seed 1] [--lang ja] [--keep DIR] [--json]

The seats are those of a generated year (bench/worlds.py), folded by our rules and put straight into a snapshot; no mail is read.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.worlds import Seat, world
from pipeline.configuration import load
from pipeline.settings import Settings
from pipeline.site import Done, write
from requisitions.folding import fold
from requisitions.identity import statement_id
from requisitions.statements import Reading
from requisitions.versions import Link, LinkKeys, Mail, Requisition
from requisitions.words import Kind, LinkRule, Mode, Status
from store import writing
from store.snapshot import Draft
from store.writing import ReadMail

BATCH = 500


def requisition(seat: Seat, number: int) -> Requisition:
    """A seat of a generated world as the store would have it."""
    history = fold(seat.requisition_id, seat.stated)
    versions, changes = history.versions, history.changes
    mails = tuple(one.mail for one in seat.stated)
    return Requisition(
        requisition_id=seat.requisition_id,
        aliases=(f"W-{number:05}",),
        reference=f"W-{number:05}",
        title=seat.title,
        client=seat.client,
        status=versions[-1].status if versions else Status.OPEN,
        followed=False,
        owner=None,
        twin_of=None,
        first_seen_at=mails[0].stated_at,
        last_changed_at=changes[-1].stated_at if changes else None,
        last_confirmed_at=None,
        history=history,
        mails=mails,
        links=tuple(_link(seat.requisition_id, mail) for mail in mails),
        events=tuple(seat.events),
    )


def _link(requisition_id: str, mail: Mail) -> Link:
    own = statement_id(mail.sha256, 0)
    root = own == requisition_id
    return Link(own, requisition_id, None if root else requisition_id, LinkRule.ROOT if root else LinkRule.THREAD, 1.0 if root else 0.9)


def store(path: Path, seats: Iterable[Requisition], *, as_of: datetime, through: int = 1) -> None:
    """Put seats into the snapshot at `path`, each in the place of its earlier state, and publish it."""
    with Draft.begin(path, fingerprint="bench") as draft:
        with draft.transaction() as connection:
            for some in _batches(seats):
                writing.put_mails(connection, [_read(seat, mail) for seat in some for mail in seat.mails])
                writing.put_links(connection, [link for seat in some for link in _links(seat)])
                writing.put_requisitions(connection, some)
            draft.advance(through, as_of)
        draft.publish()


def _batches(seats: Iterable[Requisition]) -> Iterator[list[Requisition]]:
    left = iter(seats)
    while some := list(islice(left, BATCH)):
        yield some


def _links(seat: Requisition) -> list[Link]:
    """Of every mail one: those that the seat has, and of mails that only tell of events."""
    told = {link.statement_id: link for link in seat.links}
    return [told.get(statement_id(mail.sha256, 0)) or _link(seat.requisition_id, mail) for mail in seat.mails]


def _read(seat: Requisition, mail: Mail) -> ReadMail:
    events = tuple(row.event for row in seat.events if row.sha256 == mail.sha256)
    flags = tuple(row.flag for row in seat.flags if row.sha256 == mail.sha256)
    own = statement_id(mail.sha256, 0)
    keys = LinkKeys(own, mail.sha256, 0, mail.stated_at, None, None, None, None, mail.message_id, frozenset({own}), Mode.AMENDMENT, seats=1)
    return ReadMail(mail, Reading(Kind(mail.kind), mail.language, (), events, flags), link_keys=(keys,))


def settings_in(folder: Path) -> Settings:
    """A configuration that keeps everything in a folder."""
    config = folder / "pipeline.toml"
    config.write_text(
        '[store]\npath = "site.duckdb"\n[archive]\npath = "archive"\n[reports]\noutput = "reports"\n'
        '[[sources]]\nname = "none"\ntype = "files"\npath = "mails"\n',
        encoding="utf-8",
    )
    return load(config)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the seconds of each way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seats", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lang", choices=["ja", "en"], default="ja")
    parser.add_argument("--keep", type=Path, help="leave the site there")
    parser.add_argument("--json", action="store_true")
    told = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = settings_in(folder)
        seats = [requisition(seat, number) for number, seat in enumerate(world(told.seed, told.seats).seats)]
        last = max(mail.known_at for seat in seats for mail in seat.mails)
        store(settings.store.path, seats, as_of=last)
        versions = sum(len(seat.history.versions) for seat in seats)
        output = told.keep or folder / "site"
        found = {"first": _timed(settings, told.lang, output), "unchanged": _timed(settings, told.lang, output)}
        store(settings.store.path, [replace(seats[0], title="Another title")], as_of=last + timedelta(hours=1), through=2)
        found["one seat moved"] = _timed(settings, told.lang, output)
        size = sum(path.stat().st_size for path in output.rglob("*.html"))
    if told.json:
        rows = {
            way: {"seconds": wall, "cpu_seconds": cpu, "written": done.written, "pages": done.pages}
            for way, (wall, cpu, done) in found.items()
        }
        print(json.dumps({"seats": len(seats), "versions": versions, "bytes": size, "ways": rows}))
        return 0
    print(f"{len(seats)} seats, {versions} versions, {size / 1e6:.0f} MB")
    for way, (wall, cpu, done) in found.items():
        print(f"{way:15} {wall:6.1f} s, {cpu:6.1f} s of a processor   {done.written:6} of {done.pages} pages written")
    return 0


def _timed(settings: Settings, language: str, output: Path) -> tuple[float, float, Done]:
    """Seconds on the clock, seconds of a processor (the same however busy the machine is), and what was done."""
    start, worked = time.perf_counter(), time.process_time()
    done = write(settings, language, output)
    return round(time.perf_counter() - start, 1), round(time.process_time() - worked, 1), done


if __name__ == "__main__":
    sys.exit(main())
