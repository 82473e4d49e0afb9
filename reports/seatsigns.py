"""The parts of a page about one seat: its mails, its timeline, the captions of its tables."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from reports.phrases import Phrasing
from reports.quotes import Quotes
from reports.safety import mail_url, visible
from reports.seatrecords import Mark, SeatName
from reports.sentences import Writer
from reports.signs import Signs
from reports.timeline import OURS, Drawing, draw
from requisitions.versions import Mail


class SeatSigns(Signs):
    """What every page says of a seat in one language."""

    def __init__(self, phrasing: Phrasing, quotes: Quotes, mail_link: str | None) -> None:
        super().__init__(phrasing, quotes)
        self._mail_link = mail_link

    def entry(self, name: SeatName, text: Markup) -> Markup:  # noqa: ARG002 - a site links its seats
        """The words that name a seat where a page tells of it; on a site they lead to the seat's own page."""
        return text

    def via(self, writer: Writer) -> Markup:
        """Who passes the words on."""
        return self.text("moved.via", who=writer)

    def sender(self, mail: Mail) -> Markup:
        """Who wrote a mail."""
        return self.phrasing.say(Writer.of(mail))

    def caption(self, key: str, name: SeatName) -> Markup:
        """What a table shows."""
        return self.text(key, title=self.title(name))

    def mail_note(self, mail: Mail | None) -> Markup:
        """How to find a mail: its subject, its Message-ID, and a link where one is configured."""
        if mail is None:
            return Markup("")
        url = self.mail_url(mail)
        link = Markup(' <a href="{}" rel="noreferrer">{}</a>').format(url, self.text("moved.open_mail")) if url else Markup("")
        form = Markup('{subject} <span class="mid">{message_id}</span>{link}')
        return form.format(subject=self.subject(mail), message_id=self.message_id(mail), link=link)

    def mail_url(self, mail: Mail) -> str | None:
        """Where the mail can be opened."""
        return mail_url(self._mail_link, mail)

    def drawn(self, marks: Sequence[Mark], start: datetime, end: datetime) -> Drawing:
        """A seat's timeline; the band goes from `start` to `end`, and nothing after that is known."""
        return draw(marks, start=start, end=end, label=self._mark)

    def titled(self, name: SeatName, drawing: Drawing) -> str:
        """A timeline as a sentence."""
        comma = self.words.text("join.list")
        called = visible(name.reference or name.title or "") or self.words.text("moved.no_title")
        text = self.words.text("timeline.title").format(name=called)
        for key, side in (("theirs", drawing.theirs), ("ours", drawing.ours)):
            if side:
                text += self.words.text(f"timeline.{key}").format(marks=comma.join(placed.label for placed in side))
        if drawing.left_out:
            text += self.words.text("timeline.left").format(n=drawing.left_out)
        return text.strip()

    def _mark(self, mark: Mark) -> str:
        key = "version" if mark.number and mark.kind not in OURS else mark.kind.value
        return self.words.text(f"mark.{key}").format(n=mark.number, day=self.formats.mark_day(mark.at))
