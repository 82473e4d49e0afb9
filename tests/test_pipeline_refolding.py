"""A requisition as it stands, told from its members."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.refolding import UNTOLD, is_watched, standing, watched, with_watch
from requisitions.folding import fold
from requisitions.identity import statement_id
from requisitions.parties import Parties
from requisitions.statements import Requirement, Statement
from requisitions.versions import LinkKeys, Mail, Requisition, Stated
from requisitions.words import Category, Mode, Necessity, Status

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def demand(key: str) -> Requirement:
    return Requirement(Category.SKILL, key, key, Necessity.MUST, key, 0, len(key))


def member(
    day: int, told: Statement, *, own: bool = False, subject: str = "", address: str = "ito@kaze.example"
) -> tuple[Stated, LinkKeys]:
    """A statement of a day with its mail, and what linking knows of it."""
    sha256 = f"{day:064d}"
    name = statement_id(sha256, told.ordinal)
    at = START + timedelta(days=day)
    writer = "佐藤" if own else "伊藤"
    mail = Mail(sha256, f"<{day}@x>", "sales", at, at, at, writer, address, subject, "ja", "requisition")
    return Stated(name, told, mail), LinkKeys(name, sha256, 0, at, None, None, None, None, None, frozenset(), told.mode, 1, own=own)


def stands(*members: tuple[Stated, LinkKeys], watch: tuple[str, ...] = (), parties: Parties = UNTOLD) -> Requisition:
    stated, keys = [one[0] for one in members], [one[1] for one in members]
    return standing(fold(stated[0].statement_id, stated), stated, keys, watch=watch, parties=parties)


FULL = Statement(0, Mode.FULL, reference="KH-1", title="Java案件", client="北商事", requirements=(demand("java"),))
AMENDED = Statement(0, Mode.AMENDMENT, title="Re: ご相談", requirements=(demand("aws"),))


def test_a_seat_keeps_the_first_name_that_a_whole_text_gives_it() -> None:
    renamed = replace(FULL, title="Javaリーダー", client="北商事 東京支店")
    told = stands(member(0, replace(AMENDED, client=None)), member(1, FULL), member(2, renamed))
    assert (told.reference, told.title, told.client) == ("KH-1", "Java案件", "北商事")


def test_a_name_of_its_own_goes_before_a_subject() -> None:
    """Extraction falls back on the subject where no label, heading or job names the seat."""
    told = stands(
        member(0, replace(FULL, title="要員のご相談"), subject="Re: 要員のご相談"), member(1, replace(FULL, title="配車システムの保守"))
    )
    assert told.title == "配車システムの保守"


def test_a_title_that_was_a_subject_has_lost_its_decoration() -> None:
    subject = "RE: 【再送】Java案件（KH-1）"
    assert stands(member(0, replace(FULL, title=subject), subject=subject)).title == "Java案件"


def test_what_no_whole_text_names_an_amendment_may() -> None:
    told = stands(member(0, replace(FULL, reference=None, client=None)), member(1, replace(AMENDED, reference="KH-7", client="南商事")))
    assert (told.reference, told.client) == ("KH-7", "南商事")


CLIENTS = Parties(clients={"kita.example": "北商事", "minami.example": "南商事", "hull.example": "Hull Freight"})
NAMELESS = replace(FULL, client=None)


def test_the_client_that_writes_later_names_a_seat_that_nobody_named() -> None:
    told = stands(member(0, NAMELESS), member(1, replace(AMENDED, author="mail.kita.example")), parties=CLIENTS)
    assert told.client == "北商事"
    assert stands(member(0, NAMELESS), member(1, AMENDED, address="oka@minami.example"), parties=CLIENTS).client == "南商事"


def test_a_client_who_writes_goes_before_one_that_somebody_names() -> None:
    assert (
        stands(member(0, replace(FULL, client="西商事")), member(1, AMENDED, address="oka@kita.example"), parties=CLIENTS).client
        == "北商事"
    )


def test_a_client_is_called_as_the_configuration_does_whatever_its_legal_form() -> None:
    assert stands(member(0, replace(FULL, client="北商事株式会社")), parties=CLIENTS).client == "北商事"
    assert stands(member(0, replace(FULL, client="北商事物流株式会社")), parties=CLIENTS).client == "北商事物流株式会社"


def test_a_subject_may_name_a_configured_client_and_no_other() -> None:
    assert stands(member(0, NAMELESS, subject="HULL FREIGHT: two welders"), parties=CLIENTS).client == "Hull Freight"
    assert stands(member(0, NAMELESS, subject="Kiel Freight: two welders"), parties=CLIENTS).client is None


def test_our_own_mails_are_no_client_s() -> None:
    ours = Parties(frozenset({"agency.example"}), clients={"agency.example": "我々"})
    assert stands(member(0, NAMELESS), member(1, AMENDED, own=True, address="oka@agency.example"), parties=ours).client is None


def test_every_member_and_every_reference_is_a_name() -> None:
    first, second = member(0, FULL), member(1, replace(AMENDED, reference="kh-1"))
    assert stands(first, second).aliases == (first[0].statement_id, second[0].statement_id, "KH-1", "kh-1")


def test_days() -> None:
    told = stands(member(0, FULL), member(3, AMENDED), member(5, AMENDED))
    assert told.first_seen_at == START
    assert told.last_changed_at == START + timedelta(days=3)
    assert told.last_confirmed_at == START + timedelta(days=5)


def test_a_seat_that_never_moved_has_no_day_of_moving() -> None:
    told = stands(member(0, FULL))
    assert (told.last_changed_at, told.last_confirmed_at) == (None, None)


def test_status_is_the_last_one_stated() -> None:
    paused = Statement(0, Mode.AMENDMENT, status=Status.PAUSED, status_stated=True)
    assert stands(member(0, FULL), member(1, paused), member(2, AMENDED)).status is Status.PAUSED


def test_a_seat_that_we_wrote_of_is_followed_and_looked_after_by_the_last_who_did() -> None:
    told = stands(member(0, FULL), member(1, AMENDED, own=True))
    assert (told.followed, told.owner) == (True, "佐藤")


def test_who_proposed_somebody_looks_after_the_seat_as_well() -> None:
    """A proposal states nothing of the seat, but stands in its thread."""
    (told, keys), (proposal, its_keys) = member(0, FULL), member(2, AMENDED, own=True)
    seat = standing(fold(told.statement_id, [told]), [told], [keys, its_keys], [proposal.mail])
    assert (seat.followed, seat.owner) == (True, "佐藤")
    theirs = replace(its_keys, own=False)
    assert standing(fold(told.statement_id, [told]), [told], [keys, theirs], [proposal.mail]).owner is None


def test_of_two_of_us_the_last_to_write_looks_after_the_seat() -> None:
    (told, keys), (memo, memo_keys), (proposal, its_keys) = member(0, FULL), member(3, AMENDED, own=True), member(2, AMENDED, own=True)
    earlier = replace(proposal.mail, sender="鈴木")
    history = fold(told.statement_id, [told, memo])
    assert standing(history, [told, memo], [keys, its_keys, memo_keys], [earlier]).owner == "佐藤"
    later = replace(earlier, stated_at=START + timedelta(days=9))
    assert standing(history, [told, memo], [keys, memo_keys, its_keys], [later]).owner == "鈴木"


def test_a_blast_that_nobody_answered_is_not_followed() -> None:
    told = stands(member(0, FULL), member(1, FULL))
    assert (told.followed, told.owner) == (False, None)


@pytest.mark.parametrize("name", ["KH-1", "kh-1", "ＫＨ－１", statement_id(f"{1:064d}", 0)])
def test_a_watched_seat_is_followed_by_any_of_its_names(name: str) -> None:
    assert stands(member(0, FULL), member(1, AMENDED), watch=("OM-3", name)).followed


def test_a_watch_for_another_seat_changes_nothing() -> None:
    told = stands(member(0, FULL))
    assert not is_watched(told.aliases, told.client, ["KH-10", "KH", "", "  "])
    assert with_watch([told], ["KH-10"]) == [told]


def test_a_seat_folded_before_the_watch_was_set_is_followed_all_the_same() -> None:
    (told,) = with_watch([stands(member(0, FULL))], ["KH-1"])
    assert told.followed


@pytest.mark.parametrize("name", ["北商事", "北商事株式会社", "佐藤", "佐藤 ", "SATO@agency.example"])
def test_a_watched_client_or_owner_has_all_its_seats_followed(name: str) -> None:
    seat = stands(member(0, FULL), member(1, AMENDED, own=True, address="sato@agency.example"))
    theirs = stands(member(0, FULL, address="sato@agency.example"))
    assert watched([replace(seat, followed=False)], [name]) == {seat.requisition_id}
    assert stands(member(0, FULL), watch=("北商事",)).followed
    assert stands(member(0, FULL, address="sato@agency.example"), watch=("sato@agency.example",)).followed
    assert not theirs.followed


@pytest.mark.parametrize("name", ["北商", "北商事物流", "佐", "sato", "agency.example", ""])
def test_part_of_a_name_watches_nothing(name: str) -> None:
    seat = stands(member(0, FULL), member(1, AMENDED, own=True, address="sato@agency.example"))
    assert watched([seat], [name]) == frozenset()
