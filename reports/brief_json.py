"""The briefing for programs; docs/briefing.md describes the schema. Conditions of age or sex are named, their words are not repeated."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from reports.brief_page import BriefPage
from reports.brief_records import ConflictLine, HeldLine, HintLine, InterviewLine, Move, ProposalLine, Query, Usual
from reports.plain import plain
from reports.safety import visible
from reports.seatrecords import Row
from reports.sentences import Item
from requisitions.conflicts import Word
from requisitions.risk import Risk
from requisitions.versions import Mail

Object = dict[str, Any]

_LONGEST = 4_000
"""Characters of the longest text; sentences are shorter by themselves."""


def render(page: BriefPage) -> str:
    """The briefing as one JSON object in one line."""
    return json.dumps(_harmless(briefing(page)), ensure_ascii=False) + "\n"


def _harmless(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """The same with every sign shown that hides or turns text, or that no encoding has: ids come out of mails too."""
    if isinstance(value, dict):
        return {name: _harmless(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_harmless(one) for one in value]
    return visible(value, _LONGEST) if isinstance(value, str) else value


def briefing(page: BriefPage) -> Object:
    """The briefing as an object; words and sentences are in the page's language, moments in UTC."""
    return {**_head(page), **_demands(page), **_doubts(page), **_people(page)}


def _head(page: BriefPage) -> Object:
    brief, name = page.brief, page.brief.name
    return {
        "requisition_id": name.requisition_id,
        "reference": name.reference,
        "title": name.title,
        "client": name.client,
        "language": page.language,
        "timezone": brief.timezone,
        "now": _moment(brief.now),
        "data_cut": None if brief.data_cut is None else _moment(brief.data_cut),
        "status": brief.status,
        "versions": brief.versions,
        "risk": None if brief.risk is None else _risk(page, brief.risk),
        "lead": [plain(page.phrasing.say(sentence)) for sentence in brief.lead],
    }


def _demands(page: BriefPage) -> Object:
    brief = page.brief
    return {
        "since": {"from": brief.since, "at": _moment(brief.since_at)},
        "holds": [_held(page, line) for line in brief.holds],
        "holds_left": brief.holds_left,
        "moved": [_move(page, move) for move in brief.moves],
        "moved_left": brief.moves_left,
        "moved_before": brief.moved_before,
        "second_hand": len(brief.second_hand),
    }


def _doubts(page: BriefPage) -> Object:
    brief = page.brief
    return {
        "conflicts": [_conflict(page, line) for line in brief.conflicts],
        "conflicts_left": brief.conflicts_left,
        "hints": [_hint(page, line) for line in brief.hints],
        "hints_left": brief.hints_left,
        "usual": [_usual(page, line) for line in brief.usual],
        "not_stated": [_item(page, item) for item in brief.not_stated],
        "flags": brief.flags,
    }


def _people(page: BriefPage) -> Object:
    brief, people = page.brief, page.brief.people
    return {
        "people": {"in_play": people.in_play, "turned_down": people.turned_down},
        "proposals": [_proposal(page, line) for line in people.proposals],
        "proposals_left": people.proposals_left,
        "interviews": [_interview(line) for line in people.interviews],
        "interviews_left": people.interviews_left,
        "questions": [_query(page, query) for query in brief.queries],
        "mails": [_mail(page, mail) for mail in brief.sources],
    }


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _item(page: BriefPage, item: Item) -> Object:
    return {"category": item.category, "key": item.key, "name": plain(page.phrasing.say(item))}


def _risk(page: BriefPage, risk: Risk) -> Object:
    reasons = [{"code": reason.code, "factor": reason.factor, "data": dict(reason.data)} for reason in risk.reasons]
    return {"score": risk.score, "reasons": reasons, "words": [plain(part) for part in page.risk()]}


