"""The first sheet of the workbook: the front page line by line."""

from collections.abc import Iterator
from typing import TypeAlias

from reports.page import Page
from reports.plain import plain
from reports.records import Call

Line: TypeAlias = tuple[str | int | None, str | int | None, str | None]
"""A label, its text or number, and how sure or how far it is."""
_GAP: Line = (None, None, None)


def lines(page: Page) -> list[Line]:
    """What the week was, whom to call, what else waits for a decision, and how the workbook is filled."""
    return [*_head(page), _GAP, *_points(page), _GAP, *_calls(page), _GAP, *_decisions(page), _GAP, *_notes(page)]


def _head(page: Page) -> Iterator[Line]:
    head, week = page.report.head, page.report.week
    yield page.words.text("page.title"), plain(page.text("page.week_plain", year=week.year, week=week.week)), None
    yield None, plain(page.days_of_week()), None
    yield page.words.text("head.mails"), plain(page.of_mails()), None
    yield page.words.text("head.seats_followed" if head.followed_only else "head.seats_all"), plain(page.of_seats()), None
    yield page.words.text("head.cut"), plain(page.data_cut()), None
    yield page.words.text("head.extractor"), head.extractor, None
    for _, _, word, number in page.tally():
        yield plain(page.text("join.term", name=page.words.text("head.tally"), value=word)), number, None


def _points(page: Page) -> Iterator[Line]:
    yield page.words.text("front.points"), None, None
    for problem in page.report.head.failed:
        yield None, plain(page.text("front.failed", source=page.source(problem))), None
    for point in page.report.points:
        if point.headline is not None:
            yield None, plain(page.phrasing.say(point.headline)), None
        if point.text:
            yield None, plain(page.sentences(point.text)), plain(page.certainty(point.certainty))


def _calls(page: Page) -> Iterator[Line]:
    calls = page.report.calls
    if calls.shown:
        yield plain(page.calls_head()), page.words.text("front.calls_note"), None
    else:
        yield page.words.text("front.no_calls_head"), plain(page.no_calls()), None
    for number, call in enumerate(calls.shown, 1):
        yield number, _call(page, call), plain(page.call_facts(call))
    if calls.left:
        yield None, plain(page.text("front.calls_left", seats=page.counted(calls.left, "seats"))), None
    if calls.first_look is not None:
        yield page.words.text("front.first_look"), _call(page, calls.first_look), plain(page.call_facts(calls.first_look))


def _call(page: Page, call: Call) -> str:
    name = plain(page.call_name(call.name))
    told = plain(page.text("join.sentences", before=page.phrasing.say(call.finding), after=page.asked(call.question)))
    return plain(page.text("join.term", name=name, value=told))


def _decisions(page: Page) -> Iterator[Line]:
    """What waits for a person; conditions to review by count and seat, never in words."""
    todo = page.report.decisions
    yield page.words.text("front.rest"), None if page.has_decisions() else page.words.text("decide.none"), None
    if todo.flags:
        seats = plain(page.flagged_seats())
        yield plain(page.flags_head()), seats, page.words.text("review.open")
    for key, names in (("decide.musts", todo.musts), ("decide.conflicts", todo.conflicts), ("decide.carried", todo.carried)):
        if names:
            yield plain(page.decision_head(key, len(names), "seats")), plain(page.seat_links(names)), None
    for link in todo.links:
        told = page.text("join.term", name=page.seat_links([link.name]), value=page.doubt(link))
        yield page.words.text("decide.links"), plain(told), None
    for unread in todo.unread:
        yield page.words.text("decide.unread"), plain(page.unread(unread)), None
    for word in todo.lapsed:
        yield page.words.text("decide.lapsed"), plain(page.lapsed(word)), None
    for problem in page.report.head.failed:
        yield page.words.text("decide.failed"), plain(page.failure(problem)), None


def _notes(page: Page) -> Iterator[Line]:
    if page.report.moved.left:
        yield None, plain(page.text("moved.left", seats=page.counted(page.report.moved.left, "seats"))), None
    yield page.words.text("sheet.review"), page.words.text("sheet.how"), None
