"""Cases in the format of the gold corpus, so that its scorer and checker work on them."""

import json
from pathlib import Path
from typing import Any

from bench.mailgen.mails import Mail
from bench.mailgen.story import Case
from bench.mailgen.truth import Change, Demand, Statement

Row = dict[str, Any]


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _field(name: str, value: str | float | None) -> str | float | None:
    return _number(value) if name in {"min", "max"} and not isinstance(value, str) else value


def demand_row(demand: Demand) -> Row:
    """A requirement of the gold."""
    row: Row = {
        "category": demand.category,
        "keys": list(demand.keys),
        "necessity": demand.necessity,
        "min": _number(demand.min),
        "max": _number(demand.max),
        "unit": demand.unit,
        "text": demand.text,
        "quote": demand.quote,
    }
    if demand.others:
        row["or"] = [{name: _field(name, value) for name, value in other} for other in demand.others]
    return row


def optional_row(demand: Demand) -> Row:
    """An item that counts neither way."""
    row: Row = {"category": demand.category, "keys": list(demand.keys), "quote": demand.quote}
    if demand.necessity == "not_required":
        row["necessity"] = "not_required"
    return row


def change_row(change: Change) -> Row:
    """A change, its further readings under `or`."""
    effects = change.effect.split("|")
    row: Row = {
        "requisition": change.requisition,
        "category": change.category,
        "keys": list(change.keys),
        "change": change.change,
        "effect": effects[0],
        "reason": change.reasons[0],
        "stated_by": change.speakers[0],
        "quote": change.quote,
    }
    others = [
        {"effect": effect, "reason": reason, "stated_by": speaker}
        for effect in effects
        for reason in change.reasons
        for speaker in change.speakers
    ][1:]
    return row | ({"or": others} if others else {})


def statement_row(one: Statement) -> Row:
    """A statement of the gold."""
    row: Row = {
        "requisition": one.requisition,
        "mode": one.mode,
        "status": one.status,
        "requirements": [demand_row(d) for d in one.demands],
    }
    return row | ({"optional": [optional_row(d) for d in one.optional]} if one.optional else {})


def message_row(mail: Mail, file: str) -> Row:
    """What the gold says about one mail."""
    truth = mail.truth
    row: Row = {"file": file, "kind": truth.kind, "statements": [statement_row(s) for s in truth.statements]}
    if truth.mentions:
        row["mentions"] = list(truth.mentions)
    row["flags"] = sorted(truth.flags)
    if truth.optional_flags:
        row["optional_flags"] = sorted(truth.optional_flags)
    row["changes"] = [change_row(c) for c in truth.changes]
    if truth.optional_changes:
        row["optional_changes"] = [{"requisition": seat, **optional_row(d)} for seat, d in truth.optional_changes]
    return row | {"frames": [use.id for use in truth.uses]}


def case_row(case: Case) -> Row:
    """A case as its `gold.json` has it."""
    messages = [message_row(mail, f"{i:02}.eml") for i, mail in enumerate(case.mails, 1)]
    return {"id": case.id, "language": case.language, "about": case.about, "messages": messages}


def write_case(case: Case, folder: Path) -> None:
    """Write the mails and the gold of a case into `folder/<id>`."""
    home = folder / case.id
    home.mkdir(parents=True)
    for i, mail in enumerate(case.mails, 1):
        (home / f"{i:02}.eml").write_bytes(mail.raw)
    (home / "gold.json").write_text(json.dumps(case_row(case), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
