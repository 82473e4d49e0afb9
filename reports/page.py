"""What the templates of the weekly page ask for, line by line."""

from collections.abc import Collection, Mapping, Sequence

from markupsafe import Markup, escape

from reports.phrases import Phrasing
from reports.quotes import Quotes
from reports.records import Call, DoubtfulLink, NewSeat, Turn, Unread, WeeklyReport, place_of
from reports.safety import visible
from reports.seatrecords import MovedLine, MovedSeat, Row, SeatName, Standing
from reports.seatsigns import SeatSigns
from reports.sentences import Count, Item, Moment, Sentence, Writer, say
from reports.timeline import Drawing
from reports.trend_page import TrendPage
from requisitions.corrections import Entered
from requisitions.messages import Message, Problem
from requisitions.versions import FlagRow, HintRow, Mail
from requisitions.words import Stage

ROWS_BEFORE_FOLD = 8
_MOST_SIGNS = 20
_MOST_LINKS = 8
_SENTENCE_LIMIT = 400
_SIGNS = {
    Standing.HARDER: ("▲", "hd"),
    Standing.EASIER: ("▽", "ez"),
    Standing.NEUTRAL: ("＝", "nt"),
    Standing.NEW: ("＋", ""),
    Standing.CLOSED: ("✕", ""),
    Standing.SILENT: ("○", ""),
    Standing.UNMOVED: ("・", ""),
}


