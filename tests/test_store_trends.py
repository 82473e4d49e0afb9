"""What the trends are told from: first whole requisitions, each seat once, and what was turned over by a moment."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from requisitions.trends import FirstAsk, Trends
from requisitions.versions import Change, Requisition, Version
from requisitions.words import Category, ChangeKind, Mode, Necessity, Reason, Review, Status
from store.bulk import Connection
from store.trends import trends
from store.writing import put_links, put_mails, put_requisitions
from tests.store_fixtures import MONDAY, change, draft, long_draft, mail, read_mail, requirement, requisition, root, statement, version

__all__ = ["draft", "long_draft"]

DAY = timedelta(days=1)
START, END = MONDAY - 30 * DAY, MONDAY + 30 * DAY
FIRST, LATER = mail("a1"), mail("b2", days=5)


def put(connection: Connection, *seats: Requisition) -> None:
    """Write seats with their mails."""
    put_mails(connection, [read_mail(of, statement()) for seat in seats for of in seat.mails])
    put_links(connection, [link for seat in seats for link in seat.links])
    put_requisitions(connection, list(seats))


def told(connection: Connection, end: datetime = END) -> Trends:
    return trends(connection, START, end)


def only(connection: Connection, end: datetime = END) -> FirstAsk:
    (found,) = told(connection, end).asks
    return found


def moved(*changes: Change, versions: tuple[Version, ...] = ()) -> Requisition:
    """A seat of Monday with a later mail that made these changes."""
    found = requisition(FIRST).requisition_id
    second = version(LATER, 2, requisition_id=found)
    links = (root(FIRST), replace(root(LATER), requisition_id=found))
    return requisition(
        FIRST, version(FIRST, 1, requirement()), *(versions or (second,)), changes=changes, mails=(FIRST, LATER), links=links
    )


def turned(**more: object) -> Change:
    return change(LATER, 2, requisition(FIRST).requisition_id, **more)


def test_a_seat_is_told_by_its_first_whole_requisition(draft: Connection) -> None:
    """A skill that came later is none of its first day; what is not required, refused, or nobody's word but the mail's does not count."""
    found = requisition(FIRST).requisition_id
    asked = (
        requirement("java"),
        requirement("aws", necessity=Necessity.PREFERRED),
        requirement("perl", necessity=Necessity.NOT_REQUIRED),
        requirement("php", necessity=Necessity.EXCLUDED),
        requirement("our-own-tool", open_class=True),
        requirement("english", category=Category.LANGUAGE),
    )
    put(draft, requisition(FIRST, version(FIRST, 1, *asked), version(LATER, 2, *asked, requirement("rust"), requisition_id=found)))
    ask = only(draft)
    assert (ask.requisition_id, ask.at, ask.client, ask.skills) == (found, MONDAY, "Kita Foods", frozenset({"java", "aws"}))
    assert told(draft).labels == {"java": "Java", "aws": "Aws"}


def test_an_amendment_that_came_first_does_not_found_a_seat(draft: Connection) -> None:
    found = requisition(FIRST).requisition_id
    amendment = replace(version(FIRST, 1, requirement("perl")), mode=Mode.AMENDMENT)
    put(draft, requisition(FIRST, amendment, version(LATER, 2, requirement("rust"), requisition_id=found)))
    assert (only(draft).at, only(draft).skills) == (MONDAY + 5 * DAY, frozenset({"rust"}))


def test_a_seat_of_amendments_alone_is_in_no_trend(draft: Connection) -> None:
    put(draft, requisition(FIRST, replace(version(FIRST, 1, requirement()), mode=Mode.AMENDMENT)))
    assert told(draft).asks == ()


def test_a_seat_that_came_by_two_ways_is_one(draft: Connection) -> None:
    root_seat = requisition(FIRST, version(FIRST, 1, requirement()))
    put(draft, root_seat, requisition(LATER, version(LATER, 1, requirement()), twin_of=root_seat.requisition_id))
    assert only(draft).requisition_id == root_seat.requisition_id


def test_seats_of_the_stretch_alone_are_told_in_the_order_in_which_they_came(draft: Connection) -> None:
    early, edge = mail("c3", days=-31), mail("d4", days=30)
    put(draft, *(requisition(of, version(of, 1, requirement())) for of in (LATER, edge, early, FIRST)))
    assert [ask.at for ask in told(draft).asks] == [MONDAY, MONDAY + 5 * DAY]


def test_clients_are_one_in_any_spelling_and_where_none_is_named_who_asks_counts(draft: Connection) -> None:
    named, same, unnamed = FIRST, LATER, mail("c3", days=6)
    seats = ((named, "Kita Foods"), (same, "ＫＩＴＡ foods"), (unnamed, None))
    put(draft, *(requisition(of, version(of, 1, requirement()), client=client) for of, client in seats))
    first, second, third = told(draft).asks
    assert first.hand == second.hand
    assert (third.client, third.hand) == (None, "asks: broker.example")


@pytest.mark.parametrize(
    "kind", [ChangeKind.RAISED, ChangeKind.LOWERED, ChangeKind.PROMOTED, ChangeKind.DEMOTED, ChangeKind.ALTERED, ChangeKind.REMOVED]
)
def test_what_was_stated_and_turned_is_a_reversal(draft: Connection, kind: ChangeKind) -> None:
    put(draft, moved(turned(change=kind)))
    (reversal,) = only(draft).reversals
    assert (reversal.at, reversal.category, reversal.key, reversal.reason) == (MONDAY + 5 * DAY, "skill", "java", Reason.WORKLOAD)


@pytest.mark.parametrize(
    "more",
    [
        {"change": ChangeKind.ADDED},
        {"change": ChangeKind.REMOVED, "implied": True},
        {"review": Review.DISMISSED},
        {"category": "status", "change": ChangeKind.CLOSED},
        {"category": "age"},
        {"category": "gender"},
    ],
    ids=str,
)
def test_what_was_only_not_told_before_or_is_no_ground_is_none(draft: Connection, more: dict[str, object]) -> None:
    put(draft, moved(turned(**more)))
    assert only(draft).reversals == ()


def test_an_earlier_week_knows_nothing_of_what_came_later(draft: Connection) -> None:
    put(draft, moved(turned()))
    assert only(draft, MONDAY + 4 * DAY).reversals == ()
    assert only(draft, MONDAY + 4 * DAY).watched_until == MONDAY + 4 * DAY


def test_a_seat_is_watched_until_it_closes_or_four_weeks_after_its_last_mail(draft: Connection) -> None:
    found = requisition(FIRST).requisition_id
    closed = replace(version(LATER, 2, requisition_id=found), status=Status.CLOSED)
    put(draft, moved(versions=(closed,)))
    assert only(draft).watched_until == MONDAY + 5 * DAY
    assert only(draft, MONDAY + 5 * DAY).watched_until == MONDAY + 5 * DAY


def test_the_last_mail_is_that_of_the_whole_thread(draft: Connection) -> None:
    put(draft, moved())
    assert trends(draft, START, MONDAY + 90 * DAY).asks[0].watched_until == MONDAY + 33 * DAY
    assert only(draft).watched_until == END
