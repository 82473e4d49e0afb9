"""The static site: read from the snapshot in batches, written page by page, and only where a page says something else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pipeline.publishing import alone
from pipeline.reporting import last_complete_week, read_week, vocabulary_labels
from pipeline.settings import Settings
from reports.errors import ReportError
from reports.site_records import CLIENTS, FOLDERS, INDEX, SKILLS, THIS_WEEK, WEEKS, SeatEntry, seat_file

if TYPE_CHECKING:
    from reports.site_lists import Lists
    from reports.values import Labels
    from reports.weeks import IsoWeek
    from requisitions.versions import Requisition
    from store.snapshot import Connection

BATCH = 500
"""Requisitions that are in memory at once."""
MARK = ".reqdrift-site"
"""Stands in every folder that this wrote: no other folder is written into, so no page of somebody else's is taken away."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a site."""

    index: Path
    pages: int
    written: int
    removed: int


@dataclass(slots=True)
class Shelf:
    """A folder of pages that is brought up to date: each page is renamed into its place whole, if it is another than the one there."""

    folder: Path
    written: int = 0
    names: set[str] = field(default_factory=set)

    def put(self, name: str, content: bytes) -> None:
        """Put a page there, unless the same stands there already."""
        self.names.add(name)
        path = self.folder / name
        try:
            if path.read_bytes() == content:
                return
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # no sync: a page that a power cut spoils differs from what the next call compares it with
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(content)
        part.replace(path)
        self.written += 1

    def clear(self) -> int:
        """Take away the pages that were not put there this time, and what a killed call left behind."""
        here = [path for place in ("", *FOLDERS) for pattern in ("*.html", ".*.part") for path in (self.folder / place).glob(pattern)]
        gone = [path for path in here if str(path.relative_to(self.folder)) not in self.names]
        for path in gone:
            path.unlink()
        return len(gone)


def write(settings: Settings, language: str, output: Path) -> Done:
    """Bring the site in `output` up to date, each language in a folder of its own; the same snapshot and week give the same bytes.

    Raises:
        SnapshotMissing: no run published yet.
        ReportError: the folder holds something else, or `[reports] mail_link` may not stand on a page.
    """
    from reports import site_html
    from reports.site_lists import Lists

    site_html.check(language, settings.reports.mail_link)
    week = last_complete_week(settings)
    told = read_week(settings, week)
    labels = vocabulary_labels(settings.extract.vocabulary, language)
    folder = output / language
    output.mkdir(parents=True, exist_ok=True, mode=0o700)
    with alone(output):
        shelf = _shelf(folder)
        entries = list(_seats(settings, shelf, language, labels, week))
        link = settings.reports.mail_link
        shelf.put(THIS_WEEK, site_html.this_week(told.report, language, mail_link=link, messages=told.messages, labels=labels))
        _put_lists(shelf, Lists(entries, told.report, language, labels))
        removed = shelf.clear()
    return Done(folder / INDEX, len(shelf.names), shelf.written, removed)


def _shelf(folder: Path) -> Shelf:
    """The folder of a language, which is ours or has to be new.

    Raises:
        ReportError: it holds something that no site wrote.
    """
    mark = folder / MARK
    if folder.exists() and not mark.exists() and any(folder.iterdir()):
        raise ReportError(f"{folder} holds something else than a site; name another folder with --output")
    folder.mkdir(exist_ok=True, mode=0o700)
    mark.touch(mode=0o600)
    return Shelf(folder)


def _seats(settings: Settings, shelf: Shelf, language: str, labels: "Labels", week: "IsoWeek") -> Iterator[SeatEntry]:
    """Write the page of every requisition, and give what the lists tell of it."""
    from reports import site_html
    from reports.site_seat import SeatPage, entry_of
    from reports.site_story import story_of, whole
    from store import reading
    from store.snapshot import open_snapshot

    zone = ZoneInfo(settings.reports.timezone)
    with open_snapshot(settings.store.path) as connection:
        ids = reading.versioned_ids(connection)
        paged = frozenset(ids)
        for seat in _read(connection, ids, settings.reports.watch):
            seen = whole(seat, zone)
            if seen is None:
                continue
            page = SeatPage(story_of(seen), language, zone=zone, labels=labels, mail_link=settings.reports.mail_link, paged=paged)
            shelf.put(seat_file(seat.requisition_id), site_html.seat(page))
            yield entry_of(page, week, settings.reports.silent_days)


def _read(connection: "Connection", ids: Sequence[str], watch: Sequence[str]) -> "Iterator[Requisition]":
    from pipeline.refolding import with_watch
    from store import reading

    for start in range(0, len(ids), BATCH):
        yield from with_watch(reading.requisitions(connection, ids[start : start + BATCH]), watch)


def _put_lists(shelf: Shelf, lists: "Lists") -> None:
    """Write the pages that list seats, the first one last."""
    from reports import site_html

    for client in lists.clients:
        shelf.put(client.file, site_html.client(lists, client))
    for skill in lists.skills:
        shelf.put(skill.file, site_html.skill(lists, skill))
    for week in lists.weeks:
        shelf.put(week.file, site_html.week(lists, week))
    for name, page in ((CLIENTS, site_html.clients), (SKILLS, site_html.skills), (WEEKS, site_html.weeks), (INDEX, site_html.index)):
        shelf.put(name, page(lists))
