"""A row of a seat's table, cell by cell, for formats that have no struck or marked text; every result is safe to put on a page."""

from markupsafe import Markup

from reports.seatrecords import Row
from reports.signs import Signs
from requisitions.words import Necessity


def first(page: Signs, row: Row) -> Markup:
    """What the first version asked, or that it said nothing."""
    if row.first is not None:
        return page.text("value.reviewable") if row.reviewable else page.demand(row.first)
    return page.name(row.change.before or "") if row.unheld else page.text("value.none")


def just_before(page: Signs, row: Row) -> Markup | None:
    """What the version before asked; null where that is what the first one did."""
    if not row.moved_since or row.reviewable:
        return None
    return page.text("value.none") if row.before is None else page.demand(row.before)


def now(page: Signs, row: Row) -> Markup:
    """What is asked now, or that nothing is any more."""
    if row.gone:
        return page.text("value.silent" if row.change.implied else "value.dropped")
    if row.after is not None and row.reviewable:
        return page.text("value.reviewable")
    if row.after is not None:
        return page.demand(row.after)
    return page.name(row.change.after or row.change.label)


def is_lost(row: Row) -> bool:
    """Whether the first version asked something that is asked no longer in this way."""
    stated = row.first is not None and row.first.necessity is not Necessity.NOT_REQUIRED
    return (stated and not row.reviewable) or row.unheld


def quote(page: Signs, row: Row) -> Markup:
    """The words of the mail; conditions of age or sex are not repeated, as nothing folds here."""
    return page.text("value.reviewable") if row.reviewable else page.quote_of(row.change, row.mail, row.quote)
