"""Records out of a published snapshot: whole, filtered, and found by whatever name a person has."""

from dataclasses import replace
from datetime import timedelta

import pytest

from requisitions.identity import statement_id
from requisitions.versions import EventRow, FlagRow, Mail, Requisition
from requisitions.words import Kind, Status
from store.bulk import Connection
from store.reading import (
    find_requisition,
    flags_between,
    loose_events,
    mail,
    mails_between,
    problems_between,
    requisition_ids,
    requisitions,
    runs,
    touched_between,
    unreadable,
)
from store.writing import ReadMail, put_links, put_mails, put_requisitions
from tests.store_fixtures import (
    EVENT,
    EVERY_FIELD,
    FLAG,
    MONDAY,
    PROBLEM,
    change,
    hint,
    read_mail,
    requirement,
    requisition,
    root,
    statement,
    version,
)
from tests.store_fixtures import mail as some_mail

DAY = timedelta(days=1)
FIRST, LATER, OTHER = some_mail("a1"), some_mail("b2", days=1), some_mail("c3", days=7)
SEAT, OTHERS = statement_id(FIRST.sha256, 0), statement_id(OTHER.sha256, 0)


def _whole() -> Requisition:
    """A seat of two mails with everything that a seat can have."""
    link = replace(root(LATER), requisition_id=SEAT, parent_statement_id=SEAT, score=0.65, revised=FIRST.sha256)
    told = requisition(
        FIRST,
        version(FIRST, 1, requirement(), EVERY_FIELD),
        version(LATER, 2, requirement(min=5.0), requisition_id=SEAT),
        changes=(change(LATER, 2, SEAT), change(LATER, 2, SEAT, change_id="c0", key="aws", before=None, evidence=None, implied=True)),
        hints=(hint(LATER), hint(FIRST)),
        last_changed_at=LATER.stated_at,
        last_confirmed_at=LATER.stated_at,
        twin_of="r0",
        mails=(FIRST, LATER),
        links=(root(FIRST), link),
        events=(EventRow(EVENT, LATER.sha256, LATER.message_id, LATER.known_at),),
    )
    return replace(
        told,
        history=replace(told.history, confirmations=(LATER.sha256, FIRST.sha256)),
        flags=(FlagRow("f0", FLAG, FIRST.sha256, FIRST.message_id, FIRST.known_at),),
    )


@pytest.fixture
def night(draft: Connection) -> Connection:
    """Two seats of three mails."""
    told = _whole()
    put_mails(
        draft,
        [
            read_mail(FIRST, statement(requirement(), EVERY_FIELD), flags=(FLAG,)),
            read_mail(LATER, statement(requirement(min=5.0)), events=(EVENT,)),
            read_mail(OTHER, statement()),
        ],
    )
    put_links(draft, [*told.links, root(OTHER)])
    other = requisition(OTHER, aliases=(OTHERS, "B-9"), client="Minami Steel", status=Status.CLOSED, followed=False)
    put_requisitions(draft, [other, told])
    return draft


class TestWhole:
    def test_a_requisition_comes_back_as_it_was_written(self, night: Connection) -> None:
        (found,) = requisitions(night, [SEAT])
        told = _whole()
        assert replace(found, flags=()) == replace(told, flags=())
        assert [replace(row, flag_id="f0") for row in found.flags] == list(told.flags)

    def test_without_ids_all_come_in_the_order_in_which_they_were_founded(self, night: Connection) -> None:
        assert [found.requisition_id for found in requisitions(night)] == [SEAT, OTHERS]

    def test_one_that_does_not_exist_is_left_out(self, night: Connection) -> None:
        assert requisitions(night, ["r0"]) == requisitions(night, []) == []

    def test_nothing_of_one_seat_gets_into_another(self, night: Connection) -> None:
        found = {seat.requisition_id: seat for seat in requisitions(night)}[OTHERS]
        assert (found.mails, found.history.versions, found.history.changes, found.history.hints) == ((OTHER,), (), (), ())
        assert (found.aliases, found.events, found.flags, found.links) == ((OTHERS, "B-9"), (), (), (root(OTHER),))

    def test_a_mail_of_two_seats_that_are_one_requisition_comes_once(self, draft: Connection) -> None:
        put_mails(draft, [read_mail(FIRST, statement(), statement(ordinal=1))])
        put_links(draft, [root(FIRST), replace(root(FIRST), statement_id=statement_id(FIRST.sha256, 1))])
        put_requisitions(draft, [requisition(FIRST)])
        assert requisitions(draft)[0].mails == (FIRST,)


class TestChoosing:
    def test_the_last_to_move_comes_first(self, night: Connection) -> None:
        assert requisition_ids(night) == [OTHERS, SEAT]

    def test_every_filter_has_to_be_passed(self, night: Connection) -> None:
        assert requisition_ids(night, status="open") == [SEAT]
        assert requisition_ids(night, client="kita") == [SEAT]
        assert requisition_ids(night, client="STEEL") == [OTHERS]
        assert requisition_ids(night, moved=True) == [SEAT]
        assert requisition_ids(night, followed=True) == [SEAT]
        assert requisition_ids(night, client="kita", status="closed") == []

    def test_a_client_that_nobody_named_matches_no_name(self, draft: Connection) -> None:
        put_requisitions(draft, [requisition(FIRST, client=None)])
        assert requisition_ids(draft, client="%") == []
        assert requisition_ids(draft) == [SEAT]


