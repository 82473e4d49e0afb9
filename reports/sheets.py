"""The sheets of the workbook as plain rows: what stands in which cell, before any library is asked to write it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from reports import cells
from reports.page import Page
from reports.plain import plain
from reports.records import NewSeat, SilentSeat, Turn
from reports.seatrecords import MovedLine, MovedSeat, Row, SeatName, Standing
from reports.sentences import Sentence
from requisitions.versions import Mail
from requisitions.words import Effect, Review

Cell: TypeAlias = str | float | datetime | None
Cells: TypeAlias = dict[str, Cell]

STATE, NOTE, CHANGE_ID = "state", "note", "change_id"
"""Heads that are the same in every language, as they are read back: the two columns to fill, and what they are about."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; a row that lacks a column leaves its cell empty, moments are local and naive."""

    name: str
    heads: Mapping[str, str]
    """What stands over each column, by its name in `rows`."""
    rows: tuple[Cells, ...]


def tables(page: Page) -> tuple[Sheet, ...]:
    """The sheets that can be sorted and filtered."""
    return (_changes(page), _seats(page), _review(page))


_SEAT = {"client": "sheet.client", "reference": "sheet.reference", "title": "sheet.title"}
_CHANGE = {"item": "moved.item", "change": "sheet.change", "effect": "sheet.effect", "first": "moved.first"}
_SOURCE = {"certainty": "sheet.certainty", "stated": "sheet.stated", "writer": "sheet.writer"}
_MAIL = {"subject": "sheet.subject", "message_id": "sheet.message_id", "address": "sheet.address"}


def _heads(page: Page, keys: Mapping[str, str]) -> dict[str, str]:
    zone = page.zone()
    return {name: page.words.text(key).format(zone=zone) for name, key in keys.items()}


def _rows(page: Page) -> Iterator[tuple[SeatName, Row]]:
    """Every change that the report holds, seat by seat."""
    moved = page.report.moved
    yield from ((seat.name, row) for seat in moved.whole for row in seat.rows)
    yield from ((line.name, row) for line in (*moved.lines, *moved.elsewhere, *moved.ways) for row in line.rows)


def _changes(page: Page) -> Sheet:
    values = {"before": "sheet.before", "now": "moved.now", **_SOURCE, "reason": "sheet.reason", "review": "sheet.state"}
    heads = _heads(page, {**_SEAT, "category": "sheet.category", **_CHANGE, **values, "quote": "sheet.quote", **_MAIL})
    rows = [{**_change(page, name, row), **_mail(page, row.mail)} for name, row in _rows(page)]
    return Sheet(page.words.text("sheet.changes"), {**heads, CHANGE_ID: CHANGE_ID}, tuple(rows))


def _review(page: Page) -> Sheet:
    told = {"client": "sheet.client", "reference": "sheet.reference", **_CHANGE, "now": "moved.now", **_SOURCE, "quote": "sheet.quote"}
    heads = {CHANGE_ID: CHANGE_ID, STATE: STATE, NOTE: NOTE, **_heads(page, told)}
    rows = [_change(page, name, row) for name, row in _rows(page) if row.change.review is Review.OPEN]
    return Sheet(page.words.text("sheet.review"), heads, tuple(rows))


def _change(page: Page, name: SeatName, row: Row) -> Cells:
    change, before = row.change, cells.just_before(page, row)
    return {
        **_names(page, name),
        "category": page.words.text(f"category.{change.category}"),
        "item": plain(page.item(change)),
        "change": page.change(change, row.after),
        "effect": page.words.text(f"effect.{change.effect}"),
        "first": plain(cells.first(page, row)),
        "before": None if before is None else plain(before),
        "now": plain(cells.now(page, row)),
        "certainty": page.words.text(f"certainty.{row.certainty}"),
        "stated": _local(page, change.stated_at),
        "writer": plain(page.writer(change, row.mail)),
        "reason": page.words.text(f"reason.{change.reason}"),
        "review": page.words.text(f"review.{change.review}"),
        "quote": plain(cells.quote(page, row)),
        CHANGE_ID: change.change_id,
    }


