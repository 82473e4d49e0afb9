"""What the briefing's formats ask for, line by line; every result is safe to put on a page."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from reports.brief_records import Basis, Briefing, InterviewLine, ProposalLine, Query, Since, Usual
from reports.brief_signs import BriefSigns
from reports.errors import ReportError
from reports.formats import Formats
from reports.phrases import Phrasing
from reports.plain import plain
from reports.quotes import Quotes
from reports.risks import reasons_of
from reports.safety import check_mail_link, mail_url, visible
from reports.sentences import Count, Moment, Writer
from reports.settings import LANGUAGES
from reports.values import NO_LABELS, Labels
from reports.wording import wording
from requisitions.messages import Message
from requisitions.versions import Mail
from requisitions.words import Category, Status

_MOST_ITEMS = 6
_SHORT = 13
"""Rows of a short table."""
_MOVE_LINES, _DOUBT_LINES, _HEAD_LINES = 3, 2, 2
"""What a move, a doubt and the heads of its column take, in rows of the table beside them."""
_WORTH_CONFIRMING = (Category.RATE, Category.SETTLEMENT, Category.REMOTE, Category.LOCATION, Category.PERIOD)


def page_of(
    brief: Briefing,
    language: str,
    *,
    labels: Mapping[str, Labels] = MappingProxyType({}),
    mail_link: str | None = None,
    messages: Mapping[str, Message] = MappingProxyType({}),
) -> "BriefPage":
    """The briefing in a language: what every format is written from.

    Args:
        brief: The briefing.
        language: `ja` or `en`.
        labels: What the vocabulary calls its keys, by language: the questions may stand in another one than the page.
        mail_link: The `[reports] mail_link` template that source mails are linked by.
        messages: The mails of `brief.places()` by their sha256, as far as they are at hand: quotes stand in their clauses.

    Raises:
        ReportError: there is no such language, or the template may not stand on a page.
    """
    if language not in LANGUAGES:
        raise ReportError(f"no briefing in language {language!r}; choose one of {', '.join(LANGUAGES)}")
    if mail_link is not None:
        check_mail_link(mail_link)
    page, asking = (_phrasing(brief, told, labels.get(told, NO_LABELS)) for told in (language, brief.ask_language))
    return BriefPage(brief, page, asking, mail_link, messages)


def _phrasing(brief: Briefing, language: str, labels: Labels) -> Phrasing:
    zone = ZoneInfo(brief.timezone)
    return Phrasing(wording(language), Formats(language, zone, brief.now.astimezone(zone).year), brief.writers, labels)


class BriefPage(BriefSigns):
    """The briefing in one language, with questions in the client's."""

    def __init__(
        self, brief: Briefing, phrasing: Phrasing, asking: Phrasing, mail_link: str | None, messages: Mapping[str, Message]
    ) -> None:
        super().__init__(phrasing, Quotes(messages, brief.withheld))
        self.brief = brief
        self._asking = asking
        self._mail_link = mail_link
        self._zone = ZoneInfo(brief.timezone)

    def plain_name(self) -> str:
        """The seat's shortest name, for the window's title."""
        return plain(self.handle(self.brief.name))

    def facts(self) -> list[Markup]:
        """What stands beside the seat's name."""
        brief = self.brief
        facts = [self.name(brief.name.reference)] if brief.name.reference else []
        if brief.direct:
            facts.append(self.text("moved.direct"))
        elif brief.via is not None:
            facts.append(self.text("moved.via", who=brief.via))
        facts.append(self.text("brief.version", n=brief.versions))
        if brief.since is Since.PROPOSAL:
            facts.append(self.text("brief.proposed", day=self.date_of(brief.since_at)))
        return facts

    def status(self) -> Markup:
        """Whether the seat is open."""
        keys = {Status.OPEN: "brief.open", Status.PAUSED: "brief.paused", Status.CLOSED: "brief.closed"}
        return self.text(keys[self.brief.status])

    def risk(self) -> list[Markup]:
        """The record's score, what raises and what lowers it; nothing where the record has none."""
        risk = self.brief.risk
        if risk is None:
            return []
        raising, calming = reasons_of(risk)
        up = [self.text("brief.risk_up", reasons=self.listed(raising))] if raising else []
        down = [self.text("brief.risk_down", reasons=self.listed(calming))] if calming else []
        return [self.text("brief.risk", n=risk.score), *up, *down]

    def interview(self, line: InterviewLine) -> Markup:
        """An interview as the head of the page tells it."""
        local = line.at.astimezone(self._zone)
        day = Markup('<span class="nw">{}</span>').format(self.formats.long_day(local.date()))
        return day if line.dated_only else Markup('{} <span class="nw">{}</span>').format(day, f"{local.hour}:{local:%M}")

    def when(self, line: InterviewLine) -> Markup:
        """An interview as a list tells it."""
        return self.date_of(line.at) if line.dated_only else self.moment(line.at)

    def interview_kind(self, line: InterviewLine) -> Markup:
        """Whether it is ahead, was held, or nobody told."""
        if line.ahead:
            return self.text("brief.interview_planned")
        return self.text("brief.interview_open") if line.planned else self.text("brief.interview")

    def since(self) -> Markup:
        """How many demands moved, and since when."""
        brief = self.brief
        key = "brief.since_proposal" if brief.since is Since.PROPOSAL else "brief.since_first"
        return self.text(key, day=self.date_of(brief.since_at), items=Count(len(brief.moves) + brief.moves_left, "items"))

    def unmoved(self) -> Markup:
        """That nothing moved, and since when."""
        return self.text("brief.moved_none" if self.brief.since is Since.PROPOSAL else "brief.moved_none_first")

    def left(self, number: int) -> Markup:
        """How many more there are, and where."""
        return self.text("brief.left", items=Count(number, "items"), seat=escape(self.brief.name.requisition_id[:12]))

    def hearsay(self) -> Markup:
        """How much of what holds the end client did not write."""
        number, whole = len(self.brief.second_hand), self.brief.demands
        if number == whole:
            return self.text("brief.hearsay_all", all=Count(whole, "items"))
        return self.text("brief.hearsay", n=number, all=Count(whole, "items"))

    def hearsay_terms(self) -> Markup:
        """Which of it is worth confirming first; empty where that is none."""
        names = [one for one in self.brief.second_hand if one.category in _WORTH_CONFIRMING]
        return self.text("brief.hearsay_names", items=self.listed(names, _MOST_ITEMS)) if names else Markup("")

    def usual(self, line: Usual) -> Markup:
        """What comparable seats tell, in natural frequency."""
        key = "brief.usual_client" if line.basis is Basis.CLIENT else "brief.usual_role"
        return self.text(key, item=line.item, n=Count(line.named, "of_seats"), seats=Count(line.seats, "seats"))

    def all_sure(self) -> bool:
        """Whether no words contradict each other and none is unsure."""
        return not (self.brief.conflicts or self.brief.hints)

    def complete(self) -> bool:
        """Whether nothing is second-hand, to be reviewed or left out."""
        brief = self.brief
        return not (brief.second_hand or brief.flags or brief.usual or brief.not_stated)

    def short(self) -> bool:
        """Whether there is room below what holds for what is missing of it."""
        return len(self.brief.holds) <= _SHORT

    def people_beside(self) -> bool:
        """Whether what became of our people stands below what moved, as that column is the shorter one; paper has one page."""
        brief = self.brief
        if not (brief.people.proposals or brief.people.interviews):
            return False
        gaps = _DOUBT_LINES * (bool(brief.second_hand) + bool(brief.flags) + bool(brief.usual or brief.not_stated))
        doubts = _DOUBT_LINES * (len(brief.conflicts) + len(brief.hints)) + _HEAD_LINES
        holds, moved = len(brief.holds), _MOVE_LINES * len(brief.moves) + doubts
        return moved < holds + gaps if self.short() else moved + gaps < holds

    def after(self, line: ProposalLine) -> Markup:
        """What moved after a proposal."""
        if not line.effects:
            return self.text("brief.after_none")
        counts = Markup(" ").join(self.effect_count(effect, number) for effect, number in line.effects)
        return Markup("{} {}").format(self.text("brief.after"), counts)

    def asked(self, query: Query) -> Markup:
        """A question as it is put to the client, in his language."""
        return self._put(self._asking, query)

    def gloss(self, query: Query) -> Markup:
        """The same in the language of the page."""
        return self._put(self.phrasing, query)

    def _put(self, phrasing: Phrasing, query: Query) -> Markup:
        text = phrasing.say(query.text)
        return text if query.opening is None else phrasing.text("join.sentences", before=phrasing.say(query.opening), after=text)

    def glossed(self) -> bool:
        """Whether the questions stand in another language than the page."""
        return self.brief.ask_language != self.language

    def everybody(self) -> Markup:
        """Whom all questions are for; empty where they are for several people, or for nobody known."""
        asked = [self.addressee(query) for query in self.brief.queries]
        return asked[0] if len(set(asked)) == 1 else Markup("")

    def addressee(self, query: Query) -> Markup:
        """Whom to ask; empty where nobody of theirs wrote."""
        if query.to_client:
            return self.text("brief.to_client")
        return Markup("") if query.to is None else self.text("brief.to", who=query.to)

    def sender(self, mail: Mail) -> Markup:
        """Who wrote a mail."""
        return self.phrasing.say(Writer.of(mail))

    def linked(self, at: datetime, mail: Mail | None) -> Markup:
        """A minute, linked to its mail where a link is configured."""
        url = None if mail is None else self.mail_url(mail)
        moment = self.moment(at)
        return moment if url is None else Markup('<a href="{}" rel="noreferrer">{}</a>').format(url, moment)

    def mail_url(self, mail: Mail) -> str | None:
        """Where a mail can be opened."""
        return mail_url(self._mail_link, mail)

    def foot(self) -> Markup:
        """From what and when it was made."""
        cut = self.brief.data_cut
        told = self.text("head.cut_unknown") if cut is None else self.phrasing.say(Moment(cut))
        zone = visible(self.brief.timezone.rpartition("/")[2].replace("_", " "))
        made = self.text("brief.made", at=Moment(self.brief.now))
        return self.text("join.sentences", before=self.text("brief.foot", cut=told, zone=escape(zone)), after=made)
