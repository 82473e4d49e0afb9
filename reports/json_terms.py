"""Terms of a report as JSON: the text of a sentence, and beside it the values that it was made from."""

from typing import Any

from reports.page import Page
from reports.plain import plain
from reports.safety import visible
from reports.seatrecords import SeatName
from reports.seatshapes import Demand, Seat, SourceMail, Told
from reports.seatweek import REVIEWABLE
from reports.sentences import Count, Day, Item, Listed, Moment, Name, Points, Sentence, Term, Value, Writer
from requisitions.statements import Requirement
from requisitions.versions import Mail

_ID_LIMIT = 300


def told(page: Page, sentence: Sentence) -> Told:
    """A sentence with its values."""
    return Told(plain(page.phrasing.say(sentence)), sentence.key, {name: value_of(page, term) for name, term in sentence.values})


def value_of(page: Page, term: Term) -> Any:  # noqa: ANN401, C901 - JSON is of any shape, and each term has a case
    """What stands for a term: a number, a day, a moment, or an object that says what it is."""
    match term:
        case int():
            return term
        case Count():
            return {"number": term.number, "of": term.noun, "text": plain(page.phrasing.say(term))}
        case Points():
            return term.difference
        case Moment():
            return term.at.isoformat()
        case Day():
            return term.on.isoformat()
        case Name() | Writer():
            return {"text": plain(page.phrasing.say(term))}
        case Item():
            return {"category": term.category, "key": visible(term.key), "text": plain(page.phrasing.say(term))}
        case Value():
            return demand(page, term.requirement)
        case Listed():
            return [value_of(page, part) for part in term.parts]
        case Sentence():
            return told(page, term)


def demand(page: Page, asked: Requirement) -> Demand:
    """A demand; of a condition of age or sex, only that it is there."""
    known = asked.category not in REVIEWABLE
    return Demand(
        category=asked.category,
        key=visible(asked.key),
        name=plain(page.item(asked)),
        necessity=asked.necessity,
        min=asked.min if known else None,
        max=asked.max if known else None,
        unit=asked.unit if known else None,
        text=plain(page.held(asked)),
    )


def seat(page: Page, name: SeatName) -> Seat:
    """A seat by its names, as far as they are known."""
    reference, client, title = (None if text is None else plain(page.name(text)) for text in (name.reference, name.client, name.title))
    return Seat(name.requisition_id, reference, client, title)


def mail(page: Page, told_by: Mail | None) -> SourceMail | None:
    """A mail by its ids, writer and subject."""
    return None if told_by is None else known_mail(page, told_by)


def known_mail(page: Page, told_by: Mail) -> SourceMail:
    """The same of a mail that is there."""
    return SourceMail(
        sha256=told_by.sha256,
        message_id=visible(told_by.message_id, _ID_LIMIT) if told_by.message_id else None,
        stated_at=told_by.stated_at.isoformat(),
        sender=plain(page.sender(told_by)),
        subject=plain(page.subject(told_by)),
        url=page.mail_url(told_by),
    )