def _held(page: BriefPage, line: HeldLine) -> Object:
    demand, held = line.held.requirement, line.held
    value: Mapping[str, object] = {"min": demand.min, "max": demand.max, "unit": demand.unit}
    return {
        "category": demand.category,
        "key": demand.key,
        "name": plain(page.item(demand)),
        "necessity": demand.necessity,
        **(dict.fromkeys(value) if line.reviewable else value),
        "words": plain(page.held(demand)),
        "certainty": line.certainty,
        "moved": line.moved,
        "stated_by": held.stated_by,
        "stated_at": _moment(held.stated_at),
        "sha256": held.sha256,
        "message_id": held.message_id,
    }


def _move(page: BriefPage, move: Move) -> Object:
    change = move.last.change
    return {
        "category": change.category,
        "key": change.key,
        "name": plain(page.item(change)),
        "before": plain(page.before(move)),
        "now": plain(page.now(move)),
        "times": move.times,
        "people_in_play": move.people,
        "changes": [_row(page, row) for row in move.rows],
    }


def _row(page: BriefPage, row: Row) -> Object:
    change = row.change
    return {
        "change_id": change.change_id,
        "change": change.change,
        "effect": change.effect,
        "reason": change.reason,
        "implied": change.implied,
        "certainty": row.certainty,
        "stated_by": change.stated_by,
        "stated_at": _moment(change.stated_at),
        "quote": None if row.reviewable or row.quote is None else plain(page.quote_of(change, row.mail, row.quote)),
        "sha256": change.sha256,
        "message_id": change.message_id,
    }


def _conflict(page: BriefPage, line: ConflictLine) -> Object:
    conflict = line.conflict
    return {
        "kind": conflict.kind,
        "category": conflict.demand.category,
        "key": conflict.demand.key,
        "name": plain(page.item(conflict.demand)),
        "holds": None if conflict.holds is None else _word(page, line, conflict.holds),
        "against": _word(page, line, conflict.against),
    }


def _word(page: BriefPage, line: ConflictLine, word: Word) -> Object:
    return {
        "words": None if word.requirement is None else plain(page.demand(word.requirement)),
        "quote": None if word.requirement is None else plain(page.word_quote(line, word)),
        "stated_by": word.stated_by,
        "stated_at": _moment(word.stated_at),
        "sha256": word.sha256,
    }


def _hint(page: BriefPage, line: HintLine) -> Object:
    demand = line.row.hint.requirement
    return {
        "why": line.row.hint.why,
        "category": demand.category,
        "key": demand.key,
        "name": plain(page.item(demand)),
        "words": plain(page.demand(demand)),
        "confidence": demand.confidence,
        "quote": plain(page.hint_quote(line)),
        "stated_by": line.row.stated_by,
        "stated_at": _moment(line.row.stated_at),
        "sha256": line.row.sha256,
    }


def _usual(page: BriefPage, line: Usual) -> Object:
    return {**_item(page, line.item), "basis": line.basis, "named": line.named, "seats": line.seats}


def _proposal(page: BriefPage, line: ProposalLine) -> Object:
    mail = line.mail
    return {
        "at": _moment(line.at),
        "count": line.count,
        "moved_after": {str(effect): number for effect, number in line.effects},
        "sha256": None if mail is None else mail.sha256,
        "message_id": None if mail is None else mail.message_id,
        "link": None if mail is None else page.mail_url(mail),
    }


def _interview(line: InterviewLine) -> Object:
    return {"at": _moment(line.at), "ahead": line.ahead, "planned": line.planned, "hour_told": not line.dated_only}


def _query(page: BriefPage, query: Query) -> Object:
    return {
        "id": query.text.key.removeprefix("query."),
        "language": page.brief.ask_language,
        "text": plain(page.asked(query)),
        "to": plain(page.addressee(query)) or None,
        "about": [_item(page, item) for item in query.about],
    }


def _mail(page: BriefPage, mail: Mail) -> Object:
    return {
        "sha256": mail.sha256,
        "message_id": mail.message_id,
        "stated_at": _moment(mail.stated_at),
        "sender": plain(page.sender(mail)),
        "subject": plain(page.subject(mail)),
        "link": page.mail_url(mail),
    }
