"""Records for the store's tests: small, invented, and complete enough that every field has a value once."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from requisitions.identity import change_id, statement_id
from requisitions.messages import Problem, RawMessage
from requisitions.statements import Event, Flag, Hint, Reading, Requirement, Statement
from requisitions.versions import Change, Held, HintRow, History, Link, LinkKeys, Mail, Requisition, Version
from requisitions.words import (
    Category,
    ChangeKind,
    Effect,
    EventKind,
    FlagRule,
    HintWhy,
    Kind,
    LinkRule,
    Mode,
    Necessity,
    Reason,
    Speaker,
    Stage,
    Status,
)
from store.archive import Arrival
from store.bulk import Connection
from store.snapshot import Draft
from store.writing import ReadMail


@pytest.fixture(scope="module")
def long_draft(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Draft]:
    """A draft for a whole module, since making one takes longer than most tests."""
    with Draft.begin(tmp_path_factory.mktemp("draft") / "a.duckdb", fingerprint="f1") as begun:
        yield begun


class _Undo(Exception):  # noqa: N818 - it is no error
    pass


@pytest.fixture
def draft(long_draft: Draft) -> Iterator[Connection]:
    """An empty draft; what a test writes into it is taken back."""
    with suppress(_Undo), long_draft.transaction() as connection:
        yield connection
        raise _Undo


MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def arrival(words: str, *, source: str = "sales", place: str | None = None, identity: str | None = None) -> Arrival:
    """A mail of these words, found in a place named after them."""
    return Arrival(
        RawMessage(source, place or f"INBOX/1/{words}", f"Subject: {words}\r\n\r\n{words}\r\n".encode()), identity or f"id:{words}"
    )


def mail(name: str, *, days: float = 0, known_days: float | None = None, **more: object) -> Mail:
    """A mail written `days` after Monday and archived a minute later, unless told otherwise."""
    stated_at = MONDAY + timedelta(days=days)
    known_at = stated_at + timedelta(minutes=1) if known_days is None else MONDAY + timedelta(days=known_days)
    told = Mail(
        sha256=name.ljust(64, "0"),
        message_id=f"<{name}@broker.example>",
        source="sales",
        sent_at=stated_at,
        stated_at=stated_at,
        known_at=known_at,
        sender="Ueno Aki",
        sender_address="ueno@broker.example",
        subject=f"[{name}] Java 案件",
        language="ja",
        kind=Kind.REQUISITION,
    )
    return replace(told, **more)  # type: ignore[arg-type]


def requirement(key: str = "java", **more: object) -> Requirement:
    """A demand for years of something."""
    told = Requirement(Category.SKILL, key, key.title(), Necessity.MUST, f"{key} 3年以上", 10, 10 + len(key) + 5, min=3.0, unit="year")
    return replace(told, **more)  # type: ignore[arg-type]


EVERY_FIELD = Requirement(
    category=Category.RATE,
    key="rate",
    label="単価",
    necessity=Necessity.MUST,
    evidence="+3万まで\n(応相談)",
    start=40,
    end=52,
    min=0.1 + 0.2,
    max=30000.0,
    unit="jpy_per_month",
    text="応相談\x1b\x1f\x1bn",
    confidence=0.87,
    necessity_stated=False,
    hedged=True,
    relative=True,
    group="g1",
    group_need=2,
    condition="経験が浅ければ",
    reason=Reason.BUDGET,
    stated_by=Speaker.END_CLIENT,
    open_class=True,
)
"""A demand with a value in every field, some of them hard to carry."""


def statement(*requirements: Requirement, ordinal: int = 0, **more: object) -> Statement:
    """A full statement of these demands."""
    told = Statement(ordinal, Mode.FULL, "a-77", "Java developer", "Kita Foods", requirements=requirements, stated_by=Speaker.INTERMEDIARY)
    return replace(told, **more)  # type: ignore[arg-type]


def keys(of: Mail, ordinal: int = 0, **more: object) -> LinkKeys:
    """The link keys of a statement of that mail; its thread is the mail alone."""
    told = LinkKeys(
        statement_id=statement_id(of.sha256, ordinal),
        sha256=of.sha256,
        ordinal=ordinal,
        stated_at=of.stated_at,
        organisation="broker.example",
        reference=None,
        title=None,
        client=None,
        message_id=of.message_id,
        thread=frozenset({of.message_id or "", "ti:00ff"}),
        mode=Mode.FULL,
        seats=1,
    )
    return replace(told, **more)  # type: ignore[arg-type]


def read_mail(of: Mail, *statements: Statement, events: tuple[Event, ...] = (), flags: tuple[Flag, ...] = (), **more: object) -> ReadMail:
    """That mail as read, with link keys for each of its statements."""
    all_keys = tuple(keys(of, told.ordinal, seats=len(statements)) for told in statements)
    return replace(ReadMail(of, Reading(Kind(of.kind), "ja", statements, events, flags), link_keys=all_keys), **more)  # type: ignore[arg-type]


EVENT = Event(EventKind.INTERVIEW, None, planned=True, count=1, at="2026-11-25T14:00", evidence="25日14時", start=5, end=11)
FLAG = Flag(FlagRule.AGE_LIMIT, "30歳まで", 40, 45, "age limits need a reason in law", None)
PROBLEM = Problem(Stage.EXTRACT, "reading it stopped a worker process twice", "look at it with `reqdrift quarantine show`")


def root(of: Mail, **more: object) -> Link:
    """The link of a mail's first statement that founds a requisition."""
    found = statement_id(of.sha256, 0)
    return replace(Link(found, found, None, LinkRule.ROOT, 1.0), **more)  # type: ignore[arg-type]


