"""The weekly report as JSON: all that the page prints, and the data that each number and sentence was made from."""

import msgspec

from reports import cells
from reports.json_terms import demand, known_mail, mail, seat, told
from reports.json_trends import clients_shown, market_shown
from reports.page import Page
from reports.plain import plain
from reports.records import Call, Decisions, FlaggedSeat, Head, NewSeat, Others, Point, Turn, WeeklyReport, place_of
from reports.safety import visible
from reports.seatrecords import Mark, MovedLine, MovedSeat, Row
from reports.seatshapes import ChangeRow, HintShown, SeatLine, TimelineMark, WholeSeat
from reports.shapes import (
    CallShown,
    CallsShown,
    DecisionsShown,
    Doubt,
    Fault,
    Flagged,
    HeadShown,
    MovedShown,
    NewShown,
    OthersShown,
    PointShown,
    ReportFile,
    RumourShown,
    SilentShown,
    TurnShown,
    WeekShown,
)
from requisitions.messages import Problem
from requisitions.versions import HintRow, Mail


def document(page: Page) -> bytes:
    """The report in UTF-8, its keys in the order of the schema."""
    return msgspec.json.format(msgspec.json.encode(shape(page)), indent=1) + b"\n"


def schema() -> bytes:
    """The JSON schema of `document`, as docs/report.schema.json holds it."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(ReportFile)), indent=1) + b"\n"


def shape(page: Page) -> ReportFile:
    """The report as data."""
    report = page.report
    calls, moved = report.calls, report.moved
    return ReportFile(
        language=page.language,
        timezone=report.timezone,
        week=_week(report),
        head=_head(page, report.head),
        points=[_point(page, point) for point in report.points],
        calls=CallsShown(
            shown=[_call(page, call) for call in calls.shown],
            left=calls.left,
            proposals=calls.proposals,
            harder=calls.harder,
            first_look=None if calls.first_look is None else _call(page, calls.first_look),
        ),
        decisions=_decisions(page, report.decisions),
        moved=MovedShown(
            number=moved.number,
            whole=[_whole(page, one) for one in moved.whole],
            lines=[_line(page, line) for line in moved.lines],
            elsewhere=[_line(page, line) for line in moved.elsewhere],
            ways=[_line(page, line) for line in moved.ways],
            left=moved.left,
        ),
        others=_others(page, report.others),
        clients=clients_shown(page),
        market=market_shown(page),
        checked=[told(page, sentence) for sentence in report.checked],
    )


def _week(report: WeeklyReport) -> WeekShown:
    week = report.week
    return WeekShown(str(week), week.monday.isoformat(), week.sunday.isoformat(), report.start.isoformat(), report.end.isoformat())


def _head(page: Page, head: Head) -> HeadShown:
    return HeadShown(
        extractor=head.extractor,
        data_cut=None if head.data_cut is None else head.data_cut.isoformat(),
        mails=head.mails,
        mails_read=head.mails - head.mails_unread,
        seats=head.seats,
        seats_before=head.seats_before,
        followed_only=head.followed_only,
        versions=head.versions,
        tally=dict(head.tally),
        failed=[_fault(page, problem, None) for problem in head.failed],
        owner=None if head.owner is None else visible(head.owner),
    )


def _point(page: Page, point: Point) -> PointShown:
    headline = None if point.headline is None else told(page, point.headline)
    return PointShown(headline, [told(page, sentence) for sentence in point.text], dict(point.certainty), point.anchor)


def _call(page: Page, call: Call) -> CallShown:
    return CallShown(
        seat=seat(page, call.name),
        finding=told(page, call.finding),
        question=told(page, call.question),
        review=call.review,
        to=None if call.to is None else plain(page.phrasing.say(call.to)),
        interview=None if call.interview is None else call.interview.isoformat(),
        turned_down=call.turned_down,
        harder=call.harder,
    )


def _decisions(page: Page, todo: Decisions) -> DecisionsShown:
    return DecisionsShown(
        flags=[_flagged(page, one) for one in todo.flags],
        musts=[seat(page, name) for name in todo.musts],
        conflicts=[seat(page, name) for name in todo.conflicts],
        carried=[seat(page, name) for name in todo.carried],
        links=[Doubt(seat(page, link.name), known_mail(page, link.mail), link.score) for link in todo.links],
        unread=[_fault(page, unread.problem, unread.mail) for unread in todo.unread],
    )


def _flagged(page: Page, one: FlaggedSeat) -> Flagged:
    flags: list[dict[str, str | None]] = [
        {"flag_id": row.flag_id, "rule": row.flag.rule, "sha256": row.sha256, "message_id": visible(row.message_id or "") or None}
        for row, _ in one.flags
    ]
    return Flagged(seat(page, one.name), flags, one.fresh)


def _fault(page: Page, problem: Problem, told_by: Mail | None) -> Fault:
    source = visible(problem.source) if problem.source else None
    return Fault(source, problem.stage, problem.cause, plain(page.failure(problem)), mail(page, told_by))


def _whole(page: Page, one: MovedSeat) -> WholeSeat:
    return WholeSeat(
        seat=seat(page, one.name),
        call=one.call or None,
        via=None if one.intermediary is None else plain(page.phrasing.say(one.intermediary)),
        direct=one.direct,
        effects=dict(one.effects),
        facts=[told(page, fact) for fact in one.facts],
        story=[told(page, sentence) for sentence in one.story],
        changes=[_row(page, row) for row in one.rows],
        changes_left=one.rows_left,
        unmoved=[demand(page, held) for held in one.unmoved],
        not_stated=[plain(page.phrasing.say(item)) for item in one.not_stated],
        hints=[_hint(page, row, one.sources[source - 1] if source else None) for row, source in one.hints],
        questions=[told(page, question) for question in one.questions],
        timeline=[_mark(mark) for mark in one.marks],
        sources=[known_mail(page, source) for source in one.sources],
    )


def _mark(mark: Mark) -> TimelineMark:
    return TimelineMark(mark.kind, mark.at.isoformat(), mark.number or None)


def _line(page: Page, line: MovedLine) -> SeatLine:
    rows = [_row(page, row) for row in line.rows]
    return SeatLine(seat(page, line.name), dict(line.effects), told(page, line.items), line.certainty, rows, line.way_to)


def _row(page: Page, row: Row) -> ChangeRow:
    change, before = row.change, cells.just_before(page, row)
    first, just_before, now = (None if asked is None else demand(page, asked) for asked in (row.first, row.before, row.after))
    return ChangeRow(
        change_id=change.change_id,
        category=change.category,
        key=visible(change.key),
        item=plain(page.item(change)),
        change=change.change,
        effect=change.effect,
        reason=change.reason,
        stated_by=change.stated_by,
        implied=change.implied,
        review=change.review,
        certainty=row.certainty,
        stated_at=change.stated_at.isoformat(),
        learnt_late=row.late,
        first=plain(cells.first(page, row)),
        before=None if before is None else plain(before),
        now=plain(cells.now(page, row)),
        first_demand=first,
        before_demand=just_before,
        now_demand=now,
        moved_again=row.moved_again,
        to_review=row.reviewable,
        quote=None if row.reviewable else plain(cells.quote(page, row)),
        mail=mail(page, row.mail),
    )


def _hint(page: Page, row: HintRow, told_by: Mail | None) -> HintShown:
    asked = row.hint.requirement
    language = page.language if told_by is None else told_by.language
    quote = page.phrasing.quoted(asked.evidence, language, page.quotes.clause(place_of(row)))
    name = plain(page.name(asked.label))
    return HintShown(row.hint.why, asked.category, visible(asked.key), name, plain(quote), row.stated_at.isoformat(), mail(page, told_by))


def _others(page: Page, others: Others) -> OthersShown:
    return OthersShown(
        new=[_new(page, one) for one in others.new],
        new_left=others.new_left,
        turns=[_turn(page, turn) for turn in others.turns],
        turns_left=others.turns_left,
        silent=[SilentShown(seat(page, one.name), one.last.isoformat(), one.days, one.proposed) for one in others.silent],
        silent_left=others.silent_left,
        rumours=[RumourShown(seat(page, one.name), _hint(page, one.hint, one.mail)) for one in others.rumours],
        rumours_left=others.rumours_left,
    )


def _new(page: Page, one: NewSeat) -> NewShown:
    return NewShown(
        seat=seat(page, one.name),
        at=one.at.isoformat(),
        via=None if one.via is None else plain(page.phrasing.say(one.via)),
        demands=[demand(page, asked) for asked in one.demands],
        demands_left=one.demands_left,
        not_stated=[plain(page.phrasing.say(item)) for item in one.not_stated],
        moved=None if one.moved is None else told(page, one.moved),
    )


def _turn(page: Page, turn: Turn) -> TurnShown:
    return TurnShown(
        seat=seat(page, turn.name),
        change=turn.change.change,
        certainty=turn.certainty,
        reason=turn.change.reason,
        stated_at=turn.change.stated_at.isoformat(),
        quote=plain(page.quote_of(turn.change, turn.mail, turn.quote)),
        mail=mail(page, turn.mail),
        moved=None if turn.moved is None else told(page, turn.moved),
    )
