"""From the archive to the snapshot: read what is new, link it, fold again what it touches, publish (DECISIONS.md D12)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from extract.fingerprint import fingerprint
from extract.settings import ExtractSettings
from pipeline import crash, logs
from pipeline.comparing import note_rereading
from pipeline.links import link_keys, mail_record, unread_mail
from pipeline.reading import Outcome, read_batch, reading_workers
from pipeline.refolding import refold
from pipeline.relinking import relink
from pipeline.rules import rules_hash
from pipeline.settings import Settings
from pipeline.settling import assess, settle
from pipeline.trials import read_all
from pipeline.workers import Workers
from requisitions.corrections import Entered, WordKind, belonging
from requisitions.messages import Problem
from requisitions.parties import Parties
from store.archive import Archive, Entry, Stretch
from store.errors import SnapshotError
from store.reading import unreadable
from store.rereadings import told_before
from store.riskstories import told_by
from store.snapshot import Connection, Draft, open_snapshot
from store.words import put_reviews, put_words, standing_words
from store.writing import ReadMail, put_mails

AT_ONCE = 1_000
"""Mails of one transaction."""
PUBLISH_EVERY = 5_000
"""Mails of an import after which readers get to see what there is."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What came of the mails that were read."""

    mails: int = 0
    quarantined: frozenset[str] = frozenset()
    """Mails that could not be read, and were not known as such."""
    statements: int = 0
    changes: int = 0
    touched: frozenset[str] = frozenset()
    """Requisitions that gained, lost or re-read a statement."""

    def __add__(self, other: "Derived") -> "Derived":
        return Derived(
            self.mails + other.mails,
            self.quarantined | other.quarantined,
            self.statements + other.statements,
            self.changes + other.changes,
            self.touched | other.touched,
        )


class Finish(Protocol):
    """Writes, in the last transaction, what a publication says of the run itself."""

    def __call__(self, connection: Connection, *, derived: Derived) -> None:
        """Write it."""
        ...


