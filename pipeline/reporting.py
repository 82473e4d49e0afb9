"""The weekly report: what it is made from, and in which formats it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pipeline import clock
from pipeline.logs import LOGGER
from pipeline.publishing import put
from pipeline.settings import Settings
from reports.errors import ReportError
from reports.weeks import IsoWeek, week_of

if TYPE_CHECKING:
    from reports.page import Page
    from reports.records import WeeklyReport
    from requisitions.messages import Message

ONE_DAY = timedelta(days=1)
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


def file_name(language: str, suffix: str) -> str:
    """What the report of a week is called in its folder."""
    return f"week.{language}.{suffix}"


def write_missing(settings: Settings) -> Written:
    """Write what is not there yet of the last complete week, in the language and the formats of the configuration.

    What cannot be made on this machine is said, and tried again with the next run.
    """
    from reports.documents import SUFFIXES

    week, language, output = last_complete_week(settings), settings.reports.language, settings.reports.output
    folder = output / str(week)
    missing = [name for name in settings.reports.formats if not (folder / file_name(language, SUFFIXES[name])).exists()]
    done = write(settings, week, language, missing, output) if missing else Written((), ())
    for fault in done.faults:
        LOGGER.error("%s", fault)
    return done


def write(settings: Settings, week: IsoWeek, language: str, formats: Sequence[str], output: Path) -> Written:
    """Write a week in some formats and point `latest` to the newest week; the same week and snapshot give the same bytes.

    Raises:
        SnapshotMissing: no run published yet.
        ReportError: none of the formats could be written.
    """
    from reports.documents import SUFFIXES, document

    page = page_of_week(settings, read_week(settings, week), language)
    made: dict[str, bytes] = {}
    faults: list[str] = []
    for name in formats:
        try:
            made[file_name(language, SUFFIXES[name])] = document(page, name)
        except ReportError as error:
            faults.append(str(error))
    if faults and not made:
        raise ReportError("; ".join(faults))
    return Written(put(output, str(week), made), tuple(faults))


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
    from extract.fingerprint import EXTRACTOR_VERSION
    from pipeline.quoting import quoted_messages
    from pipeline.refolding import with_watch
    from pipeline.settling import with_risk
    from reports.weekly import build_report
    from store import reading
    from store.snapshot import open_snapshot, read_meta
    from store.words import WordState, told_words

    start, end = week.bounds(ZoneInfo(settings.reports.timezone))
    with open_snapshot(settings.store.path) as connection:
        # a fault of a source belongs to the week in which it was met, that of a mail to the week of the mail
        problems = reading.problems_between(connection, start - ONE_DAY, ALWAYS)
        report = build_report(
            with_risk(connection, with_watch(reading.requisitions(connection), settings.reports.watch), end, settings.risk),
            [problem for problem, at in problems if problem.sha256 or start <= at < end],
            week=week,
            timezone=settings.reports.timezone,
            extractor=str(EXTRACTOR_VERSION),
            # a mail may be archived long after its week, but hardly before it was written
            mails_seen=reading.mails_between(connection, start - ONE_DAY, ALWAYS),
            data_cut=read_meta(connection).as_of,
            lapsed=[one.entered for one in told_words(connection) if one.state is WordState.LAPSED],
        )
    return Week(report, quoted_messages(settings, (place.sha256 for place in report.places())))


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