class TestAWeek:
    def test_a_seat_is_touched_by_a_mail_written_in_the_week(self, night: Connection) -> None:
        assert touched_between(night, MONDAY, MONDAY + 7 * DAY) == [SEAT]
        assert touched_between(night, MONDAY + 7 * DAY, MONDAY + 14 * DAY) == [OTHERS]

    def test_the_week_ends_before_its_end(self, night: Connection) -> None:
        assert touched_between(night, MONDAY - DAY, MONDAY) == []
        assert touched_between(night, FIRST.stated_at, FIRST.stated_at + timedelta(microseconds=1)) == [SEAT]

    def test_a_mail_learnt_late_touches_the_week_in_which_it_was_learnt_too(self, draft: Connection) -> None:
        late = some_mail("a1", days=0, known_days=20)
        put_mails(draft, [read_mail(late, statement())])
        put_links(draft, [root(late)])
        assert touched_between(draft, MONDAY + 14 * DAY, MONDAY + 21 * DAY) == touched_between(draft, MONDAY, MONDAY + DAY) == [SEAT]
        assert touched_between(draft, MONDAY + DAY, MONDAY + 14 * DAY) == []


class TestFinding:
    @pytest.mark.parametrize(
        "wanted", [SEAT, SEAT.upper(), f" {SEAT} ", statement_id(LATER.sha256, 0), "A-77", "a-77", "Ａ－７７", SEAT[:6]]
    )
    def test_every_name_of_a_seat_finds_it(self, night: Connection, wanted: str) -> None:
        assert find_requisition(night, wanted) == [SEAT]

    @pytest.mark.parametrize("wanted", ["", "  ", "A-7", "r%", "C-1", "x" * 300])
    def test_what_is_no_name_finds_nothing(self, night: Connection, wanted: str) -> None:
        assert find_requisition(night, wanted) == []

    def test_a_reference_of_two_seats_finds_both(self, draft: Connection) -> None:
        put_requisitions(draft, [requisition(FIRST), requisition(OTHER, aliases=(OTHERS, "a-77"))])
        assert find_requisition(draft, "A-77") == sorted([SEAT, OTHERS])

    def test_the_beginning_of_two_ids_finds_both(self, night: Connection) -> None:
        assert find_requisition(night, "r") == sorted([SEAT, OTHERS])

    def test_a_reference_beats_the_beginning_of_an_id(self, night: Connection) -> None:
        put_requisitions(night, [requisition(OTHER, aliases=(OTHERS, SEAT[:6]))])
        assert find_requisition(night, SEAT[:6]) == [OTHERS]


class TestMails:
    def test_a_mail_is_found_by_its_hash(self, night: Connection) -> None:
        assert mail(night, LATER.sha256) == LATER
        assert mail(night, "0" * 64) is None

    def test_mails_of_a_night_come_in_fold_order(self, night: Connection) -> None:
        assert mails_between(night, MONDAY, MONDAY + 30 * DAY) == [FIRST, LATER, OTHER]
        assert mails_between(night, LATER.known_at, OTHER.known_at) == [LATER]

    def test_mails_that_were_written_later_can_be_left_out(self, night: Connection) -> None:
        assert mails_between(night, MONDAY, MONDAY + 30 * DAY, stated_before=OTHER.stated_at) == [FIRST, LATER]
        assert mails_between(night, MONDAY, MONDAY + 30 * DAY, stated_before=FIRST.stated_at) == []

    def test_flags_of_a_night_are_found(self, night: Connection) -> None:
        assert [row.flag for row in flags_between(night, MONDAY, MONDAY + DAY)] == [FLAG]
        assert flags_between(night, MONDAY + DAY, MONDAY + 2 * DAY) == []

    def test_events_that_belong_to_no_seat_are_not_lost(self, night: Connection) -> None:
        assert loose_events(night) == []
        stray = some_mail("d4")
        put_mails(night, [read_mail(stray, statement(), statement(ordinal=1), events=(EVENT,))])
        assert loose_events(night) == [EventRow(EVENT, stray.sha256, stray.message_id, stray.known_at)]


class TestProblems:
    def _broken(self, of: Mail) -> ReadMail:
        return replace(read_mail(of), reading=None, problems=(PROBLEM,))

    def test_quarantined_mails_come_with_the_reason_in_the_order_of_the_archive(self, draft: Connection) -> None:
        one, two = (some_mail(name, days=days, kind=Kind.UNREADABLE.value) for name, days in (("a1", 2), ("b2", 1)))
        put_mails(draft, [self._broken(one), self._broken(two), read_mail(some_mail("c3"), statement(), problems=(PROBLEM,))])
        reason = replace(PROBLEM, source="sales")
        assert unreadable(draft) == [(two, replace(reason, sha256=two.sha256)), (one, replace(reason, sha256=one.sha256))]

    def test_problems_are_told_of_the_time_asked_for(self, draft: Connection) -> None:
        put_mails(draft, [self._broken(some_mail("a1", days=days)) for days in (1,)])
        assert len(problems_between(draft, MONDAY, MONDAY + 2 * DAY)) == 1
        assert problems_between(draft, MONDAY, MONDAY + DAY) == []

    def test_a_night_without_problems_has_none(self, night: Connection) -> None:
        assert (unreadable(night), problems_between(night, MONDAY, MONDAY + 30 * DAY), runs(night)) == ([], [], [])
