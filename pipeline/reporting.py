"""The weekly report: what it is made from, and in which formats it is written."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pipeline import clock
from pipeline.logs import LOGGER
from pipeline.publishing import put
from pipeline.settings import Settings
from reports.errors import ReportError
from reports.weeks import IsoWeek, parse_week, week_of

if TYPE_CHECKING:
    from pipeline.cuts import Cut
    from pipeline.newsworthy import Newsworthy
    from reports.page import Page
    from reports.records import Reread, WeeklyReport
    from requisitions.corrections import Entered
    from requisitions.messages import Message, Problem
    from requisitions.trends import Trends
    from requisitions.versions import Mail, Requisition

ONE_DAY = timedelta(days=1)
MOST_MISSED = 13
"""Weeks that are made up for at most: a quarter."""
ALWAYS = datetime(9000, 1, 1, tzinfo=UTC)


def last_complete_week(settings: Settings) -> IsoWeek:
    """The week before this one, in the time zone of the reports."""
    return week_of(clock.now(), ZoneInfo(settings.reports.timezone)).previous()


@dataclass(frozen=True, slots=True)
class Week:
    """A week's report with the mails that it quotes: whatever language it is written in."""

    report: "WeeklyReport"
    messages: "Mapping[str, Message]"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and sentences about what could not be."""

    paths: tuple[Path, ...]
    faults: tuple[str, ...]


def file_name(language: str, suffix: str, cut: "Cut | None" = None) -> str:
    """What the report of a week, or somebody's part of it, is called in its folder."""
    return f"week.{language}.{suffix}" if cut is None else f"week.{cut.slug}.{language}.{suffix}"


def write_missing(settings: Settings) -> Written:
    """Write what is not there yet of the last complete week and of weeks missed before it, as the configuration says.

    What cannot be made on this machine is said, and tried again with the next run.
    """
    from reports.documents import SUFFIXES

    language, output = settings.reports.language, settings.reports.output
    paths: list[Path] = []
    faults: list[str] = []
    for week in missed_weeks(settings):
        folder = output / str(week)
        missing = [name for name in settings.reports.formats if not (folder / file_name(language, SUFFIXES[name])).exists()]
        if missing:
            done = write(settings, week, language, missing, output)
            paths += done.paths
            faults += done.faults
    for fault in dict.fromkeys(faults):
        LOGGER.error("%s", fault)
    return Written(tuple(paths), tuple(faults))


def missed_weeks(settings: Settings) -> list[IsoWeek]:
    """The weeks that are over since the newest one with a folder, the earliest first; the last complete one in any case.

    A folder that was emptied by hand is a week that nobody wants; where there is none at all, nothing was missed yet.
    """
    output, last = settings.reports.output, last_complete_week(settings)
    folders = (_week_of_folder(name) for name in (output.iterdir() if output.is_dir() else ()))
    known = {week for week in folders if week is not None and week < last}
    weeks = [last]
    while known and len(weeks) < MOST_MISSED and (earlier := weeks[0].previous()) > max(known):
        weeks.insert(0, earlier)
    return weeks


def _week_of_folder(folder: Path) -> IsoWeek | None:
    try:
        return parse_week(folder.name) if folder.is_dir() and not folder.is_symlink() else None
    except ValueError:
        return None


def write(settings: Settings, week: IsoWeek, language: str, formats: Sequence[str], output: Path, *, owner: str | None = None) -> Written:
    """Write a week in some formats and point `latest` to the newest week; the same week and snapshot give the same bytes.

    `owner` names whose part is written instead of the whole, as `cuts.cuts` understands it.

    Raises:
        SnapshotMissing: no run published yet.
        ReportError: none of the formats could be written.
        CutError: there is no such owner.
    """
    from pipeline.cuts import cuts
    from reports.documents import SUFFIXES, document

    made: dict[str, bytes] = {}
    faults: dict[str, None] = {}
    with _uncollected():
        material = read_material(settings, week)
        wanted: Sequence[Cut | None] = [None] if owner is None else cuts(owner, settings, material.requisitions, material.end)
        for cut in wanted:
            page = page_of_week(settings, material.of(cut), language)
            for name in formats:
                try:
                    made[file_name(language, SUFFIXES[name], cut)] = document(page, name)
                except ReportError as error:
                    faults[str(error)] = None
    if faults and not made:
        raise ReportError("; ".join(faults))
    return Written(put(output, str(week), made), tuple(faults))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: records have none, and it would go through hundreds of thousands of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def page_of_week(settings: Settings, week: Week, language: str) -> "Page":
    """What every format of a week is written from, in one language."""
    from reports.html import page_of

    return page_of(
        week.report,
        language,
        mail_link=settings.reports.mail_link,
        messages=week.messages,
        labels=vocabulary_labels(settings.extract.vocabulary, language),
        address=settings.reports.address,
    )


def read_week(settings: Settings, week: IsoWeek) -> Week:
    """The report of a week from the snapshot, and the mails that it quotes from the archive.

    Raises:
        SnapshotMissing: no run published yet.
    """
    return read_material(settings, week).of(None)


