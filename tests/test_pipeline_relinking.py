"""Linking night by night: whatever the order in which mails come, the links are those of a rebuild (DECISIONS.md D7, D12, D21.1)."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from extract.settings import ExtractSettings
from pipeline.configuration import parse
from pipeline.derive import fold_in
from pipeline.links import link_keys, mail_record
from pipeline.settings import Settings
from requisitions.linking import link
from requisitions.messages import Address, Message
from requisitions.parties import Parties
from requisitions.statements import Event, Reading, Requirement, Statement
from requisitions.versions import Link, LinkKeys, Requisition
from requisitions.words import Category, EventKind, Kind, Mode, Necessity
from store import members, reading
from store.snapshot import Connection, Draft
from store.writing import ReadMail

START = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)
OURS = "agency.example"
BROKERS = ("ito@kaze.example", "mori@kaze.example", "smith@oak.example")
WORK = ("java", "aws", "excel", "cobol")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return parse({"ours": {"domains": [OURS]}}, tmp_path / "pipeline.toml")


@pytest.fixture
def draft(tmp_path: Path) -> Iterator[Draft]:
    with Draft.begin(tmp_path / "links.duckdb", fingerprint="test") as made:
        yield made


def demand(key: str) -> Requirement:
    return Requirement(Category.SKILL, key, key, Necessity.MUST, key, 0, len(key))


class World:
    """A random correspondence: requisitions with references or without, replies, resends, memos of ours, proposals."""

    def __init__(self, seed: int, mails: int) -> None:
        self._dice = Random(seed)  # noqa: S311 - a seed, no secret
        self._told: list[Message] = []
        self.mails = [self._mail(number) for number in range(mails)]

    def _mail(self, number: int) -> ReadMail:
        dice = self._dice
        answered = dice.choice(self._told) if self._told and dice.random() < 0.6 else None
        sender = dice.choice((*BROKERS, f"sato@{OURS}"))
        sent = START + timedelta(hours=dice.randrange(24 * 120))
        subject = f"Re: {answered.subject}" if answered and dice.random() < 0.8 else dice.choice(("Java案件", "Excel事務", "COBOL seat"))
        message = Message(
            sha256=f"{number:064x}",
            message_id=None if dice.random() < 0.2 else f"<{number}@x.example>",
            in_reply_to=(answered.message_id,) if answered and answered.message_id else (),
            references=(),
            thread_index=dice.choice((None, None, "ab01")),
            sent_at=sent,
            received_at=None,
            sender=Address("", sender),
            recipients=(Address("", f"sales@{OURS}"),),
            subject=subject,
            text=" ".join(WORK),
            spans=(),
        )
        self._told.append(message)
        told = self._reading(answered is not None)
        mail = mail_record(message, told, source="sales", known_at=START + timedelta(days=200, seconds=number), first_import=False)
        return ReadMail(mail, told, (), link_keys(message, told, mail, Parties(frozenset({OURS}))))

    def _reading(self, answers: bool) -> Reading:
        dice = self._dice
        if dice.random() < 0.35:
            return Reading(Kind.CANDIDATE, "ja", events=(Event(EventKind.PROPOSAL, None, False, 1, None, "java", 0, 4),))
        mode = Mode.AMENDMENT if answers and dice.random() < 0.8 else Mode.FULL
        seats = dice.choice((1, 1, 1, 2, 3))
        return Reading(Kind.REQUISITION, "ja", tuple(self._statement(ordinal, mode) for ordinal in range(seats)))

    def _statement(self, ordinal: int, mode: Mode) -> Statement:
        dice = self._dice
        return Statement(
            ordinal,
            mode,
            reference=dice.choice((None, None, "A-1", "A-2")),
            title=dice.choice((None, "Java案件", "Excel事務")),
            client=dice.choice((None, "北商事")),
            requirements=tuple(demand(key) for key in dice.sample(WORK, dice.randrange(3))),
        )


def bare(links: Sequence[Link]) -> set[tuple[object, ...]]:
    """Links but for `revised`, which depends on when mails were archived."""
    return {(one.statement_id, one.requisition_id, one.parent_statement_id, one.rule, round(one.score, 6)) for one in links}


def stored(connection: Connection, keys: Sequence[LinkKeys]) -> set[tuple[object, ...]]:
    return bare(list(members.links(connection, [one.statement_id for one in keys]).values()))


def told(requisitions: Sequence[Requisition]) -> set[tuple[object, ...]]:
    """Requisitions but for what belongs to a link's making."""
    return {(one.requisition_id, one.aliases, one.title, one.status, one.followed, one.history) for one in requisitions}


