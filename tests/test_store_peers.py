"""What comparable seats name, counted in the snapshot."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from requisitions.identity import statement_id
from requisitions.statements import Requirement
from requisitions.versions import Mail
from requisitions.words import Category, Necessity
from store.bulk import Connection
from store.peers import named, of_client, of_role
from store.writing import put_links, put_mails, put_requisitions
from tests.store_fixtures import EVERY_FIELD, MONDAY, read_mail, requirement, requisition, root, statement, version
from tests.store_fixtures import mail as some_mail

LATER = MONDAY + timedelta(days=30)
CLERK = requirement(category=Category.ROLE, key="office-clerk", min=None, unit=None)
DISPATCH = requirement(category=Category.CONTRACT, key="dispatch", min=None, unit=None)
DIRECT = requirement(category=Category.CONTRACT, key="direct-hire", min=None, unit=None)


def seat_id(mail: Mail) -> str:
    return statement_id(mail.sha256, 0)


def put(draft: Connection, *seats: tuple[Mail, tuple[Requirement, ...], dict[str, Any]]) -> None:
    """Write seats of one version each."""
    put_mails(draft, [read_mail(of, statement(*held)) for of, held, _ in seats])
    put_links(draft, [root(of) for of, _, _ in seats])
    put_requisitions(draft, [requisition(of, version(of, 1, *held), **more) for of, held, more in seats])


OURS, SAME, TWIN, ELSEWHERE, LATE = some_mail("a1"), some_mail("b2"), some_mail("c3"), some_mail("d4"), some_mail("e5", days=40)


@pytest.fixture
def night(draft: Connection) -> Connection:
    """Our seat, another of its client, a twin of that, one of another client, and one that comes later."""
    put(
        draft,
        (OURS, (CLERK,), {}),
        (SAME, (CLERK, requirement("aws"), DISPATCH), {}),
        (TWIN, (requirement("aws"),), {"twin_of": seat_id(SAME)}),
        (ELSEWHERE, (CLERK, DIRECT), {"client": "Minami Steel"}),
        (LATE, (CLERK,), {}),
    )
    return draft


def test_a_client_s_other_seats_are_counted_once_each_and_only_those_known_by_then(night: Connection) -> None:
    assert of_client(night, seat_id(OURS), "Kita Foods", before=LATER) == [seat_id(SAME)]
    assert set(of_client(night, seat_id(OURS), "Kita Foods", before=LATER + timedelta(days=30))) == {seat_id(SAME), seat_id(LATE)}
    assert of_client(night, seat_id(OURS), "Kita", before=LATER) == [], "a part of a name is another client"


def test_a_twin_and_its_root_are_one_seat_seen_from_either(night: Connection) -> None:
    assert of_client(night, seat_id(SAME), "Kita Foods", before=LATER) == [seat_id(OURS)]
    assert of_client(night, seat_id(TWIN), "Kita Foods", before=LATER) == [seat_id(OURS)]


def test_seats_for_a_job_are_those_of_whatever_client_that_a_version_was_for(night: Connection) -> None:
    assert set(of_role(night, seat_id(OURS), "office-clerk", before=LATER)) == {seat_id(SAME), seat_id(ELSEWHERE)}
    assert of_role(night, seat_id(OURS), "pmo", before=LATER) == []


def test_a_job_that_is_not_asked_for_or_that_no_vocabulary_knows_makes_no_peer(draft: Connection) -> None:
    refused = replace(CLERK, necessity=Necessity.NOT_REQUIRED)
    unknown = replace(CLERK, open_class=True)
    put(draft, (OURS, (CLERK,), {}), (SAME, (refused,), {}), (ELSEWHERE, (unknown,), {}))
    assert of_role(draft, seat_id(OURS), "office-clerk", before=LATER) == []


def test_demands_are_counted_by_seat_and_contract_forms_as_one(night: Connection) -> None:
    ids = [seat_id(SAME), seat_id(TWIN), seat_id(ELSEWHERE)]
    found = named(night, ids, before=LATER, whole=["contract"])
    assert {key: number for key, (_, number) in found.items()} == {
        ("skill", "aws"): 2,
        ("contract", "contract"): 2,
        ("role", "office-clerk"): 2,
    }
    assert found["skill", "aws"] == ("Aws", 2)
    assert ("contract", "dispatch") in named(night, ids, before=LATER)


def test_open_classes_and_later_words_are_not_counted(draft: Connection) -> None:
    put(draft, (SAME, (requirement("aws"), replace(EVERY_FIELD, open_class=True)), {}))
    assert set(named(draft, [seat_id(SAME)], before=LATER)) == {("skill", "aws")}
    assert named(draft, [seat_id(SAME)], before=MONDAY) == {}


@pytest.mark.parametrize("moment", [MONDAY, LATER])
def test_nobody_has_no_peers(draft: Connection, moment: datetime) -> None:
    assert of_client(draft, "r0", "Kita Foods", before=moment) == of_role(draft, "r0", "pmo", before=moment) == []
    assert named(draft, [], before=moment) == {}