def _mail(page: Page, mail: Mail | None) -> Cells:
    """How to find a mail."""
    if mail is None:
        return {}
    return {"subject": plain(page.subject(mail)), "message_id": page.message_id(mail), "address": page.mail_url(mail)}


def _names(page: Page, name: SeatName) -> Cells:
    told = {"client": name.client, "reference": name.reference, "title": name.title}
    return {key: None if text is None else plain(page.name(text)) for key, text in told.items()}


def _local(page: Page, moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(page.report.timezone)).replace(tzinfo=None)


def _seats(page: Page) -> Sheet:
    told = {"via": "sheet.via", "facts": "fact.head", "unstated": "moved.not_stated", "questions": "moved.ask", "at": "sheet.last"}
    heads = _heads(page, {**_SEAT, "standing": "sheet.standing", "call": "sheet.call"})
    heads |= {effect: page.words.text(f"effect.{effect}") for effect in Effect} | _heads(page, told)
    moved, others = page.report.moved, page.report.others
    rows = [_whole(page, seat) for seat in moved.whole]
    rows += [_line(page, line, "standing.moved") for line in moved.lines]
    rows += [_line(page, line, "sheet.elsewhere") for line in moved.elsewhere]
    rows += [_line(page, line, "moved.way") for line in moved.ways]
    rows += [_new(page, seat) for seat in others.new]
    rows += [_turn(page, turn) for turn in others.turns]
    rows += [_silent(page, seat) for seat in others.silent]
    return Sheet(page.words.text("sheet.seats"), {**heads, "requisition_id": "requisition_id"}, tuple(rows))


def _seat(page: Page, name: SeatName, standing: str) -> Cells:
    return {**_names(page, name), "standing": page.words.text(standing), "requisition_id": name.requisition_id}


def _effects(seat: MovedSeat | MovedLine) -> Cells:
    numbers = dict(seat.effects)
    return {effect: numbers.get(effect, 0) for effect in Effect}


def _told(page: Page, sentences: tuple[Sentence, ...]) -> str | None:
    return plain(page.listed(sentences)) if sentences else None


def _whole(page: Page, seat: MovedSeat) -> Cells:
    return {
        **_seat(page, seat.name, "standing.moved"),
        **_effects(seat),
        "call": seat.call or None,
        "via": None if seat.intermediary is None else plain(page.phrasing.say(seat.intermediary)),
        "facts": _told(page, seat.facts),
        "unstated": plain(page.listed(seat.not_stated)) if seat.not_stated else None,
        "questions": plain(page.sentences(seat.questions)) if seat.questions else None,
        "at": max((_local(page, mail.stated_at) for mail in seat.sources), default=None),
    }


def _line(page: Page, line: MovedLine, standing: str) -> Cells:
    at = max((_local(page, row.change.stated_at) for row in line.rows), default=None)
    return {**_seat(page, line.name, standing), **_effects(line), "at": at}


def _new(page: Page, seat: NewSeat) -> Cells:
    return {
        **_seat(page, seat.name, f"standing.{Standing.NEW}"),
        "via": None if seat.via is None else plain(page.phrasing.say(seat.via)),
        "facts": plain(page.demands(seat)) or None,
        "unstated": plain(page.listed(seat.not_stated)) if seat.not_stated else None,
        "at": _local(page, seat.at),
    }


def _turn(page: Page, turn: Turn) -> Cells:
    facts = plain(page.quote_of(turn.change, turn.mail, turn.quote))
    return {**_seat(page, turn.name, f"other.{turn.change.change}"), "facts": facts, "at": _local(page, turn.change.stated_at)}


def _silent(page: Page, seat: SilentSeat) -> Cells:
    facts = [plain(page.count(seat.days, "days"))]
    if seat.proposed:
        facts.append(plain(page.text("fact.proposed", people=page.counted(seat.proposed, "people"))))
    standing = _seat(page, seat.name, f"standing.{Standing.SILENT}")
    return {**standing, "facts": page.words.text("join.list").join(facts), "at": _local(page, seat.last)}