@dataclass(frozen=True, slots=True)
class Derivation:
    """One run's way from the archive to the snapshot."""

    archive: Archive
    settings: Settings
    check: Callable[[], None]
    """Called between two steps; it may raise to stop the run."""

    def catch_up(self, finish: Finish, *, news: bool = False, empty: bool = False) -> Derived:
        """Bring the snapshot up to the archive's end; with nothing new not a byte of it moves.

        Args:
            finish: Called in the last transaction, with what came of all mails.
            news: Publish also when no mail is new.
            empty: Begin from nothing (`rebuild`).
        """
        with self._draft(empty=empty) as draft:
            waiting = self.archive.last_seq() - draft.through
            if waiting < 0:
                # the archive is another one, or an older copy of itself, and it alone is the truth
                return self.catch_up(finish, empty=True)
            news = news or not self._risks_hold(draft)
            if not (waiting or news or empty or draft.starts_over) and self.settings.store.path.exists():
                return Derived()
            mails = self.archive.mails_after(draft.through)
            before = told_before(self.settings.store.path) if draft.starts_over else None
            with reading_workers(mails, *self._told) as workers, logs.stage("reading mails", mails) as advance:
                derived = self._go_on(draft, workers, finish, advance, whole=empty or draft.starts_over)
            note_rereading(self.archive, self.settings, before)
            return derived

    def read_again(self, sha256s: Sequence[str], finish: Finish) -> Derived:
        """Read mails anew that were folded in before, and publish."""
        entries = self.archive.get_many(sha256s)
        with self._draft() as draft:
            if draft.starts_over or not self.settings.store.path.exists():
                return self.catch_up(finish)
            with reading_workers(len(entries), *self._told) as workers:
                derived = self._take(draft, workers, entries, lambda _: None)
            self._publish(draft, derived.touched, partial(finish, derived=derived))
        return derived

    def take_words(self) -> bool:
        """Fold in what people said, and publish; false, and nothing moves, where mails wait too: they are for a run."""
        with self._draft() as draft:
            stretch = self.archive.stretch(draft.through, 1)
            if draft.starts_over or stretch is None or stretch.mails or not self.settings.store.path.exists():
                return False
            with reading_workers(0, *self._told) as workers:
                derived = self._take(draft, workers, (), lambda _: None, through=stretch)
            self._publish(draft, derived.touched, None)
        return True

    def _go_on(self, draft: Draft, workers: Workers, finish: Finish, advance: logs.Advance, *, whole: bool) -> Derived:
        """Fold in and publish until nothing is left; half a history must not replace a whole one."""
        known = self._quarantined() if whole else frozenset()
        derived, done = Derived(), False
        while not done:
            more = self._fold_in(draft, workers, None if whole else PUBLISH_EVERY, advance)
            done = draft.through == self.archive.last_seq()
            derived += replace(more, quarantined=more.quarantined - known)
            self._publish(draft, more.touched, partial(finish, derived=derived) if done else None)
        return derived

    def _quarantined(self) -> frozenset[str]:
        """Mails that could not be read so far; none where the snapshot cannot be asked."""
        try:
            with open_snapshot(self.settings.store.path) as connection:
                return frozenset(mail.sha256 for mail, _ in unreadable(connection))
        except SnapshotError:
            return frozenset()

    def _risks_hold(self, draft: Draft) -> bool:
        """Whether `[risk]` is what the snapshot's risks were told by; a change of it costs no mail a second reading."""
        path = self.settings.store.path
        if draft.starts_over or not path.exists():
            return True
        with open_snapshot(path) as connection:
            return told_by(connection, self.settings.risk)

    @property
    def _told(self) -> tuple[ExtractSettings, Parties]:
        """What reading a mail depends on, beside the mail."""
        return self.settings.extract, self.settings.parties

    def _draft(self, *, empty: bool = False) -> Draft:
        return Draft.begin(self.settings.store.path, fingerprint=f"{fingerprint(*self._told)}-{rules_hash()}", empty=empty)

    def _fold_in(self, draft: Draft, workers: Workers, most: int | None, advance: logs.Advance) -> Derived:
        derived = Derived()
        while (most is None or derived.mails < most) and (stretch := self.archive.stretch(draft.through, AT_ONCE)) is not None:
            derived += self._take(draft, workers, stretch.mails, advance, through=stretch)
        return derived

    def _take(
        self, draft: Draft, workers: Workers, entries: Sequence[Entry], advance: logs.Advance, *, through: Stretch | None = None
    ) -> Derived:
        """Fold some mails in, and what people said meanwhile, all in one transaction."""
        mails = [*self._read(workers, entries, advance)]
        with draft.transaction() as connection:
            derived = fold_in(connection, mails, self.settings, () if through is None else through.words)
            crash.point("deriving")
            if through is not None:
                draft.advance(through.seq, through.known_at)
        return derived

    def _read(self, workers: Workers, entries: Sequence[Entry], advance: logs.Advance) -> Iterator[ReadMail]:
        by_hash = {entry.sha256: entry for entry in entries}
        read = partial(read_batch, *self._told)
        for raw, outcome in read_all([entry.raw for entry in entries], workers, read, self.archive.attempts, self.check):
            yield _record(by_hash[raw.sha256], outcome, self.settings)
            advance(1)

    def _publish(self, draft: Draft, touched: frozenset[str], finish: Callable[[Connection], None] | None) -> None:
        with draft.transaction() as connection:
            settle(connection, touched)
            assess(connection, draft.as_of, self.settings.risk)
            if finish is not None:
                finish(connection)
        with crash.before_rename(self.settings.store.path):
            draft.publish()
        crash.point("after-rename")


def fold_in(connection: Connection, mails: Sequence[ReadMail], settings: Settings, words: Sequence[Entered] = ()) -> Derived:
    """Write mails and people's words, link the statements that they bear on, and fold every touched requisition again."""
    put_mails(connection, mails)
    put_words(connection, words)
    standing = standing_words(connection)
    spoken_of = {one.word.about.statement_id for one in words if one.word.kind is not WordKind.REVIEW}
    touched = relink(connection, [keys for mail in mails for keys in mail.link_keys], belonging(standing), placed=spoken_of)
    changes = refold(connection, touched, settings, standing)
    put_reviews(connection)
    new = {mail.mail.sha256 for mail in mails}
    return Derived(
        mails=len(mails),
        quarantined=frozenset(mail.mail.sha256 for mail in mails if mail.reading is None),
        statements=sum(len(mail.reading.statements) for mail in mails if mail.reading is not None),
        changes=sum(change.sha256 in new for change in changes),
        touched=frozenset(touched),
    )


def _record(entry: Entry, outcome: Outcome, settings: Settings) -> ReadMail:
    parties = settings.parties
    if isinstance(outcome, Problem):
        mail = unread_mail(entry.raw, known_at=entry.known_at, first_import=entry.first_import, parties=parties)
        return ReadMail(mail, None, (outcome,))
    message, reading = outcome.message, outcome.reading
    mail = mail_record(message, reading, source=entry.raw.source, known_at=entry.known_at, first_import=entry.first_import, parties=parties)
    return ReadMail(mail, reading, (), link_keys(message, reading, mail, parties))