@dataclass(frozen=True, slots=True)
class Material:
    """What the reports of a week are made from: the whole one, and those cut for one person or team."""

    settings: Settings
    week: IsoWeek
    requisitions: "Sequence[Requisition]"
    problems: "Sequence[Problem]"
    mails: "Sequence[Mail]"
    data_cut: datetime | None
    lapsed: "Sequence[Entered]"
    trends: "Trends"
    reread: "Sequence[Reread]"
    looked_at: "Newsworthy"
    """Which of all these are, and how many are not."""

    @property
    def end(self) -> datetime:
        """The end of the week, which is a report's now."""
        return self.week.bounds(ZoneInfo(self.settings.reports.timezone))[1]

    def of(self, cut: "Cut | None") -> Week:
        """The report of all seats, or of those that are somebody's; then mails of no seat and words on others' seats are left out."""
        if cut is None:
            return self._built(self.requisitions, self.mails, self.lapsed, None)
        mine = [replace(one, followed=True) for one in self.requisitions if cut.holds(one)]
        hashes = {mail.sha256 for one in mine for mail in one.mails}
        words = [one for one in self.lapsed if one.word.about.sha256 in hashes]
        return self._built(mine, [mail for mail in self.mails if mail.sha256 in hashes], words, cut.name)

    def _built(
        self, requisitions: "Sequence[Requisition]", mails: "Sequence[Mail]", lapsed: "Sequence[Entered]", owner: str | None
    ) -> Week:
        from extract.fingerprint import EXTRACTOR_VERSION
        from pipeline.quoting import quoted_messages
        from pipeline.refolding import watched
        from reports.weekly import Inputs, build_report

        report = build_report(
            Inputs(
                requisitions,
                self.problems,
                week=self.week,
                timezone=self.settings.reports.timezone,
                extractor=str(EXTRACTOR_VERSION),
                mails_seen=mails,
                data_cut=self.data_cut,
                lapsed=lapsed,
                trends=self.trends,
                watched=watched(requisitions, self.settings.reports.watch),
                owner=owner,
                reread=self.reread,
                aside=0 if owner else self.looked_at.aside,
                dormant=0 if owner else self.looked_at.dormant,
                silent_days=self.settings.reports.silent_days,
            )
        )
        return Week(report, quoted_messages(self.settings, (place.sha256 for place in report.places())))


def read_material(settings: Settings, week: IsoWeek) -> Material:
    """All that the snapshot knows for the reports of a week.

    Raises:
        SnapshotMissing: no run published yet.
    """
    from pipeline.newsworthy import Span, newsworthy
    from pipeline.refolding import with_watch
    from pipeline.settling import with_risk
    from reports.market import seats_from
    from store import reading
    from store.riskstories import seat_stories
    from store.snapshot import open_snapshot, read_meta
    from store.trends import trends
    from store.words import WordState, told_words

    reports = settings.reports
    zone = ZoneInfo(reports.timezone)
    span = Span(week.previous().bounds(zone)[0], *week.bounds(zone))
    start, end = span.start, span.end
    with open_snapshot(settings.store.path) as connection:
        # a fault of a source belongs to the week in which it was met, that of a mail to the week of the mail
        problems = reading.problems_between(connection, start - ONE_DAY, ALWAYS)
        stories = seat_stories(connection, end)
        found = newsworthy(connection, stories, span, reports.watch)
        requisitions = with_watch(reading.requisitions(connection, found.ids), reports.watch)
        return Material(
            settings=settings,
            week=week,
            requisitions=with_risk(connection, requisitions, end, settings.risk, stories),
            problems=[problem for problem, at in problems if problem.sha256 or start <= at < end],
            # a mail may be archived long after its week, but hardly before it was written
            mails=reading.mails_between(connection, start - ONE_DAY, ALWAYS, stated_before=end),
            data_cut=read_meta(connection).as_of,
            lapsed=[one.entered for one in told_words(connection) if one.state is WordState.LAPSED],
            trends=trends(connection, seats_from(week, reports.timezone), end),
            reread=_reread(settings, start, end),
            looked_at=found,
        )


def _reread(settings: Settings, start: datetime, end: datetime) -> "list[Reread]":
    """The times in the week at which history was read again; none where the snapshot is read without its archive."""
    from reports.records import Reread
    from store.archive import Archive
    from store.errors import ArchiveError

    try:
        with Archive.open(settings.archive.path, create=False) as archive:
            return [Reread(one.came, one.went, one.lost) for one in archive.rereadings.between(start, end)]
    except ArchiveError:
        return []


def vocabulary_labels(files: Sequence[Path], language: str) -> dict[tuple[str, str], str]:
    """What the vocabulary calls its keys in a language, by category and key: a report knows no vocabulary.

    Raises:
        VocabularyError: one of a company's own files cannot be used.
    """
    from extract.vocabulary.entries import load_vocabulary

    entries = load_vocabulary(files).entries.values()
    return {(entry.category, entry.key): entry.label_ja if language == "ja" else _in_english(entry.label, entry.key) for entry in entries}


def _in_english(label: str, key: str) -> str:
    """A label for an English page: its key in words where things are called by Japanese names only (軽技Web → Karuwaza web)."""
    from reports.phrases import is_japanese

    words = key.replace("-", " ")
    return words[:1].upper() + words[1:] if is_japanese(label) else label