class Page(SeatSigns):
    """The weekly page in one language."""

    def __init__(
        self,
        report: WeeklyReport,
        phrasing: Phrasing,
        mail_link: str | None,
        messages: Mapping[str, Message],
        address: str | None = None,
    ) -> None:
        super().__init__(phrasing, Quotes(messages, report.withheld), mail_link)
        self.report = report
        self.trends = TrendPage(self, report.market, report.clients)
        self._address = address
        moved, new = report.moved, report.others.new
        names = [seat.name for seat in moved.whole] + [seat.name for seat in new]
        names += [line.name for line in (*moved.lines, *moved.elsewhere, *moved.ways)]
        self._anchors = frozenset(name.requisition_id for name in names)

    def url(self, anchor: str | None = None) -> str | None:
        """Where this page, or a place on it, can be opened from elsewhere; null where no address is configured."""
        if self._address is None:
            return None
        page = f"{self._address.rstrip('/')}/{self.report.week}/week.{self.language}.html"
        return page if anchor is None else f"{page}#{anchor}"

    def zone(self) -> str:
        """The time zone, by the last part of its name."""
        return visible(self.report.timezone.rpartition("/")[2].replace("_", " "))

    def foot(self) -> Markup:
        """The line at the end."""
        head, week = self.report.head, self.report.week
        return self.text("foot.line", week=week.week, seats=Count(head.seats, "seats"), versions=Count(head.versions, "versions"))

    def of_mails(self) -> Markup:
        """How many of the week's mails could be read."""
        head = self.report.head
        return self.text("head.mails_read", all=Count(head.mails, "of_mails"), read=Count(head.mails - head.mails_unread, "of_mails"))

    def of_seats(self) -> Markup:
        """How many seats there are, and were on Monday."""
        head = self.report.head
        return self.text("head.seats_now", now=Count(head.seats, "of_seats"), before=Count(head.seats_before, "of_seats"))

    def data_cut(self) -> Markup:
        """When the last mail of the data was archived."""
        cut = self.report.head.data_cut
        return self.text("head.cut_unknown") if cut is None else self.text("head.cut_at", at=Moment(cut), zone=self.zone())

    def days_of_week(self) -> Markup:
        """Monday to Sunday, in prose, and whose seats alone the page is about."""
        week = self.report.week
        monday, sunday = (self._unbroken(escape(day)) for day in self.formats.days(week.monday, week.sunday))
        days = self.text("page.days", monday=monday, sunday=sunday)
        owner = self.report.head.owner
        return days if owner is None else self.text("page.of_owner", days=days, who=self.name(owner))

    def tally(self) -> list[tuple[str, str, str, int]]:
        """Sign (repeated a seat), class, word and number of each standing that occurs."""
        told = [(kind, number) for kind, number in self.report.head.tally if number]
        return [
            (_SIGNS[kind][0] * min(number, _MOST_SIGNS), _SIGNS[kind][1], self.words.text(f"standing.{kind}"), number)
            for kind, number in told
        ]

    def source(self, problem: Problem) -> Markup:
        """The source that a problem is about."""
        return self.name(problem.source or "—")

    def calls_head(self) -> Markup:
        """How many calls there are to make."""
        calls = self.report.calls
        return self.text("front.calls", n=Count(len(calls.shown) + calls.left, "of_seats"))

    def no_calls(self) -> Markup:
        """That there are none, and why: nobody is proposed, or what grew harder is not what they are proposed for."""
        calls = self.report.calls
        why = say("front.no_harder", seats=Count(calls.proposals, "seats")) if calls.proposals else say("front.no_proposals")
        if calls.harder:
            return self.sentences([why, say("front.harder", seats=Count(calls.harder, "seats"))])
        return self.sentences([say("front.no_calls"), why])

    def asked(self, question: Sentence) -> Markup:
        """A question as it is put on the phone."""
        return self.text("ask.quoted", question=question)

    def call_facts(self, call: Call) -> Markup:
        """State of the review, whom to phone, and the interview ahead."""
        facts = [self.text(f"review.{call.review}")]
        if call.to is not None:
            facts.append(self.text("front.call_to", who=call.to))
        if call.turned_down:
            facts.append(self.text("fact.turned_down", people=Count(call.turned_down, "people")))
        if call.interview is not None:
            facts.append(self._unbroken(self.text("front.interview", day=self.date_of(call.interview))))
        return self.text("join.facts").join(facts)

    def _unbroken(self, text: Markup) -> Markup:
        return Markup('<span class="nw">{}</span>').format(text)

    def has_decisions(self) -> bool:
        """Whether anything beside the calls waits for a person."""
        todo = self.report.decisions
        return any((todo.flags, todo.musts, todo.conflicts, todo.carried, todo.links, todo.unread, todo.lapsed, self.report.head.failed))

    def rule_names(self) -> list[str]:
        """The kinds of conditions to review."""
        return sorted({str(row.flag.rule) for seat in self.report.decisions.flags for row, _ in seat.flags})

    def flags_head(self) -> Markup:
        """The kinds of conditions in words, and how many there are."""
        rules = self.listed([say(f"flag.{rule}") for rule in self.rule_names()])
        number = sum(len(seat.flags) for seat in self.report.decisions.flags)
        return self.text("decide.flags", rules=rules, count=Count(number, "flags"))

    def decision_head(self, key: str, number: int, noun: str) -> Markup:
        """A kind of decision, and how many there are."""
        return self._headed(self.text(key), number, noun)

    def silent_head(self) -> Markup:
        """After how many days a seat is silent, and how many are."""
        others = self.report.others
        return self._headed(self.text("other.silent", days=self.silent_days()), len(others.silent) + others.silent_left, "seats")

    def silent_days(self) -> str:
        """The days without a mail that make a seat silent."""
        number = self.report.others.silent_days
        return self.words.counted("days", number).format(n=number)

    def _headed(self, head: Markup, number: int, noun: str) -> Markup:
        return self.text("decide.head", head=head, count=Count(number, noun))

    def flagged_seats(self) -> Markup:
        """The seats that have them, those of this week marked."""
        flags = self.report.decisions.flags
        fresh = frozenset(seat.name.requisition_id for seat in flags if seat.fresh)
        return self.seat_links([seat.name for seat in flags], fresh)

    def flag_quote(self, row: FlagRow, mail: Mail | None) -> Markup:
        """The words that raised a flag."""
        clause = self.quotes.clause(place_of(row), folded=True)
        return self.phrasing.quoted(row.flag.evidence, self.language if mail is None else mail.language, clause)

    def seat_links(self, names: Sequence[SeatName], fresh: Collection[str] = ()) -> Markup:
        """Seats by their references, each a link where the page tells more of it."""
        links = []
        for name in names[:_MOST_LINKS]:
            handle = self.handle(name)
            here = name.requisition_id in self._anchors
            link = Markup('<a href="#{}">{}</a>').format(name.requisition_id, handle) if here else handle
            links.append(self.text("decide.fresh", seat=link) if name.requisition_id in fresh else link)
        left = len(names[_MOST_LINKS:])
        row = self.text("join.list").join(links)
        return self.text("join.more", list=row, n=left) if left else row

    def doubt(self, link: DoubtfulLink) -> Markup:
        """A mail that perhaps belongs elsewhere."""
        score = escape(f"{link.score:.2f}")
        return self.text("decide.link", at=self._unbroken(self.moment(link.mail.stated_at)), sender=Writer.of(link.mail), score=score)

    def lapsed(self, entered: Entered) -> Markup:
        """A word of a person that no longer applies: whose, when, what about, and the number that takes it back."""
        word = entered.word
        category, key = word.category or word.key or "", word.key or ""
        subject = say(f"flag.{key}") if word.key and not word.category else Item(category, key, key, by_label=True)
        what = self.text(f"said.{word.kind}", what=subject) if word.key else self.text(f"said.{word.kind}")
        at = self._unbroken(self.moment(entered.at))
        return self.text("decide.lapsed_word", at=at, by=self.phrasing.name(word.by), what=what, n=str(entered.seq))

    def unread(self, unread: Unread) -> Markup:
        """A mail that could not be read: which, what happened, the cause and the remedy."""
        mail, cause = unread.mail, self.failure(unread.problem)
        if mail is None:
            return cause
        moment = self._unbroken(self.moment(mail.stated_at))
        sender = self.phrasing.say(Writer.of(mail)) if mail.sender else self.text("moved.by_unknown")
        told = self.text("decide.unread_mail", at=moment, sender=sender, subject=self.subject(mail))
        return self.text("join.sentences", before=told, after=cause)

    def failure(self, problem: Problem) -> Markup:
        """What happened and what to do; in the program's own sentences where the cause is none of the closed list."""
        if problem.cause is not None:
            return self.sentences([say(f"cause.{problem.cause}"), say(f"remedy.{problem.cause}")])
        stage = problem.stage if problem.stage in set(Stage) else Stage.DECODE
        cause, remedy = (visible(text, _SENTENCE_LIMIT) for text in (problem.problem, problem.remedy))
        language = Markup(' lang="en"') if cause.isascii() and self.language != "en" else Markup("")
        told = self.text(f"stage.{stage}")
        if problem.sha256 is None:
            told = self.text("join.name", client=self.source(problem), title=told)
        return Markup("{} <span{}>{} {}</span>").format(told, language, cause, remedy)

    def moved_note(self) -> Markup:
        """How many seats moved, of those that were open on Monday."""
        moved, before = self.report.moved.number, self.report.head.seats_before
        number = Count(moved, "of_seats")
        fits = moved <= before
        return self.text("moved.note", all=Count(before, "of_seats"), moved=number) if fits else self.text("moved.note_new", moved=number)

    def ways(self, name: SeatName) -> list[MovedLine]:
        """The other ways to a seat that moved as well."""
        return [line for line in self.report.moved.ways if line.way_to == name.requisition_id]

    def split(self, rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
        """The rows of the table, and those that fold."""
        return rows[:ROWS_BEFORE_FOLD], rows[ROWS_BEFORE_FOLD:]

    def hint(self, row: HintRow, source: int, sources: Sequence[Mail]) -> Markup:
        """A hint below a seat's table."""
        return self.hint_words(row, sources[source - 1] if source else None)

    def demands(self, seat: NewSeat) -> Markup:
        """What a new seat asks for, the first things first."""
        told = [self.named_demand(demand) for demand in seat.demands]
        row = self.text("join.list").join(told)
        left = self.text("other.demands_left", n=seat.demands_left) if seat.demands_left > 0 else Markup("")
        return self.text("join.list").join(part for part in (row, left) if part)

    def not_stated(self, missing: Sequence[Item]) -> Markup:
        """What no mail of a new seat tells."""
        return self.text("other.not_stated", items=self.listed(missing))

    def turns(self, kind: str) -> list[Turn]:
        """Seats closed, paused or reopened."""
        return [turn for turn in self.report.others.turns if turn.change.change == kind]

    def drawing(self, seat: MovedSeat) -> Drawing:
        """The seat's timeline."""
        return self.drawn(seat.marks, self.report.start, self.report.end)

    def timeline_title(self, seat: MovedSeat, drawing: Drawing) -> str:
        """The timeline as a sentence."""
        return self.titled(seat.name, drawing)
