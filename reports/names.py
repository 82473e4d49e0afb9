"""How a seat is called, and who passes its words on."""

from reports.seatrecords import SeatName
from reports.seatweek import SeatWeek
from requisitions.naming import shown_title, without_name
from requisitions.versions import Mail
from requisitions.words import Kind, Speaker


def name_of(seat: SeatWeek) -> SeatName:
    """How the seat is called: its title, else the subject of its first mail, without decoration and the client's own name."""
    reference, client, title = ((text or "").strip() or None for text in (seat.seat.reference, seat.seat.client, seat.seat.title))
    first = min(seat.seat.mails, key=lambda mail: (mail.stated_at, mail.sha256), default=None)
    if title is None and first is not None and first.kind != Kind.CANDIDATE:
        title = shown_title(first.subject, reference, sender=first.sender)
    return SeatName(seat.seat.requisition_id, reference, without_name(title, client) if title and client else title, client)


def passing_on(seat: SeatWeek) -> list[Mail]:
    """The mails in which an intermediary passed words on."""
    return [mail for version in seat.versions if version.stated_by is Speaker.INTERMEDIARY and (mail := seat.mail(version.sha256))]
