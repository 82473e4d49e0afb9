"""The changes of a seat as rows of its table."""

from collections.abc import Sequence

from reports.quotes import Place
from reports.seatrecords import Certainty, Row
from reports.seatweek import REVIEWABLE, SeatWeek, baseline, find, find_held
from requisitions.statements import Requirement
from requisitions.values import same_value
from requisitions.versions import Change, Held, Mail, Version
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
    before, after = _held_before(seat, change), _held_after(seat, change)
    return None if before is None else before.requirement, None if after is None else after.requirement


def quote_of(seat: SeatWeek, change: Change) -> Place | None:
    """Where the words of a change stand; of one without words, where the demand stood before."""
    if change.evidence:
        held = _held_after(seat, change)
        known = held is not None and (held.sha256, held.requirement.evidence) == (change.sha256, change.evidence)
        return Place(change.sha256, change.evidence, held.requirement.start if held is not None and known else None)
    held = _held_before(seat, change)
    if held is None or not change.before_evidence:
        return None
    return Place(held.sha256, change.before_evidence, held.requirement.start)


def _held_after(seat: SeatWeek, change: Change) -> Held | None:
    return find_held(_version(seat, change.version), change.category, change.key)


def _held_before(seat: SeatWeek, change: Change) -> Held | None:
    version = _version(seat, change.version - 1)
    held = find_held(version, change.category, change.key)
    if held is None and version is not None and change.change is not ChangeKind.ADDED:
        # A re-sent text may name the same open-class thing in other words, and so under another key.
        same = (one for one in version.held if one.requirement.category == change.category)
        held = next((one for one in same if one.requirement.evidence == change.before_evidence), None)
    return held


def _version(seat: SeatWeek, number: int) -> Version | None:
    return next((version for version in seat.versions if version.number == number), None)


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
                quote=quote_of(seat, change),
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
