"""People's words as they are kept: in the archive's one sequence, and in the snapshot with what became of them (DECISIONS.md D9, D14)."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from requisitions.corrections import Cited, Entered, Word, WordKind
from requisitions.identity import statement_id
from requisitions.versions import Corrected
from requisitions.words import Review
from store import archive_file
from store.archive import Archive
from store.archive_file import MIGRATIONS
from store.bulk import Connection, select
from store.errors import ArchiveError
from store.reading import requisitions
from store.words import WordState, all_words, put_reviews, put_words, reviewable, standing_words, told_words
from store.writing import put_links, put_mails, put_requisitions
from tests.store_fixtures import FLAG, MONDAY, arrival, change, mail, read_mail, requirement, requisition, root, statement, version

FIRST, LATER = mail("a1"), mail("b2", days=1)
SEAT = statement_id(FIRST.sha256, 0)
ABOUT, OTHER = Cited(FIRST.sha256, 0), Cited(LATER.sha256, 0)
NOWHERE = Cited("ee" * 32, 0)


def word(kind: WordKind = WordKind.UNLINK, about: Cited = ABOUT, **more: Any) -> Word:
    return Word(kind=kind, about=about, by="佐藤", **more)


EVERY_FIELD = word(
    WordKind.CORRECT,
    note="電話で確認\n二行目",
    undo=True,
    other=OTHER,
    category="skill",
    key="java",
    drop=True,
    put=(("max", None), ("min", 0.1 + 0.2), ("text", "N2,N3")),
    reviewed="c1",
    verdict=Review.DISMISSED,
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive") as opened:
        yield opened


class TestArchive:
    def test_words_and_mails_are_entries_of_one_sequence(self, archive: Archive) -> None:
        archive.store_batch([arrival("one")], known_at=MONDAY)
        (entered,) = archive.corrections.enter([word()], at=MONDAY + timedelta(hours=1))
        archive.store_batch([arrival("two")], known_at=MONDAY + timedelta(hours=2))
        assert (entered.seq, archive.last_seq(), archive.mails_after(0), archive.mails_after(1)) == (2, 3, 2, 1)
        assert [entry.seq for entry in archive.entries(0)] == [1, 3], "a word is no mail"

    def test_a_word_comes_back_whole(self, archive: Archive) -> None:
        entered = archive.corrections.enter([EVERY_FIELD, word()], at=MONDAY)
        assert archive.corrections.all() == entered
        assert [one.word for one in entered] == [EVERY_FIELD, word()]
        assert archive.corrections.between(0, 1) == entered[:1]
        assert archive.corrections.between(1, 2) == entered[1:]

    def test_a_stretch_has_the_words_between_its_mails(self, archive: Archive) -> None:
        archive.store_batch([arrival("one"), arrival("two")], known_at=MONDAY)
        archive.corrections.enter([word()], at=MONDAY + timedelta(hours=1))
        archive.store_batch([arrival("three")], known_at=MONDAY + timedelta(hours=2))
        archive.corrections.enter([word(), word()], at=MONDAY + timedelta(hours=3))
        whole = archive.stretch(0)
        assert whole is not None
        assert ([one.seq for one in whole.mails], [one.seq for one in whole.words], whole.seq) == ([1, 2, 4], [3], 4)
        end = archive.stretch(4)
        assert end is not None
        assert (end.mails, [one.seq for one in end.words], end.seq, end.known_at) == ((), [5, 6], 6, MONDAY + timedelta(hours=3))
        assert archive.stretch(6) is None

    def test_a_stretch_that_ends_early_leaves_the_words_after_it(self, archive: Archive) -> None:
        archive.store_batch([arrival("one")], known_at=MONDAY)
        archive.corrections.enter([word()], at=MONDAY)
        archive.store_batch([arrival("two")], known_at=MONDAY)
        first = archive.stretch(0, 1)
        assert first is not None
        assert (first.seq, first.words) == (1, ())
        second = archive.stretch(1, 1)
        assert second is not None
        assert (second.seq, [one.seq for one in second.words]) == (3, [2])

    def test_nobody_changes_a_word(self, archive: Archive) -> None:
        archive.corrections.enter([word()], at=MONDAY)
        with pytest.raises(ArchiveError, match="never changed"), archive._file.transaction() as connection:
            connection.execute("UPDATE entries SET payload = '{}'")
        assert [one.word for one in archive.corrections.all()] == [word()]

    def test_all_words_of_one_call_are_kept_or_none(self, archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
        from store import corrections

        packed = iter(['{"kind": "unlink"}', "no object"])
        monkeypatch.setattr(corrections, "pack_word", lambda _: next(packed))
        with pytest.raises(ArchiveError, match="JSON object"):
            archive.corrections.enter([word(), word()], at=MONDAY)
        assert archive.last_seq() == 0

    def test_an_archive_that_knew_no_words_is_brought_up_to_date(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "sql").mkdir()
        shutil.copy(MIGRATIONS / "0001_entries.sql", tmp_path / "sql")
        with monkeypatch.context() as patch:
            patch.setattr(archive_file, "MIGRATIONS", tmp_path / "sql")
            with Archive.open(tmp_path / "old") as old:
                old.store_batch([arrival("one")], known_at=MONDAY)
        with Archive.open(tmp_path / "old") as opened:
            opened.corrections.enter([word()], at=MONDAY)
            assert (opened.last_seq(), opened.mails_after(0)) == (2, 1)
            with pytest.raises(ArchiveError, match="never changed"), opened._file.transaction() as connection:
                connection.execute("UPDATE entries SET payload = '{}' WHERE seq = 2")


def entered(*words: Word) -> list[Entered]:
    return [Entered(seq, MONDAY + timedelta(hours=seq), one) for seq, one in enumerate(words, 1)]


@pytest.fixture
def seat(draft: Connection) -> Connection:
    """A seat of two mails with one change and one flag; a demand of it stands by the first word."""
    put_mails(draft, [read_mail(FIRST, statement(requirement()), flags=(FLAG,)), read_mail(LATER, statement(requirement(min=5.0)))])
    put_links(draft, [root(FIRST), replace(root(LATER), requisition_id=SEAT, parent_statement_id=SEAT)])
    later = replace(version(LATER, 2, requirement(min=5.0), requisition_id=SEAT), statement_id=statement_id(LATER.sha256, 0))
    told = requisition(FIRST, version(FIRST, 1, requirement()), later, changes=(change(LATER, 2, SEAT),))
    corrected = Corrected(1, FIRST.sha256, "skill", "java", 10, 19, "佐藤", None, MONDAY)
    put_requisitions(draft, [replace(told, history=replace(told.history, corrected=(corrected,)))])
    return draft


CHANGE = change(LATER, 2, SEAT).change_id
JAVA = word(WordKind.CORRECT, category="skill", key="java", put=(("min", 3.0),))


def review(verdict: Review = Review.CONFIRMED, reviewed: str = CHANGE, **more: Any) -> Word:
    return word(WordKind.REVIEW, OTHER, reviewed=reviewed, verdict=verdict, **more)


def states(connection: Connection) -> list[str]:
    return [row["state"] for row in select(connection, "SELECT state FROM corrections ORDER BY correction_id")]


class TestSnapshot:
    def test_words_come_back_in_the_order_in_which_they_were_said(self, draft: Connection) -> None:
        words = entered(JAVA, word(), EVERY_FIELD)
        put_words(draft, words[1:])
        put_words(draft, words[:1])
        assert all_words(draft) == words
        assert standing_words(draft) == words[1:2], "the last takes back the first"

    @pytest.mark.parametrize(
        "holds",
        [JAVA, word(), word(WordKind.LINK, OTHER, other=ABOUT), word(WordKind.MERGE, OTHER, other=ABOUT), review()],
    )
    def test_a_word_holds_while_what_it_is_about_is_there(self, seat: Connection, holds: Word) -> None:
        put_words(seat, entered(holds))
        assert states(seat) == ["holds"]

    @pytest.mark.parametrize(
        "lapsed",
        [
            word(about=NOWHERE),
            word(WordKind.LINK, NOWHERE, other=ABOUT),
            word(WordKind.LINK, other=NOWHERE),
            word(WordKind.MERGE, other=NOWHERE),
            review(reviewed="c000000000000"),
        ],
    )
    def test_a_word_lapses_when_its_mail_or_its_change_is_gone(self, seat: Connection, lapsed: Word) -> None:
        put_words(seat, entered(JAVA, lapsed))
        assert states(seat) == ["holds", "lapsed"]

    def test_a_word_on_a_demand_lapses_where_the_fold_met_no_such_demand(self, seat: Connection) -> None:
        put_words(seat, entered(word(), replace(JAVA, key="cobol")))
        assert states(seat) == ["holds", "lapsed"]

    def test_what_another_word_replaced_and_what_takes_back_are_told_apart(self, seat: Connection) -> None:
        put_words(seat, entered(JAVA, replace(JAVA, undo=True), word()))
        assert states(seat) == ["replaced", "undo", "holds"]
        assert [one.state for one in told_words(seat)] == [WordState.REPLACED, WordState.UNDO, WordState.HOLDS]

    def test_the_view_tells_who_said_what_of_which_seat(self, seat: Connection) -> None:
        put_words(seat, entered(replace(JAVA, note="電話で")))
        (row,) = select(seat, "SELECT * EXCLUDE (said_at) FROM corrections")
        assert row == {
            "correction_id": 1, "kind": "correct", "requisition_id": SEAT, "sha256": FIRST.sha256, "ordinal": 0, "category": "skill",
            "key": "java", "reviewed": None, "said": "min=3", "said_by": "佐藤", "note": "電話で", "state": "holds",
        }  # fmt: skip

    def test_a_verdict_shows_on_its_change_and_on_no_other(self, seat: Connection) -> None:
        put_words(seat, entered(review(Review.DISMISSED)))
        put_reviews(seat)
        assert select(seat, "SELECT review FROM changes") == [{"review": "dismissed"}]
        assert select(seat, "SELECT review FROM flags") == [{"review": "open"}]
        (told,) = requisitions(seat)
        assert told.history.changes[0].review is Review.DISMISSED

    def test_a_flag_can_be_reviewed(self, seat: Connection) -> None:
        (flag,) = [name for (name,) in seat.execute("SELECT flag_id FROM flags").fetchall()]
        put_words(seat, entered(review(reviewed=flag)))
        put_reviews(seat)
        assert select(seat, "SELECT review FROM flags") == [{"review": "confirmed"}]
        assert states(seat) == ["holds"]

    def test_a_verdict_that_was_taken_back_leaves_its_change_open(self, seat: Connection) -> None:
        for words in (entered(review()), entered(review(), review(undo=True))[1:]):
            put_words(seat, words)
            put_reviews(seat)
        assert select(seat, "SELECT review FROM changes") == [{"review": "open"}]

    def test_where_a_demand_was_put_right_comes_back_with_the_story(self, seat: Connection) -> None:
        (told,) = requisitions(seat)
        assert [(row.seq, row.key, row.start, row.by) for row in told.history.corrected] == [(1, "java", 10, "佐藤")]

    def test_changes_and_flags_are_found_by_the_beginning_of_their_id(self, seat: Connection) -> None:
        (found,) = reviewable(seat, CHANGE[:5])
        assert (found.reviewed, found.sha256, found.ordinal, found.category, found.key) == (CHANGE, LATER.sha256, 0, "skill", "java")
        (flag,) = reviewable(seat, "f")
        assert (flag.sha256, flag.category, flag.key) == (FIRST.sha256, None, "age-limit")
        assert reviewable(seat, "") == reviewable(seat, "zz") == []