def version(of: Mail, number: int, *requirements: Requirement, requisition_id: str | None = None) -> Version:
    """A version that this mail made."""
    found = statement_id(of.sha256, 0)
    held = tuple(Held(told, of.sha256, of.message_id, of.stated_at, Speaker.INTERMEDIARY) for told in requirements)
    whose = requisition_id or found
    return Version(
        whose, number, found, of.sha256, of.message_id, of.stated_at, of.known_at, Speaker.INTERMEDIARY, Mode.FULL, Status.OPEN, held
    )


def change(of: Mail, number: int, requisition_id: str, **more: object) -> Change:
    """A raise that this mail made."""
    told = Change(
        change_id=change_id(of.sha256, 0, "skill", "java", "raised"),
        requisition_id=requisition_id,
        version=number,
        sha256=of.sha256,
        message_id=of.message_id,
        stated_at=of.stated_at,
        known_at=of.known_at,
        category="skill",
        key="java",
        label="Java",
        change=ChangeKind.RAISED,
        effect=Effect.HARDER,
        reason=Reason.WORKLOAD,
        stated_by=Speaker.END_CLIENT,
        before="3年以上",
        after="5年以上",
        implied=False,
        before_message_id="<first@broker.example>",
        before_evidence="java 3年以上",
        evidence="java 5年以上",
    )
    return replace(told, **more)  # type: ignore[arg-type]


def hint(of: Mail) -> HintRow:
    """Something that this mail says and does not hold."""
    return HintRow(Hint(EVERY_FIELD, HintWhy.HEDGED), of.sha256, of.message_id, of.stated_at, Speaker.OWN_SALES)


def requisition(
    of: Mail, *versions: Version, changes: tuple[Change, ...] = (), hints: tuple[HintRow, ...] = (), **more: object
) -> Requisition:
    """The requisition that this mail founded; its mails and links are those of that mail alone."""
    found = statement_id(of.sha256, 0)
    told = Requisition(
        requisition_id=found,
        aliases=(found, "A-77"),
        reference="A-77",
        title="Java developer",
        client="Kita Foods",
        status=Status.OPEN,
        followed=True,
        owner="Mori",
        twin_of=None,
        first_seen_at=of.stated_at,
        last_changed_at=None,
        last_confirmed_at=None,
        history=History(found, versions, changes, hints),
        mails=(of,),
        links=(root(of),),
    )
    return replace(told, **more)  # type: ignore[arg-type]
