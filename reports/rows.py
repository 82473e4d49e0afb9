"""The changes of a seat as rows of its table."""

from collections.abc import Sequence

from reports.seatrecords import Certainty, Row
from reports.seatweek import REVIEWABLE, SeatWeek, baseline, find
from requisitions.statements import Requirement
from requisitions.values import same_value
from requisitions.versions import Change, Mail
from requisitions.words import Category, ChangeKind, Effect, Speaker

DOUBTFUL = 0.7
"""A link with a lower score may be wrong (D24)."""

EFFECT_ORDER = (Effect.HARDER, Effect.EASIER, Effect.NEUTRAL)
_CATEGORY_ORDER = (Category.ROLE, *(category for category in Category if category is not Category.ROLE))


def certainty_of(seat: SeatWeek, change: Change) -> Certainty:
    """How sure a change is: doubtful if its mail may belong elsewhere, else by who wrote the words."""
    statement = next((version.statement_id for version in seat.versions if version.number == change.version), None)
    score = next((link.score for link in seat.seat.links if link.statement_id == statement), 1.0)
    if score < DOUBTFUL:
        return Certainty.UNCONFIRMED
    return Certainty.FIRST_HAND if change.stated_by is Speaker.END_CLIENT else Certainty.SECOND_HAND


def in_order(moves: Sequence[Change]) -> list[Change]:
    """Mail by mail; inside a mail ▲, ▽, ＝, and the job itself first."""
    return sorted(
        moves,
        key=lambda move: (
            move.stated_at,
            move.sha256,
            EFFECT_ORDER.index(move.effect),
            _CATEGORY_ORDER.index(Category(move.category)),
            move.key,
            move.change_id,
        ),
    )


def ends_of(seat: SeatWeek, change: Change) -> tuple[Requirement | None, Requirement | None]:
    """The demand before and after a change, as the versions hold it."""
    after = _version_demand(seat, change.version, change)
    before = _version_demand(seat, change.version - 1, change)
    if before is None and change.change is not ChangeKind.ADDED:
        # A re-sent text may name the same open-class thing in other words, and so under another key.
        held = next((version.held for version in seat.versions if version.number == change.version - 1), ())
        before = next(
            (
                item.requirement
                for item in held
                if item.requirement.category == change.category and item.requirement.evidence == change.before_evidence
            ),
            None,
        )
    return before, after


def _version_demand(seat: SeatWeek, number: int, change: Change) -> Requirement | None:
    version = next((version for version in seat.versions if version.number == number), None)
    return find(version, change.category, change.key)


def rows_of(seat: SeatWeek, sources: Sequence[Mail]) -> tuple[Row, ...]:
    """One row a change; `sources` are the seat's mails as numbered below its table."""
    numbers = {mail.sha256: number for number, mail in enumerate(sources, 1)}
    moves = in_order(seat.moves)
    rows: list[Row] = []
    for place, change in enumerate(moves):
        above = moves[place - 1] if place else None
        before, after = ends_of(seat, change)
        first = find(baseline(seat, change.version), change.category, change.key) or (before if change.version == 2 else None)
        same_mail = above is not None and (above.sha256, above.stated_by) == (change.sha256, change.stated_by)
        rows.append(
            Row(
                change=change,
                first=first,
                before=before,
                after=after,
                moved_since=_differs(first, before),
                moved_again=any(_same_demand(change, later) for later in moves[place + 1 :]),
                certainty=certainty_of(seat, change),
                mail=seat.mail(change.sha256),
                source=numbers.get(change.sha256, 0),
                same_mail=same_mail,
                reason_told=above is None or (above.sha256, above.reason) != (change.sha256, change.reason),
                late=seat.is_late(change),
                reviewable=change.category in REVIEWABLE,
            )
        )
    return tuple(rows)


def _same_demand(change: Change, later: Change) -> bool:
    return (change.category, change.key) == (later.category, later.key)


def _differs(first: Requirement | None, before: Requirement | None) -> bool:
    if first is None or before is None:
        return first is not before
    return first.necessity is not before.necessity or not same_value(first, before)