@pytest.mark.parametrize("seed", range(6))
def test_links_and_versions_do_not_depend_on_the_order_of_arrival(draft: Draft, settings: Settings, tmp_path: Path, seed: int) -> None:
    world = World(seed, 32).mails
    arrival = Random(seed).sample(world, len(world))  # noqa: S311 - a seed, no secret
    keys = [one for mail in world for one in mail.link_keys]
    dice = Random(seed + 1000)  # noqa: S311 - a seed, no secret
    waiting = list(arrival)
    while waiting:
        night, waiting = waiting[: (count := dice.randrange(1, 8))], waiting[count:]
        with draft.transaction() as connection:
            fold_in(connection, night, settings)
    with Draft.begin(tmp_path / "rebuilt.duckdb", fingerprint="test") as rebuilt, rebuilt.transaction() as connection:
        fold_in(connection, world, settings)
        assert stored(connection, keys) == bare(link(keys))
        wanted = told(reading.requisitions(connection))
    with draft.transaction() as connection:
        assert stored(connection, keys) == bare(link(keys))
        assert told(reading.requisitions(connection)) == wanted


def test_a_late_original_takes_over_what_was_founded_without_it(draft: Draft, settings: Settings) -> None:
    """The requisition's id is then the original's; the old one still finds it."""
    original = _mail("1", "Java案件", None, sent=START, mode=Mode.FULL)
    reply = _mail("2", "Re: Java案件", "1", sent=START + timedelta(days=1), mode=Mode.AMENDMENT)
    with draft.transaction() as connection:
        fold_in(connection, [reply], settings)
        (alone,) = reading.requisitions(connection)
    with draft.transaction() as connection:
        derived = fold_in(connection, [original], settings)
        (joined,) = reading.requisitions(connection)
        assert derived.touched == {alone.requisition_id, joined.requisition_id}
        assert joined.requisition_id == original.link_keys[0].statement_id != alone.requisition_id
        assert reading.find_requisition(connection, alone.requisition_id) == [joined.requisition_id]
        (link_of_reply,) = [one for one in joined.links if one.parent_statement_id]
    assert link_of_reply.revised == original.mail.sha256, "the parent was archived after its child"


def test_a_proposal_waits_for_its_seat(draft: Draft, settings: Settings) -> None:
    """A candidate mail founds nothing; when the seat that it answers comes to light, it belongs there."""
    proposal = _mail("2", "Re: Java案件", "1", sent=START + timedelta(days=1), events=True)
    with draft.transaction() as connection:
        fold_in(connection, [proposal], settings)
        assert reading.requisitions(connection) == []
        assert [row.sha256 for row in reading.loose_events(connection)] == [proposal.mail.sha256]
    with draft.transaction() as connection:
        fold_in(connection, [_mail("1", "Java案件", None, sent=START, mode=Mode.FULL)], settings)
        (seat,) = reading.requisitions(connection)
        assert [row.sha256 for row in seat.events] == [proposal.mail.sha256]
        assert reading.loose_events(connection) == []


def test_a_proposal_that_came_before_its_seat_says_that_its_link_moved(draft: Draft, settings: Settings) -> None:
    """Its mail states nothing, and its link is revised all the same; the seat is looked after by who wrote it."""
    seat = _mail("1", "Java案件", None, sent=START, mode=Mode.FULL)
    proposal = _mail("2", "Re: Java案件", "1", sent=START + timedelta(days=1), events=True, sender=f"sato@{OURS}")
    with draft.transaction() as connection:
        fold_in(connection, [proposal], settings)
        fold_in(connection, [seat], settings)
        (one,) = reading.requisitions(connection)
    assert {link.revised for link in one.links if link.parent_statement_id} == {seat.mail.sha256}
    assert one.owner == f"sato@{OURS}"


