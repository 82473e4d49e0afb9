"""A requisition as of a day, and as it was known on a day (DECISIONS.md D6)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.configuration import parse
from pipeline.derive import fold_in
from pipeline.links import link_keys, mail_record
from pipeline.looking_back import looked_back
from requisitions.messages import Address, Message
from requisitions.parties import Parties
from requisitions.statements import Event, Flag, Reading, Requirement, Statement
from requisitions.versions import Requisition
from requisitions.words import Category, EventKind, FlagRule, Kind, Mode, Necessity
from store.snapshot import Connection, Draft
from store.writing import ReadMail

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def demand(key: str, years: float | None = None) -> Requirement:
    return Requirement(Category.SKILL, key, key, Necessity.MUST, key, 0, len(key), min=years, unit="year" if years else None)


def mail(name: str, *, stated: int, known: int, mode: Mode, demands: tuple[Requirement, ...], answers: str | None = None) -> ReadMail:
    """A mail stated and archived on these days of the story; what answers another shares its thread."""
    message = Message(
        sha256=name.ljust(64, "0"),
        message_id=f"<{name}@kaze.example>",
        in_reply_to=(f"<{answers}@kaze.example>",) if answers else (),
        references=(),
        thread_index=None,
        sent_at=START + timedelta(days=stated),
        received_at=None,
        sender=Address("", "ito@kaze.example"),
        recipients=(),
        subject="Java案件",
        text="",
        spans=(),
    )
    told = Reading(
        Kind.REQUISITION,
        "ja",
        (Statement(0, mode, title="Java案件", requirements=demands),),
        events=(Event(EventKind.INTERVIEW, 0, True, None, None, "x", 0, 1),) if name == "b" else (),
        flags=(Flag(FlagRule.AGE_LIMIT, "x", 0, 1, "", 0),) if name == "b" else (),
    )
    record = mail_record(message, told, source="sales", known_at=START + timedelta(days=known), first_import=False)
    return ReadMail(record, told, (), link_keys(message, told, record, Parties()))


FIRST = mail("a", stated=0, known=0, mode=Mode.FULL, demands=(demand("java", 3),))
SECOND = mail("b", stated=2, known=10, mode=Mode.AMENDMENT, demands=(demand("java", 5),), answers="a")
THIRD = mail("c", stated=4, known=4, mode=Mode.AMENDMENT, demands=(demand("aws"),), answers="b")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """A snapshot of three mails, of which the second was archived last."""
    with Draft.begin(tmp_path / "x.duckdb", fingerprint="test") as draft, draft.transaction() as opened:
        fold_in(opened, [FIRST, SECOND, THIRD], parse({}, tmp_path / "pipeline.toml"))
        yield opened


def back(connection: Connection, *, as_of: int | None = None, known_at: int | None = None) -> Requisition | None:
    """The requisition before these days of the story."""
    stated, known = (None if days is None else START + timedelta(days=days) for days in (as_of, known_at))
    return looked_back(connection, FIRST.link_keys[0].statement_id, as_of=stated, known_at=known, min_confidence=0.5)


def held(requisition: Requisition | None) -> dict[str, float | None]:
    assert requisition is not None
    return {one.requirement.key: one.requirement.min for one in requisition.history.versions[-1].held}


def test_all_of_it(connection: Connection) -> None:
    assert held(back(connection, as_of=99)) == {"java": 5, "aws": None}


@pytest.mark.parametrize(("day", "expected"), [(1, {"java": 3}), (2, {"java": 3}), (3, {"java": 5}), (5, {"java": 5, "aws": None})])
def test_as_of_counts_what_was_stated_with_what_is_known_today(connection: Connection, day: int, expected: dict[str, float | None]) -> None:
    assert held(back(connection, as_of=day)) == expected


def test_known_at_counts_what_was_archived(connection: Connection) -> None:
    """On day 5 the third mail followed the first, by its title: the second, which it answers, was not there yet."""
    assert held(back(connection, known_at=5)) == {"java": 3, "aws": None}
    assert held(back(connection, known_at=11)) == {"java": 5, "aws": None}


def test_both_together(connection: Connection) -> None:
    assert held(back(connection, as_of=3, known_at=11)) == {"java": 5}
    assert held(back(connection, as_of=3, known_at=9)) == {"java": 3}


def test_before_it_began_there_was_nothing(connection: Connection) -> None:
    assert back(connection, as_of=0) is None
    assert back(connection, known_at=0) is None


def test_events_and_flags_go_with_their_mail(connection: Connection) -> None:
    then, now = back(connection, as_of=1), back(connection, as_of=3)
    assert then is not None
    assert now is not None
    assert (then.events, then.flags) == ((), ())
    assert (len(now.events), len(now.flags)) == (1, 1)


def test_changes_of_later_days_have_not_happened(connection: Connection) -> None:
    then = back(connection, as_of=3)
    assert then is not None
    assert [(one.key, one.change) for one in then.history.changes] == [("java", "raised")]
    assert then.last_changed_at == START + timedelta(days=2)


def test_mails_that_state_nothing_are_mails_of_the_seat_then_too(connection: Connection) -> None:
    """Someone was proposed on day 3; `show` names the mail as it does today."""
    proposal = mail("d", stated=3, known=3, mode=Mode.AMENDMENT, demands=(), answers="a")
    bare = replace(proposal, reading=replace(proposal.reading, statements=()) if proposal.reading else None)
    fold_in(connection, [replace(bare, link_keys=tuple(replace(one, founds=False) for one in bare.link_keys))], parse({}, Path("p.toml")))
    then, before = back(connection, as_of=5), back(connection, as_of=3)
    assert then is not None
    assert before is not None
    assert [one.sha256[0] for one in then.mails] == ["a", "b", "d", "c"]
    assert [one.sha256[0] for one in before.mails] == ["a", "b"]
