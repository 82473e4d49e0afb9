"""People's words as tables for a terminal, and what waits for a review."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pipeline import clock
from pipeline.settings import Settings
from pipeline.tables import moment, quoted, table
from requisitions.corrections import WordKind, said
from requisitions.versions import Change, FlagRow, Requisition
from requisitions.words import Review
from store import reading
from store.archive import Archive
from store.snapshot import open_snapshot, read_meta
from store.words import ToldWord, WordState, told_words

WEEKS = 4
"""How far back `review list` looks without `--all`."""
A_DAY = timedelta(days=1)
"""A mail may be dated a little ahead of us."""
WORDS_HEADER = ("number", "said at", "by", "kind", "mail", "demand", "said", "state", "requisition", "note")
REVIEWS_HEADER = ("id", "stated at", "review", "requisition", "what", "change", "effect", "before", "after", "quote", "by", "note")
GONE = {WordState.LAPSED: "no longer applies", WordState.WAITING: "waits for the next run"}

Row = tuple[str, ...]


def corrections_table(settings: Settings, *, everything: bool) -> Iterator[str]:
    """What people said of links and readings: what holds and what no longer applies, or all."""
    zone = ZoneInfo(settings.reports.timezone)
    told = [one for one in _told(settings) if one.entered.word.kind is not WordKind.REVIEW]
    shown = [one for one in told if everything or one.state not in {WordState.REPLACED, WordState.UNDO}]
    return table([WORDS_HEADER, *(_word(one, zone) for one in shown)])


def _told(settings: Settings) -> list[ToldWord]:
    """Every word: as the snapshot has it, or waiting for the run that folds it in."""
    with open_snapshot(settings.store.path) as connection:
        told = told_words(connection)
        known = read_meta(connection).through
    with Archive.open(settings.archive.path, create=False) as archive:
        new = archive.corrections.between(known, archive.last_seq())
    return [*told, *(ToldWord(one, said(one.word), WordState.WAITING, None) for one in new)]


def _word(one: ToldWord, zone: ZoneInfo) -> Row:
    word = one.entered.word
    return (
        str(one.entered.seq),
        moment(one.entered.at, zone),
        word.by,
        word.kind,
        f"{word.about.sha256[:12]}#{word.about.ordinal + 1}",
        f"{word.category}/{word.key}" if word.category else "",
        one.said,
        GONE.get(one.state, one.state),
        one.requisition_id or "",
        word.note or "",
    )


def reviews_table(settings: Settings, *, everything: bool) -> Iterator[str]:
    """The changes and flags of the last weeks that wait for a review, or all; and reviews whose change is not there any more."""
    zone = ZoneInfo(settings.reports.timezone)
    now = clock.now()
    since = None if everything else now - timedelta(weeks=WEEKS)
    told = [one for one in _told(settings) if one.entered.word.kind is WordKind.REVIEW]
    with open_snapshot(settings.store.path) as connection:
        wanted = None if since is None else reading.touched_between(connection, since, now + A_DAY)
        found = reading.requisitions(connection, wanted)
    verdicts = {one.entered.word.reviewed: one for one in told if one.state is WordState.HOLDS}
    rows = [(at, row) for requisition in found for at, row in _reviewables(requisition, zone) if since is None or at >= since]
    shown = [row for _, row in sorted(rows, key=lambda pair: pair[0], reverse=True) if everything or row[2] == Review.OPEN]
    others = (_other(one, zone) for one in told if one.state in GONE)
    return table([REVIEWS_HEADER, *_with_people(shown, verdicts), *others])


def _reviewables(requisition: Requisition, zone: ZoneInfo) -> Iterator[tuple[datetime, Row]]:
    name = requisition.reference or requisition.requisition_id
    for change in requisition.history.changes:
        yield max(change.stated_at, change.known_at), _change(change, name, zone)
    stated = {mail.sha256: mail.stated_at for mail in requisition.mails}
    for flag in requisition.flags:
        yield flag.known_at, _flag(flag, name, moment(stated.get(flag.sha256), zone))


def _change(change: Change, name: str, zone: ZoneInfo) -> Row:
    quote = "no longer mentioned" if change.implied else quoted(change.evidence)
    what = f"{change.category}/{change.key}"
    value = (change.before or "", change.after or "")
    return (change.change_id, moment(change.stated_at, zone), change.review, name, what, change.change, change.effect, *value, quote)


def _flag(row: FlagRow, name: str, stated_at: str) -> Row:
    return (row.flag_id, stated_at, row.review, name, row.flag.rule, "flag", "", "", "", quoted(row.flag.evidence))


def _with_people(rows: Iterable[Row], verdicts: dict[str | None, ToldWord]) -> Iterator[Row]:
    for row in rows:
        word = verdicts[row[0]].entered.word if row[0] in verdicts else None
        yield (*row, "" if word is None else word.by, "" if word is None else word.note or "")


def _other(one: ToldWord, zone: ZoneInfo) -> Row:
    word = one.entered.word
    what: Sequence[str] = (f"{word.category}/{word.key}" if word.category else word.key or "", "", "", "", "")
    state = f"{one.said}, {GONE[one.state]}"
    return (word.reviewed or "", moment(one.entered.at, zone), state, one.requisition_id or "", *what, "", word.by, word.note or "")
