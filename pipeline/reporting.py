"""The weekly pages: what they are made from, and how they get to their place whole or not at all."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pipeline import clock, crash
from pipeline.settings import Settings
from reports.weeks import IsoWeek, week_of

ONE_DAY = timedelta(days=1)
ALWAYS = datetime(9000, 1, 1, tzinfo=UTC)


def last_complete_week(settings: Settings) -> IsoWeek:
    """The week before this one, in the time zone of the reports."""
    return week_of(clock.now(), ZoneInfo(settings.reports.timezone)).previous()


def page_path(output: Path, week: IsoWeek, language: str) -> Path:
    """Where the page of a week lies."""
    return output / str(week) / f"week.{language}.html"


def write_missing(settings: Settings) -> Path | None:
    """Write the page of the last complete week, unless it is there; null then."""
    week, language = last_complete_week(settings), settings.reports.language
    if page_path(settings.reports.output, week, language).exists():
        return None
    return write_page(settings, week, language, settings.reports.output)


def write_page(settings: Settings, week: IsoWeek, language: str, output: Path) -> Path:
    """Write one page and point `latest` to the newest week; the same week and snapshot give the same bytes."""
    content = page(settings, week, language)
    path = page_path(output, week, language)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _put(path, content)
    _point_to_latest(output)
    return path


def page(settings: Settings, week: IsoWeek, language: str) -> str:
    """The page of a week as HTML.

    Raises:
        SnapshotMissing: no run published yet.
    """
    from extract.fingerprint import EXTRACTOR_VERSION
    from pipeline.quoting import quoted_messages
    from pipeline.refolding import with_watch
    from pipeline.settling import with_risk
    from reports.html import render
    from reports.weekly import build_report
    from store import reading
    from store.snapshot import open_snapshot, read_meta

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
        )
    messages = quoted_messages(settings, (place.sha256 for place in report.places()))
    labels = vocabulary_labels(settings.extract.vocabulary, language)
    return render(report, language, mail_link=settings.reports.mail_link, messages=messages, labels=labels)


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


def _put(path: Path, content: str) -> None:
    """Write beside the target, make sure of it, rename: a reader sees the old page or the new one."""
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    crash.point("writing-report")
    part.replace(path)


def _point_to_latest(output: Path) -> None:
    newest = max(folder.name for folder in output.iterdir() if folder.is_dir() and folder.name[:4].isdigit())
    link = output / ".latest.part"
    link.unlink(missing_ok=True)
    link.symlink_to(newest)
    link.replace(output / "latest")