def test_what_answers_a_waiting_proposal_follows_it_to_its_seat(draft: Draft, settings: Settings) -> None:
    """The second proposal shares nothing with the requisition itself: only the first one leads there."""
    first = _mail("2", "人材のご提案", "1", sent=START + timedelta(days=1), events=True, sender=f"sato@{OURS}")
    second = _mail("3", "もう一名", "2", sent=START + timedelta(days=2), events=True, sender=f"sato@{OURS}")
    with draft.transaction() as connection:
        fold_in(connection, [second, first], settings)
        assert reading.requisitions(connection) == []
    with draft.transaction() as connection:
        fold_in(connection, [_mail("1", "Java案件", None, sent=START, mode=Mode.FULL)], settings)
        (seat,) = reading.requisitions(connection)
        assert [row.sha256 for row in seat.events] == [first.mail.sha256, second.mail.sha256]
        assert seat.followed


def test_a_late_demand_lifts_the_whole_waiting_thread(draft: Draft, settings: Settings) -> None:
    """Proposals wait; then a mail that may found a requisition answers one of them, and all of the thread belong to it."""
    root = _mail("1", "人材のご提案", None, sent=START, events=True, sender=f"sato@{OURS}")
    left = _mail("2", "Re: 人材のご提案", "1", sent=START + timedelta(days=1), events=True)
    right = _mail("3", "別件", "1", sent=START + timedelta(days=2), events=True, sender="smith@oak.example")
    with draft.transaction() as connection:
        fold_in(connection, [root, left, right], settings)
        assert reading.requisitions(connection) == []
    with draft.transaction() as connection:
        fold_in(connection, [_mail("4", "Re: Re: 人材のご提案", "2", sent=START + timedelta(days=3))], settings)
        (seat,) = reading.requisitions(connection)
        assert {row.sha256 for row in seat.events} == {mail.mail.sha256 for mail in (root, left, right)}


def test_a_mail_read_again_the_same_way_moves_nothing(draft: Draft, settings: Settings) -> None:
    world = World(5, 20).mails
    with draft.transaction() as connection:
        fold_in(connection, world, settings)
        before = reading.requisitions(connection)
        fold_in(connection, world[7:9], settings)
        assert reading.requisitions(connection) == before


def _mail(
    name: str,
    subject: str,
    answers: str | None,
    *,
    sent: datetime,
    mode: Mode = Mode.AMENDMENT,
    events: bool = False,
    sender: str = BROKERS[0],
) -> ReadMail:
    message = Message(
        sha256=name.zfill(64),
        message_id=f"<{name}@x.example>",
        in_reply_to=(f"<{answers}@x.example>",) if answers else (),
        references=(),
        thread_index=None,
        sent_at=sent,
        received_at=None,
        sender=Address("", sender),
        recipients=(Address("", f"sales@{OURS}"),),
        subject=subject,
        text="java",
        spans=(),
    )
    if events:
        told = Reading(Kind.CANDIDATE, "ja", events=(Event(EventKind.PROPOSAL, None, False, 1, None, "java", 0, 4),))
    else:
        told = Reading(Kind.REQUISITION, "ja", (Statement(0, mode, requirements=(demand("java"),)),))
    # the higher the number of the name, the earlier it was archived
    mail = mail_record(message, told, source="sales", known_at=START + timedelta(days=60 - int(name)), first_import=False)
    return ReadMail(mail, told, (), link_keys(message, told, mail, Parties(frozenset({OURS}))))


def test_the_confidence_of_the_settings_counts(draft: Draft, settings: Settings) -> None:
    assert settings.extract == ExtractSettings()
    mail = _mail("1", "Java案件", None, sent=START, mode=Mode.FULL)
    with draft.transaction() as connection:
        fold_in(connection, [mail], settings)
        (seat,) = reading.requisitions(connection)
    assert [held.requirement.key for held in seat.history.versions[-1].held] == ["java"]
