"""Small words for tests of the rules: a demand, a mail, a statement, a story of them."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from requisitions.folding import fold
from requisitions.statements import Hint, Requirement, Statement
from requisitions.versions import Change, History, LinkKeys, Mail, Stated, Version
from requisitions.words import Category, Mode, Necessity, Reason, Speaker, Status

DAY_ONE = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


def demand(name: str, necessity: str = "must", /, **fields: Any) -> Requirement:
    """`demand("skill/java", min=3, unit="year")`: its evidence says all of it, so other values are other words."""
    category, _, key = name.partition("/")
    told = " ".join(f"{field}={value}" for field, value in sorted(fields.items()) if field in {"min", "max", "unit", "text"})
    words: dict[str, Any] = {"label": key, "evidence": f"{key} {necessity} {told}".strip(), "start": 0, "end": 1}
    made = Requirement(category=Category(category), key=key, necessity=Necessity(necessity), **words)
    return replace(made, **fields)


def hint(requirement: Requirement, why: str) -> Hint:
    """A hint as an extractor gives it."""
    from requisitions.words import HintWhy

    return Hint(requirement, HintWhy(why))


def mail(day: float, sender: str = "sato@prime.example", name: str = "") -> Mail:
    """A mail of so many days after the first of September."""
    when = DAY_ONE + timedelta(days=day)
    sha256 = hashlib.sha256(f"{day} {sender} {name}".encode()).hexdigest()
    return Mail(
        sha256=sha256,
        message_id=f"<{sha256[:8]}@prime.example>",
        source="test",
        sent_at=when,
        stated_at=when,
        known_at=when + timedelta(minutes=5),
        sender=sender,
        sender_address=sender,
        subject="",
        language="en",
        kind="requisition",
    )


def stated(day: float, mode: Mode, demands: tuple[Requirement, ...], sender: str = "sato@prime.example", **fields: Any) -> Stated:
    """A statement of a mail; `status` counts as stated."""
    if "status" in fields:
        fields = {"status_stated": True, "status_evidence": f"now {fields['status']}", "status_start": 9, **fields}
        fields["status"] = Status(str(fields["status"]))
    told = Statement(ordinal=0, mode=mode, requirements=demands, reason=Reason.UNSTATED, stated_by=Speaker.INTERMEDIARY)
    written = mail(day, sender)
    return Stated(f"r{written.sha256[:12]}", replace(told, **fields), written)


def full(day: float, *demands: Requirement, **fields: Any) -> Stated:
    """A full text sent on that day."""
    return stated(day, Mode.FULL, demands, **fields)


def amend(day: float, *demands: Requirement, **fields: Any) -> Stated:
    """An amendment sent on that day."""
    return stated(day, Mode.AMENDMENT, demands, **fields)


def story(*statements: Stated) -> History:
    """The history of one requisition."""
    return fold("r1", statements)


def moves(history: History) -> list[str]:
    """The changes in short: `raised skill/java harder`."""
    return [f"{change.change} {change.category}/{change.key} {change.effect}" for change in history.changes]


def last(history: History) -> Version:
    """The version that holds at the end."""
    return history.versions[-1]


def held(version: Version, name: str) -> Requirement:
    """A demand of a version."""
    category, _, key = name.partition("/")
    return next(home.requirement for home in version.held if home.requirement.identity == (category, key))


def names(version: Version) -> list[str]:
    """What is in a version, known absences in brackets."""
    return [
        f"({one.category}/{one.key})" if one.necessity is Necessity.NOT_REQUIRED else f"{one.category}/{one.key}"
        for one in (home.requirement for home in version.held)
    ]


def only_change(history: History) -> Change:
    """The one change of a history that has no other."""
    assert len(history.changes) == 1, moves(history)
    return history.changes[0]


def keys(day: float, name: str = "", /, **fields: Any) -> LinkKeys:
    """Link keys of a mail with one full seat, by default of a broker, with a Message-ID of its own."""
    from requisitions.linking import normalise_reference, normalise_title

    sender = str(fields.get("sender", "sato@prime.example"))
    identifier = hashlib.sha256(f"{day} {name} {sender}".encode()).hexdigest()
    made = LinkKeys(
        statement_id=f"r{identifier[:12]}/{fields.get('ordinal', 0)}",
        sha256=identifier,
        ordinal=0,
        stated_at=DAY_ONE + timedelta(days=day),
        organisation=sender.rpartition("@")[2],
        reference=None,
        title=None,
        client=None,
        message_id=f"<{day}.{name}@mail.example>",
        thread=frozenset({f"<{day}.{name}@mail.example>"}),
        mode=Mode.FULL,
        seats=1,
        sender=sender,
    )
    for field in ("title", "subject"):
        if field in fields:
            fields[field] = normalise_title(str(fields[field])) if fields[field] else None
    if "subject" in fields and "title" not in fields:
        fields["title"] = fields["subject"]
    if "reference" in fields:
        fields["reference"] = normalise_reference(str(fields["reference"]))
    if "answers" in fields:
        fields["thread"] = made.thread | {str(identifier) for identifier in fields.pop("answers")}
    if "words" in fields:
        fields["words"] = frozenset(str(fields["words"]).split())
    if fields.get("own"):
        fields["organisation"] = None
    return replace(made, **fields)
