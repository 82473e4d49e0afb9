"""How far a folder has been read: where to go on, and where to begin anew."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import imap_cursor
from ingest.imap_cursor import FolderCursor
from ingest.imap_session import FolderState
from ingest.limits import SKIPPED_UIDS

FOLDER = FolderState(uidvalidity=7, uidnext=100, exists=50)
CURSOR = FolderCursor(uidvalidity=7, uidnext=40, since=date(2026, 11, 1), history=30, skipped=(3, 9))
NEW = FolderCursor(uidvalidity=7, uidnext=1, since=date(2026, 11, 1), history=100)


def test_a_cursor_is_what_was_written_down() -> None:
    assert FolderCursor.resume(CURSOR.encode(), FOLDER, CURSOR.since) == CURSOR


@pytest.mark.parametrize(
    "archived", [None, "", "41", '{"uidvalidity": 7}', '{"uidvalidity": "x", "uidnext": 1, "since": null, "history": 1}']
)
def test_without_a_cursor_that_can_be_read_the_folder_is_read_from_its_beginning(archived: str | None) -> None:
    assert FolderCursor.resume(archived, FOLDER, date(2026, 11, 1)) == NEW


def test_another_uidvalidity_begins_anew() -> None:
    assert FolderCursor.resume(replace(CURSOR, uidvalidity=6).encode(), FOLDER, date(2026, 11, 1)) == NEW


def test_uids_that_went_back_begin_anew() -> None:
    """A server restored from a backup hands out the same UIDs again, without saying so."""
    assert FolderCursor.resume(replace(CURSOR, uidnext=101).encode(), FOLDER, date(2026, 11, 1)) == NEW
    assert FolderCursor.resume(replace(CURSOR, uidnext=100).encode(), FOLDER, date(2026, 11, 1)).uidnext == 100


@pytest.mark.parametrize(
    ("since", "anew"), [(None, True), (date(2026, 10, 1), True), (date(2026, 11, 1), False), (date(2026, 12, 1), False)]
)
def test_an_earlier_since_begins_anew_and_a_later_one_does_not(since: date | None, *, anew: bool) -> None:
    assert (FolderCursor.resume(CURSOR.encode(), FOLDER, since).uidnext == 1) is anew


def test_only_what_was_there_at_the_first_import_is_bound_by_since() -> None:
    spans = replace(CURSOR, uidnext=20).spans(FOLDER)
    assert [(span.first, span.last, span.since) for span in spans] == [(20, 29, date(2026, 11, 1)), (30, 99, None)]


def test_where_nothing_is_new_nothing_is_searched() -> None:
    assert list(replace(CURSOR, uidnext=100).spans(FOLDER)) == []


def test_a_gap_of_millions_of_uids_is_one_search() -> None:
    """No answer is longer than the folder has mails."""
    assert len(list(FolderCursor(7, 1, None, 1).spans(FolderState(7, 4_000_000_000, 50)))) == 1


def test_a_folder_of_many_mails_is_searched_in_spans_that_leave_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap_cursor, "SEARCH_UIDS", 10)
    spans = list(FolderCursor(7, 5, date(2026, 1, 1), 37).spans(FolderState(7, 60, 11)))
    assert [uid for span in spans for uid in range(span.first, span.last + 1)] == list(range(5, 60))
    assert max(span.last - span.first + 1 for span in spans) == 10


def test_handled_mails_are_passed_and_broken_ones_remembered() -> None:
    assert CURSOR.passed([40, 41, 45], [41]) == replace(CURSOR, uidnext=46, skipped=(3, 9, 41))


def test_a_mail_that_came_at_last_is_forgotten() -> None:
    """Asking again for skipped mails moves the cursor nowhere."""
    assert CURSOR.passed([3, 9], [9]) == replace(CURSOR, skipped=(9,))


def test_no_more_mails_are_remembered_than_the_cap() -> None:
    """The oldest are given up; their Problems are archived."""
    cursor = FolderCursor(7, 1, None, 1).passed(range(1, 301), range(1, 301))
    assert cursor.skipped == tuple(range(301 - SKIPPED_UIDS, 301))


@given(st.lists(st.lists(st.integers(1, 2**32 - 1), min_size=1), max_size=5))
def test_a_cursor_never_goes_back(groups: list[list[int]]) -> None:
    cursor = FolderCursor(7, 1, None, 1)
    for uids in groups:
        moved = cursor.passed(uids)
        assert moved.uidnext == max(cursor.uidnext, max(uids) + 1)
        cursor = moved
    assert cursor.at_end(FolderState(7, 50, 9)).uidnext == max(cursor.uidnext, 50)
