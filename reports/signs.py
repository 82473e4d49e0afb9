"""The signs and names of a page in its language: effects, certainty, changes, seats, quotes."""

from collections.abc import Sequence
from datetime import datetime
from functools import reduce

from markupsafe import Markup, escape

from reports.phrases import Phrasing
from reports.quotes import Place, Quotes
from reports.records import place_of
from reports.safety import visible
from reports.seatrecords import Certainty, SeatName
from reports.seatweek import REVIEWABLE
from reports.sentences import Count, Item, Listed, Sentence, Term, Writer
from requisitions.statements import Requirement
from requisitions.versions import Change, HintRow, Mail
from requisitions.words import ChangeKind, Effect, Kind, Necessity, Speaker

_ID_LIMIT = 300
_EFFECT_CLASS = {Effect.HARDER: "hd", Effect.EASIER: "ez", Effect.NEUTRAL: "nt"}
_LINE = {
    Certainty.FIRST_HAND: "s1",
    Certainty.SECOND_HAND: "s2",
    Certainty.UNCONFIRMED: "s3",
    Certainty.COUNT: "s0",
    Certainty.CONFIRMED: "s1",
}


class Signs:
    """Says in one language what the parts of a page show; every result is safe to put on it."""

    def __init__(self, phrasing: Phrasing, quotes: Quotes) -> None:
        self.phrasing = phrasing
        self.quotes = quotes
        self.words = phrasing.words
        self.formats = phrasing.formats
        self.language = phrasing.words.language

    def text(self, key: str, **values: Term | str) -> Markup:
        """An entry of the catalogue with its values."""
        return self.phrasing.text(key, **values)

    def sentences(self, parts: Sequence[Sentence]) -> Markup:
        """Sentences one after the other."""
        told = (self.phrasing.say(part) for part in parts)
        return reduce(lambda before, after: self.text("join.sentences", before=before, after=after), told)

    def count(self, number: int, noun: str) -> Markup:
        """A number of things."""
        return self.phrasing.say(Count(number, noun))

    def counted(self, number: int, noun: str) -> Count:
        """A number of things, to be put into a sentence."""
        return Count(number, noun)

    def listed(self, parts: Sequence[Term], limit: int | None = None) -> Markup:
        """Things in a row."""
        return self.phrasing.say(Listed(tuple(parts), limit))

    def moment(self, at: datetime) -> Markup:
        """A minute, as tables show it."""
        return escape(self.formats.moment(at))

    def date_of(self, at: datetime) -> Markup:
        """The day of a moment, as tables show it."""
        return escape(self.formats.date_of(at))

    def name(self, text: str) -> Markup:
        """A name from a mail."""
        return self.phrasing.name(text)

    def certainty(self, told: Sequence[tuple[Certainty, int]]) -> Markup:
        """The words for how sure something is, over their lines; with numbers where there are several."""
        signs = []
        for certainty, number in told:
            word = self.words.text(f"certainty.{certainty}")
            text = self.words.text("certainty.counted").format(word=word, n=number) if len(told) > 1 else word
            signs.append(Markup('<span class="ct {}">{}</span>').format(_LINE[certainty], text))
        return Markup(" ").join(signs)

    def effect(self, effect: Effect) -> Markup:
        """The sign and word of an effect."""
        return Markup('<span class="fx {}">{}</span>').format(_EFFECT_CLASS[effect], self.words.text(f"effect.{effect}"))

    def effect_count(self, effect: Effect, number: int) -> Markup:
        """The sign, word and number of an effect."""
        word = self.words.text(f"effect.{effect}")
        return Markup('<span class="{}">{} <b>{}</b></span>').format(_EFFECT_CLASS[effect], word, number)

    def change(self, change: Change, after: Requirement | None) -> str:
        """The sign and word of what happened to a demand."""
        if change.implied and change.change is ChangeKind.REMOVED:
            return self.words.text("change.implied")
        refused = after is not None and after.necessity is Necessity.EXCLUDED and change.change is ChangeKind.PROMOTED
        return self.words.text("change.promoted_excluded" if refused else f"change.{change.change}")

    def title(self, name: SeatName) -> Markup:
        """A seat's title, or that it has none."""
        return self.phrasing.name(name.title) if name.title else escape(self.words.text("moved.no_title"))

    def client(self, name: SeatName) -> Markup:
        """A seat's client, or that none is named."""
        return self.phrasing.name(name.client) if name.client else escape(self.words.text("moved.no_client"))

    def short_name(self, name: SeatName) -> Markup:
        """Client and title in one line; the title alone where no client is named."""
        return self._joined(name, "join.name")

    def call_name(self, name: SeatName) -> Markup:
        """The same, as the head of a call."""
        return self._joined(name, "join.call")

    def _joined(self, name: SeatName, key: str) -> Markup:
        if name.client is None:
            return self.title(name)
        return self.text(key, client=self.client(name), title=self.title(name))

    def handle(self, name: SeatName) -> Markup:
        """The shortest words that tell which seat is meant."""
        return self.phrasing.name(name.reference) if name.reference else self.short_name(name)

    def demand(self, demand: Requirement) -> Markup:
        """What a demand asks."""
        return self.phrasing.isolated(self.phrasing.values.describe(demand))

    def item(self, subject: Change | Requirement) -> Markup:
        """What a change or demand is about."""
        return self.phrasing.isolated(self.phrasing.values.head(subject.category, subject.key, subject.label))

    def named_demand(self, demand: Requirement) -> Markup:
        """A demand in a row of demands, where no column names it."""
        return self.phrasing.isolated(self.phrasing.values.named(demand))

    def held(self, demand: Requirement) -> Markup:
        """What a demand that did not move asks; conditions of age or sex are not repeated."""
        return self.text("value.reviewable") if demand.category in REVIEWABLE else self.demand(demand)

    def writer(self, change: Change, mail: Mail | None) -> Markup:
        """Whose mail the words were read from."""
        if mail is None:
            return escape(self.words.text("moved.by_unknown"))
        return self.phrasing.text("moved.by_own" if change.stated_by is Speaker.OWN_SALES else "moved.by", sender=Writer.of(mail))

    def quote_of(self, change: Change, mail: Mail | None, place: Place | None, *, folded: bool = False) -> Markup:
        """The words that a change was read from; for a demand left out, the words that stood before."""
        language = mail.language if mail is not None else self.language
        clause = None if place is None else self.quotes.clause(place, folded=folded)
        if change.evidence:
            return self.phrasing.quoted(change.evidence, language, clause)
        if change.before_evidence:
            before = Markup('<span class="na">{}</span>').format(self.words.text("quote.before"))
            return before + self.phrasing.quoted(change.before_evidence, language, clause)
        return Markup('<span class="na">{}</span>').format(self.words.text("moved.no_quote"))

    def hint_words(self, row: HintRow, mail: Mail | None) -> Markup:
        """What a hint is about, the words, when and by whom they were written."""
        demand = row.hint.requirement
        name = self.phrasing.say(Item(demand.category, demand.key, demand.label, by_label=True))
        language = self.language if mail is None else mail.language
        quote = self.phrasing.quoted(demand.evidence, language, self.quotes.clause(place_of(row)))
        told = self.text("join.term", name=name, value=quote)
        who = self.text("moved.by_unknown")
        if mail is not None:
            who = self.text("moved.by_own" if row.stated_by is Speaker.OWN_SALES else "moved.by", sender=Writer.of(mail))
        form = Markup('{told} <span class="src in"><span class="nw">{at}</span> {who}</span>')
        return form.format(told=told, at=self.moment(row.stated_at), who=who)

    def subject(self, mail: Mail) -> Markup:
        """A mail's subject; a candidate's is left out."""
        if mail.kind == Kind.CANDIDATE:
            return escape(self.words.text("moved.candidate_mail"))
        return self.phrasing.quoted(mail.subject, mail.language) if mail.subject.strip() else escape(self.words.text("moved.no_subject"))

    def message_id(self, mail: Mail) -> str:
        """A mail's Message-ID, or that it has none."""
        return visible(mail.message_id, _ID_LIMIT) if mail.message_id else self.words.text("moved.no_id")
