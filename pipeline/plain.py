"""Records as JSON objects, with the names of the contract (CONTRACT.md 2 to 5)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from requisitions.corrections import Entered, said
from requisitions.messages import Message, Problem
from requisitions.risk import Risk
from requisitions.statements import Event, Flag, Hint, Reading, Requirement, Statement
from requisitions.versions import Change, Corrected, EventRow, FlagRow, Held, HintRow, Link, Mail, Requisition, Version
from requisitions.words import Kind

REQUIREMENT = (
    "category", "key", "label", "necessity", "min", "max", "unit", "text", "evidence", "start", "end", "confidence",
    "necessity_stated", "hedged", "relative", "group", "group_need", "condition", "reason", "stated_by",
)  # fmt: skip
STATEMENT = ("reference", "title", "client", "mode", "status", "status_stated", "reason", "stated_by")
EVENT = ("kind", "statement", "planned", "count", "at", "evidence", "start", "end")
FLAG = ("rule", "evidence", "start", "end", "note")
CHANGE = (
    "change_id", "requisition_id", "version", "sha256", "message_id", "stated_at", "known_at", "category", "key", "label", "change",
    "effect", "reason", "stated_by", "before", "after", "implied", "before_message_id", "before_evidence", "evidence", "review",
)  # fmt: skip
MAIL = ("sha256", "message_id", "source", "sent_at", "stated_at", "known_at", "sender", "subject", "language", "kind")
LINK = ("statement_id", "requisition_id", "parent_statement_id", "rule", "score", "revised")
REQUISITION = (
    "requisition_id", "aliases", "reference", "title", "client", "status", "followed", "owner", "twin_of",
    "first_seen_at", "last_changed_at", "last_confirmed_at",
)  # fmt: skip

CORRECTED = ("sha256", "category", "key", "start", "end")

Object = dict[str, Any]


def extracted(message: Message, reading: Reading) -> Object:
    """One mail as `extract --json` prints it (CONTRACT.md 4)."""
    return {
        "message_id": message.message_id,
        "language": reading.language,
        "subject": message.subject,
        "text": message.text,
        "kind": reading.kind,
        "statements": [_statement(statement) for statement in reading.statements],
        "events": [event(item) for item in reading.events],
        "problem": None,
        "flags": [flag(item) for item in reading.flags],
    }


def unreadable(problem: Problem) -> Object:
    """A mail that cannot be read, in the same form; `text` is empty."""
    return {
        "message_id": None,
        "language": None,
        "subject": None,
        "text": "",
        "kind": Kind.UNREADABLE,
        "statements": [],
        "events": [],
        "problem": problem.problem,
        "flags": [],
    }


def requisition(whole: Requisition, words: Iterable[Entered] = ()) -> Object:
    """A requisition with its story, as `show --json` prints it, and people's words that bear on it."""
    return {
        **_picked(whole, REQUISITION),
        "risk": None if whole.risk is None else risk(whole.risk),
        "versions": [_version(version) for version in whole.history.versions],
        "changes": [change(item) for item in whole.history.changes],
        "hints": [_hint_row(row) for row in whole.history.hints],
        "events": [_event_row(row) for row in whole.events],
        "flags": [_flag_row(row) for row in whole.flags],
        "confirmations": list(whole.history.confirmations),
        "mails": [mail(item) for item in whole.mails],
        "links": [_link(item) for item in whole.links],
        "corrected": [_corrected(row) for row in whole.history.corrected],
        "corrections": [_word(one) for one in words],
    }


def risk(item: Risk) -> Object:
    """A score with its reasons: what each multiplies by, and its figures."""
    return {"score": item.score, "reasons": [{"code": one.code, "factor": one.factor, **one.data} for one in item.reasons]}


def requirement(item: Requirement) -> Object:
    """The fields of CONTRACT.md 2."""
    return _picked(item, REQUIREMENT)


def event(item: Event) -> Object:
    """An event of one mail."""
    return _picked(item, EVENT)


def flag(item: Flag) -> Object:
    """A flag of one mail."""
    return _picked(item, FLAG)


def change(item: Change) -> Object:
    """The columns of the view `changes`."""
    return _picked(item, CHANGE)


def mail(item: Mail) -> Object:
    """What is known of a mail."""
    return _picked(item, MAIL)


def _statement(item: Statement) -> Object:
    return {
        **_picked(item, STATEMENT),
        "requirements": [requirement(demand) for demand in item.requirements],
        "hints": [_hint(hint) for hint in item.hints],
    }


def _hint(item: Hint) -> Object:
    return {**requirement(item.requirement), "why": item.why}


def _version(item: Version) -> Object:
    head = _picked(item, ("number", "statement_id", "sha256", "message_id", "stated_at", "known_at", "stated_by", "mode", "status"))
    return {"version": head.pop("number"), **head, "requirements": [_held(held) for held in item.held]}


def _held(item: Held) -> Object:
    return {**requirement(item.requirement), **_picked(item, ("sha256", "message_id", "stated_at", "stated_by"))}


def _hint_row(row: HintRow) -> Object:
    return {**_hint(row.hint), **_picked(row, ("sha256", "message_id", "stated_at", "stated_by"))}


def _event_row(row: EventRow) -> Object:
    return {**event(row.event), **_picked(row, ("sha256", "message_id", "known_at"))}


def _flag_row(row: FlagRow) -> Object:
    return {"flag_id": row.flag_id, **flag(row.flag), **_picked(row, ("sha256", "message_id", "known_at", "review"))}


def _link(item: Link) -> Object:
    return _picked(item, LINK)


def _corrected(row: Corrected) -> Object:
    """Where a person's word counts instead of what was read: its number, and the place in the mail."""
    return {"correction_id": row.seq, **_picked(row, CORRECTED)}


def _word(one: Entered) -> Object:
    """The columns of the view `corrections`."""
    word = one.word
    return {
        "correction_id": one.seq,
        "kind": word.kind,
        "sha256": word.about.sha256,
        "ordinal": word.about.ordinal,
        **_picked(word, ("category", "key", "reviewed")),
        "said": said(word),
        "said_by": word.by,
        "note": word.note,
        "said_at": _plain(one.at),
    }


def _picked(record: object, names: tuple[str, ...]) -> Object:
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return value
