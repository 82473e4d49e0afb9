"""Questions about what nobody has written: vague musts, what such seats usually tell, and hearsay that nobody has confirmed."""

from collections.abc import Iterator, Sequence

from reports.brief_records import People, Query, Usual
from reports.questions import heavier_musts, item
from reports.seatrecords import Row
from reports.seatweek import SeatWeek
from reports.sentences import Item, Sentence, Value, Writer, listed, say
from requisitions.statements import Requirement
from requisitions.versions import Held, Mail
from requisitions.words import Category, Necessity, Speaker

_MOST_ITEMS = 3
_MEASURED = frozenset({Category.SKILL, Category.EXPERIENCE})
_CONFIRMED = (Category.RATE, Category.REMOTE, Category.LOCATION, Category.INTERVIEW)
"""What is worth hearing from the end client himself before somebody goes there."""


def about_gaps(seat: SeatWeek, rows: Sequence[Row], usual: Sequence[Usual], not_stated: Sequence[Item], people: People) -> Iterator[Query]:
    """The questions; hearsay is asked about only where somebody of ours is in play, and not again where it has just moved."""
    moved = {(row.change.category, row.change.key) for row in rows}
    missing = [*(line.item for line in usual), *not_stated]
    rate = next((one for one in missing if one.category == Category.RATE), None)
    musts = heavier_musts([row for row in rows if not row.gone])
    if musts and rate is not None:
        yield asked_of(seat, None, say("query.rate_none", items=listed([item(row) for row in musts], _MOST_ITEMS)), rate)
        missing.remove(rate)
    vague = [held for held in _musts(seat) if held.requirement.identity not in moved]
    if vague:
        names = [_named(held.requirement) for held in vague]
        yield asked_of(seat, seat.mail(vague[0].sha256), say("query.vague", items=listed(names, _MOST_ITEMS)), *names)
    if missing:
        names = missing[:_MOST_ITEMS]
        items = listed(names, _MOST_ITEMS)
        yield asked_of(seat, None, say("query.missing", items=items), *names)
    if people.in_play or people.ahead is not None:
        yield from _about_hearsay(seat, moved)


def _musts(seat: SeatWeek) -> list[Held]:
    """Musts without a measure."""
    return [held for held in seat.latest.held if _is_vague(held.requirement)]


def _is_vague(demand: Requirement) -> bool:
    return demand.category in _MEASURED and demand.necessity is Necessity.MUST and not demand.has_value


def _about_hearsay(seat: SeatWeek, moved: set[tuple[str, str]]) -> Iterator[Query]:
    held = [one for one in seat.latest.held if one.stated_by is not Speaker.END_CLIENT and one.requirement.identity not in moved]
    terms = [one for one in held if one.requirement.category in _CONFIRMED and one.requirement.has_value]
    if terms:
        told = sorted(terms, key=lambda one: _CONFIRMED.index(one.requirement.category))[:_MOST_ITEMS]
        values = [say("join.term", name=_named(one.requirement), value=Value(one.requirement, bare=True)) for one in told]
        names = [_named(one.requirement) for one in told]
        yield asked_of(seat, seat.mail(told[0].sha256), say("query.confirm", items=listed(values, _MOST_ITEMS)), *names)


def _named(demand: Requirement) -> Item:
    return Item(demand.category, demand.key, demand.label, by_label=True)


def asked_of(seat: SeatWeek, mail: Mail | None, text: Sentence, *about: Item) -> Query:
    """A question to the writer of a mail; without one, or of our own memo, to whoever of theirs wrote last."""
    ours = {version.sha256 for version in seat.versions if version.stated_by is Speaker.OWN_SALES}
    ours |= {row.sha256 for row in seat.seat.history.hints if row.stated_by is Speaker.OWN_SALES}
    theirs = (seat.mail(version.sha256) for version in reversed(seat.versions) if version.sha256 not in ours)
    writer = mail if mail is not None and mail.sha256 not in ours else next(theirs, None)
    return Query(text, None if writer is None else Writer.of(writer), to_client=False, about=about)
