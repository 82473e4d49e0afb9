"""A nightly alert as a mail: short, text first, then the same in HTML."""

from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from types import MappingProxyType
from zoneinfo import ZoneInfo

from markupsafe import Markup

from reports import cells
from reports.alert import Alert, AlertedSeat
from reports.formats import Formats
from reports.mail import for_html, for_text, settled
from reports.phrases import Phrasing
from reports.plain import plain
from reports.quotes import Quotes
from reports.safety import mail_url
from reports.seatrecords import Row
from reports.sentences import Count, Moment
from reports.signs import Signs
from reports.values import NO_LABELS, Labels
from reports.wording import wording
from requisitions.messages import Message
from requisitions.versions import Mail

_SUBJECT_LIMIT = 110


class AlertPage(Signs):
    """What the templates of an alert ask for, in one language."""

    def __init__(
        self,
        alert: Alert,
        language: str,
        *,
        mail_link: str | None = None,
        messages: Mapping[str, Message] = MappingProxyType({}),
        labels: Labels = NO_LABELS,
    ) -> None:
        zone = ZoneInfo(alert.timezone)
        formats = Formats(language, zone, alert.until.astimezone(zone).year)
        super().__init__(Phrasing(wording(language), formats, alert.writers, labels), Quotes(messages, alert.withheld))
        self.alert = alert
        self._mail_link = mail_link

    def as_of(self) -> Markup:
        """Until when mails are told of."""
        return self.text("alert.as_of", at=Moment(self.alert.until))

    def facts(self, seat: AlertedSeat) -> Markup:
        """People and interview, in a row."""
        return self.text("join.facts").join(self.phrasing.say(fact) for fact in seat.facts)

    def moved(self, row: Row) -> Markup:
        """What was asked, and what is now."""
        before = cells.just_before(self, row)
        told = cells.first(self, row) if before is None else before
        return self.text("alert.change", item=self.item(row.change), before=told, now=cells.now(self, row))

    def told_by(self, row: Row) -> Markup:
        """The words of the mail."""
        return cells.quote(self, row)

    def subject_line(self) -> str:
        """The finding about the first seat, and how many more there are."""
        first = self.alert.seats[0]
        more = len(self.alert.seats) - 1 + self.alert.left
        finding = plain(self.phrasing.say(first.finding)).rstrip("。. ")
        told = {"seat": self.short_name(first.name), "finding": finding}
        line = self.text("alert.subject_more", **told, seats=Count(more, "seats")) if more else self.text("alert.subject", **told)
        whole = plain(line)
        return whole if len(whole) <= _SUBJECT_LIMIT else f"{whole[:_SUBJECT_LIMIT]}…"

    def mail_url(self, mail: Mail | None) -> str | None:
        """Where the mail can be opened."""
        return None if mail is None else mail_url(self._mail_link, mail)


def message(page: AlertPage, *, unowned: bool, domain: str) -> EmailMessage:
    """The mail without its envelope; `unowned`: it goes to somebody who looks after seats of nobody's."""
    letter = EmailMessage(policy=SMTP)
    letter["Subject"] = page.subject_line()
    letter["Date"] = page.alert.until
    letter["List-Id"] = f"reqdrift <alert.reqdrift.{domain}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter["X-Auto-Response-Suppress"] = "All"
    told = {"alert": page.alert, "page": page, "t": page.text, "say": page.phrasing.say, "unowned": unowned}
    letter.set_content(for_text().get_template("alert.txt.j2").render(**told), cte="base64")
    letter.add_alternative(for_html().get_template("alert.html.j2").render(**told), subtype="html", cte="base64")
    return settled(letter)
